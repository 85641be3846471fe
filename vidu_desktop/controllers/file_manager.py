"""What the desktop does with files for us: opens them with other programs, and shows them in their folder."""

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QProcess, QStandardPaths, QTimer, QUrl
from PySide6.QtGui import QDesktopServices

from vidu_desktop.ui.drives import is_folder
from vidu_desktop.ui.local_files import url_of

_ANSWER_WITHIN_MS = 15_000
"""A program that hasn't failed within this time counts as successful: some run until their window is closed."""


def open_elsewhere(path: str, unanswered: Callable[[], None]) -> None:
    """Open a file with the person's program for it; `unanswered` is called, perhaps later, if there is none."""
    open_page(url_of(path), unanswered)


def open_page(url: QUrl, unanswered: Callable[[], None]) -> None:
    """Open an address with the person's program for it; `unanswered` is called as for files."""
    opener = QStandardPaths.findExecutable("xdg-open") if _asks_by_command() else ""
    if opener:
        _ask(opener, url.toString(QUrl.ComponentFormattingOption.FullyEncoded), unanswered)
    elif not QDesktopServices.openUrl(url):
        unanswered()


def show_in_folder(path: str, unanswered: Callable[[], None]) -> None:
    """Open the folder that holds a file, or the folder itself; `unanswered` is called, perhaps later, if it can't be shown."""
    folder = path if is_folder(path) else str(Path(path).parent)
    if is_folder(folder):
        open_elsewhere(folder, unanswered)
    else:
        unanswered()


def _asks_by_command() -> bool:
    """Whether Qt would start `xdg-open` without checking its success. In a sandbox, Qt asks the portal instead."""
    return os.name == "posix" and not os.path.exists("/.flatpak-info") and "SNAP" not in os.environ


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
