"""Boards opened and kept: one document each, a copy of each still, and never one computer's over another's.

A chain that the command line made has no document; its board is put together of its batch, as far as that says.
"""

import asyncio
from collections import Counter
from collections.abc import Collection
from dataclasses import replace

from vidu_desktop.batch.board_stand import BoardStand
from vidu_desktop.batch.chain import chain_id
from vidu_desktop.batch.ports import BatchStore, BoardStore, ThrownBoards
from vidu_desktop.domain.batch import Batch, BatchRow
from vidu_desktop.domain.board import Board, BoardNames, BoardStill, KeptBoard, board_id, free_name
from vidu_desktop.domain.options import Options
from vidu_desktop.errors import BadInput

_CHAIN = "chain"


class BoardKeeper:
    """Knows of each board in this run which document it was made of."""

    def __init__(self, boards: BoardStore, batches: BatchStore, trash: ThrownBoards) -> None:
        self._boards = boards
        self._batches = batches
        self._trash = trash
        self._stamps: dict[str, str] = {}
        self._gone: set[str] = set()
        self._kept: set[str] = set()
        self._turn = asyncio.Lock()

    async def names(self) -> BoardNames:
        """Return what boards there are, chains of the command line with them, but for those that were deleted or have
        another name by now. Raises DiskTrouble.
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
                    continue  # it can't be opened as a board, and is in nobody's way
        return names

    async def open(self, name: str) -> Board:
        """Return the board of a name, a new one where there is none. Raises BadInput for one that is damaged, DiskTrouble."""
        async with self._turn:
            kept = await self._boards.load(name)
            self._stamps[board_id(name)] = "" if kept is None else kept.stamp
            self._gone.discard(board_id(name))
        if kept is not None:
            return kept.board
        in_use = (await self._boards.names()).chains
        if board_id(name) not in {board_id(one) for one in in_use} | set(await self._trash.hidden()):
            ids = await self._batches.ids()
            for rehearsal in (False, True):
                if (batch_id := chain_id(name, rehearsal=rehearsal)) in ids:
                    return board_of_chain(await self._batches.load(batch_id))
        # A board that was renamed goes on under the chain of its first name.
        usual = Board(name=name, chain=free_name(name, in_use))
        return replace(usual, options=usual.offer.defaults)

    async def read_again(self, board: Board) -> Board | None:
        """Return the board as another computer has written it since it was opened or kept here; None when it is as it was,
        or `is_gone`. Raises BadInput, DiskTrouble.
        """
        async with self._turn:
            known_by = board_id(board.name)
            kept = await self._boards.load(board.name)
            if kept is None:
                if self._stamps.get(known_by):
                    self._gone.add(known_by)
                return None
            self._gone.discard(known_by)
            if kept.stamp == self._stamps.get(known_by, ""):
                return None
            self._stamps[known_by] = kept.stamp
            return kept.board

    def is_gone(self, board: Board) -> bool:
        """Whether its document was taken away on another computer, by the last look."""
        return board_id(board.name) in self._gone

    async def keep(self, board: Board) -> Board:
        """Write a board down; return it under the name that it has now: another one where the document was changed on
        another computer meanwhile, which stays as it is. Raises DiskTrouble; then nothing has changed.
        """
        async with self._turn:
            known = self._stamps.get(board_id(board.name), "")
            if not known and not board.stills:
                return board  # an empty one that nobody has kept is no board yet
            return await self._save(board, known)

    async def keep_read(self, board: Board) -> Board:
        """Write down what was read of a board's stills, see `keep`. One that was deleted elsewhere stays deleted: only what
        a person changes brings it back.
        """
        async with self._turn:
            known = self._stamps.get(board_id(board.name), "")
            if known and await self._boards.load(board.name) is None:
                self._gone.add(board_id(board.name))
                return board
            return board if not (known or board.stills) else await self._save(board, known)

    async def _save(self, board: Board, known: str) -> Board:
        kept = await self._boards.save(board, known)
        return self._remember(kept)

    def _remember(self, kept: KeptBoard) -> Board:
        self._stamps[board_id(kept.board.name)] = kept.stamp
        self._gone.discard(board_id(kept.board.name))
        return kept.board

    async def rename(self, board: Board, name: str) -> Board:
        """Rename a board; return it with the one that it got. Its videos stay its own. Raises DiskTrouble."""
        async with self._turn:
            known = self._stamps.pop(board_id(board.name), "")
            return self._remember(await self._boards.rename(board, name, known))

    async def throw_away(self, board: Board) -> str:
        """Move a board to the trash; return what it is known by there, empty for an empty one that nobody has kept. Its
        videos stay, and what it has ordered goes on. Raises DiskTrouble.
        """
        async with self._turn:
            if not board.stills and await self._boards.load(board.name) is None:
                return ""
            trash_id = await self._trash.put(board)
            self._stamps.pop(board_id(board.name), None)
            return trash_id

    async def take_back(self, trash_id: str) -> Board | None:
        """Put a board back, under another name where one of its name is there by now; None when the trash doesn't have it
        any more. Raises BadInput, DiskTrouble.
        """
        async with self._turn:
            kept = await self._trash.take_back(trash_id)
            return None if kept is None else self._remember(kept)

    @property
    def stills_in_use(self) -> Collection[str]:
        """The SHA-256 of the stills that any board had in this run: an undo may bring one back."""
        return frozenset(self._kept)

    async def keep_stills(self, stand: BoardStand) -> None:
        """Copy the stills and the sound into the library, each once by what it holds. Raises DiskTrouble."""
        for still in (*stand.stills, *([stand.sound] if stand.sound else [])):
            if still.content is not None and still.content.sha256 not in self._kept:
                await self._boards.keep_still(still.path, still.content.sha256)
                self._kept.add(still.content.sha256)


def board_of_chain(batch: Batch) -> Board:
    """Return the board that a chain's rows say: those that were wanted last, in their order. Where a row doesn't begin
    with what the one before ends with, there is a hard cut.
    """
    newest = max((row.approval for row in batch.rows), default=0)
    rows = [row for row in batch.rows if row.request is not None and row.approval == newest]
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
    last = ""
    for number, row in enumerate(rows, 1):
        start, end = _ends_of(row)
        if last and start != last:
            stills.append(BoardStill(path=last, shot=f"S{number * 10 - 5:03d}", cut=True))
        stills.append(_still_of(row, start, prompt, options))
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
    assert row.request is not None  # noqa: S101 - rows without one were left out
    start, end = row.request.picture_paths
    return start, end


def _still_of(row: BatchRow, path: str, prompt: str, options: Options) -> BoardStill:
    assert row.request is not None  # noqa: S101 - as above
    own = {key: value for key, value in row.request.options.items() if value != options.get(key)}
    return BoardStill(
        path=path,
        shot=row.cells[0],
        prompt=None if row.request.prompt == prompt else row.request.prompt,
        options=own,
    )
