"""The kinds of rows that the queue's header counts, and that the queue can be narrowed to."""

from enum import StrEnum

from vidu_desktop.domain.job import AT_SERVICE, HERE_SOON, Job, JobState
from vidu_desktop.ui.models.job_actions import is_failed

RUNNING = AT_SERVICE | HERE_SOON
"""Something counts time in the row."""


class JobKind(StrEnum):
    """The values are the fields of QueueCounts."""

    RUNNING = "running"
    WAITING = "waiting"
    AT_RISK = "at_risk"
    """Sent without an answer: the person decides."""
    FAILED = "failed"
    STORED = "stored"
    CANCELLED = "cancelled"


def kind_of(job: Job) -> JobKind:
    """Return the kind in which a job counts: exactly one."""
    # SENDING is at risk for its second as well, but nobody has to do anything about it.
    if job.state is JobState.UNKNOWN:
        return JobKind.AT_RISK
    if job.state in RUNNING:
        return JobKind.RUNNING
    if is_failed(job):
        return JobKind.FAILED
    if job.state is JobState.STORED:
        return JobKind.STORED
    return JobKind.CANCELLED if job.state is JobState.CANCELLED else JobKind.WAITING
