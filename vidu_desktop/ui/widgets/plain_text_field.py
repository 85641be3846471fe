"""A field for several lines of text."""

from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from typing_extensions import override


class PlainTextField(QPlainTextEdit):
    """Says what belongs into it only while nothing is typed: Qt paints a word that an input method is still composing over
    the placeholder.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._placeholder = ""
        self._composing = False

    @override
    def setPlaceholderText(self, placeholderText: str) -> None:
        self._placeholder = placeholderText
        super().setPlaceholderText("" if self._composing else placeholderText)

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)
        super().setPlaceholderText("" if self._composing else self._placeholder)
