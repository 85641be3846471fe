"""On or off: a check box drawn as a switch."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget
from typing_extensions import override

from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.look.scale import CONTROL_HEIGHT, GAP_S
from vidu_desktop.ui.look.theme import mixed_colours
from vidu_desktop.ui.widgets.painting import draw_focus_ring

_TRACK = QSize(34, 20)


class Switch(QCheckBox):
    """A check box for the keyboard and screen readers; only its drawing is ours."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    @override
    def sizeHint(self) -> QSize:
        text = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(_TRACK.width() + 8 + (text + GAP_S if text else 0), CONTROL_HEIGHT)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def hitButton(self, pos: object) -> bool:
        return True

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = QRectF(4, (self.height() - _TRACK.height()) / 2, _TRACK.width(), _TRACK.height())
        ground = theme.accent if self.isChecked() else theme.edge
        if not self.isEnabled():
            ground = mixed_colours(ground, theme.surface, 0.6)
        elif self.underMouse():
            ground = mixed_colours(ground, theme.text, 0.12)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        radius = _TRACK.height() / 2
        painter.drawRoundedRect(track, radius, radius)
        side = _TRACK.height() - 6
        left = track.right() - side - 3 if self.isChecked() else track.left() + 3
        painter.setBrush(theme.on_accent if self.isChecked() else theme.surface)
        painter.drawEllipse(QRectF(left, track.top() + 3, side, side))
        painter.setPen(theme.text if self.isEnabled() else theme.text_faint)
        words = self.rect().adjusted(_TRACK.width() + 8 + GAP_S, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.hasFocus():
            ring = track.adjusted(-3, -3, 3, 3).toAlignedRect()
            draw_focus_ring(painter, ring, theme.accent, radius + 3)
