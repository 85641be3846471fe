"""A batch: the rows of a sheet that become videos, what the person approved, and what became of each row.

Check, approval, execution and verdict are kept apart. What was approved of a row is written down once; the
row's state is derived from the jobs made from it.
"""

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from vidu_desktop.domain.amounts import FREE, Money
from vidu_desktop.domain.job import Job, JobState
from vidu_desktop.domain.origin import batch_origin
from vidu_desktop.domain.pictures import PICTURE_SUFFIXES
from vidu_desktop.domain.request import GenerationRequest
from vidu_desktop.domain.sheet_wishes import SaidForAll
from vidu_desktop.domain.sheet_work import Work

STOP_WINDOW = 10
"""How many of the last ended jobs the stop rule looks at."""
NO_LINE = 0
"""The line of a row that was ordered but isn't in the sheet any more."""
STOP_AFTER_USUAL = 5
TAKES_MOST = 99


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenPicture:
    """A picture as it was when the person approved of it."""

    path: str
    file_bytes: int
    mtime_ns: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchRow:
    """One row. `cells` are the sheet's own. `request` is None for a row that can't or shouldn't become a
    video.

    `approval` is the number of the approval under which the row may be bought; 0 is none. `is_later` marks
    the rows that were set aside when only the first rows were approved; they have no request yet.
    """

    key: str
    line: int
    cells: tuple[str, ...]
    request: GenerationRequest | None = None
    price: Money = FREE
    takes: int = 1
    pictures: tuple[SeenPicture, ...] = ()
    approval: int = 0
    is_later: bool = False

    def origins(self, batch_id: str) -> Iterator[str]:
        """Yield the origin of each take of this row."""
        return (batch_origin(batch_id, self.key, take) for take in range(1, self.takes + 1))


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """What is made of each picture that appears in a watched folder: a video as `request` says (which names
    no picture) at the price that was approved. `there` are the pictures that lay in the folder when the watch
    began; they are never ordered. A file whose ending isn't one of `endings` was no picture then and may have lain
    there, too, so it isn't ordered either.
    """

    request: GenerationRequest
    preset: str
    price: Money
    there: tuple[SeenPicture, ...] = ()
    endings: tuple[str, ...] = PICTURE_SUFFIXES


@dataclass(frozen=True, slots=True, kw_only=True, weakref_slot=True)
class Batch:
    """A batch as its head file holds it. `watch` is set for a watched folder. `names` is the pattern for file
    names, `work` the person's edits of the rows, and `said` the wishes that hold for all rows, as the
    window's dialog took them.
    """

    batch_id: str
    name: str
    created_at: datetime
    source_path: str
    source_sha256: str
    sheet_name: str = ""
    separator: str = ","
    rehearsal: bool = False
    stop_after: int = STOP_AFTER_USUAL
    columns: tuple[str, ...] = ()
    rows: tuple[BatchRow, ...] = ()
    watch: Watch | None = None
    names: str = ""
    work: Work = Work()  # noqa: RUF009 - frozen
    said: SaidForAll = SaidForAll()  # noqa: RUF009 - frozen
    strip: tuple[str, ...] = ()
    """Of a chain in which two stills meet more than once: the keys of its gaps' rows, in the order of the strip; else empty."""

    def of_the_source_of(self, other: "Batch") -> "Batch":
        """Return the batch as one of the sheet that `other` was made of: it was begun with a result of that."""
        return replace(
            self,
            name=other.name,
            source_path=other.source_path,
            source_sha256=other.source_sha256,
            sheet_name=other.sheet_name,
            separator=other.separator,
        )

    def cells_by_line(self) -> Iterator[tuple[int, tuple[str, ...]]]:
        """Yield line and cells of each row that is in the sheet."""
        return ((row.line, row.cells) for row in self.rows if row.line != NO_LINE)

    @property
    def left_out_keys(self) -> frozenset[str]:
        """The keys of the rows that the person left out by hand and hasn't approved since."""
        texts = self.work.texts_left_out()
        at_places = {(row.line, row.cells) for row in self.rows} if texts else set()
        at_line: dict[int, set[tuple[str, ...]]] = {}
        for (line, _), known in texts.items():
            at_line.setdefault(line, set()).update(known)
        there = {row.line for row in self.rows if row.cells in at_line.get(row.line, ())}
        elsewhere = frozenset[tuple[str, ...]]().union(
            *[
                known
                for (line, _), known in texts.items()
                if not any((line, cells) in at_places for cells in known)
            ]
        )
        return frozenset(
            row.key
            for row in self.rows
            if not row.approval
            and (
                row.cells in elsewhere
                or row.cells in at_line.get(row.line, ())
                or (
                    row.line in at_line and row.line not in there
                )  # changed in its line: in doubt it stays out
            )
        )


class Deed(StrEnum):
    """What a line of a batch's log records."""

    APPROVED = "approved"
    """The person approved rows for a sum."""
    ORDERING = "ordering"
    """A row is about to become a job. Written before the job is."""
    TAKEN = "taken"
    """The job is in the journal."""
    STOPPED = "stopped"
    """The batch stopped by itself."""
    GOES_ON = "goes-on"
    DONE = "done"
    """All approved rows have become jobs. `approval` is the last approval this covers; 0 where the log
    doesn't say.
    """
    PAUSED = "paused"
    """The person paused a watched folder."""
    ENDED = "ended"
    """The person ended the watch."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One line of the log. `by` is the installation that wrote it. `budget` is None without one; `day_budget`
    is the most that may be spent in one day of the person's calendar, None for no limit.
    """

    deed: Deed
    at: datetime
    by: str
    approval: int = 0
    rows: int = 0
    total: Money = FREE
    budget: Money | None = None
    day_budget: Money | None = None
    origin: str = ""
    code: str = ""


@dataclass(slots=True)
class History:
    """What the log of a batch says, built up line by line."""

    approvals: dict[int, Act] = field(default_factory=dict)
    ordering: dict[str, str] = field(default_factory=dict)
    """The installation that announced the order of each origin, in the order of the log."""
    ordered_at: dict[str, datetime] = field(default_factory=dict)
    """When the order of each origin was last announced."""
    taken: set[str] = field(default_factory=set)
    counted: list[str] = field(default_factory=list)
    """The origins ordered since the person last approved or resumed the batch. The stop rule looks only at
    these.
    """
    last: Act | None = None
    """The last line about the batch as a whole: it decides whether the batch runs."""
    end: int = 0
    """How many bytes of the log have been read; for the store."""

    def add(self, act: Act) -> None:
        """Take in the next line."""
        match act.deed:
            case Deed.ORDERING:
                self.ordering.setdefault(act.origin, act.by)
                self.ordered_at[act.origin] = act.at
                self.counted.append(act.origin)
                return
            case Deed.TAKEN:
                self.taken.add(act.origin)
                return
            case Deed.APPROVED:
                self.approvals[act.approval] = act
                self.counted = []
            case Deed.GOES_ON:
                self.counted = []
            case Deed.DONE if 0 < act.approval < max(self.approvals, default=0):
                return  # it was approved anew while this was being written
        self.last = act

    def copy(self) -> "History":
        """Return a history that can be added to without changing this one."""
        return replace(
            self,
            approvals=dict(self.approvals),
            ordering=dict(self.ordering),
            ordered_at=dict(self.ordered_at),
            taken=set(self.taken),
            counted=list(self.counted),
        )

    @property
    def runs(self) -> bool:
        """Whether rows may be ordered."""
        return self.last is not None and self.last.deed in (Deed.APPROVED, Deed.GOES_ON)

    @property
    def approval(self) -> Act | None:
        """The last approval; None before the first."""
        return next(reversed(self.approvals.values()), None)

    def may_buy(self, row: BatchRow) -> bool:
        """Whether the person approved this row: its approval must stand in the log, not only in the head."""
        return row.request is not None and row.approval in self.approvals


@dataclass(slots=True)
class StopRule:
    """Stops a batch when too many of the last ended jobs failed for the same reason: then the trouble isn't
    one row's.
    """

    after: int
    codes: deque[str] = field(default_factory=lambda: deque(maxlen=STOP_WINDOW))

    def ended(self, job: Job) -> None:
        """Count a job that has ended. A job that the person cancelled doesn't count."""
        if job.state is not JobState.CANCELLED:
            self.codes.append(job.trouble.code if job.state is not JobState.STORED and job.trouble else "")

    def ahead(self, most: int) -> int:
        """Return how many jobs may wait in the queue, `most` at most: no more than may fail the same way
        before the batch has to stop.
        """
        worst = max((self.codes.count(code) for code in self.codes if code), default=0)
        return min(max(self.after - worst, 0), most) if self.after else most

    @property
    def code(self) -> str | None:
        """The trouble code for which the batch has to stop; None while it may go on."""
        return next(
            (code for code in self.codes if self.after and code and self.codes.count(code) >= self.after),
            None,
        )


def rows_by_key(rows: Sequence[BatchRow]) -> dict[str, BatchRow]:
    """Return the rows by their keys."""
    return {row.key: row for row in rows}
