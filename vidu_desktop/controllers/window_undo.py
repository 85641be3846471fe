"""Undo as the controllers of one window share it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QAction

from vidu_desktop.library.undo import UndoStack


@dataclass(frozen=True, slots=True)
class WindowUndo:
    """The one stack of steps back, and the menu's actions for undo and redo, whose keys are heard in dialogs as well."""

    stack: UndoStack
    actions: Sequence[QAction] = ()
