"""What tells one batch from others without its rows: small enough to be read of hundreds of batches at each check of a sheet."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from vidu_desktop.batch.same_video import video_of
from vidu_desktop.batch.slices import in_slices
from vidu_desktop.domain.amounts import Money
from vidu_desktop.domain.batch import Batch, BatchRow
from vidu_desktop.domain.origin import batch_origin
from vidu_desktop.domain.sheet_work import Work

_DIGEST_BYTES = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """Digests of what rows ask for. Rows that ask for the same have the same digests; different rows may share one, so that
    only the rows themselves can say it for sure.
    """

    asked: frozenset[str] = frozenset()
    """Of keys together with videos."""
    videos: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchOutline:
    """A batch whose rows, work and watch aren't filled in, and what its rows ask for."""

    batch: Batch
    marks: Marks

    def shares_half(self, marks: Marks) -> bool:
        """Whether this batch and other rows may share at least half of the videos of the smaller one."""
        shared = len(self.marks.asked & marks.asked)
        return shared > 0 and 2 * shared >= min(len(self.marks.asked), len(marks.asked))


@dataclass(frozen=True, slots=True)
class RowTakes:
    """What of a row that can become videos is listed; `approval` and `price` are as in `BatchRow`."""

    key: str
    takes: int
    approval: int
    price: Money

    def origins(self, batch_id: str) -> Iterator[str]:
        """Yield the origin of each take of this row."""
        return (batch_origin(batch_id, self.key, take) for take in range(1, self.takes + 1))


def takes_of(batch: Batch) -> tuple[RowTakes, ...]:
    """Return what is listed of a batch's rows."""
    return tuple(
        [
            RowTakes(row.key, row.takes, row.approval, row.price)
            for row in batch.rows
            if row.request is not None
        ]
    )


def outline_of(batch: Batch) -> BatchOutline:
    """Return the outline of a batch."""
    pairs = [_digests(row) for row in batch.rows if row.request is not None]
    return BatchOutline(batch=replace(batch, rows=(), work=Work(), watch=None), marks=_marks(pairs))


async def marks_of(rows: Iterable[BatchRow]) -> Marks:
    """Return what these rows ask for."""
    return _marks([_digests(row) async for row in in_slices(rows) if row.request is not None])


def _marks(pairs: Iterable[tuple[str, str]]) -> Marks:
    pairs = list(pairs)
    return Marks(asked=frozenset([one for one, _ in pairs]), videos=frozenset([one for _, one in pairs]))


def _digests(row: BatchRow) -> tuple[str, str]:
    video = json.dumps(_plain(video_of(row)))
    return _digest(json.dumps(row.key) + video), _digest(video)


def _digest(text: str) -> str:
    return hashlib.blake2b(text.encode("ascii"), digest_size=_DIGEST_BYTES).hexdigest()


def _plain(value: object) -> object:
    """Return a value as JSON writes it, alike for equal values: 4.0 as 4."""
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, bool) or (isinstance(value, float) and value.is_integer()):
        return int(value)
    return value
