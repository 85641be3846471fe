"""Texts for people who use a screen reader."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from vidu_desktop.ui.models.tips import plain_tip, short_tip


def announce(source: QWidget, text: str) -> None:
    """Let the screen reader say `text` after what it is saying now. Otherwise a change outside the focused widget would never
    be said.

    Nothing is shown, and nothing happens without a screen reader.
    """
    if text:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(source, text))


def tell_focus(widget: QWidget, child: int = -1) -> None:
    """Tell the screen reader where the focus is, when Qt would name another place. `child` is the row of a list."""
    event = QAccessibleEvent(widget, QAccessible.Event.Focus)
    event.setChild(child)
    QAccessible.updateAccessibility(event)


def set_plain_tip(widget: QWidget, text: str) -> None:
    """Set a tooltip that shows `text` as it is. The tooltip needs tags for that; screen readers get the text without them."""
    widget.setToolTip(plain_tip(text))
    widget.setAccessibleDescription(text)


def name_by_tip(widget: QWidget, name: str, more: str = "") -> None:
    """Name a widget that has no text: the tooltip shows the name as it is, followed by `more`; screen readers say each of them once."""
    widget.setAccessibleName(name)
    # Not empty: Qt would take the tooltip, which repeats the name.
    widget.setAccessibleDescription(more or " ")
    widget.setToolTip(short_tip(f"{name} ({more})" if more else name))


def name_field(field: QWidget, name: str) -> None:
    """Name a field that contains a line edit (a spin box, an editable combo box, a key field), and the line edit in it, which
    screen readers meet separately.
    """
    for part in (field, *field.findChildren(QLineEdit)):
        part.setAccessibleName(name)
