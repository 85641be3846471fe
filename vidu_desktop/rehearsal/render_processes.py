"""Helper processes: they do one call at a time, report progress, and end with the program, however it ends."""

import contextlib
import multiprocessing
import os
import pickle
import queue
import signal
import threading
from collections.abc import Callable
from concurrent.futures import Future
from multiprocessing.connection import Connection, wait
from typing import Any

Work = Callable[..., Any]
"""A function at the top of a module; its last argument is `report(share)` when the caller wants progress."""

_NICENESS = 10


class HelperDied(Exception):
    """The process ended in the middle of a call, or was ended because it stood still."""


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        # Ready as soon as the parent is gone, also by kill -9: the system closes its end of a pipe.
        wait([parent.sentinel])
    os._exit(1)


def _serve(connection: Connection, warm: Callable[[], None]) -> None:
    """Run in the helper: take calls until the pipe closes."""
    # Ctrl-C in a terminal reaches the whole group; the program decides when its helpers end.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # What decoders and encoders print about a file is nothing that the person at the terminal can use.
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for number in (1, 2):
        os.dup2(nowhere, number)
    os.close(nowhere)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    if hasattr(os, "nice"):
        os.nice(_NICENESS)
    warm()
    while True:
        try:
            work, arguments, wants_progress = connection.recv()
        except (EOFError, OSError):
            return
        if wants_progress:
            arguments = (*arguments, lambda share: connection.send(("progress", share)))
        try:
            answer = ("done", work(*arguments))
        except Exception as exc:  # noqa: BLE001 - handed to the caller, whatever it is
            answer = ("raised", exc)
        try:
            connection.send(answer)
        except (TypeError, AttributeError, ValueError, pickle.PicklingError) as exc:  # it can't be pickled
            connection.send(("raised", RuntimeError(f"{answer[0]}: {exc}")))


class PoolStopped(HelperDied):
    """The program ends; the work was broken off or never begun."""


class _Helper:
    """One process and our end of its pipe."""

    def __init__(self, warm: Callable[[], None]) -> None:
        context = multiprocessing.get_context("spawn")
        self._connection, theirs = context.Pipe()
        self._process = context.Process(
            target=_serve, args=(theirs, warm), name="vidu-desktop-helper", daemon=True
        )
        self._process.start()
        theirs.close()

    @property
    def pid(self) -> int | None:
        return self._process.pid

    @property
    def alive(self) -> bool:
        return self._process.is_alive()

    def call(
        self,
        work: Work,
        arguments: tuple[Any, ...],
        on_progress: Callable[[float], None] | None,
        stands_still_s: float,
    ) -> Any:
        """Raise what the work raised, or HelperDied, also after `stands_still_s` without a sign of life."""
        try:
            self._connection.send((work, arguments, on_progress is not None))
            while True:
                if not self._connection.poll(stands_still_s):
                    raise HelperDied("stood still")
                kind, value = self._connection.recv()
                if kind == "progress" and on_progress is not None:
                    on_progress(value)
                elif kind == "raised":
                    raise value
                elif kind == "done":
                    return value
        except (EOFError, ConnectionError) as exc:
            raise HelperDied("ended in the middle of its work") from exc

    def kill(self) -> None:
        with contextlib.suppress(OSError, ValueError):
            self._process.kill()

    def close(self) -> None:
        self.kill()
        self._process.join()
        self._process.close()
        self._connection.close()


class _Call:
    def __init__(
        self, work: Work, arguments: tuple[Any, ...], on_progress: Callable[[float], None] | None
    ) -> None:
        self.work = work
        self.arguments = arguments
        self.on_progress = on_progress
        self.future: Future[Any] = Future()


class HelperPool:
    """Some helpers and a queue before them. Each starts when it is needed and ends after `idle_s` without work.

    `warm` is called by a helper at its start: its imports cost time. `count` helpers work at once.
    """

    def __init__(
        self,
        warm: Callable[[], None],
        *,
        count: int = 1,
        idle_s: float = 60.0,
        stands_still_s: float = 60.0,
    ) -> None:
        self._warm = warm
        self._idle_s = idle_s
        self._stands_still_s = stands_still_s
        self._calls: queue.Queue[_Call | None] = queue.Queue()
        self._lock = threading.Lock()
        self._helpers: set[_Helper] = set()
        self._stopped = False
        self._threads = [
            threading.Thread(target=self._work, name=f"rehearsal-helper-{number}", daemon=True)
            for number in range(count)
        ]

    def start(self) -> None:
        for thread in self._threads:
            thread.start()

    def submit(
        self, work: Work, *arguments: Any, on_progress: Callable[[float], None] | None = None
    ) -> "Future[Any]":
        """Return a future: the result, what the work raised, HelperDied or PoolStopped. `on_progress` is called in a thread."""
        call = _Call(work, arguments, on_progress)
        with self._lock:
            if self._stopped:
                call.future.set_exception(PoolStopped("the program is ending"))
            else:
                self._calls.put(call)
        return call.future

    @property
    def pids(self) -> list[int]:
        """The processes that live now."""
        with self._lock:
            return [helper.pid for helper in self._helpers if helper.pid is not None]

    def stop(self) -> None:
        """End everything at once; what isn't done gets PoolStopped. Returns when the processes are gone."""
        with self._lock:
            self._stopped = True
            for helper in self._helpers:
                helper.kill()
        for _ in self._threads:
            self._calls.put(None)
        for thread in self._threads:
            thread.join()

    def _work(self) -> None:
        helper: _Helper | None = None
        try:
            while True:
                try:
                    call = self._calls.get(timeout=self._idle_s if helper else None)
                except queue.Empty:
                    self._ended(helper)
                    helper = None
                    continue
                if call is None:
                    return
                helper = self._run(call, helper)
        finally:
            self._ended(helper)
            self._cancel_waiting()

    def _run(self, call: _Call, helper: _Helper | None) -> _Helper | None:
        """Do one call. Gives the helper for the next, None when there is none any more."""
        if not call.future.set_running_or_notify_cancel():
            return helper
        if helper is not None and not helper.alive:  # it was ended while it had nothing to do
            self._ended(helper)
            helper = None
        try:
            helper = helper or self._begun()
            result = helper.call(call.work, call.arguments, call.on_progress, self._stands_still_s)
        except HelperDied as exc:
            self._ended(helper)
            call.future.set_exception(PoolStopped("the program is ending") if self._stopped else exc)
            return None
        except Exception as exc:  # noqa: BLE001 - it is the caller's
            call.future.set_exception(exc)
        else:
            call.future.set_result(result)
        return helper

    def _begun(self) -> _Helper:
        with self._lock:
            if self._stopped:
                raise PoolStopped("the program is ending")
            helper = _Helper(self._warm)
            self._helpers.add(helper)
            return helper

    def _ended(self, helper: _Helper | None) -> None:
        if helper is not None:
            with self._lock:
                self._helpers.discard(helper)
            helper.close()

    def _cancel_waiting(self) -> None:
        with contextlib.suppress(queue.Empty):
            while True:
                call = self._calls.get_nowait()
                if call is None:
                    self._calls.put(None)  # another thread's
                    return
                call.future.set_exception(PoolStopped("the program is ending"))
