"""What people write on clips, put into the records first and then into the index: marks, takes of a shot, names."""

import itertools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from vidu_desktop.adapters.disk import os_errors
from vidu_desktop.adapters.disk.files import write_beside
from vidu_desktop.adapters.index import clip_index
from vidu_desktop.adapters.library_store.library_store import LibraryStore, with_document
from vidu_desktop.adapters.records.library_layout import RECORD_SUFFIX, FoundRecord
from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.marks import MarkChange, Marks, tidy_label
from vidu_desktop.domain.naming import free_stem, safe_stem
from vidu_desktop.domain.records import marks_from_record, record_bytes, with_marks
from vidu_desktop.errors import BadInput, DiskTrouble, ViduDesktopError


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """Clips as they are now, and the marks they had, by clip id: what undo needs.

    `trouble` is why some of those that were asked for are not among them, where it was so.
    """

    clips: list[Clip]
    before: dict[str, Marks]
    trouble: ViduDesktopError | None = None


_Change = Callable[[Marks], Marks]


class ClipMarks:
    """What is written down is a change of what the record says: the index may not know what another computer wrote.

    Verbs wait for each other. Each raises DiskTrouble and BadInput when it could write nothing at all; otherwise the
    records that were written stay written, and the index follows them.
    """

    def __init__(self, store: LibraryStore) -> None:
        self._store = store

    async def mark(self, clip_ids: Sequence[str], change: MarkChange) -> Marked:
        """Change these clips. The winner of a shot takes that from the others, which are given, too."""
        async with self._store.turn:
            changes = await self._changes(dict.fromkeys(clip_ids, change.applied_to))
            if change.winner:
                changes.wanted.update(await self._losers(changes))
            return await self._write(changes)

    async def set_marks(self, marks: Mapping[str, Marks]) -> Marked:
        """Give each clip exactly these marks; for undo."""
        async with self._store.turn:
            return await self._write(await self._changes({name: _always(one) for name, one in marks.items()}))

    async def put_into_shot(self, clip_ids: Sequence[str], project: str, shot: str) -> Marked:
        """Number these clips on as takes of a shot, in this order; with an empty `shot`, take them out of theirs."""
        project, shot = tidy_label(project), tidy_label(shot)
        async with self._store.turn:
            first = await self._store.index.read(
                lambda connection: clip_index.next_take(connection, project, shot)
            )
            takes = itertools.count(first)

            def numbered_on(marks: Marks) -> Marks:
                if (marks.project, marks.shot) == (project, shot):
                    return marks
                take = next(takes) if shot else None
                return replace(marks, project=project, shot=shot, take=take, winner=False)

            return await self._write(await self._changes(dict.fromkeys(clip_ids, numbered_on)))

    async def rename(self, clip_id: str, stem: str) -> Clip:
        """Give video and record another name, as near to `stem` as every system allows and nothing else has."""
        async with self._store.turn:
            self._store.require_writable()
            clip = await self._store.known(clip_id)
            record = await self._store.record_of(clip)
            renamed = await self._store.on_disk(lambda: self._rename(record, stem), record.record_path)
            return (await self._store.index_records([renamed]))[0]

    async def _changes(self, wanted: Mapping[str, _Change]) -> "_Changes":
        """Read the records that are to change; what can't be read is left out, and said."""
        changes = _Changes()
        if wanted:
            self._store.require_writable()
        for clip_id, change in wanted.items():
            clip = await self._store.clip(clip_id)
            if clip is None:  # thrown away meanwhile, by another computer
                changes.trouble = changes.trouble or os_errors.gone(self._store.folder.root / clip_id)
                continue
            try:
                record = await self._store.record_of(clip)
            except (DiskTrouble, BadInput) as error:
                changes.trouble = changes.trouble or error
                continue
            marks = marks_from_record(record.document)
            changes.wanted[clip_id] = _Wanted(record=record, before=marks, after=change(marks))
        return changes

    async def _losers(self, changes: "_Changes") -> "dict[str, _Wanted]":
        """Give what changes for the winners of the shots that have another one now."""
        won = {(one.after.project, one.after.shot) for one in changes.wanted.values() if one.after.winner}
        losers: dict[str, _Change] = {}
        for project, shot in won:
            others = await self._store.clips("shot = ? AND project = ? AND winner = 1", shot, project)
            losers |= {clip.clip_id: _not_the_winner for clip in others if clip.clip_id not in changes.wanted}
        found = await self._changes(losers)
        changes.trouble = changes.trouble or found.trouble
        return found.wanted

    async def _write(self, changes: "_Changes") -> Marked:
        written: dict[str, FoundRecord] = {}
        kept_from = changes.trouble
        try:
            for clip_id, wanted in changes.wanted.items():
                record = wanted.record
                if wanted.after != wanted.before:
                    record = with_document(record, with_marks(record.document, wanted.after))
                    await self._store.on_disk(self._saving(record), record.record_path)
                written[clip_id] = record
        except DiskTrouble as error:
            kept_from = error
        finally:
            clips = await self._store.index_records(list(written.values())) if written else []
        if kept_from is not None and not written:
            raise kept_from
        before = {clip_id: changes.wanted[clip_id].before for clip_id in written}
        return Marked(clips=clips, before=before, trouble=kept_from)

    def _saving(self, record: FoundRecord) -> Callable[[], None]:
        return lambda: write_beside(self._store.files, record.record_path, record_bytes(record.document))

    def _rename(self, record: FoundRecord, stem: str) -> FoundRecord:
        """The new record is written first: with it alone the old video is found by its hash, and with both records
        the one whose video is there counts.
        """
        files, old = self._store.files, record.video_path
        target = self._free(old, safe_stem(stem))
        if target == old:
            return record
        renamed = self._store.folder.found(target, {**record.document, "file": target.name})
        write_beside(files, renamed.record_path, record_bytes(renamed.document))
        if old.exists():
            files.place(old, target)
        files.remove(record.record_path)
        files.sync_dir(target.parent)
        return renamed

    def _free(self, old: Path, stem: str) -> Path:
        taken = {entry.name.casefold() for entry in old.parent.iterdir()}
        taken -= {old.name.casefold(), old.with_suffix(RECORD_SUFFIX).name.casefold()}
        return old.with_name(f"{free_stem(stem, (old.suffix, RECORD_SUFFIX), taken)}{old.suffix}")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wanted:
    """A record, and what its marks are and are to be."""

    record: FoundRecord
    before: Marks
    after: Marks


@dataclass(slots=True)
class _Changes:
    """What is to be written, by clip id, and the first trouble in reading what was to change."""

    wanted: dict[str, _Wanted] = field(default_factory=dict)
    trouble: ViduDesktopError | None = None


def _always(marks: Marks) -> _Change:
    return lambda _before: marks


def _not_the_winner(marks: Marks) -> Marks:
    return replace(marks, winner=False)
