"""What the library's ports have in common: they work on a `LibraryStore`."""

from contextlib import AbstractAsyncContextManager

from vidu_desktop.adapters.library_store.library_store import LibraryStore
from vidu_desktop.library.ports import Take


class StorePort:
    """The basis of the classes that implement the ports of the library's core."""

    def __init__(self, store: LibraryStore) -> None:
        self._store = store

    @property
    def turn(self) -> AbstractAsyncContextManager[object]:
        return self._store.turn

    def require_writable(self) -> None:
        self._store.require_writable()

    async def takes(self, project: str, shot: str) -> list[Take]:
        return await self._store.takes(project, shot)
