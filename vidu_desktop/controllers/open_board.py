"""A board in its dialog."""

import asyncio
from typing import TYPE_CHECKING

from vidu_desktop.batch.board_stand import BoardStand
from vidu_desktop.controllers.board_coming import BoardComing
from vidu_desktop.domain.board import Board
from vidu_desktop.domain.seams import Seam, SeamLook
from vidu_desktop.ui.tabs.picture_intake import PictureIntake

if TYPE_CHECKING:
    from vidu_desktop.ui.dialogs.board_dialog import BoardDialog


class BoardLine:
    """One board under all of its names: undo steps of the board apply to its present name. `thrown` is True while it is in
    the trash. `unkept` is the person's last change as long as it couldn't be saved.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self.thrown = False
        self.unkept: Board | None = None


class OpenBoard:
    """`round` counts the looks: only the outcome of the last one is shown."""

    def __init__(self, dialog: "BoardDialog") -> None:
        self.dialog = dialog
        self.board = Board(name="", chain="")
        self.line = BoardLine("")
        self.intake: PictureIntake | None = None
        self.coming: BoardComing | None = None
        self.round = 0
        self.closed = False
        self.pressed = False
        self.is_loaded = asyncio.Event()
        self.seams: dict[Seam, SeamLook] = {}
        """What was measured at its seams, of all seams so far."""
        self.sound: tuple[str, float | None] = "", None
        """The path of the sound beneath its film, and its length in seconds; None while that isn't known."""
        self.stand: BoardStand | None = None
        """How it stood at the last look; None until there was one."""

    @property
    def loaded(self) -> bool:
        """Whether there is a board to work on."""
        return self.is_loaded.is_set()

    def show(self, board: Board, line: BoardLine) -> None:
        """Show another board from now on."""
        self.board = board
        self.line = line
        self.stand = None
        self.is_loaded.set()

    def is_at(self, round_number: int) -> bool:
        """Whether this is the last look, and the dialog is still open."""
        return not self.closed and self.round == round_number
