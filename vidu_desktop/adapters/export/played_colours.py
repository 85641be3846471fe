"""Matched colours while a film plays: found in a helper process, and applied to each frame as in an export."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
from av.video.frame import VideoFrame

from vidu_desktop.adapters.export.colour_matching import matcher_by
from vidu_desktop.adapters.processes.helper_processes import HelperFailed, HelperProcesses, Task
from vidu_desktop.adapters.video.frame_source import FrameSource
from vidu_desktop.domain.export import EndPictures
from vidu_desktop.domain.film import FilmWish, PartColours
from vidu_desktop.domain.frames import FramePixels

_MEMORY_BYTES = 3 << 30
_DEADLINE_S = 1800.0
_LOOK: Task[FilmWish, Sequence[EndPictures], list[PartColours | None]] = Task(
    "vidu_desktop.adapters.export.film_colours:look_for_colours"
)


async def find_colours(wish: FilmWish, pictures: Sequence[EndPictures]) -> tuple[PartColours | None, ...]:
    """Return how the colours of each part change; all None where that can't be found out. When this is cancelled, it ends its
    process. Raises NotAVideo, DiskTrouble.
    """
    processes = HelperProcesses(workers=1, memory_bytes=_MEMORY_BYTES, name="colours")
    try:
        found: list[PartColours | None] = await processes.run(_DEADLINE_S, _LOOK, wish, pictures)
        return tuple(found)
    except HelperFailed:
        return (None,) * len(wish.parts)
    finally:
        await asyncio.get_running_loop().run_in_executor(None, processes.close)


def coloured_pixels(source: FrameSource, colours: PartColours) -> Callable[[VideoFrame], FramePixels]:
    """Return the function that turns a decoded frame into a picture with the colours of the export."""
    matcher = matcher_by(colours, source.table.starts_s[-1])
    assert matcher is not None  # noqa: S101 - `colours` is never None here

    def pixels_of(frame: VideoFrame) -> FramePixels:
        own = source.pixels_of(frame)
        shape = own.height_px, own.width_px, 4
        seen = np.ndarray(shape, np.uint8, own.bgra, strides=(own.stride_bytes, 4, 1))
        made = np.full(shape, 255, np.uint8)
        matcher.colour(seen[..., 2::-1], made[..., 2::-1], (frame.time or 0.0) - source.begin_s)
        return replace(own, stride_bytes=4 * own.width_px, bgra=made.tobytes())

    return pixels_of
