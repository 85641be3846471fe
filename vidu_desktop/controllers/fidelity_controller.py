"""Measures the library's clips in the background: one at a time, the new ones first, and none while something plays, is
being rendered, or is being looked for.
"""

import asyncio
import logging
from collections import deque
from collections.abc import Iterable

from PySide6.QtCore import QObject, QTimer, Signal

from vidu_desktop.controllers.library_ports import Meter, UnmeasuredClips
from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.job import Job, JobState
from vidu_desktop.engine.tasks import TaskKeeper
from vidu_desktop.errors import ViduDesktopError

_log = logging.getLogger(__name__)

_AFTER_START_S = 5.0
"""The start itself should have the machine."""
_AFTER_SEARCH_MS = 2000
"""Somebody who types or scrolls should have the machine, too."""
_RENDERED = (JobState.ACCEPTED, JobState.WAITING)
"""In these the rehearsal works on this very machine."""


class FidelityController(QObject):
    """Goes once through what is there, then waits for what comes. What fails is left until the next start."""

    measured = Signal(object)  # Clip, with its fidelity

    def __init__(
        self,
        library: UnmeasuredClips,
        meter: Meter,
        tasks: TaskKeeper,
        parent: QObject | None = None,
        *,
        after_start_s: float = _AFTER_START_S,
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._meter = meter
        self._tasks = tasks
        self._after_start_s = after_start_s
        self._new: deque[Clip] = deque()
        self._news = asyncio.Event()
        self._busy: set[str] = set()
        self._quiet = asyncio.Event()
        self._quiet.set()
        self._search_over = QTimer(self, singleShot=True, interval=_AFTER_SEARCH_MS)
        self._ended = False
        self._search_over.timeout.connect(lambda: self._set_busy("search", busy=False))

    def begin(self) -> None:
        """Measure from now on, until the tasks are cancelled."""
        self._tasks.start("measure the clips", self._until_the_end())

    def add(self, clip: Clip) -> None:
        """Measure a clip that was just stored."""
        self._new.append(clip)
        self._news.set()

    def set_playing(self, playing: bool) -> None:
        """Wait while something plays."""
        self._set_busy("player", busy=playing)

    def searches(self) -> None:
        """Wait a little: the person is looking for something in the library."""
        if self._ended:  # the lists are emptied as the window closes
            return
        self._set_busy("search", busy=True)
        self._search_over.start()

    def put_jobs(self, jobs: Iterable[Job]) -> None:
        """Wait while a rehearsal is rendered."""
        for job in jobs:
            self._set_busy(job.job_id, busy=job.rehearsal and job.state in _RENDERED)

    def remove_jobs(self, job_ids: Iterable[str]) -> None:
        for job_id in job_ids:
            self._set_busy(job_id, busy=False)

    def _set_busy(self, reason: str, *, busy: bool) -> None:
        (self._busy.add if busy else self._busy.discard)(reason)
        (self._quiet.clear if self._busy else self._quiet.set)()

    # -- the task --------------------------------------------------------------------------------------------------

    async def _until_the_end(self) -> None:
        try:
            await self._work()
        finally:
            self._ended = True
            self._search_over.stop()

    async def _work(self) -> None:
        await asyncio.sleep(self._after_start_s)
        below_row: int | None = None
        while True:
            try:
                clips, below_row = await self._library.unmeasured(below_row)
            except ViduDesktopError as error:
                _log.warning("what is to be measured can't be read: %s", error.code)
                break
            for clip in clips:
                await self._measure_new()
                await self._measure(clip)
            if below_row is None:
                break
        while True:
            await self._measure_new()
            await asyncio.get_running_loop().run_in_executor(None, self._meter.rest)
            self._news.clear()
            if not self._new:
                await self._news.wait()

    async def _measure_new(self) -> None:
        while self._new:
            await self._measure(self._new.popleft())

    async def _measure(self, clip: Clip) -> None:
        await self._quiet.wait()
        try:
            now = await self._library.get(clip.clip_id)
            if now is None or now.missing or now.fidelity is not None:
                return
            found = await self._meter.measure(now)
        except ViduDesktopError as error:  # nobody waits for a measure: it is for the log
            _log.info("a clip wasn't measured: %s", error.code)
            return
        if found is not None:
            self.measured.emit(found)
