"""Finds what a test leaves running: threads, tasks, timers. Each of them could disturb a later test."""

import asyncio
import sys
import threading
import time
from collections.abc import Iterable
from typing import Any

PATIENCE_S = 60.0
"""How long a thread that was told to end may take, on a busy machine. Normally nothing waits for this."""


_tasks: list[str] = []


def task_name(task: "asyncio.Task[Any]") -> str:
    """Return a task's name and function; empty for the task in which anyio runs tests, which anyio ends itself."""
    work = getattr(task.get_coro(), "__qualname__", "?")
    return "" if work.startswith("TestRunner.") else f"task {task.get_name()}: {work}"


def watch_loops() -> None:
    """Make `asyncio.run` and every other user of `asyncio.Runner` note the tasks that are left before it cancels them."""
    close = asyncio.Runner.close

    def noting_close(runner: asyncio.Runner) -> None:
        loop = getattr(runner, "_loop", None)  # `get_loop` would create one
        if loop is not None and not loop.is_closed():
            _tasks.extend(name for task in asyncio.all_tasks(loop) if (name := task_name(task)))
        close(runner)

    asyncio.Runner.close = noting_close  # type: ignore[method-assign,assignment]


def tasks_left() -> list[str]:
    """Return the tasks that were left since the last call, and forget them."""
    left = [*_tasks]
    _tasks.clear()
    return left


def running_timers() -> dict[int, Any]:
    """Return the running Qt timers, by the id of their Python object."""
    core = sys.modules.get("PySide6.QtCore")
    if core is None:
        return {}
    import shiboken6

    wrappers = shiboken6.getAllValidWrappers()
    return {id(one): one for one in wrappers if isinstance(one, core.QTimer) and one.isActive()}


def timer_name(timer: Any) -> str:
    return f"timer of {type(timer.parent()).__name__}, every {timer.interval()} ms"


def threads_left(before: Iterable[threading.Thread], patience_s: float = PATIENCE_S) -> list[str]:
    """Return the threads that were started since `before` and don't end. Threads of Qt, which Python didn't start, are left
    out.
    """
    deadline_s = time.monotonic() + patience_s
    new = {one for one in set(threading.enumerate()) - set(before) if not one.name.startswith("Dummy-")}
    for thread in new:
        thread.join(max(0.0, deadline_s - time.monotonic()))
    return [f"thread {thread.name}" for thread in new if thread.is_alive()]
