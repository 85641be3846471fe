"""How far a job is, told honestly: exactly where somebody counts, as an estimate where nobody does."""

import math
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from vidu_desktop.domain.job import Job, JobState

_REACHED_AT_EXPECTED = 0.8
_NEVER_PAST = 0.95


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


def estimated_fraction(elapsed_s: float, expected_s: float) -> float:
    """Give where an estimate stands: four fifths at the expected time, then ever slower, below 0.95 for ever."""
    share = max(0.0, elapsed_s) / expected_s
    if share <= 1.0:
        return _REACHED_AT_EXPECTED * share
    rest = _NEVER_PAST - _REACHED_AT_EXPECTED
    return min(_REACHED_AT_EXPECTED + rest * (1.0 - math.exp(1.0 - share)), math.nextafter(_NEVER_PAST, 0.0))


def worked_s(job: Job, now: datetime) -> float | None:
    """Give the seconds since the service (or the rehearsal) took the job; None before that."""
    if job.accepted_at is None:
        return None
    return max(0.0, (now - job.accepted_at).total_seconds())


def progress_of(job: Job, live: LiveProgress | None, expected_s: float | None, now: datetime) -> Progress:
    """Give the bar of a row. `expected_s` is from acceptance to the result, None when nobody knows yet."""
    counted = live.fraction if live is not None else None
    if counted is not None and (job.state in _COUNTED or (job.rehearsal and job.state in _AT_WORK)):
        return Progress(ProgressKind.EXACT, min(max(counted, 0.0), 1.0))
    elapsed_s = worked_s(job, now)
    if job.state in _AT_WORK and expected_s and elapsed_s is not None:
        return Progress(ProgressKind.ESTIMATE, estimated_fraction(elapsed_s, expected_s))
    return NO_PROGRESS
