"""Makes a record for a video that has none, from the file itself and from the recipe inside, if it is one of ours."""

import asyncio
import json
from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from vidu_desktop.adapters.records.videos import Videos
from vidu_desktop.domain.json_reading import is_showable
from vidu_desktop.domain.recipes import Document, request_from_recipe
from vidu_desktop.domain.records import StoredAs, adopted_record
from vidu_desktop.errors import BadInput
from vidu_desktop.library.imports import job_id_of_recipe, new_clip
from vidu_desktop.library.ports import NewClip


class RecordBuilder:
    """It changes nothing, except that it writes a cover. Files are opened in helper processes."""

    def __init__(
        self,
        videos: Videos,
        cover_path: Callable[[str], Path],
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._videos = videos
        self._cover_path = cover_path
        self._now = now

    async def record_for(self, path: Path, sha256: str, taken_job_ids: Collection[str | None]) -> Document:
        """Return the record of the file at `path`, whose hash is `sha256`. Jobs in `taken_job_ids` have their clip already.

        Raises NotAVideo, DiskTrouble, OSError.
        """
        recipe = await self.recipe(path)
        return await self.record_of(path, sha256, new_clip(recipe, sha256, taken_job_ids))

    async def record_of(self, path: Path, sha256: str, new: NewClip) -> Document:
        """Return the record of the clip `new` that the file at `path` becomes. Raises NotAVideo, DiskTrouble, OSError."""
        delivered = await self._videos.read_facts_and_make_cover(path, self._cover_path(new.clip_id))
        keeping = StoredAs(
            clip_id=new.clip_id,
            file_name=path.name,
            kept_at=await asyncio.to_thread(self.modified_at, path),
            fetched_sha256=delivered.sha256,
        )
        file_bytes = (await asyncio.to_thread(path.stat)).st_size
        video = replace(delivered, sha256=sha256, file_bytes=file_bytes)
        return adopted_record(new.recipe, video, keeping, new.price)

    async def recipe(self, path: Path) -> Document | None:
        """Read the recipe inside the video; None where there is none, or no valid one."""
        text = await self._videos.extract_recipe(path)
        if text is None:
            return None
        try:
            document = json.loads(text)
            request_from_recipe(document, lambda _sha256: None)
        except (ValueError, RecursionError, BadInput):
            return None
        # A job id that is invalid, or can't be part of a file name, is left out: the video is then known by
        # its content.
        return {
            name: value for name, value in document.items() if name != "job_id" or job_id_of_recipe(document)
        }

    def modified_at(self, path: Path) -> datetime:
        try:
            moment = datetime.fromtimestamp(path.stat().st_mtime, UTC)
        except (OSError, ValueError, OverflowError):
            return self._now()
        return moment if is_showable(moment) else self._now()
