"""What the tabs with a row of wells share: each picture has a place of its own, which the person sees and can move."""

from typing_extensions import override

from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.tabs.mode_tab import ModeTab
from vidu_desktop.ui.widgets.picture_places import PicturePlaces
from vidu_desktop.ui.widgets.picture_well import PictureWell
from vidu_desktop.ui.widgets.well_row import WellRow


class WellTab(ModeTab):
    """A mode says how many wells there are, what each is called, and into which one the next picture goes."""

    _row: WellRow

    def _wells(self, look: Look, slots: PicturePlaces, *, shown: int, most: int) -> WellRow:
        """Return the row. It has `shown` wells at first, and up to `most` when there are as many pictures."""
        self._row = WellRow(
            look, slots, columns=shown, room=shown, most=most, name_well=self._name_well, movable=True
        )
        return self._row

    def _name_well(self, well: PictureWell, index: int) -> None:
        """Set the words of the well at `index`."""

    def _free_place(self) -> int:
        """Return the index of the well into which the next picture goes."""
        return len(self._slots)

    @override
    def _connect(self) -> None:
        super()._connect()
        self._row.frame_with(self._framing.of)
        self._row.dropped.connect(lambda index, reading: self.take(reading, index))
        self._row.choose_requested.connect(self.choose)

    @override
    def _fit_pictures(self, most_px: int, *, low: bool) -> None:
        self._row.set_most_height(most_px)

    @override
    def _mark_wrong(self, indexes: set[int]) -> None:
        self._row.mark_wrong(indexes)

    @override
    def _focused_place(self) -> int | None:
        return self._row.focused_index()

    @override
    def show_target(self, shown: bool) -> None:
        self._row.show_target(self._free_place() if shown else None)

    @override
    def _focus_picture(self, index: int | None) -> None:
        self._row.focus_well(self._free_place() if index is None else index)
