"""COMPOSITION ROOT of the window: builds, connects, runs, and tears down in reverse order.

It may import everything below it. Only `__main__` imports it.
"""

import builtins
import os
import sys

# PySide6 puts an import of its own in this place: it reads and parses the source of every module that is imported
# later, to see whether it asks for snake_case names. Ours don't, and the start is a quarter longer by it.
_plain_import = builtins.__import__
from PySide6.QtCore import QSettings  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

builtins.__import__ = _plain_import

from vidu_desktop.adapters.desktop.paths import resolve_paths  # noqa: E402
from vidu_desktop.ui.main_window import MainWindow  # noqa: E402


def open_window(home: str | None) -> int:
    """Show the window until the person closes it; return the exit code."""
    # FFmpeg prints 26 lines for each video that is opened, and one more on a machine without a sound device.
    os.environ.setdefault("QT_LOGGING_RULES", "qt.multimedia.*=false")
    application = QApplication(sys.argv[:1])
    application.setApplicationName("vidu-desktop")
    application.setApplicationDisplayName("Vidu Desktop")
    application.setDesktopFileName("vidu-desktop")
    application.setQuitOnLastWindowClosed(False)  # closing must not end the loop in the middle of things
    paths = resolve_paths(home)
    memory = QSettings(str(paths.config_dir / "window.ini"), QSettings.Format.IniFormat)
    main = MainWindow(memory)
    # Its frame stands on the screen while the rest is imported and built. Not if another window may be open on this
    # home: then this one only raises that and leaves.
    if not paths.lock_note_path.exists():
        main.show()
        application.sync()

    from vidu_desktop.app.run import run

    return run(application, home, memory, main)
