"""Waiting until what was started has ended."""

import asyncio


async def all_ended(patience_s: float) -> None:
    """Wait until every other task of this loop has ended. Raises TimeoutError."""
    while others := asyncio.all_tasks() - {asyncio.current_task()}:
        await asyncio.wait_for(asyncio.wait(others), patience_s)
