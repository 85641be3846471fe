"""The trash of the chain boards, in the library's folder: documents are moved there and back.

A chain from the command line has a batch but no document. So deleting a board also leaves a mark, which keeps the board from
being put together from its batch again. The mark outlasts the trash.
"""

from dataclasses import replace
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from vidu_desktop.adapters.disk.files import write_bytes_atomically
from vidu_desktop.adapters.library_store.board_files import (
    bytes_of,
    names_in,
    read_board,
)
from vidu_desktop.adapters.library_store.library_store import LibraryStore
from vidu_desktop.adapters.records.library_layout import BOARDS_NAME
from vidu_desktop.domain.board import Board, BoardNames, KeptBoard, TrashedBoard, board_id, free_name
from vidu_desktop.errors import BadInput

TRASH_NAME, _HIDDEN_NAME = "trash", "hidden"
_SUFFIX = ".json"


class BoardTrash:
    """Implements the boards' trash. All methods raise DiskTrouble."""

    def __init__(self, store: LibraryStore) -> None:
        self._store = store

    @property
    def _folder(self) -> Path:
        return self._store.folder.root / BOARDS_NAME

    @property
    def _trash(self) -> Path:
        return self._folder / TRASH_NAME

    @property
    def _hidden(self) -> Path:
        return self._folder / _HIDDEN_NAME

    async def put(self, board: Board) -> str:
        """Move a board into the trash; for one without a document, the document is written there. Return its id in the trash."""
        await self._store.ready_root()
        return await self._store.on_disk(lambda: self._put(board), self._trash)

    def _put(self, board: Board) -> str:
        files = self._store.files
        for folder in (self._trash, self._hidden):
            files.make_dirs(folder)
        known_by, at_s = board_id(board.name), int(self._store.now().timestamp())
        source = self._folder / f"{known_by}{_SUFFIX}"
        target = next(
            path
            for second in count(at_s)
            if not (path := self._trash / f"{known_by}-{second}{_SUFFIX}").exists()
        )
        if source.exists():
            files.replace(source, target)
            for folder in (self._trash, self._folder):
                files.sync_dir(folder)
        else:
            write_bytes_atomically(files, target, bytes_of(board))
        # The marks come last: if the program is killed before, a chain without a document is still among the
        # boards.
        for name in (board.name, board.chain):
            files.write(self._hidden / board_id(name), b"")
        return target.stem

    async def contents(self) -> list[TrashedBoard]:
        """Return the readable boards in the trash, in any order."""
        return await self._store.on_disk(
            lambda: [one for path in self._paths() if (one := _trashed(path)) is not None], self._trash
        )

    def _paths(self) -> list[Path]:
        return list(self._trash.glob(f"*{_SUFFIX}"))

    async def take_back(self, trash_id: str) -> KeptBoard | None:
        """Put a board back, under another name where its name is taken. Return None where the trash doesn't have it. Also
        raises BadInput.
        """
        await self._store.ready_root()
        return await self._store.on_disk(lambda: self._take_back(trash_id), self._trash)

    def _take_back(self, trash_id: str) -> KeptBoard | None:
        path = self._path(trash_id)
        if path is None or not path.exists():
            return None
        files, kept = self._store.files, read_board(path, _known_by(path))
        name, target = kept.board.name, self._folder / f"{_known_by(path)}{_SUFFIX}"
        if not target.exists():
            files.replace(path, target)
        else:
            name = free_name(name, [*names_in(self._folder).names, name])
            target = self._folder / f"{board_id(name)}{_SUFFIX}"
            write_bytes_atomically(files, target, bytes_of(replace(kept.board, name=name)))
            files.remove(path)
        for folder in (self._folder, self._trash):
            files.sync_dir(folder)
        return read_board(target)

    async def delete(self, trash_id: str) -> bool:
        """Delete a board in the trash for good; return False where the trash doesn't have it."""
        self._store.require_writable()
        path = self._path(trash_id)
        if path is None:
            return False

        def remove() -> bool:
            was_there = path.exists()
            self._store.files.remove(path)
            return was_there

        return await self._store.on_disk(remove, path)

    async def delete_older(self, before: datetime, now: datetime) -> int:
        """Delete the boards for good that were moved in before `before`; return how many. A board with a time after `now`
        stays: a clock was wrong.
        """
        old = [one for one in await self.contents() if one.trashed_at < before and one.trashed_at <= now]
        return sum([await self.delete(one.trash_id) for one in old])

    async def hidden(self) -> frozenset[str]:
        """Return the ids of the chains that aren't put together from their batches, because their boards were deleted."""

        def read() -> frozenset[str]:
            return (
                frozenset(path.name for path in self._hidden.iterdir())
                if self._hidden.is_dir()
                else frozenset()
            )

        return await self._store.on_disk(read, self._hidden)

    async def show_again(self, name: str) -> None:
        """Allow the chain of this name to be put together from its batch again."""
        path = self._hidden / board_id(name)

        def remove() -> None:
            if path.exists():
                self._store.files.remove(path)

        await self._store.on_disk(remove, path)

    def _path(self, trash_id: str) -> Path | None:
        known_by, _, second = trash_id.partition("-")
        is_id = known_by.isalnum() and second.isdecimal() and trash_id.isascii()
        return self._trash / f"{trash_id}{_SUFFIX}" if is_id else None


def boards_in_trash(folder: Path) -> BoardNames:
    """Return the names of the boards in a trash, and the files that can't be read as a board. Blocks. Raises OSError."""
    found, damaged = [], []
    for path in folder.glob(f"*{_SUFFIX}"):
        one = _trashed(path)
        if one is None:
            damaged.append(str(path))
        else:
            found.append(one.name)
    return BoardNames(tuple(found), tuple(damaged))


def _known_by(path: Path) -> str:
    return path.stem.partition("-")[0]


def _trashed(path: Path) -> TrashedBoard | None:
    second = path.stem.partition("-")[2]
    try:
        board = read_board(path, _known_by(path)).board
        trashed_at = datetime.fromtimestamp(int(second), UTC)
        file_bytes = path.stat().st_size
    except (BadInput, OSError, ValueError, OverflowError):
        return None
    return TrashedBoard(
        trash_id=path.stem,
        name=board.name,
        stills=len(board.stills),
        trashed_at=trashed_at,
        file_bytes=file_bytes,
    )
