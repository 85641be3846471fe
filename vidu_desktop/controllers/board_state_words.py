"""The words for how a board's gaps stand."""

from vidu_desktop.batch.chain_states import GapState
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.ui.models.board_cards import CardTone

STATES = {
    GapState.CURRENT: (
        QT_TRANSLATE_NOOP("board", "current"),
        CardTone.GOOD,
        QT_TRANSLATE_NOOP("board", "Its video is made from these two stills and these words."),
    ),
    GapState.RUNNING: (
        QT_TRANSLATE_NOOP("board", "running"),
        CardTone.ACCENT,
        QT_TRANSLATE_NOOP("board", "It was ordered; the queue says how far it is."),
    ),
    GapState.IN_DOUBT: (
        QT_TRANSLATE_NOOP("board", "answer lost"),
        CardTone.WARN,
        QT_TRANSLATE_NOOP(
            "board",
            "Its order was sent, but the answer was lost. It may have been charged, so nothing is sent again by itself: the "
            "queue lets you decide.",
        ),
    ),
    GapState.WAITING: (
        QT_TRANSLATE_NOOP("board", "waits in the queue"),
        CardTone.ACCENT,
        QT_TRANSLATE_NOOP("board", "Nothing of it was sent yet; the queue says why."),
    ),
    GapState.APPROVED: (
        QT_TRANSLATE_NOOP("board", "waits for its turn"),
        CardTone.ACCENT,
        QT_TRANSLATE_NOOP("board", "You let it be made; it is ordered when its turn comes."),
    ),
    GapState.FAILED: (
        QT_TRANSLATE_NOOP("board", "failed"),
        CardTone.BAD,
        QT_TRANSLATE_NOOP("board", "It came to nothing. The queue says why, and tries it again."),
    ),
    GapState.TAKEN_OFF: (
        QT_TRANSLATE_NOOP("board", "taken off"),
        CardTone.WARN,
        QT_TRANSLATE_NOOP("board", "Its order was taken out of the queue. One more take makes it after all."),
    ),
    GapState.OUT_OF_DATE: (
        QT_TRANSLATE_NOOP("board", "out of date · {total}"),
        CardTone.WARN,
        QT_TRANSLATE_NOOP(
            "board",
            "Its video was made from another still or other words, and can be played. What was there before, put back, "
            "makes it current again, free.",
        ),
    ),
    GapState.AWAY: (
        QT_TRANSLATE_NOOP("board", "its video is away"),
        CardTone.WARN,
        QT_TRANSLATE_NOOP(
            "board",
            "It was made, and taken out of the library since. Take it back from the trash, or want one more take.",
        ),
    ),
    GapState.NOT_MADE: (
        QT_TRANSLATE_NOOP("board", "not made · {total}"),
        CardTone.QUIET,
        QT_TRANSLATE_NOOP("board", "There is no video of these two stills yet."),
    ),
}
"""For each state the badge, its tone, and the longer explanation. Some badges have a place `{total}`."""
COUNTED = {
    GapState.CURRENT: QT_TRANSLATE_NOOP("board", "{count} current"),
    GapState.OUT_OF_DATE: QT_TRANSLATE_NOOP("board", "{count} out of date"),
    GapState.RUNNING: QT_TRANSLATE_NOOP("board", "{count} running"),
    GapState.IN_DOUBT: QT_TRANSLATE_NOOP("board", "{count} without an answer"),
    GapState.WAITING: QT_TRANSLATE_NOOP("board", "{count} waiting in the queue"),
    GapState.APPROVED: QT_TRANSLATE_NOOP("board", "{count} waiting for their turn"),
    GapState.FAILED: QT_TRANSLATE_NOOP("board", "{count} failed"),
    GapState.TAKEN_OFF: QT_TRANSLATE_NOOP("board", "{count} taken off"),
    GapState.AWAY: QT_TRANSLATE_NOOP("board", "{count} away"),
    GapState.NOT_MADE: QT_TRANSLATE_NOOP("board", "{count} not made"),
}
"""For each state how many gaps are in it, in the order in which they are told."""
