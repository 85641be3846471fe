"""Asks the desktop which proxy to use: the settings of GNOME and KDE, and the scripts (PAC) that they run.

A program that is started from a menu has no HTTPS_PROXY; on Linux only the desktop knows the proxy. On Windows and macOS
`urllib` finds it.
"""

import os
import sys
import threading
import time
from collections.abc import Callable

from vidu_desktop.adapters.net.proxies import PortalSilent

_ANSWER_WITHIN_S = 5.0
_GOOD_FOR_S = 10.0
"""How long an answer is used again: hundreds of jobs ask at once."""
_NOBODY_THERE = frozenset(
    f"org.freedesktop.DBus.Error.{name}"
    for name in ("ServiceUnknown", "NameHasNoOwner", "UnknownInterface", "UnknownMethod", "UnknownObject")
)


def ask_portal(url: str) -> tuple[str, ...]:
    """Return the desktop's proxies for an address, `direct://` for no proxy; empty where there is no such desktop.

    Blocks for a few seconds at most. Raises PortalSilent.
    """
    bus = os.environ.get("DBUS_SESSION_BUS_ADDRESS", "")
    if sys.platform != "linux" or not bus:
        return ()
    from jeepney import DBusAddress, HeaderFields, MessageType, new_method_call
    from jeepney.io.blocking import open_dbus_connection

    portal = DBusAddress(
        "/org/freedesktop/portal/desktop",
        "org.freedesktop.portal.Desktop",
        "org.freedesktop.portal.ProxyResolver",
    )
    try:
        connection = open_dbus_connection(bus)
    except (OSError, ValueError, RuntimeError):
        return ()  # the bus is gone, for example after `su` or over `ssh`: there is no desktop
    try:
        with connection:
            question = new_method_call(portal, "Lookup", "s", (url,))
            reply = connection.send_and_get_reply(question, timeout=_ANSWER_WITHIN_S)
    except Exception as error:
        raise PortalSilent from error
    if reply.header.message_type is not MessageType.error:
        return tuple(map(str, reply.body[0]))
    if reply.header.fields.get(HeaderFields.error_name) in _NOBODY_THERE:
        return ()
    raise PortalSilent


class RememberedPortal:
    """Remembers each of the desktop's answers for some seconds. For worker threads."""

    def __init__(
        self,
        ask: Callable[[str], tuple[str, ...]] = ask_portal,
        now_s: Callable[[], float] = time.monotonic,
    ) -> None:
        self._ask = ask
        self._now_s = now_s
        self._known: dict[str, tuple[float, tuple[str, ...]]] = {}
        self._guard = threading.Lock()

    def __call__(self, url: str) -> tuple[str, ...]:
        """Return the desktop's proxies for an address. Raises PortalSilent; a failure isn't remembered."""
        with self._guard:
            asked_at_s, answer = self._known.get(url, (-_GOOD_FOR_S, ()))
            if self._now_s() - asked_at_s >= _GOOD_FOR_S:
                answer = self._ask(url)
                self._known[url] = self._now_s(), answer
            return answer
