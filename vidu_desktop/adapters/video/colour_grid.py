"""The part of a colour shift that mixing and curves don't tell: a smooth correction that depends on all three channels. For helper
processes.

It is known at few colours, SIDE for each channel, and in between by linear interpolation. It is held smooth, and at nothing
where a picture has no such colours: it can learn that pale colours became paler, but not the picture.
"""

from functools import cache
from itertools import product
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Values: TypeAlias = NDArray[np.float64]
_Numbers: TypeAlias = NDArray[np.intp]

SIDE = 5
NODES = SIDE**3
_SMOOTH = 1e-4
"""Weight of the squared second differences, against a mean squared error."""
_HELD = 3e-4
"""Weight of each correction's square."""
_MOST = 0.2
TABLE_SIDE = 64
"""Steps of each channel in a table for all colours: four of 8-bit values fall together, whose corrections are nearly the same."""


def grid_of(values: Values, left: Values, weights: Values) -> Values:
    """Return the corrections at the grid's colours, shape (NODES, 3), which bring `values` nearer by what is `left`."""
    nodes, shares = _around(values)
    normal, pull = np.zeros((NODES, NODES)), np.zeros((NODES, 3))
    for one in range(nodes.shape[1]):
        weighed = weights * shares[:, one]
        np.add.at(pull, nodes[:, one], weighed[:, None] * left)
        for other in range(nodes.shape[1]):
            np.add.at(normal, (nodes[:, one], nodes[:, other]), weighed * shares[:, other])
    total = weights.sum()
    held = total * (_SMOOTH * _bends() + _HELD * np.eye(NODES))
    found: Values = np.clip(np.linalg.solve(normal + held, pull), -_MOST, _MOST)
    return found


def corrections(values: Values, grid: Values) -> Values:
    """Return what the grid adds to each of the values."""
    nodes, shares = _around(values.reshape(-1, 3))
    found: Values = (grid[nodes] * shares[..., None]).sum(axis=1).reshape(values.shape)
    return found


def table_of(grid: Values) -> NDArray[np.float32]:
    """Return the corrections for all colours in steps of TABLE_SIDE, shape (TABLE_SIDE ** 3, 3), blue changing quickest."""
    middles = (np.arange(TABLE_SIDE) + 0.5) / TABLE_SIDE
    by_channel = grid.reshape(SIDE, SIDE, SIDE, 3)
    low, above = _between(middles)
    for axis in range(3):
        shape = [1] * 4
        shape[axis] = TABLE_SIDE
        share = above.reshape(shape)
        by_channel = by_channel.take(low, axis) * (1 - share) + by_channel.take(low + 1, axis) * share
    return by_channel.reshape(-1, 3).astype(np.float32)


def _between(values: Values) -> tuple[_Numbers, Values]:
    """Return the number of the grid's colour below each value, and how far the value is on the way to the next one."""
    at = np.clip(values, 0, 1) * (SIDE - 1)
    low = np.minimum(at.astype(np.intp), SIDE - 2)
    return low, at - low


def _around(values: Values) -> tuple[_Numbers, Values]:
    """Return the eight nodes around each value and their shares in it."""
    low, above = _between(values)
    nodes, shares = [], []
    for corner in product((0, 1), repeat=3):
        red, green, blue = (low + corner).T
        nodes.append((red * SIDE + green) * SIDE + blue)
        shares.append(np.where(np.array(corner) == 1, above, 1 - above).prod(axis=1))
    return np.stack(nodes, axis=1), np.stack(shares, axis=1)


@cache
def _bends() -> Values:
    """Return the matrix of the squared second differences between neighbours along each channel."""
    bends, nodes = np.zeros((NODES, NODES)), np.arange(NODES).reshape(SIDE, SIDE, SIDE)
    for axis in range(3):
        along = np.moveaxis(nodes, axis, 0)
        for three in zip(along[:-2].ravel(), along[1:-1].ravel(), along[2:].ravel(), strict=True):
            row = np.zeros(NODES)
            row[list(three)] = (1, -2, 1)
            bends += np.outer(row, row)
    return bends
