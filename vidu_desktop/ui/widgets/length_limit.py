"""How much a field takes, said when more is typed or pasted: a name that is cut in silence is another name."""

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QToolTip, QWidget

from vidu_desktop.ui.text import say_number


def limit_length(field: QLineEdit, most_chars: int) -> None:
    """Let the field take so many characters, and say so below it whenever that leaves something out."""
    field.setMaxLength(most_chars)
    field.inputRejected.connect(lambda: say_limit(field, most_chars))


def limit_note(field: QPlainTextEdit, most_chars: int) -> None:
    """As `limit_length`, for a text of several lines."""

    def cut() -> None:
        if len(field.toPlainText()) > most_chars:
            cursor = field.textCursor()
            cursor.setPosition(most_chars)
            cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
            say_limit(field, most_chars)

    field.textChanged.connect(cut)


def say_limit(field: QWidget, most_chars: int) -> None:
    """Say below a field that what it was given was more than so many characters."""
    template = QCoreApplication.translate(
        "length_limit", "No more than {most} characters fit in here. The rest was left out."
    )
    below = field.mapToGlobal(QPoint(0, field.height()))
    QToolTip.showText(below, template.format(most=say_number(most_chars)), field)
