"""One line of the table of figures that `python -m tests.faults` prints.

A module of this folder that wants its own lines has a function `figures(seed: int) -> Iterable[Row]`, which does the long
work. Of the other modules all tests are run, including the slow ones, and counted.
"""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Row:
    """`aim` is the figure to reach, `figure` the result, `good` whether the result is enough.

    `seeds` names the seeds that were used, where there was more than the requested one.
    """

    test: str
    aim: str
    figure: str
    good: bool
    seeds: str = ""
