"""After the window's end no task is started, although a timer may still fire when no loop runs any more."""

import asyncio
from collections.abc import Callable
from dataclasses import replace

import pytest
from fakes.window_context import a_context
from PySide6.QtWidgets import QWidget

from vidu_desktop.controllers.task_errors import AnsweringTasks
from vidu_desktop.engine.tasks import TaskKeeper


def test_a_timer_whose_turn_comes_after_the_loop_begins_nothing(look, qtbot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    tasks = TaskKeeper()
    guarded = a_context(look, window, tasks, notices=None).guarded
    begun: list[str] = []

    async def work() -> None:
        begun.append("work")

    asyncio.run(tasks.cancel_all())

    assert guarded.start("list the rest", work) is None
    AnsweringTasks(tasks).start("look", work, begun.append)
    assert begun == []


def test_what_fills_a_tab_does_so_from_the_wish_on_and_until_it_has_ended_however_it_ends(
    look, qtbot
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    tasks = TaskKeeper()
    heard: list[str] = []
    ways_out: list[Callable[[], object] | None] = []

    def begin(call_off: Callable[[], object] | None) -> Callable[[], None]:
        heard.append("begun")
        ways_out.append(call_off)
        return lambda: heard.append("over")

    guarded = replace(a_context(look, window, tasks, notices=None), begin_filling=begin).guarded

    async def work() -> None:
        heard.append("at work")

    async def never() -> None:
        await asyncio.Event().wait()

    async def story() -> None:
        await guarded.start("use again", work, fills=True)
        await guarded.start("list the rest", work)
        hangs = guarded.start("use again", never, fills=True)
        assert heard[-1] == "begun"
        ways_out[-1]()
        with pytest.raises(asyncio.CancelledError):
            await hangs
        assert heard[-2:] == ["begun", "over"]
        guarded.start("take a job off to change it", never, writes=True, fills=True)
        assert ways_out[-1] is None
        await tasks.cancel_all()

    asyncio.run(story())
    assert heard == ["begun", "at work", "over", "at work", *["begun", "over"] * 2]
