"""One line of the table of figures that `python -m tests.faults` prints.

A module of this folder that wants its own lines has a function `figures(seed: int) -> Iterable[Row]`, which does the
long work; of all the others all tests are run, the slow ones too, and counted.
"""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Row:
    """`aim` is the figure to reach, `figure` what came out, `good` whether that is enough.

    `seeds` says which ones were gone through, when they were more than the one that was asked for.
    """

    test: str
    aim: str
    figure: str
    good: bool
    seeds: str = ""
