"""Where a file dialog begins: in the folder that was used last for the same purpose, also after a restart."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, QStandardPaths

from vidu_desktop.ui.drives import is_folder

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFileDialog

_KEY = "folders/"


class FilePurpose(StrEnum):
    """What files are chosen for; each purpose has a folder of its own."""

    PICTURES = "pictures"
    SOUND = "sound"
    VIDEOS = "videos"
    """Videos that are imported."""
    MISSING = "missing"
    """Folders that are searched for missing videos."""
    SHEETS = "sheets"
    WATCHED = "watched"
    FRAMES = "frames"
    FILMS = "films"
    """Films, timelines, contact sheets and review packets."""
    REVIEWS = "reviews"
    """Answers to review packets."""
    PRESETS = "presets"
    SHELF = "shelf"
    MONEY = "money"
    REPORTS = "reports"


class LastFolders:
    """Keeps the folders in `memory`; with None, only as long as it lives itself."""

    def __init__(self, memory: QSettings | None = None) -> None:
        self._memory = memory
        self._kept: dict[FilePurpose, str] = {}

    def of(self, purpose: FilePurpose, usual: str = "") -> str:
        """Return the last folder. If there was none, or it is gone or its drive doesn't answer, return `usual` or else the home
        folder.
        """
        home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.HomeLocation)
        candidates = (self._last(purpose), usual, home)
        return next((folder for folder in candidates if folder and is_folder(folder)), "")

    def remember(self, purpose: FilePurpose, folder: str) -> None:
        """Begin in `folder` the next time."""
        self._kept[purpose] = folder
        if self._memory is not None:
            self._memory.setValue(_KEY + purpose, folder)

    def begin(self, dialog: "QFileDialog", purpose: FilePurpose, usual: str = "") -> None:
        """Let a dialog begin in the last folder, and remember the one that is chosen from, or that is chosen itself."""
        dialog.setDirectory(self.of(purpose, usual))
        chooses_folder = dialog.fileMode() is dialog.FileMode.Directory

        def remember(paths: list[str]) -> None:
            if paths:
                self.remember(purpose, paths[0] if chooses_folder else str(Path(paths[0]).parent))

        dialog.filesSelected.connect(remember)

    def _last(self, purpose: FilePurpose) -> str:
        if self._memory is None:
            return self._kept.get(purpose, "")
        return str(self._memory.value(_KEY + purpose, "") or "")
