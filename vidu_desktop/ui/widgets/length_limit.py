"""Limits how much a field takes, and tells the person when text was left out: a silently shortened name is a different name."""

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QToolTip, QWidget

from vidu_desktop.ui.text import say_number


def limit_length(field: QLineEdit, most_chars: int) -> None:
    """Limit the field to `most_chars` characters, and say so below the field whenever something is left out."""
    field.setMaxLength(most_chars)
    field.inputRejected.connect(lambda: say_limit(field, most_chars))


def limit_note(field: QPlainTextEdit, most_chars: int) -> None:
    """Like `limit_length`, for a field of several lines."""

    def cut() -> None:
        if len(field.toPlainText()) > most_chars:
            cursor = field.textCursor()
            cursor.setPosition(most_chars)
            cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
            say_limit(field, most_chars)

    field.textChanged.connect(cut)


def say_limit(field: QWidget, most_chars: int) -> None:
    """Say below a field that it takes no more than `most_chars` characters and that the rest was left out."""
    template = QCoreApplication.translate(
        "length_limit", "No more than {most} characters fit in here. The rest was left out."
    )
    below = field.mapToGlobal(QPoint(0, field.height()))
    QToolTip.showText(below, template.format(most=say_number(most_chars)), field)
