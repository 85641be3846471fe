"""The threads to which the window's loop gives what would hold it up."""

import queue
import threading
from collections.abc import Callable
from concurrent.futures import Executor, Future
from time import monotonic
from typing import ParamSpec, TypeVar

from typing_extensions import override

_MOST = 32
"""More than the work needs: some may hang on a drive that doesn't answer."""
_ENDS_WITHIN_S = 5.0
P = ParamSpec("P")
T = TypeVar("T")


class LoopThreads(Executor):
    """Starts a thread whenever none is free. At the end they are waited for, but not for ever: one that hangs on a drive that
    doesn't answer must not keep the program from ending.
    """

    def __init__(self, ends_within_s: float = _ENDS_WITHIN_S) -> None:
        self._ends_within_s = ends_within_s
        self._work: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._threads: list[threading.Thread] = []
        self._free = threading.Semaphore(0)
        self._gate = threading.Lock()
        self._closed = False

    @override
    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> "Future[T]":
        """Run a function in a thread. Raises RuntimeError after `shutdown`, and where the system has no thread left."""
        future: Future[T] = Future()

        def work() -> None:
            if not future.set_running_or_notify_cancel():
                return
            try:
                result = fn(*args, **kwargs)
            except BaseException as error:  # noqa: BLE001 - raised again for whoever waits
                future.set_exception(error)
            else:
                future.set_result(result)

        with self._gate:
            if self._closed:
                raise RuntimeError("the threads are closed")
            if not self._free.acquire(blocking=False) and len(self._threads) < _MOST:
                thread = threading.Thread(target=self._loop, name=f"loop {len(self._threads)}", daemon=True)
                thread.start()
                self._threads.append(thread)
            self._work.put(work)
        return future

    @override
    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Take no more work, and wait a while for what is under way."""
        with self._gate:
            self._closed = True
            for _ in self._threads:
                self._work.put(None)
        until_s = monotonic() + self._ends_within_s
        for thread in self._threads if wait else ():
            thread.join(max(0.0, until_s - monotonic()))

    def _loop(self) -> None:
        while (work := self._work.get()) is not None:
            work()
            del work  # what it held isn't kept until the next one comes
            self._free.release()
