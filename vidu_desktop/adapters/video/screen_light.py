"""Converts frames of HDR (PQ, HLG) and of wide colours (BT.2020, P3) to what a normal screen shows, in the same way as
pictures. The values go through a colour cube with FFmpeg's haldclut: 720p takes about eight milliseconds in all, 1080p
twenty.
"""

from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, cast

from av.filter import Graph
from av.video.format import VideoFormat
from av.video.frame import VideoFrame

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

DEEP = "gbrp16le"
"""The pixel format for the cube. Planes take half the time of a format with the three colours of a pixel side by side."""
_PACKED = "rgb48le"
_WIDE = frozenset({9, 11, 12})
"""Primaries whose colours clearly differ from sRGB's: BT.2020, and the P3 of cinemas and of screens (ITU-T H.273, table 2)."""
_HDR = frozenset({16, 18})
_BT2020 = 9
_LEVEL = 8
"""A cube with 64 colours a side: 8-bit values are hit within two steps."""
_SMALLEST_LEVEL = 2
_TICK = Fraction(1, 1000)

Coding = tuple[int, int]
"""The numbers of primaries and transfer function."""


def coding_of(frame: VideoFrame) -> Coding | None:
    """Return the coding from which a frame's colours must be converted; None where they can be shown as they are."""
    coding = int(frame.color_primaries), int(frame.color_trc)
    return coding if coding[0] in _WIDE or coding[1] in _HDR else None


def on_screen(frame: VideoFrame, coding: Coding) -> VideoFrame:
    """Return a frame of DEEP pixels converted to sRGB; its time isn't kept."""
    return _mapped(frame, _cube(coding))


def _mapped(frame: VideoFrame, cube: VideoFrame) -> VideoFrame:
    graph = Graph()
    pictures = graph.add_buffer(
        width=frame.width, height=frame.height, format=VideoFormat(DEEP), time_base=_TICK
    )
    colours = graph.add_buffer(
        width=cube.width, height=cube.height, format=VideoFormat(DEEP), time_base=_TICK
    )
    mapped = graph.add("haldclut", "clut=first")
    sink = graph.add("buffersink")
    pictures.link_to(mapped, 0, 0)
    colours.link_to(mapped, 0, 1)
    mapped.link_to(sink)
    graph.configure()
    frame.pts, frame.time_base = 0, _TICK
    colours.push(cube)
    colours.push(None)
    pictures.push(frame)
    pictures.push(None)
    return cast("VideoFrame", sink.pull())


@lru_cache(maxsize=2)
def _cube(coding: Coding) -> VideoFrame:
    """Return the cube in haldclut's order: red changes fastest, blue slowest."""
    import numpy as np

    from vidu_desktop.adapters.pictures import light  # PIL, which other videos don't need

    primaries, transfer = coding
    side = _LEVEL**2
    steps = np.linspace(0, 1, side)
    blue, green, red = np.meshgrid(steps, steps, steps, indexing="ij")
    known = primaries if primaries in light.PRIMARIES else _BT2020
    shown = light.of_video(np.stack((red, green, blue), axis=-1).reshape(-1, 3), known, transfer)
    values = np.rint(shown * 65_535).astype(np.uint16).reshape(_LEVEL**3, _LEVEL**3, 3)
    return _deep(values[..., _places()])


@lru_cache(maxsize=1)
def _places() -> list[int]:
    """Return which of red, green and blue must be put in each one's place in a cube: some versions of haldclut mix up the
    planes.
    """
    import numpy as np

    shades = np.array((0, 1 << 14, 1 << 15), np.uint16)
    cube, picture = (np.tile(shades, (side, side, 1)) for side in (_SMALLEST_LEVEL**3, 1))
    found = _mapped(_deep(picture), _deep(cube)).reformat(format=_PACKED).to_ndarray()[0, 0]
    # The colour put at `come[n]` came out at n, so the colour that must come out at n has to be put at
    # `come[n]`.
    come = [int(np.abs(shades.astype(int) - int(value)).argmin()) for value in found]
    return [come.index(place) for place in range(3)]


def _deep(values: "NDArray[np.uint16]") -> VideoFrame:
    """Return a DEEP frame of these values, whose last axis is red, green and blue."""
    import numpy as np

    made = VideoFrame.from_ndarray(np.ascontiguousarray(values), format=_PACKED).reformat(format=DEEP)
    made.pts, made.time_base = 0, _TICK
    return made
