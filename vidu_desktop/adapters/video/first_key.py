"""Videos that were cut without regard to their keyframes: nothing can be shown before the first of them, and what comes
after it is whole.
"""

from collections.abc import Iterator

from av.container import InputContainer
from av.packet import Packet
from av.video.frame import VideoFrame
from av.video.stream import VideoStream


class FirstKey:
    """Tells of packets, in the order of the file, which can be shown."""

    def __init__(self) -> None:
        self._began = self._late = False
        self._time: int | None = None

    def reaches(self, packet: "Packet[VideoStream]") -> bool:
        """Whether this one is the first keyframe or can be decoded with what comes from there on."""
        if not packet.size:  # the end: what is left in the decoder
            return True
        if not self._began:
            self._began, self._time = packet.is_keyframe, packet.pts
            self._late |= not self._began
            return self._began
        is_before = self._time is not None and packet.pts is not None and packet.pts < self._time
        return not (self._late and is_before)


def decoded_pictures(container: InputContainer, stream: VideoStream) -> Iterator[VideoFrame]:
    """Decode from where the file stands, which after a seek is a keyframe."""
    first = FirstKey()
    for packet in container.demux(stream):
        if first.reaches(packet):
            yield from packet.decode()
