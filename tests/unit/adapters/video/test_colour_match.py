"""A colour shift is learned and removed, even where things have moved; nothing is learned where there is no shift."""

from collections.abc import Callable

import numpy as np
import pytest
from fakes import colour_shifts as shifts
from fakes.colour_shifts import Values, distance, levels, sample, with_another_in_it, with_something_moved
from fakes.many_shifts import shifted_by

from vidu_desktop.adapters.video.colour_fit import POWERS
from vidu_desktop.adapters.video.colour_match import CURVE_POINTS, estimate

SIDE_PX = 160
SHIFTS = {
    "darker": shifts.gamma(1.25),
    "lighter": shifts.gamma(0.82),
    "less light": shifts.exposure(0.75),
    "redder": shifts.tint(1.12, 1.0, 0.85),
    "paler": shifts.saturation(0.6),
    "all": shifts.all_of_them,
}


@pytest.mark.parametrize("shift", SHIFTS.values(), ids=SHIFTS.keys())
@pytest.mark.parametrize("picture", ["seaside-dusk.jpg", "lantern.png", "fox.png"])
def test_a_shift_is_taken_back_although_something_has_moved(
    picture: str, shift: Callable[[Values], Values]
) -> None:
    meant = sample(picture, SIDE_PX)
    unshifted = with_something_moved(meant)
    frame = levels(shift(unshifted))

    match = estimate(frame, levels(meant))

    assert match is not None
    # compared with the frame without the shift, which only the test has
    assert (
        distance(levels(match.of(frame / 255)), levels(unshifted)) < 1.2 < distance(frame, levels(unshifted))
    )
    assert match.after < match.before


@pytest.mark.parametrize(
    "family", ["gamma, saturation, midtones", "exposure, saturation, tint", "matrix", "vibrance"]
)
def test_what_came_from_another_picture_teaches_nothing(family: str) -> None:
    """30 % of the frame show something that the picture hasn't got: without looking for it, frames became worse."""
    meant = sample("seaside-dusk.jpg", SIDE_PX)
    shift = shifted_by(meant, family, 3, 6.0)
    assert shift is not None
    unshifted = with_another_in_it(meant, sample("lantern.png", SIDE_PX))
    frame = levels(shift.of(unshifted))

    match = estimate(frame, levels(meant))

    assert match is not None
    assert distance(levels(match.of(frame / 255)), levels(unshifted)) < 1.2


@pytest.mark.parametrize("box", [0.0, 1.0], ids=["black", "white"])
@pytest.mark.parametrize("shift", ["darker", "paler"])
def test_a_black_or_white_box_stays_black_or_white(shift: str, box: float) -> None:
    """Nothing is learned from values that may be cut off, so that nothing spoke against a box: it became grey."""
    meant = sample("seaside-dusk.jpg", SIDE_PX)
    unshifted = with_another_in_it(meant, np.full_like(meant, box))
    frame = levels(SHIFTS[shift](unshifted))

    match = estimate(frame, levels(meant))

    assert match is not None
    assert np.abs(match.of(np.full((1, 3), box)) - box).max() < 6 / 255
    assert distance(levels(match.of(frame / 255)), levels(unshifted)) < 1.2


def test_colours_are_brought_back_beside_a_part_that_gets_further_from_the_picture() -> None:
    """A bright part stands on a dark picture that became lighter: each colour but the picture's says nothing."""
    meant = sample("seaside-night.jpg", SIDE_PX)
    unshifted = with_another_in_it(meant, np.clip(0.5 + sample("fox.png", SIDE_PX), 0, 0.95))
    frame = levels(shifts.gamma(1.6)(unshifted))

    match = estimate(frame, levels(meant))

    assert match is not None
    assert distance(levels(match.of(frame / 255)), levels(unshifted)) < 1.2


@pytest.mark.parametrize("picture", ["bottle.jpg", "seaside-dusk.jpg"])
def test_colours_are_brought_back_beside_a_part_that_then_is_further_from_the_picture(picture: str) -> None:
    """A dark part in a bright picture became brighter with it. Brought back, it is further from what stood there."""
    meant = 0.65 + 0.3 * sample(picture, SIDE_PX)
    unshifted = with_another_in_it(meant, 0.3 + 0.25 * sample("lantern.png", SIDE_PX))
    frame = levels(shifts.gamma(0.6)(unshifted))

    match = estimate(frame, levels(meant))

    assert match is not None
    assert distance(levels(match.of(frame / 255)), levels(unshifted)) < distance(frame, levels(unshifted)) / 2


def test_colours_that_became_very_pale_come_back() -> None:
    meant = sample("lantern.png", SIDE_PX)
    unshifted = with_something_moved(meant)
    frame = levels(shifts.saturation(0.28)(unshifted))

    match = estimate(frame, levels(meant))

    assert match is not None
    assert distance(levels(match.of(frame / 255)), levels(unshifted)) < 1.2


def test_colours_of_what_has_moved_are_learned_where_it_is() -> None:
    """The lantern's colours stand nowhere else in the picture."""
    dusk, lantern = sample("seaside-dusk.jpg", SIDE_PX), sample("lantern.png", SIDE_PX)
    meant, unshifted = (with_another_in_it(dusk, lantern, left_px=left_px) for left_px in (8, 48))
    shift = shifts.saturation(0.5)
    frame = levels(shift(unshifted))

    match = estimate(frame, levels(meant))

    assert match is not None
    there = np.s_[8:-8, 60:110]
    made = levels(match.of(frame / 255))
    assert (
        distance(made[there], levels(unshifted)[there])
        < 1.2
        < distance(frame[there], levels(unshifted)[there])
    )


def test_it_mixes_by_the_power_that_is_asked_for() -> None:
    meant = sample("lantern.png", SIDE_PX)
    frame = levels(shifts.all_of_them(meant))

    for power in POWERS:
        match = estimate(frame, levels(meant), (power,))
        assert match is not None
        assert match.power == power
        assert distance(levels(match.of(frame / 255)), levels(meant)) < 1.2


def test_without_a_shift_nothing_is_learned() -> None:
    meant = sample("seaside-dusk.jpg", SIDE_PX)
    grain = np.random.default_rng(1).normal(0, 2 / 255, meant.shape)

    for frame in (meant, meant + grain, with_something_moved(meant)):
        assert estimate(levels(frame), levels(meant)) is None


def test_greys_stay_grey_and_lighter_stays_lighter() -> None:
    meant = sample("lantern.png", SIDE_PX)
    match = estimate(levels(shifts.saturation(0.6)(meant)), levels(meant))

    assert match is not None
    greys = match.of(np.repeat(np.linspace(0, 1, 64)[:, None], 3, axis=1))
    assert np.abs(greys - greys.mean(axis=1, keepdims=True)).max() < 0.04
    assert (np.diff(greys.mean(axis=1)) >= 0).all()


def test_what_was_cut_off_at_white_is_no_grey_afterwards() -> None:
    meant = sample("fox.png", SIDE_PX)
    frame = levels(shifts.exposure(1.2)(meant))

    match = estimate(frame, levels(meant))

    assert match is not None
    assert (match.of(np.ones((1, 3))) > 0.92).all()
    assert distance(levels(match.of(frame / 255)), levels(meant)) < distance(frame, levels(meant)) / 2


@pytest.mark.parametrize("flat", [0, 128, 255])
def test_a_picture_of_one_colour_teaches_nothing_wild(flat: int) -> None:
    frame = np.full((40, 60, 3), flat, np.uint8)
    match = estimate(frame, np.clip(frame.astype(int) + 12, 0, 255).astype(np.uint8))

    assert match is None or np.abs(match.of(np.full((1, 3), flat / 255)) - flat / 255).max() < 0.1


def test_mix_and_curves_say_what_the_transform_does() -> None:
    meant = sample("lantern.png", SIDE_PX)
    match = estimate(levels(shifts.gamma(1.25)(meant)), levels(meant))

    assert match is not None
    assert match.grid is None
    values = np.random.default_rng(2).uniform(0, 1, (50, 3))
    light = np.clip(values**match.power @ match.mix.T, 0, 1) * (CURVE_POINTS - 1)
    said = np.stack([match.curves()[channel][light[:, channel].astype(int)] for channel in range(3)], axis=1)
    assert said == pytest.approx(match.of(values), abs=1 / 255)
