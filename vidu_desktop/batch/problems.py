"""Collects the problems of a sheet. Each problem names its cell by the sheet's own column name."""

from vidu_desktop.batch.plan import RowProblem
from vidu_desktop.batch.row_words import WORDS
from vidu_desktop.domain.sheet_mapping import SheetMapping
from vidu_desktop.errors import Sentence, Value


class Problems:
    """Problems of one sheet. In its methods, `where` is a column's index, a field, or None for the whole row."""

    def __init__(self, columns: tuple[str, ...], mapping: SheetMapping) -> None:
        self._columns = columns
        self._mapping = mapping
        self._found: list[RowProblem] = []

    def __len__(self) -> int:
        return len(self._found)

    def say(
        self, line: int, where: str | int | None, code: str, *, remedy: str = "edit", **values: Value
    ) -> None:
        """Add a problem with the words of `row_words`; `line` 0 means the whole sheet."""
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
        """Add a problem whose sentence another module has made."""
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
        """Return all problems, sorted by line."""
        return tuple(sorted(self._found, key=lambda problem: problem.line))
