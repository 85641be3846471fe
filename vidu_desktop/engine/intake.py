"""New orders: a job is made from a request, or from an ended job, and written to the journal."""

import uuid
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import Any

from vidu_desktop.domain.amounts import FREE
from vidu_desktop.domain.another_try import AnotherTry, is_tried_for_nothing
from vidu_desktop.domain.catalogue import offer_for, spec_for_model
from vidu_desktop.domain.job import GIVEN_UP, Charge, Job, JobState, Trouble
from vidu_desktop.domain.origin import (
    attempt_number,
    is_of_batch,
    job_id_of_origin,
    next_attempt,
    origin_of_attempts,
    without_attempt,
)
from vidu_desktop.domain.pictures import JobPicture
from vidu_desktop.domain.request import GenerationRequest
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.engine.engine_context import EngineContext
from vidu_desktop.engine.events import OrderNotTaken
from vidu_desktop.engine.job_runner import JobRunner
from vidu_desktop.engine.preparing import mint_request_id
from vidu_desktop.errors import BadInput, DiskTrouble, Sentence


class Intake:
    """New jobs go to the end of the line."""

    def __init__(self, context: EngineContext, runner: JobRunner) -> None:
        self._context = context
        self._runner = runner
        self._last_position = 0.0
        self._coming_back: Counter[str] = Counter()  # by job id, how many clicks are being carried out

    def submit(self, request: GenerationRequest, *, rehearsal: bool, origin: str) -> Job:
        """Make a job and take it in. Raises BadInput for an unknown model or price, and for an origin that is
        already ordered.
        """
        if origin and (self._is_ordered(origin) or not self._context.jobs.claim(origin)):
            raise BadInput("already-ordered", Sentence(_ALREADY_ORDERED))
        job = self._claimed(request, pictures_of(request), rehearsal=rehearsal, origin=origin)
        self._runner.start(job.job_id, self._add(job))
        return job

    def order_again(self, job: Job) -> Job:
        """Make a new job from an ended one that needs a new order, and take it in. Raises as `another_attempt` does."""
        again = self.another_attempt(job)
        self._runner.start(again.job_id, self._add(again))
        return again

    def another_attempt(self, job: Job) -> Job:
        """Make the next attempt at this job's video. Its origin is claimed, but it isn't written down yet.

        Raises BadInput for an unknown model or price, while another attempt is under way, and once one has
        its video: one click too many, or a click on an older row, must not be paid.
        """
        self._refuse_ordered(job)
        origin = next_attempt(job.origin or origin_of_attempts(job.job_id))
        while not self._context.jobs.claim(origin):
            origin = next_attempt(origin)
        return self._claimed(job.request, job.pictures, rehearsal=job.rehearsal, origin=origin)

    def tries(self, jobs: Iterable[Job]) -> dict[str, AnotherTry]:
        """Return by job id what one more try costs, for these jobs and every other attempt at their videos
        that is in the list and has ended without a video.
        """
        listed, found = self._context.jobs, dict[str, Job]()
        for job in jobs:
            attempts = listed.attempts(_wanted(job))
            found |= {job_id: listed[job_id] for job_id in (job.job_id, *attempts) if job_id in listed}
        over = [job for job in found.values() if job.ended and job.state is not JobState.STORED]
        return {job.job_id: self._try_again(job) for job in over}

    def _try_again(self, job: Job) -> AnotherTry:
        instead = self._attempt_instead_of(job)
        if instead is not None or is_tried_for_nothing(job):
            return AnotherTry(instead_id="" if instead is None else instead.job_id)
        return AnotherTry(price=self._price_today(job).get("price", job.price))

    def _attempt_instead_of(self, job: Job) -> Job | None:
        """Return the job that makes another try of this one unnecessary: an attempt that is under way or has
        the video, else the latest of the later attempts in the list.
        """
        if job.task_id is not None and not needs_new_order(job):
            return None  # asking for its task again is free
        attempts = self._context.jobs.attempts(_wanted(job)).values()
        others = [one for one in attempts if one is not None and one.job_id != job.job_id]
        standing = [one for one in others if self._has_or_gets_video(one)]
        number = attempt_number(job.origin)
        behind = [
            one for one in others if attempt_number(one.origin) > number and one.job_id in self._context.jobs
        ]
        return max(standing or behind, key=lambda one: attempt_number(one.origin), default=None)

    def bring_back(self, job: Job) -> None:
        """Mark an ended job as the one attempt that is under way, until `brought_back`; nothing is changed yet.

        Raises BadInput as `another_attempt` does, except for a job that the service accepted: it is only asked for, which is
        free.
        """
        if job.task_id is None:
            self._refuse_ordered(job)
        self._coming_back[job.job_id] += 1

    def brought_back(self, job_ids: Iterable[str]) -> None:
        """End the marks of `bring_back`, whether the jobs came back or stay as they are; call once for each."""
        self._coming_back -= Counter(job_ids)

    def _refuse_ordered(self, job: Job) -> None:
        if self._is_ordered(_wanted(job), but=job.job_id):
            raise BadInput("ordered-again", Sentence(_ORDERED_AGAIN))

    def _is_ordered(self, wanted: str, but: str = "") -> bool:
        """Whether any attempt at this video, except job `but`, is under way or has the video."""
        return any(
            attempt is None or self._has_or_gets_video(attempt)
            for job_id, attempt in self._context.jobs.attempts(wanted).items()
            if job_id != but
        )

    def _has_or_gets_video(self, attempt: Job) -> bool:
        """Whether the attempt has its video, or will have it without another try."""
        return not attempt.ended or attempt.state is JobState.STORED or attempt.job_id in self._coming_back

    def _claimed(
        self, request: GenerationRequest, pictures: tuple[JobPicture, ...], *, rehearsal: bool, origin: str
    ) -> Job:
        try:
            return self._new_job(request, pictures, rehearsal=rehearsal, origin=origin)
        except BadInput:
            self._context.jobs.release(origin)
            raise

    def _new_job(
        self,
        request: GenerationRequest,
        pictures: tuple[JobPicture, ...],
        *,
        rehearsal: bool,
        origin: str = "",
    ) -> Job:
        spec = spec_for_model(request.model)
        if spec is None or offer_for(request.model, request.mode) is None:
            raise BadInput("model-unknown", Sentence(_MODEL_UNKNOWN, {"model": request.model}))
        self._last_position = max(self._last_position, self._context.jobs.tallies.last_position) + 1
        return Job(
            job_id=job_id_of_origin(origin) if origin else uuid.uuid4().hex,
            state=JobState.DRAFT,
            request=replace(request, picture_names=()),  # the pictures hold the names
            pictures=pictures,
            rehearsal=rehearsal,
            price=FREE if rehearsal else self._context.settings.price_of(spec, request.options),
            meant_for=None if rehearsal else self._context.settings.base_url,
            created_at=self._context.world.clock.now(),
            position=self._last_position,
            origin=origin,
        )

    def submit_many(
        self, requests: Sequence[GenerationRequest], *, rehearsal: bool, instead_of: str
    ) -> list[Job]:
        """Make a job from each request and take them in; see Engine. Raises BadInput for an unknown model or
        price; then none is taken.
        """
        jobs = [self._new_job(request, pictures_of(request), rehearsal=rehearsal) for request in requests]
        old = self._context.jobs.known(instead_of)
        if old is not None and old.state is JobState.CANCELLED and old.charge is Charge.NONE:
            jobs = [replace(job, position=old.position) for job in jobs]
            self._context.tasks.start("put jobs back", self._add_instead(jobs, old.job_id), writes=True)
        else:
            self._context.tasks.start("take orders in", self.add_many(jobs), writes=True)
        return jobs

    async def _add(self, job: Job) -> None:
        try:
            await self._context.jobs.add(job)
        except DiskTrouble as error:
            self._give_up(job, error)
            return
        await self._runner.take_along(job.job_id, fresh=True)

    async def _add_instead(self, jobs: Sequence[Job], old_id: str) -> None:
        if await self.add_many(jobs):
            await self._context.jobs.remove_many_surely([old_id])

    async def add_many(self, jobs: Sequence[Job]) -> bool:
        """Write the jobs to the journal, all or none, and begin them. When that fails, each job gets an OrderNotTaken."""
        try:
            await self._context.jobs.add_many(jobs)
        except DiskTrouble as error:
            for job in jobs:
                self._give_up(job, error)
            return False
        await self._runner.continue_all([job.job_id for job in jobs], fresh=True)
        return True

    def _give_up(self, job: Job, error: DiskTrouble) -> None:
        self._context.jobs.release(job.origin)
        self._context.bus.publish(OrderNotTaken(job, _why_not_taken(job, error)))

    def once_more(self, job: Job) -> Job:
        """Return an ended job ready to go on: one that was never accepted gets a new request id, today's price and door; one
        that was accepted is asked for. Raises ValueError for a job that hasn't ended, or that needs a new order.
        """
        if not job.ended or needs_new_order(job):
            raise ValueError(f"nothing to try again: {job.state}")
        if job.task_id is not None:
            return job.moved(JobState.WAITING)
        if all(picture.prepared for picture in job.pictures):
            return job.moved(
                JobState.READY, request_id=mint_request_id(), send_attempts=0, **self._price_today(job)
            )
        return job.moved(JobState.DRAFT, **self._price_today(job))

    def _price_today(self, job: Job) -> dict[str, Any]:
        spec = spec_for_model(job.request.model)
        if spec is None or job.rehearsal:
            return {}
        settings = self._context.settings
        price = settings.known_price(spec, job.request.options)
        # With no known price here, it stays with its own door and the price of the first order.
        return {} if price is None else {"price": price, "meant_for": settings.base_url}


def needs_new_order(job: Job) -> bool:
    """Whether trying this job again makes another job with its own charge: because it failed at the service,
    or was given up as lost. The books keep the cost of the first one.
    """
    given_up = job.trouble is not None and job.trouble.code == GIVEN_UP and job.task_id is None
    return job.state is JobState.FAILED or given_up


def _why_not_taken(job: Job, error: DiskTrouble) -> Trouble:
    """Say what became of an order. The row of a batch is handed in again by itself, so it only gets the reason."""
    if is_of_batch(job.origin) and attempt_number(job.origin) == 1:
        return Trouble.of(error)
    sentence = Sentence(_NO_ROOM) if error.full else Sentence(_NOT_WRITTEN, {"why": error.sentence})
    return Trouble(code=error.code, sentence=sentence)


def _wanted(job: Job) -> str:
    return without_attempt(job.origin) or origin_of_attempts(job.job_id)


def pictures_of(request: GenerationRequest) -> tuple[JobPicture, ...]:
    """Return the request's pictures, not prepared yet."""
    named = zip_longest(
        request.picture_paths, request.picture_names[: len(request.picture_paths)], fillvalue=""
    )
    return tuple([JobPicture(source_path=path, name=name or _file_name(path)) for path, name in named])


def _file_name(path: str) -> str:
    return path.replace("\\", "/").rsplit("/", 1)[-1]


_MODEL_UNKNOWN = QT_TRANSLATE_NOOP("engine", "This version doesn't know the model {model}.")
_NO_ROOM = QT_TRANSLATE_NOOP(
    "engine",
    "The disk has no room to write the order down, so nothing was ordered and nothing is charged. Make room, then order "
    "it again.",
)
_NOT_WRITTEN = QT_TRANSLATE_NOOP(
    "engine", "The order couldn't be written down, so nothing was ordered and nothing is charged. {why}"
)
_ALREADY_ORDERED = QT_TRANSLATE_NOOP(
    "engine",
    "This is ordered already, and isn't paid a second time. Ask for another take if you want another video of it.",
)
_ORDERED_AGAIN = QT_TRANSLATE_NOOP(
    "engine",
    "This video has been ordered again already: see its newer row. Nothing more was ordered. Use its settings again if you "
    "want another one.",
)
