"""The details follow what is selected: what the list knows at once, the whole record a little later."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QObject, QTimer, Signal

from vidu_desktop.ui.library.details import DetailsPanel
from vidu_desktop.ui.library.selection import LibrarySelection
from vidu_desktop.ui.models.library_model import LibraryModel

_DETAILS_AFTER_MS = 60
"""The cursor that runs over tiles doesn't ask for the details of each."""


class SelectedDetails(QObject):
    """While the panel is hidden only a note that changed is shown, for when it comes back."""

    wanted = Signal(str)  # clip id: its whole record is to be shown

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
        """Show what is selected, and ask for the rest of it at once."""
        self._show()
        self._ask()

    def _follow(self) -> None:
        self._show()
        self._soon.start()

    def _follow_change(self, first: QModelIndex, last: QModelIndex, roles: Sequence[int] = ()) -> None:
        place = self._selection.current_place
        if not roles and first.row() <= place <= last.row():
            self._show()
            if not self._panel.isVisible() and (clip := self._model.first_held([place])) is not None:
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
