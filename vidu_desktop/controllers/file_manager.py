"""What the desktop does with files for us: open a video elsewhere, show it in its folder."""

from pathlib import Path

from PySide6.QtGui import QDesktopServices

from vidu_desktop.ui.local_files import url_of


def open_elsewhere(path: str) -> bool:
    """Open a file with the program that the person has for it; False when there is none."""
    return QDesktopServices.openUrl(url_of(path))


def show_in_folder(path: str) -> bool:
    """Open the folder that holds a file, or the folder itself; False when it can't be shown."""
    place = Path(path)
    folder = place if place.is_dir() else place.parent
    return QDesktopServices.openUrl(url_of(str(folder)))
