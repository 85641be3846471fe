"""Finds out whether a sheet, or a folder, was changed since it was read, and how many of its rows a batch doesn't have."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from vidu_desktop.batch.ports import BatchStore, Folders, Sheets
from vidu_desktop.domain.batch import Batch
from vidu_desktop.domain.counting import counted
from vidu_desktop.domain.folder_rows import folder_sheet
from vidu_desktop.domain.sheet import Sheet, SheetRow
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import BadInput, DiskTrouble, Sentence

Stamp = tuple[object, ...]
"""A file's size and time, or those of a folder's pictures; empty if there is nothing at the path."""


async def stamp_of(path: str, folders: Folders) -> Stamp:
    """Return the present stamp of a sheet or a folder. Never raises: what can't be read counts as missing."""
    try:
        seen = await folders.pictures_of(path)
    except (BadInput, DiskTrouble):
        return ()
    return tuple((await folders.seen([path])).values()) if seen is None else tuple(seen)


async def has_changed(path: str, sheet: Sheet, before: Stamp, folders: Folders) -> bool:
    """Whether the content differs from what was read when the stamp was `before`. A missing file doesn't count as changed,
    because spreadsheets remove the file while they save.
    """
    now = await stamp_of(path, folders)
    if not now or now == before:
        return False
    return sheet.of_folder or await _holds_another(path, sheet.sha256, folders)


async def _holds_another(path: str, sha256: str, folders: Folders) -> bool:
    digest = (await folders.digests([path])).get(path)
    return digest is not None and digest != sha256


async def news_of(
    batch_ids: Collection[str], store: BatchStore, sheets: Sheets, folders: Folders
) -> list[tuple[Batch, int]]:
    """Return the batches whose sources have rows that the batch doesn't have, with the number of these. Raises DiskTrouble."""
    found = []
    for batch_id in batch_ids:
        try:
            batch = await store.load(batch_id)
        except BadInput:
            continue  # reported when the person goes on with this batch
        rows = await rows_not_in(batch, sheets, folders)
        if rows:
            found.append((batch, rows))
    return found


async def rows_not_in(batch: Batch, sheets: Sheets, folders: Folders) -> int:
    """Return how many rows of its source a batch doesn't have as they are now: they were added or changed, and nobody
    approved them. Hidden rows aren't counted. Returns 0 if the source can't be read.
    """
    if not batch.source_sha256:
        return 0
    try:
        sheet = await _read_now(batch, sheets, folders)
    except (BadInput, DiskTrouble):
        return 0
    if sheet is None:
        return 0
    places = [
        (sheet.columns.index(name), batch.columns.index(name))
        for name in sheet.columns
        if name in batch.columns
    ]
    here, there = [one for one, _ in places], [one for _, one in places]
    had = Counter(_cells_at(row.cells, there) for row in batch.rows)
    fresh = Counter(_cells_at(row.cells, here) for row in _as_worked_on(batch, sheet))
    return (fresh - had).total()


async def _read_now(batch: Batch, sheets: Sheets, folders: Folders) -> Sheet | None:
    """Return the source as it is now; None if its content is unchanged."""
    path = batch.source_path
    seen = await folders.pictures_of(path)
    if seen is not None:
        sheet = folder_sheet(path, seen, batch.said.pairs)
        return None if sheet.sha256 == batch.source_sha256 else sheet
    if not await _holds_another(path, batch.source_sha256, folders):
        return None
    return await sheets.read(path, replace(batch.said.read_as, sheet=batch.sheet_name or None))


def _as_worked_on(batch: Batch, sheet: Sheet) -> Iterator[SheetRow]:
    """Yield the rows that aren't hidden, with the person's edits."""
    work = batch.work.moved_to(sheet, batch.cells_by_line())
    return (row for row in work.edits.applied(sheet).rows if not row.hidden)


def _cells_at(cells: Sequence[str], places: Sequence[int]) -> tuple[str, ...]:
    return tuple([cells[place] if place < len(cells) else "" for place in places])


def news_words(batch: Batch, rows: int) -> Sentence:
    """Return the words for `rows` rows of a batch's source that wait for the person."""
    return counted(_NEWS, rows, name=batch.name)


_NEWS = (
    QT_TRANSLATE_NOOP(
        "batch",
        "1 row of “{name}” is new or changed since you approved it, and isn't ordered as it stands there now.",
    ),
    QT_TRANSLATE_NOOP(
        "batch",
        "{count} rows of “{name}” are new or changed since you approved it, and aren't ordered as they stand there now.",
    ),
)
