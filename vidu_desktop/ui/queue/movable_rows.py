"""Rows of waiting jobs can be moved in line: with keys, from the menu, and by dragging."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QMimeData, QModelIndex, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
)
from PySide6.QtWidgets import QAbstractItemView, QWidget
from typing_extensions import override

from vidu_desktop.domain.job import UNSENT, Job
from vidu_desktop.ui.models.job_actions import QueueMove
from vidu_desktop.ui.models.queue_model import QueueModel
from vidu_desktop.ui.models.queue_role import QueueRole
from vidu_desktop.ui.queue.rows_view import RowsView

_MIME = "application/x-vidu-desktop-queue-rows"
_LINE_PX = 2
_DRAG_OPACITY = 0.6
_EDGE_PX = 24
"""A drag that comes this near to the upper or lower edge scrolls the list."""
_SCROLL_MS, _SCROLL_PX = 30, 12


class MovableRows(RowsView):
    """Only jobs that haven't been sent can be moved, and only among each other."""

    move_requested = Signal(
        object, object
    )  # list[str], job ids; job id before which they shall stand, None: last

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dragged: list[str] = []
        self._line_y: int | None = None
        self._by_px = 0
        self._scrolling = QTimer(self, interval=_SCROLL_MS)
        self._scrolling.timeout.connect(self._scroll)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDropIndicatorShown(False)  # our own is a line between rows of different heights

    def line_color(self) -> QColor:
        """Return the colour of the line that shows where dragged rows would be dropped."""
        return self.palette().highlight().color()

    # By keys and from the menu

    def can_move(self, indexes: Sequence[QModelIndex], move: QueueMove) -> bool:
        """Whether `move_by` would move anything."""
        return self._place_by(indexes, move) is not None

    def move_by(self, indexes: Sequence[QModelIndex], move: QueueMove) -> bool:
        """Ask with `move_requested` to move these rows. Return False, and ask nothing, when nothing would change."""
        place = self._place_by(indexes, move)
        if place is None:
            return False
        self.move_requested.emit(*place)
        return True

    def _place_by(
        self, indexes: Sequence[QModelIndex], move: QueueMove
    ) -> tuple[list[str], str | None] | None:
        moved = _waiting_in(indexes)
        line = self._queue().waiting_ids()
        rest = [job_id for job_id in line if job_id not in moved]
        if not moved or not rest:
            return None
        above = line.index(moved[0])  # no moved job stands above the first one
        at = {
            QueueMove.UP: max(0, above - 1),
            QueueMove.DOWN: min(above + 1, len(rest)),
            QueueMove.TO_TOP: 0,
            QueueMove.TO_END: len(rest),
        }[move]
        if [*rest[:at], *moved, *rest[at:]] == line:
            return None
        return moved, rest[at] if at < len(rest) else None

    def _queue(self) -> QueueModel:
        return cast(QueueModel, self.model())

    # By dragging

    @override
    def startDrag(self, supportedActions: Qt.DropAction) -> None:
        indexes = sorted(self.selectedIndexes(), key=lambda index: index.row())
        self._dragged = _waiting_in(indexes)
        if not self._dragged:
            return
        first = next(index for index in indexes if _job_of(index).job_id == self._dragged[0])
        rect = self.visualRect(first)
        drag = QDrag(self)
        mime = QMimeData()
        mime.setData(_MIME, b"rows")
        drag.setMimeData(mime)
        drag.setPixmap(_seen_through(self.viewport().grab(rect)))
        drag.setHotSpot(self.viewport().mapFromGlobal(self.cursor().pos()) - rect.topLeft())
        try:
            drag.exec(Qt.DropAction.MoveAction)
        finally:
            self._dragged = []
            self._end_drag()

    def before_at(self, y_px: int) -> tuple[str | None, int]:
        """Return the id of the job before which rows stand that are dropped at `y_px` (None: at the end), and the place of
        the line in pixels. Both lie among the waiting rows.
        """
        model = self._queue()
        rows = model.waiting_rows()
        row = bisect_left(rows, y_px, key=lambda row: self.visualRect(model.index(row)).center().y())
        if row < len(rows):
            index = model.index(rows[row])
            return _job_of(index).job_id, self.visualRect(index).top()
        return None, self.visualRect(model.index(rows.stop - 1)).bottom() + 1

    def _drags_rows(self, event: QDropEvent) -> bool:
        return event.source() is self and event.mimeData().hasFormat(_MIME) and bool(self._dragged)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.dragMoveEvent(event)

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if not self._drags_rows(event):
            event.ignore()
            return
        y_px = event.position().toPoint().y()
        _, self._line_y = self.before_at(y_px)
        height = self.viewport().height()
        self._by_px = -_SCROLL_PX if y_px < _EDGE_PX else _SCROLL_PX if y_px > height - _EDGE_PX else 0
        if self._by_px and not self._scrolling.isActive():
            self._scrolling.start()
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()
        self.viewport().update()

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._end_drag()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        if not self._drags_rows(event):
            event.ignore()
            return
        before, _ = self.before_at(event.position().toPoint().y())
        self._end_drag()
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()
        self.move_requested.emit(list(self._dragged), before)

    def _end_drag(self) -> None:
        self._line_y, self._by_px = None, 0
        self._scrolling.stop()
        self.viewport().update()

    def _scroll(self) -> None:
        if self._by_px:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self._by_px)
        else:
            self._scrolling.stop()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._line_y is not None:
            line = QRect(QPoint(0, self._line_y - _LINE_PX // 2), self.viewport().size())
            line.setHeight(_LINE_PX)
            QPainter(self.viewport()).fillRect(line, self.line_color())


def _seen_through(picture: QPixmap) -> QPixmap:
    """Return the picture of a row made translucent, so that the rows below it can be seen."""
    pale = QPixmap(picture.size())
    pale.setDevicePixelRatio(picture.devicePixelRatio())
    pale.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pale)
    painter.setOpacity(_DRAG_OPACITY)
    painter.drawPixmap(0, 0, picture)
    painter.end()
    return pale


def _job_of(index: QModelIndex) -> Job:
    job: Job = index.data(QueueRole.JOB)
    return job


def _waiting_in(indexes: Sequence[QModelIndex]) -> list[str]:
    jobs = [_job_of(index) for index in sorted(indexes, key=lambda one: one.row()) if index.isValid()]
    return [job.job_id for job in jobs if job.state in UNSENT]
