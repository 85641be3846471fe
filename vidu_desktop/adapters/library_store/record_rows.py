"""Reads a library's records into rows of its index: in this process where there are few, on all cores where there are many.

The helpers are processes, not threads, because reading JSON holds the interpreter's lock. They get names and return plain
values.
"""

import gc
import logging
import os
from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import islice
from typing import Any, NamedTuple

from vidu_desktop.adapters.index.index_rows import IndexRow, index_row
from vidu_desktop.adapters.processes.helper_processes import HelperFailed, HelperProcesses, usable_cores
from vidu_desktop.adapters.records.library_layout import LibraryLayout, read_document
from vidu_desktop.domain.recipes import Document
from vidu_desktop.domain.records import clip_from_record, file_name_from_record, job_id_from_record
from vidu_desktop.errors import BadInput, DiskTrouble

_log = logging.getLogger(__name__)

_SHARE = 1_000
_AT_ONCE = 100
"""With this many records at a time, one step (reading, then converting) is done for all of them before the next: the
processor's caches then hold only what that step needs, which saves a sixth of the time.
"""
_FEW = 4 * _SHARE
"""Starting helpers takes a third of a second, as long as reading this many records."""
_HELPERS_MOST = 4
_SHARE_DEADLINE_S = 600.0
"""A share takes a tenth of a second; the deadline ends a helper that hangs on a missing drive."""


class ReadRecord(NamedTuple):
    """One record that was read: its row, or why it can't be used (`bad_code`)."""

    record_rel: str
    row: IndexRow | None
    bad_code: str = ""


_Plain = tuple[str, tuple[Any, ...] | None, str]
"""A ReadRecord without the named fields."""


def read_records(folder: LibraryLayout, record_rels: Sequence[str]) -> Iterator[ReadRecord]:
    """Yield these records in their order."""
    shares = [record_rels[at : at + _SHARE] for at in range(0, len(record_rels), _SHARE)]
    root, done = str(folder.root), 0
    if len(record_rels) > _FEW:
        for read in _read_by_helpers(root, shares):
            done += 1
            yield from read
    for share in islice(shares, done, None):
        yield from read_share(root, share)


def _read_by_helpers(root: str, shares: Sequence[Sequence[str]]) -> Iterator[list[ReadRecord]]:
    """Yield shares in their order. Ends early when helpers fail; the caller then reads the rest."""
    with closing(
        HelperProcesses(workers=min(usable_cores(), _HELPERS_MOST), niceness=0, name="records")
    ) as helpers:
        answers = [helpers.submit(_SHARE_DEADLINE_S, read_share_apart, root, share) for share in shares]
        try:
            for answer in answers:
                yield [
                    ReadRecord(record_rel, None if row is None else IndexRow._make(row), bad_code)
                    for record_rel, row, bad_code in answer.result()
                ]
        except (HelperFailed, OSError) as error:
            _log.warning("records are read without helpers: %s", error)


def read_share_apart(root: str, record_rels: Sequence[str]) -> list[_Plain]:
    """Return some records, read in a helper process, as plain tuples: these are transferred in half the time."""
    gc.disable()  # no reference cycles here: the collector would only cost time
    read = read_share(root, record_rels)
    return [(rel, None if row is None else tuple(row), bad_code) for rel, row, bad_code in read]


def read_share(root: str, record_rels: Sequence[str]) -> list[ReadRecord]:
    """Return some records of a library; JSON files that aren't records of ours are left out."""
    read: list[ReadRecord] = []
    for at in range(0, len(record_rels), _AT_ONCE):
        some = record_rels[at : at + _AT_ONCE]
        documents = [_document(root, record_rel) for record_rel in some]
        read += [
            _row(root, record_rel, document) if isinstance(document, dict) else document
            for record_rel, document in zip(some, documents, strict=True)
            if document is not None
        ]
    return read


def _document(root: str, record_rel: str) -> Document | ReadRecord | None:
    try:
        return read_document(f"{root}/{record_rel}")
    except Exception as error:  # noqa: BLE001 - see _bad
        return _bad(record_rel, error)


def _row(root: str, record_rel: str, document: Document) -> ReadRecord:
    try:
        folder, slash, _ = record_rel.rpartition("/")
        video_rel = f"{folder}{slash}{file_name_from_record(document)}"
        video_path = f"{root}/{video_rel}"
        clip = clip_from_record(
            document,
            video_path=video_path,
            cover_path=lambda _clip_id: "",  # a row has no cover
            missing=not os.path.isfile(video_path),
        )
        return ReadRecord(record_rel, index_row(clip, video_rel, job_id_from_record(document)))
    except Exception as error:  # noqa: BLE001 - see _bad
        return _bad(record_rel, error)


def _bad(record_rel: str, error: Exception) -> ReadRecord:
    """Return why a record can't be used. Any failure on one document is a finding about that document; the others are still
    read.
    """
    if isinstance(error, BadInput | DiskTrouble):
        return ReadRecord(record_rel, None, error.code)
    _log.error("a record can't be read", exc_info=error)
    return ReadRecord(record_rel, None, "record-damaged")
