"""A frame is doubled where two videos show the same picture, and only there."""

import pytest

from vidu_desktop.domain.doubled import is_same_picture
from vidu_desktop.domain.frames import FramePixels


def frame(width_px: int = 96, height_px: int = 54, *, shift: int = 0, box_at: float = -1.0) -> FramePixels:
    """Return a grey gradient, lighter by `shift`, with a white box that begins at the share `box_at` of the width."""
    rows = bytearray()
    for row in range(height_px):
        for column in range(width_px):
            in_box = 0 <= column / width_px - box_at < 0.25 and height_px // 4 < row < height_px // 2
            value = 250 if in_box and box_at >= 0 else min(255, column * 150 // width_px + shift)
            rows += bytes((value, value, value, 255))
    return FramePixels(width_px=width_px, height_px=height_px, stride_bytes=width_px * 4, bgra=bytes(rows))


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (frame(), True),
        (frame(shift=4), True),
        (frame(192, 108), True),
        (frame(shift=40), False),
        (frame(box_at=0.5), False),
        (frame(54, 96), False),
    ],
)
def test_the_same_picture_is_the_same_in_another_size_or_encoding(other: FramePixels, same: bool) -> None:
    assert is_same_picture(frame(), other) is same
    assert is_same_picture(other, frame()) is same


def test_something_small_that_has_moved_makes_it_another_picture() -> None:
    assert not is_same_picture(frame(box_at=0.2), frame(box_at=0.6))
