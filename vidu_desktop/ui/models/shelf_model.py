"""The shelf's content for the tabs and the dialog that show it, and the person's wishes there."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from vidu_desktop.domain.shelf import ShelfItem


@dataclass(frozen=True, slots=True, kw_only=True)
class ShelfEntry:
    """An item of the shelf: the paths of its pictures, a small picture of it, and in how many kept videos it appears."""

    item: ShelfItem
    paths: tuple[str, ...] = ()
    image: QImage = field(default_factory=QImage)
    kept: int = 0

    @property
    def picture_names(self) -> tuple[str, ...]:
        """What its pictures are called: their files are named by a hash."""
        if len(self.paths) == 1:
            return (self.item.name,)
        return tuple(f"{self.item.name} {number}" for number in range(1, len(self.paths) + 1))


class ShelfModel(QObject):
    """Filled by a controller."""

    changed = Signal()
    save_requested = Signal(object)  # list[str], paths of pictures that the person wants on the shelf
    use_requested = Signal(str)  # name for a prompt, in the mode whose pictures say who appears
    all_requested = Signal()  # the person wants to see the whole shelf

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[ShelfEntry, ...] = ()
        self.is_read = False
        """Whether the shelf was read, or turned out to be unreadable."""

    @property
    def entries(self) -> tuple[ShelfEntry, ...]:
        """All of them, in the person's order."""
        return self._entries

    @property
    def items(self) -> tuple[ShelfItem, ...]:
        """The items without what is shown of them, in the same order."""
        return tuple(entry.item for entry in self._entries)

    def set_entries(self, entries: Sequence[ShelfEntry]) -> None:
        """Show these entries; the shelf counts as read from now on."""
        self._entries = tuple(entries)
        self.is_read = True
        self.changed.emit()

    def named(self, name: str) -> ShelfEntry | None:
        """Return the entry with this name, in capitals or not; None without one."""
        return next((entry for entry in self._entries if entry.item.key == name.casefold()), None)
