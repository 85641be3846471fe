"""Sums of money: an amount has a currency, and what is in two currencies is never added up or compared.

Money   one amount: a price, a budget
Sums    what several amounts come to, for each currency
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from typing_extensions import override

from vidu_desktop.domain.typed_numbers import narrow, typed_decimal

ZERO = Decimal(0)


class Currency(StrEnum):
    """The currencies in which the service's doors charge, by their ISO 4217 codes. Stored."""

    USD = "USD"
    CNY = "CNY"
    """Yuan."""


SIGNS = {Currency.USD: "$", Currency.CNY: "CN¥"}
"""The sign in front of an amount. Not a bare ¥, which many people read as Japanese yen."""


_WAYS_TO_NAME = (
    (SIGNS[Currency.USD], Currency.USD),
    (Currency.USD, Currency.USD),
    (SIGNS[Currency.CNY], Currency.CNY),
    ("¥", Currency.CNY),
    (Currency.CNY, Currency.CNY),
)
_TYPED_MOST = Decimal(1_000_000)
_TYPED_MOST_PLACES = 4


class MixedCurrencies(ValueError):
    """Two different currencies were added or compared: a fault of ours, raised before a wrong sum can be
    shown or trusted.
    """


@dataclass(frozen=True, slots=True)
class TypedSum:
    """An amount as it was typed. `currency` is None where none was typed: the currency of the service is meant then."""

    amount: Decimal
    currency: Currency | None = None


def typed_sum(text: str) -> TypedSum | None:
    """Read an amount as people type it, with or without a currency: `5`, `0,50`, `$5`, `30 CNY`; None for any other text. The
    number is read by `typed_decimal`.
    """
    number, currency = narrow(text).upper(), None
    for sign, one in _WAYS_TO_NAME:
        if number.startswith(sign) or number.endswith(sign):
            number, currency = number.removesuffix(sign).removeprefix(sign), one
            break  # with a second sign it is no amount
    amount = typed_decimal(number)
    if amount is None or amount > _TYPED_MOST or amount != round(amount, _TYPED_MOST_PLACES):
        return None
    return TypedSum(amount, currency)


def typed_amount(text: str, currency: Currency) -> Decimal | None:
    """Read an amount in this currency as people type it, with or without its sign; None for any other text."""
    typed = typed_sum(text)
    return typed.amount if typed is not None and typed.currency in (None, currency) else None


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in one currency. Zero fits every currency: it can be added to and compared with any amount.
    Any other mix of currencies raises MixedCurrencies.
    """

    amount: Decimal
    currency: Currency

    def __add__(self, other: "Money") -> "Money":
        return Money(self.amount + other.amount, self._common(other))

    def __sub__(self, other: "Money") -> "Money":
        return Money(self.amount - other.amount, self._common(other))

    def __mul__(self, count: int) -> "Money":
        return Money(self.amount * count, self.currency)

    __rmul__ = __mul__

    def __truediv__(self, count: int) -> "Money":
        return Money(self.amount / count, self.currency)

    def __floordiv__(self, price: "Money") -> int:
        """Return how many videos at this price the amount pays for."""
        self._common(price)
        return int(self.amount // price.amount)

    def __bool__(self) -> bool:
        return bool(self.amount)

    def __lt__(self, other: "Money") -> bool:
        self._common(other)
        return self.amount < other.amount

    def __le__(self, other: "Money") -> bool:
        self._common(other)
        return self.amount <= other.amount

    def __gt__(self, other: "Money") -> bool:
        return other < self

    def __ge__(self, other: "Money") -> bool:
        return other <= self

    def to_cents(self) -> "Money":
        """Return the amount rounded to two places."""
        return Money(self.amount.quantize(Decimal("0.01")), self.currency)

    def _common(self, other: "Money") -> Currency:
        if self.currency is other.currency or not other.amount:
            return self.currency
        if not self.amount:
            return other.currency
        raise MixedCurrencies(f"{self.currency} and {other.currency}")

    @override
    def __str__(self) -> str:
        return format_money(self)


FREE = Money(ZERO, Currency.USD)
"""The price of a rehearsal, and the start of every sum."""


def usd(amount: str | int | Decimal) -> Money:
    """Return an amount in US dollars."""
    return Money(Decimal(amount), Currency.USD)


def cny(amount: str | int | Decimal) -> Money:
    """Return an amount in yuan."""
    return Money(Decimal(amount), Currency.CNY)


@dataclass(frozen=True, slots=True)
class Sums:
    """Sums of amounts, one for each currency."""

    _amounts: Mapping[Currency, Decimal] = field(default_factory=dict)

    @classmethod
    def of(cls, moneys: Iterable[Money]) -> "Sums":
        """Add up amounts of any currencies."""
        sums = cls()
        for money in moneys:
            sums += money
        return sums

    def __add__(self, other: "Money | Sums") -> "Sums":
        amounts = dict(self._amounts)
        for money in (other,) if isinstance(other, Money) else other:
            amounts[money.currency] = amounts.get(money.currency, ZERO) + money.amount
        return Sums({currency: amount for currency, amount in amounts.items() if amount})

    def __iter__(self) -> Iterator[Money]:
        """Yield the sum in each currency, in the order of Currency; sums of zero are left out."""
        return (
            Money(self._amounts[currency], currency) for currency in Currency if currency in self._amounts
        )

    def __bool__(self) -> bool:
        return bool(self._amounts)

    def to_cents(self) -> "Sums":
        """Return each sum rounded to two places."""
        return Sums.of(money.to_cents() for money in self)

    def inside(self, currency: Currency) -> Money:
        """Return the sum in one currency."""
        return Money(self._amounts.get(currency, ZERO), currency)


def fits_budget(price: Money, taken: Sums, budget: Money | None) -> bool:
    """Whether the budget still covers one more video at this price when `taken` of it is used; None is no
    budget. A budget in another currency covers only what is free.
    """
    if budget is None or not price:
        return True
    return price.currency is budget.currency and taken.inside(budget.currency) + price <= budget


def fitting(count: int, price: Money, left: Money | None) -> int:
    """Return how many of `count` videos at this price the rest of the budget covers; all of them without a
    budget.
    """
    if left is None or price.amount <= 0:
        return count
    return min(count, left // price) if left.currency is price.currency else 0


def format_money(money: Money) -> str:
    """Write `$1,234.50` or `CN¥12.00`: two places, more only where the amount has them."""
    return format_amount(money.amount, SIGNS[money.currency])


def format_amount(amount: Decimal, sign: str) -> str:
    """Write an amount behind its currency's sign."""
    places = max(2, -int(amount.normalize().as_tuple().exponent)) if amount else 2
    return f"{'-' if amount < 0 else ''}{sign}{abs(amount):,.{places}f}"


def format_sums(
    sums: Sums, zero: Currency = Currency.USD, written: Callable[[Money], str] = format_money
) -> str:
    """Write the sum of each currency: `$3.20 + CN¥12.00`. When there is none, zero is written in the currency
    of `zero`.
    """
    return " + ".join(map(written, sums)) or written(sums.inside(zero))
