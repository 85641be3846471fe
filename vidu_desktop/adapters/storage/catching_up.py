"""Brings the index up to what has become of the folder: by another computer, by hand, or by us before a kill.

Only folders whose stamp isn't the one that was noted are looked into, and of their records only those are read whose
time isn't. So a look at 100,000 clips that are as they were costs a stat for each folder.
"""

import os
import posixpath
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, field

from vidu_desktop.adapters.storage import index
from vidu_desktop.adapters.storage.folder import RECORD_SUFFIX
from vidu_desktop.adapters.storage.folder_look import FolderLook, SeenFolder, look_at, rel_of
from vidu_desktop.adapters.storage.folder_notes import Noted, Notes, known_folders, notes_of
from vidu_desktop.adapters.storage.index_rows import IndexRow
from vidu_desktop.adapters.storage.migrations import transaction
from vidu_desktop.adapters.storage.record_rows import read_share
from vidu_desktop.adapters.storage.shelf import Shelf

_READ_MOST = 4_000
"""From so many records on everything is read anew: that has helpers, and is one pass."""


@dataclass(slots=True)
class _Catch:
    """What is to be written."""

    rows: dict[str, IndexRow | None] = field(default_factory=dict)
    """By the path of the record that was read; None for one that can't be used."""
    gone: list[tuple[str, str, Noted]] = field(default_factory=list)
    """Folder and name of records that aren't there any more."""
    missing: dict[str, bool] = field(default_factory=dict)
    """By clip id: whether its video seems to be missing, where the index says otherwise."""


async def catch_up(shelf: Shelf) -> bool:
    """Look for changes; True when what the index says has changed. Raises DiskTrouble.

    With everything gone nothing is changed: that is a drive that isn't connected, not a library without clips.
    """
    if not shelf.folder.is_there or shelf.index.newer is not None:
        return False
    known = await shelf.index.read(known_folders)
    look = await shelf.on_disk(lambda: look_at(shelf.folder, known), shelf.folder.root)
    if not look.seen and not look.gone:
        return False
    notes = await shelf.index.read(lambda connection: notes_of(connection, [*look.seen, *look.gone]))
    changed = list(_changed_records(look, notes))
    if len(changed) > _READ_MOST:
        await shelf.refill()
        return True
    catch = _compared(look, notes)
    root = str(shelf.folder.root)
    read = await shelf.on_disk(lambda: read_share(root, changed), shelf.folder.root)
    catch.rows = dict.fromkeys(changed) | {one.record_rel: one.row for one in read}
    return await shelf.index.write(lambda connection: _write(connection, root, look, catch))


def _changed_records(look: FolderLook, notes: Notes) -> Iterable[str]:
    for rel, folder in look.seen.items():
        for name, changed_ns in folder.records.items():
            noted = notes[rel].get(name)
            if noted is None or noted.changed_ns != changed_ns:
                yield rel_of(rel, name)


def _compared(look: FolderLook, notes: Notes) -> _Catch:
    catch = _Catch()
    nothing = SeenFolder(stamp=0, records={}, videos=frozenset())
    for rel, noted in notes.items():
        folder = look.seen.get(rel, nothing)
        for name, note in noted.items():
            if name not in folder.records:
                catch.gone.append((rel, name, note))
            if note.video_rel is not None and posixpath.dirname(note.video_rel) == rel:
                missing = posixpath.basename(note.video_rel) not in folder.videos
                if missing != note.missing:
                    catch.missing[note.clip_id] = missing
    return catch


def _write(connection: sqlite3.Connection, root: str, look: FolderLook, catch: _Catch) -> bool:
    with transaction(connection):
        held = _Writer(connection, root)
        for record_rel, row in catch.rows.items():
            held.take(record_rel, row, look)
        for rel, name, note in catch.gone:
            held.let_go(rel, name, note)
        (clips,) = connection.execute("SELECT count(*) FROM clips").fetchone()
        if held.dropped and len(held.dropped) == clips:
            return False
        index.drop(connection, held.dropped)
        for clip_id, missing in catch.missing.items():
            held.say_missing(clip_id, missing=missing)
        for rel in look.gone:
            connection.execute("DELETE FROM folders WHERE rel = ?", (rel,))
            connection.execute("DELETE FROM records WHERE folder = ?", (rel,))
        for rel, folder in look.seen.items():
            if rel not in held.moving:
                connection.execute("INSERT OR REPLACE INTO folders VALUES (?, ?)", (rel, folder.stamp))
        return held.changed or bool(held.dropped)


class _Writer:
    """Works within one transaction. What moves under its eyes is left for the next look."""

    def __init__(self, connection: sqlite3.Connection, root: str) -> None:
        self._connection = connection
        self._root = root
        self._put: set[str] = set()
        self.moving: set[str] = set()
        """Folders in which something changed since the look."""
        self.changed = False
        self.dropped: list[str] = []

    def take(self, record_rel: str, row: IndexRow | None, look: FolderLook) -> None:
        """Take in what a record says, unless it says nothing new or is a copy of another that is there."""
        rel, name = posixpath.split(record_rel)
        changed_ns = look.seen[rel].records[name]
        if self._time_of(record_rel) != changed_ns:
            self.moving.add(rel)  # written anew by us: then the index follows, and must not be set back
            return
        if row is not None and self._is_news(row, record_rel):
            index.put(self._connection, row)
            self._put.add(row.clip_id)
            self.changed = True
        self._connection.execute(
            "INSERT INTO records VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET changed_ns = excluded.changed_ns,"
            " clip_id = CASE excluded.clip_id WHEN '' THEN clip_id ELSE excluded.clip_id END",
            (rel, name, row.clip_id if row else "", changed_ns),
        )

    def _is_news(self, row: IndexRow, record_rel: str) -> bool:
        there = self._connection.execute(
            "SELECT row_sum, missing, video_rel FROM clips WHERE clip_id = ?", (row.clip_id,)
        ).fetchone()
        if there is not None:
            row_sum, missing, video_rel = there
            if (row_sum, bool(missing), video_rel) == (row.row_sum, row.missing, row.video_rel):
                return False
            stays = video_rel != row.video_rel and self._is_there(_record_of(video_rel))
            if stays and (row.missing or not missing):
                return False  # a copy
        own = _record_of(row.video_rel) == record_rel
        taken = self._connection.execute(
            "SELECT 1 FROM clips WHERE video_rel = ? AND clip_id <> ?", (row.video_rel, row.clip_id)
        ).fetchone()
        return own or taken is None

    def let_go(self, rel: str, name: str, note: Noted) -> None:
        """Take out the clip of a record that is gone with its video; with the video there, the clip stays."""
        record_rel = rel_of(rel, name)
        if self._is_there(record_rel):
            self.moving.add(rel)
            return
        if note.clip_id not in self._put and (found := self._video_of(note.clip_id)) is not None:
            if _record_of(found) == record_rel and self._is_there(found):
                return
            if _record_of(found) == record_rel:
                self.dropped.append(note.clip_id)
        self._connection.execute("DELETE FROM records WHERE folder = ? AND name = ?", (rel, name))

    def say_missing(self, clip_id: str, *, missing: bool) -> None:
        """Say that a video is missing or is there again, if it is so now."""
        video_rel = self._video_of(clip_id)
        if clip_id not in self._put and video_rel is not None and self._is_there(video_rel) is not missing:
            self._connection.execute("UPDATE clips SET missing = ? WHERE clip_id = ?", (missing, clip_id))
            self.changed = True

    def _video_of(self, clip_id: str) -> str | None:
        found = self._connection.execute(
            "SELECT video_rel FROM clips WHERE clip_id = ?", (clip_id,)
        ).fetchone()
        return None if found is None else str(found[0])

    def _is_there(self, rel: str) -> bool:
        return os.path.isfile(f"{self._root}/{rel}")  # noqa: PTH113 - see read_document

    def _time_of(self, rel: str) -> int | None:
        try:
            return os.stat(f"{self._root}/{rel}").st_mtime_ns  # noqa: PTH116 - see read_document
        except OSError:
            return None


def _record_of(video_rel: str) -> str:
    return f"{posixpath.splitext(video_rel)[0]}{RECORD_SUFFIX}"
