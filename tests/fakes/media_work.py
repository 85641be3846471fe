"""Work for the helper processes that goes wrong in many ways."""

import ctypes
import os
import re
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path


def own_pid() -> int:
    return os.getpid()


def add(first: int, second: int) -> int:
    return first + second


def crash() -> None:
    os.kill(os.getpid(), signal.SIGSEGV)


def read_nowhere() -> bytes:
    return ctypes.string_at(0)


def wait_for(began_path: str, goes_on_path: str) -> None:
    """Create the file `began_path`, and wait until `goes_on_path` exists."""
    Path(began_path).touch()
    while not Path(goes_on_path).exists():
        time.sleep(0.01)


def print_like_a_decoder() -> None:
    """Write to both outputs as a library in C does."""
    for descriptor in (1, 2):
        os.write(descriptor, b"TIFFReadDirectory: Warning, unknown field.\n")


def hang() -> None:
    time.sleep(600)


def tell_and_hang(tell: Callable[[float], None]) -> None:
    tell(0.5)
    hang()


def hang_in_c() -> None:
    """Hold the interpreter's lock for good, so that no Python code in the helper can stop it."""
    re.match(r"(a+)+$", "a" * 60 + "b")


def eat_memory() -> int:
    return len(bytearray(4 << 30))


def killed_the_first_times(tries_path: str, times: int) -> int:
    """Be killed `times` times, as the system does when memory runs out; then return the number of this try."""
    tries = Path(tries_path)
    with tries.open("a") as file:
        file.write("x")
    if tries.stat().st_size <= times:
        os.kill(os.getpid(), signal.SIGKILL)
    return tries.stat().st_size


def peak_memory_bytes() -> int:
    """Return the most memory that this process has ever used. On Linux, ru_maxrss would include its parent's."""
    status = Path("/proc/self/status")
    if status.exists():
        return next(
            int(line.split()[1]) * 1024 for line in status.read_text().splitlines() if "VmHWM" in line
        )
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def raise_unpicklable() -> None:
    class Local(Exception):
        pass

    raise Local


def loaded_modules() -> list[str]:
    return sorted(sys.modules)
