"""What a person can do with a job now. Pure functions that rows, menus and shortcuts all ask."""

from enum import StrEnum

from vidu_desktop.domain.another_try import AnotherTry, needs_change
from vidu_desktop.domain.job import HERE_SOON, UNSENT, Charge, Job, JobState


class JobAction(StrEnum):
    """One button of a row, or one entry of its menu."""

    DECIDE = "decide"
    """The answer to the order was lost, or a task id that was given by hand was wrong: show what is known, and the ways out."""
    RETRY = "retry"
    CHANGE = "change"
    """The same order would be refused again: put it into its tab, to be changed and sent as another order."""
    SHOW_INSTEAD = "show-instead"
    """The video was ordered again: go to that order's row, or to its video."""
    PLAY = "play"
    USE_AGAIN = "use-again"
    EDIT = "edit"
    """Take the order off the queue and into its tab; it comes back to its place with the changes."""
    LAST_FRAME_TO_IMAGE = "last-frame-to-image"
    """Use the video's last frame as the next video's picture. In the menu only, as is LAST_FRAME_TO_START."""
    LAST_FRAME_TO_START = "last-frame-to-start"
    SHOW_IN_FOLDER = "show-in-folder"
    """Show the video's file in its folder. In the menu only."""
    CANCEL = "cancel"
    """Take off an order that wasn't sent, or stop waiting for one that was charged."""
    REMOVE = "remove"
    """Remove only the row; a finished video stays in the library."""


class QueueMove(StrEnum):
    """Where the waiting jobs that are selected go in line."""

    UP = "move up"
    DOWN = "move down"
    TO_TOP = "to the top"
    TO_END = "to the end"


_ENDED_BADLY = frozenset({JobState.REFUSED, JobState.FAILED, JobState.EXPIRED, JobState.CANCELLED})
_GIVE_UP = frozenset({JobState.ACCEPTED, JobState.WAITING}) | HERE_SOON


def actions_for(job: Job, again: AnotherTry = AnotherTry()) -> tuple[JobAction, ...]:  # noqa: B008 - it can't be changed
    """Return the buttons that make sense now, the most likely first.

    A job that is SENDING can't be cancelled: the order is on its way, and nobody can call it back.
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
    """Return the entries of the row's menu: its buttons, and those for which the row has no room."""
    actions = actions_for(job, again)
    if JobAction.PLAY not in actions:
        return actions
    frames = (JobAction.LAST_FRAME_TO_IMAGE, JobAction.LAST_FRAME_TO_START)
    return (*actions[:2], *frames, JobAction.SHOW_IN_FOLDER, *actions[2:])


def standing_action(job: Job, again: AnotherTry = AnotherTry()) -> JobAction | None:  # noqa: B008 - as above
    """Return the action whose button shows its words even without the pointer near, because the job waits for the person;
    None when it doesn't.
    """
    if job.wants_task_id:
        return JobAction.DECIDE
    if not is_failed(job):
        return None
    if again.instead_id:
        return JobAction.SHOW_INSTEAD
    return JobAction.CHANGE if needs_change(job) else JobAction.RETRY


def is_cleared(job: Job) -> bool:
    """Whether *clear finished* removes this job. A job that was taken off after it had been charged stays, because its video
    can still be asked for.
    """
    if job.state is JobState.CANCELLED:
        return job.charge is not Charge.SPENT
    return job.state is JobState.STORED


def is_failed(job: Job) -> bool:
    """Whether the service or the disk ended this job, not the person."""
    return job.state in (JobState.REFUSED, JobState.FAILED, JobState.EXPIRED)


def is_tried_with_all(job: Job, again: AnotherTry) -> bool:
    """Whether *retry all failed* retries this job: it failed, wasn't ordered again, and wouldn't be refused again unchanged."""
    return is_failed(job) and not again.instead_id and not needs_change(job)
