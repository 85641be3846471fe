"""The library's trash with its videos and chain boards. They can be restored, or deleted for good after a question."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QDeadlineTimer, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.look.style_sheet import restyle
from vidu_desktop.ui.text import say_bytes, say_list, say_moment, say_number
from vidu_desktop.ui.widgets.dialog_frame import DialogFrame
from vidu_desktop.ui.widgets.labels import plain_label
from vidu_desktop.ui.widgets.screen_room import list_room_px

_ID = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True, kw_only=True)
class TrashLine:
    """A video or a chain board in the trash; `words` name it."""

    trash_id: str
    words: str
    trashed_at: datetime
    file_bytes: int
    is_board: bool = False


class TrashDialog(DialogFrame):
    """Filled by `show_contents`, again after each change."""

    take_back_requested = Signal(list)  # list[str], trash ids
    delete_requested = Signal(list)  # list[str], trash ids: for good

    def __init__(self, look: Look, parent: QWidget | None = None, *, rest_ms: int | None = None) -> None:
        """`rest_ms`: a second press within this time counts as part of the first; None means the system's double-click time."""
        super().__init__(look, "", parent, width_px=640)
        self._asked: list[str] = []
        self._rest_ms = QApplication.doubleClickInterval() if rest_ms is None else rest_ms
        self._asked_just_now = QDeadlineTimer(0)
        self.setWindowTitle(self.tr("Trash"))
        self._words = plain_label(tone="soft", wrap=True)
        self.body.addWidget(self._words)
        self._list = self._made_list()
        self.body.addWidget(self._list, 1)
        self._delete = self.add_answer(self.tr("Delete for good"), "danger")
        self._take_back = self.add_answer(self.tr("Take back"), "primary")
        self._close = self.add_answer(self.tr("Close"))
        self._delete.clicked.connect(self._delete_pressed)
        self._take_back.clicked.connect(lambda: self._emit(self.take_back_requested))
        self._close.clicked.connect(self.accept)
        self._list.itemSelectionChanged.connect(self._follow_selection)
        self._follow_selection()

    def _made_list(self) -> QTreeWidget:
        made = QTreeWidget()
        made.setRootIsDecorated(False)
        made.setUniformRowHeights(True)
        made.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        made.setHeaderLabels([self.tr("Name"), self.tr("Thrown away"), self.tr("Size")])
        made.setMinimumHeight(list_room_px(self, 260))
        made.setAccessibleName(self.tr("What is in the trash"))
        heads = made.header()
        heads.setStretchLastSection(False)
        heads.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        return made

    def _end_words(self, kept_days: int) -> str:
        if not kept_days:
            return self.tr("Nothing here is deleted by itself.")
        if kept_days == 1:
            return self.tr("Each is deleted for good after 1 day.")
        return self.tr("Each is deleted for good after {days} days.").format(days=kept_days)

    def show_contents(self, lines: Sequence[TrashLine], *, kept_days: int = 0) -> None:
        """Show the content of the trash, and that each thing is deleted after `kept_days`; 0 for never."""
        self._list.clear()
        for line in lines:
            size = say_bytes(line.file_bytes)
            item = QTreeWidgetItem([line.words, say_moment(line.trashed_at), size])
            item.setData(0, _ID, line.trash_id)
            self._list.addTopLevelItem(item)
        for column in (1, 2):
            self._list.resizeColumnToContents(column)
        total = sum(line.file_bytes for line in lines)
        self._words.setText(
            self.tr("{videos}, {size}. {end}").format(
                videos=self._counted(lines), size=say_bytes(total), end=self._end_words(kept_days)
            )
            if lines
            else self.tr("The trash is empty.")
        )
        # Select only the latest: people usually look for it, and must not delete the rest by accident.
        latest = self._list.topLevelItem(0)
        if latest is not None:
            self._list.setCurrentItem(latest)
        self._follow_selection()

    def _counted(self, lines: Sequence[TrashLine]) -> str:
        boards = sum(line.is_board for line in lines)
        count = len(lines) - boards
        videos = (
            self.tr("1 video") if count == 1 else self.tr("{count} videos").format(count=say_number(count))
        )
        words = (
            self.tr("1 board") if boards == 1 else self.tr("{count} boards").format(count=say_number(boards))
        )
        return say_list([*([videos] if count else []), *([words] if boards else [])])

    def chosen_ids(self) -> list[str]:
        """Return the trash ids of the selected lines."""
        return [item.data(0, _ID) for item in self._list.selectedItems()]

    def _follow_selection(self) -> None:
        self._asked = []
        self._delete.setText(self.tr("Delete for good"))
        chosen = bool(self.chosen_ids())
        for button in self.buttons:
            button.setEnabled(chosen)
        # Not red while there is nothing to delete.
        restyle(self._delete, kind="danger" if chosen else "secondary")

    def _delete_pressed(self) -> None:
        """The first press asks, the second deletes. A double click counts as one press."""
        chosen = self.chosen_ids()
        if not self._asked_just_now.hasExpired():
            return
        if self._asked != chosen:
            self._asked = chosen
            self._asked_just_now = QDeadlineTimer(self._rest_ms)
            words = self.tr("Really delete {count}?").format(count=len(chosen))
            self._delete.setText(words)
            return
        self._asked = []
        self._emit(self.delete_requested)

    def _emit(self, signal: object) -> None:
        signal.emit(self.chosen_ids())  # type: ignore[attr-defined]

    @property
    def buttons(self) -> tuple[QPushButton, QPushButton]:
        """The buttons that delete and restore."""
        return self._delete, self._take_back
