"""Paints the cards of a chain board's strip: a still with its name, and a gap with its badge, its video and its texts."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from vidu_desktop.domain.titles import shared_ends
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.look.scale import GAP_S, GAP_XS, RADIUS_S, font
from vidu_desktop.ui.models.board_cards import BoardModel, CardTone, GapCard, StillCard
from vidu_desktop.ui.widgets.painting import (
    draw_contained,
    draw_elided,
    draw_focus_ring,
    draw_icon,
    draw_kept_cover,
    draw_play_glyph,
    elided_alike,
    rounded,
)

STRIP_PX = 166
STILL_PX, GAP_PX = 150, 156
_FRAME_PX = 79
_ICON_PX, _PLATE_PX = 13, 19
_PLAY_RADIUS_PX = 13.0
_PLACE_PX = 3


class CardPainter(QStyledItemDelegate):
    """`picture_of` returns the thumbnail of a still by its path, `cover_of` the cover of a gap's video; None if not there
    yet.
    """

    def __init__(self, look: Look, model: BoardModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._model = model
        self.picture_of: Callable[[str], QIcon | None] = lambda _path: None
        self.cover_of: Callable[[GapCard], QPixmap | None] = lambda _card: None
        self.played_gap = self.played_still = -1
        """The rows of the cards that the film on the stage shows now; -1 for none."""
        self.played_share = 0.0
        """How much of that gap's video has been played, from 0 to 1."""
        self._shared: tuple[int, int] = (0, 0)
        model.modelReset.connect(self._compare_names)

    def _compare_names(self) -> None:
        """Note the beginning and the end that all names share: names are shortened there, so that they still differ."""
        self._shared = shared_ends([card.name for card in self._model.cards if isinstance(card, StillCard)])

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        is_still = isinstance(self._model.card(index.row()), StillCard)
        return QSize(STILL_PX if is_still else GAP_PX, STRIP_PX)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        card = self._model.card(index.row())
        rect = option.rect.adjusted(GAP_XS, GAP_XS, -GAP_XS, -GAP_XS)
        flags = QStyle.StateFlag
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = bool(option.state & flags.State_Selected)
        if isinstance(card, StillCard):
            self._paint_still(painter, rect, card, selected=selected)
        elif card is not None:
            self._paint_gap(painter, rect, card, selected=selected)
        self._paint_played(painter, rect, index.row())
        if option.state & flags.State_HasFocus:
            draw_focus_ring(painter, rect, self._look.theme.accent)
        painter.restore()

    def _paint_still(self, painter: QPainter, rect: QRect, card: StillCard, *, selected: bool) -> None:
        theme = self._look.theme
        painter.setBrush(theme.accent_soft if selected else theme.sunken)
        edge = theme.bad if card.wrong else theme.accent if selected else theme.line
        painter.setPen(QPen(edge, 1.2))
        painter.drawPath(rounded(rect, 1))
        painter.setFont(font("caption"))
        line = painter.fontMetrics().height()
        area = QRect(
            rect.left() + GAP_XS + 1, rect.top() + GAP_XS + 1, rect.width() - 2 * GAP_XS - 2, _FRAME_PX
        )
        picture = None if card.missing else self.picture_of(card.path)
        if picture is None:
            name, tone = ("error", "bad") if card.missing else ("image", "text_faint")
            corner = QPointF(area.center().x() - 12, area.center().y() - 12)
            draw_icon(painter, self._look, name, tone, 24, corner)
        else:
            ratio = painter.device().devicePixelRatioF()
            draw_contained(painter, picture.pixmap(picture.actualSize(area.size() * 2), ratio), area)
        words = QRect(rect.left() + GAP_S, area.bottom() + GAP_S, rect.width() - 2 * GAP_S, line)
        text = elided_alike(painter.fontMetrics(), card.name, self._shared, words.width())
        painter.setPen(theme.text)
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft, text)
        words.translate(0, line)
        if not card.wrong:
            draw_elided(painter, words, card.size, theme.text_faint)
            return
        words.setBottom(rect.bottom() - GAP_XS)
        draw_icon(painter, self._look, "warning", "bad", _ICON_PX, QPointF(words.left(), words.top()))
        words.setLeft(words.left() + _ICON_PX + GAP_XS)
        painter.setPen(theme.bad)
        painter.drawText(words, Qt.TextFlag.TextWordWrap, card.wrong)

    def _paint_gap(self, painter: QPainter, rect: QRect, card: GapCard, *, selected: bool) -> None:
        theme = self._look.theme
        painter.setBrush(theme.accent_soft if selected else theme.surface)
        painter.setPen(QPen(theme.accent if selected else theme.line, 1.2))
        painter.drawPath(rounded(rect, 1))
        top = rect.adjusted(GAP_XS + 1, GAP_XS + 1, -GAP_XS - 1, 0)
        frame = QRect(top.left(), top.top(), top.width(), _FRAME_PX)
        if card.cut:
            corner = QPointF(frame.center().x() - 12, frame.center().y() - 12)
            draw_icon(painter, self._look, "crop", "text_faint", 24, corner)
        elif card.cover_path:
            draw_kept_cover(painter, frame, self.cover_of(card), RADIUS_S, theme.sunken)
            draw_play_glyph(painter, QPointF(frame.center()), _PLAY_RADIUS_PX)
            self._paint_jump(painter, frame, card)
        else:
            painter.setPen(QPen(theme.line, 1.4, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(rounded(frame, 1, RADIUS_S))
            corner = QPointF(frame.center().x() - 11, frame.center().y() - 11)
            draw_icon(painter, self._look, "film", "text_faint", 22, corner)
        painter.setFont(font("caption"))
        line = painter.fontMetrics().height()
        if card.stand_in:
            words = frame.adjusted(GAP_XS, frame.height() - line - GAP_XS, -GAP_XS, 0)
            text = painter.fontMetrics().elidedText(card.stand_in, Qt.TextElideMode.ElideRight, words.width())
            painter.setPen(theme.text_faint)
            painter.drawText(words, Qt.AlignmentFlag.AlignHCenter, text)
        left, width = rect.left() + GAP_S, rect.width() - 2 * GAP_S
        badge = QRect(left, frame.bottom() + GAP_S, width, line + GAP_XS)
        self._paint_badge(painter, badge, card)
        shot = QRect(left, badge.bottom() + GAP_XS, width, line)
        named = " · ".join(filter(None, (card.shot, card.part)))
        taken = draw_elided(painter, shot, named, theme.text_soft)
        if card.takes:
            painter.drawText(shot.adjusted(taken, 0, 0, 0), Qt.AlignmentFlag.AlignRight, card.takes)
        ink = theme.text if card.own_prompt else theme.text_faint
        draw_elided(painter, shot.translated(0, line), card.prompt, ink)

    def _paint_jump(self, painter: QPainter, frame: QRect, card: GapCard) -> None:
        """Mark the left side of a gap whose video doesn't continue the video before it smoothly."""
        if not card.jump:
            return
        ground, ink = self._colours(card.jump_tone)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawRect(QRectF(frame.left(), frame.top(), 3, frame.height()))
        painter.setBrush(ground)
        plate = QRectF(frame.left() + GAP_XS, frame.top() + GAP_XS, _PLATE_PX, _PLATE_PX)
        painter.drawRoundedRect(plate, RADIUS_S, RADIUS_S)
        inset = (_PLATE_PX - _ICON_PX) / 2
        corner = plate.topLeft() + QPointF(inset, inset)
        draw_icon(painter, self._look, "warning", card.jump_tone.value, _ICON_PX, corner)

    def _paint_played(self, painter: QPainter, rect: QRect, row: int) -> None:
        """Mark the card that the film on the stage shows, and the position in a gap's video."""
        if row not in (self.played_gap, self.played_still):
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._look.theme.accent, 2))
        painter.drawPath(rounded(rect, 1))
        if row == self.played_gap:
            left, width = rect.left() + GAP_XS, rect.width() - 2 * GAP_XS
            x = left + self.played_share * (width - _PLACE_PX)
            painter.fillRect(QRectF(left, rect.top() + GAP_XS, x - left, _PLACE_PX), self._look.theme.accent)
            painter.fillRect(QRectF(x, rect.top() + GAP_XS, _PLACE_PX, _FRAME_PX), self._look.theme.accent)

    def _paint_badge(self, painter: QPainter, rect: QRect, card: GapCard) -> None:
        ground, ink = self._colours(card.tone)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        metrics = painter.fontMetrics()
        text = metrics.elidedText(card.badge, Qt.TextElideMode.ElideRight, rect.width() - 2 * GAP_XS)
        width = min(rect.width(), metrics.horizontalAdvance(text) + 2 * GAP_S)
        shape = QRectF(rect.left(), rect.top(), width, rect.height())
        painter.drawRoundedRect(shape, RADIUS_S, RADIUS_S)
        painter.setPen(ink)
        painter.drawText(shape, Qt.AlignmentFlag.AlignCenter, text)

    def _colours(self, tone: CardTone) -> tuple[QColor, QColor]:
        theme = self._look.theme
        return {
            CardTone.GOOD: (theme.good_soft, theme.good),
            CardTone.WARN: (theme.warn_soft, theme.warn),
            CardTone.BAD: (theme.bad_soft, theme.bad),
            CardTone.ACCENT: (theme.accent_soft, theme.accent),
            CardTone.QUIET: (theme.sunken, theme.text_soft),
        }[tone]
