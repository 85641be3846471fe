"""What can be done about a problem in all of its rows at once. What it puts into the cells can be taken back."""

from collections.abc import Iterator, Sequence

from vidu_desktop.batch.bought_before import CODE as HAVE_ALREADY
from vidu_desktop.batch.checking import CheckedSheet
from vidu_desktop.domain.picture_search import Missed
from vidu_desktop.domain.sheet_mapping import Field
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP

FOLDER_CODES = (Missed.NOT_FOUND, Missed.SEVERAL)
"""Mended by another folder."""
_CLEARED = ("takes-value", "model-value", "option-value", "option-unknown")
_PROMPT_MOST_CHARS = 512
_FOLDER = QT_TRANSLATE_NOOP("batch", "Look for them in a folder…")
_SHORTEN = QT_TRANSLATE_NOOP("batch", "Shorten · {count}")
_STANDARD = QT_TRANSLATE_NOOP("batch", "Take the standard · {count}")
_ANOTHER = QT_TRANSLATE_NOOP("batch", "Make another take · {count}")
REMEDIES: tuple[tuple[str, str], ...] = (
    *((code, _FOLDER) for code in FOLDER_CODES),
    (HAVE_ALREADY, _ANOTHER),
    ("prompt-too-long", _SHORTEN),
    *((code, _STANDARD) for code in _CLEARED),
)
Cell = tuple[int, int, str]


def mended_cells(checked: CheckedSheet, code: str, lines: Sequence[int]) -> list[Cell]:
    """Return the cells that mend a problem in these lines: (line, column, text)."""
    return list(_mended(checked, code, frozenset(lines)))


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
    """Return a prompt cut between two words to what the service takes."""
    text = prompt.strip()
    if len(text) <= _PROMPT_MOST_CHARS:
        return text
    cut = text[: _PROMPT_MOST_CHARS + 1]
    between = cut.rfind(" ")
    return (cut[:between] if between > 0 else cut[:_PROMPT_MOST_CHARS]).rstrip(" ,;")
