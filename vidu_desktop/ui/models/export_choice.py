"""What a person chose for an export."""

from dataclasses import dataclass

from vidu_desktop.domain.export import ExportSettings
from vidu_desktop.domain.name_pattern import USUAL_PATTERN


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportChoice:
    """Remembered for the next export, and stored by name as a preset. `folder` is empty until one has been chosen."""

    settings: ExportSettings
    pattern: str = USUAL_PATTERN
    folder: str = ""
