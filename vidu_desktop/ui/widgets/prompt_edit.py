"""The prompt with a live count of its characters. Code points are counted, as the service does."""

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from vidu_desktop.domain.translation import cleaned
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.look.scale import GAP_XS
from vidu_desktop.ui.look.style_sheet import restyle
from vidu_desktop.ui.widgets.drop_reading import may_hold_pictures
from vidu_desktop.ui.widgets.icon_button import IconButton
from vidu_desktop.ui.widgets.labels import breakable, plain_label
from vidu_desktop.ui.widgets.name_completer import NameCompleter, PlainText
from vidu_desktop.ui.widgets.plain_text_field import PlainTextField
from vidu_desktop.ui.widgets.translated import Translated

_NEAR = 0.9  # share of the limit above which the count is a warning
_LINES, _LINES_LOW = 4, 3
_TOOL_PX = 24


class _Edit(PlainTextField):
    """Takes only text. A pasted picture is passed on, for the wells; dropped files are refused."""

    picture_pasted = Signal(object)  # QMimeData

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.names = NameCompleter(self, PlainText(self))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.names.takes(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    @override
    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Keep the keyboard while Tab is meant for the list of names: Qt would move it before `keyPressEvent`."""
        return not self.names.is_open and super().focusNextPrevChild(forwards)

    @override
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() and not source.hasUrls()

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        if may_hold_pictures(source) and (source.hasImage() or source.hasUrls()):
            self.picture_pasted.emit(source)
        elif source.hasText():
            super().insertFromMimeData(source)


class PromptEdit(Translated, QWidget):
    """The prompt's label, buttons, text and character count."""

    text_changed = Signal()
    history_requested = Signal()
    presets_requested = Signal(QPoint)  # where to open the menu, in screen coordinates
    shelf_requested = Signal(QPoint)  # likewise
    completing_ended = Signal()  # the list of names was closed
    name_chosen = Signal(str)  # the shelf name that was completed in the text
    picture_pasted = Signal(object)  # QMimeData of the clipboard

    def __init__(self, look: Look, most_chars: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._most_chars = most_chars
        self._button_keys = ("", "")
        self._sent: str | None = None
        self._build()
        self._connect()
        self._count()

    def _build(self) -> None:
        self._label = plain_label(role="strong")
        self._count_label = plain_label(role="mono", tone="faint")
        self._edit = _Edit(self)
        self._edit.setTabChangesFocus(True)
        self._edit.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self._edit.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._edit.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.set_low(low=False)
        self._label.setBuddy(self._edit)
        # Made after the text field, so that Tab reaches them after it. In their place above the field, Tab
        # would skip them, since this widget passes its focus to the field.
        self._history = IconButton(self._look, "history", parent=self)
        self._presets = IconButton(self._look, "preset", parent=self)
        self._shelf = IconButton(self._look, "reference", parent=self)
        head = QHBoxLayout()
        head.setSpacing(GAP_XS)
        head.addWidget(self._label)
        head.addStretch(1)
        for button in (self._history, self._presets, self._shelf):
            restyle(button, inline="true")
            button.setFixedSize(_TOOL_PX, _TOOL_PX)
            head.addWidget(button)
        head.addWidget(self._count_label)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_XS + 2)
        column.addLayout(head)
        column.addWidget(self._edit)
        self._sent_label = plain_label(role="caption", tone="soft", wrap=True)
        self._sent_label.hide()
        column.addWidget(self._sent_label)
        self.setFocusProxy(self._edit)
        self._retranslate()

    def _connect(self) -> None:
        self._edit.textChanged.connect(self._count)
        self._edit.textChanged.connect(self.text_changed)
        self._edit.picture_pasted.connect(self.picture_pasted)
        self._history.clicked.connect(self.history_requested)
        self._presets.clicked.connect(self.open_presets)
        self._shelf.clicked.connect(
            lambda: self.shelf_requested.emit(self._shelf.mapToGlobal(QPoint(0, self._shelf.height())))
        )
        self._edit.names.chosen.connect(self.name_chosen)
        self._edit.names.ended.connect(self.completing_ended)

    @property
    def is_completing(self) -> bool:
        """Whether the list of names is open."""
        return self._edit.names.is_open

    @property
    def text(self) -> str:
        """The prompt without white space around it."""
        return self._edit.toPlainText().strip()

    @property
    def typed_text(self) -> str:
        """The prompt, if the person has written in it since `set_text`; empty otherwise."""
        return self.text if self._edit.document().isModified() else ""

    def set_text(self, text: str) -> None:
        """Replace the text; undo doesn't bring the former one back."""
        self._edit.setPlainText(cleaned(text))

    def replace_text(self, text: str) -> None:
        """Replace the text; one undo brings the former one back."""
        cursor = self._edit.textCursor()
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(cleaned(text))
        cursor.endEditBlock()

    def write_on(self) -> None:
        """Take the keyboard focus, with the cursor at the end of the text."""
        self._edit.moveCursor(QTextCursor.MoveOperation.End)
        self._edit.setFocus()

    def offer_names(self, names: Sequence[str]) -> None:
        """Set the names that are offered after an @."""
        self._edit.names.set_names(names)

    def add_name(self, name: str) -> None:
        """Insert `@name` at the cursor, with spaces around it as needed."""
        cursor = self._edit.textCursor()
        before = cursor.block().text()[: cursor.positionInBlock()]
        space = " " if before and not before[-1].isspace() else ""
        cursor.insertText(f"{space}@{name} ")
        self._edit.setTextCursor(cursor)
        self._edit.setFocus()

    def show_sent(self, text: str) -> None:
        """Set the text that will be sent. If it differs from the prompt, it is shown below and its characters are counted."""
        self._sent = None if text == self.text else text
        self._sent_label.setVisible(self._sent is not None)
        self._count()

    def open_presets(self) -> None:
        """Ask for the menu of presets below its button."""
        self.presets_requested.emit(self._presets.mapToGlobal(QPoint(0, self._presets.height())))

    def set_low(self, low: bool) -> None:
        """Show fewer lines, in a low window."""
        lines = _LINES_LOW if low else _LINES
        self._edit.setFixedHeight(self._edit.fontMetrics().lineSpacing() * lines + 22)

    def set_placeholder(self, text: str) -> None:
        """Set the placeholder, which says what a good prompt describes in this mode."""
        self._edit.setPlaceholderText(text)

    def shorten(self) -> None:
        """Cut the text to the limit, at a space if one is near; one undo brings the rest back."""
        over = len(self._as_sent) - self._most_chars
        kept = self.text[: max(0, len(self.text) - max(0, over))]
        cut = kept.rfind(" ")
        if over > 0 and cut > len(kept) * 3 // 4:
            kept = kept[:cut]
        self.replace_text(kept.rstrip())
        self._edit.setFocus()

    def name_keys(self, history_key: str, presets_key: str) -> None:
        """Set the keys that the two buttons' tooltips show; empty for none."""
        self._button_keys = (history_key, presets_key)
        self._retranslate()

    @property
    def _as_sent(self) -> str:
        return self.text if self._sent is None else self._sent

    def _count(self) -> None:
        count = len(self._as_sent)
        self._sent_label.setText(breakable(self.tr("Sent as: {text}").format(text=self._as_sent)))
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
        history_key, presets_key = self._button_keys
        self._history.set_label(self.tr("Earlier prompts"), history_key)
        self._presets.set_label(self.tr("Presets"), presets_key)
        self._shelf.set_label(self.tr("Characters and products on the shelf"))
        self._edit.setAccessibleName(self.tr("Prompt"))

    @override
    def _language_changed(self) -> None:
        super()._language_changed()
        self._count()
