"""The service keeps a finished video for one day: a row shows how much time is left, or when it was too late."""

from datetime import timedelta

import pytest
from fakes.ui_values import NOW, a_job, a_trouble
from PySide6.QtWidgets import QApplication

from vidu_desktop.domain.job import JobState
from vidu_desktop.ui.models.job_progress import LiveProgress
from vidu_desktop.ui.models.job_words import words_of_job
from vidu_desktop.ui.models.queue_model import QueueModel
from vidu_desktop.ui.queue.queue_pane import QueuePane

S = JobState


def fetched_in_trouble(state: JobState, left: timedelta, **changes):
    trouble = a_trouble("unreachable", template="The server can't be reached.")
    return a_job("job", state, link_expires_at=NOW + left, trouble=trouble, **changes)


@pytest.mark.parametrize("state", [S.READY_TO_FETCH, S.FETCHING])
@pytest.mark.parametrize(
    ("left", "said"),
    [
        (timedelta(hours=7, minutes=59), "7 h left to fetch it"),
        (timedelta(hours=1), "1 h left to fetch it"),
        (timedelta(minutes=59, seconds=59), "60 min left to fetch it"),
        (timedelta(seconds=1), "1 min left to fetch it"),
        (timedelta(0), "its day is over, still trying"),
    ],
)
def test_a_video_that_cannot_be_fetched_counts_down(state: JobState, left: timedelta, said: str) -> None:
    assert words_of_job(fetched_in_trouble(state, left), None, None, NOW).time == said


def test_the_second_try_counts_down_beside_its_bytes() -> None:
    job = a_job("job", S.FETCHING, link_expires_at=NOW + timedelta(hours=3), fetch_attempts=2)
    live = LiveProgress(fraction=0.5, done_bytes=500_000, total_bytes=1_000_000)
    assert words_of_job(job, live, None, NOW).time.endswith("3 h left to fetch it")


def test_nobody_is_hurried_while_all_goes_well() -> None:
    for state in (S.READY_TO_FETCH, S.FETCHING):
        job = a_job("job", state, link_expires_at=NOW + timedelta(hours=24), fetch_attempts=1)
        assert words_of_job(job, None, None, NOW).time == ""


def test_the_task_number_of_what_was_paid_for_can_be_copied(qtbot, look) -> None:
    model = QueueModel(lambda _sha256: "")
    pane = QueuePane(look, model)
    qtbot.addWidget(pane)
    model.set_jobs(
        [
            a_job("late", S.EXPIRED, task_id="task-77"),
            a_job("new", S.READY),
            a_job("free", S.STORED, rehearsal=True),
        ]
    )

    def copies(job_id: str):
        row = next(n for n, job in enumerate(model.jobs()) if job.job_id == job_id)
        menu = pane.view.menu_for(pane.view.model().index(row, 0))
        return [action for action in menu.actions() if action.text() == "Copy the task number"]

    (copy,) = copies("late")
    copy.trigger()
    assert QApplication.clipboard().text() == "task-77"
    assert copies("new") == copies("free") == []
