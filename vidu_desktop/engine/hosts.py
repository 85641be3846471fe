"""What is known about each service that orders go to: whether it answers, how fast it may be asked, and whether it accepts
orders. Trouble at one host holds up no other host, and ends with the last order that belongs there.
"""

from collections.abc import Callable, Iterator

from vidu_desktop.domain.doors import door_of
from vidu_desktop.domain.job import Job
from vidu_desktop.engine.events import EventBus
from vidu_desktop.engine.pace import AccountProbe, Backoff
from vidu_desktop.engine.pauses import Health

REHEARSAL = "rehearsal"
"""Stands for the address of the local service, whose port changes with each start."""


class Host:
    """One service: its backoff, whether it answers, and whether the account is known to accept orders."""

    def __init__(self, bus: EventBus, address: str) -> None:
        self.pace = Backoff()
        self.health = Health(bus, address)
        self.probe = AccountProbe()

    def release(self) -> None:
        """End backoff and outage: there is no order left that they could hold up. What is known about the account stays."""
        self.pace = Backoff()
        self.health.reached()


class Hosts:
    """All services. `today` returns the address for orders that aren't bound to a service yet."""

    def __init__(self, bus: EventBus, today: Callable[[], str]) -> None:
        self._bus = bus
        self._today = today
        self._hosts: dict[str, Host] = {}

    def __iter__(self) -> Iterator[Host]:
        """All hosts that were used in this run."""
        return iter(self._hosts.values())

    def address_of(self, job: Job) -> str:
        """Return the base URL for this job's next request; REHEARSAL for a rehearsal."""
        return REHEARSAL if job.rehearsal else job.address(self._today())

    def is_todays(self, job: Job) -> bool:
        """Whether this job belongs to the service to which new orders go."""
        return self.address_of(job) == (REHEARSAL if job.rehearsal else self._today())

    def may_get_orders(self, job: Job) -> bool:
        """Whether more paid orders may go to this job's service: because it is today's, or because it is at the other door."""
        today = self._today()
        return self.is_todays(job) or door_of(self.address_of(job)) is not door_of(today)

    def of(self, job: Job) -> Host:
        """Return the service of this job."""
        address = self.address_of(job)
        if address not in self._hosts:
            self._hosts[address] = Host(self._bus, address)
        return self._hosts[address]

    def release_idle(self, has_orders: Callable[[str], bool]) -> None:
        """End backoff and outage of every host without orders."""
        for address, host in self._hosts.items():
            if not has_orders(address):
                host.release()
