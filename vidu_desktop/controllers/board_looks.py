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
    """Works on the open board: `shown` returns it, None when none is open. `keep` saves what was read of its stills,
    `keep_again` a person's change that couldn't be saved before. `gone` is called with a board that was deleted on another
    computer.
    """

    def __init__(
        self,
        guarded: GuardedTasks,
        shown: Callable[[], OpenBoard | None],
        reader: BoardReader,
        keeper: BoardKeeper,
        keep: Callable[[OpenBoard, Board], Awaitable[None]],
        keep_again: Callable[[Board, BoardLine], Awaitable[None]],
        gone: Callable[[Board], None],
        thumbs: BatchThumbs | None,
        has_key: Callable[[], bool],
        seams: SeamMeter | None,
        sound_length_s: SoundLength,
    ) -> None:
        self._start = guarded.start
        self._shown = shown
        self._reader = reader
        self._keeper = keeper
        self._keep = keep
        self._keep_again = keep_again
        self._say_gone = gone
        self._thumbs = thumbs
        self._has_key = has_key
        self._sound_length_s = sound_length_s
        self._gathering = False
        self._pictured: dict[str, StillContent] = {}
        self._seams = BoardSeams(guarded, seams, self._show_cards)

    def refresh(self) -> None:
        """Look again soon, because jobs or videos have changed."""
        if self._shown() is not None and not self._gathering:
            self._gathering = True
            self._start("look at a board again", self._gather)

    async def _gather(self) -> None:
        try:
            await asyncio.sleep(_GATHER_S)
        finally:
            self._gathering = False
        shown = self._shown()
        if shown is not None and shown.loaded:
            self.look_soon(shown)

    def look_again(self) -> None:
        """Look at files and document again, because the person comes back from another program."""
        shown = self._shown()
        if shown is not None and shown.loaded:
            self._start("read a board again", self._read_again, shown)

    async def _read_again(self, shown: OpenBoard) -> None:
        if shown.line.unkept is not None:  # before another computer's version takes its place
            await self._keep_again(shown.line.unkept, shown.line)
        before, was_gone = shown.board, self._keeper.is_gone(shown.board)
        theirs = await self._keeper.read_again(before)
        if self._keeper.is_gone(before) and not was_gone:
            self._say_gone(before)
        if theirs is not None and shown.board is before:
            shown.board = theirs
        self.look_soon(shown)

    def look_soon(self, shown: OpenBoard) -> None:
        """Look how the board stands now, unless it is closed. Nothing can be made of a changed board before that."""
        if shown.closed:
            return
        if shown.stand is None or shown.stand.board != shown.board:
            shown.dialog.set_busy()
        shown.round += 1
        self._start("look at a board", self._look, shown, shown.round)

    async def _look(self, shown: OpenBoard, round_number: int) -> None:
        """Show how the board stands: first by what is known at once, then with everything checked. An outcome that another
        change has made outdated isn't shown.
        """
        for look in (self._reader.look, self._reader.check):
            if not shown.is_at(round_number):
                return
            stand = await look(shown.board)
            if not shown.is_at(round_number):
                return
            whole_before = shown.stand is not None and shown.stand.whole and shown.stand.board == stand.board
            if stand.whole or not whole_before:
                self._show(shown, stand)
        await self._keep_what_was_read(shown, stand)
        if shown.is_at(round_number):
            self._seams.look_at(shown, round_number)
            await self._look_at_sound(shown, stand.sound_path)

    async def _look_at_sound(self, shown: OpenBoard, path: str) -> None:
        """Find out how long the sound beneath a board's film is, once for each sound file. Raises BadInput, DiskTrouble."""
        if shown.sound[0] != path:
            shown.sound = path, None
            self.show_offer()
            if path:
                seconds = await self._sound_length_s(path)
                if shown.sound[0] == path:
                    shown.sound = path, seconds
                    self.show_offer()

    def _show(self, shown: OpenBoard, stand: BoardStand) -> None:
        self._forget_changed(stand)
        shown.stand = stand
        self._show_cards(shown)
        if stand.whole:
            self.show_offer()

    def _show_cards(self, shown: OpenBoard) -> None:
        stand = shown.stand
        if stand is not None:
            shown.dialog.show_board(stand.board, cards_of(stand, jumps_of(shown, stand)))

    def _forget_changed(self, now: BoardStand) -> None:
        """Make the thumbnails again of stills whose content has changed since they were last on a board."""
        for still in now.stills:
            if self._thumbs is not None and still.path and still.content is not None:
                if still.content != self._pictured.get(still.path, still.content):
                    self._thumbs.forget(still.path)
                self._pictured[still.path] = still.content

    def show_offer(self) -> None:
        """Show what may be made, by the last look."""
        shown = self._shown()
        if shown is not None and shown.stand is not None and shown.stand.whole:
            again = shown.dialog.again.isChecked()
            shown.dialog.show_offer(
                board_offer(
                    shown.stand,
                    has_key=self._has_key(),
                    again=again,
                    sound_s=shown.sound[1],
                    kept=shown.line.unkept is None,
                )
            )

    async def _keep_what_was_read(self, shown: OpenBoard, stand: BoardStand) -> None:
        if self._keeper.is_gone(stand.board):
            return
        read = stand.board_as_read
        if read != stand.board and shown.board is stand.board:
            shown.board = read
            shown.stand = replace(stand, board=read)
            await self._keep(shown, read)
        if read.stills:
            await self._keeper.keep_stills(stand)
