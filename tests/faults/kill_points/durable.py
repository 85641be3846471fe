"""What a power cut leaves of a folder: a simple model of a disk with a cache.

A file's content lasts as it was when its last sync began; one that was never synced is there and empty. Names (made,
renamed, removed) last up to the last sync of anything, as on file systems with a journal for names (ext4, XFS).
What the disk did write without being asked is left out: it is what nobody may rely on.
"""

import os
import shutil
from pathlib import Path


class Durable:
    """`home` is watched, `left` is where the remains are put. `syncing` and `synced` frame each sync, seen from outside."""

    def __init__(self, home: Path, left: Path) -> None:
        self._home = home
        self._left = left
        self._store = left.with_name(f"{left.name}.contents")
        self._store.mkdir()
        self._names: dict[str, int | None] = {}
        for path in home.rglob("*"):  # what is there at the beginning is old enough to be on the disk
            if path.is_file():
                self._keep(path, path.stat().st_ino, "done")
        self._names = self._list()

    def syncing(self, path: Path) -> None:
        """A sync of this file or folder is about to begin."""
        if path.is_file():
            self._keep(path, path.stat().st_ino, "begun")

    def synced(self, path: Path) -> None:
        """It came back."""
        begun = self._store / f"{path.stat().st_ino}.begun" if path.exists() else None
        if begun is not None and begun.exists():
            begun.replace(begun.with_suffix(".done"))
        self._names = self._list()

    def power_cut(self) -> None:
        """Put into `left` what is left now."""
        self._left.mkdir()
        for name, inode in sorted(self._names.items()):
            target = self._left / name
            if inode is None:
                target.mkdir(parents=True, exist_ok=True)
                continue
            target.parent.mkdir(parents=True, exist_ok=True)
            kept = self._store / f"{inode}.done"
            if kept.exists():
                shutil.copyfile(kept, target)
            else:
                target.touch()

    def _keep(self, path: Path, inode: int, stage: str) -> None:
        shutil.copyfile(path, self._store / f"{inode}.{stage}")

    def _list(self) -> dict[str, int | None]:
        """Every name below home: the file's inode, None for a folder."""
        names: dict[str, int | None] = {}
        for folder, folders, files in os.walk(self._home):
            inside = Path(folder).relative_to(self._home)
            names |= dict.fromkeys((str(inside / name) for name in folders), None)
            for name in files:
                names[str(inside / name)] = (Path(folder) / name).lstat().st_ino
        return names
