"""How fast to ask and how many at once: the backoff of each service, the limit of each model's account, and
whether the account is known to accept orders.
"""

from dataclasses import dataclass

from vidu_desktop.engine.pacing import backoff_s

_ACCEPTED_FOR_ONE_MORE = 10


@dataclass(slots=True)
class Backoff:
    """Holds back all requests to one service together. Times are seconds of one monotonic clock."""

    open_at_s: float = 0.0
    failures: int = 0
    _wished_at_s: float = 0.0
    """The service asked not to be asked before then."""
    _slowed_at_s: float = float("-inf")

    def slow(self, now_s: float, asked_at_s: float, retry_after_s: float | None, jitter: float) -> bool:
        """Back off once for a refusal of a request made at `asked_at_s`; True if it was news.

        Refusals of requests that were under way when the backoff began are no news, so that five refusals at
        once don't count as five. A longer wait that the service asks for still counts.
        """
        self._wished_at_s = max(self._wished_at_s, now_s + (retry_after_s or 0.0))
        if asked_at_s < self._slowed_at_s:
            self.open_at_s = max(self.open_at_s, self._wished_at_s)
            return False
        self.failures += 1
        self._slowed_at_s = now_s
        self.open_at_s = max(self.open_at_s, now_s + backoff_s(self.failures, retry_after_s, jitter))
        return True

    def went_well(self) -> None:
        self.failures = 0

    def hurry(self) -> None:
        """Wait no longer than the service itself has asked for."""
        self.open_at_s = min(self.open_at_s, self._wished_at_s)

    def wait_s(self, now_s: float) -> float:
        """Return the seconds until the next request may be made; 0 when it may be made now."""
        return max(0.0, self.open_at_s - now_s)


@dataclass(slots=True)
class ConcurrencyLimit:
    """How many tasks may be at the service at once: 70 % of that after the service refused one, one more
    after every ten that it accepted.

    `most` is the person's setting. `learned` is what the account has been seen to allow; at first, the figure
    for new accounts.
    """

    most: int
    learned: float = float("inf")
    _accepted_since: int = 0

    @property
    def limit(self) -> int:
        """At least 1, at most `most`."""
        return max(1, int(min(self.most, self.learned)))

    def too_many(self) -> None:
        """Lower the limit: the service refused a task because too many were running."""
        self.learned = max(1, int(self.limit * 0.7))
        self._accepted_since = 0

    def accepted(self) -> None:
        self._accepted_since += 1
        if self.learned < self.most and self._accepted_since >= _ACCEPTED_FOR_ONE_MORE:
            self.learned += 1
            self._accepted_since = 0


@dataclass(slots=True)
class AccountProbe:
    """Whether the account is known to accept orders. Until one was accepted, and again after trouble with the
    key, the balance or the line, orders are sent one at a time: a refusal then costs one request, and an
    outage leaves one order in doubt.
    """

    firm: bool = False
    behind_page: bool = False
    """A page on the way answered an order. No other order leaves before the service has answered a free question."""
    lost_in_a_row: int = 0
    """Orders without an answer since the last one that was accepted."""

    def trust(self) -> None:
        """An order was accepted."""
        self.firm = True
        self.lost_in_a_row = 0

    def doubt(self) -> None:
        """It is in doubt whether the next order will be accepted."""
        self.firm = False
