"""How many frames a second an export brings back to the colours of their picture, beside what its scaler takes."""

import time

import numpy as np
from av.video.frame import VideoFrame
from av.video.reformatter import VideoReformatter
from benchmarks.figures import Figure, median
from fakes import colour_shifts as shifts

from vidu_desktop.adapters.export.colour_matching import ColourMatcher, colours_of
from vidu_desktop.adapters.video.colour_match import estimate

SIZE = (1280, 720)
LEAST_FPS = 60.0
_ROUNDS, _FRAMES = 5, 24


def measure(*, quick: bool) -> list[Figure]:
    meant = shifts.sample("seaside-dusk.jpg", 320)
    match = estimate(shifts.levels(shifts.all_of_them(meant)), shifts.levels(meant))
    assert match is not None
    matcher = ColourMatcher(colours_of(None), colours_of(match), 4.0)
    pixels = np.random.default_rng(1).integers(0, 256, (SIZE[1], SIZE[0], 3), dtype=np.uint8)
    frame, scaler = VideoFrame.from_ndarray(pixels, format="rgb24"), VideoReformatter()
    matched_s, scaled_s = [], []
    for _round in range(1 if quick else _ROUNDS):
        began_s = time.perf_counter()
        for number in range(_FRAMES):
            matcher.coloured(frame, number / _FRAMES * 4.0)
        matched_s.append((time.perf_counter() - began_s) / _FRAMES)
        began_s = time.perf_counter()
        for _number in range(_FRAMES):
            scaler.reformat(scaler.reformat(frame, format="yuv420p"), format="rgb24")
        scaled_s.append((time.perf_counter() - began_s) / _FRAMES)
    fps = 1 / median(matched_s)
    return [
        Figure(
            what="colours matched, 1280x720",
            floor=f"{median(scaled_s) * 1000:.1f} ms",
            measured=f"{median(matched_s) * 1000:.1f} ms",
            outcome=f"{fps:.0f} a second",
            reach=f">= {LEAST_FPS:g}",
            ok=fps >= LEAST_FPS,
            note="the floor turns such a frame into video's colours and back",
        )
    ]
