"""What the hidden rows of a sheet would cost. The person decides whether they are made, after seeing both sums."""

from collections.abc import Iterable
from dataclasses import replace

from vidu_desktop.batch.approving import Proposal
from vidu_desktop.batch.plan import Plan, RowProblem, Wishes
from vidu_desktop.batch.ports import Price
from vidu_desktop.batch.problems import Problems
from vidu_desktop.batch.row_cells import RowCells
from vidu_desktop.batch.row_words import WORDS
from vidu_desktop.batch.slices import in_slices
from vidu_desktop.domain.amounts import FREE, Money, format_money
from vidu_desktop.domain.batch import BatchRow
from vidu_desktop.domain.modes import Mode
from vidu_desktop.domain.request import GenerationRequest
from vidu_desktop.domain.sheet import Sheet, SheetRow
from vidu_desktop.domain.sheet_mapping import SheetMapping
from vidu_desktop.errors import Sentence, Value

CODE = "hidden-rows"


async def rows_in_question(
    rows: Iterable[SheetRow], sheet: Sheet, mapping: SheetMapping, wishes: Wishes, mode: Mode, price: Price
) -> tuple[BatchRow, ...]:
    """Return these rows with their takes and prices, even if something else is wrong with them. Rows without takes or without
    a known model are left out.
    """
    cells = RowCells(sheet, mapping, replace(wishes, mode=mode), Problems(sheet.columns, mapping))
    known: dict[tuple[str, int], Money] = {}
    found: list[BatchRow] = []
    async for row in in_slices(rows):
        draft = cells.draft(row)
        if draft is None or draft.offer is None:
            continue
        # Rows with the same cells for their options share one object.
        kind = (
            draft.offer.model,
            id(draft.options),
        )
        if kind not in known:
            request = GenerationRequest(
                model=draft.offer.model, mode=mode, prompt="", picture_paths=(), options=draft.options.values
            )
            known[kind] = price(request)
        found.append(
            BatchRow(key=draft.key, line=row.line, cells=row.cells, takes=draft.takes, price=known[kind])
        )
    return tuple(found)


def without_settled(plan: Plan, settled: Iterable[str]) -> Plan:
    """Return the plan without the question about hidden rows of which nothing more can be bought: those with the keys
    `settled`.
    """
    whole = frozenset(settled)
    hidden = tuple(row for row in plan.hidden if row.key not in whole)
    kept = (one for one in plan.problems if hidden or one.code != CODE or not plan.hidden)
    return replace(plan, hidden=hidden, problems=tuple(kept))


async def asked_of_the_rest(plan: Plan, offered: Proposal) -> tuple[RowProblem, ...]:
    """Return the plan's problems, with the question about hidden rows showing only what is still to be bought: what was
    ordered before costs nothing more, and rows with problems can't be ordered.
    """
    if not plan.hidden:
        return plan.problems
    wrong = {one.line for one in plan.problems}
    open_takes = offered.open_takes
    shown, seen, more = 0, FREE, FREE
    async for row in in_slices(offered.batch.rows):
        takes = open_takes.get(row.key, 0)
        if takes and row.approval == offered.number and row.line not in wrong:
            shown, seen = shown + 1, seen + takes * row.price
    async for row in in_slices(plan.hidden):
        more += open_takes.get(row.key, row.takes) * row.price
    values: dict[str, Value] = {
        "count": len(plan.hidden),
        "shown": shown,
        "price": format_money(seen),
        "both": format_money(seen + more),
    }
    said = Sentence(WORDS[CODE], values)
    return tuple(replace(one, sentence=said) if one.code == CODE else one for one in plan.problems)
