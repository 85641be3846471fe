"""The menu bar: every entry, with its key from the key map. It knows none of the panes; it only sends signals."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar

from vidu_desktop.ui.models.key_map import KeyMap
from vidu_desktop.ui.models.key_table import WindowCommand
from vidu_desktop.ui.models.mode_words import MODES, mode_menu_name
from vidu_desktop.ui.text import say_pair

if TYPE_CHECKING:
    from vidu_desktop.domain.modes import Mode

_MODE_COMMANDS = (WindowCommand.IMAGE_TAB, WindowCommand.START_END_TAB, WindowCommand.REFERENCE_TAB)


class MenuBar(QObject):
    """Sends `commanded` with a command of the key table when it is chosen, by mouse or key."""

    commanded = Signal(object)  # WindowCommand
    mode_chosen = Signal(object)  # Mode
    folder_requested = Signal()
    money_requested = Signal()
    happenings_requested = Signal()
    watched_requested = Signal()  # manage the watched folders
    batch_requested = Signal(str)  # make videos from a "sheet", a "folder" or "pasted"
    board_requested = Signal()  # the chain board
    manual_requested = Signal()
    report_requested = Signal()
    about_requested = Signal()
    edit_opens = Signal()  # call `show_undo` now
    video_opens = Signal(QMenu)  # fill it with the actions for the chosen video

    def __init__(self, bar: QMenuBar, keys: KeyMap, compose_actions: dict[WindowCommand, QAction]) -> None:
        """`compose_actions` were made by the compose pane; the menu bar sets their keys, as for all others."""
        super().__init__(bar)
        self._keys = keys
        self._actions = dict(compose_actions)
        self.file, self.edit, self.view, self.video, self.library, self.help = (
            bar.addMenu("") for _ in range(6)
        )
        self._build()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        command = WindowCommand
        self._fill(self.file, command.CHOOSE_PICTURES, None, command.GENERATE, command.REHEARSE, None)
        self._batch = self.file.addMenu("")
        self._batches = {source: self._batch.addAction("") for source in ("sheet", "folder", "pasted")}
        self._watched = self._batch.addAction("")
        self.file.addSeparator()
        self._fill(self.file, command.HISTORY, command.PRESETS, command.SHELF, None)
        self._fill(self.file, command.SETTINGS, None, command.QUIT)
        self._fill(
            self.edit, command.UNDO, command.REDO, None, command.COPY, command.SELECT_ALL, None, command.FIND
        )
        self._board = self._actions[command.BOARD] = QAction(self)
        self.video.addAction(self._board)  # heard before the menu is opened, too
        self._modes: dict[Mode, QAction] = {}
        for mode, tab in zip(MODES, _MODE_COMMANDS, strict=True):
            self._fill(self.view, tab)
            self._modes[mode] = self._actions[tab]
        self._fill(self.view, None, command.QUEUE, command.LIBRARY, None)
        self._money, self._happenings = self.view.addAction(""), self.view.addAction("")
        self._fill(self.library, command.IMPORT, command.ANSWERS, command.TRASH, None)
        self._folder = self.library.addAction("")
        self._manual = self.help.addAction("")
        self._fill(self.help, command.SHORTCUTS, None)
        self._report, self._about = self.help.addAction(""), self.help.addAction("")
        roles = QAction.MenuRole
        self._actions[command.SETTINGS].setMenuRole(roles.PreferencesRole)
        self._actions[command.QUIT].setMenuRole(roles.QuitRole)
        self._about.setMenuRole(roles.AboutRole)

    def _fill(self, menu: QMenu, *commands: WindowCommand | None) -> None:
        for command in commands:
            if command is None:
                menu.addSeparator()
                continue
            if command not in self._actions:
                action = self._actions[command] = QAction(self)
                action.triggered.connect(lambda _checked=False, command=command: self.commanded.emit(command))
            menu.addAction(self._actions[command])

    def _connect(self) -> None:
        for mode, action in self._modes.items():
            action.triggered.connect(lambda _checked=False, mode=mode: self.mode_chosen.emit(mode))
        self._folder.triggered.connect(self.folder_requested)
        self._money.triggered.connect(self.money_requested)
        self._happenings.triggered.connect(self.happenings_requested)
        for source, action in self._batches.items():
            action.triggered.connect(lambda _checked=False, source=source: self.batch_requested.emit(source))
        self._watched.triggered.connect(self.watched_requested)
        self._board.triggered.connect(self.board_requested)
        self._manual.triggered.connect(self.manual_requested)
        self._report.triggered.connect(self.report_requested)
        self._about.triggered.connect(self.about_requested)
        self.edit.aboutToShow.connect(self.edit_opens)
        self.video.aboutToShow.connect(self._open_video)
        self._keys.changed.connect(self._set_keys)

    def action(self, command: WindowCommand) -> QAction:
        """Return the action of a command."""
        return self._actions[command]

    def show_undo(self, undo: str, redo: str) -> None:
        """Say what the next undo and the next redo will do; an empty text disables the entry."""
        for command, name, words in (
            (WindowCommand.UNDO, self.tr("&Undo"), undo),
            (WindowCommand.REDO, self.tr("&Redo"), redo),
        ):
            action = self._actions[command]
            action.setText(say_pair(name, words.replace("&", "&&")) if words else name)
            action.setEnabled(bool(words))

    def show_coming(self) -> None:
        """Offer Undo while what it will undo is still being written down."""
        self.show_undo("", "")
        self._actions[WindowCommand.UNDO].setEnabled(True)

    def _open_video(self) -> None:
        from vidu_desktop.ui.widgets.menus import give_letters  # not for the first paint

        self.video.clear()
        for former in self.video.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly):
            former.deleteLater()
        self.video_opens.emit(self.video)
        if self.video.isEmpty():
            self.video.addAction(self.tr("No video is chosen")).setEnabled(False)
        self.video.addSeparator()
        self.video.addAction(self._board)
        give_letters(self.video)

    def _set_keys(self) -> None:
        for command, action in self._actions.items():
            action.setShortcuts(self._keys.sequences(command))

    def retranslate(self) -> None:
        """Set all texts in the current language."""
        for menu, title in (
            (self.file, self.tr("&File")),
            (self.edit, self.tr("&Edit")),
            (self.view, self.tr("&View")),
            (self.video, self.tr("V&ideo")),
            (self.library, self.tr("&Library")),
            (self.help, self.tr("&Help")),
        ):
            menu.setTitle(title)
        command = WindowCommand
        for name, words in (
            (command.SETTINGS, self.tr("&Settings…")),
            (command.QUIT, self.tr("&Quit")),
            (command.UNDO, self.tr("&Undo")),
            (command.REDO, self.tr("&Redo")),
            (command.COPY, self.tr("&Copy")),
            (command.SELECT_ALL, self.tr("Select &all")),
            (command.FIND, self.tr("&Find in the library")),
            (command.QUEUE, self.tr("&Queue")),
            (command.LIBRARY, self.tr("&Library")),
            (command.IMPORT, self.tr("&Import videos…")),
            (command.ANSWERS, self.tr("Read the &answers to a review packet…")),
            (command.TRASH, self.tr("&Trash…")),
            (command.SHORTCUTS, self.tr("&Keyboard shortcuts")),
        ):
            self._actions[name].setText(words)
        for mode, action in self._modes.items():
            action.setText(mode_menu_name(mode))
        self._folder.setText(self.tr("Show library &folder"))
        self._money.setText(self.tr("&Money…"))
        self._happenings.setText(self.tr("&What happened…"))
        self._batch.setTitle(self.tr("&Batch"))
        self._batches["sheet"].setText(self.tr("From a &sheet…"))
        self._batches["folder"].setText(self.tr("From a &folder…"))
        self._batches["pasted"].setText(self.tr("From the &clipboard…"))
        self._watched.setText(self.tr("&Watched folders…"))
        self._board.setText(self.tr("Chain &board…"))
        self._manual.setText(self.tr("&Manual"))
        self._report.setText(self.tr("Save a &report…"))
        self._about.setText(self.tr("&About Vidu Desktop"))
        self._set_keys()
