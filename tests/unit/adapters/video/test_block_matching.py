"""Blocks of a frame are found again by their shapes: at their place, at another one, or nowhere."""

import numpy as np
from fakes import colour_shifts as shifts
from fakes.colour_shifts import levels, sample, with_another_in_it

from vidu_desktop.adapters.video.block_matching import same_things

SIDE_PX = 160


def test_what_stands_at_its_place_is_found_in_any_colours() -> None:
    meant = sample("seaside-dusk.jpg", SIDE_PX)

    found = same_things(levels(shifts.all_of_them(meant)), levels(meant))

    assert len(found.seen) > 0.9 * meant.shape[0] * meant.shape[1]
    assert np.abs(np.clip(shifts.all_of_them(found.meant), 0, 1) - found.seen).max() < 2 / 255
    assert (found.shares == 1).all()


def test_what_has_moved_is_found_where_it_is_now() -> None:
    meant, by_px = sample("seaside-dusk.jpg", SIDE_PX), 35
    frame = np.roll(meant, by_px, axis=1)

    found = same_things(levels(frame), levels(meant))

    moved = found.shares < 1
    assert np.count_nonzero(moved) > 0.3 * frame.shape[0] * frame.shape[1]
    assert np.median(np.abs(found.seen - found.meant)[moved]) < 1 / 255


def test_what_is_something_else_is_not_found() -> None:
    meant = sample("seaside-dusk.jpg", SIDE_PX)
    frame = np.zeros_like(meant)
    frame[:] = np.random.default_rng(3).uniform(0, 1, (*meant.shape[:2], 1))

    assert not len(same_things(levels(frame), levels(meant)).seen)


def test_of_a_picture_with_a_part_of_another_the_rest_is_found() -> None:
    meant = sample("seaside-dusk.jpg", SIDE_PX)
    frame = with_another_in_it(meant, sample("lantern.png", SIDE_PX))
    other = (frame != meant).any(axis=2).mean()

    found = same_things(levels(frame), levels(meant))

    at_their_place = found.shares == 1
    assert 0.8 * (1 - other) < np.count_nonzero(at_their_place) / frame[..., 0].size <= 1 - other * 0.98
    assert np.quantile(np.abs(found.seen - found.meant)[at_their_place], 0.98) == 0


def test_a_wall_without_a_texture_is_said_to_be_plain() -> None:
    wall = np.full((90, SIDE_PX, 3), 128, np.uint8)

    found = same_things(wall + 10, wall)

    assert not len(found.seen)
    assert len(found.plain_seen) == len(found.plain_meant) > 0


def test_a_picture_smaller_than_a_block_has_no_shapes() -> None:
    tiny = np.arange(4 * 6 * 3, dtype=np.uint8).reshape(4, 6, 3)

    found = same_things(tiny, tiny)

    assert (len(found.seen), len(found.plain_seen)) == (0, 24)
