"""How the program reaches the network: as the system says, directly, or through one proxy."""

import ipaddress
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple
from urllib.parse import quote, unquote, urlsplit

from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import BadInput, Sentence

EXAMPLE = "http://proxy.example:3128"
PROXY_UNUSABLE = "proxy-unusable"
PROXY_PASSWORD = "proxy-password"  # noqa: S105 - a code
PROXY_AWAY = "proxy-away"
PROXY_SILENT = "proxy-silent"
PROXY_REFUSES = "proxy"
PROXY_TROUBLES = frozenset(
    {PROXY_UNUSABLE, PROXY_PASSWORD, PROXY_AWAY, PROXY_SILENT, PROXY_REFUSES, "http-407"}
)
"""Codes of proxy failures; the sentences of the last four have the values `proxy` (host and port) and `host`.
"""
_MOST_CHARS = 2_000
_HOST_MOST_CHARS = 253
_LABEL = re.compile("[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?", re.IGNORECASE)
"""A part of a host's name. Standards forbid the underscore, but it is in use."""
_SOCKS_LOGIN_MOST_BYTES = 255
"""SOCKS 5 writes the length of a name and of a password in one byte."""
_HTTP = frozenset({"http", "https"})
_SOCKS5 = frozenset({"socks", "socks5", "socks5h"})
"""GNOME writes `socks`. The proxy always looks names up: a lookup here would reveal them to the local
network.
"""


class ProxyKind(StrEnum):
    """`SYSTEM` uses the environment, else the desktop's settings; `NONE` connects directly; `ADDRESS` uses
    one proxy.
    """

    SYSTEM = "system"
    NONE = "none"
    ADDRESS = "address"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProxySetting:
    """`address` is used for ProxyKind.ADDRESS only, and never holds a password. An empty address is a proxy
    setting that couldn't be read: it still counts as set, so nothing is sent past it. `with_password` says
    that the keyring holds its password.
    """

    kind: ProxyKind = ProxyKind.SYSTEM
    address: str = ""
    with_password: bool = False


class ProxyAddress(NamedTuple):
    """A proxy's address as httpx takes it, with the user name but without the password, and the password that
    was typed with it.
    """

    address: str
    password: str


def host_as_asked(host: str) -> str:
    """Return an IP address as it is, or a name as it is looked up, in ASCII; empty for a text that is neither."""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        try:
            name = host.removesuffix(".").encode("idna").decode("ascii")
        except UnicodeError:  # an empty or too long part, or a character that no name may have
            return ""
        usable = len(name) <= _HOST_MOST_CHARS and all(map(_LABEL.fullmatch, name.split(".")))
        return name if usable else ""
    return host


def checked_proxy(text: str) -> ProxyAddress:
    """Parse an address as people write it: `proxy:3128`, `socks5://name:word@proxy:1080`. Raises BadInput
    unless it is an HTTP or SOCKS 5 proxy; the message doesn't repeat the text, which may hold a password.
    """
    text = text.strip()
    try:
        parts = urlsplit(text if "://" in text else f"http://{text}")
        host, port = parts.hostname or "", parts.port
        name, password = unquote(parts.username or ""), unquote(parts.password or "")
    except ValueError as error:
        raise unusable_proxy("") from error
    kind = parts.scheme.lower()
    asked = host_as_asked(host) if "[" not in parts.netloc or ":" in host else ""
    usable = asked and port != 0 and text.isprintable() and " " not in text and len(text) <= _MOST_CHARS
    if kind in _SOCKS5 and max(len(name.encode()), len(password.encode())) > _SOCKS_LOGIN_MOST_BYTES:
        usable = False
    if not usable or parts.path.strip("/") or parts.query or parts.fragment or kind not in _HTTP | _SOCKS5:
        raise unusable_proxy(kind)
    place = parts.netloc.rpartition("@")[2]
    if not place.isascii():
        place = asked if port is None else f"{asked}:{port}"
    login = f"{quote(name, safe='')}@" if name else ""
    return ProxyAddress(f"{'socks5h' if kind in _SOCKS5 else kind}://{login}{place}", password)


def with_password(address: str, password: str) -> str:
    """Return the address of `checked_proxy` with its password, for the HTTP client that uses it."""
    kind, _, rest = address.partition("://")
    login, at, place = rest.rpartition("@")
    return f"{kind}://{login if at else ''}:{quote(password, safe='')}@{place}" if password else address


def place_of(address: str | None) -> str:
    """Return host and port of a proxy, which are safe to show; empty for none."""
    return (address or "").partition("://")[2].rpartition("@")[2].rstrip("/")


def unusable_proxy(kind: str) -> BadInput:
    """Return the error for a proxy of a kind that can't be used (`socks4`, say), or for an address that can't
    be read.
    """
    if kind.startswith("socks"):
        template = QT_TRANSLATE_NOOP(
            "proxy", "This kind of SOCKS proxy can't be used. SOCKS 5 can: {example}."
        )
        return BadInput("proxy-address", Sentence(template, {"example": "socks5://proxy.example:1080"}))
    template = QT_TRANSLATE_NOOP("proxy", "This isn't the address of a proxy. It looks like {example}.")
    return BadInput("proxy-address", Sentence(template, {"example": EXAMPLE}))
