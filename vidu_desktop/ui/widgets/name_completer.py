"""Offers the names of the shelf while one is written behind an @."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QObject, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QPlainTextEdit

from vidu_desktop.domain.mentions import SIGNS

_BEGUN = re.compile(rf"(?<![\w{SIGNS}])[{SIGNS}]([^{SIGNS}\n]{{0,40}})$")
_WIDTH_PX = 220
_KEYS_OF_THE_LIST = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Escape)


class NameCompleter(QObject):
    """`chosen` says which name was taken; it stands in the text then."""

    chosen = Signal(str)

    def __init__(self, edit: QPlainTextEdit) -> None:
        super().__init__(edit)
        self._edit = edit
        self._names = QStringListModel(self)
        self._completer = QCompleter(self._names, self)
        self._completer.setWidget(edit)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.activated.connect(self._take)
        popup = self._completer.popup()
        assert popup is not None  # noqa: S101 - a completer makes its list itself
        self._popup = popup
        edit.textChanged.connect(self._follow)

    def set_names(self, names: Sequence[str]) -> None:
        """Offer these."""
        self._names.setStringList(list(names))

    def _begun(self) -> str | None:
        """Return what is written of a name where the cursor stands; None where no name is begun."""
        cursor = self._edit.textCursor()
        found = _BEGUN.search(cursor.block().text()[: cursor.positionInBlock()])
        return None if found is None else found[1]

    def _follow(self) -> None:
        begun = self._begun() if self._edit.hasFocus() else None
        if begun is None:
            self._popup.hide()
            return
        self._completer.setCompletionPrefix(begun)
        whole = self._completer.currentCompletion().casefold() == begun.casefold()
        if not self._completer.completionCount() or (whole and self._completer.completionCount() == 1):
            self._popup.hide()
            return
        self._popup.setCurrentIndex(self._completer.completionModel().index(0, 0))
        place = self._edit.cursorRect()
        place.setWidth(_WIDTH_PX)
        self._completer.complete(place)

    def _take(self, name: str) -> None:
        begun = self._begun()
        if begun is None:
            return
        cursor = self._edit.textCursor()
        cursor.movePosition(cursor.MoveOperation.Left, cursor.MoveMode.KeepAnchor, len(begun))
        cursor.insertText(f"{name} ")
        self._edit.setTextCursor(cursor)
        self._popup.hide()
        self.chosen.emit(name)

    def takes(self, event: QKeyEvent) -> bool:
        """Whether a key is meant for the list, which is open: the text must ignore it, as Qt asks for."""
        return self._popup.isVisible() and event.key() in _KEYS_OF_THE_LIST
