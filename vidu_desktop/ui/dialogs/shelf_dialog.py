"""The whole shelf in the person's order. Its items can be used, changed, removed, imported and exported here."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QByteArray, QItemSelectionModel, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)
from typing_extensions import override

from vidu_desktop.ui.local_files import url_of
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.look.style_sheet import restyle
from vidu_desktop.ui.models.shelf_model import ShelfEntry
from vidu_desktop.ui.models.tips import plain_tip
from vidu_desktop.ui.widgets.dialog_frame import DialogFrame
from vidu_desktop.ui.widgets.drop_reading import SHELF_MIME
from vidu_desktop.ui.widgets.icon_button import IconButton
from vidu_desktop.ui.widgets.labels import plain_label
from vidu_desktop.ui.widgets.push_button import PushButton
from vidu_desktop.ui.widgets.screen_room import list_room_px
from vidu_desktop.ui.widgets.translated import Translated

_ENTRY = Qt.ItemDataRole.UserRole
_ICON_PX = QSize(64, 48)


class _List(QTreeWidget):
    """A dragged row carries its name for our own window, and its pictures for other programs."""

    @override
    def mimeData(self, items: Sequence[QTreeWidgetItem]) -> QMimeData:
        mime = QMimeData()
        entries = [item.data(0, _ENTRY) for item in items]
        mime.setUrls([url_of(path) for entry in entries for path in entry.paths])
        if len(entries) == 1:
            mime.setData(SHELF_MIME, QByteArray(entries[0].item.name.encode("utf-8", "replace")))
        return mime


class ShelfDialog(Translated, DialogFrame):
    """Filled by `show_entries`, again after each change. Not modal, because rows are dragged to the main window."""

    use_requested = Signal(str)  # name
    add_requested = Signal()
    change_requested = Signal(object)  # ShelfEntry
    remove_requested = Signal(object)  # list[str], names
    arrange_requested = Signal(object)  # list[str], all names in their new order
    export_requested = Signal(object)  # list[ShelfEntry]
    import_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "", parent, width_px=700)
        self.setModal(False)
        self._words = plain_label(tone="soft", wrap=True)
        self.body.addWidget(self._words)
        self.list = self._made_list()
        self.body.addWidget(self.list, 1)
        self._up, self._down = IconButton(look, "chevron-up"), IconButton(look, "chevron-down")
        row = QHBoxLayout()
        self._add = self._tool()
        self._change = self._tool()
        self._remove = self._tool()
        for widget in (self._add, self._change, self._remove, self._up, self._down):
            row.addWidget(widget)
        row.addStretch(1)
        self.body.addLayout(row)
        self._import = self.add_answer("")
        self._export = self.add_answer("")
        self._close = self.add_answer("")
        self._use = self.add_answer("", "primary")
        self._connect()
        self._retranslate()
        self._follow()

    def _tool(self) -> QPushButton:
        button = PushButton()
        button.setAutoDefault(False)
        restyle(button, dense="true")
        return button

    def _made_list(self) -> _List:
        made = _List()
        made.setRootIsDecorated(False)
        made.setIconSize(_ICON_PX)
        made.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        made.setDragEnabled(True)
        made.setMinimumHeight(list_room_px(self, 280))
        made.header().setStretchLastSection(True)
        return made

    def _connect(self) -> None:
        self.list.itemSelectionChanged.connect(self._follow)
        self.list.itemDoubleClicked.connect(self._use.click)
        self._close.clicked.connect(self.accept)
        self._use.clicked.connect(lambda: self.use_requested.emit(self._chosen()[0].item.name))
        self._add.clicked.connect(self.add_requested)
        self._change.clicked.connect(lambda: self.change_requested.emit(self._chosen()[0]))
        self._remove.clicked.connect(lambda: self.remove_requested.emit(self._names(self._chosen())))
        self._import.clicked.connect(self.import_requested)
        self._export.clicked.connect(lambda: self.export_requested.emit(self._chosen()))
        self._up.clicked.connect(lambda: self._move(-1))
        self._down.clicked.connect(lambda: self._move(1))

    def show_entries(self, entries: Sequence[ShelfEntry], selected: Collection[str] | None = None) -> None:
        """Show these entries. Select those named in `selected`; None keeps the present selection."""
        names = set(self._names(self._chosen()) if selected is None else selected)
        current = self.list.currentItem()
        place = 0 if current is None else self.list.indexOfTopLevelItem(current)
        self.list.blockSignals(True)  # a button that is disabled meanwhile would lose the keyboard
        self.list.clear()
        for entry in entries:
            item = QTreeWidgetItem(
                [
                    f"@{entry.item.name}",
                    str(entry.kept) if entry.kept else "",
                    str(len(entry.paths)),
                    entry.item.words,
                ]
            )
            item.setToolTip(3, plain_tip(entry.item.words))
            item.setData(0, _ENTRY, entry)
            icon = self.look.icon("reference", "text_soft")
            item.setIcon(0, icon if entry.image.isNull() else QIcon(QPixmap.fromImage(entry.image)))
            self.list.addTopLevelItem(item)
        self._retranslate()
        self._select(names, place)
        self.list.blockSignals(False)
        self._follow()

    def _select(self, names: Collection[str], place: int) -> None:
        """Select the items with these names; without any, the one at `place`, or the last one."""
        rows = range(self.list.topLevelItemCount())
        chosen = [row for row in rows if self._entry(row).item.name in names] or list(rows[: place + 1][-1:])
        for row in chosen:
            item = self.list.topLevelItem(row)
            if item is not None:
                self.list.setCurrentItem(item, 0, QItemSelectionModel.SelectionFlag.Select)

    @override
    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Shelf"))
        self._up.set_label(self.tr("Further up"))
        self._down.set_label(self.tr("Further down"))
        for button, words in (
            (self._add, self.tr("Add…")),
            (self._change, self.tr("Change…")),
            (self._remove, self.tr("Take off")),
            (self._import, self.tr("Import…")),
            (self._export, self.tr("Export…")),
            (self._close, self.tr("Close")),
            (self._use, self.tr("Use it")),
        ):
            button.setText(words)
        self.list.setAccessibleName(self.tr("Characters and products"))
        self.list.setHeaderLabels(
            [self.tr("Name"), self.tr("Kept videos"), self.tr("Pictures"), self.tr("Text")]
        )
        for column in range(3):
            self.list.resizeColumnToContents(column)
        self._words.setText(
            self.tr(
                "Drag one to the window, or write @ and the name in a prompt: pictures and text come along."
            )
            if self.list.topLevelItemCount()
            else self.tr(
                "Characters and products that stay the same from video to video: a name, one to three pictures, a line of "
                "text. They lie in the library and move with it."
            )
        )

    def _chosen(self) -> list[ShelfEntry]:
        rows = sorted(self.list.indexOfTopLevelItem(item) for item in self.list.selectedItems())
        return [self._entry(row) for row in rows]

    def _entry(self, row: int) -> ShelfEntry:
        item = self.list.topLevelItem(row)
        assert item is not None  # noqa: S101 - only rows that there are
        entry: ShelfEntry = item.data(0, _ENTRY)
        return entry

    def _names(self, entries: Sequence[ShelfEntry]) -> list[str]:
        return [entry.item.name for entry in entries]

    def _follow(self) -> None:
        count, all_of_them = len(self._chosen()), self.list.topLevelItemCount()
        row = self.list.indexOfTopLevelItem(self.list.selectedItems()[0]) if count == 1 else -1
        for button, useful in (
            (self._use, count == 1),
            (self._change, count == 1),
            (self._remove, count > 0),
            (self._export, count > 0),
            (self._up, row > 0),
            (self._down, 0 <= row < all_of_them - 1),
        ):
            if (
                button.hasFocus() and not useful
            ):  # Qt would give the keyboard to the next one, perhaps *Import*
                self.list.setFocus()
            button.setEnabled(useful)

    def _move(self, step: int) -> None:
        row = self.list.indexOfTopLevelItem(self.list.selectedItems()[0])
        names = self._names([self._entry(place) for place in range(self.list.topLevelItemCount())])
        names.insert(row + step, names.pop(row))
        self.arrange_requested.emit(names)
