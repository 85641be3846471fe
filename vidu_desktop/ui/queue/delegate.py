"""Paints a queue row: picture, title, state in words, where it belongs, exact or estimated progress, price, and a detail
sentence if there is one.
"""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from vidu_desktop.domain.job import Charge, Job, JobState
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.look.scale import GAP_M, GAP_S, RADIUS_S, FontRole, font
from vidu_desktop.ui.look.theme import Theme, mixed_colours
from vidu_desktop.ui.models.cover_cache import CoverCache
from vidu_desktop.ui.models.job_actions import JobAction, standing_action
from vidu_desktop.ui.models.job_progress import Progress, ProgressKind
from vidu_desktop.ui.models.job_words import JobTone, JobWords, may_have_detail
from vidu_desktop.ui.models.queue_role import QueueRole
from vidu_desktop.ui.queue.row_actions import action_words, text_button_width
from vidu_desktop.ui.queue.row_layout import (
    ACTION_HEIGHT,
    DETAIL_MOST_LINES,
    DETAIL_SHIFT,
    ROW_HEIGHT,
    RowLayout,
    detail_width,
    lay_row,
)
from vidu_desktop.ui.widgets.painting import (
    PLAYING,
    draw_elided,
    draw_estimate_bar,
    draw_exact_bar,
    draw_focus_ring,
    draw_kept_cover,
    draw_play_glyph,
)

Index = QModelIndex | QPersistentModelIndex
_MOST_HEIGHTS = 2000
_SELECTED_EDGE_PX = 3  # a tint alone is hard to see in the light theme
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


def tone_color(theme: Theme, tone: JobTone) -> QColor:
    """Return the colour of a state's words."""
    return theme.text_soft if tone is JobTone.SOFT else theme.color(tone.value)


class QueueDelegate(QStyledItemDelegate):
    """`show_actions` says over which row the real buttons lie, so that the row's text keeps clear of them."""

    def __init__(self, look: Look, thumbs: CoverCache, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._thumbs = thumbs
        self._acting = QPersistentModelIndex()
        self._acting_width = 0
        self._heights: dict[str, tuple[Job, int, int]] = {}  # by job id: the job as measured, width, height

    def show_actions(self, index: Index, width: int) -> None:
        """Keep `width` pixels clear in this row; nowhere for an invalid index."""
        self._acting = QPersistentModelIndex(index) if index.isValid() else QPersistentModelIndex()
        self._acting_width = width

    def acts_in(self, index: Index) -> bool:
        """Whether the buttons lie over this row."""
        return self._acting.isValid() and self._acting == index

    def layout_of(self, rect: QRect, index: Index) -> RowLayout:
        """Return the layout of the row as it is painted now."""
        if self.acts_in(index):
            width = self._acting_width
        else:
            standing = self._standing(index)
            width = text_button_width(standing) if standing is not None else 0
        return lay_row(rect, _height(FontRole.BODY), _height(FontRole.CAPTION), width)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = _viewport_width(option)
        job: Job = index.data(QueueRole.JOB)
        if self.is_plain(job):
            return QSize(width, ROW_HEIGHT)
        kept = self._heights.get(job.job_id)
        if kept is not None and kept[0] is job and kept[1] == width:
            return QSize(width, kept[2])
        words: JobWords = index.data(QueueRole.WORDS)
        height = _measured_height(words.detail, detail_width(width))
        if len(self._heights) > _MOST_HEIGHTS:
            self._heights.clear()
        self._heights[job.job_id] = (job, width, height)
        return QSize(width, height)

    def is_plain(self, job: Job) -> bool:
        """Whether the row surely has no detail sentence, and is ROW_HEIGHT high."""
        return not may_have_detail(job)

    def forget_heights(self) -> None:
        """Have all heights measured again, because the words are in another language."""
        self._heights.clear()

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option, row)
        job: Job = index.data(QueueRole.JOB)
        words: JobWords = index.data(QueueRole.WORDS)
        layout = self.layout_of(row, index)
        self._paint_thumb(painter, layout.thumb, job, str(index.data(QueueRole.THUMB_PATH)))
        self._paint_text(painter, layout, words, playing=bool(index.data(QueueRole.PLAYING)))
        self._paint_progress(painter, layout.bar, index.data(QueueRole.PROGRESS))
        self._paint_price(painter, layout.price, job, words.price)
        if not self.acts_in(index):
            self._paint_standing(painter, layout, index)
        if _state(option) & QStyle.StateFlag.State_HasFocus:
            draw_focus_ring(painter, row, self._look.theme.accent, RADIUS_S)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, row: QRect) -> None:
        theme = self._look.theme
        state = _state(option)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(row, theme.accent_soft)
            painter.fillRect(QRect(row.left(), row.top(), _SELECTED_EDGE_PX, row.height()), theme.accent)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(row, mixed_colours(theme.surface, theme.text, 0.04))
        painter.fillRect(QRect(row.left() + GAP_M, row.bottom(), row.width() - 2 * GAP_M, 1), theme.line)

    def _paint_thumb(self, painter: QPainter, rect: QRect, job: Job, path: str) -> None:
        theme = self._look.theme
        pixmap = self._thumbs.pixmap(path) if path else None
        draw_kept_cover(painter, rect, pixmap, RADIUS_S, theme.sunken)
        if pixmap is None:
            icon = self._look.pixmap("image", "text_faint", 18, painter.device().devicePixelRatio())
            painter.drawPixmap(rect.center() - QPointF(8.5, 8.5).toPoint(), icon)
        if job.state is JobState.STORED:
            draw_play_glyph(painter, QPointF(rect.center()) + QPointF(0.5, 0.5), 12)

    def _paint_text(self, painter: QPainter, layout: RowLayout, words: JobWords, *, playing: bool) -> None:
        theme = self._look.theme
        painter.setFont(font(FontRole.BODY))
        title = QRect(layout.line1)
        if playing:
            title.setLeft(title.left() + draw_elided(painter, title, PLAYING, theme.accent) + GAP_S)
        draw_elided(painter, title, words.title, theme.text)
        painter.setFont(font(FontRole.CAPTION))
        rest = QRect(layout.line2)
        color = tone_color(theme, words.tone)
        dot = 6
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawEllipse(QPointF(rest.left() + dot / 2, rest.center().y() + 1), dot / 2, dot / 2)
        rest.setLeft(rest.left() + dot + GAP_S)
        for text, text_color in (
            (words.state, color),
            (words.time, theme.text_soft),
            (words.subtitle, theme.text_soft),
            (words.mode, theme.text_faint),
        ):
            if text and rest.width() > 3 * dot:
                rest.setLeft(rest.left() + draw_elided(painter, rest, text, text_color) + GAP_M)
        if words.detail:
            painter.setPen(theme.text_soft)
            painter.drawText(layout.detail, _WRAP, words.detail)

    def _paint_price(self, painter: QPainter, rect: QRect, job: Job, price: str) -> None:
        theme = self._look.theme
        face = font(FontRole.MONO)
        # A price that was never charged is crossed out; one that may have been charged has the colour of a
        # warning.
        not_charged = job.charge is Charge.NONE and not job.rehearsal
        face.setStrikeOut(not_charged)
        painter.setFont(face)
        doubtful = job.charge is Charge.LOST or job.state is JobState.UNKNOWN
        if doubtful and job.charge is not Charge.SPENT:
            painter.setPen(theme.warn)
        else:
            painter.setPen(theme.text_faint if job.charge is Charge.NONE else theme.text_soft)
        painter.drawText(rect, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, price)

    def _paint_progress(self, painter: QPainter, rect: QRect, progress: Progress) -> None:
        if progress.kind is ProgressKind.EXACT:
            draw_exact_bar(painter, rect, progress.fraction, self._look.theme)
        elif progress.kind is ProgressKind.ESTIMATE:
            draw_estimate_bar(painter, rect, progress.fraction, self._look.theme)

    def _paint_standing(self, painter: QPainter, layout: RowLayout, index: Index) -> None:
        action = self._standing(index)
        if action is None:
            return
        theme = self._look.theme
        width = text_button_width(action)
        rect = QRect(layout.actions_right - width, layout.middle - ACTION_HEIGHT // 2, width, ACTION_HEIGHT)
        painter.setPen(theme.line)
        painter.setBrush(theme.raised)
        painter.drawRoundedRect(rect, RADIUS_S, RADIUS_S)
        painter.setFont(font(FontRole.CAPTION))
        painter.setPen(theme.text)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, action_words(action))

    def _standing(self, index: Index) -> JobAction | None:
        job: Job = index.data(QueueRole.JOB)
        return standing_action(job, index.data(QueueRole.AGAIN))


def _measured_height(detail: str, width: int) -> int:
    if not detail:
        return ROW_HEIGHT
    metrics = QFontMetrics(font(FontRole.CAPTION))
    room = QRect(0, 0, width, DETAIL_MOST_LINES * metrics.lineSpacing())
    needed = metrics.boundingRect(room, _WRAP, detail).height()
    lines = min(DETAIL_MOST_LINES, -(-needed // metrics.lineSpacing()))
    return max(ROW_HEIGHT, ROW_HEIGHT + DETAIL_SHIFT + lines * metrics.lineSpacing() + GAP_M)


def _height(role: FontRole) -> int:
    return QFontMetrics(font(role)).height()


def _state(option: QStyleOptionViewItem) -> QStyle.StateFlag:
    return option.state


def _viewport_width(option: QStyleOptionViewItem) -> int:
    widget = option.widget
    return widget.viewport().width() if isinstance(widget, QAbstractItemView) else option.rect.width()
