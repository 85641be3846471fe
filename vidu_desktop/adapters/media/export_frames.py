"""A clip's frames in any order, shaped for an encoder. For a helper process."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import av
from av.video.frame import VideoFrame
from av.video.reformatter import ColorRange, Colorspace, Interpolation, VideoReformatter

from vidu_desktop.adapters.media.frame_colour import matrix_of, range_of
from vidu_desktop.adapters.media.frame_source import FrameSource
from vidu_desktop.adapters.media.video_words import not_a_video

_CHUNK_BYTES = 120_000_000


def frames_in_order(source: FrameSource, numbers: Sequence[int]) -> Iterator[VideoFrame]:
    """Give these frames in this order; backwards in chunks, so that nothing is decoded more than twice or held whole."""
    chunk = max(8, _CHUNK_BYTES // max(1, source.frame_bytes))
    at = 0
    while at < len(numbers):
        part = numbers[at : at + chunk]
        if all(later >= earlier for earlier, later in pairwise(part)):
            yield from _forwards(source, part)
        else:
            held = dict(zip(sorted(set(part)), _forwards(source, sorted(set(part))), strict=True))
            yield from (held[number] for number in part)
        at += len(part)


def _forwards(source: FrameSource, numbers: Sequence[int]) -> Iterator[VideoFrame]:
    """Give frames whose numbers never fall; the same one may come several times."""
    shown: tuple[int, VideoFrame] | None = None
    for number in numbers:
        while shown is None or shown[0] < number:
            on = source.way_to(number) if shown is None else max(shown[0] + 1, source.way_to(number))
            shown = source.decode_from(on)
            if shown is None:
                raise not_a_video("video-damaged")
        yield shown[1]


class Shaper:
    """Brings frames to one size and pixel format, upright, in BT.709."""

    def __init__(self, source: FrameSource, width: int, height: int, pixel_format: str) -> None:
        self._source = source
        self._size = (width, height)
        self._format = pixel_format
        self._reformatter = VideoReformatter()

    def shaped(self, frame: VideoFrame) -> VideoFrame:
        width, height = self._size
        rgb = self._format.startswith(("rgb", "bgr"))
        matrix, span = matrix_of(frame), range_of(frame)
        if round(frame.rotation / 90) % 4:
            pixels = self._source.pixels_of(frame, finest=True)
            upright = av.VideoFrame(pixels.width_px, pixels.height_px, "bgra")
            upright.planes[0].update(pixels.bgra)
            frame, matrix, span = upright, Colorspace.ITU709, ColorRange.JPEG
        return self._reformatter.reformat(
            frame,
            width=width,
            height=height,
            format=self._format,
            src_colorspace=matrix,
            dst_colorspace=Colorspace.ITU709,
            src_color_range=span,
            dst_color_range=ColorRange.JPEG if rgb else ColorRange.MPEG,
            interpolation=Interpolation.LANCZOS | Interpolation.ACCURATE_RND | Interpolation.FULL_CHR_H_INT,
        )
