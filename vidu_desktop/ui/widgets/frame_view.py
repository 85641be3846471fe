"""Shows one picture on a neutral background, fitted or zoomed, and sharp on every screen."""

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

# Neither tinted nor bright, in both themes, because people judge a picture's colours against it. True is for
# dark themes.
GROUND = {False: QColor("#2b2c2e"), True: QColor("#0b0b0c")}


class FrameView(Translated, QWidget):
    """Keeps showing the last picture until the next one comes or `clear` is called."""

    accessible_role = QAccessible.Role.Graphic

    clicked = Signal()
    dragged_out = Signal()  # only while fitted; else a drag moves the picture
    fits_changed = Signal(bool)  # whether the picture is fitted now
    zoomed = Signal()  # `zoom` has changed

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
        """The picture that is shown; null if there is none."""
        return self._image

    def show_image(self, image: QImage) -> None:
        """Show this picture at the next paint."""
        self._image = image
        self.update()

    def set_title(self, title: str) -> None:
        """Tell screen readers the video's title; it may be empty."""
        self._title = title
        self._retranslate()

    @override
    def _retranslate(self) -> None:
        if self._title is not None:
            words = self.tr("Video: {title}").format(title=self._title or self.tr("No prompt"))
            self.setAccessibleName(words)

    def clear(self) -> None:
        """Show only the background."""
        self._image = QImage()
        self.update()

    def set_fits(self, fits: bool) -> None:
        """Fit the picture into the view, or show it at one screen pixel per picture pixel, cut off at the edges."""
        before = self.fits
        self._zoom.fit() if fits else self._zoom.one_to_one()
        self._show_zoom(before)

    @property
    def fits(self) -> bool:
        """Whether the picture is fitted into the view."""
        return self._zoom.fits

    @property
    def zoom(self) -> float:
        """Screen pixels per picture pixel."""
        return self._zoom.zoom(self._image.size(), QRectF(self.rect()), self.devicePixelRatioF())

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        """Multiply the zoom by `factor`; the point `at` (by default the centre) stays where it is."""
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
        by_px = event.position() - self._pressed_at
        if not self._dragged and by_px.manhattanLength() < QApplication.startDragDistance():
            return
        if not self.fits:
            self._dragged = True
            self._zoom.move(by_px, self._image.size(), self.devicePixelRatioF())
            self._pressed_at = event.position()
            self.update()
        elif event.buttons() == Qt.MouseButton.LeftButton:
            self._pressed_at = None  # the drop target gets the release, not this view
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
        event.ignore()  # the pane handles all keys, whichever of its parts has the focus
