"""What is selected in the library, and what becomes of it when the list changes under it."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QObject, Signal
from PySide6.QtWidgets import QAbstractItemView

from vidu_desktop.domain.clip import Clip
from vidu_desktop.ui.models.library_model import LibraryModel

_ADD = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
_ONLY = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


class LibrarySelection(QObject):
    """Shared by the grid and the list. Rows are those of the index (`Clip.row`)."""

    changed = Signal()  # also when another one is current

    def __init__(
        self,
        model: LibraryModel,
        selected: QItemSelectionModel,
        view: Callable[[], QAbstractItemView],
        parent: QObject,
    ) -> None:
        """`view` gives the one that is shown."""
        super().__init__(parent)
        self._model = model
        self._selected = selected
        self._view = view
        self._current_row = 0
        self._current_place = 0
        self._coming: set[int] = set()
        selected.selectionChanged.connect(self._follow)
        selected.currentChanged.connect(self._follow)
        model.modelReset.connect(self._find_current_again)
        model.rowsRemoved.connect(self._follow_removal)
        model.answered.connect(self._follow_answer)

    @property
    def current_place(self) -> int:
        """Where in the list the current one stands, or stood."""
        return self._current_place

    def rows(self) -> list[int]:
        """Return the selected videos, in the order of the list; else the current one."""
        found = self._model.rows_at(self._selected.selectedRows())
        current = self._selected.currentIndex()
        return found or (self._model.rows_at([current]) if current.isValid() else [])

    def current_clip(self) -> Clip | None:
        """Return the clip under the cursor, if it is selected, or the first of those that are and have been read."""
        current, selected = self._selected.currentIndex(), self._selected.selectedRows()
        if current in selected or not selected:
            return self._model.clip_at(current)
        return self._model.first_held(index.row() for index in selected)

    def select(self, clip: Clip) -> None:
        """Bring a clip into view and make it the current one; nothing happens when it isn't shown."""
        index = self._model.index_of_row(clip.row)
        if index.isValid():
            self._make_current(index)
            self._view().scrollTo(index)

    def select_when_shown(self, rows: Iterable[int]) -> None:
        """Select these as soon as one of them is in the list, and bring the first into view."""
        self._coming = set(rows)

    def _make_current(self, index: QModelIndex) -> None:
        self._selected.setCurrentIndex(index, _ONLY)

    def _follow(self) -> None:
        current = self._selected.currentIndex()
        if current.isValid():
            self._current_place = current.row()
            self._current_row = self._model.rows[current.row()]
        self.changed.emit()

    def _follow_answer(self) -> None:
        found = [index for row in self._coming if (index := self._model.index_of_row(row)).isValid()]
        if found:
            self._coming = set()
            found.sort(key=lambda index: index.row())
            self._make_current(found[0])
            for index in found[1:]:
                self._selected.select(index, _ADD)
            self._view().scrollTo(found[0])
        current = self._selected.currentIndex()
        if current.isValid():
            self._current_place = current.row()

    def _follow_removal(self, _parent: QModelIndex, first: int, _last: int) -> None:
        """While going through: when all that was selected has gone, the one that now stands there is selected."""
        place = min(first, self._model.rowCount() - 1)
        if place >= 0 and self._view().hasFocus() and not self._selected.hasSelection():
            self._make_current(self._model.index(place, 0))

    def _find_current_again(self) -> None:
        """After another answer: the same video is current, or, while going through, the one in its place."""
        index = self._model.index_of_row(self._current_row) if self._current_row else QModelIndex()
        if not index.isValid() and self._view().hasFocus() and self._model.rowCount():
            index = self._model.index(min(self._current_place, self._model.rowCount() - 1), 0)
        if index.isValid():
            self._make_current(index)
        else:
            self.changed.emit()
