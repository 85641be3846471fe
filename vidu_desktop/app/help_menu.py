"""What the Help menu opens."""

from importlib.metadata import version

from PySide6.QtCore import QObject

from vidu_desktop.controllers.context import WindowContext
from vidu_desktop.controllers.manual_controller import ManualController
from vidu_desktop.controllers.report_controller import ReportController
from vidu_desktop.ui.dialogs.about_dialog import AboutDialog
from vidu_desktop.ui.dialogs.shortcuts_dialog import ShortcutsDialog
from vidu_desktop.ui.main_window import MainWindow
from vidu_desktop.ui.models.key_map import KeyMap
from vidu_desktop.wiring.session import Session
from vidu_desktop.wiring.session_report import SessionReport


class HelpMenu(QObject):
    """Lives as long as the window."""

    def __init__(self, context: WindowContext, main: MainWindow, keys: KeyMap, session: Session) -> None:
        super().__init__(main)
        self._main, self._look, self._keys = main, context.look, keys
        self._manual = ManualController(context)
        self._report = ReportController(context, SessionReport(session))
        main.manual_requested.connect(self._manual.open)
        main.report_requested.connect(self._report.choose)
        main.about_requested.connect(self._show_about)
        main.shortcuts_requested.connect(self._show_shortcuts)

    def _show_shortcuts(self) -> None:
        ShortcutsDialog(self._look, self._keys, self._main).open()

    def _show_about(self) -> None:
        about = AboutDialog(self._look, version("vidu-desktop"), self._main)
        about.changes_requested.connect(self._manual.open_changes)
        about.open()
