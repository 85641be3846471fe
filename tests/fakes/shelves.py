"""Items for a shelf, and a shelf whose pictures are never examined."""

import hashlib
from pathlib import Path

from vidu_desktop.adapters.library_store.library_store import LibraryStore
from vidu_desktop.adapters.library_store.shelf_files import LibraryShelf
from vidu_desktop.adapters.library_store.shelf_packs import ShelfPacks
from vidu_desktop.adapters.library_store.shelf_uses import ShelfUses
from vidu_desktop.domain.catalogue import PictureLimits
from vidu_desktop.domain.pictures import PictureFacts, PreparedPicture
from vidu_desktop.domain.shelf import ShelfItem
from vidu_desktop.library.shelving import Shelf


def a_picture(content: str = "fox", side_px: int = 640) -> PreparedPicture:
    sha256 = hashlib.sha256(content.encode()).hexdigest()
    return PreparedPicture(
        sha256=sha256, media_type="image/png", width_px=side_px, height_px=side_px, image_bytes=len(content)
    )


def an_item(name: str = "Fox", words: str = "a red fox", *contents: str) -> ShelfItem:
    pictures = tuple(a_picture(content) for content in contents or (name,))
    return ShelfItem(name=name, words=words, pictures=pictures)


class PlainPictures:
    """Accepts every file as a picture of 640 × 640 pixels and copies it unchanged."""

    def __init__(self, inputs_dir: Path) -> None:
        self._inputs_dir = inputs_dir

    async def look_at(self, path: str, limits: PictureLimits) -> PictureFacts:
        return PictureFacts(
            path=path,
            name=path,
            width_px=640,
            height_px=640,
            file_bytes=7,
            media_type="image/png",
        )

    async def prepare(self, path: str, limits: PictureLimits) -> PreparedPicture:
        content = content_of(path)
        target = self.prepared_path(a_picture(content).sha256)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(content)
        return a_picture(content)

    def prepared_path(self, sha256: str) -> Path:
        return self._inputs_dir / sha256[:2] / f"{sha256}.png"


def a_shelf(store: LibraryStore) -> Shelf:
    return Shelf(LibraryShelf(store), PlainPictures(store.inputs_dir), ShelfUses(store), ShelfPacks())


def picture_file(folder: Path, content: str = "fox") -> str:
    """Write a file that `PlainPictures` accepts, and return its path."""
    path = folder / f"{content}.png"
    path.write_text(content)
    return str(path)


def content_of(path: str) -> str:
    return Path(path).read_text()
