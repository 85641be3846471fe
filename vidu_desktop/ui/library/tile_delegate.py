"""Paints a tile of the library: its cover with length and marks, its title, its origin, and its date."""

from datetime import UTC, datetime

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.marks import Marks, Verdict
from vidu_desktop.domain.titles import clip_subtitle, clip_title
from vidu_desktop.ui.library.hover_scrub import HoverScrub
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.look.scale import GAP_S, GAP_XS, RADIUS, RADIUS_S, FontRole, font
from vidu_desktop.ui.models.clip_words import say_length
from vidu_desktop.ui.models.library_model import LibraryRole
from vidu_desktop.ui.models.mode_words import mode_name
from vidu_desktop.ui.text import say_moment_briefly
from vidu_desktop.ui.widgets.painting import (
    PLAYING,
    draw_chip,
    draw_cover,
    draw_elided,
    draw_focus_ring,
    draw_icon,
    draw_kept_cover,
    draw_play_glyph,
)

Index = QModelIndex | QPersistentModelIndex

_PAD = GAP_XS + 2
_BADGE_PX = 20
_ON_PICTURE = QColor(12, 12, 14, 178)
_STEPPED_BACK = QColor(12, 12, 14, 150)
_INK_ON_PICTURE = QColor(255, 255, 255, 235)


class TileDelegate(QStyledItemDelegate):
    """Every tile has the size that the grid has set; nothing is measured for each clip."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._tile = QSize(200, 160)
        self.frame = QSize()
        """The size of the cover; empty until a width was set."""
        self.scrub: HoverScrub | None = None
        """Plays the video under the pointer; None where the grid doesn't."""

    def set_tile_width(self, width: int) -> QSize:
        """Set the width of every tile, in pixels; return the size of a whole tile."""
        self.frame = QSize(width - 2 * _PAD, round((width - 2 * _PAD) * 9 / 16))
        body, caption = QFontMetrics(font(FontRole.BODY)), QFontMetrics(font(FontRole.CAPTION))
        text_height = GAP_XS + body.height() + caption.height()
        self._tile = QSize(width, 2 * _PAD + self.frame.height() + text_height + GAP_XS)
        return self._tile

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return self._tile

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        clip: Clip | None = index.data(LibraryRole.CLIP)
        theme = self._look.theme
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tile = option.rect.adjusted(1, 1, -1, -1)
        if selected or hovered:
            # A tint alone is hard to see in the light theme.
            painter.setPen(theme.accent if selected else Qt.PenStyle.NoPen)
            painter.setBrush(theme.accent_soft if selected else theme.raised)
            painter.drawRoundedRect(tile, RADIUS, RADIUS)
        area = option.rect.adjusted(_PAD, _PAD, -_PAD, -_PAD)
        frame = QRect(area.left(), area.top(), area.width(), round(area.width() * 9 / 16))
        if clip is None:  # its page is being read: an empty ground until then
            draw_cover(painter, frame, None, RADIUS_S, theme.sunken)
        else:
            self._paint_clip(painter, area, frame, clip, index, hovered=hovered)
        if option.state & QStyle.StateFlag.State_HasFocus:
            draw_focus_ring(painter, tile, theme.accent, RADIUS)
        painter.restore()

    def _paint_clip(
        self, painter: QPainter, area: QRect, frame: QRect, clip: Clip, index: Index, *, hovered: bool
    ) -> None:
        self._paint_cover(painter, frame, clip, index)
        if clip.missing:
            self._paint_missing(painter, frame)
        else:
            self._paint_tags(painter, frame, clip)
        self._paint_marks(painter, frame, clip.marks)
        if hovered and not clip.missing and not self._scrubbed(index):
            draw_play_glyph(painter, QPointF(frame.center()) + QPointF(0.5, 0.5), 20)
        playing = bool(index.data(LibraryRole.PLAYING))
        if playing:
            draw_focus_ring(painter, frame, self._look.theme.accent, RADIUS_S)
        self._paint_words(painter, area, frame.bottom() + 1, clip, playing=playing)

    def _paint_cover(self, painter: QPainter, frame: QRect, clip: Clip, index: Index) -> None:
        theme = self._look.theme
        scrubbed = self._scrubbed(index)
        if scrubbed is not None:
            self._paint_scrub(painter, frame, *scrubbed)
            return
        pixmap = None if clip.missing else index.data(LibraryRole.COVER)
        draw_kept_cover(painter, frame, pixmap, RADIUS_S, theme.sunken)
        if pixmap is None and not clip.missing:
            self._icon(painter, "film", "text_faint", frame)

    def _scrubbed(self, index: Index) -> tuple[QImage, float] | None:
        return None if self.scrub is None else self.scrub.picture_of(index)

    def _paint_scrub(self, painter: QPainter, frame: QRect, image: QImage, share: float) -> None:
        size = frame.size() * painter.device().devicePixelRatioF()
        small = image.scaled(
            size, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.FastTransformation
        )
        draw_cover(painter, frame, QPixmap.fromImage(small), RADIUS_S, self._look.theme.sunken)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.theme.accent)
        painter.drawRect(QRect(frame.left(), frame.bottom() - 2, round(frame.width() * share), 3))

    def _paint_missing(self, painter: QPainter, frame: QRect) -> None:
        theme = self._look.theme
        upper = frame.adjusted(0, 0, 0, -frame.height() // 4)
        self._icon(painter, "warning", "warn", upper)
        painter.setFont(font(FontRole.CAPTION))
        painter.setPen(theme.warn)
        lower = frame.adjusted(GAP_XS, frame.height() // 2, -GAP_XS, 0)
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(lower, flags, self.tr("File missing"))

    def _paint_marks(self, painter: QPainter, frame: QRect, marks: Marks) -> None:
        """Draw the person's marks: a rejected take is darkened, and badges stand along the upper edge."""
        rejected = marks.verdict is Verdict.REJECT
        if rejected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(_STEPPED_BACK)
            painter.drawRoundedRect(frame, RADIUS_S, RADIUS_S)
        left = frame.left() + GAP_XS
        if marks.winner or marks.verdict is not None:
            icon = "good" if marks.winner else "close" if rejected else "check"
            tone = "bad" if rejected else "good"
            left = self._badge(painter, left, frame.top() + GAP_XS, icon, tone) + GAP_XS
        if marks.label:
            painter.setFont(font(FontRole.CAPTION))
            room = frame.right() - left - (_BADGE_PX + 2 * GAP_XS if marks.star else GAP_XS) - 2 * GAP_XS
            label = painter.fontMetrics().elidedText(marks.label, Qt.TextElideMode.ElideMiddle, room)
            draw_chip(painter, QPointF(left, frame.top() + GAP_XS), label, _ON_PICTURE, _INK_ON_PICTURE)
        if marks.star:
            self._badge(
                painter, frame.right() + 1 - GAP_XS - _BADGE_PX, frame.top() + GAP_XS, "star-full", "warn"
            )

    def _badge(self, painter: QPainter, left: int, top: int, icon: str, tone: str) -> int:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.theme.raised)
        painter.drawEllipse(QRect(left, top, _BADGE_PX, _BADGE_PX))
        inset = (_BADGE_PX - 16) / 2
        draw_icon(painter, self._look, icon, tone, 16, QPointF(left + inset, top + inset))
        return left + _BADGE_PX

    def _paint_tags(self, painter: QPainter, frame: QRect, clip: Clip) -> None:
        painter.setFont(font(FontRole.CAPTION))
        length = say_length(clip.video.duration_s)
        self._tag(painter, frame, length, right=True)
        if clip.rehearsal:
            self._tag(painter, frame, self.tr("rehearsal"), right=False)

    def _tag(self, painter: QPainter, frame: QRect, text: str, *, right: bool) -> None:
        metrics = painter.fontMetrics()
        width = metrics.horizontalAdvance(text) + 2 * GAP_XS + 2
        height = metrics.height() + 2
        left = frame.right() - width - GAP_XS + 1 if right else frame.left() + GAP_XS
        rect = QRect(left, frame.bottom() - height - GAP_XS + 1, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_ON_PICTURE)
        painter.drawRoundedRect(rect, RADIUS_S - 1, RADIUS_S - 1)
        painter.setPen(_INK_ON_PICTURE)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_words(self, painter: QPainter, area: QRect, top: int, clip: Clip, *, playing: bool) -> None:
        theme = self._look.theme
        painter.setFont(font(FontRole.BODY))
        line = QRect(area.left() + 2, top + GAP_XS, area.width() - 4, painter.fontMetrics().height())
        if playing:
            line.setLeft(line.left() + draw_elided(painter, line, PLAYING, theme.accent) + GAP_XS)
        draw_elided(painter, line, clip_title(clip), theme.text)
        painter.setFont(font(FontRole.CAPTION))
        below = QRect(line.left(), line.bottom() + 1, line.width(), painter.fontMetrics().height())
        if clip.marks.rating:
            stars = "★" * clip.marks.rating
            below.setLeft(below.left() + draw_elided(painter, below, stars, theme.warn) + GAP_S)
        taken = draw_elided(painter, below, clip_subtitle(clip) or mode_name(clip.mode), theme.text_soft)
        below.setLeft(below.left() + taken + GAP_S)
        moment = say_moment_briefly(clip.created_at, datetime.now(UTC))
        if below.width() >= painter.fontMetrics().horizontalAdvance(moment):
            painter.setPen(theme.text_faint)
            painter.drawText(below, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, moment)

    def _icon(self, painter: QPainter, name: str, role: str, frame: QRect) -> None:
        side = 24
        corner = QPointF(frame.center()) - QPointF(side / 2 - 0.5, side / 2 - 0.5)
        draw_icon(painter, self._look, name, role, side, corner)
