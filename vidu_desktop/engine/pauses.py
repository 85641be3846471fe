"""Why paid work is paused, and whether the service can be reached. Each is published once, when it changes."""

import asyncio
from enum import StrEnum

from vidu_desktop.domain.doors import Door
from vidu_desktop.domain.job import Job, Trouble
from vidu_desktop.engine.events import EventBus, PaidWorkPaused, PaidWorkResumed, ServiceLost, ServiceReached


class PauseReason(StrEnum):
    """What keeps paid orders from being sent. Rehearsals go on, unless the person or the disk pauses them."""

    PERSON = "person"
    ADDRESS = "address"
    """The service's address, from the settings or ZAI_BASE_URL, can't be used: no paid order is sent until the next start."""
    SETTINGS = "settings"
    """Budget, prices or address couldn't be read: no paid order is sent until settings are saved."""
    KEY = "key"
    ACCOUNT = "account"
    ANSWERS = "answers"
    """Too many answers in a row were lost."""
    BUDGET = "budget"
    DISK = "disk"


_Held = tuple[PauseReason, Door | None]
_ORDER = list(PauseReason)


class Pauses:
    """Several reasons may hold at once; the first in the order of PauseReason is shown. A reason that concerns one door's
    account (its key, its balance, the budget in its currency) holds back only the orders to that door.
    """

    def __init__(self, bus: EventBus) -> None:
        self._bus = bus
        self._reasons: dict[_Held, Trouble] = {}
        self._unsaid: dict[_Held, Trouble] = {}
        self._lifted = asyncio.Event()

    def __contains__(self, reason: object) -> bool:
        """Whether this reason holds for any door."""
        return any(held is reason for held, _ in self._reasons)

    def holds(self, reason: PauseReason, door: Door) -> bool:
        """Whether this reason holds for a door."""
        return (reason, door) in self._reasons or (reason, None) in self._reasons

    @property
    def most_urgent(self) -> Trouble | None:
        """The reason that a person should see first, or None."""
        first = min(self._reasons, key=lambda held: _ORDER.index(held[0]), default=None)
        return None if first is None else self._reasons[first]

    def held_by(self, reason: PauseReason) -> Trouble | None:
        """Return the trouble of this reason; None when it doesn't hold."""
        found = (
            trouble
            for held in (self._reasons, self._unsaid)
            for (one, _), trouble in held.items()
            if one is reason
        )
        return next(found, None)

    def holds_back(self, job: Job) -> bool:
        """Whether this job may not be sent now."""
        holding = self._reasons.keys() | self._unsaid.keys()
        if job.rehearsal:
            return any(reason in (PauseReason.PERSON, PauseReason.DISK) for reason, _ in holding)
        return any(door in (None, job.door) for _, door in holding)

    def hold_quietly(self, reason: PauseReason, trouble: Trouble) -> None:
        """Hold back from now on, without an event. `pause` follows once the person's wish is on the disk, and publishes one."""
        if (reason, None) not in self._reasons:
            self._unsaid[reason, None] = trouble

    def pause(self, reason: PauseReason, trouble: Trouble, door: Door | None = None) -> None:
        """Hold back what goes through `door`; None for everything."""
        self._unsaid.pop((reason, door), None)
        before, self._reasons[reason, door] = self.most_urgent, trouble
        if self.most_urgent is not None and self.most_urgent != before:
            self._bus.publish(PaidWorkPaused(self.most_urgent))

    def clear(self, *reasons: PauseReason, door: Door | None = None) -> None:
        """End these reasons, at one door or at all. An event is published when nothing pauses any more, or
        when another reason is shown now.
        """
        before = self.most_urgent
        for holding in (self._reasons, self._unsaid):
            for held in [held for held in holding if held[0] in reasons and door in (None, held[1])]:
                del holding[held]
        self._lifted.set()
        self._lifted = asyncio.Event()
        if self.most_urgent is None and before is not None:
            self._bus.publish(PaidWorkResumed())
        elif self.most_urgent is not None and self.most_urgent != before:
            self._bus.publish(PaidWorkPaused(self.most_urgent))

    async def key_usable(self, door: Door) -> None:
        """Wait until a door's key is no longer in doubt."""
        while self.holds(PauseReason.KEY, door):
            await self._lifted.wait()


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
