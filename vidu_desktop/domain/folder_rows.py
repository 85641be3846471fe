"""A folder put as a sheet: a row for each picture, or for each pair of them. Pure: the folder was listed before.

A row is known by the path from the folder on, so that the folder may be renamed and moved; its tree becomes the shots.
Pairs are told by a pattern, `*_start=*_end`, in which the stars stand for the same; or by their order, two by two, or as
a chain in which each picture ends one video and begins the next.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from vidu_desktop.domain.batch import SeenPicture
from vidu_desktop.domain.name_order import in_tree_order
from vidu_desktop.domain.picture_search import same_name
from vidu_desktop.domain.sheet import Guess, Sheet, SheetRow
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import BadInput, Sentence

TWO_BY_TWO, CHAIN = "two", "chain"
PATTERNS = (
    "*_start=*_end", "*_first=*_last", "*_begin=*_end", "*_from=*_to", "*_a=*_b", "*_1=*_2", "*-start=*-end",
    "*-first=*-last", "*-a=*-b", "*-1=*-2", "*a=*b", "*首=*尾", "*_首帧=*_尾帧", "*_始=*_終",
)  # fmt: skip
"""The patterns that are tried when the person gave none."""
_PAIRS_TABLE = "pairs"
_Pair = tuple[str, str]


def folder_sheet(path: str, seen: Sequence[tuple[str, SeenPicture]], pairs: str | None) -> Sheet:
    """Return the sheet of a folder's pictures. `seen` holds their paths relative to the folder, with `/`
    between the parts. `pairs` None makes a row of each picture; an empty text has the pattern guessed. Raises
    BadInput for a pattern that can't be used.
    """
    folder = path.replace("\\", "/").rstrip("/").rpartition("/")[2]
    relative = in_tree_order([one for one, _ in seen])
    guesses: tuple[Guess, ...] = ()
    if pairs is None:
        columns: tuple[str, ...] = ("picture", "key", "project", "shot")
        couples = [(one, "") for one in relative]
    else:
        columns = ("picture", "end_picture", "key", "project", "shot")
        if not pairs:
            pairs = guessed_pattern(relative)
            guesses = (Guess(what="pairs", value=pairs, sure=False),)
        couples = paired(relative, pairs)

    def cells(first: str, last: str) -> tuple[str, ...]:
        placed = [f"{folder}/{one}" if one else "" for one in (first, last)]
        known_by = f"{first} + {last}" if last and first else first or last
        shot = (first or last).rpartition("/")[0]
        return (*(placed[:1] if pairs is None else placed), known_by, folder, shot)

    rows = [SheetRow(line=line, cells=cells(*couple)) for line, couple in enumerate(couples, 2)]
    return Sheet(
        columns=columns,
        rows=tuple(rows),
        guesses=guesses,
        sheet_name="" if pairs is None else _PAIRS_TABLE,
        sha256=_digest(seen),
        of_folder=True,
    )


def _digest(seen: Sequence[tuple[str, SeenPicture]]) -> str:
    """Return a digest that stays the same when the folder is moved or renamed."""
    lines = sorted(f"{relative}\0{one.file_bytes}\0{one.mtime_ns}" for relative, one in seen)
    return hashlib.sha256("\n".join(lines).encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class _Ends:
    """Half of a pattern: the text before and behind its star."""

    before: str
    behind: str

    def middle_of(self, stem: str) -> str | None:
        """Return the text in the place of the star; None where the pattern doesn't match."""
        fits = stem.startswith(self.before) and stem.endswith(self.behind)
        middle = stem[len(self.before) : len(stem) - len(self.behind)]
        return middle if fits and len(stem) > len(self.before) + len(self.behind) else None


def _halves(pattern: str) -> tuple[_Ends, _Ends]:
    halves = [same_name(half.strip()) for half in pattern.split("=")]
    if len(halves) != 2 or halves[0] == halves[1] or any(half.count("*") != 1 for half in halves):
        raise BadInput("pairs-form", Sentence(_FORM, {"text": pattern[:80]}))
    first, last = (_Ends(*half.split("*")) for half in halves)
    return first, last


def guessed_pattern(relative: Sequence[str]) -> str:
    """Return the pattern that pairs the most pictures; two by two when none pairs any."""
    found = {pattern: sum(bool(a and b) for a, b in paired(relative, pattern)) for pattern in PATTERNS}
    best = max(PATTERNS, key=lambda pattern: found[pattern])
    return best if found[best] else TWO_BY_TWO


def paired(relative: Sequence[str], rule: str) -> list[_Pair]:
    """Return pairs of first and last frame, with an empty text for a missing half. Pairs by order never cross
    from one folder into another. Raises BadInput for a rule that can't be used.
    """
    by_folder: dict[str, list[str]] = {}
    for one in relative:
        by_folder.setdefault(one.rpartition("/")[0], []).append(one)
    if rule in (TWO_BY_TWO, CHAIN):
        step = 2 if rule == TWO_BY_TWO else 1
        return [
            (names[at], names[at + 1] if at + 1 < len(names) else "")
            for names in by_folder.values()
            for at in range(0, len(names) if step == 2 else max(len(names) - 1, 1), step)
        ]
    halves = _halves(rule)
    return [pair for names in by_folder.values() for pair in _by_pattern(names, *halves)]


def _by_pattern(names: Sequence[str], first: _Ends, last: _Ends) -> list[_Pair]:
    couples: dict[str, list[str]] = {}
    alone: list[_Pair] = []
    for name in names:
        stem = same_name(name.rpartition("/")[2].rpartition(".")[0])
        begins, ends = first.middle_of(stem), last.middle_of(stem)
        middle = begins if begins is not None else ends
        if middle is None:
            alone.append((name, ""))
            continue
        couple = couples.setdefault(middle, ["", ""])
        half = 0 if begins is not None else 1
        if couple[half]:  # two files for one half, as `fox_start.png` and `fox_start.jpg`: the person chooses
            alone.append((name, "") if half == 0 else ("", name))
        else:
            couple[half] = name
    return [*((a, b) for a, b in couples.values()), *alone]


_FORM = QT_TRANSLATE_NOOP(
    "batch",
    "“{text}” doesn't say which pictures belong together. Write it as *_start=*_end, where the stars stand for the same, "
    "or say two (1 and 2, 3 and 4) or chain (1 and 2, 2 and 3).",
)
