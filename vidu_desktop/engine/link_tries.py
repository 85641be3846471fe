"""When to ask the service for another link because one fails, and when to stop after the service's day.

A link is a value from outside. A job that tried the same link for ever would lose a paid video.
"""

from dataclasses import dataclass

FAILURES_BEFORE_ASKING = 2
"""How often a link is tried without a byte of progress before the service is asked for another. Asking is free."""
LATE_TRIES_S = 3600.0
"""For how long after its day a service is still asked, when it gives links and none of them works."""


@dataclass(slots=True)
class LinkTries:
    """What this run knows about one job's download. `failures` in a row, of any kind, set the backoff."""

    failures: int = 0
    spent: int = 0
    most_bytes: int = 0
    asks: bool = False
    """Whether the service has to be asked for another link."""
    late_since_s: float | None = None
    _of_this_link: int = 0
    _forbidden: bool = False

    def note_bytes(self, done_bytes: int) -> None:
        """Note how many bytes have come. A link that makes progress works, even if it is cut again and again."""
        if done_bytes > self.most_bytes:
            self.most_bytes = done_bytes
            self._of_this_link = 0

    def failed(self, *, of_link: bool, at_once: bool = False) -> None:
        """Note a failure. Without `of_link` something else failed, our disk for example. `at_once` says that
        this link can never work.
        """
        self.failures += 1
        self._of_this_link += of_link
        self._forbidden = at_once
        self.asks = self.asks or at_once or self._of_this_link >= FAILURES_BEFORE_ASKING

    @property
    def rests(self) -> int:
        """How many failures the backoff counts. 0 means no wait: after a first wrong link the service is asked at once."""
        first_wrong = self.asks and self.failures == 1
        return 0 if first_wrong else self.failures + self.spent

    def forgive(self) -> None:
        """Forget failures that tell nothing about the link: the network is back, or the computer woke up."""
        if not self._forbidden:
            self.ask()

    def ask(self) -> None:
        """Count anew, for the link that the service is now asked for."""
        self.asks = False
        self._of_this_link = 0

    def too_late(self, now_s: float) -> bool:
        """Whether links have failed for long enough after the service's day."""
        if self.late_since_s is None:
            self.late_since_s = now_s
        return now_s - self.late_since_s >= LATE_TRIES_S
