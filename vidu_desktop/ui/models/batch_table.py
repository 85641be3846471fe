"""A sheet's rows as a table. The head of a column shows its name and, below it, its purpose; a problem is shown in the cell
that has it.
"""

from bisect import bisect_left
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFont, QIcon
from typing_extensions import override

from vidu_desktop.domain.sheet import SheetRow
from vidu_desktop.domain.sheet_mapping import Field
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.look.scale import FontRole, font
from vidu_desktop.ui.models.tips import plain_tip
from vidu_desktop.ui.text import say_sentences

_Index = QModelIndex | QPersistentModelIndex
_MOST_SHOWN_CHARS = 300


@dataclass(frozen=True, slots=True)
class RowGroup:
    """Rows that have something in common: a problem's code, or a state. `lines` are the sheet's line numbers in order."""

    code: str
    words: str
    lines: Sequence[int]
    wrong: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchContent:
    """What the table shows.

    `fields` are the purposes of the columns, and `field_words` their names for people; both are empty for a column that the
    program doesn't use. `problems` are by line, then by column (-1: the whole row). `state_of` says what becomes of a line,
    `sent_of` what is sent for it, and `pictures_of` returns the paths of its pictures; the table calls them only for lines
    that are visible.
    """

    columns: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    field_words: tuple[str, ...] = ()
    rows: Sequence[SheetRow] = ()
    problems: Mapping[int, Mapping[int, str]] = field(default_factory=dict)
    groups: tuple[RowGroup, ...] = ()
    state_of: Callable[[int], str] = lambda _line: ""
    sent_of: Callable[[int], str] = lambda _line: ""
    pictures_of: Callable[[int], tuple[str, ...]] = lambda _line: ()


class CellFace(NamedTuple):
    """Everything that a cell shows. A colour or font that is None is the usual one."""

    text: str
    color: QColor | None = None
    font: QFont | None = None
    thumb: QIcon | None = None


_STATE_FLAGS = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
_CELL_FLAGS = _STATE_FLAGS | Qt.ItemFlag.ItemIsEditable
_NONE: Mapping[int, str] = {}


class BatchTable(QAbstractTableModel):
    """The first column shows the state of each row. All rows have the same height, so 100,000 of them are as quick as ten."""

    cells_edited = Signal(list)  # list[tuple[int, int, str]]: line, column of the sheet, new text

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._content = BatchContent()
        self._shown: Sequence[int] = ()
        self._group = ""
        self.picture_columns: tuple[int, ...] = ()
        """The columns of the sheet that show small pictures."""
        self.thumb_of: Callable[[str], QIcon | None] = lambda _path: None
        """Called for the pictures that are visible; returns None for one that hasn't been made yet, see `show_thumbs`."""

    @property
    def content(self) -> BatchContent:
        """What is shown now."""
        return self._content

    def show_content(self, content: BatchContent) -> None:
        """Show other rows. Where only the cells differ, the selection and the scroll position stay."""
        shown = self._narrowed(content)
        alike = content.columns == self._content.columns and shown == self._shown and bool(shown)
        if not alike:
            self.beginResetModel()
        self._content, self._shown = content, shown
        fields = (Field.PICTURE, Field.END_PICTURE)
        self.picture_columns = tuple(
            column for field in fields for column, name in enumerate(content.fields) if name == field
        )
        if not alike:
            self.endResetModel()
            return
        self.dataChanged.emit(self.index(0, 0), self.index(len(shown) - 1, len(content.columns)))
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(content.columns))

    def show_thumbs(self) -> None:
        """Repaint the pictures' columns, because more small pictures have been made."""
        for column in self.picture_columns if self._shown else ():
            top, bottom = self.index(0, column + 1), self.index(len(self._shown) - 1, column + 1)
            self.dataChanged.emit(top, bottom, [Qt.ItemDataRole.DecorationRole])

    def show_states(self) -> None:
        """Repaint what becomes of the rows, because jobs have moved."""
        if self._shown:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._shown) - 1, 0))

    def show_group(self, code: str) -> None:
        """Show only the rows of the group with this code; all rows for an empty code."""
        self.beginResetModel()
        self._group = code
        self._shown = self._narrowed(self._content)
        self.endResetModel()

    def _narrowed(self, content: BatchContent) -> Sequence[int]:
        group = next((group for group in content.groups if group.code == self._group), None)
        if group is None:
            return range(len(content.rows))
        lines = frozenset(group.lines)
        return [index for index, row in enumerate(content.rows) if row.line in lines]

    @property
    def wrong_lines(self) -> list[int]:
        """The sheet's lines that have a problem."""
        return sorted(line for line in self._content.problems if line)

    def line_at(self, row: int) -> int:
        """Return the sheet's line number of a row of the table."""
        return self._content.rows[self._shown[row]].line

    def row_from(self, line: int) -> int:
        """Return the table's row that shows a line of the sheet, or the next shown line, or else the last; -1 if none is shown."""
        row = bisect_left(self._shown, line, key=lambda index: self._content.rows[index].line)
        return min(row, len(self._shown) - 1)

    def edit(self, cells: Collection[tuple[int, int, str]]) -> None:
        """Ask with `cells_edited` for new texts in cells, given as (row of the table, column of the table, text). Places
        outside the sheet's cells are left out.
        """
        edited = [
            (self.line_at(row), column - 1, text)
            for row, column, text in cells
            if 0 <= row < len(self._shown) and 1 <= column <= len(self._content.columns)
        ]
        if edited:
            self.cells_edited.emit(edited)

    @override
    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._shown)

    @override
    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._content.columns) + 1

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        return _CELL_FLAGS if index.column() > 0 else _STATE_FLAGS

    @override
    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or value == self.data(index, role):
            return False
        self.edit([(index.row(), index.column(), str(value))])
        return True

    def face_at(self, row_of_table: int, column_of_table: int) -> CellFace:
        """Return what a cell shows."""
        row, column = self._content.rows[self._shown[row_of_table]], column_of_table - 1
        problems = self._content.problems.get(row.line, _NONE)
        if column < 0:
            text = next(iter(problems.values()), None) or self._content.state_of(row.line)
            return CellFace(text, self._look.theme.bad if problems else None)
        wrong = column in problems
        edited = row.original is not None and row.original[column] != row.cells[column]
        return CellFace(
            " ".join(row.cells[column][:_MOST_SHOWN_CHARS].split()),
            self._look.theme.bad if wrong else self._look.theme.accent if edited else None,
            self._font_of(wrong, edited=edited) if wrong or edited else None,
            self._thumb(row, column) if column in self.picture_columns else None,
        )

    def _thumb(self, row: SheetRow, column: int) -> QIcon | None:
        paths = self._content.pictures_of(row.line)
        at = self.picture_columns.index(column)
        return self.thumb_of(paths[at]) if at < len(paths) else None

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._content.rows[self._shown[index.row()]]
        column = index.column() - 1
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.face_at(index.row(), index.column()).text
            case Qt.ItemDataRole.EditRole:
                return "" if column < 0 else row.cells[column]
            case Qt.ItemDataRole.DecorationRole:
                return self.face_at(index.row(), index.column()).thumb
            case Qt.ItemDataRole.ForegroundRole:
                return self.face_at(index.row(), index.column()).color
            case Qt.ItemDataRole.FontRole:
                return self.face_at(index.row(), index.column()).font
        return self._told(index, row, column, role)

    def _told(self, index: _Index, row: SheetRow, column: int, role: int) -> object:
        problems = self._content.problems.get(row.line, _NONE)
        problem = problems.get(column)
        match role:
            case Qt.ItemDataRole.ToolTipRole:
                if column < 0:
                    return plain_tip("\n".join(problems.values()) or self._content.state_of(row.line))
                return plain_tip(problem or self._told_of_edit(row, column) or row.cells[column])
            case Qt.ItemDataRole.AccessibleTextRole:
                shown = str(self.data(index))
                return say_sentences((shown, problem)) if problem and column >= 0 else shown
        return None

    @staticmethod
    def _font_of(wrong: bool, *, edited: bool) -> QFont:
        """Return a font that marks the cell without relying on colour: bold where it is wrong, underlined where it was
        changed here.
        """
        face = QFont(font(FontRole.STRONG if wrong else FontRole.BODY))
        face.setUnderline(edited)
        return face

    def _told_of_edit(self, row: SheetRow, column: int) -> str:
        if row.original is None or column < 0 or row.original[column] == row.cells[column]:
            return ""
        return self.tr("Changed here. In the sheet it is “{text}”.").format(text=row.original[column][:200])

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Vertical:
            # During a reset, the header still asks for sections that are gone; an exception there ends the
            # program.
            return str(self.line_at(section)) if section < len(self._shown) else None
        if section > len(self._content.columns):
            return None
        if section == 0:
            return self.tr("What becomes of it") + "\n"
        field_words = self._content.field_words[section - 1] or self.tr("kept as it is")
        return f"{self._content.columns[section - 1]}\n{field_words}"
