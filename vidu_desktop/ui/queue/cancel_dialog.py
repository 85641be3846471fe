"""The question before sent jobs are cancelled: what that means for the money."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vidu_desktop.domain.amounts import Sums
from vidu_desktop.domain.job import Charge, Job
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.text import say_sums
from vidu_desktop.ui.widgets.dialog_frame import DialogFrame


class CancelDialog(DialogFrame):
    """For charged jobs it offers to keep the result when it comes. *Keep it* and Escape change nothing."""

    stop_requested = Signal(object)  # list[str], job ids

    def __init__(self, look: Look, jobs: Sequence[Job], parent: QWidget | None = None) -> None:
        super().__init__(look, "", parent)
        self._job_ids = [job.job_id for job in jobs]
        charged = [job for job in jobs if job.charge is Charge.SPENT]
        if charged:
            self._ask_about_money(Sums.of(job.price for job in charged), len(jobs))
        else:
            self._ask_about_nothing(len(jobs))
        self._keep.clicked.connect(self.reject)
        self._stop.clicked.connect(self._stop_all)

    def _ask_about_money(self, price: Sums, count: int) -> None:
        self.setWindowTitle(self.tr("Stop waiting?"))
        if count == 1:
            self.say(
                self.tr("It has been charged {price}").format(price=say_sums(price)),
                self.tr("Stopping doesn't bring the money back. Keep the result when it comes?"),
            )
        else:
            self.say(
                self.tr("{price} have been charged for {count} videos").format(
                    price=say_sums(price), count=count
                ),
                self.tr("Stopping doesn't bring the money back. Keep the results when they come?"),
            )
        self._stop = self.add_answer(self.tr("Stop waiting"), "danger")
        self._keep = self.add_answer(self.tr("Keep it") if count == 1 else self.tr("Keep them"), "primary")

    def _ask_about_nothing(self, count: int) -> None:
        self.setWindowTitle(self.tr("Take off the queue?"))
        if count == 1:
            self.say(self.tr("Take this video off the queue?"), self.tr("Nothing is charged."))
        else:
            headline = self.tr("Take {count} videos off the queue?").format(count=count)
            self.say(headline, self.tr("Nothing is charged."))
        self._keep = self.add_answer(self.tr("Go on"))
        self._stop = self.add_answer(self.tr("Take off"), "primary")

    def _stop_all(self) -> None:
        self.stop_requested.emit(self._job_ids)
        self.accept()
