"""Collects what is known of this run, for the report that a person may save."""

import asyncio
import getpass
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

from vidu_desktop.adapters.desktop.diagnostics import (
    ReportFacts,
    read_log_tail,
    report_of,
    system_here,
    versions_here,
    write_report,
)
from vidu_desktop.errors import DiskTrouble
from vidu_desktop.wiring.session import Session


class SessionReport:
    """Implements the controllers' ReportWriter."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def write(self, target: Path, surroundings: Mapping[str, str]) -> None:
        """Collect everything and write the report; `surroundings` is what only the window knows. Raises DiskTrouble."""
        facts = await self._facts(surroundings)
        await asyncio.get_running_loop().run_in_executor(None, self._write, target, facts)

    async def _facts(self, surroundings: Mapping[str, str]) -> ReportFacts:
        """Collect what only this thread may read."""
        session, engine = self._session, self._session.program.engine
        jobs = engine.jobs()
        return ReportFacts(
            made_at=datetime.now().astimezone(),
            settings=session.settings,
            jobs=jobs,
            removed_jobs=len(engine.books()) - len(jobs),
            free_bytes=0,
            versions={},
            surroundings={
                **surroundings,
                "door": session.door.value,
                "key": str(session.found_key.place or "none"),
                "paused by": "nothing" if engine.paused_by is None else engine.paused_by.code,
            },
            counts={"clips": await self._count_clips()},
            hidden=self._hidden(),
        )

    async def _count_clips(self) -> int:
        try:
            return await self._session.program.library.count()
        except DiskTrouble:
            return -1

    def _write(self, target: Path, facts: ReportFacts) -> None:
        """Collect what is read from the disk, and write the report. Runs in a thread."""
        whole = replace(
            facts,
            free_bytes=self._session.program.storage.disk.free_bytes(),
            versions=versions_here(version("vidu-desktop")),
            surroundings={**system_here(), **facts.surroundings},
            log=read_log_tail(self._session.paths.log_path),
        )
        write_report(target, report_of(whole))

    def _hidden(self) -> list[str]:
        paths = self._session.paths
        folders = (Path.home(), paths.data_dir, paths.library_dir, self._session.program.library.root)
        person = [Path.home().name]
        with suppress(OSError, KeyError):  # an account without a name
            person.append(getpass.getuser())
        return [*self._session.keys.texts(), *map(str, folders), *person]
