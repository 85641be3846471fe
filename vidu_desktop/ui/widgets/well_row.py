"""A row of wells over one list of slots: fixed places (start, end), or one for each picture and an empty one."""

from collections.abc import Callable, Collection

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QToolButton, QWidget

from vidu_desktop.domain.framing import Framing
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.look.scale import GAP_S, GAP_XS
from vidu_desktop.ui.widgets.picture_places import PicturePlaces, Slot
from vidu_desktop.ui.widgets.picture_well import PictureWell
from vidu_desktop.ui.widgets.well_face import MOST_HEIGHT_PX

NameWell = Callable[[PictureWell, int], None]


class WellRow(QWidget):
    """Shows `slots` in `columns` columns. If there are fewer slots than `room`, an empty well follows them."""

    dropped = Signal(int, object)  # index, drop_reading.DropReading
    choose_requested = Signal(int)  # index of the well that was clicked

    def __init__(
        self,
        look: Look,
        slots: PicturePlaces,
        *,
        columns: int,
        room: int,
        most: int,
        name_well: NameWell,
        movable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """At most `most` wells are shown. `name_well(well, index)` sets a well's texts when the well is made and in
        `name_all`.
        """
        super().__init__(parent)
        self._look = look
        self._slots = slots
        self._columns = columns
        self._room = room
        self._most = most
        self._name_well = name_well
        self._movable = movable
        self._wells: list[PictureWell] = []
        self._wrong: Collection[int] = ()
        self._framing_of: Callable[[Slot], Framing | None] = lambda _slot: None
        self._most_height_px = MOST_HEIGHT_PX
        self._build()
        self._connect()

    def _build(self) -> None:
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP_S)
        for column in range(self._columns):
            self._grid.setColumnStretch(column, 1)
        self._refill()

    def _connect(self) -> None:
        self._slots.changed.connect(self._refill)
        self._slots.slot_changed.connect(self._show_at)

    def put_between(self, button: QToolButton) -> None:
        """Put a button into the middle of the row, between the first two wells."""
        first, second = self._wells[0], self._wells[1]
        for widget in (first, second):
            self._grid.removeWidget(widget)
        self._grid.setHorizontalSpacing(GAP_XS)
        self._grid.setColumnStretch(1, 0)
        self._grid.setColumnStretch(2, 1)
        self._grid.addWidget(first, 0, 0)
        self._grid.addWidget(button, 0, 1)
        self._grid.addWidget(second, 0, 2)
        QWidget.setTabOrder(first, button)
        QWidget.setTabOrder(button, second)

    @property
    def wells(self) -> list[PictureWell]:
        """The wells, in the order of their slots."""
        return list(self._wells)

    def set_most_height(self, height_px: int) -> None:
        """Set the greatest height of each well."""
        self._most_height_px = height_px
        for well in self._wells:
            well.set_most_height(height_px)

    def frame_with(self, framing_of: Callable[[Slot], Framing | None]) -> None:
        """Set the function that returns a slot's framing, drawn over its picture; None for a picture that is sent as it is."""
        self._framing_of = framing_of

    def mark_wrong(self, indexes: Collection[int]) -> None:
        """Mark the wells whose pictures can't be sent as they are."""
        self._wrong = indexes
        for index in range(len(self._wells)):
            self._show_at(index)

    def name_all(self) -> None:
        """Set the texts of all wells again."""
        for index, well in enumerate(self._wells):
            self._name_well(well, index)

    def focus_well(self, index: int) -> None:
        """Focus a well, or the last well if there are fewer."""
        self._wells[min(index, len(self._wells) - 1)].setFocus()

    def show_target(self, index: int | None) -> None:
        """Highlight the well in which a drag beside the wells would be dropped; None ends that."""
        for place, well in enumerate(self._wells):
            well.set_hot(place == index)

    def focused_index(self) -> int | None:
        """Return the index of the focused well; None if no well has the focus."""
        return next((index for index, well in enumerate(self._wells) if well.hasFocus()), None)

    def _refill(self) -> None:
        wanted = min(self._most, len(self._slots) + (1 if len(self._slots) < self._room else 0))
        while len(self._wells) < wanted:
            self._add_well()
        while len(self._wells) > wanted:
            well = self._wells.pop()
            self._grid.removeWidget(well)
            well.hide()
            well.deleteLater()
        for index in range(len(self._wells)):
            self._show_at(index)

    def _add_well(self) -> None:
        index = len(self._wells)
        well = PictureWell(self._look, index=index, parent=self)
        well.set_movable(self._movable)
        well.set_most_height(self._most_height_px)
        well.dropped.connect(lambda reading: self.dropped.emit(index, reading))
        well.clicked.connect(lambda: self.choose_requested.emit(index))
        well.remove_requested.connect(lambda: self._remove(index))
        well.move_requested.connect(lambda step: self._move(index, index + step))
        well.cut_moved.connect(lambda x, y: self._slots.set_cut(index, x, y))
        well.well_dropped.connect(lambda source: self._move(source, index))
        self._wells.append(well)
        self._grid.addWidget(well, index // self._columns, index % self._columns)
        self._name_well(well, index)
        if self.isVisible():
            well.show()

    def _show_at(self, index: int) -> None:
        if index >= len(self._wells):
            return
        inside = index < len(self._slots)
        if inside:
            self._slots.want_thumbnail(index)
        slot = self._slots[index] if inside else Slot()
        self._wells[index].show_slot(slot, wrong=index in self._wrong, framing=self._framing_of(slot))

    def _remove(self, index: int) -> None:
        if index < len(self._slots):
            self._slots.remove(index)
            self.focus_well(index)

    def _move(self, source: int, target: int) -> None:
        if not 0 <= source < len(self._slots):
            return
        target = max(0, min(target, len(self._slots) - 1))
        self._slots.move(source, target)
        self.focus_well(target)
