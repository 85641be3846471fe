"""The tables of the library's index, and the check that nothing was lost from them.

`clips.row` is the clip's creation time in microseconds (the next free number, where that is taken). So the rows themselves
are in the order of time, which FTS5 and the covering index deliver without sorting.

SQLite doesn't notice flipped bits and lost rows, so there are checksums: `row_sum` detects a changed value, `meta.clips` a
lost row, `meta.words_sum` a changed word (the check of FTS5 misses a changed letter in a word that occurs twice in its text).

`fidelity` is kept by the video's hash and isn't cleared when the index is filled anew, because measuring takes long.
"""

import sqlite3
import zlib

from vidu_desktop.adapters.index.search_text import symbols_apart
from vidu_desktop.adapters.sqlite.database import DatabaseDamaged
from vidu_desktop.adapters.sqlite.migrations import transaction

MEASURES = ("colour_shift", "structure", "frozen_s", "black_frames", "loop_jump")
"""The measures of fidelity that can be sorted by: columns of `fidelity`, and copied into `clips`."""
FILTERS = (
    "row DESC, rehearsal, mode, model, star, rating, verdict, project, shot, price_micro, currency, missing"
)
_INDEXES = {
    # Contains every filter in the order of the rows, so that finding clips doesn't read the wide table.
    "clips_by_row": f"clips ({FILTERS})",
    "clips_of_job": "clips (job_id)",
    "clips_of_origin": "clips (origin) WHERE origin <> ''",
    "clips_by_name": "clips (name_key, row)",
    "clips_by_rating": "clips (rating, row)",
    "clips_by_shot": "clips (shot_key, row)",
    "clips_by_size": "clips (file_bytes, row)",
    "clips_by_length": "clips (duration_s, row)",
    "clips_by_cost": "clips (cost_key, row)",
    "clips_by_measure": f"clips ({', '.join(MEASURES)}, row)",
    "clips_by_hash": "clips (sha256)",
    "tags_by_key": "clip_tags (tag_key, row)",
    "tags_by_row": "clip_tags (row)",
    "options_by_value": "clip_options (key, value, row)",
    "options_by_row": "clip_options (row)",
}


def _first_schema(connection: sqlite3.Connection) -> None:
    """Do nothing. Version 1 had other tables; since the index is a cache, version 2 makes its own and is filled from the
    records.
    """


def _second_schema(connection: sqlite3.Connection) -> None:
    connection.execute("DROP TABLE IF EXISTS meta")
    connection.execute("CREATE TABLE meta (key TEXT PRIMARY KEY, value NOT NULL)")
    connection.execute(
        "CREATE TABLE fidelity (sha256 TEXT PRIMARY KEY, version INTEGER NOT NULL, document TEXT NOT NULL,"
        " colour_shift REAL) WITHOUT ROWID"
    )
    make_empty(connection)
    finish(connection)


def _words_with_symbols(connection: sqlite3.Connection) -> None:
    """Write symbols in the words as words of their own; before, they were written unchanged, and no search found them."""
    for row, text in connection.execute("SELECT rowid, text FROM words").fetchall():
        if not text.isascii() and (apart := symbols_apart(text)) != text:
            connection.execute("UPDATE words SET text = ? WHERE rowid = ?", (apart, row))
    # Since then, records also contain an unknown price and the recipe's date: the next look reads all of them
    # again.
    for notes in ("folders", "records"):
        connection.execute(f"DELETE FROM {notes}")  # noqa: S608 - our own names


def _all_measures(connection: sqlite3.Connection) -> None:
    """Add the other measures as columns, from the documents; before, only the colour shift could be sorted by."""
    there = {name for _, name, *_ in connection.execute("PRAGMA table_info(fidelity)")}
    for name in MEASURES:
        if name not in there:
            connection.execute(f"ALTER TABLE fidelity ADD COLUMN {name} REAL")
    start, end = (f"json_extract(document, '$.{which}.structure')" for which in ("start", "end"))
    connection.execute(
        f"UPDATE fidelity SET structure = coalesce(min({start}, {end}), {start}, {end}),"  # noqa: S608 - our own names
        " frozen_s = json_extract(document, '$.frozen_s'),"
        " black_frames = json_extract(document, '$.black_frames'),"
        " loop_jump = json_extract(document, '$.seam') - json_extract(document, '$.seam_usual')"
        " WHERE json_valid(document)"
    )


def _options_by_name(connection: sqlite3.Connection) -> None:
    """Store all options; before, only one option had a column. The index is filled from the records when it is opened."""
    _fill_anew(connection)


def _origins(connection: sqlite3.Connection) -> None:
    """Store what asked for a clip (`origin`). Filled from the records in the same way."""
    _fill_anew(connection)


def _names_of_pictures(connection: sqlite3.Connection) -> None:
    """Store the names of the pictures that a clip was made from. Filled from the records in the same way."""
    _fill_anew(connection)


def _currencies(connection: sqlite3.Connection) -> None:
    """Store the currency of prices; before, all were in US dollars. Filled from the records in the same way."""
    _fill_anew(connection)


def _sums_of_words(connection: sqlite3.Connection) -> None:
    """Keep a checksum of the words, by which changed words are detected."""
    _watch_words(connection)


def _fill_anew(connection: sqlite3.Connection) -> None:
    make_empty(connection)
    finish(connection)
    connection.execute("DELETE FROM meta WHERE key = 'library'")


def make_empty(connection: sqlite3.Connection) -> None:
    """Make the tables of the clips again, empty. Call `finish` when they are filled.

    Dropping tables costs nothing; deleting 100,000 rows took two seconds.
    """
    for name in ("words", "clip_tags", "clip_options", "clips", "folders", "records"):
        connection.execute(f"DROP TABLE IF EXISTS {name}")
    connection.execute(
        "CREATE TABLE clips (row INTEGER PRIMARY KEY, clip_id TEXT NOT NULL UNIQUE, job_id TEXT,"
        " origin TEXT NOT NULL, video_rel TEXT NOT NULL UNIQUE, created_at TEXT NOT NULL, mode TEXT NOT NULL, model TEXT NOT NULL,"
        " options TEXT NOT NULL, prompt TEXT NOT NULL, pictures TEXT NOT NULL, rehearsal INTEGER NOT NULL,"
        " price TEXT NOT NULL, currency TEXT NOT NULL,"
        " width_px INTEGER NOT NULL, height_px INTEGER NOT NULL, duration_s REAL NOT NULL, fps REAL NOT NULL,"
        " frame_count INTEGER, video_codec TEXT NOT NULL, audio_codec TEXT, file_bytes INTEGER NOT NULL,"
        " sha256 TEXT NOT NULL, star INTEGER NOT NULL, rating INTEGER NOT NULL, verdict TEXT NOT NULL,"
        " winner INTEGER NOT NULL, tags TEXT NOT NULL, note TEXT NOT NULL, project TEXT NOT NULL,"
        " shot TEXT NOT NULL, take INTEGER, name_key TEXT NOT NULL, shot_key TEXT NOT NULL,"
        " price_micro INTEGER NOT NULL, cost_key INTEGER NOT NULL, missing INTEGER NOT NULL, row_sum INTEGER NOT NULL,"
        f" {', '.join(f'{name} REAL' for name in MEASURES)})"
    )
    connection.execute(
        "CREATE TABLE clip_tags (row INTEGER NOT NULL, tag_key TEXT NOT NULL, tag TEXT NOT NULL)"
    )
    connection.execute(
        "CREATE TABLE clip_options (row INTEGER NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL)"
    )
    _make_notes(connection)
    connection.execute(
        "CREATE VIRTUAL TABLE words USING fts5"
        " (text, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2')"
    )


def _make_notes(connection: sqlite3.Connection) -> None:
    """Make the tables with the state of folders and records when they were last read."""
    connection.execute(
        "CREATE TABLE IF NOT EXISTS folders (rel TEXT PRIMARY KEY, stamp INTEGER NOT NULL) WITHOUT ROWID"
    )
    connection.execute(
        "CREATE TABLE IF NOT EXISTS records (folder TEXT NOT NULL, name TEXT NOT NULL, clip_id TEXT NOT NULL,"
        " changed_ns INTEGER NOT NULL, PRIMARY KEY (folder, name)) WITHOUT ROWID"
    )


def finish(connection: sqlite3.Connection) -> None:
    """Make what belongs to the filled tables: the count of the clips, the triggers, and the indexes. Making indexes after the
    rows takes a third of the time.
    """
    for name, columns in _INDEXES.items():
        connection.execute(f"CREATE INDEX {name} ON {columns}")
    connection.execute(
        "INSERT OR REPLACE INTO meta (key, value) VALUES ('clips', (SELECT count(*) FROM clips NOT INDEXED))"
    )
    for event, step in (("INSERT", "+ 1"), ("DELETE", "- 1")):
        connection.execute(
            f"CREATE TRIGGER count_{event.lower()} AFTER {event} ON clips BEGIN"  # noqa: S608 - our own words
            f" UPDATE meta SET value = value {step} WHERE key = 'clips'; END"
        )
    _watch_words(connection)


def _watch_words(connection: sqlite3.Connection) -> None:
    """Delete the checksum of the words whenever a clip is added or removed; words don't change otherwise."""
    connection.execute("DELETE FROM meta WHERE key = 'words_sum'")
    for event in ("INSERT", "DELETE"):
        connection.execute(
            f"CREATE TRIGGER IF NOT EXISTS words_{event.lower()} AFTER {event} ON clips BEGIN"  # noqa: S608 - our own words
            " DELETE FROM meta WHERE key = 'words_sum'; END"
        )


MIGRATIONS = (
    _first_schema,
    _second_schema,
    _make_notes,
    _words_with_symbols,
    _all_measures,
    _options_by_name,
    _origins,
    _names_of_pictures,
    _currencies,
    _sums_of_words,
)


def get_meta(connection: sqlite3.Connection, key: str) -> object:
    row = connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
    return None if row is None else row[0]


def set_meta(connection: sqlite3.Connection, key: str, value: str | int) -> None:
    connection.execute("INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", (key, value))


def check_whole(connection: sqlite3.Connection) -> None:
    """Raise DatabaseDamaged when rows are missing from a table or an index, or when the words have changed."""
    expected = get_meta(connection, "clips")
    counted = (
        connection.execute("SELECT count(*) FROM clips NOT INDEXED").fetchone(),
        connection.execute("SELECT count(*) FROM clips INDEXED BY clips_by_row").fetchone(),
        connection.execute("SELECT count(*) FROM words_docsize").fetchone(),
    )
    if any(count != expected for (count,) in counted):
        raise DatabaseDamaged("the number of clips")
    if get_meta(connection, "words_sum") not in (None, _sum_of_words(connection)):
        raise DatabaseDamaged("the words")


def note_words(connection: sqlite3.Connection) -> None:
    """Keep the checksum of the present words for `check_whole`. It is valid until a clip is added or removed."""
    with transaction(connection):
        if get_meta(connection, "words_sum") is None:
            set_meta(connection, "words_sum", _sum_of_words(connection))


def _sum_of_words(connection: sqlite3.Connection) -> int:
    """Return a CRC of the word index; for 100,000 clips this takes about 0.05 s."""
    total = 0
    for number, block in connection.execute("SELECT id, block FROM words_data ORDER BY id"):
        total = zlib.crc32(block, zlib.crc32(str(number).encode(), total))
    return total
