"""Image to video: each picture is the first frame of its own video."""

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from vidu_desktop.domain.framing import FramingKind
from vidu_desktop.domain.modes import Mode
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.protocols import PictureService
from vidu_desktop.ui.tabs.mode_tab import ModeTab
from vidu_desktop.ui.widgets.chooser import PictureChooser
from vidu_desktop.ui.widgets.many_pictures import ManyPictures
from vidu_desktop.ui.widgets.picture_places import PicturePlaces
from vidu_desktop.ui.widgets.picture_well import PictureWell
from vidu_desktop.ui.widgets.well_face import MOST_HEIGHT_PX
from vidu_desktop.ui.widgets.well_row import WellRow


class ImageTab(ModeTab):
    """A single picture is shown in a large well, several in a grid; each becomes a video."""

    mode = Mode.IMAGE

    def __init__(
        self, look: Look, pictures: PictureService, chooser: PictureChooser, parent: QWidget | None = None
    ) -> None:
        slots = PicturePlaces(pictures, self.mode)
        super().__init__(look, pictures, chooser, slots, parent)

    @override
    def _build_pictures(self) -> QWidget:
        self._row = WellRow(self._look, self._slots, columns=1, room=1, most=1, name_well=self._name_well)
        self._many = ManyPictures(self._look, self._slots)
        area = QWidget()
        outer = QVBoxLayout(area)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._row)
        outer.addWidget(self._many)
        self._show_one_or_many()
        return area

    @override
    def _connect(self) -> None:
        super()._connect()
        self._row.frame_with(self._framing.of)
        self._slots.changed.connect(self._show_one_or_many)
        self._row.dropped.connect(lambda _index, reading: self.take(reading, 0))
        self._row.choose_requested.connect(self.choose)
        self._many.choose_requested.connect(self.choose)

    def _show_one_or_many(self) -> None:
        many = len(self._slots) > 1
        self._row.setVisible(not many)
        self._many.show_if(many)
        self._name_area()

    def _name_area(self) -> None:
        if len(self._slots) > 1:
            self._picture_title.setText(self.tr("First frames"))
            self._picture_hint.setText(self.tr("Each picture begins a video of its own."))
        else:
            self._picture_title.setText(self.tr("First frame"))
            self._picture_hint.setText(self._first_frame_words())

    def _first_frame_words(self) -> str:
        if not self._framing.count():
            return self.tr("The video begins with exactly this picture.")
        if self._framing.kind is FramingKind.CROP:
            return self.tr("The video begins with the part of this picture that is inside the frame.")
        return self.tr("The video begins with this picture and bars beside it.")

    @override
    def _check(self) -> None:
        super()._check()
        self._name_area()

    @override
    def _orders(self) -> list[list[int]]:
        return [[index] for index, _slot in self._slots.filled]

    @override
    def _fit_pictures(self, most_px: int, *, low: bool) -> None:
        self._row.set_most_height(most_px)
        self._many.set_low(most_px < MOST_HEIGHT_PX)

    @override
    def _mark_wrong(self, indexes: set[int]) -> None:
        self._row.mark_wrong(indexes)
        self._many.mark_wrong(indexes)

    @override
    def _take_paths(self, paths: list[str], at: int | None) -> None:
        if at is not None and len(paths) == 1:
            self._slots.put(at, paths[0])
        elif at is not None and len(self._slots) == 1:
            self._slots.set_paths(paths)  # several dropped onto the only well replace its picture
        else:
            self._slots.add(paths)

    @override
    def show_target(self, shown: bool) -> None:
        self._row.show_target(0 if shown else None)

    @override
    def _focus_picture(self, index: int | None) -> None:
        if len(self._slots) > 1:
            self._many.select_row(index or 0)
        else:
            self._row.focus_well(0)

    def _name_well(self, well: PictureWell, _index: int) -> None:
        well.set_words(
            self.tr("Drop a picture"),
            self.tr("or click to choose, or paste. Several make several videos."),
            heard=self.tr("First frame"),
        )

    @override
    def _retranslate(self) -> None:
        self._prompt.set_placeholder(
            self.tr("What happens from here on? “She turns to the window and smiles.”")
        )
        self._row.name_all()
        self._name_area()
