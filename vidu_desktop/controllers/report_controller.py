"""Connects *Help > Save a report* with what is known of this run and a file that the person chooses."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QSysInfo, qVersion
from PySide6.QtGui import QGuiApplication

from vidu_desktop.controllers.context import WindowContext
from vidu_desktop.controllers.file_dialogs import ask_target
from vidu_desktop.controllers.ports import ReportWriter
from vidu_desktop.ui.widgets.last_folders import FilePurpose


class ReportController(QObject):
    """Everything is collected after the person has chosen the file; nothing is sent anywhere."""

    def __init__(self, context: WindowContext, reports: ReportWriter) -> None:
        super().__init__(context.window)
        self._window = context.window
        self._look = context.look
        self._notices = context.notices
        self._guarded = context.guarded
        self._folders = context.folders
        self._reports = reports

    def choose(self) -> None:
        """Ask where to save the report."""
        ask_target(
            self._window,
            self.tr("Save a report"),
            [self.tr("Reports") + " (*.zip)"],
            lambda target: self._guarded.start("save a report", self.save, target),
            self._folders,
            FilePurpose.REPORTS,
            name=f"vidu-desktop-report-{datetime.now().astimezone():%Y-%m-%d-%H%M}.zip",
        )

    async def save(self, target: Path) -> None:
        """Write the report, and say where it is. Raises DiskTrouble."""
        await self._reports.write(target, self._surroundings())
        words = self.tr("“{name}” is saved. Read it before you send it; it is plain text.")
        self._notices.say_done(words.format(name=target.name), str(target))

    def _surroundings(self) -> dict[str, str]:
        screens = QGuiApplication.screens()
        return {
            "kind of system": QSysInfo.prettyProductName(),
            "qt": qVersion(),
            "window system": QGuiApplication.platformName(),
            "screens": " + ".join(
                f"{one.size().width()}x{one.size().height()} at {one.devicePixelRatio():g}" for one in screens
            ),
            "theme": self._look.theme.name,
        }
