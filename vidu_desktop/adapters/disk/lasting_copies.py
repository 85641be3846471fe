"""Copies from drives that may stop answering in the middle. Each has a thread of its own, so that nothing else waits for it."""

import asyncio
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from vidu_desktop.adapters.disk.own_threads import begin_on_own_thread

_WITHIN_S = 120.0
"""Enough for the largest still on a slow drive."""


class LastingCopies:
    """While a copy from a folder hangs, nothing more is read from there: each such copy holds a thread."""

    def __init__(self, within_s: float = _WITHIN_S) -> None:
        self._within_s = within_s
        self._hanging: dict[Path, threading.Thread] = {}

    async def run(self, folder: Path, copy: Callable[[], None], forget: Callable[[], None]) -> bool:
        """Run `copy`, which reads from `folder`, and return whether it was done. One that ends too late is undone by `forget`.
        Raises whatever `copy` raises.
        """
        before = self._hanging.get(folder)
        if before is not None and before.is_alive():
            return False

        def undo() -> None:
            with suppress(OSError):
                forget()

        thread, done = begin_on_own_thread(copy, "copy of a still", undo)
        try:
            await asyncio.wait_for(asyncio.wrap_future(done), self._within_s)
        except TimeoutError:
            self._hanging[folder] = thread
            return False
        return True
