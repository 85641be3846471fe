"""What runs inside a helper process: its limits, and how results and errors come back.

Only plain values come back, and the errors that the caller has named.
"""

import importlib
import os
import pickle
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing import connection, parent_process
from typing import Any, Generic, TypeVar, TypeVarTuple

from vidu_desktop.errors import BadInput, DiskTrouble, NotAVideo, Sentence, ViduDesktopError

Ts = TypeVarTuple("Ts")
T = TypeVar("T")

_CARRIED: dict[str, type[ViduDesktopError]] = {"BadInput": BadInput, "NotAVideo": NotAVideo}
_OURS = "vidu_desktop."

Answer = tuple[str, object]
"""`("value", result)`, `("error", how to build it again)`, `("raised", error)`, `("memory", "")`, `("unready", ...)` or `("failed", exception's name)`."""


@dataclass(frozen=True, slots=True)
class Task(Generic[*Ts, T]):
    """Work named as `"module:function"`, so that only the helper imports the module with the decoders that it needs. A
    `Task[str, int, Path]` takes a str and an int and returns a Path.
    """

    name: str

    @property
    def module(self) -> str:
        return self.name.partition(":")[0]

    def found(self) -> Callable[..., object]:
        """Import the function. Raises ImportError, also for a module that isn't ours, so that no other code can be called by
        a name.
        """
        module, _, function = self.name.partition(":")
        if not module.startswith(_OURS):
            raise ImportError(self.name)
        found: Callable[..., object] = getattr(importlib.import_module(module), function)
        return found


Work = Task[*tuple[Any, ...], Any] | Callable[..., object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The limits of a helper.

    `memory_bytes` is address space. `niceness` lowers the helper's priority below the window's: a picture that is checked a
    little later is better than a window that stutters. `carried` are errors that come back as they are; they must be
    picklable. `warm` is a module that is imported at the start, because importing it takes long.
    """

    memory_bytes: int
    niceness: int
    carried: tuple[type[Exception], ...] = ()
    warm: str | None = None


def serve(pipe: connection.Connection, limits: Limits) -> None:
    """Run in the helper process: answer calls until the pipe closes."""
    start(limits)
    pipe.send(("ready", ""))
    while True:
        try:
            work, deadline_s, args, wants_progress = pipe.recv()
        except (EOFError, OSError):
            return
        except Exception as error:  # noqa: BLE001 - the work can't be found from here
            pipe.send(("unready", type(error).__name__))
            continue
        if wants_progress:
            args = (*args, lambda share: pipe.send(("progress", share)))
        answer = perform(work, deadline_s, args, limits.carried)
        try:
            pipe.send(answer)
        except (TypeError, AttributeError, ValueError, pickle.PicklingError) as error:  # it can't be pickled
            pipe.send(("failed", type(error).__name__))


def start(limits: Limits) -> None:
    """Prepare this process: it gets limited memory, can be killed at any moment, and ends with its parent."""
    # Ctrl-C in a terminal reaches the whole process group, but the program decides when its helpers end.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "nice"):
        os.nice(limits.niceness)
    # The libraries behind numpy would start a thread for each core, and each thread reserves memory.
    os.environ.update(OPENBLAS_NUM_THREADS="1", OMP_NUM_THREADS="1")
    _silence_libraries()
    _limit_memory(limits.memory_bytes)
    threading.Thread(target=_leave_with_parent, name="parent-watch", daemon=True).start()
    if limits.warm is not None:
        importlib.import_module(limits.warm)


def _silence_libraries() -> None:
    """Drop what libtiff, libpng, FFmpeg and Pillow print about a file: it would appear in the person's terminal, where nobody
    can do anything about it. The answer says what went wrong.
    """
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for number in (1, 2):
        os.dup2(nowhere, number)
    os.close(nowhere)


def _limit_memory(memory_bytes: int) -> None:
    if sys.platform == "win32":
        return
    import resource  # not on Windows

    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    with suppress(ValueError, OSError):  # macOS refuses limits below the size already mapped
        resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, hard))


def _leave_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        # The sentinel is ready as soon as the parent is gone, even by kill -9: the system closes its end of a
        # pipe.
        connection.wait([parent.sentinel])
        for clear_away in tuple(_unfinished):
            with suppress(Exception):
                clear_away()
        os._exit(1)


_unfinished: list[Callable[[], object]] = []


@contextmanager
def cleared_if_alone(clear_away: Callable[[], object]) -> Iterator[None]:
    """Call `clear_away`, on another thread, if the program is killed during the body: nobody else would know any more what
    this process has begun to write.
    """
    _unfinished.append(clear_away)
    try:
        yield
    finally:
        _unfinished.remove(clear_away)


def perform(
    work: Work, deadline_s: float | None, args: tuple[object, ...], carried: tuple[type[Exception], ...] = ()
) -> Answer:
    """Do one piece of work; the kernel ends this process when the work takes longer than `deadline_s`.

    The timer is the kernel's and not Python's, because it also fires inside a hanging decoder and after the parent has ended.
    ITIMER_REAL stands still while the computer sleeps, so that waking up kills nothing.
    """
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, deadline_s or 0)
    try:
        function = work.found() if isinstance(work, Task) else work
        return "value", function(*args)
    except DiskTrouble as error:
        return "error", (
            "DiskTrouble",
            error.code,
            error.sentence.template,
            dict(error.sentence.values),
            error.full,
        )
    except ViduDesktopError as error:
        kind = type(error).__name__
        return "error", (kind, error.code, error.sentence.template, dict(error.sentence.values), False)
    except carried as error:
        return "raised", error
    except MemoryError:
        return "memory", ""
    except (ImportError, SyntaxError) as error:
        return "unready", type(error).__name__
    except Exception as error:  # noqa: BLE001 - decoders raise all kinds; the caller knows what it means
        return "failed", type(error).__name__
    finally:
        if hasattr(signal, "setitimer"):
            signal.setitimer(signal.ITIMER_REAL, 0)


def find_work(module: str) -> None:
    """Import the module of a piece of work. Raises whatever the import raises."""
    importlib.import_module(module)
    # Python 3.13 can't load compiled modules from a folder whose name the system's encoding lacks, so one is
    # tried.
    importlib.import_module("PIL._imaging")


def rebuilt_error(described: object) -> ViduDesktopError:
    """Build again the error that `perform` described."""
    assert isinstance(described, tuple)  # noqa: S101 - our own envelope
    kind, code, template, values, full = described
    sentence = Sentence(template, values)
    if kind == "DiskTrouble":
        return DiskTrouble(code, sentence, full=full)
    return _CARRIED.get(kind, BadInput)(code, sentence)
