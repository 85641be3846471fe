"""The queue's rows: their order, their texts, and progress bars that never claim more than is known."""

from dataclasses import replace
from datetime import timedelta

import pytest
from fakes.requests import a_request
from fakes.ui_values import NOW, a_job, a_trouble
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from vidu_desktop.domain.amounts import Sums, usd
from vidu_desktop.domain.another_try import AnotherTry
from vidu_desktop.domain.job import ACCEPTED_ID_LOST, GIVEN_UP, JobState
from vidu_desktop.ui.models.job_actions import JobAction, actions_for, standing_action
from vidu_desktop.ui.models.job_progress import LiveProgress, Progress, ProgressKind, progress_of
from vidu_desktop.ui.models.job_words import JobTone, words_of_job
from vidu_desktop.ui.models.queue_model import QueueModel
from vidu_desktop.ui.models.queue_role import QueueRole

S = JobState


@pytest.fixture
def model(qapp):
    model = QueueModel(lambda sha256: f"/thumbs/{sha256}.jpg", now=lambda: NOW)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    return model


def ids(model):
    return [job.job_id for job in model.jobs()]


def words(job, live=None, expected_s=None):
    return words_of_job(job, live, expected_s, NOW)


def test_what_is_under_way_stands_above_in_queue_order_and_what_ended_below_newest_first(model):
    model.set_jobs(
        [
            a_job("old", S.STORED, stored_at=NOW - timedelta(hours=2)),
            a_job("second", S.READY, position=2.0),
            a_job("new", S.STORED, stored_at=NOW),
            a_job("first", S.WAITING, position=1.0),
        ]
    )

    assert ids(model) == ["first", "second", "new", "old"]


def test_a_job_moves_down_when_it_ends_and_keeps_its_row_while_it_goes_on(model, qtbot):
    model.set_jobs([a_job("a", S.FETCHING, position=1.0), a_job("b", S.WAITING, position=2.0)])

    with qtbot.waitSignal(model.dataChanged):
        model.put([a_job("a", S.VERIFYING, position=1.0)])
    assert ids(model) == ["a", "b"]
    with qtbot.waitSignal(model.rowsMoved):
        model.put([a_job("a", S.STORED, position=1.0)])

    assert ids(model) == ["b", "a"]
    assert model.job("a").state is S.STORED


def test_an_unknown_id_is_no_error(model):
    model.set_jobs([a_job("a")])

    model.remove(["gone"])
    model.set_progress("gone", 0.5)
    model.set_expected("gone", 3.0)

    assert ids(model) == ["a"]


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 5), st.sampled_from(list(S)), st.floats(0, 9)), max_size=25))
def test_whatever_happens_the_order_is_that_of_a_fresh_start(steps):
    model = QueueModel(lambda _: "", now=lambda: NOW)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    known = {}
    for number, state, position in steps:
        job = a_job(f"job{number}", state, position=position, created_at=NOW + timedelta(seconds=number))
        known[job.job_id] = job
        model.put([job])
    fresh = QueueModel(lambda _: "", now=lambda: NOW)
    fresh.set_jobs(list(known.values()))

    assert ids(model) == ids(fresh)


def test_the_roles_are_typed(model):
    model.set_jobs([a_job("a", S.FETCHING)])
    model.set_progress("a", 0.25, 1_000_000, 4_000_000)
    index = model.index(0)

    assert index.data(QueueRole.JOB) == model.job("a")
    assert index.data(QueueRole.PROGRESS) == Progress(ProgressKind.EXACT, 0.25)
    assert index.data(QueueRole.THUMB_PATH) == f"/thumbs/{'f0' * 32}.jpg"
    assert index.data(Qt.ItemDataRole.DisplayRole) == "A fox turns its head"
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert all(part in spoken for part in ("A fox turns its head", "Image to video", "Fetching", "$0.20"))


def test_a_prompt_with_tags_stays_plain_text_in_the_tip(model):
    model.set_jobs([a_job("a", prompt='<img src="file:///etc/passwd">')])

    tip = model.index(0).data(Qt.ItemDataRole.ToolTipRole)

    assert "<img" not in tip
    assert "&lt;img" in tip


def test_what_was_counted_is_forgotten_with_the_state_it_belonged_to(model):
    model.set_jobs([a_job("a", S.SENDING)])
    model.set_progress("a", 0.9, 9, 10)

    model.put([a_job("a", S.FETCHING)])

    assert model.progress_at(0).kind is ProgressKind.NONE


def test_a_job_without_prepared_pictures_has_no_thumbnail_path(model):
    job = a_job("a", S.DRAFT)
    model.set_jobs(
        [replace(job, pictures=tuple(replace(picture, prepared=None) for picture in job.pictures))]
    )

    assert model.index(0).data(QueueRole.THUMB_PATH) == ""


def test_the_counts_follow_and_the_money_at_risk_is_summed(model, qtbot):
    with qtbot.waitSignal(model.counts_changed):
        model.set_jobs(
            [
                a_job("1", S.WAITING),
                a_job("2", S.READY),
                a_job("3", S.UNKNOWN, price=usd("0.40")),
                a_job("4", S.UNKNOWN, price=usd("0.20")),
                a_job("5", S.UNKNOWN, price=usd("0.20"), trouble=a_trouble(ACCEPTED_ID_LOST)),
                a_job("6", S.FAILED),
                a_job("7", S.STORED),
                a_job("8", S.CANCELLED),
            ]
        )

    counts = model.counts
    assert (counts.running, counts.waiting, counts.at_risk, counts.failed, counts.stored) == (1, 1, 3, 1, 1)
    # The fifth is charged for certain, so it isn't at risk.
    assert counts.risk_money == Sums.of([usd("0.60")])


@pytest.mark.parametrize(
    ("state", "actions"),
    [
        (S.DRAFT, {JobAction.EDIT, JobAction.CANCEL, JobAction.USE_AGAIN}),
        (S.READY, {JobAction.EDIT, JobAction.CANCEL, JobAction.USE_AGAIN}),
        (S.SENDING, {JobAction.USE_AGAIN}),
        (S.ACCEPTED, {JobAction.CANCEL, JobAction.USE_AGAIN}),
        (S.WAITING, {JobAction.CANCEL, JobAction.USE_AGAIN}),
        (S.FETCHING, {JobAction.CANCEL, JobAction.USE_AGAIN}),
        (S.UNKNOWN, {JobAction.DECIDE, JobAction.USE_AGAIN}),
        (S.REFUSED, {JobAction.RETRY, JobAction.USE_AGAIN, JobAction.REMOVE}),
        (S.FAILED, {JobAction.RETRY, JobAction.USE_AGAIN, JobAction.REMOVE}),
        (S.EXPIRED, {JobAction.DECIDE, JobAction.RETRY, JobAction.USE_AGAIN, JobAction.REMOVE}),
        (S.CANCELLED, {JobAction.RETRY, JobAction.USE_AGAIN, JobAction.REMOVE}),
        (S.STORED, {JobAction.PLAY, JobAction.USE_AGAIN, JobAction.REMOVE}),
    ],
)
def test_each_state_offers_what_makes_sense(state, actions):
    assert set(actions_for(a_job(state=state))) == actions


def test_another_task_id_is_asked_for_only_where_the_service_has_named_none():
    named = a_job(state=S.EXPIRED, answers={"accepted": {"id": "task-7"}})
    assert set(actions_for(named)) == {JobAction.RETRY, JobAction.USE_AGAIN, JobAction.REMOVE}
    assert standing_action(named) is JobAction.RETRY


@pytest.mark.parametrize("state", list(S))
def test_only_ended_jobs_can_be_removed_and_only_sent_ones_never_taken_back(state):
    job = a_job(state=state)

    assert (JobAction.REMOVE in actions_for(job)) == job.ended
    if state in (S.SENDING, S.UNKNOWN):
        assert JobAction.CANCEL not in actions_for(job)
    assert standing_action(job) in (None, actions_for(job)[0])


def test_bytes_and_a_rehearsals_frames_are_counted_exactly():
    live = LiveProgress(0.5, 5, 10)

    for job in (a_job(state=S.SENDING), a_job(state=S.FETCHING), a_job(state=S.WAITING, rehearsal=True)):
        assert progress_of(job, live, 30.0, NOW) == Progress(ProgressKind.EXACT, 0.5)


def test_the_services_work_is_an_estimate_and_nothing_without_an_expectation():
    job = a_job(state=S.WAITING)

    assert progress_of(job, None, 60.0, NOW).kind is ProgressKind.ESTIMATE
    assert progress_of(job, None, None, NOW).kind is ProgressKind.NONE
    assert progress_of(a_job(state=S.READY), None, 60.0, NOW).kind is ProgressKind.NONE


@settings(deadline=None)
@given(st.floats(0.1, 600), st.floats(0, 1e6), st.floats(0, 1e6))
def test_an_estimate_only_grows_and_never_reaches_the_end(expected_s, first_s, second_s):
    at = sorted((first_s, second_s))
    bars = [
        progress_of(a_job(state=S.WAITING, accepted_at=NOW - timedelta(seconds=s)), None, expected_s, NOW)
        for s in at
    ]

    assert 0 <= bars[0].fraction <= bars[1].fraction < 1


def test_an_answer_lost_says_that_nobody_knows_and_perhaps_charged():
    said = words(a_job(state=S.UNKNOWN))

    assert said.state == "Answer lost"
    assert said.detail == "We don't know yet whether it was charged; we're checking."
    assert said.tone is JobTone.WARN
    assert "perhaps charged $0.20" in said.spoken


@pytest.mark.parametrize("state", [S.REFUSED, S.FAILED, S.EXPIRED])
def test_the_services_own_words_stand_in_the_row_once(state):
    said = words(a_job(state=state, trouble=a_trouble("1301", "Contains a logo.")))
    repeated = words(
        a_job(state=S.REFUSED, trouble=a_trouble("1214", "bad size", template="The service: bad size"))
    )

    assert (said.state == "Blocked by policy") is (state is not S.EXPIRED)
    assert said.detail.count("Contains a logo.") == 1
    assert ("not charged" in said.spoken) is (state is S.REFUSED)
    assert repeated.detail.count("bad size") == 1


def test_a_failure_after_acceptance_says_that_it_was_charged():
    assert "It was charged $0.20" in words(a_job(state=S.FAILED)).detail
    assert "charged" not in words(a_job(state=S.FAILED, rehearsal=True, trouble=a_trouble())).detail


@pytest.mark.parametrize(
    ("job", "state"),
    [
        (a_job(state=S.CANCELLED), "Taken off"),
        (a_job(state=S.CANCELLED, task_id="t"), "Given up, charged"),
        (a_job(state=S.CANCELLED, trouble=a_trouble(GIVEN_UP)), "Treated as lost"),
        (a_job(state=S.UNKNOWN, trouble=a_trouble(ACCEPTED_ID_LOST)), "Charged, task id lost"),
        (a_job(state=S.WAITING, rehearsal=True), "Waits its turn"),
        (a_job(state=S.READY, trouble=a_trouble("1113")), "On hold"),
    ],
)
def test_states_that_need_more_than_their_name(job, state):
    assert words(job).state == state


def test_a_rehearsal_that_is_not_begun_says_that_it_waits_and_counts_nothing():
    job = a_job(state=S.WAITING, rehearsal=True)
    for live in (None, LiveProgress(0.0)):
        said = words(job, live)
        assert (said.state, said.time) == ("Waits its turn", "")
    assert words(job, LiveProgress(0.01)).state == "Rendering here"
    assert progress_of(job, None, 8.0, NOW + timedelta(seconds=4)) == Progress(ProgressKind.NONE)


def test_elapsed_and_expected_time_are_told_and_lateness_too():
    assert words(a_job(state=S.WAITING), None, 40.0).time == "30 s of about 40 s"
    assert words(a_job(state=S.WAITING), None, 10.0).time == "30 s, longer than usual"
    assert words(a_job(state=S.WAITING)).time == "30 s"
    assert words(a_job(state=S.WAITING, rehearsal=True), LiveProgress(0.63)).time == "63 % · 30 s"
    assert words(a_job(state=S.STORED)).time == "25 s"


@pytest.mark.parametrize("state", list(S))
def test_every_state_has_words_for_the_eye_and_for_the_ear(state):
    said = words(a_job(state=state, prompt="", pictures=()))

    assert said.state
    assert said.price == "$0.20"
    assert said.state in said.spoken
    assert "No prompt" in said.spoken
    assert words(a_job(state=state, rehearsal=True)).price == "free"


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 30), st.sampled_from(list(S)), st.floats(0, 9)), max_size=25))
def test_many_at_once_stand_as_if_they_had_come_one_by_one(steps):
    new = {number: a_job(f"n{number}", state, position=position) for number, state, position in steps}
    model, other = (QueueModel(lambda _: "", now=lambda: NOW) for _ in range(2))
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    for either in (model, other):
        either.set_jobs([a_job(f"{n}", S.READY, position=n + 0.5) for n in range(8)])
    model.put(new.values())
    for job in new.values():
        other.put([job])
    assert ids(model) == ids(other)
    assert [model.index(at).data(QueueRole.JOB).job_id for at in range(model.rowCount())] == ids(other)
    assert model.counts == other.counts


def test_new_orders_at_the_end_of_the_line_are_one_change(model, qtbot):
    model.set_jobs([a_job("a", S.READY, position=1.0), a_job("z", S.STORED)])
    changes = []
    model.rowsInserted.connect(lambda _parent, first, last: changes.append((first, last)))
    model.put([a_job(f"{n}", S.DRAFT, position=2.0 + n) for n in range(500)])
    assert changes == [(1, 500)]


def test_rows_of_one_prompt_are_told_apart_by_their_shots_and_then_their_takes(qtbot):
    model = QueueModel(lambda sha256: sha256)
    request = a_request("sun climbs over the trees", shot="S010")
    model.set_jobs([a_job("a", S.STORED, request=request), a_job("b", request=request)])
    changed = []
    model.dataChanged.connect(lambda first, _last: changed.append(first.row()))

    model.set_take_labels({"a": "S010_T001"})

    assert [model.words_at(row).subtitle for row in range(2)] == ["S010", "S010_T001"]
    assert changed == [1], "the row that says something else now"
    assert "S010_T001" in model.words_at(1).spoken


def test_rows_without_a_prompt_are_called_by_their_pictures():
    said = words(a_job(prompt=""))

    assert said.title == "fox"
    assert said.spoken.startswith("fox")


def test_what_was_known_of_a_row_already_has_it_drawn_no_second_time(model):
    model.set_jobs([a_job("old", S.FAILED), a_job("new", S.WAITING, position=1.0)])
    drawn: list[int] = []
    model.dataChanged.connect(lambda first, last: drawn.extend(range(first.row(), last.row() + 1)))
    old, new = (model.reveal(job_id).row() for job_id in ("old", "new"))

    for again in (model.again("old"), AnotherTry(instead_id="new"), AnotherTry(instead_id="new")):
        model.set_tries({"old": again, "new": model.again("new"), "gone": again})
    assert drawn == [old]

    for fraction in (0.25, 0.25, 0.5):
        model.set_progress("new", fraction)
    for expected_s in (30.0, 30.0):
        model.set_expected("new", expected_s)
    assert drawn == [old, new, new, new]
