"""The problems of a sheet, gathered: each names its cell by the column that the sheet has for it."""

from vidu_desktop.batch.plan import RowProblem
from vidu_desktop.batch.row_words import WORDS
from vidu_desktop.domain.sheet_mapping import SheetMapping
from vidu_desktop.errors import Sentence, Value


class Problems:
    """`where` is a column, the field that a column is for, or None for the whole row."""

    def __init__(self, columns: tuple[str, ...], mapping: SheetMapping) -> None:
        self._columns = columns
        self._mapping = mapping
        self._found: list[RowProblem] = []

    def __len__(self) -> int:
        return len(self._found)

    def say(
        self, line: int, where: str | int | None, code: str, *, remedy: str = "edit", **values: Value
    ) -> None:
        """Add a problem in our own words; `line` 0 is the sheet itself."""
        self.add(line, where, code, Sentence(WORDS[code], values), remedy)

    def add(
        self,
        line: int,
        where: str | int | None,
        code: str,
        sentence: Sentence,
        remedy: str = "edit",
        pictures: tuple[str, ...] = (),
    ) -> None:
        """Add a problem that somebody else found."""
        column = where if isinstance(where, int) else None if where is None else self._mapping.one_of(where)
        name = "" if column is None else self._columns[column]
        self._found.append(
            RowProblem(
                line=line,
                column=name,
                code=str(code),
                sentence=sentence,
                remedy=str(remedy),
                pictures=pictures,
            )
        )

    def in_order(self) -> tuple[RowProblem, ...]:
        """Return all of them by their lines."""
        return tuple(sorted(self._found, key=lambda problem: problem.line))
