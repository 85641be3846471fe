"""A frame before and after its colours are matched: a key switches there and back."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from vidu_desktop.ui.player.playback import Playback
from vidu_desktop.ui.widgets.frame_view import FrameView


class ColourPreview(QObject):
    """Of a single video, only the frame that stands is matched: every other frame is shown in its own colours. A film plays
    in either.
    """

    wanted = Signal()  # the frame on the stage is needed with matched colours; pass it to `show_after`

    film_wanted = Signal()  # the film on the stage is to switch between matched and own colours

    def __init__(self, view: FrameView, playback: Playback) -> None:
        super().__init__(view)
        self._view = view
        self._playback = playback
        self.of_film = False  # whether a film is on the stage
        self._before: QImage | None = None  # the frame in its own colours, to be put back
        self._after: tuple[tuple[str, int | None], QImage] | None = (
            None  # the matched frame that came last, with its place
        )
        playback.frame_shown.connect(lambda *_: self._forget())
        playback.opened.connect(lambda _: self._forget())

    def toggle(self) -> None:
        """Switch the shown frame between its own colours and the matched ones."""
        if self.of_film:
            self.film_wanted.emit()
        elif self._before is not None:
            self._view.show_image(self._before)
            self._forget()
        elif self._after is not None and self._after[0] == self.place and not self._playback.playing:
            self._put_up(self._after[1])
        elif self._playback.frame is not None:
            self._playback.pause()
            self.wanted.emit()

    @property
    def place(self) -> tuple[str, int | None]:
        """The video that is open, and the number of its frame that is shown."""
        return self._playback.path, self._playback.frame

    def show_after(self, place: tuple[str, int | None], image: QImage) -> bool:
        """Show the matched image of the frame at `place`. Return False, and show nothing, when another frame is shown by now."""
        if place != self.place or self._playback.playing or self._before is not None:
            return False
        self._after = place, image
        self._put_up(image)
        return True

    def _put_up(self, image: QImage) -> None:
        self._before = self._view.image
        self._view.show_image(image)

    def _forget(self) -> None:
        self._before = None
