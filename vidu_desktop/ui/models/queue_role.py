"""The roles of the queue's rows."""

from enum import IntEnum

from PySide6.QtCore import Qt


class QueueRole(IntEnum):
    """What a row provides in addition to its text; each line says the type."""

    JOB = Qt.ItemDataRole.UserRole
    """Job."""
    PROGRESS = Qt.ItemDataRole.UserRole + 1
    """job_progress.Progress, as of now."""
    WORDS = Qt.ItemDataRole.UserRole + 2
    """job_words.JobWords, as of now."""
    THUMB_PATH = Qt.ItemDataRole.UserRole + 3
    """str, path of a JPEG of the first picture, which may not exist yet; empty before the picture is prepared."""
    PLAYING = Qt.ItemDataRole.UserRole + 4
    """bool, whether its video is on the stage."""
    AGAIN = Qt.ItemDataRole.UserRole + 5
    """AnotherTry, what one more try costs."""
