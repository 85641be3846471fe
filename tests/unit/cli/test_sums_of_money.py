"""A sum on the command line is in the currency of the service's door; another currency is refused."""

import argparse

import pytest

from vidu_desktop.cli.argument_types import NamedSum, in_currency, sum_of_money
from vidu_desktop.cli.batch_verbs import check_fits_budget
from vidu_desktop.domain.amounts import Currency, Sums, cny, usd
from vidu_desktop.errors import BadInput


@pytest.mark.parametrize(
    ("typed", "currency"),
    [
        ("5", None),
        ("$5", "USD"),
        ("5USD", "USD"),
        ("5 usd", "USD"),
        ("CNY 5", "CNY"),
        ("5cny", "CNY"),
        ("¥5", "CNY"),
        ("￥5", "CNY"),
    ],
)
def test_a_sum_may_name_its_currency(typed: str, currency: str | None) -> None:
    asked = sum_of_money(typed)
    assert (asked.amount, asked.currency) == (5, currency)


@pytest.mark.parametrize("typed", ["", "USD", "5EUR", "-5", "$5USD$", "$5CNY", "5USD CNY", "1e30", "nan"])
def test_what_is_no_sum_is_refused(typed: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError):
        sum_of_money(typed)


def test_it_is_in_the_currency_of_the_door() -> None:
    assert in_currency(sum_of_money("5"), Currency.CNY) == cny(5)
    assert in_currency(sum_of_money("5USD"), Currency.USD) == usd(5)
    assert in_currency(None, Currency.USD) is None
    with pytest.raises(BadInput, match="budget-currency"):
        in_currency(NamedSum(sum_of_money("5").amount, Currency.USD), Currency.CNY)


def test_a_budget_pays_for_nothing_in_another_currency() -> None:
    with pytest.raises(BadInput, match="budget-currency"):
        check_fits_budget(cny(1), Sums(), usd(100), "{total} {budget}")
    check_fits_budget(usd(1), Sums.of([cny(500)]), usd(1), "{total} {budget}")
    with pytest.raises(BadInput, match="budget-exceeded"):
        check_fits_budget(usd(1), Sums.of([usd("0.01")]), usd(1), "{total} {budget}")
