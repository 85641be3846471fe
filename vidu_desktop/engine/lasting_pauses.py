"""The pauses that outlive a run. They are stored like the jobs, because a forgotten pause spends money."""

import asyncio
import logging
from collections.abc import Callable

from vidu_desktop.domain.job import Trouble
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.engine.pauses import PauseReason, Pauses
from vidu_desktop.engine.ports import JobStore, LastingPause
from vidu_desktop.engine.tasks import TaskKeeper
from vidu_desktop.errors import DiskTrouble, Sentence

_log = logging.getLogger(__name__)
_RETRY_SAVE_S = 1.0
LOST_IN_A_ROW_MOST = 5
"""After this many orders in a row without an answer, nothing more is sent until the person has looked."""

PAUSED = Trouble(
    code="paused",
    sentence=Sentence(
        QT_TRANSLATE_NOOP("engine", "You paused the queue. Nothing new is sent until you go on.")
    ),
)
ANSWERS_LOST = Trouble(
    code="answers-lost",
    sentence=Sentence(
        QT_TRANSLATE_NOOP(
            "engine",
            "{count} orders in a row got no answer, and each may have been charged. Nothing more is sent, so that not "
            "more is at risk. Look whether the service works, then go on.",
        ),
        {"count": LOST_IN_A_ROW_MOST},
    ),
)
_SAID = {LastingPause.PERSON: PAUSED, LastingPause.ANSWERS: ANSWERS_LOST}


class LastingPauses:
    """Each pause holds from `set` on, in this run and in later ones, until it is ended."""

    def __init__(self, store: JobStore, pauses: Pauses, tasks: TaskKeeper) -> None:
        self._store = store
        self.on_end: Callable[[], None] = lambda: None
        """Called once the end of a pause is on the disk."""
        self._held = {reason: _Held(store, pauses, tasks, reason, self._ended) for reason in LastingPause}

    def _ended(self) -> None:
        self.on_end()

    async def recall(self) -> None:
        """Read the pauses that earlier runs left. Raises DiskTrouble. Call once, before anything may be sent."""
        for reason in await self._store.paused_by():
            self._held[reason].recall()

    async def hear(self) -> None:
        """Take over the pauses that another program has begun or ended on the disk. Raises DiskTrouble."""
        paused_by = await self._store.paused_by()
        for reason, held in self._held.items():
            held.hear(paused=reason in paused_by)

    def set(self, reason: LastingPause, *, paused: bool) -> None:
        """Begin or end the pause for this reason. After several calls in quick succession, the last one is on the disk."""
        self._held[reason].set(paused=paused)

    async def wait_until_kept(self, within_s: float) -> None:
        """Wait at most `within_s` until the last change is on the disk."""
        await asyncio.gather(*(held.wait_until_kept(within_s) for held in self._held.values()))


class _Held:
    """Holds orders back at once, and publishes that once it is on the disk. The end of the pause is on the
    disk before anything is sent. DiskTrouble is retried until it works, or the program ends.
    """

    def __init__(
        self,
        store: JobStore,
        pauses: Pauses,
        tasks: TaskKeeper,
        reason: LastingPause,
        on_end: Callable[[], None],
    ) -> None:
        self._store = store
        self._pauses = pauses
        self._tasks = tasks
        self._lasting = reason
        self._reason = PauseReason(reason.value)
        self._on_end = on_end
        self._wanted = self._kept = False
        self._keeping: asyncio.Task[None] | None = None

    def recall(self) -> None:
        self._wanted = self._kept = True
        self._pauses.pause(self._reason, _SAID[self._lasting])

    def hear(self, *, paused: bool) -> None:
        if paused is self._kept or not (self._keeping is None or self._keeping.done()):
            return  # known, or this program's own wish is on its way to the disk
        self._wanted = self._kept = paused
        self._publish()

    def set(self, *, paused: bool) -> None:
        self._wanted = paused
        if paused:
            self._pauses.hold_quietly(self._reason, _SAID[self._lasting])
        if self._keeping is None or self._keeping.done():
            if paused is self._kept:
                return
            self._keeping = self._tasks.start("keep the pause", self._keep())

    async def wait_until_kept(self, within_s: float) -> None:
        if self._keeping is not None and not self._keeping.done():
            await asyncio.wait({self._keeping}, timeout=within_s)

    async def _keep(self) -> None:
        while self._kept is not self._wanted:
            wanted = self._wanted
            try:
                await self._store.set_paused(self._lasting, paused=wanted)
            except DiskTrouble as trouble:
                _log.warning("the pause can't be written down (%s); trying on", trouble.code)
                await asyncio.sleep(_RETRY_SAVE_S)
                continue
            self._kept = wanted
        self._publish()

    def _publish(self) -> None:
        if self._kept:
            self._pauses.pause(self._reason, _SAID[self._lasting])
        else:
            self._pauses.clear(self._reason)
            self._on_end()
