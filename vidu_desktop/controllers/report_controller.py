"""Plugs *Help > Save a report* into the facts of this run and a file of the person's choice."""

import asyncio
import getpass
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

from PySide6.QtCore import QObject, QSysInfo, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from vidu_desktop.adapters.desktop.diagnostics import (
    ReportFacts,
    read_log_tail,
    report_of,
    system_here,
    versions_here,
    write_report,
)
from vidu_desktop.controllers.notices import Notices
from vidu_desktop.domain.job import Job
from vidu_desktop.engine.tasks import TaskKeeper
from vidu_desktop.errors import DiskTrouble, ViduDesktopError
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.main_window import MainWindow
from vidu_desktop.wiring.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class _Facts:
    """What only the interface's thread can tell."""

    jobs: list[Job]
    removed_jobs: int
    clips: int
    surroundings: dict[str, str]


class ReportController(QObject):
    """Everything is gathered after the person has chosen where the report goes; nothing is sent anywhere."""

    def __init__(
        self, session: Session, look: Look, main: MainWindow, tasks: TaskKeeper, notices: Notices
    ) -> None:
        super().__init__(main)
        self._session = session
        self._look = look
        self._main = main
        self._tasks = tasks
        self._notices = notices

    def choose(self) -> None:
        """Ask where the report goes."""
        dialog = QFileDialog(self._main, self.tr("Save a report"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Reports") + " (*.zip)")
        dialog.setDefaultSuffix("zip")
        dialog.selectFile(f"vidu-desktop-report-{datetime.now().astimezone():%Y-%m-%d-%H%M}.zip")
        dialog.fileSelected.connect(lambda path: self._tasks.start("save a report", self.save(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    async def save(self, path: str) -> None:
        """Write the report, and say where it is."""
        loop = asyncio.get_running_loop()
        engine = self._session.program.engine
        facts = _Facts(
            jobs=engine.jobs(),
            removed_jobs=len(engine.books()) - len(engine.jobs()),
            clips=await self._count_clips(),
            surroundings=self._surroundings(),
        )
        try:
            await loop.run_in_executor(None, self._write, Path(path), facts)
        except ViduDesktopError as error:
            self._notices.say_error(error)
        else:
            self._notices.say_text(
                self.tr("The report is here: {path}. Read it before you send it; it is plain text.").format(
                    path=path
                )
            )

    async def _count_clips(self) -> int:
        try:
            return await self._session.program.library.count()
        except DiskTrouble:
            return -1

    def _surroundings(self) -> dict[str, str]:
        screens = QGuiApplication.screens()
        return {
            **system_here(),
            "kind of system": QSysInfo.prettyProductName(),
            "qt": qVersion(),
            "window system": QGuiApplication.platformName(),
            "screens": ", ".join(
                f"{one.size().width()}x{one.size().height()} at {one.devicePixelRatio():g}" for one in screens
            ),
            "theme": self._look.theme.name,
            "key": str(self._session.found_key.place or "none"),
            "paused by": "nothing"
            if (paused := self._session.program.engine.paused_by) is None
            else paused.code,
        }

    def _write(self, path: Path, here: "_Facts") -> None:
        """Gather the rest and write; runs in a thread."""
        session = self._session
        facts = ReportFacts(
            made_at=datetime.now().astimezone(),
            settings=session.settings,
            jobs=here.jobs,
            removed_jobs=here.removed_jobs,
            free_bytes=session.program.storage.disk.free_bytes(),
            versions=versions_here(version("vidu-desktop")),
            surroundings=here.surroundings,
            counts={"clips": here.clips},
            log=read_log_tail(session.paths.log_path),
            hidden=self._hidden(),
        )
        write_report(path, report_of(facts))

    def _hidden(self) -> list[str]:
        key = self._session.found_key.key
        paths = self._session.paths
        folders = (Path.home(), paths.data_dir, paths.library_dir, self._session.program.library.root)
        person = [Path.home().name]
        with suppress(OSError, KeyError):  # an account without a name
            person.append(getpass.getuser())
        return [*([] if key is None else [key.reveal()]), *map(str, folders), *person]
