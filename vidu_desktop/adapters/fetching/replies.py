"""Pure rules: what may be done with the bytes of an answer, judged by its headers."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from vidu_desktop.adapters.fetching.part_file import Validator, place_of

_CONTENT_RANGE = re.compile(r"bytes (\d{1,18})-(\d{1,18})/(\d{1,18})", re.ASCII)
_PACKED = frozenset({"gzip", "x-gzip", "deflate", "compress", "x-compress", "br", "zstd", "dcb", "dcz"})
"""What a body can be compressed by. Stores also give names there that say nothing of its bytes, `aws-chunked` for example."""
_ETAG = re.compile(r'"[\x21\x23-\x7e\x80-\xff]*"')
# A date in whole seconds is a strong validator only if the file hadn't been changed for a while (RFC 9110,
# 8.8.2.2, asks for at least one second; the RFC before it for sixty).
_STILL_FOR = timedelta(seconds=60)


class ReplyKind(StrEnum):
    """What to do with the answer to a request for a file."""

    WHOLE = "whole"
    """The body is the whole file from its beginning."""
    CONTINUES = "continues"
    """The body is the requested rest of the same file."""
    BEGIN_AGAIN = "begin-again"
    """It doesn't fit the bytes that we have: drop these, and request the whole file."""
    EXPIRED = "expired"
    BUSY = "busy"
    ENCODED = "encoded"
    """The body is the whole file, and said to be compressed, although it was requested uncompressed. It is only worth taking
    where its bytes aren't.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What was requested: the bytes from `first_byte` on, of the file that `validator` names."""

    first_byte: int
    validator: Validator


def judge(status: int, headers: Mapping[str, str], asked: Asked | None) -> ReplyKind:
    """Return what an answer is good for. `asked` is None when the whole file was requested. Whether a rest is compressed shows
    in its first bytes, which are here already.
    """
    if status in (200, 203) or (status == 206 and not asked and _is_all(headers)):
        return ReplyKind.ENCODED if _is_packed(headers) else ReplyKind.WHOLE
    if status == 206 and asked:
        return ReplyKind.CONTINUES if _continues(headers, asked) else ReplyKind.BEGIN_AGAIN
    if status == 416 and asked:
        return ReplyKind.BEGIN_AGAIN
    if status in (401, 403, 404, 410, 451):
        return ReplyKind.EXPIRED
    return ReplyKind.BUSY


def body_bytes(headers: Mapping[str, str]) -> int | None:
    """Return the length that the answer promises; None where it promises none or the promise can't be read. One beside
    `Transfer-Encoding` doesn't count (RFC 9112, 6.3).
    """
    if "transfer-encoding" in headers:
        return None
    text = headers.get("content-length", "").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else None


def validator_of(url: str, headers: Mapping[str, str]) -> Validator | None:
    """Return what allows this file to be continued later: a strong ETag, or a date that is old enough; otherwise None."""
    total_bytes = body_bytes(headers)
    if not total_bytes:
        return None
    etag = headers.get("etag", "").strip()
    if etag:
        strong = bool(_ETAG.fullmatch(etag))
        return Validator(place=place_of(url), total_bytes=total_bytes, etag=etag) if strong else None
    changed = headers.get("last-modified", "").strip()
    if changed and _is_strong_date(changed, headers.get("date", "")):
        return Validator(place=place_of(url), total_bytes=total_bytes, last_modified=changed)
    return None


def _is_packed(headers: Mapping[str, str]) -> bool:
    codings = headers.get("content-encoding", "").lower().split(",")
    return any(coding.strip() in _PACKED for coding in codings)


def _is_all(headers: Mapping[str, str]) -> bool:
    """Whether a part that nobody asked for is the whole file."""
    match = _CONTENT_RANGE.fullmatch(headers.get("content-range", "").strip())
    return match is not None and int(match[1]) == 0 and int(match[2]) == int(match[3]) - 1


def _continues(headers: Mapping[str, str], asked: Asked) -> bool:
    match = _CONTENT_RANGE.fullmatch(headers.get("content-range", "").strip())
    if not match:
        return False
    first, last, total = map(int, match.groups())
    validator = asked.validator
    length = body_bytes(headers)
    same = (
        # A 206 has to repeat the ETag that a 200 would have; one without it isn't trusted.
        headers.get("etag", "").strip() == validator.etag
        if validator.etag
        else headers.get("last-modified", validator.last_modified).strip() == validator.last_modified
    )
    return (
        same
        and first == asked.first_byte
        and total == validator.total_bytes
        and last == total - 1
        and length in (None, last - first + 1)
    )


def _is_strong_date(changed: str, now: str) -> bool:
    from email.utils import parsedate_to_datetime  # imports the whole of `email`: not needed at every start

    try:
        return parsedate_to_datetime(now) - parsedate_to_datetime(changed) >= _STILL_FOR
    except (ValueError, TypeError, OverflowError, IndexError):
        return False
