"""What can be made to go wrong at the scripted service, request by request: the words of a test's script."""

import json
import random
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """What a request asks for."""

    SUBMIT = "submit"
    POLL = "poll"
    FILE = "file"
    OTHER = "other"


@dataclass(frozen=True, kw_only=True)
class SeenRequest:
    """A request as it arrived. `nth` counts the requests of this kind from 1; header names are lower case.

    `body_bytes` counts what was read of the body; `request_id` stands in a submit's body, so a plan, which is
    asked before the body is read, doesn't know it yet.
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
    """An answer as it goes over the wire. `said_length` None sends the true Content-Length."""

    status: int
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    media_type: str = "application/json"
    said_length: int | None = None


@dataclass(frozen=True, kw_only=True)
class Fault:
    """What goes wrong with one request. The fields take effect in the order in which they stand here."""

    hold: threading.Event | None = None
    """Wait for this before the body is read."""
    close_before_reading: bool = False
    close_after_body_bytes: int | None = None
    do_the_work: bool = True
    """Whether the order is taken and charged (or the poll counted) before the answer goes wrong."""
    hold_answer: threading.Event | None = None
    """Wait for this between the work and the answer."""
    answer: Answer | None = None
    """Said instead of the true answer."""
    cut_after_bytes: int | None = None
    """Send only so much of the answer's body and close; -1 closes without sending even the headers."""
    drip_s: float | None = None
    """Send the answer's body one byte at a time with this pause between them."""
    reset: bool = False
    """Close with RST instead of FIN."""


Plan = Callable[[SeenRequest], Fault | None]


def close_at_once(*, reset: bool = False) -> Fault:
    """The connection ends before anything was read: nothing is charged."""
    return Fault(close_before_reading=True, reset=reset)


def lost_answer(*, charged: bool = True) -> Fault:
    """The order is taken (or not), and no answer comes back."""
    return Fault(do_the_work=charged, cut_after_bytes=-1)


def says_error(
    status: int,
    code: str | int,
    message: str = "no",
    *,
    retry_after: str | None = None,
    charged: bool = False,
) -> Fault:
    """The service's usual envelope around a business code."""
    body = json.dumps({"error": {"code": code, "message": message}}).encode()
    headers = {} if retry_after is None else {"Retry-After": retry_after}
    return Fault(do_the_work=charged, answer=Answer(status=status, body=body, headers=headers))


def says_html(status: int = 502, *, charged: bool = False) -> Fault:
    """A gateway's or a captive portal's page."""
    page = b"<!DOCTYPE html><html><body><h1>Bad gateway</h1></body></html>"
    return Fault(do_the_work=charged, answer=Answer(status=status, body=page, media_type="text/html"))


def says_bytes(body: bytes, *, status: int = 200, charged: bool = False) -> Fault:
    """Anything at all, called JSON."""
    return Fault(do_the_work=charged, answer=Answer(status=status, body=body))


def held_until(event: threading.Event) -> Fault:
    """The right answer, but only after `event`; the work is done before."""
    return Fault(hold_answer=event)


def nth_of(kind: Kind, faults: Mapping[int, Fault]) -> Plan:
    """Plan: the n-th request of one kind meets its fault, all others go well."""
    return lambda seen: faults.get(seen.nth) if seen.kind is kind else None


def always(kind: Kind, fault: Fault) -> Plan:
    """Plan: every request of one kind meets the same fault."""
    return lambda seen: fault if seen.kind is kind else None


def seeded(seed: int, share: float, faults: Mapping[Kind, Sequence[Fault]]) -> Plan:
    """Plan: of each kind's requests a `share` in [0, 1] meets one of its faults, drawn from `seed`.

    The draw depends on the request's kind and number only, not on how threads interleave.
    """

    def plan(seen: SeenRequest) -> Fault | None:
        choices = faults.get(seen.kind, ())
        dice = random.Random(f"{seed}/{seen.kind}/{seen.nth}")
        return dice.choice(choices) if choices and dice.random() < share else None

    return plan


@dataclass(frozen=True, kw_only=True)
class FileManners:
    """How files are served. The default is an honest server with strong validators."""

    ranges: bool = True
    """False: a Range is ignored and the whole file comes with 200."""
    if_range: bool = True
    """False: If-Range is ignored, and a changed file is continued with 206."""
    etag: str | None = "strong"
    """`strong`, `weak`, `constant` (strong in form, the same for every content) or None."""
    last_modified: str | None = None
    content_range_shift: int = 0
    """Added to both ends that Content-Range names; the bytes are those that were asked for."""
    resume_answer: Answer | None = None
    """Said to every request with a Range."""
    said_length: str = "true"
    """`true`, `none` (the end is the connection's end), `short` or `long` (by 10 bytes)."""
    content_encoding: str | None = None
    media_type: str = "video/mp4"
    speed_bytes_s: float | None = None
    cut_after_bytes: Callable[[int], int | None] | None = None
    """Given the number of the file request from 1: close after so many bytes of the body, None for all."""
