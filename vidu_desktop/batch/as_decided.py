"""Checks a sheet again with what the person decided about its batch in the window: with the edits and the extra takes from
there, and without the rows that were left out there.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from vidu_desktop.batch.approving import Proposal
from vidu_desktop.batch.checking import CheckedSheet, SheetChecker
from vidu_desktop.batch.plan import Wishes
from vidu_desktop.domain.batch import Batch
from vidu_desktop.domain.sheet import ReadAs
from vidu_desktop.domain.sheet_mapping import Field
from vidu_desktop.domain.sheet_work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """A sheet with the person's decisions: `as_read` is the sheet without them, `checked` is the sheet with them. The lines
    are those of the sheet.
    """

    as_read: CheckedSheet
    checked: CheckedSheet
    work: Work = Work()  # noqa: RUF009 - frozen
    """The decisions that the batch keeps from now on."""
    names: str = ""
    """The pattern of its files' names that the batch keeps from now on."""
    read_as: ReadAs = ReadAs()  # noqa: RUF009 - frozen
    """How the sheet was read; `pairs` is the same for a folder."""
    pairs: str | None = None
    left_out: tuple[int, ...] = ()
    """Lines of which no video is made, because the person left them out."""
    changed: tuple[int, ...] = ()
    """Lines that were edited, or of which more takes are made than the sheet says."""

    def kept_in(self, offered: Proposal) -> Proposal:
        """Return the proposal with the decisions that its batch is to keep, and with how its source is read."""
        batch, said = offered.batch, offered.batch.said
        if batch.source_path == self.checked.path:  # else it is a result, which is read as one
            said = said.read_in_that_way(self.read_as, self.pairs)
        return replace(offered, batch=replace(batch, names=self.names, work=self.work, said=said))


@dataclass(frozen=True, slots=True, kw_only=True)
class Decisions:
    """Applies the person's decisions to a checked sheet. `wishes` hold for all rows, `read_as` and `pairs` say how the
    source was read; with `take_in`, videos are also made of
    the rows that were left out.
    """

    checker: SheetChecker
    wishes: Wishes
    take_in: bool
    on_looked: Callable[[int, int], None]
    read_as: ReadAs = ReadAs()  # noqa: RUF009 - frozen
    pairs: str | None = None

    async def of(self, as_read: CheckedSheet) -> Decided:
        """Return a checked sheet with what the person decided about its batch. Raises BadInput, DiskTrouble."""
        return replace(await self._decided(as_read), read_as=self.read_as, pairs=self.pairs)

    async def _decided(self, as_read: CheckedSheet) -> Decided:
        batch = as_read.known.decided
        if batch is None or (batch.work == Work() and not self._takes_names_of(batch)):
            return Decided(as_read=as_read, checked=as_read, names=self.wishes.names or "")
        work = batch.work.moved_to(as_read.sheet, batch.cells_by_line())
        out = frozenset(line for line in work.lines_left_out(as_read.sheet) if self._named(line))
        if self.take_in:
            work, out = work.with_lines(as_read.sheet, out), frozenset()
        takes = self._more_takes(batch, as_read) | work.takes_by_line(as_read.sheet)
        names = batch.names if self._takes_names_of(batch) else self.wishes.names
        checked = await self.checker.check(
            as_read.path,
            work.edits.applied(as_read.sheet),
            as_read.mapping,
            replace(self.wishes, left_out=out, more_takes=takes, names=names),
            rehearsal=as_read.rehearsal,
            anew=True,
            on_looked=self.on_looked,
        )
        checked = await self.checker.known_as(checked, as_read.known)
        # In a result, or in a sheet with a key column, a row is recognized in whatever line it stands.
        keys = batch.left_out_keys
        known = {row.key: row.line for row in checked.plan.chosen if row.key in keys}
        if self.take_in:
            work = work.with_rows({row.cells for row in batch.rows if row.key in known})
        else:
            out |= frozenset(known.values())
            checked = checked.without(out)
        edited = {row.line for row in checked.sheet.rows if row.original is not None}
        return Decided(
            as_read=as_read,
            checked=checked,
            work=work,
            names=names or "",
            left_out=tuple(sorted(out)),
            changed=tuple(sorted(line for line in (edited | takes.keys()) - out if self._named(line))),
        )

    async def now(self, decided: Decided) -> Decided:
        """Return the sheet with what is known of its batch now: meanwhile rows may have been ordered, or decisions changed.
        Raises BadInput, DiskTrouble.
        """
        return await self.of(await self.checker.known_now(decided.as_read))

    def _takes_names_of(self, batch: Batch) -> bool:
        return bool(batch.names) and self.wishes.names is None

    def _named(self, line: int) -> bool:
        return self.wishes.lines is None or line in self.wishes.lines

    def _more_takes(self, batch: Batch, as_read: CheckedSheet) -> dict[int, int]:
        """Return the extra takes by the lines in which their rows are now. Empty for a result: it has a line for each take."""
        if as_read.mapping.one_of(Field.ROW) is not None:
            return {}
        keys = {(row.line, row.cells): row.key for row in batch.rows}
        lines = {row.key: row.line for row in as_read.plan.rows}
        takes: dict[int, int] = {}
        for (line, cells), more in batch.work.more_takes.items():
            edited = batch.work.edits.rows.get((line, cells), cells)
            key = keys.get((line, edited)) or keys.get((line, cells))
            if key in lines:
                takes[lines[key]] = more
        return takes
