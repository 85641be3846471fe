"""The rating of a video: five stars to click."""

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QWidget
from typing_extensions import override

from vidu_desktop.domain.marks import RATING_MOST
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.look.scale import RADIUS_S
from vidu_desktop.ui.widgets.painting import draw_focus_ring, draw_icon
from vidu_desktop.ui.widgets.translated import Translated

_STAR_PX, _STEP_PX = 18, 22


class StarRow(Translated, QAbstractSlider):
    """A slider for the keyboard and screen readers. A click on the star that equals the rating removes the rating."""

    rating_chosen = Signal(int)  # 0 to 5; only by the person

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._hovered = 0
        self.setRange(0, RATING_MOST)
        self.setPageStep(1)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._retranslate()
        look.changed.connect(self.update)

    @override
    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Rating"))
        self.setToolTip(self.tr("Rating (keys 0 to 5 in the library)"))

    def _star_at(self, x: float) -> int:
        return min(max(int(x // _STEP_PX) + 1, 1), RATING_MOST)

    def _choose(self, rating: int) -> None:
        self.setValue(rating)
        self.update()
        self.rating_chosen.emit(rating)

    @override
    def sizeHint(self) -> QSize:
        return QSize(_STEP_PX * RATING_MOST + 2, _STEP_PX + 2)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        star = self._star_at(event.position().x())
        self._choose(0 if star == self.value() else star)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hovered = self._star_at(event.position().x())
        self.update()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = 0
        self.update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))
        if step is not None:
            self._choose(min(max(self.value() + step, 0), RATING_MOST))
        elif Qt.Key.Key_0 <= event.key() <= Qt.Key.Key_5:
            self._choose(event.key() - Qt.Key.Key_0)
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        shown = self._hovered or self.value()
        for star in range(RATING_MOST):
            full = star < shown
            corner = QPointF(star * _STEP_PX + 2, 3)
            icon, role = ("star-full", "warn") if full else ("star", "text_faint")
            draw_icon(painter, self._look, icon, role, _STAR_PX, corner)
        if self.hasFocus():
            draw_focus_ring(
                painter, QRect(0, 0, self.width(), self.height()), self._look.theme.accent, RADIUS_S
            )
