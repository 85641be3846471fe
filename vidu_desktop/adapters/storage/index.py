"""The index of the library: a cache of the records that lists and searches fast. Whatever it holds can be rebuilt.

Paths in it are relative to the library, so that the folder can be moved. The functions here run in the index
database's thread.
"""

import os
import sqlite3
import zlib
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from vidu_desktop.adapters.storage.database import Damaged
from vidu_desktop.adapters.storage.folder import LibraryFolder
from vidu_desktop.adapters.storage.migrations import transaction
from vidu_desktop.adapters.storage.search_text import indexed_text, match_query
from vidu_desktop.domain.clip import Clip, VideoFacts

_COLUMNS = (
    "clip_id, job_id, video_rel, created_at, mode, model, prompt, rehearsal, price_usd, width_px, height_px,"
    " duration_s, fps, frame_count, video_codec, audio_codec, file_bytes, sha256"
)
_NEWEST_FIRST = "ORDER BY created_at DESC, clip_id DESC"

Row = tuple[Any, ...]  # as SQLite gives it; the sum vouches for the types


def _first_schema(connection: sqlite3.Connection) -> None:
    # `row_sum` finds what a flipped bit did to a value, `meta.clips` a row that vanished: SQLite notices neither.
    connection.execute(
        "CREATE TABLE clips (row INTEGER PRIMARY KEY, clip_id TEXT NOT NULL UNIQUE, job_id TEXT,"
        " video_rel TEXT NOT NULL UNIQUE, created_at TEXT NOT NULL, mode TEXT NOT NULL, model TEXT NOT NULL,"
        " prompt TEXT NOT NULL, rehearsal INTEGER NOT NULL, price_usd TEXT NOT NULL, width_px INTEGER NOT NULL,"
        " height_px INTEGER NOT NULL, duration_s REAL NOT NULL, fps REAL NOT NULL, frame_count INTEGER,"
        " video_codec TEXT NOT NULL, audio_codec TEXT, file_bytes INTEGER NOT NULL, sha256 TEXT NOT NULL,"
        " missing INTEGER NOT NULL, row_sum INTEGER NOT NULL)"
    )
    connection.execute("CREATE INDEX clips_newest ON clips (created_at DESC, clip_id DESC)")
    connection.execute("CREATE INDEX clips_of_job ON clips (job_id)")
    connection.execute(
        "CREATE VIRTUAL TABLE words USING fts5 (text, tokenize = 'unicode61 remove_diacritics 2')"
    )
    connection.execute("CREATE TABLE meta (key TEXT PRIMARY KEY, value NOT NULL)")
    connection.execute("INSERT INTO meta (key, value) VALUES ('clips', 0)")
    connection.execute(
        "CREATE TRIGGER one_more AFTER INSERT ON clips BEGIN"
        " UPDATE meta SET value = value + 1 WHERE key = 'clips'; END"
    )
    connection.execute(
        "CREATE TRIGGER one_less AFTER DELETE ON clips BEGIN"
        " UPDATE meta SET value = value - 1 WHERE key = 'clips'; END"
    )


MIGRATIONS = (_first_schema,)


def check_whole(connection: sqlite3.Connection) -> None:
    """Raise Damaged when rows have vanished. The words are checked before the first search, see `IndexReader`."""
    (counted,) = connection.execute("SELECT count(*) FROM clips").fetchone()
    (worded,) = connection.execute("SELECT count(*) FROM words_docsize").fetchone()
    expected = get_meta(connection, "clips")
    if counted != expected or worded != expected:
        raise Damaged("the number of clips")


def get_meta(connection: sqlite3.Connection, key: str) -> object:
    row = connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
    return None if row is None else row[0]


def set_meta(connection: sqlite3.Connection, key: str, value: str) -> None:
    connection.execute("INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", (key, value))


def _sum(values: Sequence[object]) -> int:
    return zlib.crc32("\x1f".join(map(str, values)).encode("utf-8", "surrogatepass"))


def _clean(text: str) -> str:
    """Make a text storable: a record may hold half a surrogate pair, SQLite can't."""
    return text.encode("utf-8", "replace").decode("utf-8")


def put(connection: sqlite3.Connection, clip: Clip, video_rel: str, job_id: str | None) -> None:
    """Write a clip anew or over its earlier self; part of the caller's transaction."""
    drop(connection, [clip.clip_id])
    _insert(connection, clip, video_rel, job_id)


def _insert(connection: sqlite3.Connection, clip: Clip, video_rel: str, job_id: str | None) -> None:
    video = clip.video
    values = (
        clip.clip_id,
        job_id,
        video_rel,
        clip.created_at.astimezone(UTC).isoformat(timespec="microseconds"),
        clip.mode,
        clip.model,
        _clean(clip.prompt),
        int(clip.rehearsal),
        str(clip.price_usd),
        video.width_px,
        video.height_px,
        video.duration_s,
        video.fps,
        video.frame_count,
        video.video_codec,
        video.audio_codec,
        video.file_bytes,
        video.sha256,
    )
    marks = ", ".join("?" * (len(values) + 2))
    row = connection.execute(
        f"INSERT INTO clips ({_COLUMNS}, missing, row_sum) VALUES ({marks})",  # noqa: S608 - our own column names
        (*values, int(clip.missing), _sum(values)),
    ).lastrowid
    words = indexed_text(f"{clip.prompt} {Path(video_rel).stem}")
    connection.execute("INSERT INTO words (rowid, text) VALUES (?, ?)", (row, words))


def drop(connection: sqlite3.Connection, clip_ids: Iterable[str]) -> None:
    """Take clips out; part of the caller's transaction."""
    for clip_id in clip_ids:
        row = connection.execute("SELECT row FROM clips WHERE clip_id = ?", (clip_id,)).fetchone()
        if row is not None:
            connection.execute("DELETE FROM words WHERE rowid = ?", row)
            connection.execute("DELETE FROM clips WHERE row = ?", row)


def clear(connection: sqlite3.Connection) -> None:
    """Take everything out; part of the caller's transaction."""
    connection.execute("DELETE FROM words")
    connection.execute("DELETE FROM clips")


class IndexReader:
    """Turns rows into clips for a library at a place. `covers_dir` holds the covers by clip id."""

    def __init__(self, folder: LibraryFolder, covers_dir: Path) -> None:
        self._folder = folder
        self._covers_dir = covers_dir
        self.words_to_check = False
        """Set at each opening: checking the words takes 0.2 s with 100,000 clips, so it waits for the first search."""

    def cover_path(self, clip_id: str) -> Path:
        name = "".join(char if char.isalnum() and char.isascii() else "_" for char in clip_id)
        return self._covers_dir / name[:2] / f"{name}.jpg"

    def newest(self, connection: sqlite3.Connection, limit: int | None, offset: int) -> list[Clip]:
        query = f"SELECT {_COLUMNS}, missing, row_sum FROM clips {_NEWEST_FIRST} LIMIT ? OFFSET ?"  # noqa: S608
        return self._clips(connection.execute(query, (-1 if limit is None else limit, offset)))

    def search(self, connection: sqlite3.Connection, text: str, limit: int | None) -> list[Clip]:
        most = -1 if limit is None else limit
        select = f"SELECT {_COLUMNS}, missing, row_sum FROM clips"  # noqa: S608
        match = match_query(text)
        if match is None:  # signs and emoji only: the words don't hold them
            query = f"{select} WHERE instr(prompt, ?) {_NEWEST_FIRST} LIMIT ?"
            return self._clips(connection.execute(query, (_clean(text.strip()), most)))
        if self.words_to_check:
            connection.execute("INSERT INTO words (words) VALUES ('integrity-check')")
            self.words_to_check = False
        query = f"{select} WHERE row IN (SELECT rowid FROM words WHERE words MATCH ?) {_NEWEST_FIRST} LIMIT ?"  # noqa: S608
        return self._clips(connection.execute(query, (match, most)))

    def by_id(self, connection: sqlite3.Connection, clip_id: str) -> Clip | None:
        return self._one(connection, "clip_id", clip_id)

    def by_job(self, connection: sqlite3.Connection, job_id: str) -> Clip | None:
        return self._one(connection, "job_id", job_id)

    def _one(self, connection: sqlite3.Connection, column: str, value: str) -> Clip | None:
        query = f"SELECT {_COLUMNS}, missing, row_sum FROM clips WHERE {column} = ? {_NEWEST_FIRST} LIMIT 1"  # noqa: S608
        clips = self._clips(connection.execute(query, (value,)))
        return clips[0] if clips else None

    def _clips(self, rows: Iterable[Row]) -> list[Clip]:
        all_missing = not self._folder.is_there
        return [self._clip(row, all_missing=all_missing) for row in rows]

    def _clip(self, row: Row, *, all_missing: bool) -> Clip:
        *values, missing, row_sum = row
        if _sum(values) != row_sum:
            raise Damaged("a clip's values")
        clip_id, _job_id, video_rel, created_at, mode, model, prompt, rehearsal, price_usd, *video = values
        return Clip(
            clip_id=clip_id,
            video_path=f"{self._folder.root}{os.sep}{video_rel.replace('/', os.sep)}",  # 100,000 of them: no Path
            cover_path=str(self.cover_path(clip_id)),
            created_at=datetime.fromisoformat(created_at),
            mode=mode,
            model=model,
            prompt=prompt,
            rehearsal=bool(rehearsal),
            price_usd=Decimal(price_usd),
            video=VideoFacts(**dict(zip(VideoFacts.__slots__, video, strict=True))),
            missing=bool(missing) or all_missing,
        )


def replace_all(
    connection: sqlite3.Connection, rows: Iterable[tuple[Clip, str, str | None]], *, library: str | None
) -> int:
    """Fill the index anew in one transaction; give how many clips it holds.

    `library` is the folder that it now stands for; None when it stands for none, and is to be filled later.
    """
    with transaction(connection):
        clear(connection)
        connection.execute("DELETE FROM meta WHERE key = 'library'")
        if library is not None:
            set_meta(connection, "library", _clean(library))
        for clip, video_rel, job_id in rows:
            _insert(connection, clip, video_rel, job_id)
    (count,) = connection.execute("SELECT count(*) FROM clips").fetchone()
    return int(count)
