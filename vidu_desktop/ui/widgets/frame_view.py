"""Shows one picture as it is, letterboxed on a neutral ground: the player's stage, sharp on every screen."""

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.look.scale import GAP_XS, RADIUS_S

# The same in light and dark: colours of a picture are judged against it, so it must not be tinted or bright.
_GROUND = {False: QColor("#2b2c2e"), True: QColor("#0b0b0c")}


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

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._image = QImage()
        self._fits = True
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
        self._fits = fits
        self.update()

    def picture_rect(self) -> QRectF:
        """Give where the picture is drawn, in logical pixels."""
        size = QSizeF(self._image.size())
        if self._fits:
            return fitted_rect(size, QRectF(self.rect()))
        size /= self.devicePixelRatioF()
        middle = QRectF(self.rect()).center()
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
        painter.fillRect(self.rect(), _GROUND[self._look.theme.dark])
        if not self._image.isNull():
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self._fits)
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
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()  # the pane has the keys, whichever of its parts holds the focus
