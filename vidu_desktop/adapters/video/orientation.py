"""How decoded pictures are to be shown according to their container: turned, mirrored, with pixels that aren't square.

The matrix (ISO/IEC 14496-12, 6.2.2, nine numbers `a b u c d v x y w`) means: a point of the decoded picture is shown at `(a x
+ c y, b x + d y)`, where y points downwards.
"""

import struct
from enum import Enum
from fractions import Fraction
from typing import TYPE_CHECKING, cast

from av.sidedata.sidedata import SideDataContainer
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

if TYPE_CHECKING:
    from av.buffer import Buffer
    from PIL.Image import Image

_SIDE_MOST_PX = 16_384
_MATRIX = struct.Struct("=9i")


class Turn(Enum):
    """What is done to a decoded picture to make it upright. The names are Pillow's, the values are (a, b, c, d) of the
    matrix.
    """

    FLIP_LEFT_RIGHT = (-1, 0, 0, 1)
    FLIP_TOP_BOTTOM = (1, 0, 0, -1)
    ROTATE_90 = (0, -1, 1, 0)
    """Counter-clockwise."""
    ROTATE_180 = (-1, 0, 0, -1)
    ROTATE_270 = (0, 1, -1, 0)
    TRANSPOSE = (0, 1, 1, 0)
    TRANSVERSE = (0, -1, -1, 0)

    @property
    def swaps_sides(self) -> bool:
        """Whether width and height are swapped."""
        a, *_ = self.value
        return not a


def turn_of(frame: VideoFrame) -> Turn | None:
    """Return how a frame is to be turned, to the nearest quarter; None when it is upright already."""
    # Not `frame.side_data`: that and the frame keep each other alive, so each video would leave one to the
    # collector.
    kept = SideDataContainer(frame)  # type: ignore[call-arg]  # its stub leaves the frame out
    data = cast("Buffer | None", kept.get("DISPLAYMATRIX"))
    if data is None or data.buffer_size < _MATRIX.size:
        return None
    a, b, _u, c, d, *_ = _MATRIX.unpack_from(memoryview(data))
    near = (a, 0, 0, d) if abs(a) + abs(d) >= abs(b) + abs(c) else (0, b, c, 0)
    signs = tuple((value > 0) - (value < 0) for value in near)
    return next((turn for turn in Turn if turn.value == signs), None)


def pixel_aspect(stream: VideoStream) -> Fraction | None:
    """Return the width of a pixel to its height; None where the container states nothing valid."""
    said = stream.sample_aspect_ratio  # PyAV 19 and later return their own type
    return Fraction(said.numerator, said.denominator) if said and said.denominator else None


def square_size(width_px: int, height_px: int, aspect: Fraction | None) -> tuple[int, int]:
    """Return the size with square pixels. `aspect` is the width of a pixel to its height; a value that gives no usable size
    is taken for 1.
    """
    wide = round(width_px * (aspect or 1))
    return (wide, height_px) if 0 < wide <= _SIDE_MOST_PX else (width_px, height_px)


def upright_size(frame: VideoFrame, aspect: Fraction | None) -> tuple[int, int]:
    """Return width and height of a frame as people see it."""
    width, height = square_size(frame.width, frame.height, aspect)
    turn = turn_of(frame)
    return (height, width) if turn is not None and turn.swaps_sides else (width, height)


def upright(image: "Image", turn: Turn | None) -> "Image":
    """Return a decoded picture as people see it."""
    from PIL.Image import Transpose  # not needed by those who only check a video

    return image if turn is None else image.transpose(Transpose[turn.name])
