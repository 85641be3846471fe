"""How far a job is, told honestly: exactly where somebody counts, as an estimate where nobody does."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from vidu_desktop.domain.job import Job, JobState
from vidu_desktop.domain.progress import waiting_fraction

LATE = 1.5
"""So many times the expected time, and it takes longer than usual."""


class ProgressKind(StrEnum):
    """How a row draws its bar."""

    NONE = "none"
    """No bar: nothing is under way, or nothing is known."""
    EXACT = "exact"
    """Counted: bytes, or the rehearsal's frames."""
    ESTIMATE = "estimate"
    """Elapsed time against the expected; drawn differently, and never reaches the end."""


@dataclass(frozen=True, slots=True)
class LiveProgress:
    """The engine's last word on a job's present state; `fraction` in [0, 1], None when only the bytes are known."""

    fraction: float | None = None
    done_bytes: int = 0
    total_bytes: int | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """What a row draws; `fraction` in [0, 1]."""

    kind: ProgressKind
    fraction: float = 0.0


NO_PROGRESS = Progress(ProgressKind.NONE)
_COUNTED = frozenset({JobState.SENDING, JobState.FETCHING})
_AT_WORK = frozenset({JobState.ACCEPTED, JobState.WAITING})


def worked_s(job: Job, now: datetime) -> float | None:
    """Return the seconds since the service (or the rehearsal) took the job; None before that."""
    if job.accepted_at is None:
        return None
    return max(0.0, (now - job.accepted_at).total_seconds())


def progress_of(job: Job, live: LiveProgress | None, expected_s: float | None, now: datetime) -> Progress:
    """Return the bar of a row. `expected_s` is from acceptance to the result, None when nobody knows yet."""
    counted = live.fraction if live is not None else None
    if counted is not None and (job.state in _COUNTED or (job.rehearsal and job.state in _AT_WORK)):
        return Progress(ProgressKind.EXACT, min(max(counted, 0.0), 1.0))
    elapsed_s = worked_s(job, now)
    # A rehearsal is counted as soon as it is begun; before, it waits its turn.
    if job.state in _AT_WORK and expected_s and elapsed_s is not None and not job.rehearsal:
        return Progress(ProgressKind.ESTIMATE, waiting_fraction(elapsed_s, LATE * expected_s))
    return NO_PROGRESS
