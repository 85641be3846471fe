"""Notices of the window, kept after their message has gone."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from vidu_desktop.domain.json_reading import as_path, as_text, is_showable


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """`words` are in the language of the time; `path` is the file or folder that was made, or empty."""

    at: datetime
    words: str
    path: str = ""


def happenings_to_text(happenings: Iterable[Happening]) -> str:
    """Return the notices as text for `happenings_from_text`: ASCII only, so that paths of any bytes survive."""
    return json.dumps([[one.at.isoformat(), one.words, one.path] for one in happenings])


def happenings_from_text(text: str) -> list[Happening]:
    """Read kept notices. Entries that can't be read are left out. Never raises."""
    try:
        entries = json.loads(text)
    except (ValueError, RecursionError):
        return []
    found = (_read(entry) for entry in entries) if isinstance(entries, list) else ()
    return [one for one in found if one is not None]


def _read(entry: object) -> Happening | None:
    match entry:
        case [str(at), str(words), str(path)]:
            try:
                moment = datetime.fromisoformat(at)
            except ValueError:
                return None
            if moment.tzinfo is None or not is_showable(moment):
                return None
            return Happening(at=moment, words=as_text(words), path="" if "\0" in path else as_path(path))
    return None
