"""Everything that a queue row says about its job, in the current language."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from vidu_desktop.domain.another_try import is_against_policy
from vidu_desktop.domain.job import Charge, Job, JobState
from vidu_desktop.domain.titles import job_subtitle, job_title
from vidu_desktop.ui.models.job_progress import LATE, LiveProgress, worked_s
from vidu_desktop.ui.models.mode_words import order_name
from vidu_desktop.ui.text import say, say_bytes, say_elapsed, say_price, say_sentences, say_state

translate = QCoreApplication.translate


class JobTone(StrEnum):
    """The colour of a state; the values are the names in the style sheet and the theme."""

    SOFT = "soft"
    ACCENT = "accent"
    GOOD = "good"
    WARN = "warn"
    BAD = "bad"


@dataclass(frozen=True, slots=True, kw_only=True)
class JobWords:
    """`subtitle` is the take, the shot or the pictures; empty when the title says it. `detail` is a sentence below the state,
    or empty. `time` is the elapsed and the expected time, or empty.
    """

    title: str
    prompt: str
    subtitle: str
    mode: str
    state: str
    tone: JobTone
    detail: str
    time: str
    price: str
    price_spoken: str
    """The price together with what the row shows by strike-out and colour."""

    @property
    def spoken(self) -> str:
        """The whole row for a screen reader."""
        parts = (self.title, self.subtitle, self.mode, self.state, self.time, self.price_spoken, self.detail)
        return say_sentences(parts)

    @property
    def tip(self) -> str:
        """The texts for which the row may be too narrow, in full."""
        return "\n\n".join(part for part in (self.prompt or self.title, self.subtitle, self.detail) if part)


def words_of_job(
    job: Job,
    live: LiveProgress | None,
    expected_s: float | None,
    now: datetime,
    take_label: str = "",
    *,
    ordered_again: bool = False,
) -> JobWords:
    """Return a job's words. `expected_s` is the time from acceptance to the result; None when it isn't known yet.
    `take_label` names the take of the job's clip.
    """
    state = _state(job, live)
    if ordered_again:
        state = translate("QueueRow", "{state}, ordered again").format(state=state)
    return JobWords(
        title=job_title(job) or no_prompt(),
        prompt=" ".join(job.request.prompt.split()),
        subtitle=job_subtitle(job, take_label),
        mode=order_name(job.request.model, job.request.mode),
        state=state,
        tone=JobTone.SOFT if ordered_again else _tone(job),
        detail=detail_of(job),
        time=_time(job, live, expected_s, now),
        price=translate("QueueRow", "free") if job.rehearsal else say_price(job.price),
        price_spoken=_price_spoken(job),
    )


def may_have_detail(job: Job) -> bool:
    """Whether the row can have a detail sentence. Far cheaper than making the sentence, for lists of a thousand rows."""
    return job.trouble is not None or job.state in (JobState.UNKNOWN, JobState.EXPIRED, JobState.FAILED)


def no_prompt() -> str:
    """Return the title of an order that has neither prompt nor pictures."""
    return translate("QueueRow", "No prompt")


def _waits_its_turn(job: Job, live: LiveProgress | None) -> bool:
    """Whether the local service has accepted the rehearsal but not begun it: it renders only a few at a time."""
    return (
        job.rehearsal
        and job.state in (JobState.ACCEPTED, JobState.WAITING)
        and not (live is not None and live.fraction)
    )


def _state(job: Job, live: LiveProgress | None) -> str:
    if job.state in (JobState.REFUSED, JobState.FAILED) and is_against_policy(job):
        return translate("QueueRow", "Blocked by policy")
    if _waits_its_turn(job, live):
        return translate("QueueRow", "Waits its turn")
    if job.rehearsal and job.state in (JobState.ACCEPTED, JobState.WAITING):
        return translate("QueueRow", "Rendering here")
    if job.state is JobState.REFUSED and job.rehearsal:
        return translate("QueueRow", "Refused")
    if job.state is JobState.CANCELLED and job.charge is Charge.SPENT:
        return translate("QueueRow", "Given up, charged")
    if job.charge is Charge.LOST:
        return translate("QueueRow", "Treated as lost")
    if job.state is JobState.UNKNOWN and job.charge is Charge.SPENT:
        return translate("QueueRow", "Charged, task id lost")
    if job.state is JobState.READY and job.trouble is not None:
        return translate("QueueRow", "On hold")
    return say_state(job.state)


def _tone(job: Job) -> JobTone:
    match job.state:
        case JobState.STORED:
            return JobTone.GOOD
        case JobState.UNKNOWN:
            return JobTone.WARN
        case JobState.FAILED | JobState.REFUSED | JobState.EXPIRED:
            return JobTone.BAD
        case JobState.DRAFT | JobState.CANCELLED:
            return JobTone.SOFT
        case JobState.READY:
            return JobTone.WARN if job.trouble is not None else JobTone.SOFT
    return JobTone.WARN if job.trouble is not None else JobTone.ACCENT


def detail_of(job: Job) -> str:
    """Say what is to know of a job besides its state, such as why it failed; empty when it says enough."""
    if job.state is JobState.STORED:
        return ""
    said = ""
    if job.trouble is not None:
        said = say(job.trouble.sentence)
        words = job.trouble.service_words.strip()
        if words and words not in said:
            said = translate("QueueRow", "{sentence} The service says: “{words}”").format(
                sentence=said, words=words
            )
    if job.state is JobState.UNKNOWN and not said:
        return translate("QueueRow", "We don't know yet whether it was charged; we're checking.")
    if job.state is JobState.EXPIRED and not said:
        return translate(
            "QueueRow",
            "The video was gone before it could be fetched. Retry asks the service once more; it's free.",
        )
    if job.state is JobState.FAILED and job.charge is Charge.SPENT:
        return translate("QueueRow", "{sentence} It was charged {price} when it was accepted.").format(
            sentence=said or translate("QueueRow", "The service gave no reason."),
            price=say_price(job.price),
        )
    return said


def _price_spoken(job: Job) -> str:
    price = say_price(job.price)
    if job.rehearsal:
        return translate("QueueRow", "free")
    match job.charge:
        # For the second that an order takes to be sent, nobody needs to worry yet.
        case Charge.AT_RISK | Charge.LOST if job.state is not JobState.SENDING:
            return translate("QueueRow", "perhaps charged {price}").format(price=price)
        case Charge.SPENT:
            return translate("QueueRow", "charged {price}").format(price=price)
        case Charge.NONE:
            return translate("QueueRow", "not charged")
    return price


def _time(job: Job, live: LiveProgress | None, expected_s: float | None, now: datetime) -> str:
    moved = _moved_bytes(live) if job.state in (JobState.SENDING, JobState.FETCHING) else ""
    if moved or job.state in (JobState.READY_TO_FETCH, JobState.FETCHING):
        return "  ·  ".join(part for part in (moved, _time_left(job, now)) if part)
    if job.state in (JobState.ACCEPTED, JobState.WAITING):
        return _waiting_time(job, live, expected_s, now)
    if job.state is JobState.STORED and job.accepted_at is not None and job.stored_at is not None:
        return say_elapsed((job.stored_at - job.accepted_at).total_seconds())
    return ""


def _moved_bytes(live: LiveProgress | None) -> str:
    if live is None or not live.done_bytes:
        return ""
    if not live.total_bytes:
        return say_bytes(live.done_bytes)
    return translate("QueueRow", "{done} of {total}").format(
        done=say_bytes(live.done_bytes), total=say_bytes(live.total_bytes)
    )


def _time_left(job: Job, now: datetime) -> str:
    """Say how long the link still works, once fetching has had trouble; empty before."""
    in_trouble = job.trouble is not None or job.fetch_attempts > 1
    if job.state not in (JobState.READY_TO_FETCH, JobState.FETCHING) or not in_trouble:
        return ""
    if job.link_expires_at is None:
        return ""
    left_s = (job.link_expires_at - now).total_seconds()
    if left_s <= 0:
        return translate("QueueRow", "its day is over, still trying")
    if left_s < 3600:
        return translate("QueueRow", "{minutes} min left to fetch it").format(minutes=int(left_s // 60) + 1)
    return translate("QueueRow", "{hours} h left to fetch it").format(hours=int(left_s // 3600))


def _waiting_time(job: Job, live: LiveProgress | None, expected_s: float | None, now: datetime) -> str:
    elapsed_s = worked_s(job, now)
    if elapsed_s is None or _waits_its_turn(job, live):
        return ""
    elapsed = say_elapsed(elapsed_s)
    if live is not None and live.fraction is not None and job.rehearsal:
        return translate("QueueRow", "{percent} % · {elapsed}").format(
            percent=int(live.fraction * 100), elapsed=elapsed
        )
    if not expected_s:
        return elapsed
    if elapsed_s > LATE * expected_s:
        return translate("QueueRow", "{elapsed}, longer than usual").format(elapsed=elapsed)
    return translate("QueueRow", "{elapsed} of about {expected}").format(
        elapsed=elapsed, expected=say_elapsed(round(expected_s))
    )
