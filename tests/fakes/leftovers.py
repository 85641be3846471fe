"""What a test leaves running behind itself: threads, tasks, timers. Whatever does may disturb any test after it."""

import asyncio
import sys
import threading
import time
from collections.abc import Iterable
from typing import Any

PATIENCE_S = 20.0
"""A thread that was told to end may be slow on a busy machine; where all is well nothing is waited for."""


_tasks: list[str] = []


def task_name(task: "asyncio.Task[Any]") -> str:
    """Return what a task is called and does; nothing for the one in which anyio runs tests, its own to end."""
    work = getattr(task.get_coro(), "__qualname__", "?")
    return "" if work.startswith("TestRunner.") else f"task {task.get_name()}: {work}"


def watch_loops() -> None:
    """Let `asyncio.run`, and who runs loops as it does, note the tasks that are left before they are cancelled."""
    close = asyncio.Runner.close

    def noting_close(runner: asyncio.Runner) -> None:
        loop = getattr(runner, "_loop", None)  # `get_loop` would make one
        if loop is not None and not loop.is_closed():
            _tasks.extend(name for task in asyncio.all_tasks(loop) if (name := task_name(task)))
        close(runner)

    asyncio.Runner.close = noting_close  # type: ignore[method-assign,assignment]


def tasks_left() -> list[str]:
    """Return what was left since the last time, and forget it."""
    left = [*_tasks]
    _tasks.clear()
    return left


def running_timers() -> dict[int, Any]:
    """Return the timers of Qt that run, by where they are in memory."""
    core = sys.modules.get("PySide6.QtCore")
    if core is None:
        return {}
    import shiboken6

    wrappers = shiboken6.getAllValidWrappers()
    return {id(one): one for one in wrappers if isinstance(one, core.QTimer) and one.isActive()}


def timer_name(timer: Any) -> str:
    return f"timer of {type(timer.parent()).__name__}, every {timer.interval()} ms"


def threads_left(before: Iterable[threading.Thread], patience_s: float = PATIENCE_S) -> list[str]:
    """Return the threads that came since `before` and don't end; those of Qt, which Python never started, are Qt's to end."""
    deadline_s = time.monotonic() + patience_s
    new = {one for one in set(threading.enumerate()) - set(before) if not one.name.startswith("Dummy-")}
    for thread in new:
        thread.join(max(0.0, deadline_s - time.monotonic()))
    return [f"thread {thread.name}" for thread in new if thread.is_alive()]
