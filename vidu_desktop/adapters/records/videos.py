"""What the library needs from video files, as a Protocol; `adapters.video` implements it."""

from pathlib import Path
from typing import Protocol

from vidu_desktop.domain.clip import VideoFacts


class Videos(Protocol):
    """Checks and changes video files in helper processes. Awaited on the loop, never in the thread of the library's files,
    where it would make marks wait.

    All methods raise NotAVideo for a file that isn't a complete video, and DiskTrouble when a file can't be read or written.
    """

    async def verify(self, path: Path) -> VideoFacts:
        """Check the structure, and decode the first and the last frame. `sha256` and `file_bytes` are those of what the
        service delivered: a recipe inside the file isn't counted.
        """
        ...

    async def read_facts_and_make_cover(self, path: Path, cover_path: Path) -> VideoFacts:
        """Do the work of `verify` and `make_cover` in one go, but don't decode the end. This is for videos that nobody would
        fetch again: a damaged end is no reason to leave them out.
        """
        ...

    async def embed(self, path: Path, recipe_json: str) -> None:
        """Put the recipe into the file's metadata; pictures and sound aren't changed. A failure should
        leave a whole file, but the library doesn't rely on it: it passes a copy of a paid video, and makes that copy anew
        then.
        """
        ...

    async def extract_recipe(self, path: Path) -> str | None:
        """Return the recipe that `embed` has put in; None when there is none."""
        ...

    async def make_cover(self, video_path: Path, cover_path: Path) -> None:
        """Write the first frame as a picture; `cover_path` ends in .jpg and its folder exists."""
        ...
