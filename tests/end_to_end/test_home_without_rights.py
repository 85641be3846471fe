"""A home or a library that may not be written to, or not even be opened: said in words, nothing is charged, nothing is lost.

Root may do everything, so the command gives up that right first.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from fakes.command import Command, Done
from fakes.scripted_service import ScriptedService

pytestmark = pytest.mark.skipif(
    os.name != "posix" or (os.getuid() == 0 and shutil.which("setpriv") is None), reason="rights of files"
)
WITHOUT_ROOTS_RIGHTS = ("setpriv", "--bounding-set", "-all") if os.getuid() == 0 else ()


class HumbleCommand(Command):
    """The command line of somebody for whom the rights of files hold."""

    def start(self, *arguments: str, more_env=None, stderr=subprocess.PIPE) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [*WITHOUT_ROOTS_RIGHTS, sys.executable, "-m", "vidu_desktop", *arguments],
            env={**self.env, **(more_env or {})},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=stderr,
            text=True,
        )


@pytest.fixture
def humble(tmp_path: Path, service: ScriptedService) -> Iterator[HumbleCommand]:
    command = HumbleCommand(tmp_path / "home", service)
    assert command("jobs").code == 0
    yield command
    for folder in (command.home, *command.home.iterdir()):
        folder.chmod(0o700)


def is_said(done: Done, *words: str) -> None:
    assert done.code == 3, done.err
    assert "Traceback" not in done.err
    for part in words:
        assert part in done.err


@pytest.mark.parametrize(
    "words", [("generate", "image"), ("resume",), ("jobs",), ("jobs", "pause"), ("library", "verify")]
)
def test_a_home_that_may_not_be_opened_is_named_and_nothing_is_sent(humble, service, picture, words) -> None:
    data = humble.home / "data"
    data.chmod(0)

    done = humble(*words, *([picture] if words[0] == "generate" else []))

    is_said(done, f"“{data}” may not be opened. Allow it")
    assert service.requests == []


@pytest.mark.parametrize("words", [("generate", "image"), ("resume",), ("library", "verify")])
def test_a_home_that_may_not_be_written_to_is_named_and_nothing_is_sent(
    humble, service, picture, words
) -> None:
    (humble.home / "data").chmod(0o500)

    done = humble(*words, *([picture] if words[0] == "generate" else []))

    is_said(done, "can't be written to. Allow it")
    assert service.requests == []


def test_a_library_that_may_not_be_opened_is_named_itself_and_is_whole_afterwards(
    humble, service, picture
) -> None:
    assert humble("generate", "image", picture).code == 0
    library = humble.home / "library"
    library.chmod(0)
    for words in (("list",), ("verify",), ("rebuild",)):
        is_said(humble("library", *words), f"“{library}” may not be opened")
    library.chmod(0o700)
    assert len(humble("library", "list", "--json").objects) == 1
    assert humble("library", "verify").code == 0


@pytest.mark.parametrize("mode", [0, 0o500])
def test_a_paid_video_waits_for_a_library_that_was_closed_meanwhile_and_comes_home(
    humble, service, picture, mode
) -> None:
    library = humble.home / "library"
    library.mkdir(exist_ok=True)
    library.chmod(mode)
    with humble.start("generate", "image", picture, "--json") as process:
        for line in process.stdout:
            if "disk-read-only" in line:
                break
        library.chmod(0o700)
        last = process.stdout.read().splitlines()[-1]
    assert process.returncode == 0
    assert '"state": "STORED"' in last
    assert list(service.charges.values()) == [1]
    (video,) = library.rglob("*.mp4")
    assert video.stat().st_size > 0


def test_a_home_whose_name_is_too_long_is_refused_in_words(humble, service, picture) -> None:
    for words in (("resume",), ("jobs", "pause"), ("generate", "image", picture)):
        done = humble("--home", str(humble.home / ("x" * 300)), *words)
        assert (done.code, "Traceback" in done.err) == (2, False), done.err
        assert "isn't a folder, so nothing can be kept in it" in done.err
    assert service.requests == []
