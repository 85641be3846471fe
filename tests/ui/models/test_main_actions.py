"""The button in the row of a failed job does what the row's text says."""

import json

import pytest
from fakes.ui_values import NOW, a_job, a_trouble

from vidu_desktop.adapters.pictures.picture_errors import refusal
from vidu_desktop.adapters.zai.verdicts import ServiceError, order_error
from vidu_desktop.adapters.zai.wire import parse_task_report
from vidu_desktop.domain.another_try import AnotherTry
from vidu_desktop.domain.job import Job, JobState, Trouble
from vidu_desktop.errors import Refused
from vidu_desktop.ui.models.job_actions import JobAction, actions_for, is_tried_with_all, standing_action
from vidu_desktop.ui.models.job_words import words_of_job

S = JobState
REFUSALS = (*range(1210, 1223), 1261, 1300, 1301)


def refused(error: ServiceError) -> Job:
    verdict = order_error(error)
    assert isinstance(verdict, Refused)
    return a_job(state=S.REFUSED, trouble=Trouble.of(verdict))


def failed(error: object) -> Job:
    report = parse_task_report(200, json.dumps({"task_status": "FAIL", "error": error}).encode())
    return a_job(state=S.FAILED, task_id="task", trouble=report.trouble)


def row_says(job: Job) -> str:
    return words_of_job(job, None, None, NOW).detail


@pytest.mark.parametrize("words", ["", "the image may contain sensitive content"])
@pytest.mark.parametrize("code", REFUSALS)
def test_what_the_service_refused_is_to_be_changed_and_never_tried_again_with_the_others(code, words) -> None:
    job = refused(ServiceError(status=400, code=code, words=words))
    assert "Change it" in row_says(job) or "Change the order" in row_says(job)
    assert standing_action(job) is actions_for(job)[0] is JobAction.CHANGE
    assert not is_tried_with_all(job, AnotherTry())


def test_a_refusal_without_a_code_is_to_be_changed_too() -> None:
    job = refused(ServiceError(status=422, words="size: unknown value"))
    assert standing_action(job) is JobAction.CHANGE


@pytest.mark.parametrize("code", REFUSALS)
def test_a_video_that_failed_by_what_was_asked_is_to_be_changed(code) -> None:
    job = failed({"code": str(code), "message": "no"})
    assert "Change it and send it again" in row_says(job)
    assert "that is a new order" in row_says(job)
    assert standing_action(job) is JobAction.CHANGE


@pytest.mark.parametrize(
    "error", [None, "", "out of memory", {"code": "500", "message": ""}, {"code": 1234, "message": "network"}]
)
def test_a_video_on_which_the_service_gave_up_may_be_tried_again_as_it_is(error) -> None:
    job = failed(error)
    assert "Try again, or change the order first; a new try is a new order." in row_says(job)
    assert standing_action(job) is JobAction.RETRY
    assert is_tried_with_all(job, AnotherTry())


@pytest.mark.parametrize(
    ("code", "action"),
    [
        ("picture-missing", JobAction.RETRY),  # "Put it back"
        ("picture-damaged", JobAction.CHANGE),
        ("picture-heif", JobAction.CHANGE),
        ("picture-animated", JobAction.CHANGE),
        ("picture-empty", JobAction.CHANGE),
    ],
)
def test_a_picture_that_cant_be_sent_is_to_be_chosen_anew_unless_it_may_come_back(code, action) -> None:
    job = a_job(state=S.REFUSED, trouble=Trouble.of(refusal(code, "/p/fox.png")))
    assert standing_action(job) is action
    assert is_tried_with_all(job, AnotherTry()) == (action is JobAction.RETRY)


def test_what_was_ordered_again_shows_that_whatever_it_was() -> None:
    job = refused(ServiceError(status=400, code=1301))
    again = AnotherTry(instead_id="other")
    assert standing_action(job, again) is actions_for(job, again)[0] is JobAction.SHOW_INSTEAD
    assert JobAction.CHANGE not in actions_for(job, again)


def test_a_job_that_is_under_way_is_never_called_to_be_changed() -> None:
    for state in set(S) - {S.REFUSED, S.FAILED}:
        assert JobAction.CHANGE not in actions_for(a_job(state=state, trouble=a_trouble("1301")))
