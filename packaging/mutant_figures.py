"""The table of mutants in packaging/FAULTS.md: a line for each module, for each package, and for all together."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

DOC = Path(__file__).resolve().parent / "FAULTS.md"
BEGIN, END = "<!-- mutants: begin -->", "<!-- mutants: end -->"
HEAD = (
    "| module | mutants | tried | killed | equivalent | left | killed of the others | date |\n"
    "| --- | --- | --- | --- | --- | --- | --- | --- |\n"
)


def put_into_doc(module: str, count: dict[str, int]) -> None:
    """Rewrite the line of a module, and those of its package and of all together."""
    before, rest = DOC.read_text().split(BEGIN)
    table, after = rest.split(END)
    rows: dict[str, list[Any]] = {}
    for line in table.strip().splitlines()[2:]:
        name, *figures, date = (cell.strip() for cell in line.strip("|").split("|"))
        rows[name] = [*(int(figure) for figure in figures[:-1]), date]
    rows[module] = [*count.values(), f"{datetime.now(UTC):%Y-%m-%d}"]
    modules = {name: row for name, row in rows.items() if name.endswith(".py")}
    lines = [_line(name, *row) for name, row in sorted(modules.items())]
    for package in [*sorted({name.rpartition("/")[0] for name in modules}), ""]:
        own = [row for name, row in modules.items() if name.startswith(package)]
        sums = [sum(row[place] for row in own) for place in range(5)]
        lines.append(_line(f"**{package or 'all'}**", *sums, max(row[5] for row in own)))
    DOC.write_text(f"{before}{BEGIN}\n{HEAD}" + "\n".join(lines) + f"\n{END}{after}")


def _line(name: str, *cells: Any) -> str:
    _, tried, killed, equivalent, _, date = cells
    others = tried - equivalent
    share = f"{100 * killed / others:.0f} %" if others else "-"
    return f"| {name} | {' | '.join(str(cell) for cell in cells[:5])} | {share} | {date} |"
