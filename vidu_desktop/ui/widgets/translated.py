"""Widgets whose words follow the language while they are shown."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

if TYPE_CHECKING:
    _Base = QWidget
else:
    _Base = object  # two Qt classes can't be the bases of one


class Translated(_Base):
    """Comes before the Qt class among the bases. `_retranslate` sets the words; who has more to do then overrides
    `_language_changed`.
    """

    def _retranslate(self) -> None:
        """Set every text that doesn't change with what is shown."""

    def _language_changed(self) -> None:
        self._retranslate()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._language_changed()
