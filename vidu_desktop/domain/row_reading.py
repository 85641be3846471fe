"""What a row's cells say: takes, options, whether it is the sheet's own total. Pure."""

import hashlib
import json
import re
import unicodedata
from collections.abc import Sequence

from vidu_desktop.domain.batch import TAKES_MOST
from vidu_desktop.domain.options import KINDS, OptionKey, OptionValue, read_value
from vidu_desktop.domain.typed_numbers import narrow, typed_whole

_TOTALS = frozenset(
    [
        "total",
        "totals",
        "sum",
        "subtotal",
        "grand_total",
        "summe",
        "gesamt",
        "total_général",
        "合计",
        "总计",
        "小计",
        "總計",
        "合計",
        "小計",
        "総計",
        "計",
    ]
)
_UNITS = re.compile(r"(?<=\d)\s*(s|sec|secs|seconds|fps|秒)$")

_VALUE_OF_NAME = {
    (key, name): value
    for key, kind in KINDS.items()
    for value, names in kind.value_names.items()
    for name in names.split()
}


def option_of_cell(key: OptionKey, text: str) -> OptionValue:
    """Read an option's value as people write it in sheets: `4 s`, `1280×720`, `16：9`, `Large`, `大`. Raises ValueError."""
    plain = unicodedata.normalize("NFKC", text).strip().casefold()
    named = _VALUE_OF_NAME.get((key, plain))
    if named is not None:
        return named
    plain = _UNITS.sub("", plain.replace("×", "x"))
    plain = re.sub(r"\s*([x:])\s*", r"\1", plain)
    if KINDS[key].type is int:
        plain = re.sub(r"\.0+$", "", plain)
    return read_value(key, plain)


def takes_of_cell(text: str) -> int:
    """Read how many takes a row is to have; 0 leaves it out. Raises ValueError."""
    takes = typed_whole(re.sub(r"\.0+$", "", narrow(text)))
    if takes is None or takes > TAKES_MOST:
        raise ValueError(text)
    return takes


def is_total(cells: Sequence[str]) -> bool:
    """Whether a row is the sheet's own sum, which must not become a video."""
    first = next((cell for cell in cells if cell.strip()), "")
    plain = unicodedata.normalize("NFKC", first).casefold().strip().rstrip(":")
    return "_".join(plain.split()) in _TOTALS


def content_key(named: Sequence[tuple[str, str]]) -> str:
    """Return what a row is known by that has no key of its own: the same for the same cells, whatever line it stands
    in and whichever columns of the person's own are added. `named` are (what the column is for, cell).
    """
    document = json.dumps(sorted(named), ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(document.encode("ascii")).hexdigest()[:20]


class Lines:
    """Lines as a person names them: `2-40,57`."""

    def __init__(self, text: str) -> None:
        """Raise ValueError for anything else."""
        self._ranges: list[range] = []
        for part in filter(None, narrow(text).replace(" ", "").split(",")):
            begin, dash, end = part.partition("-")
            first = typed_whole(begin)
            last = typed_whole(end) if dash else first
            if first is None or last is None or last < first:
                raise ValueError(text)
            self._ranges.append(range(first, last + 1))
        if not self._ranges:
            raise ValueError(text)

    def __contains__(self, line: object) -> bool:
        """Whether this line is named."""
        return any(line in lines for lines in self._ranges)

    def without_a_row(self, rows: Sequence[int]) -> tuple[str, ...]:
        """Return those in which none of these lines stands, and those that go beyond them, as a person names them."""
        there, first, last = frozenset(rows), min(rows, default=1), max(rows, default=0)
        return tuple(
            f"{lines[0]}-{lines[-1]}" if len(lines) > 1 else str(lines[0])
            for lines in self._ranges
            if lines[0] < first or lines[-1] > last or there.isdisjoint(lines)
        )
