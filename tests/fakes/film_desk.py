"""A frame service for films, without files: the pixels of each frame tell its part and its number."""

from PySide6.QtGui import QImage, qRgb

from vidu_desktop.domain.film import Film, FilmPart, FilmWish, film_of
from vidu_desktop.domain.frames import FrameTable
from vidu_desktop.domain.stand_ins import StandIn
from vidu_desktop.errors import NotAVideo, Sentence


def a_table(count: int, fps: float = 24.0) -> FrameTable:
    starts_s = tuple(number / fps for number in range(count))
    return FrameTable(starts_s=starts_s, end_s=count / fps, fps=fps, width_px=64, height_px=36)


def a_film(*counts: int, skip_first: int = 1, skip_last: int = 0) -> Film:
    """Return a film with these numbers of frames in its parts; the file names are the parts' numbers."""
    parts = [
        FilmPart(video_path=str(number), skip_first=skip_first if number else 0, skip_last=skip_last)
        for number in range(len(counts))
    ]
    return film_of(FilmWish(parts=tuple(parts)), [a_table(count) for count in counts])


def seen_in(image: QImage) -> tuple[int, int]:
    """Return the part and the frame that a picture shows."""
    pixel = image.pixel(0, 0)
    return pixel >> 8 & 0xFF, pixel & 0xFF


class DeskReader:
    """Has a frame ready once it was asked for; `wanted` records the requests in order."""

    def __init__(self, path: str, colours=None) -> None:
        self.path, self.colours = path, colours
        self.wanted: list[int] = []
        self.range: tuple[int, int] | None = None
        self.left = self.closed = False
        self.table = a_table(96)

    def decoded(self, number):
        return self._picture(number) if number in self.wanted else None

    def stand_at(self, number, *, direction=1):
        pass

    def set_range(self, first, last):
        self.range = first, last

    def want(self, number, answer, *, direction=1):
        self.wanted.append(number)
        answer(self._picture(number))

    def leave(self):
        self.left = True

    def close(self):
        self.leave()
        self.closed = True

    def _picture(self, number):
        image = QImage(64, 36, QImage.Format.Format_RGB32)
        image.fill(qRgb(0, int(self.path), number))
        return image


class FilmDesk:
    """Opens parts at once, except those in `waits`, which wait for `let_go`. Those in `broken` can't be opened."""

    def __init__(self, waits=(), broken=()) -> None:
        self.meets: set[str] | None = None
        """The videos that begin with the last frame of the video before; None means all."""
        self.sound_s = 0.0
        self.waits = set(waits)
        self.broken = set(broken)
        self.opened: list[DeskReader] = []
        self.stood_in: list[StandIn] = []
        self._held_up: list[tuple] = []

    def open_part(self, path, answer, colours=None):
        if path in self.waits:
            self._held_up.append((path, answer, colours))
        elif path in self.broken:
            answer(NotAVideo("video-damaged", Sentence("broken")))
        else:
            self.opened.append(DeskReader(path, colours))
            answer(self.opened[-1])

    def open_stand_in(self, stand_in, table, answer):
        self.stood_in.append(stand_in)
        self.open_part(stand_in.start_path, answer)

    def open(self, path, answer):
        self.open_part(path, answer)

    def sound(self, path, answer):
        answer(None)

    def film_sound(self, film, answer):
        answer(None)

    async def sound_length_s(self, path):
        return self.sound_s

    async def doubled(self, paths):
        return [
            number > 0 and (self.meets is None or path in self.meets) for number, path in enumerate(paths)
        ]

    def let_go(self):
        self.waits.clear()
        held_up, self._held_up = self._held_up, []
        for path, answer, colours in held_up:
            self.open_part(path, answer, colours)

    @property
    def open_now(self) -> list[str]:
        return [reader.path for reader in self.opened if not reader.left]

    async def tables_of(self, paths):
        return [
            NotAVideo("video-damaged", Sentence("broken")) if one in self.broken else a_table(96)
            for one in paths
        ]
