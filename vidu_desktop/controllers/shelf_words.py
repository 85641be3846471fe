"""Sentences about what came onto the shelf, and what was taken off."""

from collections.abc import Sequence

from vidu_desktop.domain.counting import counted
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import Sentence


def came_words(came: int, left_out: int, file_name: str) -> Sentence:
    """Return the words for an import: how many came from the file, and how many couldn't be used."""
    if not left_out:
        return counted(_CAME, came, name=file_name)
    return Sentence(_CAME_IN_PART, {"count": came, "all": came + left_out, "name": file_name})


def taken_off_words(names: Sequence[str]) -> Sentence:
    """Return the words for those who were taken off the shelf."""
    return counted(_TAKEN_OFF, len(names), name=names[0])


_CAME = (
    QT_TRANSLATE_NOOP("shelf", "One came onto the shelf from “{name}”. Edit > Undo takes it back."),
    QT_TRANSLATE_NOOP("shelf", "{count} came onto the shelf from “{name}”. Edit > Undo takes them back."),
)
_CAME_IN_PART = QT_TRANSLATE_NOOP(
    "shelf",
    "Of {all} in “{name}”, on the shelf are now: {count}. The others are damaged, or have pictures that a video can't be "
    "made from.",
)
_TAKEN_OFF = (
    QT_TRANSLATE_NOOP(
        "shelf",
        "“{name}” was taken off the shelf; its pictures and videos stay in the library. Edit > Undo puts it back.",
    ),
    QT_TRANSLATE_NOOP(
        "shelf",
        "{count} were taken off the shelf; their pictures and videos stay in the library. Edit > Undo puts them back.",
    ),
)
