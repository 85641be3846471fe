"""Looks at each picture once, however often its sheet is checked again while a person works on it."""

from collections.abc import Callable, Sequence

from vidu_desktop.batch.ports import Files, PictureLooks, ShelfNames
from vidu_desktop.domain.batch import SeenPicture
from vidu_desktop.domain.pictures import PictureFacts
from vidu_desktop.domain.shelf import ShelfItem
from vidu_desktop.errors import BadInput

_MOST = 300_000
"""How many pictures are remembered at most; they take some 100 MB."""


class RememberedLooks:
    """Implements PictureLooks. A file whose size or time has changed is looked at again."""

    def __init__(self, looks: PictureLooks, files: Files) -> None:
        self._looks = looks
        self._files = files
        self._known: dict[SeenPicture, PictureFacts | BadInput] = {}

    async def get_ready(self) -> None:
        """Do in advance what takes long at the first look. Never raises."""
        await self._looks.get_ready()

    async def look_at_heads(
        self, paths: Sequence[str], on_looked: Callable[[int, int], None]
    ) -> dict[str, PictureFacts | BadInput]:
        """Look at the pictures that are new or have changed. Raises DiskTrouble when no helper process can be started."""
        seen = await self._files.seen(paths)
        facts = {path: self._known[seen[path]] for path in paths if seen.get(path) in self._known}
        new = [path for path in paths if path not in facts]
        known = len(facts)
        if new:
            facts |= await self._looks.look_at_heads(
                new, lambda done, _count: on_looked(known + done, len(paths))
            )
        if len(self._known) > _MOST:
            self._known.clear()
        self._known |= {seen[path]: facts[path] for path in new if path in seen}
        return facts


class RememberedShelf:
    """Implements ShelfNames. A picture is prepared again only when its file's size or time has changed."""

    def __init__(self, shelf: ShelfNames, files: Files) -> None:
        self._shelf = shelf
        self._files = files
        self._known: dict[SeenPicture, str] = {}

    async def all(self) -> Sequence[ShelfItem]:
        """Return all entries of the shelf. Raises BadInput when the list is damaged, DiskTrouble."""
        return await self._shelf.all()

    def paths_of(self, item: ShelfItem) -> tuple[str, ...]:
        """Return the paths at which the pictures of an entry are, or should be."""
        return self._shelf.paths_of(item)

    async def sent_sha256(self, path: str) -> str:
        """Return the SHA-256 of a picture as it would be sent; empty if it can't be sent. Raises DiskTrouble."""
        seen = (await self._files.seen([path])).get(path)
        if seen in self._known:
            return self._known[seen]
        sha256 = await self._shelf.sent_sha256(path)
        if seen is not None and len(self._known) < _MOST:
            self._known[seen] = sha256
        return sha256
