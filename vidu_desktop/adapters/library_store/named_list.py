"""Small named things of the person, in a hidden file of the library: they travel with it and survive every rebuild."""

import json
import logging
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Generic, TypeVar

from vidu_desktop.adapters.disk.files import write_bytes_atomically
from vidu_desktop.adapters.library_store.library_store import LibraryStore
from vidu_desktop.adapters.library_store.list_files import LISTS, list_entries
from vidu_desktop.domain.json_reading import Fields
from vidu_desktop.errors import BadInput

T = TypeVar("T")
_log = logging.getLogger(__name__)


class NamedList(Generic[T]):
    """A list sorted by name, regardless of case; no two things have the same name. An entry that can't be read is left out
    and stays in the file; the others are read. A file that can't be read at all is set aside before anything is saved.

    An `arranged` list keeps the person's order instead: what is saved takes the first place of the things that it replaces,
    or the last place.
    """

    def __init__(
        self,
        store: LibraryStore,
        file_name: str,
        *,
        name_of: Callable[[T], str],
        write: Callable[[T], dict[str, object]],
        read: Callable[[Fields], T],
        arranged: bool = False,
    ) -> None:
        self._store = store
        self._file_name = file_name
        self._field, _ = LISTS[file_name]
        self._name_of = name_of
        self._write = write
        self._read_one = read
        self._arranged = arranged

    @property
    def _path(self) -> Path:
        return self._store.folder.root / self._file_name

    async def all(self) -> list[T]:
        """Return everything that is saved. Raises DiskTrouble."""
        return await self._store.on_disk(self._read, self._path)

    async def save(self, *things: T) -> list[T]:
        """Save things, each replacing an earlier one of its name; return the whole list. Raises DiskTrouble."""
        return await self._change([self._name_of(thing) for thing in things], things)

    async def remove(self, *names: str) -> list[T]:
        """Remove the things with these names; return the others. Raises DiskTrouble."""
        return await self._change(names, ())

    async def _change(self, names: Sequence[str], added: Sequence[T]) -> list[T]:
        """Replace the things with these names by `added`."""
        gone = {name.casefold() for name in names}

        def change(things: list[T]) -> list[T]:
            first = next((at for at, thing in enumerate(things) if self._key(thing) in gone), len(things))
            before, behind = things[:first], things[first:]
            changed = [*before, *added, *(thing for thing in behind if self._key(thing) not in gone)]
            return changed if self._arranged else sorted(changed, key=self._key)

        return await self._rewrite(change)

    async def _rewrite(self, rewritten: Callable[[list[T]], list[T]]) -> list[T]:
        """Replace the list by what `rewritten` makes of the one on the disk: another computer may have written that."""
        await self._store.ready_root()

        def change() -> list[T]:
            entries = self._entries()
            if entries is None:
                self._set_aside()
            read = [(entry, self._thing(entry)) for entry in entries or ()]
            things = rewritten([thing for _, thing in read if thing is not None])
            unread = [entry for entry, thing in read if thing is None]
            document = {
                "schema": f"vidu-desktop/{self._field}",
                self._field: [*(self._write(thing) for thing in things), *unread],
            }
            data = json.dumps(document, indent=1, ensure_ascii=False).encode("utf-8", "replace")
            write_bytes_atomically(self._store.files, self._path, data)
            return things

        return await self._store.on_disk(change, self._path)

    def _key(self, thing: T) -> str:
        return self._name_of(thing).casefold()

    def _read(self) -> list[T]:
        things = map(self._thing, self._entries() or ())
        return [thing for thing in things if thing is not None]

    def _entries(self) -> Sequence[object] | None:
        """Return the entries in the file; None for a file that can't be read as a list."""
        return list_entries(self._path)

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
