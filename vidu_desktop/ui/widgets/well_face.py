"""Paints a picture well: empty, filled, faulty, pressed, or under a drag."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QPixmap

from vidu_desktop.domain.framing import Framing
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.look.scale import GAP_S, GAP_XS, RADIUS, font
from vidu_desktop.ui.look.theme import mixed_colours
from vidu_desktop.ui.widgets.framed_painting import paint_framed
from vidu_desktop.ui.widgets.painting import (
    draw_chip,
    draw_focus_ring,
    draw_icon,
    rounded,
)

_ICON_PX = 28
_BADGE_PX = 16
_LEAST_HEIGHT_PX = 124
MOST_HEIGHT_PX = 340
_WIDE_PX = 260  # from this width on, name and pixels share one line
_CENTERED = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)


@dataclass(frozen=True, slots=True, kw_only=True)
class WellFace:
    """Everything that a well shows. The texts are translated; an empty `name` means an empty well."""

    title: str
    hint: str
    icon_name: str
    chip: str
    name: str
    pixels: str
    thumbnail: QPixmap | None
    framing: Framing | None
    unreadable: bool
    wrong: bool
    hot: bool
    hovered: bool
    down: bool
    focused: bool

    @property
    def filled(self) -> bool:
        """Whether the well holds a picture, usable or not."""
        return bool(self.name)


def well_height(width_px: int, most_px: int = MOST_HEIGHT_PX) -> int:
    """Return the height with which a 16:9 picture fills the width, including the caption; at most `most_px`."""
    picture_px = round((width_px - 2 * GAP_S) * 9 / 16)
    wanted = picture_px + GAP_S + GAP_XS + _caption_height(width_px)
    return max(_LEAST_HEIGHT_PX, min(most_px, wanted))


def picture_area(rect: QRect) -> QRect:
    """Return the part of a well that is for the picture."""
    return rect.adjusted(GAP_S, GAP_S, -GAP_S, -GAP_XS - _caption_height(rect.width()))


def _caption_height(width_px: int) -> int:
    line = QFontMetrics(font("body")).height() + 2
    return line if width_px >= _WIDE_PX else 2 * line - 2


def paint_well(painter: QPainter, rect: QRect, look: Look, face: WellFace) -> None:
    """Paint the whole well."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_ground(painter, rect, look, face)
    if face.filled:
        _paint_picture(painter, rect, look, face)
    else:
        _paint_invitation(painter, rect, look, face)
    if face.focused:
        draw_focus_ring(painter, rect, look.theme.accent, RADIUS)


def _paint_ground(painter: QPainter, rect: QRect, look: Look, face: WellFace) -> None:
    theme = look.theme
    if face.hot:
        ground, pen = theme.accent_soft, QPen(theme.accent, 1.6)
    else:
        veil = 0.08 if face.down else 0.035 if face.hovered and not face.filled else 0.0
        ground = mixed_colours(theme.sunken, theme.text, veil)
        pen = QPen(theme.line, 1) if face.filled else QPen(mixed_colours(theme.line, theme.text, 0.16), 1.2)
        if face.wrong:
            pen = QPen(theme.bad, 1.4)
    if face.hot or not face.filled:
        pen.setDashPattern([4, 3])
    painter.setPen(pen)
    painter.setBrush(ground)
    painter.drawPath(rounded(rect, 1))


def _paint_invitation(painter: QPainter, rect: QRect, look: Look, face: WellFace) -> None:
    width = rect.width() - 2 * GAP_S
    painter.setFont(font("strong"))
    title_height = painter.boundingRect(0, 0, width, 400, _CENTERED, face.title).height()
    painter.setFont(font("caption"))
    hint_height = painter.boundingRect(0, 0, width, 400, _CENTERED, face.hint).height()
    with_hint = _ICON_PX + title_height + hint_height + 4 * GAP_S < rect.height()
    block = _ICON_PX + GAP_S + title_height + (GAP_XS + hint_height if with_hint else 0)
    top = (rect.height() - block) // 2
    icon_role = "accent" if face.hot or face.hovered else "text_soft"
    corner = QPointF((rect.width() - _ICON_PX) / 2, top)
    draw_icon(painter, look, face.icon_name, icon_role, _ICON_PX, corner)
    top += _ICON_PX + GAP_S
    painter.setFont(font("strong"))
    painter.setPen(look.theme.accent if face.hot else look.theme.text)
    painter.drawText(QRect(GAP_S, top, width, title_height), _CENTERED, face.title)
    if with_hint:
        top += title_height + GAP_XS
        painter.setFont(font("caption"))
        painter.setPen(look.theme.text_faint)
        painter.drawText(QRect(GAP_S, top, width, hint_height), _CENTERED, face.hint)


def _paint_picture(painter: QPainter, rect: QRect, look: Look, face: WellFace) -> None:
    caption_px = _caption_height(rect.width())
    area = picture_area(rect)
    if face.thumbnail is not None:
        paint_framed(painter, area, look, face.thumbnail, face.framing)
    else:
        corner = QPointF(area.center() - QPoint(_ICON_PX // 2, _ICON_PX // 2))
        draw_icon(painter, look, "error" if face.unreadable else "image", "text_faint", _ICON_PX, corner)
    if face.chip:
        ground = QColor(look.theme.surface)
        ground.setAlphaF(0.9)
        corner = QPointF(area.topLeft() + QPoint(GAP_XS, GAP_XS))
        draw_chip(painter, corner, face.chip, ground, look.theme.text)
    _paint_caption(painter, rect.adjusted(GAP_S + 2, 0, -GAP_S - 2, -GAP_XS), caption_px, look, face)


def _paint_caption(painter: QPainter, rect: QRect, height: int, look: Look, face: WellFace) -> None:
    theme = look.theme
    one_line = rect.width() + 2 * GAP_S + 4 >= _WIDE_PX
    area = QRect(rect.left(), rect.bottom() - height + 1, rect.width(), height)
    painter.setFont(font("caption"))
    metrics = painter.fontMetrics()
    left = area.left()
    if face.wrong:
        draw_icon(painter, look, "warning", "bad", _BADGE_PX, QPointF(left, area.top() + 1))
        left += _BADGE_PX + GAP_XS
    pixels_px = metrics.horizontalAdvance(face.pixels) + GAP_S if one_line and face.pixels else 0
    room = area.right() - left - pixels_px
    name = metrics.elidedText(face.name, Qt.TextElideMode.ElideMiddle, room)
    painter.setPen(theme.bad if face.wrong else theme.text)
    flags = Qt.AlignmentFlag
    painter.drawText(QRect(left, area.top(), room, height), flags.AlignTop | flags.AlignLeft, name)
    painter.setPen(theme.text_faint)
    place = flags.AlignTop | flags.AlignRight if one_line else flags.AlignBottom | flags.AlignLeft
    painter.drawText(area, place, face.pixels)
