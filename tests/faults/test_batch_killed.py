"""A batch as real processes, killed again and again at any system call: each row is paid once at most and accounted for.

`vidu-desktop batch` runs at a real service on loopback whose ledger is the truth, is stopped by the kernel before a call
that writes, syncs, renames or sends (kill -9 of all its processes at once), and the person says the same again until it
is through. What `test_batches.py` tries in virtual time at every write is tried here with processes, locks and disks.
"""

import csv
import json
import random
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from fakes.command import COMMAND_PATIENCE_S, Command
from fakes.pictures import make_picture
from fakes.scripted_service import Repeats, ScriptedService
from fakes.seeded_runs import Figures
from fakes.videos import make_video
from faults.fault_figures import Row
from faults.kill_points import scenes
from faults.kill_points.scenes import Point, why_not

from vidu_desktop.domain.job import JobState
from vidu_desktop.domain.state_words import STATE_WORDS

pytestmark = pytest.mark.timeout(600)  # many processes, and perhaps a busy machine

ROWS, KILLS, PRICE_USD = 50, 500, 0.2
_NO_ORIGIN = "no-origin"
_STORED, _UNKNOWN = (STATE_WORDS[state].lower() for state in (JobState.STORED, JobState.UNKNOWN))
_KILLS_MOST = 15
"""Of one batch: then it is let through."""


@dataclass
class Campaign:
    """One batch in a home of its own. `struck` are the calls it was killed at, with how many rows were paid by then."""

    folder: Path
    service: ScriptedService
    rows: int
    struck: list[tuple[Point, int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.command = Command(self.folder / "home", self.service)
        # Inside of the home, where the calls are counted: the result is written beside the sheet.
        jobs = self.command.home / "jobs"
        jobs.mkdir(parents=True)
        self.sheet = jobs / "spring.csv"
        lines = ["sku,picture,prompt"]
        for number in range(self.rows):
            make_picture(jobs / f"{number}.png", size=(320, 180))
            lines.append(f"A{number},{number}.png,prompt {number}")
        self.sheet.write_text("\n".join(lines) + "\n")

    def run(self, at: Point | None = None, control: str | None = None) -> dict[str, Any]:
        """Say it (again), killed at a call; return the stopper's report."""
        report_path = self.folder / "report.json"
        order = {"home": str(self.command.home), "report": str(report_path), "at": at}
        program = [str(scenes.HERE / "unsafe.py"), control] if control else ["-m", "vidu_desktop"]
        budget = self.rows * PRICE_USD * (10 if control else 1)  # or it would hold where the guard doesn't
        arguments = ["batch", str(self.sheet), "--budget", f"{budget:.2f}", "--json"]
        stopper = [sys.executable, str(scenes.HERE / "stopper.py"), json.dumps(order)]
        done = subprocess.run(
            [*stopper, sys.executable, *program, *arguments],
            env=self.command.env,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=COMMAND_PATIENCE_S,
            check=False,
        )
        report: dict[str, Any] = json.loads(report_path.read_text())
        if report["struck"] is not None and at is not None:
            self.struck.append((at, len(self.service.ledger)))
        elif report["exit_code"] not in (0, 3):
            raise AssertionError(
                f"ended with {report['exit_code']}: {done.stdout[-300:]} {done.stderr[-300:]}"
            )
        return report

    def killed(self, points: list[Point], chance: random.Random, control: str | None = None) -> None:
        """Kill it at any of these calls, again and again; then let it through."""
        for _ in range(_KILLS_MOST):
            # Sooner rather than later: what comes late in the list isn't reached once some rows are through.
            at = points[int(len(points) * chance.random() ** 2)]
            if self.run(at, control)["struck"] is None:
                return
        self.run(None, control)

    def wrong(self) -> list[str]:
        """Return what can't be, now that it is through."""
        paid = Counter(filter(None, map(_prompt, self.service.bodies)))
        wrongs = [f"{prompt} was paid {count} times" for prompt, count in paid.items() if count > 1]
        if len(self.service.ledger) != paid.total():
            wrongs.append(f"{len(self.service.ledger)} charges for {paid.total()} orders")
        with (self.sheet.parent / "spring results.csv").open(encoding="utf-8-sig", newline="") as file:
            states = Counter(row["Vidu state"] for row in csv.DictReader(file))
        if states.total() != self.rows or set(states) - {_STORED, _UNKNOWN}:
            wrongs.append(f"the result says {dict(states)}")
        if not self.rows - states[_UNKNOWN] <= len(paid) <= self.rows:
            wrongs.append(f"{len(paid)} of {self.rows} were paid, {states[_UNKNOWN]} unknown")
        return wrongs


def _prompt(body: bytes) -> str | None:
    """Return the prompt of an order; None for whatever else was sent, and for what a kill has cut."""
    try:
        return str(json.loads(body)["prompt"])
    except (ValueError, KeyError):
        return None


@contextmanager
def campaign(rows: int, *, answers: bool = True) -> Iterator[Campaign]:
    """With `answers` the service tells what became of an order whose answer was lost."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        video = make_video(folder / "v.mp4", size=(64, 36), seconds=0.5).read_bytes()
        with ScriptedService(
            video=video, repeats=Repeats.UNAWARE, knows_request_ids=answers, keep_bodies=True
        ) as service:
            yield Campaign(folder, service, rows)


def points_of(rows: int) -> list[Point]:
    """Return every call of a batch that isn't killed."""
    with campaign(rows) as whole:
        return [(call["call"], call["what"], call["nth"]) for call in whole.run()["calls"]]


def run_killed(rows: int, kills: int, seed: int, *, control: str | None = None) -> Figures:
    name = f"a batch of {rows} as processes, kill -9 at a system call"
    figures = Figures(name if control is None else "negative control: neither log nor origin, as processes")
    points, chance = points_of(rows), random.Random(seed)
    distinct: set[tuple[Point, int]] = set()
    unbroken = 0
    while len(distinct) < kills and unbroken < 20:
        with campaign(rows, answers=figures.runs % 2 == 0) as one:
            one.killed(points, chance, control)
            unbroken = 0 if one.struck else unbroken + 1
            distinct |= set(one.struck)
            figures.add(seed, one.wrong(), kills=len(one.struck), charges=len(one.service.ledger))
    figures.counts["distinct_points"] = len(distinct)
    return figures.show()


@pytest.fixture(autouse=True)
def _can_be_traced() -> None:
    if reason := why_not():
        pytest.skip(reason)


def test_a_batch_killed_as_a_process_pays_each_row_once() -> None:
    assert run_killed(3, 2, 1).wrongs == []


@pytest.mark.slow
@pytest.mark.timeout(7200)
def test_without_its_guards_a_killed_batch_pays_again() -> None:
    """The negative control of the test above."""
    assert run_killed(6, 6, 1, control=_NO_ORIGIN).wrongs


def figures(seed: int) -> Iterator[Row]:
    if reason := why_not():
        yield Row(test="a batch killed as processes", aim="run", figure=reason, good=False)
        return
    found = run_killed(ROWS, KILLS, seed)
    yield Row(
        test=found.name,
        aim=f"{KILLS} distinct points: each of {ROWS} rows paid at most once and accounted for, 0 wrong",
        figure=found.line,
        good=not found.wrongs and found.counts["distinct_points"] >= KILLS,
    )
    noticed = run_killed(6, 12, seed, control=_NO_ORIGIN)
    yield Row(test=noticed.name, aim="is noticed", figure=noticed.line, good=bool(noticed.wrongs))
