"""The keys and the wheel that bring a picture nearer, the same wherever one is shown."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent

from vidu_desktop.ui.widgets.view_zoom import ZOOM_STEP

_NO, _CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


class Zoomable(Protocol):
    """What can be looked at from nearer."""

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None: ...

    def set_fits(self, fits: bool) -> None: ...


def zoom_by_wheel(event: QWheelEvent, view: Zoomable) -> None:
    """Come nearer to what is under the pointer, or go away from it."""
    notches = event.angleDelta().y() / 120
    if notches:
        view.zoom_by(ZOOM_STEP**notches, event.position())
    event.accept()


def zoom_act(event: QKeyEvent, view: Zoomable) -> Callable[[], None] | None:
    """Return what a key does to the view; None when it isn't one of ours: plus or equal, minus, also with Ctrl; Ctrl+0."""
    # Plus needs Shift on most keyboards, whose owners mean no other key by that.
    modifiers = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
    if modifiers not in (_NO, _CTRL):
        return None
    match event.key():
        case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
            return lambda: view.zoom_by(ZOOM_STEP)
        case Qt.Key.Key_Minus:
            return lambda: view.zoom_by(1 / ZOOM_STEP)
        case Qt.Key.Key_0 if modifiers == _CTRL:
            return lambda: view.set_fits(True)
    return None
