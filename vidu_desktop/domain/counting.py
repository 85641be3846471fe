"""Singular and plural for counted things."""

from vidu_desktop.errors import Sentence


def counted(words: tuple[str, str], count: int, **values: str | int | tuple[str, ...]) -> Sentence:
    """Return the first of two templates for a count of one, the second for any other; the number goes to
    `{count}`.
    """
    one, several = words
    return Sentence(one if count == 1 else several, {"count": count, **values})


def in_number(count: int, one: str, several: str = "") -> str:
    """Return a number with its noun, as the command line prints it: `1 video`, `2 videos`."""
    return f"{count} {one if count == 1 else several or f'{one}s'}"
