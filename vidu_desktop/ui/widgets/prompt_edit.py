"""The prompt with its live count. What is counted are characters as the service counts them: code points."""

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.look.scale import GAP_XS
from vidu_desktop.ui.look.sheet import restyle
from vidu_desktop.ui.widgets.drop_reading import may_hold_pictures
from vidu_desktop.ui.widgets.labels import plain_label
from vidu_desktop.ui.widgets.translated import Translated

_NEAR = 0.9  # of the limit; from here on the count warns
_LINES, _LINES_LOW = 4, 3


class _Edit(QPlainTextEdit):
    """Takes text only: a picture that is pasted here is meant for the wells, and a dropped file isn't a text."""

    picture_pasted = Signal(object)  # QMimeData

    @override
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() and not source.hasUrls()

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        if may_hold_pictures(source) and (source.hasImage() or source.hasUrls()):
            self.picture_pasted.emit(source)
        elif source.hasText():
            self.textCursor().insertText(source.text())


class PromptEdit(Translated, QWidget):
    """A label, the text, the count."""

    text_changed = Signal()
    picture_pasted = Signal(object)  # QMimeData from the clipboard that holds a picture and no text

    def __init__(self, look: Look, most_chars: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._most_chars = most_chars
        self._build()
        self._connect()
        self._count()

    def _build(self) -> None:
        self._label = plain_label(role="strong")
        self._count_label = plain_label(role="mono", tone="faint")
        self._edit = _Edit()
        self._edit.setTabChangesFocus(True)
        self._edit.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self._edit.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._edit.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.set_low(low=False)
        self._label.setBuddy(self._edit)
        head = QHBoxLayout()
        head.addWidget(self._label)
        head.addStretch(1)
        head.addWidget(self._count_label)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_XS + 2)
        column.addLayout(head)
        column.addWidget(self._edit)
        self.setFocusProxy(self._edit)
        self._retranslate()

    def _connect(self) -> None:
        self._edit.textChanged.connect(self._count)
        self._edit.textChanged.connect(self.text_changed)
        self._edit.picture_pasted.connect(self.picture_pasted)

    @property
    def text(self) -> str:
        """The prompt as it stands, without white space around it."""
        return self._edit.toPlainText().strip()

    def set_text(self, text: str) -> None:
        """Begin anew with this text."""
        self._edit.setPlainText(text)

    def set_low(self, low: bool) -> None:
        """Show fewer lines at once, in a low window."""
        lines = _LINES_LOW if low else _LINES
        self._edit.setFixedHeight(self._edit.fontMetrics().lineSpacing() * lines + 22)

    def set_placeholder(self, text: str) -> None:
        """Say what a good prompt is about in this mode."""
        self._edit.setPlaceholderText(text)

    def shorten(self) -> None:
        """Cut the text at the last word that still fits; one undo brings it back."""
        kept = self.text[: self._most_chars]
        cut = kept.rfind(" ")
        if len(self.text) > self._most_chars and cut > self._most_chars * 3 // 4:
            kept = kept[:cut]
        cursor = self._edit.textCursor()
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(kept.rstrip())
        cursor.endEditBlock()
        self._edit.setFocus()

    def _count(self) -> None:
        count = len(self.text)
        tone = "bad" if count > self._most_chars else "warn" if count > self._most_chars * _NEAR else "faint"
        self._count_label.setText(f"{count} / {self._most_chars}")
        self._count_label.setAccessibleName(
            self.tr("{count} of {most} characters").format(count=count, most=self._most_chars)
        )
        restyle(self._count_label, tone=tone)
        restyle(self._edit, wrong="true" if count > self._most_chars else "false")

    @override
    def _retranslate(self) -> None:
        self._label.setText(self.tr("Prompt"))
        self._edit.setAccessibleName(self.tr("Prompt"))

    @override
    def _language_changed(self) -> None:
        super()._language_changed()
        self._count()
