"""Before and after of matched colours, on the frame that is shown: a key goes there and back."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from vidu_desktop.ui.player.playback import Playback
from vidu_desktop.ui.widgets.frame_view import FrameView


class ColourPreview(QObject):
    """The video goes on from its own colours: another frame is always shown with those. A film plays in either."""

    wanted = Signal()  # the frame on the stage with matched colours; `show_after` brings it

    film_wanted = Signal()  # the film on the stage with matched colours, or with its own again

    def __init__(self, view: FrameView, playback: Playback) -> None:
        super().__init__(view)
        self._view = view
        self._playback = playback
        self.of_film = False  # whether a film is on the stage
        self._before: QImage | None = None  # what is put back
        self._after: tuple[tuple[str, int | None], QImage] | None = (
            None  # what was brought last, and for where
        )
        playback.frame_shown.connect(lambda *_: self._forget())
        playback.opened.connect(lambda _: self._forget())

    def toggle(self) -> None:
        """Go to the matched colours of the frame that is shown, or back."""
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
        """What is shown: the file, and the frame of what plays."""
        return self._playback.path, self._playback.frame

    def show_after(self, place: tuple[str, int | None], image: QImage) -> bool:
        """Show what was wanted for a place, unless something else is shown by now; False then."""
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
