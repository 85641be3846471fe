"""What a job means for the money, which moves between states exist, and where its next request goes."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from fakes.kept_things import NOON, a_job

from vidu_desktop.domain.amounts import usd
from vidu_desktop.domain.doors import DEFAULT_BASE_URL, DOOR_URLS, Door
from vidu_desktop.domain.job import (
    ACCEPTED_ID_LOST,
    ENDED,
    GIVEN_UP,
    MOVES,
    UNSENT,
    Charge,
    Job,
    JobState,
    Trouble,
)
from vidu_desktop.errors import BadInput, Sentence

S = JobState
REFERENCE = (Path(__file__).parents[3] / "packaging" / "REFERENCE.md").read_text()
OWN = "https://proxy.office.test/v4"


def paid(state: JobState, **more: object) -> Job:
    return replace(a_job("j", state), **{"rehearsal": False, "price": usd("0.2"), "task_id": None, **more})


def because(code: str) -> Trouble:
    return Trouble(code=code, sentence=Sentence("A made-up trouble."))


def test_the_states_are_called_as_the_reference_says() -> None:
    listed = re.findall(r"^\| `([A-Z_]+)` \|", REFERENCE, re.MULTILINE)
    assert [state.value for state in JobState] == sorted(listed, key=[*JobState.__members__].index)
    assert all(state.value == state.name for state in JobState)


@pytest.mark.parametrize(
    ("job", "charge"),
    [
        (paid(S.DRAFT), Charge.PLANNED),
        (paid(S.READY), Charge.PLANNED),
        (paid(S.SENDING), Charge.AT_RISK),
        (paid(S.UNKNOWN), Charge.AT_RISK),
        (paid(S.UNKNOWN, trouble=because(ACCEPTED_ID_LOST)), Charge.SPENT),
        (paid(S.UNKNOWN, task_id="t"), Charge.SPENT),
        (paid(S.REFUSED), Charge.NONE),
        (paid(S.CANCELLED), Charge.NONE),
        (paid(S.CANCELLED, trouble=because("other")), Charge.NONE),
        (paid(S.CANCELLED, trouble=because(GIVEN_UP)), Charge.LOST),
        (paid(S.CANCELLED, trouble=because(GIVEN_UP), task_id="t"), Charge.SPENT),
        (paid(S.REFUSED, trouble=because(GIVEN_UP)), Charge.NONE),
    ],
)
def test_each_job_means_for_the_money_what_is_known_of_it(job: Job, charge: Charge) -> None:
    assert job.charge is charge
    assert replace(job, rehearsal=True).charge is Charge.NONE


@pytest.mark.parametrize("state", sorted(set(JobState) - UNSENT))
def test_what_has_a_task_is_paid_wherever_it_stands(state: JobState) -> None:
    assert paid(state, task_id="t").charge is Charge.SPENT


def test_the_words_for_charges_are_those_that_sheets_and_scripts_have() -> None:
    assert {Charge(word) for word in ("none", "planned", "at-risk", "spent", "lost")} == {*Charge}


@pytest.mark.parametrize("state", JobState)
def test_a_move_that_isnt_foreseen_changes_nothing(state: JobState) -> None:
    for to in JobState:
        if to in MOVES[state]:
            assert paid(state).moved(to).state is to
        else:
            with pytest.raises(ValueError, match="no move"):
                paid(state).moved(to)


def test_no_way_leads_back_from_what_has_left_to_what_may_leave_but_the_services_own_word() -> None:
    # SENDING back to READY: it was never sent, or the service said "not now"
    after = {S.ACCEPTED, S.UNKNOWN, S.WAITING, S.READY_TO_FETCH, S.FETCHING, S.VERIFYING, S.STORED}
    assert all(not MOVES[state] & UNSENT for state in after | {S.FAILED, S.EXPIRED})
    assert all(not MOVES[state] & {S.SENDING} for state in set(JobState) - {S.READY, S.UNKNOWN})
    assert all(paid(state).ended is (state in ENDED) for state in JobState)


def test_trouble_belongs_to_the_state_that_it_was_met_in() -> None:
    job = paid(S.READY).noted(because("busy"))
    assert job.trouble == because("busy")
    assert job.moved(S.SENDING).trouble is None
    assert job.moved(S.REFUSED, trouble=because("no")).trouble == because("no")
    assert job.noted(None).trouble is None


def test_what_a_trouble_says_has_the_services_words_behind_it() -> None:
    error = BadInput("code", Sentence("Our words."), service_words="their words")
    assert Trouble.of(error) == Trouble(
        code="code", sentence=error.sentence, service_words=error.service_words
    )
    assert Trouble.of(error).message == "Our words. their words"
    assert because("x").message == "A made-up trouble."


@pytest.mark.parametrize("state", JobState)
def test_an_order_that_was_taken_or_perhaps_was_stays_where_it_went(state: JobState) -> None:
    job = paid(state, service_url=OWN, meant_for=DEFAULT_BASE_URL)
    elsewhere = "https://elsewhere.test/v4"
    assert job.address(elsewhere) == (elsewhere if state in UNSENT else OWN)
    assert job.bound_url == (None if state in UNSENT else OWN)


def test_an_order_never_goes_through_the_other_door() -> None:
    chinese = DOOR_URLS[Door.BIGMODEL]
    assert paid(S.READY, meant_for=chinese).address(DEFAULT_BASE_URL) == chinese
    assert paid(S.READY, meant_for=chinese).door is Door.BIGMODEL
    assert paid(S.WAITING, service_url=chinese, meant_for=DEFAULT_BASE_URL).door is Door.BIGMODEL
    assert paid(S.READY, meant_for=None, service_url=chinese).door is Door.ZAI
    assert paid(S.READY, meant_for=None).address(OWN) == OWN


@pytest.mark.parametrize(
    ("state", "answers", "wants"),
    [
        (S.UNKNOWN, {}, True),
        (S.UNKNOWN, {"accepted": {}}, True),
        (S.EXPIRED, {}, True),
        (S.EXPIRED, {"accepted": {"id": "t"}}, False),
        (S.WAITING, {}, False),
        (S.CANCELLED, {}, False),
    ],
)
def test_a_person_may_name_the_task_only_where_the_service_never_did(
    state: JobState, answers: dict[str, object], wants: bool
) -> None:
    assert paid(state, answers=answers).wants_task_id is wants


def test_a_new_job_was_never_sent_nor_fetched_and_shows_no_link() -> None:
    made = a_job("j", S.DRAFT)
    fresh = Job(
        job_id="j", state=S.DRAFT, request=made.request, pictures=(), rehearsal=False,
        price=usd(1), created_at=NOON,
    )  # fmt: skip
    assert (fresh.position, fresh.send_attempts, fresh.fetch_attempts) == (0, 0, 0)
    secret = replace(fresh, video_url="https://f.test/?s=secret", cover_url="https://f.test/?s=secret")
    assert "secret" not in repr(replace(secret, answers={"url": "secret"}))
