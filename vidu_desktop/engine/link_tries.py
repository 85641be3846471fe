"""When to ask the task for another link because one fails, and when, after the service's day, to stop.

A link is a value from outside. A state that tries the same one for ever would lose a paid video.
"""

from dataclasses import dataclass

FAILURES_BEFORE_ASKING = 2
"""How often one link is tried without getting a byte further, until the task is asked for another. Asking is free."""
LATE_TRIES_S = 3600.0
"""How long a service is still asked after its day, when it gives links and none of them works."""


@dataclass(slots=True)
class LinkTries:
    """What this run knows of one job's download. `failures` in a row set the backoff, whatever failed."""

    failures: int = 0
    spent: int = 0
    most_bytes: int = 0
    asks: bool = False
    """The link isn't tried again: the task is asked for another."""
    late_since_s: float | None = None
    _of_this_link: int = 0
    _forbidden: bool = False

    def came(self, done_bytes: int) -> None:
        """Note how far this link brought the file. One that gets further works, even if it is cut again and again."""
        if done_bytes > self.most_bytes:
            self.most_bytes = done_bytes
            self._of_this_link = 0

    def failed(self, *, of_link: bool, at_once: bool = False) -> None:
        """Note a failure. Without `of_link` something else failed, for example our disk. `at_once`: this link can
        never work.
        """
        self.failures += 1
        self._of_this_link += of_link
        self._forbidden = at_once
        self.asks = self.asks or at_once or self._of_this_link >= FAILURES_BEFORE_ASKING

    @property
    def rests(self) -> int:
        """How many failures the backoff counts now. 0 is no wait: after a first wrong link the task is asked at once."""
        first_wrong = self.asks and self.failures == 1
        return 0 if first_wrong else self.failures + self.spent

    def forgive(self) -> None:
        """The net is back, or the machine woke up: what failed meanwhile says nothing of the link."""
        if not self._forbidden:
            self.ask()

    def ask(self) -> None:
        """The task is asked for another link, which begins anew."""
        self.asks = False
        self._of_this_link = 0

    def too_late(self, now_s: float) -> bool:
        """Whether links after the service's day have failed for long enough."""
        if self.late_since_s is None:
            self.late_since_s = now_s
        return now_s - self.late_since_s >= LATE_TRIES_S
