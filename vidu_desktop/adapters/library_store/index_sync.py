"""Brings the index up to date with the folder: with changes that another computer or a person has made, or that we made
before the program was killed.

Only folders whose stamp has changed are listed, and of their records only those with a changed time are read. So with 100,000
unchanged clips a scan only costs a stat for each folder.
"""

import os
import posixpath
import sqlite3
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from vidu_desktop.adapters.index import clip_index
from vidu_desktop.adapters.index.index_rows import IndexRow
from vidu_desktop.adapters.index.scan_state import (
    Noted,
    Notes,
    forget_folders,
    known_folders,
    look_again,
    note_folder,
    note_record,
    notes_of,
)
from vidu_desktop.adapters.library_store.library_store import LibraryStore
from vidu_desktop.adapters.library_store.record_rows import read_share
from vidu_desktop.adapters.records.folder_scan import (
    FolderLook,
    SeenFolder,
    look_at,
    rel_of,
    reliable_time_ns,
)
from vidu_desktop.adapters.records.library_layout import RECORD_SUFFIX
from vidu_desktop.adapters.sqlite.migrations import transaction

_READ_MOST = 4_000
"""With more changed records than this, everything is read again: that uses all cores, in one pass."""
_SLICE = 40
"""How many records are written at once: this takes some hundredths of a second, for which a search may have to wait."""


@dataclass(slots=True)
class _Catch:
    """The changes to be written."""

    gone: list[tuple[str, str, Noted]] = field(default_factory=list)
    """Folder, name and note of records that are gone."""
    missing: dict[str, bool] = field(default_factory=dict)
    """By clip id: whether its video seems to be missing, where the index says the opposite."""


async def catch_up(store: LibraryStore) -> bool:
    """Look for changes; return True when the content of the index has changed. Raises DiskTrouble.

    Where all clips seem to be gone, none is removed: then a drive isn't connected.
    """
    if not await store.is_there() or store.index.newer is not None:
        return False
    known = await store.index.read(known_folders)
    look = await store.on_disk(lambda: look_at(store.folder, known), store.folder.root)
    if not look.seen and not look.gone:
        return False
    notes = await store.index.read(lambda connection: notes_of(connection, [*look.seen, *look.gone]))
    changed = list(_changed_records(look, notes))
    if len(changed) > _READ_MOST:
        await store.refill()
        return True
    catch = _compared(look, notes)
    root = str(store.folder.root)
    read = await store.on_disk(lambda: read_share(root, changed), store.folder.root)
    rows: dict[str, IndexRow | None] = dict.fromkeys(changed) | {one.record_rel: one.row for one in read}
    writer = _Writer(root, look)
    for begin in range(0, len(changed), _SLICE):
        some = changed[begin : begin + _SLICE]
        await store.index.write(
            lambda connection, some=some: writer.take(connection, {rel: rows[rel] for rel in some})  # type: ignore[misc]
        )
    try:
        await store.index.write(lambda connection: writer.finish(connection, catch))
    except _AllGone:
        await store.index.write(lambda connection: writer.miss_all(connection, catch))
    return writer.changed


class _AllGone(Exception):
    """Raised when not a single clip would be left: then a drive isn't connected."""


def _changed_records(look: FolderLook, notes: Notes) -> Iterator[str]:
    for rel, folder in look.seen.items():
        for name, changed_ns in folder.records.items():
            noted = notes[rel].get(name)
            # A record that came back from the trash is as old as it was when its clip was dropped.
            dropped = noted is not None and noted.clip_id and noted.video_rel is None
            if noted is None or noted.changed_ns != changed_ns or dropped:
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


class _Writer:
    """Writes a scan into the index. Files that change meanwhile are left for the next scan."""

    def __init__(self, root: str, look: FolderLook) -> None:
        self._root = root
        self._look = look
        self._put: set[str] = set()
        self._moving: set[str] = set()  # folders in which something changed since the look
        self._now_ns = time.time_ns()
        self.changed = False

    def take(self, connection: sqlite3.Connection, rows: Mapping[str, IndexRow | None]) -> None:
        """Put records into the index, by their paths; None is a record that can't be used."""
        with transaction(connection):
            for record_rel, row in rows.items():
                self._take(connection, record_rel, row)

    def _take(self, connection: sqlite3.Connection, record_rel: str, row: IndexRow | None) -> None:
        rel, name = posixpath.split(record_rel)
        changed_ns = self._look.seen[rel].records[name]
        if self._time_of(record_rel) != changed_ns:
            self._moving.add(rel)  # rewritten since the look: its old content must not get into the index
            return
        if row is not None and self._is_news(connection, row, record_rel):
            clip_index.put(connection, row)
            self._put.add(row.clip_id)
            self.changed = True
        note_record(
            connection, record_rel, row.clip_id if row else "", reliable_time_ns(changed_ns, self._now_ns)
        )

    def finish(self, connection: sqlite3.Connection, catch: _Catch) -> None:
        """Remove the clips that are gone, mark missing ones, and note the folders. Raises _AllGone; then nothing was done."""
        changed = self.changed
        try:
            with transaction(connection):
                dropped = [
                    note.clip_id
                    for rel, name, note in catch.gone
                    if self._let_go(connection, rel, name, note)
                ]
                (clips,) = connection.execute("SELECT count(*) FROM clips").fetchone()
                if dropped and len(dropped) == clips:
                    raise _AllGone
                clip_index.drop(connection, dropped)
                self.changed = self.changed or bool(dropped)
                self._say_missing(connection, catch)
                forget_folders(connection, self._look.gone)
                for rel, folder in self._look.seen.items():
                    if rel not in self._moving:
                        note_folder(connection, rel, folder.stamp, self._now_ns)
        except BaseException:
            self.changed = changed
            raise

    def miss_all(self, connection: sqlite3.Connection, catch: _Catch) -> None:
        """Mark the videos as missing until their folders are there again."""
        with transaction(connection):
            self._say_missing(connection, catch)
            look_again(connection, [*self._look.gone, *self._look.seen])

    def _is_news(self, connection: sqlite3.Connection, row: IndexRow, record_rel: str) -> bool:
        """Whether a record says something new and isn't a copy of another record that is there."""
        there = connection.execute(
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
        taken = connection.execute(
            "SELECT 1 FROM clips WHERE video_rel = ? AND clip_id <> ?", (row.video_rel, row.clip_id)
        ).fetchone()
        return own or taken is None

    def _let_go(self, connection: sqlite3.Connection, rel: str, name: str, note: Noted) -> bool:
        """Forget a record that is gone; return True when its clip is removed, too. Where its video is there, both stay."""
        record_rel = rel_of(rel, name)
        if self._is_there(record_rel):
            self._moving.add(rel)
            return False
        video_rel = None if note.clip_id in self._put else _video_of(connection, note.clip_id)
        is_its_own = video_rel is not None and _record_of(video_rel) == record_rel
        if is_its_own and self._is_there(video_rel or ""):
            return False
        connection.execute("DELETE FROM records WHERE folder = ? AND name = ?", (rel, name))
        return is_its_own

    def _say_missing(self, connection: sqlite3.Connection, catch: _Catch) -> None:
        """Mark videos as missing, or as there again, if that is still true."""
        for clip_id, missing in catch.missing.items():
            video_rel = None if clip_id in self._put else _video_of(connection, clip_id)
            if video_rel is not None and self._is_there(video_rel) is not missing:
                connection.execute("UPDATE clips SET missing = ? WHERE clip_id = ?", (missing, clip_id))
                self.changed = True

    def _is_there(self, rel: str) -> bool:
        return os.path.isfile(f"{self._root}/{rel}")

    def _time_of(self, rel: str) -> int | None:
        try:
            return os.stat(f"{self._root}/{rel}").st_mtime_ns  # noqa: PTH116 - see read_document
        except OSError:
            return None


def _video_of(connection: sqlite3.Connection, clip_id: str) -> str | None:
    found = connection.execute("SELECT video_rel FROM clips WHERE clip_id = ?", (clip_id,)).fetchone()
    return None if found is None else str(found[0])


def _record_of(video_rel: str) -> str:
    return f"{posixpath.splitext(video_rel)[0]}{RECORD_SUFFIX}"
