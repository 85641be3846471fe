"""A prompt of one line, in which the names of the shelf are completed behind an @."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, SignalInstance
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from vidu_desktop.ui.widgets.name_completer import NameCompleter


class PromptLine(QLineEdit):
    """Fulfils NameText. Undo and redo are the window's where nothing was typed here that they could take back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = NameCompleter(self, self)

    def offer_names(self, names: Sequence[str]) -> None:
        """Complete these from now on."""
        self._names.set_names(names)

    @property
    def is_completing(self) -> bool:
        """Whether a name is being completed."""
        return self._names.is_open

    @property
    def changed(self) -> SignalInstance:
        return self.textEdited

    def before_cursor(self) -> str:
        """Return what stands before the cursor."""
        return self.text()[: self.cursorPosition()]

    def replace_before_cursor(self, chars: int, text: str) -> None:
        """Put a text in the place of so many characters before the cursor, as if it were typed."""
        at = self.cursorPosition()
        self.setSelection(at - chars, chars)
        self.insert(text)

    def cursor_place(self) -> QRect:
        """Return where the cursor is in the widget."""
        return self.cursorRect()

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            keys = QKeySequence.StandardKey
            undoes = event.matches(keys.Undo) and not self.isUndoAvailable()
            if undoes or (event.matches(keys.Redo) and not self.isRedoAvailable()):
                event.ignore()
                return False
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._names.takes(event):
            event.ignore()
        else:
            super().keyPressEvent(event)
