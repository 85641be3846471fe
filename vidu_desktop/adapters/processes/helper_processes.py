"""The helper processes in which files from strangers are opened.

A file that makes a decoder crash, hang or use up memory ends its own call and nothing else.
"""

import asyncio
import concurrent.futures
import contextlib
import multiprocessing
import os
import signal
import time
from collections.abc import Callable
from concurrent.futures import Future, InvalidStateError, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from enum import Enum
from typing import TYPE_CHECKING, TypeVar, TypeVarTuple, cast

from vidu_desktop.adapters.processes import helper_worker
from vidu_desktop.adapters.processes.waiting_lines import Line, Turns

if TYPE_CHECKING:
    from pebble import ProcessPool

T = TypeVar("T")
Ts = TypeVarTuple("Ts")

# Of address space, not of use: a worker with PIL and PyAV maps 130 MB before it has done anything, and
# allocators reserve more than they touch. The pictures' own caps keep what is used under 300 MB.
_MEMORY_BYTES = 1 << 30
_HAS_KERNEL_TIMER = hasattr(signal, "setitimer")
_START_S = 60.0
"""How long a helper may take to start, on a busy machine."""
_LOOK_EVERY_S = 0.1
_KILLED = -getattr(signal, "SIGKILL", -1)
"""The exit code of a helper that was killed from outside: by the system for want of memory, or by a person. No
decoder ends that way.
"""


def usable_cores() -> int:
    """Count the cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Mishap(Enum):
    """How a helper can end without an answer."""

    DIED = "died"
    """It crashed or was killed."""
    TOO_SLOW = "too slow"
    TOO_LARGE = "too large"
    """It needed more memory than a helper gets."""
    NOT_STARTED = "not started"
    """No helper can begin with this work, whatever the file: the fault is ours or the machine's."""
    CONFUSED = "confused"
    """The decoder gave up with an error of its own."""


_MISHAPS = {"memory": Mishap.TOO_LARGE, "unready": Mishap.NOT_STARTED}


class HelperFailed(Exception):
    """The work has no answer; the caller says what that means for the file. `detail` is for logs only."""

    def __init__(self, mishap: Mishap, detail: str = "") -> None:
        super().__init__(f"{mishap.value} {detail}".strip())
        self.mishap = mishap
        self.detail = detail


class _KilledFromOutside(Exception):
    """Raised for a helper that was killed from outside: that says nothing about the file, and is tried again."""


class _Call:
    """One piece of work, from its place in a line to its answer; cancelled as long as there is none."""

    def __init__(self, deadline_s: float, work: Callable[..., object], args: tuple[object, ...]) -> None:
        self.deadline_s = deadline_s
        self.work = work
        self.args = args
        self.answer: Future[helper_worker.Answer] = Future()

    def take(self, done: "Future[helper_worker.Answer]") -> None:
        """Pass on the result of this call of the pool."""
        if done.cancelled():
            self.answer.cancel()
        elif (error := done.exception()) is not None:
            self.fail(error)
        else:
            with contextlib.suppress(InvalidStateError):  # cancelled in the same moment
                self.answer.set_result(done.result())

    def fail(self, error: BaseException) -> None:
        """Answer with an error."""
        with contextlib.suppress(InvalidStateError):
            self.answer.set_exception(error)


class MediaProcesses:
    """Up to `workers` helper processes, started with the first call, replaced when they die. Calls wait in lines.

    `run` may be awaited on any loop. Functions that are run must be importable by name and take and return plain
    values. Spawned helpers import the main module again (as `__mp_main__`), so that must do nothing by itself.
    """

    def __init__(
        self, *, workers: int = 2, memory_bytes: int = _MEMORY_BYTES, start_s: float = _START_S
    ) -> None:
        self._workers = workers
        self._memory_bytes = memory_bytes
        self._start_s = start_s
        self._pool: ProcessPool | None = None
        self._running: set[Future[helper_worker.Answer]] = set()  # those that wait, too
        self._waiting: Turns[_Call] = Turns()
        self._at_work = 0
        self._closed = False
        # Starting a process takes tens of milliseconds: never on the loop's thread.
        self._starter = ThreadPoolExecutor(max_workers=1, thread_name_prefix="media-processes")

    def widen(self, workers: int) -> None:
        """Allow up to `workers` helpers, and no fewer than before, if none has been started yet."""
        if self._pool is None:
            self._workers = max(self._workers, workers)

    async def run(
        self, deadline_s: float, work: Callable[[*Ts], T], *args: *Ts, line: Line = Line.PICTURES
    ) -> T:
        """Do `work(*args)` in a helper, `deadline_s` at most once it has begun.

        Raises what the work raised of our own errors, HelperFailed when it has no answer, and CancelledError when
        `close` comes in between: that says nothing about the file.
        """
        try:
            return await self._done(line, deadline_s, work, args)
        except HelperFailed as failed:
            is_known = failed.mishap in (Mishap.TOO_SLOW, Mishap.TOO_LARGE, Mishap.NOT_STARTED)
            if is_known or await self._can_start(line, work.__module__):
                raise
            raise HelperFailed(Mishap.NOT_STARTED, failed.detail) from failed

    async def _can_start(self, line: Line, module: str) -> bool:
        """Whether a helper starts and finds the work's module. Asked after a failure, before a file is blamed for it."""
        try:
            kind, _ = await self._answer(line, _START_S, helper_worker.find_work, (module,))
        except (BrokenProcessPool, _KilledFromOutside, HelperFailed):
            return False
        return kind == "value"

    async def _done(self, line: Line, deadline_s: float, work: Callable[[*Ts], T], args: tuple[*Ts]) -> T:
        for last_try in (False, True):
            try:
                kind, content = await self._answer(line, deadline_s, work, args)
                break
            except (BrokenProcessPool, _KilledFromOutside) as error:
                # An idle helper was killed, which breaks the pool as a whole, and it is built anew; or this call's own was.
                if last_try:
                    raise HelperFailed(Mishap.DIED) from error
        if kind == "value":
            return cast("T", content)
        if kind == "error":
            raise helper_worker.rebuilt_error(content)
        raise HelperFailed(_MISHAPS.get(kind, Mishap.CONFUSED), str(content))

    async def _answer(
        self, line: Line, deadline_s: float, work: Callable[..., object], args: tuple[object, ...]
    ) -> helper_worker.Answer:
        if self._closed:
            raise asyncio.CancelledError
        call = _Call(deadline_s, work, args)
        try:
            await asyncio.wrap_future(self._starter.submit(self._stand_in_line, line, call))
        except asyncio.CancelledError:
            call.answer.cancel()
            raise
        from pebble import ProcessExpired  # loaded by now, on the starter's thread

        try:
            return await asyncio.wrap_future(call.answer)
        except ProcessExpired as error:
            if error.exitcode == _KILLED:
                raise _KilledFromOutside from error
            too_slow = _HAS_KERNEL_TIMER and error.exitcode == -signal.SIGALRM
            raise HelperFailed(Mishap.TOO_SLOW if too_slow else Mishap.DIED, str(error.exitcode)) from error
        except TimeoutError as error:
            raise HelperFailed(Mishap.TOO_SLOW) from error

    # -- on the starter's thread -----------------------------------------------------------------------------------

    def _stand_in_line(self, line: Line, call: "_Call") -> None:
        self._running.add(call.answer)
        call.answer.add_done_callback(self._running.discard)
        self._waiting.add(line, call)
        self._begin_next()

    def _begin_next(self) -> None:
        """Give the helpers no more than they can do at once: the pool itself has only one queue."""
        while self._at_work < self._workers and (call := self._waiting.next()) is not None:
            if not call.answer.done():
                self._begin(call)

    def _begin(self, call: "_Call") -> None:
        try:
            if self._pool is None or not self._pool.active:
                self._pool = self._new_pool()
                self._see_it_start(self._pool, call.work.__module__)
            # The pool's own deadline reads the wall clock, which jumps: only where the kernel has no timer.
            pool_deadline_s = None if _HAS_KERNEL_TIMER else call.deadline_s
            done = self._pool.schedule(
                helper_worker.perform, (call.work, call.deadline_s, call.args), timeout=pool_deadline_s
            )
        except (
            HelperFailed,
            RuntimeError,
            OSError,
        ) as error:  # the pool has just ended, or there is no room for a process
            call.fail(error)
            return
        self._at_work += 1

        def pass_cancelling_on(answer: "Future[helper_worker.Answer]") -> None:
            if answer.cancelled():
                done.cancel()  # type: ignore[no-untyped-call]

        call.answer.add_done_callback(pass_cancelling_on)
        done.add_done_callback(lambda done: self._end(call, done))

    def _end(self, call: "_Call", done: "Future[helper_worker.Answer]") -> None:
        """On a thread of the pool: pass the answer on, and start the next call."""
        call.take(done)
        with contextlib.suppress(RuntimeError):  # closed meanwhile
            self._starter.submit(self._free_one)

    def _free_one(self) -> None:
        self._at_work -= 1
        if not self._closed:
            self._begin_next()

    def _new_pool(self) -> "ProcessPool":
        from pebble import ProcessPool  # a tenth of a second: not before the first picture

        if self._pool is not None:
            self._pool.stop()  # type: ignore[no-untyped-call]
            self._pool.join()
        pool = ProcessPool(
            max_workers=self._workers,
            initializer=helper_worker.start,
            initargs=(self._memory_bytes,),
            context=multiprocessing.get_context("spawn"),
        )
        _ = pool.active  # starts it
        return pool

    def _see_it_start(self, pool: "ProcessPool", module: str) -> None:
        """Wait for the first helper: a pool whose helpers end at their start starts them for ever, or breaks."""
        deadline_s = time.monotonic() + self._start_s
        try:
            begun = pool.schedule(helper_worker.find_work, (module,))
            while not (self._closed or begun.done()) and time.monotonic() < deadline_s:
                concurrent.futures.wait([begun], _LOOK_EVERY_S)
            if self._closed or (begun.done() and pool.active):
                return
        except RuntimeError as error:  # pebble's word for a pool that is broken
            detail = str(error)
        else:
            detail = "no helper began"
        self._pool = None
        pool.stop()  # type: ignore[no-untyped-call]
        pool.join()
        raise HelperFailed(Mishap.NOT_STARTED, detail)

    def close(self) -> None:
        """End the helpers at once; calls under way are cancelled. May be called twice."""
        if self._closed:
            return
        self._closed = True
        self._starter.submit(self._stop).result()
        self._starter.shutdown()

    def _stop(self) -> None:
        for future in tuple(self._running):
            future.cancel()
        pool, self._pool = self._pool, None
        if pool is not None:
            pool.stop()  # type: ignore[no-untyped-call]
            pool.join()
