"""Stills on their way onto the open chain board. Nothing is ordered before they are there, and no other board is opened."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import Sentence
from vidu_desktop.ui.tabs.picture_intake import Coming


class BoardComing(QObject):
    """Once the person was told that something is awaited, Escape calls that off: it may hang on a drive that doesn't answer.
    `dialog` is where the key is pressed, `say` shows a sentence.
    """

    def __init__(self, coming: Coming, dialog: QWidget, say: Callable[[Sentence], object]) -> None:
        super().__init__(dialog)
        self._coming = coming
        self._say = say
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), dialog)
        self._escape.setEnabled(False)  # it closes the board otherwise
        self._escape.activated.connect(self._call_off)
        coming.changed.connect(lambda: self._escape.setEnabled(False))

    def refuses_press(self) -> bool:
        """Whether nothing may be ordered yet; the person is told so."""
        return self._refuses(_NOT_ORDERED)

    def refuses_leaving(self) -> bool:
        """Whether the board has to stay open, because what comes belongs onto it; the person is told so."""
        return self._refuses(_STAYS)

    def _refuses(self, words: str) -> bool:
        if self._coming.is_anything:
            self._say(Sentence(words))
            self._escape.setEnabled(True)
        return self._coming.is_anything

    def _call_off(self) -> None:
        self._coming.call_off()
        self._say(Sentence(_CALLED_OFF))


_NOT_ORDERED = QT_TRANSLATE_NOOP(
    "board",
    "Nothing was ordered: stills are still on their way onto the board. See the sums then, and press again. If they don't "
    "come, Escape calls them off.",
)
_STAYS = QT_TRANSLATE_NOOP(
    "board",
    "This board stays open: stills are still on their way onto it. If they don't come, Escape calls them off.",
)
_CALLED_OFF = QT_TRANSLATE_NOOP("board", "Called off: the board stays as it is, and nothing was ordered.")
