"""Chain boards as files of the library: a document for each, and beside them a copy of each still, named by its hash.

They are in the library's folder, so that a board also opens on another computer, which doesn't have the original stills. A
document is complete at every moment, with its old or its new content. A document that another computer has written meanwhile
is never overwritten.
"""

import hashlib
import json
from dataclasses import replace
from functools import partial
from pathlib import Path

from vidu_desktop.adapters.disk.files import part_name, remove_left_parts, write_bytes_atomically
from vidu_desktop.adapters.disk.hashing import sha256_of
from vidu_desktop.adapters.disk.lasting_copies import LastingCopies
from vidu_desktop.adapters.disk.reading import read_regular
from vidu_desktop.adapters.library_store.library_store import LibraryStore
from vidu_desktop.adapters.records.library_layout import BOARDS_NAME
from vidu_desktop.domain.board import Board, BoardNames, KeptBoard, board_id, free_name
from vidu_desktop.domain.board_documents import board_from_document, board_to_document
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import BadInput, Sentence
from vidu_desktop.library.findings import LibraryFinding, finding

STILLS_NAME = "stills"
_SUFFIX = ".json"
_MOST_BYTES = 50_000_000


class BoardFiles:
    """Implements the boards' store."""

    def __init__(self, store: LibraryStore, copies: LastingCopies | None = None) -> None:
        self._store = store
        self._copies = copies or LastingCopies()

    @property
    def _folder(self) -> Path:
        return self._store.folder.root / BOARDS_NAME

    @property
    def _stills(self) -> Path:
        return self._folder / STILLS_NAME

    def _path(self, name: str) -> Path:
        return self._folder / f"{board_id(name)}{_SUFFIX}"

    async def names(self) -> BoardNames:
        """Return the names of all boards, and the files that can't be read as a board. Raises DiskTrouble."""
        return await self._store.on_disk(partial(names_in, self._folder), self._folder)

    async def load(self, name: str) -> KeptBoard | None:
        """Return a board; None where there is none of this name. Raises BadInput (`board-damaged`), DiskTrouble."""
        path = self._path(name)

        def read() -> KeptBoard | None:
            try:
                return read_board(path)
            except FileNotFoundError:
                return None

        return await self._store.on_disk(read, path)

    async def save(self, board: Board, stamp: str) -> KeptBoard:
        """Write a board, safely on the disk when this returns. `stamp` is that of the document from which the board was made,
        empty for a new board. Where the document has changed since, or can't be read, it stays, and the board is written
        beside it under another name. Return the board with the name that it got. Raises DiskTrouble; then nothing has
        changed.
        """
        await self._store.ready_root()
        path = self._path(board.name)
        return await self._store.on_disk(partial(self._save, board, stamp), path)

    def _save(self, board: Board, stamp: str) -> KeptBoard:
        self._store.files.make_dirs(self._folder)
        data = bytes_of(board)
        path = self._path(board.name)
        there = _content_of(path)
        if there == data:
            return KeptBoard(board, stamp_of(data))
        if there is not None and stamp_of(there) != stamp:
            names = names_in(self._folder)
            board = replace(board, name=free_name(board.name, [*names.names, board.name]))
            data, path = bytes_of(board), self._path(board.name)
        remove_left_parts(path)
        write_bytes_atomically(self._store.files, path, data)
        return KeptBoard(board, stamp_of(data))

    async def rename(self, board: Board, name: str, stamp: str) -> KeptBoard:
        """Write a board under another name and remove its old document, if that still has this `stamp` (empty for a board
        without one). A name that is taken gets a number; return the board with the name that it got. Raises DiskTrouble; then
        the board may be there under both names, but never under none.
        """
        renamed, old = replace(board, name=name), self._path(board.name)
        same = self._path(name) == old
        kept = await self.save(renamed, stamp if same else "")

        def remove() -> None:
            content = _content_of(old)
            if content is not None and stamp_of(content) == stamp:
                self._store.files.remove(old)
                self._store.files.sync_dir(self._folder)

        if not same:
            await self._store.on_disk(remove, old)
        return kept

    async def copies(self) -> dict[str, str]:
        """Return the paths of the copied stills by their hashes. Raises DiskTrouble."""

        def read() -> dict[str, str]:
            try:
                return {path.stem: str(path) for path in self._stills.iterdir() if path.stem.isalnum()}
            except FileNotFoundError:
                return {}

        return await self._store.on_disk(read, self._stills)

    async def keep_still(self, path: str, sha256: str) -> bool:
        """Copy a still into the library, unless a copy with this hash is there. Does nothing where the file no longer has
        this hash. Return False where its drive stopped answering, so that it has to be copied later. Raises DiskTrouble.
        """
        await self._store.ready_root()
        source = Path(path)
        target = self._stills / f"{sha256}{source.suffix.lower()[:10]}"
        if await self._store.on_disk(partial(self._has, sha256), target):
            return True
        files, part = self._store.files, target.with_name(part_name(".", target.name, ".part"))
        copy = partial(self._store.on_this_thread, partial(files.copy, source, part), target)
        try:
            if not await self._copies.run(source.parent, copy, partial(files.remove, part)):
                return False
            await self._store.on_disk(partial(self._place, part, target, sha256), target)
        finally:
            await self._store.on_disk(partial(files.remove, part), part)
        return True

    def _has(self, sha256: str) -> bool:
        self._store.files.make_dirs(self._stills)
        return any(self._stills.glob(f"{sha256}.*"))

    def _place(self, part: Path, target: Path, sha256: str) -> None:
        files = self._store.files
        files.sync(part)
        if sha256_of(part) == sha256:  # otherwise it was changed while it was copied
            files.replace(part, target)
            files.sync_dir(self._stills)


def damaged_boards(store: LibraryStore) -> list[LibraryFinding]:
    """Return a finding for each board that can't be read. Blocks. Raises OSError."""
    names = names_in(store.folder.root / BOARDS_NAME)
    return [finding("board-damaged", Path(path)) for path in names.damaged]


def names_in(folder: Path) -> BoardNames:
    """Return the names of the boards in a folder. Blocks. Raises OSError."""
    found: list[Board] = []
    damaged: list[str] = []
    for path in sorted(folder.glob(f"*{_SUFFIX}")):
        try:
            found.append(read_board(path).board)
        except FileNotFoundError:
            continue
        except (BadInput, OSError):
            damaged.append(str(path))
    names = sorted((board.name for board in found), key=str.casefold)
    # A copy that was kept beside its board has the same chain, for which the board's own name counts.
    chains = {board.chain: board.name for board in found}
    chains |= {board.chain: board.name for board in found if board_id(board.chain) == board_id(board.name)}
    return BoardNames(tuple(names), tuple(damaged), chains)


def read_board(path: Path, known_by: str = "") -> KeptBoard:
    """Return the board in a document. Its id must be `known_by`, or the file's own name where that is empty. Blocks. Raises
    BadInput (`board-damaged`, `record-newer`), OSError.
    """
    try:
        data = read_regular(path, _MOST_BYTES)
        board = board_from_document(json.loads(data))
    except (ValueError, RecursionError) as error:
        raise _damaged(path) from error
    except BadInput as error:
        raise error if error.code == "record-newer" else _damaged(path) from error
    if board_id(board.name) != (known_by or path.stem):
        raise _damaged(path)
    return KeptBoard(board, stamp_of(data))


def _content_of(path: Path) -> bytes | None:
    try:
        return read_regular(path, _MOST_BYTES)
    except FileNotFoundError:
        return None
    except ValueError:
        return b""  # not one of our documents: it is never overwritten


def bytes_of(board: Board) -> bytes:
    """Return the bytes of a board's document."""
    text = json.dumps(board_to_document(board), separators=(",", ":"), ensure_ascii=True)
    return text.encode("ascii")


def stamp_of(data: bytes) -> str:
    """Return the hash that tells this document from every other one."""
    return hashlib.sha256(data).hexdigest()


def _damaged(path: Path) -> BadInput:
    return BadInput("board-damaged", Sentence(_DAMAGED, {"name": path.name}))


_DAMAGED = QT_TRANSLATE_NOOP(
    "board",
    "The board in “{name}” is damaged and can't be opened. It stays as it is; its videos are in the library, and its "
    "stills beside it. Make a new board of them: what was made already isn't ordered again.",
)
