"""Announces the outcome of jobs to a screen reader: in few sentences, however many jobs end at once."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from vidu_desktop.domain.job import Job, JobState
from vidu_desktop.domain.titles import job_title
from vidu_desktop.ui.models.job_words import no_prompt
from vidu_desktop.ui.text import say, say_number
from vidu_desktop.ui.widgets.spoken import announce

GATHERED_MS = 1500
"""Jobs that end within this time are announced together."""
_FAILED = frozenset({JobState.FAILED, JobState.REFUSED, JobState.EXPIRED})
_SAID = _FAILED | {JobState.STORED, JobState.UNKNOWN}


class SpokenJobs(QObject):
    """Is told every change, and announces what a person waits for or has to decide about."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._known: dict[str, JobState] = {}
        self._news: dict[str, Job] = {}
        self._soon = QTimer(self, singleShot=True, interval=GATHERED_MS)
        self._soon.timeout.connect(self._say)

    def know(self, jobs: Iterable[Job]) -> None:
        """Note the present states of these jobs, so that they aren't announced."""
        self._known |= {job.job_id: job.state for job in jobs}

    def put(self, jobs: Iterable[Job]) -> None:
        """Must be called with jobs that were added or have changed."""
        for job in jobs:
            if self._known.get(job.job_id) is not job.state and job.state in _SAID:
                self._news[job.job_id] = job
                if not self._soon.isActive():
                    self._soon.start()
            self._known[job.job_id] = job.state

    def _say(self) -> None:
        news, self._news = list(self._news.values()), {}
        for words in (
            self._finished([job for job in news if job.state is JobState.STORED]),
            self._failed([job for job in news if job.state in _FAILED]),
            self._lost([job for job in news if job.state is JobState.UNKNOWN]),
        ):
            announce(self._window, words)

    def _finished(self, jobs: list[Job]) -> str:
        return self.tr("Finished: {video}").format(video=_named(jobs)) if jobs else ""

    def _failed(self, jobs: list[Job]) -> str:
        if len(jobs) == 1 and jobs[0].trouble is not None:
            words = self.tr("Failed: {video}. {why}")
            return words.format(video=_named(jobs), why=say(jobs[0].trouble.sentence))
        return self.tr("Failed: {video}. The queue says why.").format(video=_named(jobs)) if jobs else ""

    def _lost(self, jobs: list[Job]) -> str:
        words = self.tr("No answer, perhaps charged: {video}. Decide about it in the queue.")
        return words.format(video=_named(jobs)) if jobs else ""


def _named(jobs: list[Job]) -> str:
    """Return the title of the only job, or how many there are."""
    return (job_title(jobs[0]) or no_prompt()).rstrip(".") if len(jobs) == 1 else say_number(len(jobs))
