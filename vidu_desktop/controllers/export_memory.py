"""Remembers from one export to the next where the files went, what they were called, and in which format they were."""

from contextlib import suppress
from dataclasses import replace

from PySide6.QtCore import QSettings, QStandardPaths

from vidu_desktop.domain.export import ExportFormat, ExportSettings
from vidu_desktop.domain.name_pattern import USUAL_PATTERN, NamePattern
from vidu_desktop.errors import BadInput
from vidu_desktop.ui.drives import is_folder
from vidu_desktop.ui.models.export_choice import ExportChoice

_FOLDER, _PATTERN, _FORMAT = "export/folder", "export/names", "export/format"


class ExportMemory:
    """`last` is what the next export begins with."""

    def __init__(self, memory: QSettings) -> None:
        self._memory = memory
        self.last = self._remembered()

    def remember(self, choice: ExportChoice) -> None:
        """Begin the next export with this choice, but with the whole of its video."""
        self.last = replace(choice, settings=replace(choice.settings, first=None, last=None))
        self._memory.setValue(_FORMAT, choice.settings.format.value)
        self._memory.setValue(_PATTERN, choice.pattern)
        self._memory.setValue(_FOLDER, choice.folder)

    def _remembered(self) -> ExportChoice:
        kind, *_ = ExportFormat  # the file as it is
        with suppress(ValueError):  # none yet, or one of another version
            kind = ExportFormat(str(self._memory.value(_FORMAT)))
        pattern = str(self._memory.value(_PATTERN, USUAL_PATTERN))
        try:
            NamePattern.read(pattern)
        except BadInput:
            pattern = USUAL_PATTERN
        folder = str(self._memory.value(_FOLDER, _usual_folder()))
        return ExportChoice(settings=ExportSettings(format=kind), pattern=pattern, folder=folder)


def _usual_folder() -> str:
    """Return the folder in which people look for what a program has made; empty if none of the candidates exists."""
    places = QStandardPaths.StandardLocation
    wanted = (
        places.DownloadLocation,
        places.MoviesLocation,
        places.DocumentsLocation,
        places.HomeLocation,
    )
    folders = map(QStandardPaths.writableLocation, wanted)
    return next((folder for folder in folders if folder and is_folder(folder)), "")
