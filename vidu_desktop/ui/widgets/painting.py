"""What delegates and self-painted widgets have in common: focus ring, chips, icons, pictures in frames, bars."""

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPen, QPixmap, QPixmapCache

from vidu_desktop.domain.translation import on_one_line
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.look.scale import GAP_XS, RADIUS, RADIUS_S, font
from vidu_desktop.ui.look.theme import Theme

FOCUS_PX = 2
PLAYING = "▶"
"""Stands before the title of the video on the stage; screen readers get words instead."""
_SEGMENT_PX, _GAP_PX = 5.0, 3.0


def rounded(rect: QRect | QRectF, inset: float, radius: float = RADIUS) -> QPainterPath:
    """Return a rounded rectangle that is smaller than `rect` by `inset` on each side, so that a pen of twice that width stays
    inside `rect`.
    """
    path = QPainterPath()
    path.addRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), radius, radius)
    return path


def draw_focus_ring(painter: QPainter, rect: QRect, color: QColor, radius: float = RADIUS) -> None:
    """Draw the ring that marks the item with the keyboard focus."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(color, FOCUS_PX))
    painter.drawPath(rounded(rect, FOCUS_PX / 2, radius))


def contained(size: QSizeF, area: QRectF) -> QRectF:
    """Return the largest rectangle with the shape of `size` that fits into `area`, centred."""
    target = QRectF(QPointF(0, 0), size.scaled(area.size(), Qt.AspectRatioMode.KeepAspectRatio))
    target.moveCenter(area.center())
    return target


def draw_contained(painter: QPainter, pixmap: QPixmap, area: QRect) -> None:
    """Draw a whole picture in `area`, centred and as large as possible."""
    target = contained(QSizeF(pixmap.size()), QRectF(area))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    clip = QPainterPath()
    clip.addRoundedRect(target, RADIUS_S - 1, RADIUS_S - 1)
    painter.setClipPath(clip, Qt.ClipOperation.IntersectClip)
    painter.drawPixmap(target, pixmap, QRectF(pixmap.rect()))
    painter.restore()


def draw_chip(painter: QPainter, corner: QPointF, text: str, ground: QColor, ink: QColor) -> QRectF:
    """Draw a small rounded label with its upper left corner at `corner`; return its rectangle."""
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
    """Draw an icon with its upper left corner at `corner`, sharp on every screen."""
    ratio = painter.device().devicePixelRatioF()
    painter.drawPixmap(corner, look.pixmap(name, role, side_px, ratio))


def draw_elided(painter: QPainter, rect: QRect, text: str, color: QColor) -> int:
    """Draw a text on one line, with an ellipsis at the right if it is too long; return the width of the drawn text."""
    metrics = painter.fontMetrics()
    shown = metrics.elidedText(on_one_line(text), Qt.TextElideMode.ElideRight, rect.width())
    painter.setPen(color)
    painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
    return metrics.horizontalAdvance(shown)


def elided_alike(metrics: QFontMetrics, text: str, shared: tuple[int, int], width_px: int) -> str:
    """Return a name shortened where it equals its neighbours, with the part that tells it apart. `shared` are the lengths of
    the common beginning and end of all names, see `titles.shared_ends`.
    """
    if metrics.horizontalAdvance(text) <= width_px:
        return text
    begin, end = shared
    telling = text[begin : len(text) - end] + ("…" if end else "")
    room = width_px - metrics.horizontalAdvance(telling)
    front = metrics.elidedText(text[:begin], Qt.TextElideMode.ElideRight, max(room, 0))
    return metrics.elidedText(front + telling, Qt.TextElideMode.ElideRight, width_px)


def draw_cover(painter: QPainter, rect: QRect, pixmap: QPixmap | None, radius: int, ground: QColor) -> None:
    """Draw a whole picture in a rounded frame; `ground` fills the rest of the frame if the shapes differ."""
    shape = QPainterPath()
    shape.addRoundedRect(QRectF(rect), radius, radius)
    painter.fillPath(shape, ground)
    if pixmap is None or pixmap.isNull():
        return
    painter.save()
    painter.setClipPath(shape)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    # If the shapes nearly match, the picture is cut a little, to avoid hairlines at its sides.
    near = abs(pixmap.width() / pixmap.height() - rect.width() / rect.height()) < 0.03
    mode = Qt.AspectRatioMode.KeepAspectRatioByExpanding if near else Qt.AspectRatioMode.KeepAspectRatio
    size = QSizeF(pixmap.size()).scaled(QSizeF(rect.size()), mode)
    middle = QRectF(rect).center()
    target = QRectF(
        middle.x() - size.width() / 2, middle.y() - size.height() / 2, size.width(), size.height()
    )
    painter.drawPixmap(target, pixmap, QRectF(pixmap.rect()))
    painter.restore()


def draw_kept_cover(
    painter: QPainter, rect: QRect, pixmap: QPixmap | None, radius: int, ground: QColor
) -> None:
    """Like `draw_cover`, for pictures that are drawn often: the scaled and rounded picture is kept for each size."""
    if pixmap is None:
        draw_cover(painter, rect, None, radius, ground)
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
        draw_cover(scaling, QRect(QPoint(), rect.size()), pixmap, radius, ground)
        scaling.end()
        QPixmapCache.insert(key, made)
    painter.drawPixmap(rect.topLeft(), made)


def draw_play_glyph(painter: QPainter, middle: QPointF, radius: float) -> None:
    """Draw the round play mark on a picture. It is the same in light and dark themes, since it always lies on a picture."""
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


def draw_exact_bar(painter: QPainter, rect: QRect, fraction: float, theme: Theme) -> None:
    """Draw counted progress: a solid bar that may reach the end."""
    radius = rect.height() / 2
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.line)
    painter.drawRoundedRect(QRectF(rect), radius, radius)
    if fraction > 0:
        width = max(float(rect.height()), rect.width() * fraction)
        painter.setBrush(theme.accent)
        painter.drawRoundedRect(QRectF(rect.x(), rect.y(), width, rect.height()), radius, radius)


def draw_estimate_bar(painter: QPainter, rect: QRect, fraction: float, theme: Theme) -> None:
    """Draw estimated progress: separate strokes that fill one by one, so that nobody takes it for counted progress."""
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
