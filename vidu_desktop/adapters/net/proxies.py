"""Which proxy a host is reached through, from the environment or the system's settings.

httpx's own reading refuses to build a client for `ALL_PROXY=socks://...` or an odd `NO_PROXY`. We know the host
before we connect, so we ask the standard library, whose reading never raises for those, for this one host.
"""

from urllib.parse import urlsplit

from vidu_desktop.domain.settings import is_loopback_host
from vidu_desktop.domain.words import QT_TRANSLATE_NOOP
from vidu_desktop.errors import Sentence

_USABLE = ("http", "https")


def proxy_for(scheme: str, host: str) -> tuple[str | None, Sentence | None]:
    """Give the proxy's address, or None to connect directly, and a sentence when a setting had to be ignored.

    This machine itself is never reached through a proxy. The sentence doesn't repeat the address: it may hold a
    password.
    """
    if is_loopback_host(host):
        return None, None
    import urllib.request  # 12 ms; not before the first paint

    try:
        proxies = urllib.request.getproxies()
        bypassed = bool(urllib.request.proxy_bypass(host))
    except (OSError, ValueError):
        return None, _ignored("")
    named = proxies.get(scheme) or proxies.get("all")
    if bypassed or not named:
        return None, None
    address = named if "://" in named else f"http://{named}"
    try:
        parts = urlsplit(address)
        usable = parts.scheme in _USABLE and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return None, _ignored("")
    return (address, None) if usable else (None, _ignored(parts.scheme))


def _ignored(kind: str) -> Sentence:
    if kind.startswith("socks"):
        template = QT_TRANSLATE_NOOP(
            "service",
            "The proxy in the system's settings is a SOCKS proxy, which can't be used. It is ignored.",
        )
    else:
        template = QT_TRANSLATE_NOOP(
            "service", "The proxy in the system's settings isn't an address that can be used. It is ignored."
        )
    return Sentence(template)
