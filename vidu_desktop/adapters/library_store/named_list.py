"""The person's own small things by name, in one hidden file of the library: they travel with it and survive every rebuild."""

import json
import logging
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Generic, TypeVar

from vidu_desktop.adapters.disk.files import write_beside
from vidu_desktop.adapters.disk.reading import read_regular
from vidu_desktop.adapters.library_store.library_store import LibraryStore
from vidu_desktop.domain.json_reading import Fields
from vidu_desktop.errors import BadInput

T = TypeVar("T")
_log = logging.getLogger(__name__)


class NamedList(Generic[T]):
    """Sorted by name, whatever its capitals; no two of one name. `field` holds the list in the file; an entry that can't
    be read is left out, never the others with it, and stays in the file. A file that can't be read at all is set aside
    before anything is saved.
    """

    def __init__(
        self,
        store: LibraryStore,
        file_name: str,
        field: str,
        *,
        most_bytes: int,
        name_of: Callable[[T], str],
        write: Callable[[T], dict[str, object]],
        read: Callable[[Fields], T],
    ) -> None:
        self._store = store
        self._file_name = file_name
        self._field = field
        self._most_bytes = most_bytes
        self._name_of = name_of
        self._write = write
        self._read_one = read

    @property
    def _path(self) -> Path:
        return self._store.folder.root / self._file_name

    async def all(self) -> list[T]:
        """Return what is saved. Raises DiskTrouble."""
        return await self._store.on_disk(self._read, self._path)

    async def save(self, *things: T) -> list[T]:
        """Save some, each over an earlier one of its name; return all. Raises DiskTrouble."""
        return await self._change([self._name_of(thing) for thing in things], things)

    async def remove(self, *names: str) -> list[T]:
        """Forget some; return the others. Raises DiskTrouble."""
        return await self._change(names, ())

    async def _change(self, names: Sequence[str], added: Sequence[T]) -> list[T]:
        await self._store.ready_root()
        gone = {name.casefold() for name in names}

        def change() -> list[T]:
            entries = self._entries()
            if entries is None:
                self._set_aside()
            read = [(entry, self._thing(entry)) for entry in entries or ()]
            others = [thing for _, thing in read if thing is not None and self._key(thing) not in gone]
            things = sorted((*others, *added), key=self._key)
            unread = [entry for entry, thing in read if thing is None]
            document = {
                "schema": f"vidu-desktop/{self._field}",
                self._field: [*(self._write(thing) for thing in things), *unread],
            }
            data = json.dumps(document, indent=1, ensure_ascii=False).encode("utf-8", "replace")
            write_beside(self._store.files, self._path, data)
            return things

        return await self._store.on_disk(change, self._path)

    def _key(self, thing: T) -> str:
        return self._name_of(thing).casefold()

    def _read(self) -> list[T]:
        things = map(self._thing, self._entries() or ())
        return [thing for thing in things if thing is not None]

    def _entries(self) -> Sequence[object] | None:
        """Return the list as it lies there; None for a file that can't be read as one."""
        try:
            return Fields(json.loads(read_regular(self._path, self._most_bytes))).items(self._field)
        except FileNotFoundError:
            return ()
        except (ValueError, RecursionError, BadInput):
            return None

    def _thing(self, entry: object) -> T | None:
        try:
            return self._read_one(Fields(entry))
        except BadInput:
            return None

    def _set_aside(self) -> None:
        stamp = self._store.now().strftime("%Y%m%d-%H%M%S")
        aside = self._path.with_name(f"{self._path.stem}.damaged-{stamp}{self._path.suffix}")
        self._store.files.replace(self._path, aside)
        _log.warning("a list was damaged and is set aside as %s", aside.name)
