"""Throwing clips away and taking them back: what goes in keeps its marks and its cost, what comes back fits."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import count

from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.recipes import Document
from vidu_desktop.domain.records import marks_from_record, with_marks
from vidu_desktop.errors import BadInput, DiskTrouble, ViduDesktopError
from vidu_desktop.library.ports import TrashBin, TrashedClip
from vidu_desktop.library.shots import fitted


class ClipTrash:
    """All verbs raise DiskTrouble; what was moved before the trouble is moved."""

    def __init__(self, bin_: TrashBin) -> None:
        self._bin = bin_

    async def put(self, clip_ids: Sequence[str]) -> list[str]:
        """Move clips in; return those that were moved, by the ids that they have in there."""
        async with (
            self._bin.turn
        ):  # a mark that is being written would put the record back, without its video
            moved = [await self._put_one(clip_id) for clip_id in clip_ids]
        return [clip_id for clip_id in moved if clip_id is not None]

    async def take_back(self, clip_ids: Sequence[str]) -> list[Clip]:
        """Put clips back where they were, or beside what lies there now; return those that came back.

        One that can't come back keeps no other: its trouble is raised when the others are there.
        """
        clips: list[Clip] = []
        trouble: ViduDesktopError | None = None
        for clip_id in clip_ids:
            try:
                async with self._bin.turn:  # the next one has to fit to this one
                    clip = await self._take_one_back(clip_id)
            except (DiskTrouble, BadInput) as error:
                trouble = trouble or error
            else:
                clips += [] if clip is None else [clip]
        if trouble is not None:
            raise trouble
        return clips

    async def contents(self) -> list[TrashedClip]:
        """Return what is in the trash, the latest first."""
        return sorted(await self._bin.contents(), key=lambda one: one.trashed_at, reverse=True)

    async def by_hash(self) -> dict[str, str]:
        """Return the ids of what is in the trash by the hash of its video."""
        return {one.clip.video.sha256: one.clip.clip_id for one in await self.contents()}

    async def delete(self, clip_ids: Sequence[str]) -> int:
        """Delete clips that are in the trash for good; return how many."""
        self._bin.require_writable()
        return sum([await self._bin.delete(clip_id) for clip_id in clip_ids])

    async def delete_older(self, before: datetime, now: datetime) -> int:
        """Delete for good what was moved in before then; return how many. What says that it was moved in before it was
        made, or later than `now`, stays: a clock was wrong, and nobody knows how long it has been there.
        """
        old = [
            one.clip.clip_id
            for one in await self._bin.contents()
            if one.clip.created_at <= one.trashed_at < before and one.trashed_at <= now
        ]
        return await self.delete(old) if old else 0

    async def _put_one(self, clip_id: str) -> str | None:
        self._bin.require_writable()
        clip = await self._bin.clip(clip_id)
        if clip is None:
            return None
        for trash_id in ids_from(clip_id):  # the trash may have another clip of the same job
            if not await self._bin.taken(trash_id, clip):
                await self._bin.put(clip, trash_id)
                return trash_id
        raise AssertionError  # the ids don't end

    async def _take_one_back(self, clip_id: str) -> Clip | None:
        self._bin.require_writable()
        document = await self._bin.document(clip_id)
        return await self._bin.take_back(clip_id, document and await self._fitting(clip_id, document))

    async def _fitting(self, clip_id: str, document: Document) -> Document:
        """Return a record as it fits to what the library has now: there, every id is one clip's, every number of a
        shot one take's, and a shot has one winner.
        """
        for free_id in ids_from(clip_id):
            if await self._bin.clip(free_id) is None:
                break
        document = {**document, "clip_id": free_id}
        marks = marks_from_record(document)
        fitting = fitted(marks, await self._bin.takes(marks.project, marks.shot)) if marks.shot else marks
        return document if fitting == marks else with_marks(document, fitting)


def ids_from(clip_id: str) -> Iterator[str]:
    """Return an id, and others for a second clip of the same job, without end."""
    yield clip_id
    yield from (f"{clip_id}-{number}" for number in count(2))
