"""The HTTP clients that talk to the service: their certificates, proxy and limits, and when they are replaced.

Nothing is built before the first request: httpx takes up to 180 ms to import and the certificates take 45 to 110 ms, so both
are done in a worker thread.

Cancelling a task inside a client's call leaks a slot of the client's pool (encode/httpcore#1093, open in 1.0.9), until the
client stops working. Therefore a client is retired after a cancellation, or after a total deadline, which is one: it gets no
new calls, and is closed when its last call has ended.
"""

import asyncio
import importlib
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from vidu_desktop.adapters.net.certificates import SystemCertificates, signer_of
from vidu_desktop.adapters.net.proxies import Proxies, ProxyUnusable
from vidu_desktop.adapters.net.quiet_logs import quiet_http_logs
from vidu_desktop.adapters.zai.key_source import KeySource
from vidu_desktop.domain.proxy import PROXY_UNUSABLE, place_of
from vidu_desktop.domain.settings import checked_base_url, is_loopback_host
from vidu_desktop.errors import BadInput, NotSent

if TYPE_CHECKING:
    import httpx

_CONNECT_S = 15.0
_WRITE_S = 60.0
_POOL_S = 30.0
ORDER_READ_S = 120.0
QUESTION_READ_S = 20.0
_CONNECTIONS_MOST = 40


@dataclass(slots=True, eq=False)
class _Lent:
    client: "httpx.AsyncClient"
    proxy: str | None = field(repr=False)  # may contain a password
    calls: int = 0
    retired: bool = False


class ZaiConnections:
    """HTTP/1.1 to one base address, with the key.

    Orders and questions each have a client. Every order gets a new connection: the service may close an idle connection at
    the very moment at which it is used again, and that would look like a lost answer. Raises BadInput for a base address that
    isn't https, except http to this computer.
    """

    def __init__(
        self,
        base_url: str,
        key: str | Callable[[], str | None],
        *,
        certificates: SystemCertificates | None = None,
        proxies: Proxies | None = None,
    ) -> None:
        self.base_url = checked_base_url(base_url)
        self.key = KeySource(key)
        parts = urlsplit(self.base_url)
        self.host = parts.hostname or ""
        self._scheme = parts.scheme
        self._port = parts.port or 443
        self._certificates = certificates or SystemCertificates()
        self._proxies = proxies or Proxies()
        self.proxy_place = ""
        """Host and port of the proxy of the last call; empty without one."""
        self._getting_ready = False
        self._clients: dict[str, _Lent] = {}
        self._building = asyncio.Lock()
        # The threads start with the first piece of work, not here.
        self.workers = ThreadPoolExecutor(max_workers=2, thread_name_prefix="zai")

    def get_ready(self) -> None:
        """Import in a thread what the first call needs, because a call will come soon. May be repeated."""
        if not self._getting_ready:
            self._getting_ready = True
            self.workers.submit(_import_backend)

    @asynccontextmanager
    async def for_orders(self) -> "AsyncIterator[httpx.AsyncClient]":
        """Lend the client for paid orders, which keeps no connection alive."""
        async with self._lend("orders", keepalive=0, read_s=ORDER_READ_S) as client:
            yield client

    @asynccontextmanager
    async def for_questions(self) -> "AsyncIterator[httpx.AsyncClient]":
        """Lend the client for free questions."""
        async with self._lend("questions", keepalive=4, read_s=QUESTION_READ_S) as client:
            yield client

    async def check_way(self) -> None:
        """Raise BadInput when a proxy is set and can't be used, or NotSent when that may change in a moment."""
        try:
            await self._proxy_now()
        except ProxyUnusable as error:
            kind = NotSent if error.for_now else BadInput
            raise kind(PROXY_UNUSABLE, error.sentence) from error

    async def signer(self) -> str:
        """Return who signed the certificate that the host presents; empty when that can't be found out."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self.workers, signer_of, self.host, self._port, self._proxies)

    async def _proxy_now(self) -> str | None:
        if is_loopback_host(self.host):  # mostly the rehearsal: not worth a thread's time
            return None
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self.workers, self._proxies.proxy_for, self._scheme, self.host)

    async def refresh(self) -> None:
        """Use new connections from the next call on: after sleep or a change of network, the old ones are dead."""
        for name in list(self._clients):
            await self._retire(name, self._clients[name])

    async def close(self) -> None:
        """Close the idle clients; a client with a running call is closed when the call ends."""
        await self.refresh()
        self.workers.shutdown(wait=False)

    @asynccontextmanager
    async def _lend(self, name: str, *, keepalive: int, read_s: float) -> "AsyncIterator[httpx.AsyncClient]":
        async with self._building:
            # Asked for each call, so that another proxy, or none, is used from the next call on.
            proxy = await self._proxy_now()
            self.proxy_place = place_of(proxy)
            if name in self._clients and self._clients[name].proxy != proxy:
                await self._retire(name, self._clients[name])
            if name not in self._clients:
                loop = asyncio.get_running_loop()
                client = await loop.run_in_executor(self.workers, self._build, proxy, keepalive, read_s)
                self._clients[name] = _Lent(client, proxy)
            lent = self._clients[name]
        lent.calls += 1
        try:
            yield lent.client
        except (asyncio.CancelledError, TimeoutError):
            # A total deadline is a cancellation too. httpx's own time-outs aren't TimeoutErrors and do no
            # harm.
            await self._retire(name, lent)
            raise
        finally:
            lent.calls -= 1
            if lent.retired and not lent.calls:
                await lent.client.aclose()

    async def _retire(self, name: str, lent: _Lent) -> None:
        lent.retired = True
        if self._clients.get(name) is lent:
            del self._clients[name]
        if not lent.calls:
            await lent.client.aclose()

    def _build(self, proxy: str | None, keepalive: int, read_s: float) -> "httpx.AsyncClient":
        """Build a client without the key, which is added to each request; runs in a worker thread."""
        import ssl

        import httpx

        from vidu_desktop.adapters.net.proxied import AsyncProxiedTransport

        _import_backend()
        quiet_http_logs()
        # Plain http goes only to this computer; a context without certificates trusts nobody by accident.
        secured = self._scheme == "https"
        context = self._certificates.context() if secured else ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        limits = httpx.Limits(
            max_connections=_CONNECTIONS_MOST, max_keepalive_connections=keepalive, keepalive_expiry=20.0
        )
        return httpx.AsyncClient(
            verify=context,
            transport=AsyncProxiedTransport(proxy, context, limits) if proxy else None,
            trust_env=False,
            http1=True,
            http2=False,
            follow_redirects=False,
            timeout=httpx.Timeout(connect=_CONNECT_S, read=read_s, write=_WRITE_S, pool=_POOL_S),
            limits=limits,
            headers={
                "User-Agent": "vidu-desktop",
                "Accept": "application/json",
                "Accept-Encoding": "identity",
            },
        )


def _import_backend() -> None:
    """Import httpx, which isn't imported before the window is first painted, and its asyncio backend. Otherwise httpx would
    import the backend at the first request, on the loop's thread: 130 ms without a reaction to the person. Call it in a
    worker thread.
    """
    import httpx  # noqa: F401

    # By its name, as anyio itself does at the first request: a loop here, for which there may be no open file left, would
    # end in Python's own words on the person's terminal.
    importlib.import_module("anyio._backends._asyncio")
