"""Paints a picture in its well together with what framing does to it: the part that is cut off, or the added bars."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from vidu_desktop.domain.framing import Framing, FramingKind
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.widgets.painting import contained, draw_contained

_VEIL = QColor(0, 0, 0, 150)
_BLURRED_SIDE_PX = 24  # a picture this small looks blurred when it is enlarged


def paint_framed(
    painter: QPainter, area: QRect, look: Look, pixmap: QPixmap, framing: Framing | None
) -> None:
    """Draw the picture as `draw_contained` does, and show the effect of `framing`; None means no framing."""
    if framing is None:
        draw_contained(painter, pixmap, area)
    elif framing.kind is FramingKind.CROP:
        draw_contained(painter, pixmap, area)
        _paint_cut(painter, look, contained(QSizeF(pixmap.size()), QRectF(area)), framing)
    else:
        _paint_bars(painter, contained(QSizeF(framing.width, framing.height), QRectF(area)), pixmap, framing)


def cut_room(framing: Framing, area: QRect, pixmap: QPixmap) -> tuple[float, float]:
    """Return how far the cut can be moved, horizontally and vertically, in pixels of the painter."""
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
    outside.addRect(cut)  # the odd-even rule leaves the inner rectangle unfilled
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
