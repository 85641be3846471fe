"""Finds where the videos of a chain board jump. The seams are measured one by one, and jumps are shown on the gaps."""

from collections.abc import Callable, Mapping

from vidu_desktop.batch.board_stand import BoardStand
from vidu_desktop.controllers.library_ports import SeamMeter
from vidu_desktop.controllers.open_board import OpenBoard
from vidu_desktop.controllers.task_errors import GuardedTasks
from vidu_desktop.domain.seams import Jump, SeamLook


class BoardSeams:
    """`show` is called with a board in which a jump was found."""

    def __init__(
        self, guarded: GuardedTasks, meter: SeamMeter | None, show: Callable[[OpenBoard], None]
    ) -> None:
        self._start = guarded.start
        self._meter = meter
        self._show = show

    def look_at(self, open_board: OpenBoard, round_number: int) -> None:
        """Measure the seams of a board, as it stands in this look."""
        if self._meter is not None and open_board.stand is not None:
            self._start(
                "look at a board's seams", self._look, self._meter, open_board, open_board.stand, round_number
            )

    async def _look(
        self, meter: SeamMeter, open_board: OpenBoard, stand: BoardStand, round_number: int
    ) -> None:
        for seam in stand.seams.values():
            if seam not in open_board.seams:
                look = await meter.look(*seam)
                if look is not None:
                    open_board.seams[seam] = look
                if not open_board.is_at(round_number):
                    return
                if look is not None and look.jump() is not Jump.NONE:
                    self._show(open_board)


def jumps_of(open_board: OpenBoard, stand: BoardStand) -> Mapping[int, SeamLook]:
    """Return the seams with a jump, by the index of the still at the seam."""
    known = {start: open_board.seams[seam] for start, seam in stand.seams.items() if seam in open_board.seams}
    return {start: look for start, look in known.items() if look.jump() is not Jump.NONE}
