"""Connects the queue's pane with the engine, and the engine's jobs with the queue's model."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QDeadlineTimer, QObject, QTimer, Signal

from vidu_desktop.controllers.context import WindowContext
from vidu_desktop.controllers.library_ports import JobClips
from vidu_desktop.controllers.ports import PreparedPictures
from vidu_desktop.controllers.queue_share import QueueShare
from vidu_desktop.controllers.spoken_jobs import SpokenJobs
from vidu_desktop.controllers.thumbs import THUMB_SIDE_PX, rest_after, sha256_of_thumb
from vidu_desktop.controllers.undo_words import rows_moved, rows_removed
from vidu_desktop.domain.job import ENDED, Job, JobState
from vidu_desktop.domain.request import GenerationRequest
from vidu_desktop.engine.engine import Engine
from vidu_desktop.errors import BadInput, ViduDesktopError
from vidu_desktop.library.undo import UndoStack, UndoStep
from vidu_desktop.ui.drives import is_file
from vidu_desktop.ui.models.queue_model import QueueModel
from vidu_desktop.ui.protocols import Submission
from vidu_desktop.ui.queue.queue_pane import QueuePane

_TAKES_REST_MS = 200


class QueueController(QObject):
    """Carries out what is asked for a row, except what other panes show."""

    begun = Signal()  # the engine runs, and has read all jobs
    count_changed = Signal(int)  # how many jobs aren't done
    progressed = Signal(int, int)  # how many jobs are done, and of how many; 0 of 0 when nothing is under way
    request_wanted = Signal(object)  # GenerationRequest: to be put back into its tab
    # The Job that was taken off, and its GenerationRequest: to be changed in its tab.
    edit_wanted = Signal(object, object)
    clip_wanted = Signal(object)  # Clip: to be put on the stage

    def __init__(
        self,
        context: WindowContext,
        pane: QueuePane,
        model: QueueModel,
        engine: Engine,
        clips: JobClips,
        pictures: PreparedPictures,
        undo: UndoStack,
    ) -> None:
        super().__init__(pane)
        self._pane = pane
        self._model = model
        self._engine = engine
        self._clips = clips
        self._pictures = pictures
        self._undo = undo
        self._tasks = context.tasks
        self._guarded = context.guarded
        self._notices = context.notices
        self._thumbs_rest: dict[str, QDeadlineTimer] = {}
        """By the SHA-256 of a picture, until when its thumbnail isn't made again."""
        self._shows_jobs = False
        self._sought_id = ""  # the row to scroll to once it exists
        self._share = QueueShare()
        self._to_come = 0  # videos of batches that aren't jobs yet, as they were counted last
        self.videos_to_come: Callable[[], int] = lambda: 0
        """Returns how many videos of batches under way aren't jobs yet."""
        self._spoken = SpokenJobs(context.window)
        self._takes_soon = QTimer(self, singleShot=True, interval=_TAKES_REST_MS)
        self._connect()

    def _connect(self) -> None:
        pane, engine = self._pane, self._engine
        for signal, verb in (
            (pane.cancel_requested, engine.cancel_many),
            (pane.retry_requested, engine.retry_many),
            (pane.remove_requested, self._remove),
            (pane.send_again_requested, engine.send_again_many),
            (pane.give_up_requested, engine.give_up_many),
        ):
            signal.connect(lambda job_ids, verb=verb: self._do(verb, job_ids))
        pane.rescue_requested.connect(lambda job_id, task_id: self._do(engine.rescue, job_id, task_id))
        pane.move_requested.connect(self._move)
        pane.pause_requested.connect(lambda pause: engine.pause() if pause else engine.go_on())
        pane.thumb_wanted.connect(self._make_thumb)
        pane.use_again_requested.connect(self._use_again)
        pane.edit_requested.connect(
            lambda job_id: self._guarded.start(
                "take a job off to change it", self._edit, job_id, writes=True, fills=True
            )
        )
        pane.play_requested.connect(
            lambda job_id: self._guarded.start("find a job's video", self._play, job_id)
        )
        pane.folder_requested.connect(
            lambda job_id: self._guarded.start(
                "show a job's video in its folder", self._show_in_folder, job_id
            )
        )
        pane.undo_bar.undo_requested.connect(
            lambda: self._guarded.start("undo", self._undo.undo, writes=True)
        )
        self._model.counts_changed.connect(self._count)
        self._takes_soon.timeout.connect(lambda: self._guarded.start("name takes", self._name_takes))

    async def begin(self) -> bool:
        """Start the engine and show its jobs, those under way first. Return False when the disk fails: then the notice line
        offers to try again.
        """
        try:
            if not self._shows_jobs:
                await self._engine.begin()
                self._shows_jobs = True
                self._model.set_jobs(())
                self.take_up(self._engine.jobs())
            await self._engine.read_rest()
        except ViduDesktopError as error:
            self._notices.cannot_start(error, lambda: self._tasks.start("try to begin again", self.begin()))
            return False
        self.price_anew()  # a job that was read later may be the new attempt of one that was read before
        self._notices.started()
        self.begun.emit()
        self.name_takes()
        return True

    def take_up(self, jobs: Sequence[Job]) -> None:
        """Show jobs as an earlier run left them."""
        self._model.put(jobs)
        self._model.set_tries(self._engine.tries(jobs))
        self._follow_share(jobs)
        self._spoken.know(jobs)
        for job in jobs:
            self._notices.job_seen(job)

    def name_takes(self) -> None:
        """Show in the rows, soon, which takes their videos are. Many may change at once."""
        self._takes_soon.start()

    async def _name_takes(self) -> None:
        job_ids = [job.job_id for job in self._model.jobs_in({JobState.STORED})]
        self._model.set_take_labels(await self._clips.take_labels(job_ids))

    def submit(self, submission: Submission) -> None:
        """Hand all requests to the engine at once; their rows appear when they are on the disk."""
        self._model.show_only(None)  # what is ordered now must be visible
        self._do(self._submit, submission)

    def _submit(self, submission: Submission) -> None:
        jobs = self._engine.submit_many(
            submission.requests, rehearsal=submission.rehearsal, instead_of=submission.instead_of
        )
        self._sought_id = next((job.job_id for job in jobs), "")

    def put_back(self, job_id: str) -> None:
        """Let a job that was taken off to be changed wait again unchanged, in its old place."""
        self._sought_id = job_id
        self._do(self._engine.retry, job_id)

    def put(self, jobs: Sequence[Job]) -> None:
        """Show jobs that were added or have changed."""
        self._model.put(jobs)
        self._model.set_tries(self._engine.tries(jobs))
        self._follow_share(jobs)
        self._spoken.put(jobs)
        for job in jobs:
            self._notices.job_seen(job)
            if job.state is JobState.WAITING:
                self._model.set_expected(job.job_id, self._engine.expected_s(job)[0])
            if job.job_id == self._sought_id:
                self._sought_id = ""
                self._pane.bring_into_sight(job.job_id)

    def take_out(self, job_ids: Sequence[str]) -> None:
        """Remove the rows of jobs that were removed from the list."""
        gone = [job for job_id in job_ids if (job := self._model.job(job_id)) is not None]
        self._model.remove(job_ids)
        self._model.set_tries(self._engine.tries(gone))

    def price_anew(self) -> None:
        """Show for all failed jobs what another try costs now."""
        self._model.set_tries(self._engine.tries(self._model.jobs_in(ENDED - {JobState.STORED})))

    def _follow_share(self, jobs: Sequence[Job]) -> None:
        self._share.put(jobs)
        self.count_to_come()
        total = self._share.total
        self.progressed.emit(self._share.done, total + self._to_come if total else 0)

    def count_to_come(self) -> None:
        """Count the approved videos of batches that aren't jobs yet, and show how many there are."""
        self._to_come = self.videos_to_come()
        self._count()

    def _do(self, verb: Callable[..., object], *arguments: object) -> None:
        try:
            verb(*arguments)
        except BadInput as error:
            self._notices.say_error(error)

    def _remove(self, job_ids: Sequence[str]) -> None:
        jobs = [job for job_id in job_ids if (job := self._model.job(job_id)) is not None]
        ended = [job for job in jobs if job.ended]
        self._engine.remove_many(job_ids)
        if ended:
            self._undo.add(self._removal(ended))
            self._pane.undo_bar.announce(len(ended))

    def _removal(self, jobs: Sequence[Job]) -> UndoStep:
        async def put_back() -> UndoStep | None:
            back = await self._engine.put_back(jobs)
            return UndoStep(rows_removed(len(back)), remove_again) if back else None

        async def remove_again() -> UndoStep:
            self._engine.remove_many([job.job_id for job in jobs])
            return self._removal(jobs)

        return UndoStep(rows_removed(len(jobs)), put_back)

    def _move(self, job_ids: Sequence[str], before_id: str | None) -> None:
        moving = self._engine.move(job_ids, before_id)
        self._undo.expect(self._guarded.start("move rows", self._moved, moving))

    async def _moved(self, moving: Awaitable[Mapping[str, float]]) -> None:
        if before := await moving:
            self._undo.add(self._moving_back(before))

    def _moving_back(self, positions: Mapping[str, float]) -> UndoStep:
        async def move_back() -> UndoStep | None:
            before = await self._engine.move_back(positions)
            return self._moving_back(before) if before else None

        return UndoStep(rows_moved(), move_back)

    def _use_again(self, job_id: str) -> None:
        self.request_wanted.emit(self._request_of(self._engine.job(job_id)))

    async def _edit(self, job_id: str) -> None:
        job = await self._engine.take_off_to_edit(job_id)
        self.edit_wanted.emit(job, self._request_of(job))

    def _request_of(self, job: Job) -> GenerationRequest:
        paths = tuple(self._picture_path(job, index) for index in range(len(job.pictures)))
        names = tuple(picture.name for picture in job.pictures)
        return replace(job.request, picture_paths=paths, picture_names=names)

    def _picture_path(self, job: Job, index: int) -> str:
        """Return the path of the person's own file if it still exists, else of our copy of the sent picture."""
        picture = job.pictures[index]
        if is_file(picture.source_path) or picture.prepared is None:
            return picture.source_path
        return str(self._pictures.prepared_path(picture.prepared.sha256))

    async def _play(self, job_id: str) -> None:
        clip = await self._clips.by_job(job_id)
        if clip is not None:
            self.clip_wanted.emit(clip)

    async def _show_in_folder(self, job_id: str) -> None:
        clip = await self._clips.by_job(job_id)
        if clip is not None:
            self._notices.show_in_folder(clip.video_path)

    def _count(self) -> None:
        counts = self._model.counts
        self._pane.header.show_to_come(self._to_come)
        self.count_changed.emit(counts.running + counts.waiting + counts.at_risk + self._to_come)

    def _make_thumb(self, path: str) -> None:
        """Make the thumbnail of a visible row."""
        sha256 = sha256_of_thumb(path)
        rest = self._thumbs_rest.get(sha256)
        if rest is None or rest.hasExpired():
            self._thumbs_rest[sha256] = QDeadlineTimer(QDeadlineTimer.ForeverConstant.Forever)
            self._tasks.start("make a thumbnail", self._made_thumb(sha256, path))

    async def _made_thumb(self, sha256: str, path: str) -> None:
        try:
            await self._pictures.thumbnail(sha256, THUMB_SIDE_PX)
        except ViduDesktopError as error:  # the row shows an icon instead
            self._thumbs_rest[sha256] = rest_after(error)
        else:
            self._thumbs_rest[sha256] = rest_after(None)
            self._pane.thumb_made(path)
