"""Keeps the state of folders and records when the index was last brought up to date. Part of the index; runs on its thread."""

import posixpath
import sqlite3
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from vidu_desktop.adapters.records.folder_scan import FolderLook, rel_of, reliable_time_ns


@dataclass(frozen=True, slots=True)
class Noted:
    """A record at that time, and what the index now contains of its clip. `clip_id` is empty for a file that isn't one of our
    records.
    """

    clip_id: str
    changed_ns: int
    video_rel: str | None
    missing: bool


Notes = dict[str, dict[str, Noted]]
"""By folder, then by the record's name."""


def note_all(connection: sqlite3.Connection, look: FolderLook, clip_ids: Mapping[str, str]) -> None:
    """Note all folders and records of a look, for an index that was refilled. `clip_ids` are by the record's path. Called
    inside a transaction.
    """
    now_ns = time.time_ns()
    for rel, folder in look.seen.items():
        note_folder(connection, rel, folder.stamp, now_ns)
    connection.executemany(
        _NOTE_RECORD,
        (
            (rel, name, clip_ids.get(rel_of(rel, name), ""), reliable_time_ns(changed_ns, now_ns))
            for rel, folder in look.seen.items()
            for name, changed_ns in folder.records.items()
        ),
    )


def note_folder(connection: sqlite3.Connection, rel: str, stamp: int, now_ns: int) -> None:
    """Note the state of a folder whose content is all in the index."""
    connection.execute("INSERT OR REPLACE INTO folders VALUES (?, ?)", (rel, reliable_time_ns(stamp, now_ns)))


def note_record(connection: sqlite3.Connection, record_rel: str, clip_id: str, changed_ns: int) -> None:
    """Note a record whose content is in the index. Where `clip_id` is empty, an id that was noted before stays."""
    connection.execute(_NOTE_RECORD, (*posixpath.split(record_rel), clip_id, changed_ns))


_NOTE_RECORD = (
    "INSERT INTO records VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET changed_ns = excluded.changed_ns,"
    " clip_id = CASE excluded.clip_id WHEN '' THEN clip_id ELSE excluded.clip_id END"
)


def forget_folders(connection: sqlite3.Connection, rels: Iterable[str]) -> None:
    """Delete the notes of folders that are gone, and of their records."""
    for rel in rels:
        connection.execute("DELETE FROM folders WHERE rel = ?", (rel,))
        connection.execute("DELETE FROM records WHERE folder = ?", (rel,))


def look_again(connection: sqlite3.Connection, rels: Iterable[str]) -> None:
    """Make the next look read these folders, changed or not."""
    connection.executemany("INSERT OR REPLACE INTO folders VALUES (?, 0)", ((rel,) for rel in rels))


def known_folders(connection: sqlite3.Connection) -> dict[str, int]:
    """Return the noted stamp of each folder."""
    return dict(connection.execute("SELECT rel, stamp FROM folders"))


def notes_of(connection: sqlite3.Connection, rels: Iterable[str]) -> Notes:
    """Return the notes of these folders; a folder without notes is in the answer, too."""
    notes: Notes = {}
    for rel in rels:
        rows = connection.execute(
            "SELECT name, records.clip_id, changed_ns, video_rel, missing FROM records"
            " LEFT JOIN clips ON clips.clip_id = records.clip_id WHERE folder = ?",
            (rel,),
        )
        notes[rel] = {name: Noted(clip_id, ns, video, bool(gone)) for name, clip_id, ns, video, gone in rows}
    return notes
