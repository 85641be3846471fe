"""Videos from elsewhere taken into the library: what each of them is, and what becomes of it."""

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
    errno.EINVAL: "not-a-file",  # what opening a device or a pipe as a file says
    errno.ENXIO: "not-a-file",  # the system of a socket
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
    """What an import brought, what came `back` from the trash, what it passed over, and what was `left` when it was
    ended.
    """

    clips: list[Clip]
    back: list[Clip]
    findings: list[LibraryFinding]
    left: list[Path]
    stopped_by: DiskTrouble | None = None
    """Why it ended early, where the library couldn't take more."""


class ClipImports:
    """The files outside are only ever read. `price_paid` tells what the books know that a job cost."""

    def __init__(self, files: ImportFiles, trash: ClipTrash, price_paid: PricePaid | None = None) -> None:
        self._files = files
        self._trash = trash
        self._price_paid = price_paid
        self._turn = asyncio.Lock()
        """Of two imports at once, both would find that a video isn't there yet."""

    async def take_in(
        self,
        paths: Sequence[Path],
        on_progress: Callable[[int, int], None] = lambda _done, _all: None,
        wanted: Callable[[], bool] = lambda: True,
    ) -> Imported:
        """Copy videos into the library, those in folders too. One of ours brings its recipe; others are plain clips;
        what is in the trash comes back from there, with all that was known of it.

        `on_progress` hears how many of how many files are done; when it isn't `wanted` any more it ends before the
        next one. A file that is no video, or is here already, is a finding. When the library can't take more, it ends,
        says why, and what came in before stays. Raises DiskTrouble where it can't begin.
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
        except Exception:  # noqa: BLE001 - whatever one file does, it is a finding about that file and ends nothing else
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
        """Take a clip back from the trash; `path` has its video where the trash had only the record."""
        clips = await self._trash.take_back([clip_id])
        return [await self._files.copy_back(path, clip) if clip.missing else clip for clip in clips]


def new_clip(
    recipe: Document | None,
    sha256: str,
    taken_job_ids: Collection[str | None],
    price: Money | None = None,
) -> NewClip:
    """Return what a video without a record becomes. The first one of a job is that job's clip, at its price; another
    one of a job in `taken_job_ids`, and one of no job, is known by its content and cost nothing more.
    """
    job_id = job_id_of_recipe(recipe)
    if job_id and job_id not in taken_job_ids:
        return NewClip(clip_id=job_id, recipe=recipe, price=price)
    return NewClip(clip_id=f"file-{sha256[:24]}", recipe=recipe)


def job_id_of_recipe(recipe: Document | None) -> str | None:
    """Return the job's id; None where there is none that can be used."""
    try:
        return Fields(recipe or {}).name_or_none("job_id")
    except BadInput:
        return None
