"""COMPOSITION ROOT of the window: builds, connects, runs, and tears down in reverse order. Nobody imports it but
`__main__`.
"""

import os
import sys

from PySide6.QtWidgets import QApplication


def open_window(home: str | None) -> int:
    """Show the window until the person closes it; give the exit code."""
    # FFmpeg tells 26 lines for each video that is opened, and a machine without a sound device one more each time.
    os.environ.setdefault("QT_LOGGING_RULES", "qt.multimedia.*=false")
    application = QApplication(sys.argv[:1])
    application.setApplicationName("vidu-desktop")
    application.setApplicationDisplayName("Vidu Desktop")
    application.setDesktopFileName("vidu-desktop")
    application.setQuitOnLastWindowClosed(False)  # closing must not end the loop in the middle of things

    from vidu_desktop.app.run import run

    return run(application, home)
