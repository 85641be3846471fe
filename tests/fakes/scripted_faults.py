"""The faults that a test can script for the scripted service, request by request."""

import json
import random
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """The kind of a request."""

    SUBMIT = "submit"
    POLL = "poll"
    FILE = "file"
    OTHER = "other"


@dataclass(frozen=True, kw_only=True)
class SeenRequest:
    """A request as it arrived. `nth` counts the requests of its kind from 1; header names are in lower case.

    `body_bytes` counts the bytes of the body that were read. `request_id` is in the body of a submit; a plan is asked before
    the body is read, and doesn't know it yet.
    """

    kind: Kind
    nth: int
    method: str
    path: str
    headers: Mapping[str, str] = field(repr=False)
    body_bytes: int = 0
    body_sha256: str = ""
    request_id: str | None = None


@dataclass(frozen=True, kw_only=True)
class Answer:
    """An answer as it is sent. A `said_length` of None sends the true Content-Length."""

    status: int
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    media_type: str = "application/json"
    said_length: int | None = None


@dataclass(frozen=True, kw_only=True)
class Fault:
    """What goes wrong with one request. The fields take effect in the order in which they are listed here."""

    hold: threading.Event | None = None
    """Wait for this event before the body is read."""
    close_before_reading: bool = False
    close_after_body_bytes: int | None = None
    do_the_work: bool = True
    """Whether the order is accepted and charged (or the poll counted) before the answer goes wrong."""
    hold_answer: threading.Event | None = None
    """Wait for this event between the work and the answer."""
    answer: Answer | None = None
    """Sent instead of the true answer."""
    cut_after_bytes: int | None = None
    """Send this many bytes of the answer's body and close the connection; -1 closes it before the headers."""
    drip_s: float | None = None
    """Send the answer's body byte by byte with this pause in between."""
    reset: bool = False
    """Close with RST instead of FIN."""


Plan = Callable[[SeenRequest], Fault | None]


def close_at_once(*, reset: bool = False) -> Fault:
    """Return a fault: the connection is closed before anything was read, so nothing is charged."""
    return Fault(close_before_reading=True, reset=reset)


def lost_answer(*, charged: bool = True) -> Fault:
    """Return a fault: the order is accepted if `charged`, and no answer comes back."""
    return Fault(do_the_work=charged, cut_after_bytes=-1)


def says_error(
    status: int,
    code: str | int,
    message: str = "no",
    *,
    retry_after: str | None = None,
    charged: bool = False,
) -> Fault:
    """Return a fault: an error in the service's usual form, with this business code."""
    body = json.dumps({"error": {"code": code, "message": message}}).encode()
    headers = {} if retry_after is None else {"Retry-After": retry_after}
    return Fault(do_the_work=charged, answer=Answer(status=status, body=body, headers=headers))


def says_html(status: int = 502, *, charged: bool = False) -> Fault:
    """Return a fault: an HTML page, as from a gateway or a captive portal."""
    page = b"<!DOCTYPE html><html><body><h1>Bad gateway</h1></body></html>"
    return Fault(do_the_work=charged, answer=Answer(status=status, body=page, media_type="text/html"))


def says_bytes(body: bytes, *, status: int = 200, charged: bool = False) -> Fault:
    """Return a fault: any bytes, sent as JSON."""
    return Fault(do_the_work=charged, answer=Answer(status=status, body=body))


def held_until(event: threading.Event) -> Fault:
    """Return a fault: the right answer, but only after `event`; the work is done before."""
    return Fault(hold_answer=event)


def nth_of(kind: Kind, faults: Mapping[int, Fault]) -> Plan:
    """Return a plan: requests of one kind fail as `faults` says by their number; all others succeed."""
    return lambda seen: faults.get(seen.nth) if seen.kind is kind else None


def always(kind: Kind, fault: Fault) -> Plan:
    """Return a plan: every request of one kind has the same fault."""
    return lambda seen: fault if seen.kind is kind else None


def seeded(seed: int, share: float, faults: Mapping[Kind, Sequence[Fault]]) -> Plan:
    """Return a plan: a `share` in [0, 1] of each kind's requests has one of its faults, drawn from `seed`.

    The draw depends only on the request's kind and number, not on how threads interleave.
    """

    def plan(seen: SeenRequest) -> Fault | None:
        choices = faults.get(seen.kind, ())
        dice = random.Random(f"{seed}/{seen.kind}/{seen.nth}")
        return dice.choice(choices) if choices and dice.random() < share else None

    return plan


@dataclass(frozen=True, kw_only=True)
class FileManners:
    """How files are served. The default is a correct server with strong validators."""

    ranges: bool = True
    """False ignores a Range and sends the whole file with 200."""
    if_range: bool = True
    """False ignores If-Range, and continues a changed file with 206."""
    etag: str | None = "strong"
    """`strong`, `weak`, `constant` (a strong one, but the same for every content) or None."""
    last_modified: str | None = None
    content_range_shift: int = 0
    """Added to both ends of the Content-Range; the bytes are still the requested ones."""
    resume_answer: Answer | None = None
    """Sent for every request with a Range."""
    said_length: str = "true"
    """`true`, `none` (the file ends where the connection ends), `short` or `long` (by 10 bytes)."""
    content_encoding: str | None = None
    media_type: str = "video/mp4"
    speed_bytes_s: float | None = None
    cut_after_bytes: Callable[[int], int | None] | None = None
    """Takes the number of the file request, counted from 1, and returns after how many bytes of the body to close; None sends
    all.
    """
