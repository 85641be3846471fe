"""Controls found as a person finds them: by what they are called."""

from typing import TypeVar

from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

W = TypeVar("W", bound=QWidget)


def only(owner: QWidget, kind: type[W]) -> W:
    """Return the one widget of this kind in there, shown or not."""
    (found,) = owner.findChildren(kind)
    return found


def called(owner: QWidget, name: str, kind: type[W]) -> W:
    """Return the one widget that a screen reader calls so."""
    found = [one for one in owner.findChildren(kind) if spoken(one) == name]
    assert len(found) == 1, (
        f"{len(found)} of {kind.__name__} called {name!r}: {sorted(map(spoken, owner.findChildren(kind)))}"
    )
    return found[0]


def button(owner: QWidget, name: str) -> QAbstractButton:
    """Return the one button that is called so, by its words or by what a screen reader says."""
    return called(owner, name, QAbstractButton)


def spoken(widget: QWidget) -> str:
    """What a screen reader calls a widget: its accessible name, else its words."""
    words = widget.text() if isinstance(widget, QAbstractButton | QLabel) else ""
    return widget.accessibleName() or words.replace("&", "")
