"""Ways to export under names, kept in what the window remembers."""

import json
from dataclasses import asdict
from typing import Any

from PySide6.QtCore import QSettings

from vidu_desktop.domain.export import ExportFormat, ExportSettings
from vidu_desktop.domain.name_pattern import NamePattern
from vidu_desktop.errors import BadInput
from vidu_desktop.ui.models.export_choice import ExportChoice

_MEMORY = "export/presets"
_MOST = 100


class ExportPresets:
    """By name. What can't be read is left out."""

    def __init__(self, memory: QSettings) -> None:
        self._memory = memory
        self.all: dict[str, ExportChoice] = _read(str(memory.value(_MEMORY, "")))

    def save(self, name: str, choice: ExportChoice) -> None:
        """Keep one, over the one of this name; the oldest goes when there are too many."""
        self.all.pop(name, None)
        self.all[name] = choice
        while len(self.all) > _MOST:
            del self.all[next(iter(self.all))]
        self._keep()

    def remove(self, name: str) -> None:
        """Forget one."""
        self.all.pop(name, None)
        self._keep()

    def _keep(self) -> None:
        self._memory.setValue(
            _MEMORY, json.dumps({name: asdict(choice) for name, choice in self.all.items()})
        )


def _read(text: str) -> dict[str, ExportChoice]:
    try:
        kept = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    found: dict[str, ExportChoice] = {}
    for name, entry in kept.items() if isinstance(kept, dict) else ():
        try:
            found[name] = _choice(entry)
        except (BadInput, ValueError, TypeError, KeyError):
            continue
    return found


def _choice(entry: dict[str, Any]) -> ExportChoice:
    settings = {**entry["settings"], "format": ExportFormat(entry["settings"]["format"])}
    pattern, folder = str(entry["pattern"]), str(entry["folder"])
    NamePattern.read(pattern)
    return ExportChoice(settings=ExportSettings(**settings), pattern=pattern, folder=folder)
