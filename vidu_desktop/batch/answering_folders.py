"""The files of a board, some of which may lie on a drive that doesn't answer: such a drive counts as away, so that the library's
copies are read instead, and the rest of the board is known meanwhile.
"""

import asyncio
from collections.abc import Collection
from pathlib import PurePath

from vidu_desktop.batch.ports import Folders
from vidu_desktop.domain.batch import SeenPicture

ANSWERS_S = 8.0
"""How long a drive may take; one that begins to turn takes a few seconds."""
AGAIN_S = 60.0
"""When a drive is asked again for the first time. Then it takes twice as long each time: every question that isn't answered
holds a thread.
"""
_DRIVE_PARTS = 4
"""/media/name/disk: a path's first parts, which files of one drive share."""


class AnsweringFolders:
    """Asks each drive by itself."""

    def __init__(self, folders: Folders) -> None:
        self._folders = folders
        self._again_at_s: dict[tuple[str, ...], float] = {}
        self._wait_s: dict[tuple[str, ...], float] = {}

    async def seen(self, paths: Collection[str]) -> dict[str, SeenPicture]:
        """Return size and time of each file that exists on a drive that answers."""
        drives: dict[tuple[str, ...], list[str]] = {}
        for path in paths:
            drives.setdefault(PurePath(path).parts[:-1][:_DRIVE_PARTS], []).append(path)
        found: dict[str, SeenPicture] = {}
        for drive, its_paths in drives.items():
            found |= await self._seen_on(drive, its_paths)
        return found

    async def _seen_on(self, drive: tuple[str, ...], paths: list[str]) -> dict[str, SeenPicture]:
        now_s = asyncio.get_running_loop().time()
        if now_s < self._again_at_s.get(drive, now_s):
            return {}
        try:
            async with asyncio.timeout(ANSWERS_S):
                found = await self._folders.seen(paths)
        except TimeoutError:
            wait_s = self._wait_s.get(drive, AGAIN_S)
            self._again_at_s[drive] = now_s + ANSWERS_S + wait_s
            self._wait_s[drive] = 2 * wait_s
            return {}
        self._wait_s.pop(drive, None)
        return found
