"""An asyncio loop whose clock jumps to the next timer at once, so that hours of waiting cost nothing.

    with_virtual_time(story)      # `async def story(): ...` runs to its end
    let_pass(60)                  # in a loop with real sockets: a minute has gone by

The loop sleeps for real only when no timer is set, which a test without threads never wants.
"""

import asyncio
import selectors
from collections.abc import Callable, Coroutine
from datetime import UTC, datetime, timedelta
from typing import Any


class _JumpingSelector(selectors.DefaultSelector):
    skipped_s = 0.0

    def select(self, timeout: float | None = None) -> Any:
        events = super().select(0 if timeout is not None else None)
        if not events and timeout:
            self.skipped_s += timeout
        return events


class VirtualLoop(asyncio.SelectorEventLoop):
    def __init__(self) -> None:
        self._jumping = _JumpingSelector()
        super().__init__(self._jumping)

    def time(self) -> float:
        return self._jumping.skipped_s

    async def shutdown_default_executor(self, timeout: float | None = None) -> None:
        """Wait for the threads as long as they take: they end in real time, and a deadline would be over at once."""
        await super().shutdown_default_executor()


def with_virtual_time(story: Callable[[], Coroutine[Any, Any, Any]]) -> Any:
    """Run a story and return its result."""
    with asyncio.Runner(loop_factory=VirtualLoop) as runner:
        return runner.run(story())


async def until(true: Callable[[], object], limit_s: float = 1_000_000.0) -> None:
    """Let virtual time pass until `true` returns something true. Raises TimeoutError if it doesn't within `limit_s`."""
    async with asyncio.timeout(limit_s):
        while not true():
            await asyncio.sleep(0.05)


def let_pass(seconds: float) -> None:
    """Move the running loop's clock forward: every deadline within `seconds` has then passed, however fast the machine is."""
    loop = asyncio.get_running_loop()
    time = loop.time
    loop.time = lambda: time() + seconds  # type: ignore[method-assign]


class LoopClock:
    """A Clock that follows the running loop; it starts at noon of a fixed day."""

    start = datetime(2026, 3, 1, 12, tzinfo=UTC)

    def now(self) -> datetime:
        return self.start + timedelta(seconds=self.monotonic_s())

    def monotonic_s(self) -> float:
        return asyncio.get_running_loop().time()
