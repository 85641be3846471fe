"""The main window: compose on the left; the stage, and below it queue or library, on the right; a menu; a notice line.

The panes are made elsewhere and handed in; the window knows nothing of their content, of jobs or of clips. It is shown before
the panes exist, in its place and colours, because making them takes three times as long as a bare window.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui
from PySide6.QtCore import QByteArray, QSettings, QSize, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QMainWindow,
    QSplitter,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

if TYPE_CHECKING:
    from vidu_desktop.ui.compose import ComposePane
    from vidu_desktop.ui.look.look import Look
    from vidu_desktop.ui.models.key_map import KeyMap
    from vidu_desktop.ui.models.key_table import WindowCommand
    from vidu_desktop.ui.widgets.notice_line import NoticeKind, NoticeLine

# Modules that only the panes need are imported later: the name `Qt` alone costs 44 ms, and the bare window
# would wait for it.

_LEAST_SIZE_PX = (900, 460)
_FIRST_SIZE_MOST_PX = (1680, 1050)
_FIRST_SHARE_OF_SCREEN = 0.86
_FIRST_HEIGHT_PX = 760  # on a low screen as far as there is room, so that all settings are in sight
_FRAME_PX = 50  # the window manager's title and edges
_COMPOSE_MOST_PX = 500
_GEOMETRY, _AREAS, _RIGHT, _PAGE = "window/geometry", "window/areas", "window/right", "window/shelf"
_GROUND = "window/ground"
_QUEUE_PAGE, _LIBRARY_PAGE = 0, 1


class MainWindow(QMainWindow):
    """Three areas with movable dividers; all sizes are remembered in `memory`. Empty until `fill` is called."""

    settings_requested = Signal()
    shortcuts_requested = Signal()
    manual_requested = Signal()
    report_requested = Signal()
    about_requested = Signal()
    library_folder_requested = Signal()
    money_requested = Signal()
    watched_requested = Signal()
    board_requested = Signal()  # the chain board
    batch_requested = Signal(str)  # source: "sheet", "folder" or "pasted"
    search_requested = Signal()
    commanded = Signal(object)  # WindowCommand that is executed elsewhere
    language_changed = Signal()  # sent after the window's own texts have changed
    came_to_front = Signal()  # the person returned from another window
    quit_requested = Signal()  # the window was closed, or Quit was chosen
    notice_action_requested = Signal()  # the button of the notice line was pressed
    happenings_requested = Signal()  # show the list of earlier notices

    def __init__(self, memory: QSettings) -> None:
        super().__init__()
        self._memory = memory
        self._queue_count = 0
        self._done_of = (0, 0)
        self.asks_before_quitting: Callable[[], bool] = lambda: False
        """Whether the person is asked a question first. If so, the window stays open, and the answer closes it."""
        self._filled = False
        self.setMinimumSize(*_LEAST_SIZE_PX)
        self._name_window()
        self._place()

    def fill(
        self,
        look: "Look",
        compose: "ComposePane",
        stage: QWidget,
        queue: QWidget,
        library: QWidget,
        keys: "KeyMap | None" = None,
    ) -> None:
        """Put the panes in; call this once."""
        self.setPalette(QtGui.QPalette())
        self._compose = compose
        self._build(look, stage, queue, library, keys)
        self._connect()
        self._restore()
        self._filled = True

    def _build(
        self, look: "Look", stage: QWidget, queue: QWidget, library: QWidget, keys: "KeyMap | None"
    ) -> None:
        from vidu_desktop.ui.look.resources import resource_path
        from vidu_desktop.ui.models.key_map import KeyMap
        from vidu_desktop.ui.widgets.notice_line import NoticeGround, NoticeLine

        self.setWindowIcon(QtGui.QIcon(str(resource_path("icons", "app.svg"))))
        self._notice = NoticeLine(look)
        directions = QtCore.Qt.Orientation
        self._right = self._splitter(directions.Vertical, stage, self._build_lower_area(queue, library))
        self._right.setStretchFactor(0, 3)
        self._right.setStretchFactor(1, 2)
        self._areas = self._splitter(directions.Horizontal, self._compose, self._right)
        self._areas.setStretchFactor(0, 0)
        self._areas.setStretchFactor(1, 1)
        self.setCentralWidget(NoticeGround(self._notice, self._areas))
        self._build_menu(keys or KeyMap())
        self._retranslate()

    def _splitter(self, orientation: "QtCore.Qt.Orientation", first: QWidget, second: QWidget) -> QSplitter:
        splitter = QSplitter(orientation)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        splitter.addWidget(first)
        splitter.addWidget(second)
        return splitter

    def _build_lower_area(self, queue: QWidget, library: QWidget) -> QWidget:
        from vidu_desktop.ui.look.scale import GAP_L, GAP_S
        from vidu_desktop.ui.look.style_sheet import restyle

        area = QFrame()
        restyle(area, surface="area")
        self._page_bar = QTabBar()
        self._page_bar.setDrawBase(False)
        self._page_bar.setUsesScrollButtons(False)
        self._page_bar.setExpanding(False)
        self._pages = QStackedWidget()
        for page in (queue, library):
            self._page_bar.addTab("")
            self._pages.addWidget(page)
        head = QFrame()
        restyle(head, surface="head")
        line = QVBoxLayout(head)
        line.setContentsMargins(GAP_L, 2, GAP_S, 0)
        line.addWidget(self._page_bar)
        column = QVBoxLayout(area)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._pages, 1)
        return area

    def _build_menu(self, keys: "KeyMap") -> None:
        from vidu_desktop.ui.menu_bar import MenuBar
        from vidu_desktop.ui.models.key_table import WindowCommand

        self.menus = MenuBar(
            self.menuBar(),
            keys,
            {
                WindowCommand.CHOOSE_PICTURES: self._compose.choose_action,
                WindowCommand.GENERATE: self._compose.generate_action,
                WindowCommand.REHEARSE: self._compose.rehearse_action,
                WindowCommand.HISTORY: self._compose.history_action,
                WindowCommand.PRESETS: self._compose.presets_action,
                WindowCommand.SHELF: self._compose.shelf_action,
            },
        )
        self._own_commands: dict[str, Callable[[], object]] = {
            WindowCommand.SETTINGS: self.settings_requested.emit,
            WindowCommand.SHORTCUTS: self.shortcuts_requested.emit,
            WindowCommand.QUIT: self.close,
            WindowCommand.QUEUE: lambda: self._go_to(_QUEUE_PAGE),
            WindowCommand.LIBRARY: lambda: self._go_to(_LIBRARY_PAGE),
            WindowCommand.FIND: self._search,
        }

    def _connect(self) -> None:
        menus = self.menus
        menus.commanded.connect(self._command)
        menus.mode_chosen.connect(self._compose.go_to)
        menus.folder_requested.connect(self.library_folder_requested)
        menus.money_requested.connect(self.money_requested)
        menus.batch_requested.connect(self.batch_requested)
        menus.watched_requested.connect(self.watched_requested)
        menus.board_requested.connect(self.board_requested)
        menus.manual_requested.connect(self.manual_requested)
        menus.report_requested.connect(self.report_requested)
        menus.about_requested.connect(self.about_requested)
        self._compose.settings_requested.connect(self.settings_requested)
        self._page_bar.currentChanged.connect(self._show_page)
        self._notice.action_requested.connect(self.notice_action_requested)
        self._notice.history_requested.connect(self.happenings_requested)
        menus.happenings_requested.connect(self.happenings_requested)

    def _command(self, command: "WindowCommand") -> None:
        act = self._own_commands.get(command)
        if act is None:
            self.commanded.emit(command)
        else:
            act()

    def show_notice(
        self, text: str, kind: "NoticeKind | str" = "info", action_text: str | None = None
    ) -> None:
        """Show a notice in place of the former one, with one button if `action_text` is given."""
        from vidu_desktop.ui.widgets.notice_line import NoticeKind

        self._notice.show_notice(text, NoticeKind(kind), action_text)

    def share_notices(self, line: "NoticeLine") -> None:
        """Let the notice line of another window, which may cover this one, show the same notices."""
        line.follow(self._notice)

    def clear_notice(self) -> None:
        """Remove the notice."""
        self._notice.clear()

    def show_queue(self) -> None:
        """Bring the queue to the front."""
        self._page_bar.setCurrentIndex(_QUEUE_PAGE)

    def show_library(self) -> None:
        """Bring the library to the front."""
        self._page_bar.setCurrentIndex(_LIBRARY_PAGE)

    def _go_to(self, page: int) -> None:
        """Show queue or library and give it the keyboard focus, because whoever asked for the page wants to work there."""
        self._page_bar.setCurrentIndex(page)
        shown = self._pages.currentWidget()
        if shown is not None:
            shown.setFocus()

    def _show_page(self, page: int) -> None:
        former, has_keyboard = self._pages.currentWidget(), self.focusWidget()
        works_there = former is not None and has_keyboard is not None and former.isAncestorOf(has_keyboard)
        self._pages.setCurrentIndex(page)
        if works_there and (shown := self._pages.currentWidget()) is not None:
            # Else Qt chooses a widget, perhaps the search field, and keys that mark videos would be typed there.
            shown.setFocus()

    def _search(self) -> None:
        self.show_library()
        self.search_requested.emit()

    def set_queue_count(self, count: int) -> None:
        """Show the number of unfinished jobs beside the queue tab's name."""
        self._queue_count = count
        self._name_pages()

    def set_progress(self, done: int, total: int) -> None:
        """Show in the title how many of the jobs under way are done; a `total` of 0 shows only the program's name."""
        if self._done_of[1] and not total and not self.isActiveWindow():
            QApplication.alert(self)  # the last job ended while the person was elsewhere
        self._done_of = (done, total)
        self._name_window()

    def _name_window(self) -> None:
        done, total = self._done_of
        name = self.tr("Vidu Desktop")
        self.setWindowTitle(
            self.tr("{done} of {total} done – {program}").format(done=done, total=total, program=name)
            if total
            else name
        )

    def save_layout(self) -> None:
        """Remember all sizes and places; closing the window does this, too."""
        self._memory.setValue(_GEOMETRY, self.saveGeometry())
        self._memory.setValue(_GROUND, self.palette().base().color().name())
        self._memory.setValue(_AREAS, self._areas.saveState())
        self._memory.setValue(_RIGHT, self._right.saveState())
        self._memory.setValue(_PAGE, self._page_bar.currentIndex())

    def _place(self) -> None:
        available = self.screen().availableSize()
        screen = available * _FIRST_SHARE_OF_SCREEN
        least, most = QSize(*_LEAST_SIZE_PX), QSize(*_FIRST_SIZE_MOST_PX)
        height_px = max(screen.height(), min(_FIRST_HEIGHT_PX, available.height() - _FRAME_PX))
        self.resize(QSize(screen.width(), height_px).boundedTo(most).expandedTo(least))
        geometry = self._memory.value(_GEOMETRY)
        if isinstance(geometry, QByteArray):
            self.restoreGeometry(geometry)
        # In the last run's background colour, so that a dark window doesn't flash white.
        ground = QtGui.QColor(str(self._memory.value(_GROUND, "")))
        if ground.isValid():
            self.setPalette(QtGui.QPalette(ground))

    def _restore(self) -> None:
        width_px, height_px = self.width(), self.height()
        compose_px = max(self._compose.minimumWidth(), min(_COMPOSE_MOST_PX, round(width_px * 0.31)))
        self._areas.setSizes([compose_px, width_px - compose_px])
        self._right.setSizes([round(height_px * 0.58), round(height_px * 0.42)])
        for key, splitter in ((_AREAS, self._areas), (_RIGHT, self._right)):
            state = self._memory.value(key)
            if isinstance(state, QByteArray):
                splitter.restoreState(state)
            # Damaged or foreign stored values must not change the dividers' width.
            splitter.setHandleWidth(1)
            splitter.setChildrenCollapsible(False)
        page = str(self._memory.value(_PAGE, _QUEUE_PAGE))
        self._page_bar.setCurrentIndex(_LIBRARY_PAGE if page == str(_LIBRARY_PAGE) else _QUEUE_PAGE)

    def _name_pages(self) -> None:
        queue, library = self.tr("Queue"), self.tr("Library")
        self._page_bar.setTabText(
            _QUEUE_PAGE, f"{queue}  {self._queue_count}" if self._queue_count else queue
        )
        self._page_bar.setTabText(_LIBRARY_PAGE, library)
        for page, name in ((_QUEUE_PAGE, queue), (_LIBRARY_PAGE, library)):
            if (shown := self._pages.widget(page)) is not None:
                shown.setAccessibleName(name)  # a screen reader says it before the focused row
        self._page_bar.setAccessibleName(self.tr("Queue and library"))

    def _retranslate(self) -> None:
        self._name_window()
        self._name_pages()
        self.menus.retranslate()
        self.language_changed.emit()

    @override
    def closeEvent(self, event: "QtGui.QCloseEvent") -> None:
        if self.asks_before_quitting():
            event.ignore()
            return
        if self._filled:
            self.save_layout()
        event.accept()
        self.quit_requested.emit()

    @override
    def changeEvent(self, event: "QtCore.QEvent") -> None:
        if self._filled and event.type() == QtCore.QEvent.Type.LanguageChange:
            self._retranslate()
        if event.type() == QtCore.QEvent.Type.ActivationChange and self.isActiveWindow():
            self.came_to_front.emit()
        super().changeEvent(event)
