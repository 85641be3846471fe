"""Plugs the frame reader into the interface's desk: its pictures come over to the interface's thread as Qt's images."""

import asyncio
import functools
from collections import OrderedDict
from collections.abc import Callable, Coroutine
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from weakref import ref

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage

from vidu_desktop.adapters.desktop.paths import private_dir
from vidu_desktop.controllers.task_errors import our_fault
from vidu_desktop.domain.frames import PICTURES_HELD, FramePixels, FrameTable, SoundTrack
from vidu_desktop.engine.tasks import TaskKeeper
from vidu_desktop.errors import DiskTrouble, NotAVideo, ViduDesktopError

if TYPE_CHECKING:
    from vidu_desktop.adapters.video.frame_decoder import FrameDecoder

Answer = Callable[[QImage | None], None]


class _Handing(QObject):
    """Brings pictures over from the readers' threads; made on the interface's thread, and lives as long as the program.

    A reader's thread never owns a widget's world: what it holds leads to an `AppFrameReader` by a weak reference only,
    which is followed on the interface's thread. So neither keeps the other, and nothing of Qt ends in a strange thread.
    """

    _came = Signal(object, int, object)  # weak AppFrameReader, number, QImage | None

    def __init__(self) -> None:
        super().__init__()
        self._came.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def give_over(self, to: "ref[AppFrameReader]", number: int, pixels: FramePixels | None) -> None:
        """In the reader's thread: make the picture Qt's own."""
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

    def __init__(self) -> None:
        self._images: OrderedDict[int, QImage] = OrderedDict()
        self._answers: dict[int, list[Answer]] = {}
        self._reader: FrameDecoder | None = None
        self._closed = False
        self._ready = functools.partial(_handing().give_over, ref(self))

    def begin(self, path: str) -> None:
        """Open the file; blocks, for a thread. Raises NotAVideo, DiskTrouble."""
        from vidu_desktop.adapters.video.frame_decoder import FrameDecoder
        from vidu_desktop.adapters.video.video_errors import kept_video

        with kept_video(path):
            self._reader = FrameDecoder(path, self._ready)
        if self._closed:  # meanwhile, by the interface
            self._reader.leave()

    @property
    def table(self) -> FrameTable:
        return self._open_reader().table

    def held(self, number: int) -> QImage | None:
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

    def _open_reader(self) -> "FrameDecoder":
        if self._reader is None:
            raise RuntimeError("the reader hasn't been opened")
        return self._reader

    def take(self, number: int, image: QImage | None) -> None:
        """Hear of a picture from the reader's thread: hold it, and answer who waits for it."""
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
    """Return pixels as an image that owns them."""
    shape = (pixels.width_px, pixels.height_px, pixels.stride_bytes)
    return QImage(pixels.bgra, *shape, QImage.Format.Format_RGB32).copy()


class AppFrameService:
    """Implements ui.protocols.FrameService. Frames that are kept for the person go to `made_dir`."""

    def __init__(self, made_dir: Path, tasks: TaskKeeper) -> None:
        self._made_dir = made_dir
        self._tasks = tasks

    def open(self, path: str, answer: Callable[[AppFrameReader | ViduDesktopError], None]) -> None:
        reader = AppFrameReader()
        # At once: until a task has its first turn, whatever the click changed in the window is painted.
        begun = asyncio.get_running_loop().run_in_executor(None, reader.begin, path)
        self._tasks.start("open a video", self._answer(reader, begun, answer))

    async def _answer(
        self,
        reader: AppFrameReader,
        begun: asyncio.Future[None],
        answer: Callable[[AppFrameReader | ViduDesktopError], None],
    ) -> None:
        try:
            await begun
            if reader.held(0) is None:  # the picture is still on its way over to this thread
                there = asyncio.get_running_loop().create_future()
                reader.want(0, there.set_result)
                await there
        except (NotAVideo, DiskTrouble) as error:
            answer(error)
        except asyncio.CancelledError:
            reader.leave()
            raise
        except Exception as error:
            answer(our_fault(error))
            raise
        else:
            answer(reader)

    def sound(self, path: str, answer: Callable[[SoundTrack | None], None]) -> None:
        async def read() -> None:
            from vidu_desktop.adapters.video.sound_track import read_sound

            try:
                track = await asyncio.get_running_loop().run_in_executor(None, read_sound, path)
            except (NotAVideo, DiskTrouble):
                track = None
            answer(track)

        self._tasks.start("read the sound", read())

    def save_frame(
        self, path: str, number: int | None, target: str, answer: Callable[[str | ViduDesktopError], None]
    ) -> None:
        async def save() -> None:
            from vidu_desktop.adapters.video.frame_saving import save_frame

            place = target or str(self._kept_place(path, number))
            work = functools.partial(save_frame, path, number, place)
            try:
                saved: str | ViduDesktopError = await asyncio.get_running_loop().run_in_executor(None, work)
            except (NotAVideo, DiskTrouble) as error:
                saved = error
            except Exception as error:
                answer(our_fault(error))
                raise
            answer(saved)

        self._tasks.start("save a frame", save())

    def _kept_place(self, path: str, number: int | None) -> Path:
        stamp = datetime.now().astimezone().strftime("%Y%m%d-%H%M%S-%f")
        which = "last" if number is None else str(number + 1)
        return private_dir(self._made_dir) / f"{Path(path).stem[:60]}-frame-{which}-{stamp}.png"

    def get_ready(self) -> Coroutine[Any, Any, None]:
        """Load what the first video needs, so that it opens as quickly as the next."""

        async def load() -> None:
            def load_modules() -> None:
                import vidu_desktop.adapters.video.frame_decoder
                import vidu_desktop.adapters.video.sound_track  # noqa: F401
                from vidu_desktop.adapters.processes.malloc import keep_freed_memory

                keep_freed_memory()

            await asyncio.get_running_loop().run_in_executor(None, load_modules)

        return load()
