"""The menus Edit, Video and Library: undo and redo of the one stack, and copying, selecting and acting in the used pane."""

from collections.abc import Callable, Coroutine
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLineEdit,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from vidu_desktop.controllers.task_errors import GuardedTasks
from vidu_desktop.library.undo import UndoStack
from vidu_desktop.ui.library.library_pane import LibraryPane
from vidu_desktop.ui.main_window import MainWindow
from vidu_desktop.ui.models.clip_verbs import ClipVerb
from vidu_desktop.ui.models.key_table import WindowCommand
from vidu_desktop.ui.player.player_pane import PlayerPane
from vidu_desktop.ui.queue.queue_pane import QueuePane
from vidu_desktop.ui.text import say
from vidu_desktop.ui.widgets.menu_keys import hear_menu_key
from vidu_desktop.ui.widgets.menus import adopt_entries
from vidu_desktop.ui.widgets.picture_drag import files_mime
from vidu_desktop.ui.widgets.picture_grid import PictureGrid
from vidu_desktop.ui.widgets.picture_well import PictureWell

_TextField = QLineEdit | QPlainTextEdit | QTextEdit


class EditController(QObject):
    """Acts on the widget with the keyboard focus: a text field, a list, a picture of the tab, the stage,
    the queue, else the library.
    """

    def __init__(
        self,
        main: MainWindow,
        stage: PlayerPane,
        queue: QueuePane,
        library: LibraryPane,
        undo: UndoStack,
        guarded: GuardedTasks,
        stage_menu: Callable[[], QMenu],
    ) -> None:
        super().__init__(main)
        self._main = main
        self._stage, self._queue, self._library = stage, queue, library
        self._undo = undo
        self._guarded = guarded
        self._stage_menu = stage_menu
        self._focus: QWidget | None = None
        undo.on_change = self._follow_steps
        undo.on_coming = self._show_undo
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow_focus)
        hear_menu_key(main)
        main.commanded.connect(self._act)
        main.menus.edit_opens.connect(self._show_undo)
        main.menus.video_opens.connect(self._fill_video)
        self._acts: dict[str, Callable[[], object]] = {
            WindowCommand.UNDO: self._take_back,
            WindowCommand.REDO: self._do_again,
            WindowCommand.COPY: self._copy,
            WindowCommand.SELECT_ALL: self._select_all,
            WindowCommand.IMPORT: lambda: library.import_requested.emit([]),
            WindowCommand.ANSWERS: library.answers_wanted.emit,
            WindowCommand.TRASH: library.trash_shown.emit,
        }
        self._show_undo()

    def _follow_focus(self, _former: QWidget | None, now: QWidget | None) -> None:
        """Remember which widget has the focus; a menu opened by a key has it only while it is open."""
        if not isinstance(now, QMenu | QMenuBar):
            self._focus = now

    def _act(self, command: WindowCommand) -> None:
        act = self._acts.get(command)
        if act is not None:
            act()

    def _follow_steps(self) -> None:
        """Hide the bars that offer to undo an earlier step: such a bar is shown after its own step is added."""
        self._queue.undo_bar.dismiss()
        self._library.undo_bar.dismiss()
        self._show_undo()

    def _show_undo(self) -> None:
        undo, redo = self._undo.undo_words, self._undo.redo_words
        if self._undo.coming:  # which step it is, is known when it is written down
            self._main.menus.show_coming()
        else:
            self._main.menus.show_undo(say(undo) if undo else "", say(redo) if redo else "")

    def _take_back(self) -> None:
        if not self._undo.move_at_once(back=True):
            self._turn("undo", self._undo.undo)

    def _do_again(self) -> None:
        if not self._undo.move_at_once(back=False):
            self._turn("redo", self._undo.redo)

    def _turn(self, name: str, turn: Callable[..., Coroutine[Any, Any, None]]) -> None:
        """Undo or redo once what was begun before is done. Until then nobody knows whether it concerns a tab."""
        coming = self._undo.coming
        self._guarded.start(name, turn, coming, writes=True, fills=self._undo.turning or bool(coming))

    def _copy(self) -> None:
        focus = self._focus
        if isinstance(focus, _TextField):
            focus.copy()
        elif isinstance(focus, PictureWell | PictureGrid):
            if paths := focus.copied_paths:
                QApplication.clipboard().setMimeData(files_mime(paths))
        elif _is_in(focus, self._stage):
            self._stage.copy_frame()
        elif _is_in(focus, self._queue):
            self._queue.view.copy_prompts()
        else:
            self._library.act(ClipVerb.COPY_FILES)

    def _select_all(self) -> None:
        focus = self._focus
        if isinstance(focus, _TextField):
            focus.selectAll()
            return
        if isinstance(focus, QAbstractItemView) and focus.isVisible():
            focus.selectAll()
            return
        view = self._queue.view if self._queue.isVisible() else self._library.view
        view.selectAll()
        view.setFocus()  # the next key is meant for the selection, not for the video on the stage

    def _fill_video(self, menu: QMenu) -> None:
        chosen = self._library.selection.current_clip() is not None
        on_stage = bool(self._stage.path)
        if on_stage and (_is_in(self._focus, self._stage) or not (chosen and self._library.isVisible())):
            adopt_entries(menu, self._stage_menu())
        elif chosen:
            adopt_entries(menu, self._library.menu())


def _is_in(widget: QWidget | None, pane: QWidget) -> bool:
    return widget is not None and (widget is pane or pane.isAncestorOf(widget))
