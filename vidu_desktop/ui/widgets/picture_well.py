"""A place for one picture: takes drops, shows what lies in it, and says when something is wrong with it."""

from PySide6.QtCore import QByteArray, QEvent, QMimeData, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QApplication, QSizePolicy, QToolButton, QWidget
from typing_extensions import override

from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.look.scale import GAP_S, GAP_XS, RADIUS, font
from vidu_desktop.ui.look.theme import mixed
from vidu_desktop.ui.widgets.drop_reading import may_hold_pictures, read_drop
from vidu_desktop.ui.widgets.painting import (
    draw_chip,
    draw_contained,
    draw_focus_ring,
    draw_icon,
    rounded,
)
from vidu_desktop.ui.widgets.slots import Slot

WELL_MIME = "application/x-vidu-desktop-well"
"""What a well carries when it is dragged to another place of its row: its own index."""
_ICON_PX = 28
_LEAST_HEIGHT_PX = 124
_MOST_HEIGHT_PX = 340
_WIDE_PX = 260  # from here on name and pixels stand in one line
_REMOVE_PX = 26


class PictureWell(QAbstractButton):
    """One well. A click, Enter or Space wishes for a file dialog (`clicked`)."""

    dropped = Signal(object)  # drop_reading.DropReading
    remove_requested = Signal()
    move_requested = Signal(int)  # -1 to the left, +1 to the right
    well_dropped = Signal(int)  # index of the well of this row that was dragged here

    def __init__(self, look: Look, *, index: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._index = index
        self._slot = Slot()
        self._title = ""
        self._hint = ""
        self._chip = ""
        self._icon_name = "image-plus"
        self._wrong = False
        self._hot = False
        self._movable = False
        self._press_at: QPoint | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._remove_button = QToolButton(self)
        self._remove_button.setProperty("kind", "overlay")
        self._remove_button.setProperty("dense", "true")
        self._remove_button.setCursor(Qt.CursorShape.ArrowCursor)
        self._look.dress(self._remove_button, "close")
        self._remove_button.setFixedSize(_REMOVE_PX, _REMOVE_PX)
        self._remove_button.hide()
        self._retranslate()

    def _connect(self) -> None:
        self._remove_button.clicked.connect(self.remove_requested)
        self._look.changed.connect(self.update)

    def set_words(self, title: str, hint: str, *, chip: str = "", icon: str = "image-plus") -> None:
        """Say what belongs here: a title and a hint while it is empty, a chip once it is filled."""
        self._title, self._hint, self._chip, self._icon_name = title, hint, chip, icon
        self._describe()
        self.update()

    def set_movable(self, movable: bool) -> None:  # noqa: FBT001 - a setter
        """Let the picture be dragged to another well of the row."""
        self._movable = movable

    def show_slot(self, slot: Slot, *, wrong: bool) -> None:
        """Show a picture, or the empty well; `wrong` marks it."""
        self._slot = slot
        self._wrong = wrong
        self._remove_button.setVisible(slot.filled)
        self._describe()
        self.update()

    def _describe(self) -> None:
        self.setAccessibleName(self._title)
        if not self._slot.filled:
            self.setAccessibleDescription(self._hint)
            return
        state = self.tr("needs a change") if self._wrong else self._pixels_text()
        self.setAccessibleDescription(f"{self._slot.name}, {state}")
        self.setToolTip("")

    def _pixels_text(self) -> str:
        if self._slot.facts is None:
            return "" if self._slot.error else self.tr("looking at it…")
        return f"{self._slot.facts.width_px} × {self._slot.facts.height_px}"

    def _retranslate(self) -> None:
        self._remove_button.setAccessibleName(self.tr("Remove the picture"))
        self._remove_button.setToolTip(self.tr("Remove (Delete)"))

    def _start_drag(self) -> None:
        mime = QMimeData()
        mime.setData(WELL_MIME, QByteArray(str(self._index).encode()))
        drag = QDrag(self)
        drag.setMimeData(mime)
        if self._slot.thumbnail is not None:
            drag.setPixmap(self._slot.thumbnail.scaled(120, 120, Qt.AspectRatioMode.KeepAspectRatio))
        self.setDown(False)
        drag.exec(Qt.DropAction.MoveAction)

    # Painting

    def _paint_ground(self, painter: QPainter) -> None:
        theme = self._look.theme
        ground = theme.sunken
        if self._hot:
            ground = theme.accent_soft
        elif self.isDown():
            ground = mixed(theme.sunken, theme.text, 0.08)
        elif self.underMouse() and not self._slot.filled:
            ground = mixed(theme.sunken, theme.text, 0.035)
        pen = QPen(mixed(theme.line, theme.text, 0.16), 1.2)
        if self._hot:
            pen = QPen(theme.accent, 1.6)
        elif self._wrong:
            pen = QPen(theme.bad, 1.4)
        if not self._slot.filled or self._hot:
            pen.setDashPattern([4, 3])
        elif not self._wrong:
            pen = QPen(theme.line, 1)
        painter.setPen(pen)
        painter.setBrush(ground)
        painter.drawPath(rounded(self.rect(), 1))

    def _paint_empty(self, painter: QPainter) -> None:
        theme = self._look.theme
        ink = theme.accent if self._hot else theme.text
        title = self.tr("Drop it here") if self._hot else self._title
        width = self.width() - 2 * GAP_S
        painter.setFont(font("strong"))
        title_rect = painter.boundingRect(0, 0, width, 400, _WORDS, title)
        painter.setFont(font("caption"))
        hint_rect = painter.boundingRect(0, 0, width, 400, _WORDS, self._hint)
        with_hint = _ICON_PX + title_rect.height() + hint_rect.height() + 4 * GAP_S < self.height()
        block = _ICON_PX + GAP_S + title_rect.height() + (GAP_XS + hint_rect.height() if with_hint else 0)
        top = (self.height() - block) / 2
        icon_role = "accent" if self._hot or self.underMouse() else "text_soft"
        draw_icon(
            painter,
            self._look,
            self._icon_name,
            icon_role,
            _ICON_PX,
            QPointF((self.width() - _ICON_PX) / 2, top),
        )
        top += _ICON_PX + GAP_S
        painter.setFont(font("strong"))
        painter.setPen(ink)
        painter.drawText(QRect(GAP_S, int(top), width, title_rect.height()), _WORDS, title)
        if with_hint:
            top += title_rect.height() + GAP_XS
            painter.setFont(font("caption"))
            painter.setPen(theme.text_faint)
            painter.drawText(QRect(GAP_S, int(top), width, hint_rect.height()), _WORDS, self._hint)

    def _paint_picture(self, painter: QPainter) -> None:
        caption_height = self._caption_height(self.width())
        area = self.rect().adjusted(GAP_S, GAP_S, -GAP_S, -GAP_XS - caption_height)
        if self._slot.thumbnail is not None:
            draw_contained(painter, self._slot.thumbnail, area)
        else:
            name = "error" if self._slot.error else "image"
            corner = area.center() - QPoint(_ICON_PX // 2, _ICON_PX // 2)
            draw_icon(painter, self._look, name, "text_faint", _ICON_PX, QPointF(corner))
        if self._chip:
            theme = self._look.theme
            ground = QColor(theme.surface)
            ground.setAlphaF(0.9)
            draw_chip(
                painter, QPointF(area.topLeft() + QPoint(GAP_XS, GAP_XS)), self._chip, ground, theme.text
            )
        self._paint_caption(painter, self.rect().adjusted(GAP_S + 2, 0, -GAP_S - 2, -GAP_XS), caption_height)

    def _caption_height(self, width_px: int) -> int:
        line = self.fontMetrics().height() + 2
        return line if width_px >= _WIDE_PX else 2 * line - 2

    @property
    def _wide(self) -> bool:
        return self.width() >= _WIDE_PX

    def _paint_caption(self, painter: QPainter, rect: QRect, height: int) -> None:
        theme = self._look.theme
        area = QRect(rect.left(), rect.bottom() - height + 1, rect.width(), height)
        pixels = self._pixels_text()
        painter.setFont(font("caption"))
        pixels_width = painter.fontMetrics().horizontalAdvance(pixels) if self._wide else 0
        left = area.left()
        if self._wrong:
            draw_icon(painter, self._look, "warning", "bad", 16, QPointF(left, area.top() + 1))
            left += 16 + GAP_XS
        room = area.right() - left - (pixels_width + GAP_S if pixels_width else 0)
        name = painter.fontMetrics().elidedText(self._slot.name, Qt.TextElideMode.ElideMiddle, room)
        top = Qt.AlignmentFlag.AlignTop
        painter.setPen(theme.bad if self._wrong else theme.text)
        painter.drawText(QRect(left, area.top(), room, height), top | Qt.AlignmentFlag.AlignLeft, name)
        painter.setPen(theme.text_faint)
        if self._wide:
            painter.drawText(area, top | Qt.AlignmentFlag.AlignRight, pixels)
        else:
            painter.drawText(area, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, pixels)

    # Qt's calls

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        if self._slot.filled:
            self._paint_picture(painter)
        else:
            self._paint_empty(painter)
        if self.hasFocus():
            draw_focus_ring(painter, self.rect(), self._look.theme.accent, RADIUS)

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(200))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(84, _LEAST_HEIGHT_PX)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width_px: int) -> int:
        # As high as a 16:9 picture needs to fill the width, caption included.
        caption_px = self._caption_height(width_px) + GAP_S + GAP_XS
        return max(_LEAST_HEIGHT_PX, min(_MOST_HEIGHT_PX, round((width_px - 2 * GAP_S) * 9 / 16) + caption_px))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        button = self._remove_button
        button.move(self.width() - button.width() - GAP_S - GAP_XS, GAP_S + GAP_XS)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & _COMMANDS:
            self.click()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self._slot.filled:
            self.remove_requested.emit()
        elif self._movable and event.modifiers() & Qt.KeyboardModifier.ControlModifier and key in _STEPS:
            self.move_requested.emit(_STEPS[Qt.Key(key)])
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._press_at = event.position().toPoint()
        super().mousePressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        far = QApplication.startDragDistance()
        if (
            self._movable
            and self._slot.filled
            and self._press_at is not None
            and event.buttons() & Qt.MouseButton.LeftButton
            and (event.position().toPoint() - self._press_at).manhattanLength() >= far
        ):
            self._press_at = None
            self._start_drag()
            return
        super().mouseMoveEvent(event)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        own = event.mimeData().hasFormat(WELL_MIME)
        if (own and self._movable) or (not own and may_hold_pictures(event.mimeData())):
            self._set_hot(hot=True)
            event.setDropAction(Qt.DropAction.MoveAction if own else Qt.DropAction.CopyAction)
            event.accept()
        else:
            event.ignore()

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._set_hot(hot=False)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self._set_hot(hot=False)
        mime = event.mimeData()
        if mime.hasFormat(WELL_MIME):
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()
            self.well_dropped.emit(int(bytes(mime.data(WELL_MIME).data())))
            return
        event.setDropAction(Qt.DropAction.CopyAction)  # never move: the person's file stays where it is
        event.accept()
        self.dropped.emit(read_drop(mime))

    def _set_hot(self, *, hot: bool) -> None:
        self._hot = hot
        self.update()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._describe()
        super().changeEvent(event)


_WORDS = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
