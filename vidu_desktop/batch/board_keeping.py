"""Opens and saves boards. Each board is one document, with one copy of each still; a document that another computer has
changed is never overwritten.

A chain that the command line made has no document: its board is put together from what the rows of its batch say.
"""

import asyncio
import itertools
from collections import Counter
from collections.abc import Collection
from dataclasses import replace

from vidu_desktop.batch.board_stand import BoardStand
from vidu_desktop.batch.chain import chain_id
from vidu_desktop.batch.ports import BatchStore, BoardStore, ThrownBoards
from vidu_desktop.domain.batch import Batch, BatchRow, rows_by_key
from vidu_desktop.domain.board import (
    STILLS_MOST,
    Board,
    BoardNames,
    BoardStill,
    KeptBoard,
    board_id,
    free_name,
)
from vidu_desktop.domain.options import Options
from vidu_desktop.errors import BadInput

_CHAIN = "chain"
_TENS = 10


class BoardKeeper:
    """Remembers for each board in this run from which version of its document it was read."""

    def __init__(self, boards: BoardStore, batches: BatchStore, trash: ThrownBoards) -> None:
        self._boards = boards
        self._batches = batches
        self._trash = trash
        self._stamps: dict[str, str] = {}
        self._deleted_elsewhere: set[str] = set()
        self._kept: set[str] = set()
        self._lock = asyncio.Lock()

    async def names(self) -> BoardNames:
        """Return the names of all boards, including chains of the command line, but without those that were deleted or
        renamed. Raises DiskTrouble.
        """
        found = await self._boards.names()
        known = {board_id(name) for name in (*found.names, *found.chains)}
        known.update(await self._trash.hidden())
        chains = {board_id(name): name for name in await self._chain_names()}
        more = [name for key, name in chains.items() if key not in known]
        return BoardNames(tuple(sorted((*found.names, *more), key=str.casefold)), found.damaged, found.chains)

    async def _chain_names(self) -> list[str]:
        names = []
        for batch_id in await self._batches.ids():
            if batch_id.startswith(_CHAIN):
                try:
                    names.append((await self._batches.load(batch_id)).name)
                except BadInput:
                    continue  # a damaged one can't be opened as a board, and blocks no other
        return names

    async def open(self, name: str) -> Board:
        """Return the board of this name, or a new one where there is none. Raises BadInput for a damaged board, DiskTrouble."""
        async with self._lock:
            kept = await self._boards.load(name)
            self._stamps[board_id(name)] = "" if kept is None else kept.stamp
            self._deleted_elsewhere.discard(board_id(name))
        if kept is not None:
            return kept.board
        in_use = (await self._boards.names()).chains
        if board_id(name) not in {board_id(one) for one in in_use} | set(await self._trash.hidden()):
            ids = await self._batches.ids()
            for rehearsal in (False, True):
                if (batch_id := chain_id(name, rehearsal=rehearsal)) in ids:
                    return board_of_chain(await self._batches.load(batch_id))
        # A board that was renamed keeps the chain of its first name, so a new board may need another chain
        # name.
        usual = Board(name=name, chain=free_name(name, in_use))
        return replace(usual, options=usual.offer.defaults)

    async def read_again(self, board: Board) -> Board | None:
        """Return the board if another computer has changed it since it was opened or saved here; None when it is unchanged,
        or `is_deleted_elsewhere`. Raises BadInput, DiskTrouble.
        """
        async with self._lock:
            known_by = board_id(board.name)
            kept = await self._boards.load(board.name)
            if kept is None:
                if self._stamps.get(known_by):
                    self._deleted_elsewhere.add(known_by)
                return None
            self._deleted_elsewhere.discard(known_by)
            if kept.stamp == self._stamps.get(known_by, ""):
                return None
            self._stamps[known_by] = kept.stamp
            return kept.board

    def is_deleted_elsewhere(self, board: Board) -> bool:
        """Whether the document was found to be deleted on another computer, when it was last read."""
        return board_id(board.name) in self._deleted_elsewhere

    async def keep(self, board: Board) -> Board:
        """Save a board; return it under the name that it has now. If another computer changed the document meanwhile, that
        document stays as it is, and this board is saved under another name. Raises DiskTrouble; then nothing has changed.
        """
        async with self._lock:
            known = self._stamps.get(board_id(board.name), "")
            if not known and not board.stills:
                return board  # an empty board that was never saved isn't a board yet
            return await self._save(board, known)

    async def keep_read(self, board: Board) -> Board:
        """Save what was read of a board's stills, as `keep` does. A board that was deleted on another computer stays deleted:
        only a person's change brings it back.
        """
        async with self._lock:
            known = self._stamps.get(board_id(board.name), "")
            if known and await self._boards.load(board.name) is None:
                self._deleted_elsewhere.add(board_id(board.name))
                return board
            return board if not (known or board.stills) else await self._save(board, known)

    async def _save(self, board: Board, known: str) -> Board:
        kept = await self._boards.save(board, known)
        return self._remember(kept)

    def _remember(self, kept: KeptBoard) -> Board:
        self._stamps[board_id(kept.board.name)] = kept.stamp
        self._deleted_elsewhere.discard(board_id(kept.board.name))
        return kept.board

    async def rename(self, board: Board, name: str) -> Board:
        """Rename a board; return it with the name that it got. It keeps its videos. Raises DiskTrouble."""
        async with self._lock:
            known = self._stamps.pop(board_id(board.name), "")
            return self._remember(await self._boards.rename(board, name, known))

    async def throw_away(self, board: Board) -> str:
        """Move a board to the trash; return its id there, or an empty text for an empty board that was never saved. Its
        videos stay, and its orders go on. Raises DiskTrouble.
        """
        async with self._lock:
            if not board.stills and await self._boards.load(board.name) is None:
                return ""
            trash_id = await self._trash.put(board)
            self._stamps.pop(board_id(board.name), None)
            return trash_id

    async def take_back(self, trash_id: str) -> Board | None:
        """Put a board back from the trash, under another name where its name is in use by now; None when it isn't in the
        trash any more. Raises BadInput, DiskTrouble.
        """
        async with self._lock:
            kept = await self._trash.take_back(trash_id)
            return None if kept is None else self._remember(kept)

    @property
    def stills_in_use(self) -> Collection[str]:
        """The SHA-256 of all stills that any board had in this run: an undo may bring one back."""
        return frozenset(self._kept)

    async def keep_stills(self, stand: BoardStand) -> None:
        """Copy the stills and the sound into the library, one copy for the same content. Those on a drive that stops
        answering are copied the next time. Raises DiskTrouble.
        """
        for still in (*stand.stills, *([stand.sound] if stand.sound else [])):
            if still.content is None or still.content.sha256 in self._kept:
                continue
            if await self._boards.keep_still(still.path, still.content.sha256):
                self._kept.add(still.content.sha256)


def board_of_chain(batch: Batch) -> Board:
    """Return the board that a chain's rows describe: the rows of the newest approval, in the order of the strip. Where a row
    doesn't begin with the still at which the row before ends, there is a hard cut.
    """
    newest = max((row.approval for row in batch.rows), default=0)
    rows = [row for row in batch.rows if row.request is not None and row.approval == newest]
    by_key = rows_by_key(rows)
    rows = [by_key[key] for key in batch.strip[:STILLS_MOST] if key in by_key] or rows
    board = Board(name=batch.name, chain=batch.name)
    if not rows:
        return replace(board, options=board.offer.defaults)
    requests = [row.request for row in rows if row.request is not None]
    prompt = Counter(request.prompt for request in requests).most_common(1)[0][0]
    options = {**board.offer.defaults, **requests[0].options}
    for key in options:
        values = Counter(request.options[key] for request in requests if key in request.options)
        options[key] = max(values, key=values.__getitem__, default=options[key])
    stills: list[BoardStill] = []
    last, shots = "", set[str]()
    own = {row.cells[0] for row in rows}
    for number, row in enumerate(rows, 1):
        start, end = _ends_of(row)
        if last and start != last:
            stills.append(BoardStill(path=last, shot=f"S{number * 10 - 5:03d}", cut=True))
        shot = row.cells[0]
        if shot in shots:  # the same row once more
            free = (f"S{at * _TENS:03d}" for at in itertools.count(number))
            shot = next(one for one in free if one not in shots | own)
        shots.add(shot)
        stills.append(_still_of(row, start, shot, prompt, options))
        last = end
    loop = len(stills) > 1 and last == stills[0].path
    if not loop:
        stills.append(BoardStill(path=last, shot=f"S{len(rows) * 10 + 10:03d}"))
    return replace(
        board,
        stills=tuple(stills),
        loop=loop,
        prompt=prompt,
        takes=min(row.takes for row in rows),
        model=requests[0].model,
        options=options,
    )


def _ends_of(row: BatchRow) -> tuple[str, str]:
    assert row.request is not None  # noqa: S101 - the caller skips rows without a request
    start, end = row.request.picture_paths
    return start, end


def _still_of(row: BatchRow, path: str, shot: str, prompt: str, options: Options) -> BoardStill:
    assert row.request is not None  # noqa: S101 - as above
    own = {key: value for key, value in row.request.options.items() if value != options.get(key)}
    return BoardStill(
        path=path,
        shot=shot,
        prompt=None if row.request.prompt == prompt else row.request.prompt,
        options=own,
    )
