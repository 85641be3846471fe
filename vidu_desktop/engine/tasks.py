"""The one place that starts tasks: each has a name, is kept until it ends, and its failure is logged."""

import asyncio
import logging
from collections.abc import Coroutine
from contextlib import suppress
from typing import Any

_WRITTEN_WITHIN_S = 30.0
"""A drive that doesn't answer must not keep the program from ending."""
_log = logging.getLogger(__name__)


class TaskKeeper:
    """Starts tasks on the running loop and ends them together."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[Any]] = set()
        self._writing: set[asyncio.Task[Any]] = set()
        self._ends: set[asyncio.Event] = set()
        """Set whenever fewer tasks write, by those who wait for that."""
        self._closed = False

    @property
    def closed(self) -> bool:
        """Whether nothing is begun any more."""
        return self._closed

    def start(self, name: str, work: Coroutine[Any, Any, Any], *, writes: bool = False) -> asyncio.Task[Any]:
        """Start `work`. A failure is logged with the task's name, and ends that task only. After `cancel_all` nothing is
        started any more: the returned task is a cancelled one. `writes` marks tasks for which `written` waits.
        """
        task = asyncio.get_running_loop().create_task(work, name=name)
        if self._closed:  # from a timer that was set before; what it works with is being closed
            task.cancel()
        self._tasks.add(task)
        if writes:
            self._writing.add(task)
        task.add_done_callback(self._ended)
        return task

    def _ended(self, task: asyncio.Task[Any]) -> None:
        self._tasks.discard(task)
        self._not_waited_for(task)
        if not task.cancelled() and (error := task.exception()):
            _log.error("task %s failed", task.get_name(), exc_info=error)

    def wait_no_longer(self) -> None:
        """Let `written` not wait for the running task any more: the person was told that the disk doesn't take it now."""
        if (task := asyncio.current_task()) is not None:
            self._not_waited_for(task)

    def _not_waited_for(self, task: asyncio.Task[Any]) -> None:
        self._writing.discard(task)
        for fewer_write in self._ends:
            fewer_write.set()

    async def written(self, within_s: float = _WRITTEN_WITHIN_S) -> None:
        """Wait, `within_s` at most, until everything that the person did is on the disk, or was reported as
        failed; for the end.
        """
        fewer_write = asyncio.Event()
        self._ends.add(fewer_write)
        with suppress(TimeoutError):
            async with asyncio.timeout(within_s):
                while self._writing:
                    fewer_write.clear()
                    await fewer_write.wait()
        self._ends.discard(fewer_write)

    async def cancel_all(self) -> None:
        """Cancel all tasks, wait until they have ended, and start nothing from now on."""
        self._closed = True
        tasks = [task for task in self._tasks if task is not asyncio.current_task()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
