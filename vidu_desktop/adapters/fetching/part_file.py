"""The bytes fetched so far, `<job>.part`, and beside them the validator by which they may be continued, `<job>.part.json`.

Without a good validator the bytes are never continued: the rest of a changed file must not be appended to an old beginning.
The validator is on the disk before the first of its bytes, and it is deleted before that byte is overwritten.
"""

import hashlib
import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from urllib.parse import urlsplit

from vidu_desktop.adapters.disk.own_files import create_own_file, make_own_folder, own_file_descriptor
from vidu_desktop.adapters.disk.reading import read_regular, regular_descriptor
from vidu_desktop.adapters.disk.sync import sync_file, sync_folder

_VALIDATOR_MOST_BYTES = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Validator:
    """Says which file the bytes belong to. `place` is a hash of the link's host and path, without its signature.

    Either `etag` (a strong one) or `last_modified` is set. `total_bytes` is the length of the whole file.
    """

    place: str
    total_bytes: int
    etag: str = ""
    last_modified: str = ""

    @property
    def if_range(self) -> str:
        """The value of the If-Range header."""
        return self.etag or self.last_modified


def place_of(url: str) -> str:
    """Return a hash of host and path. The part after `?` is left out: it is a signature that differs in each new link."""
    parts = urlsplit(url)
    return hashlib.sha256(f"{parts.netloc}{parts.path}".encode()).hexdigest()


class PartFile:
    """Used by one thread at a time. Every method but `remove` may raise OSError."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._validator_path = path.with_name(path.name + ".json")
        self._beside_path = path.with_name(path.name + ".json.new")

    def resumable(self, url: str) -> tuple[Validator, int] | None:
        """Return the validator and how many bytes there are, or None when the download has to start from the beginning.

        A validator file that is damaged or was written by another version doesn't count. The folder is made here, so that
        nothing is requested where that fails.
        """
        make_own_folder(self.path.parent)
        try:
            text = read_regular(self._validator_path, _VALIDATOR_MOST_BYTES)
            validator = _validator_from(json.loads(text))
            done_bytes = self.path.stat().st_size
        except (FileNotFoundError, ValueError, TypeError, RecursionError):
            return None
        usable = validator.place == place_of(url) and 0 < done_bytes <= validator.total_bytes
        return (validator, done_bytes) if usable and validator.if_range else None

    def begin(self, validator: Validator | None) -> int:
        """Return a descriptor to an empty file. It belongs to `validator`, if there is one."""
        make_own_folder(self.path.parent)
        self._validator_path.unlink(missing_ok=True)
        # The mode for everybody, less the umask: this very file will be the one in the library.
        descriptor = own_file_descriptor(self.path, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o666)
        if validator:
            try:
                self._vouch(validator)
            except OSError:
                os.close(descriptor)
                raise
        return descriptor

    def resume(self) -> int:
        """Return a descriptor to the existing file."""
        return regular_descriptor(self.path, os.O_RDWR)

    def finish(self, descriptor: int) -> None:
        """Sync the file and its folder. After a failed sync a later one proves nothing, so the bytes are deleted."""
        try:
            sync_file(descriptor)
            sync_folder(self.path.parent)
        except OSError:
            self.remove()
            raise

    def remove(self) -> None:
        """Delete the bytes and their validator. Never raises."""
        for path in (self._validator_path, self._beside_path, self.path):
            with suppress(OSError):
                path.unlink()

    def _vouch(self, validator: Validator) -> None:
        with create_own_file(self._beside_path) as file:
            file.write(json.dumps(asdict(validator)).encode())
            file.flush()
            sync_file(file.fileno())
        self._beside_path.replace(self._validator_path)
        sync_folder(self.path.parent)


def _validator_from(fields: object) -> Validator:
    """Return the validator that `_vouch` wrote. Raises ValueError or TypeError for anything else."""
    validator = Validator(**fields) if isinstance(fields, dict) else None
    if validator is None or not isinstance(validator.total_bytes, int):
        raise ValueError("not a validator")
    if not all(isinstance(text, str) for text in (validator.place, validator.etag, validator.last_modified)):
        raise ValueError("not a validator")
    return validator
