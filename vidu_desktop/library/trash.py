"""Moves clips to the trash and takes them back. They keep their marks and their cost in the trash, and are made to fit when
they come back.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import count

from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.recipes import Document
from vidu_desktop.domain.records import marks_from_record, with_marks
from vidu_desktop.errors import BadInput, DiskTrouble, ViduDesktopError
from vidu_desktop.library.ports import TrashBin, TrashedClip
from vidu_desktop.library.shots import marks_on_return


class ClipTrash:
    """All methods raise DiskTrouble; what was moved before the trouble stays moved."""

    def __init__(self, bin_: TrashBin) -> None:
        self._bin = bin_

    async def put(self, clip_ids: Sequence[str]) -> list[str]:
        """Move clips to the trash; return those that were moved, by their ids in the trash."""
        # Otherwise a mark that is being written would put the record back, without its video.
        async with self._bin.turn:
            moved = [await self._put_one(clip_id) for clip_id in clip_ids]
        return [clip_id for clip_id in moved if clip_id is not None]

    async def take_back(self, clip_ids: Sequence[str]) -> list[Clip]:
        """Put clips back where they were, or next to what is there now; return those that came back.

        A clip that can't come back doesn't stop the others: its trouble is raised after they are back.
        """
        clips: list[Clip] = []
        trouble: ViduDesktopError | None = None
        for clip_id in clip_ids:
            try:
                async with self._bin.turn:  # the next clip must fit this one
                    clip = await self._take_one_back(clip_id)
            except (DiskTrouble, BadInput) as error:
                trouble = trouble or error
            else:
                clips += [] if clip is None else [clip]
        if trouble is not None:
            raise trouble
        return clips

    async def contents(self) -> list[TrashedClip]:
        """Return the clips in the trash, the latest first."""
        return sorted(await self._bin.contents(), key=lambda one: one.trashed_at, reverse=True)

    async def finish_moves(self) -> None:
        """Finish the moves that a kill interrupted."""
        self._bin.require_writable()
        async with self._bin.turn:
            await self._bin.finish_moves()

    async def by_hash(self) -> dict[str, str]:
        """Return the ids of the clips in the trash by the hash of their video."""
        return {one.clip.video.sha256: one.clip.clip_id for one in await self.contents()}

    async def delete(self, clip_ids: Sequence[str]) -> int:
        """Delete clips in the trash for good; return how many were deleted."""
        self._bin.require_writable()
        return sum([await self._bin.delete(clip_id) for clip_id in clip_ids])

    async def delete_older(self, before: datetime, now: datetime) -> int:
        """Delete for good the clips that were moved in before `before`; return how many. A clip whose time of moving in is
        before its creation or after `now` stays: a clock was wrong, and nobody knows how long it has been in the trash.
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
            if not await self._bin.has_another(trash_id, clip):
                await self._bin.put(clip, trash_id)
                return trash_id
        raise AssertionError  # the ids don't end

    async def _take_one_back(self, clip_id: str) -> Clip | None:
        self._bin.require_writable()
        document = await self._bin.document(clip_id)
        return await self._bin.take_back(clip_id, document and await self._fitting(clip_id, document))

    async def _fitting(self, clip_id: str, document: Document) -> Document:
        """Return the record changed so that it fits the library as it is now: each id belongs to one clip, each number of
        a shot to one take, and a shot has one winner.
        """
        for free_id in ids_from(clip_id):
            if await self._bin.clip(free_id) is None:
                break
        document = {**document, "clip_id": free_id}
        marks = marks_from_record(document)
        fitting = (
            marks_on_return(marks, await self._bin.takes(marks.project, marks.shot)) if marks.shot else marks
        )
        return document if fitting == marks else with_marks(document, fitting)


def ids_from(clip_id: str) -> Iterator[str]:
    """Yield the id, and then without end others for further clips of the same job."""
    yield clip_id
    yield from (f"{clip_id}-{number}" for number in count(2))
