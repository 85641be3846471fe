"""What a command says at its end, where it didn't finish."""

import argparse
import asyncio
import errno
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
