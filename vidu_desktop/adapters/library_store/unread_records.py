"""Finds the records that can't be read, of those that the index has met."""

import sqlite3

from vidu_desktop.adapters.library_store.library_store import LibraryStore
from vidu_desktop.adapters.records.library_layout import BadRecord
from vidu_desktop.errors import BadInput


async def unread_records(store: LibraryStore) -> int:
    """Return how many records can't be read and are no clip's in the index. Raises DiskTrouble."""

    def read(connection: sqlite3.Connection) -> list[tuple[str, str]]:
        return connection.execute("SELECT folder, name FROM records WHERE clip_id = ''").fetchall()

    noted = await store.index.read(read)

    def count() -> int:
        found = (store.folder.read_record(store.folder.root / folder / name) for folder, name in noted)
        return sum(isinstance(one, BadRecord) and isinstance(one.error, BadInput) for one in found)

    return await store.on_disk(count, store.folder.root)
