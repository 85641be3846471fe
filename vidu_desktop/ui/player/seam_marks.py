"""The seams of the film on the stage: marked on the timeline with what was measured there, and reachable by keys."""

from PySide6.QtCore import QObject, Signal

from vidu_desktop.domain.film import Film
from vidu_desktop.domain.seams import Jump, SeamLook
from vidu_desktop.ui.models.seam_words import seam_words
from vidu_desktop.ui.player.playback import Playback
from vidu_desktop.ui.text import say_pair
from vidu_desktop.ui.widgets.scrubber import Scrubber, SeamMark

_TONES = {Jump.SMALL: "warn", Jump.LARGE: "bad"}


class SeamMarks(QObject):
    """`said` carries the words about the seam that a key went to."""

    said = Signal(str)

    def __init__(self, scrubber: Scrubber, playback: Playback) -> None:
        super().__init__(scrubber)
        self._scrubber = scrubber
        self._playback = playback
        self._film: Film | None = None
        self._looks: dict[int, SeamLook] = {}
        self._waits: int | None = None  # a seam that the person went to before it was measured

    def show_film(self, film: Film | None) -> None:
        """Mark the seams of another film; None for a single video."""
        self._film = film
        self._looks = {}
        self._waits = None
        self._mark()

    def recolour(self, film: Film) -> None:
        """Mark the seams of the same film in other colours."""
        self._film = film
        self._mark()

    def put(self, film: Film, seam: int, look: SeamLook) -> None:
        """Show what was measured at a seam (counted from 0) of a film; ignored when another film is on the stage."""
        if film is self._film:
            self._looks[seam] = look
            self._mark()
            if seam == self._waits and self._playback.frame == film.seams[seam]:
                self.said.emit(self._words(seam))

    def go(self, direction: int) -> None:
        """Go to the next seam, forwards (1) or backwards (-1), to the frame behind it, and say what was measured there."""
        film, at = self._film, self._playback.frame
        if film is None or at is None:
            return
        ways = [(number, frame) for number, frame in enumerate(film.seams) if (frame - at) * direction > 0]
        if ways:
            number, frame = ways[0 if direction > 0 else -1]
            self._waits = None if number in self._looks else number
            self._playback.seek(frame)
            self.said.emit(self._words(number))

    def _mark(self) -> None:
        film = self._film
        marks = () if film is None else [self._mark_of(number) for number in range(len(film.seams))]
        self._scrubber.set_seams(marks)

    def _mark_of(self, number: int) -> SeamMark:
        assert self._film is not None  # noqa: S101 - its seams are counted
        frame, look = self._film.seams[number], self._looks.get(number)
        if self._meant(number):
            return SeamMark(frame, self._words(number))
        if look is None:
            return SeamMark(frame)
        jump = look.jump(matches=self._matches)
        words = self._words(number)
        return SeamMark(frame, words, _TONES[jump]) if jump in _TONES else SeamMark(frame, words)

    @property
    def _matches(self) -> bool:
        return self._film is not None and self._film.wish.match_colours

    def _words(self, number: int) -> str:
        assert self._film is not None  # noqa: S101 - as above
        where = self.tr("Seam {number} of {count}").format(number=number + 1, count=len(self._film.seams))
        look, meant = self._looks.get(number), self._meant(number)
        if meant:
            return say_pair(where, meant)
        if look is None:
            return say_pair(where, self.tr("not looked at yet."))
        return say_pair(where, seam_words(look, matches=self._matches))

    def _meant(self, number: int) -> str:
        """Return in words why a seam isn't measured; empty for one that is."""
        assert self._film is not None  # noqa: S101 - as above
        before, behind = self._film.parts[number : number + 2]
        if fade := self._film.fades[number + 1]:
            return self.tr("cross-fade, in frames: {fade}.").format(fade=fade)
        if before.stand_in or behind.stand_in:
            return self.tr("beside stills that stand in for a video.")
        return self.tr("hard cut.") if behind.cut else ""
