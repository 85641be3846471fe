"""A sum on the command line is in the currency of the service's door; another currency is refused."""

import argparse

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vidu_desktop.cli.argument_types import in_currency, sum_of_money
from vidu_desktop.cli.batch_verbs import check_fits_budget
from vidu_desktop.domain.amounts import Currency, Sums, TypedSum, cny, typed_sum, usd
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
        ("５", None),
        ("＄５．００", "USD"),
        ("5,00", None),
        ("5.", None),
        (" 5 ", None),
        ("05.0000", None),
    ],
)
def test_a_sum_may_name_its_currency(typed: str, currency: str | None) -> None:
    asked = sum_of_money(typed)
    assert (asked.amount, asked.currency) == (5, currency)


@pytest.mark.parametrize(
    "typed",
    [
        *(
            "",
            " ",
            "USD",
            "$",
            ".",
            ",",
            "5EUR",
            "-5",
            "-0",
            "+5",
            "$5USD$",
            "$5CNY",
            "5USD CNY",
            "$$5",
            "5 000",
        ),
        *(
            "1e30",
            "1e3",
            "1E-400",
            "1e999999999",
            "nan",
            "inf",
            "1_000",
            "1,000",
            "1.000,50",
            "5'000",
            "0x5",
            "½",
        ),
        *("١٢", "5.00001", "1000001", "9" * 5_000, "5\0", "5\n5", "5²", "①", "5¹/₂"),
    ],
)
def test_what_is_no_sum_is_refused(typed: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError):
        sum_of_money(typed)


@given(st.text(st.sampled_from("0123456789.,eE+-_ $¥CNYUSDＮａ５"), max_size=12))
def test_whatever_is_read_is_small_and_exact(typed: str) -> None:
    read = typed_sum(typed)
    assert read is None or (0 <= read.amount <= 1_000_000 and len(format(read.amount, "f")) <= 12)


def test_it_is_in_the_currency_of_the_door() -> None:
    assert in_currency(sum_of_money("5"), Currency.CNY) == cny(5)
    assert in_currency(sum_of_money("5USD"), Currency.USD) == usd(5)
    assert in_currency(None, Currency.USD) is None
    with pytest.raises(BadInput, match="budget-currency"):
        in_currency(TypedSum(sum_of_money("5").amount, Currency.USD), Currency.CNY)


def test_a_budget_pays_for_nothing_in_another_currency() -> None:
    with pytest.raises(BadInput, match="budget-currency"):
        check_fits_budget(cny(1), Sums(), usd(100), "{total} {budget}")
    check_fits_budget(usd(1), Sums.of([cny(500)]), usd(1), "{total} {budget}")
    with pytest.raises(BadInput, match="budget-exceeded"):
        check_fits_budget(usd(1), Sums.of([usd("0.01")]), usd(1), "{total} {budget}")
