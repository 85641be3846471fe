"""For more pictures than there are wells: their number, the grid, and buttons to add pictures or remove all."""

from collections.abc import Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.look.scale import GAP_S
from vidu_desktop.ui.look.style_sheet import restyle
from vidu_desktop.ui.widgets.labels import plain_label
from vidu_desktop.ui.widgets.picture_places import PicturePlaces
from vidu_desktop.ui.widgets.push_button import PushButton
from vidu_desktop.ui.widgets.translated import Translated

if TYPE_CHECKING:
    from vidu_desktop.ui.widgets.picture_grid import PictureGrid


class ManyPictures(Translated, QWidget):
    """A view of the slots. It removes and moves pictures itself; to choose pictures, it sends a signal.

    Its content is built when it is first shown: few starts have so many pictures, and building it takes a twentieth of the
    first paint.
    """

    choose_requested = Signal(object)  # int, the row of a picture to replace; None to add pictures

    def __init__(self, look: Look, slots: PicturePlaces, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._slots = slots
        self._grid: PictureGrid | None = None
        self._low = False
        self._wrong: Collection[int] = ()
        self.hide()

    def show_if(self, several: bool) -> None:
        """Show or hide this widget; `several` says that there are more pictures than wells."""
        if several and self._grid is None:
            self._build()
        self.setVisible(several)

    def set_low(self, low: bool) -> None:
        """Show fewer rows, in a low window."""
        self._low = low
        if self._grid is not None:
            self._grid.set_low(low)

    def mark_wrong(self, rows: Collection[int]) -> None:
        """Mark the rows whose pictures can't be sent as they are."""
        self._wrong = rows
        if self._grid is not None:
            self._grid.mark_wrong(rows)

    def select_row(self, row: int) -> None:
        """Scroll to a picture, select it and give the grid the keyboard focus."""
        if self._grid is not None:
            self._grid.select_row(row)

    def _build(self) -> None:
        from vidu_desktop.ui.widgets.picture_grid import PictureGrid

        self._grid = grid = PictureGrid(self._look, self._slots)
        grid.set_low(self._low)
        grid.mark_wrong(self._wrong)
        self._count_label = plain_label(tone="soft")
        self._add_button = PushButton()
        self._clear_button = PushButton()
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
        column.addWidget(grid)
        self._slots.changed.connect(self._count)
        grid.choose_requested.connect(self.choose_requested.emit)
        grid.remove_requested.connect(self._slots.leave_out)
        grid.move_requested.connect(self._move)
        self._add_button.clicked.connect(lambda: self.choose_requested.emit(None))
        self._clear_button.clicked.connect(lambda: self._slots.set_paths(()))
        self._retranslate()

    def _move(self, source: int, target: int) -> None:
        if 0 <= target < len(self._slots):
            self._slots.move(source, target)
            self.select_row(target)

    def _count(self) -> None:
        count = len(self._slots)
        self._count_label.setText(
            self.tr("1 picture") if count == 1 else self.tr("{count} pictures").format(count=count)
        )

    @override
    def _retranslate(self) -> None:
        if self._grid is None:
            return
        self._add_button.setText(self.tr("Add…"))
        self._clear_button.setText(self.tr("Remove all"))
        self._count()
