"""Finds the same things in a frame and in its picture by their shapes, whatever happened to their colours and wherever they have
moved. For helper processes.

Small blocks are compared by the correlation of their brightness, which no change of colours alters much: a block is the same
thing where it correlates with the picture at its own place, has moved where it correlates more at another, and is something else
where it correlates nowhere. In a block without a texture there is nothing to correlate.
"""

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Pixels: TypeAlias = NDArray[np.uint8]
Values: TypeAlias = NDArray[np.float64]
_Plane: TypeAlias = NDArray[np.float32]

_SIDE_PX = 160
"""The longer side at which blocks are compared: each block with each place of the picture takes 0.15 s."""
_BLOCK_PX, _STEP_PX = 10, 5
_LUMA = np.array((0.299, 0.587, 0.114), np.float32)
_PLAIN_MOST = 2.5
"""In steps of 255: up to this standard deviation, a block has no texture, only noise."""
_SAME_LEAST = 0.9
"""Correlation of the same thing at its own place. Of 72 pictures in which 30 % had been exchanged, fewer than 1 in 200 of those
blocks were above.
"""
_MOVED_LEAST = 0.95
_MOVED_TEXTURE = 2 * _PLAIN_MOST
"""Somewhere in a picture there is a place like any weak texture: a block counts as moved if it has twice as much."""
_MOVED_SHARE = 0.25
"""A block that has moved is found to the pixel, not finer: its edges don't quite meet."""


@dataclass(frozen=True, slots=True)
class SameThings:
    """Colours of the same things: `seen` in the frame and `meant` in the picture, one row of sRGB values from 0 to 1 for each
    pixel of the small size. `shares` say how far a row can be trusted. `plain_seen` and `plain_meant` are of areas without a
    texture, at the same place in both; whether they are the same thing isn't known.
    """

    seen: Values
    meant: Values
    shares: Values
    plain_seen: Values
    plain_meant: Values


def same_things(frame: Pixels, picture: Pixels) -> SameThings:
    """Return what a frame and its picture, which have the same size, have in common."""
    seen, meant = _small(frame), _small(picture)
    if min(seen.shape[:2]) < _BLOCK_PX:
        return _all_plain(seen / 255.0, meant / 255.0)
    blocks, places = _blocks(seen, _STEP_PX), _blocks(meant, 1)
    rows, columns = blocks.shape[:2]
    top, left = (side.ravel() * _STEP_PX for side in np.mgrid[:rows, :columns])
    wanted, textures = _unit(blocks)
    offered, offered_textures = _unit(places)
    across = places.shape[1]
    own_places = top * across + left
    # All blocks with all places at once: up to 90 MB, where a picture is square.
    alike = wanted @ offered.T
    best = alike.argmax(axis=1)
    each = np.arange(len(alike))
    plain = (textures < _PLAIN_MOST) | (offered_textures[own_places] < _PLAIN_MOST)
    same = ~plain & (alike[each, own_places] >= _SAME_LEAST)
    moved = ~same & ~plain & (alike[each, best] >= _MOVED_LEAST)
    moved &= (textures > _MOVED_TEXTURE) & (offered_textures[best] > _MOVED_TEXTURE)
    seen_values, meant_values = seen / 255.0, meant / 255.0
    is_same, is_plain = (_covered(seen.shape[:2], top[which], left[which]) for which in (same, plain))
    is_plain &= ~is_same
    from_top, from_left = np.divmod(best[moved], across)
    moved_seen = _cut(seen_values, top[moved], left[moved])
    return SameThings(
        seen=np.concatenate((seen_values[is_same], moved_seen)),
        meant=np.concatenate((meant_values[is_same], _cut(meant_values, from_top, from_left))),
        shares=np.concatenate((np.ones(np.count_nonzero(is_same)), np.full(len(moved_seen), _MOVED_SHARE))),
        plain_seen=seen_values[is_plain],
        plain_meant=meant_values[is_plain],
    )


def _all_plain(seen: Values, meant: Values) -> SameThings:
    none = np.empty((0, 3))
    return SameThings(none, none, np.empty(0), seen.reshape(-1, 3), meant.reshape(-1, 3))


def _small(pixels: Pixels) -> Pixels:
    image = Image.fromarray(np.ascontiguousarray(pixels))
    scale = _SIDE_PX / max(image.size)
    if scale >= 1:
        return pixels
    size = max(1, round(image.width * scale)), max(1, round(image.height * scale))
    return np.asarray(image.resize(size, Image.Resampling.BOX))


def _blocks(pixels: Pixels, step_px: int) -> _Plane:
    """Return the brightness of blocks in rows and columns, one at each step."""
    luma = pixels.astype(np.float32) @ _LUMA
    blocks = np.lib.stride_tricks.sliding_window_view(luma, (_BLOCK_PX, _BLOCK_PX))[::step_px, ::step_px]
    return blocks.reshape(*blocks.shape[:2], -1)


def _unit(blocks: _Plane) -> tuple[_Plane, _Plane]:
    """Return the blocks without their mean and of length 1, one after the other, and the standard deviation of each."""
    flat = blocks.reshape(-1, blocks.shape[-1])
    around = flat - flat.mean(axis=1, keepdims=True)
    lengths = np.sqrt((around * around).sum(axis=1))
    units: _Plane = around / np.maximum(lengths, 1e-6)[:, None]
    deviations: _Plane = lengths / np.sqrt(flat.shape[1])
    return units, deviations


def _covered(shape: tuple[int, ...], top: NDArray[np.int_], left: NDArray[np.int_]) -> NDArray[np.bool_]:
    """Return which pixels lie in one of the blocks."""
    covered = np.zeros(shape, np.bool_)
    for row, column in zip(top, left, strict=True):
        covered[row : row + _BLOCK_PX, column : column + _BLOCK_PX] = True
    return covered


def _cut(values: Values, top: NDArray[np.int_], left: NDArray[np.int_]) -> Values:
    """Return the colours of blocks, one pixel after the other."""
    cut = [
        values[row : row + _BLOCK_PX, column : column + _BLOCK_PX].reshape(-1, 3)
        for row, column in zip(top, left, strict=True)
    ]
    return np.concatenate([np.empty((0, 3)), *cut])
