"""Asks what to do about running exports when the person wants to quit."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.widgets.dialog_frame import DialogFrame


class UnfinishedDialog(DialogFrame):
    """*Go on working* and Escape change nothing."""

    wait_chosen = Signal()  # quit when all exports are finished
    quit_chosen = Signal()  # quit now and give the exports up

    def __init__(self, look: Look, count: int, parent: QWidget | None = None) -> None:
        """`count` exports are running or waiting."""
        super().__init__(look, "", parent, width_px=520)
        self.setWindowTitle(self.tr("Quit?"))
        self.say(
            self.tr("An export is being made")
            if count == 1
            else self.tr("{count} exports are being made").format(count=count),
            self.tr(
                "It isn't carried on at the next start. If you quit now, nothing half-written is left, and what is "
                "finished already stays."
            ),
        )
        self.add_answer(self.tr("Go on working")).clicked.connect(self.reject)
        self.add_answer(self.tr("Quit now"), "danger").clicked.connect(self._quit)
        self.add_answer(self.tr("Quit when it is made"), "primary").clicked.connect(self._wait)

    def _quit(self) -> None:
        self.accept()
        self.quit_chosen.emit()

    def _wait(self) -> None:
        self.accept()
        self.wait_chosen.emit()
