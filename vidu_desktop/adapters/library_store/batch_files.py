"""Batches as files of the library: a head that is complete at every moment, and a log that is only ever appended to.

They are in the library's folder and not in the journal, so that another computer with the same library knows what was ordered
and doesn't order it again.
"""

import errno
import json
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from vidu_desktop.adapters.disk.files import remove_left_parts, write_bytes_atomically
from vidu_desktop.adapters.disk.own_files import own_file_descriptor
from vidu_desktop.adapters.disk.reading import open_regular
from vidu_desktop.adapters.disk.sync import sync_file, sync_folder
from vidu_desktop.adapters.library_store.batch_memory import KnownLogs, SharedHeads, stamp_of
from vidu_desktop.adapters.library_store.batch_outlines import KeptOutlines
from vidu_desktop.adapters.library_store.library_store import LibraryStore
from vidu_desktop.adapters.records.library_layout import BATCHES_NAME
from vidu_desktop.batch.outline import BatchOutline, RowTakes, outline_of, takes_of
from vidu_desktop.domain.batch import Act, Batch, History
from vidu_desktop.domain.batch_documents import (
    act_from_line,
    act_to_line,
    head_from_document,
    head_to_document,
)
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import BadInput, Sentence

_HEAD, _LOG = ".json", ".log"
_MOST_BYTES = 1_000_000_000
_TAIL_BYTES = 65_536


class BatchFiles:
    """Implements the batches' store."""

    def __init__(self, store: LibraryStore, outlines: Path | None = None) -> None:
        """Keep outlines in the folder `outlines`; None keeps none."""
        self._store = store
        self._outlines = KeptOutlines(outlines)
        self._heads_held = SharedHeads()
        self._logs = KnownLogs()

    @property
    def _folder(self) -> Path:
        return self._store.folder.root / BATCHES_NAME

    def _path(self, batch_id: str, suffix: str) -> Path:
        if not batch_id.isalnum():
            raise _damaged(batch_id)
        return self._folder / f"{batch_id}{suffix}"

    def _heads(self) -> list[Path]:
        """Return the files that may be heads; other files, and links to nothing, are left out. Raises OSError where something
        that isn't a folder is in the place of the batches' folder: then nobody knows what was ordered.
        """
        for folder in (self._store.folder.root, self._folder):
            if os.path.lexists(folder) and not folder.is_dir():
                raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder))
        return [path for path in self._folder.glob(f"*{_HEAD}") if path.stem.isalnum() and path.is_file()]

    async def own_id(self) -> str:
        """Return this installation's id; empty without a lease. Raises DiskTrouble."""
        lease = self._store.lease
        return "" if lease is None else await self._store.on_disk(lease.own_id, lease.installation_path)

    async def ids(self) -> list[str]:
        """Return the ids of all batches, oldest first. Raises DiskTrouble."""

        def read() -> list[str]:
            return [
                path.stem
                for path in sorted(self._heads(), key=lambda path: (path.stat().st_mtime_ns, path.name))
            ]

        return await self._store.on_disk(read, self._folder)

    async def stamps(self) -> dict[str, str]:
        """Return for each batch, by its id, a text that changes when its files do. Raises DiskTrouble."""

        def read() -> dict[str, str]:
            found = {}
            for head in self._heads():
                stats = [path.stat() for path in (head, head.with_suffix(_LOG)) if path.exists()]
                found[head.stem] = " ".join(map(stamp_of, stats))
            return found

        return await self._store.on_disk(read, self._folder)

    async def head_stamp(self, batch_id: str) -> str:
        """Return a text that changes whenever the head is written; empty where there is no head. Raises BadInput,
        DiskTrouble.
        """
        path = self._path(batch_id, _HEAD)

        def read() -> str:
            try:
                return stamp_of(path.stat())
            except FileNotFoundError:
                return ""

        return await self._store.on_disk(read, path)

    async def load(self, batch_id: str) -> Batch:
        """Return the batch that its head describes. While the head is unchanged and somebody holds the batch, the same
        object is returned. Raises BadInput (`batch-damaged`, `no-such-batch`), DiskTrouble.
        """
        path = self._path(batch_id, _HEAD)
        return await self._store.on_disk(lambda: self._load(batch_id, path)[0], path)

    async def outline(self, batch_id: str) -> BatchOutline:
        """Return the outline of the batch that its head describes. Only a head that was written since is read. Raises
        BadInput (`batch-damaged`, `no-such-batch`), DiskTrouble.
        """
        path = self._path(batch_id, _HEAD)

        def read() -> BatchOutline:
            with suppress(OSError):
                kept = self._outlines.read(path, stamp_of(path.stat()))
                if kept is not None and kept.batch.batch_id == batch_id:
                    return kept
            return self._outlined(batch_id, path)[0]

        return await self._store.on_disk(read, path)

    async def outline_with_takes(self, batch_id: str) -> tuple[BatchOutline, tuple[RowTakes, ...]]:
        """Return the outline, and what is listed of the rows. Raises BadInput, DiskTrouble, like `outline`."""
        path = self._path(batch_id, _HEAD)

        def read() -> tuple[BatchOutline, tuple[RowTakes, ...]]:
            with suppress(OSError):
                kept = self._outlines.read_with_takes(path, stamp_of(path.stat()))
                if kept is not None and kept[0].batch.batch_id == batch_id:
                    return kept
            return self._outlined(batch_id, path)

        return await self._store.on_disk(read, path)

    def _outlined(self, batch_id: str, path: Path) -> tuple[BatchOutline, tuple[RowTakes, ...]]:
        batch, seen = self._load(batch_id, path)
        outline, takes = outline_of(batch), takes_of(batch)
        if seen is not None:
            self._outlines.keep(path, stamp_of(seen), seen.st_mtime_ns, outline, takes)
        return outline, takes

    def _load(self, batch_id: str, path: Path) -> tuple[Batch, os.stat_result | None]:
        """Return the batch with what the disk says of its head; None where somebody wrote into the head meanwhile. Raises
        BadInput, OSError.
        """
        try:
            with open_regular(path) as file:
                seen = os.fstat(file.fileno())
                if (held := self._heads_held.of(batch_id, stamp_of(seen))) is not None:
                    return held, seen
                batch = head_from_document(json.loads(file.read(_MOST_BYTES)))
                is_one = stamp_of(seen) == stamp_of(os.fstat(file.fileno()))
        except FileNotFoundError as error:
            raise BadInput("no-such-batch", Sentence(_NO_SUCH_BATCH, {"batch": batch_id})) from error
        except (ValueError, RecursionError, BadInput) as error:
            raise _damaged(batch_id) from error
        if batch.batch_id != batch_id:
            raise _damaged(batch_id)
        if not is_one:
            return batch, None
        self._heads_held.note(stamp_of(seen), batch)
        return batch, seen

    async def history(self, batch_id: str) -> History:
        """Return what the log says. A last line that a crash has cut is left out, because nothing was done for it. Any other
        line that can't be read may have been an order: raises BadInput (`batch-damaged`). Raises DiskTrouble.
        """
        path = self._path(batch_id, _LOG)

        def read() -> History:
            try:
                with open_regular(path) as file:
                    return self._logs.read(batch_id, file.read())
            except FileNotFoundError as error:
                if path.is_symlink():  # its target may say what was ordered
                    raise _damaged(batch_id) from error
                return History()
            except BadInput as error:
                raise _damaged(batch_id) from error
            except OSError as error:
                if os.path.lexists(path) and not path.is_file():  # a pipe or a folder in its place
                    raise _damaged(batch_id) from error
                raise

        return await self._store.on_disk(read, path)

    async def save(self, batch: Batch) -> None:
        """Write the head. Raises DiskTrouble; then the earlier head stays."""
        await self._store.ready_root()
        path = self._path(batch.batch_id, _HEAD)

        def write() -> None:
            self._store.files.make_dirs(self._folder)
            remove_left_parts(path)
            data = json.dumps(head_to_document(batch), separators=(",", ":")).encode("ascii")
            write_bytes_atomically(self._store.files, path, data)

        await self._store.on_disk(write, path)

    async def append(self, batch_id: str, act: Act, *, durable: bool = True) -> None:
        """Append a line to the log. With `durable` it is safely on the disk when this returns. Raises DiskTrouble; then the
        line may have been written or not.
        """
        await self._store.ready_root()
        path = self._path(batch_id, _LOG)
        data = act_to_line(act).encode("ascii") + b"\n"
        await self._store.on_disk(lambda: _append(path, data, durable=durable), path)

    async def append_order(self, batch_id: str, act: Act, after: int) -> int | None:
        """Append the line of an order, safely on the disk when this returns; return the new end of the log in bytes. Return
        None, and write nothing, where another installation has written after `after`, or the log is shorter than that. Raises
        BadInput (`batch-damaged`), DiskTrouble.
        """
        await self._store.ready_root()
        path = self._path(batch_id, _LOG)
        data = act_to_line(act).encode("ascii") + b"\n"

        def is_ours(descriptor: int, end: int) -> bool:
            lines = _read_between(descriptor, after, end).split(b"\n")[:-1]
            return after <= end and all(act_from_line(line).by == act.by for line in lines)

        try:
            return await self._store.on_disk(lambda: _append(path, data, durable=True, only_if=is_ours), path)
        except BadInput as error:
            raise _damaged(batch_id) from error


def _append(
    path: Path, data: bytes, *, durable: bool, only_if: Callable[[int, int], bool] = lambda *_: True
) -> int | None:
    existed = path.exists()
    descriptor = own_file_descriptor(path, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        end = _end_of_whole_lines(descriptor)
        if not only_if(descriptor, end):
            return None
        os.ftruncate(descriptor, end)  # nothing was done yet for a line that a crash has cut
        os.lseek(descriptor, end, os.SEEK_SET)
        end += len(data)
        while data:
            data = data[os.write(descriptor, data) :]
        if durable:
            sync_file(descriptor)
    finally:
        os.close(descriptor)
    if durable and not existed:
        sync_folder(path.parent)
    return end


def _read_between(descriptor: int, begin: int, end: int) -> bytes:
    os.lseek(descriptor, begin, os.SEEK_SET)
    parts: list[bytes] = []
    while begin < end and (part := os.read(descriptor, end - begin)):
        parts.append(part)
        begin += len(part)
    return b"".join(parts)


def _end_of_whole_lines(descriptor: int) -> int:
    end = os.lseek(descriptor, 0, os.SEEK_END)
    begin = max(0, end - _TAIL_BYTES)
    os.lseek(descriptor, begin, os.SEEK_SET)
    tail = os.read(descriptor, end - begin)
    return begin + tail.rfind(b"\n") + 1 if b"\n" in tail else 0 if begin == 0 else end


def _damaged(batch_id: str) -> BadInput:
    return BadInput("batch-damaged", Sentence(_DAMAGED, {"batch": batch_id[:40]}))


_NO_SUCH_BATCH = QT_TRANSLATE_NOOP("batch", "There is no batch {batch} in this library.")
_DAMAGED = QT_TRANSLATE_NOOP(
    "batch",
    "What was written down of the batch {batch} is damaged, so nobody knows what was ordered. Nothing of it is ordered "
    "any more; what is in the queue goes on. Begin a new one with the rows that are missing.",
)
