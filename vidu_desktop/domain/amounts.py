"""Sums of money: an amount has a currency, and what is in two currencies is never added up or compared.

Money   one amount: a price, a budget
Sums    what several amounts come to, for each currency
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from typing_extensions import override

ZERO = Decimal(0)


class Currency(StrEnum):
    """What the service's doors charge in, by its code in ISO 4217. Stored."""

    USD = "USD"
    CNY = "CNY"
    """Yuan."""


SIGNS = {Currency.USD: "$", Currency.CNY: "CN¥"}
"""What stands before an amount in English. A bare ¥ is Japan's yen to many."""


class MixedCurrencies(ValueError):
    """Two currencies met where one was wanted: a fault of ours, found before a wrong sum is shown or trusted."""


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in one currency. Nothing is nothing in every currency: zero may be added to and compared with any.
    Raises MixedCurrencies for any other two.
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
        """Return how many times a price fits in."""
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
        """Return it rounded to two places."""
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
"""What a rehearsal costs, and what nothing adds up to."""


def usd(amount: str | int | Decimal) -> Money:
    """Return an amount in US dollars."""
    return Money(Decimal(amount), Currency.USD)


def cny(amount: str | int | Decimal) -> Money:
    """Return an amount in yuan."""
    return Money(Decimal(amount), Currency.CNY)


@dataclass(frozen=True, slots=True)
class Sums:
    """Amounts added up, for each currency by itself."""

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
        """Yield what there is in each currency, in the order of Currency; nothing where it is zero."""
        return (
            Money(self._amounts[currency], currency) for currency in Currency if currency in self._amounts
        )

    def __bool__(self) -> bool:
        return bool(self._amounts)

    def to_cents(self) -> "Sums":
        """Return each rounded to two places."""
        return Sums.of(money.to_cents() for money in self)

    def inside(self, currency: Currency) -> Money:
        """Return what there is in one currency."""
        return Money(self._amounts.get(currency, ZERO), currency)


def fits(price: Money, taken: Sums, budget: Money | None) -> bool:
    """Whether one more video at this price keeps within the budget, when so much is taken; None is no budget.

    A budget in another currency lets nothing pass that costs something.
    """
    if budget is None or not price:
        return True
    return price.currency is budget.currency and taken.inside(budget.currency) + price <= budget


def fitting(count: int, price: Money, left: Money | None) -> int:
    """Return how many of `count` videos at this price fit into what is left; all of them without a budget."""
    if left is None or price.amount <= 0:
        return count
    return min(count, left // price) if left.currency is price.currency else 0


def format_money(money: Money) -> str:
    """Write `$1,234.50` or `CN¥12.00`: two places, more only where the amount has them."""
    return format_amount(money.amount, SIGNS[money.currency])


def format_amount(amount: Decimal, sign: str) -> str:
    """Write an amount behind a sign of a currency."""
    places = max(2, -int(amount.normalize().as_tuple().exponent)) if amount else 2
    return f"{'-' if amount < 0 else ''}{sign}{abs(amount):,.{places}f}"


def format_sums(
    sums: Sums, zero: Currency = Currency.USD, written: Callable[[Money], str] = format_money
) -> str:
    """Write what there is in each currency: `$3.20 + CN¥12.00`; nothing is written in the currency of `zero`."""
    return " + ".join(map(written, sums)) or written(sums.inside(zero))
