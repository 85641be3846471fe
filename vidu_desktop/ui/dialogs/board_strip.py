"""The strip of a chain board: stills and the gaps between them, for moving along, selecting, dragging and dropping."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QMimeData, QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QListView, QMenu, QWidget
from typing_extensions import override

from vidu_desktop.ui.dialogs.board_painting import STRIP_PX, CardPainter
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.look.scale import GAP_XS
from vidu_desktop.ui.models.board_cards import (
    BOARD_STILLS_MIME,
    BoardModel,
    Card,
    GapCard,
    StillCard,
    dragged_stills,
)
from vidu_desktop.ui.widgets.drop_reading import may_hold_pictures
from vidu_desktop.ui.widgets.menus import LetteredMenu
from vidu_desktop.ui.widgets.painting import draw_focus_ring
from vidu_desktop.ui.widgets.translated import Translated

_STEPS = {int(Qt.Key.Key_Left): -1, int(Qt.Key.Key_Right): 2}
"""For each key: before which still a moved still is put, relative to its own index."""


class BoardStrip(Translated, QListView):
    """Arrow keys move along the strip. Delete removes stills; Ctrl+Left and Ctrl+Right move a still. Return replaces a
    still's picture, plays a gap's video, or on an empty strip asks for stills; Shift+Return plays the selected gaps in a
    loop. Dropped stills are inserted where they are dropped.
    """

    dropped = Signal(object, int)  # QMimeData, and the index for its first still
    moved = Signal(object, int)  # list[int], stills, and before which still they are put
    remove_requested = Signal(object)  # list[int], stills
    add_requested = Signal()  # choose stills, for an empty strip
    choose_requested = Signal(int)  # index of a still whose picture is to be replaced
    play_requested = Signal(object)  # the clip of a gap
    loop_requested = Signal(object)  # list[int], rows of gaps; plays from the first to the last
    visited = Signal(int)  # row of a card that was clicked without a modifier key
    current_changed = Signal()
    hinted = Signal(object, int, int)
    """Sent while stills are dragged: list[int], the stills that would be moved; how many new ones would be added; and before
    which still, -1 when the drag has ended or left.
    """

    def __init__(
        self, look: Look, painter: CardPainter, model: BoardModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._model = model
        self._painter = painter
        self._drop_at = -1
        self._is_plain = False  # whether the mouse was released without a modifier key
        self.setModel(model)
        self.setItemDelegate(painter)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFixedHeight(STRIP_PX + self.horizontalScrollBar().sizeHint().height() + 2 * self.frameWidth())
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)
        self._retranslate()

    @override
    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Stills and the gaps between them"))

    def _connect(self) -> None:
        self._look.changed.connect(self.viewport().update)
        self.doubleClicked.connect(lambda index: self._open(self._model.card(index.row())))
        self.clicked.connect(lambda index: self.visited.emit(index.row()) if self._is_plain else None)
        self.selectionModel().currentChanged.connect(lambda *_: self.current_changed.emit())

    @property
    def current(self) -> Card | None:
        """The current card, which keys act on; None if there is none."""
        return self._model.card(self.currentIndex().row())

    @property
    def selected_stills(self) -> list[int]:
        """The indexes of the selected stills."""
        cards = (self._model.card(index.row()) for index in self.selectedIndexes())
        return sorted(card.index for card in cards if isinstance(card, StillCard))

    @property
    def selected_gaps(self) -> list[int]:
        """The rows of those selected gaps that the film shows."""
        rows = sorted(index.row() for index in self.selectedIndexes())
        return [row for row in rows if isinstance(card := self._model.card(row), GapCard) and card.plays]

    @property
    def insert_at(self) -> int:
        """The index for a pasted still: after the current still, in the current gap, else at the end."""
        match self.current:
            case StillCard(index=index):
                return index + 1
            case GapCard(start=start):
                return start + 1
        return (self._model.rowCount() + 1) // 2

    def go_to(self, row: int) -> None:
        """Scroll to a card and make it the current one."""
        index = self._model.index(row)
        if index.isValid():
            self.select_rows([row], row)  # whichever modifier keys are held
            self.scrollTo(index)

    def select_and_show(self, rows: Sequence[int]) -> None:
        """Select these cards and scroll to them. The last one becomes the current one, so that further stills are inserted
        after it.
        """
        if rows:
            self.select_rows(rows, rows[-1])
            for row in (rows[-1], rows[0]):
                self.scrollTo(self._model.index(row))

    def select_rows(self, rows: Sequence[int], current: int) -> None:
        """Select these rows, and make `current` the current one."""
        picked = QItemSelection()
        for row in rows:
            picked.select(self._model.index(row), self._model.index(row))
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(self._model.index(current), flags.NoUpdate)
        self.selectionModel().select(picked, flags.ClearAndSelect)

    def show_played(self, gap: int, still: int, share: float) -> None:
        """Mark the rows that the film shows now, -1 for none; `share` is how much of the gap's video has been played, from 0
        to 1. The strip scrolls along only if the gap before was visible: if the person has scrolled away, it stays.
        """
        painter = self._painter
        before = painter.played_gap
        if (before, painter.played_still, painter.played_share) == (gap, still, share):
            return
        rows = {before, painter.played_still, gap, still} - {-1}
        follows = gap >= 0 and gap != before and (before < 0 or self.is_in_sight(before))
        painter.played_gap, painter.played_still, painter.played_share = gap, still, share
        self._model.set_played(gap)
        for row in rows:
            self.update(self._model.index(row))
        if follows and self.state() is QListView.State.NoState:
            self.scrollTo(self._model.index(gap))

    def is_in_sight(self, row: int) -> bool:
        """Whether any part of a card is visible."""
        return self.visualRect(self._model.index(row)).intersects(self.viewport().rect())

    def _open(self, card: Card | None) -> None:
        if isinstance(card, StillCard):
            self.choose_requested.emit(card.index)
        elif card is not None and card.clip is not None:
            self.play_requested.emit(card.clip)

    def menu(self) -> QMenu:
        """Make the menu of the current card; each entry also shows its key."""
        menu = LetteredMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        card, stills, gaps = self.current, self.selected_stills, self.selected_gaps
        loop = partial(self.loop_requested.emit, gaps)
        entries: list[tuple[str, str, bool, Callable[[], object]]] = []
        if isinstance(card, GapCard):
            entries = [
                (self.tr("Play"), "Return", card.clip is not None, partial(self._open, card)),
                (self.tr("Play in a loop"), "Shift+Return", bool(gaps), loop),
            ]
        elif card is not None:
            last = (self._model.rowCount() + 1) // 2 - 1
            step = partial(self.moved.emit, [card.index])
            entries = [
                (self.tr("Choose another picture…"), "Return", True, partial(self._open, card)),
                (self.tr("Move to the left"), "Ctrl+Left", card.index > 0, partial(step, card.index - 1)),
                (
                    self.tr("Move to the right"),
                    "Ctrl+Right",
                    card.index < last,
                    partial(step, card.index + 2),
                ),
                (self.tr("Remove"), "Delete", bool(stills), partial(self.remove_requested.emit, stills)),
            ]
        if card is not None:
            go = partial(self.visited.emit, self.currentIndex().row())
            there = self._painter.played_gap >= 0 and (isinstance(card, StillCard) or card.plays)
            entries.append((self.tr("Go there in the film"), "", there, go))
        for words, key, possible, act in entries:
            entry = menu.addAction(words)
            entry.setShortcut(key)
            entry.setShortcutVisibleInContextMenu(True)
            entry.setEnabled(possible)
            entry.triggered.connect(lambda _checked=False, act=act: act())
        return menu

    # Drags over the strip

    def _index_at(self, at: QPoint) -> int:
        """Return the index that a still gets when it is dropped at this point."""
        stills = range((self._model.rowCount() + 1) // 2)
        return bisect_right(stills, at.x(), key=self._middle_of)

    def _middle_of(self, still: int) -> int:
        return self.visualRect(self._model.index(self._model.row_of_still(still))).center().x()

    def _accepts(self, mime: QMimeData) -> bool:
        return mime.hasFormat(BOARD_STILLS_MIME) or may_hold_pictures(mime)

    def _show_drop(self, at: int, mime: QMimeData | None = None) -> None:
        if at == self._drop_at:
            return
        self._drop_at = at
        if mime is not None and mime.hasFormat(BOARD_STILLS_MIME):
            self.hinted.emit(list(dragged_stills(mime)), 0, at)
        else:
            self.hinted.emit([], max(1, len(mime.urls())) if mime else 0, at)
        self.viewport().update()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._accepts(event.mimeData()):
            event.acceptProposedAction()

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)  # scrolls at the edges
        if self._accepts(event.mimeData()):
            self._show_drop(self._index_at(event.position().toPoint()), event.mimeData())
            event.acceptProposedAction()

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._show_drop(-1)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self._show_drop(-1)
        mime, at = event.mimeData(), self._index_at(event.position().toPoint())
        if mime.hasFormat(BOARD_STILLS_MIME) and event.source() is self:
            event.setDropAction(Qt.DropAction.CopyAction)  # else the view would remove the dragged rows
            event.accept()
            self.moved.emit(list(dragged_stills(mime)), at)
        elif may_hold_pictures(mime):
            event.acceptProposedAction()
            self.dropped.emit(mime, at)

    # Keys, mouse, wheel, paint

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._is_plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        super().mouseReleaseEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        card, stills = self.current, self.selected_stills
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        is_return = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and stills:
            self.remove_requested.emit(stills)
        elif event.key() in _STEPS and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            if isinstance(card, StillCard):
                self.moved.emit([card.index], max(0, card.index + _STEPS[event.key()]))
        elif is_return and event.modifiers() == Qt.KeyboardModifier.ShiftModifier:
            if gaps := self.selected_gaps:
                self.loop_requested.emit(gaps)
        elif (is_return and plain and card is not None) or (
            event.key() == Qt.Key.Key_Space and plain and isinstance(card, GapCard)
        ):
            self._open(card)
        elif is_return and plain and not self._model.rowCount():
            self.add_requested.emit()
        else:
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        at = event.pos() if by_mouse else self.visualRect(self.currentIndex()).center()
        if self.current is not None and (not by_mouse or self.indexAt(at).isValid()):
            self.menu().popup(event.globalPos() if by_mouse else self.viewport().mapToGlobal(at))

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        # The strip scrolls only horizontally, so a vertical wheel scrolls it, too.
        bar, turned = self.horizontalScrollBar(), event.angleDelta()
        bar.setValue(bar.value() - (turned.y() or turned.x()))
        event.accept()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus() and not self.currentIndex().isValid():  # else the ring is on a card
            painter = QPainter(self.viewport())
            draw_focus_ring(painter, self.viewport().rect(), self._look.theme.accent)
            painter.end()
        if self._drop_at < 0:
            return
        row = self._model.row_of_still(self._drop_at)
        stills = (self._model.rowCount() + 1) // 2
        last = self.visualRect(self._model.index(self._model.row_of_still(stills - 1)))
        x = last.right() + GAP_XS if row < 0 else self.visualRect(self._model.index(row)).left()
        painter = QPainter(self.viewport())
        painter.setPen(QPen(self._look.theme.accent, 3))
        painter.drawLine(x, GAP_XS, x, STRIP_PX - GAP_XS)
        painter.end()

    @override
    def sizeHint(self) -> QSize:
        return QSize(400, self.height())
