"""Takes videos from elsewhere into the library: finds out what each of them is, and what becomes of it."""

import asyncio
import errno
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Collection, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from weakref import WeakValueDictionary

from vidu_desktop.domain.amounts import Money
from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.json_reading import Fields
from vidu_desktop.domain.recipes import Document
from vidu_desktop.errors import BadInput, DiskTrouble, NotAVideo
from vidu_desktop.library.findings import LibraryFinding, code_of, finding
from vidu_desktop.library.ports import ImportFiles, NewClip
from vidu_desktop.library.trash import ClipTrash

_log = logging.getLogger(__name__)
_FINDINGS = {
    errno.EINVAL: "not-a-file",  # from opening a device or a pipe as a file
    errno.ENXIO: "not-a-file",  # the system's error for a socket
    errno.ENOENT: "file-gone",
    errno.ENOTDIR: "file-gone",
    errno.ELOOP: "file-gone",
    errno.ENAMETOOLONG: "file-gone",
    errno.EACCES: "file-forbidden",
    errno.EPERM: "file-forbidden",
}

_ENDS_WITHIN_S = 3.0
"""How long an import that is called off may go on with the file under way, whose drive may not answer."""

PricePaid = Callable[[str], Awaitable[Money | None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """The result of an import: the new clips, the clips that came `back` from the trash, the findings about files that were
    passed over, and the files that were `left` because it ended early.
    """

    clips: list[Clip]
    back: list[Clip]
    findings: list[LibraryFinding]
    left: list[Path]
    stopped_by: DiskTrouble | None = None
    """Why it ended early, if the library couldn't take more; None otherwise."""


class CallOff:
    """Ends one import early: before its next file, and without the file under way where that doesn't end in time."""

    def __init__(self, ends_within_s: float = _ENDS_WITHIN_S) -> None:
        self.is_called = False
        self._ends_within_s = ends_within_s
        self._loop: asyncio.AbstractEventLoop | None = None
        self._limit: asyncio.Timeout | None = None

    def call(self) -> None:
        """Call the import off. Called in the thread of its loop; more than once does no harm."""
        if self._limit is not None and self._loop is not None and not self.is_called:
            self._limit.reschedule(self._loop.time() + self._ends_within_s)
        self.is_called = True

    @asynccontextmanager
    async def limit(self) -> AsyncIterator[None]:
        """Raise TimeoutError in the body when that goes on for too long after a call."""
        self._loop = asyncio.get_running_loop()
        try:
            async with asyncio.timeout(self._ends_within_s if self.is_called else None) as self._limit:
                yield
        finally:
            self._limit = None


class ClipImports:
    """Imports files, which are only ever read. `price_paid` tells what a job cost according to the books."""

    def __init__(self, files: ImportFiles, trash: ClipTrash, price_paid: PricePaid | None = None) -> None:
        self._files = files
        self._trash = trash
        self._price_paid = price_paid
        self._turns: WeakValueDictionary[tuple[str, str], asyncio.Lock] = WeakValueDictionary()
        """By content and by job: of two imports at once, both would find that such a video isn't there yet."""

    async def take_in(
        self,
        paths: Sequence[Path],
        on_progress: Callable[[int, int], None] = lambda _done, _all: None,
        call_off: CallOff | None = None,
    ) -> Imported:
        """Copy videos into the library, including those in folders. A video of ours brings its recipe; others become plain
        clips. A video in the trash comes back from there, with all that was known of it.

        `on_progress` is called with the number of files done and of all files. A file that is no video, or is in the library
        already, is a finding. When the library can't take more, the import ends and says why; what came in before stays.
        Several imports may run at once: one whose drive doesn't answer holds up no other. Raises DiskTrouble when it can't
        begin.
        """
        call_off = call_off or CallOff()
        await self._files.ready()
        taken = Imported(clips=[], back=[], findings=[], left=list(paths))
        try:
            async with call_off.limit():
                return await self._take_all(taken, on_progress, call_off)
        except TimeoutError:
            if not call_off.is_called:
                raise
        return taken

    async def _take_all(
        self, taken: Imported, on_progress: Callable[[int, int], None], call_off: CallOff
    ) -> Imported:
        """Take in the files that are left, and those in folders that are left; note all the time which they are."""
        files = await self._files.videos_at(taken.left)
        trashed = await self._trash.by_hash()
        for done, path in enumerate(files):
            taken.left[:] = files[done:]
            if call_off.is_called:
                return taken
            on_progress(done, len(files))
            try:
                await self._take_one(path, taken, trashed)
            except DiskTrouble as trouble:
                return replace(taken, stopped_by=trouble)
        taken.left.clear()
        on_progress(len(files), len(files))
        return taken

    async def _take_one(self, path: Path, taken: Imported, trashed: dict[str, str]) -> None:
        try:
            sha256 = await self._files.hash_of(path)
            async with self._turn_of("content", sha256):
                await self._take_content(path, sha256, taken, trashed)
        except NotAVideo as error:
            taken.findings.append(finding(code_of(error), path))
        except DiskTrouble:
            raise
        except OSError as error:
            taken.findings.append(finding(_FINDINGS.get(error.errno or 0, "file-unreadable"), path))
        except Exception:  # noqa: BLE001 - whatever one file does is a finding about that file only
            _log.exception("a file can't be taken in")
            taken.findings.append(finding("file-unreadable", path))

    async def _take_content(self, path: Path, sha256: str, taken: Imported, trashed: dict[str, str]) -> None:
        if await self._files.has_video(sha256):
            taken.findings.append(finding("file-twice", path))
            return
        if sha256 in trashed and (back := await self._take_back(trashed.pop(sha256), path)):
            taken.back.extend(back)
            return
        recipe = await self._files.recipe_of(path)
        job_id = job_id_of_recipe(recipe)
        async with self._turn_of("job", job_id or sha256):
            new = await self._new_clip(recipe, job_id, sha256, trashed.values())
            record = await self._files.copy_in(path, sha256, new)
            taken.clips.append(await self._files.indexed(record))

    def _turn_of(self, kind: str, name: str) -> asyncio.Lock:
        """Return the lock for those who take in this content, or a video of this job: one after the other."""
        return self._turns.setdefault((kind, name), asyncio.Lock())

    async def _new_clip(
        self, recipe: Document | None, job_id: str | None, sha256: str, in_trash: Collection[str]
    ) -> NewClip:
        if job_id is None:
            return new_clip(recipe, sha256, ())
        is_known = job_id in in_trash or await self._files.has_clip(job_id)
        price = await self._price_paid(job_id) if self._price_paid else None
        return new_clip(recipe, sha256, (job_id,) if is_known else (), price)

    async def _take_back(self, clip_id: str, path: Path) -> list[Clip]:
        """Take a clip back from the trash. If the trash has only its record, its video is copied from `path`."""
        clips = await self._trash.take_back([clip_id])
        return [await self._files.copy_back(path, clip) if clip.missing else clip for clip in clips]


def new_clip(
    recipe: Document | None,
    sha256: str,
    taken_job_ids: Collection[str | None],
    price: Money | None = None,
) -> NewClip:
    """Return what a video without a record becomes. The first video of a job is that job's clip, at its price. Another video
    of a job in `taken_job_ids`, and a video of no job, gets an id from its content and no price.
    """
    job_id = job_id_of_recipe(recipe)
    if job_id and job_id not in taken_job_ids:
        return NewClip(clip_id=job_id, recipe=recipe, price=price)
    return NewClip(clip_id=f"file-{sha256[:24]}", recipe=recipe)


def job_id_of_recipe(recipe: Document | None) -> str | None:
    """Return the job's id; None where the recipe has no usable one."""
    try:
        return Fields(recipe or {}).name_or_none("job_id")
    except BadInput:
        return None
