"""Hands accepted orders to the renderer, and notes in the task store how each ended."""

import contextlib
import logging
from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from typing import Any, Protocol

from vidu_desktop.rehearsal import jobs
from vidu_desktop.rehearsal.folders import clear_parts
from vidu_desktop.rehearsal.render_processes import HelperDied, PoolStopped
from vidu_desktop.rehearsal.task_store import Task, TaskBook

_log = logging.getLogger(__name__)


class Pool(Protocol):
    def submit(
        self, work: Callable[..., Any], *arguments: Any, on_progress: Callable[[float], None] | None = None
    ) -> "Future[Any]": ...


class Stage:
    """Renders the tasks of the store, one after the other as the pool allows."""

    def __init__(self, book: TaskBook, pool: Pool) -> None:
        self._book = book
        self._pool = pool

    def begin(self, task: Task) -> None:
        future = self._pool.submit(
            jobs.render,
            task.order,
            self._book.folder(task.task_id),
            on_progress=partial(self._book.progressed, task.task_id),
        )
        future.add_done_callback(partial(self._ended, task.task_id))

    def _ended(self, task_id: str, future: "Future[Any]") -> None:
        error = future.exception()
        if isinstance(error, HelperDied):
            clear_parts(self._book.folder(task_id))
        if isinstance(error, PoolStopped):
            return  # the next start renders it again
        if error is not None:
            _log.warning("A rehearsal could not be rendered: %s", type(error).__name__)
        words = {"code": "1230", "message": "The rehearsal could not be rendered. Please try again."}
        # A full disk: it stays unfinished in the store and is rendered again at the next start.
        with contextlib.suppress(OSError):
            self._book.finished(task_id, None if error is None else words)
