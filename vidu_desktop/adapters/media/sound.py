"""A video's sound, decoded: whole for the player, whose loop without a gap needs all of it at hand; in pieces for exports."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from vidu_desktop.adapters.media.video_opening import opened_video
from vidu_desktop.domain.frames import SoundTrack

if TYPE_CHECKING:
    from av.container import InputContainer

RATE_HZ = 48_000
MOMENT_BYTES = 4
"""Two channels of signed 16 bit samples."""
DURATION_MOST_S = 300
"""Longer films of others are shown without sound: 58 MB are enough."""


def read_sound(video_path: str) -> SoundTrack | None:
    """Give the sound; None when there is none, or more than DURATION_MOST_S. Blocks; for a thread. Raises NotAVideo."""
    with opened_video(video_path) as (container, _):
        if not container.streams.audio:
            return None
        parts: list[bytes] = []
        sound_bytes = 0
        for part in _decoded(container):
            parts.append(part)
            sound_bytes += len(part)
            if sound_bytes > DURATION_MOST_S * RATE_HZ * MOMENT_BYTES:
                return None
    return SoundTrack(rate_hz=RATE_HZ, samples=b"".join(parts))


def sound_between(video_path: str, begin_s: float, end_s: float) -> Iterator[bytes]:
    """Give the samples of a part of a video that has sound, however long it is, as many as there are. Raises NotAVideo."""
    begin, end = (round(time_s * RATE_HZ) * MOMENT_BYTES for time_s in (begin_s, end_s))
    at = 0
    with opened_video(video_path) as (container, _):
        for part in _decoded(container):
            wanted = part[max(0, begin - at) : max(0, end - at)]
            if wanted:
                yield wanted
            at += len(part)
            if at >= end:
                return


def _decoded(container: "InputContainer") -> Iterator[bytes]:
    import av

    resampler = av.AudioResampler(format="s16", layout="stereo", rate=RATE_HZ)
    for frame in container.decode(container.streams.audio[0]):
        for made in resampler.resample(frame):
            yield bytes(made.planes[0])[: made.samples * MOMENT_BYTES]
