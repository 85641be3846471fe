"""One line of the table of figures, and the layout of the table."""

import os
import statistics
import time
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """`floor`, `measured`, `outcome` and `reach` are texts for people. An `ok` of None means that nothing was promised, or
    that it couldn't be measured; `note` says which.
    """

    what: str
    floor: str
    measured: str
    outcome: str
    reach: str
    ok: bool | None
    note: str = ""


def ratio_figure(what: str, floor_s: float, measured_s: float, most: float, note: str = "") -> Figure:
    ratio = measured_s / floor_s
    return Figure(
        what=what,
        floor=f"{floor_s:.3g} s",
        measured=f"{measured_s:.3g} s",
        outcome=f"{ratio:.2f}x",
        reach=f"<= {most:g}x",
        ok=ratio <= most,
        note=note,
    )


def not_measured(what: str, why: str) -> Figure:
    return Figure(what=what, floor="-", measured="-", outcome="-", reach="-", ok=None, note=why)


def share(values: Sequence[float], part: float) -> float:
    """Return the value that `part` (0 to 1) of all values don't exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))]


def median(values: Sequence[float]) -> float:
    return statistics.median(values)


def machine() -> str:
    """Return the machine and the date, so that a table can be judged later."""
    load = ", ".join(f"{value:.1f}" for value in os.getloadavg())
    return f"{time.strftime('%Y-%m-%d %H:%M')}, {os.cpu_count()} cores, load {load}"


def table(figures: Sequence[Figure]) -> str:
    """Return the figures in columns, with their notes below."""
    head = ("what", "floor", "measured", "outcome", "reach", "ok")
    said = {True: "yes", False: "NO", None: "-"}
    rows = [(f.what, f.floor, f.measured, f.outcome, f.reach, said[f.ok]) for f in figures]
    widths = [max(len(row[column]) for row in [head, *rows]) for column in range(len(head))]
    rule = tuple("-" * width for width in widths)
    lines = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |"
        for row in [head, rule, *rows]
    ]
    notes = [f"{figure.what}: {figure.note}" for figure in figures if figure.note]
    return "\n".join([*lines, "", *notes])
