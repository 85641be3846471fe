"""Logs what went wrong and what works again, for the log that a report includes: only codes and ids, no person's words."""

import logging

from vidu_desktop.domain.job import Job
from vidu_desktop.engine.events import (
    Event,
    JobChanged,
    JobsChanged,
    JobsRemoved,
    OrderNotTaken,
    PaidWorkPaused,
    PaidWorkResumed,
    ServiceLost,
    ServiceReached,
)

_log = logging.getLogger(__name__)


class EventLog:
    """Writes a line when a job's trouble changes, not at each try."""

    def __init__(self) -> None:
        self._codes: dict[str, str] = {}
        """The codes of the jobs in trouble, by job id."""

    def on_event(self, event: Event) -> None:
        """Must be called with every event of the engine."""
        match event:
            case JobChanged(job):
                self._look_at(job)
            case JobsChanged(jobs):
                for job in jobs:
                    self._look_at(job)
            case JobsRemoved(job_ids):
                for job_id in job_ids:
                    self._codes.pop(job_id, None)
            case OrderNotTaken(job, trouble):
                _log.warning("job %s wasn't taken in: %s", job.job_id, trouble.code)
            case PaidWorkPaused(trouble):
                _log.info("paid work waits: %s", trouble.code)
            case PaidWorkResumed():
                _log.info("paid work goes on")
            case ServiceLost(trouble, address):
                _log.warning("%s is lost: %s", address, trouble.code)
            case ServiceReached(address):
                _log.info("%s is reached", address)

    def _look_at(self, job: Job) -> None:
        code = job.trouble.code if job.trouble is not None else ""
        if code == self._codes.get(job.job_id, ""):
            return
        if code:
            self._codes[job.job_id] = code
            _log.warning("job %s is %s: %s", job.job_id, job.state, code)
        else:
            del self._codes[job.job_id]
            _log.info("job %s is %s again", job.job_id, job.state)
