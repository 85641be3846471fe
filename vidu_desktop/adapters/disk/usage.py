"""How much of the disk folders take. Empties and shrinks folders that are caches."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path


def folder_bytes(folder: Path, *, without: Path | None = None) -> int:
    """Return the bytes of all files below `folder`, except those below `without`; files that can't be read count as 0.

    Links are not followed. Blocks: 100,000 files take about a second.
    """
    total_bytes = 0
    for entry in _files_below(folder, without):
        with suppress(OSError):  # it may be gone by now
            total_bytes += entry.stat(follow_symlinks=False).st_size
    return total_bytes


def empty_folder(folder: Path) -> None:
    """Delete all files below a folder, as far as possible. Links are deleted but not followed. Blocks."""
    for entry in list(_files_below(folder, None)):
        with suppress(OSError):
            Path(entry.path).unlink()


def shrink_folder(folder: Path, most_bytes: int) -> None:
    """Delete the oldest files below a folder, as far as possible, until the others take at most `most_bytes`. Links are
    deleted but not followed. Blocks.
    """
    files = list[tuple[int, int, str]]()
    for entry in _files_below(folder, None):
        with suppress(OSError):
            stat = entry.stat(follow_symlinks=False)
            files.append((stat.st_mtime_ns, stat.st_size, entry.path))
    over_bytes = sum(file_bytes for _, file_bytes, _ in files) - most_bytes
    for _, file_bytes, path in sorted(files):
        if over_bytes <= 0:
            return
        with suppress(OSError):
            Path(path).unlink()
            over_bytes -= file_bytes


def _files_below(folder: Path, without: Path | None) -> Iterator[os.DirEntry[str]]:
    waiting = [str(folder)]
    while waiting:
        with suppress(OSError), os.scandir(waiting.pop()) as entries:
            for entry in entries:
                if not entry.is_dir(follow_symlinks=False):
                    yield entry
                elif without is None or entry.path != str(without):
                    waiting.append(entry.path)
