"""The free room for videos, of which there is none while the library's drive isn't connected or doesn't answer."""

import asyncio
from contextlib import suppress
from pathlib import Path

from typing_extensions import override

from vidu_desktop.adapters.disk.os_errors import disk_trouble, unanswered
from vidu_desktop.adapters.disk.own_threads import DriveQuestions, on_own_thread
from vidu_desktop.adapters.disk.room import SystemDisk
from vidu_desktop.adapters.library_store.emptied import learn_folder, why_away
from vidu_desktop.adapters.library_store.library_store import LibraryStore
from vidu_desktop.errors import DiskTrouble

LEARNED_WITHIN_S = 10.0
"""An index that is new is filled from the library, whose drive may not answer."""
WAKES_WITHIN_S = 30.0
"""A disk that slept needs some ten seconds, a share whose server must be found again longer."""


class LibraryDisk(SystemDisk):
    """Knows the library's folder also from earlier runs, once `look` was called. Asking never takes longer than `answers_s`."""

    def __init__(self, data_dir: Path, store: LibraryStore, answers_s: float | None = None) -> None:
        super().__init__(data_dir, store.folder.root)
        self._store = store
        self._questions = DriveQuestions("room for videos", answers_s)

    @override
    async def look(self) -> None:
        with suppress(DiskTrouble, TimeoutError):  # an index that can't be read is told of elsewhere
            async with asyncio.timeout(LEARNED_WITHIN_S):
                await learn_folder(self._store)

    async def room_once_awake(self, within_s: float = WAKES_WITHIN_S) -> int:
        """Return the same as `free_bytes`, but wait so long for a drive that slept: for commands, which tell nobody later."""
        try:
            return await asyncio.wait_for(on_own_thread(self._room, "waking a drive"), within_s)
        except OSError as error:  # TimeoutError, too
            return self._none_known(error)

    @override
    def free_bytes(self) -> int:
        try:
            return self._questions.ask(self._room)
        except OSError as error:
            return self._none_known(error)

    def _none_known(self, error: OSError) -> int:
        root = self._store.folder.root
        trouble = unanswered(root) if isinstance(error, TimeoutError) else disk_trouble(error, root)
        self.why_none = trouble.sentence
        return 0

    def _room(self) -> int:
        away = why_away(self._store)
        if away is None:
            return super().free_bytes()
        self.why_none = away.sentence
        return 0
