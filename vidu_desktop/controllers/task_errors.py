"""Handles errors of background work: an error is shown in the notice line or given to the caller, and ends only that work."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

from vidu_desktop.controllers.notices import Notices
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.engine.tasks import TaskKeeper
from vidu_desktop.errors import BadInput, Sentence, ViduDesktopError

T = TypeVar("T")
Verb = Callable[..., Coroutine[Any, Any, None]]
BeginFilling = Callable[[Callable[[], object] | None], Callable[[], None]]
"""Announces that a tab is going to be filled; returns a function that announces the end."""

_TRIPPED = QT_TRANSLATE_NOOP(
    "session",
    "The program tripped ({kind}), so that wasn't done, or only in part. Help > Save a report writes down what is "
    "needed to mend it.",
)


def fill_nothing(_call_off: Callable[[], object] | None) -> Callable[[], None]:
    """Do nothing, where there are no tabs."""
    return lambda: None


class GuardedTasks:
    """Starts verbs, each with a name for the log; the error of a verb is shown in the notice line."""

    def __init__(
        self, tasks: TaskKeeper, notices: Notices, begin_filling: BeginFilling = fill_nothing
    ) -> None:
        self._tasks = tasks
        self._notices = notices
        self._begin_filling = begin_filling

    def start(
        self, name: str, verb: Verb, *values: object, writes: bool = False, fills: bool = False
    ) -> asyncio.Task[None] | None:
        """Run `verb` with these values as a task. After the window's end nothing is started, although a timer may still call
        this. The window's end waits for a task that `writes` what the person did; nothing can be ordered from the tabs
        while a task `fills` a tab.
        """
        if self._tasks.closed:
            return None
        task = self._tasks.start(name, self.run(verb, *values), writes=writes)
        if fills:
            filled = self._begin_filling(None if writes else task.cancel)
            task.add_done_callback(lambda _task: filled())
        return task

    def say_and_go_on(self, outcome: ViduDesktopError) -> None:
        """Show the error while the running verb keeps trying by itself; the window's end doesn't wait for it any longer."""
        self._tasks.wait_no_longer()
        self.say(outcome)

    async def run(self, verb: Verb, *values: object) -> None:
        """Run `verb` with these values, and show its error. An unexpected error is also raised, for the log."""
        await answer_with_result(lambda: verb(*values), self.say)

    def say(self, outcome: ViduDesktopError | None) -> None:
        """Show an error in the notice line; do nothing for None."""
        if outcome is not None:
            self._notices.say_error(outcome)


class AnsweringTasks:
    """Starts coroutines for the interface, which gets the outcome by a callback. `tripped` tells of a fault of the program."""

    def __init__(self, tasks: TaskKeeper, tripped: str = _TRIPPED) -> None:
        self._tasks = tasks
        self._tripped = tripped

    def start(
        self,
        name: str,
        work: Callable[[], Coroutine[Any, Any, T]],
        answer: Callable[[T | ViduDesktopError], None],
    ) -> None:
        """Run `work` as a task; `answer` is called with its outcome exactly once, unless the task is cancelled. Nothing is
        started after the window's end.
        """
        if self._tasks.closed:
            return
        self._tasks.start(name, answer_with_result(work, answer, self._tripped))


async def answer_with_result(
    work: Callable[[], Coroutine[Any, Any, T]],
    answer: Callable[[T | ViduDesktopError], None],
    tripped: str = _TRIPPED,
) -> None:
    """Call `answer` with the result of `work`, or with its error. An unexpected error is answered and also raised: so the
    caller always gets an answer, and the log has the error.
    """
    try:
        outcome: T | ViduDesktopError = await work()
    except ViduDesktopError as error:
        outcome = error
    except Exception as error:
        answer(BadInput("our-fault", Sentence(tripped, {"kind": type(error).__name__})))
        raise
    answer(outcome)
