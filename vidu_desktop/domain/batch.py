"""A batch: the rows of a sheet that become videos, what the person approved of them, and what became of each.

Check, approval, execution and verdict are kept apart: what a row is worth is written down once, and its state is
derived from the jobs that it became.
"""

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from vidu_desktop.domain.amounts import FREE, Money
from vidu_desktop.domain.job import Job, JobState
from vidu_desktop.domain.origin import batch_origin
from vidu_desktop.domain.request import GenerationRequest
from vidu_desktop.domain.sheet_wishes import SaidForAll
from vidu_desktop.domain.sheet_work import Work

STOP_WINDOW = 10
"""Of so many rows that ended last, those that ended the same way count for stopping."""
NO_LINE = 0
"""Of a row that was ordered and is gone from its sheet."""
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
    """One row. `cells` are the sheet's own. `request` is None for a row that isn't to become a video, or can't.

    `approval` is the number of the act that let it be bought; 0 is none. Where only the first rows were asked for, the others
    have no request and wait: `is_later`.
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
        """Yield the origin of each of its takes."""
        return (batch_origin(batch_id, self.key, take) for take in range(1, self.takes + 1))


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """What becomes of each picture that appears in a folder: a video as `request` asks, which names no picture, at the
    price that was approved. `there` lay in the folder when the watching began, and isn't made.
    """

    request: GenerationRequest
    preset: str
    price: Money
    there: tuple[SeenPicture, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """A batch as its head file has it. Of a watched folder `watch` says what becomes of its pictures; `names` is the pattern of
    its files' names, `work` what the person did to its rows and `said` what was said for all of them, in the window.
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

    def cells_by_line(self) -> Iterator[tuple[int, tuple[str, ...]]]:
        """Yield line and cells of each row that was in the sheet."""
        return ((row.line, row.cells) for row in self.rows if row.line != NO_LINE)

    @property
    def left_out_keys(self) -> frozenset[str]:
        """The keys of the rows that the person left out by hand and hasn't approved since."""
        out = self.work.cells_left_out()
        at_their_lines = {row.line for row in self.rows if row.cells in out.get(row.line, ())}
        elsewhere = frozenset[tuple[str, ...]]().union(
            *[cells for line, cells in out.items() if line not in at_their_lines]
        )
        return frozenset(
            row.key
            for row in self.rows
            if not row.approval
            and (
                row.cells in out[row.line] or row.line not in at_their_lines
                if row.line in out
                else row.cells in elsewhere
            )
        )


class Deed(StrEnum):
    """What a line of a batch's log tells."""

    APPROVED = "approved"
    """The person let rows be bought, for a sum."""
    ORDERING = "ordering"
    """A row is about to become a job. Written before the job is."""
    TAKEN = "taken"
    """The job is in the journal."""
    STOPPED = "stopped"
    """It stopped by itself."""
    GOES_ON = "goes-on"
    DONE = "done"
    """Everything that was approved has become jobs; up to which approval, 0 where the log doesn't say."""
    PAUSED = "paused"
    """The person lets a watched folder wait."""
    ENDED = "ended"
    """The person watches a folder no more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One line of the log. `by` is the installation that wrote it; `budget` None is none; `day_budget` is the most that may be
    spent in a day of the person's calendar, None for no such bound.
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
    """What a batch's log says, put together act by act."""

    approvals: dict[int, Act] = field(default_factory=dict)
    ordering: dict[str, str] = field(default_factory=dict)
    """By origin the installation that was about to order it, in the order of the log."""
    ordered_at: dict[str, datetime] = field(default_factory=dict)
    """By origin when it was about to be ordered, the last time."""
    taken: set[str] = field(default_factory=set)
    counted: list[str] = field(default_factory=list)
    """What was ordered since the person last said that it may go on: only that counts for stopping."""
    last: Act | None = None
    """What decides whether it runs: the last line that isn't about a single row."""
    end: int = 0
    """Up to where the log was read, for the store."""

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

    @property
    def runs(self) -> bool:
        """Whether rows may be ordered."""
        return self.last is not None and self.last.deed in (Deed.APPROVED, Deed.GOES_ON)

    @property
    def approval(self) -> Act | None:
        """The last act of approval."""
        return next(reversed(self.approvals.values()), None)

    def may_buy(self, row: BatchRow) -> bool:
        """Whether the person let this row be bought: the act must stand in the log, not only in the head."""
        return row.request is not None and row.approval in self.approvals


@dataclass(slots=True)
class StopRule:
    """Whether the last that ended went wrong the same way: a fault of all, not of one row."""

    after: int
    codes: deque[str] = field(default_factory=lambda: deque(maxlen=STOP_WINDOW))

    def ended(self, job: Job) -> None:
        """Count a job that has ended; what the person took off says nothing."""
        if job.state is not JobState.CANCELLED:
            self.codes.append(job.trouble.code if job.state is not JobState.STORED and job.trouble else "")

    def ahead(self, most: int) -> int:
        """Return how many of at most so many may wait in the queue: no more than may end the same way before it should stop."""
        worst = max((self.codes.count(code) for code in self.codes if code), default=0)
        return min(max(self.after - worst, 0), most) if self.after else most

    @property
    def code(self) -> str | None:
        """Why it should stop; None while it needn't."""
        return next(
            (code for code in self.codes if self.after and code and self.codes.count(code) >= self.after),
            None,
        )


def rows_by_key(rows: Sequence[BatchRow]) -> dict[str, BatchRow]:
    """Return the rows by their keys."""
    return {row.key: row for row in rows}
