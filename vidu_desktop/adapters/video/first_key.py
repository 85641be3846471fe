"""What decoders need to be spared of a video's packets: those before the first keyframe, where a video was cut without regard
to its keyframes, and empty ones.
"""

from collections.abc import Iterator
from typing import Any

from av.container import InputContainer
from av.packet import Packet
from av.video.frame import VideoFrame
from av.video.stream import VideoStream


class FirstKey:
    """Tells which packets can be shown. It is asked for all packets in the order of the file."""

    def __init__(self) -> None:
        self._began = self._late = False
        self._time: int | None = None

    def reaches(self, packet: "Packet[VideoStream]") -> bool:
        """Whether `packet` is the first keyframe or can be decoded with the packets from there on."""
        if not packet.size:  # the end, where the decoder's last frames come out
            return True
        if not self._began:
            self._began, self._time = packet.is_keyframe, packet.pts
            self._late |= not self._began
            return self._began
        is_before = self._time is not None and packet.pts is not None and packet.pts < self._time
        return not (self._late and is_before)


def decoded_pictures(container: InputContainer, stream: VideoStream) -> Iterator[VideoFrame]:
    """Decode from the current place in the file, which after a seek is a keyframe."""
    first = FirstKey()
    for packet in container.demux(stream):
        if first.reaches(packet) and not is_empty(packet):
            yield from packet.decode()


def is_empty(packet: "Packet[Any]") -> bool:
    """Whether a packet holds nothing, so that what was before it goes on: QuickTime writes such samples. A decoder would take
    it for the end of all packets, which has no time.
    """
    return not packet.size and packet.pts is not None
