"""How near an export brings a frame's colours to those of its picture, and at how many frames per second."""

import time
from collections.abc import Iterator
from itertools import pairwise

import numpy as np
from av.video.frame import VideoFrame
from av.video.reformatter import VideoReformatter
from benchmarks.figures import Figure, median
from fakes import colour_shifts as shifts
from fakes.many_shifts import FAMILIES, shifted_by

from vidu_desktop.adapters.export.colour_matching import ColourMatcher, colours_of
from vidu_desktop.adapters.video.colour_match import ColourMatch, estimate

SIZE = (1280, 720)
LEAST_FPS, DISTANCE_MOST, FLICKER_MOST = 60.0, 1.2, 0.2
_ROUNDS, _FRAMES = 5, 24
_SIDE_PX, _MOVES = 320, 12
_PICTURES = ("seaside-dusk.jpg", "seaside-night.jpg", "lantern.png", "fox.png", "bottle.jpg")
_SHIFTS = (
    shifts.gamma(1.25),
    shifts.gamma(0.82),
    shifts.exposure(0.75),
    shifts.tint(1.12, 1.0, 0.85),
    shifts.saturation(0.6),
    shifts.all_of_them,
)


def measure(*, quick: bool) -> list[Figure]:
    pictures = _PICTURES[:1] if quick else _PICTURES
    many = [_many_shifts(pictures, others) for others in (False, True)]
    return [*_nearness(pictures), *many, _speed(1 if quick else _ROUNDS)]


def _speed(rounds: int) -> Figure:
    meant = shifts.sample("seaside-dusk.jpg", 320)
    match = estimate(shifts.levels(shifts.all_of_them(meant)), shifts.levels(meant))
    assert match is not None
    matcher = ColourMatcher(colours_of(None, match.power), colours_of(match), 4.0)
    pixels = np.random.default_rng(1).integers(0, 256, (SIZE[1], SIZE[0], 3), dtype=np.uint8)
    frame, scaler = VideoFrame.from_ndarray(pixels, format="rgb24"), VideoReformatter()
    matched_s, scaled_s = [], []
    for _round in range(rounds):
        began_s = time.process_time()
        for number in range(_FRAMES):
            matcher.coloured(frame, number / _FRAMES * 4.0)
        matched_s.append((time.process_time() - began_s) / _FRAMES)
        began_s = time.process_time()
        for _number in range(_FRAMES):
            scaler.reformat(scaler.reformat(frame, format="yuv420p"), format="rgb24")
        scaled_s.append((time.process_time() - began_s) / _FRAMES)
    fps = 1 / median(matched_s)
    return Figure(
        what="colours matched, 1280x720, processor time of both threads",
        floor=f"{median(scaled_s) * 1000:.1f} ms",
        measured=f"{median(matched_s) * 1000:.1f} ms",
        outcome=f"{fps:.0f} a second of one core",
        reach=f">= {LEAST_FPS:g}",
        ok=fps >= LEAST_FPS,
        note="the floor turns such a frame into video's colours and back",
    )


def _nearness(pictures: tuple[str, ...]) -> Iterator[Figure]:
    """Shift the colours of pictures in which something moves in 30 % of the area, learn from the first frame, and measure
    all.
    """
    before, after, flicker = [], [], []
    for name in pictures:
        meant = shifts.sample(name, _SIDE_PX)
        for shift in _SHIFTS:
            true = [shifts.with_something_moved(meant, 4 * turn) for turn in range(_MOVES)]
            seen = [shifts.levels(shift(one)) for one in true]
            match = estimate(seen[0], shifts.levels(meant))
            made = [_matched(one, match) for one in seen]
            before += [
                shifts.distance(one, shifts.levels(same)) for one, same in zip(seen, true, strict=True)
            ]
            found = [shifts.distance(one, shifts.levels(same)) for one, same in zip(made, true, strict=True)]
            after += found
            flicker += [abs(one - other) for one, other in pairwise(found)]
    worse = sum(one > other for one, other in zip(after, before, strict=True))
    yield Figure(
        what=f"colours of {len(pictures)} pictures with {len(_SHIFTS)} shifts, 30 % moved: worst mean CIEDE2000",
        floor=f"{median(before):.1f}, {min(before):.1f} to {max(before):.1f}",
        measured=f"{max(after):.2f}",
        outcome=f"{median(after):.2f}; {worse} of {len(after)} frames worse",
        reach=f"< {DISTANCE_MOST:g}, none worse",
        ok=max(after) < DISTANCE_MOST and worse == 0,
        note="the floor is without the match; learned from the first frame, looked at in all",
    )
    yield Figure(
        what="from frame to frame of these, worst",
        floor="-",
        measured=f"{max(flicker):.2f}",
        outcome=f"{median(flicker):.2f}",
        reach=f"< {FLICKER_MOST:g}",
        ok=max(flicker) < FLICKER_MOST,
    )


def _many_shifts(pictures: tuple[str, ...], others: bool) -> Figure:
    """Shift pictures by every family of shifts, each by a mean of 4 to 10. In 30 % of them parts of the same picture stand, or, with
    `others`, of another one, whose colours this one hasn't got.
    """
    before, after = [], []
    for turn, name in enumerate(pictures):
        meant = shifts.sample(name, _SIDE_PX)
        for number, family in enumerate(FAMILIES):
            seed = number * len(pictures) + turn
            shift = shifted_by(meant, family, seed, float(np.random.default_rng(seed).uniform(4, 10)))
            if shift is None:
                continue
            true = shifts.with_something_moved(meant, seed)
            if others:
                other = shifts.sample(_PICTURES[(turn + 2) % len(_PICTURES)], 2 * _SIDE_PX)
                true = shifts.with_another_in_it(meant, other, left_px=seed % 100)
            seen = shifts.levels(shift.of(true))
            made = _matched(seen, estimate(seen, shifts.levels(meant)))
            before.append(shifts.distance(seen, shifts.levels(true)))
            after.append(shifts.distance(made, shifts.levels(true)))
    near = sum(one < DISTANCE_MOST for one in after)
    and_others = ", 30 % of another picture" if others else ""
    worse = sum(one > other for one, other in zip(after, before, strict=True))
    return Figure(
        what=f"colours of {len(pictures)} pictures with {len(FAMILIES)} families of shifts{and_others}: near enough",
        floor=f"{median(before):.1f}, {min(before):.1f} to {max(before):.1f}",
        measured=f"{near} of {len(after)}",
        outcome=f"{median(after):.2f} in the middle, {max(after):.2f} at worst; {worse} worse",
        reach=f"all < {DISTANCE_MOST:g}, none worse",
        ok=near == len(after) and worse == 0,
        note="shifts that would cut off more than 2 % of the values are left out",
    )


def _matched(seen: shifts.Levels, match: ColourMatch | None) -> shifts.Levels:
    if match is None:
        return seen
    colours, made = colours_of(match), np.empty_like(seen)
    ColourMatcher(colours, colours, 1.0).colour(seen, made, 0.0)
    return made
