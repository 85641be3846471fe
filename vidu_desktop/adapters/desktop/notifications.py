"""Notifications on the desktop, by `org.freedesktop.Notifications`, the service that GNOME, KDE and others have in common.

It is asked with jeepney, because QtDBus of PySide6 6.11 and 6.12 can't send the uint32 that `Notify` needs. Other systems
have no such service; there `abilities` is None, as on a Linux without one.
"""

import asyncio
import html
import logging
import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from vidu_desktop.adapters.desktop.installed import desktop_file_name
from vidu_desktop.adapters.desktop.session_bus import has_session_bus
from vidu_desktop.engine.tasks import TaskKeeper

if TYPE_CHECKING:
    from jeepney import DBusAddress, Message
    from jeepney.io.asyncio import DBusRouter, open_dbus_router

_log = logging.getLogger(__name__)
_NAME = "org.freedesktop.Notifications"
_PATH = "/org/freedesktop/Notifications"
_ANSWER_S = 3.0
_SOUND = "complete"
"""One of the sound names of freedesktop.org."""


class DesktopNotifications:
    """Shows one notification at a time: the next replaces the one before. Never raises: a desktop that doesn't answer must
    not stop the work that it is told about. When the person presses the notification, `on_pressed` is called with the token
    that allows a window to come to the front, or with an empty text.
    """

    def __init__(self) -> None:
        self.on_pressed: Callable[[str], None] = lambda _token: None
        self._opened: open_dbus_router | None = None
        self._router: DBusRouter | None = None
        self._abilities: frozenset[str] | None = None
        self._shown = 0
        self._token = ""
        self._turn = asyncio.Lock()
        self._tasks = TaskKeeper()

    async def abilities(self) -> frozenset[str] | None:
        """Return what the service can do ("sound", "actions" and others); None when no service answers."""
        async with self._turn:
            answer = await self._ask("GetCapabilities")
            self._abilities = None if answer is None else frozenset(answer[0])
            return self._abilities

    async def show(self, title: str, text: str, *, sound: bool = False) -> None:
        """Show plain text. `sound` asks the desktop for a sound as well."""
        abilities = self._abilities or await self.abilities()
        if abilities is None:
            return
        shown = html.escape(text, quote=False) if "body-markup" in abilities else text
        hints: dict[str, tuple[str, object]] = {
            "desktop-entry": ("s", desktop_file_name(os.environ)),
            "category": ("s", "transfer.complete"),
            **({"sound-name": ("s", _SOUND)} if sound else {"suppress-sound": ("b", True)}),
        }
        body = ("Vidu Desktop", self._shown, "vidu-desktop", title, shown, ["default", ""], hints, -1)
        async with self._turn:
            answer = await self._ask("Notify", "susssasa{sv}i", body)
            if answer is not None:
                (self._shown,) = answer

    async def withdraw(self) -> None:
        """Remove the notification from the desktop, if it is still there."""
        if self._shown and self._router is not None:
            async with self._turn:
                await self._ask("CloseNotification", "u", (self._shown,))
                self._shown = 0

    async def close(self) -> None:
        """Close the connection to the bus; a notification on the screen stays there."""
        await self._tasks.cancel_all()
        await self._hang_up()

    async def _ask(self, method: str, signature: str = "", body: tuple[object, ...] = ()) -> Any:
        """Return the values of the answer; None when no service answers."""
        if not has_session_bus() or sys.platform == "win32":
            return None
        try:
            async with asyncio.timeout(_ANSWER_S):
                router = self._router or await self._connect()
                from jeepney import new_method_call
                from jeepney.wrappers import unwrap_msg

                call = new_method_call(_service(), method, signature, body)
                return unwrap_msg(await router.send_and_get_reply(call))
        except Exception as error:  # noqa: BLE001 - jeepney's errors share no class; none may get out
            _log.info("no notification service answers: %s", type(error).__name__)
            if not _is_an_answer(error):
                await self._hang_up()
            return None

    async def _connect(self) -> "DBusRouter":
        # Imported here: it takes a tenth of a second.
        from jeepney import MatchRule, message_bus
        from jeepney.io.asyncio import Proxy, open_dbus_router

        self._opened = open_dbus_router("SESSION")
        router = await self._opened.__aenter__()
        rule = MatchRule(type="signal", interface=_NAME, path=_PATH)
        await Proxy(message_bus, router).AddMatch(rule)
        signals: asyncio.Queue[Message] = asyncio.Queue()
        router.filter(rule, queue=signals).__enter__()
        self._tasks.start("hear presses on notifications", self._hear(signals))
        self._router = router
        return router

    async def _hear(self, signals: "asyncio.Queue[Message]") -> None:
        while True:
            message = await signals.get()
            member, body = message.header.fields.get(3), message.body
            if not body or body[0] != self._shown:
                continue
            if member == "ActivationToken":
                self._token = str(body[1])
            elif member == "ActionInvoked":
                token, self._token = self._token, ""
                self.on_pressed(token)
            elif member == "NotificationClosed":
                self._shown = 0

    async def _hang_up(self) -> None:
        opened, self._opened, self._router = self._opened, None, None
        if opened is not None and opened.req_ctx is not None:
            try:
                await opened.__aexit__(None, None, None)
            except Exception as error:  # noqa: BLE001 - the bus was gone before
                _log.debug("hanging up: %s", error)


def _service() -> "DBusAddress":
    from jeepney import DBusAddress

    return DBusAddress(_PATH, _NAME, _NAME)


def _is_an_answer(error: Exception) -> bool:
    """Whether the bus itself answered with an error, such as that there is no such service: then the connection still works."""
    from jeepney import DBusErrorResponse

    return isinstance(error, DBusErrorResponse)
