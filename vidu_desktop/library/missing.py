"""Finds clips whose video or record isn't where the library expects it."""

from collections.abc import Sequence
from pathlib import Path

from vidu_desktop.domain.clip import Clip
from vidu_desktop.library.ports import MissingFiles


class MissingClips:
    """Finds missing clips: a record by its id, a video by its content."""

    def __init__(self, files: MissingFiles) -> None:
        self._files = files

    async def find(self, clip_id: str, folders: Sequence[Path] = ()) -> Clip | None:
        """Look for a clip's record by its id, wherever it was moved, and then for its video by its content: first in the
        library, where it may have been renamed, then in `folders`, from which it is copied back. Return None when the video
        isn't found. Raises DiskTrouble, BadInput.
        """
        self._files.require_writable()
        clip = await self._files.known(clip_id)
        record = await self._files.moved_record(clip) or await self._files.record_of(clip)
        video_path = await self._files.video_again(clip, record, folders)
        if video_path is None:
            return None
        # The record may have been marked during the search, so it is read again from its path.
        async with self._files.turn:
            return await self._files.put_together(record.record_path, video_path)
