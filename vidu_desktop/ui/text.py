"""Words for what the domain says: sentences, states, times and money, in the language that is set now.

Everything here gives plain text. A view shows it with Qt.TextFormat.PlainText: file names and the service's own
words are in it.
"""

from datetime import datetime
from decimal import Decimal

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from vidu_desktop.domain.job import JobState
from vidu_desktop.domain.state_words import STATE_WORDS
from vidu_desktop.domain.translation import translated
from vidu_desktop.errors import Sentence


def say(sentence: Sentence) -> str:
    """Return a sentence in the person's language; in English when there is no (or only a broken) translation."""
    return translated(sentence, QCoreApplication.translate)


def say_state(state: JobState) -> str:
    """Return a job's state in words that fit on a chip."""
    return QCoreApplication.translate("states", STATE_WORDS[state])


def say_elapsed(seconds: float) -> str:
    """Return a span of time, rounded down to what people read: `8 s`, `1 min 05 s`, `2 h 03 min`."""
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


def say_price(price_usd: Decimal) -> str:
    """Return a price: `$0.20`, with more places only where they are needed; `free` for nothing."""
    if not price_usd:
        return QCoreApplication.translate("money", "free")
    cents = price_usd.quantize(Decimal("0.01"))
    shown = cents if cents == price_usd else price_usd.normalize()
    return f"${shown:,f}"


def say_moment(at: datetime) -> str:
    """Return a date and time in the person's own time zone and habit."""
    locale, local = QLocale(), _local(at)
    # Without a language Qt writes `22 11 2026 19:05`, which nobody does.
    if locale.language() is QLocale.Language.C:
        return QLocale(QLocale.Language.English).toString(local, "d MMM yyyy HH:mm")
    return locale.toString(local, QLocale.FormatType.ShortFormat)


def say_moment_briefly(at: datetime, now: datetime) -> str:
    """Return the time of day for today and the date for any other day; for where there is little room."""
    locale, local = QLocale(), _local(at)
    plain = locale.language() is QLocale.Language.C
    if local.date() == _local(now).date():
        return (
            local.toString("HH:mm")
            if plain
            else locale.toString(local.time(), QLocale.FormatType.ShortFormat)
        )
    if plain:
        return QLocale(QLocale.Language.English).toString(local.date(), "d MMM yyyy")
    return locale.toString(local.date(), QLocale.FormatType.ShortFormat)


def _local(at: datetime) -> QDateTime:
    return QDateTime.fromSecsSinceEpoch(int(at.timestamp()))
