"""What the desktop does with files for us: open a video elsewhere, show it in its folder."""

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QProcess, QStandardPaths, QTimer, QUrl
from PySide6.QtGui import QDesktopServices

from vidu_desktop.ui.local_files import url_of

_ANSWER_WITHIN_MS = 15_000
"""Whoever is asked to open something and hasn't given up by then is at it: some stay until their window is closed."""


def open_elsewhere(path: str, unanswered: Callable[[], None]) -> None:
    """Open a file with the program that the person has for it; `unanswered` hears, perhaps later, that there is none."""
    open_page(url_of(path), unanswered)


def open_page(url: QUrl, unanswered: Callable[[], None]) -> None:
    """Open an address with the program that the person has for it; `unanswered` as with files."""
    opener = QStandardPaths.findExecutable("xdg-open") if _asks_by_command() else ""
    if opener:
        _ask(opener, url.toString(QUrl.ComponentFormattingOption.FullyEncoded), unanswered)
    elif not QDesktopServices.openUrl(url):
        unanswered()


def show_in_folder(path: str, unanswered: Callable[[], None]) -> None:
    """Open the folder that holds a file, or the folder itself; `unanswered` hears, perhaps later, that it can't be shown."""
    place = Path(path)
    folder = place if place.is_dir() else place.parent
    if folder.is_dir():
        open_elsewhere(str(folder), unanswered)
    else:
        unanswered()


def _asks_by_command() -> bool:
    """Whether Qt would start `xdg-open` and not look whether it came to anything; in a sandbox it asks the portal."""
    return os.name == "posix" and not Path("/.flatpak-info").exists() and "SNAP" not in os.environ


def _ask(opener: str, address: str, unanswered: Callable[[], None]) -> None:
    asked = QProcess()
    patience = QTimer(asked, singleShot=True, interval=_ANSWER_WITHIN_MS)

    def ended(code: int) -> None:
        if patience.isActive() and code:
            unanswered()
        patience.stop()
        asked.deleteLater()

    asked.finished.connect(ended)
    asked.errorOccurred.connect(
        lambda error: ended(1) if error is QProcess.ProcessError.FailedToStart else None
    )
    patience.start()
    asked.setStandardOutputFile(QProcess.nullDevice())
    asked.setStandardErrorFile(QProcess.nullDevice())
    asked.start(opener, [address])
