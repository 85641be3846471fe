"""Measures one clip and keeps what was found: for the window in the background, and for the command line."""

import logging
from pathlib import Path

from vidu_desktop.adapters.library_store.file_library import FileLibrary
from vidu_desktop.adapters.video.fidelity_service import FidelityService
from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.modes import Mode
from vidu_desktop.errors import BadInput, NotAVideo

_log = logging.getLogger(__name__)


class ClipMeter:
    """Fulfils the controllers' Meter."""

    def __init__(self, library: FileLibrary, service: FidelityService) -> None:
        self._library = library
        self._service = service

    async def measure(self, clip: Clip) -> Clip | None:
        """Return the clip with its fidelity; None when its file can't be measured. Raises DiskTrouble."""
        try:
            start_path, end_path = await _pictures(self._library, clip)
            fidelity = await self._service.measure(Path(clip.video_path), start_path, end_path)
        except NotAVideo as error:
            _log.info("a clip can't be measured: %s", error.code)
            return None
        return None if fidelity is None else await self._library.measured(clip, fidelity)

    def rest(self) -> None:
        """End the helper process until there is another clip. Blocks for tenths of a second."""
        self._service.rest()


async def _pictures(library: FileLibrary, clip: Clip) -> tuple[Path | None, Path | None]:
    """Return the pictures that the first and the last frame should be; references are no frames."""
    if clip.mode not in (Mode.IMAGE, Mode.START_END):
        return None, None
    try:
        found = [None if path is None else Path(path) for path in await library.pictures_of(clip)]
    except BadInput:  # a record that can't be read says nothing about the video
        return None, None
    start_path = found[0] if found else None
    end_path = found[1] if clip.mode == Mode.START_END and len(found) > 1 else None
    return start_path, end_path
