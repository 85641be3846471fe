"""Turns a clip into a row of the index and back. Paths in rows are relative to the library, so that its folder can be moved."""

import json
import os
import posixpath
import re
import sqlite3
import unicodedata
import zlib
from collections.abc import Sequence
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

from vidu_desktop.adapters.index.search_text import indexed_text
from vidu_desktop.adapters.records.library_layout import LibraryLayout
from vidu_desktop.adapters.sqlite.database import DatabaseDamaged
from vidu_desktop.domain.amounts import FREE, Currency, Money
from vidu_desktop.domain.clip import Clip, VideoFacts
from vidu_desktop.domain.fidelity import FIDELITY_VERSION, Fidelity, fidelity_from_document
from vidu_desktop.domain.json_reading import as_text
from vidu_desktop.domain.marks import TAKE_MOST, Marks, Verdict
from vidu_desktop.domain.options import KINDS
from vidu_desktop.errors import BadInput

KnownRows = dict[int, tuple[tuple[Any, ...], bool, Clip]]
"""By row number: the row as it was read, whether the whole library was missing then, and its clip."""
Row = tuple[Any, ...]  # as SQLite returns it; the checksum guarantees the types

FILTERED = tuple(key for key, kind in KINDS.items() if kind.filtered)
VALUES = (
    "clip_id, job_id, origin, video_rel, created_at, mode, model, options, prompt, pictures, rehearsal, price, currency,"
    " width_px, height_px, duration_s, fps, frame_count, video_codec, audio_codec, file_bytes, sha256, star, rating, verdict,"
    " winner, tags, note, project, shot, take"
)
"""The columns from which a clip is read back; `row_sum` is their checksum."""
_VIDEO_AT, _MARKS_AT = 13, 22
_SHA256_AT = VALUES.replace(" ", "").split(",").index("sha256")
_ROW_SUM_AT = -2  # of `IndexRow.columns`
_COST_STEP = 10**13
"""Above the highest price in millionths."""
_CURRENCY_STEPS = {currency: _COST_STEP * place for place, currency in enumerate(Currency)}
_AFTER_ALL = "\U0010ffff"
_DIGITS = re.compile(r"\d{1,18}")
_RANKS = {Verdict.KEEP: "1", None: "2", Verdict.REJECT: "3"}
_WINNERS_RANK = "0"
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_LIST_AS_JSON = json.JSONEncoder(ensure_ascii=False).encode


class IndexRow(NamedTuple):
    """A clip as the index stores it, without its row number. Only plain values, because a helper process may make it.

    `columns` are the values that `clip_index` inserts into `clips`. `tags` holds pairs of key and tag, `options` those that
    can be filtered by.
    """

    clip_id: str
    video_rel: str
    moment_us: int
    missing: bool
    columns: Row
    words: str
    tags: tuple[tuple[str, str], ...]
    options: tuple[tuple[str, str], ...]

    @property
    def row_sum(self) -> int:
        """The checksum of the values from which the clip is read back: rows with the same checksum have the same content."""
        return int(self.columns[_ROW_SUM_AT])


def index_row(clip: Clip, video_rel: str, job_id: str | None) -> IndexRow:
    """Return a clip as a row. `video_rel` is the path of its video inside the library; `job_id` is the job that made it, or
    None.
    """
    values = values_of(clip, video_rel, job_id)
    stem = _stem(video_rel)
    derived = derived_of(clip, stem)
    return IndexRow(
        clip_id=clip.clip_id,
        video_rel=video_rel,
        moment_us=microseconds(clip.created_at),
        missing=clip.missing,
        columns=(*values, *derived, int(clip.missing), sum_of(values), values[_SHA256_AT]),
        words=searchable_words(clip, stem),
        tags=tuple((tag_key(tag), as_text(tag)) for tag in clip.marks.tags),
        options=tuple((key, as_text(str(clip.options[key]))) for key in FILTERED if key in clip.options),
    )


def sum_of(values: Sequence[object]) -> int:
    return zlib.crc32("\x1f".join(map(str, values)).encode("utf-8", "surrogatepass"))


def microseconds(moment: datetime) -> int:
    """Return a moment as microseconds since 1970 in UTC; a clip's row number starts from it."""
    since = moment.astimezone(UTC) - _EPOCH
    return (since.days * 86_400 + since.seconds) * 1_000_000 + since.microseconds


def values_of(clip: Clip, video_rel: str, job_id: str | None) -> Row:
    """Return the values of the columns in VALUES."""
    video, marks = clip.video, clip.marks
    return (
        clip.clip_id,
        job_id,
        as_text(clip.origin),
        video_rel,
        clip.created_at.astimezone(UTC).isoformat(timespec="microseconds"),
        clip.mode,
        clip.model,
        json.dumps(dict(clip.options)) if clip.options else "",
        as_text(clip.prompt),
        _listed(clip.picture_names),
        int(clip.rehearsal),
        "" if clip.price is None else str(clip.price.amount),
        (clip.price or FREE).currency.value,
        video.width_px,
        video.height_px,
        video.duration_s,
        video.fps,
        video.frame_count,
        video.video_codec,
        video.audio_codec,
        video.file_bytes,
        video.sha256,
        int(marks.star),
        marks.rating,
        marks.verdict or "",
        int(marks.winner),
        _listed(marks.tags),
        as_text(marks.note),
        as_text(marks.project),
        as_text(marks.shot),
        marks.take,
    )


def _listed(texts: Sequence[str]) -> str:
    return as_text(_LIST_AS_JSON(texts)) if texts else ""


def _unlisted(text: str) -> tuple[str, ...]:
    return tuple(json.loads(text)) if text else ()


def derived_of(clip: Clip, stem: str) -> tuple[str, str, int, int]:
    """Return the values for sorting and summing: name_key, shot_key, price_micro, cost_key. The last one sorts by currency
    first. `stem` is the file's name without its ending.
    """
    price = clip.price or FREE
    micro = round(price.amount * 1_000_000)
    return natural_key(stem), shot_key(clip.marks), micro, _CURRENCY_STEPS[price.currency] + micro


def _stem(video_rel: str) -> str:
    return posixpath.splitext(posixpath.basename(video_rel))[0]


def searchable_words(clip: Clip, stem: str) -> str:
    """Return the searchable text, cut into words. `stem` is the file's name without its ending."""
    marks = clip.marks
    said = (
        clip.prompt,
        *clip.picture_names,
        stem,
        *marks.tags,
        marks.note,
        marks.project,
        marks.label,
    )
    return indexed_text(" ".join(filter(None, (*said, marks.shot))))


def natural_key(text: str) -> str:
    """Return a sort key that puts `S2` before `S10` and ignores case and width."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return as_text(_DIGITS.sub(lambda digits: digits.group().zfill(18), folded))


def shot_key(marks: Marks) -> str:
    """Return a sort key for takes: by project, shot and rank (the winner, kept, undecided, rejected), then by number."""
    if not marks.shot and not marks.project:
        return _AFTER_ALL
    rank = _WINNERS_RANK if marks.winner else _RANKS[marks.verdict]
    take = TAKE_MOST + 1 if marks.take is None else marks.take
    return "\x1f".join((natural_key(marks.project), natural_key(marks.shot), rank, f"{take:05d}"))


def tag_key(tag: str) -> str:
    """Return a tag in the form in which tags are compared: without case and width."""
    return as_text(unicodedata.normalize("NFKC", tag).casefold())


class RowReader:
    """Makes clips from rows, for a library in one place. `covers_dir` holds the covers by clip id."""

    def __init__(self, folder: LibraryLayout, covers_dir: Path) -> None:
        self._folder = folder
        self._covers_dir = covers_dir

    def cover_path(self, clip_id: str) -> Path:
        name = "".join(char if char.isalnum() and char.isascii() else "_" for char in clip_id)
        return self._covers_dir / name[:2] / f"{name}.jpg"

    def clips(
        self,
        connection: sqlite3.Connection,
        where: str,
        values: Sequence[object],
        known: KnownRows | None = None,
    ) -> list[Clip]:
        """Return the clips for which `where` holds (our own words, with `?` for each of the `values`). For rows that are
        unchanged since they were noted in `known`, the clip that was noted is returned; other rows are read and noted. Raises
        DatabaseDamaged.
        """
        query = (
            f"SELECT {VALUES}, missing, row_sum, row, (SELECT document FROM fidelity"  # noqa: S608 - our own names
            f" WHERE fidelity.sha256 = clips.sha256 AND version = {FIDELITY_VERSION}) FROM clips WHERE {where}"
        )
        all_missing = not self._folder.is_there
        if known is None:
            return [self._clip(row, all_missing=all_missing) for row in connection.execute(query, values)]
        clips = []
        for found in connection.execute(query, values):
            row = found[-2]
            had = known.get(row)
            if had is None or had[:2] != (found, all_missing):
                had = known[row] = found, all_missing, self._clip(found, all_missing=all_missing)
            clips.append(had[2])
        return clips

    def _clip(self, found: Row, *, all_missing: bool) -> Clip:
        *values, missing, row_sum, row, fidelity = found
        if sum_of(values) != row_sum:
            raise DatabaseDamaged("a clip's values")
        clip_id, _job_id, origin, video_rel, created_at, *asked = values[:_VIDEO_AT]
        mode, model, options, prompt, pictures, rehearsal, price, currency = asked
        video = VideoFacts(**dict(zip(VideoFacts.__slots__, values[_VIDEO_AT:_MARKS_AT], strict=True)))
        return Clip(
            clip_id=clip_id,
            video_path=f"{self._folder.root}{os.sep}{video_rel.replace('/', os.sep)}",
            cover_path=str(self.cover_path(clip_id)),
            created_at=datetime.fromisoformat(created_at),
            mode=mode,
            model=model,
            options=json.loads(options) if options else {},
            origin=origin,
            prompt=prompt,
            picture_names=_unlisted(pictures),
            rehearsal=bool(rehearsal),
            price=Money(Decimal(price), Currency(currency)) if price else None,
            video=video,
            missing=bool(missing) or all_missing,
            marks=_marks(values[_MARKS_AT:]),
            fidelity=_fidelity(fidelity),
            row=row,
        )


def _marks(values: Sequence[Any]) -> Marks:
    star, rating, verdict, winner, tags, note, project, shot, take = values
    return Marks(
        star=bool(star),
        rating=rating,
        verdict=Verdict(verdict) if verdict else None,
        winner=bool(winner),
        tags=_unlisted(tags),
        note=note,
        project=project,
        shot=shot,
        take=take,
    )


def _fidelity(document: str | None) -> Fidelity | None:
    if document is None:
        return None
    try:
        return fidelity_from_document(json.loads(document))
    except (ValueError, BadInput):
        return None  # a damaged measure only has to be measured again
