"""The line that says that a queued job is being edited in a tab."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget
from typing_extensions import override

from vidu_desktop.domain.job import Job
from vidu_desktop.domain.modes import Mode
from vidu_desktop.ui.look.scale import GAP_M, GAP_S, FontRole
from vidu_desktop.ui.look.style_sheet import restyle
from vidu_desktop.ui.widgets.labels import plain_label
from vidu_desktop.ui.widgets.push_button import PushButton
from vidu_desktop.ui.widgets.translated import Translated


class EditedJob(Translated, QFrame):
    """Visible only while the tab that holds the job is shown."""

    put_back_requested = Signal(str)  # job id: put it back unchanged

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._job: Job | None = None
        restyle(self, surface="notice", tone="info")
        self._words = plain_label(role=FontRole.CAPTION, wrap=True)
        self._back = PushButton()
        restyle(self._back, kind="secondary", dense="true")
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP_M, GAP_S, GAP_M, GAP_S)
        row.addWidget(self._words, 1)
        row.addWidget(self._back)
        self._back.clicked.connect(self._put_back)
        self._retranslate()
        self.hide()

    def begin(self, job: Job) -> None:
        """Take up a job that is off the queue and in its tab for editing."""
        self._job = job
        self._retranslate()

    def show_in(self, mode: Mode) -> None:
        """Show the line if `mode` is the tab of the job, else hide it."""
        self.setVisible(self._job is not None and self._job.request.mode == mode)

    def taken_by(self, mode: Mode, *, rehearsal: bool) -> str:
        """Return the id of the job whose place an order from this tab takes, and end the editing. Empty if the order takes no
        place: a rehearsal doesn't replace a paid job, nor the reverse.
        """
        if self._job is None or self._job.request.mode != mode or self._job.rehearsal != rehearsal:
            return ""
        job_id = self._job.job_id
        self.end()
        return job_id

    def end(self) -> None:
        """End the editing."""
        self._job = None
        self.hide()

    def _put_back(self) -> None:
        if self._job is not None:
            job_id = self._job.job_id
            self.end()
            self.put_back_requested.emit(job_id)

    @override
    def _retranslate(self) -> None:
        free = self._job is not None and self._job.rehearsal
        self._words.setText(
            self.tr(
                "This rehearsal is off the queue while you change it. Rehearse puts it back in its place."
            )
            if free
            else self.tr("This job is off the queue while you change it. Generate puts it back in its place.")
        )
        self._back.setText(self.tr("Put back unchanged"))
