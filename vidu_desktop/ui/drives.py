"""What the window asks about paths while a person waits. A drive that doesn't answer holds it up for a second at most."""

import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path, PurePath
from threading import Thread
from time import monotonic
from typing import TypeVar

ANSWERS_WITHIN_S = 1.0
"""How long all drives together may take to answer one question."""
_DRIVE_PARTS = 4
"""/media/name/disk: a path's first parts, which what lies on one drive shares."""
_awaited: dict[tuple[str, ...], Thread] = {}
"""What was asked of drives that haven't answered yet. They are asked nothing more meanwhile."""
T = TypeVar("T")


def folders_among(paths: Iterable[str]) -> set[str]:
    """Return the paths that are folders, of those whose drives answer."""
    return {path for path, is_one in _asked(paths, os.path.isdir).items() if is_one}


def is_folder(path: str) -> bool:
    """Whether there is a folder, on a drive that answers."""
    return _asked([path], os.path.isdir).get(path, False)


def is_file(path: str) -> bool:
    """Whether there is a file, on a drive that answers."""
    return _asked([path], os.path.isfile).get(path, False)


def real_path(path: str) -> str:
    """Return the absolute path without links; where the drive doesn't answer, with them."""
    return _asked([path], os.path.realpath).get(path) or str(Path(path).absolute())


def _asked(paths: Iterable[str], question: Callable[[str], T]) -> dict[str, T]:
    """Return what was answered in time. The question must not raise."""
    answers: dict[str, T] = {}
    asking = {}
    for drive, its_paths in _by_drive(paths).items():
        if any(thread.is_alive() for other, thread in _awaited.items() if drive[: len(other)] == other):
            continue
        thread = Thread(target=_ask, args=(its_paths, question, answers), daemon=True)
        with suppress(RuntimeError):  # the system has no thread left: as if the drive didn't answer
            thread.start()
            asking[drive] = thread
    until_s = monotonic() + ANSWERS_WITHIN_S
    for drive, thread in asking.items():
        thread.join(max(0.0, until_s - monotonic()))
        if thread.is_alive():
            _awaited[drive] = thread
        else:
            _awaited.pop(drive, None)
    return dict(answers)


def _by_drive(paths: Iterable[str]) -> dict[tuple[str, ...], list[str]]:
    """Return the paths by the drives on which they seem to be. What lies side by side is on one drive: thousands of files right
    on a drive are one thread's question.
    """
    by_place: dict[tuple[str, ...], list[str]] = {}
    for path in paths:
        by_place.setdefault(PurePath(path).parts[:-1][:_DRIVE_PARTS], []).append(path)
    by_drive: dict[tuple[str, ...], list[str]] = {}
    for place, beside in by_place.items():
        drive = place if len(beside) > 1 else PurePath(beside[0]).parts[:_DRIVE_PARTS]
        by_drive.setdefault(drive, []).extend(beside)
    return by_drive


def _ask(paths: list[str], question: Callable[[str], T], answers: dict[str, T]) -> None:
    for path in paths:
        answers[path] = question(path)
