"""The person's saved searches, in a hidden file of the library: they travel with it and survive every rebuild."""

import json
from collections.abc import Sequence
from pathlib import Path

from vidu_desktop.adapters.disk.files import write_beside
from vidu_desktop.adapters.disk.reading import read_regular
from vidu_desktop.adapters.library_store.library_store import LibraryStore
from vidu_desktop.domain.json_reading import Fields
from vidu_desktop.domain.library_query import (
    SEARCH_NAME_MOST_CHARS,
    SavedSearch,
    query_from_document,
    query_to_document,
)
from vidu_desktop.errors import BadInput

SEARCHES_NAME = ".searches.json"
_SCHEMA = "vidu-desktop/searches"
_MOST_BYTES = 1_000_000


class SavedSearches:
    """Sorted by their names."""

    def __init__(self, store: LibraryStore) -> None:
        self._store = store

    @property
    def _path(self) -> Path:
        return self._store.folder.root / SEARCHES_NAME

    async def all(self) -> list[SavedSearch]:
        """Return what is saved; one that can't be read is left out. Raises DiskTrouble."""
        return await self._store.on_disk(self._read, self._path)

    async def save(self, search: SavedSearch) -> list[SavedSearch]:
        """Save a search, over an earlier one of that name. Raises DiskTrouble."""
        return await self._change(search.name, [search])

    async def remove(self, name: str) -> list[SavedSearch]:
        """Forget a search. Raises DiskTrouble."""
        return await self._change(name, [])

    async def _change(self, name: str, added: Sequence[SavedSearch]) -> list[SavedSearch]:
        await self._store.ready_root()

        def change() -> list[SavedSearch]:
            others = [one for one in self._read() if one.name.casefold() != name.casefold()]
            searches = sorted((*others, *added), key=lambda one: one.name.casefold())
            document = {
                "schema": _SCHEMA,
                "searches": [{"name": one.name, "query": query_to_document(one.query)} for one in searches],
            }
            data = json.dumps(document, indent=1, ensure_ascii=False).encode("utf-8", "replace")
            write_beside(self._store.files, self._path, data)
            return searches

        return await self._store.on_disk(change, self._path)

    def _read(self) -> list[SavedSearch]:
        try:
            entries = Fields(json.loads(read_regular(self._path, _MOST_BYTES))).objects("searches")
        except (FileNotFoundError, ValueError, RecursionError, BadInput):
            return []
        searches = []
        for entry in entries:
            try:
                query = query_from_document(entry.json_values("query"))
                searches.append(SavedSearch(name=entry.text("name")[:SEARCH_NAME_MOST_CHARS], query=query))
            except BadInput:
                continue
        return searches
