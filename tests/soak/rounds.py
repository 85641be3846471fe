"""The measurements of one round of the soak, their layout, and the verdict over all rounds."""

import statistics
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, fields

SETTLED_AFTER = 10
"""In the first rounds, caches, pools and the allocator may still fill up; from this round on nothing may grow."""
GROWTH_MOST_MB = 20.0
USED_GROWTH_MOST_MB = 10.0
"""Allows for the queue's rows and clips that are added meanwhile, and for the place of the last clip, but not for one picture
per round.
"""
CONNECTIONS_MOST = 4
"""How many connections the client for polls keeps open."""
ON_STAGE_MOST_MB = 350.0
"""The limit for a window with one clip on the stage and nothing else open."""
REST_MOST_PERCENT = 1.0
"""The limit of processor time at rest, as a share of one core, including helper processes."""
LOOP_LEAST_PERCENT = 30.0
"""A busy loop takes a whole core; jobs under way take a part of one now and then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """The window's process at the end of a round, with one clip on the stage. Memory is resident memory in megabytes of 10^6
    bytes.
    """

    number: int
    rss_mb: float
    used_mb: float
    """The part that the program has allocated from the C library. It doesn't include what the C library keeps free for the
    next picture, which is up to 24 MB in each of two arenas and varies by chance.
    """
    helpers_mb: float
    """Of all helper processes together, whose number varies."""
    threads: int
    """Native threads, including those of decoders."""
    helpers: int
    open_files: int
    """File descriptors with pipes and sockets, but without those of connections."""
    connections: int
    """Connections to the service. As many stay open after the last poll as were used at once, up to CONNECTIONS_MOST."""
    rows: int
    """Rows of the queue, including ended jobs."""
    clips: int
    paged: int = 0
    played: int = 0
    compared: int = 0
    hovered: int = 0
    marked: int = 0
    exported: int = 0
    unexpected: int = 0
    """How many unexpected messages were logged."""
    rest_percent: float = 0.0
    """The share of one core in the quietest second after the round's last act; a busy loop shows here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    flat: bool
    words: str
    """One sentence per judgement."""


def head() -> str:
    return "  ".join(_cell(field.name, field.name) for field in fields(Round))


def line(one: Round) -> str:
    """Return one round as a line below `head`."""
    return "  ".join(_cell(field.name, _value(getattr(one, field.name))) for field in fields(Round))


def _value(value: float) -> str:
    return f"{value:.1f}" if isinstance(value, float) and value < 10 else f"{value:.0f}"


def _cell(name: str, text: str) -> str:
    return text.rjust(max(len(name), 5))


def judge(
    rounds: Sequence[Round], *, settled_after: int = SETTLED_AFTER, most_mb: float | None = None
) -> Verdict:
    """Judge whether anything grew after the first rounds: the first third of the remaining rounds is compared with the last
    third.

    Medians are compared, because a round may end in the middle of an export. Threads and files are compared between rounds
    with the same number of helper processes: a helper that measures new clips has a thread and pipes of its own, and ends a
    minute after its last work. Fewer than three remaining rounds prove nothing. With `most_mb`, the last third must also stay
    below it.
    """
    settled = rounds[settled_after:]
    unexpected = sum(one.unexpected for one in rounds)
    if len(settled) < 3:
        return Verdict(
            flat=False, words=f"only {len(settled)} rounds after the {settled_after}th: no verdict"
        )
    third = len(settled) // 3
    first, last = settled[:third], settled[-third:]

    def median(of: Sequence[Round], name: str) -> float:
        return statistics.median(getattr(one, name) for one in of)

    growth_mb = median(last, "rss_mb") - median(first, "rss_mb")
    words = [f"{median(first, 'rss_mb'):.0f} to {median(last, 'rss_mb'):.0f} MB ({growth_mb:+.0f})"]
    used_mb = median(last, "used_mb") - median(first, "used_mb")
    words.append(
        f"of which in use {median(first, 'used_mb'):.0f} to {median(last, 'used_mb'):.0f} MB ({used_mb:+.0f})"
    )
    flat = (
        used_mb < USED_GROWTH_MOST_MB
        and growth_mb < GROWTH_MOST_MB
        and (most_mb is None or median(last, "rss_mb") < most_mb)
    )
    helpers = _shared_helpers(first, last)
    for name in ("threads", "open_files"):
        grown = []
        for count in helpers or [None]:
            before, after = (
                median([one for one in third if count in (None, one.helpers)], name)
                for third in (first, last)
            )
            grown.append(
                f"{before:.0f} to {after:.0f}" + (f" with {count} helpers" if len(helpers) > 1 else "")
            )
            flat = flat and after <= before
        words.append(f"{name.replace('_', ' ')} {' and '.join(grown)}")
    connections = median(last, "connections")
    words.append(f"{connections:.0f} connections")
    flat = flat and connections <= CONNECTIONS_MOST
    busiest_percent = max(one.rest_percent for one in rounds)
    words.append(f"at rest {busiest_percent:.1f} % of a core at most")
    flat = flat and busiest_percent < LOOP_LEAST_PERCENT
    words.append(f"{unexpected} unexpected messages")
    return Verdict(flat=flat and not unexpected, words=", ".join(words))


def _shared_helpers(first: Sequence[Round], last: Sequence[Round]) -> list[int]:
    """Return numbers of helper processes that occur in at least two rounds of each third; empty if there are none."""
    counts = [Counter(one.helpers for one in third) for third in (first, last)]
    return sorted(count for count in counts[0] if all(of[count] > 1 for of in counts))
