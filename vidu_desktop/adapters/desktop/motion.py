"""Asks the desktop whether the person wants less motion on the screen, by the settings of GNOME, KDE and freedesktop.org."""

import os
import sys
from collections.abc import Callable

_ANSWER_WITHIN_S = 1.0
_SAYS_LESS: tuple[tuple[str, str, Callable[[object], bool]], ...] = (
    ("org.freedesktop.appearance", "reduced-motion", lambda value: value == 1),
    ("org.gnome.desktop.interface", "enable-animations", lambda value: value is False),
    ("org.kde.kdeglobals.KDE", "AnimationDurationFactor", lambda value: str(value).strip() in ("0", "0.0")),
)
"""Namespace and key of each setting, and whether its value asks for less motion. The first one was agreed on in 2025; the
others are older.
"""


def wants_less_motion(ask: "Callable[[str, str], object] | None" = None) -> bool:
    """Whether any of the desktop's settings asks for less motion; False on systems without these settings. Blocks for a few
    seconds at most.
    """
    asked = ask or ask_desktop
    return any(says(asked(place, key)) for place, key, says in _SAYS_LESS)


def ask_desktop(place: str, key: str) -> object:
    """Return one of the desktop's settings; None where it doesn't exist or the desktop doesn't answer."""
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
    except (OSError, ValueError, RuntimeError, LookupError):  # the bus is gone, or its answer makes no sense
        return None
    if reply.header.message_type is MessageType.error or not reply.body:
        return None
    value: object = reply.body[0]
    # A variant is (type, value); older desktops put it into another variant.
    while isinstance(value, tuple) and len(value) == 2:
        value = value[1]
    return value
