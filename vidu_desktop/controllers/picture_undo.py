"""Undoes changes to the pictures of the tabs: taken out, replaced, put in, moved."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from vidu_desktop.controllers.undo_words import pictures_changed
from vidu_desktop.domain.modes import Mode
from vidu_desktop.library.undo import UndoStack, step_at_once
from vidu_desktop.ui.compose import ComposePane


class PictureUndo(QObject):
    """Makes each change an undo step, which restores the pictures as they were before it."""

    def __init__(self, compose: ComposePane, undo: UndoStack) -> None:
        super().__init__(compose)
        self._compose = compose
        self._undo = undo
        self._turning_back = False
        compose.pictures_changed.connect(self._remember)

    def _remember(self, mode: Mode, before: Sequence[str], now: Sequence[str]) -> None:
        if self._turning_back:
            return
        self._undo.add(
            step_at_once(
                pictures_changed(before, now),
                lambda: self._show(mode, before),
                lambda: self._show(mode, now),
            )
        )

    def _show(self, mode: Mode, paths: Sequence[str]) -> None:
        self._turning_back = True
        try:
            self._compose.set_pictures(mode, paths)
        finally:
            self._turning_back = False
