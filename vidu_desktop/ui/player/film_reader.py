"""A film read as if it were one video: the part that is looked at is open, and the one that comes next; no other."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QImage, QPainter

from vidu_desktop.domain.export import Fit, scaled_size
from vidu_desktop.domain.film import Film
from vidu_desktop.domain.frames import READY_FRAMES, FrameTable, SoundTrack
from vidu_desktop.errors import ViduDesktopError
from vidu_desktop.ui.protocols import FrameReader, FrameService

_AHEAD_S = 1.0
"""How long before a seam the next part is opened. Opening one takes some ten milliseconds."""
_BEHIND_FRAMES = 2 * READY_FRAMES
"""How far behind a seam the part before it stays open, for those who step over it and back."""
_LEFT_MOST = 4
"""Readers that were left end some milliseconds later; of more than these nobody waits for the end."""

Answer = Callable[[QImage | None], None]


class FilmReader:
    """Fulfils FrameReader, with the film's own frame numbers."""

    def __init__(self, film: Film, frames: FrameService, first: FrameReader) -> None:
        """`first` is the first part, open; it is owned from now on."""
        self._film = film
        self._frames = frames
        self._open: dict[int, FrameReader | None] = {0: first}  # by part; None while it is being opened
        self._left: list[FrameReader] = []
        self._waiting: dict[int, list[tuple[int, Answer, int]]] = {}  # number, answer, direction; by part
        self._range = (0, film.count - 1)
        self._closed = False

    @property
    def table(self) -> FrameTable:
        return self._film.table

    def held(self, number: int) -> QImage | None:
        part, own = self._film.place_of(number)
        reader = self._open.get(part)
        image = None if reader is None else reader.held(own)
        return None if image is None else self._framed(image)

    def stand_at(self, number: int, *, direction: int = 1) -> None:
        part, own = self._film.place_of(number)
        self._keep_near(number, direction)
        reader = self._open.get(part)
        if reader is not None:
            reader.stand_at(own, direction=direction)

    def set_range(self, first: int, last: int) -> None:
        self._range = first, last
        for part, reader in self._open.items():
            if reader is not None:
                reader.set_range(*self._range_in(part))

    def want(self, number: int, answer: Answer, *, direction: int = 1) -> None:
        self._keep_near(number, direction)
        part, own = self._film.place_of(number)
        if (reader := self._open[part]) is not None:
            self._ask(reader, own, answer, direction)
        else:
            self._waiting.setdefault(part, []).append((own, answer, direction))

    def leave(self) -> None:
        self._closed = True
        self._waiting.clear()
        for part in list(self._open):
            self._leave_part(part)

    def close(self) -> None:
        self.leave()
        for reader in self._left:
            reader.close()
        self._left.clear()

    # -- inside ----------------------------------------------------------------------------------------------------

    def _keep_near(self, number: int, direction: int) -> None:
        """Have the parts open that are shown now and soon, and no others."""
        film = self._film
        part, next_part = film.part_at(number), self._next_part(number, direction)
        wanted = {part, next_part, film.part_at(number - direction * _BEHIND_FRAMES)}
        for other in [other for other in self._open if other not in wanted]:
            self._leave_part(other)
        for other in (part, next_part):
            if other not in self._open:
                self._open[other] = None
                path = film.parts[other].video_path
                self._frames.open_part(path, partial(self._take, other, direction))

    def _next_part(self, number: int, direction: int) -> int:
        """Return the part that is shown some moments later, round the seam of the range."""
        film = self._film
        first, last = self._range if self._range[0] <= number <= self._range[1] else (0, film.count - 1)
        part = film.part_at(number)
        begin = film.begins[part]
        stop = min(begin + len(film.frames[part]) - 1, last) if direction > 0 else max(begin, first)
        if abs(stop - number) > _AHEAD_S * film.rate_fps:
            return part
        if stop == (last if direction > 0 else first):
            return film.part_at(first if direction > 0 else last)
        return film.part_at(stop + direction)

    def _take(self, part: int, direction: int, found: FrameReader | ViduDesktopError) -> None:
        waiting = self._waiting.pop(part, [])
        if isinstance(found, ViduDesktopError):
            self._open.pop(part, None)
            for _own, answer, _direction in waiting:
                answer(None)
            return
        if self._closed or part not in self._open:
            found.leave()
            self._give_up(waiting)
            return
        self._open[part] = found
        found.set_range(*self._range_in(part))
        if not waiting:
            shown = self._film.frames[part]
            # Nobody waits for it yet: it is ready when the seam comes.
            found.want(shown[0 if direction > 0 else -1], _unheard, direction=direction)
        for own, answer, way in waiting:
            self._ask(found, own, answer, way)

    def _ask(self, reader: FrameReader, own: int, answer: Answer, direction: int) -> None:
        reader.want(own, lambda image: answer(self._framed(image)), direction=direction)

    def _leave_part(self, part: int) -> None:
        reader = self._open.pop(part)
        self._give_up(self._waiting.pop(part, []))
        if reader is not None:
            reader.leave()
            self._left = [*self._left[-_LEFT_MOST + 1 :], reader]

    def _give_up(self, waiting: list[tuple[int, Answer, int]]) -> None:
        for _own, answer, _direction in waiting:
            QTimer.singleShot(0, partial(answer, None))  # never inside the call

    def _range_in(self, part: int) -> tuple[int, int]:
        """Return between which frames of its own video a part is played."""
        shown, begin = self._film.frames[part], self._film.begins[part]
        first, last = (frame - begin for frame in self._range)
        if first >= len(shown) or last < 0:
            return shown[0], shown[-1]
        return shown[max(first, 0)], shown[min(last, len(shown) - 1)]

    def _framed(self, image: QImage | None) -> QImage | None:
        """Return a picture in the film's shape, as it is written."""
        if image is None:
            return None
        return framed(image, self._film.size_px, self._film.wish.fit)


def framed(image: QImage, size: tuple[int, int], fit: Fit) -> QImage:
    """Return a picture in another one's shape, with bars beside it or without what sticks out; as it is where it has that
    shape already.
    """
    width, height = scaled_size((image.width(), image.height()), size, fit)
    if (width, height) == size or (image.width(), image.height()) == size:
        return image  # whoever shows it brings it to any size
    made = QImage(*size, QImage.Format.Format_RGB32)
    made.fill(Qt.GlobalColor.black)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(QRect((size[0] - width) // 2, (size[1] - height) // 2, width, height), image)
    painter.end()
    return made


def _unheard(_image: QImage | None) -> None:
    """Hear nothing: the reader holds the picture."""


class FilmOpener:
    """Fulfils FrameOpener for one film, whatever path is asked for."""

    def __init__(self, film: Film, frames: FrameService) -> None:
        self._film = film
        self._frames = frames

    def open(self, _path: str, answer: Callable[[FrameReader | ViduDesktopError], None]) -> None:
        """Answer when the first frame is there."""

        def begin(found: FrameReader | ViduDesktopError) -> None:
            if isinstance(found, ViduDesktopError):
                answer(found)
            else:
                reader = FilmReader(self._film, self._frames, found)
                reader.want(0, lambda _image: answer(reader))

        self._frames.open_part(self._film.parts[0].video_path, begin)

    def sound(self, _path: str, answer: Callable[[SoundTrack | None], None]) -> None:
        self._frames.film_sound(self._film, answer)
