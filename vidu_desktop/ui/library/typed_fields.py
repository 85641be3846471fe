"""Fields for typing about a video. Each knows the clip for which it holds text, and none loses what was typed.

Ctrl+Return ends the typing here as in other fields: passed on to the window, it would order another video for money.
"""

import re
from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from vidu_desktop.domain.marks import NOTE_MOST_CHARS, TAG_MOST_CHARS, tidy_tags
from vidu_desktop.ui.widgets.length_limit import limit_note, say_limit
from vidu_desktop.ui.widgets.plain_text_field import PlainTextField

_COMMAS = re.compile("[,，、]")  # with those of Chinese and Japanese


class NoteField(PlainTextField):
    """Belongs to the clip whose note it holds. It passes on what was typed when it is left, hidden, or shows another clip."""

    note_left = Signal(str, str)  # clip id, note; only when the person has changed it

    def __init__(self) -> None:
        super().__init__()
        self._clip_id = ""
        self._given = ""
        self._unwritten: dict[str, str] = {}  # notes that couldn't be written, by clip id
        self.setTabChangesFocus(True)
        limit_note(self, NOTE_MOST_CHARS)

    def show_note(self, clip_id: str, note: str) -> None:
        """Show a clip's note as it is known now; what is being typed for the same clip stays.

        Text that was passed on and isn't known to be written stays, too: until then, every change of another mark brings the
        old note again.
        """
        same = clip_id == self._clip_id
        if not same:
            self.keep()
        if not same or (note != self._given and not self.document().isModified()):
            self._clip_id = clip_id
            if note != self.toPlainText():
                self.setPlainText(note)
        self._given = note
        if not same and clip_id in self._unwritten:
            self._type(self._unwritten.pop(clip_id))

    def give_back(self, clip_id: str, note: str) -> None:
        """Show a note again that couldn't be written, once its clip is shown: the person can pass it on again, or copy it."""
        if clip_id != self._clip_id:
            self._unwritten[clip_id] = note
        elif not self.document().isModified():
            self._type(note)

    def _type(self, note: str) -> None:
        self.setPlainText(note)
        self.document().setModified(True)

    def keep(self) -> None:
        """Pass on what was typed since the last time."""
        if self.document().isModified():
            self.document().setModified(False)
            self.note_left.emit(self._clip_id, self.toPlainText())

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and _ends_typing(event):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _ends_typing(event):
            self.keep()
        else:
            super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.keep()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self.keep()
        super().hideEvent(event)


class TagField(QLineEdit):
    """Takes tags for the clips for which it is shown: at Return, when it is left, or when it is shown for other clips."""

    tags_typed = Signal(list, tuple)  # rows of the index, tags; at least one

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[int] = ()
        self.editingFinished.connect(self.keep)

    def show_for(self, rows: Sequence[int]) -> None:
        """Use what is typed from now on for the clips of these rows."""
        if rows != self._rows:
            self.keep()
            self._rows = rows

    def keep(self) -> None:
        """Pass on the tags that were typed, and clear the field."""
        words = _COMMAS.split(self.text())
        tags = tidy_tags(tuple(words))
        if any(len(word.strip()) > TAG_MOST_CHARS for word in words):
            say_limit(self, TAG_MOST_CHARS)
        self.clear()
        if tags:
            self.tags_typed.emit(list(self._rows), tags)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and _ends_typing(event):
            event.accept()
            return True
        return super().event(event)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self.keep()
        super().hideEvent(event)


def _ends_typing(event: QEvent) -> bool:
    return (
        isinstance(event, QKeyEvent)
        and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    )
