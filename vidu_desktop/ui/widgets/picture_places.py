"""The pictures of one tab, in order, with what is known about each. Wells and grids are views of it."""

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


@dataclass(slots=True, eq=False)
class Slot:
    """One place for a picture. Without a `path` it is empty; `facts` and `error` stay None until it has been looked at."""

    path: str = ""
    facts: PictureFacts | None = None
    error: ViduDesktopError | None = None
    thumbnail: QPixmap | None = None
    thumbnail_asked: bool = False
    busy: bool = False
    """A remedy is at work on it."""
    name: str = field(default="")
    cut: tuple[float, float] = (0.5, 0.5)
    """Where a cut to the video's shape lies, as in Framing."""

    @property
    def filled(self) -> bool:
        """Whether a picture is in it, good or bad."""
        return bool(self.path)

    @property
    def pending(self) -> bool:
        """Whether it isn't known yet if the picture may be sent."""
        return self.filled and (self.busy or (self.facts is None and self.error is None))


class PicturePlaces(QObject):
    """An ordered list of slots. `changed` says that slots came, went or moved; `slot_changed` carries an index."""

    changed = Signal()
    rearranged = Signal(object, object)  # list[str], paths of all slots before and now; empty ones have none
    slot_changed = Signal(int)  # index of the slot about which more is known now

    def __init__(
        self, pictures: PictureService, mode: Mode, *, least_count: int = 0, parent: QObject | None = None
    ) -> None:
        """`least_count` slots are always there, empty or not; with more pictures there are as many as pictures."""
        super().__init__(parent)
        self._pictures = pictures
        self._mode = mode
        self._least_count = least_count
        self._slots: list[Slot] = [Slot() for _ in range(least_count)]
        self._indexes: dict[Slot, int] = {slot: index for index, slot in enumerate(self._slots)}
        self._paths = self.paths
        self._names: Mapping[str, str] = {}
        self._given: dict[str, str] = {}  # of copies whose files' names say nothing, by path; kept for undo

    def __len__(self) -> int:
        """Count the slots, empty ones too."""
        return len(self._slots)

    def __getitem__(self, index: int) -> Slot:
        """Return the slot at `index`."""
        return self._slots[index]

    @property
    def paths(self) -> list[str]:
        """What lies in all slots, in their order; an empty slot has an empty path."""
        return [slot.path for slot in self._slots]

    @property
    def filled(self) -> list[tuple[int, Slot]]:
        """The slots that hold a picture, with their indexes."""
        return [(index, slot) for index, slot in enumerate(self._slots) if slot.filled]

    @property
    def pending_count(self) -> int:
        """How many pictures are still being looked at."""
        return sum(slot.pending for slot in self._slots)

    def add(self, paths: Iterable[str]) -> None:
        """Fill empty slots from the left, then append."""
        empty = iter([index for index, slot in enumerate(self._slots) if not slot.filled])
        for path in paths:
            index = next(empty, None)
            if index is not None:
                self._slots[index] = self._looked_at(path)
            else:
                self._slots.append(self._looked_at(path))
        self._say_all_changed()

    def put(self, index: int, path: str) -> None:
        """Put a picture into a slot over whatever is there; an index past the end appends."""
        if index < len(self._slots):
            self._slots[index] = self._looked_at(path)
            self._say_all_changed()
        else:
            self.add([path])

    def set_paths(self, paths: Sequence[str], names: Sequence[str] = ()) -> None:
        """Begin anew with these pictures; among the slots that are always there an empty path leaves its slot empty. `names`
        say what the first of them are called, if not as their files are.
        """
        called = zip(paths, names, strict=False)
        self._given.update({path: name for path, name in called if name not in ("", PurePath(path).name)})
        slots = [self._looked_at(path) if path else Slot() for path in paths]
        if len(slots) > self._least_count:
            slots = [slot for slot in slots if slot.filled]
        self._slots = self._with_the_least(slots)
        self._say_all_changed()

    def remove(self, index: int) -> None:
        """Empty a slot of those that are always there; take one out while there are more."""
        if len(self._slots) <= self._least_count:
            self._slots[index] = Slot()
        else:
            del self._slots[index]
        self._say_all_changed()

    def leave_out(self, indexes: Collection[int]) -> None:
        """Take several out at once; the others close up."""
        gone = set(indexes)
        kept = [slot for index, slot in enumerate(self._slots) if index not in gone]
        self._slots = self._with_the_least(kept)
        self._say_all_changed()

    def keep_first(self, count: int) -> None:
        """Take out everything behind the first `count`."""
        del self._slots[count:]
        self._say_all_changed()

    def move(self, source: int, target: int) -> None:
        """Move a slot to another place; the ones between close up."""
        if source == target or not 0 <= target < len(self._slots):
            return
        self._slots.insert(target, self._slots.pop(source))
        self._say_all_changed()

    def set_busy(self, index: int, busy: bool) -> None:
        """Show that a remedy is at work on a picture."""
        self._slots[index].busy = busy
        self.slot_changed.emit(index)

    def set_cut(self, index: int, x: float, y: float) -> None:
        """Move the cut of a picture; beyond the edge is at the edge."""
        x, y = (round(min(1.0, max(0.0, share)), 4) for share in (x, y))  # as documents have it
        self._slots[index].cut = (x, y)
        self.slot_changed.emit(index)

    def call(self, names: Mapping[str, str]) -> None:
        """Show pictures by these names, by their path, in the place of their files' names."""
        self._names = names
        for slot in self._slots:
            if slot.path in names:
                slot.name = names[slot.path]
                self._say_changed(slot)

    def given_names(self, paths: Sequence[str]) -> tuple[str, ...]:
        """Return what pictures are called whose files have other names; an empty name for each other one, and nothing where
        there is no such picture.
        """
        names = tuple([self._given.get(path, "") for path in paths]) if self._given else ()
        return names if any(names) else ()

    def want_thumbnail(self, index: int) -> None:
        """Ask for a small picture once; views call this when they first show the slot."""
        slot = self._slots[index]
        if not slot.filled or slot.thumbnail_asked:
            return
        slot.thumbnail_asked = True

        def receive(image: QImage | None) -> None:
            if image is not None and not image.isNull():
                slot.thumbnail = QPixmap.fromImage(image)
            self._say_changed(slot)

        self._pictures.thumbnail(slot.path, THUMBNAIL_SIDE_PX, while_alive(self, receive))

    def replace_when_done(
        self, index: int, begin: Callable[[Callable[[str | ViduDesktopError], None]], None]
    ) -> None:
        """Have a better copy made (`begin` is given what takes the answer) and put it in the picture's place.

        A failure is shown at the picture. Nothing happens when the picture was taken out meanwhile.
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
        # Late answers for a slot that was replaced or taken out change nothing that is shown.
        index = self._indexes.get(slot)
        if index is not None:
            self.slot_changed.emit(index)

    def _say_all_changed(self) -> None:
        # Kept, because an answer comes for each picture: to search for each of 10,000 takes many seconds.
        self._indexes = {slot: index for index, slot in enumerate(self._slots)}
        before, self._paths = self._paths, self.paths
        self.changed.emit()
        if before != self._paths:
            self.rearranged.emit(before, self._paths)
