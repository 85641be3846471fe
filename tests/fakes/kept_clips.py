"""A library in memory, for tests of the library's rules: records by clip id, and a disk that may refuse some of them."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from fakes.video_facts import video_facts

from vidu_desktop.domain.amounts import usd
from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.marks import NO_MARKS, Marks
from vidu_desktop.domain.recipes import Document
from vidu_desktop.domain.records import marks_from_record, with_marks
from vidu_desktop.errors import BadInput, DiskTrouble, Sentence, ViduDesktopError
from vidu_desktop.library.ports import ClipRef, FoundRecord, NewClip, Take, TrashedClip, Written

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
FULL = DiskTrouble("disk-full", Sentence("no room"), full=True)
DAMAGED = BadInput("record-damaged", Sentence("damaged"))


def a_record(clip_id: str, marks: Marks = NO_MARKS) -> FoundRecord:
    """Return a record with nothing but the clip's id and its marks."""
    document: Document = with_marks({"clip_id": clip_id}, marks)
    video_path = Path(f"/library/{clip_id}.mp4")
    return FoundRecord(
        record_path=video_path.with_suffix(".json"),
        video_path=video_path,
        video_rel=video_path.name,
        document=document,
    )


def clip_of(record: FoundRecord) -> Clip:
    facts = video_facts(file_bytes=1, sha256=f"hash of {record.document['clip_id']}")
    return Clip(
        clip_id=str(record.document["clip_id"]),
        video_path=str(record.video_path),
        cover_path="",
        created_at=NOON,
        mode="image",
        model="vidu2-image",
        prompt="",
        rehearsal=False,
        price=usd("0.20"),
        video=facts,
        marks=marks_from_record(record.document),
    )


class FakeRecords:
    """`ClipRecords` in memory. Ids in `unreadable` can't be read; writing stops before the first id in `refused`."""

    def __init__(self, marks: Mapping[str, Marks] | None = None) -> None:
        self.turn = asyncio.Lock()
        self.by_id = {clip_id: a_record(clip_id, one) for clip_id, one in (marks or {}).items()}
        self.unreadable: set[str] = set()
        self.refused: set[str] = set()
        self.gone: DiskTrouble | None = None
        self.saved: list[str] = []

    def marks(self, clip_id: str) -> Marks:
        return marks_from_record(self.by_id[clip_id].document)

    def require_writable(self) -> None:
        if self.gone is not None:
            raise self.gone

    async def takes(self, project: str, shot: str) -> list[Take]:
        every = ((clip_id, self.marks(clip_id)) for clip_id in self.by_id)
        return [
            Take(clip_id, marks.take, marks.winner)
            for clip_id, marks in every
            if (marks.project, marks.shot) == (project, shot)
        ]

    async def read(self, clips: Sequence[ClipRef]) -> dict[str, FoundRecord | ViduDesktopError]:
        ids = [ref if isinstance(ref, str) else list(self.by_id)[ref] for ref in clips]
        return {name: DAMAGED if name in self.unreadable else self.by_id[name] for name in ids}

    async def write(self, changed: Sequence[FoundRecord], same: Sequence[FoundRecord] = ()) -> Written:
        saved: list[FoundRecord] = []
        for record in changed:
            if record.document["clip_id"] in self.refused:
                return Written(clips=[clip_of(one) for one in (*saved, *same)], trouble=FULL)
            saved.append(record)
            self.by_id[str(record.document["clip_id"])] = record
            self.saved.append(str(record.document["clip_id"]))
        return Written(clips=[clip_of(one) for one in (*saved, *same)])

    async def rename(self, clip_id: str, stem: str) -> Clip:
        record = self.by_id[clip_id]
        self.by_id[clip_id] = replace(record, video_path=record.video_path.with_stem(stem))
        return clip_of(self.by_id[clip_id])


class FakeBin(FakeRecords):
    """`TrashBin` in memory. Ids in `troubles` can't be restored; those in `without_video` have only a record."""

    def __init__(
        self,
        marks: Mapping[str, Marks],
        *,
        trashed: Mapping[str, Marks] | None = None,
        apart: timedelta = timedelta(0),
    ) -> None:
        super().__init__(marks)
        self.trashed = {clip_id: a_record(clip_id, one) for clip_id, one in (trashed or {}).items()}
        self.troubles: dict[str, Exception] = {}
        self.without_video: set[str] = set()
        self.made_at = NOON  # when the clips in the trash were made
        self._apart = apart

    async def clip(self, clip_id: str) -> Clip | None:
        return clip_of(self.by_id[clip_id]) if clip_id in self.by_id else None

    async def has_another(self, trash_id: str, clip: Clip) -> bool:
        return trash_id in self.trashed

    async def put(self, clip: Clip, trash_id: str) -> None:
        self.trashed[trash_id] = self.by_id.pop(clip.clip_id)

    async def document(self, clip_id: str) -> Document | None:
        return self.trashed[clip_id].document if clip_id in self.trashed else None

    async def take_back(self, clip_id: str, document: Document | None) -> Clip | None:
        if clip_id in self.troubles:
            raise self.troubles[clip_id]
        if document is None:
            return None
        record = replace(self.trashed.pop(clip_id), document=document)
        self.by_id[str(document["clip_id"])] = record
        return replace(clip_of(record), missing=clip_id in self.without_video)

    async def contents(self) -> list[TrashedClip]:
        return [
            TrashedClip(
                clip=replace(clip_of(record), created_at=self.made_at), trashed_at=NOON + place * self._apart
            )
            for place, record in enumerate(self.trashed.values())
        ]

    async def finish_moves(self) -> None:
        """Nothing kills this one."""

    async def delete(self, clip_id: str) -> bool:
        return self.trashed.pop(clip_id, None) is not None


class FakeImports:
    """`ImportFiles` into such a library; a file's content is its name. Files in `troubles` can't be copied in."""

    def __init__(self, there: FakeBin) -> None:
        self._there = there
        self._hashes: set[str] = set()
        self.recipes: dict[str, Document] = {}
        self.troubles: dict[str, Exception] = {}
        self.copied: list[NewClip] = []
        self.copied_back: list[str] = []

    async def ready(self) -> None:
        self._there.require_writable()

    async def videos_at(self, paths: Sequence[Path]) -> list[Path]:
        return list(paths)

    async def hash_of(self, path: Path) -> str:
        return f"hash of {path.stem}"

    async def has_video(self, sha256: str) -> bool:
        return sha256 in self._hashes

    async def has_clip(self, clip_id: str) -> bool:
        return clip_id in self._there.by_id

    async def recipe_of(self, path: Path) -> Document | None:
        return self.recipes.get(path.stem)

    async def copy_in(self, path: Path, sha256: str, new: NewClip) -> FoundRecord:
        if path.stem in self.troubles:
            raise self.troubles[path.stem]
        self.copied.append(new)
        self._hashes.add(sha256)
        return a_record(new.clip_id)

    async def indexed(self, record: FoundRecord) -> Clip:
        clip = clip_of(record)
        self._there.by_id[clip.clip_id] = record
        return clip

    async def copy_back(self, path: Path, clip: Clip) -> Clip:
        self.copied_back.append(path.stem)
        return replace(clip, missing=False)
