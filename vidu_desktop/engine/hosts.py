"""What is known of each service that orders go to: whether it answers, how fast it may be asked, whether it takes
orders. One host's trouble holds up no other host, and ends with the last order that belongs there.
"""

from collections.abc import Callable, Iterator

from vidu_desktop.domain.doors import door_of
from vidu_desktop.domain.job import Job
from vidu_desktop.engine.events import EventBus
from vidu_desktop.engine.pace import AccountProbe, Backoff
from vidu_desktop.engine.pauses import Health

REHEARSAL = "rehearsal"
"""Stands for the address of the local service, whose port is another one at each start."""


class Host:
    """One service: its backoff, whether it answers, and whether the account is known to take orders."""

    def __init__(self, bus: EventBus, address: str) -> None:
        self.pace = Backoff()
        self.health = Health(bus, address)
        self.probe = AccountProbe()

    def release(self) -> None:
        """End backoff and outage: no order is left here that they could hold up. What is known of the account stays."""
        self.pace = Backoff()
        self.health.reached()


class Hosts:
    """`today` says where an order goes that isn't bound to a service yet."""

    def __init__(self, bus: EventBus, today: Callable[[], str]) -> None:
        self._bus = bus
        self._today = today
        self._hosts: dict[str, Host] = {}

    def __iter__(self) -> Iterator[Host]:
        """All hosts that were asked for in this run."""
        return iter(self._hosts.values())

    def address_of(self, job: Job) -> str:
        """Return the base URL that this job's next request goes to; REHEARSAL for a rehearsal."""
        return REHEARSAL if job.rehearsal else job.address(self._today())

    def is_todays(self, job: Job) -> bool:
        """Whether this job belongs to the service that new orders go to."""
        return self.address_of(job) == (REHEARSAL if job.rehearsal else self._today())

    def may_get_orders(self, job: Job) -> bool:
        """Whether more paid orders may go to where this one went: to today's service, and through the other door."""
        today = self._today()
        return self.is_todays(job) or door_of(self.address_of(job)) is not door_of(today)

    def of(self, job: Job) -> Host:
        """Return what is known of the service of this job."""
        address = self.address_of(job)
        if address not in self._hosts:
            self._hosts[address] = Host(self._bus, address)
        return self._hosts[address]

    def release_idle(self, has_orders: Callable[[str], bool]) -> None:
        """End the holds of every host that has no order left."""
        for address, host in self._hosts.items():
            if not has_orders(address):
                host.release()
