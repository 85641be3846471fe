"""What a stranger wrote into a batch's head or log is refused, or within the bounds of all that works with it."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from fakes.bad_documents import OUT_OF_BOUNDS, places_in, with_value
from fakes.batches import a_batch

from vidu_desktop.domain.amounts import Money, format_money, usd
from vidu_desktop.domain.batch import STOP_WINDOW, TAKES_MOST, Act, Batch, Deed
from vidu_desktop.domain.batch_documents import (
    act_from_line,
    act_to_line,
    head_from_document,
    head_to_document,
)
from vidu_desktop.domain.sheet import ROWS_MOST
from vidu_desktop.errors import BadInput

HEAD: Any = json.loads(
    json.dumps(
        head_to_document(a_batch(2))
        | {"work": {"edits": [], "left_out": [], "more_takes": [[2, 1, ["a.png"]], [2, 1]]}}
    )
)
APPROVED: Any = json.loads(
    act_to_line(
        Act(
            deed=Deed.APPROVED,
            at=datetime(2026, 11, 30, tzinfo=UTC),
            by="here",
            approval=1,
            rows=2,
            total=usd("0.40"),
            budget=usd(5),
            day_budget=usd(1),
        )
    )
)
HUGE_TAKES = 10**12


def can_be_worked_with(batch: Batch) -> bool:
    batch.created_at.astimezone()
    sums = [row.price * row.takes for row in batch.rows]
    words = [format_money(price) for price in sums]
    takes = [*(row.takes for row in batch.rows), *batch.work.more_takes.values()]
    return (
        all(price.amount >= 0 for price in sums)
        and all(len(text) < 60 for text in words)
        and all(0 <= count <= TAKES_MOST for count in takes)
        and 0 <= batch.stop_after <= STOP_WINDOW
        and len(batch.separator) == 1
        and all(row.approval >= 0 and row.line >= 0 for row in batch.rows)
    )


@pytest.mark.parametrize("place", list(places_in(HEAD)), ids=str)
def test_a_head_out_of_bounds_is_refused_or_can_be_worked_with(place: tuple[str | int, ...]) -> None:
    for value in (*OUT_OF_BOUNDS, HUGE_TAKES, "1E+999999", "1E-999999"):
        try:
            batch = head_from_document(with_value(HEAD, place, value))
        except BadInput:
            continue
        assert can_be_worked_with(batch), (place, value)


@pytest.mark.parametrize("place", list(places_in(APPROVED)), ids=str)
def test_a_line_of_the_log_out_of_bounds_is_refused_or_can_be_worked_with(
    place: tuple[str | int, ...],
) -> None:
    for value in (*OUT_OF_BOUNDS, "1E+999999", "1E-999999"):
        try:
            act = act_from_line(json.dumps(with_value(APPROVED, place, value)).encode("ascii"))
        except BadInput:
            continue
        act.at.astimezone()
        sums: list[Money | None] = [act.total, act.budget, act.day_budget]
        assert all(one is None or (one.amount >= 0 and len(format_money(one)) < 60) for one in sums)
        assert min(act.approval, act.rows) >= 0


def test_a_head_and_a_line_within_bounds_come_back() -> None:
    assert can_be_worked_with(head_from_document(HEAD))
    assert json.loads(act_to_line(act_from_line(json.dumps(APPROVED).encode("ascii")))) == APPROVED


@pytest.mark.parametrize("amount", ["1000001", "99999999", "12345678901234567890", "1E+40"])
def test_a_budget_of_any_size_gives_up_no_batch(amount: str) -> None:
    """The window took any: people type 99999999 for “no limit”."""
    act = act_from_line(json.dumps(APPROVED | {"budget_usd": amount}).encode("ascii"))
    assert act.budget is not None
    assert act.budget >= usd(1_000_001)
    assert len(format_money(act.budget)) < 60


def test_what_a_batch_of_the_most_videos_costs_is_read_again() -> None:
    total = usd("10") * (TAKES_MOST * ROWS_MOST)
    assert (
        act_from_line(json.dumps(APPROVED | {"total_usd": str(total.amount)}).encode("ascii")).total == total
    )


@pytest.mark.parametrize("separator", ["", "\r", '"', ";;"])
def test_a_batch_isnt_given_up_for_its_separator(separator: str) -> None:
    assert head_from_document(HEAD | {"separator": separator}).separator == ","
