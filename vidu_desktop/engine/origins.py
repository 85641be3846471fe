"""Which origins have a job: no two jobs have the same one."""

from collections import defaultdict
from collections.abc import Collection, Iterable

from vidu_desktop.domain.origin import without_attempt


class Origins:
    """Those that were ordered, or are kept for a job that is about to be written down."""

    def __init__(self, ordered: Iterable[str] = ()) -> None:
        self._claimed: set[str] = set()
        self._attempts: defaultdict[str, set[str]] = defaultdict(set)  # further ones, by what was wanted
        for origin in ordered:
            self.claim(origin)

    def claim(self, origin: str) -> bool:
        """Keep an origin; False when a job has it already."""
        if origin in self._claimed:
            return False
        self._claimed.add(origin)
        if (wanted := without_attempt(origin)) != origin:
            self._attempts[wanted].add(origin)
        return True

    def release(self, origin: str) -> None:
        """Free an origin."""
        self._claimed.discard(origin)
        wanted = without_attempt(origin)
        if wanted in self._attempts:
            self._attempts[wanted].discard(origin)
            if not self._attempts[wanted]:
                del self._attempts[wanted]

    def further_attempts(self, wanted: str) -> Collection[str]:
        """Return the attempts at this behind the first."""
        return self._attempts.get(wanted, ())
