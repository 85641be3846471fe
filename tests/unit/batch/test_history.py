"""What a batch's log says about what may be bought, what was ordered, and what counts for the stop rule."""

from dataclasses import replace

import pytest
from fakes.batches import a_batch
from fakes.kept_things import NOON, a_job
from fakes.requests import a_request

from vidu_desktop.domain.batch import (
    STOP_AFTER_USUAL,
    STOP_WINDOW,
    Act,
    BatchRow,
    Deed,
    History,
    StopRule,
)
from vidu_desktop.domain.job import JobState, Trouble
from vidu_desktop.errors import Sentence


def act(deed: Deed, origin: str = "", by: str = "here", approval: int = 0) -> Act:
    return Act(deed=deed, at=NOON, by=by, origin=origin, approval=approval)


def told(*acts: Act) -> History:
    history = History()
    for one in acts:
        history.add(one)
    return history


def test_a_row_may_be_bought_once_its_own_approval_stands_in_the_log() -> None:
    history = told(act(Deed.APPROVED, approval=1))
    row = BatchRow(key="k", line=2, cells=(), request=a_request())

    assert not history.may_buy(row)  # nobody approved it
    assert history.may_buy(replace(row, approval=1))
    assert not history.may_buy(replace(row, approval=2))
    assert not history.may_buy(replace(row, approval=1, request=None))
    assert not History().may_buy(row)


def test_a_batch_that_was_begun_with_a_result_is_one_of_the_sheet_behind_it_with_rows_of_its_own() -> None:
    sheet = replace(
        a_batch(3, batch_id="rehearsed"),
        source_path="/jobs/summer.xlsx",
        source_sha256="1" * 64,
        name="summer",
        sheet_name="June",
        separator=";",
    )
    begun = a_batch(1)

    found = begun.of_the_source_of(sheet)

    assert (found.name, found.source_path, found.source_sha256) == ("summer", "/jobs/summer.xlsx", "1" * 64)
    assert (found.sheet_name, found.separator) == ("June", ";")
    assert (found.batch_id, found.rows) == (begun.batch_id, begun.rows)


def test_a_row_is_made_once_where_nothing_is_said() -> None:
    assert [*BatchRow(key="k", line=2, cells=()).origins("b")] == ["batch:b/k/1"]


def test_orders_and_what_was_taken_are_kept_with_who_ordered_first() -> None:
    history = told(
        act(Deed.APPROVED, approval=1),
        act(Deed.ORDERING, "a"),
        act(Deed.ORDERING, "a", by="there"),
        act(Deed.ORDERING, "b"),
        act(Deed.TAKEN, "a"),
    )
    assert history.ordering == {"a": "here", "b": "here"}
    assert history.taken == {"a"}
    assert history.counted == ["a", "a", "b"]
    assert history.ordered_at == {"a": NOON, "b": NOON}
    assert history.runs
    assert history.approval == act(Deed.APPROVED, approval=1)


@pytest.mark.parametrize(
    ("deed", "runs"),
    [
        (Deed.STOPPED, False),
        (Deed.DONE, False),
        (Deed.PAUSED, False),
        (Deed.ENDED, False),
        (Deed.GOES_ON, True),
    ],
)
def test_the_last_word_about_the_whole_decides_whether_it_runs(deed: Deed, *, runs: bool) -> None:
    history = told(act(Deed.APPROVED, approval=1), act(Deed.ORDERING, "a"), act(deed), act(Deed.TAKEN, "a"))
    assert history.runs is runs
    assert history.counted == ([] if deed is Deed.GOES_ON else ["a"])
    assert not History().runs
    assert History().approval is None


@pytest.mark.parametrize(("named", "runs"), [(0, False), (1, True), (2, False)])
def test_an_end_that_falls_behind_a_later_approval_ends_only_its_own(named: int, *, runs: bool) -> None:
    history = told(
        act(Deed.APPROVED, approval=1), act(Deed.APPROVED, approval=2), act(Deed.DONE, approval=named)
    )
    assert history.runs is runs


def failed(code: str = "1301", state: JobState = JobState.FAILED):
    return a_job(state=state, trouble=Trouble(code=code, sentence=Sentence("No.")))


def test_it_stops_when_so_many_of_the_last_went_wrong_the_same_way() -> None:
    rule = StopRule(after=2)
    rule.ended(failed())
    rule.ended(failed("other"))
    rule.ended(failed("other", JobState.CANCELLED))  # the person wanted it
    rule.ended(a_job(state=JobState.STORED))
    assert rule.code is None
    rule.ended(failed())
    assert rule.code == "1301"

    for _ in range(STOP_WINDOW):
        rule.ended(a_job(state=JobState.STORED))
    assert rule.code is None


def test_a_video_that_is_here_ended_well_and_an_end_without_a_word_counts_for_nothing() -> None:
    rule = StopRule(after=1)
    rule.ended(a_job(state=JobState.STORED, trouble=failed().trouble))
    rule.ended(a_job(state=JobState.FAILED, trouble=None))
    assert rule.code is None


def test_five_of_the_last_ten_stop_it_where_nothing_else_is_said() -> None:
    rule = StopRule(after=STOP_AFTER_USUAL)
    for ended in [*[failed()] * 5, *[a_job(state=JobState.STORED)] * 5]:
        rule.ended(ended)
    assert rule.code == "1301"

    rule.ended(a_job(state=JobState.STORED))  # now the first of the five is the eleventh
    assert rule.code is None


def test_no_more_wait_than_may_still_end_the_same_way_before_it_stops() -> None:
    rule = StopRule(after=5)
    assert [rule.ahead(2), rule.ahead(20)] == [2, 5]
    for left in (4, 3, 2, 1, 0):
        assert rule.code is None
        rule.ended(failed())
        rule.ended(failed(f"other {left}"))
        assert rule.ahead(20) == left
    assert rule.code == "1301"


def test_it_never_stops_where_nobody_wishes_it() -> None:
    rule = StopRule(after=0)
    for _ in range(STOP_WINDOW):
        rule.ended(failed())
    assert rule.code is None
    assert rule.ahead(7) == 7
