"""The shelf in the library: its list is in a hidden file, its pictures are among those that were sent, by their hashes."""

from collections.abc import Sequence
from pathlib import Path

from typing_extensions import override

from vidu_desktop.adapters.desktop.paths import input_path
from vidu_desktop.adapters.disk.files import copy_atomically
from vidu_desktop.adapters.library_store.library_store import LibraryStore
from vidu_desktop.adapters.library_store.list_files import SHELF_FILE_NAME
from vidu_desktop.adapters.library_store.named_list import NamedList
from vidu_desktop.adapters.records.library_layout import PART_PREFIX, PART_SUFFIX
from vidu_desktop.domain.pictures import PreparedPicture
from vidu_desktop.domain.shelf import ShelfItem, item_from_document, item_to_document
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import BadInput, Sentence


class LibraryShelf(NamedList[ShelfItem]):
    """Implements the library's ShelfFiles."""

    def __init__(self, store: LibraryStore) -> None:
        super().__init__(
            store,
            SHELF_FILE_NAME,
            name_of=lambda item: item.name,
            write=item_to_document,
            read=item_from_document,
            arranged=True,
        )

    @override
    async def all(self) -> list[ShelfItem]:
        """Return everything on the shelf. Raises BadInput when the list is damaged, DiskTrouble."""
        found = await self._store.on_disk(self._read_whole, self._path)
        if found is None:
            raise BadInput("list-damaged", Sentence(_DAMAGED, {"name": SHELF_FILE_NAME}))
        return found

    def _read_whole(self) -> list[ShelfItem] | None:
        return None if self._entries() is None else self._read()

    async def put(self, items: Sequence[ShelfItem], instead_of: Sequence[str] = ()) -> list[ShelfItem]:
        """Save items, replacing those of the same names and those in `instead_of`; return the whole shelf. Raises
        DiskTrouble.
        """
        return await self._change([*(item.name for item in items), *instead_of], items)

    async def arrange(self, names: Sequence[str]) -> list[ShelfItem]:
        """Put the items with these names first, in this order; return the whole shelf. Raises DiskTrouble."""
        places = {name.casefold(): place for place, name in enumerate(names)}
        return await self._rewrite(
            lambda items: sorted(items, key=lambda item: places.get(item.key, len(places)))
        )

    async def keep_picture(self, picture: PreparedPicture, source: Path) -> None:
        """Copy a picture into the library, durably, unless it is there. Raises DiskTrouble."""
        await self._store.ready_root()
        target = self.picture_path(picture)

        def keep() -> None:
            if target.is_file():
                return
            self._store.files.make_dirs(target.parent)
            part = target.with_name(f"{PART_PREFIX}{target.name}{PART_SUFFIX}")
            copy_atomically(self._store.files, source, part, target, replaces=True)

        await self._store.on_disk(keep, target)

    def picture_path(self, picture: PreparedPicture) -> Path:
        """Return the path at which a picture of the shelf is kept."""
        return input_path(self._store.folder.inputs_dir, picture.sha256, picture.media_type)


_DAMAGED = QT_TRANSLATE_NOOP(
    "shelf",
    "The list of the shelf (“{name}” in the library) is damaged and can't be read. It is set aside when something is put "
    "on the shelf; its pictures are still in the library.",
)
