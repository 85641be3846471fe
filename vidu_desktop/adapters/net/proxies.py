"""Which proxy a host is reached through: the one in the program's settings, otherwise that of the environment or the system.

httpx's own reading of the environment refuses to build a client for `ALL_PROXY=socks://...` or an odd `NO_PROXY`. The host is
known before the connection is made, so the standard library, whose reading doesn't raise for those, is asked for this host.

People who set a proxy don't want to be seen without it: when its address can't be used, no connection is made.
"""

import sys
from collections.abc import Callable, Sequence

from vidu_desktop.domain.proxy import ProxyKind, ProxySetting, checked_proxy, with_password
from vidu_desktop.domain.settings import is_loopback_host
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import BadInput, Sentence

_DIRECT = "direct:"
"""How the desktop, or a script that it runs, says that no proxy is needed."""


class ProxyUnusable(Exception):
    """A proxy is set and can't be used. `sentence` doesn't contain its address, because that may hold a password.

    `for_now` means that asking again may help without anybody doing anything.
    """

    def __init__(self, sentence: Sentence, *, for_now: bool = False) -> None:
        super().__init__(str(sentence))
        self.sentence = sentence
        self.for_now = for_now


class PortalSilent(Exception):
    """The desktop knows which proxy to use, but doesn't answer."""


Portal = Callable[[str], Sequence[str]]
"""Returns the proxies that the desktop wants for an address, best first; none where there is no such desktop. Blocks, and
raises PortalSilent.
"""


class Proxies:
    """Chooses the proxy again for each connection, so that a change takes effect at once. May block: call it on a worker
    thread.

    `setting` is called for each connection, and `password` with the address of the proxy in the settings. `portal` asks the
    desktop; with None the desktop isn't asked.
    """

    def __init__(
        self,
        setting: Callable[[], ProxySetting] = ProxySetting,
        password: Callable[[str], str | None] = lambda _address: None,
        portal: Portal | None = None,
    ) -> None:
        self._setting = setting
        self._password = password
        self._portal = portal

    def proxy_for(self, scheme: str, host: str) -> str | None:
        """Return the proxy's address in httpx's form, or None to connect directly. Raises ProxyUnusable.

        This machine itself is never reached through a proxy.
        """
        if is_loopback_host(host):
            return None
        setting = self._setting()
        match setting.kind:
            case ProxyKind.NONE:
                return None
            case ProxyKind.ADDRESS:
                return self._set_here(setting)
        by_environment, proxy = _by_environment(scheme, host)
        return proxy if by_environment or self._portal is None else _by_desktop(self._portal, scheme, host)

    def _set_here(self, setting: ProxySetting) -> str:
        try:
            address, _ = checked_proxy(setting.address)
        except BadInput as error:
            raise ProxyUnusable(Sentence(_NOT_READ)) from error
        if not setting.with_password:
            return address
        password = self._password(address)
        if not password:
            raise ProxyUnusable(Sentence(_NO_PASSWORD))
        complete = with_password(address, password)
        try:
            checked_proxy(complete)  # a SOCKS proxy takes no password of any length
        except BadInput as error:
            raise ProxyUnusable(Sentence(_NOT_READ)) from error
        return complete


def _by_environment(scheme: str, host: str) -> tuple[bool, str | None]:
    """Return whether the environment or the system decides about the proxy, and which one it is. Raises ProxyUnusable."""
    import urllib.request  # takes 12 ms; not before the first paint

    try:
        environment = urllib.request.getproxies_environment()
        # `RSYNC_PROXY`, `npm_config_proxy` and the like are other programs' and name no proxy for this scheme.
        named = environment if environment.keys() & {scheme, "all", "socks"} else _of_the_system()
        if (named or environment) and urllib.request.proxy_bypass(host):
            return True, None
    except (OSError, ValueError) as error:
        raise _unusable("") from error
    address = named.get(scheme) or named.get("all")
    if address:
        return True, _checked(address)
    # macOS and some desktops list a SOCKS proxy separately; macOS writes `http` before it.
    address = named.get("socks")
    if address:
        if not address.lower().startswith("socks"):
            address = f"socks5h://{address.rpartition('://')[2]}"
        return True, _checked(address)
    return False, None


def _of_the_system() -> dict[str, str]:
    """Return the proxies in the settings of Windows or macOS; empty on Linux, where the desktop has them."""
    import urllib.request

    if sys.platform == "win32":
        return urllib.request.getproxies_registry()
    if sys.platform == "darwin":
        return urllib.request.getproxies_macosx_sysconf()
    return {}


def _by_desktop(portal: Portal, scheme: str, host: str) -> str | None:
    """Return the desktop's first usable proxy. Raises ProxyUnusable.

    After a proxy that can't be used, the next proxy of the list is taken, but never a direct connection.
    """
    in_address = f"[{host}]" if ":" in host else host
    try:
        offered = [one for one in portal(f"{scheme}://{in_address}/") if one]
    except PortalSilent as error:
        raise ProxyUnusable(Sentence(_SILENT), for_now=True) from error
    refused: ProxyUnusable | None = None
    for address in offered:
        if not address.startswith(_DIRECT):
            try:
                return _checked(address)
            except ProxyUnusable as error:
                refused = refused or error
        elif refused is None:
            return None
    if refused is not None:
        raise refused
    return None


def _checked(text: str) -> str:
    """Return a proxy of the environment or the system in httpx's form. Raises ProxyUnusable."""
    try:
        address, password = checked_proxy(text)
    except BadInput as error:
        raise _unusable(text.partition("://")[0].lower()) from error
    return with_password(address, password)


def _unusable(kind: str) -> ProxyUnusable:
    return ProxyUnusable(Sentence(_NO_SOCKS if kind.startswith("socks") else _NO_ADDRESS))


_NO_SOCKS = QT_TRANSLATE_NOOP(
    "service",
    "The proxy in the system's settings is a SOCKS proxy of a kind that can't be used. Nothing is sent without it. "
    "Set a SOCKS 5 or HTTP proxy there, or choose another way under Settings > Network.",
)
_NO_ADDRESS = QT_TRANSLATE_NOOP(
    "service",
    "The proxy in the system's settings isn't an address that can be used. Nothing is sent without it. Correct it "
    "there, or choose another way under Settings > Network.",
)
_NOT_READ = QT_TRANSLATE_NOOP(
    "service",
    "The proxy in the settings isn't an address that can be used. Nothing is sent without it. Correct it under "
    "Settings > Network.",
)
_NO_PASSWORD = QT_TRANSLATE_NOOP(
    "service",
    "The proxy's password isn't known, and nothing is sent without it. Unlock the system's keyring, or type the "
    "password again under Settings > Network.",
)
_SILENT = QT_TRANSLATE_NOOP(
    "service",
    "The system doesn't say which proxy is to be used, and nothing is sent without knowing. It is asked again by "
    "itself; Settings > Network lets you choose.",
)


def is_socks(proxy: str | None) -> bool:
    """Whether an address that `proxy_for` returned is of a SOCKS proxy."""
    return proxy is not None and proxy.startswith("socks")


def proxy_failures() -> tuple[type[Exception], ...]:
    """Return the exceptions that a SOCKS proxy's invalid answers raise, in addition to httpx's own."""
    from socksio.exceptions import SOCKSError

    return (SOCKSError, AssertionError)
