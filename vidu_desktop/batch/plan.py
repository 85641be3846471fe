"""What a check of a sheet goes by and what it finds: the person's wishes, the rows, and what keeps some from being bought."""

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
    """What the person says for all rows; a row's own cells go before it. `prompt` None is an open question where a row
    has none; an empty one is the answer. `hidden` None is an open question, too.
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
    """How the videos' files are to begin, made of columns as prompts are; None leaves it to the rows."""
    hidden: str | None = None
    again: str | None = None
    """What is done with videos that another batch has ordered already: "leave", "take"; None is an open question."""
    lines: Lines | None = None
    left_out: frozenset[int] = frozenset()
    """Lines that the person has left out one by one."""
    more_takes: Mapping[int, int] = field(default_factory=dict)
    """By line how many more takes are made of it than its cells say."""
    first: int | None = None
    folders: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RowProblem:
    """What keeps a row from being bought. `line` 0 is the sheet itself; `column` is a name, or empty."""

    line: int
    column: str
    code: str
    sentence: Sentence
    remedy: str = ""
    pictures: tuple[str, ...] = ()
    """The files of the row, where the trouble is between them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """All rows of a sheet; those with a request would be bought if there were no problems."""

    mode: Mode
    rows: tuple[BatchRow, ...]
    problems: tuple[RowProblem, ...] = ()
    hidden: tuple[BatchRow, ...] = ()
    """Hidden rows of which nobody has said whether they are taken, each with what it would cost."""

    only: frozenset[str] | None = None
    """The keys of the rows that are to be approved for now; None for all."""

    @property
    def chosen(self) -> list[BatchRow]:
        """The rows that are to become videos."""
        return [row for row in self.rows if row.request is not None]

    @property
    def total(self) -> Money:
        """What all takes of all chosen rows cost."""
        return sum((row.price * row.takes for row in self.chosen), FREE)
