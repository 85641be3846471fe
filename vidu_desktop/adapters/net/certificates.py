"""The system's certificates, loaded once and not before they are needed; and the name of the signer of a refused one."""

import ssl
import threading
from collections.abc import Mapping
from typing import Any

from vidu_desktop.adapters.net.der import issuer_name
from vidu_desktop.adapters.net.proxies import Proxies, ProxyUnusable, proxy_failures


class SystemCertificates:
    """Provides one TLS context for all clients. Loading takes 45 to 110 ms: call it on a worker thread.

    The system's store is used, not a bundled one, because offices intercept TLS with a certificate of their own. There is no
    way to turn the check off.
    """

    def __init__(self) -> None:
        self._context: ssl.SSLContext | None = None
        self._guard = threading.Lock()

    def context(self) -> ssl.SSLContext:
        """Return the shared context."""
        with self._guard:
            if self._context is None:
                import truststore  # imported here: not before the first paint

                self._context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
            return self._context


def certificate_problem(error: BaseException) -> ssl.SSLCertVerificationError | None:
    """Return the certificate error in an error's chain of causes; None where there is none."""
    seen: BaseException | None = error
    while seen is not None:
        if isinstance(seen, ssl.SSLCertVerificationError):
            return seen
        seen = seen.__cause__ or seen.__context__
    return None


class _Seen(Exception):
    """Raised to end the handshake as soon as the certificate was seen."""


def signer_of(host: str, port: int, proxies: Proxies, timeout_s: float = 5.0) -> str:
    """Return who signed the certificate that `host` shows; empty where that can't be found out. Never raises; blocks.

    Connects in the same way as all other connections, through the proxy if there is one: where traffic is inspected, a direct
    connection would show another certificate. The certificate isn't trusted, and no request is sent over this connection.
    """
    import httpx  # always loaded already when this is called

    from vidu_desktop.adapters.net.proxied import proxied_client_transport

    shown: list[bytes] = []

    def trace(event: str, info: Mapping[str, Any]) -> None:
        if event.endswith("start_tls.complete"):
            secured = info["return_value"].get_extra_info("ssl_object")
            shown.append(secured.getpeercert(True) or b"")
        elif event.endswith("send_request_headers.started") and info["request"].method != b"CONNECT":
            raise _Seen

    no_way: tuple[type[Exception], ...] = (
        httpx.HTTPError,
        httpx.InvalidURL,
        OSError,
        ValueError,
        ProxyUnusable,
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    try:
        proxy = proxies.proxy_for("https", host)
        transport = proxied_client_transport(proxy, context) if proxy else None
        with httpx.Client(verify=context, transport=transport, trust_env=False, timeout=timeout_s) as client:
            client.get(f"https://{_in_url(host)}:{port}/", extensions={"trace": trace})
    except _Seen:
        return issuer_name(shown[-1]) if shown else ""
    except no_way + proxy_failures():
        return ""
    return ""


def _in_url(host: str) -> str:
    return f"[{host}]" if ":" in host else host
