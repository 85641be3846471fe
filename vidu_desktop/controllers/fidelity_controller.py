"""Measures the library's clips in the background, one at a time, new ones first. It pauses while something plays, is
rendered, or is searched for.
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
"""The start itself should have the computer."""
_AFTER_SEARCH_MS = 2000
"""Somebody who types or scrolls should have the computer, too."""
_RENDERED = (JobState.ACCEPTED, JobState.WAITING)
"""States in which the rehearsal works on this computer."""


class FidelityController(QObject):
    """Goes through the existing clips once, then waits for new ones. What fails isn't tried again before the next start."""

    measured = Signal(object)  # a Clip, with its fidelity

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
        """Pause while something plays."""
        self._set_busy("player", busy=playing)

    def searches(self) -> None:
        """Pause for a while, because the person is searching in the library."""
        if self._ended:  # closing the window empties the lists
            return
        self._set_busy("search", busy=True)
        self._search_over.start()

    def put_jobs(self, jobs: Iterable[Job]) -> None:
        """Pause while a rehearsal is rendered."""
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
        except ViduDesktopError as error:  # nobody waits for this measurement, so the error is only logged
            _log.info("a clip wasn't measured: %s", error.code)
            return
        if found is not None:
            self.measured.emit(found)
