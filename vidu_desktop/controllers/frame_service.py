"""Connects the videos on the disk with the interface's frame service: pictures arrive on the interface's thread as Qt images."""

import asyncio
import functools
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from datetime import datetime
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeVar, TypeVarTuple
from weakref import finalize, ref

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage

from vidu_desktop.controllers.ports import FrameAccess, OpenVideo
from vidu_desktop.controllers.task_errors import AnsweringTasks
from vidu_desktop.domain.doubled import is_same_picture
from vidu_desktop.domain.film import Film, PartColours
from vidu_desktop.domain.frames import PICTURES_HELD, FramePixels, FrameTable, SoundTrack
from vidu_desktop.domain.stand_ins import StandIn
from vidu_desktop.engine.tasks import TaskKeeper
from vidu_desktop.errors import ViduDesktopError
from vidu_desktop.ui.player.stand_in_reader import STILL_SIDE_PX, StandInReader

T = TypeVar("T")
Ts = TypeVarTuple("Ts")
Answer = Callable[[QImage | None], None]


class _Handing(QObject):
    """Brings pictures from the readers' threads to the interface's thread. It is created on that thread, and lives as long as
    the program.

    A reader's thread must not own Qt objects of the interface. So it holds only a weak reference to an `AppFrameReader`,
    which is followed on the interface's thread. Neither keeps the other alive, and no Qt object is destroyed in a wrong
    thread.
    """

    _came = Signal(object, int, object)  # weak AppFrameReader, number, QImage | None

    def __init__(self) -> None:
        super().__init__()
        self._came.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def give_over(self, to: "ref[AppFrameReader]", number: int, pixels: FramePixels | None) -> None:
        """Turn the picture into a Qt image, and hand it over. Called on the reader's thread."""
        self._came.emit(to, number, None if pixels is None else image_of(pixels))

    def _take(self, to: "ref[AppFrameReader]", number: int, image: QImage | None) -> None:
        reader = to()
        if reader is not None:
            reader.take(number, image)


@functools.cache
def _handing() -> _Handing:
    return _Handing()


class AppFrameReader:
    """Implements ui.protocols.FrameReader. Lives on the interface's thread; pictures arrive by a queued signal."""

    def __init__(self, videos: FrameAccess) -> None:
        self._videos = videos
        self._images: OrderedDict[int, QImage] = OrderedDict()
        self._answers: dict[int, list[Answer]] = {}
        self._reader: OpenVideo | None = None
        self._closed = False
        self._ready = partial(_handing().give_over, ref(self))

    def begin(self, path: str, *, is_part: bool = False, colours: PartColours | None = None) -> None:
        """Open the file; blocks, so it must run in a thread. A film's part takes less memory. Raises NotAVideo, DiskTrouble."""
        self._reader = self._videos.open(path, self._ready, is_part=is_part, colours=colours)
        # If the asking task was cancelled before its first turn, nobody else would close the reader.
        finalize(self, self._reader.leave)
        if self._closed:  # closed by the interface meanwhile
            self._reader.leave()

    @property
    def table(self) -> FrameTable:
        return self._open_reader().table

    def decoded(self, number: int) -> QImage | None:
        image = self._images.get(number)
        if image is not None:
            self._images.move_to_end(number)
        return image

    def stand_at(self, number: int, *, direction: int = 1) -> None:
        self._open_reader().stand_at(number, direction)

    def set_range(self, first: int, last: int) -> None:
        self._open_reader().set_range(first, last)

    def want(self, number: int, answer: Answer, *, direction: int = 1) -> None:
        self._answers.setdefault(number, []).append(answer)
        self._open_reader().want(number, direction)

    def leave(self) -> None:
        self._closed = True
        self._answers.clear()
        self._images.clear()
        if self._reader is not None:
            self._reader.leave()

    def close(self) -> None:
        self.leave()
        if self._reader is not None:
            self._reader.close()

    def _open_reader(self) -> OpenVideo:
        if self._reader is None:
            raise RuntimeError("the reader hasn't been opened")
        return self._reader

    def take(self, number: int, image: QImage | None) -> None:
        """Take a picture from the reader's thread: hold it, and answer all who wait for it."""
        if self._closed:
            return
        if image is not None:
            self._images[number] = image
            self._images.move_to_end(number)
            while len(self._images) > PICTURES_HELD:
                self._images.popitem(last=False)
        for answer in self._answers.pop(number, []):
            answer(image)


def image_of(pixels: FramePixels) -> QImage:
    """Return an image that owns its own copy of the pixels."""
    shape = (pixels.width_px, pixels.height_px, pixels.stride_bytes)
    return QImage(pixels.bgra, *shape, QImage.Format.Format_RGB32).copy()


class AppFrameService:
    """Implements ui.protocols.FrameService, and offers the same as coroutines. `made_dir` returns the folder of frames that
    are kept for the person, and creates it if needed. `small` makes a small picture of a still; see AppPictureService.
    """

    def __init__(
        self,
        videos: FrameAccess,
        made_dir: Callable[[], Path],
        tasks: TaskKeeper,
        small: Callable[[str, int], Awaitable[QImage]] | None = None,
    ) -> None:
        self._videos = videos
        self._small = small
        self._made_dir = made_dir
        self._start = AnsweringTasks(tasks).start

    def open(self, path: str, answer: Callable[[AppFrameReader | ViduDesktopError], None]) -> None:
        # Opening begins at once: before a task has its first turn, everything that the click changed in the
        # window is painted.
        self._start("open a video", self._opening(path), answer)

    def open_part(
        self,
        path: str,
        answer: Callable[[AppFrameReader | ViduDesktopError], None],
        colours: PartColours | None = None,
    ) -> None:
        self._start("open a part of a film", self._opening(path, is_part=True, colours=colours), answer)

    def open_stand_in(
        self,
        stand_in: StandIn,
        table: FrameTable,
        answer: Callable[[StandInReader | ViduDesktopError], None],
    ) -> None:
        self._start("open two stills", partial(self._stills_opened, stand_in, table), answer)

    async def _stills_opened(self, stand_in: StandIn, table: FrameTable) -> StandInReader:
        start, end = await asyncio.gather(self._still(stand_in.start_path), self._still(stand_in.end_path))
        return await _in_thread(StandInReader, table, start, end)

    async def _still(self, path: str) -> QImage | None:
        if self._small is None:
            return None
        try:
            return await self._small(path, STILL_SIDE_PX)
        except ViduDesktopError:
            return None  # the board says what is wrong with it

    def sound(self, path: str, answer: Callable[[SoundTrack | None], None]) -> None:
        self._give_sound(partial(_in_thread, self._videos.read_sound, path), answer)

    def film_sound(self, film: Film, answer: Callable[[SoundTrack | None], None]) -> None:
        self._give_sound(partial(_in_thread, self._videos.read_film_sound, film), answer)

    def _give_sound(
        self,
        read: Callable[[], Coroutine[Any, Any, SoundTrack | None]],
        answer: Callable[[SoundTrack | None], None],
    ) -> None:
        def give(track: SoundTrack | ViduDesktopError | None) -> None:
            answer(None if isinstance(track, ViduDesktopError) else track)

        self._start("read the sound", read, give)

    def save_frame(
        self, path: str, number: int | None, target: str, answer: Callable[[str | ViduDesktopError], None]
    ) -> None:
        self._start("save a frame", partial(self.saved_frame, path, number, target), answer)

    async def open_reader(self, path: str) -> AppFrameReader:
        """Return a reader that holds the first frame. Raises NotAVideo, DiskTrouble. After an error, or when cancelled, the
        file is released.
        """
        return await self._opening(path)()

    async def saved_frame(self, path: str, number: int | None, target: str = "") -> str:
        """Write a frame of a file as a PNG, and return its path; `number` None is the last frame. Without a `target`, it is
        written into our own folder. Raises NotAVideo, DiskTrouble; then no file is left.
        """
        return await _in_thread(self._save, path, number, target)

    async def get_ready(self) -> None:
        """Load what the first video needs, so that it opens as quickly as later ones."""
        await _in_thread(self._videos.load)

    async def tables_of(self, paths: Sequence[str]) -> list[FrameTable | ViduDesktopError]:
        """Return the table of each video, or why it can't be read, in the order of the paths."""
        return await _in_thread(partial(_tables, self._videos.table_of, paths))

    async def sound_length_s(self, path: str) -> float:
        """Return the length of a sound file in seconds. Raises BadInput, DiskTrouble."""
        return await _in_thread(self._videos.sound_length_s, path)

    async def doubled(self, paths: Sequence[str]) -> list[bool]:
        """Return for each video whether it begins with the picture with which the one before ends; False if unreadable."""
        return [
            False,
            *(await asyncio.gather(*(_in_thread(self._is_doubled, *two) for two in pairwise(paths)))),
        ]

    def _is_doubled(self, before: str, path: str) -> bool:
        try:
            return is_same_picture(self._videos.frame_of(before, None), self._videos.frame_of(path, 0))
        except ViduDesktopError:
            return False  # it is reported when it plays

    def _opening(
        self, path: str, *, is_part: bool = False, colours: PartColours | None = None
    ) -> Callable[[], Coroutine[Any, Any, AppFrameReader]]:
        """Begin to open a file now; return a function whose coroutine waits for that."""
        reader = AppFrameReader(self._videos)
        begin = partial(reader.begin, path, is_part=is_part, colours=colours)
        begun = asyncio.get_running_loop().run_in_executor(None, begin)
        return partial(_opened, reader, begun)

    def _save(self, path: str, number: int | None, target: str) -> str:
        return self._videos.save_frame(path, number, target or str(self._kept_place(path, number)))

    def _kept_place(self, path: str, number: int | None) -> Path:
        stamp = datetime.now().astimezone().strftime("%Y%m%d-%H%M%S-%f")
        which = "last" if number is None else str(number + 1)
        return self._made_dir() / f"{Path(path).stem[:60]}-frame-{which}-{stamp}.png"


def _tables(
    table_of: Callable[[str], FrameTable], paths: Sequence[str]
) -> list[FrameTable | ViduDesktopError]:
    found: dict[str, FrameTable | ViduDesktopError] = {}
    for path in dict.fromkeys(paths):
        try:
            found[path] = table_of(path)
        except ViduDesktopError as error:
            found[path] = error
    return [found[path] for path in paths]


async def _opened(reader: AppFrameReader, begun: asyncio.Future[None]) -> AppFrameReader:
    try:
        await begun
        if reader.decoded(0) is None:  # the picture is still on its way to this thread
            there = asyncio.get_running_loop().create_future()
            reader.want(0, there.set_result)
            await there
    except asyncio.CancelledError:
        reader.leave()
        raise
    return reader


async def _in_thread(work: Callable[[*Ts], T], *values: *Ts) -> T:
    return await asyncio.get_running_loop().run_in_executor(None, work, *values)
