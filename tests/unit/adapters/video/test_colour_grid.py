"""A smooth correction learns a change that depends on several channels, and nothing for colours that it hasn't met."""

import numpy as np
import pytest

from vidu_desktop.adapters.video import colour_grid as grid


def colours(low: float, high: float) -> np.ndarray:
    return np.random.default_rng(5).uniform(low, high, (4000, 3))


def test_a_change_that_depends_on_how_pale_a_colour_is_gets_learned() -> None:
    values = colours(0, 1)
    left = 0.1 * (values - values.mean(axis=1, keepdims=True)) * np.ptp(values, axis=1, keepdims=True)

    found = grid.grid_of(values, left, np.ones(len(values)))

    assert np.abs(grid.corrections(values, found) - left).mean() < np.abs(left).mean() / 3


def test_a_colour_without_weight_teaches_nothing() -> None:
    values = colours(0, 1)
    weights = (values[:, 0] < 0.5).astype(float)

    found = grid.grid_of(values, np.where(weights[:, None], 0.0, 1.0), weights)

    assert np.abs(found).max() < 1e-9


def test_no_correction_is_larger_than_a_shift_can_be() -> None:
    values = colours(0, 1)

    assert np.abs(grid.grid_of(values, np.ones_like(values), np.ones(len(values)))).max() <= 0.2


def test_the_table_says_what_the_grid_says() -> None:
    found = grid.grid_of(colours(0, 1), colours(-0.1, 0.1), np.ones(4000))
    table = grid.table_of(found).reshape(*[grid.TABLE_SIDE] * 3, 3)
    steps = np.random.default_rng(6).integers(0, grid.TABLE_SIDE, (50, 3))

    said = table[tuple(steps.T)]

    middles = (steps + 0.5) / grid.TABLE_SIDE
    assert said == pytest.approx(grid.corrections(middles, found), abs=1e-6)
