"""The bus on which screen readers listen (AT-SPI), and a walk through everything that a program tells there."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from jeepney import DBusAddress, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

LAUNCHER_PATH = Path("/usr/libexec/at-spi-bus-launcher")
CAN_RUN = LAUNCHER_PATH.exists() and shutil.which("dbus-daemon") is not None
_ACCESSIBLE, _PROPERTIES = "org.a11y.atspi.Accessible", "org.freedesktop.DBus.Properties"
_ROOT = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
_FOCUSABLE, _SHOWING = 11, 25
"""Numbers of bits in a node's states."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """What a screen reader would say of one widget. `inside` are the names of the widgets around it, the window's first."""

    role: str
    name: str
    description: str
    focusable: bool
    showing: bool
    inside: tuple[str, ...]


class ReaderBus:
    """Reads as a screen reader does: it asks over the bus and never looks into the program."""

    def __init__(self, connection: DBusConnection) -> None:
        self._connection = connection

    def programs(self) -> int:
        """Return how many programs have registered."""
        return len(self._children(_ROOT))

    def walk(self) -> Iterator[Node]:
        """Yield everything that the programs tell, from the outermost widgets inwards."""
        left: list[tuple[tuple[str, str], tuple[str, ...]]] = [
            (one, ()) for program in self._children(_ROOT) for one in self._children(program)
        ]
        while left:
            place, inside = left.pop()
            node = self._node(place, inside)
            yield node
            left += [(child, (*inside, node.name)) for child in self._children(place)]

    def _node(self, place: tuple[str, str], inside: tuple[str, ...]) -> Node:
        (low, high) = self._ask(place, _ACCESSIBLE, "GetState")
        states = low | high << 32
        return Node(
            role=self._ask(place, _ACCESSIBLE, "GetRoleName"),
            name=self._property(place, "Name"),
            description=self._property(place, "Description"),
            focusable=bool(states >> _FOCUSABLE & 1),
            showing=bool(states >> _SHOWING & 1),
            inside=inside,
        )

    def _children(self, place: tuple[str, str]) -> list[tuple[str, str]]:
        return list(self._ask(place, _ACCESSIBLE, "GetChildren"))

    def _property(self, place: tuple[str, str], name: str) -> str:
        return self._ask(place, _PROPERTIES, "Get", "ss", (_ACCESSIBLE, name))[1]

    def _ask(
        self, place: tuple[str, str], interface: str, method: str, signature: str = "", values: tuple = ()
    ):
        name, path = place
        call = new_method_call(DBusAddress(path, name, interface), method, signature, values)
        return self._connection.send_and_get_reply(call).body[0]


@contextmanager
def reader_bus(environ: dict[str, str]) -> Iterator[tuple[dict[str, str], ReaderBus]]:
    """Start a session bus and the bus for screen readers. Yield the environment with which a program speaks there, and the
    bus.
    """
    reading, writing = os.pipe()
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", f"--print-address={writing}"],
        pass_fds=[writing],
        env=environ,
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as told:
        address = told.readline().strip()
    assert address, "dbus-daemon ended by itself"
    given = {**environ, "DBUS_SESSION_BUS_ADDRESS": address, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
    launcher = subprocess.Popen(
        [LAUNCHER_PATH, "--launch-immediately"],
        env=given,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        with open_dbus_connection(bus=address) as session:
            # This question makes the session bus start the launcher, if it isn't running yet.
            where = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
            (readers_address,) = session.send_and_get_reply(new_method_call(where, "GetAddress")).body
        with open_dbus_connection(bus=readers_address) as connection:
            yield given, ReaderBus(connection)
    finally:
        for process in (launcher, daemon):
            process.terminate()
            process.wait()
