"""Keeps an open batch up to date with what happens elsewhere: its jobs move, or another program writes its sheet."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable

from vidu_desktop.batch.ports import Folders
from vidu_desktop.batch.sheet_changes import has_changed
from vidu_desktop.controllers.open_batch import OpenBatch
from vidu_desktop.controllers.task_errors import GuardedTasks
from vidu_desktop.domain.job import Job
from vidu_desktop.domain.origin import batch_of
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import Sentence
from vidu_desktop.ui.text import say

_LOOK_EVERY_S = 2.0
_GATHERED_S = 0.25
_REST = 20
"""How many times as long as a recount the pause after it is, so that recounts take a twentieth of the time at most."""

Recount = Callable[[OpenBatch], Awaitable[bool]]
"""Shows what is left to be bought now. Returns False while a check runs or the person is at work; then it is called again."""


class BatchFollow:
    """Follows the batch that was given to `begin` last."""

    def __init__(self, guarded: GuardedTasks, folders: Folders, recount: Recount) -> None:
        self._guarded = guarded
        self._folders = folders
        self._recount = recount
        self._open: OpenBatch | None = None
        self._looking: asyncio.Task[None] | None = None
        self._moved = False
        self._follows = False

    def begin(self, opened: OpenBatch) -> None:
        """Follow this batch until its dialog is closed."""
        self._open = opened
        self._looking = self._guarded.start("follow a sheet", self._follow_source, opened)

    def end(self, opened: OpenBatch) -> None:
        """Let go of a batch whose dialog was closed: its rows may be many."""
        if self._open is opened:
            self._open = None
            looking, self._looking = self._looking, None
            if looking is not None:  # it may rest for long, and would hold the rows meanwhile
                looking.cancel()

    async def _follow_source(self, opened: OpenBatch) -> None:
        now_s = asyncio.get_running_loop().time
        while not opened.closed:
            begun_s = now_s()
            source, stamp = opened.source, opened.source_stamp
            if source is not None and opened.pasted is None:
                changed = await has_changed(opened.path, source, stamp, self._folders)
                if not opened.closed and opened.source is source:
                    words = _FOLDER_CHANGED if source.of_folder else _SHEET_CHANGED
                    opened.dialog.reading.show_changed(say(Sentence(words)) if changed else "")
            await asyncio.sleep(max(_LOOK_EVERY_S, _REST * (now_s() - begun_s)))

    def note_jobs(self, jobs: Iterable[Job] | None) -> None:
        """Must be called with jobs that were added or have moved; with None when jobs were removed from the list."""
        opened = self._open
        if opened is None or opened.closed or opened.latest is None:
            return
        batch_id = opened.latest.proposal.batch.batch_id
        if self._moved or not (jobs is None or any(batch_of(job.origin) == batch_id for job in jobs)):
            return
        self._moved = True
        if not self._follows:
            self._follows = True
            self._guarded.start("follow a batch", self._follow_jobs)

    async def _follow_jobs(self) -> None:
        """Show the states of the rows soon, and recount what is left as often as the pauses allow."""
        now_s = asyncio.get_running_loop().time
        rests_until_s, owed = 0.0, False
        try:
            while (opened := self._open) is not None and not opened.closed and (self._moved or owed):
                await asyncio.sleep(_GATHERED_S)
                if self._moved and not opened.closed:
                    opened.dialog.table.show_states()
                owed = self._moved or owed
                self._moved = False
                if (begun_s := now_s()) >= rests_until_s and not opened.closed:
                    owed = not await self._recount(opened)
                    rests_until_s = now_s() + _REST * (now_s() - begun_s)
        finally:
            self._follows = self._moved = False


_SHEET_CHANGED = QT_TRANSLATE_NOOP(
    "batch",
    "The sheet was changed since it was read. The rows below, and what is bought of them, are as they were before. Read it "
    "again to take in what is new.",
)
_FOLDER_CHANGED = QT_TRANSLATE_NOOP(
    "batch",
    "What lies in the folder has changed since it was read. The rows below, and what is bought of them, are as they were "
    "before. Read it again to take in what is new.",
)
