"""Progress on the program's icon in the task bar, where the desktop has that: KDE's task bar, Ubuntu's dock and others
follow the signal `com.canonical.Unity.LauncherEntry.Update`.
"""

import os
import sys

DESKTOP_FILE = "vidu-desktop.desktop"
INTERFACE = "com.canonical.Unity.LauncherEntry"
_PATH = "/com/canonical/unity/launcherentry/vidudesktop"


class Taskbar:
    """Says it only when it has changed. Where there is no session bus, nothing happens."""

    def __init__(self) -> None:
        self._said: tuple[int, int] | None = None

    def show(self, done: int, total: int) -> None:
        """Show how many of how many are done; none when `total` is 0."""
        if (done, total) == self._said or not _has_bus():
            return
        self._said = (done, total)
        from PySide6.QtDBus import (  # 20 ms, which only who orders something waits for
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
