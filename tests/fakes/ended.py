"""Waits until everything that was started has ended."""

import asyncio


async def all_ended(patience_s: float) -> None:
    """Wait until all other tasks of this loop have ended. Raises TimeoutError after `patience_s` for one round."""
    while others := asyncio.all_tasks() - {asyncio.current_task()}:
        await asyncio.wait_for(asyncio.wait(others), patience_s)
