"""Widgets that change their texts when the language changes."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

if TYPE_CHECKING:
    _Base = QWidget
else:
    _Base = object  # two Qt classes can't be the bases of one


class Translated(_Base):
    """Must come before the Qt class among the bases. `_retranslate` sets the texts; a class that has to do more overrides
    `_language_changed`.
    """

    def _retranslate(self) -> None:
        """Set all texts that depend only on the language, not on the content."""

    def _language_changed(self) -> None:
        self._retranslate()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._language_changed()
