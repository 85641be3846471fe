"""One helper process and our end of its pipe. All methods block, so they are for a thread that does nothing else."""

import multiprocessing
import signal
import time
from collections.abc import Callable
from contextlib import suppress
from enum import Enum

from vidu_desktop.adapters.processes import helper_worker
from vidu_desktop.adapters.processes.helper_worker import Answer, Limits, Work

_HAS_KERNEL_TIMER = hasattr(signal, "setitimer")
_KILLED = -getattr(signal, "SIGKILL", -1)
"""The exit code of a helper that was killed from outside: by the system for lack of memory, or by a person. A decoder never
ends that way.
"""
_END_S = 10.0
"""How many seconds a helper that has closed its pipe may take to end."""


class Mishap(Enum):
    """How a helper can end without an answer."""

    DIED = "died"
    """The helper crashed or was killed."""
    TOO_SLOW = "too slow"
    TOO_LARGE = "too large"
    """The work needed more memory than a helper gets."""
    NOT_STARTED = "not started"
    """No helper can start this work, whatever the file: the fault is the program's or the computer's."""
    CONFUSED = "confused"
    """The decoder gave up with an error of its own."""


class HelperFailed(Exception):
    """The work has no answer; the caller decides what that means for the file. `detail` is for logs only."""

    def __init__(self, mishap: Mishap, detail: str = "") -> None:
        super().__init__(f"{mishap.value} {detail}".strip())
        self.mishap = mishap
        self.detail = detail


class KilledFromOutside(HelperFailed):
    """The helper was killed from outside. That says nothing about the file, so another try is worth it."""

    def __init__(self) -> None:
        super().__init__(Mishap.DIED, "killed from outside")


class Helper:
    """Creating a Helper starts its process. Raises OSError when the system can't start another one."""

    def __init__(self, limits: Limits, name: str) -> None:
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(
            target=helper_worker.serve, args=(theirs, limits), name=name, daemon=True
        )
        try:
            self._process.start()
        except BaseException:
            self._pipe.close()
            raise
        finally:
            theirs.close()

    @property
    def is_alive(self) -> bool:
        return self._process.is_alive()

    def wait_until_ready(self, start_s: float) -> None:
        """Raise HelperFailed when the helper ends before it is ready, or isn't ready within `start_s`."""
        try:
            if self._pipe.poll(start_s):
                self._pipe.recv()
                return
        except (EOFError, OSError) as error:
            raise HelperFailed(Mishap.NOT_STARTED, "it ended at its start") from error
        raise HelperFailed(Mishap.NOT_STARTED, "no helper began")

    def call(
        self,
        work: Work,
        deadline_s: float | None,
        args: tuple[object, ...],
        on_progress: Callable[[float], None] | None,
        stands_still_s: float | None,
    ) -> Answer:
        """Return the answer of `work`. Raises HelperFailed when there is none, or after `stands_still_s` without a sign of
        life; then this helper is of no more use.
        """
        until_s = None
        if deadline_s is not None and not _HAS_KERNEL_TIMER:
            until_s = time.monotonic() + deadline_s
        try:
            self._pipe.send((work, deadline_s, args, on_progress is not None))
            while True:
                left_s = stands_still_s if until_s is None else max(0.0, until_s - time.monotonic())
                if not self._pipe.poll(left_s):
                    raise HelperFailed(Mishap.TOO_SLOW, "stood still")
                kind, content = self._pipe.recv()
                if kind != "progress":
                    return kind, content
                if on_progress is not None:
                    on_progress(content)
        except (EOFError, OSError) as error:
            raise self._end_of() from error

    def _end_of(self) -> HelperFailed:
        self._process.join(_END_S)
        code = self._process.exitcode
        if code == _KILLED:
            return KilledFromOutside()
        too_slow = _HAS_KERNEL_TIMER and code == -signal.SIGALRM
        return HelperFailed(Mishap.TOO_SLOW if too_slow else Mishap.DIED, str(code))

    def kill(self) -> None:
        """End the helper at once; a thread that waits for its answer gets HelperFailed. May be called from any thread, and
        after the helper has ended.
        """
        with suppress(OSError, ValueError):
            self._process.kill()

    def close(self) -> None:
        """End the helper and wait until it is gone."""
        self.kill()
        self._process.join()
        self._process.close()
        self._pipe.close()
