"""The check that fails a test with leftovers notices a thread, a task and a timer."""

import asyncio
import threading

from fakes.leftovers import running_timers, tasks_left, threads_left, timer_name
from PySide6.QtCore import QObject, QTimer


def test_a_thread_that_goes_on_is_seen_and_one_that_ends_is_not() -> None:
    before, over = set(threading.enumerate()), threading.Event()
    lasting = threading.Thread(target=over.wait, name="lasting")
    lasting.start()
    assert threads_left(before, patience_s=0.01) == ["thread lasting"]
    over.set()
    assert threads_left(before) == []


def test_a_task_that_a_closed_loop_cuts_off_is_seen() -> None:
    async def forget() -> None:
        asyncio.get_running_loop().create_task(asyncio.Event().wait(), name="forgotten")

    asyncio.run(forget())
    assert tasks_left() == ["task forgotten: Event.wait"]
    assert tasks_left() == []


def test_a_timer_that_runs_is_seen(qapp: object) -> None:
    owner = QObject()
    timer = QTimer(owner, interval=60_000)
    assert timer not in running_timers().values()
    timer.start()
    assert "timer of QObject, every 60000 ms" in map(timer_name, running_timers().values())
    timer.stop()
