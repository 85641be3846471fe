"""Where the program keeps its files. The only place that asks the platform for folders.

`--home` or VIDU_DESKTOP_HOME puts everything into one folder, for tests and portable use.
"""

import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

HOME_VARIABLE = "VIDU_DESKTOP_HOME"
APP_DIR_NAME = "vidu-desktop"
LIBRARY_DIR_NAME = "Vidu Desktop"

INPUT_SUFFIXES: Mapping[str, str] = {"image/png": ".png", "image/jpeg": ".jpg", "image/webp": ".webp"}
"""The file endings of prepared pictures by media type."""


def lock_note_of(lock_path: Path) -> Path:
    """Return the file in which the holder of a lock says who it is. It exists while the lock is held, and after a crash."""
    return lock_path.with_name(f"{lock_path.name}.holder")


@dataclass(frozen=True, slots=True, kw_only=True)
class Paths:
    """The places of all files and folders; a property only names a place and touches nothing. `library_dir` is the default;
    the settings may name another one.
    """

    config_dir: Path
    data_dir: Path
    cache_dir: Path
    log_dir: Path
    library_dir: Path

    @property
    def journal_path(self) -> Path:
        return self.data_dir / "journal.sqlite3"

    @property
    def orders_path(self) -> Path:
        """The append-only second record of paid orders, from which a broken journal is repaired."""
        return self.data_dir / "orders.jsonl"

    @property
    def index_path(self) -> Path:
        return self.data_dir / "index.sqlite3"

    @property
    def ballast_path(self) -> Path:
        return self.data_dir / "ballast"

    @property
    def staging_dir(self) -> Path:
        """Part files of downloads. They are always on this machine, even when the library is on a drive that isn't there."""
        return self.data_dir / "staging"

    @property
    def inputs_dir(self) -> Path:
        """Prepared pictures by hash; see `input_path`."""
        return self.data_dir / "inputs"

    @property
    def thumbs_dir(self) -> Path:
        return self.cache_dir / "thumbs"

    @property
    def covers_dir(self) -> Path:
        return self.cache_dir / "covers"

    @property
    def outlines_dir(self) -> Path:
        """Outlines of batches; may be deleted at any time."""
        return self.cache_dir / "batches"

    @property
    def account_path(self) -> Path:
        """What was learned about the accounts; may be deleted at any time."""
        return self.data_dir / "account.json"

    @property
    def drafts_path(self) -> Path:
        """What the person has entered in the tabs."""
        return self.data_dir / "drafts.json"

    @property
    def exports_dir(self) -> Path:
        """Notes of what exports have begun to write."""
        return self.data_dir / "exports"

    @property
    def installation_path(self) -> Path:
        """A random id. By it a library on a shared drive recognises its own computer."""
        return self.data_dir / "installation"

    @property
    def lock_path(self) -> Path:
        return self.data_dir / "lock"

    @property
    def lock_note_path(self) -> Path:
        return lock_note_of(self.lock_path)

    @property
    def settings_path(self) -> Path:
        return self.config_dir / "settings.json"

    @property
    def key_path(self) -> Path:
        """The key file that a person may choose instead of a keyring. Its name warns that the key isn't encrypted."""
        return self.config_dir / "api-key-UNENCRYPTED.txt"

    @property
    def log_path(self) -> Path:
        return self.log_dir / "vidu-desktop.log"


def private_dir(path: Path) -> Path:
    """Make a folder that only this person can open, where there is none yet; return it. Raises OSError."""
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    return path


def input_path(inputs_dir: Path, sha256: str, media_type: str) -> Path:
    """Return the path of a prepared picture: `ab/<sha256>.<ext>`, where `ab` are the first two digits of the hash."""
    return inputs_dir / sha256[:2] / f"{sha256}{INPUT_SUFFIXES.get(media_type, '.bin')}"


def find_input(inputs_dir: Path, sha256: str) -> Path | None:
    """Find a prepared picture whose media type isn't known; None when it isn't there."""
    for media_type in INPUT_SUFFIXES:
        path = input_path(inputs_dir, sha256, media_type)
        if os.path.isfile(path):
            return path
    return None


def named_home(home: str | None, environ: Mapping[str, str] | None = None) -> Path | None:
    """Return the folder that holds everything: the one named by `home`, else by the environment; None where neither names
    one.
    """
    chosen = home or (os.environ if environ is None else environ).get(HOME_VARIABLE)
    if not chosen:
        return None
    root = Path(chosen)
    with suppress(RuntimeError):  # `~name` without such a person is an ordinary folder
        root = root.expanduser()
    return root.absolute()


def resolve_paths(home: str | None, environ: Mapping[str, str] | None = None) -> Paths:
    """Return the places for this run: `home` wins over the environment, which wins over the platform's folders."""
    root = named_home(home, environ)
    if root is not None:
        return Paths(
            config_dir=root / "config",
            data_dir=root / "data",
            cache_dir=root / "cache",
            log_dir=root / "logs",
            library_dir=root / "library",
        )
    from platformdirs import PlatformDirs

    dirs = PlatformDirs(APP_DIR_NAME, appauthor=False)
    return Paths(
        config_dir=dirs.user_config_path,
        data_dir=dirs.user_data_path,
        cache_dir=dirs.user_cache_path,
        log_dir=dirs.user_log_path,
        library_dir=dirs.user_videos_path / LIBRARY_DIR_NAME,
    )
