"""Shows two pictures at once: side by side, with a line that wipes, as a difference, or one over the other."""

from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.look.scale import FontRole, font
from vidu_desktop.ui.widgets.frame_view import GROUND
from vidu_desktop.ui.widgets.view_zoom import ViewZoom, fitted_rect
from vidu_desktop.ui.widgets.zoom_keys import zoom_by_wheel

translate = QCoreApplication.translate

GAINS = (1, 2, 4, 8, 16)
_BETWEEN_PX = 2.0
_KNOB_PX = 12.0


class CompareMode(StrEnum):
    """How the two pictures are shown."""

    SIDE_BY_SIDE = "side by side"
    WIPE = "wipe"
    DIFFERENCE = "difference"
    OVERLAY = "overlay"


def compare_mode_words(mode: CompareMode) -> str:
    """Return the name of a mode in the person's language."""
    match mode:
        case CompareMode.SIDE_BY_SIDE:
            return translate("CompareWindow", "Side by side")
        case CompareMode.WIPE:
            return translate("CompareWindow", "Wipe")
        case CompareMode.DIFFERENCE:
            return translate("CompareWindow", "Difference")
        case CompareMode.OVERLAY:
            return translate("CompareWindow", "Overlay")


class CompareView(QWidget):
    """Both pictures are seen at the same zoom and the same place, the second one scaled to the size of the first. Only side
    by side and fitted into the view, the second one keeps its own shape.

    The left button moves the wipe's line, and in the other modes the pictures; the middle button always moves the pictures.
    """

    wiped = Signal(float)  # place of the wipe's line, in [0, 1] from the left
    fits_changed = Signal(bool)  # whether the pictures are fitted into the view

    accessible_role = QAccessible.Role.Graphic

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._first, self._second = QImage(), QImage()
        self._mode = CompareMode.SIDE_BY_SIDE
        self._line = 0.5
        self._gain = 4
        self._opacity = 0.5
        self._zoom = ViewZoom()
        self._moved_from: QPointF | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        look.changed.connect(self.update)

    @property
    def mode(self) -> CompareMode:
        """How the two pictures are shown now."""
        return self._mode

    @property
    def line(self) -> float:
        """The place of the wipe's line, in [0, 1] from the left."""
        return self._line

    def show_pair(self, first: QImage, second: QImage) -> None:
        """Show these pictures from the next paint on."""
        self._first, self._second = first, second
        self.update()

    def set_mode(self, mode: CompareMode) -> None:
        """Show the pictures in another way."""
        self._mode = mode
        self.setCursor(
            Qt.CursorShape.SplitHCursor if mode is CompareMode.WIPE else Qt.CursorShape.ArrowCursor
        )
        self.update()

    @property
    def fits(self) -> bool:
        """Whether the pictures are fitted into the view."""
        return self._zoom.fits

    def set_fits(self, fits: bool) -> None:
        """Fit the pictures into the view, or show the first picture's pixels one to one."""
        self._zoom.fit() if fits else self._zoom.one_to_one()
        self._show_zoom()

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        """Zoom in or out. The point at the place `at` stays there; by default, it is the middle of the first picture's area."""
        area = self._areas()[0]
        place = at or area.center()
        if not area.contains(place):  # over the second picture: the same point of the first one
            place = place - QPointF(self._areas()[1].x() - area.x(), 0)
        self._zoom.zoom_by(factor, place, self._first.size(), area, self.devicePixelRatioF())
        self._show_zoom()

    def _show_zoom(self) -> None:
        self.fits_changed.emit(self.fits)
        self.update()

    def set_gain(self, gain: int) -> None:
        """Multiply the difference by `gain`, one of GAINS."""
        self._gain = gain
        self.update()

    def set_opacity(self, opacity: float) -> None:
        """Set how opaque the second picture is in an overlay, in [0, 1]."""
        self._opacity = opacity
        self.update()

    def set_line(self, line: float) -> None:
        """Move the wipe's line to this place; values outside [0, 1] count as the nearer end."""
        self._line = min(max(line, 0.0), 1.0)
        self.wiped.emit(self._line)
        self.update()

    def difference(self, size: QSize) -> QImage:
        """Return the difference of the pictures at this size, multiplied by the gain."""
        smooth = Qt.TransformationMode.SmoothTransformation
        made = self._first.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
        made.convertTo(QImage.Format.Format_RGB32)
        second = self._second.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
        painter = QPainter(made)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
        painter.drawImage(0, 0, second)
        painter.end()
        for _ in range(self._gain.bit_length() - 1):  # the sum of the picture and itself is twice as strong
            once = made.copy()
            painter = QPainter(made)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Plus)
            painter.drawImage(0, 0, once)
            painter.end()
        return made

    @property
    def alike(self) -> bool:
        """Whether the two pictures are equal in every pixel."""
        return self._first == self._second

    def _say_alike(self, painter: QPainter, place: QRectF) -> None:
        painter.setFont(font(FontRole.STRONG))
        painter.setPen(QColor(255, 255, 255, 220))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self.tr("No difference in this frame"))

    @override
    def sizeHint(self) -> QSize:
        return QSize(960, 540)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(320, 180)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), GROUND[self._look.theme.dark])
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self._zoom.smooth)
        if not self._first.isNull():
            match self._mode:
                case CompareMode.SIDE_BY_SIDE:
                    self._paint_beside(painter)
                case CompareMode.WIPE:
                    self._paint_wipe(painter)
                case CompareMode.DIFFERENCE:
                    place = self._place(0)
                    size = (place.size() * self.devicePixelRatioF()).toSize()
                    if size.width() > self._first.width():
                        size = self._first.size()  # never more pixels than the first picture has, at any zoom
                    if not size.isEmpty() and not self._second.isNull():
                        painter.drawImage(place, self.difference(size))
                        if self.alike:
                            self._say_alike(painter, place)
                case CompareMode.OVERLAY:
                    painter.drawImage(self._place(0), self._first)
                    painter.setOpacity(self._opacity)
                    painter.drawImage(self._place(0), self._second)
                    painter.setOpacity(1.0)
        if self.hasFocus():
            painter.setPen(self._look.theme.accent)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(1, 1, -2, -2))
        painter.end()

    def _areas(self) -> tuple[QRectF, QRectF]:
        """Return the area of each picture: a half of the view, or all of it."""
        if self._mode is not CompareMode.SIDE_BY_SIDE:
            return QRectF(self.rect()), QRectF(self.rect())
        half = (self.width() - _BETWEEN_PX) / 2
        return QRectF(0, 0, half, self.height()), QRectF(half + _BETWEEN_PX, 0, half, self.height())

    def _place(self, side: int) -> QRectF:
        """Return the rectangle of the first (0) or the second (1) picture."""
        area = self._areas()[side]
        if side and self.fits and self._mode is CompareMode.SIDE_BY_SIDE:
            return fitted_rect(QSizeF(self._second.size()), area)
        return self._zoom.rect(self._first.size(), area, self.devicePixelRatioF())

    def _paint_beside(self, painter: QPainter) -> None:
        for side, image in enumerate((self._first, self._second)):
            if not image.isNull():
                painter.setClipRect(self._areas()[side])
                painter.drawImage(self._place(side), image)
        painter.setClipping(False)

    def _paint_wipe(self, painter: QPainter) -> None:
        area = self._place(0)
        painter.drawImage(area, self._first)
        if self._second.isNull():
            return
        x = area.x() + area.width() * self._line
        painter.save()
        painter.setClipRect(QRectF(x, area.y(), area.right() - x, area.height()))
        painter.drawImage(area, self._second)
        painter.restore()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(255, 255, 255, 220), 1.5))
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
        painter.setBrush(QColor(12, 12, 14, 180))
        painter.drawEllipse(QPointF(x, area.center().y()), _KNOB_PX, _KNOB_PX)
        for side in (-1, 1):
            tip = QPointF(x + side * (_KNOB_PX - 4), area.center().y())
            for slope in (-1, 1):
                painter.drawLine(tip, tip + QPointF(-side * 4, slope * 4))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        left = event.button() is Qt.MouseButton.LeftButton
        if left and self._mode is CompareMode.WIPE:
            self._wipe_to(event.position())
        elif left or event.button() is Qt.MouseButton.MiddleButton:
            self._moved_from = event.position()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._moved_from is not None and not self.fits:
            by_px = event.position() - self._moved_from
            self._zoom.move(by_px, self._first.size(), self.devicePixelRatioF())
            self._moved_from = event.position()
            self.update()
        elif self._mode is CompareMode.WIPE and event.buttons() & Qt.MouseButton.LeftButton:
            self._wipe_to(event.position())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._moved_from = None

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        zoom_by_wheel(event, self)

    def _wipe_to(self, at: QPointF) -> None:
        place = self._place(0)
        if place.width():
            self.set_line((at.x() - place.x()) / place.width())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()  # the window handles the keys
