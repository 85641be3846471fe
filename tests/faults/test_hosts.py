"""Several services, some of them unreachable: none delays the orders to another; an order that was never sent follows today's
address; an order that was taken is polled where it was taken; and a hold ends with its last order.
"""

import asyncio
import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from fakes.kept_things import FakeVideos, video_bytes
from fakes.loopback_world import OnePicture
from fakes.scripted_service import ScriptedService, Task
from fakes.seeded_runs import Figures, seeds
from fakes.town import HOSTS, Town
from fakes.virtual_time import until, with_virtual_time
from fakes.world import a_request, trouble
from faults.fault_figures import Row

from vidu_desktop.adapters.desktop.clock import SystemClock
from vidu_desktop.adapters.desktop.paths import resolve_paths
from vidu_desktop.adapters.fetching.fetcher import VideoFetcher
from vidu_desktop.adapters.net.certificates import SystemCertificates
from vidu_desktop.domain.job import UNSENT, Job, JobState
from vidu_desktop.domain.settings import Settings
from vidu_desktop.engine.engine import Engine
from vidu_desktop.engine.events import Event, EventBus, ServiceLost
from vidu_desktop.engine.ports import World
from vidu_desktop.errors import KeyTrouble
from vidu_desktop.wiring.services import ServiceRoute
from vidu_desktop.wiring.storage import open_storage

S = JobState
LEAVES_WITHIN_S = 5.0


async def live(seed: int, figures: Figures) -> None:
    """Let one person order, change the address and take orders off, while hosts go and come back."""
    town, dice = Town(), random.Random(seed)
    engine = town.engine
    await engine.start()
    wrongs = await tried_in_vain_and_moved(town)
    moves = 1
    for _ in range(12):
        for url, service in town.services.items():
            service.reachable = dice.random() < (0.35 if url == HOSTS[0] else 0.7)
        for _ in range(dice.randint(1, 4)):
            engine.submit(a_request(), rehearsal=False)
        await asyncio.sleep(dice.uniform(0, 40))
        if unsent := [job for job in engine.unfinished() if job.state in UNSENT]:
            engine.cancel(dice.choice(unsent).job_id)
        reachable = [url for url in HOSTS if town.services[url].reachable]
        if reachable:
            town.move(dice.choice(reachable))
            moves += 1
            await asyncio.sleep(0)
            free = [job.job_id for job in engine.unfinished() if job.state in UNSENT]
            await asyncio.sleep(LEAVES_WITHIN_S + 4 * len(free))
            here = sum(job.state is S.WAITING for job in engine.unfinished())
            wrongs += [
                f"{name[:6]} still stands at READY, {here} wait"
                for name in free
                if engine.job(name).state is S.READY and here < town.settings.jobs_at_once
            ]
    for service in town.services.values():
        service.reachable = True
    await until(lambda: all(job.ended for job in engine.jobs()), 3600)
    wrongs += [
        f"{url} was asked for {service.strangers}"
        for url, service in town.services.items()
        if service.strangers
    ]
    charges = [ticket for service in town.services.values() for ticket in service.charges]
    stored = [job.request_id for job in engine.jobs() if job.state is S.STORED]
    if sorted(charges) != sorted(stored):
        wrongs.append(f"{len(charges)} were charged, {len(stored)} stored")
    if town.lost():
        wrongs.append(f"{town.lost()} are still said to be out of reach")
    await engine.stop()
    figures.add(seed, wrongs, orders=len(engine.jobs()), changes_of_address=moves, charges=len(charges))


async def tried_in_vain_and_moved(town: Town) -> list[str]:
    """One order is tried where nobody answers, and then the person changes the address."""
    town.services[HOSTS[0]].reachable = False
    job = town.engine.submit(a_request(), rehearsal=False)
    await until(lambda: town.lost() == {HOSTS[0]})
    await until(lambda: town.engine.job(job.job_id).state is S.READY)
    town.move(HOSTS[1])
    await asyncio.sleep(LEAVES_WITHIN_S)
    left = town.services[HOSTS[1]].charges
    return [] if left else [f"{job.job_id[:6]} still stands at READY or is tried where nobody answers"]


def run_all(chosen: range) -> Figures:
    figures = Figures("several services, some out of reach")
    for seed in chosen:
        with_virtual_time(lambda seed=seed: live(seed, figures))
    return figures.show()


def figures(seed: int) -> Iterator[Row]:
    """Two hundred lives from `seed` on, and a control without the rule."""
    yield run_all(seeds(200, seed)).row("an order leaves for a reachable address within seconds, 0 wrong")
    with pytest.MonkeyPatch.context() as patch:
        stick_to_the_first_try(patch)
        control = run_all(seeds(20, seed))
    yield Row(
        test="negative control: an order sticks to where it was tried",
        aim="goes wrong",
        figure=control.line,
        good=bool(control.wrongs),
    )


def stick_to_the_first_try(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Job, "bound_url", property(lambda job: job.service_url))


def test_no_host_holds_up_what_goes_to_another():
    assert run_all(seeds(12)).wrongs == []


@pytest.mark.slow
@pytest.mark.timeout(3600)
def test_in_two_hundred_lives_no_host_holds_up_what_goes_to_another():
    assert run_all(seeds(200)).wrongs == []


def test_an_order_that_stuck_to_its_first_try_would_be_seen(monkeypatch):
    """The negative control."""
    stick_to_the_first_try(monkeypatch)
    assert any("stands at READY" in wrong for wrong in run_all(range(1)).wrongs)


def test_with_the_last_order_for_a_host_its_hold_ends():
    async def story():
        town = Town()
        town.services[HOSTS[0]].reachable = False
        await town.engine.start()
        first = town.engine.submit(a_request(), rehearsal=False)
        await until(lambda: town.lost() == {HOSTS[0]})
        await until(lambda: town.engine.job(first.job_id).state is S.READY)
        town.engine.cancel(first.job_id)
        await until(lambda: town.lost() == set())
        town.services[HOSTS[0]].reachable = True
        begun_s = town.world.clock.monotonic_s()
        town.engine.submit(a_request(), rehearsal=False)
        await until(lambda: town.services[HOSTS[0]].charges)
        assert town.world.clock.monotonic_s() - begun_s < 1.0
        await town.engine.stop()

    with_virtual_time(story)


def test_try_now_is_now():
    async def story():
        town = Town()
        town.services[HOSTS[0]].reachable = False
        await town.engine.start()
        job = town.engine.submit(a_request(), rehearsal=False)
        await asyncio.sleep(600)  # the waits between tries are long by then
        await until(lambda: town.engine.job(job.job_id).state is S.READY)
        town.services[HOSTS[0]].reachable = True
        begun_s = town.world.clock.monotonic_s()
        town.engine.nudge()
        await until(lambda: town.services[HOSTS[0]].charges)
        assert town.world.clock.monotonic_s() - begun_s < 0.5
        await town.engine.stop()

    with_virtual_time(story)


def test_a_key_that_another_service_refuses_stops_nothing_at_todays():
    async def story():
        town = Town()
        await town.engine.start()
        first = town.engine.submit(a_request(), rehearsal=False)
        await until(lambda: first.job_id in town.world.store.disk)
        await until(lambda: town.engine.job(first.job_id).state is S.WAITING)
        town.services[HOSTS[0]].poll_troubles.extend([trouble(KeyTrouble, "1000")] * 3)
        town.move(HOSTS[1])
        await asyncio.sleep(60)
        assert town.engine.paused_by is None
        second = town.engine.submit(a_request(), rehearsal=False)
        await until(lambda: len(town.engine.jobs()) == 2 and not town.engine.unfinished())
        assert [town.engine.job(job.job_id).state for job in (first, second)] == [S.STORED, S.STORED]
        await town.engine.stop()

    with_virtual_time(story)


def test_over_real_connections_to_several_names_of_this_machine(tmp_path):
    """A closed port, then one service, then another: under the names that this machine has for itself."""
    asyncio.run(over_real_connections(tmp_path))


async def over_real_connections(tmp_path: Path) -> None:
    def video(task: Task) -> bytes:
        return video_bytes(f"\x01 {task.task_id} " + "frames " * 300)

    with ScriptedService(video=video, duration_s=3600.0) as slow, ScriptedService(video=video) as quick:
        with ScriptedService() as gone:
            closed_url = gone.base_url.replace("127.0.0.1", "localhost")
        picture_path = tmp_path / "picture.png"
        picture_path.write_bytes(b"\x89PNG" + bytes(200))
        settings = Settings(base_url=closed_url)
        paths = resolve_paths(str(tmp_path / "home"))
        certificates, bus = SystemCertificates(), EventBus()
        events: list[Event] = []
        bus.subscribe(events.append)
        desk = ServiceRoute(
            base_url=lambda: settings.base_url,
            key=lambda _url: "test-key",
            rehearsal=None,  # nothing is rehearsed here
            certificates=certificates,
        )
        hosts = {"127.0.0.1", "localhost", slow.file_host, quick.file_host}
        fetcher = VideoFetcher(paths.staging_dir, local_hosts=hosts, certificates=certificates)
        clock = SystemClock()
        storage = open_storage(paths, settings, FakeVideos(), clock)
        world = World(
            store=storage.jobs,
            pictures=OnePicture(picture_path),
            services=desk,
            fetcher=fetcher,
            library=storage.library,
            disk=storage.disk,
            clock=clock,
        )
        engine = Engine(world, settings, bus, random.Random(1))

        def move(url: str) -> None:
            nonlocal settings
            settings = replace(settings, base_url=url)
            engine.settings_changed(settings)

        def state_of(job: Job) -> JobState | None:
            return next((there.state for there in engine.jobs() if there.job_id == job.job_id), None)

        await engine.start()
        early = [engine.submit(a_request(prompt=f"{number}"), rehearsal=False) for number in range(2)]
        await until(lambda: any(isinstance(event, ServiceLost) for event in events), 60)
        move(slow.base_url.replace("127.0.0.1", "localhost"))
        await until(lambda: all(state_of(job) is S.WAITING for job in early), 60)
        move(quick.base_url)
        late = engine.submit(a_request(prompt="late"), rehearsal=False)
        await until(lambda: state_of(late) is S.STORED, 60)
        assert [state_of(job) for job in early] == [S.WAITING, S.WAITING]
        slow.finish()
        engine.nudge()
        await until(lambda: all(state_of(job) is S.STORED for job in early), 60)
        assert (len(slow.ledger), len(quick.ledger)) == (2, 1)
        await engine.stop()
        await fetcher.close()
        await desk.close()
        await asyncio.get_running_loop().run_in_executor(None, storage.close)
