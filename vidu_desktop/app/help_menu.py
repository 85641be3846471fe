"""What the entries of the Help menu open."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from vidu_desktop.controllers.context import WindowContext
from vidu_desktop.controllers.manual_controller import ManualController
from vidu_desktop.controllers.report_controller import ReportController
from vidu_desktop.ui.main_window import MainWindow
from vidu_desktop.ui.models.key_map import KeyMap
from vidu_desktop.wiring.session import Session

if TYPE_CHECKING:
    from vidu_desktop.controllers.update_controller import UpdateController


class HelpMenu(QObject):
    """Lives as long as the window."""

    def __init__(self, context: WindowContext, main: MainWindow, keys: KeyMap, session: Session) -> None:
        super().__init__(main)
        self._main, self._look, self._keys = main, context.look, keys
        self._manual = ManualController(context)
        self._context, self._session = context, session
        self._report: ReportController | None = None
        self._updates: UpdateController | None = None
        main.manual_requested.connect(self._manual.open)
        main.report_requested.connect(self._choose_report)
        main.about_requested.connect(self._show_about)
        main.shortcuts_requested.connect(self._show_shortcuts)

    def _show_shortcuts(self) -> None:
        from vidu_desktop.ui.dialogs.shortcuts_dialog import ShortcutsDialog

        ShortcutsDialog(self._look, self._keys, self._main).open()

    def _choose_report(self) -> None:
        if self._report is None:
            from vidu_desktop.wiring.session_report import SessionReport

            self._report = ReportController(self._context, SessionReport(self._session))
        self._report.choose()

    def _show_about(self) -> None:
        from vidu_desktop.adapters.desktop.installed import installed_version, releases_url
        from vidu_desktop.ui.dialogs.about_dialog import AboutDialog

        version, url = installed_version(), releases_url()
        about = AboutDialog(self._look, version, self._main, checks_updates=bool(url))
        about.changes_requested.connect(self._manual.open_changes)
        if url:
            self._update_controller(url, version).serve(about)
        about.open()

    def _update_controller(self, url: str, version: str) -> "UpdateController":
        if self._updates is None:
            from vidu_desktop.controllers.update_controller import UpdateController

            self._updates = UpdateController(self._context, self._session.program.releases, url, version)
        return self._updates
