"""What proves that an order whose answer was lost was taken, and what doesn't."""

import pytest
from fakes.kept_things import a_job

from vidu_desktop.domain.job import Job, JobState
from vidu_desktop.engine.ports import TaskReport, TaskStatus
from vidu_desktop.engine.unknown_resolver import evident_task_id

OURS, ANOTHERS = "ticket-ours", "ticket-another"
VIDEO_URL = "https://files.example.test/v.mp4"


def lost(**changes: object) -> Job:
    return a_job(state=JobState.UNKNOWN, **{"request_id": OURS, **changes})


def says(
    status: TaskStatus = TaskStatus.PROCESSING, video_url: str | None = None, **answer: object
) -> TaskReport:
    return TaskReport(status=status, video_url=video_url, answer=answer)


def test_an_answer_that_names_our_order_proves_it_and_says_what_to_poll():
    assert evident_task_id(lost(), says(request_id=OURS, id="task-7")) == "task-7"


@pytest.mark.parametrize("named", [{}, {"id": ""}, {"id": 7}, {"id": ["task-7"]}])
def test_where_the_answer_names_no_task_our_own_ticket_is_polled(named: dict[str, object]):
    assert evident_task_id(lost(), says(request_id=OURS, **named)) == OURS


@pytest.mark.parametrize("answer", [{"request_id": ANOTHERS}, {}, {"request_id": None}, {"request_id": ""}])
def test_an_answer_about_another_order_or_none_proves_nothing(answer: dict[str, object]):
    assert evident_task_id(lost(), says(id="task-7", **answer)) is None


def test_without_a_ticket_of_ours_an_answer_without_one_is_not_taken_for_ours():
    assert evident_task_id(lost(request_id=None), says(id="task-7")) is None
    assert evident_task_id(lost(request_id=None), says(id="task-7", request_id=ANOTHERS)) is None


def test_a_finished_video_proves_the_order_and_half_of_it_does_not():
    assert evident_task_id(lost(), says(TaskStatus.SUCCESS, VIDEO_URL, id="task-7")) == "task-7"
    assert evident_task_id(lost(), says(TaskStatus.SUCCESS, id="task-7")) is None
    assert evident_task_id(lost(), says(TaskStatus.PROCESSING, VIDEO_URL, id="task-7")) is None


def test_a_finished_video_of_another_order_proves_nothing():
    answer = says(TaskStatus.SUCCESS, VIDEO_URL, id="task-7", request_id=ANOTHERS)
    assert evident_task_id(lost(), answer) is None


def test_a_task_that_is_known_already_stays_the_one_to_poll():
    assert evident_task_id(lost(task_id="task-1"), says(request_id=ANOTHERS, id="task-7")) == "task-1"
