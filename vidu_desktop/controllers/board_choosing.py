"""Chooses which board is open; boards are opened, renamed, moved to the trash, and taken back from it."""

import asyncio
from collections.abc import Callable

from vidu_desktop.batch.board_keeping import BoardKeeper
from vidu_desktop.controllers.board_looks import BoardLooks
from vidu_desktop.controllers.context import WindowContext
from vidu_desktop.controllers.open_board import BoardLine, OpenBoard
from vidu_desktop.controllers.undo_words import board_deleted, board_renamed
from vidu_desktop.domain.board import Board, board_id
from vidu_desktop.domain.counting import counted
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import Sentence
from vidu_desktop.library.undo import UndoStack, UndoStep
from vidu_desktop.ui.text import say

_LAST_BOARD = "board/name"


class BoardChoosing:
    """Works on the open dialog: `open_board` returns its board, None when no dialog is open."""

    def __init__(
        self,
        context: WindowContext,
        open_board: Callable[[], OpenBoard | None],
        keeper: BoardKeeper,
        looks: BoardLooks,
        undo: UndoStack,
    ) -> None:
        self._memory = context.memory
        self._notices = context.notices
        self._start = context.guarded.start
        self._open_board = open_board
        self._keeper = keeper
        self._looks = looks
        self._undo = undo
        self._lines: dict[str, BoardLine] = {}
        self.name_lock = asyncio.Lock()
        """Held while a board is saved, renamed or moved to the trash, so that a save always uses the board's present name."""

    # Opening

    def choose(self, name: str) -> None:
        """Show the board with this name, or a new one if there is none. An empty name means the board that was open last."""
        open_board = self._open_board()
        if open_board is None:
            return
        if open_board.loaded and open_board.coming is not None and open_board.coming.refuses_leaving():
            open_board.dialog.boards.setCurrentText(open_board.line.name)
            return
        open_board.dialog.finish_typing()
        self._start("open a board", self._open, name)

    async def _open(self, name: str) -> None:
        found = await self._keeper.names()
        if found.damaged:
            self._notices.say(counted(_DAMAGED, len(found.damaged), folder=".boards"))
        name = name or str(self._memory.value(_LAST_BOARD, "") or "")
        name = name or (found.names[0] if found.names else say(Sentence(_FIRST_NAME)))
        unkept = self._line_of(name).unkept
        board = await self._keeper.open(name) if unkept is None else unkept
        open_board = self._open_board()
        if open_board is not None:
            open_board.show(board, self._line_of(board.name))
            await self._show(open_board)

    async def _show(self, open_board: OpenBoard) -> None:
        """Show the open board's name among those of all others."""
        self._memory.setValue(_LAST_BOARD, open_board.board.name)
        names = (await self._keeper.names()).names
        if not open_board.closed:
            open_board.dialog.show_names(names, open_board.board.name)
            self._looks.look_soon(open_board)

    def _line_of(self, name: str) -> BoardLine:
        return self._lines.setdefault(board_id(name), BoardLine(name))

    async def follow(self, line: BoardLine, name: str) -> None:
        """Let a board go on under another name."""
        self._forget(line)
        line.name = name
        self._lines[board_id(name)] = line
        open_board = self._open_board()
        if open_board is not None and open_board.line is line:
            open_board.board = open_board.board.renamed(name)
            await self._show(open_board)

    def _forget(self, line: BoardLine) -> None:
        if self._lines.get(board_id(line.name)) is line:
            del self._lines[board_id(line.name)]

    # Renaming

    def rename(self, name: str) -> None:
        """Rename the open board."""
        open_board = self._open_board()
        if open_board is not None and open_board.loaded and name != open_board.board.name:
            open_board.dialog.finish_typing()
            self._undo.expect(
                self._start(
                    "rename a board", self._rename_open, open_board.line, open_board.board, name, writes=True
                )
            )

    async def _rename_open(self, line: BoardLine, board: Board, name: str) -> None:
        before = line.name
        if await self._rename(line, board, name):
            self._undo.add(self._renaming(line, before))

    async def _rename(self, line: BoardLine, board: Board, name: str) -> bool:
        async with self.name_lock:
            return not line.thrown and await self._rename_locked(line, board, name)

    async def _rename_locked(self, line: BoardLine, board: Board, name: str) -> bool:
        if board_id(name) != board_id(line.name):
            taken = (await self._keeper.names()).names
            if board_id(name) in map(board_id, taken):
                self._notices.say(Sentence(_TAKEN, {"name": name}))
                return False
        kept = await self._keeper.rename(board.renamed(line.name), name)
        await self.follow(line, kept.name)
        return True

    def _renaming(self, line: BoardLine, name: str) -> UndoStep:
        async def turn_back() -> UndoStep | None:
            now = line.name
            board = await self._keeper.open(now)
            return self._renaming(line, now) if await self._rename(line, board, name) else None

        return UndoStep(board_renamed(), turn_back)

    # The trash

    def throw_away(self) -> None:
        """Move the open board to the trash, and show another one."""
        open_board = self._open_board()
        if open_board is not None and open_board.loaded:
            if open_board.coming is not None and open_board.coming.refuses_leaving():
                return
            open_board.dialog.finish_typing()
            self._undo.expect(
                self._start(
                    "throw a board away", self._throw_open, open_board.line, open_board.board, writes=True
                )
            )

    async def _throw_open(self, line: BoardLine, board: Board) -> None:
        trash_id = await self._throw(line, board)
        if trash_id is None:
            return  # the button was pressed twice
        if trash_id:
            self._undo.add(self._returning(line, trash_id))
        self._notices.say(Sentence(_THROWN if trash_id else _WAS_EMPTY, {"name": board.name}))

    async def _throw(self, line: BoardLine, board: Board) -> str | None:
        """Move a board to the trash; return its id there, an empty text for an empty board, None if it is there already."""
        async with self.name_lock:
            if line.thrown:
                return None
            trash_id = await self._keeper.throw_away(board.renamed(line.name))
            line.thrown = True
        self._forget(line)
        if self._memory.value(_LAST_BOARD, "") == line.name:
            self._memory.setValue(_LAST_BOARD, "")
        open_board = self._open_board()
        if open_board is not None and open_board.line is line:
            await self._open("")
        return trash_id

    def _returning(self, line: BoardLine, trash_id: str) -> UndoStep:
        async def turn_back() -> UndoStep | None:
            board = await self._keeper.take_back(trash_id)
            if board is None:
                self._notices.say(Sentence(_NOT_THERE))
                return None
            line.name, line.thrown = board.name, False
            self._lines[board_id(board.name)] = line
            await self._open(board.name)
            return self._throwing(line, board)

        return UndoStep(board_deleted(), turn_back)

    def _throwing(self, line: BoardLine, board: Board) -> UndoStep:
        async def turn_back() -> UndoStep | None:
            trash_id = await self._throw(line, board)
            return None if trash_id is None else self._returning(line, trash_id)

        return UndoStep(board_deleted(), turn_back)

    def say_deleted_elsewhere(self, board: Board) -> None:
        """Say that the open board was deleted or renamed on another computer."""
        self._notices.say(Sentence(_DELETED_ELSEWHERE, {"name": board.name}))


_FIRST_NAME = QT_TRANSLATE_NOOP("board", "Board")
_DAMAGED = (
    QT_TRANSLATE_NOOP(
        "board", "A board in the library's folder {folder} is damaged and can't be opened. It stays as it is."
    ),
    QT_TRANSLATE_NOOP(
        "board",
        "{count} boards in the library's folder {folder} are damaged and can't be opened. They stay as they are.",
    ),
)
_TAKEN = QT_TRANSLATE_NOOP("board", "There is a board “{name}” already. Choose another name.")
_THROWN = QT_TRANSLATE_NOOP(
    "board",
    "The board “{name}” is in the library's trash. Its videos stay, and what it has ordered goes on.",
)
_WAS_EMPTY = QT_TRANSLATE_NOOP(
    "board", "The board “{name}” is gone. It was empty, so there is nothing of it in the trash."
)
_NOT_THERE = QT_TRANSLATE_NOOP("board", "That board isn't in the trash any more.")
_DELETED_ELSEWHERE = QT_TRANSLATE_NOOP(
    "board",
    "The board “{name}” was deleted or given another name on another computer. It stays open here as it is; what you change "
    "keeps it again.",
)
