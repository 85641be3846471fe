"""What a command says at its end, where it didn't finish."""

import argparse
import asyncio
import errno
import os
import signal
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from vidu_desktop.adapters.disk import os_errors
from vidu_desktop.cli.job_verbs import outcome_of, run


@pytest.mark.parametrize("full", [True, False])
def test_a_full_disk_is_not_left_to_a_command_that_has_ended(full: bool) -> None:
    said: list[str] = []
    report = SimpleNamespace(refused=lambda error: None, say=lambda sentence: said.append(str(sentence)))

    async def fails() -> int:
        raise os_errors.full(Path("/library")) if full else os_errors.gone(Path("/library"))

    assert asyncio.run(outcome_of(fails(), report)) == 3  # type: ignore[arg-type]
    assert ["doesn't go on by itself" in words for words in said] == [True] * full


def ended_by(error: Exception, home: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    """Run a command whose loop ends with this error; return the exit code."""

    def fails(work) -> int:
        work.close()
        raise error

    monkeypatch.setattr(asyncio, "run", fails)
    return run(argparse.Namespace(verb="jobs", action=None, home=str(home), json=False))


@pytest.mark.parametrize(
    "error", [RuntimeError("can't start new thread"), MemoryError(), OSError(errno.EMFILE, "")]
)
def test_a_computer_at_its_end_ends_a_command_in_words(
    error: Exception,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert ended_by(error, tmp_path, monkeypatch) == 3
    told = capsys.readouterr()
    assert "no open files, memory or threads left" in told.out + told.err
    assert "Traceback" not in told.out + told.err


def test_a_fault_of_ours_isnt_blamed_on_the_computer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(RuntimeError, match="a fault"):
        ended_by(RuntimeError("a fault"), tmp_path, monkeypatch)


HANGS = """
import asyncio, sys, threading
import vidu_desktop.__main__
from vidu_desktop.cli import job_verbs

async def ask_a_dead_drive(session, report):
    print("asks", flush=True)
    await asyncio.to_thread(threading.Event().wait)

job_verbs.verb_of = lambda options: ask_a_dead_drive
sys.argv = ["vidu-desktop", "--home", sys.argv[1], "jobs"]
sys.exit(vidu_desktop.__main__.main())
"""


@pytest.mark.skipif(os.name != "posix", reason="Ctrl-C for another process")
def test_an_interrupted_command_ends_though_a_drive_doesnt_answer(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HANGS, str(tmp_path / "home")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "asks\n"
        process.send_signal(signal.SIGINT)
        try:
            _, told = process.communicate(timeout=120)
        finally:
            process.kill()
    assert process.returncode == 130
    assert "Interrupted" in told
    assert "Traceback" not in told


HELPER_STAYS = """
import multiprocessing, multiprocessing.process, signal, sys, time
import vidu_desktop.__main__
from vidu_desktop.cli import job_verbs

def read_a_dead_drive(ready):
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    ready.set()
    time.sleep(300)

async def leave_a_helper(session, report):
    context = multiprocessing.get_context("fork")
    ready = context.Event()
    helper = context.Process(target=read_a_dead_drive, args=(ready,), daemon=True)
    helper.start()
    ready.wait()
    helper.kill = lambda: None  # nothing ends a process that waits for a drive
    print(helper.pid, flush=True)
    return 3

job_verbs.verb_of = lambda options: leave_a_helper
sys.argv = ["vidu-desktop", "--home", sys.argv[1], "jobs"]
sys.exit(vidu_desktop.__main__.main())
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a helper that no signal ends")
def test_a_command_ends_with_its_code_though_a_helper_cant_be_ended(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HELPER_STAYS, str(tmp_path / "home")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        helper = int(process.stdout.readline())
        try:
            assert process.wait(60) == 3
        finally:
            os.kill(helper, signal.SIGKILL)
            process.kill()
