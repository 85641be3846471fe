"""Watches folders. A picture that appears is looked at twice before it is read; then it becomes a row of its folder's batch,
and is ordered like every approved row, within the folder's budget for the day.
"""

import asyncio
import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace

from vidu_desktop.batch.bought_before import BoughtBefore, VideosHad, in_words
from vidu_desktop.batch.feeder import BatchFeeder
from vidu_desktop.batch.ports import BatchStore, Clips, Folders, PictureLooks, Price
from vidu_desktop.batch.running import Running
from vidu_desktop.batch.same_video import basis_of
from vidu_desktop.batch.watched_folder import (
    Standing,
    WatchStanding,
    WatchWish,
    begun_watch,
    offer_of_watch,
    row_of_picture,
    standing_now,
    standing_of,
    watch_id,
)
from vidu_desktop.domain.amounts import FREE
from vidu_desktop.domain.batch import Act, Batch, BatchRow, Deed, History, SeenPicture, Watch
from vidu_desktop.domain.origin import batch_origins, without_attempt
from vidu_desktop.domain.pictures import PictureFacts
from vidu_desktop.domain.request import check_pictures
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.engine.ports import Clock
from vidu_desktop.errors import BadInput, DiskTrouble, Sentence

LOOK_EVERY_S = 5.0
"""How long a file must look the same before it is read, in seconds: programs write pictures piece by piece."""
_log = logging.getLogger(__name__)


@dataclass(slots=True)
class _Looks:
    """What was seen of one folder in this run."""

    met: dict[SeenPicture, float] = field(default_factory=dict)
    """Since when each file has looked as it does, in seconds of the monotonic clock."""
    done: set[SeenPicture] = field(default_factory=set)
    not_made: dict[SeenPicture, Sentence] = field(default_factory=dict)
    away: bool = False

    def forget_others(self, pictures: Iterable[SeenPicture]) -> None:
        """Forget all but these pictures, which are there now: a file that is often rewritten would fill the memory."""
        self.done.intersection_update(pictures)
        self.not_made = {picture: why for picture, why in self.not_made.items() if picture in self.done}


class FolderWatcher:
    """Must run on the engine's loop, beside the feeder, which orders the pictures that are found here."""

    def __init__(
        self,
        feeder: BatchFeeder,
        store: BatchStore,
        clips: Clips,
        folders: Folders,
        looks: PictureLooks,
        price: Price,
        bought: BoughtBefore,
        clock: Clock,
    ) -> None:
        self._feeder = feeder
        self._store = store
        self._clips = clips
        self._folders = folders
        self._looks = looks
        self._price = price
        self._bought = bought
        self._clock = clock
        self._seen: dict[str, _Looks] = {}
        self._turn = asyncio.Lock()
        self._wake = asyncio.Event()
        self._runs = asyncio.Event()
        self.on_change: Callable[[], None] = lambda: None
        """Called when a look has found something, or the standing of a folder has changed."""

    async def run(self) -> None:
        """Look every `LOOK_EVERY_S` seconds; never returns. Must begin after the feeder has started."""
        self._runs.set()
        while True:
            await self.look()
            with suppress(TimeoutError):
                async with asyncio.timeout(LOOK_EVERY_S):
                    await self._wake.wait()
            self._wake.clear()

    # What the person does

    async def begin(self, wish: WatchWish) -> str:
        """Watch a folder from now on, also after a restart; return its batch's id. The approval is written down first. Raises
        BadInput if there is no such folder, no usable preset, or no budget for the day; DiskTrouble.
        """
        offer_of_watch(wish.request)
        if not wish.rehearsal and wish.day_budget is None:
            raise BadInput("watch-no-cap", Sentence(_NO_CAP))
        there = await self._folders.pictures_of(wish.folder)
        if there is None:
            raise BadInput("watch-no-folder", Sentence(_NO_FOLDER, {"folder": wish.folder}))
        batch_id = watch_id(wish.folder, rehearsal=wish.rehearsal)
        price = FREE if wish.rehearsal else self._price(wish.request)
        await self._runs.wait()  # nothing can be ordered before the queue runs
        async with self._turn:
            known = await self._store.load(batch_id) if batch_id in await self._store.ids() else None
            batch, act = begun_watch(
                known,
                await self._store.history(batch_id),
                wish,
                [picture for _, picture in there],
                price=price,
                now=self._clock.now(),
                own_id=self._feeder.own_id,
            )
            await self._store.save(batch)
            await self._store.append(batch_id, act)
            self._seen.pop(batch_id, None)
            await self._feeder.begin(batch_id)
        self._changed()
        return batch_id

    async def count_in(self, folder: str) -> int:
        """Return how many pictures lie in a folder now; 0 when it can't be read."""
        return len(await self._there(folder) or ())

    async def _there(self, folder: str) -> list[tuple[str, SeenPicture]] | None:
        """Return the pictures of a folder; None as long as it can't be read."""
        with suppress(BadInput, DiskTrouble):
            return await self._folders.pictures_of(folder)
        return None

    async def pause(self, batch_id: str) -> None:
        """Stop looking at the folder and ordering its rows until `go_on`; jobs in the queue go on. Raises DiskTrouble."""
        await self._halt(batch_id, Deed.PAUSED)

    async def end(self, batch_id: str) -> None:
        """Watch the folder no more. What was made of it stays known. Raises DiskTrouble."""
        await self._halt(batch_id, Deed.ENDED)

    async def go_on(self, batch_id: str) -> None:
        """Go on watching, as it was approved before. Raises BadInput, DiskTrouble."""
        await self._runs.wait()
        async with self._turn:
            act = Act(deed=Deed.GOES_ON, at=self._clock.now(), by=self._feeder.own_id)
            await self._store.append(batch_id, act)
            await self._feeder.begin(batch_id)
        self._changed()

    async def _halt(self, batch_id: str, deed: Deed) -> None:
        async with self._turn:
            await self._feeder.halt(batch_id, deed)
            self._seen.pop(batch_id, None)
        self._changed()

    def _changed(self) -> None:
        self._wake.set()
        self.on_change()

    # The looks

    def _watched(self) -> list[Running]:
        return [one for one in self._feeder.running.values() if one.batch.watch is not None]

    async def look(self) -> None:
        """Look once at every watched folder."""
        for running in self._watched():
            async with self._turn:
                try:
                    await self._look_at(running)
                except Exception as error:  # noqa: BLE001 - the disk's, or of ours; it concerns this folder alone
                    is_told = isinstance(error, BadInput | DiskTrouble)
                    _log.warning("a watched folder can't be looked after: %s", error, exc_info=not is_told)

    async def _look_at(self, running: Running) -> None:
        batch = running.batch
        if self._feeder.running.get(batch.batch_id) is not running:
            return  # paused or begun anew meanwhile
        looks = self._seen.setdefault(batch.batch_id, _Looks())
        found = await self._there(batch.source_path)
        was_away, looks.away = looks.away, found is None
        now_s = self._clock.monotonic_s()
        pictures = [picture for _, picture in found or ()]
        if found is not None:  # when the folder can't be read, its pictures stay known until it is back
            looks.forget_others(pictures)
        looks.met = {picture: looks.met.get(picture, now_s) for picture in pictures}
        settled = [
            picture
            for picture in pictures
            if picture not in looks.done
            and picture.file_bytes
            and now_s - looks.met[picture] >= 0.9 * LOOK_EVERY_S
        ]
        if settled:
            await self._take_in(batch, settled, looks)
        if settled or was_away != looks.away:
            self.on_change()

    async def _take_in(self, batch: Batch, settled: Sequence[SeenPicture], looks: _Looks) -> None:
        """Make rows of those pictures that are new, and let them be ordered."""
        batch_id = batch.batch_id
        # Read again from the disk, because another computer may have watched this folder meanwhile.
        batch, history = await self._store.load(batch_id), await self._store.history(batch_id)
        watch, approval = batch.watch, history.approval
        if watch is None or approval is None or not history.runs:
            return
        new = await self._new_ones(batch, watch, settled)
        paths = [picture.path for picture in new]
        digests, after = await self._folders.digests(paths), await self._folders.seen(paths)
        whole = [picture for picture in new if picture.path in digests and after.get(picture.path) == picture]
        facts = await self._looks.look_at_heads([picture.path for picture in whole], lambda *_: None)
        had = VideosHad() if batch.rehearsal else await self._bought.elsewhere(batch_id)
        gone = await self._gone(batch, history)
        rows = {row.key: row for row in batch.rows}
        for picture in whole:
            sha256 = digests[picture.path]
            row = row_of_picture(batch, watch, approval.approval, picture, sha256, len(rows) + 1)
            if sha256 in gone:
                rows[sha256] = replace(row, line=rows[sha256].line)
            elif sha256 not in rows:
                why = self._why_not(watch, facts[picture.path], had, row)
                if why is None:
                    rows[sha256] = row
                else:
                    looks.not_made[picture] = why
        if tuple(rows.values()) != batch.rows:
            await self._store.save(replace(batch, rows=tuple(rows.values())))
            await self._feeder.begin(batch_id)
        changed = set(new) - set(whole)
        looks.done |= set(settled) - changed  # a file that changed while it was read is looked at again
        for picture in changed:
            looks.met.pop(picture, None)

    async def _gone(self, batch: Batch, history: History) -> set[str]:
        """Return the keys of the rows that were never ordered and whose file is gone: it may have been moved."""
        open_rows = [
            row
            for row in batch.rows
            if not any(origin in history.ordering for origin in row.origins(batch.batch_id))
        ]
        seen = await self._folders.seen([picture.path for row in open_rows for picture in row.pictures])
        return {row.key for row in open_rows if not all(picture.path in seen for picture in row.pictures)}

    async def _new_ones(
        self, batch: Batch, watch: Watch, settled: Sequence[SeenPicture]
    ) -> list[SeenPicture]:
        """Return the pictures that may be new: those that are neither rows already nor were in the folder from the beginning,
        even under another name.
        """
        rows = {picture for row in batch.rows for picture in row.pictures}
        there = set(watch.there)
        by_look = {(one.file_bytes, one.mtime_ns): one for one in watch.there}
        stay = await self._folders.seen([one.path for one in watch.there])
        new = []
        for picture in settled:
            if picture in rows or picture in there or not picture.path.casefold().endswith(watch.endings):
                continue
            same = by_look.get((picture.file_bytes, picture.mtime_ns))
            if same is not None and not await self._is_other(same, picture, stay):
                continue
            new.append(picture)
        return new

    async def _is_other(
        self, one: SeenPicture, picture: SeenPicture, stay: Mapping[str, SeenPicture]
    ) -> bool:
        """Whether `picture`, which has the size and time of `one` from the beginning, is another picture. If `one` is gone
        from its path, it was renamed, and they are the same; else their contents are compared.
        """
        if stay.get(one.path) != one:
            return False
        digests = await self._folders.digests([one.path, picture.path])
        return digests.get(one.path) != digests.get(picture.path)

    @staticmethod
    def _why_not(
        watch: Watch, looked: PictureFacts | BadInput, had: VideosHad, row: BatchRow
    ) -> Sentence | None:
        if isinstance(looked, BadInput):
            return looked.sentence
        problems = check_pictures([looked], offer_of_watch(watch.request))
        if problems:
            return problems[0].sentence
        assert row.request is not None  # noqa: S101 - row_of_picture sets it
        before = had.of(row, basis_of(row.request, row.key))
        return None if before is None else in_words(before)

    # How folders stand

    def is_through(self, batch_id: str) -> bool:
        """Whether every picture in the folder was looked at; also True when the folder can't be read."""
        looks = self._seen.get(batch_id)
        return looks is not None and all(one in looks.done or not one.file_bytes for one in looks.met)

    def standing_here(self, batch_id: str) -> Standing:
        """Return how a folder stands that this run began to watch."""
        running, looks = self._feeder.running.get(batch_id), self._seen.get(batch_id, _Looks())
        ended = Standing.STOPPED if batch_id in self._feeder.stopped else Standing.PAUSED
        return standing_now(Standing.WATCHED if running else ended, running, away=looks.away)

    async def standings(self) -> list[WatchStanding]:
        """Return all watched folders; those that aren't watched any more come last. Raises DiskTrouble."""
        found = []
        for batch_id in await self._store.ids():
            if not batch_id.startswith("watch"):
                continue
            try:
                batch, history = await self._store.load(batch_id), await self._store.history(batch_id)
            except BadInput as error:
                _log.warning("a watched folder can't be shown (%s)", error.code)
                continue
            if batch.watch is not None:
                found.append(await self._standing(batch, batch.watch, history))
        return sorted(found, key=lambda one: one.standing is Standing.ENDED)

    async def _standing(self, batch: Batch, watch: Watch, history: History) -> WatchStanding:
        batch_id, jobs, own_id = batch.batch_id, self._feeder.jobs, self._feeder.own_id
        running, looks = self._feeder.running.get(batch_id), self._seen.get(batch_id, _Looks())
        standing = standing_now(standing_of(history, own_id), running, away=looks.away)
        clips = await self._clips.by_origin(batch_origins(batch_id))
        today = self._clock.now().astimezone().date()
        spent = jobs.taken_on(batch_id, today)
        if running is not None:
            spent += running.elsewhere(today, own_id, jobs)
        return WatchStanding(
            batch_id=batch_id,
            folder=batch.source_path,
            preset=watch.preset,
            standing=standing,
            rehearsal=batch.rehearsal,
            price=watch.price,
            day_budget=None if history.approval is None else history.approval.day_budget,
            spent_today=spent,
            pictures=len(batch.rows),
            made=len({without_attempt(clip.origin) for clip in clips}),
            waiting=0 if running is None else len(running.queue) + len(running.held),
            code=history.last.code if standing is Standing.STOPPED and history.last else "",
            not_made=tuple((picture.path, why) for picture, why in looks.not_made.items()),
        )


_NO_CAP = QT_TRANSLATE_NOOP("batch", "Say what this folder may cost in a day.")
_NO_FOLDER = QT_TRANSLATE_NOOP("batch", "There is no folder “{folder}”. Choose one that is there.")
