"""The shelf as a file to pass on: a ZIP with its list and its pictures. A stranger's pictures are only ever unpacked under
the hash of their content, and are checked like any picture before they get onto a shelf.
"""

import asyncio
import hashlib
import json
import zipfile
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO

from vidu_desktop.adapters.desktop.paths import INPUT_SUFFIXES
from vidu_desktop.adapters.disk.given_files import cannot_read
from vidu_desktop.adapters.disk.reading import open_regular
from vidu_desktop.adapters.disk.writing import save_file
from vidu_desktop.domain.json_reading import Fields, damaged
from vidu_desktop.domain.pictures import PreparedPicture
from vidu_desktop.domain.shelf import SHELF_SCHEMA, item_from_document, item_to_document
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import BadInput, Sentence
from vidu_desktop.library.ports import OpenedPack, PackedItem

_LIST_NAME = "shelf.json"
_LIST_MOST_BYTES = 10_000_000
_PICTURE_MOST_BYTES = 60_000_000
_ALL_PICTURES_MOST_BYTES = 1_000_000_000
"""The limit for all pictures together, unpacked: a small file may hold the same zeros a thousand times."""
_ITEMS_MOST = 500
_MOMENT = (2026, 1, 1, 0, 0, 0)
"""The time of every entry: the same shelf gives the same file."""


class ShelfPacks:
    """Implements the library's port of the same name."""

    def __init__(self, pictures_most_bytes: int = _ALL_PICTURES_MOST_BYTES) -> None:
        """Refuse packs whose pictures take more than `pictures_most_bytes` together, unpacked."""
        self._pictures_most_bytes = pictures_most_bytes

    async def write(self, packed: Sequence[PackedItem], target: Path) -> None:
        """Write some items of a shelf into a file. Raises DiskTrouble, also when a picture is gone."""
        await asyncio.to_thread(save_file, target, partial(_write, packed))

    @asynccontextmanager
    async def opened(self, path: Path) -> AsyncIterator[OpenedPack]:
        """Yield the items in such a file; their pictures exist as long as the body runs. Raises BadInput where no item can be
        read or the pictures are too large, DiskTrouble.
        """
        with TemporaryDirectory(prefix="vidu-shelf-") as folder:
            pictures = _Pictures(Path(folder), self._pictures_most_bytes)
            yield await asyncio.to_thread(_read, path, pictures)


def _entry(picture: PreparedPicture) -> str:
    return f"pictures/{picture.sha256}{INPUT_SUFFIXES[picture.media_type]}"


def _write(packed: Sequence[PackedItem], file: BinaryIO) -> None:
    document = {"schema": SHELF_SCHEMA, "shelf": [item_to_document(one.item) for one in packed]}
    with zipfile.ZipFile(file, "w") as pack:
        pack.writestr(
            zipfile.ZipInfo(_LIST_NAME, _MOMENT), json.dumps(document, indent=1, ensure_ascii=False).encode()
        )
        pictures = {
            _entry(picture): path
            for one in packed
            for picture, path in zip(one.item.pictures, one.picture_paths, strict=True)
        }
        for name, path in pictures.items():
            with open_regular(path) as picture_file:
                pack.writestr(zipfile.ZipInfo(name, _MOMENT), picture_file.read())


class _TooLargeError(Exception):
    """All pictures together are larger than the limit."""


def _read(path: Path, pictures: "_Pictures") -> OpenedPack:
    found: list[PackedItem] = []
    named = 0
    try:
        with open_regular(path) as file, zipfile.ZipFile(file) as pack:
            fields = Fields(json.loads(_content(pack, _LIST_NAME, _LIST_MOST_BYTES)))
            if fields.text("schema") != SHELF_SCHEMA:
                raise damaged("schema")
            entries = fields.objects("shelf")
            named = len(entries)
            for entry in entries[:_ITEMS_MOST]:
                with suppress(BadInput):
                    item = item_from_document(entry)
                    found.append(
                        PackedItem(item, tuple(pictures.unpacked(pack, one) for one in item.pictures))
                    )
    except OSError as error:
        raise cannot_read(error, path) from error
    except _TooLargeError as error:
        raise BadInput("shelf-too-large", Sentence(_TOO_LARGE, {"name": path.name})) from error
    except (
        ValueError,
        RecursionError,
        NotImplementedError,
        EOFError,
        zipfile.BadZipFile,
        BadInput,
    ):
        found = []
    if not found:
        raise BadInput("no-shelf", Sentence(_NO_SHELF, {"name": path.name}))
    return OpenedPack(tuple(found), named - len(found))


class _Pictures:
    """Unpacks pictures into a folder, each once, however many items use it."""

    def __init__(self, folder: Path, most_bytes: int) -> None:
        self._folder = folder
        self._left_bytes = most_bytes

    def unpacked(self, pack: zipfile.ZipFile, picture: PreparedPicture) -> str:
        """Return the path of the unpacked picture. Raises BadInput where its content doesn't match the list, _TooLargeError."""
        target = self._folder / Path(_entry(picture)).name
        if not target.exists():
            content = _content(pack, _entry(picture), _PICTURE_MOST_BYTES)
            self._left_bytes -= len(content)
            if self._left_bytes < 0:
                raise _TooLargeError
            if hashlib.sha256(content).hexdigest() != picture.sha256:
                raise damaged("sha256")
            target.write_bytes(content)
        return str(target)


def _content(pack: zipfile.ZipFile, name: str, most_bytes: int) -> bytes:
    """Return the content of an entry. Raises BadInput where it is missing or damaged, or larger than `most_bytes`, whatever its
    header says; OSError where the file can't be read.
    """
    try:
        with pack.open(name) as entry:
            content = entry.read(most_bytes + 1)
    except Exception as error:  # zipfile and its decoders raise half a dozen kinds for broken entries
        if isinstance(error, OSError) and error.errno is not None:
            raise
        raise damaged(name) from error
    if len(content) > most_bytes:
        raise damaged(name)
    return content


_NO_SHELF = QT_TRANSLATE_NOOP(
    "shelf", "There is nothing for a shelf in “{name}” that can be read here. Nothing was changed."
)
_TOO_LARGE = QT_TRANSLATE_NOOP(
    "shelf",
    "The pictures in “{name}” are larger than those of any shelf. Nothing was changed. Have it made anew, in parts.",
)
