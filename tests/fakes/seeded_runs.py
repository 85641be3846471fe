"""Seeded runs: which seeds a test goes through, how a failing one is repeated, and the table of figures.

VIDU_FAULT_SEED=123 .venv/bin/python -m pytest tests/faults/test_chaos.py     # only this seed
"""

import os
from collections import Counter
from dataclasses import dataclass, field

from faults.fault_figures import Row

ENV = "VIDU_FAULT_SEED"


def seeds(count: int, first: int = 1) -> range:
    """Return the seeds of a test, or only the one in the environment."""
    asked = os.environ.get(ENV)
    return range(int(asked), int(asked) + 1) if asked else range(first, first + count)


@dataclass
class Figures:
    """What a test counted. Printed as one line, which pytest shows if the test fails or with -s."""

    name: str
    runs: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    wrongs: list[str] = field(default_factory=list)

    peaks: dict[str, int] = field(default_factory=dict)

    def peak(self, name: str, value: int) -> None:
        """Note a figure of which only the highest is shown."""
        self.peaks[name] = max(value, self.peaks.get(name, value))

    def add(self, seed: int, wrongs: list[str], **counts: int) -> None:
        self.runs += 1
        self.counts.update(counts)
        self.wrongs += [f"{ENV}={seed}: {wrong}" for wrong in wrongs]

    @property
    def line(self) -> str:
        """The figures of all runs in one line."""
        figures = ", ".join(f"{count} {name.replace('_', ' ')}" for name, count in self.counts.items())
        figures += "".join(
            f", at most {value} {name.replace('_', ' ')}" for name, value in self.peaks.items()
        )
        return f"{self.runs} runs, {figures}, {len(self.wrongs)} wrong"

    def show(self) -> "Figures":
        print(f"{self.name}: {self.line}")
        for wrong in self.wrongs[:20]:
            print(f"  {wrong}")
        return self

    def row(self, aim: str) -> Row:
        """Return the row for the table of `python -m tests.faults`; `aim` is the figure to reach."""
        return Row(test=self.name, aim=aim, figure=self.line, good=not self.wrongs)
