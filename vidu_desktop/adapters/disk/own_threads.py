"""Work with files on drives that may be slow, or stop answering: on a thread of its own, so that nothing else waits for it."""

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import Future, InvalidStateError
from contextlib import suppress
from typing import TypeVar

T = TypeVar("T")


async def on_own_thread(function: Callable[[], T], name: str) -> T:
    """Run `function` on a new thread with this name, and return its result. The function runs to its end even if the waiting
    task is cancelled.
    """
    done: Future[T] = Future()

    def work() -> None:
        try:
            result = function()
        except BaseException as error:  # noqa: BLE001 - raised again for the caller
            with suppress(InvalidStateError):  # the caller no longer waits
                done.set_exception(error)
        else:
            with suppress(InvalidStateError):
                done.set_result(result)

    # A daemon thread: a drive that never answers must not keep the program from ending.
    threading.Thread(target=work, name=name, daemon=True).start()
    return await asyncio.wrap_future(done)
