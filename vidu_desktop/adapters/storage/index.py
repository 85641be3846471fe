"""The index of the library: a cache of the records that lists and searches fast. Whatever it holds can be rebuilt.

The functions here write it, as parts of the caller's transaction and in the index database's thread; index_query
finds rows, index_rows reads them.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence

from vidu_desktop.adapters.storage.index_rows import (
    VALUES,
    clean,
    derived_of,
    microseconds,
    sum_of,
    tag_key,
    values_of,
    words_of,
)
from vidu_desktop.adapters.storage.index_schema import drop_indexes, make_indexes, set_meta
from vidu_desktop.adapters.storage.migrations import transaction
from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.fidelity import FIDELITY_VERSION, Fidelity, fidelity_to_document

IndexRow = tuple[Clip, str, str | None]
"""A clip, its video's path inside the library, and the job that made it."""

_COLUMNS = f"row, {VALUES}, name_key, shot_key, price_microusd, missing, row_sum"
_MARKS = ", ".join("?" * len(_COLUMNS.split(",")))
# The shift is what was measured of this very video, at some earlier time.
_INSERT = (
    f"INSERT INTO clips ({_COLUMNS}, colour_shift) VALUES ({_MARKS},"  # noqa: S608 - our own column names
    f" (SELECT colour_shift FROM fidelity WHERE sha256 = ? AND version = {FIDELITY_VERSION}))"
)
_SHA256_AT = VALUES.replace(" ", "").split(",").index("sha256")


def put(connection: sqlite3.Connection, clip: Clip, video_rel: str, job_id: str | None) -> None:
    """Write a clip anew or over its earlier self."""
    drop(connection, [clip.clip_id])
    # Another clip may be named as lying there: a file that was renamed over it outside the program.
    for (clip_id,) in connection.execute(
        "SELECT clip_id FROM clips WHERE video_rel = ?", (video_rel,)
    ).fetchall():
        drop(connection, [clip_id])
    _insert(connection, _free_row(connection, microseconds(clip.created_at)), clip, video_rel, job_id)


def _free_row(connection: sqlite3.Connection, row: int) -> int:
    while connection.execute("SELECT 1 FROM clips WHERE row = ?", (row,)).fetchone():
        row += 1
    return row


def _insert(connection: sqlite3.Connection, row: int, clip: Clip, video_rel: str, job_id: str | None) -> None:
    values = values_of(clip, video_rel, job_id)
    tail = (*derived_of(clip, video_rel), int(clip.missing), sum_of(values), values[_SHA256_AT])
    connection.execute(_INSERT, (row, *values, *tail))
    connection.execute("INSERT INTO words (rowid, text) VALUES (?, ?)", (row, words_of(clip, video_rel)))
    for tag in clip.marks.tags:
        connection.execute("INSERT INTO clip_tags VALUES (?, ?, ?)", (row, tag_key(tag), clean(tag)))


def drop(connection: sqlite3.Connection, clip_ids: Iterable[str]) -> None:
    """Take clips out."""
    for clip_id in clip_ids:
        row = connection.execute("SELECT row FROM clips WHERE clip_id = ?", (clip_id,)).fetchone()
        if row is not None:
            connection.execute("DELETE FROM words WHERE rowid = ?", row)
            connection.execute("DELETE FROM clip_tags WHERE row = ?", row)
            connection.execute("DELETE FROM clips WHERE row = ?", row)


def replace_all(connection: sqlite3.Connection, rows: Sequence[IndexRow], *, library: str | None) -> int:
    """Fill the index anew in one transaction; give how many clips it holds.

    `library` is the folder that it now stands for; None when it stands for none, and is to be filled later.
    """
    # The whole of the words fits into that; with the usual 2 MB every clip reads and writes the same pages again.
    connection.execute("PRAGMA cache_size = -131072")
    with transaction(connection):
        for table in ("words", "clip_tags", "clips"):
            connection.execute(f"DELETE FROM {table}")  # noqa: S608 - our own tables
        connection.execute("DELETE FROM meta WHERE key = 'library'")
        if library is not None:
            set_meta(connection, "library", clean(library))
        drop_indexes(connection)
        for row, (clip, video_rel, job_id) in _with_rows(rows):
            _insert(connection, row, clip, video_rel, job_id)
        make_indexes(connection)
    connection.execute("PRAGMA cache_size = -2000")
    (count,) = connection.execute("SELECT count(*) FROM clips").fetchone()
    return int(count)


def _with_rows(rows: Sequence[IndexRow]) -> Iterator[tuple[int, IndexRow]]:
    """Give every clip its row, oldest first: the tables then grow at their end only."""
    last = 0
    for moment, row in sorted(
        ((microseconds(row[0].created_at), row) for row in rows), key=lambda one: (one[0], one[1][0].clip_id)
    ):
        last = max(moment, last + 1)
        yield last, row


def put_fidelity(connection: sqlite3.Connection, sha256: str, fidelity: Fidelity) -> None:
    """Keep what was measured of a video."""
    document = json.dumps(fidelity_to_document(fidelity), separators=(",", ":"))
    shift = fidelity.worst_colour
    connection.execute(
        "INSERT OR REPLACE INTO fidelity VALUES (?, ?, ?, ?)", (sha256, FIDELITY_VERSION, document, shift)
    )
    connection.execute("UPDATE clips SET colour_shift = ? WHERE sha256 = ?", (shift, sha256))


def next_take(connection: sqlite3.Connection, project: str, shot: str) -> int:
    """Give the number after the highest of a shot."""
    (highest,) = connection.execute(
        "SELECT max(take) FROM clips WHERE shot = ? AND project = ?", (clean(shot), clean(project))
    ).fetchone()
    return (highest or 0) + 1
