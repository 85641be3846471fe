"""The ledger, the budget and the sheet for the books."""

import random
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo

import pytest
from fakes.kept_things import NOON, a_job, a_request

from vidu_desktop.domain.amounts import Sums, fitting, format_money, usd
from vidu_desktop.domain.job import GIVEN_UP, Job, JobState, Trouble
from vidu_desktop.domain.money import (
    Ledger,
    Period,
    committed,
    csv_rows,
    left_money,
    within_budget,
)
from vidu_desktop.domain.money_sums import Axis, GroupSum, MoneySums
from vidu_desktop.domain.origin import batch_origin
from vidu_desktop.engine.tallies import Tallies
from vidu_desktop.errors import Sentence

TODAY = date(2026, 11, 22)
GIVEN_UP_JOB = a_job(
    "given up", JobState.CANCELLED, task_id=None, trouble=Trouble(code=GIVEN_UP, sentence=Sentence("Lost."))
)


def ledger_of(jobs: Iterable[Job], period: Period, today: date, zone: tzinfo) -> Ledger:
    return MoneySums(jobs, today, zone).ledger(period)


def test_each_kind_of_charge_has_its_sum() -> None:
    jobs = [
        a_job("draft", JobState.DRAFT),
        a_job("ready", JobState.READY),
        a_job("sending", JobState.SENDING, price=usd("0.40")),
        a_job("unknown", JobState.UNKNOWN),
        a_job("waiting", JobState.WAITING),
        a_job("stored", JobState.STORED, price=usd("0.40")),
        a_job("failed", JobState.FAILED),
        a_job("refused", JobState.REFUSED),
        a_job("rehearsal", JobState.STORED, rehearsal=True),
        GIVEN_UP_JOB,
    ]

    assert ledger_of(jobs, Period.ALL, TODAY, UTC) == Ledger(
        spent=Sums.of([usd("0.80")]),
        at_risk=Sums.of([usd("0.60")]),
        lost=Sums.of([usd("0.20")]),
        planned=Sums.of([usd("0.40")]),
    )
    assert ledger_of(jobs, Period.ALL, TODAY, UTC).committed == Sums.of([usd("1.60")])


def test_what_is_left_counts_what_is_spent_at_risk_given_up_and_in_line() -> None:
    jobs = [
        a_job("ready", JobState.READY),
        a_job("unknown", JobState.UNKNOWN),
        a_job("stored", JobState.STORED),
        a_job("refused", JobState.REFUSED),
        a_job("rehearsal", JobState.READY, rehearsal=True),
        GIVEN_UP_JOB,
    ]
    tallies = Tallies()
    for job in jobs:
        tallies.turn(None, job)
    assert left_money(tallies.taken_money, None) is None
    assert left_money(tallies.taken_money, usd(3)) == usd("2.20")
    assert left_money(tallies.taken_money, usd("0.50")) == usd(0)


def test_whatever_changes_the_kept_sums_are_those_of_a_fresh_count() -> None:
    dice = random.Random(1)
    books: dict[str, Job] = {}
    sums = MoneySums([], TODAY, UTC)
    for _ in range(300):
        state = dice.choice(list(JobState))
        accepted_at = datetime(TODAY.year, dice.choice((10, 11)), dice.choice((1, 22)), tzinfo=UTC)
        model = dice.choice(("vidu2-image", "viduq1-image"))
        job = a_job(
            f"{dice.randint(0, 20)}",
            state,
            request=replace(a_request(), model=model),
            accepted_at=accepted_at,
            task_id=dice.choice([None, "t"]),
        )
        books[job.job_id] = job
        sums.put(job)
        fresh = MoneySums(books.values(), TODAY, UTC)
        for period in Period:
            assert sums.ledger(period) == fresh.ledger(period)
            for axis in Axis:
                assert sums.groups(period, axis) == fresh.groups(period, axis)
    assert sums.ledger(Period.MONTH).spent
    assert sums.ledger(Period.ALL).committed == committed(books.values())


def test_another_day_is_counted_anew() -> None:
    sums = MoneySums([], TODAY, UTC)
    assert sums.holds(TODAY, UTC)
    assert not sums.holds(TODAY + timedelta(days=1), UTC)
    assert not sums.holds(TODAY, timezone(timedelta(hours=9)))


@pytest.mark.parametrize(
    ("left", "price", "fits"),
    [
        (None, "0.20", 40),
        ("2.40", "0.20", 12),
        ("2.39", "0.20", 11),
        ("0", "0.20", 0),
        ("0", "0", 40),
        ("99", "0.20", 40),
    ],
)
def test_so_many_videos_fit_into_what_is_left(left: str | None, price: str, fits: int) -> None:
    assert fitting(40, usd(price), None if left is None else usd(left)) == fits


@pytest.mark.parametrize(
    ("accepted_at", "counted"),
    [
        (datetime(2026, 11, 22, 0, 0, tzinfo=UTC), {Period.TODAY, Period.MONTH, Period.ALL}),
        (datetime(2026, 11, 21, 23, 59, tzinfo=UTC), {Period.MONTH, Period.ALL}),
        (datetime(2026, 11, 1, 0, 0, tzinfo=UTC), {Period.MONTH, Period.ALL}),
        (datetime(2026, 10, 31, 23, 59, tzinfo=UTC), {Period.ALL}),
        (datetime(2025, 11, 22, 12, 0, tzinfo=UTC), {Period.ALL}),
    ],
)
def test_a_period_counts_by_the_day_of_acceptance(accepted_at: datetime, counted: set[Period]) -> None:
    jobs = [a_job(state=JobState.STORED, accepted_at=accepted_at)]

    found = {period for period in Period if ledger_of(jobs, period, TODAY, UTC).spent}

    assert found == counted


def test_the_day_is_the_persons_own() -> None:
    tokyo = timezone(timedelta(hours=9))
    jobs = [a_job(state=JobState.STORED, accepted_at=datetime(2026, 11, 21, 16, 0, tzinfo=UTC))]

    assert ledger_of(jobs, Period.TODAY, TODAY, tokyo).spent == Sums.of([usd("0.20")])
    assert ledger_of(jobs, Period.TODAY, TODAY, UTC).spent == Sums()


def test_what_is_planned_counts_today_however_old_it_is() -> None:
    jobs = [a_job(state=JobState.READY, created_at=NOON - timedelta(days=400))]

    assert ledger_of(jobs, Period.TODAY, TODAY, UTC).planned == Sums.of([usd("0.20")])


@pytest.mark.parametrize(
    ("budget", "allowed"), [(None, True), ("0.80", True), ("0.79", False), ("0", False), ("100", True)]
)
def test_the_budget_counts_what_is_spent_at_risk_or_lost(budget: str | None, allowed: bool) -> None:
    jobs = [
        a_job("a", JobState.STORED),
        a_job("b", JobState.UNKNOWN),
        GIVEN_UP_JOB,
        a_job("c", JobState.READY),
    ]

    assert within_budget(jobs, usd("0.20"), None if budget is None else usd(budget)) is allowed


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        ("0", "$0.00"),
        ("0.2", "$0.20"),
        ("0.20", "$0.20"),
        ("0.005", "$0.005"),
        ("10", "$10.00"),
        ("1E+3", "$1,000.00"),
        ("1234.5", "$1,234.50"),
        ("-0.4", "-$0.40"),
        ("0.000", "$0.00"),
    ],
)
def test_amounts_are_written_for_people(amount: str, text: str) -> None:
    assert format_money(usd(amount)) == text


TOKYO = timezone(timedelta(hours=9))


def the_sheet(*jobs: Job) -> list[dict[str, str]]:
    """Return the rows as a spreadsheet finds them: by the names of the columns."""
    header, *rows = csv_rows(jobs, TOKYO)
    return [dict(zip(header, row, strict=True)) for row in rows]


def test_the_sheet_says_of_a_paid_video_all_that_the_books_need() -> None:
    job = a_job("j", JobState.STORED, request_id="ours", video_path="2026-11/fox.mp4")

    assert the_sheet(job) == [
        {
            "created": "2026-11-22T21:00:00+09:00",
            "charged": "2026-11-22T21:00:00+09:00",
            "job": "j",
            "request_id": "ours",
            "task_id": "task-j",
            "model": job.request.model,
            "prompt": job.request.prompt,
            "state": "STORED",
            "charge": "spent",
            "price": "0.20",
            "currency": "USD",
            "rehearsal": "no",
            "video": "2026-11/fox.mp4",
            "project": "",
            "shot": "",
            "batch": "",
            "preset": "",
        }
    ]


def test_what_an_order_does_not_have_yet_is_an_empty_cell() -> None:
    (row,) = the_sheet(a_job("r", JobState.READY, request_id=None, task_id=None))

    assert {name for name, cell in row.items() if not cell} == {
        "charged",
        "request_id",
        "task_id",
        "video",
        "project",
        "shot",
        "batch",
        "preset",
    }


def test_nothing_in_the_sheet_is_what_a_spreadsheet_would_run() -> None:
    (row,) = the_sheet(a_job("d", JobState.STORED, request=a_request('=HYPERLINK("x")')))

    assert row["prompt"] == '\'=HYPERLINK("x")'


def test_a_rehearsal_costs_nothing_in_the_sheet_and_is_called_one() -> None:
    (row,) = the_sheet(a_job(rehearsal=True))

    assert (row["price"], row["rehearsal"]) == ("0", "yes")


def test_what_each_kind_of_video_has_cost_is_told_with_how_many_came_home() -> None:
    jobs = [
        a_job("new", JobState.STORED),
        a_job("old", JobState.STORED, accepted_at=NOON - timedelta(days=60)),
        a_job("failed", JobState.FAILED),
        a_job("risk", JobState.UNKNOWN),
        a_job("planned", JobState.READY),
    ]
    kind = (a_request().model, a_request().mode)
    price = jobs[0].price

    sums = MoneySums(jobs, TODAY, UTC)

    assert sums.groups(Period.TODAY, Axis.MODEL) == {
        kind: GroupSum(charged=2, in_library=1, spent=Sums.of(2 * [price]))
    }
    assert sums.groups(Period.ALL, Axis.MODEL) == {
        kind: GroupSum(charged=3, in_library=2, spent=Sums.of(3 * [price]))
    }


def test_what_a_batch_has_cost_stands_beside_what_was_bought_without_one() -> None:
    jobs = [
        a_job("one", JobState.STORED, origin=batch_origin("spring", "row", 1)),
        a_job("two", JobState.STORED, origin=batch_origin("spring", "row", 2)),
        a_job("again", JobState.STORED, origin="again:one"),
        a_job("alone", JobState.STORED),
    ]

    by_batch = MoneySums(jobs, TODAY, UTC).groups(Period.ALL, Axis.BATCH)

    assert {group: each.charged for group, each in by_batch.items()} == {("spring",): 2, ("",): 2}
    assert [row["batch"] for row in the_sheet(*jobs)] == ["spring", "spring", "", ""]


def test_of_the_kept_videos_those_count_that_were_charged_in_the_period_each_once() -> None:
    long_ago = NOON - timedelta(days=400)
    jobs = [
        a_job("one", JobState.STORED),
        a_job("two", JobState.STORED),
        a_job("old", JobState.STORED, sent_at=long_ago, accepted_at=long_ago, created_at=long_ago),
        a_job("rehearsed", JobState.STORED, rehearsal=True),
        a_job("ready", JobState.READY),
    ]
    sums = MoneySums(jobs, TODAY, UTC)
    model = (a_request().model, a_request().mode)
    names = [*(job.job_id for job in jobs), "of another computer"]

    assert sums.kept(Period.ALL, Axis.MODEL, names) == {model: 3}
    assert sums.kept(Period.MONTH, Axis.MODEL, names) == {model: 2}
    assert sums.kept(Period.TODAY, Axis.MODEL, ["one", "old"]) == {model: 1}
    assert sums.kept(Period.ALL, Axis.DAY, ["one", "old"]) == {
        (TODAY.isoformat(),): 1,
        (long_ago.date().isoformat(),): 1,
    }
    assert len(sums) == 5
    assert sums.counts("ready")
    assert not sums.counts("of another computer")
    assert sums.holds(TODAY, UTC)
    assert not sums.holds(TODAY + timedelta(days=1), UTC)
