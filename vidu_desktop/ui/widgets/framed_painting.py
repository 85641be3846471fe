"""A picture in its well with what becomes of it in the video's shape: the cut, or the bars beside it."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from vidu_desktop.domain.framing import Framing, FramingKind
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.widgets.painting import contained, draw_contained

_VEIL = QColor(0, 0, 0, 150)
_BLURRED_SIDE_PX = 24  # so few pixels, drawn large, look blurred


def paint_framed(
    painter: QPainter, area: QRect, look: Look, pixmap: QPixmap, framing: Framing | None
) -> None:
    """Draw the picture as `draw_contained` does, and what its framing makes of it."""
    if framing is None:
        draw_contained(painter, pixmap, area)
    elif framing.kind is FramingKind.CROP:
        draw_contained(painter, pixmap, area)
        _paint_cut(painter, look, contained(QSizeF(pixmap.size()), QRectF(area)), framing)
    else:
        _paint_bars(painter, contained(QSizeF(framing.width, framing.height), QRectF(area)), pixmap, framing)


def cut_room(framing: Framing, area: QRect, pixmap: QPixmap) -> tuple[float, float]:
    """Return how far the cut can be moved to the right and down, in pixels of the screen."""
    place = contained(QSizeF(pixmap.size()), QRectF(area))
    cut = contained(QSizeF(framing.width, framing.height), place)
    return place.width() - cut.width(), place.height() - cut.height()


def _paint_cut(painter: QPainter, look: Look, place: QRectF, framing: Framing) -> None:
    cut = contained(QSizeF(framing.width, framing.height), place)
    cut.moveTopLeft(
        place.topLeft()
        + QPointF(
            (place.width() - cut.width()) * framing.x,
            (place.height() - cut.height()) * framing.y,
        )
    )
    outside = QPainterPath()
    outside.addRect(place)
    outside.addRect(cut)  # odd and even: what lies in both is left free
    painter.fillPath(outside, _VEIL)
    painter.setPen(QPen(look.theme.accent, 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(cut.adjusted(1, 1, -1, -1))


def _paint_bars(painter: QPainter, frame: QRectF, pixmap: QPixmap, framing: Framing) -> None:
    painter.fillRect(frame, Qt.GlobalColor.black)
    if framing.kind is FramingKind.BLUR:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        small = pixmap.scaled(
            _BLURRED_SIDE_PX,
            _BLURRED_SIDE_PX,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        painter.drawPixmap(frame, small, contained(frame.size(), QRectF(small.rect())))
        painter.fillRect(frame, QColor(0, 0, 0, 77))
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawPixmap(contained(QSizeF(pixmap.size()), frame), pixmap, QRectF(pixmap.rect()))
