"""The pictures of one tab in order, with what is known about each. Wells and grids are views of this list."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePath

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage, QPixmap

from vidu_desktop.domain.modes import Mode
from vidu_desktop.domain.pictures import PictureFacts
from vidu_desktop.errors import ViduDesktopError
from vidu_desktop.ui.protocols import PictureService
from vidu_desktop.ui.widgets.while_alive import while_alive

THUMBNAIL_SIDE_PX = 640
_SHA256 = re.compile("[0-9a-f]{64}")


@dataclass(slots=True, eq=False)
class Slot:
    """One place for a picture. Without a `path` it is empty. `facts` and `error` are None until the picture has been
    examined.
    """

    path: str = ""
    facts: PictureFacts | None = None
    error: ViduDesktopError | None = None
    thumbnail: QPixmap | None = None
    thumbnail_asked: bool = False
    busy: bool = False
    """Whether a remedy is being applied to the picture."""
    name: str = field(default="")
    sent_sha256: str | None = None
    """The SHA-256 of the picture as it is sent; empty for one that can't be sent, None until it was asked for and answered."""
    sent_sha256_asked: bool = False
    cut: tuple[float, float] = (0.5, 0.5)
    """Where the picture is cut to the video's shape: x and y of Framing."""

    @property
    def filled(self) -> bool:
        """Whether the slot holds a picture, usable or not."""
        return bool(self.path)

    @property
    def pending(self) -> bool:
        """Whether it is still unknown if the picture may be sent."""
        return self.filled and (self.busy or (self.facts is None and self.error is None))


class PicturePlaces(QObject):
    """An ordered list of slots. `changed` is sent when slots were added, removed, replaced or moved."""

    changed = Signal()
    rearranged = Signal(object, object)  # list[str], all paths before and now; "" for an empty slot
    slot_changed = Signal(int)  # index of a slot whose content is shown differently now

    def __init__(
        self, pictures: PictureService, mode: Mode, *, least_count: int = 0, parent: QObject | None = None
    ) -> None:
        """There are always `least_count` slots, empty or not; if there are more pictures, there is one slot per picture."""
        super().__init__(parent)
        self._pictures = pictures
        self._mode = mode
        self._least_count = least_count
        self._slots: list[Slot] = [Slot() for _ in range(least_count)]
        self._indexes: dict[Slot, int] = {slot: index for index, slot in enumerate(self._slots)}
        self._paths = self.paths
        self._names: Mapping[str, str] = {}
        # Names by path, for copies whose file names say nothing; kept for undo.
        self._given: dict[str, str] = {}

    def __len__(self) -> int:
        """Return the number of slots, including empty ones."""
        return len(self._slots)

    def __getitem__(self, index: int) -> Slot:
        """Return the slot at `index`."""
        return self._slots[index]

    @property
    def paths(self) -> list[str]:
        """The paths of all slots in order; "" for an empty slot."""
        return [slot.path for slot in self._slots]

    @property
    def filled(self) -> list[tuple[int, Slot]]:
        """The slots that hold a picture, each with its index."""
        return [(index, slot) for index, slot in enumerate(self._slots) if slot.filled]

    @property
    def pending_count(self) -> int:
        """How many pictures haven't been examined yet, or are being changed by a remedy."""
        return sum(slot.pending for slot in self._slots)

    def add(self, paths: Iterable[str]) -> None:
        """Put pictures into the empty slots from the left, and append slots for the rest."""
        empty = iter([index for index, slot in enumerate(self._slots) if not slot.filled])
        for path in paths:
            index = next(empty, None)
            if index is not None:
                self._slots[index] = self._looked_at(path)
            else:
                self._slots.append(self._looked_at(path))
        self._say_all_changed()

    def put(self, index: int, path: str) -> None:
        """Put a picture into a slot, in place of the former one. An index past the end adds the picture as `add` does."""
        if index < len(self._slots):
            self._slots[index] = self._looked_at(path)
            self._say_all_changed()
        else:
            self.add([path])

    def set_paths(self, paths: Sequence[str], names: Sequence[str] = ()) -> None:
        """Replace all pictures. An empty path leaves its slot empty, unless there are more than `least_count` paths: then
        empty ones are left out. `names` are the names of the first pictures, where they differ from the file names.
        """
        called = zip(paths, names, strict=False)
        self._given.update({path: name for path, name in called if name not in ("", PurePath(path).name)})
        slots = [self._looked_at(path) if path else Slot() for path in paths]
        if len(slots) > self._least_count:
            slots = [slot for slot in slots if slot.filled]
        self._slots = self._with_the_least(slots)
        self._say_all_changed()

    def remove(self, index: int) -> None:
        """Remove a picture. Its slot is removed, too, or stays empty if there are no more than `least_count` slots."""
        if len(self._slots) <= self._least_count:
            self._slots[index] = Slot()
        else:
            del self._slots[index]
        self._say_all_changed()

    def leave_out(self, indexes: Collection[int]) -> None:
        """Remove several pictures with their slots, and add empty slots up to `least_count`."""
        gone = set(indexes)
        kept = [slot for index, slot in enumerate(self._slots) if index not in gone]
        self._slots = self._with_the_least(kept)
        self._say_all_changed()

    def keep_first(self, count: int) -> None:
        """Remove all slots after the first `count`."""
        del self._slots[count:]
        self._say_all_changed()

    def move(self, source: int, target: int) -> None:
        """Move a slot to the index `target`; the slots between move up. Does nothing for a `target` that doesn't exist."""
        if source == target or not 0 <= target < len(self._slots):
            return
        self._slots.insert(target, self._slots.pop(source))
        self._say_all_changed()

    def set_busy(self, index: int, busy: bool) -> None:
        """Show whether a remedy is being applied to a picture."""
        self._slots[index].busy = busy
        self.slot_changed.emit(index)

    def set_cut(self, index: int, x: float, y: float) -> None:
        """Move the cut of a picture. `x` and `y` are limited to 0 to 1."""
        x, y = (round(min(1.0, max(0.0, share)), 4) for share in (x, y))  # as precise as in saved files
        self._slots[index].cut = (x, y)
        self.slot_changed.emit(index)

    def call(self, names: Mapping[str, str]) -> None:
        """Show pictures by these names, given by path, instead of by their file names."""
        self._names = names
        for slot in self._slots:
            if slot.path in names:
                slot.name = names[slot.path]
                self._say_changed(slot)

    def given_names(self, paths: Sequence[str]) -> tuple[str, ...]:
        """Return the names of pictures that aren't called like their files; "" for each of the others. Empty if all are
        called like their files.
        """
        names = tuple([self._given.get(path, "") for path in paths]) if self._given else ()
        return names if any(names) else ()

    def want_thumbnail(self, index: int) -> None:
        """Ask for a slot's thumbnail once; views call this when they first show the slot."""
        slot = self._slots[index]
        if not slot.filled or slot.thumbnail_asked:
            return
        slot.thumbnail_asked = True

        def receive(image: QImage | None) -> None:
            if image is not None and not image.isNull():
                slot.thumbnail = QPixmap.fromImage(image)
            self._say_changed(slot)

        self._pictures.thumbnail(slot.path, THUMBNAIL_SIDE_PX, while_alive(self, receive))

    @property
    def sent_hashes(self) -> set[str]:
        """The SHA-256 of the pictures as they are sent, as far as they are known."""
        return {slot.sent_sha256 for slot in self._slots if slot.sent_sha256}

    def ask_sent_hashes(self) -> bool:
        """Ask for those of `sent_hashes` that aren't known yet, each once; return whether an answer is still to come."""
        unknown = [slot for slot in self._slots if slot.filled and slot.sent_sha256 is None]
        for slot in unknown:
            if not slot.sent_sha256_asked:
                slot.sent_sha256_asked = True
                self._pictures.sent_sha256(slot.path, self._mode, while_alive(self, self._receive_hash(slot)))
        return bool(unknown)

    def _receive_hash(self, slot: Slot) -> Callable[[str], None]:
        def receive(sha256: str) -> None:
            slot.sent_sha256 = sha256
            self._say_changed(slot)

        return receive

    def replace_when_done(
        self, index: int, begin: Callable[[Callable[[str | ViduDesktopError], None]], None]
    ) -> None:
        """Have a better copy made and put it in the picture's place. `begin` starts the work; it is given the callable that
        takes the answer.

        A failure is shown at the picture. Nothing happens if the picture has been removed meanwhile.
        """
        slot = self._slots[index]
        self.set_busy(index, busy=True)

        def receive(answer: str | ViduDesktopError) -> None:
            if slot not in self._indexes:
                return
            slot.busy = False
            if isinstance(answer, ViduDesktopError):
                slot.error = answer
                self._say_changed(slot)
            else:
                self.put(self._indexes[slot], answer)

        begin(while_alive(self, receive))

    def _with_the_least(self, slots: list[Slot]) -> list[Slot]:
        return slots + [Slot() for _ in range(self._least_count - len(slots))]

    def _looked_at(self, path: str) -> Slot:
        given = self._given.get(path, "")
        slot = Slot(path=path, name=self._names.get(path, given or PurePath(path).name))
        if _SHA256.fullmatch(stem := PurePath(path).stem):  # a picture that was sent, or lies on the shelf
            slot.sent_sha256 = stem

        def receive(answer: PictureFacts | ViduDesktopError) -> None:
            if isinstance(answer, ViduDesktopError):
                slot.error = answer
            else:
                slot.facts = replace(answer, name=given) if given else answer
                slot.name = self._names.get(path, slot.facts.name)
            self._say_changed(slot)

        self._pictures.look_at(path, self._mode, while_alive(self, receive))
        return slot

    def _say_changed(self, slot: Slot) -> None:
        # A late answer for a slot that was replaced or removed changes nothing visible.
        index = self._indexes.get(slot)
        if index is not None:
            self.slot_changed.emit(index)

    def _say_all_changed(self) -> None:
        # The indexes are kept because an answer comes for each picture: searching for each of 10,000 would
        # take many seconds.
        self._indexes = {slot: index for index, slot in enumerate(self._slots)}
        before, self._paths = self._paths, self.paths
        self.changed.emit()
        if before != self._paths:
            self.rearranged.emit(before, self._paths)
