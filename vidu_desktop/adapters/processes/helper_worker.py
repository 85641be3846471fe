"""What runs inside a helper process: its limits, and how results and errors come back.

Nothing but plain values crosses back: an exception that can't be unpickled would break the whole pool.
"""

import contextlib
import importlib
import os
import signal
import sys
import threading
from collections.abc import Callable
from multiprocessing import connection, parent_process

from vidu_desktop.errors import BadInput, DiskTrouble, NotAVideo, Sentence, ViduDesktopError

_CARRIED: dict[str, type[ViduDesktopError]] = {"BadInput": BadInput, "NotAVideo": NotAVideo}

_NICENESS = 5
"""A lower priority than the window's: a picture that is checked a little later is better than a stutter."""

Answer = tuple[str, object]
"""`("value", result)`, `("error", how to build it again)`, `("memory", "")`, `("unready", ...)` or `("failed", exception's name)`."""


def start(memory_bytes: int) -> None:
    """Prepare this process: limited memory, can be killed at any moment, ends with its parent."""
    # The pool's own handler is Python code: while a decoder hangs in C it would never run.
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if hasattr(signal, "SIGALRM"):
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
    if hasattr(os, "nice"):
        os.nice(_NICENESS)
    # The libraries behind numpy would start a thread for each core, each of which reserves its share of the memory.
    os.environ.update(OPENBLAS_NUM_THREADS="1", OMP_NUM_THREADS="1")
    _silence_libraries()
    _limit_memory(memory_bytes)
    threading.Thread(target=_leave_with_parent, name="parent-watch", daemon=True).start()


def _silence_libraries() -> None:
    """Drop what libtiff, libpng, FFmpeg and Pillow print about a file: it would appear in the person's terminal and
    tell them nothing that they can do. What goes wrong is in the answer.
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
    with contextlib.suppress(ValueError, OSError):  # macOS refuses limits below what is mapped already
        resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, hard))


def _leave_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)


def perform(work: Callable[..., object], deadline_s: float, args: tuple[object, ...]) -> Answer:
    """Do one piece of work; the kernel ends this process when it takes longer than `deadline_s`.

    A timer of the kernel and not of Python, because it also fires inside a hanging decoder and when the parent
    is gone; and ITIMER_REAL stands still while the machine sleeps, so that waking up kills nothing.
    """
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, deadline_s)
    try:
        return "value", work(*args)
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
    """Import what a piece of work needs. Raises whatever keeps it from being found."""
    importlib.import_module(module)
    # A compiled part: from a folder whose name the system's encoding lacks, Python (3.13) can't load any.
    importlib.import_module("PIL._imaging")


def rebuilt_error(described: object) -> ViduDesktopError:
    """Build the error again that `perform` described."""
    assert isinstance(described, tuple)  # noqa: S101 - our own envelope
    kind, code, template, values, full = described
    sentence = Sentence(template, values)
    if kind == "DiskTrouble":
        return DiskTrouble(code, sentence, full=full)
    return _CARRIED.get(kind, BadInput)(code, sentence)
