"""Strokes that several delegates share."""

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPixmap, QPixmapCache

from vidu_desktop.ui.look.theme import Theme

_SEGMENT_PX, _GAP_PX = 5.0, 3.0


def elided(painter: QPainter, rect: QRect, text: str, color: QColor) -> int:
    """Draw one line, cut at the right; give the width that it took."""
    metrics = painter.fontMetrics()
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.setPen(color)
    painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
    return metrics.horizontalAdvance(shown)


def cover(painter: QPainter, rect: QRect, pixmap: QPixmap | None, radius: int, ground: QColor) -> None:
    """Draw a picture whole in a rounded frame, on a ground that shows where its ratio differs."""
    shape = QPainterPath()
    shape.addRoundedRect(QRectF(rect), radius, radius)
    painter.fillPath(shape, ground)
    if pixmap is None or pixmap.isNull():
        return
    painter.save()
    painter.setClipPath(shape)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    # A ratio that is nearly the frame's is cut rather than left with hairlines.
    near = abs(pixmap.width() / pixmap.height() - rect.width() / rect.height()) < 0.03
    mode = Qt.AspectRatioMode.KeepAspectRatioByExpanding if near else Qt.AspectRatioMode.KeepAspectRatio
    size = QSizeF(pixmap.size()).scaled(QSizeF(rect.size()), mode)
    middle = QRectF(rect).center()
    target = QRectF(
        middle.x() - size.width() / 2, middle.y() - size.height() / 2, size.width(), size.height()
    )
    painter.drawPixmap(target, pixmap, QRectF(pixmap.rect()))
    painter.restore()


def kept_cover(painter: QPainter, rect: QRect, pixmap: QPixmap | None, radius: int, ground: QColor) -> None:
    """As `cover`, for pictures that are drawn again and again: scaled and rounded once for each size, then kept."""
    if pixmap is None:
        cover(painter, rect, None, radius, ground)
        return
    ratio = painter.device().devicePixelRatioF()
    key = f"cover/{pixmap.cacheKey()}/{rect.width()}x{rect.height()}@{ratio}/{radius}/{ground.rgba()}"
    made = QPixmap()
    if not QPixmapCache.find(key, made):
        made = QPixmap(rect.size() * ratio)
        made.setDevicePixelRatio(ratio)
        made.fill(Qt.GlobalColor.transparent)
        scaling = QPainter(made)
        scaling.setRenderHint(QPainter.RenderHint.Antialiasing)
        cover(scaling, QRect(QPoint(), rect.size()), pixmap, radius, ground)
        scaling.end()
        QPixmapCache.insert(key, made)
    painter.drawPixmap(rect.topLeft(), made)


def play_glyph(painter: QPainter, middle: QPointF, radius: float) -> None:
    """Draw the round play mark that stands on pictures; the same in light and dark, pictures being neither."""
    painter.setPen(QColor(255, 255, 255, 60))
    painter.setBrush(QColor(12, 12, 14, 170))
    painter.drawEllipse(middle, radius, radius)
    side = radius * 0.86
    triangle = QPainterPath()
    left = middle.x() - side * 0.34
    triangle.moveTo(left, middle.y() - side / 2)
    triangle.lineTo(left + side * 0.86, middle.y())
    triangle.lineTo(left, middle.y() + side / 2)
    triangle.closeSubpath()
    painter.fillPath(triangle, QColor(255, 255, 255))


def exact_bar(painter: QPainter, rect: QRect, fraction: float, theme: Theme) -> None:
    """Draw a counted progress: a solid line that may reach the end."""
    radius = rect.height() / 2
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.line)
    painter.drawRoundedRect(QRectF(rect), radius, radius)
    if fraction > 0:
        width = max(float(rect.height()), rect.width() * fraction)
        painter.setBrush(theme.accent)
        painter.drawRoundedRect(QRectF(rect.x(), rect.y(), width, rect.height()), radius, radius)


def estimate_bar(painter: QPainter, rect: QRect, fraction: float, theme: Theme) -> None:
    """Draw an estimate: separate strokes that fill one by one, so that nobody takes it for a count."""
    painter.setPen(Qt.PenStyle.NoPen)
    count = max(1, int((rect.width() + _GAP_PX) / (_SEGMENT_PX + _GAP_PX)))
    reached = fraction * count
    radius = rect.height() / 2
    done = QColor(theme.accent)
    done.setAlphaF(0.7)
    for number in range(count):
        painter.setBrush(done if number < reached else theme.line)
        x = rect.x() + number * (_SEGMENT_PX + _GAP_PX)
        painter.drawRoundedRect(QRectF(x, rect.y(), _SEGMENT_PX, rect.height()), radius, radius)
