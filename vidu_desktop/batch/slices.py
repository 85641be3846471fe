"""Long loops with breaks, so that meanwhile the window is drawn and polls are answered."""

import asyncio
import time
from collections.abc import AsyncIterator, Iterable
from typing import TypeVar

T = TypeVar("T")

SLICE_S = 0.008
"""Half of a frame of 16 ms."""
_LOOK_EACH = 8


async def in_slices(items: Iterable[T]) -> AsyncIterator[T]:
    """Yield the items one by one. Whenever about 8 ms have passed, the event loop gets a turn first."""
    until_s = time.perf_counter() + SLICE_S
    for count, item in enumerate(items):
        if count % _LOOK_EACH == 0 and time.perf_counter() > until_s:
            await asyncio.sleep(0)
            until_s = time.perf_counter() + SLICE_S
        yield item
