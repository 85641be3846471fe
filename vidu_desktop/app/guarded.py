"""The library's verbs as tasks: what goes wrong is said in the calm line, and ends that verb only."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

from vidu_desktop.app.notices import Notices
from vidu_desktop.engine.tasks import TaskKeeper
from vidu_desktop.errors import ViduDesktopError

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
        """Run `verb` with these values; what goes wrong is said."""
        try:
            await verb(*values)
        except ViduDesktopError as error:
            self._notices.say_error(error)
