"""What is told to who listens to a screen reader instead of looking."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from vidu_desktop.ui.models.tips import plain_tip


def announce(source: QWidget, text: str) -> None:
    """Have `text` said after what is being said now: what changes where the focus isn't would never be said.

    Nothing is shown, and nothing happens where nobody listens.
    """
    if text:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(source, text))


def tell_focus(widget: QWidget, child: int = -1) -> None:
    """Say where the keyboard is, for where Qt says something else; `child` is the row of a list."""
    event = QAccessibleEvent(widget, QAccessible.Event.Focus)
    event.setChild(child)
    QAccessible.updateAccessibility(event)


def set_plain_tip(widget: QWidget, text: str) -> None:
    """Have the tip show `text` as it is, and read it without the tags that this takes."""
    widget.setToolTip(plain_tip(text))
    widget.setAccessibleDescription(text)


def name_by_tip(widget: QWidget, name: str, more: str = "") -> None:
    """Name what shows no words: the tip says the name with `more` behind it, who listens hears each once."""
    widget.setAccessibleName(name)
    widget.setAccessibleDescription(more or " ")  # an empty one would be the tip, which is the name once more
    widget.setToolTip(f"{name} ({more})" if more else name)


def name_field(field: QWidget, name: str) -> None:
    """Name a field of several parts (numbers, choices that can be typed, keys) and the line in it, which is met on its own."""
    for part in (field, *field.findChildren(QLineEdit)):
        part.setAccessibleName(name)
