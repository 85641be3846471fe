"""Waits that can be cut short: a job's own (it was given up), or all of them (the machine woke, the net is back)."""

import asyncio


class Naps:
    """Hands out waits by name. Waking somebody who doesn't sleep does nothing."""

    def __init__(self) -> None:
        self._sleepers: dict[str, asyncio.Event] = {}

    async def nap(self, who: str, seconds: float) -> bool:
        """Wait; True if it was woken before the time. One nap for each name at a time."""
        if seconds <= 0:
            return False
        woken = self._sleepers[who] = asyncio.Event()
        try:
            async with asyncio.timeout(seconds):
                await woken.wait()
        except TimeoutError:
            return False
        finally:
            self._sleepers.pop(who, None)
        return True

    def wake(self, who: str) -> None:
        if woken := self._sleepers.get(who):
            woken.set()

    def wake_all(self) -> None:
        for woken in self._sleepers.values():
            woken.set()
