"""What is shown at each moment, for one picture, for two, and for subjects. A scene returns a new frame for any `t`."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from PIL import Image

from vidu_desktop.domain.modes import FrameSize
from vidu_desktop.rehearsal import collage
from vidu_desktop.rehearsal.camera import Box, Camera, eased, eased_between, there_and_back
from vidu_desktop.rehearsal.yuv_frame import LARGER, Plate, dissolve, lay, packed, plate_of, view


class Scene(Protocol):
    """Makes the frames of a video; `t` is 0 for the first and 1 for the last."""

    def frame(self, t: float) -> Plate: ...


def covering(image: Image.Image, size: FrameSize, scale: float = 1.0) -> Image.Image:
    """Crop the middle of `image` to the ratio of `size`, and resize it to `scale` times `size`, with even sides."""
    ratio = size.width_px / size.height_px
    width, height = float(image.width), float(image.height)
    if width / height > ratio:
        width = height * ratio
    else:
        height = width / ratio
    left, top = (image.width - width) / 2, (image.height - height) / 2
    target = 2 * round(size.width_px * scale / 2), 2 * round(size.height_px * scale / 2)
    return image.resize(target, Image.Resampling.LANCZOS, (left, top, left + width, top + height))


class PushIn:
    """One picture: the first frame shows it, cropped to the ratio of the frame, then the camera zooms in."""

    def __init__(self, picture: Image.Image, size: FrameSize, camera: Camera) -> None:
        # Large enough that no view has to be enlarged, not even the closest one.
        self._plate = packed(plate_of(covering(picture, size, LARGER * camera.zoom_most)))
        self._size = size
        self._camera = camera

    def frame(self, t: float) -> Plate:
        box = self._camera.box(eased(t), self._plate.width, self._plate.height)
        return view(self._plate, box, self._size)


class FromTo:
    """Two pictures under one camera that zooms in and back: each is shown exactly at its end, with a dissolve in between."""

    def __init__(self, start: Image.Image, end: Image.Image, size: FrameSize, camera: Camera) -> None:
        self._start = packed(plate_of(covering(start, size, LARGER * camera.zoom_most)))
        self._end = packed(plate_of(covering(end, size, LARGER * camera.zoom_most)))
        self._size = size
        self._camera = camera

    def frame(self, t: float) -> Plate:
        """Return the frame at `t` in [0, 1]: the start picture at 0 and the end picture at 1, both unchanged."""
        weight = eased_between(t, 0.2, 0.8)
        box = self._camera.box(there_and_back(t), self._start.width, self._start.height)
        # Both have the same box: mixing them first (0.1 ms) saves the second resize (15 ms).
        if weight <= 0.0:
            return view(self._start, box, self._size)
        if weight >= 1.0:
            return view(self._end, box, self._size)
        return view(dissolve(self._start, self._end, weight), box, self._size)


@dataclass(frozen=True, slots=True)
class _Card:
    plate: Plate
    rim_share: collage.Rim
    arrives: float


class Collage:
    """Subjects as cards on a blurred background: they arrive one after the other, and those before make room."""

    def __init__(self, subjects: Sequence[Image.Image], size: FrameSize, camera: Camera) -> None:
        self._size = size
        self._camera = camera
        self._layouts = collage.layouts([image.width / image.height for image in subjects], size)
        self._grounds = [
            packed(plate_of(collage.ground(covering(image, size, collage.GROUND_SCALE))))
            for image in subjects
        ]
        self._cards = []
        for index, image in enumerate(subjects):
            largest = max(
                (layout[index] for layout in self._layouts if len(layout) > index),
                key=lambda rect: rect[2] - rect[0],
            )
            card, mask, rim = collage.card(image, largest, size)
            self._cards.append(_Card(plate_of(card, mask), rim, collage.arrival(index, len(subjects))))

    def frame(self, t: float) -> Plate:
        """Return the frame at `t` in [0, 1]: the first card is there from the start, the last card at the end."""
        canvas = self._ground(t)
        for index, card in enumerate(self._cards):
            arrived = eased_between(t, card.arrives, card.arrives + collage.ARRIVAL_TAKES)
            if index and arrived <= 0.0:
                break
            rect = self._rect(index, t)
            # The first card is there from the start (its frame is the cover) and only grows. The others rise.
            away = (1.0 - arrived) if index else 0.0
            rect = collage.shifted(rect, 0.0, away * 0.05 * self._size.height_px)
            rect = collage.scaled(rect, 1.0 - 0.06 * away)
            rect = collage.grown(rect, 1.0 + 0.03 * eased(t), self._size)
            lay(canvas, card.plate, collage.with_rim(rect, card.rim_share), arrived if index else 1.0)
        return canvas

    def _ground(self, t: float) -> Plate:
        grounds = self._grounds
        mixed = grounds[0]
        for index in range(1, len(grounds)):
            arrives = self._cards[index].arrives
            weight = eased_between(t, arrives, arrives + 1.3 * collage.ARRIVAL_TAKES)
            if weight > 0.0:
                mixed = dissolve(mixed, grounds[index], weight)
        return view(mixed, self._camera.box(eased(t), mixed.width, mixed.height), self._size)

    def _rect(self, index: int, t: float) -> Box:
        """Return the card's place, which glides from that among the first cards to that among all that have arrived."""
        rect = self._layouts[index][index]
        for later in range(index + 1, len(self._cards)):
            arrives = self._cards[later].arrives
            moved = eased_between(
                t, arrives - 0.7 * collage.ARRIVAL_TAKES, arrives + 0.3 * collage.ARRIVAL_TAKES
            )
            rect = collage.between(rect, self._layouts[later][index], moved)
        return rect
