"""How many orders at once an account allows is learned once, not at every start."""

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest
from fakes.virtual_time import with_virtual_time
from fakes.world import FakeWorld, KeptInMind, a_request, large_account, trouble

from vidu_desktop.adapters.desktop.account_memory import AccountMemoryFile
from vidu_desktop.domain.settings import Settings
from vidu_desktop.engine.engine import Engine
from vidu_desktop.errors import ServiceBusy


def test_the_next_run_begins_with_what_the_account_allowed_in_this_one():
    async def ran_at_once(world: FakeWorld, memory: KeptInMind | None) -> int:
        world.memory = memory
        engine = world.engine(Settings(jobs_at_once=10))
        await engine.start()
        for _ in range(30):
            engine.submit(a_request(), rehearsal=False)
        await until_done(engine, 30)
        await engine.stop()
        return most_at_once(world, "vidu2-image", 8.0)

    async def story():
        memory = KeptInMind()
        taught = FakeWorld()
        taught.service.troubles.extend(
            [None, *[trouble(ServiceBusy, "1302", slow_down=True) if n % 2 else None for n in range(12)]]
        )
        await ran_at_once(taught, memory)
        assert [places < 10 for places in memory.places.values()] == [True]
        learned = dict(memory.places)

        remembering = await ran_at_once(FakeWorld(), KeptInMind(learned))
        forgetful = await ran_at_once(FakeWorld(), None)
        assert remembering < forgetful

    with_virtual_time(story)


def most_at_once(world: FakeWorld, model: str, takes_s: float) -> int:
    """Return the most orders of this model that the service had at the same time."""
    begun_s = [at_s for at_s, name in world.service.orders if model_of(world, name) == model]
    return max(sum(first_s <= at_s < first_s + takes_s for first_s in begun_s) for at_s in begun_s)


def model_of(world: FakeWorld, request_id: str) -> str:
    return next(job.request.model for job in world.store.disk.values() if job.request_id == request_id)


@pytest.mark.parametrize(("at_once", "vidu2", "cogvideox"), [(5, 5, 1), (3, 3, 1), (1, 1, 1), (20, 5, 1)])
def test_each_model_begins_with_what_a_new_account_may_run_of_it_and_holds_no_other_back(
    at_once, vidu2, cogvideox
):
    async def story():
        world = FakeWorld(takes_s=lambda: 1000.0)
        engine = world.engine(Settings(jobs_at_once=at_once))
        await engine.start()
        for number in range(20):
            model = "vidu2-image" if number % 2 else "cogvideox-3"
            engine.submit(replace(a_request(), model=model), rehearsal=False)
        await asyncio.sleep(500)
        sent = [model_of(world, name) for _, name in world.service.orders]
        assert (sent.count("vidu2-image"), sent.count("cogvideox-3")) == (vidu2, cogvideox)
        await engine.stop()

    with_virtual_time(story)


def test_a_model_gets_more_places_as_the_service_takes_them_up_to_the_persons_own_figure():
    async def story():
        world = FakeWorld()
        world.memory = KeptInMind()
        engine = world.engine(Settings(jobs_at_once=3))
        await engine.start()
        for _ in range(80):
            engine.submit(replace(a_request(), model="cogvideox-3"), rehearsal=False)
        await until_done(engine, 80)
        await engine.stop()
        assert most_at_once(world, "cogvideox-3", 8.0) == 3
        assert [int(places) for places in world.memory.places.values()] == [3]

    with_virtual_time(story)


def test_what_an_earlier_run_learned_counts_more_than_what_new_accounts_may_run():
    async def story():
        world = FakeWorld(takes_s=lambda: 1000.0)
        world.memory = large_account()
        engine = world.engine(Settings(jobs_at_once=12))
        await engine.start()
        for _ in range(15):
            engine.submit(a_request(), rehearsal=False)
        await asyncio.sleep(500)
        await engine.stop()
        assert len(world.service.orders) == 12

    with_virtual_time(story)


async def until_done(engine: Engine, count: int) -> None:
    async with asyncio.timeout(100_000):
        while len(engine.jobs()) < count or engine.unfinished():
            await asyncio.sleep(1)


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
    await AccountMemoryFile(tmp_path).keep({"a": 2.0})  # a folder is in the place of the file
