"""Videos that other batches have ordered already: the same pictures, prompt and settings. It is asked before they are
bought again, and never left out in silence.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from vidu_desktop.batch.plan import Plan, RowProblem
from vidu_desktop.batch.ports import BatchStore
from vidu_desktop.batch.row_words import WORDS
from vidu_desktop.batch.slices import in_slices
from vidu_desktop.domain.batch import Batch, BatchRow
from vidu_desktop.errors import BadInput, Sentence

CODE = "have-already"


@dataclass(frozen=True, slots=True)
class Bought:
    """The batch that ordered a video, and when that began."""

    batch_name: str
    at: datetime


def video_of(row: BatchRow) -> object:
    """Return what makes a video this one, wherever its pictures lie by now."""
    request = row.request
    if request is None:
        return None
    options = tuple(sorted(request.options.items()))
    pictures = tuple((one.file_bytes, one.mtime_ns) for one in row.pictures)
    return request.model, request.mode, request.prompt, options, pictures


class BoughtBefore:
    """Reads each batch once for as long as its files stay as they are."""

    def __init__(self, store: BatchStore) -> None:
        self._store = store
        self._known: dict[str, tuple[str, Mapping[object, Bought]]] = {}

    async def elsewhere(self, own_id: str) -> Mapping[object, Bought]:
        """Return what other batches than this one have ordered, by `video_of` and by the row's key, which in a chain says
        what the pictures hold. Raises DiskTrouble.
        """
        found: dict[object, Bought] = {}
        stamps = await self._store.stamps()
        for batch_id, stamp in stamps.items():
            if batch_id == own_id:
                continue
            known = self._known.get(batch_id)
            if known is None or known[0] != stamp:
                known = self._known[batch_id] = stamp, await self._read(batch_id)
            found |= known[1]
        return found

    async def _read(self, batch_id: str) -> Mapping[object, Bought]:
        try:
            batch = await self._store.load(batch_id)
            if batch.rehearsal:
                return {}
            history = await self._store.history(batch_id)
        except BadInput:  # what it ordered is in the library all the same, and it is nobody's way
            return {}
        found: dict[object, Bought] = {}
        async for row in in_slices(batch.rows):
            if row.request is not None and _any_in(row, batch, history.ordering):
                found[video_of(row)] = found[row.key] = Bought(batch.name, batch.created_at)
        return found


def _any_in(row: BatchRow, batch: Batch, ordered: Collection[str]) -> bool:
    return any(origin in ordered for origin in row.origins(batch.batch_id))


async def asked_again(
    plan: Plan, bought: Mapping[object, Bought], own_rows: Collection[str], again: str | None
) -> Plan:
    """Return the plan with a problem for each row whose video was bought elsewhere; with "leave" those rows are left out,
    with "take" they are bought again. `own_rows` are the keys that this very batch has ordered: they are settled.
    """
    problems = [one for one in plan.problems if one.code != CODE]
    rows = list(plan.rows)
    if bought and again != "take":
        async for index, row in in_slices(enumerate(plan.rows)):
            before = bought.get(video_of(row)) if row.request is not None else None
            if before is None or row.key in own_rows:
                continue
            if again == "leave":
                rows[index] = replace(row, request=None)
                continue
            values = {"batch": before.batch_name, "day": f"{before.at:%Y-%m-%d}"}
            sentence = Sentence(WORDS[CODE], values)
            problems.append(
                RowProblem(line=row.line, column="", code=CODE, sentence=sentence, remedy="--again")
            )
    problems.sort(key=lambda problem: problem.line)
    return replace(plan, rows=tuple(rows), problems=tuple(problems))
