"""Drags the selected videos out of the library as real files: all of them, even those that were never on the screen."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QDrag, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractItemView
from typing_extensions import override

from vidu_desktop.domain.clip import Clip
from vidu_desktop.ui.library.selection import LibrarySelection
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.look.scale import GAP_S, RADIUS_S
from vidu_desktop.ui.models.clips_mime import clips_mime
from vidu_desktop.ui.models.library_model import LibraryModel, LibraryRole
from vidu_desktop.ui.widgets.painting import draw_cover

_PICTURE = QSize(144, 81)


class ClipDrag(QObject):
    """The drag begins at once when every selected clip has been read; else when they have come, if the button is still held."""

    clips_wanted = Signal(list)  # rows of the index; answered with `go_on`

    def __init__(
        self, look: Look, model: LibraryModel, selection: LibrarySelection, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._model = model
        self._selection = selection
        self._waiting: QAbstractItemView | None = None  # the view over which the button is held

    def begin(self, view: QAbstractItemView) -> None:
        """Drag the selected clips out of this view, over which the button is held."""
        rows = self._selection.rows()
        if not self._model.unread(rows):
            self._drag(view, self._model.loaded(rows))
        else:
            self._waiting = view
            view.viewport().installEventFilter(self)
            view.viewport().setCursor(Qt.CursorShape.BusyCursor)
            self.clips_wanted.emit(rows)

    def go_on(self, clips: Sequence[Clip]) -> None:
        """Drag the clips that were asked for, unless the button was released meanwhile."""
        # Not from here: the caller is a task, and no other task goes on while a drag runs inside a task.
        QTimer.singleShot(0, self, lambda: self._go_on(clips))

    def _go_on(self, clips: Sequence[Clip]) -> None:
        view = self._waiting
        if view is not None:
            self._wait_no_more(view)
            self._drag(view, clips)

    def _wait_no_more(self, view: QAbstractItemView) -> None:
        self._waiting = None
        view.viewport().removeEventFilter(self)
        view.viewport().unsetCursor()

    def _drag(self, view: QAbstractItemView, clips: Sequence[Clip]) -> None:
        there = [clip for clip in clips if not clip.missing]
        if not there:
            return
        drag = QDrag(view)
        drag.setMimeData(clips_mime(there))
        drag.setPixmap(self._picture(view, there))
        drag.setHotSpot(QPoint(GAP_S, GAP_S))
        drag.exec(Qt.DropAction.CopyAction)

    def _picture(self, view: QAbstractItemView, clips: Sequence[Clip]) -> QPixmap:
        ratio = view.devicePixelRatioF()
        picture = QPixmap(_PICTURE * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(0.9)
        frame = QRect(QPoint(0, 0), _PICTURE)
        cover = self._model.index_of_row(clips[0].row).data(LibraryRole.COVER)
        draw_cover(painter, frame, cover, RADIUS_S, self._look.theme.raised)
        if len(clips) > 1:
            badge = frame.adjusted(frame.width() - 30, GAP_S, -GAP_S, 0)
            badge.setHeight(22)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.theme.accent)
            painter.drawRoundedRect(badge, 11, 11)
            painter.setPen(self._look.theme.on_accent)
            painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, str(len(clips)))
        painter.end()
        return picture

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        match event.type():
            case QEvent.Type.MouseMove:
                return True  # the view would select everything that the pointer passes over
            case QEvent.Type.MouseButtonRelease if self._waiting is not None:
                self._wait_no_more(self._waiting)
        return False
