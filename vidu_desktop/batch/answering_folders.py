"""The files of a board, some of which may lie on a drive that doesn't answer: such a drive counts as away, so that the library's
copies are read instead, and the rest of the board is known meanwhile.
"""

import asyncio
from collections.abc import Awaitable, Callable, Collection
from pathlib import PurePath
from typing import TypeVar

from vidu_desktop.batch.ports import Files
from vidu_desktop.domain.batch import SeenPicture

ANSWERS_S = 8.0
"""How long a drive may take; one that begins to turn takes a few seconds."""
AGAIN_S = 60.0
"""When a drive is asked again for the first time. Then it takes twice as long each time: every question that isn't answered
holds a thread.
"""
READ_BYTES_PER_S = 1_000_000.0
"""The slowest drive that still counts as answering."""
_DRIVE_PARTS = 4
"""/media/name/disk: a path's first parts, which files of one drive share."""
T = TypeVar("T")


class AnsweringFolders:
    """Asks each drive by itself. One that stops answering while a file is read counts as away, too."""

    def __init__(self, files: Files) -> None:
        self._files = files
        self._again_at_s: dict[tuple[str, ...], float] = {}
        self._wait_s: dict[tuple[str, ...], float] = {}

    async def seen(self, paths: Collection[str]) -> dict[str, SeenPicture]:
        """Return size and time of each file that exists on a drive that answers."""
        drives: dict[tuple[str, ...], list[str]] = {}
        for path in paths:
            drives.setdefault(_drive_of(path), []).append(path)
        found: dict[str, SeenPicture] = {}
        for drive, its_paths in drives.items():
            found |= await self._asked(drive, self._files.seen, its_paths, ANSWERS_S)
        return found

    async def digests(self, paths: Collection[str]) -> dict[str, str]:
        """Return the SHA-256 of each file that can be read to its end, on a drive that goes on answering while it is read."""
        found: dict[str, str] = {}
        for path, seen in (await self.seen(paths)).items():
            within_s = ANSWERS_S + seen.file_bytes / READ_BYTES_PER_S
            found |= await self._asked(_drive_of(path), self._files.digests, [path], within_s)
        return found

    async def _asked(
        self,
        drive: tuple[str, ...],
        ask: Callable[[Collection[str]], Awaitable[dict[str, T]]],
        paths: Collection[str],
        within_s: float,
    ) -> dict[str, T]:
        now_s = asyncio.get_running_loop().time()
        if now_s < self._again_at_s.get(drive, now_s):
            return {}
        try:
            async with asyncio.timeout(within_s):
                found = await ask(paths)
        except TimeoutError:
            wait_s = self._wait_s.get(drive, AGAIN_S)
            self._again_at_s[drive] = now_s + within_s + wait_s
            self._wait_s[drive] = 2 * wait_s
            return {}
        self._wait_s.pop(drive, None)
        return found


def _drive_of(path: str) -> tuple[str, ...]:
    return PurePath(path).parts[:-1][:_DRIVE_PARTS]
