"""Offers the shelf's names while one is typed after an @."""

import re
from collections.abc import Sequence
from typing import Protocol

from PySide6 import (
    QtCore,
    QtWidgets,
)  # classes that the first paint doesn't need are made when they are first named
from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from typing_extensions import override

from vidu_desktop.domain.mentions import SIGNS

_BEGUN = re.compile(rf"(?<![\w{SIGNS}])[{SIGNS}]([^{SIGNS}\n]{{0,40}})$")
_WIDTH_PX = 220
_KEYS_OF_THE_LIST = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Escape)


class NameText(Protocol):
    """A text field in which names can be completed."""

    @property
    def changed(self) -> SignalInstance: ...

    def before_cursor(self) -> str:
        """Return the text before the cursor, from the beginning of its line."""
        ...

    def replace_before_cursor(self, chars: int, text: str) -> None:
        """Replace the last `chars` characters before the cursor by `text`."""
        ...

    def cursor_place(self) -> QRect:
        """Return the cursor's rectangle in the widget."""
        ...


class PlainText:
    """Implements NameText for a field of several lines."""

    def __init__(self, edit: QPlainTextEdit) -> None:
        self._edit = edit

    @property
    def changed(self) -> SignalInstance:
        return self._edit.textChanged

    def before_cursor(self) -> str:
        cursor = self._edit.textCursor()
        return cursor.block().text()[: cursor.positionInBlock()]

    def replace_before_cursor(self, chars: int, text: str) -> None:
        cursor = self._edit.textCursor()
        cursor.movePosition(cursor.MoveOperation.Left, cursor.MoveMode.KeepAnchor, chars)
        cursor.insertText(text)
        self._edit.setTextCursor(cursor)

    def cursor_place(self) -> QRect:
        return self._edit.cursorRect()


class NameCompleter(QObject):
    """`chosen` is sent with the name after it has been put into the text."""

    chosen = Signal(str)
    ended = Signal()  # the list was closed, with or without a choice

    def __init__(self, edit: QWidget, text: NameText) -> None:
        super().__init__(edit)
        self._edit = edit
        self._text = text
        self._names: Sequence[str] = ()
        self._made: QtWidgets.QCompleter | None = None
        self._popup: QtWidgets.QAbstractItemView | None = None
        text.changed.connect(self._follow)

    def set_names(self, names: Sequence[str]) -> None:
        """Set the names to offer."""
        self._names = names
        if self._made is not None:
            self._made.setModel(QtCore.QStringListModel(list(names), self._made))

    def _completer(self) -> "QtWidgets.QCompleter":
        """Return the completer. It is made, with its list, when the first name is begun."""
        if self._made is None:
            self._made = QtWidgets.QCompleter(self)
            self._made.setModel(QtCore.QStringListModel(list(self._names), self._made))
            self._made.setWidget(self._edit)
            self._made.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            self._made.activated.connect(self._take)
            self._popup = self._made.popup()
            if self._popup is not None:
                self._popup.installEventFilter(self)
        return self._made

    @property
    def is_open(self) -> bool:
        """Whether the list is open: the name in the text may still be incomplete."""
        return self._popup is not None and self._popup.isVisible()

    def _hide(self) -> None:
        if self._popup is not None:
            self._popup.hide()

    def _begun(self) -> str | None:
        """Return the part of a name between the @ and the cursor; None if no name is begun there."""
        found = _BEGUN.search(self._text.before_cursor())
        return None if found is None else found[1]

    def _follow(self) -> None:
        begun = self._begun() if self._edit.hasFocus() else None
        if begun is None:
            self._hide()
            return
        completer = self._completer()
        completer.setCompletionPrefix(begun)
        whole = completer.currentCompletion().casefold() == begun.casefold()
        if not completer.completionCount() or (whole and completer.completionCount() == 1):
            self._hide()
            return
        if self._popup is not None:
            self._popup.setCurrentIndex(completer.completionModel().index(0, 0))
        place = self._text.cursor_place()
        place.setWidth(_WIDTH_PX)
        completer.complete(place)

    def _take(self, name: str) -> None:
        begun = self._begun()
        if begun is None:
            return
        self._text.replace_before_cursor(len(begun), f"{name} ")
        self._hide()
        self.chosen.emit(name)

    def takes(self, event: QKeyEvent) -> bool:
        """Whether this key is meant for the open list. The text field must then ignore the event, as Qt requires."""
        return self.is_open and event.key() in _KEYS_OF_THE_LIST

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._popup and event.type() == QEvent.Type.Hide:
            self.ended.emit()
        return super().eventFilter(watched, event)
