"""Shows one picture as it is, letterboxed on a neutral ground, near or far: the stage, sharp on every screen."""

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget
from typing_extensions import override

from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.look.scale import GAP_XS, RADIUS_S

# The same in light and dark: colours of a picture are judged against it, so it must not be tinted or bright.
GROUND = {False: QColor("#2b2c2e"), True: QColor("#0b0b0c")}

_ZOOM_LEAST, _ZOOM_MOST, _ZOOM_STEP = 0.1, 16.0, 1.25
_PIXELS_FROM = 2.0


def fitted_rect(picture: QSizeF, area: QRectF) -> QRectF:
    """Give where a picture of that size stands in `area`: whole, as large as possible, centred."""
    if picture.isEmpty():
        return QRectF()
    size = picture.scaled(area.size(), Qt.AspectRatioMode.KeepAspectRatio)
    return QRectF(
        area.x() + (area.width() - size.width()) / 2,
        area.y() + (area.height() - size.height()) / 2,
        size.width(),
        size.height(),
    )


class FrameView(QWidget):
    """The picture last shown stays until the next one or `clear`."""

    clicked = Signal()
    fits_changed = Signal(bool)  # whether the picture is fitted into the view

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._image = QImage()
        self._fits = True
        self._zoom = 1.0  # pixels of the screen for one of the picture, where it isn't fitted
        self._offset = QPointF()  # from the middle of the view to that of the picture
        self._pressed_at: QPointF | None = None
        self._dragged = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        look.changed.connect(self.update)

    @property
    def image(self) -> QImage:
        """What is shown; null when nothing is."""
        return self._image

    def show_image(self, image: QImage) -> None:
        """Show this picture from the next paint on."""
        self._image = image
        self.update()

    def clear(self) -> None:
        """Show the bare ground."""
        self._image = QImage()
        self.update()

    def set_fits(self, fits: bool) -> None:  # noqa: FBT001 - a toggle button's own signature
        """Fit the picture into the view, or show its pixels one to one, cut off at the edges."""
        self._offset, self._zoom = QPointF(), 1.0
        self._change_fits(fits=fits)

    @property
    def fits(self) -> bool:
        """Whether the picture is fitted into the view."""
        return self._fits

    @property
    def zoom(self) -> float:
        """Pixels of the screen for one of the picture, as it is shown now."""
        width = self._image.width()
        return self.picture_rect().width() * self.devicePixelRatioF() / width if width else 1.0

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        """Come nearer or go away; what is at this place (the middle by default) stays there."""
        if self._image.isNull():
            return
        place = at or QRectF(self.rect()).center()
        before, old = self.picture_rect(), self.zoom
        self._zoom = min(max(old * factor, _ZOOM_LEAST), _ZOOM_MOST)
        grown = self._zoom / old
        middle = place + (before.center() - place) * grown
        self._offset = middle - QRectF(self.rect()).center()
        self._change_fits(fits=False)

    def _change_fits(self, *, fits: bool) -> None:
        changed, self._fits = fits is not self._fits, fits
        self._keep_in_sight()
        self.update()
        if changed:
            self.fits_changed.emit(fits)

    def _keep_in_sight(self) -> None:
        """Let no more than half of the picture be pushed out of the view."""
        size = QSizeF(self._image.size()) * (self._zoom / self.devicePixelRatioF())
        x_most, y_most = size.width() / 2, size.height() / 2
        self._offset = QPointF(
            min(max(self._offset.x(), -x_most), x_most), min(max(self._offset.y(), -y_most), y_most)
        )

    def picture_rect(self) -> QRectF:
        """Give where the picture is drawn, in logical pixels."""
        size = QSizeF(self._image.size())
        if self._fits:
            return fitted_rect(size, QRectF(self.rect()))
        size *= self._zoom / self.devicePixelRatioF()
        middle = QRectF(self.rect()).center() + self._offset
        # On whole pixels of the screen, or one to one would be blurred after all.
        left = round((middle.x() - size.width() / 2) * self.devicePixelRatioF()) / self.devicePixelRatioF()
        top = round((middle.y() - size.height() / 2) * self.devicePixelRatioF()) / self.devicePixelRatioF()
        return QRectF(left, top, size.width(), size.height())

    @override
    def sizeHint(self) -> QSize:
        return QSize(640, 360)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(160, 90)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), GROUND[self._look.theme.dark])
        if not self._image.isNull():
            # From twice its size on, people want to see the pixels themselves.
            smooth = self._fits or (self._zoom < _PIXELS_FROM and self._zoom != 1.0)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
            painter.drawImage(self.picture_rect(), self._image)
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(self._look.theme.accent)
            edge = GAP_XS / 2
            painter.drawRoundedRect(
                QRectF(self.rect()).adjusted(edge, edge, -edge, -edge), RADIUS_S, RADIUS_S
            )
        painter.end()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self._pressed_at, self._dragged = event.position(), False

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed_at is None or self._fits:
            return
        way = event.position() - self._pressed_at
        if self._dragged or way.manhattanLength() >= QApplication.startDragDistance():
            self._dragged = True
            self._offset += way
            self._pressed_at = event.position()
            self._keep_in_sight()
            self.update()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed_at = self._pressed_at, None
        inside = self.rect().contains(event.position().toPoint())
        if (
            pressed is not None
            and not self._dragged
            and event.button() is Qt.MouseButton.LeftButton
            and inside
        ):
            self.clicked.emit()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        notches = event.angleDelta().y() / 120
        if notches:
            self.zoom_by(_ZOOM_STEP**notches, event.position())
        event.accept()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()  # the pane has the keys, whichever of its parts holds the focus
