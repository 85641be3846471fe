"""Keeps the details panel at the selected clip: at once what the list knows, a little later the whole record."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QObject, QTimer, Signal

from vidu_desktop.ui.library.details import DetailsPanel
from vidu_desktop.ui.library.selection import LibrarySelection
from vidu_desktop.ui.models.library_model import LibraryModel

_DETAILS_AFTER_MS = 60
"""How long the selection must rest before details are asked for: a cursor that runs over tiles doesn't ask for each."""


class SelectedDetails(QObject):
    """While the panel is hidden, only a changed note is shown in it, for when the panel comes back."""

    wanted = Signal(str)  # id of the clip whose whole record has to be read

    def __init__(self, model: LibraryModel, selection: LibrarySelection, panel: DetailsPanel) -> None:
        super().__init__(panel)
        self._model = model
        self._selection = selection
        self._panel = panel
        self._soon = QTimer(self, singleShot=True, interval=_DETAILS_AFTER_MS)
        self._soon.timeout.connect(self._ask)
        selection.changed.connect(self._follow)
        model.dataChanged.connect(self._follow_change)

    def show_now(self) -> None:
        """Show the selected clip, and ask for its record at once."""
        self._show()
        self._ask()

    def _follow(self) -> None:
        self._show()
        self._soon.start()

    def _follow_change(self, first: QModelIndex, last: QModelIndex, roles: Sequence[int] = ()) -> None:
        place = self._selection.current_place
        if not roles and first.row() <= place <= last.row():
            self._show()
            if not self._panel.isVisible() and (clip := self._model.first_loaded([place])) is not None:
                self._panel.show_note(clip)

    def _show(self) -> None:
        if self._panel.isVisible():
            clip = self._selection.current_clip()
            if clip is None:
                self._panel.show_none()
            else:
                self._panel.show_clip(clip, self._selection.rows())

    def _ask(self) -> None:
        clip = self._selection.current_clip() if self._panel.isVisible() else None
        if clip is not None:
            self.wanted.emit(clip.clip_id)
