"""Which service handles a job: the real one at the address to which the job's order went, or the rehearsal in this program."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Protocol

from vidu_desktop.adapters.net.certificates import SystemCertificates
from vidu_desktop.adapters.net.proxies import Proxies
from vidu_desktop.adapters.zai.client import ZaiVideoService
from vidu_desktop.adapters.zai.connections import ZaiConnections
from vidu_desktop.domain.doors import door_of, service_name
from vidu_desktop.domain.job import Job
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.engine.ports import VideoService
from vidu_desktop.errors import BadInput, KeyTrouble, Sentence


class Rehearsal(Protocol):
    """The part of the rehearsal server that is needed here."""

    @property
    def base_url(self) -> str: ...
    @property
    def token(self) -> str: ...
    async def start_async(self) -> None: ...


class ServiceRoute:
    """Implements the engine's Services. `base_url` and `key` (called with an address) are called at each use, so that a
    change counts at once.
    """

    def __init__(
        self,
        *,
        base_url: Callable[[], str],
        key: Callable[[str], str | None],
        rehearsal: Rehearsal,
        certificates: SystemCertificates,
        proxies: Proxies | None = None,
    ) -> None:
        self._base_url = base_url
        self._key = key
        self._rehearsal = rehearsal
        self._certificates = certificates
        self._proxies = proxies or Proxies()
        self._connections: dict[tuple[str, bool], ZaiConnections] = {}

    async def for_job(self, job: Job) -> VideoService:
        """Return the service for a job. Raises KeyTrouble for paid work without a key; BadInput when the address or the proxy
        can't be used; NotSent if that may change by itself, or the rehearsal can't start.
        """
        if job.rehearsal:
            await self._rehearsal.start_async()
            return ZaiVideoService(self._connected(self._rehearsal.base_url, rehearsal=True))
        connections = self._connected(self._address_of(job), rehearsal=False)
        if not self._key(connections.base_url):
            raise _no_key(connections.base_url, today=self._base_url())
        connections.key.reveal()
        await connections.check_way()
        return ZaiVideoService(connections)

    def get_ready(self) -> None:
        """Prepare the connection for an order that is sent soon, while its pictures are prepared."""
        with suppress(BadInput):  # an unusable address is reported when the order is to be sent
            self._connected(self._base_url(), rehearsal=False).get_ready()

    async def check_key(self, base_url: str, key: str) -> None:
        """Find out, free of charge, whether a key is valid at an address; an empty `key` means the present one. Raises
        BadInput (address), KeyTrouble, AccountTrouble (valid, but can't be used now), ServiceBusy (unknown).
        """
        connections = self._connections_to(base_url, key or partial(self._key, base_url))
        try:
            await ZaiVideoService(connections).check_key()
        finally:
            await connections.close()

    async def check_way(self, base_url: str, proxies: Proxies) -> str:
        """Find out, free of charge and without the key, whether the service answers through these proxies; return the place
        of the proxy, empty without one. Raises ServiceBusy (no answer, or the proxy can't be used).
        """
        connections = self._connections_to(base_url, "", proxies)
        try:
            await ZaiVideoService(connections).knock()
        finally:
            await connections.close()
        return connections.proxy_place

    def _address_of(self, job: Job) -> str:
        """Return the address to which the job's order went, even after the settings have changed. An order that wasn't
        accepted yet follows the settings within its door.
        """
        return job.address(self._base_url())

    def _connected(self, base_url: str, *, rehearsal: bool) -> ZaiConnections:
        connections = self._connections.get((base_url, rehearsal))
        if connections is None:
            key: Callable[[], str | None] = (
                (lambda: self._rehearsal.token) if rehearsal else partial(self._key, base_url)
            )
            connections = self._connections_to(base_url, key)
            self._connections[base_url, rehearsal] = connections
        return connections

    def _connections_to(
        self, base_url: str, key: str | Callable[[], str | None], proxies: Proxies | None = None
    ) -> ZaiConnections:
        return ZaiConnections(
            base_url, key, certificates=self._certificates, proxies=proxies or self._proxies
        )

    async def refresh(self) -> None:
        """Connect anew: after sleep or a change of network the old connections are dead."""
        for connections in tuple(self._connections.values()):
            await connections.refresh()

    async def close(self) -> None:
        """Close the connections; one with a running call is closed when the call ends."""
        for connections in self._connections.values():
            await connections.close()


def _no_key(base_url: str, *, today: str) -> KeyTrouble:
    names = {"door": service_name(base_url)}
    if door_of(base_url) is door_of(today):
        template = QT_TRANSLATE_NOOP(
            "service", "There is no key for {door} yet. Add it in the settings; rehearsals work without one."
        )
    else:
        template = QT_TRANSLATE_NOOP(
            "service",
            "This was ordered at {door}, and waits for its key. Choose {door} in the settings and add the key, or cancel "
            "it; nothing was sent.",
        )
    return KeyTrouble("no-key", Sentence(template, names))
