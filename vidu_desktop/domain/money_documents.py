"""Amounts in JSON documents.

Amounts in US dollars are stored as they always were, as `price`, for earlier versions that share the folder.
Amounts in any other currency are stored under a name that those don't know, so that they never take yuan for
dollars.
"""

from decimal import Decimal

from vidu_desktop.domain.amounts import Currency, Money, Sums
from vidu_desktop.domain.json_reading import MONEY_MOST, Fields, damaged


def money_fields(name: str, money: Money) -> dict[str, object]:
    """Return the fields that hold an amount called `name`."""
    if money.currency is Currency.USD:
        return {f"{name}_usd": str(money.amount)}
    return {name: {"amount": str(money.amount), "currency": money.currency.value}}


def read_money(fields: Fields, name: str, most: Decimal = MONEY_MOST) -> Money:
    """Read what `money_fields` wrote; a document of an earlier version is in US dollars. Raises BadInput, also for more than
    `most`.
    """
    if not fields.has(name):
        return Money(fields.money(f"{name}_usd", most), Currency.USD)
    part = fields.part(name)
    try:
        currency = Currency(part.text("currency"))
    except ValueError as error:
        raise damaged("currency") from error
    return Money(part.money("amount", most), currency)


def read_money_or_none(fields: Fields, name: str) -> Money | None:
    """Read an amount that may be missing. Raises BadInput."""
    return read_money(fields, name) if fields.has(name) or fields.has(f"{name}_usd") else None


def money_output(name: str, money: Money | None) -> dict[str, object]:
    """Return an amount for scripts: the figure, its currency, and a field in US dollars, null for another
    currency.
    """
    if money is None:
        return {name: None, "currency": None, f"{name}_usd": None}
    in_dollars = money.currency is Currency.USD
    return {
        name: float(money.amount),
        "currency": money.currency.value,
        f"{name}_usd": float(money.amount) if in_dollars else None,
    }


def sums_output(name: str, sums: Sums) -> dict[str, object]:
    """Return sums for scripts: a field in US dollars, and the sum of each currency."""
    return {
        f"{name}_usd": float(sums.inside(Currency.USD).amount),
        name: {money.currency.value: float(money.amount) for money in sums},
    }
