"""What a person changes on a chain board: stills are put in, moved and taken out, and gaps are set. All can be undone."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData

from vidu_desktop.controllers.open_board import BoardLine, OpenBoard
from vidu_desktop.controllers.still_fixes import StillFixes, fixed_stills
from vidu_desktop.controllers.task_errors import GuardedTasks
from vidu_desktop.controllers.undo_words import board_words
from vidu_desktop.domain.board import Board
from vidu_desktop.domain.request import Remedy
from vidu_desktop.library.undo import UndoStack, step_at_once
from vidu_desktop.ui.widgets.chooser import PictureChooser
from vidu_desktop.ui.widgets.drop_reading import read_drop

if TYPE_CHECKING:
    from vidu_desktop.ui.dialogs.gap_editor import GapWishes


class BoardEdits:
    """Works on the open board: `open_board` returns it, None when none is open. `put` is called with each new state, also
    after undo and redo.
    """

    def __init__(
        self,
        guarded: GuardedTasks,
        open_board: Callable[[], OpenBoard | None],
        put: Callable[[Board, BoardLine], None],
        undo: UndoStack,
        chooser: PictureChooser,
        fixes: StillFixes,
    ) -> None:
        self._start = guarded.start
        self._open_board = open_board
        self._put = put
        self._undo = undo
        self._chooser = chooser
        self._fixes = fixes

    def change(self, board: Board, worked_on: Collection[str] = (), *, is_gap: bool = False) -> None:
        """Set another state of the board, as a step that can be undone. The stills with the shots in `worked_on`, or the gaps
        that begin with them, are selected and scrolled to, also after undo and redo.
        """
        open_board = self._open_board()
        if open_board is None or board == open_board.board:
            return
        before, line = open_board.board, open_board.line

        def go_to(state: Board) -> None:
            self._put(state, line)
            now_open = self._open_board()
            if now_open is not None and now_open.line is line:
                now_open.dialog.selection.select_when_shown(state, worked_on, is_gap=is_gap)

        words = board_words(before, board)
        self._undo.add(step_at_once(words, lambda: go_to(before), lambda: go_to(board)))
        self._put(board, line)
        if not is_gap:
            open_board.dialog.selection.select_when_shown(board, worked_on)

    def insert(self, paths: Sequence[str], at: int | None) -> None:
        """Insert stills at an index; None means the end. Stills that come before the board has been read wait for it."""
        open_board = self._open_board()
        if open_board is not None and paths:
            if open_board.loaded:
                self._insert(open_board, paths, at)
            else:
                self._start("put stills onto a board", self._insert_when_loaded, open_board, paths, at)

    async def _insert_when_loaded(self, open_board: OpenBoard, paths: Sequence[str], at: int | None) -> None:
        await open_board.is_loaded.wait()
        self._insert(open_board, paths, at)

    def _insert(self, open_board: OpenBoard, paths: Sequence[str], at: int | None) -> None:
        before = open_board.board
        count = len(before.stills)
        after = before.with_stills(count if at is None else min(at, count), paths)
        self.change(after, {one.shot for one in after.stills} - {one.shot for one in before.stills})

    def drop(self, mime: QMimeData, at: int) -> None:
        """Take what was dropped at an index."""
        open_board = self._open_board()
        if open_board is not None and open_board.intake is not None:
            open_board.intake.take(read_drop(mime), at)

    def move(self, stills: Collection[int], at: int) -> None:
        """Move stills in front of the still at an index."""
        open_board = self._open_board()
        if open_board is not None:
            self.change(open_board.board.moved(stills, at), _shots_of(open_board.board, stills))

    def remove(self, stills: Collection[int]) -> None:
        """Take stills out."""
        open_board = self._open_board()
        if open_board is not None:
            self.change(open_board.board.without(stills), _shots_of(open_board.board, stills))

    def choose_another(self, index: int) -> None:
        """Ask for another picture in the place of a still."""
        open_board = self._open_board()
        if open_board is not None:

            def put(paths: list[str]) -> None:
                if index < len(open_board.board.stills):
                    self.change(
                        open_board.board.with_path(index, paths[0]), _shots_of(open_board.board, [index])
                    )

            self._chooser.choose(open_board.dialog, several=False, chosen=put)

    def change_gap(self, start: int, wishes: "GapWishes") -> None:
        """Set prompt, options, takes and seam of the gap that begins with a still."""
        open_board = self._open_board()
        if open_board is not None and start < len(open_board.board.stills):
            still = replace(
                open_board.board.stills[start],
                prompt=wishes.prompt,
                options=wishes.options,
                takes=wishes.takes,
                cut=wishes.cut,
                fade=wishes.fade,
                skip_first=wishes.skip_first,
                skip_last=wishes.skip_last,
                speed=wishes.speed,
            )
            self.change(open_board.board.with_still(start, still), [still.shot], is_gap=True)

    def fix(self, start: int, remedy: Remedy) -> None:
        """Replace stills of the gap that begins with a still by copies that fit."""
        self._start("make stills fit", self._fix, start, remedy)

    async def _fix(self, start: int, remedy: Remedy) -> None:
        open_board = self._open_board()
        stand = None if open_board is None else open_board.stand
        if open_board is None or stand is None:
            return
        gap = next((one for one in stand.gaps if one.start == start), None)
        if gap is None:
            return
        made = await fixed_stills(stand, gap, remedy, self._fixes)
        if (
            stand.board.stills == open_board.board.stills
        ):  # otherwise the person has changed the strip meanwhile
            board = open_board.board
            for index, path in made.items():
                board = board.with_path(index, path)
            self.change(board)


def _shots_of(board: Board, stills: Collection[int]) -> Collection[str]:
    return {board.stills[index].shot for index in stills if index < len(board.stills)}
