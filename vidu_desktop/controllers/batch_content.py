"""What a dialog shows of a checked sheet: its rows with their problems and states, and the sums."""

from collections.abc import Callable, Collection, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING, Protocol

from vidu_desktop.batch.batch_jobs import BatchJobs
from vidu_desktop.batch.field_words import field_name
from vidu_desktop.batch.row_words import GROUP_WORDS
from vidu_desktop.batch.slices import in_slices
from vidu_desktop.controllers.batch_offered import Offered, videos_within_budget
from vidu_desktop.domain.amounts import FREE, Money
from vidu_desktop.domain.batch import NO_LINE, BatchRow
from vidu_desktop.domain.counting import counted
from vidu_desktop.domain.job import Job
from vidu_desktop.domain.library_query import VerdictFilter
from vidu_desktop.domain.request import GenerationRequest
from vidu_desktop.domain.sheet import Sheet
from vidu_desktop.domain.sheet_mapping import Field, SheetMapping
from vidu_desktop.domain.state_words import STATE_WORDS
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import Sentence, Value
from vidu_desktop.ui.models.batch_table import BatchContent, RowGroup
from vidu_desktop.ui.models.job_actions import is_failed
from vidu_desktop.ui.models.job_words import detail_of
from vidu_desktop.ui.models.option_words import option_label, value_words
from vidu_desktop.ui.models.query_words import verdict_words
from vidu_desktop.ui.text import say, say_bytes, say_elapsed, say_money, say_pair

if TYPE_CHECKING:
    from vidu_desktop.ui.dialogs.batch_dialog import BatchOffer


class SecondsOf(Protocol):
    """Returns how many seconds requests take, each with its number of videos."""

    def __call__(
        self, kinds: Sequence[tuple[GenerationRequest, int]], /, *, rehearsal: bool = False
    ) -> float: ...


def content_as_read(sheet: Sheet, mapping: SheetMapping) -> BatchContent:
    """Return the rows as they were read, before they are checked."""
    return _content(sheet, mapping, {})


def content_edited(known: BatchContent, sheet: Sheet) -> BatchContent | None:
    """Return the edited rows with what the last check knows of them, until they are checked again, so that the person can go
    on. None if the sheet has other columns or another number of rows.
    """
    if known.columns != sheet.columns or len(known.rows) != len(sheet.rows):
        return None
    return replace(known, rows=sheet.rows)


async def content_of(offered: Offered, jobs: BatchJobs) -> BatchContent:
    """Return the rows with their problems and states, and in groups with the same problem or state."""
    checked, batch = offered.checked, offered.proposal.batch
    at = {name: index for index, name in enumerate(checked.sheet.columns)}
    problems: dict[int, dict[int, str]] = {}
    by_code: dict[str, dict[int, None]] = {}
    async for one in in_slices(checked.plan.problems):
        problems.setdefault(one.line, {}).setdefault(at.get(one.column, -1), say(one.sentence))
        if one.line:
            by_code.setdefault(one.code, {})[one.line] = None
    rows: dict[int, BatchRow] = {}
    by_state: dict[str, list[int]] = {}
    async for row in in_slices(batch.rows):
        if row.line == NO_LINE:
            continue
        rows[row.line] = row
        if row.line not in problems:
            by_state.setdefault(_standing(row, offered, _latest(row, batch.batch_id, jobs)), []).append(
                row.line
            )
    rejected = frozenset(offered.rejected.open_takes) if offered.rejected else frozenset[str]()
    groups = [
        RowGroup(code, say(Sentence(GROUP_WORDS.get(code, _OTHER))), tuple(lines), wrong=True)
        for code, lines in by_code.items()
    ]
    groups += [
        RowGroup(code, say(Sentence(words)), by_state[code]) for code, words in _STANDINGS if code in by_state
    ]
    return _content(
        checked.sheet,
        checked.mapping,
        problems,
        tuple(groups),
        lambda line: (
            _state(rows[line], batch.batch_id, jobs, rejected, offered.coming) if line in rows else ""
        ),
        lambda line: _sent(rows[line], batch.batch_id, jobs) if line in rows else "",
        lambda line: _pictures(rows[line]) if line in rows else (),
    )


def _latest(row: BatchRow, batch_id: str, jobs: BatchJobs) -> Job | None:
    """Return the job of the row's last take that was ordered; None where there is none."""
    mine = jobs.of_batch(list(row.origins(batch_id)))
    return mine[-1] if mine else None


def _standing(row: BatchRow, offered: Offered, latest: Job | None) -> str:
    if row.request is None:
        return LEFT_OUT_GROUP
    if latest is not None and is_failed(latest):
        return "failed"
    left = offered.proposal.open_takes.get(row.key, 0)
    if left and left == offered.coming.get(row.key, 0):
        return "approved"
    return "open" if left else "ordered"


def _pictures(row: BatchRow) -> tuple[str, ...]:
    return () if row.request is None else row.request.picture_paths


def _sent(row: BatchRow, batch_id: str, jobs: BatchJobs) -> str:
    """Return in words what is ordered for a row, or why its order went wrong."""
    request = row.request
    if request is None:
        return ""
    latest = _latest(row, batch_id, jobs)
    if latest is not None and is_failed(latest):
        return _gone_wrong(latest)
    names = tuple(PurePath(path).name for path in request.picture_paths)
    options = tuple(
        f"{option_label(key)} {value_words(key, value)}" for key, value in request.options.items()
    )
    values: dict[str, Value] = {
        "pictures": names,
        "prompt": request.prompt or say(Sentence(_NO_PROMPT)),
        "options": options,
    }
    return say(Sentence(_SENT, values))


def _gone_wrong(job: Job) -> str:
    state, why = say(Sentence(STATE_WORDS[job.state])), detail_of(job)
    return say_pair(state, why) if why else state


def _content(
    sheet: Sheet,
    mapping: SheetMapping,
    problems: dict[int, dict[int, str]],
    groups: tuple[RowGroup, ...] = (),
    state_of: Callable[[int], str] = lambda _line: "",
    sent_of: Callable[[int], str] = lambda _line: "",
    pictures_of: Callable[[int], tuple[str, ...]] = lambda _line: (),
) -> BatchContent:
    fields = {one.column: one.field for one in mapping.columns}
    unsure = {one.column for one in mapping.unsure}
    columns = range(len(sheet.columns))
    return BatchContent(
        columns=sheet.columns,
        fields=tuple(fields.get(column, "") for column in columns),
        field_words=tuple(
            _field_words(fields.get(column, ""), sure=column not in unsure) for column in columns
        ),
        rows=sheet.rows,
        problems=problems,
        groups=groups,
        state_of=state_of,
        sent_of=sent_of,
        pictures_of=pictures_of,
    )


def _field_words(field: str, *, sure: bool) -> str:
    words = say(Sentence(field_name(field))) if field else ""
    return words if sure or not words else say(Sentence(_GUESSED, {"field": words}))


def _state(
    row: BatchRow, batch_id: str, jobs: BatchJobs, rejected: AbstractSet[str], coming: Collection[str]
) -> str:
    if row.request is None:
        return say(Sentence(_LEFT_OUT))
    latest = _latest(row, batch_id, jobs)
    if latest is not None:
        words = _gone_wrong(latest) if is_failed(latest) else say(Sentence(STATE_WORDS[latest.state]))
        return f"{words} · {verdict_words(VerdictFilter.REJECTED)}" if row.key in rejected else words
    price = say_money(row.price)
    words = price if row.takes == 1 else f"{row.takes} × {price}"
    return f"{words} · {say(Sentence(_COMES))}" if row.key in coming else words


def batch_offer(
    offered: Offered, *, has_key: bool, seconds_of: SecondsOf, free_bytes: int | None, budget: Money | None
) -> "BatchOffer":
    """Return the sums, and how the sheet was read. `budget` is the typed sum, None without one."""
    from vidu_desktop.ui.dialogs.batch_dialog import BatchOffer

    proposal = offered.proposal
    within = videos_within_budget(offered, budget)
    return BatchOffer(
        words=_words(offered),
        problems=tuple(say(one.sentence) for one in offered.checked.plan.problems if not one.line),
        videos=offered.videos,
        total=offered.total,
        first_videos=offered.first_videos,
        first_total=offered.first_total,
        hidden=offered.hidden,
        has_key=has_key,
        has_result=proposal.before_takes > 0,
        needs=_needs(offered, seconds_of(offered.kinds), free_bytes),
        rehearsal_needs=_about(seconds_of(_rehearsal_kinds(offered), rehearsal=True)),
        rehearsal_videos=offered.rehearsal_videos,
        budget_videos=None if within is None else within[0],
        budget=FREE if within is None else within[1],
        taken=FREE if budget is None else proposal.taken_money.inside(budget.currency),
        rejected_videos=0 if offered.rejected is None else offered.rejected.takes,
        rejected_total=FREE if offered.rejected is None else offered.rejected.total,
    )


def _rehearsal_kinds(offered: Offered) -> list[tuple[GenerationRequest, int]]:
    """Return the requests of the rows that are rehearsed first, each with its number of videos."""
    open_takes = {key: offered.proposal.open_takes.get(key, 0) for key in offered.rehearsal_keys}
    rows = offered.proposal.batch.rows
    return [(row.request, open_takes[row.key]) for row in rows if row.key in open_takes and row.request]


def _about(seconds: float) -> str:
    return say(Sentence(_ABOUT, {"time": say_elapsed(seconds)})) if seconds else ""


def _needs(offered: Offered, seconds: float, free_bytes: int | None) -> str:
    parts = [say(Sentence(_ABOUT, {"time": say_elapsed(seconds)}))] if offered.videos else []
    if free_bytes is not None and offered.videos:
        values = {"needed": say_bytes(offered.room_bytes), "free": say_bytes(free_bytes)}
        parts.append(say(Sentence(_ROOM, values)))
    return " · ".join(parts)


def _words(offered: Offered) -> str:
    checked, proposal = offered.checked, offered.proposal
    guesses = {guess.what: guess for guess in checked.sheet.guesses}
    parts = [
        guess.value if guess.sure else say(Sentence(_VALUE_GUESSED, {"value": guess.value}))
        for what, guess in guesses.items()
        if what in ("encoding", "sheet", "pairs")
    ]
    if (header := guesses.get("header_line")) is not None:
        parts.append(say(Sentence(_NAMES_IN, {"line": header.value})))
    batch = checked.known.decided
    if batch is not None and checked.mapping.one_of(Field.BATCH) is not None:
        values = {"name": batch.name, "sheet": PurePath(batch.source_path).name}
        parts.append(say(Sentence(_RESULT, values)))
    if ordered := proposal.before_takes - proposal.refused_takes:
        parts.append(say(counted(_BEFORE, ordered)))
    if proposal.refused_takes:
        parts.append(say(counted(_REFUSED, proposal.refused_takes)))
    if offered.coming:
        parts.append(say(counted(_TO_COME, sum(offered.coming.values()))))
    if proposal.changed_lines:
        parts.append(say(counted(_CHANGED, len(proposal.changed_lines))))
    return " · ".join(parts)


LEFT_OUT_GROUP = "left-out"
_STANDINGS = (
    ("open", QT_TRANSLATE_NOOP("batch", "Not ordered yet")),
    ("approved", QT_TRANSLATE_NOOP("batch", "Approved")),
    ("ordered", QT_TRANSLATE_NOOP("batch", "Ordered")),
    ("failed", QT_TRANSLATE_NOOP("batch", "Refused or failed")),
    (LEFT_OUT_GROUP, QT_TRANSLATE_NOOP("batch", "Left out")),
)
_OTHER = QT_TRANSLATE_NOOP("batch", "Something else is wrong")
_SENT = QT_TRANSLATE_NOOP("batch", "Asked for: {pictures} · {prompt} · {options}")
_NO_PROMPT = QT_TRANSLATE_NOOP("batch", "no prompt")
_ABOUT = QT_TRANSLATE_NOOP("batch", "about {time}")
_ROOM = QT_TRANSLATE_NOOP("batch", "{needed} needed of {free} free")
_GUESSED = QT_TRANSLATE_NOOP("batch", "{field} · guessed")
_COMES = QT_TRANSLATE_NOOP("batch", "approved, its turn comes by itself")
_LEFT_OUT = QT_TRANSLATE_NOOP("batch", "left out")
_VALUE_GUESSED = QT_TRANSLATE_NOOP("batch", "{value} (guessed)")
_NAMES_IN = QT_TRANSLATE_NOOP("batch", "names in line {line}")
_RESULT = QT_TRANSLATE_NOOP(
    "batch",
    "a result of “{name}”: what you change here counts for what you run from here, and the sheet “{sheet}” stays as it is",
)
_BEFORE = (
    QT_TRANSLATE_NOOP("batch", "1 video was ordered before and isn't ordered again"),
    QT_TRANSLATE_NOOP("batch", "{count} videos were ordered before and aren't ordered again"),
)
_REFUSED = (
    QT_TRANSLATE_NOOP("batch", "1 video was refused and not charged, its row says why"),
    QT_TRANSLATE_NOOP("batch", "{count} videos were refused and not charged, their rows say why"),
)
_TO_COME = (
    QT_TRANSLATE_NOOP("batch", "1 more video is approved: its turn comes by itself"),
    QT_TRANSLATE_NOOP("batch", "{count} more videos are approved: their turn comes by itself"),
)
_CHANGED = (
    QT_TRANSLATE_NOOP("batch", "1 row was changed after it had been ordered, and stays as it was"),
    QT_TRANSLATE_NOOP(
        "batch", "{count} rows were changed after they had been ordered, and stay as they were"
    ),
)
