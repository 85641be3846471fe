"""Which proxy a host is reached through, from the environment or the system's settings.

httpx's own reading refuses to build a client for `ALL_PROXY=socks://...` or an odd `NO_PROXY`. We know the host
before we connect, so we ask the standard library, whose reading never raises for those, for this one host.

Whoever sets a proxy doesn't want to be seen without it: when its address can't be used, no connection is made.
"""

from urllib.parse import urlsplit

from vidu_desktop.domain.settings import is_loopback_host
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import Sentence

_HTTP = frozenset({"http", "https"})
_SOCKS5 = frozenset({"socks", "socks5", "socks5h"})
"""GNOME writes `socks`. The proxy looks the names up in any case: a lookup here would tell them to the network."""


class ProxyUnusable(Exception):
    """A proxy is set and can't be used. `sentence` doesn't repeat its address, which may hold a password."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(str(sentence))
        self.sentence = sentence


def proxy_for(scheme: str, host: str) -> str | None:
    """Return the proxy's address as httpx takes it, or None to connect directly. Raises ProxyUnusable.

    This machine itself is never reached through a proxy.
    """
    if is_loopback_host(host):
        return None
    import urllib.request  # 12 ms; not before the first paint

    try:
        named = urllib.request.getproxies()
        if not named or urllib.request.proxy_bypass(host):
            return None
    except (OSError, ValueError) as error:
        raise _unusable("") from error
    address = named.get(scheme) or named.get("all")
    if address:
        return _checked(address if "://" in address else f"http://{address}")
    # macOS and some desktops name a SOCKS proxy on its own, macOS with an `http` before it.
    address = named.get("socks")
    return _checked(f"socks5h://{address.rpartition('://')[2]}") if address else None


def _checked(address: str) -> str:
    try:
        parts = urlsplit(address.strip())
        usable = bool(parts.hostname) and parts.port != 0
    except ValueError as error:
        raise _unusable("") from error
    kind = parts.scheme.lower()
    if not usable or kind not in _HTTP | _SOCKS5:
        raise _unusable(kind)
    return f"{'socks5h' if kind in _SOCKS5 else kind}://{parts.netloc}"


def _unusable(kind: str) -> ProxyUnusable:
    if kind.startswith("socks"):
        template = QT_TRANSLATE_NOOP(
            "service",
            "The proxy in the system's settings is a SOCKS proxy of a kind that can't be used. Nothing is sent without "
            "it. Set a SOCKS 5 or HTTP proxy, or none, and start the program again.",
        )
    else:
        template = QT_TRANSLATE_NOOP(
            "service",
            "The proxy in the system's settings isn't an address that can be used. Nothing is sent without it. Correct "
            "it, or set none, and start the program again.",
        )
    return ProxyUnusable(Sentence(template))


def is_socks(proxy: str | None) -> bool:
    """Whether an address of `proxy_for` needs a transport of `net.socks`."""
    return proxy is not None and proxy.startswith("socks")


def proxy_failures() -> tuple[type[Exception], ...]:
    """Return what a SOCKS proxy's invalid answers raise beside httpx's own errors."""
    from socksio.exceptions import SOCKSError

    return (SOCKSError, AssertionError)
