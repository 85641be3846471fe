"""Shows one picture as it is, letterboxed on a neutral ground, near or far: the stage, sharp on every screen."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget
from typing_extensions import override

from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.look.scale import GAP_XS, RADIUS_S
from vidu_desktop.ui.widgets.translated import Translated
from vidu_desktop.ui.widgets.view_zoom import ViewZoom
from vidu_desktop.ui.widgets.zoom_keys import zoom_by_wheel

# The same in light and dark: colours of a picture are judged against it, so it must not be tinted or bright.
GROUND = {False: QColor("#2b2c2e"), True: QColor("#0b0b0c")}


class FrameView(Translated, QWidget):
    """The picture last shown stays until the next one or `clear`."""

    accessible_role = QAccessible.Role.Graphic

    clicked = Signal()
    dragged_out = Signal()  # the picture, while it is fitted: there is nowhere to move it within the view
    fits_changed = Signal(bool)  # whether the picture is fitted into the view
    zoomed = Signal()  # nearer or farther; see `zoom`

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._image = QImage()
        self._title: str | None = None
        self._zoom = ViewZoom()
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

    def set_title(self, title: str) -> None:
        """Say to who listens what is shown; it may be empty."""
        self._title = title
        self._retranslate()

    @override
    def _retranslate(self) -> None:
        if self._title is not None:
            words = self.tr("Video: {title}").format(title=self._title or self.tr("No prompt"))
            self.setAccessibleName(words)

    def clear(self) -> None:
        """Show the bare ground."""
        self._image = QImage()
        self.update()

    def set_fits(self, fits: bool) -> None:
        """Fit the picture into the view, or show its pixels one to one, cut off at the edges."""
        before = self.fits
        self._zoom.fit() if fits else self._zoom.one_to_one()
        self._show_zoom(before)

    @property
    def fits(self) -> bool:
        """Whether the picture is fitted into the view."""
        return self._zoom.fits

    @property
    def zoom(self) -> float:
        """Pixels of the screen for one of the picture, as it is shown now."""
        return self._zoom.zoom(self._image.size(), QRectF(self.rect()), self.devicePixelRatioF())

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        """Come nearer or go away; what is at this place (the middle by default) stays there."""
        before, area = self.fits, QRectF(self.rect())
        self._zoom.zoom_by(factor, at or area.center(), self._image.size(), area, self.devicePixelRatioF())
        self._show_zoom(before)

    def _show_zoom(self, fitted_before: bool) -> None:
        self.update()
        self.zoomed.emit()
        if self.fits is not fitted_before:
            self.fits_changed.emit(self.fits)

    def picture_rect(self) -> QRectF:
        """Return where the picture is drawn, in logical pixels."""
        return self._zoom.rect(self._image.size(), QRectF(self.rect()), self.devicePixelRatioF())

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
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self._zoom.smooth)
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
        if self._pressed_at is None:
            return
        way = event.position() - self._pressed_at
        if not self._dragged and way.manhattanLength() < QApplication.startDragDistance():
            return
        if not self.fits:
            self._dragged = True
            self._zoom.move(way, self._image.size(), self.devicePixelRatioF())
            self._pressed_at = event.position()
            self.update()
        elif event.buttons() == Qt.MouseButton.LeftButton:
            self._pressed_at = None  # its release goes to where it is dropped
            self.dragged_out.emit()

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
        zoom_by_wheel(event, self)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()  # the pane has the keys, whichever of its parts holds the focus
