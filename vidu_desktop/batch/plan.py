"""What a check of a sheet starts from and finds: the wishes, the rows, and the problems that keep rows from being bought."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from vidu_desktop.domain.amounts import FREE, Money
from vidu_desktop.domain.batch import BatchRow
from vidu_desktop.domain.modes import Mode
from vidu_desktop.domain.options import OptionValue
from vidu_desktop.domain.row_reading import Lines
from vidu_desktop.errors import Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What the person says for all rows; a row's own cells go first. `prompt` None makes a row without a prompt a problem; an
    empty one is allowed. `hidden` None asks whether hidden rows are taken; else it is "take" or "leave".
    """

    mode: Mode | None = None
    model: str | None = None
    options: Mapping[str, OptionValue] = field(default_factory=dict)
    prompt: str | None = None
    template: str | None = None
    takes: int = 1
    project: str = ""
    shot: str = ""
    preset: str = ""
    names: str | None = None
    """How the names of the videos' files begin: a pattern of columns, like a prompt template. None leaves it to the rows."""
    hidden: str | None = None
    again: str | None = None
    """What is done with rows whose videos were ordered elsewhere already: "leave" or "take"; None makes each a problem."""
    same: str | None = None
    """What is done with rows that ask for the same video as an earlier row: "leave" or "take"; None makes each a problem."""
    lines: Lines | None = None
    left_out: frozenset[int] = frozenset()
    """Lines that the person left out one by one."""
    more_takes: Mapping[int, int] = field(default_factory=dict)
    """By line, how many takes are made in addition to those that its cells ask for."""
    first: int | None = None
    folders: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RowProblem:
    """What keeps a row from being bought. `line` 0 means the whole sheet; `column` is the column's name, or empty."""

    line: int
    column: str
    code: str
    sentence: Sentence
    remedy: str = ""
    pictures: tuple[str, ...] = ()
    """The row's picture files, where the problem is that they don't fit each other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """All rows of a sheet. Those with a request would be bought if there were no problems."""

    mode: Mode
    rows: tuple[BatchRow, ...]
    problems: tuple[RowProblem, ...] = ()
    hidden: tuple[BatchRow, ...] = ()
    """Hidden rows for which it isn't decided whether they are made, each with its price."""

    only: frozenset[str] | None = None
    """The keys of the rows that are to be approved now; None for all."""

    @property
    def chosen(self) -> list[BatchRow]:
        """The rows that are to become videos."""
        return [row for row in self.rows if row.request is not None]

    @property
    def total(self) -> Money:
        """The price of all takes of all chosen rows."""
        return sum((row.price * row.takes for row in self.chosen), FREE)
