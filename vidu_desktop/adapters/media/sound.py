"""A video's sound, decoded whole: our clips are short, and a loop without a gap needs all of it at hand."""

from vidu_desktop.adapters.media.video_opening import opened_video
from vidu_desktop.domain.frames import SoundTrack

RATE_HZ = 48_000
DURATION_MOST_S = 300
"""Longer films of others are shown without sound: 58 MB are enough."""


def read_sound(video_path: str) -> SoundTrack | None:
    """Give the sound; None when there is none, or more than DURATION_MOST_S. Blocks; for a thread. Raises NotAVideo."""
    import av

    with opened_video(video_path) as (container, _):
        if not container.streams.audio:
            return None
        resampler = av.AudioResampler(format="s16", layout="stereo", rate=RATE_HZ)
        parts: list[bytes] = []
        moments = 0
        for frame in container.decode(container.streams.audio[0]):
            for made in resampler.resample(frame):
                moments += made.samples
                parts.append(bytes(made.planes[0])[: made.samples * 4])
            if moments > DURATION_MOST_S * RATE_HZ:
                return None
    return SoundTrack(rate_hz=RATE_HZ, samples=b"".join(parts))
