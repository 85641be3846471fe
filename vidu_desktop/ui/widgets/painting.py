"""Small things that several painted widgets draw the same way."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.look.scale import GAP_XS, RADIUS, RADIUS_S, font

FOCUS_PX = 2


def rounded(rect: QRect | QRectF, inset: float, radius: float = RADIUS) -> QPainterPath:
    """Give a rounded rectangle, moved in by `inset` so that a pen of twice that width stays inside."""
    path = QPainterPath()
    path.addRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), radius, radius)
    return path


def draw_focus_ring(painter: QPainter, rect: QRect, color: QColor, radius: float = RADIUS) -> None:
    """Draw the ring that says where the keyboard is."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(color, FOCUS_PX))
    painter.drawPath(rounded(rect, FOCUS_PX / 2, radius))


def draw_contained(painter: QPainter, pixmap: QPixmap, area: QRect) -> None:
    """Draw a picture as large as it fits into `area`, centred, whole and never enlarged beyond its pixels by two."""
    size = QSizeF(pixmap.size()).scaled(QSizeF(area.size()), Qt.AspectRatioMode.KeepAspectRatio)
    target = QRectF(QPointF(0, 0), size)
    target.moveCenter(QRectF(area).center())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    clip = QPainterPath()
    clip.addRoundedRect(target, RADIUS_S - 1, RADIUS_S - 1)
    painter.setClipPath(clip, Qt.ClipOperation.IntersectClip)
    painter.drawPixmap(target, pixmap, QRectF(pixmap.rect()))
    painter.restore()


def draw_chip(painter: QPainter, corner: QPointF, text: str, ground: QColor, ink: QColor) -> QRectF:
    """Draw a small rounded label with its upper left corner at `corner`; give the room that it took."""
    painter.setFont(font("caption"))
    metrics = painter.fontMetrics()
    rect = QRectF(corner.x(), corner.y(), metrics.horizontalAdvance(text) + 12, metrics.height() + GAP_XS)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(rect, RADIUS_S, RADIUS_S)
    painter.setPen(ink)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
    return rect


def draw_icon(painter: QPainter, look: Look, name: str, role: str, side_px: int, corner: QPointF) -> None:
    """Draw one of our icons with its upper left corner at `corner`, sharp on every screen."""
    ratio = painter.device().devicePixelRatioF()
    painter.drawPixmap(corner, look.pixmap(name, role, side_px, ratio))
