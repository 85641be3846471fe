"""Lists the pictures in folders and tells the state of many files in one call, in a thread."""

import asyncio
import os
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from vidu_desktop.adapters.disk.given_files import cannot_read
from vidu_desktop.adapters.disk.hashing import sha256_of
from vidu_desktop.domain.batch import SeenPicture
from vidu_desktop.domain.pictures import FILE_BYTES_MOST, PICTURE_SUFFIXES

FILES_MOST = 200_000
"""A limit, so that a sheet on the desktop or at a drive's root doesn't list the whole drive."""
_DEPTH_MOST = 12


class PictureFolders:
    """Implements the batches' port Folders."""

    async def pictures_below(self, folders: Sequence[str]) -> list[str]:
        """Return the files in these folders and below that may be pictures; see `pictures_below`."""
        return await asyncio.to_thread(pictures_below, folders)

    async def pictures_of(self, folder: str) -> list[tuple[str, SeenPicture]] | None:
        """Return the pictures of one folder with their size and time; see `pictures_of`."""
        return await asyncio.to_thread(pictures_of, folder)

    async def which_are_files(self, paths: Collection[str]) -> dict[str, bool]:
        """Return for each path whether there is a file."""
        return await asyncio.to_thread(which_are_files, paths)

    async def digests(self, paths: Collection[str]) -> dict[str, str]:
        """Return the SHA-256 of each file that can be read to the end."""
        return await asyncio.to_thread(digests_of, paths)

    async def seen(self, paths: Collection[str]) -> dict[str, SeenPicture]:
        """Return the size and time of each file that is there."""
        return await asyncio.to_thread(seen_pictures, paths)


def pictures_below(folders: Sequence[str]) -> list[str]:
    """Return the files in these folders and below that may be pictures, each once, in a stable order. Links to folders aren't
    followed; folders that can't be read are skipped.
    """
    found: dict[str, None] = {}
    for top in folders:
        found |= dict.fromkeys(map(os.path.realpath, _walked(top)))
    return list(found)


def pictures_of(folder: str) -> list[tuple[str, SeenPicture]] | None:
    """Return the pictures of one folder and below, each with its path from there, separated by `/`; None when `folder` isn't
    a folder. Raises BadInput where the person may not read it, DiskTrouble.
    """
    if not os.path.isdir(folder):
        return None
    try:
        os.scandir(folder).close()  # os.walk doesn't report this error
    except OSError as error:
        raise cannot_read(error, folder) from error
    seen = seen_pictures(_walked(folder))
    return [(os.path.relpath(path, folder).replace(os.sep, "/"), one) for path, one in seen.items()]


def _walked(top: str) -> Iterator[str]:
    base, seen = top.count(os.sep), 0
    for folder, below, names in os.walk(top):
        below[:] = sorted(name for name in below if not name.startswith("."))
        if folder.count(os.sep) - base >= _DEPTH_MOST:
            below[:] = []
        for name in sorted(names):
            if name.casefold().endswith(PICTURE_SUFFIXES) and not name.startswith("."):
                yield os.path.join(folder, name)  # noqa: PTH118 - 20,000 of them
        seen += len(names)
        if seen > FILES_MOST:
            return


def which_are_files(paths: Iterable[str]) -> dict[str, bool]:
    """Return for each path whether there is a file."""
    return {path: os.path.isfile(path) for path in dict.fromkeys(paths)}


def digests_of(paths: Iterable[str]) -> dict[str, str]:
    """Return the SHA-256 of each file that can be read to the end. Files that are too large for a picture or a sound are left
    out.
    """
    found = {}
    for path in dict.fromkeys(paths):
        with suppress(OSError, ValueError):
            found[path] = sha256_of(Path(path), FILE_BYTES_MOST)
    return found


def seen_pictures(paths: Iterable[str]) -> dict[str, SeenPicture]:
    """Return the size and time of each file that is there."""
    seen = {}
    for path in dict.fromkeys(paths):
        with suppress(OSError, ValueError):
            found = os.stat(path)  # noqa: PTH116 - thousands of them
            seen[path] = SeenPicture(path=path, file_bytes=found.st_size, mtime_ns=found.st_mtime_ns)
    return seen
