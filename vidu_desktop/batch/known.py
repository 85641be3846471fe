"""Finds the batch that a sheet belongs to, and what of it was ordered before."""

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from vidu_desktop.batch.outline import BatchOutline, Marks, marks_of
from vidu_desktop.batch.ports import BatchStore, Clips
from vidu_desktop.batch.same_video import video_of
from vidu_desktop.batch.slices import in_slices
from vidu_desktop.domain.batch import Batch, BatchRow, History
from vidu_desktop.domain.origin import batch_origins, without_attempt
from vidu_desktop.domain.sheet import Sheet
from vidu_desktop.domain.sheet_mapping import Field, SheetMapping
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import BadInput, Sentence

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of an earlier run of the same sheet; empty for a new sheet."""

    batch: Batch | None = None
    history: History
    stored: frozenset[str] = frozenset()
    sibling: Batch | None = None
    """Only where `batch` is None: the sheet's newest rehearsal if the sheet is to be bought, its newest paid batch if it is
    to be rehearsed. None of the sibling's rows counts as ordered.
    """

    @property
    def decided(self) -> Batch | None:
        """The batch in which the person's decisions about the sheet's rows are kept."""
        return self.batch or self.sibling


async def known_batch(
    store: BatchStore,
    clips: Clips,
    sheet: Sheet,
    mapping: SheetMapping,
    path: str,
    rows: Sequence[BatchRow],
    *,
    rehearsal: bool,
) -> Known:
    """Find the batch that belongs to this sheet: the one that a result names, one from the same file, or one that asks for
    the same videos. The result of a rehearsal belongs to the paid batch of the same sheet when it is to be bought, and the
    other way round. Raises BadInput when the sheet is the result of a batch that isn't in this library, or of several
    batches; DiskTrouble.
    """
    named = None
    if (batch_id := _named_batch(sheet, mapping)) is not None:
        named = await store.load(batch_id) if batch_id in await store.ids() else None
        if named is None and not rehearsal:
            raise BadInput("batch-unknown", Sentence(_UNKNOWN, {"batch": batch_id[:40]}))
    if named is not None and named.rehearsal == rehearsal:
        return await _known(store, clips, named)
    search = _Search(sheet, path, named, rows)
    sibling = named
    async for outline in _newest_first(store, clips, rows):
        if outline.batch.rehearsal != rehearsal and sibling is not None:
            continue
        if not await search.may_find(outline):
            continue
        batch = await _read_or_blocked(store.load, store, clips, outline.batch.batch_id, rows)
        if batch is not None and await search.finds(batch):
            if batch.rehearsal == rehearsal:
                return await _known(store, clips, batch)
            sibling = batch
    return Known(history=History(), sibling=sibling)


async def _newest_first(
    store: BatchStore, clips: Clips, rows: Sequence[BatchRow]
) -> AsyncIterator[BatchOutline]:
    """Yield the batches that can be read. Raises BadInput for a damaged one that has ordered one of these rows, DiskTrouble."""
    for batch_id in reversed(await store.ids()):
        outline = await _read_or_blocked(store.outline, store, clips, batch_id, rows)
        if outline is not None:
            yield outline


async def _read_or_blocked(
    read: Callable[[str], Awaitable[T]],
    store: BatchStore,
    clips: Clips,
    batch_id: str,
    rows: Sequence[BatchRow],
) -> T | None:
    """Return what `read` reads; None for a damaged batch. Raises BadInput if that has ordered one of these rows, DiskTrouble."""
    try:
        return await read(batch_id)
    except BadInput:
        if await _ordered_any(store, clips, batch_id, rows):
            raise
        return None


async def _known(store: BatchStore, clips: Clips, batch: Batch) -> Known:
    videos = await clips.by_origin(batch_origins(batch.batch_id))
    return Known(
        batch=batch,
        history=await store.history(batch.batch_id),
        stored=frozenset(without_attempt(clip.origin) for clip in videos),
    )


class _Search:
    """Says which batches are of the same sheet as this one. `named` is the batch whose result this sheet is."""

    def __init__(self, sheet: Sheet, path: str, named: Batch | None, rows: Sequence[BatchRow]) -> None:
        self._paths = {path} | ({named.source_path} if named else set())
        self._digests = {sheet.sha256} | ({named.source_sha256} if named else set())
        self._sheet_name = named.sheet_name if named else sheet.sheet_name
        self._rows = rows
        self._asked: frozenset[object] | None = None
        self._marks: Marks | None = None

    async def may_find(self, outline: BatchOutline) -> bool:
        """Whether `finds` may be true of the batch with this outline."""
        if outline.batch.sheet_name != self._sheet_name:
            return False
        if self._is_of_the_source(outline.batch):
            return True
        if self._marks is None:
            self._marks = await marks_of(self._rows)
        return outline.shares_half(self._marks)

    def _is_of_the_source(self, batch: Batch) -> bool:
        return batch.source_path in self._paths or batch.source_sha256 in self._digests

    async def finds(self, batch: Batch) -> bool:
        if batch.sheet_name != self._sheet_name:
            return False
        if self._is_of_the_source(batch):
            return True
        if self._asked is None:
            self._asked = await _asked_for(self._rows)
        return await _asks_for_the_same(batch, self._asked)


async def _ordered_any(store: BatchStore, clips: Clips, batch_id: str, rows: Sequence[BatchRow]) -> bool:
    """Whether a batch whose head can't be read has ordered one of these rows. Raises BadInput when its log can't be read
    either, DiskTrouble.
    """
    ordered = set((await store.history(batch_id)).ordering)
    ordered |= {without_attempt(clip.origin) for clip in await clips.by_origin(batch_origins(batch_id))}
    return any(origin in ordered for row in rows for origin in row.origins(batch_id))


async def _asked_for(rows: Sequence[BatchRow]) -> frozenset[object]:
    """Return keys and videos that the rows ask for, whatever the paths of their pictures: a folder may have been renamed."""
    return frozenset([(row.key, video_of(row)) async for row in in_slices(rows) if row.request is not None])


async def _asks_for_the_same(batch: Batch, asked: frozenset[object]) -> bool:
    """Whether `batch` and `asked` share at least half of the videos of the smaller one."""
    known = await _asked_for(batch.rows)
    shared = len(known & asked)
    return shared > 0 and 2 * shared >= min(len(known), len(asked))


def _named_batch(sheet: Sheet, mapping: SheetMapping) -> str | None:
    column = mapping.one_of(Field.BATCH)
    if column is None:
        return None
    named = {row.cells[column].strip() for row in sheet.rows} - {""}
    if len(named) > 1:
        raise BadInput("batch-several", Sentence(_SEVERAL, {"batches": tuple(sorted(named)[:5])}))
    return next(iter(named), None)


_UNKNOWN = QT_TRANSLATE_NOOP(
    "batch",
    "This sheet is the result of the batch {batch}, which isn't in this library, so nobody knows here what was bought. "
    "Open that library; or begin a new batch, which buys every row anew.",
)
_SEVERAL = QT_TRANSLATE_NOOP("batch", "This sheet holds rows of several batches: {batches}. Take them apart.")
