"""The columns of the library's list: what each one shows of a clip, and how a click on its head sorts the list."""

from enum import IntEnum

from PySide6.QtCore import QCoreApplication

from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.library_query import SortKey
from vidu_desktop.domain.marks import Verdict
from vidu_desktop.domain.titles import clip_title
from vidu_desktop.ui.models.clip_words import say_cost, say_length
from vidu_desktop.ui.models.fidelity_lines import colour_words
from vidu_desktop.ui.models.mode_words import mode_name
from vidu_desktop.ui.text import say_bytes, say_moment

translate = QCoreApplication.translate


class ClipColumn(IntEnum):
    """The columns from left to right. The first one is also the tile of the grid."""

    TITLE = 0
    TAKE = 1
    DECISION = 2
    RATING = 3
    MODE = 4
    LENGTH = 5
    CREATED = 6
    PRICE = 7
    COLOUR_SHIFT = 8
    FILE_SIZE = 9
    LAST = 9


SORTS: dict[ClipColumn, SortKey] = {
    ClipColumn.TITLE: SortKey.NAME,
    ClipColumn.TAKE: SortKey.SHOT,
    ClipColumn.RATING: SortKey.RATING,
    ClipColumn.LENGTH: SortKey.LENGTH,
    ClipColumn.CREATED: SortKey.CREATED,
    ClipColumn.PRICE: SortKey.COST,
    ClipColumn.COLOUR_SHIFT: SortKey.COLOUR_SHIFT,
    ClipColumn.FILE_SIZE: SortKey.FILE_SIZE,
}


def column_name(column: ClipColumn) -> str:
    """Return the title of a column in the person's language."""
    match column:
        case ClipColumn.TITLE:
            return translate("ClipColumn", "Video")
        case ClipColumn.TAKE:
            return translate("ClipColumn", "Take")
        case ClipColumn.DECISION:
            return translate("ClipColumn", "Decision")
        case ClipColumn.RATING:
            return translate("ClipColumn", "Rating")
        case ClipColumn.MODE:
            return translate("ClipColumn", "Made from")
        case ClipColumn.LENGTH:
            return translate("ClipColumn", "Length")
        case ClipColumn.CREATED:
            return translate("ClipColumn", "Date")
        case ClipColumn.PRICE:
            return translate("ClipColumn", "Cost")
        case ClipColumn.COLOUR_SHIFT:
            return translate("ClipColumn", "Colours")
    return translate("ClipColumn", "Size")


def column_text(clip: Clip, column: ClipColumn) -> str:
    """Return the text of a clip's cell in this column."""
    marks = clip.marks
    match column:
        case ClipColumn.TITLE:
            return clip_title(clip)
        case ClipColumn.TAKE:
            return marks.label
        case ClipColumn.DECISION:
            return decision_words(clip)
        case ClipColumn.RATING:
            return "★" * marks.rating
        case ClipColumn.MODE:
            return mode_name(clip.mode)
        case ClipColumn.LENGTH:
            return say_length(clip.video.duration_s)
        case ClipColumn.CREATED:
            return say_moment(clip.created_at)
        case ClipColumn.PRICE:
            return translate("ClipColumn", "rehearsal") if clip.rehearsal else say_cost(clip)
        case ClipColumn.COLOUR_SHIFT:
            return colour_words(clip)
    return say_bytes(clip.video.file_bytes)


def decision_words(clip: Clip) -> str:
    """Return the decision about a take in words; empty when there is none."""
    if clip.marks.winner:
        return translate("ClipColumn", "Winner")
    match clip.marks.verdict:
        case Verdict.KEEP:
            return translate("ClipColumn", "Kept")
        case Verdict.REJECT:
            return translate("ClipColumn", "Rejected")
    return ""
