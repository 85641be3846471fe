"""Every command that takes many pictures looks at them on as many cores as there are."""

import asyncio
import shutil
import threading
from pathlib import Path

import pytest
from fakes.pictures import make_picture
from typing_extensions import override

from vidu_desktop.adapters.desktop.instance_lock import HolderKind
from vidu_desktop.adapters.processes.helper_processes import HelperProcesses
from vidu_desktop.cli.arguments import read_words
from vidu_desktop.cli.job_verbs import outcome_of, run_verb
from vidu_desktop.cli.reports import JsonReport
from vidu_desktop.wiring.session import Session

CORES = 3
MANY = 250
"""Heads of pictures are read a hundred in a call, so these are a call for each core."""
LOOKERS = "looker"


class CountedHelpers(HelperProcesses):
    """Begins with a single helper; `had` is how many there were at the end."""

    def __init__(self) -> None:
        super().__init__(workers=1, name=LOOKERS)
        self.had = 0

    @override
    def close(self) -> None:
        self.had = self.had or sum(thread.name.startswith(LOOKERS) for thread in threading.enumerate())
        super().close()


def run(words: list[str], home: Path) -> tuple[int, int]:
    """Run a command, and return its exit code and how many helpers looked at its pictures."""
    helpers = CountedHelpers()

    async def command() -> int:
        session = Session(
            str(home), kind=HolderKind.COMMAND, on_notice=lambda _sentence: None, helpers=helpers
        )
        report = JsonReport()
        return await outcome_of(run_verb(read_words(words), session, report), report)

    return asyncio.run(command()), helpers.had


@pytest.fixture
def pictures(tmp_path: Path) -> list[str]:
    folder = tmp_path / "pictures"
    folder.mkdir()
    first = make_picture(folder / "0.png", (64, 48))
    copies = [shutil.copyfile(first, folder / f"{number}.png") for number in range(1, MANY)]
    return list(map(str, (first, *copies)))


@pytest.mark.parametrize("verb", ["generate", "chain", "batch"])
def test_many_pictures_are_looked_at_on_every_core(
    verb: str, pictures: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vidu_desktop.wiring.program.usable_cores", lambda: CORES)
    sheet = tmp_path / "rows.csv"
    sheet.write_text("\n".join(["picture,prompt", *(f"{path},it runs" for path in pictures)]))
    words = {
        # Too long a prompt is refused after the look, so that nothing is ordered.
        "generate": ["generate", "image", *pictures[: CORES + 1], "--prompt", "x" * 600, "--rehearse"],
        "chain": ["chain", *pictures, "--name", "walk", "--prompt", "it runs", "--dry-run"],
        "batch": ["batch", str(sheet), "--dry-run"],
    }[verb]

    code, helpers = run(words, tmp_path / "home")

    assert (code, helpers) == (2 if verb == "generate" else 0, CORES)
