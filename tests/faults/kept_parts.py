"""Keeps the findings of single runs of a long figure in a file, so that it can be measured in parts, which are then added up.

A part is everything that one seed found. The file is for one version of the program: parts of another version aren't counted.
"""

import json
import subprocess
from dataclasses import asdict, dataclass
from pathlib import Path

_ROOT = Path(__file__).parents[2]
_FOLDER = _ROOT / "build" / "faults"


@dataclass(frozen=True, kw_only=True)
class Part:
    """`points` are counted once over all parts; each is a text. `wrongs` are sentences."""

    seed: int
    points: list[str]
    counts: dict[str, int]
    wrongs: list[str]


class KeptParts:
    """The parts of the figure `name`, one line each, in the order in which they ended."""

    def __init__(self, name: str) -> None:
        program = subprocess.run(
            ["git", "rev-parse", "HEAD:vidu_desktop"], cwd=_ROOT, capture_output=True, text=True, check=True
        )
        self._path = _FOLDER / f"{name}-{program.stdout.strip()[:12]}.jsonl"
        lines = self._path.read_text().splitlines() if self._path.exists() else []
        self.parts = [Part(**json.loads(line)) for line in lines]

    def add(self, part: Part) -> None:
        self.parts.append(part)
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with self._path.open("a") as file:
            file.write(json.dumps(asdict(part)) + "\n")

    @property
    def distinct(self) -> int:
        """How many different points all parts have together."""
        return len({point for part in self.parts for point in part.points})

    @property
    def seeds(self) -> str:
        """The seeds of all parts, with consecutive seeds as one span."""
        spans: list[list[int]] = []
        for seed in sorted(part.seed for part in self.parts):
            if spans and seed <= spans[-1][1] + 1:
                spans[-1][1] = seed
            else:
                spans.append([seed, seed])
        return ", ".join(str(first) if first == last else f"{first} to {last}" for first, last in spans)
