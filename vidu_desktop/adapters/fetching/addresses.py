"""Checks where a link to a file leads: only to http(s) addresses, never into this machine or its local network.

Otherwise a forged answer could make the program send requests to the router or a service on this machine (SSRF).
"""

import ipaddress
import socket
from collections.abc import Collection
from urllib.parse import SplitResult, urlsplit

_Address = ipaddress.IPv4Address | ipaddress.IPv6Address

# This range is reserved for benchmarks and private by the registry. VPN programs answer every DNS question
# with addresses from it, so with them every host on the internet seems to have one.
_VPN_ANSWERS = ipaddress.ip_network("198.18.0.0/15")
_CARRIER_NAT = ipaddress.ip_network("100.64.0.0/10")
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


class ForbiddenAddress(Exception):
    """The link leads to a forbidden place; the text doesn't contain the address."""


def checked_link(url: str, *, came_from: str = "") -> SplitResult:
    """Return the parts of a link that may be requested. `came_from` is the link that redirected here. Raises
    ForbiddenAddress.
    """
    try:
        parts = urlsplit(url)
        usable = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError as error:
        raise ForbiddenAddress("not a link") from error
    if not usable or parts.username is not None:
        raise ForbiddenAddress("not a link")
    if came_from.startswith("https:") and parts.scheme == "http":
        raise ForbiddenAddress("from https to http")
    return parts


def is_named(parts: SplitResult, hosts: Collection[str]) -> bool:
    """Whether the link's host, alone or with its port, is one of `hosts`."""
    port = parts.port or (443 if parts.scheme == "https" else 80)
    return parts.hostname in hosts or f"{parts.hostname}:{port}" in hosts


def check_resolved(parts: SplitResult) -> None:
    """Look the host up. Raises ForbiddenAddress if any of its addresses is local, OSError when the host isn't known."""
    for *_, place in socket.getaddrinfo(parts.hostname, None, type=socket.SOCK_STREAM):
        check_peer(str(place[0]))


def check_literal(parts: SplitResult) -> None:
    """Check what can be seen without looking the name up: a proxy looks it up, and we can't see its result. Raises
    ForbiddenAddress.
    """
    host = (parts.hostname or "").removesuffix(".")  # the root, which names the same host
    if host == "localhost" or host.endswith((".localhost", ".local", ".internal")):
        raise ForbiddenAddress("a local name")
    try:
        # Also understands 127.1, 0x7f000001 and 2130706433, as a proxy would.
        check_peer(socket.inet_ntoa(socket.inet_aton(host)))
    except OSError:
        if ":" in host:
            check_peer(host)


def check_peer(address: str) -> None:
    """Raise ForbiddenAddress for an IP address that isn't public."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError as error:
        raise ForbiddenAddress("not an address") from error
    if any(_is_local(each) for each in _meanings(found)):
        raise ForbiddenAddress("a local address")


def _meanings(address: _Address) -> list[_Address]:
    """Return the address and every IPv4 address that is embedded in it."""
    if isinstance(address, ipaddress.IPv4Address):
        return [address]
    wrapped: list[_Address | None] = [address, address.ipv4_mapped, address.sixtofour]
    if address.teredo:
        wrapped += address.teredo
    if address in _NAT64 or int(address) >> 32 == 0:
        wrapped.append(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
    return [each for each in wrapped if each is not None]


def _is_local(address: _Address) -> bool:
    if address in _VPN_ANSWERS:
        return False
    if isinstance(address, ipaddress.IPv6Address) and (address.ipv4_mapped or address.is_site_local):
        # For a mapped address, the embedded one counts; Python calls the mapped form itself reserved.
        return address.is_site_local
    return (
        address.is_loopback
        or address.is_private
        or address.is_link_local
        or address.is_multicast
        or address.is_unspecified
        or address in _CARRIER_NAT
    )
