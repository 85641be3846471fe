"""Approvals that the person took back: they hold at once, and are written into the batch's head until it is there."""

import asyncio
import logging
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace

from vidu_desktop.batch.ports import BatchStore
from vidu_desktop.domain.batch import Batch, BatchRow
from vidu_desktop.domain.sheet_edits import Cells
from vidu_desktop.domain.sheet_work import Work
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import DiskTrouble, Sentence

_RETRY_SAVE_S = 1.0
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class EditedRows:
    """What stands in rows by now, by their keys: the cells of these columns."""

    columns: tuple[str, ...] = ()
    cells: Mapping[str, Cells] = field(default_factory=dict)

    def put_into(self, batch: Batch) -> tuple[BatchRow, ...]:
        """Return a batch's rows with it; as they are where the columns are others."""
        if self.columns != batch.columns:
            return batch.rows
        return tuple(replace(row, cells=self.cells.get(row.key, row.cells)) for row in batch.rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkChange:
    """What a person did to a batch's rows: `before` and `after` it, and what stands in the rows then. Another sheet of the batch
    can have changed meanwhile: what was done there stays.
    """

    before: Work = Work()  # noqa: RUF009 - frozen
    after: Work = Work()  # noqa: RUF009 - frozen
    edited: EditedRows = EditedRows()

    def put_into(self, batch: Batch) -> Batch:
        """Return a batch with it."""
        work = batch.work.changed(self.before, self.after)
        return replace(batch, rows=self.edited.put_into(batch), work=work)


@dataclass(slots=True)
class _Waiting:
    """What isn't written yet of one batch: by key the number of the approval that is taken back, None before a look."""

    approvals: dict[str, int | None] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)
    changes: tuple["WorkChange", ...] = ()  # the latest last


class Withdrawals:
    """`turn` is held while a head is read and written. What the person approves anew isn't taken back again."""

    def __init__(self, store: BatchStore, turn: asyncio.Lock) -> None:
        self._store = store
        self._turn = turn
        self._waiting: dict[str, _Waiting] = {}

    def holds(self, batch_id: str, row: BatchRow) -> bool:
        """Whether the row's approval is taken back, though its batch's head doesn't say so yet."""
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
        """Return once it is written. While the disk doesn't take it, it is tried again; `on_wait` hears that once. Raises
        BadInput when the head is damaged.
        """
        waiting = self._waiting.setdefault(batch_id, _Waiting())
        waiting.approvals |= dict.fromkeys(keys)
        waiting.lines = lines
        waiting.changes = (*waiting.changes, change)
        said = False
        while True:
            try:
                async with self._turn:  # whoever else writes the head has written it, or begins with this one
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
            return  # another one wrote it along with its own
        batch = await self._store.load(batch_id)
        for row in batch.rows:
            if waiting.approvals.get(row.key, 0) is None:
                waiting.approvals[row.key] = row.approval
        written = dict(waiting.approvals)
        lines, now = waiting.lines, batch
        for change in waiting.changes:
            now = change.put_into(now)
        rows = tuple(
            replace(
                row,
                line=lines.get(row.key, row.line),
                approval=0 if row.approval == written.get(row.key) else row.approval,
            )
            for row in now.rows
        )
        if rows != batch.rows or now.work != batch.work:
            await self._store.save(replace(now, rows=rows))
        if waiting.approvals == written:  # what was taken back meanwhile is written by its own turn
            self._waiting.pop(batch_id, None)


_WAITS = QT_TRANSLATE_NOOP(
    "batch",
    "Your change to approved rows can't be saved yet. They aren't bought while the program is open, and saving is tried "
    "again by itself. Put the disk right before you quit, or they may be bought as they were after the next start. {why}",
)
