"""A clip's frames in any order, shaped for an encoder. For a helper process."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Protocol, cast

import av
from av.filter import Graph
from av.video.format import VideoFormat
from av.video.frame import VideoFrame
from av.video.reformatter import ColorRange, Colorspace, Interpolation, VideoReformatter

from vidu_desktop.adapters.video.frame_colour import matrix_of, range_of
from vidu_desktop.adapters.video.frame_source import FrameSource
from vidu_desktop.adapters.video.screen_light import DEEP, coding_of, on_screen
from vidu_desktop.adapters.video.video_errors import not_a_video
from vidu_desktop.domain.export import Fit, scaled_size
from vidu_desktop.domain.frames import FramePixels

_CHUNK_BYTES = 120_000_000


def frames_in_order(source: FrameSource, numbers: Sequence[int]) -> Iterator[VideoFrame]:
    """Yield these frames in this order. Frames in falling order are decoded in chunks, so that no frame is decoded more than
    twice and no whole clip is kept in memory.
    """
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
    """Yield frames whose numbers never fall; a number may occur several times."""
    shown: tuple[int, VideoFrame] | None = None
    for number in numbers:
        while shown is None or shown[0] < number:
            on = source.way_to(number) if shown is None else max(shown[0] + 1, source.way_to(number))
            shown = source.decode_from(on)
            if shown is None:
                raise not_a_video("video-damaged")
        yield shown[1]


class Colouring(Protocol):
    """Changes the colours of frames."""

    def coloured(self, frame: VideoFrame, at_s: float) -> VideoFrame:
        """Return an rgb24 frame in its new colours. `at_s` is when it is shown, counted from the clip's first frame."""
        ...


class Shaper:
    """Brings frames to one size and pixel format: upright, with square pixels, and with `matrix` between colours and pixels.
    The proportions of the picture are kept.
    """

    def __init__(
        self,
        source: FrameSource,
        size: tuple[int, int],
        pixel_format: str,
        fit: Fit = Fit.CROP,
        colouring: "Colouring | None" = None,
        matrix: Colorspace = Colorspace.ITU709,
    ) -> None:
        self._source = source
        self._matrix = matrix
        self._size = size
        self._scaled = scaled_size((source.table.width_px, source.table.height_px), size, fit)
        self._format = pixel_format
        self._colouring = colouring
        self._reformatter = VideoReformatter()
        self._graph = None if self._scaled == size else _framing(self._scaled, size, pixel_format)

    def shaped(self, frame: VideoFrame) -> VideoFrame:
        """Return the frame in its new shape, without a time of its own."""
        if self._colouring is None:
            return self._framed(self._scaled_to(frame, self._format))
        at_s = (frame.time or 0.0) - self._source.begin_s
        coloured = self._colouring.coloured(self._scaled_to(frame, "rgb24"), at_s)
        if self._format != "rgb24":
            coloured = self._reformatted(coloured, self._format, Colorspace.ITU709, ColorRange.JPEG)
        return self._framed(coloured)

    def _scaled_to(self, frame: VideoFrame, pixel_format: str) -> VideoFrame:
        matrix, span = matrix_of(frame), range_of(frame)
        if self._source.turn is not None:
            frame = _frame_of(self._source.pixels_of(frame, finest=True))
            matrix, span = Colorspace.ITU709, ColorRange.JPEG
        elif (coding := coding_of(frame)) is not None:
            frame = on_screen(self._reformatted(frame, DEEP, matrix, span), coding)
            matrix, span = Colorspace.ITU709, ColorRange.JPEG
        return self._reformatted(frame, pixel_format, matrix, span)

    def _reformatted(
        self, frame: VideoFrame, pixel_format: str, matrix: Colorspace, span: ColorRange
    ) -> VideoFrame:
        rgb = pixel_format.startswith(("rgb", "bgr", "gbr"))
        return self._reformatter.reformat(
            frame,
            width=self._scaled[0],
            height=self._scaled[1],
            format=pixel_format,
            src_colorspace=matrix,
            dst_colorspace=self._matrix,
            src_color_range=span,
            dst_color_range=ColorRange.JPEG if rgb else ColorRange.MPEG,
            interpolation=Interpolation.LANCZOS | Interpolation.ACCURATE_RND | Interpolation.FULL_CHR_H_INT,
        )

    def _framed(self, scaled: VideoFrame) -> VideoFrame:
        if self._graph is None:
            return scaled
        scaled.pts, scaled.time_base = None, _TICK
        self._graph.push(scaled)
        return cast("VideoFrame", self._graph.pull())


def _frame_of(pixels: FramePixels) -> VideoFrame:
    """Return pixels as a frame for the encoders. The frame's rows may be longer than the picture is wide."""
    made = av.VideoFrame(pixels.width_px, pixels.height_px, "bgra")
    plane, stride = made.planes[0], pixels.stride_bytes
    rows = (pixels.bgra[at : at + stride] for at in range(0, pixels.height_px * stride, stride))
    plane.update(b"".join(row[: plane.line_size].ljust(plane.line_size, b"\0") for row in rows))
    return made


def mixed_frames(lower: VideoFrame, upper: VideoFrame, share: float) -> VideoFrame:
    """Return a mix of two frames of the same size and format, without a time of its own. `share`, in [0, 1], is how much of
    the upper frame is seen.
    """
    import numpy as np

    weight = round(share * 256)
    planes = [frame.to_ndarray().astype(np.uint16) for frame in (lower, upper)]
    values = (planes[0] * (256 - weight) + planes[1] * weight + 128) >> 8
    made = VideoFrame.from_ndarray(values.astype(np.uint8), format=upper.format.name)
    made.colorspace, made.color_range = upper.colorspace, upper.color_range
    return made


_TICK = Fraction(1, 1000)


def _framing(size: tuple[int, int], target: tuple[int, int], pixel_format: str) -> Graph:
    """Return the filter that fits a picture into `target`: it cuts out the middle where the picture is too large and adds
    black where it is too small. The offsets are even, because colours have half the resolution.
    """
    cut = tuple(min(side, wanted) for side, wanted in zip(size, target, strict=True))
    left, top = ((side - wanted) // 4 * 2 for side, wanted in zip(size, cut, strict=True))
    beside, above = ((wanted - side) // 4 * 2 for side, wanted in zip(cut, target, strict=True))
    graph = Graph()
    graph.link_nodes(
        graph.add_buffer(width=size[0], height=size[1], format=VideoFormat(pixel_format), time_base=_TICK),
        graph.add("crop", f"{cut[0]}:{cut[1]}:{left}:{top}:exact=1"),
        graph.add("pad", f"{target[0]}:{target[1]}:{beside}:{above}:black"),
        graph.add("buffersink"),
    ).configure()
    return graph
