"""Reference: one video with the subjects of one to three pictures, none of which is a frame of it."""

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from vidu_desktop.domain.modes import Mode
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.protocols import PictureService
from vidu_desktop.ui.tabs.well_tab import WellTab
from vidu_desktop.ui.widgets.chooser import PictureChooser
from vidu_desktop.ui.widgets.picture_places import PicturePlaces
from vidu_desktop.ui.widgets.picture_well import PictureWell

_MOST_HELD = 9  # more than may be sent, so that no picture is dropped unasked, but not a whole folder


class ReferenceTab(WellTab):
    """Up to three wells in a row. The person orders them by dragging, or with Ctrl+Left and Ctrl+Right."""

    mode = Mode.REFERENCE
    frames = False

    def __init__(
        self, look: Look, pictures: PictureService, chooser: PictureChooser, parent: QWidget | None = None
    ) -> None:
        slots = PicturePlaces(pictures, self.mode)
        super().__init__(look, pictures, chooser, slots, parent)

    @override
    def _build_pictures(self) -> QWidget:
        return self._wells(self._look, self._slots, shown=self.offer.pictures_max, most=_MOST_HELD)

    @override
    def _take_paths(self, paths: list[str], at: int | None) -> None:
        if at is not None and len(paths) == 1:
            self._slots.put(at, paths[0])
            return
        room = max(0, _MOST_HELD - len(self._slots))
        self._slots.add(paths[:room])
        if len(paths) > room:
            self.intake.said.emit(
                self.tr("{count} pictures came; the first {kept} by name are here.").format(
                    count=len(paths), kept=room
                )
                if room
                else self.tr("There is no room for more pictures. Take one out first.")
            )

    @override
    def _name_well(self, well: PictureWell, index: int) -> None:
        number = str(index + 1)
        title = self.tr("Subject {number}").format(number=number)
        well.set_words(title, self.tr("Drop, paste or click"), chip=number, icon="reference")

    @override
    def _retranslate(self) -> None:
        self._picture_title.setText(self.tr("Subjects"))
        self._picture_hint.setText(
            self.tr("Up to {most} pictures of who or what appears; together they make one video.").format(
                most=self.offer.pictures_max
            )
        )
        self._prompt.set_placeholder(self.tr("What do they do? “The fox walks along the beach at dusk.”"))
        self._row.name_all()
