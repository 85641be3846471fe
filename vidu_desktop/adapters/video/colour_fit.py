"""The part of a colour shift that few numbers tell: how channels mix, and a curve for each; found by robust least squares. For
helper processes.
"""

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Values: TypeAlias = NDArray[np.float64]
"""sRGB values in [0, 1]; the last axis is red, green and blue."""

POWERS = (1.0, 2.2)
"""Channels are mixed in sRGB values to one of these powers: as they are, where editors change a saturation, or in linear light (2.2
is near enough to sRGB's own curve).
"""
_CUT_LOW, _CUT_HIGH = 4 / 255, 251 / 255
"""Values nearer to black or white may have been clipped there, so they tell nothing about the shift."""
_ROUNDS, _ATTEMPTS = 30, 6
_STEP_LEAST = 1e-5
_RIDGE = 1e-7
_TUKEY = 4.685
"""Tukey's constant: 95 % as efficient as plain least squares where errors are normally distributed."""
_NORMAL = 1.4826
"""Factor from the median of absolute errors to the standard deviation of a normal distribution."""
_SPREAD_LEAST = 1.5 / 255
_ERROR_MOST = 8 / 255
"""When two fits are compared, a larger error counts as this one: it belongs to another thing."""
_SMALL, _MIXED_MOST = 1e-5, 1.0

_MIXED = ((0, 1), (0, 2), (1, 0), (1, 2), (2, 0), (2, 1))
"""Pairs (to, from) of channels. The share that a channel takes from another one is taken off its own."""
_MIX = len(_MIXED)
_BOUNDS = np.array([(-1.5, 0.5)] * _MIX + [(0.5, 2.0)] * 3 + [(0.5, 2.0)] * 3 + [(-0.25, 0.25)] * 3)
"""Limits of mixing, exponents, gains and offsets: beyond them it is another picture, not a shift."""
NEUTRAL: Values = np.array([0.0] * _MIX + [1.0] * 3 + [1.0] * 3 + [0.0] * 3)
_USUAL = np.array([0.2] * _MIX + [0.2] * 3 + [0.25] * 3 + [0.08] * 3)
"""How far each number of a shift usually is from the neutral one. What a picture doesn't tell stays near that: a colour that it
hasn't got would else become any.
"""
_USUAL_AT_FIRST = np.array([1e-4] * _MIX + [0.2] * 3 + [1e-4] * 6)
_NOISE, _TOLD_BY = 2 / 255, 300
"""The error of a value, and how many independent ones a picture has: neighbouring pixels say the same."""


@dataclass(frozen=True, slots=True)
class ColourFit:
    """How colours are changed: mixed as values to the power of `power`, then each channel by a curve of its own. Greys stay grey
    when they are mixed. `numbers` are 6 of mixing, then exponent, gain and offset of each channel.
    """

    power: float
    numbers: Values

    @property
    def mix(self) -> Values:
        """The matrix that tells how much of each channel goes into each channel."""
        mix = np.eye(3)
        for share, (to, other) in zip(self.numbers[:_MIX], _MIXED, strict=True):
            mix[to, other] += share
            mix[to, to] -= share
        return mix

    def mixed(self, values: Values) -> Values:
        """Return sRGB values mixed, to the power of `power`, from just above 0 to 1."""
        return np.clip(values**self.power @ self.mix.T, _SMALL, _MIXED_MOST)

    def curved(self, mixed: Values) -> Values:
        """Return the sRGB values that mixed ones become; they may lie outside of [0, 1]."""
        exponents, gains, offsets = self.numbers[_MIX:].reshape(3, 3)
        made: Values = gains * np.maximum(mixed, _SMALL) ** (exponents / self.power) + offsets
        return made

    def of(self, values: Values) -> Values:
        """Return sRGB values changed; they may lie outside of [0, 1]."""
        return self.curved(self.mixed(values))

    def slopes(self, values: Values) -> Values:
        """Return how each channel of each value changes with each number."""
        exponents, gains, _offsets = self.numbers[_MIX:].reshape(3, 3)
        mixed = self.mixed(values)
        powers = mixed ** (exponents / self.power)
        before = values**self.power
        slopes = np.zeros((*values.shape, len(self.numbers)))
        by_mix = gains * exponents / self.power * powers / mixed
        for number, (to, other) in enumerate(_MIXED):
            slopes[:, to, number] = by_mix[:, to] * (before[:, other] - before[:, to])
        for channel in range(3):
            by_exponent = gains[channel] * powers[:, channel] * np.log(mixed[:, channel]) / self.power
            slopes[:, channel, _MIX + channel] = by_exponent
            slopes[:, channel, _MIX + 3 + channel] = powers[:, channel]
            slopes[:, channel, _MIX + 6 + channel] = 1.0
        return slopes


@dataclass(frozen=True, slots=True)
class Fitted:
    """A fit and the weight of each of the colours that it was learned from: 0 where a colour has nothing to do with it."""

    fit: ColourFit
    weights: Values


def told(seen: Values, meant: Values) -> NDArray[np.bool_]:
    """Return which values can tell something about a shift: those that are cut off neither before nor after it."""
    known: NDArray[np.bool_] = (
        (seen > _CUT_LOW) & (seen < _CUT_HIGH) & (meant > _CUT_LOW) & (meant < _CUT_HIGH)
    )
    return known


def is_white(values: Values) -> NDArray[np.bool_]:
    """Return which values may have been cut off at white."""
    return values >= _CUT_HIGH


def best_fit(seen: Values, meant: Values, shares: Values, powers: tuple[float, ...]) -> Fitted:
    """Return the fit that brings the colours `seen` nearest to those that are `meant`, with mixing by one of the `powers`. `shares`
    say how far each colour can be trusted.
    """
    found = [_fitted(seen, meant, shares, power) for power in powers]
    return min(
        found, key=lambda one: float((shares * np.minimum(errors(one.fit, seen, meant), _ERROR_MOST)).sum())
    )


def errors(fit: ColourFit, seen: Values, meant: Values) -> Values:
    """Return how far each colour is from the one that is meant, as a distance in sRGB values."""
    lengths: Values = np.sqrt(((fit.of(seen) - meant) ** 2).sum(axis=1))
    return lengths


def spread(lengths: Values) -> float:
    """Return the standard deviation of errors with these lengths, but never less than that of 8-bit colours."""
    return max(_SPREAD_LEAST, _NORMAL * float(np.median(lengths)))


def _fitted(seen: Values, meant: Values, shares: Values, power: float) -> Fitted:
    """Return the fit found by damped least squares (Levenberg, Marquardt). Each colour is weighed by how well it fits: first by the
    length of its error, so that what has nothing to do with it has little influence from any start; then not at all beyond a few
    times the usual error (Tukey). Exponents come first: with all numbers at once, a large shift can lead to a mix that no small
    step leaves.
    """
    data = _Data(seen, meant, told(seen, meant))
    fit, weights = ColourFit(power, NEUTRAL.copy()), shares
    for weigh, usual in ((_by_length, _USUAL_AT_FIRST), (_by_length, _USUAL), (_by_tukey, _USUAL)):
        damping = 1e-2
        for _round in range(_ROUNDS):
            weights = weigh(np.sqrt((data.errors(fit) ** 2).sum(axis=1))) * shares
            held = (_NOISE / usual) ** 2 * weights.sum() / _TOLD_BY
            tried, damping = _step(data, fit, weights, damping, held)
            moved = np.abs(tried.numbers - fit.numbers).max()
            fit = tried
            if moved < _STEP_LEAST:
                break
    return Fitted(fit, weights)


@dataclass(frozen=True, slots=True)
class _Data:
    seen: Values
    meant: Values
    known: NDArray[np.bool_]

    def errors(self, fit: ColourFit) -> Values:
        found: Values = (fit.of(self.seen) - self.meant) * self.known
        return found

    def cost(self, fit: ColourFit, weights: Values, held: Values) -> float:
        far = held * (fit.numbers - NEUTRAL) ** 2
        return float((weights[:, None] * self.errors(fit) ** 2).sum() + far.sum())


def _step(
    data: _Data, fit: ColourFit, weights: Values, damping: float, held: Values
) -> tuple[ColourFit, float]:
    """Return a better fit, or the same where there is none nearby, and the damping for the next step."""
    flat = (fit.slopes(data.seen) * data.known[..., None]).reshape(-1, len(fit.numbers))
    weighed = flat * np.repeat(weights, 3)[:, None]
    normal = weighed.T @ flat
    pull = weighed.T @ data.errors(fit).reshape(-1) + held * (fit.numbers - NEUTRAL)
    cost = data.cost(fit, weights, held)
    for _attempt in range(_ATTEMPTS):
        ridge = held + damping * np.diag(normal) + _RIDGE * weights.sum()
        step = np.linalg.solve(normal + np.diag(ridge), -pull)
        tried = ColourFit(fit.power, np.clip(fit.numbers + step, _BOUNDS[:, 0], _BOUNDS[:, 1]))
        if data.cost(tried, weights, held) < cost:
            return tried, damping / 4
        damping *= 8
    return fit, damping


def _by_length(lengths: Values) -> Values:
    weights: Values = _SPREAD_LEAST / np.maximum(lengths, _SPREAD_LEAST)
    return weights


def _by_tukey(lengths: Values) -> Values:
    weights: Values = np.clip(1 - (lengths / (_TUKEY * spread(lengths))) ** 2, 0, None) ** 2
    return weights
