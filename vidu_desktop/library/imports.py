"""Takes videos from elsewhere into the library: finds out what each of them is, and what becomes of it."""

import asyncio
import errno
import logging
from collections.abc import Awaitable, Callable, Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

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


class ClipImports:
    """Imports files, which are only ever read. `price_paid` tells what a job cost according to the books."""

    def __init__(self, files: ImportFiles, trash: ClipTrash, price_paid: PricePaid | None = None) -> None:
        self._files = files
        self._trash = trash
        self._price_paid = price_paid
        self._turn = asyncio.Lock()
        """If two imports ran at once, both would find that a video isn't there yet."""

    async def take_in(
        self,
        paths: Sequence[Path],
        on_progress: Callable[[int, int], None] = lambda _done, _all: None,
        wanted: Callable[[], bool] = lambda: True,
    ) -> Imported:
        """Copy videos into the library, including those in folders. A video of ours brings its recipe; others become plain
        clips. A video in the trash comes back from there, with all that was known of it.

        `on_progress` is called with the number of files done and of all files. When `wanted` returns false, the import ends
        before the next file. A file that is no video, or is in the library already, is a finding. When the library can't take
        more, the import ends and says why; what came in before stays. Raises DiskTrouble when it can't begin.
        """
        async with self._turn:
            return await self._take_all(paths, on_progress, wanted)

    async def _take_all(
        self, paths: Sequence[Path], on_progress: Callable[[int, int], None], wanted: Callable[[], bool]
    ) -> Imported:
        await self._files.ready()
        files = await self._files.videos_at(paths)
        taken = Imported(clips=[], back=[], findings=[], left=[])
        trashed = await self._trash.by_hash()
        for done, path in enumerate(files):
            if not wanted():
                taken.left.extend(files[done:])
                return taken
            on_progress(done, len(files))
            try:
                await self._take_one(path, taken, trashed)
            except DiskTrouble as trouble:
                taken.left.extend(files[done:])
                return replace(taken, stopped_by=trouble)
        on_progress(len(files), len(files))
        return taken

    async def _take_one(self, path: Path, taken: Imported, trashed: dict[str, str]) -> None:
        try:
            sha256 = await self._files.hash_of(path)
            if await self._files.has_video(sha256):
                taken.findings.append(finding("file-twice", path))
                return
            if sha256 in trashed and (back := await self._take_back(trashed.pop(sha256), path)):
                taken.back.extend(back)
                return
            new = await self._new_clip(path, sha256, trashed.values())
            record = await self._files.copy_in(path, sha256, new)
        except NotAVideo as error:
            taken.findings.append(finding(code_of(error), path))
        except DiskTrouble:
            raise
        except OSError as error:
            taken.findings.append(finding(_FINDINGS.get(error.errno or 0, "file-unreadable"), path))
        except Exception:  # noqa: BLE001 - whatever one file does is a finding about that file only
            _log.exception("a file can't be taken in")
            taken.findings.append(finding("file-unreadable", path))
        else:
            taken.clips.append(await self._files.indexed(record))

    async def _new_clip(self, path: Path, sha256: str, in_trash: Collection[str]) -> NewClip:
        recipe = await self._files.recipe_of(path)
        job_id = job_id_of_recipe(recipe)
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
