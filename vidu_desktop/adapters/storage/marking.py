"""What people write on clips, put into the records first and then into the index: marks, takes of a shot, names."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from vidu_desktop.adapters.storage import index
from vidu_desktop.adapters.storage.files import write_beside
from vidu_desktop.adapters.storage.folder import RECORD_SUFFIX, FoundRecord
from vidu_desktop.adapters.storage.shelf import Shelf, with_document
from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.marks import MarkChange, Marks, tidy_label
from vidu_desktop.domain.naming import safe_stem
from vidu_desktop.domain.records import marks_from_record, record_bytes, with_marks

_NAMES_TRIED = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """Clips as they are now, and the marks they had, by clip id: what undo needs."""

    clips: list[Clip]
    before: dict[str, Marks]


class ClipMarks:
    """Every verb raises DiskTrouble and BadInput: the records that were written before the trouble stay written, and
    the index follows them.
    """

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    async def mark(self, clip_ids: Sequence[str], change: MarkChange) -> Marked:
        """Change these clips. The winner of a shot takes that from the others, which are given, too."""
        wanted = await self._clips(clip_ids)
        changed = {clip.clip_id: change.applied_to(clip.marks) for clip in wanted}
        if change.winner:
            for clip in wanted:
                changed |= await self._losers(clip.marks, changed)
        return await self.set_marks(changed)

    async def set_marks(self, marks: Mapping[str, Marks]) -> Marked:
        """Give each clip exactly these marks; for undo."""
        clips = await self._clips(list(marks))
        return await self._write([(clip, marks[clip.clip_id]) for clip in clips if clip.clip_id in marks])

    async def put_into_shot(self, clip_ids: Sequence[str], project: str, shot: str) -> Marked:
        """Number these clips on as takes of a shot, in this order; with an empty `shot`, take them out of theirs."""
        project, shot = tidy_label(project), tidy_label(shot)
        take = await self._shelf.index.read(lambda connection: index.next_take(connection, project, shot))
        changed: list[tuple[Clip, Marks]] = []
        for clip in await self._clips(clip_ids):
            if (clip.marks.project, clip.marks.shot) == (project, shot):
                continue
            marks = replace(clip.marks, project=project, shot=shot, take=take if shot else None, winner=False)
            changed.append((clip, marks))
            take += 1
        return await self._write(changed)

    async def rename(self, clip_id: str, stem: str) -> Clip:
        """Give video and record another name, as near to `stem` as every system allows and nothing else has."""
        self._shelf.require_writable()
        clip = await self._shelf.known(clip_id)
        record = await self._shelf.record_of(clip)
        renamed = await self._shelf.on_disk(lambda: self._rename(record, stem), record.record_path)
        return (await self._shelf.index_records([renamed]))[0]

    async def _clips(self, clip_ids: Sequence[str]) -> list[Clip]:
        clips = [await self._shelf.clip(clip_id) for clip_id in clip_ids]
        return [clip for clip in clips if clip is not None]

    async def _losers(self, marks: Marks, changed: Mapping[str, Marks]) -> dict[str, Marks]:
        others = await self._shelf.clips("shot = ? AND project = ? AND winner = 1", marks.shot, marks.project)
        return {
            clip.clip_id: replace(clip.marks, winner=False) for clip in others if clip.clip_id not in changed
        }

    async def _write(self, changes: Sequence[tuple[Clip, Marks]]) -> Marked:
        if not changes:
            return Marked(clips=[], before={})
        self._shelf.require_writable()
        written: list[FoundRecord] = []
        try:
            for clip, marks in changes:
                record = await self._shelf.record_of(clip)
                if marks_from_record(record.document) != marks:
                    record = with_document(record, with_marks(record.document, marks))
                    await self._shelf.on_disk(self._saving(record), record.record_path)
                written.append(record)
        finally:
            clips = await self._shelf.index_records(written) if written else []
        return Marked(clips=clips, before={clip.clip_id: clip.marks for clip, _ in changes})

    def _saving(self, record: FoundRecord) -> Callable[[], None]:
        return lambda: write_beside(self._shelf.files, record.record_path, record_bytes(record.document))

    def _rename(self, record: FoundRecord, stem: str) -> FoundRecord:
        """The new record is written first: with it alone the old video is found by its hash, and with both records
        the one whose video is there counts.
        """
        files, old = self._shelf.files, record.video_path
        target = self._free(old, safe_stem(stem))
        if target == old:
            return record
        renamed = self._shelf.folder.found(target, {**record.document, "file": target.name})
        write_beside(files, renamed.record_path, record_bytes(renamed.document))
        if old.exists():
            files.place(old, target)
        files.remove(record.record_path)
        files.sync_dir(target.parent)
        return renamed

    def _free(self, old: Path, stem: str) -> Path:
        taken = {entry.name.casefold() for entry in old.parent.iterdir()}
        taken -= {old.name.casefold(), old.with_suffix(RECORD_SUFFIX).name.casefold()}
        for number in range(1, _NAMES_TRIED):
            name = stem if number == 1 else f"{stem}-{number}"
            if not {f"{name}{old.suffix}".casefold(), f"{name}{RECORD_SUFFIX}".casefold()} & taken:
                return old.with_name(f"{name}{old.suffix}")
        raise FileExistsError(stem)
