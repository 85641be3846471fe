"""Asks the desktop whether the person wants less motion on the screen (GNOME, KDE, and what the portals agreed on)."""

import os
import sys
from collections.abc import Callable

_ANSWER_WITHIN_S = 1.0
_SAYS_LESS: tuple[tuple[str, str, Callable[[object], bool]], ...] = (
    ("org.freedesktop.appearance", "reduced-motion", lambda value: value == 1),
    ("org.gnome.desktop.interface", "enable-animations", lambda value: value is False),
    ("org.kde.kdeglobals.KDE", "AnimationDurationFactor", lambda value: str(value).strip() in ("0", "0.0")),
)
"""Where it is written, and what it says then. The first was agreed on in 2025; the others are what there was before."""


def wants_less_motion(ask: "Callable[[str, str], object] | None" = None) -> bool:
    """Whether any of the desktop's settings says so; False without such a desktop. Blocks for some seconds at most."""
    asked = ask or ask_desktop
    return any(says(asked(place, key)) for place, key, says in _SAYS_LESS)


def ask_desktop(place: str, key: str) -> object:
    """Return one of the desktop's settings, None for one that isn't there or can't be asked for."""
    bus = os.environ.get("DBUS_SESSION_BUS_ADDRESS", "")
    if sys.platform != "linux" or not bus:
        return None
    from jeepney import DBusAddress, MessageType, new_method_call
    from jeepney.io.blocking import open_dbus_connection

    settings = DBusAddress(
        "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Desktop", "org.freedesktop.portal.Settings"
    )
    try:
        with open_dbus_connection(bus) as connection:
            question = new_method_call(settings, "Read", "ss", (place, key))
            reply = connection.send_and_get_reply(question, timeout=_ANSWER_WITHIN_S)
    except (OSError, ValueError, RuntimeError, LookupError):  # a bus that is gone, an answer without sense
        return None
    if reply.header.message_type is MessageType.error or not reply.body:
        return None
    value: object = reply.body[0]
    while (
        isinstance(value, tuple) and len(value) == 2
    ):  # a variant, in older desktops in another: (type, value)
        value = value[1]
    return value
