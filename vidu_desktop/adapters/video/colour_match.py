"""Removes a colour shift: estimates a transform of all colours from a frame and the picture that it should look like, in a
form that is quick to apply. For helper processes. Its abilities and limits are described in
packaging/decisions/colour-match.md.

The transform has 18 numbers, so that it can learn a shift but not the picture: how much of each channel goes into which other
(in linear light; greys stay grey), an exponent, a gain and an offset for each channel, and what white becomes.
"""

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from vidu_desktop.adapters.video.colour_difference import ciede2000, lab_of_srgb

Pixels: TypeAlias = NDArray[np.uint8]
Values: TypeAlias = NDArray[np.float64]
"""sRGB values in [0, 1]; the last axis is red, green and blue."""

CURVE_POINTS = 1 << 16
"""Points of linear light from 0 to 1: the two darkest steps of 8-bit sRGB fall on different points."""
ALIKE_LEAST = 0.4
"""Structural similarity. Where frame and picture are less similar, the frame isn't meant to show the picture, and what would
be learned is no shift. A pure colour shift leaves the similarity above 0.8.
"""
_SAMPLES_MOST = 6_000
_CUT_LOW, _CUT_HIGH = 4 / 255, 251 / 255
"""Values nearer to black or white may have been clipped there, so they tell nothing about the shift."""
_WHITES_LEAST = 50
_KNEE = 0.85
"""From this value on, colours bend towards what white becomes."""
_ROUNDS, _ATTEMPTS = 30, 6
_STEP_LEAST = 1e-5
_RIDGE = 1e-7
_TUKEY = 4.685
"""Tukey's constant: 95 % as efficient as plain least squares where errors are normally distributed."""
_NORMAL = 1.4826
"""Factor from the median of absolute errors to the standard deviation of a normal distribution."""
_SPREAD_LEAST = 1.5 / 255
_SMALL, _MIXED_MOST = 1e-5, 1.0
GAMMA = 2.2
"""Close enough to sRGB's own curve, and a power like the exponents."""
_BETTER_LEAST = 0.3
"""In CIEDE2000: how far the difference must fall for a match to be worth anything; about 1 is just visible."""

_MIXED = ((0, 1), (0, 2), (1, 0), (1, 2), (2, 0), (2, 1))
"""Pairs (to, from) of channels. The share that a channel takes from another one is taken off its own."""
_MIX = len(_MIXED)
_BOUNDS = np.array(
    [(-0.5, 0.5)] * _MIX + [(0.5 / GAMMA, 2.0 / GAMMA)] * 3 + [(0.5, 2.0)] * 3 + [(-0.25, 0.25)] * 3
)
"""Limits of mixing, exponents, gains and offsets: beyond them it is another picture, not a shift."""
_NEUTRAL = np.array([0.0] * _MIX + [1.0 / GAMMA] * 3 + [1.0] * 3 + [0.0] * 3)


@dataclass(frozen=True, slots=True)
class ColourMatch:
    """An estimated transform. `before` and `after` are the mean CIEDE2000 between frame and picture without it and with it."""

    numbers: tuple[float, ...]
    whites: tuple[float, ...]
    before: float
    after: float

    @classmethod
    def of_numbers(cls, numbers: tuple[float, ...]) -> "ColourMatch":
        """Return the match with these `all_numbers`. The measurements `before` and `after` aren't among them, and become 0."""
        return cls(numbers[:-3], numbers[-3:], 0.0, 0.0)

    @property
    def all_numbers(self) -> tuple[float, ...]:
        """All numbers that define the transform."""
        return (*self.numbers, *self.whites)

    @property
    def mix(self) -> Values:
        """The matrix that tells how much of each channel in linear light (sRGB values to the power of GAMMA) goes into each
        channel.
        """
        return _mix_of(np.array(self.numbers))

    def curves(self) -> NDArray[np.float32]:
        """Return for red, green and blue the sRGB values, from 0 to 1, that CURVE_POINTS steps of mixed light become."""
        light = np.linspace(0.0, 1.0, CURVE_POINTS)[:, None]
        return _finished(light, np.array(self.numbers), np.array(self.whites)).T.astype(np.float32)

    def of(self, values: Values) -> Values:
        """Return sRGB values transformed, in [0, 1]."""
        numbers = np.array(self.numbers)
        return _finished(_mixed(values, numbers), numbers, np.array(self.whites))


def estimate(frame: Pixels, picture: Pixels) -> ColourMatch | None:
    """Return the transform that brings `frame` nearer to `picture`; both have the same size and show the same. None where
    there is none, or the difference would fall too little to be seen. Things that have moved count little: up to about a
    third of the picture may differ.
    """
    seen, meant = (pixels.reshape(-1, 3) / 255.0 for pixels in (frame, picture))
    known = (seen > _CUT_LOW) & (seen < _CUT_HIGH) & (meant > _CUT_LOW) & (meant < _CUT_HIGH)
    chosen = np.flatnonzero(known.any(axis=1))
    if len(chosen) < len(_NEUTRAL) * 10:
        return None
    chosen = chosen[:: max(1, len(chosen) // _SAMPLES_MOST)]
    numbers = _fitted(seen[chosen], meant[chosen], known[chosen])
    whites = _whites(seen, meant, numbers)
    moved = np.rint(_finished(_mixed(frame / 255.0, numbers), numbers, whites) * 255).astype(np.uint8)
    before, after = (ciede2000(lab_of_srgb(pixels), lab_of_srgb(picture)) for pixels in (frame, moved))
    # The mean is taken over everything; the median isn't affected by things that have moved.
    if any(of(after) > of(before) - _BETTER_LEAST for of in (np.mean, np.median)):
        return None
    red, green, blue = (float(white) for white in whites)
    found = tuple(float(number) for number in numbers)
    return ColourMatch(found, (red, green, blue), float(before.mean()), float(after.mean()))


def _whites(seen: Values, meant: Values, numbers: Values) -> Values:
    """Return what the picture shows where the frame is clipped at white, but never less than the transform makes of white."""
    whites = _curved(np.ones((1, 3)), numbers)[0]
    for channel in range(3):
        cut = seen[:, channel] >= _CUT_HIGH
        if np.count_nonzero(cut) >= _WHITES_LEAST:
            whites[channel] = max(whites[channel], np.median(meant[cut, channel]))
    found: Values = np.clip(whites, 0, 1)
    return found


def _finished(mixed: Values, numbers: Values, whites: Values) -> Values:
    """Return the sRGB values that mixed light becomes."""
    bend = np.clip((mixed ** (1 / GAMMA) - _KNEE) / (1 - _KNEE), 0, 1) ** 2
    ends = _curved(np.ones((1, 3)), numbers)
    made: Values = np.clip(_curved(mixed, numbers) + bend * (whites - ends), 0, 1)
    return made


def _fitted(seen: Values, meant: Values, known: NDArray[np.bool_]) -> Values:
    """Return the numbers found by damped least squares (Levenberg, Marquardt). Each pixel is weighed by how well it fits:
    first by the length of its error, so that things that have moved have little influence from any start; then not at all
    beyond a few times the usual error (Tukey).
    """
    numbers = _NEUTRAL.copy()
    for weigh in (_by_length, _by_tukey):
        damping = 1e-2
        for _round in range(_ROUNDS):
            errors = (_transformed(seen, numbers) - meant) * known
            weights = weigh(np.sqrt((errors**2).sum(axis=1)))
            tried, damping = _step(seen, meant, known, numbers, errors, weights, damping)
            moved = np.abs(tried - numbers).max()
            numbers = tried
            if moved < _STEP_LEAST:
                break
    return numbers


def _step(
    seen: Values,
    meant: Values,
    known: NDArray[np.bool_],
    numbers: Values,
    errors: Values,
    weights: Values,
    damping: float,
) -> tuple[Values, float]:
    """Return better numbers, or the same where there are none nearby, and the damping for the next step."""
    flat = (_slopes(seen, numbers) * known[..., None]).reshape(-1, len(numbers))
    weighed = flat * np.repeat(weights, 3)[:, None]
    normal, pull = weighed.T @ flat, weighed.T @ errors.reshape(-1)
    cost = float((weights[:, None] * errors**2).sum())
    for _attempt in range(_ATTEMPTS):
        # Numbers of which the picture tells nothing (grey has no saturation) stay as they are.
        ridge = damping * np.diag(normal) + _RIDGE * weights.sum()
        step = np.linalg.solve(normal + np.diag(ridge), -pull)
        tried = np.clip(numbers + step, _BOUNDS[:, 0], _BOUNDS[:, 1])
        left = (_transformed(seen, tried) - meant) * known
        if float((weights[:, None] * left**2).sum()) < cost:
            return tried, damping / 4
        damping *= 8
    return numbers, damping


def _by_length(lengths: Values) -> Values:
    weights: Values = 1 / np.maximum(lengths, _SPREAD_LEAST)
    return weights


def _by_tukey(lengths: Values) -> Values:
    wide = _TUKEY * max(_SPREAD_LEAST, _NORMAL * float(np.median(lengths)))
    weights: Values = np.clip(1 - (lengths / wide) ** 2, 0, None) ** 2
    return weights


def _transformed(values: Values, numbers: Values) -> Values:
    return _curved(_mixed(values, numbers), numbers)


def _curved(mixed: Values, numbers: Values) -> Values:
    exponents, gains, offsets = numbers[_MIX:].reshape(3, 3)
    made: Values = gains * np.maximum(mixed, _SMALL) ** exponents + offsets
    return made


def _mixed(values: Values, numbers: Values) -> Values:
    return np.clip(values**GAMMA @ _mix_of(numbers).T, _SMALL, _MIXED_MOST)


def _mix_of(numbers: Values) -> Values:
    mix = np.eye(3)
    for share, (to, other) in zip(numbers[:_MIX], _MIXED, strict=True):
        mix[to, other] += share
        mix[to, to] -= share
    return mix


def _slopes(values: Values, numbers: Values) -> Values:
    """Return how each channel of each value changes with each number."""
    exponents, gains, _offsets = numbers[_MIX:].reshape(3, 3)
    mixed = _mixed(values, numbers)
    powers = mixed**exponents
    linear = values**GAMMA
    slopes = np.zeros((*values.shape, len(numbers)))
    by_mix = gains * exponents * powers / mixed
    for number, (to, other) in enumerate(_MIXED):
        slopes[:, to, number] = by_mix[:, to] * (linear[:, other] - linear[:, to])
    for channel in range(3):
        slopes[:, channel, _MIX + channel] = gains[channel] * powers[:, channel] * np.log(mixed[:, channel])
        slopes[:, channel, _MIX + 3 + channel] = powers[:, channel]
        slopes[:, channel, _MIX + 6 + channel] = 1.0
    return slopes
