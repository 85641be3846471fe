"""A thread that does one piece of work after the other, for callers on any loop and for callers without one."""

import asyncio
import logging
import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future, InvalidStateError
from contextlib import suppress
from typing import TypeVar

ENDS_WITHIN_S = 30.0
"""A drive that doesn't answer must not keep the program from ending."""
T = TypeVar("T")

_log = logging.getLogger(__name__)


class Worker:
    """Runs functions in its own thread, in the order in which they were given.

    The thread starts with the first function. It is a daemon: a program that is torn down must not hang, and whatever runs
    here has to survive a kill anyway.
    """

    def __init__(self, name: str, ends_within_s: float = ENDS_WITHIN_S) -> None:
        self._name = name
        self._ends_within_s = ends_within_s
        self._work: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._gate = threading.Lock()
        self._closed = False

    async def run(self, function: Callable[[], T]) -> T:
        """Run `function` in the thread and return its result.

        The function runs to its end even if the waiting task is cancelled: what was paid for must be written down.
        """
        return await asyncio.wrap_future(self._give(function))

    def run_sync(self, function: Callable[[], T]) -> T:
        """Do the same as `run` for a caller that has no loop and may block."""
        return self._give(function).result()

    def close(self, last: Callable[[], None] | None = None) -> None:
        """Finish the work that was given so far, as far as it doesn't hang, and end the thread; later work is refused with
        RuntimeError. `last` is done behind all of it, in the thread, if that has begun at all. May be repeated.
        """
        with self._gate:
            thread, self._thread = self._thread, None
            if not self._closed:
                self._closed = True
                if last is not None:
                    self._work.put(last)
                self._work.put(None)
        if thread is not None:
            thread.join(self._ends_within_s)

    def _give(self, function: Callable[[], T]) -> "Future[T]":
        future: Future[T] = Future()

        def work() -> None:
            # Cancelling the waiting task cancels only the future: then nobody takes the result.
            try:
                result = function()
            except BaseException as error:  # noqa: BLE001 - carried to the caller, whatever it is
                try:
                    future.set_exception(error)
                except InvalidStateError:
                    _log.warning("%s: %s, and nobody waited for it", self._name, type(error).__name__)
            else:
                with suppress(InvalidStateError):
                    future.set_result(result)

        with self._gate:
            if self._closed:
                raise RuntimeError(f"{self._name} is closed")
            if self._thread is None:
                thread = threading.Thread(target=self._loop, name=self._name, daemon=True)
                thread.start()  # the system may have none left; then the next work begins one
                self._thread = thread
            self._work.put(work)
        return future

    def _loop(self) -> None:
        while (work := self._work.get()) is not None:
            work()
