"""Keeps a chain board's window beside the stage while the board's film plays: where it hides least of the stage, reduced to
its strip if the whole window would hide a part.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, QRect

from vidu_desktop.ui.widgets.dialog_frame import DialogFrame


def place_beside(window: QRect, stage: QRect, screen: QRect) -> QPoint:
    """Return the place on the screen where `window` hides least of `stage`; among equal places, the nearest to its present
    one.
    """
    leftmost, highest = screen.left(), screen.top()
    rightmost = max(leftmost, screen.right() + 1 - window.width())
    lowest = max(highest, screen.bottom() + 1 - window.height())

    def on_screen(x: int, y: int) -> QPoint:
        return QPoint(min(max(x, leftmost), rightmost), min(max(y, highest), lowest))

    places = [
        on_screen(window.left(), window.top()),
        on_screen(window.left(), stage.bottom() + 1),
        on_screen(window.left(), stage.top() - window.height()),
        on_screen(stage.right() + 1, window.top()),
        on_screen(stage.left() - window.width(), window.top()),
    ]
    return min(
        places,
        key=lambda at: (
            _shared_px(QRect(at, window.size()), stage),
            (at - window.topLeft()).manhattanLength(),
        ),
    )


def _shared_px(one: QRect, other: QRect) -> int:
    both = one.intersected(other)
    return 0 if both.isEmpty() else both.width() * both.height()


class BoardBeside(QObject):
    """Moves a board's window beside the stage. `show_strip_only(True)` reduces the window to its strip, False restores it."""

    def __init__(self, board: DialogFrame, show_strip_only: Callable[[bool], None]) -> None:
        super().__init__(board)
        self._board = board
        self._show_strip_only = show_strip_only
        self._before: QRect | None = None

    @property
    def strip_only(self) -> bool:
        """Whether the window is reduced to its strip."""
        return self._before is not None

    def stay_beside(self, stage: QRect) -> None:
        """Bring the window to the front where it hides least of the stage; `stage` is the stage's rectangle on the screen."""
        board = self._board
        if board.isMaximized() or board.isMinimized():
            board.showNormal()
        if self._hides_by(stage) and not self.strip_only:
            self._before = board.geometry()
            self._show_strip_only(True)
            self._shrink()
        frame = board.frameGeometry()
        at = place_beside(frame, stage, board.screen().availableGeometry())
        if at != frame.topLeft():
            board.move(at)
        board.raise_()

    def show_all(self) -> None:
        """Restore the whole window at its former size; it moves up only if it would otherwise reach below the screen."""
        before, self._before = self._before, None
        if before is None:
            return
        board = self._board
        self._show_strip_only(False)
        board.resize(before.size())
        frame, screen = board.frameGeometry(), board.screen().availableGeometry()
        lowest = max(screen.top(), screen.bottom() + 1 - frame.height())
        if frame.top() > lowest:
            board.move(frame.left(), lowest)

    def _hides_by(self, stage: QRect) -> bool:
        frame = self._board.frameGeometry()
        at = place_beside(frame, stage, self._board.screen().availableGeometry())
        return QRect(at, frame.size()).intersects(stage)

    def _shrink(self) -> None:
        board = self._board
        board.resize(board.width(), board.least_height_px)
