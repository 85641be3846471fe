"""The state of a batch's rows, updated as jobs come, change and go."""

from dataclasses import replace

from fakes.kept_things import a_job

from vidu_desktop.batch.batch_jobs import BatchJobs
from vidu_desktop.domain.job import Job, JobState
from vidu_desktop.domain.origin import batch_origin, job_id_of_origin, next_attempt
from vidu_desktop.engine.events import JobAdded, JobChanged, JobsRemoved

ROW = batch_origin("b1", "row", 1)


def attempt(origin: str, state: JobState, task_id: str | None = None) -> Job:
    job = a_job(job_id_of_origin(origin), state)
    return replace(job, origin=origin, rehearsal=False, task_id=task_id)


def test_where_a_refused_attempt_went_the_one_before_counts_again() -> None:
    jobs = BatchJobs()
    failed = attempt(ROW, JobState.FAILED, "task-1")
    refused = attempt(next_attempt(ROW), JobState.REFUSED)
    newest = attempt(next_attempt(refused.origin), JobState.REFUSED)
    for job in (failed, refused, newest):
        jobs.note(JobAdded(job))
    assert jobs.of_origin(ROW) == newest

    jobs.note(JobsRemoved((refused.job_id,)))
    assert jobs.of_origin(ROW) == newest
    jobs.note(JobsRemoved((newest.job_id,)))
    assert jobs.of_origin(ROW) == failed
    jobs.note(JobsRemoved((failed.job_id,)))  # it stays in the books
    assert jobs.of_origin(ROW) == failed

    again = replace(refused, state=JobState.WAITING, task_id="task-2")
    jobs.note(JobChanged(again))
    assert jobs.of_origin(ROW) == again


def test_of_a_row_whose_only_attempt_went_nothing_is_known() -> None:
    jobs = BatchJobs()
    job = attempt(ROW, JobState.CANCELLED)
    jobs.note(JobAdded(job))

    assert jobs.note(JobsRemoved((job.job_id,)))
    assert jobs.of_origin(ROW) is None
    assert not jobs.note(JobsRemoved((job.job_id,)))
