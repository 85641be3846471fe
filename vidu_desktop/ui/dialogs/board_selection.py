"""Keeps the selection on a chain board's strip when stills are added, removed or replaced."""

from collections.abc import Collection, Sequence

from vidu_desktop.domain.board import Board
from vidu_desktop.ui.dialogs.board_strip import BoardStrip
from vidu_desktop.ui.models.board_cards import BoardModel, Card, GapCard


class BoardSelection:
    """Identifies a card by the shot of its still, and a gap by the shot of the still before it. If the current card is
    removed, the card that takes its place becomes current, so that work by keyboard goes on there.
    """

    def __init__(self, strip: BoardStrip, model: BoardModel) -> None:
        self._strip = strip
        self._model = model
        self._board: Board | None = None
        self._to_select: tuple[list[str], Collection[str], bool] = ([], (), False)

    def select_when_shown(self, board: Board, shots: Collection[str], *, is_gap: bool = False) -> None:
        """Select the stills of these shots, or the gaps that begin with them, as soon as the board is shown with its stills in
        this order. Shots that it doesn't have are left alone.
        """
        self._to_select = [still.shot for still in board.stills], shots, is_gap

    def show(self, board: Board, cards: Sequence[Card]) -> None:
        """Show a board with its cards."""
        before, self._board = self._board, board
        if before is None or before.chain != board.chain or len(cards) == self._model.rowCount():
            self._model.show(cards)
        else:
            self._show_more_or_fewer(before, board, cards)
        order, shots, is_gap = self._to_select
        if shots and order == [still.shot for still in board.stills]:
            self._to_select = [], (), False
            rows = [2 * index + is_gap for index, shot in enumerate(order) if shot in shots]
            self._strip.select_and_show([row for row in rows if row < len(cards)])

    def _show_more_or_fewer(self, before: Board, board: Board, cards: Sequence[Card]) -> None:
        strip = self._strip
        current, selected = strip.currentIndex().row(), [index.row() for index in strip.selectedIndexes()]
        in_sight = strip.is_in_sight(current)
        known = {row: self._known(before, row) for row in {current, *selected}}
        self._model.show(cards)
        rows = {
            (still.shot, is_gap): 2 * number + is_gap
            for number, still in enumerate(board.stills)
            for is_gap in (False, True)
            if 2 * number + is_gap < len(cards)
        }
        if current < 0 or not cards:
            return
        again = rows.get(known[current], min(current, len(cards) - 1))
        strip.select_rows([rows[known[row]] for row in selected if known[row] in rows] or [again], again)
        if in_sight:
            strip.scrollTo(self._model.index(again))

    def _known(self, board: Board, row: int) -> tuple[str, bool]:
        number = row // 2
        shot = board.stills[number].shot if 0 <= number < len(board.stills) else ""
        return shot, isinstance(self._model.card(row), GapCard)
