"""Reads `Retry-After` in all the forms that services send."""

import math
from datetime import UTC, datetime

MOST_S = 600.0
"""A longer wait is cut to this: no header may hold the queue up for a day."""


def parse_retry_after(text: str | None, now: datetime) -> float | None:
    """Return the wait that was asked for in seconds, within [0, MOST_S]; None when there is none that can be read.

    Takes seconds (also fractional, negative or absurd) and HTTP dates; a date in the past means 0.
    """
    text = (text or "").strip()
    if not text or len(text) > 64:
        return None
    seconds = _seconds(text)
    if seconds is None:
        seconds = _seconds_until(text, now)
    if seconds is None or math.isnan(seconds):
        return None
    return min(max(seconds, 0.0), MOST_S)


def _seconds(text: str) -> float | None:
    try:
        return float(text) if text.isascii() else None
    except ValueError:
        return None


def _seconds_until(text: str, now: datetime) -> float | None:
    from email.utils import parsedate_to_datetime  # with the rooms of e-mail behind it: not for every start

    try:
        moment = parsedate_to_datetime(text)
        # A date with the zone "-0000" comes back naive; it is in UTC all the same.
        return (moment.replace(tzinfo=moment.tzinfo or UTC) - now).total_seconds()
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
