"""What a power cut leaves of a folder: a simple model of a disk with a cache.

The content of a file lasts as it was when its last sync began; a file that was never synced is there, but empty. Names (made,
renamed, removed) last up to the last sync of anything, as on file systems with a journal for names (ext4, XFS); with
`by_folder` they last only up to the last sync of their own folder, which is all that POSIX promises. Folders last as soon as
they are made. The model leaves out what the disk wrote without being asked, because nobody may rely on that.
"""

import os
import shutil
from contextlib import suppress
from pathlib import Path


class Durable:
    """Watches `home`; the remains are put into `left`. `syncing` and `synced` are called before and after each sync by
    whoever watches the program.
    """

    def __init__(self, home: Path, left: Path, *, by_folder: bool) -> None:
        self._home = home
        self._left = left
        self._by_folder = by_folder
        self._store = left.with_name(f"{left.name}.contents")
        self._store.mkdir()
        for path in home.rglob("*"):  # files from before the beginning are on the disk
            if path.is_file():
                self._keep(path, path.stat().st_ino, "done")
        self._names = self._list()

    def syncing(self, path: Path) -> None:
        """Note that a sync of this file or folder is about to begin."""
        if path.is_file():
            self._keep(path, path.stat().st_ino, "begun")

    def synced(self, path: Path) -> None:
        """Note that the sync of this file or folder has returned."""
        begun = self._store / f"{path.stat().st_ino}.begun" if path.exists() else None
        if begun is not None and begun.exists():
            begun.replace(begun.with_suffix(".done"))
        if not self._by_folder:
            self._names = self._list()
        elif path.is_dir():
            folder = os.path.relpath(path.resolve(), self._home)
            self._names[folder] = self._list().get(folder, {})

    def power_cut(self) -> None:
        """Put into `left` what a power cut would leave now."""
        self._left.mkdir()
        for folder in self._list() if self._by_folder else self._names:
            (self._left / folder).mkdir(parents=True, exist_ok=True)
            for name, inode in self._names.get(folder, {}).items():
                kept = self._store / f"{inode}.done"
                if kept.exists():
                    shutil.copyfile(kept, self._left / folder / name)
                else:
                    (self._left / folder / name).touch()

    def _keep(self, path: Path, inode: int, stage: str) -> None:
        shutil.copyfile(path, self._store / f"{inode}.{stage}")

    def _list(self) -> dict[str, dict[str, int]]:
        """Return every folder in home, each with the names and inodes of its files."""
        folders: dict[str, dict[str, int]] = {}
        for folder, _, names in os.walk(self._home):
            inodes = folders.setdefault(os.path.relpath(folder, self._home), {})
            for name in names:
                with suppress(FileNotFoundError):  # removed in this moment
                    inodes[name] = (Path(folder) / name).lstat().st_ino
        return folders
