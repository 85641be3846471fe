"""A place for one picture: it takes drops, shows its picture, and shows when something is wrong with it."""

from PySide6.QtCore import QByteArray, QMimeData, QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QSizePolicy, QToolButton, QWidget
from typing_extensions import override

from vidu_desktop.domain.framing import Framing, FramingKind
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.look.scale import GAP_S, GAP_XS
from vidu_desktop.ui.look.style_sheet import restyle
from vidu_desktop.ui.text import say_list
from vidu_desktop.ui.widgets.drop_reading import may_hold_pictures, read_drop
from vidu_desktop.ui.widgets.framed_painting import cut_room
from vidu_desktop.ui.widgets.picture_places import Slot
from vidu_desktop.ui.widgets.translated import Translated
from vidu_desktop.ui.widgets.well_face import MOST_HEIGHT_PX, WellFace, paint_well, picture_area, well_height

WELL_MIME = "application/x-vidu-desktop-well"
"""Carries a well's index while the well is dragged to another place in its row."""
_LEAST_WIDTH_PX = 84
_REMOVE_PX = 26


class PictureWell(Translated, QAbstractButton):
    """One well. A click, Enter or Space sends `clicked`, which asks for a file dialog."""

    dropped = Signal(object)  # drop_reading.DropReading
    remove_requested = Signal()
    move_requested = Signal(int)  # -1 to the left, +1 to the right
    cut_moved = Signal(float, float)  # x and y as in Framing, but possibly outside 0 to 1
    well_dropped = Signal(int)  # index of the well in this row that was dropped here

    def __init__(self, look: Look, *, index: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._index = index
        self._slot = Slot()
        self._framing: Framing | None = None
        self._cut_at: tuple[float, float] | None = None  # the cut when the drag began
        self._title = ""
        self._hint = ""
        self._chip = ""
        self._heard = ""
        self._icon_name = "image-plus"
        self._wrong = False
        self._hot = False
        self._movable = False
        self._most_height_px = MOST_HEIGHT_PX
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
        restyle(self._remove_button, kind="overlay", dense="true")
        self._remove_button.setCursor(Qt.CursorShape.ArrowCursor)
        self._remove_button.setFixedSize(_REMOVE_PX, _REMOVE_PX)
        # Tab goes from the picture to the prompt; by keyboard, Delete and the menu remove the picture.
        self._remove_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._remove_button.hide()
        self._retranslate()

    def _connect(self) -> None:
        self._remove_button.clicked.connect(self.remove_requested)
        self._look.changed.connect(self.update)

    def set_words(
        self, title: str, hint: str, *, chip: str = "", icon: str = "image-plus", heard: str = ""
    ) -> None:
        """Set the texts: `title` and `hint` are shown while the well is empty, `chip` once it is filled. `heard` is the
        filled well's name for screen readers; if empty, `title` is used.
        """
        self._title, self._hint, self._chip, self._icon_name = title, hint, chip, icon
        self._heard = heard or title
        self._describe()
        self.update()

    def set_most_height(self, height_px: int) -> None:
        """Set the greatest height, so that the settings below stay visible in a low window."""
        if height_px != self._most_height_px:
            self._most_height_px = height_px
            self.updateGeometry()

    def set_movable(self, movable: bool) -> None:
        """Allow dragging the picture to another well of the row."""
        self._movable = movable

    def show_slot(self, slot: Slot, *, wrong: bool, framing: Framing | None = None) -> None:
        """Show a slot's picture, or the empty well. `wrong` marks the picture as faulty; `framing` is drawn over it."""
        self._slot = slot
        self._framing = framing
        self._wrong = wrong
        if slot.filled and self._remove_button.icon().isNull():
            self._look.set_icon(self._remove_button, "close")
        self._remove_button.setVisible(slot.filled)
        self._describe()
        self.update()

    @property
    def copied_paths(self) -> list[str]:
        """The file of its picture; empty without one."""
        return [self._slot.path] if self._slot.filled else []

    def set_hot(self, hot: bool) -> None:
        """Show that the present drag would be dropped here."""
        self._hot = hot
        self.update()

    def _describe(self) -> None:
        self.setAccessibleName(self._heard if self._slot.filled else self._title)
        if not self._slot.filled:
            self.setAccessibleDescription(self._hint)
            return
        state = self.tr("needs a change") if self._wrong else self._pixels_text()
        self.setAccessibleDescription(say_list((self._slot.name, state)))

    def _pixels_text(self) -> str:
        if self._slot.facts is None:
            return "" if self._slot.error else self.tr("looking at it…")
        return f"{self._slot.facts.width_px} × {self._slot.facts.height_px}"

    def _face(self) -> WellFace:
        slot = self._slot
        return WellFace(
            title=self.tr("Drop it here") if self._hot else self._title,
            hint=self._hint,
            icon_name=self._icon_name,
            chip=self._chip,
            name=slot.name,
            pixels=self.tr("working on it…") if slot.busy else self._pixels_text(),
            thumbnail=slot.thumbnail,
            framing=self._framing,
            unreadable=slot.error is not None,
            wrong=self._wrong,
            hot=self._hot,
            hovered=self.underMouse(),
            down=self.isDown(),
            focused=self.hasFocus(),
        )

    @override
    def _retranslate(self) -> None:
        self._remove_button.setAccessibleName(self.tr("Remove the picture"))
        self._remove_button.setToolTip(self.tr("Remove (Delete)"))

    def menu(self) -> QMenu:
        """Make the context menu of this place."""
        from vidu_desktop.ui.widgets.menus import LetteredMenu  # not for the first paint

        menu = LetteredMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        choose = menu.addAction(
            self.tr("Choose another picture…") if self._slot.filled else self.tr("Choose a picture…")
        )
        choose.triggered.connect(self.click)
        clipboard = QApplication.clipboard().mimeData()
        paste = menu.addAction(self.tr("Paste"))
        paste.setEnabled(may_hold_pictures(clipboard))
        paste.triggered.connect(lambda: self.dropped.emit(read_drop(QApplication.clipboard().mimeData())))
        if self._slot.filled:
            if self._movable:
                menu.addSeparator()
                for step, words in ((-1, self.tr("Move to the left")), (1, self.tr("Move to the right"))):
                    menu.addAction(words).triggered.connect(
                        lambda _=False, step=step: self.move_requested.emit(step)
                    )
            menu.addSeparator()
            menu.addAction(self.tr("Remove")).triggered.connect(self.remove_requested)
        return menu

    def _start_drag(self) -> None:
        mime = QMimeData()
        mime.setData(WELL_MIME, QByteArray(str(self._index).encode()))
        drag = QDrag(self)
        drag.setMimeData(mime)
        if self._slot.thumbnail is not None:
            drag.setPixmap(self._slot.thumbnail.scaled(120, 120, Qt.AspectRatioMode.KeepAspectRatio))
        self.setDown(False)
        drag.exec(Qt.DropAction.MoveAction)

    # Called by Qt

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        paint_well(QPainter(self), self.rect(), self._look, self._face())

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(200))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST_WIDTH_PX, well_height(_LEAST_WIDTH_PX))

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width_px: int) -> int:
        return well_height(width_px, self._most_height_px)

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
        elif self._cut and event.modifiers() == Qt.KeyboardModifier.ShiftModifier and key in _CUT_STEPS:
            step_x, step_y = _CUT_STEPS[Qt.Key(key)]
            self.cut_moved.emit(self._slot.cut[0] + step_x, self._slot.cut[1] + step_y)
        elif self._movable and event.modifiers() & Qt.KeyboardModifier.ControlModifier and key in _STEPS:
            self.move_requested.emit(_STEPS[Qt.Key(key)])
        else:
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        self.menu().popup(event.globalPos() if by_mouse else self.mapToGlobal(self.rect().center()))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._press_at = event.position().toPoint()
        self._cut_at = None
        super().mousePressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._press_at is None or not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
            return
        by_px = event.position().toPoint() - self._press_at
        far = by_px.manhattanLength() >= QApplication.startDragDistance()
        if self._cut and (far or self._cut_at is not None):
            self._drag_cut(by_px)
        elif self._movable and self._slot.filled and far:
            self._press_at = None
            self._start_drag()
        else:
            super().mouseMoveEvent(event)

    @property
    def _cut(self) -> bool:
        """Whether there is a cut that can be moved."""
        return self._framing is not None and self._framing.kind is FramingKind.CROP

    def _drag_cut(self, by_px: QPoint) -> None:
        """Move the cut with the pointer; such a drag is not a click."""
        self.setDown(False)
        self._cut_at = self._cut_at or self._slot.cut
        if self._framing is None or self._slot.thumbnail is None:
            return
        room = cut_room(self._framing, picture_area(self.rect()), self._slot.thumbnail)
        moved = [
            at + delta / most if most >= 1 else at
            for at, delta, most in zip(self._cut_at, (by_px.x(), by_px.y()), room, strict=True)
        ]
        self.cut_moved.emit(*moved)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        own = event.mimeData().hasFormat(WELL_MIME)
        if (own and self._movable) or (not own and may_hold_pictures(event.mimeData())):
            self.set_hot(True)
            event.setDropAction(Qt.DropAction.MoveAction if own else Qt.DropAction.CopyAction)
            event.accept()
        else:
            event.ignore()

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.set_hot(False)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self.set_hot(False)
        mime = event.mimeData()
        if mime.hasFormat(WELL_MIME):
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()
            self.well_dropped.emit(int(bytes(mime.data(WELL_MIME).data())))
            return
        event.setDropAction(Qt.DropAction.CopyAction)  # never move: the person's file must stay where it is
        event.accept()
        self.dropped.emit(read_drop(mime))

    @override
    def _language_changed(self) -> None:
        super()._language_changed()
        self._describe()


_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_CUT_STEP = 0.05
_CUT_STEPS = {
    Qt.Key.Key_Left: (-_CUT_STEP, 0.0),
    Qt.Key.Key_Right: (_CUT_STEP, 0.0),
    Qt.Key.Key_Up: (0.0, -_CUT_STEP),
    Qt.Key.Key_Down: (0.0, _CUT_STEP),
}
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
