"""Which words open the window, and which are commands."""

import argparse
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from vidu_desktop import __main__ as program
from vidu_desktop import app
from vidu_desktop.cli.arguments import parser


@pytest.fixture
def start(monkeypatch, tmp_path):
    """Start the program in a folder of its own; return the arguments with which its window was opened, None for a command."""
    monkeypatch.chdir(tmp_path)
    opened: list[tuple[str | None, list[str]]] = []
    monkeypatch.setattr(app, "open_window", lambda home, files, _why: opened.append((home, files)) or 0)
    handlers = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}

    def start(*words: str) -> tuple[str | None, list[str]] | None:
        monkeypatch.setattr(sys, "argv", ["vidu-desktop", *words])
        program.main()
        return opened.pop() if opened else None

    yield start
    for number, handler in handlers.items():
        signal.signal(number, handler)


def test_files_that_are_there_open_the_window(start, tmp_path):
    for name in ("fox.png", "a b.jpg"):
        Path(name).touch()
    assert start() == (None, [])
    assert start("fox.png", "a b.jpg") == (None, [str(tmp_path / "fox.png"), str(tmp_path / "a b.jpg")])
    assert start("--home", "home", "fox.png") == ("home", [str(tmp_path / "fox.png")])


def test_a_file_that_is_missing_is_said(start, capsys):
    assert start("fox.png") is None
    assert "fox.png" in capsys.readouterr().err


def test_a_command_is_one_also_where_a_file_has_its_name(start, capsys, tmp_path):
    Path("jobs").touch()
    assert start("--home", "home", "jobs") is None
    assert "There are no jobs." in capsys.readouterr().err
    assert start("./jobs") == (None, [str(tmp_path / "jobs")])


def test_every_command_is_known_before_the_grammar_is():
    (verbs,) = [one for one in parser()._actions if isinstance(one, argparse._SubParsersAction)]
    assert set(verbs.choices) == program.VERBS


@pytest.mark.parametrize(("options", "told"), [((), False), (("-W", "default"), True)])
def test_what_libraries_warn_of_is_told_only_to_who_asks_for_it(options: tuple[str, ...], told: bool) -> None:
    """As filelock warns on a file system without locks."""
    words = "import sys, warnings; from vidu_desktop import __main__ as program; sys.argv[1:] = ['--version']"
    script = f"{words}; program.main(); warnings.warn('no locks here')"
    environ = {name: value for name, value in os.environ.items() if name != "PYTHONWARNINGS"}

    ended = subprocess.run(
        [sys.executable, *options, "-c", script], capture_output=True, text=True, env=environ, check=True
    )

    assert ("no locks here" in ended.stderr) == told
