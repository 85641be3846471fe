"""A pool of helper processes, in which foreign files are opened and long work is done.

A file that makes a decoder crash, hang or use up memory ends its own call and nothing else.
"""

import asyncio
import os
import threading
from collections.abc import Callable
from concurrent.futures import Future, InvalidStateError
from contextlib import suppress
from time import monotonic
from typing import Any, TypeVar, TypeVarTuple, overload

from vidu_desktop.adapters.processes import helper_worker
from vidu_desktop.adapters.processes.helper import Helper, HelperFailed, KilledFromOutside, Mishap
from vidu_desktop.adapters.processes.helper_worker import Limits, Task, Work
from vidu_desktop.adapters.processes.waiting_lines import Line, Turns

__all__ = ["HelperFailed", "HelperProcesses", "Line", "Mishap", "Task", "usable_cores"]

T = TypeVar("T")
Ts = TypeVarTuple("Ts")

# A limit of address space, not of use: a worker with PIL and PyAV maps 130 MB before it does anything, and
# allocators reserve more than they touch. The pictures' own limits keep the use under 300 MB.
_MEMORY_BYTES = 1 << 30
_START_S = 60.0
"""How many seconds a helper may take to start on a busy computer."""
_ENDS_WITHIN_S = 30.0
"""How many seconds the end waits for helpers: one that reads from a drive that doesn't answer can't even be killed."""
_NICENESS = 5

_MISHAPS = {"memory": Mishap.TOO_LARGE, "unready": Mishap.NOT_STARTED}
_KNOWN = frozenset({Mishap.TOO_SLOW, Mishap.TOO_LARGE, Mishap.NOT_STARTED})


def usable_cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class _Call:
    """One piece of work, from its place in a line to its answer. It can be cancelled until there is an answer."""

    def __init__(
        self,
        deadline_s: float | None,
        work: Work,
        args: tuple[object, ...],
        on_progress: Callable[[float], None] | None,
    ) -> None:
        self.deadline_s = deadline_s
        self.work = work
        self.args = args
        self.on_progress = on_progress
        self.answer: Future[Any] = Future()


class HelperProcesses:
    """Up to `workers` helper processes, each with a thread that waits for it. Helpers start when there is work for them, end
    after `idle_s` without work (None: never), and are replaced when they die. Calls wait in lines.

    Work must be importable by name, and take and return plain values. Spawned helpers import the main module again (as
    `__mp_main__`), so importing it must have no effect. `tries` is how often work is tried whose helper is killed from
    outside. `stands_still_s` is how long a call may last without a sign of life.
    """

    def __init__(
        self,
        *,
        workers: int = 2,
        memory_bytes: int = _MEMORY_BYTES,
        niceness: int = _NICENESS,
        start_s: float = _START_S,
        idle_s: float | None = None,
        stands_still_s: float | None = None,
        tries: int = 2,
        carried: tuple[type[Exception], ...] = (),
        warm: str | None = None,
        name: str = "helper",
        ends_within_s: float = _ENDS_WITHIN_S,
    ) -> None:
        self._workers = workers
        self._limits = Limits(memory_bytes=memory_bytes, niceness=niceness, carried=carried, warm=warm)
        self._start_s = start_s
        self._idle_s = idle_s
        self._stands_still_s = stands_still_s
        self._tries = tries
        self._name = name
        self._ends_within_s = ends_within_s
        self._changed = threading.Condition()  # guards all below
        self._running: set[Future[Any]] = set()  # waiting calls, too
        self._waiting: Turns[_Call] = Turns()
        self._helpers: dict[Helper, _Call | None] = {}
        self._threads: list[threading.Thread] = []
        self._free = 0
        self._closed = False

    def get_ready(self, module: str) -> None:
        """Start a helper before there is work for it, and let it import `module`, which is one of ours."""
        self.submit(self._start_s, helper_worker.find_work, module)

    def widen(self, workers: int) -> None:
        """Allow up to `workers` helpers; the number is never reduced."""
        self._workers = max(self._workers, workers)

    @overload
    async def run(
        self,
        deadline_s: float | None,
        work: Task[*Ts, T],
        *args: *Ts,
        line: Line = Line.PICTURES,
        on_progress: Callable[[float], None] | None = None,
    ) -> T: ...
    @overload
    async def run(
        self,
        deadline_s: float | None,
        work: Callable[..., T],
        *args: object,
        line: Line = Line.PICTURES,
        on_progress: Callable[[float], None] | None = None,
    ) -> T: ...
    async def run(
        self,
        deadline_s: float | None,
        work: Work,
        *args: object,
        line: Line = Line.PICTURES,
        on_progress: Callable[[float], None] | None = None,
    ) -> object:
        """Do `work(*args)` in a helper, within `deadline_s` of its start there. May be awaited on any loop; `on_progress` is
        called on that loop. Cancelling this ends the helper.

        Raises those of our own errors that the work raised, HelperFailed when there is no answer, also because the system
        can't start another process, and CancelledError when `close` is called meanwhile, which says nothing about the file.
        """
        tell = on_progress
        if on_progress is not None:
            loop = asyncio.get_running_loop()

            def tell(share: float) -> None:
                loop.call_soon_threadsafe(on_progress, share)

        return await asyncio.wrap_future(self.submit(deadline_s, work, *args, line=line, on_progress=tell))

    def submit(
        self,
        deadline_s: float | None,
        work: Work,
        *args: object,
        line: Line = Line.PICTURES,
        on_progress: Callable[[float], None] | None = None,
    ) -> "Future[Any]":
        """Do the same as `run` for a caller without a loop; `on_progress` is called in a thread. Cancelling the future ends
        the helper; `close` cancels the future.
        """
        call = _Call(deadline_s, work, args, on_progress)
        call.answer.add_done_callback(lambda _answer: self._is_done(call))
        with self._changed:
            closed = self._closed
            if not closed:
                self._running.add(call.answer)
                self._waiting.add(line, call)
                if self._free < len(self._waiting) and len(self._threads) < self._workers:
                    self._start_thread()
                self._changed.notify()
            is_stranded = not (closed or self._threads)
        if closed:
            call.answer.cancel()
        elif is_stranded:
            _fail(call, HelperFailed(Mishap.NOT_STARTED, "no thread"))
        return call.answer

    def close(self) -> None:
        """End the helpers at once and cancel their calls. Returns when the helpers are gone, as far as they can be ended. May be
        called twice.
        """
        with self._changed:
            self._closed = True
            running, helpers, threads = tuple(self._running), tuple(self._helpers), tuple(self._threads)
            self._changed.notify_all()
        for answer in running:
            answer.cancel()
        for helper in helpers:
            helper.kill()
        until_s = monotonic() + self._ends_within_s
        for thread in threads:
            thread.join(max(0.0, until_s - monotonic()))

    def _is_done(self, call: _Call) -> None:
        with self._changed:
            self._running.discard(call.answer)
            for helper, busy_with in self._helpers.items():
                if busy_with is call and call.answer.cancelled():
                    helper.kill()

    # -- on a thread for each helper -------------------------------------------------------------------------------

    def _start_thread(self) -> None:
        thread = threading.Thread(target=self._work, name=f"{self._name} {len(self._threads)}", daemon=True)
        with suppress(RuntimeError):  # the system has no thread left; those that there are do the work
            thread.start()
            self._threads.append(thread)

    def _work(self) -> None:
        helper: Helper | None = None
        while True:
            call = self._next(self._idle_s if helper else None)
            if call is None and self._closed:
                break
            if call is None:
                self._end(helper)
                helper = None
            else:
                helper = self._answer(call, helper)
        self._end(helper)

    def _next(self, idle_s: float | None) -> _Call | None:
        """Wait for the next call. Return None when `idle_s` is over, or the pool is closed."""
        with self._changed:
            self._free += 1
            try:
                self._changed.wait_for(lambda: self._closed or len(self._waiting) > 0, idle_s)
                return None if self._closed else self._waiting.next()
            finally:
                self._free -= 1

    def _answer(self, call: _Call, helper: Helper | None) -> Helper | None:
        """Answer a call; return the helper for the next call, None if it is gone."""
        for tries_left in reversed(range(self._tries)):
            if call.answer.done():
                return helper
            if helper is not None and not helper.is_alive:  # it ended while it was idle
                self._end(helper)
                helper = None
            try:
                helper = helper or self._begun(call)
                self._perform(call, helper)
            except KilledFromOutside as error:
                self._end(helper)
                helper = None
                if not tries_left:
                    _fail(call, error)
            except HelperFailed as error:
                if error.mishap is not Mishap.CONFUSED:  # after CONFUSED the helper lives on
                    self._end(helper)
                    helper = None
                return self._report_failure(call, helper, error)
            except Exception as error:  # noqa: BLE001 - the work can't be pickled, perhaps
                _fail(call, error)
                return helper
            else:
                return helper
        return helper

    def _begun(self, call: _Call) -> Helper:
        try:
            helper = Helper(self._limits, self._name)
        except OSError as error:
            raise HelperFailed(Mishap.NOT_STARTED, str(error)) from error
        with self._changed:
            self._helpers[helper] = call
            unwanted = self._closed or call.answer.cancelled()
        try:
            if unwanted:
                raise HelperFailed(Mishap.NOT_STARTED, "not wanted any more")
            helper.wait_until_ready(self._start_s)
        except HelperFailed:
            self._end(helper)
            raise
        return helper

    def _perform(self, call: _Call, helper: Helper) -> None:
        with self._changed:
            self._helpers[helper] = call
            if call.answer.cancelled():
                return
        try:
            kind, content = helper.call(
                call.work, call.deadline_s, call.args, call.on_progress, self._stands_still_s
            )
        finally:
            with self._changed:
                if helper in self._helpers:
                    self._helpers[helper] = None
        if kind == "error":
            _fail(call, helper_worker.rebuilt_error(content))
        elif kind == "raised" and isinstance(content, Exception):
            _fail(call, content)
        elif kind == "value":
            with suppress(InvalidStateError):  # cancelled at the same moment
                call.answer.set_result(content)
        else:
            raise HelperFailed(_MISHAPS.get(kind, Mishap.CONFUSED), str(content))

    def _report_failure(self, call: _Call, helper: Helper | None, error: HelperFailed) -> Helper | None:
        """Report that a call has failed. Before its file is blamed, check that a helper can load the work at all."""
        if error.mishap in _KNOWN or call.answer.done():
            _fail(call, error)
            return helper
        try:
            helper = helper or self._begun(call)
            module = call.work.module if isinstance(call.work, Task) else call.work.__module__
            kind, _ = helper.call(helper_worker.find_work, self._start_s, (module,), None, None)
        except (HelperFailed, OSError):
            self._end(helper)
            helper, kind = None, "unready"
        _fail(call, error if kind == "value" else HelperFailed(Mishap.NOT_STARTED, error.detail))
        return helper

    def _end(self, helper: Helper | None) -> None:
        if helper is not None:
            with self._changed:
                known = helper in self._helpers
                self._helpers.pop(helper, None)
            if known:
                helper.close()


def _fail(call: _Call, error: Exception) -> None:
    with suppress(InvalidStateError):  # cancelled
        call.answer.set_exception(error)
