"""Pictures for the engine and the window: checked, prepared and corrected in helper processes."""

import asyncio
import re
from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TypeVar, TypeVarTuple

from vidu_desktop.adapters.disk.reading import read_regular
from vidu_desktop.adapters.pictures.picture_errors import HeadRefusal, helper_not_started, refusal
from vidu_desktop.adapters.processes.helper_processes import HelperFailed, HelperProcesses, Mishap, Task
from vidu_desktop.adapters.processes.waiting_lines import Line
from vidu_desktop.domain.catalogue import PictureLimits
from vidu_desktop.domain.framing import Framing
from vidu_desktop.domain.pictures import PictureFacts, PreparedPicture
from vidu_desktop.errors import BadInput, DiskTrouble, Sentence

T = TypeVar("T")
Ts = TypeVarTuple("Ts")

# Generous, because machines differ: the largest accepted picture takes 2 s here. They end what hangs.
_LOOK_DEADLINE_S = 20.0
_WRITE_DEADLINE_S = 60.0
_HEADS_AT_ONCE = 100
"""Pictures in one call to a helper. A call costs 2 ms, so with one call for each picture, calls would take most of the time."""
_MOST_DRAFTS_BYTES = 50_000_000
_SHA256 = re.compile(r"[0-9a-f]{64}")
_EXTENSIONS = (".jpg", ".png", ".webp")
_CODES = {
    Mishap.DIED: "picture-crash",
    Mishap.CONFUSED: "picture-damaged",
    Mishap.TOO_SLOW: "picture-too-slow",
    Mishap.TOO_LARGE: "picture-too-heavy",
}


_IN = "vidu_desktop.adapters.pictures."
_LOOK: Task[str, PictureLimits, PictureFacts] = Task(f"{_IN}picture_preparing:look")
_LOOK_AT_HEADS: Task[tuple[str, ...], list[PictureFacts | HeadRefusal]] = Task(
    f"{_IN}picture_preparing:look_at_heads"
)
_PREPARE: Task[str, PictureLimits, str, Framing | None, PreparedPicture] = Task(
    f"{_IN}picture_preparing:prepare"
)
_MAKE_THUMBNAIL: Task[str, int, str, str] = Task(f"{_IN}picture_preparing:make_thumbnail")
_CROP_TO_RATIO: Task[str, float, float, str, str, str] = Task(f"{_IN}picture_fixes:crop_to_ratio")
_MATCH_SIZE: Task[str, str, str, str, str] = Task(f"{_IN}picture_fixes:match_size")


class PictureFiles:
    """Implements the engine's `Pictures`, makes thumbnails, and writes the new pictures of the remedies.

    `inputs_dir` holds the pictures that are sent, named by their SHA-256; `keep_prepared` tidies it. `library_inputs_dir`, if
    given, holds copies of those that clips in the library were made from. `thumbs_dir` is a cache and may be emptied at any
    time. The pictures that the document at `drafts_path` names by hash belong to open tabs, and are kept, too.
    """

    def __init__(
        self,
        processes: HelperProcesses,
        *,
        inputs_dir: Path,
        thumbs_dir: Path,
        library_inputs_dir: Path | None = None,
        drafts_path: Path | None = None,
    ) -> None:
        self._processes = processes
        self._inputs_dir = inputs_dir
        self._library_inputs_dir = library_inputs_dir
        self._thumbs_dir = thumbs_dir
        self._drafts_path = drafts_path

    async def look_at(self, path: str, limits: PictureLimits) -> PictureFacts:
        """Check a picture and decode all of it. Raises BadInput for anything but one complete picture of reasonable size."""
        return await self._run(path, _LOOK_DEADLINE_S, _LOOK, path, limits)

    async def get_ready(self) -> None:
        """Start a helper and load its decoders, while another helper still reads the sheet. Never raises."""
        with suppress(BadInput, DiskTrouble, OSError):
            await self._run("", _LOOK_DEADLINE_S, _LOOK_AT_HEADS, ())

    async def look_at_heads(
        self, paths: Sequence[str], on_looked: Callable[[int, int], None]
    ) -> dict[str, PictureFacts | BadInput]:
        """Read the kinds and sizes of many pictures from their heads, thousands in a second. Whether a picture is complete is
        only seen when it is prepared. `on_looked` is called with the number done and the number of all. Raises DiskTrouble
        when no helper starts.
        """
        looked: dict[str, PictureFacts | BadInput] = {}

        async def look(some: tuple[str, ...]) -> None:
            looked.update(zip(some, await self._heads_of(some), strict=True))
            on_looked(len(looked), len(paths))

        chunks = [
            tuple(paths[begin : begin + _HEADS_AT_ONCE]) for begin in range(0, len(paths), _HEADS_AT_ONCE)
        ]
        await asyncio.gather(*map(look, chunks))
        return looked

    async def _heads_of(self, paths: tuple[str, ...]) -> list[PictureFacts | BadInput]:
        try:
            found = await self._run(paths[0], _LOOK_DEADLINE_S, _LOOK_AT_HEADS, paths)
        except BadInput as error:  # one of the pictures ended the helper
            if len(paths) == 1:
                return [error]
            half = len(paths) // 2
            return [*await self._heads_of(paths[:half]), *await self._heads_of(paths[half:])]
        return [
            one if isinstance(one, PictureFacts) else BadInput(one[0], Sentence(one[1], one[2]))
            for one in found
        ]

    async def prepare(
        self, path: str, limits: PictureLimits, framing: Framing | None = None
    ) -> PreparedPicture:
        """Copy the picture in: upright, sRGB, without metadata, framed, within `limits`. It is durable when this returns.
        Raises BadInput, DiskTrouble.

        The same file gives the same result and is written once.
        """
        inputs_dir = str(self._inputs_dir)
        return await self._run(path, _WRITE_DEADLINE_S, _PREPARE, path, limits, inputs_dir, framing)

    def prepared_path(self, sha256: str) -> Path:
        """Return the file of a prepared picture, or the place where it would be if it is gone."""
        if not _SHA256.fullmatch(sha256):
            raise ValueError("not a SHA-256")
        folders = [folder for folder in (self._inputs_dir, self._library_inputs_dir) if folder is not None]
        places = [
            folder / sha256[:2] / f"{sha256}{extension}" for folder in folders for extension in _EXTENSIONS
        ]
        return next(filter(_is_there, places), places[0])

    async def keep_prepared(self, sha256s: Collection[str]) -> None:
        """Remove every prepared picture that is neither among these nor in the tabs. Never raises: files that can't be
        removed stay until the next start.
        """
        await asyncio.get_running_loop().run_in_executor(None, self._keep_prepared, frozenset(sha256s))

    def _keep_prepared(self, sha256s: frozenset[str]) -> None:
        drafts = self._drafts()
        if drafts is None:
            return  # nobody knows which pictures the tabs need
        needed = sha256s.union(_SHA256.findall(drafts.decode("ascii", errors="replace")))
        for path in self._inputs_dir.glob("??/*"):
            if _SHA256.fullmatch(path.stem) and path.stem not in needed:
                with suppress(OSError):
                    path.unlink()

    def _drafts(self) -> bytes | None:
        """Return the drafts of the tabs as they are written in the file; None where it can't be read."""
        try:
            return (
                read_regular(self._drafts_path, _MOST_DRAFTS_BYTES) if self._drafts_path is not None else b""
            )
        except FileNotFoundError:
            return b""
        except (OSError, ValueError):
            return None

    async def thumbnail(self, source: Path | str, side_px: int) -> Path:
        """Return a JPEG that fits a square of `side_px`, upright and sRGB; made once for the same content.

        `source` is a file's Path, or the SHA-256 (str) of a prepared picture. Raises BadInput, DiskTrouble.
        """
        path = str(source if isinstance(source, Path) else self.prepared_path(source))
        made = await self._run(
            path,
            _LOOK_DEADLINE_S,
            _MAKE_THUMBNAIL,
            path,
            side_px,
            str(self._thumbs_dir),
            line=Line.THUMBNAILS,
        )
        return Path(made)

    async def crop_to_ratio(self, path: str, low: float, high: float, out_dir: Path, name: str = "") -> Path:
        """Write a new picture with its sides cut evenly so that width / height is within `low` and `high`. It is named after
        `name`, or after the picture's file if `name` is empty.
        """
        made = await self._run(path, _WRITE_DEADLINE_S, _CROP_TO_RATIO, path, low, high, str(out_dir), name)
        return Path(made)

    async def match_size(self, start_path: str, end_path: str, out_dir: Path, name: str = "") -> Path:
        """Write a new picture: the end frame, with its sides cut evenly and scaled to the start frame's size. It is named
        after `name`, or after the end frame's file if `name` is empty.
        """
        made = await self._run(
            end_path, _WRITE_DEADLINE_S, _MATCH_SIZE, start_path, end_path, str(out_dir), name
        )
        return Path(made)

    async def _run(
        self,
        path: str,
        deadline_s: float,
        work: Task[*Ts, T],
        *args: *Ts,
        line: Line = Line.PICTURES,
    ) -> T:
        try:
            return await self._processes.run(deadline_s, work, *args, line=line)
        except HelperFailed as error:
            if error.mishap is Mishap.NOT_STARTED:
                raise helper_not_started() from error
            raise refusal(_CODES[error.mishap], path) from error


def _is_there(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # the library's path is too long for the system
        return False
