"""When to ask next, and how long to back off: pure functions over seconds, so that tests can read them.

The time until a result is taken as log-normal, described by its median and the sigma of its logarithm.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

POLL_LEAST_S = 0.5
"""A place at the service stays empty for half of it on average: at 1 s, 200 jobs of 10 s took 1.07 times the ideal."""
POLL_MOST_S = 15.0
BACKOFF_FIRST_S = 1.0
BACKOFF_MOST_S = 60.0
_POLLS_ACROSS_EXPECTED = 20
_PRIOR_WEIGHT = 1.0
REMEMBERED = 50
"""How many of the latest finished jobs are used to estimate the next one."""


@dataclass(frozen=True, slots=True)
class Expectation:
    """How long a result takes after the order was accepted: half of the results have come after `median_s`."""

    median_s: float
    spread: float

    def quantile_s(self, z: float) -> float:
        """Return the time at `z` standard deviations of the logarithm."""
        return self.median_s * math.exp(z * self.spread)


def expectation_of(durations_s: Sequence[float], prior: Expectation) -> Expectation:
    """Learn from this user's own finished jobs (oldest first); the prior counts as one job.

    Only the last 50 count. A job that was found finished hours later, because the program was off, tells
    nothing about the service: anything over ten times the median is left out.
    """
    recent = sorted(d for d in durations_s[-REMEMBERED:] if d > 0)
    if not recent:
        return prior
    median_s = recent[len(recent) // 2]
    logs = [math.log(d) for d in recent if d <= 10 * median_s]
    weight = _PRIOR_WEIGHT + len(logs)
    mean = (_PRIOR_WEIGHT * math.log(prior.median_s) + sum(logs)) / weight
    variance = (_PRIOR_WEIGHT * prior.spread**2 + sum((x - mean) ** 2 for x in logs)) / weight
    return Expectation(math.exp(mean), math.sqrt(variance))


def poll_wait_s(elapsed_s: float, expected: Expectation) -> float:
    """Return the seconds to wait before the next poll of a task that was accepted `elapsed_s` ago.

    The first poll is made when one result in twenty should be there. Polls stay close together until nineteen in twenty
    should be there, and then grow wider. From the first poll on, every wait is between 0.5 s and 15 s.
    """
    # A place at the service stays empty from its result to our poll: half a wait on average, all night long.
    earliest_s, late_s, latest_s = (expected.quantile_s(z) for z in (-1.64, 1.28, 1.64))
    if elapsed_s < earliest_s:
        return max(POLL_LEAST_S, earliest_s - elapsed_s)
    close_s = (late_s - earliest_s) / _POLLS_ACROSS_EXPECTED
    wider = max(1.0, (elapsed_s / latest_s) ** 2)
    return min(POLL_MOST_S, max(POLL_LEAST_S, close_s * wider))


def backoff_s(failures: int, retry_after_s: float | None, jitter: float) -> float:
    """Return the seconds to back off after `failures` (1 or more) in a row.

    Doubles from 1 s to 60 s, times 0.5 to 1.0 by `jitter` in [0, 1], so that many clients don't come back at
    once. A longer wait that the service asks for counts instead.
    """
    doubled_s = min(BACKOFF_MOST_S, BACKOFF_FIRST_S * 2.0 ** min(failures - 1, 10))
    return max(doubled_s * (0.5 + 0.5 * jitter), retry_after_s or 0.0)
