"""Named ways to export, kept in the window's memory."""

import json
from dataclasses import asdict

from PySide6.QtCore import QSettings

from vidu_desktop.domain.export import ExportFormat, ExportSettings
from vidu_desktop.domain.json_reading import Fields, as_text, damaged
from vidu_desktop.domain.name_pattern import NamePattern
from vidu_desktop.domain.translation import cleaned_line
from vidu_desktop.errors import BadInput
from vidu_desktop.ui.models.export_choice import ExportChoice

_MEMORY = "export/presets"
_MOST = 100


class ExportPresets:
    """`all` has the choices by name. Entries that can't be read are left out."""

    def __init__(self, memory: QSettings) -> None:
        self._memory = memory
        self.all: dict[str, ExportChoice] = _read(str(memory.value(_MEMORY, "")))

    def save(self, name: str, choice: ExportChoice) -> None:
        """Save a choice, in place of the one with this name; the oldest is removed when there are too many."""
        name = cleaned_line(name)
        self.all.pop(name, None)
        self.all[name] = choice
        while len(self.all) > _MOST:
            del self.all[next(iter(self.all))]
        self._keep()

    def remove(self, name: str) -> None:
        """Remove the choice with this name."""
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
            found[as_text(name)] = _choice(Fields(entry))
        except (BadInput, ValueError):
            continue
    return found


def _choice(entry: Fields) -> ExportChoice:
    kept = entry.part("settings")
    settings = ExportSettings(
        format=ExportFormat(kept.text("format")),
        side_px=kept.whole_or_none("side_px"),
        rate_fps=kept.number("rate_fps") if kept.has("rate_fps") else None,
        hold=kept.whole("hold"),
        first=kept.whole_or_none("first"),
        last=kept.whole_or_none("last"),
        boomerang=kept.flag("boomerang"),
        match_colours=kept.has("match_colours") and kept.flag("match_colours"),
    )
    pattern, folder = entry.text("pattern"), entry.path("folder")
    NamePattern.read(pattern)
    if "\0" in folder:  # no system accepts it, and Python raises wherever such a path is used
        raise damaged("folder")
    return ExportChoice(settings=settings, pattern=pattern, folder=folder)
