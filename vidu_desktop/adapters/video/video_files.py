"""Videos for the library: helper processes check them, put in their recipes and make their covers."""

from pathlib import Path
from typing import TypeVar, TypeVarTuple

from vidu_desktop.adapters.pictures.picture_errors import helper_not_started
from vidu_desktop.adapters.processes.helper_processes import HelperFailed, HelperProcesses, Mishap, Task
from vidu_desktop.adapters.processes.waiting_lines import Line
from vidu_desktop.adapters.video.video_errors import not_a_video
from vidu_desktop.domain.clip import VideoFacts

T = TypeVar("T")
Ts = TypeVarTuple("Ts")

# A clip of 4 s takes 0.1 s here; ten minutes of 4K on a slow disk still take less than the deadline.
_VERIFY_DEADLINE_S = 60.0
_WRITE_DEADLINE_S = 60.0
_CODES = {
    Mishap.DIED: "video-crash",
    Mishap.CONFUSED: "video-crash",
    Mishap.TOO_SLOW: "video-too-slow",
    Mishap.TOO_LARGE: "video-crash",
}


_IN = "vidu_desktop.adapters.video."
_VERIFY: Task[str, VideoFacts] = Task(f"{_IN}video_checks:verify")
_FACTS_AND_COVER: Task[str, str, VideoFacts] = Task(f"{_IN}video_checks:read_facts_and_make_cover")
_MAKE_COVER: Task[str, str, None] = Task(f"{_IN}video_checks:make_cover")
_EMBED: Task[str, str, None] = Task(f"{_IN}recipe_box:embed")
_EXTRACT: Task[str, str | None] = Task(f"{_IN}recipe_box:extract_recipe")
_STRIP: Task[str, str, None] = Task(f"{_IN}recipe_box:copy_clean")


class VideoFiles:
    """What the library needs from video files. It is safe for foreign files: each is opened only in a helper."""

    def __init__(self, processes: HelperProcesses) -> None:
        self._processes = processes

    async def verify(self, path: Path) -> VideoFacts:
        """Check that a fetched file is a complete video; its size and duration are returned, but not judged.

        `sha256` and `file_bytes` are those of what the service delivered: a recipe inside the file isn't counted. Raises
        NotAVideo, and DiskTrouble when the file can't be read.
        """
        return await self._run(_VERIFY_DEADLINE_S, _VERIFY, str(path))

    async def embed(self, path: Path, recipe_json: str) -> None:
        """Put the recipe into the file, replacing an earlier one; atomic, and durable when this returns.

        Raises NotAVideo when the file isn't an MP4, DiskTrouble. Then the file is whole: as before, or with the recipe in it
        when only the folder couldn't be synced.
        """
        await self._run(_WRITE_DEADLINE_S, _EMBED, str(path), recipe_json)

    async def extract_recipe(self, path: Path) -> str | None:
        """Return the recipe's JSON text, None if there is none. It comes from a file, so check it before use."""
        return await self._run(_WRITE_DEADLINE_S, _EXTRACT, str(path))

    async def copy_clean(self, path: Path, clean_path: Path) -> None:
        """Write to `clean_path` exactly what the service delivered. Raises NotAVideo, DiskTrouble."""
        await self._run(_WRITE_DEADLINE_S, _STRIP, str(path), str(clean_path))

    async def make_cover(self, video_path: Path, cover_path: Path) -> None:
        """Write the first frame as a JPEG, at most 480 pixels wide, atomically. Raises NotAVideo, DiskTrouble."""
        await self._run(_VERIFY_DEADLINE_S, _MAKE_COVER, str(video_path), str(cover_path))

    async def read_facts_and_make_cover(self, path: Path, cover_path: Path) -> VideoFacts:
        """Find out the properties of a video and write its cover in one go: the work of `verify` and `make_cover` without
        decoding the end. Raises NotAVideo, DiskTrouble.
        """
        return await self._run(_VERIFY_DEADLINE_S, _FACTS_AND_COVER, str(path), str(cover_path))

    async def _run(self, deadline_s: float, work: Task[*Ts, T], *args: *Ts) -> T:
        try:
            return await self._processes.run(deadline_s, work, *args, line=Line.HOME)
        except HelperFailed as error:
            if error.mishap is Mishap.NOT_STARTED:
                raise helper_not_started() from error
            raise not_a_video(_CODES[error.mishap]) from error
