"""Start & end frame: a video that goes from the first picture to the second, or several videos over many keyframes."""

from pathlib import PurePath

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from vidu_desktop.domain.amounts import Money
from vidu_desktop.domain.keyframes import FIRST_SHOT, Arrangement, shot_names, shots_of
from vidu_desktop.domain.marks import tidy_label
from vidu_desktop.domain.modes import Mode
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.look.scale import CONTROL_HEIGHT, GAP_S
from vidu_desktop.ui.protocols import PictureService
from vidu_desktop.ui.tabs.well_tab import WellTab
from vidu_desktop.ui.text import say_on
from vidu_desktop.ui.widgets.arrangement_choice import ArrangementChoice
from vidu_desktop.ui.widgets.chooser import PictureChooser
from vidu_desktop.ui.widgets.icon_button import IconButton
from vidu_desktop.ui.widgets.many_pictures import ManyPictures
from vidu_desktop.ui.widgets.picture_places import PicturePlaces
from vidu_desktop.ui.widgets.picture_well import PictureWell
from vidu_desktop.ui.widgets.well_face import MOST_HEIGHT_PX

_FRAMES = 2


class StartEndTab(WellTab):
    """Two wells with a swap button between them; for more pictures a grid, with the choice of what they become."""

    mode = Mode.START_END

    def __init__(
        self, look: Look, pictures: PictureService, chooser: PictureChooser, parent: QWidget | None = None
    ) -> None:
        slots = PicturePlaces(pictures, self.mode, least_count=_FRAMES)
        self._proposed: tuple[str, str] | None = None  # project and shot, proposed and not yet changed
        super().__init__(look, pictures, chooser, slots, parent)

    @override
    def _build_pictures(self) -> QWidget:
        row = self._wells(self._look, self._slots, shown=_FRAMES, most=_FRAMES)
        self._swap = IconButton(self._look, "swap")
        self._swap.setFixedWidth(CONTROL_HEIGHT)
        row.put_between(self._swap)
        self._many = ManyPictures(self._look, self._slots)
        self._arrangement = ArrangementChoice()
        area = QWidget()
        column = QVBoxLayout(area)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_S)
        for part in (row, self._many, self._arrangement):
            column.addWidget(part)
        self._show_two_or_many()
        return area

    @override
    def _connect(self) -> None:
        self._slots.changed.connect(self._show_two_or_many)
        super()._connect()
        self._swap.clicked.connect(lambda: self._slots.move(0, 1))
        self._many.choose_requested.connect(self.choose)
        self._arrangement.changed.connect(self._check)

    @property
    def _is_many(self) -> bool:
        return len(self._slots) > _FRAMES

    def _show_two_or_many(self) -> None:
        self._row.setVisible(not self._is_many)
        self._many.show_if(self._is_many)
        self._arrangement.setVisible(self._is_many)
        self._propose_place()
        self._name_area()

    def _propose_place(self) -> None:
        """Propose a project and the first shot's number for several videos, unless the person has written either."""
        place = self._options.place
        written = (place.project, place.shot)
        if self._is_many and not any(written):
            folders = {PurePath(slot.path).parent.name for _index, slot in self._slots.filled}
            self._proposed = (tidy_label(folders.pop()) if len(folders) == 1 else "", FIRST_SHOT)
            place.set_place(*self._proposed)
        elif not self._is_many and written == self._proposed:
            self._proposed = None
            place.set_place("", "")

    # What the pictures become

    @override
    def _orders(self) -> list[list[int]]:
        if self._is_many:
            return [list(shot) for shot in shots_of(self._arrangement.value, len(self._slots))]
        return super()._orders()

    @override
    def _shots(self) -> tuple[str, ...]:
        shot, count = self._options.place.shot, len(self._orders())
        return tuple(shot_names(shot, count)) if shot and count > 1 else ()

    @property
    @override
    def arrangement(self) -> str:
        return self._arrangement.value

    @override
    def arrange(self, arrangement: str) -> None:
        if arrangement in list(Arrangement):
            self._arrangement.set_value(Arrangement(arrangement))
            self._check()

    @override
    def show_price(self, price: Money) -> None:
        self._arrangement.show_order(len(self._slots), price)

    @override
    def _check(self) -> None:
        super()._check()
        self._name_area()

    def _name_area(self) -> None:
        if not self._is_many:
            self._picture_title.setText(self.tr("First and last frame"))
            self._picture_hint.setText(
                self.tr(
                    "Two dropped together fill both, in the order of their names. More make several shots."
                )
            )
            return
        self._picture_title.setText(self.tr("Keyframes"))
        self._picture_hint.setText(self._many_words())

    def _many_words(self) -> str:
        match self._arrangement.value:
            case Arrangement.ROW:
                words = self.tr("Each shot ends with the picture that the next one begins with.")
            case Arrangement.PAIRS if len(self._slots) % 2:
                words = self.tr("Each two make a shot. The last picture has no partner and stays out.")
            case Arrangement.PAIRS:
                words = self.tr("Each two make a shot.")
            case Arrangement.FIRST_TWO:
                words = self.tr("The others stay out.")
        if shots := self._shots():
            named = self.tr("They are called {first} to {last}.").format(first=shots[0], last=shots[-1])
            return say_on(words, named)
        return words

    # Pictures coming in

    @override
    def _take_paths(self, paths: list[str], at: int | None) -> None:
        if self._is_many and at is None:
            self._slots.add(paths)
        elif len(paths) == 1:
            self._slots.put(self._free_place() if at is None else at, paths[0])
        else:
            self._slots.set_paths(paths)

    @override
    def _free_place(self) -> int:
        free = (index for index in range(len(self._slots)) if not self._slots[index].filled)
        return next(free, len(self._slots) - 1)

    @override
    def missing_words(self) -> str:
        start, end = self._slots[0].filled, self._slots[1].filled
        if start and not end:
            return self.tr("Add the end frame.")
        if end and not start:
            return self.tr("Add the start frame.")
        return self.tr("Add a start and an end frame to begin.")

    # How they are shown

    @override
    def _fit_pictures(self, most_px: int, *, low: bool) -> None:
        super()._fit_pictures(most_px, low=low)
        self._many.set_low(most_px < MOST_HEIGHT_PX)

    @override
    def _mark_wrong(self, indexes: set[int]) -> None:
        super()._mark_wrong(indexes)
        self._many.mark_wrong(indexes)

    @override
    def _focus_picture(self, index: int | None) -> None:
        if self._is_many:
            self._many.select_row(index or 0)
        else:
            super()._focus_picture(index)

    @override
    def _name_well(self, well: PictureWell, index: int) -> None:
        hint = self.tr("Drop, paste or click")
        if index == 0:
            well.set_words(self.tr("Start frame"), hint, chip=self.tr("Start"), icon="start-frame")
        else:
            well.set_words(self.tr("End frame"), hint, chip=self.tr("End"), icon="end-frame")

    @override
    def _retranslate(self) -> None:
        self._name_area()
        self._prompt.set_placeholder(
            self.tr("How does one become the other? “The flower opens in morning light.”")
        )
        self._swap.set_label(self.tr("Swap start and end"))
        self._row.name_all()
