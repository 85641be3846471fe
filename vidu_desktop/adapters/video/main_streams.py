"""Which video stream and which sound of a file players show: there may be several, and covers among them."""

from av.audio.stream import AudioStream
from av.container import InputContainer
from av.stream import Disposition, Stream
from av.video.stream import VideoStream


def main_pictures(container: InputContainer) -> VideoStream | None:
    """Return the stream that is the video; None where there are only covers, or no stream that can be decoded here."""
    found = [stream for stream in _moving(container) if stream.codec_context is not None]
    # A cover that isn't marked as one has one frame. Fragmented files don't tell how many frames there are.
    return max(found, key=lambda stream: (stream.frames != 1, _is_default(stream)), default=None)


def are_coded_unreadably(container: InputContainer) -> bool:
    """Whether there are moving pictures, but none that can be decoded here."""
    found = _moving(container)
    return bool(found) and all(stream.codec_context is None for stream in found)


def main_sound(container: InputContainer) -> AudioStream | None:
    """Return the sound that is heard; None for a silent file, or where no sound can be decoded here."""
    found = [stream for stream in container.streams.audio if stream.codec_context is not None]
    return max(found, key=_is_default, default=None)


def _moving(container: InputContainer) -> list[VideoStream]:
    return [stream for stream in container.streams.video if not stream.disposition & Disposition.attached_pic]


def _is_default(stream: Stream) -> bool:
    return bool(stream.disposition & Disposition.default)
