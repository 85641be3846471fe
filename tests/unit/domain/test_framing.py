"""What becomes of a picture in a video of another shape."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vidu_desktop.domain.framing import (
    Framing,
    FramingKind,
    framing_from_text,
    framings_from_texts,
    framings_to_texts,
    ratio_of_size,
)


def wide(kind: FramingKind = FramingKind.CROP, x: float = 0.5, y: float = 0.5) -> Framing:
    return Framing(kind=kind, width=1280, height=720, x=x, y=y)


@pytest.mark.parametrize(
    ("size", "x", "y", "cut"),
    [
        ((1600, 1600), 0.5, 0.5, (0, 350, 1600, 900)),
        ((1600, 1600), 0.5, 0.0, (0, 0, 1600, 900)),
        ((1600, 1600), 0.5, 1.0, (0, 700, 1600, 900)),
        ((3200, 900), 0.0, 0.5, (0, 0, 1600, 900)),
        ((3200, 900), 1.0, 0.5, (1600, 0, 1600, 900)),
        ((1600, 900), 0.3, 0.9, (0, 0, 1600, 900)),
    ],
)
def test_a_cut_is_as_large_as_it_can_be_and_lies_where_it_was_put(size, x, y, cut) -> None:
    assert wide(x=x, y=y).cut_of(*size) == cut


def test_bars_stand_where_the_picture_is_too_small() -> None:
    assert wide(FramingKind.BARS).size_of(900, 900) == (1600, 900)
    assert wide(FramingKind.BLUR).size_of(1600, 400) == (1600, 900)


@pytest.mark.parametrize(
    ("size", "needed"),
    [
        ((1280, 720), False),
        ((1920, 1080), False),
        ((1366, 768), False),
        ((1280, 740), True),
        ((720, 1280), True),
    ],
)
def test_a_row_or_two_of_pixels_are_no_other_shape(size, needed) -> None:
    assert wide().needed_for(*size) is needed


SIDES = st.integers(1, 20_000)
SHARES = st.floats(0, 1)


@given(width=SIDES, height=SIDES, ratio=st.tuples(SIDES, SIDES), x=SHARES, y=SHARES)
def test_a_cut_never_leaves_the_picture_and_bars_always_hold_it(width, height, ratio, x, y) -> None:
    framing = Framing(kind=FramingKind.CROP, width=ratio[0], height=ratio[1], x=x, y=y)
    left, top, kept_width, kept_height = framing.cut_of(width, height)
    assert 0 <= left <= left + kept_width <= width
    assert 0 <= top <= top + kept_height <= height
    assert kept_width >= 1
    assert kept_height >= 1
    canvas = framing.canvas_of(width, height)
    assert canvas[0] >= width
    assert canvas[1] >= height


@given(kind=st.sampled_from(FramingKind), x=st.integers(0, 10_000), y=st.integers(0, 10_000))
def test_documents_give_a_framing_back(kind, x, y) -> None:
    framing = wide(kind, x / 10_000, y / 10_000)
    assert framings_from_texts(framings_to_texts([framing, None])) == (framing, None)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "crop",
        "crop 0:9 0.5000 0.5000",
        "crop 16:9 2.0000 0.5000",
        "cut 16:9 0.5000 0.5000",
        "crop 16:9 0.5000 nan",
    ],
)
def test_what_is_no_framing_is_none(text) -> None:
    assert framing_from_text(text) is None


@pytest.mark.parametrize(
    ("size", "ratio"), [("720x480", (720, 480)), ("16:9", None), (None, None), (4, None)]
)
def test_a_size_is_a_ratio(size, ratio) -> None:
    assert ratio_of_size(size) == ratio
