"""What one round of the soak is judged by, how the rounds are shown, and the verdict over all of them."""

import statistics
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, fields

SETTLED_AFTER = 10
"""Rounds in which caches, pools and the allocator may still fill up; from then on nothing grows."""
GROWTH_MOST_MB = 20.0
USED_GROWTH_MOST_MB = 10.0
"""Rows of the queue and clips that are added meanwhile, and where the last clip stands: not one picture more a round."""
CONNECTIONS_MOST = 4
"""What the client for questions keeps alive."""
ON_STAGE_MOST_MB = 350.0
"""The window with one clip on the stage, and nothing else open."""
REST_MOST_PERCENT = 1.0
"""Processor time at rest, of one core, helper processes included."""
LOOP_LEAST_PERCENT = 30.0
"""A loop without progress takes a whole core; jobs that are under way take some of one now and then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """The window's process at the end of a round, one clip on the stage. Memory is resident, in megabytes of 10^6 bytes."""

    number: int
    rss_mb: float
    used_mb: float
    """What the C library has lent to the program of it: without what it keeps free for the next picture, which is up to
    24 MB in each of two arenas and comes and goes by chance.
    """
    helpers_mb: float
    """Of all helper processes together, which come and go."""
    threads: int
    """Native ones, with those of decoders."""
    helpers: int
    open_files: int
    """Descriptors, with pipes and sockets, but those of connections."""
    connections: int
    """To the service: up to CONNECTIONS_MOST stay open after the last question, as many as were asked at once."""
    rows: int
    """Of the queue, ended ones too."""
    clips: int
    paged: int = 0
    played: int = 0
    compared: int = 0
    hovered: int = 0
    marked: int = 0
    exported: int = 0
    unexpected: int = 0
    """Messages in the log that nobody expected."""
    rest_percent: float = 0.0
    """Processor time of one core in the quietest second after the round's last act: a loop without progress shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    flat: bool
    words: str
    """One sentence for each thing that was judged."""


def head() -> str:
    return "  ".join(_cell(field.name, field.name) for field in fields(Round))


def line(one: Round) -> str:
    """Lay one round out below the head."""
    return "  ".join(_cell(field.name, _value(getattr(one, field.name))) for field in fields(Round))


def _value(value: float) -> str:
    return f"{value:.1f}" if isinstance(value, float) and value < 10 else f"{value:.0f}"


def _cell(name: str, text: str) -> str:
    return text.rjust(max(len(name), 5))


def judge(
    rounds: Sequence[Round], *, settled_after: int = SETTLED_AFTER, most_mb: float | None = None
) -> Verdict:
    """Say whether nothing grew once it had settled: the first third of the rounds from there on against the last.

    Medians, because one round may end in the middle of an export. Threads and files of rounds with as many helper
    processes are compared: one that measures new clips has a thread and pipes of its own, and ends a minute after its
    last work. Fewer than three settled rounds prove nothing. With `most_mb`, the last third must also stay below it.
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
    """Return how many helper processes there were in two rounds at least of either third; none if they share no count."""
    counts = [Counter(one.helpers for one in third) for third in (first, last)]
    return sorted(count for count in counts[0] if all(of[count] > 1 for of in counts))
