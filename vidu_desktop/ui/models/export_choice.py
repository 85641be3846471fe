"""What a person chose for an export."""

from dataclasses import dataclass

from vidu_desktop.domain.export import ExportSettings
from vidu_desktop.domain.name_pattern import USUAL_PATTERN


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportChoice:
    """Kept for the next time, and under a name as a preset. An empty folder is one that has yet to be chosen."""

    settings: ExportSettings
    pattern: str = USUAL_PATTERN
    folder: str = ""
