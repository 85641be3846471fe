"""What is shown on the desktop while the person works elsewhere: that all jobs are done, that one failed, that an answer was
lost, that the budget is used. One note for each of these, not one for each video.
"""

from collections.abc import Callable, Iterable, Sequence
from enum import Enum, auto

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from vidu_desktop.controllers.ports import DesktopNotifier
from vidu_desktop.domain.counting import counted
from vidu_desktop.domain.job import Job, JobState, Trouble
from vidu_desktop.domain.settings import Settings
from vidu_desktop.domain.titles import job_subtitle, job_title
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.engine.tasks import TaskKeeper
from vidu_desktop.errors import Sentence
from vidu_desktop.ui.text import say

_REST_MS = 3000
"""How long nothing must move before the end of all jobs is told, because the next row of a batch may follow."""
_WENT_WRONG = frozenset({JobState.REFUSED, JobState.FAILED, JobState.EXPIRED})


class _Said(Enum):
    """Events that are told only once, until the person has looked or all jobs have ended."""

    FAILED = auto()
    LOST = auto()
    BUDGET = auto()


def _in_front() -> bool:
    return QGuiApplication.applicationState() is Qt.ApplicationState.ApplicationActive


class DesktopNotes(QObject):
    """Follows the jobs from the moment at which it is created. `more_follows` returns whether rows of batches will still
    become jobs by themselves; `in_front` whether the person sees one of our windows.
    """

    pressed = Signal(str)  # the id of the job that the note was about, empty for several jobs

    def __init__(
        self,
        parent: QObject,
        notifier: DesktopNotifier,
        tasks: TaskKeeper,
        settings: Callable[[], Settings],
        more_follows: Callable[[], bool],
        in_front: Callable[[], bool] = _in_front,
    ) -> None:
        super().__init__(parent)
        self._notifier = notifier
        self._tasks = tasks
        self._settings = settings
        self._more_follows = more_follows
        self._in_front = in_front
        self._moving: set[str] = set()
        self._stored: list[Job] = []
        self._failed = self._lost = 0
        self._said: set[_Said] = set()
        self._spoken_of = ""
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._end)

    def begin(self, jobs: Iterable[Job]) -> None:
        """Follow the jobs of an earlier run, too: their end is worth a note."""
        self._moving.update(job.job_id for job in jobs if _moves(job))

    def put(self, jobs: Sequence[Job]) -> None:
        """Follow jobs that were added or have changed."""
        for job in jobs:
            if _moves(job):
                self._moving.add(job.job_id)
            elif job.job_id in self._moving:
                self._moving.discard(job.job_id)
                self._count(job)
        if self._moving:
            self._rest.stop()
        elif not self._rest.isActive():
            self._rest.start()

    def removed(self, job_ids: Sequence[str]) -> None:
        """Forget jobs that were removed from the list."""
        self._moving.difference_update(job_ids)

    def paused(self, trouble: Trouble) -> None:
        """Tell that the budget is used; other reasons for a pause are only shown in the window."""
        if trouble.code == "budget":
            self._tell(_Said.BUDGET, say(Sentence(_AT_BUDGET)), say(trouble.sentence))

    def came_to_front(self) -> None:
        """Withdraw the note: the person looks at the window now."""
        self._said.clear()
        self._tasks.start("take the notification back", self._notifier.withdraw())

    def press(self) -> None:
        """Must be called when the notification was pressed."""
        self.pressed.emit(self._spoken_of)

    def _count(self, job: Job) -> None:
        if job.state is JobState.STORED:
            self._stored.append(job)
        elif job.state is JobState.UNKNOWN:
            self._lost += 1
            self._tell(_Said.LOST, say(Sentence(_ANSWER_LOST)), say(Sentence(_DECIDE)), job)
        elif job.state in _WENT_WRONG:
            self._failed += 1
            why = say(job.trouble.sentence) if job.trouble is not None else ""
            self._tell(
                _Said.FAILED, say(Sentence(_ONE_FAILED)), "\n".join(filter(None, (_named(job), why))), job
            )

    def _end(self) -> None:
        """When no job moves any more, sum up what has ended since the last time."""
        if self._moving or self._more_follows():
            return
        stored, failed, lost = self._stored, self._failed, self._lost
        self._stored, self._failed, self._lost = [], 0, 0
        self._said.clear()
        if not stored:
            return  # failures were told already
        lines = [_named(stored[0])] if len(stored) == 1 else []
        lines += [say(counted(_FAILED, failed))] if failed else []
        lines += [say(counted(_LOST, lost))] if lost else []
        alone = stored[0] if len(stored) == 1 and not (failed or lost) else None
        self._show(say(counted(_FINISHED, len(stored))), "\n".join(lines), alone)

    def _tell(self, what: _Said, title: str, text: str, job: Job | None = None) -> None:
        if what not in self._said:
            self._said.add(what)
            self._show(title, text, job)

    def _show(self, title: str, text: str, job: Job | None) -> None:
        settings = self._settings()
        if not settings.notify or self._in_front():
            return
        self._spoken_of = job.job_id if job is not None and job.state is JobState.STORED else ""
        showing = self._notifier.show(title, text, sound=settings.notify_sound)
        self._tasks.start("tell the desktop", showing)


def _moves(job: Job) -> bool:
    return not job.ended and job.state is not JobState.UNKNOWN


def _named(job: Job) -> str:
    return "  ".join(filter(None, (job_subtitle(job), job_title(job))))


_FINISHED = (
    QT_TRANSLATE_NOOP("states", "1 video is finished"),
    QT_TRANSLATE_NOOP("states", "{count} videos are finished"),
)
_FAILED = (
    QT_TRANSLATE_NOOP("states", "1 video failed; the queue says why."),
    QT_TRANSLATE_NOOP("states", "{count} videos failed; the queue says why."),
)
_LOST = (
    QT_TRANSLATE_NOOP("states", "The answer to 1 order was lost; it may have been charged."),
    QT_TRANSLATE_NOOP("states", "The answers to {count} orders were lost; they may have been charged."),
)
_ONE_FAILED = QT_TRANSLATE_NOOP("states", "A video failed")
_ANSWER_LOST = QT_TRANSLATE_NOOP("states", "The answer to an order was lost")
_DECIDE = QT_TRANSLATE_NOOP(
    "states", "It may have been charged. Nothing is sent again before you have decided in the queue."
)
_AT_BUDGET = QT_TRANSLATE_NOOP("states", "The budget is used")
