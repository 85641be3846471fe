"""What was read of batches' files, for as long as the files stay as they were. Each look at a file decides anew whether they do."""

import hashlib
import os
from weakref import WeakValueDictionary

from vidu_desktop.domain.batch import Batch, History
from vidu_desktop.domain.batch_documents import act_from_line

_LOGS_MOST = 4
"""The number of batches whose logs are remembered."""


def stamp_of(found: os.stat_result) -> str:
    """Return a text that changes whenever a file is written or replaced."""
    return f"{found.st_ino}.{found.st_size}.{found.st_mtime_ns}"


class SharedHeads:
    """The batches that somebody holds, by the stamps of their heads: who loads one that is held gets the very same. Nothing
    is held by this itself.
    """

    def __init__(self) -> None:
        self._held: WeakValueDictionary[tuple[str, str], Batch] = WeakValueDictionary()

    def of(self, batch_id: str, stamp: str) -> Batch | None:
        """Return the batch whose head has this stamp; None where nobody holds it."""
        return self._held.get((batch_id, stamp))

    def note(self, stamp: str, batch: Batch) -> None:
        """Remember what the head with this stamp says."""
        self._held[batch.batch_id, stamp] = batch


class KnownLogs:
    """What the last logs that were read said. Only the lines behind what is known are parsed, and only where the bytes before
    them are the very same.
    """

    def __init__(self) -> None:
        self._known: dict[str, tuple[str, History]] = {}

    def read(self, batch_id: str, log: bytes) -> History:
        """Return what a whole log says; the last line is left out unless it is whole. Raises BadInput."""
        digest, known = self._known.pop(batch_id, ("", History()))
        seen = memoryview(log)
        if known.end > len(log) or digest != _digest(seen[: known.end]):
            known = History()
        history = known.copy()
        *lines, _cut = bytes(seen[known.end :]).split(
            b"\n"
        )  # nothing was done yet for a line that a crash has cut
        for line in lines:
            history.add(act_from_line(line))
            history.end += len(line) + 1
        self._known[batch_id] = _digest(seen[: history.end]), history.copy()
        if len(self._known) > _LOGS_MOST:
            del self._known[next(iter(self._known))]
        return history


def _digest(data: memoryview) -> str:
    return hashlib.sha256(data).hexdigest()
