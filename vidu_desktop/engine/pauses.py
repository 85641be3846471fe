"""Why paid work stands still, and whether the service can be reached: each said once, when it changes."""

import asyncio
from enum import StrEnum

from vidu_desktop.domain.job import Trouble
from vidu_desktop.engine.events import EventBus, PaidWorkPaused, PaidWorkResumed, ServiceLost, ServiceReached


class PauseReason(StrEnum):
    """What keeps paid orders from being sent. Rehearsals go on, except when the person or the disk says stop."""

    PERSON = "person"
    ADDRESS = "address"
    """The service's address, from the settings or ZAI_BASE_URL, can't be used: no paid order leaves until the next
    start.
    """
    SETTINGS = "settings"
    """Budget, prices or address couldn't be read: no paid order leaves until settings are saved."""
    KEY = "key"
    ACCOUNT = "account"
    ANSWERS = "answers"
    """Too many answers in a row were lost."""
    BUDGET = "budget"
    DISK = "disk"


class Pauses:
    """Several reasons may hold at once; the first in the order of PauseReason is the one that is shown."""

    def __init__(self, bus: EventBus) -> None:
        self._bus = bus
        self._reasons: dict[PauseReason, Trouble] = {}
        self._unsaid: dict[PauseReason, Trouble] = {}
        self._key_usable = asyncio.Event()
        self._key_usable.set()

    def __contains__(self, reason: object) -> bool:
        """Whether this reason holds."""
        return reason in self._reasons

    @property
    def shown(self) -> Trouble | None:
        """The reason that a person should see first, or None."""
        return next((self._reasons[reason] for reason in PauseReason if reason in self._reasons), None)

    def held_by(self, reason: PauseReason) -> Trouble | None:
        """Return what is said of this reason; None when it doesn't hold."""
        return self._reasons.get(reason) or self._unsaid.get(reason)

    def holds_back(self, *, rehearsal: bool) -> bool:
        """Whether a job of this kind may not be sent now."""
        holding = self._reasons.keys() | self._unsaid.keys()
        if rehearsal:
            return PauseReason.PERSON in holding or PauseReason.DISK in holding
        return bool(holding)

    def hold_quietly(self, reason: PauseReason, trouble: Trouble) -> None:
        """Hold back from now on, without an event. `pause` follows once the wish is on the disk, and publishes one."""
        if reason not in self._reasons:
            self._unsaid[reason] = trouble

    def pause(self, reason: PauseReason, trouble: Trouble) -> None:
        self._unsaid.pop(reason, None)
        if reason is PauseReason.KEY:
            self._key_usable.clear()
        before, self._reasons[reason] = self.shown, trouble
        if self.shown is not None and self.shown != before:
            self._bus.publish(PaidWorkPaused(self.shown))

    def clear(self, *reasons: PauseReason) -> None:
        """Lift these. It is said when nothing pauses any more, or when another reason is what is shown now."""
        before = self.shown
        for reason in reasons:
            self._reasons.pop(reason, None)
            self._unsaid.pop(reason, None)
        if PauseReason.KEY not in self._reasons:
            self._key_usable.set()
        if self.shown is None and before is not None:
            self._bus.publish(PaidWorkResumed())
        elif self.shown is not None and self.shown != before:
            self._bus.publish(PaidWorkPaused(self.shown))

    async def key_usable(self) -> None:
        """Wait until the key isn't in doubt."""
        await self._key_usable.wait()


class Health:
    """Whether the service at `address` answers."""

    def __init__(self, bus: EventBus, address: str) -> None:
        self._bus = bus
        self._address = address
        self.lost_since_s: float | None = None

    def lost(self, trouble: Trouble, now_s: float) -> None:
        if self.lost_since_s is None:
            self.lost_since_s = now_s
            self._bus.publish(ServiceLost(trouble, self._address))

    def reached(self) -> None:
        if self.lost_since_s is not None:
            self.lost_since_s = None
            self._bus.publish(ServiceReached(self._address))
