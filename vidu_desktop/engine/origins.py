"""Which origins have a job. No two jobs share one."""

from collections import defaultdict
from collections.abc import Collection, Iterable

from vidu_desktop.domain.origin import without_attempt


class Origins:
    """Origins that were ordered, or are reserved for a job that is about to be written to the journal."""

    def __init__(self, ordered: Iterable[str] = ()) -> None:
        self._claimed: set[str] = set()
        self._attempts: defaultdict[str, set[str]] = defaultdict(set)  # later ones, by the first's origin
        for origin in ordered:
            self.claim(origin)

    def claim(self, origin: str) -> bool:
        """Reserve an origin; False when a job has it already."""
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
        """Return the origins of all attempts after the first."""
        return self._attempts.get(wanted, ())
