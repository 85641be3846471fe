"""How many orders at once an account allows is learned once, not at every start."""

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest
from fakes.virtual_time import with_virtual_time
from fakes.world import FakeWorld, a_request, trouble

from vidu_desktop.adapters.desktop.account_memory import AccountMemoryFile
from vidu_desktop.domain.settings import Settings
from vidu_desktop.engine.engine import Engine
from vidu_desktop.errors import ServiceBusy


class KeptInMind:
    def __init__(self) -> None:
        self.places: dict[str, float] = {}

    async def load(self) -> dict[str, float]:
        return dict(self.places)

    async def keep(self, places) -> None:
        self.places = dict(places)


def test_the_next_run_begins_with_what_the_account_allowed_in_this_one():
    async def most_at_once(world: FakeWorld, memory: KeptInMind | None) -> int:
        engine = Engine(replace(world.ports(), memory=memory), Settings(jobs_at_once=10), world.bus)
        await engine.start()
        for _ in range(30):
            engine.submit(a_request(), rehearsal=False)
        async with asyncio.timeout(10_000):
            while len(engine.jobs()) < 30 or engine.unfinished():
                await asyncio.sleep(0.05)
        await engine.stop()
        return max(
            sum(begun_s <= at_s < begun_s + 8 for begun_s, _ in world.service.orders)
            for at_s, _ in world.service.orders
        )

    async def story():
        memory = KeptInMind()
        taught = FakeWorld()
        taught.service.troubles.extend(
            [None, *[trouble(ServiceBusy, "1302", slow_down=True) if n % 2 else None for n in range(12)]]
        )
        await most_at_once(taught, memory)
        assert [places < 10 for places in memory.places.values()] == [True]
        learned = dict(memory.places)

        remembering = await most_at_once(FakeWorld(), _with(learned))
        forgetful = await most_at_once(FakeWorld(), None)
        assert remembering < forgetful

    with_virtual_time(story)


def _with(places: dict[str, float]) -> KeptInMind:
    memory = KeptInMind()
    memory.places = dict(places)
    return memory


@pytest.mark.anyio
async def test_the_file_gives_back_what_was_kept_and_nothing_senseless(tmp_path: Path):
    memory = AccountMemoryFile(tmp_path / "sub" / "account.json")
    assert await memory.load() == {}
    await memory.keep({"https://api.test/v4 vidu2-image": 3.0, "other": float("inf")})
    assert await memory.load() == {"https://api.test/v4 vidu2-image": 3.0}
    (tmp_path / "sub" / "account.json").write_text('{"a": 0, "b": "x", "c": true, "d": NaN, "e": 4}')
    assert await memory.load() == {"e": 4.0}
    (tmp_path / "sub" / "account.json").write_text("[" * 5000)
    assert await memory.load() == {}
    await AccountMemoryFile(tmp_path).keep({"a": 2.0})  # a folder stands there
