"""What the video's shape makes of a tab's pictures."""

from collections.abc import Callable, Iterable

from vidu_desktop.domain.framing import Framing, FramingKind, ratio_of_size, softness
from vidu_desktop.domain.request import GenerationRequest
from vidu_desktop.ui.tabs.readiness import as_sent
from vidu_desktop.ui.text import say
from vidu_desktop.ui.widgets.framing_choice import FramingChoice
from vidu_desktop.ui.widgets.picture_places import PicturePlaces, Slot


class TabFraming:
    """`size_of_video` returns the chosen size, as the catalogue writes it; None where pictures needn't have its shape."""

    def __init__(
        self, slots: PicturePlaces, choice: FramingChoice, size_of_video: Callable[[], object]
    ) -> None:
        self._slots = slots
        self._choice = choice
        self._size_of_video = size_of_video

    @property
    def kind(self) -> FramingKind:
        """How pictures of another shape are made to fit."""
        return self._choice.kind

    def of(self, slot: Slot) -> Framing | None:
        """Return how a picture is made to fit; None for one that has the video's shape, or isn't known yet."""
        ratio = ratio_of_size(self._size_of_video())
        if ratio is None or slot.facts is None:
            return None
        (width, height), (x, y) = ratio, slot.cut
        framing = Framing(kind=self._choice.kind, width=width, height=height, x=x, y=y)
        return framing if framing.needed_for(slot.facts.width_px, slot.facts.height_px) else None

    def of_all(self, indexes: Iterable[int]) -> tuple[Framing | None, ...]:
        """Return a framing for each slot; nothing when all of them have the video's shape."""
        framings = tuple([self.of(self._slots[index]) for index in indexes])
        return framings if any(framings) else ()

    def remark(self) -> str:
        """Say which pictures are much smaller than the video, which the service takes; empty for none, and where they needn't
        have its shape.
        """
        sent = (as_sent(slot.facts, self.of(slot)) for _index, slot in self._slots.filled if slot.facts)
        words = softness(sent, self._size_of_video())
        return "" if words is None else say(words)

    def restore(self, request: GenerationRequest) -> None:
        """Frame the pictures, which are in their places already, as a request does."""
        for index, framing in enumerate(request.framings[: len(self._slots)]):
            if framing is not None:
                self._choice.set_kind(framing.kind)
                self._slots.set_cut(index, framing.x, framing.y)

    def count(self) -> int:
        """Return how many pictures haven't the video's shape."""
        return sum(self.of(slot) is not None for _index, slot in self._slots.filled)
