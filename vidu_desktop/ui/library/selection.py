"""The library's selection, and what becomes of it when the list changes."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QObject, Signal
from PySide6.QtWidgets import QAbstractItemView

from vidu_desktop.domain.clip import Clip
from vidu_desktop.ui.models.library_model import LibraryModel

_ADD = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
_ONLY = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


class LibrarySelection(QObject):
    """Shared by the grid and the list. Rows are those of the index (`Clip.row`)."""

    changed = Signal()  # the selected clips, or the current one, are others

    def __init__(
        self,
        model: LibraryModel,
        selected: QItemSelectionModel,
        view: Callable[[], QAbstractItemView],
        parent: QObject,
    ) -> None:
        """`view` returns the view that is shown."""
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
        """The place in the list of the current clip, or the place that it had last."""
        return self._current_place

    def rows(self) -> list[int]:
        """Return the rows of the selected clips in the order of the list; of the current clip when none is selected."""
        found = self._model.rows_at(self._selected.selectedRows())
        current = self._selected.currentIndex()
        return found or (self._model.rows_at([current]) if current.isValid() else [])

    def current_clip(self) -> Clip | None:
        """Return the current clip if it is selected or nothing is; else the first selected clip that has been read."""
        current, selected = self._selected.currentIndex(), self._selected.selectedRows()
        if current in selected or not selected:
            return self._model.clip_at(current)
        return self._model.first_loaded(index.row() for index in selected)

    def select(self, clip: Clip) -> None:
        """Make a clip the current one and bring it into view; nothing happens when the list doesn't have it."""
        index = self._model.index_of_row(clip.row)
        if index.isValid():
            self._make_current(index)
            self._view().scrollTo(index)

    def select_when_shown(self, rows: Iterable[int]) -> None:
        """Select these rows as soon as one of them is in the list, and bring the first into view."""
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
        """Select the clip that is now at this place, if the view has the keyboard and all selected clips were removed."""
        place = min(first, self._model.rowCount() - 1)
        if place >= 0 and self._view().hasFocus() and not self._selected.hasSelection():
            self._make_current(self._model.index(place, 0))

    def _find_current_again(self) -> None:
        """Make the same clip current after a new answer; if it is gone and the view has the keyboard, the clip at its place."""
        index = self._model.index_of_row(self._current_row) if self._current_row else QModelIndex()
        if not index.isValid() and self._view().hasFocus() and self._model.rowCount():
            index = self._model.index(min(self._current_place, self._model.rowCount() - 1), 0)
        if index.isValid():
            self._make_current(index)
        else:
            self.changed.emit()
