"""The keys and the wheel that zoom, the same in all views of pictures."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent

from vidu_desktop.ui.widgets.view_zoom import ZOOM_STEP

_NO, _CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


class Zoomable(Protocol):
    """A view that can be zoomed."""

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None: ...

    def set_fits(self, fits: bool) -> None: ...


def zoom_by_wheel(event: QWheelEvent, view: Zoomable) -> None:
    """Zoom in or out; the point under the pointer stays where it is."""
    notches = event.angleDelta().y() / 120
    if notches:
        view.zoom_by(ZOOM_STEP**notches, event.position())
    event.accept()


def zoom_act(event: QKeyEvent, view: Zoomable) -> Callable[[], None] | None:
    """Return the action of a zoom key; None for any other key. The keys are plus or equal, and minus, each also with Ctrl;
    and Ctrl+0.
    """
    # Shift is ignored, because most keyboards need it for plus.
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
