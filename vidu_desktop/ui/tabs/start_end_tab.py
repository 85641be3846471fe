"""Start & end frame: one video that goes from the first picture to the second."""

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from vidu_desktop.domain.modes import Mode
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.look.scale import CONTROL_HEIGHT
from vidu_desktop.ui.protocols import PictureService
from vidu_desktop.ui.tabs.well_tab import WellTab
from vidu_desktop.ui.widgets.chooser import PictureChooser
from vidu_desktop.ui.widgets.icon_button import IconButton
from vidu_desktop.ui.widgets.picture_places import PicturePlaces
from vidu_desktop.ui.widgets.picture_well import PictureWell

_FRAMES = 2


class StartEndTab(WellTab):
    """Two wells with a swap button between them."""

    mode = Mode.START_END

    def __init__(
        self, look: Look, pictures: PictureService, chooser: PictureChooser, parent: QWidget | None = None
    ) -> None:
        slots = PicturePlaces(pictures, self.mode, fixed_count=_FRAMES)
        super().__init__(look, pictures, chooser, slots, parent)

    @override
    def _build_pictures(self) -> QWidget:
        row = self._wells(self._look, self._slots, shown=_FRAMES, most=_FRAMES)
        self._swap = IconButton(self._look, "swap")
        self._swap.setFixedWidth(CONTROL_HEIGHT)
        row.put_between(self._swap)
        return row

    @override
    def _connect(self) -> None:
        super()._connect()
        self._swap.clicked.connect(lambda: self._slots.move(0, 1))

    @override
    def _take_paths(self, paths: list[str], at: int | None) -> None:
        if len(paths) == 1:
            self._slots.put(self._free_place() if at is None else at, paths[0])
            return
        self._slots.set_paths(paths[:_FRAMES])
        if len(paths) > _FRAMES:
            self._say(
                self.tr("{count} pictures came; the first two by name are start and end.").format(
                    count=len(paths)
                )
            )

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

    @override
    def _name_well(self, well: PictureWell, index: int) -> None:
        hint = self.tr("Drop, paste or click")
        if index == 0:
            well.set_words(self.tr("Start frame"), hint, chip=self.tr("Start"), icon="start-frame")
        else:
            well.set_words(self.tr("End frame"), hint, chip=self.tr("End"), icon="end-frame")

    @override
    def _retranslate(self) -> None:
        self._picture_title.setText(self.tr("First and last frame"))
        self._picture_hint.setText(self.tr("Two dropped together fill both, in the order of their names."))
        self._prompt.set_placeholder(
            self.tr("How does one become the other? “The flower opens in morning light.”")
        )
        self._swap.set_label(self.tr("Swap start and end"))
        self._row.name_all()
