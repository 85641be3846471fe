"""Plugs the queue's wishes into the engine, and the engine's jobs into the queue's model."""

import contextlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from vidu_desktop.controllers.notices import Notices
from vidu_desktop.controllers.thumbs import THUMB_SIDE_PX, sha256_of_thumb
from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.job import Job, JobState
from vidu_desktop.domain.request import GenerationRequest
from vidu_desktop.engine.tasks import TaskKeeper
from vidu_desktop.errors import BadInput, ViduDesktopError
from vidu_desktop.ui.models.queue_model import QueueModel
from vidu_desktop.ui.protocols import Submission
from vidu_desktop.ui.queue.queue_pane import QueuePane
from vidu_desktop.wiring.program import Program

_RETRIED_ALL = frozenset({JobState.REFUSED, JobState.FAILED, JobState.EXPIRED})


class QueueController(QObject):
    """`fill` puts a request back into its tab, `play` a clip on the stage."""

    begun = Signal()  # the engine runs

    def __init__(
        self,
        program: Program,
        pane: QueuePane,
        model: QueueModel,
        tasks: TaskKeeper,
        notices: Notices,
        fill: Callable[[GenerationRequest], bool],
        play: Callable[[Clip], None],
    ) -> None:
        super().__init__(pane)
        self._program = program
        self._engine = program.engine
        self._pane = pane
        self._model = model
        self._tasks = tasks
        self._notices = notices
        self._fill = fill
        self._play = play
        self._thumbs_asked: set[str] = set()
        self._connect()

    def _connect(self) -> None:
        pane, engine = self._pane, self._engine
        for signal, verb in (
            (pane.cancel_requested, engine.cancel),
            (pane.retry_requested, engine.retry),
            (pane.remove_requested, engine.remove),
            (pane.send_again_requested, engine.send_again),
            (pane.give_up_requested, engine.give_up),
        ):
            signal.connect(lambda job_id, verb=verb: self._do(verb, job_id))
        pane.rescue_requested.connect(lambda job_id, task_id: self._do(engine.rescue, job_id, task_id))
        pane.retry_all_requested.connect(self._retry_all)
        pane.pause_requested.connect(lambda pause: engine.pause() if pause else engine.go_on())
        pane.thumb_wanted.connect(self._make_thumb)
        pane.use_again_requested.connect(self._use_again)
        pane.play_requested.connect(lambda job_id: self.with_video(job_id, self._play))

    async def begin(self) -> bool:
        """Start the engine and show its jobs; False when the disk doesn't let it: then the line offers to try again."""
        try:
            await self._engine.start()
        except ViduDesktopError as error:
            self._notices.cannot_start(error, lambda: self._tasks.start("try to begin again", self.begin()))
            return False
        self._notices.started()
        self._model.set_jobs(self._engine.jobs())
        for job in self._engine.unfinished():
            self._notices.job_seen(job)
        self.begun.emit()
        return True

    def submit(self, submission: Submission) -> None:
        """Hand all requests to the engine at once; the rows appear when they are on the disk."""
        self._do(lambda: self._engine.submit_many(submission.requests, rehearsal=submission.rehearsal))

    def add(self, jobs: Sequence[Job]) -> None:
        """Show many jobs that were added at once."""
        self._model.put_many(jobs)

    def put(self, job: Job) -> None:
        """Show a job that was added or has changed."""
        self._model.put(job)
        self._notices.job_seen(job)
        if job.state is JobState.WAITING:
            self._model.set_expected(job.job_id, self._engine.expected_s(job)[0])

    def _do(self, verb: Callable[..., object], *arguments: str) -> None:
        try:
            verb(*arguments)
        except BadInput as error:
            self._notices.say_error(error)

    def _retry_all(self) -> None:
        for job in self._engine.jobs():
            if job.state in _RETRIED_ALL:
                self._do(self._engine.retry, job.job_id)

    def _use_again(self, job_id: str) -> None:
        job = self._engine.job(job_id)
        paths = tuple(self._picture_path(job, index) for index in range(len(job.pictures)))
        self._fill(replace(job.request, picture_paths=paths))

    def _picture_path(self, job: Job, index: int) -> str:
        """Return the person's own file if it is still there, else our copy of the sent picture."""
        picture = job.pictures[index]
        if Path(picture.source_path).is_file() or picture.prepared is None:
            return picture.source_path
        return str(self._program.pictures.prepared_path(picture.prepared.sha256))

    def with_video(self, job_id: str, act: Callable[[Clip], None]) -> None:
        """Do something with the video that a job made, if the library has it."""

        async def find_and_act() -> None:
            clip = await self._program.library.by_job(job_id)
            if clip is not None:
                act(clip)

        self._tasks.start("find a job's video", find_and_act())

    def _make_thumb(self, path: str) -> None:
        """Make the thumbnail of a row that is on show; each is tried once in this run."""
        sha256 = sha256_of_thumb(path)
        if sha256 not in self._thumbs_asked:
            self._thumbs_asked.add(sha256)
            self._tasks.start("make a thumbnail", self._made_thumb(sha256, path))

    async def _made_thumb(self, sha256: str, path: str) -> None:
        with contextlib.suppress(ViduDesktopError):  # the row has a picture sign instead
            await self._program.pictures.thumbnail(sha256, THUMB_SIDE_PX)
            self._pane.thumb_made(path)
