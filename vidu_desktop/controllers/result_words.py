"""Sentences about the outcome of an export, an import or a save. Kinds with a count of 0 aren't mentioned."""

from collections.abc import Sequence

from vidu_desktop.domain.counting import counted
from vidu_desktop.domain.export import MadeFile
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import Sentence, ViduDesktopError
from vidu_desktop.ui.text import say, say_on

_WHYS_MOST = 3

_SAVED = QT_TRANSLATE_NOOP("library", "“{name}” is saved.")
_SAVED_MANY = QT_TRANSLATE_NOOP("library", "{count} files are saved in “{folder}”.")
_NOT_MADE = (
    QT_TRANSLATE_NOOP("library", "1 video couldn't be exported. {why}"),
    QT_TRANSLATE_NOOP("library", "{count} videos couldn't be exported. {why}"),
)
_ITS_COLOURS_KEPT = QT_TRANSLATE_NOOP(
    "library", "Its colours are as they were: matching wouldn't have made them better."
)
_COLOURS_KEPT = (
    QT_TRANSLATE_NOOP(
        "library", "1 of them has its colours as they were: matching wouldn't have made them better."
    ),
    QT_TRANSLATE_NOOP(
        "library", "{count} of them have their colours as they were: matching wouldn't have made them better."
    ),
)
_CAME = (
    QT_TRANSLATE_NOOP("library", "1 video was imported."),
    QT_TRANSLATE_NOOP("library", "{count} videos were imported."),
)
_BACK = (
    QT_TRANSLATE_NOOP("library", "1 came back from the trash, with its marks and its cost."),
    QT_TRANSLATE_NOOP("library", "{count} came back from the trash, with their marks and their cost."),
)
_TWICE = (
    QT_TRANSLATE_NOOP("library", "1 was in the library already."),
    QT_TRANSLATE_NOOP("library", "{count} were in the library already."),
)
_REFUSED = (
    QT_TRANSLATE_NOOP("library", "1 file wasn't taken, because it isn't a video or can't be read."),
    QT_TRANSLATE_NOOP("library", "{count} files weren't taken, because they aren't videos or can't be read."),
)
_LEFT = (
    QT_TRANSLATE_NOOP("library", "You ended it before the last file; import it again to go on."),
    QT_TRANSLATE_NOOP("library", "You ended it before the last {count} files; import them again to go on."),
)
_NOT_TRIED = (
    QT_TRANSLATE_NOOP("library", "1 file wasn't taken in; import it again to go on."),
    QT_TRANSLATE_NOOP("library", "{count} files weren't taken in; import them again to go on."),
)
_NOTHING_NEW = QT_TRANSLATE_NOOP("library", "Nothing new was imported.")
_LEFT_OUT = (
    QT_TRANSLATE_NOOP("library", "1 video is left out, because its file is missing."),
    QT_TRANSLATE_NOOP("library", "{count} videos are left out, because their files are missing."),
)
_STILL_MISSING = (
    QT_TRANSLATE_NOOP(
        "library", "1 file was found neither in the library nor in that folder. Try another folder."
    ),
    QT_TRANSLATE_NOOP(
        "library", "{count} files were found neither in the library nor in that folder. Try another folder."
    ),
)


_EMPTIED = (
    QT_TRANSLATE_NOOP(
        "library", "1 video that had been in the trash for long was deleted, as you have set it."
    ),
    QT_TRANSLATE_NOOP(
        "library", "{count} videos that had been in the trash for long were deleted, as you have set it."
    ),
)


def emptied_words(count: int) -> str:
    """Return the words for `count` videos that were deleted after their time in the trash."""
    return _counted(_EMPTIED, count)


def saved_words(name: str) -> str:
    """Return the words for a saved file."""
    return say(Sentence(_SAVED, {"name": name}))


def made_words(made: Sequence[MadeFile], failed: Sequence[ViduDesktopError]) -> str:
    """Return the outcome of an export in words, and why some files couldn't be made."""
    told = []
    if len(made) == 1:
        told.append(saved_words(made[0].path.name))
    elif made:
        told.append(say(Sentence(_SAVED_MANY, {"count": len(made), "folder": str(made[0].path.parent)})))
    kept = sum(one.colours_kept for one in made)
    if kept and len(made) == 1:
        told.append(say(Sentence(_ITS_COLOURS_KEPT)))
    elif kept:
        told.append(_counted(_COLOURS_KEPT, kept))
    if failed:
        whys = list(dict.fromkeys(say(error.sentence) for error in failed))
        why = say_on(*whys[:_WHYS_MOST], "…" * (len(whys) > _WHYS_MOST))
        told.append(_counted(_NOT_MADE, len(failed), why=why))
    return say_on(*told)


def imported_words(
    came: int, back: int, twice: int, refused: int, left: int, *, stopped: bool = False
) -> str:
    """Return the outcome of an import in words: how many videos of each kind there were. `left` files weren't imported,
    because the person ended the import, or because an error `stopped` it.
    """
    told = [
        _counted(words, count)
        for words, count in (
            (_CAME, came),
            (_BACK, back),
            (_TWICE, twice),
            (_REFUSED, refused),
            (_NOT_TRIED if stopped else _LEFT, left),
        )
        if count
    ]
    return say_on(*(told if came or back else [say(Sentence(_NOTHING_NEW)), *told]))


def left_out_words(count: int) -> str:
    """Return the words for `count` videos that are left out because their files are missing."""
    return _counted(_LEFT_OUT, count)


def still_missing_words(count: int) -> str:
    """Return the words for `count` missing files that weren't found."""
    return _counted(_STILL_MISSING, count)


def _counted(words: tuple[str, str], count: int, **values: str) -> str:
    return say(counted(words, count, **values))


def review_words(taken: int, answers: int) -> Sentence:
    """Return the words for a review that was taken over: for how many videos, and whether others aren't in the library."""
    if taken == answers:
        return counted(_REVIEWED, taken)
    return counted(_REVIEWED_IN_PART, taken, answers=answers)


_REVIEWED = (
    QT_TRANSLATE_NOOP("library", "The answer about a video was taken in. Edit > Undo takes it back."),
    QT_TRANSLATE_NOOP(
        "library", "The answers about {count} videos were taken in. Edit > Undo takes them back."
    ),
)
_REVIEWED_IN_PART = (
    QT_TRANSLATE_NOOP(
        "library", "Of {answers} answers 1 was taken in; the other videos aren't in this library."
    ),
    QT_TRANSLATE_NOOP(
        "library", "Of {answers} answers {count} were taken in; the other videos aren't in this library."
    ),
)
