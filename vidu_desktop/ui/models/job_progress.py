"""How far a job is, told honestly: an exact bar where somebody counts, an estimate where nobody does."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from vidu_desktop.domain.job import Job, JobState
from vidu_desktop.domain.progress import waiting_fraction

LATE = 1.5
"""A job that takes more than this many times its expected time takes longer than usual."""


class ProgressKind(StrEnum):
    """How a row draws its bar."""

    NONE = "none"
    """No bar: the job isn't under way, or nobody knows how far it is."""
    EXACT = "exact"
    """Counted in bytes, or in frames of a rehearsal."""
    ESTIMATE = "estimate"
    """Elapsed time compared with the expected time; drawn differently, and never full."""


@dataclass(frozen=True, slots=True)
class LiveProgress:
    """The engine's latest progress of a job in its present state; `fraction` in [0, 1], None when only the bytes are known."""

    fraction: float | None = None
    done_bytes: int = 0
    total_bytes: int | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """The bar that a row draws; `fraction` in [0, 1]."""

    kind: ProgressKind
    fraction: float = 0.0


NO_PROGRESS = Progress(ProgressKind.NONE)
_COUNTED = frozenset({JobState.SENDING, JobState.FETCHING})
_AT_WORK = frozenset({JobState.ACCEPTED, JobState.WAITING})


def worked_s(job: Job, now: datetime) -> float | None:
    """Return the seconds since the service (or the rehearsal) accepted the job; None before that."""
    if job.accepted_at is None:
        return None
    return max(0.0, (now - job.accepted_at).total_seconds())


def progress_of(job: Job, live: LiveProgress | None, expected_s: float | None, now: datetime) -> Progress:
    """Return the bar of a row. `expected_s` is the time from acceptance to the result; None when it isn't known yet."""
    counted = live.fraction if live is not None else None
    if counted is not None and (job.state in _COUNTED or (job.rehearsal and job.state in _AT_WORK)):
        return Progress(ProgressKind.EXACT, min(max(counted, 0.0), 1.0))
    elapsed_s = worked_s(job, now)
    # A rehearsal is counted once it has begun; before, it waits for its turn, and there is no bar.
    if job.state in _AT_WORK and expected_s and elapsed_s is not None and not job.rehearsal:
        return Progress(ProgressKind.ESTIMATE, waiting_fraction(elapsed_s, LATE * expected_s))
    return NO_PROGRESS
