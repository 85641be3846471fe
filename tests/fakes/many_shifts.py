"""Families of colour shifts, as editors, codecs and generators cause them, each of any strength and with its own numbers for
each seed. Those of `colour_shifts` are single ones with fixed numbers.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from fakes.colour_shifts import Values, distance, encoded, levels, linear

Shift = Callable[[Values], Values]
_LUMA = np.array((0.2126, 0.7152, 0.0722))
_YIQ = np.array(((0.299, 0.587, 0.114), (0.596, -0.274, -0.322), (0.211, -0.523, 0.312)))
_STRENGTHS = 12
"""Halvings of the range in which a strength is looked for."""
_CUT_MOST = 0.02
"""The share of values that a shift may cut off at black or white: what is cut off can't come back."""


@dataclass(frozen=True, slots=True)
class NamedShift:
    name: str
    of: Shift


def shifted_by(picture: Values, family: str, seed: int, distance_meant: float) -> NamedShift | None:
    """Return the shift of a family that moves `picture` by a mean CIEDE2000 of `distance_meant`; None where it can't without
    cutting off more than a little.
    """
    make = FAMILIES[family]
    small = picture[::3, ::3]
    low, high = 0.0, 2.0
    for _halving in range(_STRENGTHS):
        strength = (low + high) / 2
        moved = levels(make(strength, np.random.default_rng(seed))(small))
        low, high = (strength, high) if distance(moved, levels(small)) < distance_meant else (low, strength)
    shift = make(low, np.random.default_rng(seed))
    shifted = shift(small)
    cut = ((shifted < 0) | (shifted > 1)) & (small > 0) & (small < 1)
    if abs(distance(levels(shifted), levels(small)) - distance_meant) > 0.5 or cut.mean() > _CUT_MOST:
        return None
    return NamedShift(f"{family} {seed}", shift)


def _sides(random: np.random.Generator, count: int = 3) -> Values:
    """Return numbers from -1 to 1, none of them tiny."""
    return random.choice((-1.0, 1.0), count) * random.uniform(0.3, 1.0, count)


def _in_light(shift: Shift) -> Shift:
    return lambda values: encoded(shift(linear(values)))


def _power(values: Values, by: Values) -> Values:
    return np.clip(values, 0, None) ** by


def _gamma(strength: float, random: np.random.Generator) -> Shift:
    by = np.exp(0.5 * strength * random.choice((-1.0, 1.0)))
    return lambda values: _power(values, by)


def _gammas(strength: float, random: np.random.Generator) -> Shift:
    by = np.exp(0.5 * strength * _sides(random))
    return lambda values: _power(values, by)


def _gain(strength: float, random: np.random.Generator) -> Shift:
    by = np.exp(-0.5 * strength * random.uniform(0.5, 1))
    return lambda values: values * by


def _gains(strength: float, random: np.random.Generator) -> Shift:
    by = np.exp(-0.5 * strength * random.uniform(0, 1, 3))
    return lambda values: values * by


def _offsets(strength: float, random: np.random.Generator) -> Shift:
    """Blacks are lifted and whites lowered, each channel by its own share."""
    lift, fall = 0.3 * strength * random.uniform(0, 1, (2, 3))
    return lambda values: lift + values * (1 - lift - fall)


def _temperature(strength: float, random: np.random.Generator) -> Shift:
    warm = 0.5 * strength * random.choice((-1.0, 1.0))
    gains = np.exp(np.array((warm, 0.1 * warm, -warm)) - abs(warm))
    return lambda light: light * gains


def _by_luma(strength: float, random: np.random.Generator) -> Shift:
    by = np.exp(0.7 * strength * random.choice((-1.0, 0.5)))

    def shift(values: Values) -> Values:
        grey = (values @ _LUMA)[..., None]
        return grey + (values - grey) * by

    return shift


def _by_hsv(strength: float, random: np.random.Generator) -> Shift:
    by = np.exp(0.7 * strength * random.choice((-1.0, 0.5)))

    def shift(values: Values) -> Values:
        most = values.max(axis=-1, keepdims=True)
        return np.clip(most - (most - values) * by, 0, 1)

    return shift


def _by_hsl(strength: float, random: np.random.Generator) -> Shift:
    by = np.exp(0.7 * strength * random.choice((-1.0, 0.5)))

    def shift(values: Values) -> Values:
        middle = (values.max(axis=-1, keepdims=True) + values.min(axis=-1, keepdims=True)) / 2
        return np.clip(middle + (values - middle) * by, 0, 1)

    return shift


def _vibrance(strength: float, random: np.random.Generator) -> Shift:
    by = strength * random.choice((-0.8, 0.6))

    def shift(values: Values) -> Values:
        grey = values.mean(axis=-1, keepdims=True)
        chroma = values.max(axis=-1, keepdims=True) - values.min(axis=-1, keepdims=True)
        return np.clip(grey + (values - grey) * np.clip(1 + by * (1 - chroma), 0, None), 0, 1)

    return shift


def _matrix(strength: float, random: np.random.Generator) -> Shift:
    by = 0.2 * strength * random.uniform(-1, 1, (3, 3))
    matrix = np.eye(3) + by
    matrix /= max(1.0, matrix.sum(axis=1).max())
    return lambda values: values @ matrix.T


def _hue(strength: float, random: np.random.Generator) -> Shift:
    angle = 0.6 * strength * random.choice((-1.0, 1.0))
    turn = np.eye(3)
    turn[1:, 1:] = ((np.cos(angle), -np.sin(angle)), (np.sin(angle), np.cos(angle)))
    matrix = np.linalg.inv(_YIQ) @ turn @ _YIQ
    return lambda values: values @ matrix.T


def _contrast(strength: float, random: np.random.Generator) -> Shift:
    pivot, by = random.uniform(0.35, 0.6), np.exp(0.5 * strength * random.choice((-1.0, 0.4)))
    return lambda values: pivot + (values - pivot) * by


def _s_curve(strength: float, random: np.random.Generator) -> Shift:
    pivot, by = random.uniform(0.4, 0.6), 6 * strength * random.uniform(0.6, 1)

    def bent(values: Values) -> Values:
        return 1 / (1 + np.exp(-by * (values - pivot)))

    ends = bent(np.array((0.0, 1.0)))
    return lambda values: values if by < 1e-3 else (bent(values) - ends[0]) / (ends[1] - ends[0])


def _lift_gamma_gain(strength: float, random: np.random.Generator) -> Shift:
    lift, powers = 0.12 * strength * random.uniform(0, 1, 3), np.exp(0.3 * strength * _sides(random))
    gains = np.exp(-0.25 * strength * random.uniform(0, 1, 3))
    return lambda values: _power(values * gains + lift * (1 - values), powers)


def _tone(where: Callable[[Values], Values]) -> Callable[[float, np.random.Generator], Shift]:
    def make(strength: float, random: np.random.Generator) -> Shift:
        tint = 0.25 * strength * _sides(random)
        return lambda values: np.clip(values + tint * where((values @ _LUMA)[..., None]), 0, 1)

    return make


def _tone_gain(strength: float, random: np.random.Generator) -> Shift:
    tint = np.exp(0.4 * strength * _sides(random))

    def shift(values: Values) -> Values:
        luma = (values @ _LUMA)[..., None]
        return values * (1 + (tint - 1) * 4 * luma * (1 - luma))

    return shift


def _split(strength: float, random: np.random.Generator) -> Shift:
    dark, bright = 0.2 * strength * _sides(random), 0.2 * strength * _sides(random)

    def shift(values: Values) -> Values:
        luma = (values @ _LUMA)[..., None]
        return np.clip(values + dark * (1 - luma) ** 2 * luma * 3 + bright * luma**2 * (1 - luma) * 3, 0, 1)

    return shift


def _all_of(
    *families: Callable[[float, np.random.Generator], Shift],
) -> Callable[[float, np.random.Generator], Shift]:
    def make(strength: float, random: np.random.Generator) -> Shift:
        steps = [family(strength * 0.7, random) for family in families]

        def shift(values: Values) -> Values:
            for step in steps:
                values = np.clip(step(values), 0, 1)
            return values

        return shift

    return make


def _lit(
    family: Callable[[float, np.random.Generator], Shift],
) -> Callable[[float, np.random.Generator], Shift]:
    return lambda strength, random: _in_light(family(strength, random))


_shadows = _tone(lambda luma: 4 * luma * (1 - luma) ** 3)
_midtones = _tone(lambda luma: 4 * luma * (1 - luma))
_highlights = _tone(lambda luma: 4 * luma**3 * (1 - luma))

FAMILIES: dict[str, Callable[[float, np.random.Generator], Shift]] = {
    "gamma": _gamma,
    "gammas of channels": _gammas,
    "gammas of channels in light": _lit(_gammas),
    "gain": _gain,
    "exposure": _lit(_gain),
    "gains of channels": _gains,
    "gains of channels in light": _lit(_gains),
    "offsets": _offsets,
    "offsets in light": _lit(_offsets),
    "temperature": _lit(_temperature),
    "saturation by luma": _by_luma,
    "saturation by luma in light": _lit(_by_luma),
    "saturation, HSV": _by_hsv,
    "saturation, HSL": _by_hsl,
    "vibrance": _vibrance,
    "matrix": _matrix,
    "matrix in light": _lit(_matrix),
    "hue": _hue,
    "contrast": _contrast,
    "contrast in light": _lit(_contrast),
    "s-curve": _s_curve,
    "lift, gamma, gain": _lift_gamma_gain,
    "tint of shadows": _shadows,
    "tint of midtones": _midtones,
    "tint of highlights": _highlights,
    "tint of midtones by gain": _tone_gain,
    "split tone": _split,
    "gamma, saturation, midtones": _all_of(_gamma, _by_luma, _midtones),
    "gammas, HSV, temperature": _all_of(_gammas, _by_hsv, _lit(_temperature)),
    "exposure, hue, contrast": _all_of(_lit(_gain), _hue, _contrast),
    "matrix, lift": _all_of(_matrix, _lift_gamma_gain),
    "s-curve, HSL, split tone": _all_of(_s_curve, _by_hsl, _split),
    "exposure, saturation, tint": _all_of(_lit(_gain), _lit(_by_luma), _lit(_gains)),
}
