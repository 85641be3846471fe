"""A prompt of one line, in which the names of the shelf are completed behind an @."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from vidu_desktop.ui.widgets.name_completer import NameCompleter


class PromptLine(QLineEdit):
    """Fulfils NameText."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = NameCompleter(self, self)

    def offer_names(self, names: Sequence[str]) -> None:
        """Complete these from now on."""
        self._names.set_names(names)

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
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._names.takes(event):
            event.ignore()
        else:
            super().keyPressEvent(event)
