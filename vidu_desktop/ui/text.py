"""Texts for domain values: sentences, states, times and money, in the current language.

Everything here returns plain text. A view must show it with Qt.TextFormat.PlainText, because it contains file names and the
service's own words.
"""

from collections.abc import Iterable
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale
from typing_extensions import override

from vidu_desktop.domain.amounts import Currency, Money, Sums, format_amount, format_sums
from vidu_desktop.domain.job import JobState
from vidu_desktop.domain.state_words import STATE_WORDS
from vidu_desktop.domain.translation import (
    LIST,
    LOOSE_LIST,
    PAIR,
    QT_TRANSLATE_NOOP,
    QUOTED,
    RUN_ON,
    SENTENCES,
    listed,
    translated,
)
from vidu_desktop.errors import Sentence, Value


def say(sentence: Sentence) -> str:
    """Return a sentence in the person's language; in English if the translation is missing or broken."""
    values = {name: _spoken(name, value) for name, value in sentence.values.items()}
    return translated(Sentence(sentence.template, values), QCoreApplication.translate)


class _Spoken(float):
    """A number that is formatted in the way of the current language, with as many decimal places as the sentence asks for."""

    __slots__ = ()

    @override
    def __format__(self, spec: str) -> str:
        return _with_signs(super().__format__(spec))


def _spoken(name: str, value: Value) -> Value:
    if isinstance(value, Sentence):
        return say(value)
    # Counts get thousands separators; widths, lines and frame numbers don't.
    if name == "count" and isinstance(value, int):
        return say_number(value)
    return _Spoken(value) if isinstance(value, float) else value


def say_list(parts: Iterable[str], pattern: str = LIST) -> str:
    """Return the non-empty parts as a list, in the way of the current language."""
    return listed(filter(None, parts), QCoreApplication.translate, pattern)


def say_loose_list(parts: Iterable[str]) -> str:
    """Like `say_list`, for parts that may contain commas."""
    return say_list(parts, LOOSE_LIST)


def say_sentences(parts: Iterable[str]) -> str:
    """Return the parts as sentences, for screen readers."""
    said = list(filter(None, parts))
    return say_list((*(part.rstrip(".。") for part in said[:-1]), *said[-1:]), SENTENCES)


def say_on(*parts: str) -> str:
    """Return whole sentences one after the other, as one text."""
    return say_list(parts, RUN_ON)


def say_quoted(text: str) -> str:
    """Return a name in the language's quotation marks."""
    return say(Sentence(QUOTED, {"text": text}))


def say_pair(name: str, value: str) -> str:
    """Return a name and its value, such as `Size: 4 MB`."""
    return say(Sentence(PAIR, {"name": name, "value": value}))


def say_number(value: float) -> str:
    """Return a number as the current language writes it: an int with thousands separators, a float with at most six
    significant digits.
    """
    return _with_signs(f"{value:,}" if isinstance(value, int) else f"{value:g}")


def say_day(day: date) -> str:
    """Return a date in the person's usual form."""
    return _day_words(QDate(day.year, day.month, day.day))


def _day_words(day: QDate) -> str:
    locale = QLocale()
    if locale.language() is QLocale.Language.C:  # it would be `22 11 2026`
        return QLocale(QLocale.Language.English).toString(day, "d MMM yyyy")
    return locale.toString(day, QLocale.FormatType.ShortFormat)


def say_bytes(count: float) -> str:
    """Return a number of bytes in the largest fitting unit, in the way of the current language: `1.2 MB`."""
    return QLocale().formattedDataSize(int(count), 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def _with_signs(english: str) -> str:
    """Return a number with the current language's thousands separator and decimal point."""
    locale = QLocale()
    signs = {",": locale.groupSeparator(), ".": locale.decimalPoint()}
    return "".join(signs.get(char, char) for char in english)


def say_state(state: JobState) -> str:
    """Return a job's state in words short enough for a chip."""
    return QCoreApplication.translate("states", STATE_WORDS[state])


def say_elapsed(seconds: float) -> str:
    """Return a duration, rounded down to the units that people read: `8 s`, `1 min 05 s`, `2 h 03 min`."""
    whole_s = max(0, int(seconds))
    minutes, rest_s = divmod(whole_s, 60)
    if not minutes:
        return QCoreApplication.translate("times", "{seconds} s").format(seconds=rest_s)
    hours, rest_min = divmod(minutes, 60)
    if not hours:
        template = QCoreApplication.translate("times", "{minutes} min {seconds} s")
        return template.format(minutes=minutes, seconds=f"{rest_s:02}")
    template = QCoreApplication.translate("times", "{hours} h {minutes} min")
    return template.format(hours=hours, minutes=f"{rest_min:02}")


def say_price(price: Money) -> str:
    """Return a price such as `$0.20`, with more than two decimal places only if needed; `free` for zero."""
    return say_money(price) if price else QCoreApplication.translate("money", "free")


def say_money(money: Money) -> str:
    """Return an amount in the way of the current language, with two decimal places, or more if the amount has more."""
    amount = _with_signs(format_amount(abs(money.amount), ""))
    words = QCoreApplication.translate("money", _AMOUNTS[money.currency]).format(amount=amount)
    return f"-{words}" if money.amount < 0 else words


def say_sums(sums: Sums, zero: Currency = Currency.USD) -> str:
    """Return the sum of each currency. If there is none, zero is written in the currency of `zero`."""
    return format_sums(sums, zero, say_money)


def say_sign(currency: Currency) -> str:
    """Return the currency's sign, to be shown beside a field for amounts."""
    return QCoreApplication.translate("money", _SIGNS[currency])


def say_currency(currency: Currency) -> str:
    """Return a currency's name, for a screen reader."""
    return QCoreApplication.translate("money", _CURRENCIES[currency])


_AMOUNTS = {
    Currency.USD: QT_TRANSLATE_NOOP("money", "${amount}"),
    Currency.CNY: QT_TRANSLATE_NOOP("money", "CN¥{amount}"),
}
_SIGNS = {
    Currency.USD: QT_TRANSLATE_NOOP("money", "$"),
    Currency.CNY: QT_TRANSLATE_NOOP("money", "CN¥"),
}
_CURRENCIES = {
    Currency.USD: QT_TRANSLATE_NOOP("money", "US dollars"),
    Currency.CNY: QT_TRANSLATE_NOOP("money", "yuan"),
}


def say_moment(at: datetime) -> str:
    """Return a date and time in the person's own time zone and usual form."""
    locale, local = QLocale(), _local(at)
    # For the C locale Qt would write `22 11 2026 19:05`, which nobody does.
    if locale.language() is QLocale.Language.C:
        return QLocale(QLocale.Language.English).toString(local, "d MMM yyyy HH:mm")
    return locale.toString(local, QLocale.FormatType.ShortFormat)


def say_moment_briefly(at: datetime, now: datetime) -> str:
    """Return the time if `at` is today, else the date; for places with little room."""
    locale, local = QLocale(), _local(at)
    plain = locale.language() is QLocale.Language.C
    if local.date() == _local(now).date():
        return (
            local.toString("HH:mm")
            if plain
            else locale.toString(local.time(), QLocale.FormatType.ShortFormat)
        )
    return _day_words(local.date())


def _local(at: datetime) -> QDateTime:
    return QDateTime.fromSecsSinceEpoch(int(at.timestamp()))
