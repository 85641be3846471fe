"""What is on the shelf, for the tabs and the dialog that show it, and what is wished of it there."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from vidu_desktop.domain.shelf import ShelfItem


@dataclass(frozen=True, slots=True, kw_only=True)
class ShelfEntry:
    """One on the shelf, where its pictures lie, a small picture of it, and in how many kept videos it is."""

    item: ShelfItem
    paths: tuple[str, ...] = ()
    image: QImage = field(default_factory=QImage)
    kept: int = 0


class ShelfModel(QObject):
    """Filled by a controller."""

    changed = Signal()
    save_requested = Signal(object)  # list[str], pictures that are to be put on the shelf
    use_requested = Signal(str)  # name: it is wanted in a prompt, where pictures say who appears
    all_requested = Signal()  # the whole shelf is to be shown

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[ShelfEntry, ...] = ()
        self.is_read = False
        """Whether it is known who is on it, or that it can't be read."""

    @property
    def entries(self) -> tuple[ShelfEntry, ...]:
        """All of them, in the person's order."""
        return self._entries

    @property
    def items(self) -> tuple[ShelfItem, ...]:
        """The same without what is shown of them."""
        return tuple(entry.item for entry in self._entries)

    def set_entries(self, entries: Sequence[ShelfEntry]) -> None:
        """Show these."""
        self._entries = tuple(entries)
        self.is_read = True
        self.changed.emit()

    def named(self, name: str) -> ShelfEntry | None:
        """Return the one of that name, whatever its capitals."""
        return next((entry for entry in self._entries if entry.item.key == name.casefold()), None)
