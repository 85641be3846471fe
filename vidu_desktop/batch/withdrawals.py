"""Approvals that the person took back. They are invalid at once; writing this into the batch's head is tried until it works."""

import asyncio
import logging
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace

from vidu_desktop.batch.ports import BatchStore
from vidu_desktop.batch.slices import in_slices
from vidu_desktop.domain.batch import Batch, BatchRow
from vidu_desktop.domain.sheet_edits import Cells
from vidu_desktop.domain.sheet_work import Work
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import DiskTrouble, Sentence

_RETRY_SAVE_S = 1.0
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class EditedRows:
    """The cells of edited rows, by the rows' keys; `columns` are the columns of the cells."""

    columns: tuple[str, ...] = ()
    cells: Mapping[str, Cells] = field(default_factory=dict)

    def put_into(self, batch: Batch) -> tuple[BatchRow, ...]:
        """Return the batch's rows with these cells; unchanged if the batch has other columns. Other rows stay the very objects:
        a copy of each of many takes long.
        """
        if self.columns != batch.columns:
            return batch.rows
        return tuple(
            [replace(row, cells=self.cells[row.key]) if row.key in self.cells else row for row in batch.rows]
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkChange:
    """What a person did to a batch's rows: the decisions `before` and `after`, and the edited cells. Another sheet of the
    same batch may have changed decisions meanwhile: those stay.
    """

    before: Work = Work()  # noqa: RUF009 - frozen
    after: Work = Work()  # noqa: RUF009 - frozen
    edited: EditedRows = EditedRows()

    def put_into(self, batch: Batch) -> Batch:
        """Return the batch with this change."""
        work = batch.work.changed(self.before, self.after)
        return replace(batch, rows=self.edited.put_into(batch), work=work)


@dataclass(slots=True)
class _Waiting:
    """What isn't written yet of one batch. `approvals` has by row key the number of the approval that is taken back; None
    until the head was read.
    """

    approvals: dict[str, int | None] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)
    changes: tuple["WorkChange", ...] = ()  # the newest last


class Withdrawals:
    """`turn` is held while a head is read and written. A later approval of the same row isn't taken back."""

    def __init__(self, store: BatchStore, turn: asyncio.Lock) -> None:
        self._store = store
        self._turn = turn
        self._waiting: dict[str, _Waiting] = {}

    def holds(self, batch_id: str, row: BatchRow) -> bool:
        """Whether the row's approval was taken back, but its batch's head doesn't say so yet."""
        waiting = self._waiting.get(batch_id)
        if waiting is None or row.key not in waiting.approvals:
            return False
        return waiting.approvals[row.key] in (None, row.approval)

    async def take_back(
        self,
        batch_id: str,
        keys: Collection[str],
        change: WorkChange,
        lines: Mapping[str, int],
        on_wait: Callable[[DiskTrouble], None],
    ) -> None:
        """Take back the approvals of the rows with these keys; return once this is written. If the disk fails, writing is
        tried again every second, and `on_wait` is called once. Raises BadInput when the head is damaged.
        """
        waiting = self._waiting.setdefault(batch_id, _Waiting())
        waiting.approvals |= dict.fromkeys(keys)
        waiting.lines = lines
        waiting.changes = (*waiting.changes, change)
        said = False
        while True:
            try:
                async with self._turn:  # any other writer has written the head, or begins with this one
                    await self._write(batch_id)
            except DiskTrouble as trouble:
                _log.warning("a withdrawal can't be written down (%s); trying on", trouble.code)
                if not said:
                    on_wait(
                        DiskTrouble(
                            trouble.code, Sentence(_WAITS, {"why": trouble.sentence}), full=trouble.full
                        )
                    )
                said = True
                await asyncio.sleep(_RETRY_SAVE_S)
            else:
                return

    async def _write(self, batch_id: str) -> None:
        waiting = self._waiting.get(batch_id)
        if waiting is None:
            return  # another call wrote it together with its own
        batch = await self._store.load(batch_id)
        written, changes, lines, now = dict(waiting.approvals), waiting.changes, waiting.lines, batch
        async for row in in_slices(batch.rows):
            if written.get(row.key, 0) is None:
                written[row.key] = waiting.approvals[row.key] = row.approval
        for change in changes:
            now = change.put_into(now)
        rows = tuple(
            [
                _placed(row, lines.get(row.key, row.line), written.get(row.key))
                async for row in in_slices(now.rows)
            ]
        )
        if rows != batch.rows or now.work != batch.work:
            await self._store.save(replace(now, rows=rows))
        # Approvals that were taken back meanwhile are written by their own call.
        if waiting.changes is changes:
            self._waiting.pop(batch_id, None)


def _placed(row: BatchRow, line: int, taken_back: int | None) -> BatchRow:
    """Return the row in this line, and not approved any more if its approval is the one that was taken back."""
    approval = 0 if row.approval == taken_back else row.approval
    if (line, approval) == (row.line, row.approval):
        return row
    return replace(row, line=line, approval=approval)


_WAITS = QT_TRANSLATE_NOOP(
    "batch",
    "Your change to approved rows can't be saved yet. They aren't bought while the program is open, and saving is tried "
    "again by itself. Put the disk right before you quit, or they may be bought as they were after the next start. {why}",
)
