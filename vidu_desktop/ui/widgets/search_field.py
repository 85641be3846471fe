"""A search field that searches at every keystroke."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from vidu_desktop.domain.library_query import TEXT_MOST_CHARS
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.widgets.length_limit import limit_length
from vidu_desktop.ui.widgets.translated import Translated


class SearchField(Translated, QLineEdit):
    """Escape clears the field. The receiver must answer fast, or let a newer search overtake an older one."""

    search_requested = Signal(str)  # the stripped text; empty shows everything

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._asked = ""
        limit_length(self, TEXT_MOST_CHARS)
        self._glass = self.addAction(
            look.icon("search", "text_faint"), QLineEdit.ActionPosition.LeadingPosition
        )
        self._wipe = self.addAction(
            look.icon("close", "text_soft"), QLineEdit.ActionPosition.TrailingPosition
        )
        self._wipe.setVisible(False)
        # The application's style sheet gives tool buttons the height of a control; inside a field they are as
        # large as their icons.
        self.setStyleSheet(
            "QToolButton { border: none; background: none; padding: 0; min-width: 0; min-height: 0; }"
        )
        look.set_icon(self._glass, "search", "text_faint")
        look.set_icon(self._wipe, "close", "text_soft")
        self._connect()
        self._retranslate()

    def _connect(self) -> None:
        self._wipe.triggered.connect(self.wipe)
        self.textChanged.connect(self._follow_text)
        self.returnPressed.connect(self._ask)

    def wipe(self) -> None:
        """Clear the field, which shows everything again."""
        self.clear()

    def show_text(self, text: str) -> None:
        """Show a text that was set elsewhere, without a search."""
        self._asked = text
        self.setText(text)

    def _follow_text(self, text: str) -> None:
        self._wipe.setVisible(bool(text))
        self._ask()

    def _ask(self) -> None:
        wanted = self.text().strip()
        if wanted != self._asked:
            self._asked = wanted
            self.search_requested.emit(wanted)

    @override
    def _retranslate(self) -> None:
        self.setPlaceholderText(self.tr("Search"))
        self.setAccessibleName(self.tr("Search the library by prompt, name, tag and note"))
        # Names for screen readers; only the icons are visible.
        self._glass.setText(self.tr("Search"))
        self._wipe.setText(self.tr("Clear the search"))
        self._wipe.setToolTip(self.tr("Clear the search"))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.wipe()
            return
        super().keyPressEvent(event)
