"""Reads `Retry-After` in all the forms that services use."""

import math
from datetime import UTC, datetime

MOST_S = 600.0
"""A longer wait is shortened to this: no header may stop the queue for a day."""


def parse_retry_after(text: str | None, now: datetime) -> float | None:
    """Return the requested wait in seconds, within [0, MOST_S]; None when there is none or it can't be read.

    Accepts seconds (also fractional, negative or absurdly large) and HTTP dates; a date in the past gives 0.
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
    from email.utils import parsedate_to_datetime  # imports the whole of `email`: not needed at every start

    try:
        moment = parsedate_to_datetime(text)
        # A date with the zone "-0000" comes back without a zone, but it is in UTC, too.
        return (moment.replace(tzinfo=moment.tzinfo or UTC) - now).total_seconds()
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
