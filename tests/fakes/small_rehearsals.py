"""Rehearsals in a quarter of their width and height, for whoever asks what becomes of a video and not how it looks.

Rendering and reading one in full takes most of such a test's time. What is rendered from what order is tried in
`unit/rehearsal`, in full, and the whole way from a fresh start to a full file in `end_to_end/test_command_line.py`.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from vidu_desktop.domain.modes import FrameSize
from vidu_desktop.rehearsal.render_queue import Stage
from vidu_desktop.rehearsal.task_store import AcceptedTask

_TIMES_SMALLER = 4


def _smaller(side_px: int) -> int:
    return 2 * round(side_px / _TIMES_SMALLER / 2)  # even, as H.264 needs it


@contextmanager
def small_rehearsals() -> Iterator[None]:
    """Let what is accepted in here, in this process, be rendered small."""
    begin = Stage.begin

    def begin_smaller(self: Stage, task: AcceptedTask) -> None:
        asked = task.order.frame
        frame = FrameSize(_smaller(asked.width_px), _smaller(asked.height_px))
        begin(self, replace(task, order=replace(task.order, frame=frame)))

    Stage.begin = begin_smaller  # type: ignore[method-assign]
    try:
        yield
    finally:
        Stage.begin = begin  # type: ignore[method-assign]
