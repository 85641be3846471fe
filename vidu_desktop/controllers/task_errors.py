"""The library's verbs as tasks: what goes wrong is said in the calm line, and ends that verb only."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

from vidu_desktop.controllers.notices import Notices
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.engine.tasks import TaskKeeper
from vidu_desktop.errors import BadInput, Sentence, ViduDesktopError

Verb = Callable[..., Coroutine[Any, Any, None]]


class GuardedTasks:
    """Starts verbs; each has a name for the log."""

    def __init__(self, tasks: TaskKeeper, notices: Notices) -> None:
        self._tasks = tasks
        self._notices = notices

    def start(self, name: str, verb: Verb, *values: object) -> asyncio.Task[None]:
        """Run `verb` with these values as a task."""
        return self._tasks.start(name, self.run(verb, *values))

    async def run(self, verb: Verb, *values: object) -> None:
        """Run `verb` with these values; what goes wrong is said. What nobody thought of is raised as well, for the log."""
        try:
            await verb(*values)
        except ViduDesktopError as error:
            self._notices.say_error(error)
        except Exception as error:
            self._notices.say_error(our_fault(error))
            raise


def our_fault(error: Exception) -> BadInput:
    """Say that the program itself tripped: nobody is left without a word."""
    template = QT_TRANSLATE_NOOP(
        "session",
        "The program tripped ({kind}), so that wasn't done, or only in part. Help > Save a report writes down what is "
        "needed to mend it.",
    )
    return BadInput("our-fault", Sentence(template, {"kind": type(error).__name__}))
