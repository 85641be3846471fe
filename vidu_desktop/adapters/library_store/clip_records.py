"""The library's records for its core: read and written in groups, with the index kept up to date."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from vidu_desktop.adapters.disk import os_errors
from vidu_desktop.adapters.disk.files import write_bytes_atomically
from vidu_desktop.adapters.library_store.library_store import in_batches
from vidu_desktop.adapters.library_store.store_port import StorePort
from vidu_desktop.adapters.records.library_layout import RECORD_SUFFIX
from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.naming import free_stem
from vidu_desktop.domain.records import record_bytes
from vidu_desktop.errors import DiskTrouble, ViduDesktopError
from vidu_desktop.library.ports import ClipRef, FoundRecord, Written

_SAVED_AT_ONCE = 20
"""Durable writes in one task of the files' thread: on a slow disk they take some tenths of a second, for which other tasks
wait.
"""


class ClipRecordFiles(StorePort):
    """Implements the library's `ClipRecords` in a folder, with its index."""

    async def read(self, clips: Sequence[ClipRef]) -> Mapping[str, FoundRecord | ViduDesktopError]:
        found: dict[str, FoundRecord | ViduDesktopError] = {}
        for some in in_batches(clips):
            found |= await self._read(some)
        return found

    async def _read(self, refs: Sequence[ClipRef]) -> dict[str, FoundRecord | ViduDesktopError]:
        store = self._store
        clips = await store.clips_of(refs)

        def read() -> dict[str, FoundRecord | ViduDesktopError]:
            found: dict[str, FoundRecord | ViduDesktopError] = {}
            for ref in refs:
                if (clip := clips.get(ref)) is not None:
                    found[clip.clip_id] = self._record_of(clip)
                elif isinstance(ref, str):  # moved to the trash meanwhile, by another computer
                    found[ref] = os_errors.gone(store.folder.root / ref)
            return found

        return await store.on_disk(read, store.folder.root)

    def _record_of(self, clip: Clip) -> FoundRecord | ViduDesktopError:
        record_path = Path(clip.video_path).with_suffix(RECORD_SUFFIX)
        found = self._store.folder.read_record(record_path)
        if isinstance(found, FoundRecord):
            return found
        return os_errors.gone(record_path) if found is None else found.error

    async def write(self, changed: Sequence[FoundRecord], same: Sequence[FoundRecord] = ()) -> Written:
        """Save some records at a time, each durably. The saved ones are put into the index, even if others failed. A
        DiskTrouble of the saving is returned in the result; one of the index is raised.
        """
        store = self._store
        saved: list[FoundRecord] = []
        trouble: DiskTrouble | None = None
        try:
            for some in in_batches(changed, _SAVED_AT_ONCE):
                await store.on_disk(self._saving(some, saved), store.folder.root)
        except DiskTrouble as error:
            trouble = error
        finally:
            written = [*saved, *same]
            clips = await store.index_records(written) if written else []
        return Written(clips=clips, trouble=trouble)

    def _saving(self, records: Sequence[FoundRecord], saved: list[FoundRecord]) -> Callable[[], None]:
        def save() -> None:
            for record in records:
                try:
                    write_bytes_atomically(
                        self._store.files, record.record_path, record_bytes(record.document)
                    )
                except OSError as error:
                    raise self._store.trouble_of(error, record.record_path) from error
                saved.append(record)

        return save

    async def rename(self, clip_id: str, stem: str) -> Clip:
        record = await self._store.record_of(await self._store.known(clip_id))
        renamed = await self._store.on_disk(lambda: self._rename(record, stem), record.record_path)
        return (await self._store.index_records([renamed]))[0]

    def _rename(self, record: FoundRecord, stem: str) -> FoundRecord:
        """Write the new record first: if the program is killed after that, the old video is found by its hash, and of two
        records the one whose video is there counts.
        """
        files, old = self._store.files, record.video_path
        target = _free(old, stem)
        if target == old:
            return record
        renamed = self._store.folder.found(target, {**record.document, "file": target.name})
        write_bytes_atomically(files, renamed.record_path, record_bytes(renamed.document))
        if old.exists():
            files.rename_no_replace(old, target)
        files.remove(record.record_path)
        files.sync_dir(target.parent)
        return renamed


def _free(old: Path, stem: str) -> Path:
    taken = {entry.name.casefold() for entry in old.parent.iterdir()}
    taken -= {old.name.casefold(), old.with_suffix(RECORD_SUFFIX).name.casefold()}
    return old.with_name(f"{free_stem(stem, (old.suffix, RECORD_SUFFIX), taken)}{old.suffix}")
