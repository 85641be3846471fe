"""Tells the person which batches are under way after a start, and of new or changed rows in their sheets that nobody has
approved. None of these is ordered.
"""

import asyncio
from collections.abc import Callable, Collection

from vidu_desktop.batch.checking import SheetChecker
from vidu_desktop.batch.feeder import BatchFeeder
from vidu_desktop.batch.sheet_changes import Stamp, news_words, rows_not_in, stamp_of
from vidu_desktop.batch.slices import in_slices
from vidu_desktop.controllers.batch_ends import BatchEnds
from vidu_desktop.controllers.context import WindowContext
from vidu_desktop.domain.batch import Batch
from vidu_desktop.errors import BadInput

_LOOK_EVERY_S = 15.0

UnderWay = Callable[[], Collection[str]]
"""Returns the ids of the batches whose rows are being handed over, or whose videos are on their way."""


class BatchNews:
    """Looks while batches are under way; a sheet is read only if it was written since the last look."""

    def __init__(
        self,
        context: WindowContext,
        checker: SheetChecker,
        feeder: BatchFeeder,
        ends: BatchEnds,
        under_way: UnderWay,
    ) -> None:
        self._guarded = context.guarded
        self._checker = checker
        self._feeder = feeder
        self._ends = ends
        self._under_way = under_way
        self._follows = False
        self._seen: dict[str, tuple[str, Stamp]] = {}
        """By batch id, the path of its source, and the stamp at the last look."""
        self._said: dict[str, int] = {}

    async def tell_under_way(self) -> None:
        """After a start, name each batch whose videos aren't all finished, with the way to its rows."""
        for batch_id in list(self._under_way()):
            try:
                batch = await self._checker.store.load(batch_id)
            except BadInput:
                continue  # reported when the person goes on with this batch
            if batch.source_sha256 and (count := await self._unfinished(batch)):
                self._ends.carries_on(batch, count)

    async def _unfinished(self, batch: Batch) -> int:
        """Return how many approved videos of a batch aren't jobs yet, or are jobs that haven't ended."""
        jobs, running = self._feeder.jobs, self._feeder.running.get(batch.batch_id)
        count = 0 if running is None else sum(1 for _ in running.to_come(jobs.taken_money(batch.batch_id)))
        async for row in in_slices(batch.rows):
            count += sum(not job.ended for job in jobs.of_batch(list(row.origins(batch.batch_id))))
        return count

    def follow(self) -> None:
        """Look from now on, until no batch is under way."""
        if not self._follows:
            self._follows = True
            self._guarded.start("look for new rows", self._follow)

    async def _follow(self) -> None:
        batch_ids: list[str] = []
        try:
            while moving := list(self._under_way()):
                batch_ids = list(dict.fromkeys([*batch_ids, *moving]))
                await self._look(batch_ids)
                await asyncio.sleep(_LOOK_EVERY_S)
            await self._look(batch_ids)
        finally:
            self._follows = False

    async def _look(self, batch_ids: Collection[str]) -> None:
        for batch_id in batch_ids:
            path, before = self._seen.get(batch_id, ("", ()))
            stamp = await stamp_of(path, self._checker.folders) if path else ()
            if not path or stamp not in ((), before):
                await self._read(batch_id)

    async def _read(self, batch_id: str) -> None:
        checker = self._checker
        try:
            batch = await checker.store.load(batch_id)
        except BadInput:
            return  # reported when the person goes on with this batch
        self._seen[batch_id] = batch.source_path, await stamp_of(batch.source_path, checker.folders)
        rows = await rows_not_in(batch, checker.sheets, checker.folders)
        if rows and rows != self._said.get(batch_id):
            self._ends.offer(batch, news_words(batch, rows))
        self._said[batch_id] = rows
