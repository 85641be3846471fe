"""What the queue's rows know, each under its role."""

from enum import IntEnum

from PySide6.QtCore import Qt


class QueueRole(IntEnum):
    """What a row knows beyond its text; each line says the type."""

    JOB = Qt.ItemDataRole.UserRole
    """Job."""
    PROGRESS = Qt.ItemDataRole.UserRole + 1
    """job_progress.Progress, as of now."""
    WORDS = Qt.ItemDataRole.UserRole + 2
    """job_words.JobWords, as of now."""
    THUMB_PATH = Qt.ItemDataRole.UserRole + 3
    """str, a JPEG of the first picture that may not exist yet; empty before the picture is copied in."""
    PLAYING = Qt.ItemDataRole.UserRole + 4
    """bool, whether its video is on the stage."""
    AGAIN = Qt.ItemDataRole.UserRole + 5
    """AnotherTry, what trying it again comes to."""
