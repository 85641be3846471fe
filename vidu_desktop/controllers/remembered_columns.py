"""Remembers by a sheet's header which meanings a person gave to columns: next month's sheet has the same header."""

import json
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSettings

from vidu_desktop.domain.sheet_mapping import CHOSEN_FIELDS

_MEMORY = "batch/columns"
_KEPT_MOST = 50
"""How many headers are kept; those used longest ago are forgotten."""


class RememberedColumns:
    """Kept between runs in `memory`."""

    def __init__(self, memory: QSettings) -> None:
        self._memory = memory
        self._known = _read(str(memory.value(_MEMORY, "")))

    def of(self, columns: Sequence[str]) -> dict[str, str]:
        """Return the remembered meanings by column, for a sheet with this header; empty if there are none."""
        said = self._known.get(_header(columns), {})
        return {column: field for column, field in said.items() if field in ("", *CHOSEN_FIELDS)}

    def keep(self, columns: Sequence[str], choices: Mapping[str, str]) -> None:
        """Remember the meanings of the columns of this header."""
        header = _header(columns)
        self._known.pop(header, None)
        self._known[header] = dict(choices)
        for oldest in list(self._known)[:-_KEPT_MOST]:
            del self._known[oldest]
        self._memory.setValue(_MEMORY, json.dumps(self._known))


def _header(columns: Sequence[str]) -> str:
    return json.dumps(list(columns))


def _read(text: str) -> dict[str, dict[str, str]]:
    try:
        document = json.loads(text or "{}")
    except (ValueError, RecursionError):
        return {}
    if not isinstance(document, dict):
        return {}
    return {
        header: choices
        for header, choices in document.items()
        if isinstance(choices, dict) and all(isinstance(field, str) for field in choices.values())
    }
