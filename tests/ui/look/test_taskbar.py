"""Progress on the icon in the task bar: the signals that a desktop gets on the session bus."""

import os
import shutil
import subprocess
import sys

import pytest

from vidu_desktop.ui.look.taskbar import DESKTOP_FILE, INTERFACE, Taskbar

SAYS = """
import sys
from PySide6.QtCore import QCoreApplication
from PySide6.QtDBus import QDBusConnection
from vidu_desktop.ui.look.taskbar import Taskbar
app = QCoreApplication([])
bar = Taskbar()
bar.show(1, 4)
bar.show(1, 4)
bar.show(0, 0)
QDBusConnection.sessionBus().interface().registeredServiceNames()  # what was sent before this has been sent
"""
LISTENS = """
dbus-monitor --session > heard & monitor=$!
until [ -s heard ]; do :; done
"$0" -c "$1"
until grep -q "boolean false" heard; do :; done
kill $monitor; wait
"""


@pytest.mark.skipif(
    not all(map(shutil.which, ("dbus-run-session", "dbus-monitor", "dbus-send"))),
    reason="no session bus here",
)
def test_the_desktop_hears_each_change_once(tmp_path):
    subprocess.run(
        ["dbus-run-session", "--", "sh", "-c", LISTENS, sys.executable, SAYS],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        timeout=240,
        check=True,
    )

    heard = [part for part in (tmp_path / "heard").read_text().split("\nsignal ") if INTERFACE in part]
    assert len(heard) == 2
    assert all(f"application://{DESKTOP_FILE}" in part for part in heard)
    first, last = heard
    assert "double 0.25" in first
    assert "boolean true" in first
    assert "double 0\n" in last
    assert "boolean true" not in last


def test_without_a_session_bus_nothing_happens(monkeypatch):
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)

    Taskbar().show(1, 4)
