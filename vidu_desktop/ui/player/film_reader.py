"""Reads a film as if it were one video. Only the parts that are seen now, a moment ago or soon are open."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QImage

from vidu_desktop.domain.film import Film
from vidu_desktop.domain.frames import READY_FRAMES, FrameTable, SoundTrack
from vidu_desktop.errors import ViduDesktopError
from vidu_desktop.ui.player.mixing import framed, mixed_images
from vidu_desktop.ui.protocols import FrameReader, FrameService

_AHEAD_S = 1.0
"""How long before a seam the next part is opened. Opening takes some ten milliseconds."""
_BEHIND_FRAMES = 2 * READY_FRAMES
"""How many frames behind a seam the former part stays open, for people who step back and forth over the seam."""
_LEFT_MOST = 4
"""How many readers that were left `close` waits for. They end by themselves some milliseconds after `leave`."""

Answer = Callable[[QImage | None], None]


@dataclass(slots=True, eq=False)
class _Ask:
    """A request for a frame, and the pictures that have come for it, by part: the frame's own, and in a fade the one below."""

    number: int
    answer: Answer
    direction: int
    came: dict[int, QImage | None] = field(default_factory=dict)


class FilmReader:
    """A FrameReader with the film's own frame numbers."""

    def __init__(self, film: Film, frames: FrameService, first: FrameReader) -> None:
        """`first` is the reader of the first part, already open; this object closes it."""
        self._film = film
        self._frames = frames
        self._open: dict[int, FrameReader | None] = {0: first}  # by part; None while it is being opened
        self._left: list[FrameReader] = []
        self._waiting: dict[int, list[tuple[int, Answer, int]]] = {}  # by part: number, answer, direction
        self._asks: list[_Ask] = []
        self._opening: dict[int, object] = {}  # by part: a token that tells this opening from earlier ones
        self._range = (0, film.count - 1)
        self._closed = False

    @property
    def table(self) -> FrameTable:
        return self._film.table

    def decoded(self, number: int) -> QImage | None:
        images = [self._decoded_of(part, own) for part, own in self._places(number)]
        return None if None in images else self._mixed(number, images)

    def _decoded_of(self, part: int, own: int) -> QImage | None:
        reader = self._open.get(part)
        return None if reader is None else reader.decoded(own)

    def stand_at(self, number: int, *, direction: int = 1) -> None:
        self._keep_near(number, direction)
        for part, own in self._places(number):
            reader = self._open.get(part)
            if reader is not None:
                reader.stand_at(own, direction=direction)

    def set_range(self, first: int, last: int) -> None:
        self._range = first, last
        for part, reader in self._open.items():
            if reader is not None:
                reader.set_range(*self._range_in(part))

    def want(self, number: int, answer: Answer, *, direction: int = 1) -> None:
        ask = _Ask(number, answer, direction)
        self._asks.append(ask)
        self._want(ask)

    def recolour(self, film: Film) -> None:
        """Go on with the same film in other colours. Frames that were asked for and haven't come are answered in those."""
        self._film = film
        again, self._asks = self._asks, []
        for part in list(self._open):
            self._leave_part(part)
        for ask in again:
            self.want(ask.number, ask.answer, direction=ask.direction)

    def leave(self) -> None:
        self._closed = True
        self._waiting.clear()
        self._asks.clear()
        for part in list(self._open):
            self._leave_part(part)

    def close(self) -> None:
        self.leave()
        for reader in self._left:
            reader.close()
        self._left.clear()

    # -- inside ----------------------------------------------------------------------------------------------------

    def _places(self, number: int) -> list[tuple[int, int]]:
        """Return the parts that are seen at a frame, each with its own frame number; in a fade, the upper one first."""
        below = self._film.below(number)
        return [self._film.place_of(number), *([] if below is None else [below[:2]])]

    def _want(self, ask: _Ask) -> None:
        self._keep_near(ask.number, ask.direction)
        for part, own in self._places(ask.number):
            take = partial(self._take_image, ask, part)
            reader = self._open[part]
            if reader is not None:
                reader.want(own, take, direction=ask.direction)
            else:
                self._waiting.setdefault(part, []).append((own, take, ask.direction))

    def _take_image(self, ask: _Ask, part: int, image: QImage | None) -> None:
        ask.came[part] = image
        places = self._places(ask.number)
        if ask not in self._asks or (image is not None and len(ask.came) < len(places)):
            return
        self._asks.remove(ask)
        images = [ask.came.get(shown) for shown, _own in places]
        ask.answer(None if None in images else self._mixed(ask.number, images))

    def _keep_near(self, number: int, direction: int) -> None:
        """Keep open the parts that are shown now or soon, or were shown a moment ago; leave all others."""
        film, next_part = self._film, self._next_part(number, direction)
        seen = [one for one, _own in self._places(number)]
        wanted = {*seen, next_part, film.part_at(number - direction * _BEHIND_FRAMES)}
        for other in [other for other in self._open if other not in wanted]:
            self._leave_part(other)
        for other in (*seen, next_part):
            if other not in self._open:
                self._open[other] = None
                opening = self._opening[other] = object()
                open_part(self._frames, film, other, partial(self._take, other, opening, direction))

    def _next_part(self, number: int, direction: int) -> int:
        """Return the part that is shown in a moment, also where playing starts over at the other end of the range."""
        film = self._film
        first, last = self._range if self._range[0] <= number <= self._range[1] else (0, film.count - 1)
        part = film.part_at(number)
        begin, end = film.begins[part], (*film.begins, film.count)[part + 1] - 1
        if direction > 0:
            wraps, stop, then = last <= end, min(end, last), end + 1
        else:  # where this part fades in, the one before is seen and open already
            wraps, stop, then = first >= begin, max(begin + film.fades[part], first), begin - 1
        if (stop - number) * direction > _AHEAD_S * film.rate_fps:
            return part
        if wraps:
            return film.part_at(first if direction > 0 else last)
        return film.part_at(then)

    def _take(
        self, part: int, opening: object, direction: int, found: FrameReader | ViduDesktopError
    ) -> None:
        if self._opening.get(part) is not opening:  # the part was left meanwhile, and perhaps opened again
            if not isinstance(found, ViduDesktopError):
                found.leave()
            return
        waiting = self._waiting.pop(part, [])
        if isinstance(found, ViduDesktopError):
            self._open.pop(part, None)
            for _own, answer, _direction in waiting:
                answer(None)
            return
        self._open[part] = found
        found.set_range(*self._range_in(part))
        if not waiting:
            shown = self._film.frames[part]
            # Nobody waits for this frame yet: it is decoded to be ready at the seam.
            found.want(shown[0 if direction > 0 else -1], _unheard, direction=direction)
        for own, answer, own_direction in waiting:
            found.want(own, answer, direction=own_direction)

    def _leave_part(self, part: int) -> None:
        reader = self._open.pop(part)
        self._opening.pop(part, None)
        self._waiting.pop(part, None)
        for ask in self._asks:
            if part not in ask.came and part in (shown for shown, _own in self._places(ask.number)):
                # Not at once: an answer never comes inside the call.
                QTimer.singleShot(0, partial(self._take_image, ask, part, None))
        if reader is not None:
            reader.leave()
            self._left = [*self._left[-_LEFT_MOST + 1 :], reader]

    def _range_in(self, part: int) -> tuple[int, int]:
        """Return the first and the last frame of its own video that are played of a part."""
        shown, begin = self._film.frames[part], self._film.begins[part]
        first, last = (frame - begin for frame in self._range)
        if first >= len(shown) or last < 0:
            return shown[0], shown[-1]
        return shown[max(first, 0)], shown[min(last, len(shown) - 1)]

    def _mixed(self, number: int, images: Sequence[QImage | None]) -> QImage:
        """Return one picture in the film's shape, as it is exported: in a fade, the first of `images` over the second."""
        upper, *lower = [
            framed(image, self._film.size_px, self._film.wish.fit) for image in images if image is not None
        ]
        below = self._film.below(number)
        return upper if below is None or not lower else mixed_images(lower[0], upper, below[2])


def open_part(
    frames: FrameService, film: Film, part: int, answer: Callable[[FrameReader | ViduDesktopError], None]
) -> None:
    """Open a part of a film: its video, or the stills that stand in for a video."""
    wanted = film.parts[part]
    if wanted.stand_in is None:
        frames.open_part(wanted.video_path, answer, film.colours_of(part))
    else:
        frames.open_stand_in(wanted.stand_in, film.tables[part], answer)


def _unheard(_image: QImage | None) -> None:
    """Ignore the picture: the reader holds it."""


class FilmOpener:
    """A FrameOpener for one film; the path that it is asked for doesn't matter."""

    def __init__(self, film: Film, frames: FrameService) -> None:
        self._film = film
        self._frames = frames
        self._reader: FilmReader | None = None

    def recolour(self, film: Film) -> None:
        """Go on with the same film in other colours."""
        self._film = film
        if self._reader is not None:
            self._reader.recolour(film)

    def open(self, _path: str, answer: Callable[[FrameReader | ViduDesktopError], None]) -> None:
        """Answer with a reader once the first frame is decoded, or with the error."""

        def begin(found: FrameReader | ViduDesktopError) -> None:
            if isinstance(found, ViduDesktopError):
                answer(found)
            else:
                reader = self._reader = FilmReader(self._film, self._frames, found)
                reader.want(0, lambda _image: answer(reader))

        open_part(self._frames, self._film, 0, begin)

    def sound(self, _path: str, answer: Callable[[SoundTrack | None], None]) -> None:
        self._frames.film_sound(self._film, answer)
