"""What the library needs to know about video files, without knowing how. The media adapter implements it."""

from pathlib import Path
from typing import Protocol

from vidu_desktop.domain.clip import VideoFacts


class VideoLooker(Protocol):
    """Looks into video files. Every method may block and is called from the library's own thread.

    All raise NotAVideo for what isn't a whole video, and DiskTrouble or OSError when a file can't be read or written.
    """

    def verify(self, path: Path) -> VideoFacts:
        """Really look: structure, first and last frame decoded. `sha256` and `file_bytes` are those of what the service
        delivered: a recipe that is inside doesn't count.
        """
        ...

    def introduce(self, path: Path, cover_path: Path) -> VideoFacts:
        """What `verify` finds and `make_cover` writes, in one go; only the end isn't decoded. For videos that nobody
        would fetch again: a damaged end is no reason to leave them out.
        """
        ...

    def embed(self, path: Path, recipe_json: str) -> None:
        """Put the recipe into the file's metadata, pictures and sound untouched. On failure the file may be damaged:
        the library gives a copy.
        """
        ...

    def read_recipe(self, path: Path) -> str | None:
        """Give the recipe that `embed` put in; None when there is none."""
        ...

    def make_cover(self, video_path: Path, cover_path: Path) -> None:
        """Write the first frame as a picture; `cover_path` ends in .jpg and its folder exists."""
        ...
