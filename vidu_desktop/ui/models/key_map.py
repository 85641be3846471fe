"""The keys as they are set now: those of the table, with the person's changes, which are remembered."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication, QObject, QSettings, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence

from vidu_desktop.ui.models.key_table import ENTRIES, KEY_TABLE, Command, KeyEntry, Place, id_of

_GROUP = "keys"
_BETWEEN = "\n"  # no key has a line break in its name; `Media Play` has a space
_ALSO = {"Return": "Enter", "Del": "Backspace"}
"""Keys that work like a key of the table, with any modifiers."""


class KeyMap(QObject):
    """There is one for each window. Without a `memory` it has only the table's keys, and forgets changes at the end."""

    changed = Signal()

    def __init__(self, memory: QSettings | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._memory = memory
        self._changed: dict[str, tuple[str, ...]] = {}
        if memory is not None:
            self._read(memory)

    def _read(self, memory: QSettings) -> None:
        for entry in KEY_TABLE:
            kept = memory.value(f"{_GROUP}/{entry.command_id}")
            if isinstance(kept, str):
                self._changed[entry.command_id] = tuple(filter(_is_key, kept.split(_BETWEEN)))

    def keys_of(self, command: Command) -> tuple[str, ...]:
        """Return a command's keys as the table spells them; empty when it has no key."""
        command_id = id_of(command)
        return self._changed.get(command_id, ENTRIES[command_id].keys)

    def sequences(self, command: Command) -> list[QKeySequence]:
        """Return a command's keys for an action, with their equivalents: Enter for Return, Backspace for Delete."""
        keys = [spelled for key in self.keys_of(command) for spelled in _spellings(key)]
        return [QKeySequence(key) for key in keys]

    def key_text(self, command: Command) -> str:
        """Return a command's first key as this system writes it, for tips; empty when it has no key."""
        keys = self.keys_of(command)
        return say_key(keys[0]) if keys else ""

    def tip(self, words: str, command: Command) -> str:
        """Return `words` with the command's key in brackets behind them, if it has one."""
        key = self.key_text(command)
        return f"{words} ({key})" if key else words

    def command_of(self, event: QKeyEvent, place: Place) -> Command | None:
        """Return the command of a pressed key in this place; None when it has none there. Where no command has the key
        together with Shift, Shift is ignored.
        """
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        command = self._command_of(QKeySequence(modifiers.value | event.key()).toString(), place)
        if command is None and modifiers == Qt.KeyboardModifier.ShiftModifier:
            command = self._command_of(QKeySequence(event.key()).toString(), place)
        return command

    def _command_of(self, pressed: str, place: Place) -> Command | None:
        for entry in KEY_TABLE:
            if place in entry.places and pressed in (
                spelled for key in self.keys_of(entry.command) for spelled in _spellings(key)
            ):
                return entry.command
        return None

    def holders(self, command: Command, key: str) -> Iterator[KeyEntry]:
        """Yield the other commands that have this key in a place where `command` is heard, too."""
        own = ENTRIES[id_of(command)].places
        spelled = set(_spellings(_tidied(key)))
        for entry in KEY_TABLE:
            if entry.command_id != id_of(command) and _meet(own, entry.places):
                taken = {other for held in self.keys_of(entry.command) for other in _spellings(held)}
                if spelled & taken:
                    yield entry

    def set_keys(self, command: Command, keys: Sequence[str]) -> None:
        """Set a command's keys. Another command that has one of them in the same place loses it."""
        tidy = tuple(dict.fromkeys(_tidied(key) for key in keys if _is_key(key)))
        for key in tidy:
            for holder in list(self.holders(command, key)):
                left = tuple(held for held in self.keys_of(holder.command) if held != key)
                self._note(holder, left)
        self._note(ENTRIES[id_of(command)], tidy)
        self.changed.emit()

    def reset(self) -> None:
        """Go back to the table's keys."""
        for command_id in list(self._changed):
            self._note(ENTRIES[command_id], ENTRIES[command_id].keys)
        self.changed.emit()

    @property
    def is_changed(self) -> bool:
        """Whether any key differs from the table."""
        return bool(self._changed)

    def _note(self, entry: KeyEntry, keys: tuple[str, ...]) -> None:
        name = f"{_GROUP}/{entry.command_id}"
        if keys == entry.keys:
            self._changed.pop(entry.command_id, None)
            if self._memory is not None:
                self._memory.remove(name)
        else:
            self._changed[entry.command_id] = keys
            if self._memory is not None:
                self._memory.setValue(name, _BETWEEN.join(keys))


def say_key(key: str) -> str:
    """Return a key as people on this system write it."""
    names = {
        ",": QCoreApplication.translate("Keys", "comma"),
        ".": QCoreApplication.translate("Keys", "full stop"),
    }
    return names.get(key) or QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def _spellings(key: str) -> tuple[str, ...]:
    front, plus, last = key.rpartition("+")
    other = _ALSO.get(last)
    return (key,) if other is None else (key, f"{front}{plus}{other}")


def _tidied(key: str) -> str:
    """Return a key as the table spells it: Return for Enter, Del for Backspace."""
    written = QKeySequence(key).toString()
    for usual, other in _ALSO.items():
        if written == other or written.endswith(f"+{other}"):
            return written[: -len(other)] + usual
    return written


def _is_key(key: str) -> bool:
    return not QKeySequence(key).isEmpty() and bool(QKeySequence(key).toString())


def _meet(some: frozenset[Place], others: frozenset[Place]) -> bool:
    anywhere = Place.WINDOW
    return bool(some & others) or anywhere in some or anywhere in others
