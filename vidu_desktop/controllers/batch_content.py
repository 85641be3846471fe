"""What a checked sheet looks like in the dialog: its rows with what is wrong in them, what becomes of each, the sums."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from vidu_desktop.batch.approving import Proposal
from vidu_desktop.batch.batch_jobs import BatchJobs
from vidu_desktop.batch.checking import CheckedSheet
from vidu_desktop.batch.slices import in_slices
from vidu_desktop.domain.batch import BatchRow
from vidu_desktop.domain.money import format_usd
from vidu_desktop.domain.sheet import Sheet
from vidu_desktop.domain.sheet_mapping import SheetMapping
from vidu_desktop.domain.state_words import STATE_WORDS
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import Sentence
from vidu_desktop.ui.dialogs.batch_dialog import BatchOffer
from vidu_desktop.ui.models.batch_table import BatchContent
from vidu_desktop.ui.text import say


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """A checked sheet with what would be approved of it: all of it, or `first_keys` alone."""

    checked: CheckedSheet
    proposal: Proposal
    first_keys: tuple[str, ...]


def content_as_read(sheet: Sheet, mapping: SheetMapping) -> BatchContent:
    """Return the rows before anything is known of them."""
    return _content(sheet, mapping, {}, lambda _line: "")


async def content_of(offered: Offered, jobs: BatchJobs) -> BatchContent:
    """Return the rows with what is wrong in them, and what becomes of each."""
    checked, batch = offered.checked, offered.proposal.batch
    at = {name: index for index, name in enumerate(checked.sheet.columns)}
    problems: dict[int, dict[int, str]] = {}
    async for one in in_slices(checked.plan.problems):
        problems.setdefault(one.line, {}).setdefault(at.get(one.column, -1), say(one.sentence))
    rows: dict[int, BatchRow] = {}
    async for row in in_slices(batch.rows):
        rows[row.line] = row
    return _content(
        checked.sheet,
        checked.mapping,
        problems,
        lambda line: _state(rows[line], batch.batch_id, jobs) if line in rows else "",
    )


def _content(
    sheet: Sheet,
    mapping: SheetMapping,
    problems: dict[int, dict[int, str]],
    state_of: Callable[[int], str],
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
        state_of=state_of,
    )


def _field_words(field: str, *, sure: bool) -> str:
    words = field.replace("_", " ")
    return words if sure or not words else say(Sentence(_GUESSED, {"field": words}))


def _state(row: BatchRow, batch_id: str, jobs: BatchJobs) -> str:
    if row.request is None:
        return say(Sentence(_LEFT_OUT))
    mine = jobs.of_batch(list(row.origins(batch_id)))
    if mine:
        return say(Sentence(STATE_WORDS[mine[-1].state]))
    price = format_usd(row.price_usd)
    return price if row.takes == 1 else f"{row.takes} × {price}"


def offer_of(offered: Offered, *, has_key: bool) -> BatchOffer:
    """Return the sums, and how the sheet was read."""
    checked, proposal = offered.checked, offered.proposal
    first_videos, first_usd = proposal.sum_of(offered.first_keys)
    return BatchOffer(
        words=_words(checked, proposal),
        problems=tuple(say(one.sentence) for one in checked.plan.problems if not one.line),
        videos=proposal.takes,
        total_usd=proposal.total_usd,
        first_videos=first_videos,
        first_usd=first_usd if first_videos else Decimal(0),
        hidden=sum(row.hidden for row in checked.sheet.rows),
        has_key=has_key,
        has_result=proposal.before_takes > 0,
    )


def _words(checked: CheckedSheet, proposal: Proposal) -> str:
    guesses = {guess.what: guess for guess in checked.sheet.guesses}
    parts = [
        guess.value if guess.sure else say(Sentence(_VALUE_GUESSED, {"value": guess.value}))
        for what, guess in guesses.items()
        if what in ("encoding", "sheet")
    ]
    if (header := guesses.get("header_line")) is not None:
        parts.append(say(Sentence(_NAMES_IN, {"line": header.value})))
    if proposal.before_takes:
        parts.append(say(Sentence(_BEFORE, {"count": proposal.before_takes})))
    if proposal.changed_lines:
        parts.append(say(Sentence(_CHANGED, {"count": len(proposal.changed_lines)})))
    return " · ".join(parts)


_GUESSED = QT_TRANSLATE_NOOP("batch", "{field} · guessed")
_LEFT_OUT = QT_TRANSLATE_NOOP("batch", "left out")
_VALUE_GUESSED = QT_TRANSLATE_NOOP("batch", "{value} (guessed)")
_NAMES_IN = QT_TRANSLATE_NOOP("batch", "names in line {line}")
_BEFORE = QT_TRANSLATE_NOOP("batch", "{count} videos were ordered before and aren't ordered again")
_CHANGED = QT_TRANSLATE_NOOP(
    "batch", "{count} rows were changed after they had been ordered, and stay as they were"
)
