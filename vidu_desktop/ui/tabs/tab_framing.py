"""How a tab's pictures are made to fit the shape of the video."""

from collections.abc import Callable, Iterable

from vidu_desktop.domain.framing import Framing, FramingKind, ratio_of_size, softness
from vidu_desktop.domain.request import GenerationRequest
from vidu_desktop.ui.tabs.readiness import as_sent
from vidu_desktop.ui.text import say
from vidu_desktop.ui.widgets.framing_choice import FramingChoice
from vidu_desktop.ui.widgets.picture_places import PicturePlaces, Slot


class TabFraming:
    """`size_of_video` returns the chosen size as the catalogue writes it; None where pictures needn't have the video's shape."""

    def __init__(
        self, slots: PicturePlaces, choice: FramingChoice, size_of_video: Callable[[], object]
    ) -> None:
        self._slots = slots
        self._choice = choice
        self._size_of_video = size_of_video
        self._restored: dict[str, Framing] = {}

    @property
    def kind(self) -> FramingKind:
        """The way in which pictures of another shape are made to fit."""
        return self._choice.kind

    def of(self, slot: Slot) -> Framing | None:
        """Return how a picture is made to fit; None when it has the video's shape, or its size isn't known yet."""
        ratio = ratio_of_size(self._size_of_video())
        if ratio is None or slot.facts is None:
            return None
        (width, height), (x, y) = ratio, slot.cut
        framing = Framing(kind=self._choice.kind, width=width, height=height, x=x, y=y)
        return framing if framing.needed_for(slot.facts.width_px, slot.facts.height_px) else None

    def of_all(self, indexes: Iterable[int]) -> tuple[Framing | None, ...]:
        """Return a framing for each slot; empty when all pictures have the video's shape."""
        framings = tuple([self.of(self._slots[index]) for index in indexes])
        return framings if any(framings) else ()

    def to_keep(self) -> tuple[Framing | None, ...]:
        """Return the framings for a draft. A picture that wasn't looked at yet, or can't be, keeps its restored one."""
        slots = [self._slots[index] for index in range(len(self._slots))]
        framings = tuple([self.of(slot) if slot.facts else self._restored.get(slot.path) for slot in slots])
        return framings if any(framings) else ()

    def remark(self) -> str:
        """Say which pictures are much smaller than the video; the service takes them. Empty for none, and where pictures
        needn't have the video's shape.
        """
        sent = (as_sent(slot.facts, self.of(slot)) for _index, slot in self._slots.filled if slot.facts)
        words = softness(sent, self._size_of_video())
        return "" if words is None else say(words)

    def restore(self, request: GenerationRequest) -> None:
        """Use a request's framings for its pictures, which must be in their places already."""
        pictures = zip(request.picture_paths, request.framings, strict=False)
        self._restored = {path: framing for path, framing in pictures if framing is not None}
        for index, framing in enumerate(request.framings[: len(self._slots)]):
            if framing is not None:
                self._choice.set_kind(framing.kind)
                self._slots.set_cut(index, framing.x, framing.y)

    def count(self) -> int:
        """Return how many pictures don't have the video's shape."""
        return sum(self.of(slot) is not None for _index, slot in self._slots.filled)
