"""What becomes of work that goes wrong: it is said, in the calm line or to whoever asked, and ends that work only."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

from vidu_desktop.controllers.notices import Notices
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.engine.tasks import TaskKeeper
from vidu_desktop.errors import BadInput, Sentence, ViduDesktopError

T = TypeVar("T")
Verb = Callable[..., Coroutine[Any, Any, None]]
BeginFilling = Callable[[], Callable[[], None]]
"""Says that a tab is going to be filled, and returns what says that it is over."""

_TRIPPED = QT_TRANSLATE_NOOP(
    "session",
    "The program tripped ({kind}), so that wasn't done, or only in part. Help > Save a report writes down what is "
    "needed to mend it.",
)


def fill_nothing() -> Callable[[], None]:
    """Begin no filling, where there are no tabs."""
    return lambda: None


class GuardedTasks:
    """Starts verbs, each with a name for the log; what goes wrong with one is said in the calm line."""

    def __init__(
        self, tasks: TaskKeeper, notices: Notices, begin_filling: BeginFilling = fill_nothing
    ) -> None:
        self._tasks = tasks
        self._notices = notices
        self._begin_filling = begin_filling

    def start(
        self, name: str, verb: Verb, *values: object, writes: bool = False, fills: bool = False
    ) -> asyncio.Task[None] | None:
        """Run `verb` with these values as a task; not after the window's end, when a timer may have its last turn. The end
        waits for one that `writes` what the person did; nothing is ordered from the tabs while one `fills` a tab.
        """
        if self._tasks.closed:
            return None
        task = self._tasks.start(name, self.run(verb, *values), writes=writes)
        if fills:
            filled = self._begin_filling()
            task.add_done_callback(lambda _task: filled())
        return task

    def say_and_go_on(self, outcome: ViduDesktopError) -> None:
        """Say what the running verb tries again by itself; the window's end doesn't wait for it any longer."""
        self._tasks.wait_no_longer()
        self.say(outcome)

    async def run(self, verb: Verb, *values: object) -> None:
        """Run `verb` with these values; what goes wrong is said. What nobody thought of is raised as well, for the log."""
        await answered(lambda: verb(*values), self.say)

    def say(self, outcome: ViduDesktopError | None) -> None:
        """Say in the calm line what went wrong; None is nothing."""
        if outcome is not None:
            self._notices.say_error(outcome)


class AnsweringTasks:
    """Starts coroutines for the interface, which is told by a callable. `tripped` says that the program is at fault."""

    def __init__(self, tasks: TaskKeeper, tripped: str = _TRIPPED) -> None:
        self._tasks = tasks
        self._tripped = tripped

    def start(
        self,
        name: str,
        work: Callable[[], Coroutine[Any, Any, T]],
        answer: Callable[[T | ViduDesktopError], None],
    ) -> None:
        """Run `work` as a task; `answer` hears what came of it, exactly once, unless it is cancelled. Nothing is begun
        after the window's end.
        """
        if self._tasks.closed:
            return
        self._tasks.start(name, answered(work, answer, self._tripped))


async def answered(
    work: Callable[[], Coroutine[Any, Any, T]],
    answer: Callable[[T | ViduDesktopError], None],
    tripped: str = _TRIPPED,
) -> None:
    """Answer what came of `work`, or why nothing did. A fault of our own is answered and raised: nobody is left without
    a word, and the log has it.
    """
    try:
        outcome: T | ViduDesktopError = await work()
    except ViduDesktopError as error:
        outcome = error
    except Exception as error:
        answer(BadInput("our-fault", Sentence(tripped, {"kind": type(error).__name__})))
        raise
    answer(outcome)
