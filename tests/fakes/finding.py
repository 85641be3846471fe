"""Finds controls by their names, as a person does."""

from typing import TypeVar

from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

W = TypeVar("W", bound=QWidget)


def only(owner: QWidget, kind: type[W]) -> W:
    """Return the only widget of this kind inside `owner`, visible or not."""
    (found,) = owner.findChildren(kind)
    return found


def called(owner: QWidget, name: str, kind: type[W]) -> W:
    """Return the only widget with this name for a screen reader."""
    found = [one for one in owner.findChildren(kind) if spoken(one) == name]
    assert len(found) == 1, (
        f"{len(found)} of {kind.__name__} called {name!r}: {sorted(map(spoken, owner.findChildren(kind)))}"
    )
    return found[0]


def button(owner: QWidget, name: str) -> QAbstractButton:
    """Return the only button with this name, which is its text or its name for a screen reader."""
    return called(owner, name, QAbstractButton)


def spoken(widget: QWidget) -> str:
    """Return a widget's name for a screen reader: its accessible name, else its text."""
    words = widget.text() if isinstance(widget, QAbstractButton | QLabel) else ""
    return widget.accessibleName() or words.replace("&", "")
