"""A helper that dies ends only its own call, and no helper outlives the program."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from vidu_desktop.adapters.processes.helper_processes import HelperFailed, HelperProcesses
from vidu_desktop.rehearsal.refusals import Refusal, wrong

DEADLINE_S = 90.0


def own_pid() -> int:
    return os.getpid()


def own_niceness() -> int:
    return os.nice(0)


def refuse() -> None:
    raise wrong("size", "It must be another.")


def return_what_cannot_travel() -> object:
    return lambda: None


def end_suddenly() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def count_to(number: int, report: Callable[[float], None]) -> str:
    for done in range(1, number + 1):
        report(done / number)
    return "counted"


def say_and_wait(path: Path) -> None:
    """Write our process id where the test can see it, then work for a long time."""
    path.with_suffix(".part").write_text(str(os.getpid()))
    path.with_suffix(".part").replace(path)
    signal.pause()


@pytest.fixture
def pool() -> Iterator[HelperProcesses]:
    pool = HelperProcesses(workers=1, niceness=10, tries=1, carried=(Refusal,))
    yield pool
    pool.close()


def test_work_is_done_in_another_process_and_the_process_is_kept(pool: HelperProcesses) -> None:
    first = pool.submit(None, own_pid).result(DEADLINE_S)

    assert first != os.getpid()
    assert pool.submit(None, own_pid).result(DEADLINE_S) == first


@pytest.mark.skipif(not hasattr(os, "nice"), reason="niceness")
def test_a_helper_stands_back_behind_the_interface(pool: HelperProcesses) -> None:
    assert pool.submit(None, own_niceness).result(DEADLINE_S) >= min(19, os.nice(0) + 1)


def test_progress_arrives_in_order_before_the_result(pool: HelperProcesses) -> None:
    shares: list[float] = []

    assert pool.submit(None, count_to, 4, on_progress=shares.append).result(DEADLINE_S) == "counted"
    assert shares == [0.25, 0.5, 0.75, 1.0]


def test_a_refusal_comes_through_as_it_is(pool: HelperProcesses) -> None:
    with pytest.raises(Refusal) as refusal:
        pool.submit(None, refuse).result(DEADLINE_S)

    assert (refusal.value.status, refusal.value.code) == (400, "1214")


def test_a_crash_ends_one_call_and_the_next_gets_a_fresh_helper(pool: HelperProcesses) -> None:
    crashed, next_one = pool.submit(None, end_suddenly), pool.submit(None, own_pid)

    with pytest.raises(HelperFailed):
        crashed.result(DEADLINE_S)
    assert next_one.result(DEADLINE_S) != os.getpid()


def test_an_answer_that_cannot_travel_is_an_error_not_a_crash(pool: HelperProcesses) -> None:
    before = pool.submit(None, own_pid).result(DEADLINE_S)

    with pytest.raises(HelperFailed):
        pool.submit(None, return_what_cannot_travel).result(DEADLINE_S)
    assert pool.submit(None, own_pid).result(DEADLINE_S) == before


def test_work_that_stands_still_is_ended(tmp_path: Path) -> None:
    pool = HelperProcesses(workers=1, stands_still_s=0.5)
    try:
        with pytest.raises(HelperFailed, match="stood still"):
            pool.submit(None, say_and_wait, tmp_path / "pid").result(DEADLINE_S)
    finally:
        pool.close()


def test_stopping_ends_what_runs_and_what_waits(pool: HelperProcesses) -> None:
    pid = pool.submit(None, own_pid).result(DEADLINE_S)
    running, waiting = pool.submit(None, signal.pause), pool.submit(None, own_pid)

    pool.close()

    assert not psutil.pid_exists(pid)
    for future in (running, waiting, pool.submit(None, own_pid)):
        assert future.cancelled()


PROGRAM = """
import sys
from pathlib import Path
sys.path.insert(0, {folder!r})
import {module} as tests
from vidu_desktop.adapters.processes.helper_processes import HelperProcesses
if __name__ == "__main__":
    pool = HelperProcesses()
    pool.submit(None, tests.say_and_wait, Path({pid_path!r}))
    sys.stdin.read()
"""


@pytest.mark.skipif(os.name != "posix", reason="signals")
def test_a_helper_ends_when_the_program_is_killed(tmp_path: Path) -> None:
    """This holds even for kill -9, of which the program notices nothing."""
    pid_path = tmp_path / "pid"
    script = tmp_path / "program.py"
    here = Path(__file__)
    script.write_text(PROGRAM.format(folder=str(here.parent), module=here.stem, pid_path=str(pid_path)))
    with subprocess.Popen([sys.executable, str(script)], stdin=subprocess.PIPE) as program:
        try:
            _wait_until(pid_path.exists)
            helper = psutil.Process(int(pid_path.read_text()))
            assert helper.is_running()
        finally:
            program.kill()

    helper.wait(DEADLINE_S)


def _wait_until(true: Callable[[], bool]) -> None:
    until_s = time.monotonic() + DEADLINE_S
    while not true():
        assert time.monotonic() < until_s, "it never happened"
        threading.Event().wait(0.02)
