"""Measures a clip and keeps the result: for the window in the background, and for the command line."""

import logging
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from vidu_desktop.adapters.library_store.file_library import FileLibrary
from vidu_desktop.adapters.video.fidelity_service import FidelityService
from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.export import EndPictures, ExportSettings
from vidu_desktop.domain.film import FilmWish
from vidu_desktop.domain.modes import frames_given
from vidu_desktop.errors import BadInput, NotAVideo

_log = logging.getLogger(__name__)


class ClipMeter:
    """Implements the controllers' Meter."""

    def __init__(self, library: FileLibrary, service: FidelityService) -> None:
        self._library = library
        self._service = service

    async def measure(self, clip: Clip) -> Clip | None:
        """Return the clip with its fidelity; None when its file can't be measured. Raises DiskTrouble."""
        try:
            ends = await end_pictures(self._library, clip)
            fidelity = await self._service.measure(Path(clip.video_path), ends)
        except NotAVideo as error:
            _log.info("a clip can't be measured: %s", error.code)
            return None
        return None if fidelity is None else await self._library.measured(clip, fidelity)

    def rest(self) -> None:
        """End the helper process until there is another clip to measure. Blocks for some tenths of a second."""
        self._service.rest()


class ClipPictures(Protocol):
    """Knows from which pictures clips were made."""

    async def pictures_of(self, clip: Clip) -> tuple[str | None, ...]:
        """Return a clip's pictures in their order; None for each lost picture. Raises BadInput, DiskTrouble."""
        ...


async def end_pictures(library: ClipPictures, clip: Clip) -> EndPictures:
    """Return the pictures that the first and the last frame should look like. Reference pictures are no frames."""
    count = frames_given(clip.mode)
    if not count:
        return EndPictures()
    try:
        found = await library.pictures_of(clip)
    except BadInput:  # a record that can't be read says nothing about the video
        return EndPictures()
    start, end, *_ = (*found[:count], None, None)
    return EndPictures(start, end)


async def pictures_for(
    library: ClipPictures, clips: Sequence[Clip], wanted: ExportSettings | FilmWish
) -> list[EndPictures]:
    """Return each clip's pictures if their colours are to be matched, else an empty list."""
    if not wanted.match_colours:
        return []
    return [await end_pictures(library, clip) for clip in clips]
