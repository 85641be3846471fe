"""A sheet's rows as a table: what each column is for stands below its name, what is wrong in its cell."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from vidu_desktop.domain.sheet import SheetRow
from vidu_desktop.ui.look.look import Look

_Index = QModelIndex | QPersistentModelIndex
_MOST_SHOWN_CHARS = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchContent:
    """What the table shows. `fields` say what each column is for, and `field_words` how that is said; an empty one is the
    person's own. `problems` are by line and column (-1: the row). `state_of` says what becomes of a line; it is asked for
    the lines that are seen.
    """

    columns: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    field_words: tuple[str, ...] = ()
    rows: Sequence[SheetRow] = ()
    problems: Mapping[int, Mapping[int, str]] = field(default_factory=dict)
    state_of: Callable[[int], str] = lambda _line: ""


_NONE: Mapping[int, str] = {}


class BatchTable(QAbstractTableModel):
    """The first column is the state. Rows are fixed in height: 100,000 of them are as quick as ten."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._content = BatchContent()
        self._shown: Sequence[int] = ()
        self._only_problems = False

    def show_content(self, content: BatchContent) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._content = content
        self._narrow()
        self.endResetModel()

    def set_only_problems(self, only: bool) -> None:
        """Show the rows alone in which something is wrong."""
        self.beginResetModel()
        self._only_problems = only
        self._narrow()
        self.endResetModel()

    def _narrow(self) -> None:
        rows, problems = self._content.rows, self._content.problems
        self._shown = range(len(rows))
        if self._only_problems:
            self._shown = [index for index, row in enumerate(rows) if row.line in problems]

    @property
    def wrong_lines(self) -> list[int]:
        """The lines in which something is wrong."""
        return sorted(line for line in self._content.problems if line)

    @override
    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._shown)

    @override
    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._content.columns) + 1

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._content.rows[self._shown[index.row()]]
        column = index.column() - 1
        problems = self._content.problems.get(row.line, _NONE)
        problem = problems.get(column)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                if column < 0:
                    return next(iter(problems.values()), None) or self._content.state_of(row.line)
                return " ".join(row.cells[column][:_MOST_SHOWN_CHARS].split())
            case Qt.ItemDataRole.ToolTipRole:
                if column < 0:
                    return "\n".join(problems.values()) or self._content.state_of(row.line)
                return problem or row.cells[column]
            case Qt.ItemDataRole.AccessibleTextRole:
                shown = str(self.data(index))
                return f"{shown}. {problem}" if problem and column >= 0 else shown
            case Qt.ItemDataRole.ForegroundRole:
                wrong = problem is not None or (column < 0 and problems)
                return self._look.theme.bad if wrong else None
        return None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Vertical:
            return str(self._content.rows[self._shown[section]].line)
        if section == 0:
            return self.tr("What becomes of it") + "\n"
        field_words = self._content.field_words[section - 1] or self.tr("kept as it is")
        return f"{self._content.columns[section - 1]}\n{field_words}"
