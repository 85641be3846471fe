"""A contact sheet: a picture of each selected clip and the facts about it, on one page that needs no other files."""

import base64
import html
from collections.abc import Sequence
from pathlib import Path

from vidu_desktop.adapters.disk.reading import read_regular
from vidu_desktop.adapters.disk.writing import save_file, writing
from vidu_desktop.adapters.export.export_writers import writing_out
from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.contact_sheet import SHEET_COLUMNS, SheetEntry
from vidu_desktop.domain.marks import Verdict
from vidu_desktop.domain.translation import without_controls

_PICTURE_PX = 300
_COVER_MOST_BYTES = 10_000_000
_STYLE = """
body { font-family: sans-serif; font-size: 9pt; color: #1c1d20; background: #ffffff; margin: 16px; }
h1 { font-size: 14pt; font-weight: 600; }
table { width: 100%; border-spacing: 10px; }
td { width: 33%; vertical-align: top; padding: 0; }
.label { font-weight: 600; }
.faint { color: #60636b; }
"""


def sheet_entries(clips: Sequence[Clip]) -> list[SheetEntry]:
    """Return what the sheet shows of each clip. Reads the covers; for a worker thread."""
    return [_entry(clip) for clip in clips]


def write_contact_sheet(clips: Sequence[Clip], target: Path, title: str) -> None:
    """Write the contact sheet as an HTML file, completely or not at all. Blocks; for a worker thread. Raises DiskTrouble."""
    with writing_out():
        save_file(target, writing(page_of(sheet_entries(clips), title).encode("utf-8", "replace")))


def page_of(entries: Sequence[SheetEntry], title: str) -> str:
    """Return the sheet as HTML, with the covers inside. All text from people or the service is escaped and has no control
    characters.
    """
    cells = [_cell(entry) for entry in entries]
    rows = [
        f"<tr>{''.join(cells[begin : begin + SHEET_COLUMNS])}</tr>"
        for begin in range(0, len(cells), SHEET_COLUMNS)
    ]
    head = _shown(title)
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{head}</title><style>{_STYLE}</style></head>'
        f"<body><h1>{head}</h1><table>{''.join(rows)}</table></body></html>"
    )


def _entry(clip: Clip) -> SheetEntry:
    marks, video = clip.marks, clip.video
    decision = {Verdict.KEEP: "✓", Verdict.REJECT: "✕", None: ""}[marks.verdict]
    heading = (marks.label or Path(clip.video_path).stem, decision, "★" * marks.rating)
    facts = f"{video.width_px} × {video.height_px} · {video.duration_s:.1f} s · {video.fps:g}"
    try:
        picture = read_regular(clip.cover_path, _COVER_MOST_BYTES)
    except OSError:
        picture = b""
    return SheetEntry(
        heading=" ".join(filter(None, heading)),
        prompt=clip.prompt,
        faint=tuple(filter(None, (facts, marks.note))),
        jpeg=picture,
    )


def _cell(entry: SheetEntry) -> str:
    lines = [
        f'<div class="label">{_shown(entry.heading)}</div>',
        f"<div>{_shown(entry.prompt)}</div>",
        *(f'<div class="faint">{_shown(text)}</div>' for text in entry.faint),
    ]
    coded = base64.b64encode(entry.jpeg).decode("ascii")
    picture = f'<img width="{_PICTURE_PX}" src="data:image/jpeg;base64,{coded}"><br>' if coded else ""
    return f"<td>{picture}{''.join(lines)}</td>"


def _shown(text: str) -> str:
    return html.escape(without_controls(text))
