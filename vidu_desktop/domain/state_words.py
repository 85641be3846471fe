"""The names of job states on screen and on the command line, in English; the window translates them."""

from vidu_desktop.domain.job import JobState
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP

STATE_WORDS: dict[JobState, str] = {
    JobState.DRAFT: QT_TRANSLATE_NOOP("states", "Preparing"),
    JobState.READY: QT_TRANSLATE_NOOP("states", "In line"),
    JobState.SENDING: QT_TRANSLATE_NOOP("states", "Sending"),
    JobState.ACCEPTED: QT_TRANSLATE_NOOP("states", "Accepted"),
    JobState.REFUSED: QT_TRANSLATE_NOOP("states", "Refused, not charged"),
    JobState.UNKNOWN: QT_TRANSLATE_NOOP("states", "Answer lost"),
    JobState.WAITING: QT_TRANSLATE_NOOP("states", "In the making"),
    JobState.READY_TO_FETCH: QT_TRANSLATE_NOOP("states", "Ready to fetch"),
    JobState.FETCHING: QT_TRANSLATE_NOOP("states", "Fetching"),
    JobState.VERIFYING: QT_TRANSLATE_NOOP("states", "Checking"),
    JobState.STORED: QT_TRANSLATE_NOOP("states", "In the library"),
    JobState.FAILED: QT_TRANSLATE_NOOP("states", "Failed"),
    JobState.EXPIRED: QT_TRANSLATE_NOOP("states", "Expired"),
    JobState.CANCELLED: QT_TRANSLATE_NOOP("states", "Taken off"),
}
"""Short words, for chips."""
