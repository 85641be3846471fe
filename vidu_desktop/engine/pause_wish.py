"""The person's own pause: durable, as the jobs are, because money goes out when it is forgotten."""

import asyncio
import logging
from collections.abc import Callable

from vidu_desktop.domain.job import Trouble
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.engine.engine_context import EngineContext
from vidu_desktop.engine.pauses import PauseReason
from vidu_desktop.errors import DiskTrouble, Sentence

log = logging.getLogger(__name__)
_RETRY_SAVE_S = 1.0

PAUSED = Trouble(
    code="paused",
    sentence=Sentence(
        QT_TRANSLATE_NOOP("engine", "You paused the queue. Nothing new is sent until you go on.")
    ),
)


class PauseWish:
    """Holds orders back from the press on, and says so once the wish is on the disk. The end of the pause is on the
    disk before anything leaves; then `on_end` is called. A failing disk is tried until it takes the wish, or the
    program ends.
    """

    def __init__(self, context: EngineContext, on_end: Callable[[], None]) -> None:
        self._context = context
        self._on_end = on_end
        self._wanted = self._kept = False
        self._keeping: asyncio.Task[None] | None = None

    async def recall(self) -> None:
        """Read what earlier runs were told. Raises DiskTrouble. Call once, before anything may be sent."""
        self._wanted = self._kept = await self._context.world.store.paused()
        if self._kept:
            self._context.pauses.pause(PauseReason.PERSON, PAUSED)

    def set(self, *, paused: bool) -> None:
        """Write down what the person wants now. Of several wishes in quick succession the last one ends up on the
        disk.
        """
        self._wanted = paused
        if paused:
            self._context.pauses.hold_quietly(PauseReason.PERSON, PAUSED)
        if self._keeping is None or self._keeping.done():
            if paused is self._kept:
                return
            self._keeping = self._context.tasks.start("keep the pause", self._keep())

    async def settled(self, within_s: float) -> None:
        """Wait at most `within_s` until the last wish is on the disk."""
        if self._keeping is not None and not self._keeping.done():
            await asyncio.wait({self._keeping}, timeout=within_s)

    async def _keep(self) -> None:
        while self._kept is not self._wanted:
            wanted = self._wanted
            try:
                await self._context.world.store.set_paused(wanted)
            except DiskTrouble as trouble:
                log.warning("the pause can't be written down (%s); trying on", trouble.code)
                await asyncio.sleep(_RETRY_SAVE_S)
                continue
            self._kept = wanted
        if self._kept:
            self._context.pauses.pause(PauseReason.PERSON, PAUSED)
        else:
            self._context.pauses.clear(PauseReason.PERSON)
            self._on_end()
