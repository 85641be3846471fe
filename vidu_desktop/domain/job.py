"""The job: one click's worth of paid work, its states, and the only moves between them.

DRAFT -> READY -> SENDING -> ACCEPTED -> WAITING -> READY_TO_FETCH -> FETCHING -> VERIFYING -> STORED
                     | REFUSED               | FAILED      | EXPIRED
                     | UNKNOWN
CANCELLED: taken off before it was sent, or given up afterwards by the person.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from vidu_desktop.domain.amounts import Money
from vidu_desktop.domain.doors import DEFAULT_BASE_URL, Door, door_of, way_to_door
from vidu_desktop.domain.pictures import JobPicture
from vidu_desktop.domain.request import GenerationRequest
from vidu_desktop.errors import Sentence, ViduDesktopError


class JobState(StrEnum):
    """Where a job is. Stored; scripts read the values too."""

    DRAFT = "DRAFT"
    """On disk since the click; its pictures haven't been copied yet."""
    READY = "READY"
    """Request id, pictures and price are stored; it may be sent."""
    SENDING = "SENDING"
    """Committed to the journal before the first byte leaves; from here on it may have been charged."""
    ACCEPTED = "ACCEPTED"
    """The task id is on disk: charged."""
    REFUSED = "REFUSED"
    """The service refused it; certainly not charged."""
    UNKNOWN = "UNKNOWN"
    """The answer was lost: it may have been charged. Resolved by evidence or by the person, never by a guess."""
    WAITING = "WAITING"
    """The service works on it; the job is polled."""
    READY_TO_FETCH = "READY_TO_FETCH"
    """The service gave a link to the video."""
    FETCHING = "FETCHING"
    """The video is being downloaded into a part file."""
    VERIFYING = "VERIFYING"
    """All bytes are here and are checked before they count."""
    STORED = "STORED"
    """In the library, with its record."""
    FAILED = "FAILED"
    """The service failed to make the video; it says why in its own words."""
    EXPIRED = "EXPIRED"
    """The service deleted the video before it could be fetched; the task id is kept."""
    CANCELLED = "CANCELLED"
    """The person took it off the queue. It was charged if it has a task id."""


class Charge(StrEnum):
    """What a job costs, as far as is known."""

    NONE = "none"
    """Nothing was charged and nothing will be."""
    PLANNED = "planned"
    """Will be charged once the service accepts it."""
    AT_RISK = "at-risk"
    """Sent, but the answer is unknown: it may have been charged."""
    SPENT = "spent"
    """Accepted by the service: charged."""
    LOST = "lost"
    """It may have been charged, and the person has given it up. Counts against the budget."""


ACCEPTED_ID_LOST = "1231"
"""Trouble code of an UNKNOWN job that the service says it has: charged, with its task id lost."""
GIVEN_UP = "given-up"
"""Trouble code of an UNKNOWN job that the person has given up as lost."""

_S = JobState
MOVES: dict[JobState, frozenset[JobState]] = {
    _S.DRAFT: frozenset({_S.READY, _S.REFUSED, _S.CANCELLED}),
    _S.READY: frozenset({_S.SENDING, _S.REFUSED, _S.CANCELLED}),
    # Back to READY: it broke before any byte left, or the service said "not now". The request id stays.
    _S.SENDING: frozenset({_S.ACCEPTED, _S.REFUSED, _S.UNKNOWN, _S.READY}),
    _S.ACCEPTED: frozenset({_S.WAITING, _S.CANCELLED}),
    # SENDING: the person sends the same request id again. WAITING: evidence that it was accepted.
    _S.UNKNOWN: frozenset({_S.SENDING, _S.WAITING, _S.CANCELLED}),
    _S.WAITING: frozenset({_S.READY_TO_FETCH, _S.FAILED, _S.EXPIRED, _S.CANCELLED}),
    # WAITING: the link was spent, the task is asked for a fresh one.
    _S.READY_TO_FETCH: frozenset({_S.FETCHING, _S.WAITING, _S.EXPIRED, _S.CANCELLED}),
    _S.FETCHING: frozenset({_S.VERIFYING, _S.READY_TO_FETCH, _S.WAITING, _S.EXPIRED, _S.CANCELLED}),
    _S.VERIFYING: frozenset({_S.STORED, _S.READY_TO_FETCH, _S.CANCELLED}),
    _S.STORED: frozenset(),
    # A retry by the person: a new request id for what was never taken, the old task for what was. A task that failed
    # is tried again as another job, so that the books keep what the first one cost.
    _S.REFUSED: frozenset({_S.DRAFT, _S.READY}),
    _S.FAILED: frozenset(),
    _S.EXPIRED: frozenset({_S.WAITING}),
    _S.CANCELLED: frozenset({_S.DRAFT, _S.READY, _S.WAITING}),
}

UNSENT = frozenset({_S.DRAFT, _S.READY})
AT_SERVICE = frozenset({_S.SENDING, _S.ACCEPTED, _S.WAITING})
"""The states that take up one of the account's places."""
HERE_SOON = frozenset({_S.READY_TO_FETCH, _S.FETCHING, _S.VERIFYING})
ENDED = frozenset({_S.STORED, _S.REFUSED, _S.FAILED, _S.EXPIRED, _S.CANCELLED})
"""The states in which nothing more happens by itself. UNKNOWN isn't one of them: it waits for an answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """Why a job is in its state: a code for scripts, a sentence for the person, and the service's own words."""

    code: str
    sentence: Sentence
    service_words: str = ""

    @classmethod
    def of(cls, error: ViduDesktopError) -> "Trouble":
        """Make the trouble of an error."""
        return cls(code=error.code, sentence=error.sentence, service_words=error.service_words)

    @property
    def message(self) -> str:
        """The English sentence, followed by the service's words."""
        return f"{self.sentence} {self.service_words}".strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One order from the click to the stored file. Times are aware UTC; None is for what hasn't happened.

    `request_id` is ours, made at READY and sent with the order; `task_id` is the service's. `rehearsal` jobs
    go to the local service and cost nothing. `position` orders the queue, lowest first. `meant_for` is the
    service's address when the job was ordered, see `way_to_door`. `price` keeps the currency of that day.
    `origin` says what ordered it, see `domain/origin.py`; empty for a job ordered by hand. `video_path` is
    absolute, set at STORED. `answers` are kept for the record: `accepted` is the service's answer to the
    order, `result` that to the last poll, without the secret parts of links. `link_expires_at` counts the
    service's one day from that answer.
    """

    job_id: str
    state: JobState
    request: GenerationRequest
    pictures: tuple[JobPicture, ...]
    rehearsal: bool
    price: Money
    created_at: datetime
    position: float = 0.0
    origin: str = ""
    request_id: str | None = None
    task_id: str | None = None
    meant_for: str | None = None
    service_url: str | None = None
    sent_at: datetime | None = None
    accepted_at: datetime | None = None
    finished_at: datetime | None = None
    stored_at: datetime | None = None
    link_expires_at: datetime | None = None
    video_url: str | None = field(default=None, repr=False)
    cover_url: str | None = field(default=None, repr=False)
    send_attempts: int = 0
    fetch_attempts: int = 0
    trouble: Trouble | None = None
    clip_id: str | None = None
    video_path: str | None = None
    answers: Mapping[str, object] = field(default_factory=dict, repr=False)

    @property
    def charge(self) -> Charge:
        """What is known about the job's charge now. A rehearsal never costs anything."""
        if self.rehearsal:
            return Charge.NONE
        if self.task_id is not None or (self.trouble and self.trouble.code == ACCEPTED_ID_LOST):
            return Charge.SPENT
        if self.state in (JobState.SENDING, JobState.UNKNOWN):
            return Charge.AT_RISK
        if self.state in UNSENT:
            return Charge.PLANNED
        given_up = (
            self.state is JobState.CANCELLED and self.trouble is not None and self.trouble.code == GIVEN_UP
        )
        return Charge.LOST if given_up else Charge.NONE

    @property
    def bound_url(self) -> str | None:
        """The address of the service that has this order, or may have it; None while the order may go to any.
        `service_url` is where the last try went; a service that certainly didn't take the order doesn't bind
        it.
        """
        return None if self.state in UNSENT else self.service_url

    def address(self, today: str) -> str:
        """Return the base address for this paid job's next request; `today` is the address in the settings."""
        return self.bound_url or way_to_door(self.meant_for, today)

    @property
    def door(self) -> Door:
        """The door of the service to which this paid job belongs for good."""
        return door_of(self.bound_url or self.meant_for or DEFAULT_BASE_URL)

    @property
    def wants_task_id(self) -> bool:
        """Whether a person may enter the task id of this order: no answer of the service has named one, or
        the one that was entered turned out to be wrong.
        """
        return self.state is JobState.UNKNOWN or (self.state is JobState.EXPIRED and not self.answers)

    @property
    def ended(self) -> bool:
        """Whether nothing more happens by itself."""
        return self.state in ENDED

    def moved(self, state: JobState, **changes: object) -> "Job":
        """Return the job in its next state. Raises ValueError for a move that isn't in MOVES. `trouble` is
        cleared unless it is given, because it belongs to the state that is left.
        """
        if state not in MOVES[self.state]:
            raise ValueError(f"no move from {self.state} to {state}")
        return replace(self, **{"trouble": None, **changes, "state": state})  # type: ignore[arg-type]

    def noted(self, trouble: Trouble | None) -> "Job":
        """Return the job in the same state with another trouble, or with none."""
        return replace(self, trouble=trouble)
