"""The line below the picture: shows the position in the clip, and lets people go to any frame."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.models.tips import plain_tip

_MARGIN = 8
_GROOVE = 4
_KNOB = 6
_NEAR_PX = 5
"""The largest distance between the pointer and a seam's mark at which the mark's words are shown."""
_PLAIN = "text_faint"
_NOTCH = 120  # of a wheel, in eighths of a degree; touchpads send a few at a time


@dataclass(frozen=True, slots=True)
class SeamMark:
    """The frame at which another part of a film begins. `words` say what was noticed at the seam, empty for nothing; `tone`
    is the name of a theme colour.
    """

    frame: int
    words: str = ""
    tone: str = _PLAIN


class Scrubber(QAbstractSlider):
    """A slider whose value is the frame number. It draws itself, so that a click moves it to the clicked place.

    While a video plays, the knob follows it but the value doesn't, because screen readers would read each value aloud.
    """

    frame_requested = Signal(int)  # frame number, counted from 0

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._frame = 0
        self._running = False
        self._hovered_x: float | None = None
        self._range: tuple[int, int] | None = None
        self._seams: tuple[SeamMark, ...] = ()
        self._turned = 0  # since the last notch, in eighths of a degree
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setRange(0, 0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        look.changed.connect(self.update)

    def set_frame_count(self, count: int) -> None:
        """Set how many frames there are, and show the whole range as played."""
        self.setRange(0, max(0, count - 1))
        self._range = None
        self.update()

    def set_seams(self, marks: Sequence[SeamMark]) -> None:
        """Mark where the parts of a film begin; a mark with words shows them as a tooltip."""
        self._seams = tuple(marks)
        self.update()

    def set_played_range(self, played: tuple[int, int] | None) -> None:
        """Show the range between the in and out points, both included; None means all frames."""
        self._range = played
        self.update()

    def set_frame(self, frame: int) -> None:
        """Move the knob to a frame without sending `frame_requested`. Does nothing while the person drags the knob."""
        if self.isSliderDown():
            return
        self._frame = frame
        if not self._running:
            self.setValue(frame)
        self.update()

    def set_running(self, running: bool) -> None:
        """Say whether the video is playing."""
        self._running = running
        if not running and not self.isSliderDown():
            self.setValue(self._frame)

    def frame_at(self, x: float) -> int:
        """Return the frame at a horizontal position."""
        span = max(1.0, self.width() - 2.0 * _MARGIN)
        share = min(max((x - _MARGIN) / span, 0.0), 1.0)
        return round(share * self.maximum())

    def _x_of(self, frame: int) -> float:
        return _MARGIN + (self.width() - 2.0 * _MARGIN) * frame / max(1, self.maximum())

    def words_at(self, x: float) -> str:
        """Return the words of the seam at a horizontal position; empty if there is none."""
        near = [mark for mark in self._seams if mark.words and abs(self._x_of(mark.frame) - x) <= _NEAR_PX]
        return min(near, key=lambda mark: abs(self._x_of(mark.frame) - x)).words if near else ""

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            words = self.words_at(event.pos().x())
            if words:
                QToolTip.showText(event.globalPos(), plain_tip(words), self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, 22)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(80, 22)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        middle_y = self.height() / 2
        groove = QRectF(_MARGIN, middle_y - _GROOVE / 2, self.width() - 2 * _MARGIN, _GROOVE)
        painter.setBrush(theme.line)
        painter.drawRoundedRect(groove, _GROOVE / 2, _GROOVE / 2)
        share = self._frame / self.maximum() if self.maximum() else 0.0
        knob_x = groove.x() + groove.width() * share
        painter.setBrush(theme.accent if self.isEnabled() else theme.text_faint)
        painter.drawRoundedRect(
            QRectF(groove.x(), groove.y(), knob_x - groove.x(), _GROOVE), _GROOVE / 2, _GROOVE / 2
        )
        self._paint_seams(painter, groove)
        self._paint_range(painter, groove)
        if self._hovered_x is not None and self.isEnabled():
            painter.setBrush(theme.text_faint)
            painter.drawRect(QRectF(self._hovered_x - 0.5, middle_y - _KNOB, 1, 2 * _KNOB))
        if self.isEnabled():
            radius = _KNOB + 1 if self.isSliderDown() else _KNOB
            painter.setBrush(theme.text)
            painter.drawEllipse(QPointF(knob_x, middle_y), radius, radius)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(theme.accent)
            painter.drawEllipse(QPointF(knob_x, middle_y), _KNOB + 3, _KNOB + 3)
        painter.end()

    def _paint_seams(self, painter: QPainter, groove: QRectF) -> None:
        for mark in self._seams:
            x = self._x_of(mark.frame)
            painter.setBrush(getattr(self._look.theme, mark.tone))
            if mark.tone == _PLAIN:
                painter.drawRect(QRectF(x - 0.5, groove.top() - 4, 1, groove.height() + 8))
            else:
                painter.drawRect(QRectF(x - 1, groove.top() - 5, 2, groove.height() + 10))
                painter.drawEllipse(QPointF(x, groove.top() - 5), 2.5, 2.5)

    def _paint_range(self, painter: QPainter, groove: QRectF) -> None:
        if self._range is None or not self.maximum():
            return
        first, last = (groove.x() + groove.width() * frame / self.maximum() for frame in self._range)
        painter.setBrush(self._look.theme.warn)
        painter.drawRect(QRectF(first, groove.bottom() + 2, max(last - first, 2.0), 2))
        for x in (first, last):
            painter.drawRect(QRectF(x - 1, groove.top() - 3, 2, groove.height() + 8))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self._ask(event.position().x())

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hovered_x = min(max(event.position().x(), _MARGIN), self.width() - _MARGIN)
        if self.isSliderDown():
            self._ask(event.position().x())
        self.update()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.setSliderDown(False)
        self.update()

    @override
    def leaveEvent(self, event: object) -> None:
        self._hovered_x = None
        self.update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()  # the pane handles all keys

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        angle = event.angleDelta().y()
        if angle * self._turned < 0:
            self._turned = 0
        notches = int((self._turned + angle) / _NOTCH)
        self._turned += angle - notches * _NOTCH
        if notches:
            self._ask_frame(self._frame - notches)
        event.accept()

    def _ask(self, x: float) -> None:
        self._ask_frame(self.frame_at(x))

    def _ask_frame(self, frame: int) -> None:
        self._frame = frame = min(max(frame, self.minimum()), self.maximum())
        self.setValue(frame)
        self.frame_requested.emit(frame)
