"""The list of jobs: painted rows, real buttons over the row in question, a menu and keys."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMenu, QWidget
from typing_extensions import override

from vidu_desktop.domain.job import Job
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.models.cover_cache import CoverCache
from vidu_desktop.ui.models.job_actions import JobAction, QueueMove, menu_actions_for
from vidu_desktop.ui.models.key_map import KeyMap
from vidu_desktop.ui.models.key_table import Place
from vidu_desktop.ui.models.queue_role import QueueRole
from vidu_desktop.ui.queue.delegate import QueueDelegate
from vidu_desktop.ui.queue.movable_rows import MovableRows
from vidu_desktop.ui.queue.row_actions import ICONS, KEY_OF, RowActions, action_words
from vidu_desktop.ui.widgets.menus import LetteredMenu

Index = QModelIndex | QPersistentModelIndex

_AT_HAND = (JobAction.DECIDE, JobAction.PLAY, JobAction.EDIT, JobAction.SHOW_INSTEAD, JobAction.CHANGE)
_WISHED = {
    JobAction.PLAY: _AT_HAND,
    JobAction.RETRY: (JobAction.RETRY,),
    JobAction.USE_AGAIN: (JobAction.USE_AGAIN, JobAction.CHANGE),
    JobAction.CANCEL: (JobAction.CANCEL, JobAction.REMOVE),
}
"""The actions that each command of the key table stands for: those that the selected jobs allow."""
_FOR_ONE = frozenset(JobAction) - {JobAction.RETRY, JobAction.CANCEL, JobAction.REMOVE}
"""Actions for a single job. Of several selected jobs one is meant, the current one first, and only one action at a time."""
_KEEPS_PLACE = (
    Qt.FocusReason.MouseFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
)
"""A click makes the row under it current; a window or a menu that was left gives the keyboard back as it was."""


class QueueView(MovableRows):
    """Several rows may be selected; Delete and R act on all of them."""

    action_requested = Signal(object, list)  # JobAction, list[Job] that allow it
    area_menu_requested = Signal(QPoint)  # place on the screen; there is no row

    def __init__(
        self, look: Look, thumbs: CoverCache, keys: KeyMap | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._keys = keys or KeyMap()
        self._player: Callable[[QKeyEvent, Place], bool] = lambda _event, _place: False
        self._hovered = QPersistentModelIndex()
        self._acting_row = -1
        self._delegate = QueueDelegate(look, thumbs, self)
        self._actions = RowActions(look, self._keys, self.viewport())
        self._build()
        self._connect(thumbs)

    def _build(self) -> None:
        self.setItemDelegate(self._delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(24)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)

    def _connect(self, thumbs: CoverCache) -> None:
        self._actions.action_requested.connect(self._ask_by_button)
        self.verticalScrollBar().valueChanged.connect(self._place_actions)
        self.doubleClicked.connect(lambda index: self._ask(_AT_HAND, [index]))
        thumbs.arrived.connect(self.viewport().update)
        self._look.changed.connect(self.viewport().update)

    @property
    def row_actions(self) -> RowActions:
        """The buttons over the row under the pointer, or over the current row."""
        return self._actions

    def menu_for(self, index: QModelIndex) -> QMenu:
        """Return a new menu for a row, and for the rows that are selected with it."""
        menu = LetteredMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        job: Job = index.data(QueueRole.JOB)
        for action in self._menu_actions(job):
            entry = menu.addAction(action_words(action, job))
            self._look.set_icon(entry, ICONS[action], "text_soft")
            if action in KEY_OF:
                entry.setShortcuts(self._keys.sequences(KEY_OF[action]))
                entry.setShortcutVisibleInContextMenu(True)
            entry.triggered.connect(
                lambda _=False, wished=action: self._ask((wished,), self._meant_by(index))
            )
        self._add_moves(menu, index)
        if job.task_id is not None and not job.rehearsal:
            number = menu.addAction(self.tr("Copy the task number"))
            self._look.set_icon(number, "paste", "text_soft")
            number.triggered.connect(lambda: QApplication.clipboard().setText(job.task_id or ""))
        copy = menu.addAction(self.tr("Copy the prompt"))
        self._look.set_icon(copy, "paste", "text_soft")
        copy.setEnabled(bool(job.request.prompt))
        copy.triggered.connect(lambda: QApplication.clipboard().setText(job.request.prompt))
        return menu

    def _menu_actions(self, job: Job) -> tuple[JobAction, ...]:
        return menu_actions_for(job, self._queue().again(job.job_id))

    def share(self, player: Callable[[QKeyEvent, Place], bool]) -> None:
        """Offer the player's keys to `player`, which returns whether it took one."""
        self._player = player

    def copy_prompts(self) -> None:
        """Put the prompts of the selected rows into the clipboard, a line each."""
        jobs: list[Job] = [index.data(QueueRole.JOB) for index in self.selectedIndexes()]
        prompts = [" ".join(job.request.prompt.split()) for job in jobs if job.request.prompt.strip()]
        if prompts:
            QApplication.clipboard().setText("\n".join(prompts))

    def _add_moves(self, menu: QMenu, index: QModelIndex) -> None:
        for move, words in (
            (QueueMove.TO_TOP, self.tr("To the top")),
            (QueueMove.UP, self.tr("Move up")),
            (QueueMove.DOWN, self.tr("Move down")),
            (QueueMove.TO_END, self.tr("To the end")),
        ):
            if self.can_move(self._meant_by(index), move):
                entry = menu.addAction(words)
                entry.setShortcuts(self._keys.sequences(move))
                entry.setShortcutVisibleInContextMenu(True)
                entry.triggered.connect(lambda _=False, move=move: self.move_by(self._meant_by(index), move))

    @override
    def line_color(self) -> QColor:
        return self._look.theme.accent

    def _meant_by(self, index: QModelIndex) -> list[QModelIndex]:
        selected = self.selectedIndexes()
        return selected if index in selected else [index]

    def _meant_by_keys(self) -> list[QModelIndex]:
        """Return the selected rows, else the current one: a person who came by Tab hasn't selected any yet."""
        current = self.currentIndex()
        return self.selectedIndexes() or ([current] if current.isValid() else [])

    def _ask_by_button(self, action: str, job_id: str) -> None:
        index = self._acting_index()
        job: Job | None = index.data(QueueRole.JOB) if index.isValid() else None
        if job is not None and job.job_id == job_id:
            self.action_requested.emit(JobAction(action), [job])

    def _ask(self, wished: tuple[JobAction, ...], indexes: list[QModelIndex]) -> bool:
        jobs: list[Job] = [index.data(QueueRole.JOB) for index in sorted(indexes, key=QModelIndex.row)]
        able = {one: [job for job in jobs if one in self._menu_actions(job)] for one in wished}
        asks = [(one, allowing) for one, allowing in able.items() if allowing and one not in _FOR_ONE]
        asks += self._for_one([(one, job) for one in wished if one in _FOR_ONE for job in able[one]])
        for action, allowing in asks:
            self.action_requested.emit(action, allowing)
        return bool(asks)

    def _for_one(self, allowed: list[tuple[JobAction, Job]]) -> list[tuple[JobAction, list[Job]]]:
        """Return the first action that the current job allows; where it allows none, that of the only job that does."""
        current = self.currentIndex().data(QueueRole.JOB) if self.currentIndex().isValid() else None
        of_current = [(action, job) for action, job in allowed if job == current]
        if not of_current and len({job.job_id for _action, job in allowed}) > 1:
            return []
        return [(action, [job]) for action, job in (of_current or allowed)[:1]]

    def _acting_index(self) -> QModelIndex:
        if self._hovered.isValid():
            return self.model().index(self._hovered.row(), 0)
        inside = self.hasFocus() or self._actions.isAncestorOf(QApplication.focusWidget() or self)
        return self.currentIndex() if inside else QModelIndex()

    def _place_actions(self) -> None:
        before = self.model().index(self._acting_row, 0) if self._acting_row >= 0 else QModelIndex()
        index = self._acting_index()
        self._acting_row = index.row()
        if index.isValid():
            job: Job = index.data(QueueRole.JOB)
            self._actions.offer(job, self._queue().again(job.job_id))
            self._delegate.show_actions(index, self._actions.width())
            layout = self._delegate.layout_of(self.visualRect(index), index)
            self._actions.move(
                layout.actions_right - self._actions.width(), layout.middle - self._actions.height() // 2
            )
            self._actions.show()
            self.update(index)
        elif self._actions.job_id:
            self._actions.withdraw()
            self._delegate.show_actions(QModelIndex(), 0)
        if before.isValid() and before != index:
            self.update(before)

    def _hover(self, index: QModelIndex) -> None:
        if self._hovered != index:
            left = self._hovered
            self._hovered = QPersistentModelIndex(index) if index.isValid() else QPersistentModelIndex()
            for row in (left, self._hovered):
                if row.isValid():
                    self.update(self.model().index(row.row(), 0))
            self._place_actions()

    @override
    def plain_rows(self, first: int, last: int) -> Sequence[bool]:
        return [self._delegate.is_plain(job) for job in self._queue().jobs_between(first, last)]

    @override
    def hovered_row(self) -> int:
        return self._hovered.row()

    @override
    def dataChanged(self, topLeft: Index, bottomRight: Index, roles: Sequence[int] = ()) -> None:
        super().dataChanged(topLeft, bottomRight, roles)
        rows = [self.model().index(row, 0) for row in range(topLeft.row(), bottomRight.row() + 1)]
        if any(self._delegate.acts_in(row) for row in rows):
            self._place_actions()

    @override
    def setModel(self, model: QAbstractItemModel | None) -> None:
        super().setModel(model)
        if model is not None:
            for signal in (
                model.rowsRemoved,
                model.rowsInserted,
                model.rowsMoved,
                model.layoutChanged,
                model.modelReset,
            ):
                signal.connect(self._place_actions)

    @override
    def updateGeometries(self) -> None:
        super().updateGeometries()
        self._place_actions()

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._place_actions()

    @override
    def event(self, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.ShortcutOverride
            and self._keys.command_of(event, Place.QUEUE) is not None
        ):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        command = self._keys.command_of(event, Place.QUEUE)
        if isinstance(command, JobAction):
            taken = event.isAutoRepeat() or self._ask(_WISHED[command], self._meant_by_keys())
        elif isinstance(command, QueueMove):
            self.move_by(self._meant_by_keys(), command)
            taken = True
        else:
            taken = command is not None and self._player(event, Place.QUEUE)
        if not taken:
            super().keyPressEvent(event)

    @override
    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        self._player(event, Place.QUEUE)  # the release, too: K acts while it is held
        super().keyReleaseEvent(event)

    @override
    def keyboardSearch(self, search: str) -> None:
        return  # single letters are our keys

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = (
            self.indexAt(event.pos())
            if event.reason() is QContextMenuEvent.Reason.Mouse
            else self.currentIndex()
        )
        if not index.isValid():
            self.area_menu_requested.emit(event.globalPos())
            return
        if index not in self.selectedIndexes():
            self.setCurrentIndex(index)
        by_keys = event.reason() is not QContextMenuEvent.Reason.Mouse
        at = self.viewport().mapToGlobal(self.visualRect(index).center()) if by_keys else event.globalPos()
        self.menu_for(index).popup(at)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.indexAt(event.position().toPoint()))

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(QModelIndex())

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        current, keeps_place = self.currentIndex(), event.reason() in _KEEPS_PLACE
        keys, in_sight = self.selectionModel(), self.viewport().rect().intersects(self.visualRect(current))
        if not in_sight and not (keeps_place and (current.isValid() or event.reason() is _KEEPS_PLACE[0])):
            if not keys.hasSelection():  # the arrow keys need a row to start from; it isn't selected
                keys.setCurrentIndex(self.first_seen(), QItemSelectionModel.SelectionFlag.NoUpdate)
            self.scrollTo(self.currentIndex())
        super().focusInEvent(event)
        self._place_actions()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._place_actions()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.FontChange):
            self._delegate.forget_heights()
            self.measure_all()
