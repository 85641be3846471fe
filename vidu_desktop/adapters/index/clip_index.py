"""The index of the library: a cache of the records that lists and searches fast. Whatever it holds can be rebuilt.

The functions here write it, as parts of the caller's transaction and in the index database's thread; index_query
finds rows, index_rows reads them.
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
# The measures of this very video, from some earlier time.
_INSERT = (
    f"INSERT INTO clips ({_COLUMNS}, {_MEASURES}) SELECT {_MARKS}, {_MEASURES} FROM (SELECT 1)"  # noqa: S608 - our own
    f" LEFT JOIN fidelity ON sha256 = ? AND version = {FIDELITY_VERSION}"
)
_INSERT_WORDS = "INSERT INTO words (rowid, text) VALUES (?, ?)"
_INSERT_TAG = "INSERT INTO clip_tags VALUES (?, ?, ?)"
_INSERT_OPTION = "INSERT INTO clip_options VALUES (?, ?, ?)"
_WORDS_BYTES = 64 << 20
"""How much FTS5 gathers in memory before it writes a segment; 100,000 clips fill about half of it."""
_WORDS_BYTES_USUAL = 1 << 20


def put(connection: sqlite3.Connection, clip: IndexRow) -> None:
    """Insert a clip, or replace its earlier state and keep its row: lists know it by that."""
    earlier = connection.execute(
        "SELECT row, created_at FROM clips WHERE clip_id = ?", (clip.clip_id,)
    ).fetchone()
    drop(connection, [clip.clip_id])
    # Another clip may be named as lying there: a file that was renamed over it outside the program.
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
    """Insert each table in one go: FTS5 writes out what it has whenever the table changes, which took 9 times as
    long.
    """
    connection.executemany(_INSERT, ((row, *clip.columns) for row, clip in rows))
    connection.executemany(_INSERT_WORDS, ((row, clip.words) for row, clip in rows))
    connection.executemany(_INSERT_TAG, ((row, *tag) for row, clip in rows for tag in clip.tags))
    connection.executemany(_INSERT_OPTION, ((row, *option) for row, clip in rows for option in clip.options))


def drop(connection: sqlite3.Connection, clip_ids: Iterable[str]) -> None:
    """Take clips out."""
    for clip_id in clip_ids:
        row = connection.execute("SELECT row FROM clips WHERE clip_id = ?", (clip_id,)).fetchone()
        if row is not None:
            connection.execute("DELETE FROM words WHERE rowid = ?", row)
            connection.execute("DELETE FROM clip_tags WHERE row = ?", row)
            connection.execute("DELETE FROM clip_options WHERE row = ?", row)
            connection.execute("DELETE FROM clips WHERE row = ?", row)


def replace_all(connection: sqlite3.Connection, clips: Iterable[IndexRow], *, library: str | None) -> int:
    """Fill the index anew in one transaction; return how many clips it holds.

    `library` is the folder that it now stands for; None when it stands for none, and is to be filled later.
    """
    # The whole of the words fits into that; with the usual 2 MB every clip reads and writes the same pages again.
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
    """Number the clips by their rows, oldest first: the tables then grow at their end only."""
    numbered: list[tuple[int, IndexRow]] = []
    last = 0
    for clip in sorted(clips, key=lambda clip: (clip.moment_us, clip.clip_id)):
        last = max(clip.moment_us, last + 1)
        numbered.append((last, clip))
    return numbered


def sample(connection: sqlite3.Connection, most: int) -> list[tuple[str, str]]:
    """Return clip id and video path of clips from the oldest to the newest, evenly spread over time."""
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
    """Keep what was measured of a video."""
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
    """Return the clips of a shot, in no order."""
    rows = connection.execute(
        "SELECT clip_id, take, winner FROM clips WHERE shot = ? AND project = ?",
        (as_text(shot), as_text(project)),
    )
    return [Take(clip_id, number, bool(winner)) for clip_id, number, winner in rows]
