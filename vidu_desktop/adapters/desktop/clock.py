"""The machine's own clock."""

import time
from datetime import UTC, datetime


class SystemClock:
    """Real time; the engine's `Clock`."""

    def now(self) -> datetime:
        """Return the wall clock, aware, in UTC."""
        return datetime.now(UTC)

    def monotonic_s(self) -> float:
        """Return seconds that never jump."""
        return time.monotonic()
