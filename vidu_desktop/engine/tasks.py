"""The one place that starts tasks: each has a name, is kept until it ends, and its failure is reported."""

import asyncio
import logging
from collections.abc import Coroutine
from typing import Any

_WRITTEN_WITHIN_S = 30.0
"""A drive that doesn't answer must not keep the program from ending."""
_log = logging.getLogger(__name__)


class TaskKeeper:
    """Starts tasks on the running loop and ends them together."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[Any]] = set()
        self._writing: set[asyncio.Task[Any]] = set()
        self._closed = False

    @property
    def closed(self) -> bool:
        """Whether nothing is begun any more."""
        return self._closed

    def start(self, name: str, work: Coroutine[Any, Any, Any], *, writes: bool = False) -> asyncio.Task[Any]:
        """Start `work`. A failure is logged with its name; it ends that task only. After `cancel_all` nothing is begun any
        more: the task is a cancelled one. `written` waits for those that write.
        """
        task = asyncio.get_running_loop().create_task(work, name=name)
        if self._closed:  # a timer that was set before: what it works with is being closed
            task.cancel()
        self._tasks.add(task)
        if writes:
            self._writing.add(task)
        task.add_done_callback(self._ended)
        return task

    def _ended(self, task: asyncio.Task[Any]) -> None:
        self._tasks.discard(task)
        self._writing.discard(task)
        if not task.cancelled() and (error := task.exception()):
            _log.error("task %s failed", task.get_name(), exc_info=error)

    async def written(self) -> None:
        """Wait until what the person did so far is on the disk, or was said not to be; for the end."""
        if self._writing:
            await asyncio.wait(self._writing, timeout=_WRITTEN_WITHIN_S)

    async def cancel_all(self) -> None:
        """Cancel what still runs, wait until it has ended, and begin nothing from now on."""
        self._closed = True
        tasks = [task for task in self._tasks if task is not asyncio.current_task()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
