"""Rows that ask for the same video as another row of their sheet, or as one that their batch has ordered. Keys and names of
their own don't make them other videos, so the person is asked before such a video is paid twice.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from vidu_desktop.batch.plan import Plan, RowProblem
from vidu_desktop.batch.row_words import SAME_BEFORE, WORDS
from vidu_desktop.batch.same_video import VideoKey, named_video_of, video_of
from vidu_desktop.batch.slices import in_slices
from vidu_desktop.domain.batch import Batch, BatchRow, History
from vidu_desktop.errors import Sentence

CODE = "row-same"


@dataclass(frozen=True, slots=True)
class RowsBefore:
    """What a batch was before. `ordered` are the keys of its rows by the video that they have ordered, `approved` the videos
    that the person has approved by the keys of their rows; `keys` are those of all rows.
    """

    ordered: Mapping[VideoKey | None, str] = field(default_factory=dict)
    approved: Mapping[str, VideoKey | None] = field(default_factory=dict)
    keys: Collection[str] = ()

    def settles(self, row: BatchRow) -> bool:
        """Whether the row was ordered, or is asking for what the person has approved."""
        if row.key not in self.approved:
            return False
        video = self.approved[row.key]
        return video is None or video == video_of(row)

    def has(self, row: BatchRow, keys: Collection[str]) -> bool:
        """Whether the video of a row that isn't settled was ordered for another row. `keys` are those of the sheet: a row with
        a key that nobody knew takes the place of an ordered one that is gone from it.
        """
        by = self.ordered.get(video_of(row))
        return by is not None and (by in keys or row.key in self.keys)


async def rows_before(batch: Batch | None, history: History) -> RowsBefore:
    """Return what a batch was before; nothing without a batch."""
    ordered: dict[VideoKey | None, str] = {}
    approved: dict[str, VideoKey | None] = {}
    keys = set[str]()
    async for row in in_slices(() if batch is None else batch.rows):
        keys.add(row.key)
        if batch is not None and any(one in history.ordering for one in row.origins(batch.batch_id)):
            ordered[video_of(row)] = row.key
            approved[row.key] = None  # whatever it asks for by now, it stays as it was ordered
        elif history.may_buy(row):
            approved[row.key] = video_of(row)
    return RowsBefore(ordered, approved, keys)


async def asked_of_same(plan: Plan, before: RowsBefore, same: str | None) -> Plan:
    """Return the plan with a problem for each row that asks for the same as another one. With `same` "leave" those rows are
    left out, with "take" each is bought. No question is asked about rows that were ordered or approved before, nor where
    another problem is about two rows that are alike.
    """
    if same == "take":
        return plan
    problems = [one for one in plan.problems if one.code != CODE]
    alike = {one.line for one in problems if one.code in ("row-twin", "key-twice")}
    rows = list(plan.rows)
    keys = {row.key for row in plan.rows}
    first: dict[VideoKey, int] = {}
    settled = set[int]()
    async for row in in_slices(plan.rows):
        if row.request is not None and before.settles(row):
            settled.add(row.line)
            first.setdefault(named_video_of(row.request), row.line)
    async for index, row in in_slices(enumerate(plan.rows)):
        if row.request is None or row.line in settled:
            continue
        other = first.setdefault(named_video_of(row.request), row.line)
        if row.line in alike or (other == row.line and not before.has(row, keys)):
            continue
        if same == "leave":
            rows[index] = replace(row, request=None)
        else:
            words = SAME_BEFORE if other == row.line else WORDS[CODE]
            sentence = Sentence(words, {} if other == row.line else {"other": other})
            problems.append(
                RowProblem(line=row.line, column="", code=CODE, sentence=sentence, remedy="--same")
            )
    problems.sort(key=lambda problem: problem.line)
    return replace(plan, rows=tuple(rows), problems=tuple(problems))
