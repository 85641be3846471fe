"""Removes a colour shift: estimates a transform of all colours from a frame and the picture that it should look like, in a
form that is quick to apply. For helper processes. Its abilities and limits are described in
packaging/decisions/colour-match.md.

It is learned from what both pictures show, wherever that has moved. Channels mix and each has a curve; what white becomes is
known; and what that leaves, if it is worth it, becomes a smooth correction.
"""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from vidu_desktop.adapters.video import colour_grid as grid
from vidu_desktop.adapters.video.block_matching import SameThings, same_things
from vidu_desktop.adapters.video.colour_difference import Numbers, ciede2000, lab_of_srgb
from vidu_desktop.adapters.video.colour_fit import (
    NEUTRAL,
    POWERS,
    ColourFit,
    Fitted,
    best_fit,
    errors,
    is_white,
    spread,
    told,
)

Pixels: TypeAlias = NDArray[np.uint8]
Values: TypeAlias = NDArray[np.float64]
"""sRGB values in [0, 1]; the last axis is red, green and blue."""

CURVE_POINTS = 1 << 16
"""Points of mixed values from 0 to 1: the two darkest steps of 8-bit sRGB fall on different points."""
ALIKE_LEAST = 0.4
"""Structural similarity. Where frame and picture are less similar, the frame isn't meant to show the picture, and what would
be learned is no shift. A pure colour shift leaves the similarity above 0.8.
"""
_SAMPLES_MOST = 4_000
_SAME_LEAST = 500
"""Where fewer pixels have been found to show the same, all of them are looked at."""
_WHITES_LEAST = 50
_KNEE = 0.85
"""From this value on, colours bend towards what white becomes."""
_PLAIN_SPREADS, _PLAIN_MORE = 4.0, 6 / 255
"""Areas without a texture count where their errors are smaller than so many times the usual one and a little more."""
_GRID_WORTH = 0.92
"""The share to which the smooth correction must bring the errors: less is noise, which would be learned for colours that the
picture hasn't got.
"""
_CUT_OFF_MOST, _ALL_CUT_OFF_MOST = 0.3, 15 / 255
"""The largest error of a colour of which some or all values may be cut off: beyond it, it belongs to another thing."""
_DIFFERENCE_MOST = 15.0
"""In CIEDE2000: a larger one counts as this, since it is one between two things and not between two colours of one."""
_BETTER_LEAST = 0.3
"""In CIEDE2000: how far the difference must fall for a match to be worth anything; about 1 is just visible."""


@dataclass(frozen=True)
class ColourMatch:
    """An estimated transform: a fit of `numbers` with mixing by `power`, what white becomes, and the smooth correction (empty
    where there is none). `before` and `after` are the mean CIEDE2000 between frame and picture without it and with it.
    """

    power: float
    numbers: tuple[float, ...]
    whites: tuple[float, ...]
    corrections: tuple[float, ...]
    before: float
    after: float

    @classmethod
    def of_numbers(cls, numbers: tuple[float, ...]) -> "ColourMatch":
        """Return the match with these `all_numbers`. The measurements `before` and `after` aren't among them, and become 0."""
        whites_at = 1 + len(NEUTRAL)
        return cls(
            numbers[0],
            numbers[1:whites_at],
            numbers[whites_at : whites_at + 3],
            numbers[whites_at + 3 :],
            0.0,
            0.0,
        )

    @property
    def all_numbers(self) -> tuple[float, ...]:
        """All numbers that define the transform."""
        return (self.power, *self.numbers, *self.whites, *self.corrections)

    @property
    def mix(self) -> Values:
        """The matrix that tells how much of each channel (sRGB values to the power of `power`) goes into each channel."""
        return self._fit.mix

    @cached_property
    def _fit(self) -> ColourFit:
        return ColourFit(self.power, np.array(self.numbers))

    @cached_property
    def grid(self) -> Values | None:
        """The corrections at the grid's colours; None where there are none."""
        return np.array(self.corrections).reshape(-1, 3) if self.corrections else None

    def curves(self) -> NDArray[np.float32]:
        """Return for red, green and blue the sRGB values, from 0 to 1, that CURVE_POINTS steps of mixed values become."""
        mixed = np.linspace(0.0, 1.0, CURVE_POINTS)[:, None]
        return _finished(self._fit, mixed, np.array(self.whites)).T.astype(np.float32)

    def of(self, values: Values) -> Values:
        """Return sRGB values transformed, in [0, 1]."""
        made = _finished(self._fit, self._fit.mixed(values), np.array(self.whites))
        if self.grid is not None:
            made = np.clip(made + grid.corrections(values, self.grid), 0, 1)
        return made


def estimate(frame: Pixels, picture: Pixels, powers: tuple[float, ...] = POWERS) -> ColourMatch | None:
    """Return the transform that brings `frame` nearer to `picture`; both have the same size and show the same. It mixes channels
    by one of the `powers`. Up to about a third of the picture may have moved, or be something else. None where there is no
    shift, or the difference of what both show would fall too little to be seen.
    """
    colours = same_things(frame, picture)
    if len(colours.seen) < _SAME_LEAST:
        colours = _everything(frame, picture)
    learned = _learned(colours, powers)
    if learned is None:
        return None
    fit = learned.fitted.fit
    whites = _whites(frame.reshape(-1, 3) / 255.0, picture.reshape(-1, 3) / 255.0, fit)
    corrections = _smooth_correction(learned, whites)
    match = _match_of(fit, whites, corrections)
    before, after = (
        _differences(values, picture / 255.0) for values in (frame / 255.0, match.of(frame / 255.0))
    )
    if not _better(before, after, np.ones_like(before), 0.0):
        return None
    same_before, same_after = (
        _differences(values, colours.meant) for values in (colours.seen, match.of(colours.seen))
    )
    if not _better(same_before, same_after, colours.shares, _BETTER_LEAST):
        return None
    return replace(match, before=float(before.mean()), after=float(after.mean()))


def _better(before: Numbers, after: Numbers, shares: Values, least: float) -> bool:
    """Return whether differences fall by `least` in the mean, and don't rise in the middle. Where another thing stands now, a
    large one says nothing.
    """
    first, second = (
        float(np.average(np.minimum(of, _DIFFERENCE_MOST), weights=shares)) for of in (before, after)
    )
    return second <= first - least and bool(np.median(after) <= np.median(before))


def _differences(values: Values, meant: Values) -> Numbers:
    """Return the CIEDE2000 of each two colours, as they look in 8 bits."""
    first, second = (lab_of_srgb(np.rint(of * 255).astype(np.uint8)) for of in (values, meant))
    return ciede2000(first, second)


def _match_of(fit: ColourFit, whites: Values, corrections: Values | None) -> ColourMatch:
    """Return the match with these numbers, which wasn't measured yet."""
    numbers, white, smooth = (
        tuple(float(number) for number in numbers.ravel())
        for numbers in (fit.numbers, whites, np.empty(0) if corrections is None else corrections)
    )
    return ColourMatch(fit.power, numbers, white, smooth, 0.0, 0.0)


def _everything(frame: Pixels, picture: Pixels) -> SameThings:
    """Return all pixels as if they showed the same."""
    seen, meant = (pixels.reshape(-1, 3) / 255.0 for pixels in (frame, picture))
    none = np.empty((0, 3))
    return SameThings(seen, meant, np.ones(len(seen)), none, none)


@dataclass(frozen=True, slots=True)
class _Learned:
    """A fit and the colours that it was learned from."""

    fitted: Fitted
    seen: Values
    meant: Values


def _learned(colours: SameThings, powers: tuple[float, ...]) -> _Learned | None:
    """Return what the colours tell; None where too few tell anything."""
    step = max(1, len(colours.seen) // _SAMPLES_MOST)
    seen, meant, shares = (of[::step] for of in (colours.seen, colours.meant, colours.shares))
    if np.count_nonzero(told(seen, meant).any(axis=1)) < len(NEUTRAL) * 10:
        return None
    found = best_fit(seen, meant, shares, powers)
    plain_seen, plain_meant = colours.plain_seen[::step], colours.plain_meant[::step]
    if len(plain_seen):
        usual = spread(errors(found.fit, seen, meant))
        fits = errors(found.fit, plain_seen, plain_meant) < _PLAIN_SPREADS * usual + _PLAIN_MORE
        seen, meant = np.concatenate((seen, plain_seen[fits])), np.concatenate((meant, plain_meant[fits]))
        found = best_fit(seen, meant, np.concatenate((shares, np.ones(np.count_nonzero(fits)))), powers)
    return _Learned(found, seen, meant)


def _smooth_correction(learned: _Learned, whites: Values) -> Values | None:
    """Return the corrections of what fit and whites leave; None where they aren't worth it."""
    fit = learned.fitted.fit
    left = learned.meant - _finished(fit, fit.mixed(learned.seen), whites)
    # The fit asks nothing of values that may be cut off, so that even a black or white box has full weight.
    lengths, known = np.sqrt((left**2).sum(axis=1)), told(learned.seen, learned.meant)
    fits = lengths < np.where(known.any(axis=1), _CUT_OFF_MOST, _ALL_CUT_OFF_MOST)
    weights = learned.fitted.weights * (known.all(axis=1) | fits)
    corrections = grid.grid_of(learned.seen, left, weights)
    now, after = (
        float((weights * np.sqrt((error**2).sum(axis=1))).sum())
        for error in (left, left - grid.corrections(learned.seen, corrections))
    )
    return corrections if after < _GRID_WORTH * now else None


def _whites(seen: Values, meant: Values, fit: ColourFit) -> Values:
    """Return what the picture shows where the frame is clipped at white, but never less than the fit makes of white."""
    whites = fit.curved(np.ones((1, 3)))[0]
    for channel in range(3):
        cut = is_white(seen[:, channel])
        if np.count_nonzero(cut) >= _WHITES_LEAST:
            whites[channel] = max(whites[channel], np.median(meant[cut, channel]))
    found: Values = np.clip(whites, 0, 1)
    return found


def _finished(fit: ColourFit, mixed: Values, whites: Values) -> Values:
    """Return the sRGB values, in [0, 1], that mixed values become."""
    bend = np.clip((mixed ** (1 / fit.power) - _KNEE) / (1 - _KNEE), 0, 1) ** 2
    ends = fit.curved(np.ones((1, 3)))
    made: Values = np.clip(fit.curved(mixed) + bend * (whites - ends), 0, 1)
    return made
