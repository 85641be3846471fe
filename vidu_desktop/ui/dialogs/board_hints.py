"""Sentences about a chain board's strip: what the person can do, what a change costs, which videos exist already."""

from PySide6.QtCore import QCoreApplication

from vidu_desktop.domain.amounts import Money
from vidu_desktop.ui.text import say_money

translate = QCoreApplication.translate


def change_words(gaps: int, price: Money) -> str:
    """Return how many gaps a change affects, and the cost of their videos; `price` is for one video."""
    if not gaps:
        return translate("BoardDialog", "No gap changes")
    if gaps == 1:
        words = translate("BoardDialog", "1 gap changes · {total}")
    else:
        words = translate("BoardDialog", "{count} gaps change · {total}")
    return words.format(count=gaps, total=say_money(gaps * price))


def again_words(videos: int) -> str:
    """Return the label of the choice to make videos again that the library already has from elsewhere."""
    if videos == 1:
        return translate(
            "BoardDialog", "You have 1 of these videos already, from elsewhere. Make it again, too."
        )
    words = translate(
        "BoardDialog", "You have {count} of these videos already, from elsewhere. Make them again, too."
    )
    return words.format(count=videos)


def advice(*, has_stills: bool) -> str:
    """Return what the person can do with the strip."""
    if has_stills:
        return translate(
            "BoardDialog", "Choose a gap to write its prompt, to play its video, or to put a hard cut there."
        )
    return translate(
        "BoardDialog",
        "Drop stills here, paste them, or choose them. Each two neighbours become one video, so all are "
        "made at once and meet where they join.",
    )
