"""After the window's end nothing is begun, although a timer may still have its turn when no loop runs any more."""

import asyncio

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
