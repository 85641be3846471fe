"""COMPOSITION ROOT of the window: it builds, connects and runs everything, and takes it down in reverse order.

It may import everything below it. Only `__main__` imports it.
"""

import builtins
import os
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from typing_extensions import override

# PySide6 replaces Python's import by its own. That one reads and parses the source of every module that is
# imported later, to see whether the module asks for snake_case names. Ours don't, and it makes the start a
# quarter longer.
_plain_import = builtins.__import__
from PySide6.QtCore import QEvent, QEventLoop, QLibraryInfo, QObject, QTimer  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

builtins.__import__ = _plain_import

from vidu_desktop.adapters.desktop.installed import desktop_file_name  # noqa: E402
from vidu_desktop.adapters.desktop.paths import resolve_paths  # noqa: E402
from vidu_desktop.adapters.processes.malloc import limit_arenas  # noqa: E402
from vidu_desktop.app.input_methods import try_ibus_too  # noqa: E402
from vidu_desktop.app.no_screen import explained  # noqa: E402
from vidu_desktop.app.window_state import keep_dialogs_apart, memory_in  # noqa: E402
from vidu_desktop.ui.main_window import MainWindow  # noqa: E402

FUSION = ("-style", "Fusion")
"""Arguments for Qt that choose the style. `setStyle` would choose it as well, but returns the style: PySide then creates the
classes of styles with 600 names, which takes 4 ms.
"""
_ALL, _NO_PRESSES = (
    QEventLoop.ProcessEventsFlag.AllEvents,
    QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents,
)
_TURN_AT_MOST_MS = 10
"""How long the event loop runs at most between two steps of the start. A press is painted in the same turn."""
_SHOWN_AT_MOST_MS = 100
"""How long the start waits for the window manager; after that it goes on, and the window is painted later."""


def open_window(
    home: str | None, files: Sequence[str] = (), no_window_because: Callable[[str], str] = str
) -> int:
    """Show the window with these files until the person closes it; return the exit code. If no window can be shown, print the
    text that `no_window_because` makes of Qt's message, and exit with 2.
    """
    paths = resolve_paths(home)
    alone = not os.path.exists(paths.lock_note_path)
    # FFmpeg prints 26 lines for each video that is opened, and one more on a computer without a sound device.
    os.environ.setdefault("QT_LOGGING_RULES", "qt.multimedia.*=false")
    limit_arenas()  # before Qt starts threads
    note = try_ibus_too(os.environ, Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)))
    with explained(no_window_because):
        application = QApplication([*sys.argv[:1], *FUSION])
    application.setApplicationName("vidu-desktop")
    application.setApplicationDisplayName("Vidu Desktop")
    application.setDesktopFileName(desktop_file_name(os.environ))
    application.setQuitOnLastWindowClosed(False)  # the loop must not end while things are still being closed
    memory = memory_in(paths.config_dir)
    keep_dialogs_apart(paths.config_dir)
    main = MainWindow(memory)
    # The frame of the window is visible while the rest is imported and built, unless another program may be
    # using this home.
    if alone:
        main.show()
        _until_shown(main)
        _turn(_NO_PRESSES)
    from vidu_desktop.adapters.desktop.settings_file import SettingsFile
    from vidu_desktop.app.os_signals import SystemSignals
    from vidu_desktop.app.panes import Panes
    from vidu_desktop.ui.look.look import Look

    signals = SystemSignals()  # before anything can be pressed; heard once the loop runs
    settings_file = SettingsFile(paths.settings_path)
    settings = settings_file.loaded.settings
    look = Look(application, settings.appearance, language=settings.language, styled=False)
    panes = Panes(look, memory, main, paths, settings)
    if alone:
        panes.begin()  # otherwise later, with the home's lock: its holder may still save its tabs
    look.apply_style()
    helpers = keys = None
    if alone:
        _paint(application, main)
        from vidu_desktop.adapters.desktop.key_variables import take_keys
        from vidu_desktop.app.opening import open_in_steps

        keys = take_keys(os.environ)  # before a helper is started that would inherit them
        helpers = open_in_steps(panes, partial(_turn, _ALL))

    from vidu_desktop.app.run import run

    try:
        return run(application, signals, home, settings_file, look, memory, panes, files, note, helpers, keys)
    finally:
        signals.close()


class _Exposure(QObject):
    """Calls `exposed` when the window system shows a window."""

    def __init__(self, exposed: Callable[[], None]) -> None:
        super().__init__()
        self._exposed = exposed

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Expose:
            self._exposed()
        return super().eventFilter(watched, event)


def _until_shown(main: MainWindow) -> None:
    """Wait until the window is on the screen. The window manager decides when that is, and a window that isn't painted yet is
    black. Presses during this time wait.
    """
    window = main.windowHandle()
    if window.isExposed():
        return
    first_loop = QEventLoop()
    exposure = _Exposure(first_loop.quit)
    window.installEventFilter(exposure)
    QTimer.singleShot(_SHOWN_AT_MOST_MS, first_loop.quit)
    first_loop.exec(_NO_PRESSES)


def _turn(events: QEventLoop.ProcessEventsFlag) -> None:
    """Handle the waiting events once, before the lasting event loop runs."""
    first_loop = QEventLoop()
    first_loop.processEvents(events, _TURN_AT_MOST_MS)


def _paint(application: QApplication, main: MainWindow) -> None:
    """Paint the window's new contents at once."""
    application.sendPostedEvents()
    main.repaint()
