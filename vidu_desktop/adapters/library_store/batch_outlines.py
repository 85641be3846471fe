"""Outlines of batches, kept in the home's cache so that nobody reads all heads at each check of a sheet. Each belongs to the
head with one stamp: whoever asks has looked at the head. The files may be deleted at any time.
"""

import json
import os
import time
from contextlib import suppress
from pathlib import Path

from vidu_desktop.batch.outline import BatchOutline, Marks
from vidu_desktop.domain.batch_documents import head_from_document, head_to_document
from vidu_desktop.errors import BadInput

_VERSION = 1
_FILES_MOST = 1_000
_SETTLED_NS = 2_000_000_000
"""How long nobody must have written to a head before its outline is kept: file systems may give the same time to two writes
that follow each other.
"""


class KeptOutlines:
    """In `folder`; None keeps nothing. Never raises: an outline that can't be read is made anew."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def read(self, head: Path, stamp: str) -> BatchOutline | None:
        """Return the outline of the head with this stamp; None where it isn't kept."""
        if self._folder is None:
            return None
        try:
            document = json.loads((self._folder / head.name).read_bytes())
            if document["of"] != _of(head, stamp):
                return None
            marks = Marks(asked=frozenset(document["asked"]), videos=frozenset(document["videos"]))
            return BatchOutline(batch=head_from_document(document["head"]), marks=marks)
        except (OSError, ValueError, LookupError, TypeError, RecursionError, BadInput):
            return None

    def keep(self, head: Path, stamp: str, mtime_ns: int, outline: BatchOutline) -> None:
        """Keep the outline of the head with this stamp, which was last written at `mtime_ns`."""
        if self._folder is None or time.time_ns() - mtime_ns < _SETTLED_NS:
            return
        document = {
            "of": _of(head, stamp),
            "asked": sorted(outline.marks.asked),
            "videos": sorted(outline.marks.videos),
            "head": head_to_document(outline.batch),
        }
        part = self._folder / f"{head.stem}.{os.urandom(4).hex()}.part"
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            self._make_room(self._folder)
            part.write_bytes(json.dumps(document, separators=(",", ":")).encode("ascii"))
            part.replace(self._folder / head.name)

    @staticmethod
    def _make_room(folder: Path) -> None:
        """Delete the oldest files where there are too many, perhaps of other libraries."""
        kept = [entry for entry in os.scandir(folder) if entry.is_file(follow_symlinks=False)]
        if len(kept) >= _FILES_MOST:
            for entry in sorted(kept, key=lambda one: one.stat().st_mtime_ns)[: _FILES_MOST // 2]:
                Path(entry.path).unlink(missing_ok=True)


def _of(head: Path, stamp: str) -> list[object]:
    return [_VERSION, os.fsencode(head).hex(), stamp]
