"""Amounts have a currency: amounts in two currencies are never added or compared, and older documents are in US dollars."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vidu_desktop.domain.amounts import (
    FREE,
    Currency,
    MixedCurrencies,
    Money,
    Sums,
    cny,
    fits_budget,
    fitting,
    format_money,
    format_sums,
    usd,
)
from vidu_desktop.domain.json_reading import Fields
from vidu_desktop.domain.money import left_money
from vidu_desktop.domain.money_documents import (
    money_fields,
    money_output,
    read_money,
    read_money_or_none,
    sums_output,
)
from vidu_desktop.errors import BadInput

moneys = st.builds(Money, st.decimals(0, 100_000, places=4, allow_nan=False), st.sampled_from(list(Currency)))


@pytest.mark.parametrize(
    "mix",
    [
        lambda: usd(1) + cny(1),
        lambda: usd(1) - cny(1),
        lambda: usd(1) < cny(2),
        lambda: usd(1) >= cny(2),
        lambda: min(cny(1), usd(2)),
        lambda: usd(5) // cny(1),
        lambda: sum([usd(1), cny(1)], FREE),
    ],
)
def test_two_currencies_are_never_added_up_or_compared(mix) -> None:
    with pytest.raises(MixedCurrencies):
        mix()


def test_nothing_is_nothing_in_every_currency() -> None:
    assert FREE + cny(3) == cny(3)
    assert cny(3) > FREE
    assert usd(1) != cny(1)


@given(st.lists(moneys, max_size=8))
def test_sums_keep_each_currency_apart(amounts: list[Money]) -> None:
    sums = Sums.of(amounts)
    for currency in Currency:
        alone = [money.amount for money in amounts if money.currency is currency]
        assert sums.inside(currency).amount == sum(alone, Decimal(0))
    assert sums == Sums.of(reversed(amounts))
    taken_off = sums
    for money in amounts:
        taken_off += -1 * money
    assert not taken_off


@pytest.mark.parametrize(
    ("price", "budget", "passes"),
    [
        (cny(1), usd(100), False),
        (usd(1), cny(100), False),
        (cny(1), cny(3), True),
        (cny(2), cny(3), False),
        (cny(1), None, True),
        (FREE, usd(0), True),
    ],
)
def test_a_budget_lets_nothing_pass_in_another_currency(
    price: Money, budget: Money | None, passes: bool
) -> None:
    taken = Sums.of([cny(2), usd(90)])
    assert fits_budget(price, taken, budget) is passes
    assert (fitting(1, price, left_money(taken, budget)) == 1) is passes


@pytest.mark.parametrize(
    ("exact", "cents"), [("0.125", "0.12"), ("0.135", "0.14"), ("2", "2.00"), ("0.004", "0.00")]
)
def test_an_amount_is_brought_to_whole_cents_in_its_currency(exact: str, cents: str) -> None:
    assert cny(exact).to_cents() == cny(cents)
    assert str(usd(exact).to_cents().amount) == cents


def test_they_are_written_beside_each_other() -> None:
    assert format_sums(Sums.of([cny(12), usd("3.2")])) == "$3.20 + CN¥12.00"
    assert format_sums(Sums(), Currency.CNY) == "CN¥0.00"
    assert format_money(cny("-1234.5")) == "-CN¥1,234.50"


@given(moneys)
def test_an_amount_comes_back_from_its_document(money: Money) -> None:
    document = money_fields("price", money)
    assert read_money(Fields(document), "price") == money
    in_dollars = money.currency is Currency.USD
    assert ("price_usd" in document) is in_dollars, "an earlier version must not take yuan for dollars"


def test_an_amount_of_an_earlier_version_is_in_us_dollars() -> None:
    assert read_money(Fields({"price_usd": "0.20"}), "price") == usd("0.20")
    assert read_money_or_none(Fields({"budget_usd": None}), "budget") is None
    for wrong in ({"currency": "EUR", "amount": "1"}, {"currency": "CNY", "amount": "x"}, 1):
        with pytest.raises(BadInput):
            read_money(Fields({"price": wrong, "price_usd": "0"}), "price")


def test_scripts_get_the_figure_its_currency_and_dollars_only_where_it_is_in_dollars() -> None:
    assert money_output("price", usd("0.20")) == {"price": 0.2, "currency": "USD", "price_usd": 0.2}
    assert money_output("price", cny("1.5")) == {"price": 1.5, "currency": "CNY", "price_usd": None}
    assert money_output("price", None) == {"price": None, "currency": None, "price_usd": None}


def test_scripts_get_sums_by_currency_and_those_in_dollars_as_ever() -> None:
    both = Sums.of([usd(2), cny(3), usd("0.5")])
    assert sums_output("spent", both) == {"spent_usd": 2.5, "spent": {"USD": 2.5, "CNY": 3.0}}
    assert sums_output("spent", Sums()) == {"spent_usd": 0.0, "spent": {}}


@pytest.mark.parametrize(
    ("document", "field"),
    [
        ({"price": {"amount": "1", "currency": "XTS"}}, "currency"),
        ({"price": {"amount": "1"}}, "currency"),
        ({"price": {"currency": "CNY"}}, "amount"),
        ({"price": {"amount": "-1", "currency": "CNY"}}, "amount"),
        ({"price": "1"}, "price"),
        ({}, "price_usd"),
    ],
)
def test_an_amount_that_cannot_be_read_is_refused_by_name(document: dict[str, object], field: str) -> None:
    with pytest.raises(BadInput) as caught:
        read_money(Fields(document), "price")
    assert caught.value.sentence.values["field"] == field
    assert caught.value.code == "record-damaged"


def test_an_amount_that_may_be_missing_is_read_where_it_is_there() -> None:
    assert read_money_or_none(Fields({}), "budget") is None
    assert read_money_or_none(Fields({"budget_usd": "6"}), "budget") == usd(6)
    assert read_money_or_none(Fields({"budget": {"amount": "6", "currency": "CNY"}}), "budget") == cny(6)


def test_money_is_shared_out_compared_and_written_in_its_own_currency() -> None:
    assert usd("0.60") / 3 == usd("0.20")
    assert [usd(amount) >= usd(1) for amount in (0, 1, 2)] == [False, True, True]
    assert str(usd("0.2")) == "$0.20"


def test_sums_are_rounded_to_cents_each_for_itself() -> None:
    sums = Sums.of([usd("0.2011"), usd("0.1011"), Money(Decimal("1.5049"), Currency.CNY)])
    assert sums.to_cents() == Sums.of([usd("0.30"), Money(Decimal("1.50"), Currency.CNY)])
