"""Animated GIFs. For a helper process."""

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import cast

import av
from av.filter import Graph
from av.filter.context import FilterContext
from av.video.format import VideoFormat
from av.video.frame import VideoFrame

from vidu_desktop.adapters.disk.sync import sync_path
from vidu_desktop.adapters.export.encoders import OnProgress
from vidu_desktop.adapters.export.export_frames import Colouring, Shaper, frames_in_order
from vidu_desktop.adapters.video.frame_source import FrameSource
from vidu_desktop.domain.export import ClockedTiming

_TICK = Fraction(1, 100)
_MOST_FPS = 50


def write_gif(
    part: Path,
    source: FrameSource,
    timing: ClockedTiming,
    size: tuple[int, int],
    on_progress: OnProgress,
    colouring: Colouring | None = None,
) -> None:
    """Write the GIF in two passes: read all frames to find the best 256 colours, then draw the frames with them."""
    shaper = Shaper(source, size, "rgb24", colouring=colouring)
    every = 2 * len(timing.frames)
    palette = _palette(source, timing, shaper, size, lambda done: on_progress(done, every))
    graph = Graph()
    pictures = graph.add_buffer(width=size[0], height=size[1], format=VideoFormat("rgb24"), time_base=_TICK)
    colours = graph.add_buffer(width=16, height=16, format=palette.format, time_base=_TICK)
    use = graph.add("paletteuse", "dither=sierra2_4a:diff_mode=rectangle")
    sink = graph.add("buffersink")
    pictures.link_to(use, 0, 0)
    colours.link_to(use, 0, 1)
    use.link_to(sink)
    graph.configure()
    palette.pts = 0
    colours.push(palette)
    colours.push(None)
    # The container can't know how long the last frame is shown, because no other follows.
    options = {"loop": "0", "final_delay": str(timing.end - timing.begins[-1])}
    with av.open(f"file:{part}", "w", format="gif", options=options) as container:
        stream = container.add_stream("gif", rate=_MOST_FPS)
        stream.width, stream.height, stream.pix_fmt = *size, "pal8"
        stream.time_base = stream.codec_context.time_base = _TICK
        for number, frame in enumerate(frames_in_order(source, timing.frames)):
            shaped = shaper.shaped(frame)
            shaped.pts, shaped.time_base = timing.begins[number], _TICK
            pictures.push(shaped)
            _drain(sink, lambda made: container.mux(stream.encode(made)))
            on_progress(len(timing.frames) + number + 1, every)
        pictures.push(None)
        _drain(sink, lambda made: container.mux(stream.encode(made)))
        container.mux(stream.encode(None))
    sync_path(part)


def _palette(
    source: FrameSource,
    timing: ClockedTiming,
    shaper: Shaper,
    size: tuple[int, int],
    on_frame: Callable[[int], None],
) -> VideoFrame:
    graph = Graph()
    buffer = graph.add_buffer(width=size[0], height=size[1], format=VideoFormat("rgb24"), time_base=_TICK)
    generate = graph.add("palettegen", "stats_mode=full")
    sink = graph.add("buffersink")
    buffer.link_to(generate)
    generate.link_to(sink)
    graph.configure()
    for number, frame in enumerate(frames_in_order(source, sorted(set(timing.frames)))):
        shaped = shaper.shaped(frame)
        shaped.pts, shaped.time_base = number, _TICK
        buffer.push(shaped)
        on_frame(number + 1)
    buffer.push(None)
    return cast("VideoFrame", sink.pull())


def _drain(sink: FilterContext, take: Callable[[VideoFrame], None]) -> None:
    while True:
        try:
            take(cast("VideoFrame", sink.pull()))
        except (av.error.BlockingIOError, av.error.EOFError):
            return
