"""Remedies for a problem in all of its rows at once. What they write into cells can be undone."""

from collections.abc import Awaitable, Callable, Iterator, Sequence

from vidu_desktop.batch.bought_before import CODE as HAVE_ALREADY
from vidu_desktop.batch.checking import CheckedSheet
from vidu_desktop.batch.same_rows import CODE as SAME_CODE
from vidu_desktop.domain.picture_search import Missed
from vidu_desktop.domain.sheet_mapping import Field
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP

FOLDER_CODES = (Missed.NOT_FOUND, Missed.SEVERAL)
"""Problems that another folder solves."""
_CLEARED = ("takes-value", "model-value", "option-value", "option-unknown")
MATCH_CODE = "pair-mismatch"
TWIN_CODE = "row-twin"
_PROMPT_MOST_CHARS = 512
_FOLDER = QT_TRANSLATE_NOOP("batch", "Look for them in a folder…")
_SHORTEN = QT_TRANSLATE_NOOP("batch", "Shorten · {count}")
_STANDARD = QT_TRANSLATE_NOOP("batch", "Take the standard · {count}")
_ANOTHER = QT_TRANSLATE_NOOP("batch", "Make another take · {count}")
_EACH = QT_TRANSLATE_NOOP("batch", "Make each of them · {count}")
_MATCH = QT_TRANSLATE_NOOP("batch", "Match the end frames · {count}")
_TAKES = QT_TRANSLATE_NOOP("batch", "Make them takes · {count}")
REMEDIES: tuple[tuple[str, str], ...] = (
    *((code, _FOLDER) for code in FOLDER_CODES),
    (HAVE_ALREADY, _ANOTHER),
    (SAME_CODE, _EACH),
    (MATCH_CODE, _MATCH),
    (TWIN_CODE, _TAKES),
    ("prompt-too-long", _SHORTEN),
    *((code, _STANDARD) for code in _CLEARED),
)
Cell = tuple[int, int, str]
Match = Callable[[str, str], Awaitable[str]]
"""Makes a picture of an end frame in the start frame's size; called with the paths of start and end frame."""
MatchNamed = Callable[[str, str, str], Awaitable[str]]
"""Like `Match`; the third text is the name of the end frame, without its ending."""


def mended_cells(checked: CheckedSheet, code: str, lines: Sequence[int]) -> list[Cell]:
    """Return the cells that solve a problem in these lines: (line, column, text)."""
    return list(_mended(checked, code, frozenset(lines)))


def twins_of(checked: CheckedSheet, lines: Sequence[int]) -> dict[int, int]:
    """Return those of these lines that ask for the same as an earlier line, each with that line."""
    return {
        problem.line: int(str(problem.sentence.values["other"]))
        for problem in checked.plan.problems
        if problem.code == TWIN_CODE and problem.line in lines
    }


async def matched_cells(
    checked: CheckedSheet, lines: Sequence[int], match: Match, on_done: Callable[[int, int], None]
) -> list[Cell]:
    """Make a copy in the start frame's size of each end frame that doesn't match, and return the cells that name the copies.
    Raises BadInput, DiskTrouble.
    """
    at = {name: index for index, name in enumerate(checked.sheet.columns)}
    wanted = frozenset(lines)
    mismatched = [
        problem
        for problem in checked.plan.problems
        if problem.code == MATCH_CODE and problem.line in wanted and problem.column in at
    ]
    made: dict[tuple[str, ...], str] = {}
    cells = []
    for done, problem in enumerate(mismatched):
        on_done(done, len(mismatched))
        start, end = problem.pictures
        if problem.pictures not in made:
            made[problem.pictures] = await match(start, end)
        cells.append((problem.line, at[problem.column], made[problem.pictures]))
    return cells


def _mended(checked: CheckedSheet, code: str, lines: frozenset[int]) -> Iterator[Cell]:
    at = {name: index for index, name in enumerate(checked.sheet.columns)}
    prompt = checked.mapping.one_of(Field.PROMPT)
    cells = {row.line: row.cells for row in checked.sheet.rows if row.line in lines}
    for problem in checked.plan.problems:
        column = at.get(problem.column)
        if problem.code != code or problem.line not in cells or column is None:
            continue
        if code in _CLEARED:
            yield problem.line, column, ""
        elif code == "prompt-too-long" and column == prompt:
            yield problem.line, column, shortened(cells[problem.line][column])


def shortened(prompt: str) -> str:
    """Return a prompt cut between two words to the length that the service allows."""
    text = prompt.strip()
    if len(text) <= _PROMPT_MOST_CHARS:
        return text
    cut = text[: _PROMPT_MOST_CHARS + 1]
    between = cut.rfind(" ")
    return (cut[:between] if between > 0 else cut[:_PROMPT_MOST_CHARS]).rstrip(" ,;")
