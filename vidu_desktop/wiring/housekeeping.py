"""Regular checks while the program runs: the ballast, the library's drive, old videos in its trash, the size of the thumbnails'
folder, and the connections when the network changes. At the start, what killed exports left is cleared away.
"""

import asyncio
import os
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta

from vidu_desktop.adapters.disk.usage import shrink_folder
from vidu_desktop.adapters.library_store.emptied import is_emptied
from vidu_desktop.adapters.records.availability_check import availability_of
from vidu_desktop.domain.availability import Availability
from vidu_desktop.engine.events import ClipAdded, Event
from vidu_desktop.engine.tasks import TaskKeeper
from vidu_desktop.errors import DiskTrouble
from vidu_desktop.wiring.program import Program

_LOOK_EVERY_S = 5.0
_EMPTY_EVERY_S = 3600.0
_THUMBS_MOST_BYTES = 500_000_000
"""A thumbnail at the size of the stage takes about 200 kB."""
_ROOM_FOR_BALLAST_BYTES = 128_000_000
"""How much must be free before the ballast is written again, so that it doesn't fill the disk."""


class Housekeeping:
    """`on_library` is called when the library's folder becomes available or unavailable, on the loop on which `begin` was
    called. `on_emptied` is called with the number of videos that were deleted because they had been in the trash for as long
    as the settings say.
    """

    def __init__(
        self,
        program: Program,
        tasks: TaskKeeper,
        on_library: Callable[[Availability], None],
        on_emptied: Callable[[int], None] = lambda _count: None,
    ) -> None:
        self._program = program
        self._tasks = tasks
        self._on_library = on_library
        self._on_emptied = on_emptied
        self._availability = Availability.THERE
        self._known = False
        self._look_now = asyncio.Event()
        program.bus.subscribe(self._hear)

    def begin(self) -> None:
        """Watch from now on, until the tasks are cancelled."""
        self._tasks.start("look after the disk", self._watch_disk())
        self._tasks.start("look after the trash", self._watch_trash())
        self._tasks.start("clear away what killed exports left", self._clear_exports())

    def _hear(self, event: Event) -> None:
        self._known = self._known or isinstance(event, ClipAdded)

    def look_now(self) -> None:
        """Check the library's folder at once."""
        self._look_now.set()

    async def use_folder(self) -> None:
        """Take the empty folder in the library's place for the right one from now on. Raises DiskTrouble."""
        await self._program.library.rebuild()
        self.look_now()

    def connect_anew(self) -> None:
        """Must be called when the network has changed: its drives may be gone or back, and old connections are dead."""
        self.look_now()
        self._program.engine.connect_anew()

    async def empty_trash(self) -> None:
        """Delete what has been in the trash for longer than the settings say; nothing if they set no limit. Never raises:
        other code reports a library that can't be written to, and the next hour tries again.
        """
        days = self._program.settings.empty_trash_after_days
        if days < 1:
            return
        now = self._program.clock.now()
        with suppress(DiskTrouble):
            before = now - timedelta(days=days)
            if count := await self._program.storage.trash.delete_older(before, now):
                self._on_emptied(count)
            await self._program.storage.board_trash.delete_older(before, now)

    async def tidy_thumbs(self) -> None:
        """Delete the oldest thumbnails if all together take too much space; they are made again when they are shown."""
        folder = self._program.paths.thumbs_dir
        await asyncio.get_running_loop().run_in_executor(None, shrink_folder, folder, _THUMBS_MOST_BYTES)

    async def _clear_exports(self) -> None:
        await asyncio.get_running_loop().run_in_executor(None, self._program.begun_exports.clear)

    async def _watch_trash(self) -> None:
        with suppress(DiskTrouble):
            await self._program.storage.trash.finish_moves()
        while True:
            await self.empty_trash()
            await self.tidy_thumbs()
            await asyncio.sleep(_EMPTY_EVERY_S)

    async def _watch_disk(self) -> None:
        with suppress(DiskTrouble):  # it was reported when the library was listed
            self._known = await self._program.library.count() > 0
        loop = asyncio.get_running_loop()
        while True:
            self._look_now.clear()
            availability = Availability.EMPTIED
            # Our note in an empty folder would keep a drive from being mounted there.
            if not await self._is_emptied():
                availability = await loop.run_in_executor(None, self._look)
            if availability is not self._availability:
                self._availability = availability
                self._on_library(availability)
            with suppress(TimeoutError):
                async with asyncio.timeout(_LOOK_EVERY_S):
                    await self._look_now.wait()

    async def _is_emptied(self) -> bool:
        with suppress(DiskTrouble):  # an index that can't be read is told of elsewhere
            return await is_emptied(self._program.storage.store)
        return False

    def _look(self) -> Availability:
        """Check the folder, and write the ballast again when there is room. Runs in a thread."""
        storage, root = self._program.storage, self._program.library.root
        self._known = self._known or os.path.isdir(root)
        if not storage.ballast.held and storage.disk.free_bytes() >= _ROOM_FOR_BALLAST_BYTES:
            storage.ballast.hold()
        return availability_of(root, storage.lease, known=self._known)
