"""A field for several lines of text."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from typing_extensions import override

from vidu_desktop.domain.translation import cleaned


class PlainTextField(QPlainTextEdit):
    """Hides its placeholder while an input method composes a word, because Qt would paint the word over it. Takes only plain
    text from the clipboard, without invisible characters.
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

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        if source.hasText():
            self.textCursor().insertText(cleaned(source.text()))
