"""The kinds of rows that the queue's header counts. The queue can be narrowed to each."""

from enum import StrEnum

from vidu_desktop.domain.job import AT_SERVICE, HERE_SOON, Job, JobState
from vidu_desktop.ui.models.job_actions import is_failed

RUNNING = AT_SERVICE | HERE_SOON
"""The states in which the row shows a running time."""


class JobKind(StrEnum):
    """The values are names of fields of QueueCounts."""

    RUNNING = "running"
    WAITING = "waiting"
    AT_RISK = "at_risk"
    """Sent, but not answered: the person decides."""
    FAILED = "failed"
    STORED = "stored"
    CANCELLED = "cancelled"


def kind_of(job: Job) -> JobKind:
    """Return the one kind in which a job is counted."""
    # SENDING is at risk for a second as well, but nobody has to do anything about it.
    if job.state is JobState.UNKNOWN:
        return JobKind.AT_RISK
    if job.state in RUNNING:
        return JobKind.RUNNING
    if is_failed(job):
        return JobKind.FAILED
    if job.state is JobState.STORED:
        return JobKind.STORED
    return JobKind.CANCELLED if job.state is JobState.CANCELLED else JobKind.WAITING
