"""What widgets of our own are to a screen reader: a class says it by `accessible_role`, for Qt knows only its own."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget


def tell_roles() -> None:
    """Have Qt ask us first, from now on; once per application. It asks only where somebody listens."""
    QAccessible.installFactory(_interface_of)


def _interface_of(_class_name: str, thing: QObject) -> QAccessibleInterface | None:
    role = getattr(thing, "accessible_role", None)
    return QAccessibleWidget(thing, role) if role is not None and isinstance(thing, QWidget) else None
