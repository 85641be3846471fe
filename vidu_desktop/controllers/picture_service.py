"""Connects the pictures on the disk with the interface's service: its verbs with callbacks are coroutines here."""

import asyncio
import os
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtGui import QImage

from vidu_desktop.controllers.ports import PictureLinks, PictureTools
from vidu_desktop.controllers.task_errors import AnsweringTasks
from vidu_desktop.domain.catalogue import spec_for_mode
from vidu_desktop.domain.modes import Mode
from vidu_desktop.domain.naming import file_name_words
from vidu_desktop.domain.pictures import PICTURE_SUFFIXES, PictureFacts
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.engine.tasks import TaskKeeper
from vidu_desktop.errors import DiskTrouble, Sentence, ViduDesktopError

_ENDINGS = {b"\xff\xd8": ".jpg", b"RIFF": ".webp"}
"""By the first bytes of a picture; PNG otherwise."""
Answer = Callable[[str | ViduDesktopError], None]


class AppPictureService:
    """Implements ui.protocols.PictureService. `made_dir` returns the folder for files that are made for the person, and
    creates it if needed.
    """

    def __init__(
        self, pictures: PictureTools, links: PictureLinks, made_dir: Callable[[], Path], tasks: TaskKeeper
    ) -> None:
        self._pictures = pictures
        self._links = links
        self._made_dir = made_dir
        self._start = AnsweringTasks(tasks, _TRIPPED).start

    def look_at(
        self, path: str, mode: Mode, answer: Callable[[PictureFacts | ViduDesktopError], None]
    ) -> None:
        limits = spec_for_mode(mode).picture_limits
        self._start("look at a picture", lambda: self._pictures.look_at(path, limits), answer)

    def sent_sha256(self, path: str, mode: Mode, answer: Callable[[str], None]) -> None:
        """Prepare the picture for that, as an order does."""
        limits = spec_for_mode(mode).picture_limits

        async def prepare() -> str:
            return (await self._pictures.prepare(path, limits)).sha256

        def give(sha256: str | ViduDesktopError) -> None:
            answer("" if isinstance(sha256, ViduDesktopError) else sha256)

        self._start("compare a picture with the shelf", prepare, give)

    def thumbnail(self, path: str, side_px: int, answer: Callable[[QImage | None], None]) -> None:
        def give(image: QImage | ViduDesktopError) -> None:
            answer(None if isinstance(image, ViduDesktopError) or image.isNull() else image)

        self._start("make a thumbnail", partial(self.small, path, side_px), give)

    async def small(self, path: str, side_px: int) -> QImage:
        """Return a small upright picture whose longer side is at most `side_px`. Raises BadInput, DiskTrouble."""
        made = await self._pictures.thumbnail(Path(path), side_px)
        return await asyncio.get_running_loop().run_in_executor(None, QImage, str(made))

    def keep_image(self, image: QImage, name: str, answer: Answer) -> None:
        async def keep() -> str:
            return await asyncio.get_running_loop().run_in_executor(None, self._keep, image, name)

        self._start("keep a pasted picture", keep, answer)

    def keep_content(self, content: bytes, name: str, answer: Answer) -> None:
        async def keep() -> str:
            return await asyncio.get_running_loop().run_in_executor(None, self._keep_content, content, name)

        self._start("keep a pasted picture", keep, answer)

    def _new_path(self, name: str, ending: str) -> Path:
        stamp = datetime.now().astimezone().strftime("%Y%m%d-%H%M%S-%f")
        return self._made_dir() / f"{file_name_words(name) or 'pasted'}-{stamp}{ending}"

    def _keep_content(self, content: bytes, name: str) -> str:
        ending = next((ending for begin, ending in _ENDINGS.items() if content.startswith(begin)), ".png")
        path = self._new_path(name, ending)
        try:
            path.write_bytes(content)
        except OSError as error:
            path.unlink(missing_ok=True)
            raise DiskTrouble("paste-not-kept", Sentence(_NOT_KEPT)) from error
        return str(path)

    def _keep(self, image: QImage, name: str) -> str:
        path = self._new_path(name, ".png")
        # Format by the ending: PySide6 6.11 declares bytes for it and refuses them.
        if not image.save(str(path)):
            path.unlink(missing_ok=True)
            raise DiskTrouble("paste-not-kept", Sentence(_NOT_KEPT))
        return str(path)

    def fetch_link(self, link: str, answer: Answer) -> None:
        async def fetch() -> str:
            return str(await self._links.fetch(link, self._made_dir()))

        self._start("fetch a picture", fetch, answer)

    def crop_to_ratio(self, path: str, low: float, high: float, answer: Answer) -> None:
        async def crop() -> str:
            return await self.cropped(path, low, high)

        self._start("crop a picture", crop, answer)

    async def cropped(self, path: str, low: float, high: float, name: str = "") -> str:
        """Make a copy with its sides cut evenly, so that width / height is within `low` and `high`; return its path. `name` is
        the picture's name without ending, if its file has another one. Raises BadInput, DiskTrouble.
        """
        return str(await self._pictures.crop_to_ratio(path, low, high, self._made_dir(), name))

    def match_size(self, start_path: str, end_path: str, answer: Answer) -> None:
        async def match() -> str:
            return await self.matched(start_path, end_path)

        self._start("match a picture", match, answer)

    async def matched(self, start_path: str, end_path: str, name: str = "") -> str:
        """Make a copy of the end frame in the start frame's size; return its path. `name` is the end frame's name without
        ending, if its file has another one. Raises BadInput, DiskTrouble.
        """
        return str(await self._pictures.match_size(start_path, end_path, self._made_dir(), name))

    def pictures_in(self, folder: str, answer: Callable[[list[str]], None]) -> None:
        """Find the pictures of a folder, without its subfolders; none if it can't be read."""

        async def find() -> list[str]:
            return await asyncio.get_running_loop().run_in_executor(None, _pictures_in, folder)

        def give(paths: list[str] | ViduDesktopError) -> None:
            answer([] if isinstance(paths, ViduDesktopError) else paths)

        self._start("look into a folder", find, give)


def _pictures_in(folder: str) -> list[str]:
    try:
        with os.scandir(folder) as entries:
            names = [entry.name for entry in entries if Path(entry.name).suffix.lower() in PICTURE_SUFFIXES]
    except OSError:
        return []
    return [str(Path(folder) / name) for name in sorted(names, key=str.casefold) if not name.startswith(".")]


_NOT_KEPT = QT_TRANSLATE_NOOP(
    "pictures", "The picture couldn't be saved. Make room on the disk, then try again."
)
_TRIPPED = QT_TRANSLATE_NOOP(
    "pictures", "The program tripped over this picture ({kind}). Try another one; nothing was sent."
)
