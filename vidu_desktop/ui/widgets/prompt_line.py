"""A prompt of one line that completes the shelf's names after an @."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from vidu_desktop.ui.widgets.name_completer import NameCompleter
from vidu_desktop.ui.widgets.undo_keys import LineField


class PromptLine(LineField):
    """Implements NameText."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = NameCompleter(self, self)

    def offer_names(self, names: Sequence[str]) -> None:
        """Set the names that are offered."""
        self._names.set_names(names)

    @property
    def is_completing(self) -> bool:
        """Whether the list of names is open."""
        return self._names.is_open

    @property
    def changed(self) -> SignalInstance:
        return self.textEdited

    def before_cursor(self) -> str:
        """Return the text before the cursor."""
        return self.text()[: self.cursorPosition()]

    def replace_before_cursor(self, chars: int, text: str) -> None:
        """Replace the last `chars` characters before the cursor by `text`, as if it were typed."""
        at = self.cursorPosition()
        self.setSelection(at - chars, chars)
        self.insert(text)

    def cursor_place(self) -> QRect:
        """Return the cursor's rectangle in the widget."""
        return self.cursorRect()

    @override
    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Keep the keyboard while Tab is meant for the list of names: Qt would move it before `keyPressEvent`."""
        return not self._names.is_open and super().focusNextPrevChild(forwards)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._names.takes(event):
            event.ignore()
        else:
            super().keyPressEvent(event)
