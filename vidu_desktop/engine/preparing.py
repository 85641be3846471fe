"""DRAFT -> READY: the pictures are copied in as they will be sent, and the request id is made."""

import uuid
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

from vidu_desktop.domain.job import Job, JobState, Trouble
from vidu_desktop.domain.pictures import JobPicture
from vidu_desktop.engine.engine_context import EngineContext, spec_of
from vidu_desktop.engine.pacing import backoff_s
from vidu_desktop.engine.priority_semaphore import PrioritySemaphore
from vidu_desktop.errors import BadInput, DiskTrouble

_AT_ONCE = 2


def mint_request_id() -> str:
    """Return a new request id, unique for all time and on all computers."""
    return f"vidu-desktop-{uuid.uuid4()}"


class Preparing:
    """Prepares pictures for sending, a few jobs at a time; those that will be sent first come first."""

    def __init__(self, context: EngineContext) -> None:
        self._context = context
        self._gate = PrioritySemaphore(_AT_ONCE)

    async def run(self, job_id: str) -> None:
        """Prepare until the job is READY or REFUSED. Waits while the disk is full, and until the start has read all jobs and
        tidied the prepared pictures: earlier, that tidying would delete what is prepared here.
        """
        await self._context.jobs.all_read.wait()
        failures = 0
        while job_id in self._context.jobs and self._context.jobs[job_id].state is JobState.DRAFT:
            job = self._context.jobs[job_id]
            try:
                async with self._gate.passed(job.position):
                    pictures = await self._prepared(job)
                await self._context.jobs.change(
                    job_id,
                    _from_draft(
                        JobState.READY, pictures=pictures, request_id=mint_request_id(), send_attempts=0
                    ),
                )
                self._context.moves_on(job_id)
            except ValueError:  # taken off meanwhile, and perhaps tried again
                continue
            except BadInput as error:
                with suppress(ValueError):
                    await self._context.jobs.change_surely(
                        job_id, _from_draft(JobState.REFUSED, trouble=Trouble.of(error))
                    )
            except DiskTrouble as error:
                failures += 1
                await self._context.note(job_id, Trouble.of(error))
                await self._context.sleeps.sleep(
                    job_id, backoff_s(failures, None, self._context.chance.random())
                )

    async def _prepared(self, job: Job) -> tuple[JobPicture, ...]:
        limits, prepare = spec_of(job).picture_limits, self._context.world.pictures.prepare
        return tuple(
            [
                replace(
                    picture,
                    prepared=await prepare(picture.source_path, limits, job.request.framing_of(index)),
                )
                for index, picture in enumerate(job.pictures)
            ]
        )


def _from_draft(state: JobState, **changes: object) -> Callable[[Job], Job]:
    """Move a job only while it is a DRAFT. READY can be reached in other ways, and a job that was taken off
    while its pictures were prepared must not be sent.
    """

    def change(job: Job) -> Job:
        if job.state is not JobState.DRAFT:
            raise ValueError(job.state)
        return job.moved(state, **changes)

    return change
