"""The person's own small things by name, in one hidden file of the library: they travel with it and survive every rebuild."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Generic, TypeVar

from vidu_desktop.adapters.disk.files import write_beside
from vidu_desktop.adapters.disk.reading import read_regular
from vidu_desktop.adapters.library_store.library_store import LibraryStore
from vidu_desktop.domain.json_reading import Fields
from vidu_desktop.errors import BadInput

T = TypeVar("T")


class NamedList(Generic[T]):
    """Sorted by name, whatever its capitals; no two of one name. `field` holds the list in the file; an entry that can't
    be read is left out, never the others with it.
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
            others = [one for one in self._read() if self._key(one) not in gone]
            things = sorted((*others, *added), key=self._key)
            document = {
                "schema": f"vidu-desktop/{self._field}",
                self._field: [self._write(thing) for thing in things],
            }
            data = json.dumps(document, indent=1, ensure_ascii=False).encode("utf-8", "replace")
            write_beside(self._store.files, self._path, data)
            return things

        return await self._store.on_disk(change, self._path)

    def _key(self, thing: T) -> str:
        return self._name_of(thing).casefold()

    def _read(self) -> list[T]:
        try:
            entries = Fields(json.loads(read_regular(self._path, self._most_bytes))).objects(self._field)
        except (FileNotFoundError, ValueError, RecursionError, BadInput):
            return []
        things = []
        for entry in entries:
            try:
                things.append(self._read_one(entry))
            except BadInput:
                continue
        return things
