"""Videos that were ordered already, by another batch or by hand, with the same pictures, prompt and settings. The person is
asked before such videos are bought again, and they are never left out silently. An order that failed doesn't count.
"""

from collections.abc import Awaitable, Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from vidu_desktop.batch.outline import marks_of
from vidu_desktop.batch.plan import Plan, RowProblem
from vidu_desktop.batch.ports import BatchStore, Clips
from vidu_desktop.batch.row_words import WORDS
from vidu_desktop.batch.same_video import VideoKey, basis_of, named_video_of, video_of
from vidu_desktop.batch.slices import in_slices
from vidu_desktop.domain.batch import Batch, BatchRow, History
from vidu_desktop.domain.job import Charge, Job, JobState
from vidu_desktop.domain.origin import batch_origins, is_of_batch, without_attempt
from vidu_desktop.errors import BadInput, Sentence

CODE = "have-already"
BY_HAND_CODE = "have-by-hand"
_NOTHING = frozenset({JobState.REFUSED, JobState.FAILED, JobState.EXPIRED, JobState.CANCELLED})
"""States of orders that brought no video, unless the library has one."""


@dataclass(frozen=True, slots=True)
class Bought:
    """When a video was made, or when it was ordered if it isn't here yet. For a video that was ordered by hand, `batch_name`
    is empty and `asked_at` is the time of the order.
    """

    batch_name: str
    at: datetime
    asked_at: datetime | None = None


@dataclass(slots=True)
class VideosHad:
    """The videos that were ordered already, in three indexes: by the look of their picture files, by the pictures' content
    (`basis_of`), and those ordered by hand.
    """

    by_look: dict[VideoKey | None, Bought] = field(default_factory=dict)
    by_content: dict[str, Bought] = field(default_factory=dict)
    by_hand: dict[VideoKey, Bought] = field(default_factory=dict)
    """By what was asked for, and the paths of the pictures."""

    def __bool__(self) -> bool:
        """Whether anything was ordered."""
        return bool(self.by_look or self.by_content or self.by_hand)

    def of(self, row: BatchRow, content: str = "") -> Bought | None:
        """Return the order of the video for which this row asks; None where there is none. `content` is the row's `basis_of`,
        where it is known.
        """
        if row.request is None:
            return None
        found = self.by_content.get(content) or self.by_look.get(video_of(row))
        if found is None and self.by_hand:
            one = self.by_hand.get(named_video_of(row.request))
            # A picture that was written to after the order is another picture.
            if one is not None and one.asked_at is not None:
                asked_ns = one.asked_at.timestamp() * 1e9
                found = one if all(picture.mtime_ns <= asked_ns for picture in row.pictures) else None
        return found


@dataclass(frozen=True, slots=True)
class _Ordered:
    """The takes of a row that were about to be ordered: by origin, the id of the installation that ordered them."""

    row: BatchRow
    content: str
    takes: Mapping[str, str]


class BoughtBefore:
    """Reads each batch once, as long as its files stay unchanged. `jobs` returns all jobs of the journal."""

    def __init__(self, store: BatchStore, clips: Clips, jobs: Callable[[], Awaitable[Iterable[Job]]]) -> None:
        self._store = store
        self._clips = clips
        self._jobs = jobs
        self._known: dict[str, tuple[str, Batch | None, list[_Ordered]]] = {}
        self._videos: frozenset[str] = frozenset()
        self._without: dict[str, str] = {}
        """By batch, the stamp of its files with which it had none of `_videos`."""

    async def elsewhere(self, own_batch_id: str, rows: Sequence[BatchRow] | None = None) -> VideosHad:
        """Return what was ordered by batches other than `own_batch_id`, and by hand. With `rows`, other batches than those
        that may have ordered a video of these rows aren't read. Raises DiskTrouble.
        """
        had = VideosHad()
        jobs: dict[str, Job] = {}
        async for job in in_slices(await self._jobs()):
            if is_of_batch(job.origin):
                jobs[without_attempt(job.origin)] = _better(jobs.get(without_attempt(job.origin)), job)
            elif job.charge is not Charge.NONE and job.state not in _NOTHING:
                key = named_video_of(job.request)
                known = had.by_hand.get(key)
                if known is None or known.asked_at is None or known.asked_at < job.created_at:
                    had.by_hand[key] = Bought("", job.stored_at or job.created_at, job.created_at)
        own_id = await self._store.own_id()
        stamps = await self._store.stamps()
        stamps.pop(own_batch_id, None)
        if rows is not None and stamps:
            stamps = await self._of_these(stamps, (await marks_of(rows)).videos)
        for batch_id, stamp in stamps.items():
            await self._add(had, batch_id, stamp, jobs, own_id)
        return had

    async def _of_these(self, stamps: Mapping[str, str], wanted: frozenset[str]) -> dict[str, str]:
        """Return those of the batches, by their stamps, that may have ordered one of these videos."""
        if wanted != self._videos:
            self._videos, self._without = wanted, {}
        without, found = self._without, {}
        for batch_id, stamp in stamps.items():
            if without.get(batch_id) == stamp:
                continue
            try:
                outline = await self._store.outline(batch_id)
            except BadInput:  # its videos are in the library all the same
                continue
            if outline.batch.rehearsal or wanted.isdisjoint(outline.marks.videos):
                without[batch_id] = stamp
            else:
                found[batch_id] = stamp
        return found

    async def _add(
        self, had: VideosHad, batch_id: str, stamp: str, jobs: Mapping[str, Job], own_id: str
    ) -> None:
        known = self._known.get(batch_id)
        if known is None or known[0] != stamp:
            known = self._known[batch_id] = stamp, *await self._read(batch_id)
        _, batch, ordered = known
        if batch is None or not ordered:
            return
        clips = {
            without_attempt(clip.origin): clip.created_at
            for clip in await self._clips.by_origin(batch_origins(batch_id))
        }
        async for one in in_slices(ordered):
            moments = [
                at
                for origin, by in one.takes.items()
                if (at := _had_at(batch, clips.get(origin), jobs.get(origin), elsewhere=by != own_id))
            ]
            if moments:
                bought = Bought(batch.name, min(moments))
                had.by_look[video_of(one.row)] = bought
                had.by_content[one.content] = bought

    async def _read(self, batch_id: str) -> tuple[Batch | None, list[_Ordered]]:
        try:
            batch = await self._store.load(batch_id)
            if batch.rehearsal:
                return None, []
            history = await self._store.history(batch_id)
        except BadInput:  # its videos are in the library all the same
            return None, []
        found = []
        async for row in in_slices(batch.rows):
            takes = _about_to_be_ordered(row, batch, history)
            if row.request is not None and takes:
                # In a chain, a row's key is the basis of its video; in a watched folder, the SHA-256 of its
                # picture.
                content = row.key if batch.watch is None else basis_of(row.request, row.key)
                found.append(_Ordered(row, content, takes))
        return replace(batch, rows=()), found


def _about_to_be_ordered(row: BatchRow, batch: Batch, history: History) -> Mapping[str, str]:
    origins = row.origins(batch.batch_id) if row.request is not None else ()
    return {origin: history.ordering[origin] for origin in origins if origin in history.ordering}


def _better(known: Job | None, other: Job) -> Job:
    """Of two attempts at one take, return the one that didn't fail."""
    return known if known is not None and known.state not in _NOTHING else other


def _had_at(batch: Batch, made_at: datetime | None, job: Job | None, *, elsewhere: bool) -> datetime | None:
    """Return since when a video of this take exists or is on its way; None when the order failed."""
    if made_at is not None:
        return made_at
    if job is not None:
        return None if job.state in _NOTHING else job.stored_at or job.created_at
    return batch.created_at if elsewhere else None


async def asked_again(plan: Plan, had: VideosHad, own_rows: Collection[str], again: str | None) -> Plan:
    """Return the plan with a problem for each row whose video was ordered elsewhere. With `again` "leave" those rows are left
    out, with "take" they are bought again. `own_rows` are the keys of the rows that this batch has ordered itself: no
    question is asked about them.
    """
    problems = [one for one in plan.problems if one.code != CODE]
    rows = list(plan.rows)
    if again != "take" and had:
        async for index, row in in_slices(enumerate(plan.rows)):
            before = had.of(row)
            if before is None or row.key in own_rows:
                continue
            if again == "leave":
                rows[index] = replace(row, request=None)
                continue
            problems.append(
                RowProblem(line=row.line, column="", code=CODE, sentence=in_words(before), remedy="--again")
            )
    problems.sort(key=lambda problem: problem.line)
    return replace(plan, rows=tuple(rows), problems=tuple(problems))


def in_words(before: Bought) -> Sentence:
    """Return the sentence that says which batch has the video already, and since when."""
    values = {"batch": before.batch_name, "day": f"{before.at.astimezone():%Y-%m-%d}"}
    return Sentence(WORDS[CODE if before.batch_name else BY_HAND_CODE], values)
