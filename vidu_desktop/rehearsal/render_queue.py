"""Passes accepted orders to the renderer, and notes in the task store how each ended."""

import logging
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from vidu_desktop.adapters.processes.helper_processes import HelperFailed, Task
from vidu_desktop.rehearsal.folders import clear_parts
from vidu_desktop.rehearsal.render_order import TakenOrder
from vidu_desktop.rehearsal.task_store import AcceptedTask, TaskStore

_log = logging.getLogger(__name__)


_RENDER: Task[TakenOrder, Path, None] = Task("vidu_desktop.rehearsal.rendering:render")


class Pool(Protocol):
    """The part of the helper processes that rendering needs."""

    def submit(
        self,
        deadline_s: float | None,
        work: Task[*tuple[Any, ...], Any],
        *args: Any,
        on_progress: Callable[[float], None] | None = None,
    ) -> "Future[Any]": ...


class RenderQueue:
    """Renders the tasks of the store, each as soon as the pool has a helper for it."""

    def __init__(self, store: TaskStore, pool: Pool) -> None:
        self._store = store
        self._pool = pool

    def begin(self, task: AcceptedTask) -> None:
        """Have the task rendered when a helper is free; the result is written into the store."""
        future = self._pool.submit(
            None,  # no deadline: a long video on a slow computer may take its time, as long as it goes on
            _RENDER,
            task.order,
            self._store.folder(task.task_id),
            on_progress=partial(self._store.progressed, task.task_id),
        )
        future.add_done_callback(partial(self._ended, task.task_id))

    def _ended(self, task_id: str, future: "Future[Any]") -> None:
        if future.cancelled():
            clear_parts(self._store.folder(task_id))
            return  # the program is ending; the next start renders it again
        error = future.exception()
        if isinstance(error, HelperFailed):
            clear_parts(self._store.folder(task_id))
        if error is not None:
            _log.warning("A rehearsal could not be rendered: %s", type(error).__name__)
        words = {"code": "1230", "message": "The rehearsal could not be rendered. Please try again."}
        # With a full disk, the task stays unfinished in the store, and the next start renders it again.
        with suppress(OSError):
            self._store.finished(task_id, None if error is None else words)
