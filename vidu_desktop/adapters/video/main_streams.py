"""Which of a file's pictures and which of its sounds players show: there may be several, and covers among them."""

from av.audio.stream import AudioStream
from av.container import InputContainer
from av.stream import Disposition, Stream
from av.video.stream import VideoStream


def main_pictures(container: InputContainer) -> VideoStream | None:
    """Return the pictures that are the video; None where there are covers only, and where nothing here can decode any."""
    found = [stream for stream in _moving(container) if stream.codec_context is not None]
    # A cover that isn't marked as one has one frame. Fragmented files don't say how many there are.
    return max(found, key=lambda stream: (stream.frames != 1, _is_default(stream)), default=None)


def are_coded_unreadably(container: InputContainer) -> bool:
    """Whether there are pictures, and nothing here can decode them."""
    found = _moving(container)
    return bool(found) and all(stream.codec_context is None for stream in found)


def main_sound(container: InputContainer) -> AudioStream | None:
    """Return the sound that is heard; None for a silent file, and where nothing here can decode any."""
    found = [stream for stream in container.streams.audio if stream.codec_context is not None]
    return max(found, key=_is_default, default=None)


def _moving(container: InputContainer) -> list[VideoStream]:
    return [stream for stream in container.streams.video if not stream.disposition & Disposition.attached_pic]


def _is_default(stream: Stream) -> bool:
    return bool(stream.disposition & Disposition.default)
