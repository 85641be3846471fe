"""Turns a person's search into SQL: which rows, in which order. The SQL consists only of our own words; values are bound."""

import sqlite3
from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from vidu_desktop.adapters.index.index_rows import FILTERED, microseconds, tag_key
from vidu_desktop.adapters.index.search_text import match_query
from vidu_desktop.domain.amounts import Currency, Money, Sums
from vidu_desktop.domain.json_reading import YEAR_LEAST, YEAR_MOST, as_text
from vidu_desktop.domain.library_query import MEASURED, Facets, LibraryQuery, SortKey, Totals, VerdictFilter
from vidu_desktop.domain.marks import Verdict
from vidu_desktop.domain.prompt_history import PastPrompt

_VERDICTS = {
    VerdictFilter.KEPT: ("verdict = ?", Verdict.KEEP.value),
    VerdictFilter.REJECTED: ("verdict = ?", Verdict.REJECT.value),
    VerdictFilter.OPEN: ("verdict = ?", ""),
    VerdictFilter.NOT_REJECTED: ("verdict != ?", Verdict.REJECT.value),
}
_SORTS = {
    SortKey.NAME: "name_key",
    SortKey.RATING: "rating",
    SortKey.SHOT: "shot_key",
    SortKey.FILE_SIZE: "file_bytes",
    SortKey.LENGTH: "duration_s",
    SortKey.COST: "cost_key",
    SortKey.COLOUR_SHIFT: "colour_shift",
    SortKey.STRUCTURE: "structure",
    SortKey.FROZEN: "frozen_s",
    SortKey.BLACK_FRAMES: "black_frames",
    SortKey.LOOP_JUMP: "loop_jump",
}


@dataclass(slots=True)
class _Where:
    """The SQL conditions collected so far, with their values."""

    words: list[str] = field(default_factory=list)
    values: list[object] = field(default_factory=list)

    def add(self, words: str, *values: object) -> None:
        self.words.append(words)
        self.values += values

    def one_of(self, column: str, values: Sequence[str]) -> None:
        if values:
            self.add(f"{column} IN ({', '.join('?' * len(values))})", *values)

    def has_options(self, options: Mapping[str, Sequence[str]]) -> None:
        for key, values in options.items():
            marks = ", ".join("?" * len(values))
            found = f"SELECT row FROM clip_options WHERE key = ? AND value IN ({marks})"  # noqa: S608 - only question marks
            self.add(f"row IN ({found})", as_text(key), *map(as_text, values))

    def sql(self, *more: str) -> str:
        return " AND ".join((*self.words, *more)) or "1"


def rows_of(connection: sqlite3.Connection, query: LibraryQuery, limit: int | None = None) -> "array[int]":
    """Return the rows that a query finds, in its order: the first `limit` of them, or all where it is None."""
    return array("q", (row for (row,) in _found(connection, query, -1 if limit is None else limit)))


def _found(connection: sqlite3.Connection, query: LibraryQuery, most: int) -> Iterator[tuple[int]]:
    where, match = _filters(query), match_query(query.text)
    if query.sort is SortKey.CREATED:
        return _by_time(connection, where, match, most, "ASC" if query.ascending else "DESC")
    if match is not None:
        where.add("row IN (SELECT rowid FROM words WHERE words MATCH ?)", match)
    # The columns are our own words; the person's text is bound.
    sql = f"SELECT row FROM clips WHERE {where.sql()} ORDER BY {_order(query)} LIMIT ?"  # noqa: S608
    return connection.execute(sql, (*where.values, most))


def _by_time(
    connection: sqlite3.Connection, where: _Where, match: str | None, most: int, order: str
) -> Iterator[tuple[int]]:
    """Yield the rows by time without sorting: the word index and the covering index are already in that order."""
    if match is None:
        sql = (
            f"SELECT row FROM clips INDEXED BY clips_by_row WHERE {where.sql()}"  # noqa: S608
            f" ORDER BY row {order} LIMIT ?"
        )
        return connection.execute(sql, (*where.values, most))
    if not where.words:
        sql = f"SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid {order} LIMIT ?"  # noqa: S608
        return connection.execute(sql, (match, most))
    # CROSS keeps SQLite from swapping the tables: the words are read first, by row.
    sql = (
        f"SELECT words.rowid FROM words CROSS JOIN clips ON clips.row = words.rowid"  # noqa: S608
        f" WHERE words MATCH ? AND {where.sql()} ORDER BY words.rowid {order} LIMIT ?"
    )
    return connection.execute(sql, (match, *where.values, most))


def _order(query: LibraryQuery) -> str:
    column, direction = _SORTS[query.sort], "ASC" if query.ascending else "DESC"
    last = f"{column} IS NULL, " if query.sort in MEASURED else ""
    return f"{last}{column} {direction}, row DESC"


def _filters(query: LibraryQuery) -> _Where:
    where = _Where()
    where.one_of("mode", query.modes)
    where.one_of("model", query.models)
    where.has_options(query.options_by_key)
    if query.starred:
        where.add("star = 1")
    if query.rating_least:
        where.add("rating >= ?", query.rating_least)
    if query.verdict is not None:
        where.add(*_VERDICTS[query.verdict])
    if query.project:
        where.add("project = ?", as_text(query.project))
    if query.shot:
        where.add("shot = ?", as_text(query.shot))
    if query.rehearsal is not None:
        where.add("rehearsal = ?", int(query.rehearsal))
    for tag in query.tags:
        where.add("row IN (SELECT row FROM clip_tags WHERE tag_key = ?)", tag_key(tag))
    if query.day_from is not None:
        where.add("row >= ?", _begin_of(query.day_from))
    if query.day_to is not None:
        where.add("row < ?", _begin_of(query.day_to, days_later=1))
    if query.text.strip() and match_query(query.text) is None:  # only punctuation: not in the word index
        where.add("(instr(prompt, ?) OR instr(note, ?))", *[as_text(query.text.strip())] * 2)
    return where


def _begin_of(day: date, days_later: int = 0) -> int:
    """Return the row number at which a day begins in local time. The calendar's first and last years are cut off, because not
    every time zone has a local time there.
    """
    day = min(max(day, date(YEAR_LEAST, 1, 1)), date(YEAR_MOST, 12, 30)) + timedelta(days=days_later)
    return microseconds(datetime.combine(day, time()).astimezone())


def past_prompts(connection: sqlite3.Connection, most: int) -> list[PastPrompt]:
    """Return the `most` latest prompts, each once."""
    sql = (
        "SELECT prompt, count(*), max(row), created_at FROM clips WHERE prompt != ''"
        " GROUP BY prompt ORDER BY max(row) DESC LIMIT ?"
    )
    return [
        PastPrompt(prompt=prompt, uses=uses, last_used_at=datetime.fromisoformat(created_at))
        for prompt, uses, _row, created_at in connection.execute(sql, (most,))
    ]


def totals_of(connection: sqlite3.Connection, query: LibraryQuery) -> Totals:
    """Return the totals of the clips that a query finds. `kept` and `chosen_from` ignore its verdict, star and rating."""
    clips, cost, kept = _sums(connection, query)
    undecided = replace(query, verdict=None, starred=False, rating_least=0)
    chosen_from = cost
    if undecided != query:
        _, chosen_from, kept = _sums(connection, undecided)
    return Totals(clips=clips, cost=cost, kept=kept, chosen_from=chosen_from)


def _sums(connection: sqlite3.Connection, query: LibraryQuery) -> tuple[int, Sums, dict[Currency, int]]:
    """Return how many clips there are, what they cost, and by currency how many paid ones are kept."""
    where, match = _filters(query), match_query(query.text)
    if match is not None:
        where.add("row IN (SELECT rowid FROM words WHERE words MATCH ?)", match)
    sql = (
        "SELECT currency, count(*), total(price_micro), total(verdict = ? AND price_micro > 0)"  # noqa: S608
        f" FROM clips WHERE {where.sql()} GROUP BY 1"
    )
    clips, cost, kept = 0, Sums(), dict[Currency, int]()
    for code, count, micro, of_these in connection.execute(sql, (Verdict.KEEP.value, *where.values)):
        currency = Currency(code)
        clips += count
        cost += Money(Decimal(int(micro)) / 1_000_000, currency)
        kept[currency] = int(of_these)
    return clips, cost, kept


def facets_of(connection: sqlite3.Connection) -> Facets:
    """Return the values that can be filtered by, each with its number of clips."""

    def counts(column: str) -> dict[str, int]:
        sql = f"SELECT {column}, count(*) FROM clips WHERE {column} != '' GROUP BY 1 ORDER BY 2 DESC, 1"  # noqa: S608
        return dict(connection.execute(sql).fetchall())

    shots: dict[str, list[str]] = {}
    for project, shot in connection.execute(
        "SELECT project, shot FROM clips WHERE project != '' OR shot != '' GROUP BY 1, 2 ORDER BY min(shot_key)"
    ):
        shots.setdefault(project, []).extend([shot] if shot else [])
    tags = connection.execute("SELECT min(tag), count(*) FROM clip_tags GROUP BY tag_key ORDER BY 2 DESC, 1")
    options: dict[str, dict[str, int]] = {key: {} for key in FILTERED}
    for key, value, count in connection.execute(
        "SELECT key, value, count(*) FROM clip_options GROUP BY 1, 2 ORDER BY 3 DESC, 2"
    ):
        options.setdefault(key, {})[value] = count
    (rehearsals,) = connection.execute("SELECT count(*) FROM clips WHERE rehearsal = 1").fetchone()
    return Facets(
        modes=counts("mode"),
        models=counts("model"),
        options=options,
        tags=dict(tags.fetchall()),
        projects={project: tuple(names) for project, names in shots.items()},
        rehearsals=rehearsals,
    )
