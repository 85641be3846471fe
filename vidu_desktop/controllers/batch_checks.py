"""Reads and checks an open sheet, and finds what may be bought of it; nothing is bought here."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QSettings

from vidu_desktop.batch.approving import Proposal
from vidu_desktop.batch.checking import CheckedSheet, SheetChecker
from vidu_desktop.batch.coming_rows import rows_to_come
from vidu_desktop.batch.feeder import BatchFeeder
from vidu_desktop.batch.plan import Wishes
from vidu_desktop.batch.rejected import rejected_again
from vidu_desktop.batch.sheet_changes import stamp_of
from vidu_desktop.controllers.batch_content import content_of
from vidu_desktop.controllers.batch_offered import Offered, offered_of
from vidu_desktop.controllers.open_batch import OpenBatch
from vidu_desktop.controllers.remembered_columns import RememberedColumns
from vidu_desktop.domain.marks import Verdict
from vidu_desktop.domain.origin import batch_origins
from vidu_desktop.domain.sheet import ReadAs, Sheet
from vidu_desktop.domain.sheet_mapping import SheetMapping
from vidu_desktop.errors import BadInput
from vidu_desktop.ui.models.batch_table import BatchContent


class BatchChecks:
    """Shows guesses and the progress of the check in the sheet's dialog. `memory` remembers the meaning of columns."""

    def __init__(
        self, checker: SheetChecker, feeder: BatchFeeder, now: Callable[[], datetime], memory: QSettings
    ) -> None:
        self._checker = checker
        self._feeder = feeder
        self._now = now
        self._columns = RememberedColumns(memory)
        self._tables: dict[str, str] = {}
        """The table that was read last, by workbook."""

    async def read(self, opened: OpenBatch) -> tuple[Sheet, SheetMapping] | None:
        """Return the sheet to be checked, and the meaning of its columns. The source is read only once. None if the dialog
        was closed meanwhile, or the source has to be read in another way now. Raises BadInput, DiskTrouble.
        """
        if opened.source is None:
            reading = opened.dialog.reading
            await self._recall_reading(opened)
            asked = opened.read_as, reading.pairs
            # The stamp is taken before the reading, so that a write during the reading counts as a change.
            stamp = await stamp_of(opened.path, self._checker.folders)
            try:
                source = await self._source_of(opened)
            except BadInput:
                if replace(opened.read_as, sheet=None) != opened.recalled_reading or not opened.is_recalled:
                    raise
                reading.choose(reading.pairs, ReadAs())  # it isn't written any more as it was the last time
                asked = opened.read_as, reading.pairs
                source = await self._source_of(opened)
            if opened.closed or asked != (opened.read_as, reading.pairs):
                return None
            opened.source, opened.source_stamp = source, stamp
            reading.show_changed("")
            opened.choices = self._columns.of(opened.source.columns) | opened.choices
            guesses = {guess.what: guess.value for guess in opened.source.guesses}
            reading.show_tables(opened.source.sheet_names, opened.source.sheet_name)
            reading.show_text(guesses.get("encoding", ""), guesses.get("separator", ""))
            reading.show_header("" if opened.pasted is not None else guesses.get("header_line", ""))
            if "pairs" in guesses:
                reading.show_pairs(offered=True, pattern=guesses["pairs"])
        return opened.mapped(opened.source)

    async def _recall_reading(self, opened: OpenBatch) -> None:
        """Choose, once, how the source was read the last time, where the person hasn't chosen anything yet."""
        if opened.recalled_reading is None and opened.pasted is None:
            opened.recalled_reading = before = await self._checker.read_before(opened.path)
            opened.dialog.reading.choose(opened.dialog.reading.pairs, opened.read_as.completed(before))

    async def _source_of(self, opened: OpenBatch) -> Sheet:
        """Read a source. From a workbook, read the table that was used last, unless the person chooses one now."""
        read_as, pairs = opened.read_as, opened.dialog.reading.pairs
        read, path = self._checker.read_source, opened.path
        source = await read(path, read_as, pairs)
        if read_as.sheet is None:
            before = [self._tables[path]] if path in self._tables else []
            before = before or await self._checker.tables_before(path, source)
            if before and before[0] in source.sheet_names and before[0] != source.sheet_name:
                source = await read(path, replace(read_as, sheet=before[0]), pairs)
        if source.sheet_names:
            self._tables[path] = source.sheet_name
        return source

    def choose(self, opened: OpenBatch, column: int, field_name: str) -> None:
        """Set the meaning of a column, for this sheet and for all later ones with the same header."""
        opened.choose(column, field_name)
        if opened.source is not None:
            self._columns.keep(opened.source.columns, opened.choices)

    async def checked(
        self, opened: OpenBatch, sheet: Sheet, mapping: SheetMapping, wishes: Wishes, *, rehearsal: bool
    ) -> CheckedSheet:
        """Check every row as it is now, with the wishes for all rows. Raises DiskTrouble."""
        checked = await self._checker.check(
            opened.path,
            sheet,
            mapping,
            wishes,
            rehearsal=rehearsal,
            on_looked=opened.say_looked,
        )
        # Guesses aren't problems here: the table shows them, and the person can change them there.
        problems = tuple(one for one in checked.plan.problems if not one.code.startswith("guess-"))
        return replace(checked, plan=replace(checked.plan, problems=problems))

    async def proposal(self, checked: CheckedSheet) -> Proposal:
        """Return what would be approved of the sheet now."""
        return await checked.proposal(self._feeder.jobs, self._feeder.own_id, self._now())

    async def offered(self, checked: CheckedSheet) -> Offered:
        """Return what may be bought of the sheet, in the ways for which the dialog has buttons."""
        proposal = await self.proposal(checked)
        running = self._feeder.running.get(proposal.batch.batch_id)
        to_come = await rows_to_come(running, self._feeder.jobs)
        offered = await offered_of(await checked.asked_of(proposal), proposal, to_come)
        return replace(offered, rejected=await self.rejected(checked))

    async def first_of(self, checked: CheckedSheet) -> tuple[CheckedSheet, int]:
        """Return the sheet with only its first rows to be approved, besides those that are approved and come by themselves;
        and how many videos the first rows are.
        """
        offered = await self.offered(checked)
        return checked.only([*offered.first_keys, *offered.coming]), offered.first_videos

    async def content(self, offered: Offered) -> BatchContent:
        """Return the rows as the dialog shows them."""
        return await content_of(offered, self._feeder.jobs)

    async def rejected(self, checked: CheckedSheet) -> Proposal | None:
        """Return the proposal for one more video of each row whose videos were all rejected; None where there is no such row."""
        batch = checked.known.batch
        if batch is None or not checked.known.stored:
            return None
        clips = await self._checker.clips.by_origin(batch_origins(batch.batch_id))
        if not any(clip.marks.verdict is Verdict.REJECT for clip in clips):
            return None
        feeder, price = self._feeder, self._checker.price
        found = await rejected_again(batch, checked.known, clips, feeder.jobs, feeder.own_id, price)
        return found if found.takes else None
