"""The words for watched folders, in the window and on the command line."""

from vidu_desktop.batch.watched_folder import Standing, WatchStanding
from vidu_desktop.domain.amounts import format_money, format_sums
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import Sentence

STANDING_WORDS: dict[Standing, str] = {
    Standing.WATCHED: QT_TRANSLATE_NOOP("batch", "Watched"),
    Standing.TOMORROW: QT_TRANSLATE_NOOP("batch", "Goes on tomorrow: today's sum is used"),
    Standing.PRICE: QT_TRANSLATE_NOOP(
        "batch", "Waits: the price isn't the one that you approved. Watch it anew"
    ),
    Standing.AWAY: QT_TRANSLATE_NOOP("batch", "The folder can't be read now; it is looked for again"),
    Standing.PAUSED: QT_TRANSLATE_NOOP("batch", "Paused"),
    Standing.STOPPED: QT_TRANSLATE_NOOP(
        "batch", "Stopped by itself: too many of the last ten ended the same way ({code})"
    ),
    Standing.ENDED: QT_TRANSLATE_NOOP("batch", "Not watched any more"),
    Standing.ELSEWHERE: QT_TRANSLATE_NOOP("batch", "Another computer with this library watches it"),
}
_FREE = QT_TRANSLATE_NOOP("batch", "free")
_OF_CAP = QT_TRANSLATE_NOOP("batch", "{spent} of {cap}")


def standing_words(standing: Standing, code: str = "") -> Sentence:
    """Return the sentence that says how a folder stands; `code` is why it stopped by itself."""
    return Sentence(STANDING_WORDS[standing], {"code": code or "-"})


def today_words(stands: WatchStanding) -> Sentence:
    """Return the sentence that says what the folder has cost today, and what it may cost."""
    if stands.day_budget is None:
        return Sentence(_FREE)
    values = {
        "spent": format_sums(stands.spent_today, stands.price.currency),
        "cap": format_money(stands.day_budget),
    }
    return Sentence(_OF_CAP, values)
