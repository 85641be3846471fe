"""Gives frames of a video whose size changes in the middle the shape of the first frames."""

from fractions import Fraction
from typing import cast

from av.filter import Graph
from av.video.frame import VideoFrame

_TICK = Fraction(1, 1000)
_SAME_SHAPE = 0.01


def in_shape(frame: VideoFrame, size: tuple[int, int]) -> VideoFrame:
    """Return the frame with black bars at two sides, so that it has the ratio of `size` (not its number of pixels); the same
    frame where it has that ratio already. Its time doesn't change.
    """
    wanted, own = size[0] / size[1], frame.width / frame.height
    if abs(own / wanted - 1) <= _SAME_SHAPE:
        return frame
    width, height = frame.width, frame.height
    if own < wanted:
        width = 2 * round(height * wanted / 2)
    else:
        height = 2 * round(width / wanted / 2)
    left, top = ((whole - part) // 4 * 2 for whole, part in ((width, frame.width), (height, frame.height)))
    graph = Graph()
    base = frame.time_base or _TICK
    graph.link_nodes(
        graph.add_buffer(width=frame.width, height=frame.height, format=frame.format, time_base=base),
        graph.add("pad", f"{width}:{height}:{left}:{top}:black"),
        graph.add("buffersink"),
    ).configure()
    graph.push(frame)
    made = cast("VideoFrame", graph.pull())
    made.pts, made.time_base = frame.pts, base
    made.colorspace, made.color_range = frame.colorspace, frame.color_range
    made.color_primaries, made.color_trc = frame.color_primaries, frame.color_trc
    return made
