"""What the hidden rows of a sheet would cost: the person says whether they are taken, and sees both sums before."""

from collections.abc import Iterable
from dataclasses import replace

from vidu_desktop.batch.plan import Wishes
from vidu_desktop.batch.ports import Price
from vidu_desktop.batch.problems import Problems
from vidu_desktop.batch.row_cells import RowCells
from vidu_desktop.batch.slices import in_slices
from vidu_desktop.domain.amounts import FREE, Money
from vidu_desktop.domain.modes import Mode
from vidu_desktop.domain.request import GenerationRequest
from vidu_desktop.domain.sheet import Sheet, SheetRow
from vidu_desktop.domain.sheet_mapping import SheetMapping


async def price_of_rows(
    rows: Iterable[SheetRow], sheet: Sheet, mapping: SheetMapping, wishes: Wishes, mode: Mode, price: Price
) -> Money:
    """Return what videos of these rows cost, whatever is wrong with them; those of which none can be made cost nothing."""
    cells = RowCells(sheet, mapping, replace(wishes, mode=mode), Problems(sheet.columns, mapping))
    known: dict[tuple[str, int], Money] = {}
    total = FREE
    async for row in in_slices(rows):
        draft = cells.draft(row)
        if draft is None or draft.offer is None:
            continue
        kind = draft.offer.model, id(draft.options)  # rows that say the same share them
        if kind not in known:
            request = GenerationRequest(
                model=draft.offer.model, mode=mode, prompt="", picture_paths=(), options=draft.options.values
            )
            known[kind] = price(request)
        total += draft.takes * known[kind]
    return total
