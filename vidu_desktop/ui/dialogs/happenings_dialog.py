"""The list of notices that vanished by themselves, the newest first, with a way to the files that they are about."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from vidu_desktop.domain.happening import Happening
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.models.tips import plain_tip
from vidu_desktop.ui.text import say_moment
from vidu_desktop.ui.widgets.dialog_frame import DialogFrame
from vidu_desktop.ui.widgets.labels import breakable, plain_label
from vidu_desktop.ui.widgets.screen_room import list_room_px

_PATH = Qt.ItemDataRole.UserRole


class HappeningsDialog(DialogFrame):
    """Filled by `show_happenings`, again whenever there is a new notice."""

    show_in_folder_requested = Signal(object)  # str with Python's surrogates, because not every path is UTF-8
    forget_requested = Signal()  # empty the list

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, self.tr("What happened"), parent, width_px=640)
        self._none = plain_label(self.tr("Nothing has happened yet that was worth a message."), tone="soft")
        self._list = QTreeWidget()
        self._list.setRootIsDecorated(False)
        self._list.setHeaderLabels([self.tr("When"), self.tr("What")])
        self._list.setMinimumHeight(list_room_px(self, 280))
        self._list.setAccessibleName(self.tr("What happened"))
        heads = self._list.header()
        heads.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        heads.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.body.addWidget(self._none)
        self.body.addWidget(self._list, 1)
        self._whole = plain_label(tone="soft", wrap=True)
        self.body.addWidget(self._whole)
        self._forget = self.add_answer(self.tr("Empty the list"), "quiet")
        self._show = self.add_answer(self.tr("Show in folder"))
        close = self.add_answer(self.tr("Close"), "primary")
        self._connect()
        close.clicked.connect(self.accept)
        self._follow()

    def _connect(self) -> None:
        self._list.currentItemChanged.connect(self._follow)
        self._list.itemDoubleClicked.connect(self._wish)
        self._show.clicked.connect(self._wish)
        self._forget.clicked.connect(self.forget_requested)

    def show_happenings(self, happenings: Sequence[Happening]) -> None:
        """Show these notices, given newest first. If the person has selected an older one, it stays selected."""
        current, read = self._list.currentItem(), None
        if current is not None and current is not self._list.topLevelItem(0):
            read = _key_of(current)
        self._list.clear()
        for one in happenings:
            item = QTreeWidgetItem([say_moment(one.at), one.words])
            item.setData(0, _PATH, (one.path,))  # a tuple keeps a path of any bytes unchanged
            item.setToolTip(1, plain_tip("\n".join(filter(None, (one.words, one.path)))))
            self._list.addTopLevelItem(item)
        shown = [row for at in range(len(happenings)) if (row := self._list.topLevelItem(at)) is not None]
        if shown:
            self._list.setCurrentItem(next((item for item in shown if _key_of(item) == read), shown[0]))
        self._follow()

    def _path(self) -> str:
        item = self._list.currentItem()
        return item.data(0, _PATH)[0] if item is not None else ""

    def _follow(self) -> None:
        there = self._list.topLevelItemCount() > 0
        self._none.setVisible(not there)
        self._list.setVisible(there)
        self._forget.setEnabled(there)
        self._show.setEnabled(bool(self._path()))
        item = self._list.currentItem()
        words = (item.text(1), self._path()) if item is not None else ()
        self._whole.setText(breakable("\n".join(filter(None, words))))

    def _wish(self) -> None:
        if self._path():
            self.show_in_folder_requested.emit(self._path())


def _key_of(item: QTreeWidgetItem) -> tuple[str, str, str]:
    return item.text(0), item.text(1), item.data(0, _PATH)[0]
