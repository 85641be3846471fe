"""One batch as real processes: it is killed at system calls again and again, and started again each time, until it is
through.
"""

import csv
import json
import random
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from fakes.command import COMMAND_PATIENCE_S, Command
from fakes.pictures import make_picture
from fakes.quick_command import run_forked
from fakes.scripted_service import Repeats, ScriptedService
from fakes.videos import make_video
from faults.kill_points import scenes
from faults.kill_points.forked import be_the_stopper
from faults.kill_points.strikes import Point

from vidu_desktop.domain.job import JobState
from vidu_desktop.domain.state_words import STATE_WORDS

PRICE_USD = 0.2
_STORED, _UNKNOWN = (STATE_WORDS[state].lower() for state in (JobState.STORED, JobState.UNKNOWN))
_KILLS_MOST = 20
"""The most kills of one batch; after them it is let through."""
_LEAST_CALLS = 200
"""The number of calls that a batch makes at least when no row is left to be paid."""
_PAGES = ("pwrite64",)


class Calls:
    """The calls of a batch that isn't killed."""

    def __init__(self, calls: Sequence[dict[str, Any]]) -> None:
        self._count = len(calls)
        files = [str(call["what"]) for call in calls]
        self.before_orders = files.index("network")
        """How many calls come before the first order."""
        self.of_result = [
            (str(call["call"]), str(call["what"]), int(call["nth"]))
            for call in calls
            if str(call["what"]).startswith("jobs")
        ]

    def past(self, left: float, chance: random.Random) -> int:
        """Choose how many calls to let pass when `left` (0 to 1) of the rows aren't paid yet.

        The number is small enough for the stops of a batch to be spread over the whole of it.
        """
        return chance.randrange(
            min(2 * self._count // _KILLS_MOST, max(_LEAST_CALLS, int(self._count * left)))
        )


@dataclass
class Campaign:
    """One batch in a home of its own. `struck` are the calls at which it was killed, each with how many rows were paid by
    then.

    The program is started `afresh` each time, as a person does, or forked from one that is already loaded.
    """

    folder: Path
    service: ScriptedService
    rows: int
    afresh: bool
    struck: list[tuple[Point, int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.command = Command(self.folder / "home", self.service)
        # Inside the home, where calls are counted: the result is written beside the sheet.
        jobs = self.command.home / "jobs"
        jobs.mkdir(parents=True)
        self.sheet = jobs / "spring.csv"
        lines = ["sku,picture,prompt"]
        for number in range(self.rows):
            make_picture(jobs / f"{number}.png", size=(320, 180))
            lines.append(f"A{number},{number}.png,{number:032x}")  # files bear it: what the stopper blanks
        self.sheet.write_text("\n".join(lines) + "\n")

    def run(self, control: str | None = None, **strike: object) -> dict[str, Any]:
        """Start the batch (again) and strike it as `strike` says; return the stopper's report."""
        report_path = self.folder / "report.json"
        order = json.dumps({"home": str(self.command.home), "report": str(report_path), **strike})
        # A control gets more: otherwise the budget would stop what the missing guard doesn't.
        budget = self.rows * PRICE_USD * (10 if control else 1)
        said = self._say(("batch", str(self.sheet), "--budget", f"{budget:.2f}", "--json"), order, control)
        report: dict[str, Any] = json.loads(report_path.read_text())
        if (struck := report["struck"]) is not None:
            self.struck.append(
                ((struck["call"], struck["what"], struck["nth"]), len(self.service.ledger)),
            )
        elif report["exit_code"] not in (0, 3):
            raise AssertionError(f"ended with {report['exit_code']}: {said[-600:]}")
        return report

    def _say(self, arguments: tuple[str, ...], order: str, control: str | None) -> str:
        if not self.afresh:
            forked = run_forked(be_the_stopper, arguments, self.command.env, order, control)
            return forked.out + forked.err
        program = [str(scenes.HERE / "unsafe.py"), control] if control else ["-m", "vidu_desktop"]
        done = subprocess.run(
            [sys.executable, str(scenes.HERE / "stopper.py"), order, sys.executable, *program, *arguments],
            env=self.command.env,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=COMMAND_PATIENCE_S,
            check=False,
        )
        return done.stdout + done.stderr

    def killed(self, calls: Calls, chance: random.Random, control: str | None = None) -> None:
        """Kill the batch again and again, the last time while it writes its result; then let it through."""
        for nth in range(min(_KILLS_MOST, self.rows)):
            left = 1 - len(self.service.ledger) / self.rows
            # Half of the strikes skip these calls, or nearly all strikes would hit pages of a database.
            but = _PAGES if chance.random() < 0.5 else ()
            past = chance.randrange(calls.before_orders) if nth == 0 else calls.past(left, chance)
            if self.run(control, past=past, but=but)["struck"] is None:
                return
        self.run(control, at=chance.choice(calls.of_result))
        self.run(control)

    def wrong(self) -> list[str]:
        """Return what must not be true now that the batch is through."""
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
    """Return the prompt of an order; None for anything else that was sent, and for a body that a kill has cut."""
    try:
        return str(json.loads(body)["prompt"])
    except (ValueError, KeyError):
        return None


@contextmanager
def campaign(rows: int, *, answers: bool = True, afresh: bool = False) -> Iterator[Campaign]:
    """Yield a batch with a service. With `answers` the service says what became of an order whose answer was lost."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        video = make_video(folder / "v.mp4", size=(64, 36), seconds=0.5).read_bytes()
        with ScriptedService(
            video=video, repeats=Repeats.UNAWARE, knows_request_ids=answers, keep_bodies=True
        ) as service:
            yield Campaign(folder, service, rows, afresh)


def calls_of(rows: int) -> Calls:
    """Return the calls that a batch of this many rows makes when it isn't killed."""
    with campaign(rows) as whole:
        return Calls(whole.run()["calls"])
