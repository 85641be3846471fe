"""Notices that the computer slept, or its clock was set, by comparing the wall clock with the monotonic one."""

import asyncio
from collections.abc import Callable

from vidu_desktop.engine.ports import Clock

_LOOK_EVERY_S = 5.0
_JUMP_S = 10.0


async def watch_for_sleep(clock: Clock, woke: Callable[[], None]) -> None:
    """Call `woke` after each jump of the clock, for ever. A sleep shorter than 10 s isn't noticed."""
    apart_s = clock.now().timestamp() - clock.monotonic_s()
    while True:
        await asyncio.sleep(_LOOK_EVERY_S)
        now_apart_s = clock.now().timestamp() - clock.monotonic_s()
        if abs(now_apart_s - apart_s) > _JUMP_S:
            woke()
        apart_s = now_apart_s
