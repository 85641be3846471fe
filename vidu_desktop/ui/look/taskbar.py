"""Progress on the program's icon in the task bar, on desktops that support it: KDE's task bar, Ubuntu's dock and others
listen to the signal `com.canonical.Unity.LauncherEntry.Update`.
"""

import os
import sys

DESKTOP_FILE = "vidu-desktop.desktop"
INTERFACE = "com.canonical.Unity.LauncherEntry"
_PATH = "/com/canonical/unity/launcherentry/vidudesktop"


class Taskbar:
    """Sends a signal only when the numbers have changed. Without a session bus, nothing happens."""

    def __init__(self) -> None:
        self._said: tuple[int, int] | None = None

    def show(self, done: int, total: int) -> None:
        """Show that `done` of `total` jobs are done; a `total` of 0 shows no progress."""
        if (done, total) == self._said or not _has_bus():
            return
        self._said = (done, total)
        from PySide6.QtDBus import (  # takes 20 ms, so only when it is needed
            QDBusConnection,
            QDBusMessage,
        )

        update = QDBusMessage.createSignal(_PATH, INTERFACE, "Update")
        update.setArguments(
            [
                f"application://{DESKTOP_FILE}",
                {
                    "progress": done / total if total else 0.0,
                    "progress-visible": total > 0,
                    "count": total - done,
                    "count-visible": total > done,
                },
            ]
        )
        QDBusConnection.sessionBus().send(update)


def _has_bus() -> bool:
    return sys.platform == "linux" and bool(os.environ.get("DBUS_SESSION_BUS_ADDRESS"))
