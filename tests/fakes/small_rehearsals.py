"""Rehearsals at a quarter of their width and height, for tests that ask what becomes of a video and not how it looks.

Rendering and reading a full one takes most of the time of such a test. What is rendered from which order is tested at full
size in `unit/rehearsal`, and the whole way from a fresh start to a full file in `end_to_end/test_command_line.py`.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from vidu_desktop.domain.modes import FrameSize
from vidu_desktop.rehearsal.render_queue import RenderQueue
from vidu_desktop.rehearsal.task_store import AcceptedTask

_TIMES_SMALLER = 4


def _smaller(side_px: int) -> int:
    return 2 * round(side_px / _TIMES_SMALLER / 2)  # H.264 needs even numbers


@contextmanager
def small_rehearsals() -> Iterator[None]:
    """Render small what this process accepts inside this context."""
    begin = RenderQueue.begin

    def begin_smaller(self: RenderQueue, task: AcceptedTask) -> None:
        asked = task.order.frame
        frame = FrameSize(_smaller(asked.width_px), _smaller(asked.height_px))
        begin(self, replace(task, order=replace(task.order, frame=frame)))

    RenderQueue.begin = begin_smaller  # type: ignore[method-assign]
    try:
        yield
    finally:
        RenderQueue.begin = begin  # type: ignore[method-assign]
