"""Work with files on drives that may be slow, or stop answering: on a thread of its own, so that nothing else waits for it."""

import asyncio
import errno
import os
import threading
from collections.abc import Callable
from concurrent.futures import Future, InvalidStateError
from typing import TypeVar

ANSWERS_S = 1.0
"""How long a drive may take to answer a question for which the window or an order waits."""
T = TypeVar("T")


def _nothing() -> None:
    pass


def begin_on_own_thread(
    function: Callable[[], T], name: str, unwanted: Callable[[], None] = _nothing
) -> tuple[threading.Thread, "Future[T]"]:
    """Start a thread with this name that runs `function` to its end, and return it with the future of the result. If the
    future is cancelled before, the thread calls `unwanted` at its end. Raises OSError (ENOMEM) where the system has no thread
    left.
    """
    done: Future[T] = Future()

    def work() -> None:
        try:
            try:
                result = function()
            except BaseException as error:  # noqa: BLE001 - raised again for the caller
                done.set_exception(error)
            else:
                done.set_result(result)
        except InvalidStateError:  # the caller no longer waits
            unwanted()

    # A daemon thread: a drive that never answers must not keep the program from ending.
    thread = threading.Thread(target=work, name=name, daemon=True)
    try:
        thread.start()
    except RuntimeError as error:
        raise OSError(errno.ENOMEM, os.strerror(errno.ENOMEM)) from error
    return thread, done


async def on_own_thread(function: Callable[[], T], name: str) -> T:
    """Run `function` on a new thread with this name, and return its result. The function runs to its end even if the waiting
    task is cancelled.
    """
    _, done = begin_on_own_thread(function, name)
    return await asyncio.wrap_future(done)


class DriveQuestions:
    """Asks drives questions for callers that may block for a moment, but not for long. While an answer is still awaited, no
    other question is asked: each of them would hold a thread. May be used from any thread. `within_s` is ANSWERS_S if not given.
    """

    def __init__(self, name: str, within_s: float | None = None) -> None:
        self._name = name
        self._within_s = within_s
        self._hanging: threading.Thread | None = None

    def ask(self, question: Callable[[], T]) -> T:
        """Return the answer. Raises OSError where it doesn't come in time (ETIMEDOUT) or can't be asked for (ENOMEM), and whatever
        `question` raises.
        """
        if self._hanging is None or not self._hanging.is_alive():
            thread, done = begin_on_own_thread(question, self._name)
            thread.join(ANSWERS_S if self._within_s is None else self._within_s)
            if done.done():
                self._hanging = None
                return done.result()
            self._hanging = thread
        raise OSError(errno.ETIMEDOUT, os.strerror(errno.ETIMEDOUT))
