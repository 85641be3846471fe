"""Finds out how a chain board stands, again whenever something may have changed, and shows it."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace

from vidu_desktop.batch.board_keeping import BoardKeeper
from vidu_desktop.batch.board_reading import BoardReader
from vidu_desktop.batch.board_stand import BoardStand
from vidu_desktop.controllers.batch_thumbs import BatchThumbs
from vidu_desktop.controllers.board_content import board_offer, cards_of
from vidu_desktop.controllers.board_seams import BoardSeams, jumps_of
from vidu_desktop.controllers.library_ports import SeamMeter
from vidu_desktop.controllers.open_board import BoardLine, OpenBoard
from vidu_desktop.controllers.ports import SoundLength
from vidu_desktop.controllers.task_errors import GuardedTasks
from vidu_desktop.domain.board import Board, StillContent

_GATHER_S = 0.2


class BoardLooks:
    """Works on the open board: `open_board` returns it, None when none is open. `keep` saves what was read of its stills,
    `keep_again` a person's change that couldn't be saved before. `deleted_elsewhere` is called with a board that was deleted
    on another computer.
    """

    def __init__(
        self,
        guarded: GuardedTasks,
        open_board: Callable[[], OpenBoard | None],
        reader: BoardReader,
        keeper: BoardKeeper,
        keep: Callable[[OpenBoard, Board], Awaitable[None]],
        keep_again: Callable[[Board, BoardLine], Awaitable[None]],
        deleted_elsewhere: Callable[[Board], None],
        thumbs: BatchThumbs | None,
        has_key: Callable[[], bool],
        seams: SeamMeter | None,
        sound_length_s: SoundLength,
    ) -> None:
        self._start = guarded.start
        self._open_board = open_board
        self._reader = reader
        self._keeper = keeper
        self._keep = keep
        self._keep_again = keep_again
        self._say_deleted_elsewhere = deleted_elsewhere
        self._thumbs = thumbs
        self._has_key = has_key
        self._sound_length_s = sound_length_s
        self._gathering = False
        self._pictured: dict[str, StillContent] = {}
        self._seams = BoardSeams(guarded, seams, self._show_cards)

    def refresh(self) -> None:
        """Look again soon, because jobs or videos have changed."""
        if self._open_board() is not None and not self._gathering:
            self._gathering = True
            self._start("look at a board again", self._gather)

    async def _gather(self) -> None:
        try:
            await asyncio.sleep(_GATHER_S)
        finally:
            self._gathering = False
        open_board = self._open_board()
        if open_board is not None and open_board.loaded:
            self.look_soon(open_board)

    def look_again(self) -> None:
        """Look at files and document again, because the person comes back from another program."""
        open_board = self._open_board()
        if open_board is not None and open_board.loaded:
            self._start("read a board again", self._read_again, open_board)

    async def _read_again(self, open_board: OpenBoard) -> None:
        if open_board.line.unkept is not None:  # before another computer's version takes its place
            await self._keep_again(open_board.line.unkept, open_board.line)
        before, was_deleted = open_board.board, self._keeper.is_deleted_elsewhere(open_board.board)
        theirs = await self._keeper.read_again(before)
        if self._keeper.is_deleted_elsewhere(before) and not was_deleted:
            self._say_deleted_elsewhere(before)
        if theirs is not None and open_board.board is before:
            open_board.board = theirs
        self.look_soon(open_board)

    def look_soon(self, open_board: OpenBoard) -> None:
        """Look how the board stands now, unless it is closed. Nothing can be made of a changed board before that."""
        if open_board.closed:
            return
        if open_board.stand is None or open_board.stand.board != open_board.board:
            open_board.dialog.set_busy()
        open_board.round += 1
        self._start("look at a board", self._look, open_board, open_board.round)

    async def _look(self, open_board: OpenBoard, round_number: int) -> None:
        """Show how the board stands: first by what is known at once, then with everything checked. An outcome that another
        change has made outdated isn't shown.
        """
        for look in (self._reader.look, self._reader.check):
            if not open_board.is_at(round_number):
                return
            stand = await look(open_board.board)
            if not open_board.is_at(round_number):
                return
            whole_before = (
                open_board.stand is not None
                and open_board.stand.whole
                and open_board.stand.board == stand.board
            )
            if stand.whole or not whole_before:
                self._show(open_board, stand)
        await self._keep_what_was_read(open_board, stand)
        if open_board.is_at(round_number):
            self._seams.look_at(open_board, round_number)
            await self._look_at_sound(open_board, stand.sound_path)

    async def _look_at_sound(self, open_board: OpenBoard, path: str) -> None:
        """Find out how long the sound beneath a board's film is, once for each sound file. Raises BadInput, DiskTrouble."""
        if open_board.sound[0] != path:
            open_board.sound = path, None
            self.show_offer()
            if path:
                seconds = await self._sound_length_s(path)
                if open_board.sound[0] == path:
                    open_board.sound = path, seconds
                    self.show_offer()

    def _show(self, open_board: OpenBoard, stand: BoardStand) -> None:
        self._forget_changed(stand)
        open_board.stand = stand
        self._show_cards(open_board)
        if stand.whole:
            self.show_offer()

    def _show_cards(self, open_board: OpenBoard) -> None:
        stand = open_board.stand
        if stand is not None:
            open_board.dialog.show_board(stand.board, cards_of(stand, jumps_of(open_board, stand)))

    def _forget_changed(self, now: BoardStand) -> None:
        """Make the thumbnails again of stills whose content has changed since they were last on a board."""
        for still in now.stills:
            if self._thumbs is not None and still.path and still.content is not None:
                if still.content != self._pictured.get(still.path, still.content):
                    self._thumbs.forget(still.path)
                self._pictured[still.path] = still.content

    def show_offer(self) -> None:
        """Show what may be made, by the last look."""
        open_board = self._open_board()
        if open_board is None or open_board.stand is None or open_board.stand.board != open_board.board:
            return  # the look that shows it is still to come
        if open_board.stand.whole:
            again = open_board.dialog.again.isChecked()
            open_board.dialog.show_offer(
                board_offer(
                    open_board.stand,
                    has_key=self._has_key(),
                    again=again,
                    sound_s=open_board.sound[1],
                    kept=open_board.line.unkept is None,
                )
            )

    async def _keep_what_was_read(self, open_board: OpenBoard, stand: BoardStand) -> None:
        if self._keeper.is_deleted_elsewhere(stand.board):
            return
        read = stand.board_as_read
        if read != stand.board and open_board.board is stand.board:
            open_board.board = read
            open_board.stand = replace(stand, board=read)
            await self._keep(open_board, read)
        if read.stills:
            await self._keeper.keep_stills(stand)
