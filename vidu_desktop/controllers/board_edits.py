"""What a person changes on a chain board: stills are put in, moved and taken out, and gaps are set. All can be undone."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData

from vidu_desktop.controllers.batch_remedies import MatchNamed
from vidu_desktop.controllers.open_board import BoardLine, OpenBoard
from vidu_desktop.controllers.task_errors import GuardedTasks
from vidu_desktop.controllers.undo_words import board_words
from vidu_desktop.domain.board import Board
from vidu_desktop.library.undo import UndoStack, step_at_once
from vidu_desktop.ui.widgets.chooser import PictureChooser
from vidu_desktop.ui.widgets.drop_reading import read_drop

if TYPE_CHECKING:
    from vidu_desktop.ui.dialogs.gap_editor import GapWishes


class BoardEdits:
    """Works on the open board: `shown` returns it, None when none is open. `put` is called with each new state, also after
    undo and redo.
    """

    def __init__(
        self,
        guarded: GuardedTasks,
        shown: Callable[[], OpenBoard | None],
        put: Callable[[Board, BoardLine], None],
        undo: UndoStack,
        chooser: PictureChooser,
        match: MatchNamed,
    ) -> None:
        self._start = guarded.start
        self._shown = shown
        self._put = put
        self._undo = undo
        self._chooser = chooser
        self._match = match

    def change(self, board: Board, worked_on: Collection[str] = (), *, is_gap: bool = False) -> None:
        """Set another state of the board, as a step that can be undone. The stills with the shots in `worked_on`, or the gaps
        that begin with them, are selected and scrolled to, also after undo and redo.
        """
        shown = self._shown()
        if shown is None or board == shown.board:
            return
        before, line = shown.board, shown.line

        def go_to(state: Board) -> None:
            self._put(state, line)
            opened = self._shown()
            if opened is not None and opened.line is line:
                opened.dialog.selection.select_when_shown(state, worked_on, is_gap=is_gap)

        words = board_words(before, board)
        self._undo.add(step_at_once(words, lambda: go_to(before), lambda: go_to(board)))
        self._put(board, line)
        if not is_gap:
            shown.dialog.selection.select_when_shown(board, worked_on)

    def insert(self, paths: Sequence[str], at: int | None) -> None:
        """Insert stills at an index; None means the end. Stills that come before the board has been read wait for it."""
        shown = self._shown()
        if shown is not None and paths:
            if shown.loaded:
                self._insert(shown, paths, at)
            else:
                self._start("put stills onto a board", self._insert_when_loaded, shown, paths, at)

    async def _insert_when_loaded(self, shown: OpenBoard, paths: Sequence[str], at: int | None) -> None:
        await shown.is_loaded.wait()
        self._insert(shown, paths, at)

    def _insert(self, shown: OpenBoard, paths: Sequence[str], at: int | None) -> None:
        before = shown.board
        count = len(before.stills)
        after = before.with_stills(count if at is None else min(at, count), paths)
        self.change(after, {one.shot for one in after.stills} - {one.shot for one in before.stills})

    def drop(self, mime: QMimeData, at: int) -> None:
        """Take what was dropped at an index."""
        shown = self._shown()
        if shown is not None and shown.intake is not None:
            shown.intake.take(read_drop(mime), at)

    def move(self, stills: Collection[int], at: int) -> None:
        """Move stills in front of the still at an index."""
        shown = self._shown()
        if shown is not None:
            self.change(shown.board.moved(stills, at), _shots_of(shown.board, stills))

    def remove(self, stills: Collection[int]) -> None:
        """Take stills out."""
        shown = self._shown()
        if shown is not None:
            self.change(shown.board.without(stills), _shots_of(shown.board, stills))

    def choose_another(self, index: int) -> None:
        """Ask for another picture in the place of a still."""
        shown = self._shown()
        if shown is not None:

            def put(paths: list[str]) -> None:
                if index < len(shown.board.stills):
                    self.change(shown.board.with_path(index, paths[0]), _shots_of(shown.board, [index]))

            self._chooser.choose(shown.dialog, several=False, chosen=put)

    def change_gap(self, start: int, wishes: "GapWishes") -> None:
        """Set prompt, options, takes and seam of the gap that begins with a still."""
        shown = self._shown()
        if shown is not None and start < len(shown.board.stills):
            still = replace(
                shown.board.stills[start],
                prompt=wishes.prompt,
                options=wishes.options,
                takes=wishes.takes,
                cut=wishes.cut,
                fade=wishes.fade,
                skip_first=wishes.skip_first,
                skip_last=wishes.skip_last,
                speed=wishes.speed,
            )
            self.change(shown.board.with_still(start, still), [still.shot], is_gap=True)

    def match_end(self, start: int) -> None:
        """Replace a gap's end still by a copy that has the start still's size."""
        self._start("match an end frame", self._match_end, start)

    async def _match_end(self, start: int) -> None:
        shown = self._shown()
        stand = None if shown is None else shown.stand
        if shown is None or stand is None:
            return
        gap = next((one for one in stand.gaps if one.start == start), None)
        if gap is None:
            return
        # The still's own name, because the library's copy is named by its SHA-256.
        name = PurePath(stand.board.stills[gap.end].path).stem
        made = await self._match(stand.stills[gap.start].path, stand.stills[gap.end].path, name)
        if stand.board.stills == shown.board.stills:  # otherwise the person has changed the strip meanwhile
            self.change(shown.board.with_path(gap.end, made))


def _shots_of(board: Board, stills: Collection[int]) -> Collection[str]:
    return {board.stills[index].shot for index in stills if index < len(board.stills)}
