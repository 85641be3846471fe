"""The proxy of GNOME's settings, read by `gsettings`: for desktops without the portal, which would answer for them."""

import ipaddress
import os
import sys
from collections.abc import Mapping
from urllib.parse import quote, urlsplit

from vidu_desktop.adapters.net.portal import ask_portal
from vidu_desktop.adapters.net.proxies import PortalSilent

_SCHEMA = "org.gnome.system.proxy"
ANSWER_WITHIN_S = 5.0
_NO_SCHEMA = 1
"""The exit code where GNOME's settings aren't installed."""
_TRUTHS = {"true": True, "false": False}
_DIRECT = ("direct://",)
_SCRIPT = ("pac://",)
"""No address: a script can't be run here, and nothing is sent without asking it."""


def ask_desktop(url: str, within_s: float = ANSWER_WITHIN_S) -> tuple[str, ...]:
    """Return the desktop's proxies for an address as the portal does, or as GNOME's settings say where there is no portal.
    Blocks for a few seconds at most, and raises PortalSilent.
    """
    return ask_portal(url) or ask_gnome(url, within_s)


def ask_gnome(url: str, within_s: float = ANSWER_WITHIN_S) -> tuple[str, ...]:
    """Return the proxies of GNOME's settings for an address; empty where there are no such settings. Blocks, and raises
    PortalSilent when the program hasn't ended after `within_s`.
    """
    if sys.platform != "linux":
        return ()
    import shutil  # not before the first paint
    import subprocess

    program = shutil.which("gsettings")
    if program is None:
        return ()
    command = [program, "list-recursively", _SCHEMA]
    try:
        told = subprocess.run(
            command,
            capture_output=True,
            check=False,
            timeout=within_s,
            stdin=subprocess.DEVNULL,
            env=_outside_the_bundle(os.environ),
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise PortalSilent from error
    if told.returncode == _NO_SCHEMA:
        return ()
    if told.returncode:
        raise PortalSilent
    return proxies_in(told.stdout.decode(errors="replace"), url)


def _outside_the_bundle(environ: Mapping[str, str]) -> dict[str, str]:
    """Return the environment for a program of the system: a bundle's own libraries don't fit to it."""
    own = dict(environ)
    if getattr(sys, "frozen", False):
        own.pop("LD_LIBRARY_PATH", None)
        if before := own.get("LD_LIBRARY_PATH_ORIG"):
            own["LD_LIBRARY_PATH"] = before
    return own


def proxies_in(listing: str, url: str) -> tuple[str, ...]:
    """Return the proxies for an address by what `gsettings list-recursively` prints. Raises PortalSilent where it can't be
    read.
    """
    settings = dict(_setting(line) for line in listing.splitlines() if line.startswith(_SCHEMA))
    parts = urlsplit(url)
    match settings.get("mode"):
        case "none":
            return _DIRECT
        case "auto":
            return _SCRIPT
        case "manual":
            ignored = settings.get("ignore-hosts")
            hosts = ignored if isinstance(ignored, list) else []
            if any(_is_meant(str(pattern), parts.hostname or "") for pattern in hosts):
                return _DIRECT
            return _by_hand(settings, parts.scheme)
    raise PortalSilent


def _setting(line: str) -> tuple[str, object]:
    """Return name and value of a line, the name without the schema's own."""
    import ast  # not before the first paint

    schema, name, text = (*line.split(" ", 2), "", "")[:3]
    text = text.strip()
    try:
        value = _TRUTHS[text] if text in _TRUTHS else ast.literal_eval(text.removeprefix("@as "))
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        value = text
    return f"{schema.removeprefix(_SCHEMA)}.{name}".strip("."), value


def _by_hand(settings: Mapping[str, object], scheme: str) -> tuple[str, ...]:
    own = _address(settings, scheme)
    if own is None and settings.get("use-same-proxy") is not False:
        own = _address(settings, "http")
    socks = _address(settings, "socks")
    return tuple(filter(None, (own or socks,))) or _DIRECT


def _address(settings: Mapping[str, object], kind: str) -> str | None:
    host = str(settings.get(f"{kind}.host") or "").strip()
    if not host:
        return None
    login = ""
    if kind == "http" and settings.get("http.use-authentication") is True:
        words = (settings.get(f"http.authentication-{word}") for word in ("user", "password"))
        login = ":".join(quote(str(word or ""), safe="") for word in words) + "@"
    place = f"[{host}]" if ":" in host and not host.startswith("[") else host
    return f"{'socks5h' if kind == 'socks' else 'http'}://{login}{place}:{settings.get(f'{kind}.port')}"


def _is_meant(pattern: str, host: str) -> bool:
    """Whether a host is one that the settings leave out: an address, a range of addresses, or a name and all below it."""
    try:
        return ipaddress.ip_address(host) in ipaddress.ip_network(pattern.strip("[]"), strict=False)
    except ValueError:
        name = pattern.casefold().removeprefix("*").removeprefix(".")
        return bool(name) and (host.casefold() == name or host.casefold().endswith(f".{name}"))
