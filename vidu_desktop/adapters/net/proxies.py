"""Which proxy a host is reached through: as the program's settings say, else by the environment or the system.

httpx's own reading refuses to build a client for `ALL_PROXY=socks://...` or an odd `NO_PROXY`. We know the host
before we connect, so we ask the standard library, whose reading never raises for those, for this one host.

Whoever sets a proxy doesn't want to be seen without it: when its address can't be used, no connection is made.
"""

from collections.abc import Callable, Sequence

from vidu_desktop.domain.proxy import ProxyKind, ProxySetting, checked_proxy, with_password
from vidu_desktop.domain.settings import is_loopback_host
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import BadInput, Sentence

_DIRECT = "direct:"
"""How the desktop, and a script that it runs, writes that no proxy is needed."""


class ProxyUnusable(Exception):
    """A proxy is set and can't be used. `sentence` doesn't repeat its address, which may hold a password.

    `for_now`: asking again may help, without anybody's doing.
    """

    def __init__(self, sentence: Sentence, *, for_now: bool = False) -> None:
        super().__init__(str(sentence))
        self.sentence = sentence
        self.for_now = for_now


class PortalSilent(Exception):
    """The desktop knows which proxy is to be used, and doesn't say."""


Portal = Callable[[str], Sequence[str]]
"""Says which proxies the desktop wants for an address, best first; none where there is no such desktop. Blocks, and
raises PortalSilent."""


class Proxies:
    """Asked anew for each connection, so that a change counts at once. May block: ask from a worker thread.

    `setting` is asked at each use, and `password` for the one of its address; `portal` is the desktop, None to ask it nothing.
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
        """Return the proxy's address as httpx takes it, or None to connect directly. Raises ProxyUnusable.

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
        return with_password(address, password)


def _by_environment(scheme: str, host: str) -> tuple[bool, str | None]:
    """Return whether environment or system decide, and what. Raises ProxyUnusable."""
    import urllib.request  # 12 ms; not before the first paint

    try:
        named = urllib.request.getproxies()
        if named and urllib.request.proxy_bypass(host):
            return True, None
    except (OSError, ValueError) as error:
        raise _unusable("") from error
    address = named.get(scheme) or named.get("all")
    if address:
        return True, _checked(address)
    # macOS and some desktops name a SOCKS proxy on its own, macOS with an `http` before it.
    address = named.get("socks")
    if address:
        return True, _checked(f"socks5h://{address.rpartition('://')[2]}")
    return bool(named.keys() - {"no"}), None


def _by_desktop(portal: Portal, scheme: str, host: str) -> str | None:
    """Return the first proxy of the desktop that can be used. Raises ProxyUnusable.

    One that can't be used gives way to another proxy behind it, never to none.
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
    """Return a proxy of environment or system as httpx takes it. Raises ProxyUnusable."""
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
    """Whether an address of `proxy_for` speaks SOCKS."""
    return proxy is not None and proxy.startswith("socks")


def proxy_failures() -> tuple[type[Exception], ...]:
    """Return what a SOCKS proxy's invalid answers raise beside httpx's own errors."""
    from socksio.exceptions import SOCKSError

    return (SOCKSError, AssertionError)
