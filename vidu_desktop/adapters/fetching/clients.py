"""The HTTP clients for files. They don't have the key; there is one for each route (direct, or through a proxy)."""

import ssl
import threading
from typing import TYPE_CHECKING
from urllib.parse import SplitResult

from vidu_desktop.adapters.net.certificates import SystemCertificates
from vidu_desktop.adapters.net.proxies import Proxies
from vidu_desktop.adapters.net.quiet_logs import quiet_http_logs

if TYPE_CHECKING:
    import httpx

_CONNECT_S = 15.0
READ_S = 30.0


class FileClients:
    """The clients are built late and shared by all downloads; several threads may use httpx's own client."""

    def __init__(self, certificates: SystemCertificates, proxies: Proxies) -> None:
        self._certificates = certificates
        self.proxies = proxies
        self._clients: dict[tuple[bool, str | None], httpx.Client] = {}
        self._guard = threading.Lock()

    def client_for(self, parts: SplitResult) -> "tuple[httpx.Client, bool]":
        """Return the client for this link and whether it goes through a proxy. Raises ProxyUnusable."""
        proxy = self.proxies.proxy_for(parts.scheme, parts.hostname or "")
        secured = parts.scheme == "https"
        with self._guard:
            if (secured, proxy) not in self._clients:
                self._clients[secured, proxy] = self._build(secured=secured, proxy=proxy)
            return self._clients[secured, proxy], proxy is not None

    def close(self) -> None:
        with self._guard:
            clients, self._clients = list(self._clients.values()), {}
        for client in clients:
            client.close()

    def _build(self, *, secured: bool, proxy: str | None) -> "httpx.Client":
        import httpx  # imported here: not before the first paint

        from vidu_desktop.adapters.net.proxied import proxied_client_transport

        quiet_http_logs()
        needs_certificates = secured or (proxy or "").startswith("https:")
        context = (
            self._certificates.context() if needs_certificates else ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        )
        # A new connection for each download: an idle one may be dead after sleep, which would cost a retry.
        limits = httpx.Limits(max_connections=None, max_keepalive_connections=0)
        return httpx.Client(
            verify=context,
            transport=proxied_client_transport(proxy, context, limits) if proxy else None,
            trust_env=False,
            http1=True,
            http2=False,
            follow_redirects=False,
            timeout=httpx.Timeout(connect=_CONNECT_S, read=READ_S, write=READ_S, pool=_CONNECT_S),
            limits=limits,
            headers={"User-Agent": "vidu-desktop", "Accept": "*/*", "Accept-Encoding": "identity"},
        )
