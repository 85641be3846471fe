"""Asks the desktop which proxy is to be used: GNOME's and KDE's settings, and the scripts (PAC) that they run.

A program that is started from a menu has no HTTPS_PROXY; on Linux the desktop alone knows. Windows and macOS tell
`urllib`.
"""

import os
import sys
import threading
import time
from collections.abc import Callable

from vidu_desktop.adapters.net.proxies import PortalSilent

_ANSWER_WITHIN_S = 5.0
_GOOD_FOR_S = 10.0
"""How long an answer counts: hundreds of jobs ask at once."""
_NOBODY_THERE = frozenset(
    f"org.freedesktop.DBus.Error.{name}"
    for name in ("ServiceUnknown", "NameHasNoOwner", "UnknownInterface", "UnknownMethod", "UnknownObject")
)


def ask_portal(url: str) -> tuple[str, ...]:
    """Return the proxies for an address as the desktop has them, `direct://` for none; nothing without such a desktop.

    Blocks for some seconds at most. Raises PortalSilent.
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
        return ()  # a bus that is gone, as behind `su` or `ssh`: there is no desktop
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
    """The desktop's answers, each good for some seconds. For worker threads."""

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
        """Return what the desktop says. Raises PortalSilent, which isn't remembered."""
        with self._guard:
            asked_at_s, answer = self._known.get(url, (-_GOOD_FOR_S, ()))
            if self._now_s() - asked_at_s >= _GOOD_FOR_S:
                answer = self._ask(url)
                self._known[url] = self._now_s(), answer
            return answer
