"""The names of the undo stack's steps, as in *Undo: deletion of 3 videos*."""

from collections import Counter
from collections.abc import Sequence

from vidu_desktop.domain.board import Board
from vidu_desktop.domain.counting import counted
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import Sentence

_DELETION = (
    QT_TRANSLATE_NOOP("undo", "deletion of a video"),
    QT_TRANSLATE_NOOP("undo", "deletion of {count} videos"),
)
_IMPORT = (
    QT_TRANSLATE_NOOP("undo", "import of a video"),
    QT_TRANSLATE_NOOP("undo", "import of {count} videos"),
)
_MARKS = (
    QT_TRANSLATE_NOOP("undo", "marks of a video"),
    QT_TRANSLATE_NOOP("undo", "marks of {count} videos"),
)
_ROWS = (
    QT_TRANSLATE_NOOP("undo", "a row taken out of the queue"),
    QT_TRANSLATE_NOOP("undo", "{count} rows taken out of the queue"),
)
_ROWS_MOVED = QT_TRANSLATE_NOOP("undo", "order of the queue")
_CELLS = (
    QT_TRANSLATE_NOOP("undo", "a cell of a batch"),
    QT_TRANSLATE_NOOP("undo", "{count} cells of a batch"),
)
_TAKES = (
    QT_TRANSLATE_NOOP("undo", "make a row another take"),
    QT_TRANSLATE_NOOP("undo", "make {count} rows takes"),
)
_LEFT_OUT = (
    QT_TRANSLATE_NOOP("undo", "a row left out of a batch"),
    QT_TRANSLATE_NOOP("undo", "{count} rows left out of a batch"),
)
_TAKEN_IN = (
    QT_TRANSLATE_NOOP("undo", "a row taken into a batch"),
    QT_TRANSLATE_NOOP("undo", "{count} rows taken into a batch"),
)
_AGAIN = (
    QT_TRANSLATE_NOOP("undo", "another take of a video"),
    QT_TRANSLATE_NOOP("undo", "another take of {count} videos"),
)
_PICTURES_OUT = (
    QT_TRANSLATE_NOOP("undo", "a picture taken out"),
    QT_TRANSLATE_NOOP("undo", "{count} pictures taken out"),
)
_PICTURES_IN = (
    QT_TRANSLATE_NOOP("undo", "a picture put in"),
    QT_TRANSLATE_NOOP("undo", "{count} pictures put in"),
)
_PICTURES_REPLACED = QT_TRANSLATE_NOOP("undo", "pictures replaced")
_PICTURES_MOVED = QT_TRANSLATE_NOOP("undo", "order of the pictures")
_STILLS_MOVED = QT_TRANSLATE_NOOP("undo", "order of the stills")
_GAPS_CHANGED = QT_TRANSLATE_NOOP("undo", "a change to a board")
_SOUND_CHANGED = QT_TRANSLATE_NOOP("undo", "the sound of a board")
_BOARD_DELETED = QT_TRANSLATE_NOOP("undo", "deletion of a board")
_BOARD_RENAMED = QT_TRANSLATE_NOOP("undo", "new name of a board")
_SHELF = QT_TRANSLATE_NOOP("undo", "change of the shelf")
_NAME = QT_TRANSLATE_NOOP("undo", "new name of a file")


def made_again(count: int) -> Sentence:
    """Return the words for `count` videos that are ordered although another batch or another row of the sheet has them."""
    return counted(_AGAIN, count)


def deletion_of(count: int) -> Sentence:
    """Return the words for `count` videos that were moved to the trash."""
    return counted(_DELETION, count)


def import_of(count: int) -> Sentence:
    """Return the words for `count` videos that were imported."""
    return counted(_IMPORT, count)


def marks_of(count: int) -> Sentence:
    """Return the words for `count` videos whose marks were changed."""
    return counted(_MARKS, count)


def rows_removed(count: int) -> Sentence:
    """Return the words for `count` rows that were removed from the queue."""
    return counted(_ROWS, count)


def rows_moved() -> Sentence:
    """Return the words for rows that were moved within the queue."""
    return Sentence(_ROWS_MOVED)


def pictures_changed(before: Sequence[str], now: Sequence[str]) -> Sentence:
    """Return the words for a change of a tab's pictures; an empty path is a place without a picture."""
    had, has = Counter(filter(None, before)), Counter(filter(None, now))
    gone, came = had - has, has - had
    if gone and came:
        return Sentence(_PICTURES_REPLACED)
    if gone or came:
        return counted(_PICTURES_OUT if gone else _PICTURES_IN, (gone or came).total())
    return Sentence(_PICTURES_MOVED)


def board_words(before: Board, now: Board) -> Sentence:
    """Return the words for a change of a chain board."""
    had, has = ([still.path for still in board.stills] for board in (before, now))
    if sorted(had) != sorted(has):
        return pictures_changed(had, has)
    if before.sound_path != now.sound_path:
        return Sentence(_SOUND_CHANGED)
    return Sentence(_GAPS_CHANGED if had == has else _STILLS_MOVED)


def board_deleted() -> Sentence:
    """Return the words for a chain board that was moved to the trash."""
    return Sentence(_BOARD_DELETED)


def board_renamed() -> Sentence:
    """Return the words for a chain board that was renamed."""
    return Sentence(_BOARD_RENAMED)


def cells_changed(count: int) -> Sentence:
    """Return the words for `count` cells that were changed in a batch's table."""
    return counted(_CELLS, count)


def rows_left_out(count: int) -> Sentence:
    """Return the words for `count` rows that were left out."""
    return counted(_LEFT_OUT, count)


def rows_taken_in(count: int) -> Sentence:
    """Return the words for `count` rows that were taken in again."""
    return counted(_TAKEN_IN, count)


def rows_made_takes(count: int) -> Sentence:
    """Return the words for `count` rows that became takes of another row."""
    return counted(_TAKES, count)


def new_name() -> Sentence:
    """Return the words for a file that was renamed."""
    return Sentence(_NAME)


def shelf_changed() -> Sentence:
    """Return the words for entries of the shelf that were added, changed, taken off or moved."""
    return Sentence(_SHELF)
