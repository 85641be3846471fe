"""Runs tests against a mutant, in a forked process that ends at the first red test.

A change inside a function is put into a Python that has already collected all tests (`in_place`): only the fork and the tests
take time. What runs at import (constants, classes, defaults) needs a Python that hasn't loaded the module (`at_import`). A
mutant that doesn't end is ended after a limit: of processor time, since the machine may be busy, or when all of its processes
have slept for a while; a process that waits for the processor doesn't sleep.
"""

import gc
import importlib.machinery
import os
import resource
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any

import pytest
from mutants import Mutant

_write = os.write
"""Kept as it was, because a failing test may leave a patched one behind."""
LEFT, RED, BROKEN = 0, 1, 3
"""How a child ends: all tests green, a red test, or no test at all (a fault of this tool)."""
CPU_S, TIMES, WALL_S, ASLEEP_S, MORE_BYTES = 1.5, 6, 900, 3, 2 << 30
PYTEST = [
    *("-q", "-x", "-s", "-m", "not slow", "-p", "no:randomly", "--no-header", "--tb=no"),
    *("-W", "ignore::pytest.PytestAssertRewriteWarning", "--hypothesis-profile=mutants"),
]


def quiet_hypothesis() -> None:
    """Let Hypothesis use the same examples for each mutant, keep nothing on the disk, and not shrink failures."""
    from hypothesis import Phase, settings

    phases = (Phase.explicit, Phase.generate)
    settings.register_profile("mutants", deadline=None, derandomize=True, database=None, phases=phases)


class _AtFirstRed:
    """Writes the name of the red test to its pipe, and ends the process at once."""

    def __init__(self, pipe: int) -> None:
        self._pipe = pipe

    def pytest_runtest_logreport(self, report: Any) -> None:
        if report.failed:
            _write(self._pipe, report.nodeid.encode())
            os._exit(RED)


class _Chosen:
    """Runs the chosen tests in their order, whatever else was collected."""

    def __init__(self, names: dict[str, float]) -> None:
        self._names = names

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: Any) -> bool:
        if session.testsfailed:
            os._exit(RED)  # the mutant can't be imported
        run_items({item.nodeid: item for item in session.items}, self._names)
        return True


def run_items(items: dict[str, Any], names: dict[str, float]) -> None:
    """Run these tests; a test that takes far more processor time than the given seconds ends the process."""
    known = [items[name] for name in names if name in items]
    if not known:
        os._exit(BROKEN)
    for item, following in zip(known, [*known[1:], None], strict=True):
        signal.setitimer(signal.ITIMER_PROF, CPU_S + TIMES * names[item.nodeid])
        item.ihook.pytest_runtest_protocol(item=item, nextitem=following)
    signal.setitimer(signal.ITIMER_PROF, 0)


def forked(work: Callable[[int], None]) -> tuple[int | None, str]:
    """Run `work` in a child; return how the child ended (None: by the time limit), and the name of the red test. Only a
    second time-out counts: a very busy machine may hold up a child without a fault.
    """
    end, red = _forked(work)
    return _forked(work) if end is None else (end, red)


def _forked(work: Callable[[int], None]) -> tuple[int | None, str]:
    read_end, write_end = os.pipe()
    pid = os.fork()
    if not pid:
        os.setsid()
        bytes_at_most = (
            int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize() + MORE_BYTES
        )
        resource.setrlimit(resource.RLIMIT_AS, (bytes_at_most, bytes_at_most))
        void = os.open(os.devnull, os.O_RDWR)
        for descriptor in (0, 1, 2):
            os.dup2(void, descriptor)
        try:
            work(write_end)
        finally:
            os._exit(BROKEN)
    os.close(write_end)
    end = _end_of(pid)
    with suppress(ProcessLookupError):
        os.killpg(pid, signal.SIGKILL)
    with os.fdopen(read_end, "rb") as pipe:
        return end, pipe.read(4096).decode(errors="replace")


def _end_of(pid: int) -> int | None:
    begun_s = awake_s = time.monotonic()
    worked = 0
    while (now_s := time.monotonic()) < begun_s + WALL_S and now_s < awake_s + ASLEEP_S:
        done, status = os.waitpid(pid, os.WNOHANG)
        if done:
            code = os.waitstatus_to_exitcode(status)
            return None if code in (-signal.SIGPROF, -signal.SIGKILL) else code
        time.sleep(0.01 if now_s < begun_s + 2 else 0.5)
        if now_s > begun_s + 2:
            running, ticks = _life_of(pid)
            if running or ticks != worked:
                worked, awake_s = ticks, now_s
        else:
            awake_s = now_s
    os.killpg(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    return None


def _life_of(session: int) -> tuple[bool, int]:
    """Return whether any thread of this session runs or waits for a processor or the disk, and how long all have run."""
    running, ticks = False, 0
    for pid in filter(str.isdigit, os.listdir("/proc")):  # noqa: PTH208 - glob trips over what ends meanwhile
        with suppress(OSError):
            if os.getsid(int(pid)) != session:
                continue
            for thread in os.listdir(f"/proc/{pid}/task"):  # noqa: PTH208
                stat = Path(f"/proc/{pid}/task/{thread}/stat").read_text()
                fields = stat.rpartition(")")[2].split()  # state, parent, group, session ...
                running = running or fields[0] in "RD"
                ticks += int(fields[11]) + int(fields[12])
    return running, ticks


def at_import(path: Path, code: CodeType | None, names: dict[str, float]) -> tuple[int | None, str]:
    """Run the tests in a Python that loads this code in place of the file's. The program must not be loaded yet."""

    def work(pipe: int) -> None:
        read = importlib.machinery.SourceFileLoader.get_code

        def get_code(loader: Any, name: str) -> Any:
            return code if code and loader.path == str(path) else read(loader, name)

        importlib.machinery.SourceFileLoader.get_code = get_code  # type: ignore[method-assign,assignment]
        files = list(dict.fromkeys(name.partition("::")[0] for name in names))
        os._exit(pytest.main([*PYTEST, base_temp(), *files], plugins=[_Chosen(names), _AtFirstRed(pipe)]))

    return forked(work)


def base_temp() -> str:
    """Return one folder for the tests of all mutants. Each run empties it, so that the disk doesn't fill up."""
    return f"--basetemp={Path(tempfile.gettempdir()) / f'mutants-{os.getuid()}-{os.getppid()}'}"


def in_place(functions: list[FunctionType], mutant: Mutant, path: Path) -> bool:
    """Put the mutant's code into the running program; return False if none of its functions contains it."""
    changed = {_key(code): code for code in _codes(mutant.compiled(path))}
    done = False
    for function in functions:
        code = changed.get(_key(function.__code__))
        if code and code != function.__code__ and code.co_freevars == function.__code__.co_freevars:
            function.__code__ = code
            done = True
    return done


def functions_of(path: Path) -> list[FunctionType]:
    return [
        found
        for found in gc.get_objects()
        if isinstance(found, FunctionType) and found.__code__.co_filename == str(path)
    ]


def _codes(code: CodeType) -> Iterator[CodeType]:
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield constant
            yield from _codes(constant)


def _key(code: CodeType) -> tuple[str, int]:
    return code.co_qualname, code.co_firstlineno


def run_here(items: dict[str, Any], config: Any, names: dict[str, float]) -> Callable[[int], None]:
    """Return the work for a child of a Python that has collected `items`."""

    def work(pipe: int) -> None:
        config.pluginmanager.register(_AtFirstRed(pipe))
        run_items(items, names)
        sys.stdout.flush()
        os._exit(LEFT)

    return work
