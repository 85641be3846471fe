"""Writes the index of the library: a cache of the records for fast listing and searching. All of it can be rebuilt.

The functions here are parts of the caller's transaction and run on the index database's thread. index_query finds rows,
index_rows reads them.
"""

import json
import sqlite3
from collections.abc import Iterable, Sequence

from vidu_desktop.adapters.index.index_rows import VALUES, IndexRow
from vidu_desktop.adapters.index.index_schema import MEASURES, finish, make_empty, set_meta
from vidu_desktop.adapters.sqlite.migrations import transaction
from vidu_desktop.domain.fidelity import FIDELITY_VERSION, Fidelity, fidelity_to_document
from vidu_desktop.domain.json_reading import as_text
from vidu_desktop.library.ports import Take

_COLUMNS = f"row, {VALUES}, name_key, shot_key, price_micro, cost_key, missing, row_sum"
_CREATED_AT = VALUES.replace(" ", "").split(",").index("created_at")
_MARKS = ", ".join("?" * len(_COLUMNS.split(",")))
_MEASURES = ", ".join(MEASURES)
# With the measures of this very video, if it was measured before.
_INSERT = (
    f"INSERT INTO clips ({_COLUMNS}, {_MEASURES}) SELECT {_MARKS}, {_MEASURES} FROM (SELECT 1)"  # noqa: S608 - our own
    f" LEFT JOIN fidelity ON sha256 = ? AND version = {FIDELITY_VERSION}"
)
_INSERT_WORDS = "INSERT INTO words (rowid, text) VALUES (?, ?)"
_INSERT_TAG = "INSERT INTO clip_tags VALUES (?, ?, ?)"
_INSERT_OPTION = "INSERT INTO clip_options VALUES (?, ?, ?)"
_WORDS_BYTES = 64 << 20
"""How much FTS5 collects in memory before it writes a segment; 100,000 clips fill about half of it."""
_WORDS_BYTES_USUAL = 1 << 20


def put(connection: sqlite3.Connection, clip: IndexRow) -> None:
    """Insert a clip or replace its earlier state. It keeps its row, by which lists know it, unless `created_at` has changed."""
    earlier = connection.execute(
        "SELECT row, created_at FROM clips WHERE clip_id = ?", (clip.clip_id,)
    ).fetchone()
    drop(connection, [clip.clip_id])
    # Another clip may still be listed with this path: its file was replaced outside the program.
    for (clip_id,) in connection.execute(
        "SELECT clip_id FROM clips WHERE video_rel = ?", (clip.video_rel,)
    ).fetchall():
        drop(connection, [clip_id])
    if earlier is not None and earlier[1] == clip.columns[_CREATED_AT]:
        row = earlier[0]
    else:
        row = _free_row(connection, clip.moment_us)
    _insert(connection, [(row, clip)])


def _free_row(connection: sqlite3.Connection, row: int) -> int:
    while connection.execute("SELECT 1 FROM clips WHERE row = ?", (row,)).fetchone():
        row += 1
    return row


def _insert(connection: sqlite3.Connection, rows: Sequence[tuple[int, IndexRow]]) -> None:
    """Insert into one table after the other: FTS5 writes out what it has collected whenever another table is written.
    Inserting clip by clip took 9 times as long.
    """
    connection.executemany(_INSERT, ((row, *clip.columns) for row, clip in rows))
    connection.executemany(_INSERT_WORDS, ((row, clip.words) for row, clip in rows))
    connection.executemany(_INSERT_TAG, ((row, *tag) for row, clip in rows for tag in clip.tags))
    connection.executemany(_INSERT_OPTION, ((row, *option) for row, clip in rows for option in clip.options))


def drop(connection: sqlite3.Connection, clip_ids: Iterable[str]) -> None:
    """Remove clips from the index."""
    for clip_id in clip_ids:
        row = connection.execute("SELECT row FROM clips WHERE clip_id = ?", (clip_id,)).fetchone()
        if row is not None:
            connection.execute("DELETE FROM words WHERE rowid = ?", row)
            connection.execute("DELETE FROM clip_tags WHERE row = ?", row)
            connection.execute("DELETE FROM clip_options WHERE row = ?", row)
            connection.execute("DELETE FROM clips WHERE row = ?", row)


def replace_all(connection: sqlite3.Connection, clips: Iterable[IndexRow], *, library: str | None) -> int:
    """Replace the content of the index in one transaction; return how many clips it contains.

    `library` is the folder whose clips these are; None when the index belongs to no folder yet and will be filled later.
    """
    # All words fit into this cache (128 MB); with the usual 2 MB, every clip would read and write the same
    # pages again.
    connection.execute("PRAGMA cache_size = -131072")
    with transaction(connection):
        make_empty(connection)
        connection.execute("DELETE FROM meta WHERE key <> 'clips'")
        if library is not None:
            set_meta(connection, "library", as_text(library))
        _gather_words(connection, _WORDS_BYTES)
        _insert(connection, _numbered(clips))
        _gather_words(connection, _WORDS_BYTES_USUAL)
        finish(connection)
    connection.execute("PRAGMA cache_size = -2000")
    (count,) = connection.execute("SELECT count(*) FROM clips").fetchone()
    return int(count)


def _gather_words(connection: sqlite3.Connection, most_bytes: int) -> None:
    connection.execute("INSERT INTO words (words, rank) VALUES ('hashsize', ?)", (most_bytes,))


def _numbered(clips: Iterable[IndexRow]) -> list[tuple[int, IndexRow]]:
    """Return the clips with their row numbers, oldest first, so that the tables only grow at their end."""
    numbered: list[tuple[int, IndexRow]] = []
    last = 0
    for clip in sorted(clips, key=lambda clip: (clip.moment_us, clip.clip_id)):
        last = max(clip.moment_us, last + 1)
        numbered.append((last, clip))
    return numbered


def sample(connection: sqlite3.Connection, most: int) -> list[tuple[str, str]]:
    """Return clip id and video path of at most `most` clips, evenly spread over the time from the oldest to the newest."""
    oldest, newest = connection.execute("SELECT min(row), max(row) FROM clips").fetchone()
    if oldest is None:
        return []
    found = {
        connection.execute(
            "SELECT clip_id, video_rel FROM clips WHERE row >= ? ORDER BY row LIMIT 1",
            (oldest + (newest - oldest) * place // max(most - 1, 1),),
        ).fetchone()
        for place in range(most)
    }
    return sorted(found)


def put_fidelity(connection: sqlite3.Connection, sha256: str, fidelity: Fidelity) -> None:
    """Keep the measures of a video, for all clips with its hash."""
    document = json.dumps(fidelity_to_document(fidelity), separators=(",", ":"))
    measures = (
        fidelity.worst_colour,
        fidelity.worst_structure,
        fidelity.frozen_s,
        fidelity.black_frames,
        fidelity.loop_jump,
    )
    marks = ", ".join("?" * len(measures))
    connection.execute(
        f"INSERT OR REPLACE INTO fidelity (sha256, version, document, {_MEASURES})"  # noqa: S608 - our own names
        f" VALUES (?, ?, ?, {marks})",
        (sha256, FIDELITY_VERSION, document, *measures),
    )
    connection.execute(
        f"UPDATE clips SET ({_MEASURES}) = ({marks}) WHERE sha256 = ?",  # noqa: S608 - our own names
        (*measures, sha256),
    )


def takes_of(connection: sqlite3.Connection, project: str, shot: str) -> list[Take]:
    """Return the clips of a shot, in any order."""
    rows = connection.execute(
        "SELECT clip_id, take, winner FROM clips WHERE shot = ? AND project = ?",
        (as_text(shot), as_text(project)),
    )
    return [Take(clip_id, number, bool(winner)) for clip_id, number, winner in rows]
