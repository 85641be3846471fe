"""Plugs the picture adapter into the interface's desk: verbs with callables there, coroutines here."""

import asyncio
import os
from collections.abc import Callable, Coroutine
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtGui import QImage

from vidu_desktop.adapters.desktop.paths import private_dir
from vidu_desktop.adapters.pictures.picture_files import PictureFiles as PictureAdapter
from vidu_desktop.domain.catalogue import spec_for_mode
from vidu_desktop.domain.modes import Mode
from vidu_desktop.domain.naming import words_of
from vidu_desktop.domain.pictures import PICTURE_SUFFIXES, PictureFacts
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.engine.tasks import TaskKeeper
from vidu_desktop.errors import BadInput, DiskTrouble, Sentence, ViduDesktopError

T = TypeVar("T")


class AppPictureService:
    """Implements ui.protocols.PictureService. What is made here for the person is kept in `made_dir`."""

    def __init__(self, pictures: PictureAdapter, made_dir: Path, tasks: TaskKeeper) -> None:
        self._pictures = pictures
        self._made_dir = made_dir
        self._tasks = tasks

    def look_at(
        self, path: str, mode: Mode, answer: Callable[[PictureFacts | ViduDesktopError], None]
    ) -> None:
        limits = spec_for_mode(mode).picture_limits
        self._answer("look at a picture", lambda: self._pictures.look_at(path, limits), answer)

    def thumbnail(self, path: str, side_px: int, answer: Callable[[QImage | None], None]) -> None:
        async def make() -> QImage:
            made = await self._pictures.thumbnail(Path(path), side_px)
            loop = asyncio.get_running_loop()
            return await loop.run_in_executor(None, QImage, str(made))

        def give(image: QImage | ViduDesktopError) -> None:
            answer(None if isinstance(image, ViduDesktopError) or image.isNull() else image)

        self._answer("make a thumbnail", make, give)

    def keep_image(self, image: QImage, name: str, answer: Callable[[str | ViduDesktopError], None]) -> None:
        async def keep() -> str:
            return await asyncio.get_running_loop().run_in_executor(None, self._keep, image, name)

        self._answer("keep a pasted picture", keep, answer)

    def _keep(self, image: QImage, name: str) -> str:
        stamp = datetime.now().astimezone().strftime("%Y%m%d-%H%M%S-%f")
        path = private_dir(self._made_dir) / f"{words_of(name) or 'pasted'}-{stamp}.png"
        if not image.save(str(path)):  # by its ending: 6.11 declares bytes for a format and refuses them
            path.unlink(missing_ok=True)
            raise DiskTrouble(
                "paste-not-kept",
                Sentence(
                    QT_TRANSLATE_NOOP(
                        "pictures", "The picture couldn't be saved. Make room on the disk, then try again."
                    )
                ),
            )
        return str(path)

    def crop_to_ratio(
        self, path: str, low: float, high: float, answer: Callable[[str | ViduDesktopError], None]
    ) -> None:
        async def crop() -> str:
            return str(await self._pictures.crop_to_ratio(path, low, high, private_dir(self._made_dir)))

        self._answer("crop a picture", crop, answer)

    def match_size(
        self, start_path: str, end_path: str, answer: Callable[[str | ViduDesktopError], None]
    ) -> None:
        async def match() -> str:
            return str(await self._pictures.match_size(start_path, end_path, private_dir(self._made_dir)))

        self._answer("match a picture", match, answer)

    def pictures_in(self, folder: str, answer: Callable[[list[str]], None]) -> None:
        async def find() -> list[str]:
            return await asyncio.get_running_loop().run_in_executor(None, _pictures_in, folder)

        def give(paths: list[str] | ViduDesktopError) -> None:
            answer([] if isinstance(paths, ViduDesktopError) else paths)

        self._answer("look into a folder", find, give)

    def _answer(
        self,
        name: str,
        work: Callable[[], Coroutine[Any, Any, T]],
        answer: Callable[[T | ViduDesktopError], None],
    ) -> None:
        async def run() -> None:
            try:
                outcome: T | ViduDesktopError = await work()
            except ViduDesktopError as error:
                outcome = error
            except Exception as error:
                template = QT_TRANSLATE_NOOP(
                    "pictures",
                    "The program tripped over this picture ({kind}). Try another one; nothing was sent.",
                )
                answer(BadInput("our-fault", Sentence(template, {"kind": type(error).__name__})))
                raise
            answer(outcome)

        self._tasks.start(name, run())


def _pictures_in(folder: str) -> list[str]:
    try:
        with os.scandir(folder) as entries:
            names = [entry.name for entry in entries if Path(entry.name).suffix.lower() in PICTURE_SUFFIXES]
    except OSError:
        return []
    return [str(Path(folder) / name) for name in sorted(names, key=str.casefold) if not name.startswith(".")]
