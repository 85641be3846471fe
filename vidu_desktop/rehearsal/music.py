"""A soft chord for `with_audio`: a few slow, slightly detuned sine waves, the same for the same seed.

FFmpeg's own filters make it (in C, 0.1 s for 4 s of sound), so no array library is needed.
"""

from collections.abc import Iterator
from itertools import pairwise

import av
from av.filter import Graph

RATE_HZ = 48_000
_SYNTHESIS_RATE_HZ = 12_000
"""The highest tones are below 1.4 kHz; at 48 kHz the sine waves alone would take 0.4 s."""
_ROOTS_HZ = (110.0, 123.47, 130.81, 146.83)
_CHORDS = ((1.0, 1.5, 2.0, 2.5), (1.0, 1.5, 2.0, 2.4), (1.0, 1.5, 2.25, 3.0))
"""Major, minor, and an open chord, as ratios to the root."""


def _channel(tones_hz: list[float], detune: float) -> str:
    parts = []
    for number, tone_hz in enumerate(tones_hz):
        swell = f"(0.75+0.25*sin(2*PI*{0.11 + 0.05 * number:.2f}*t+{number}))"
        level = 0.16 / (1 + 0.45 * number)
        parts.append(f"{level:.4f}*{swell}*sin(2*PI*{tone_hz * detune:.4f}*t)")
    return "+".join(parts)


def pad(duration_s: int, seed: int) -> Iterator[av.AudioFrame]:
    """Yield `duration_s` seconds of stereo at 48 kHz, faded in and out. `seed` chooses root and chord."""
    root_hz = _ROOTS_HZ[seed % len(_ROOTS_HZ)]
    chord = _CHORDS[seed // len(_ROOTS_HZ) % len(_CHORDS)]
    tones_hz = [root_hz * ratio for ratio in chord]
    fade_in_s, fade_out_s = min(0.9, duration_s / 4), min(1.2, duration_s / 3)
    left, right = _channel(tones_hz, 0.9985), _channel(tones_hz, 1.0015)
    graph = Graph()
    chain = [
        graph.add(
            "aevalsrc", f"exprs='{left}|{right}':c=stereo:s={_SYNTHESIS_RATE_HZ}:d={duration_s}:n=1024"
        ),
        graph.add("lowpass", "f=1400"),
        graph.add("afade", f"t=in:st=0:d={fade_in_s}:curve=hsin"),
        graph.add("afade", f"t=out:st={duration_s - fade_out_s}:d={fade_out_s}:curve=hsin"),
        graph.add("aformat", f"sample_fmts=fltp:sample_rates={RATE_HZ}:channel_layouts=stereo"),
        graph.add("abuffersink"),
    ]
    for source, target in pairwise(chain):
        source.link_to(target)
    graph.configure()
    while True:
        try:
            frame = graph.pull()
        except (av.EOFError, BlockingIOError):
            return
        if isinstance(frame, av.AudioFrame):
            yield frame
