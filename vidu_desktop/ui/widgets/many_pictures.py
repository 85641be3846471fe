"""More pictures than have a well each: how many there are, the grid, and what is done with all of them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.look.scale import GAP_S
from vidu_desktop.ui.look.style_sheet import restyle
from vidu_desktop.ui.widgets.labels import plain_label
from vidu_desktop.ui.widgets.picture_grid import PictureGrid
from vidu_desktop.ui.widgets.picture_places import PicturePlaces
from vidu_desktop.ui.widgets.push_button import PushButton
from vidu_desktop.ui.widgets.translated import Translated


class ManyPictures(Translated, QWidget):
    """A view of the slots that takes pictures out by itself; for others somebody must ask."""

    choose_requested = Signal(object)  # int, a row whose picture shall be another; None for more pictures

    def __init__(self, look: Look, slots: PicturePlaces, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._slots = slots
        self.grid = PictureGrid(look, slots)
        self._count_label = plain_label(tone="soft")
        self._add_button = PushButton()
        self._clear_button = PushButton()
        self._build()
        self._connect()
        self._retranslate()

    def _build(self) -> None:
        tools = QHBoxLayout()
        tools.addWidget(self._count_label, 1)
        for button, icon in ((self._add_button, "plus"), (self._clear_button, "close")):
            restyle(button, kind="quiet", dense="true")
            self._look.set_icon(button, icon, "text_soft")
            tools.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_S)
        column.addLayout(tools)
        column.addWidget(self.grid)

    def _connect(self) -> None:
        self._slots.changed.connect(self._count)
        self.grid.choose_requested.connect(self.choose_requested.emit)
        self.grid.remove_requested.connect(self._slots.leave_out)
        self.grid.move_requested.connect(self._move)
        self._add_button.clicked.connect(lambda: self.choose_requested.emit(None))
        self._clear_button.clicked.connect(lambda: self._slots.set_paths(()))

    def _move(self, source: int, target: int) -> None:
        if 0 <= target < len(self._slots):
            self._slots.move(source, target)
            self.grid.select_row(target)

    def _count(self) -> None:
        count = len(self._slots)
        self._count_label.setText(
            self.tr("1 picture") if count == 1 else self.tr("{count} pictures").format(count=count)
        )

    @override
    def _retranslate(self) -> None:
        self._add_button.setText(self.tr("Add…"))
        self._clear_button.setText(self.tr("Remove all"))
        self._count()
