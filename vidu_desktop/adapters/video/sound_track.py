"""A video's sound, decoded: completely for the player, which needs all of it for a loop without a gap; in pieces for exports."""

from collections.abc import Iterable, Iterator
from itertools import chain, groupby, islice
from typing import TYPE_CHECKING

from vidu_desktop.adapters.video.first_key import FirstKey, is_empty
from vidu_desktop.adapters.video.main_streams import main_sound
from vidu_desktop.adapters.video.video_opening import opened_video
from vidu_desktop.domain.frames import SoundTrack

if TYPE_CHECKING:
    from av.audio.frame import AudioFrame
    from av.audio.stream import AudioStream
    from av.container import InputContainer

RATE_HZ = 48_000
MOMENT_BYTES = 4
"""Two channels of signed 16-bit samples."""
DURATION_MOST_S = 300
"""Longer films from elsewhere are shown without sound, to use no more than 58 MB for it."""


_GAP_LEAST = RATE_HZ // 50
"""From this many samples on, the distance between two pieces is a gap and not rounding."""
_SILENCE = bytes(RATE_HZ * MOMENT_BYTES)
REORDERED_MOST = 64
"""Packets; more than any codec reorders."""


def read_sound(video_path: str) -> SoundTrack | None:
    """Return the sound; None when there is none, or more than DURATION_MOST_S. Blocks, so it is for a thread. Raises
    NotAVideo.
    """
    begin_s = _begin_of_pictures(video_path)
    with opened_video(video_path) as (container, _):
        if main_sound(container) is None:
            return None
        parts: list[bytes] = []
        sound_bytes = 0
        for part in decoded_sound(container, begin_s):
            parts.append(part)
            sound_bytes += len(part)
            if sound_bytes > DURATION_MOST_S * RATE_HZ * MOMENT_BYTES:
                return None
    return SoundTrack(rate_hz=RATE_HZ, samples=b"".join(parts))


def sound_between(video_path: str, begin_s: float, end_s: float) -> Iterator[bytes]:
    """Yield the samples of a part of a video that has sound, as many as there are, however long the video is. Times are
    counted from its first picture. Raises NotAVideo.
    """
    begin, end = (round(time_s * RATE_HZ) * MOMENT_BYTES for time_s in (begin_s, end_s))
    at = 0
    pictures_s = _begin_of_pictures(video_path)
    with opened_video(video_path) as (container, _):
        for part in decoded_sound(container, pictures_s):
            wanted = part[max(0, begin - at) : max(0, end - at)]
            if wanted:
                yield wanted
            at += len(part)
            if at >= end:
                return


def _begin_of_pictures(video_path: str) -> float:
    """Return when the first frame is shown, in seconds on the file's clock; the sound may begin before or after it."""
    first_key = FirstKey()
    with opened_video(video_path) as (container, stream):
        shown = (
            packet.pts
            for packet in container.demux(stream)
            if first_key.reaches(packet) and packet.size and packet.pts is not None and not packet.is_discard
        )
        return float(min(islice(shown, REORDERED_MOST), default=0) * (stream.time_base or 0))


def decoded_sound(container: "InputContainer", begin_s: float) -> Iterator[bytes]:
    """Yield the samples of the sound from `begin_s` on. Where the sound begins later or has a hole, there is silence; earlier
    samples are left out. Nothing is yielded where there is no sound.
    """
    stream = main_sound(container)
    if stream is None:
        return
    at: int | None = None  # the sound is known up to here; below 0 it is before the pictures
    for made in _resampled(_decoded(container, stream)):
        samples = bytes(made.planes[0])[: made.samples * MOMENT_BYTES]
        place = at or 0
        if made.pts is not None and made.time_base is not None:
            place = round((made.pts * made.time_base - begin_s) * RATE_HZ)
        if at is not None and abs(place - at) < _GAP_LEAST:
            place = at
        told = max(0, at or 0)
        yield from silence(place - told)
        yield samples[max(0, told - place) * MOMENT_BYTES :]
        at = place + made.samples if at is None else max(at, place + made.samples)


def _decoded(container: "InputContainer", stream: "AudioStream") -> "Iterator[AudioFrame]":
    """Yield what can be decoded. A broken piece of sound leaves a hole and is no reason to leave out the rest."""
    import av

    for packet in container.demux(stream):
        if is_empty(packet):
            continue
        try:
            frames = packet.decode()
        except MemoryError:
            raise
        except av.FFmpegError:
            continue
        yield from frames


def _resampled(frames: "Iterable[AudioFrame]") -> "Iterator[AudioFrame]":
    """Yield the frames in our format; rate and channels may change in the middle of a file."""
    import av

    for _kind, alike in groupby(frames, lambda frame: (frame.format.name, frame.layout.name, frame.rate)):
        resampler = av.AudioResampler(format="s16", layout="stereo", rate=RATE_HZ)
        for frame in chain(alike, (None,)):
            yield from resampler.resample(frame)


def silence(moments: int) -> Iterator[bytes]:
    """Yield `moments` samples of silence; nothing where that is below one."""
    left = max(0, moments) * MOMENT_BYTES
    while left > 0:
        yield _SILENCE[:left]
        left -= len(_SILENCE[:left])
