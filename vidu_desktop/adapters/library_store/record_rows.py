"""Reads a library's records into rows of its index: here where they are few, on all cores where there are many.

The helpers are processes, not threads: reading JSON holds the interpreter's lock. They get names and return plain
values.
"""

import gc
import logging
import os
from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import islice
from typing import NamedTuple

from vidu_desktop.adapters.index.index_rows import IndexRow, index_row
from vidu_desktop.adapters.processes.helper_processes import HelperFailed, HelperProcesses, usable_cores
from vidu_desktop.adapters.records.library_layout import LibraryLayout, read_document
from vidu_desktop.domain.records import clip_from_record, file_name_from_record, job_id_from_record
from vidu_desktop.errors import BadInput, DiskTrouble

_log = logging.getLogger(__name__)

_SHARE = 1_000
_FEW = 4 * _SHARE
"""Starting helpers takes a third of a second: as long as reading that many."""
_HELPERS_MOST = 4
_SHARE_DEADLINE_S = 600.0
"""A share takes a tenth of a second here; this ends what hangs on a drive that is gone."""


class ReadRecord(NamedTuple):
    """One record that was read: what it says, or why it can't be used (`bad_code`)."""

    record_rel: str
    row: IndexRow | None
    bad_code: str = ""


def read_records(folder: LibraryLayout, record_rels: Sequence[str]) -> Iterator[ReadRecord]:
    """Read these records, in their order."""
    shares = [record_rels[at : at + _SHARE] for at in range(0, len(record_rels), _SHARE)]
    root, done = str(folder.root), 0
    if len(record_rels) > _FEW:
        for read in _read_by_helpers(root, shares):
            done += 1
            yield from read
    for share in islice(shares, done, None):
        yield from read_share(root, share)


def _read_by_helpers(root: str, shares: Sequence[Sequence[str]]) -> Iterator[list[ReadRecord]]:
    """Yield shares in their order; ends early when there can be no helpers: who asked then reads the rest."""
    with closing(
        HelperProcesses(workers=min(usable_cores(), _HELPERS_MOST), niceness=0, name="records")
    ) as helpers:
        answers = [helpers.submit(_SHARE_DEADLINE_S, read_share_apart, root, share) for share in shares]
        try:
            for answer in answers:
                yield answer.result()
        except (HelperFailed, OSError) as error:
            _log.warning("records are read without helpers: %s", error)


def read_share_apart(root: str, record_rels: Sequence[str]) -> list[ReadRecord]:
    """Read some records in a helper."""
    gc.disable()  # short lives without circles: collecting garbage would only look through what was just read
    return read_share(root, record_rels)


def read_share(root: str, record_rels: Sequence[str]) -> list[ReadRecord]:
    """Read some records of a library; JSON files that aren't ours are left out."""
    read = (_read(root, record_rel) for record_rel in record_rels)
    return [one for one in read if one is not None]


def _read(root: str, record_rel: str) -> ReadRecord | None:
    try:
        document = read_document(f"{root}/{record_rel}")
        if document is None:
            return None
        folder, slash, _ = record_rel.rpartition("/")
        video_rel = f"{folder}{slash}{file_name_from_record(document)}"
        video_path = f"{root}/{video_rel}"
        clip = clip_from_record(
            document,
            video_path=video_path,
            cover_path=lambda _clip_id: "",  # no part of a row
            missing=not os.path.isfile(video_path),  # noqa: PTH113 - see read_document
        )
        return ReadRecord(record_rel, index_row(clip, video_rel, job_id_from_record(document)))
    except (BadInput, DiskTrouble) as error:
        return ReadRecord(record_rel, None, error.code)
    except Exception:  # noqa: BLE001 - whatever one document does, it is a finding about that document and ends nothing else
        _log.exception("a record can't be read")
        return ReadRecord(record_rel, None, "record-damaged")
