"""What a contact sheet shows of a clip, in plain text."""

from dataclasses import dataclass

SHEET_COLUMNS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetEntry:
    """`jpeg` is the cover's file, empty when there is none."""

    heading: str
    prompt: str
    faint: tuple[str, ...]
    jpeg: bytes
