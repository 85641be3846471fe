"""Converts the numbers of a decoded frame, with its own matrix and range, to sRGB values."""

from av.video.frame import VideoFrame
from av.video.reformatter import ColorRange, Colorspace, Interpolation, VideoReformatter

from vidu_desktop.adapters.video.screen_light import DEEP, coding_of, on_screen

_HD_FROM_LINES = 576
"""The height up to which a picture without a stated colour matrix is taken for BT.601; above, it is BT.709. Players commonly
do the same.
"""
_BT709, _BT601 = Colorspace.ITU709, Colorspace.ITU601
_MATRICES = {
    1: _BT709,
    4: Colorspace.FCC,
    5: _BT601,
    6: _BT601,
    7: Colorspace.SMPTE240M,
    9: Colorspace.BT2020,
}
"""By their number in ISO/IEC 23091-2."""
_FULL_RANGE = 2


def to_srgb(
    reformatter: VideoReformatter,
    frame: VideoFrame,
    size: tuple[int, int],
    pixel_format: str,
    how: Interpolation,
) -> VideoFrame:
    """Return a frame in the RGB format `pixel_format` and in `size`, width first. It isn't turned upright."""
    coding = coding_of(frame)
    made = reformatter.reformat(
        frame,
        width=size[0],
        height=size[1],
        format=pixel_format if coding is None else DEEP,
        src_colorspace=matrix_of(frame),
        dst_colorspace=_BT709,
        src_color_range=range_of(frame),
        dst_color_range=ColorRange.JPEG,
        interpolation=how,
        threads=1,
    )
    if coding is None:
        return made
    return VideoReformatter().reformat(on_screen(made, coding), format=pixel_format, threads=1)


def range_of(frame: VideoFrame) -> ColorRange:
    """Return which numbers are black and white in a frame: the range of video or of computers."""
    return ColorRange.JPEG if frame.color_range == _FULL_RANGE else ColorRange.MPEG


def matrix_of(frame: VideoFrame) -> Colorspace:
    """Return the matrix of a frame's colours: the stated one, or the usual one for its size."""
    return _MATRICES.get(int(frame.colorspace), _BT709 if frame.height > _HD_FROM_LINES else _BT601)
