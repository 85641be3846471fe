"""What a person can do with a job now. Pure: rows, menus and shortcuts all ask here."""

from enum import StrEnum

from vidu_desktop.domain.another_try import AnotherTry, needs_change
from vidu_desktop.domain.job import HERE_SOON, UNSENT, Charge, Job, JobState


class JobAction(StrEnum):
    """One button of a row."""

    DECIDE = "decide"
    """The answer was lost: what is known, and the three ways out; one, another task id, after a wrong one."""
    RETRY = "retry"
    CHANGE = "change"
    """It ended and would only be refused again as it is: into its tab, as another order."""
    SHOW_INSTEAD = "show-instead"
    """Its video was ordered again: that order's row, or its video."""
    PLAY = "play"
    USE_AGAIN = "use-again"
    EDIT = "edit"
    """Off the queue and into its tab; back in its place with what was changed."""
    LAST_FRAME_TO_IMAGE = "last-frame-to-image"
    """The video's last frame becomes the next one's picture; like the next, in the menu only."""
    LAST_FRAME_TO_START = "last-frame-to-start"
    CANCEL = "cancel"
    """Take off before it is sent, or stop waiting for what was charged."""
    REMOVE = "remove"
    """Only the row; a finished video stays in the library."""


class QueueMove(StrEnum):
    """Where what waits goes in line."""

    UP = "move up"
    DOWN = "move down"
    TO_TOP = "to the top"
    TO_END = "to the end"


_ENDED_BADLY = frozenset({JobState.REFUSED, JobState.FAILED, JobState.EXPIRED, JobState.CANCELLED})
_GIVE_UP = frozenset({JobState.ACCEPTED, JobState.WAITING}) | HERE_SOON


def actions_for(job: Job, again: AnotherTry = AnotherTry()) -> tuple[JobAction, ...]:  # noqa: B008 - it can't be changed
    """Return the buttons that make sense now, the most likely first.

    SENDING has no cancel: the order is on its way, and nobody can call it back.
    """
    if not again.instead_id:
        return (
            (JobAction.CHANGE, JobAction.RETRY, JobAction.REMOVE) if needs_change(job) else _actions_of(job)
        )
    return tuple(JobAction.SHOW_INSTEAD if one is JobAction.RETRY else one for one in _actions_of(job))


def _actions_of(job: Job) -> tuple[JobAction, ...]:
    if job.state is JobState.UNKNOWN:
        return (JobAction.DECIDE, JobAction.USE_AGAIN)
    if job.wants_task_id:
        return (JobAction.DECIDE, JobAction.RETRY, JobAction.USE_AGAIN, JobAction.REMOVE)
    if job.state is JobState.STORED:
        return (JobAction.PLAY, JobAction.USE_AGAIN, JobAction.REMOVE)
    if job.state in _ENDED_BADLY:
        return (JobAction.RETRY, JobAction.USE_AGAIN, JobAction.REMOVE)
    if job.state is JobState.READY_TO_FETCH and job.trouble is not None:
        return (JobAction.RETRY, JobAction.USE_AGAIN, JobAction.CANCEL)
    if job.state in UNSENT:
        return (JobAction.EDIT, JobAction.USE_AGAIN, JobAction.CANCEL)
    if job.state in _GIVE_UP:
        return (JobAction.USE_AGAIN, JobAction.CANCEL)
    return (JobAction.USE_AGAIN,)


def menu_actions_for(job: Job, again: AnotherTry = AnotherTry()) -> tuple[JobAction, ...]:  # noqa: B008 - as above
    """Return what the menu offers: the buttons, and what a row has no room for."""
    actions = actions_for(job, again)
    if JobAction.PLAY not in actions:
        return actions
    return (*actions[:2], JobAction.LAST_FRAME_TO_IMAGE, JobAction.LAST_FRAME_TO_START, *actions[2:])


def standing_action(job: Job, again: AnotherTry = AnotherTry()) -> JobAction | None:  # noqa: B008 - as above
    """Return the action whose button shows its words even without the pointer near: the job waits for the person."""
    if job.wants_task_id:
        return JobAction.DECIDE
    if not is_failed(job):
        return None
    if again.instead_id:
        return JobAction.SHOW_INSTEAD
    return JobAction.CHANGE if needs_change(job) else JobAction.RETRY


def is_cleared(job: Job) -> bool:
    """Whether *clear finished* means this job. One that was taken off when it had been charged stays: its video can
    still be asked for.
    """
    if job.state is JobState.CANCELLED:
        return job.charge is not Charge.SPENT
    return job.state is JobState.STORED


def is_failed(job: Job) -> bool:
    """Whether the service or the disk ended this job, not the person."""
    return job.state in (JobState.REFUSED, JobState.FAILED, JobState.EXPIRED)


def is_tried_with_all(job: Job, again: AnotherTry) -> bool:
    """Whether *retry all failed* means this job: not one that was ordered again, or would be refused again as it is."""
    return is_failed(job) and not again.instead_id and not needs_change(job)
