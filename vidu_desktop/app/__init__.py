"""COMPOSITION ROOT of the window: builds, connects, runs, and tears down in reverse order.

It may import everything below it. Only `__main__` imports it.
"""

import builtins
import os
import sys
import time

# PySide6 puts an import of its own in this place: it reads and parses the source of every module that is imported
# later, to see whether it asks for snake_case names. Ours don't, and the start is a quarter longer by it.
_plain_import = builtins.__import__
from PySide6.QtCore import QEventLoop, QSettings  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

builtins.__import__ = _plain_import

from vidu_desktop.adapters.desktop.paths import resolve_paths  # noqa: E402
from vidu_desktop.ui.main_window import MainWindow  # noqa: E402

_SHOWN_AT_MOST_S = 0.1
"""How long the start waits for a window manager; then it goes on and is painted later."""
_LOOK_EVERY_S = 0.002


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
    alone = not paths.lock_note_path.exists()
    if alone:
        main.show()
        _until_painted(application, main)
    from vidu_desktop.adapters.desktop.settings_file import SettingsFile
    from vidu_desktop.app.panes import Panes
    from vidu_desktop.ui.look.look import Look

    settings_file = SettingsFile(paths.settings_path)
    settings = settings_file.loaded.settings
    look = Look(application, settings.appearance, styled=False)
    panes = Panes(look, memory, main, paths, settings)
    look.apply_style()
    if alone:
        _until_painted(application, main)

    from vidu_desktop.app.run import run

    return run(application, home, settings_file, look, memory, panes)


def _until_painted(application: QApplication, main: MainWindow) -> None:
    """Let the window come onto the screen; what is pressed meanwhile waits. A window manager shows it in its own time,
    and what it shows before anybody paints is black.
    """
    deadline_s = time.monotonic() + _SHOWN_AT_MOST_S
    while True:
        application.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        window = main.windowHandle()
        if (window is not None and window.isExposed()) or time.monotonic() > deadline_s:
            break
        time.sleep(_LOOK_EVERY_S)
    application.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
    application.sync()
