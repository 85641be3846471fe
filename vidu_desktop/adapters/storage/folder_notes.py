"""How folders and records were when the index was last brought up to them; part of the index, in its thread."""

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from vidu_desktop.adapters.storage.folder_look import FolderLook, rel_of


@dataclass(frozen=True, slots=True)
class Noted:
    """A record at that time, and what the index says of its clip now. `clip_id` is empty for what is none of ours."""

    clip_id: str
    changed_ns: int
    video_rel: str | None
    missing: bool


Notes = dict[str, dict[str, Noted]]
"""By folder and by the record's name."""


def note_all(connection: sqlite3.Connection, look: FolderLook, clip_ids: Mapping[str, str]) -> None:
    """Note a whole look, for an index that was filled anew; `clip_ids` by the record's path. In a transaction."""
    connection.executemany(
        "INSERT INTO folders VALUES (?, ?)", ((rel, folder.stamp) for rel, folder in look.seen.items())
    )
    connection.executemany(
        "INSERT INTO records VALUES (?, ?, ?, ?)",
        (
            (rel, name, clip_ids.get(rel_of(rel, name), ""), changed_ns)
            for rel, folder in look.seen.items()
            for name, changed_ns in folder.records.items()
        ),
    )


def known_folders(connection: sqlite3.Connection) -> dict[str, int]:
    """Give the stamps of the folders."""
    return dict(connection.execute("SELECT rel, stamp FROM folders"))


def notes_of(connection: sqlite3.Connection, rels: Iterable[str]) -> Notes:
    """Give the notes of some folders, each with a place in the answer."""
    notes: Notes = {}
    for rel in rels:
        rows = connection.execute(
            "SELECT name, records.clip_id, changed_ns, video_rel, missing FROM records"
            " LEFT JOIN clips ON clips.clip_id = records.clip_id WHERE folder = ?",
            (rel,),
        )
        notes[rel] = {name: Noted(clip_id, ns, video, bool(gone)) for name, clip_id, ns, video, gone in rows}
    return notes
