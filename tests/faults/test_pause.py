"""The person's pause survives kills and restarts: nothing is sent before the end of the pause is on the disk."""

import asyncio
from collections.abc import Iterator

import pytest
from fakes.mortal_world import ROUGH, Machine, MortalWorld, quiet_engine_logs
from fakes.paying_service import CALM
from fakes.scripted_service import Repeats
from fakes.seeded_runs import Figures, seeds
from fakes.virtual_time import until, with_virtual_time
from fakes.world import a_request
from faults.fault_figures import Row

from vidu_desktop.domain.job import Job, JobState
from vidu_desktop.engine.engine import Engine
from vidu_desktop.engine.events import Event, EventBus, PaidWorkPaused
from vidu_desktop.engine.ports import LastingPause, World

S = JobState


class HeldWorld(MortalWorld):
    """Watches what the window showed: from "Paused" on, over kills, until somebody presses resume."""

    def __init__(self, seed: int, *, forgets: bool = False) -> None:
        super().__init__(seed, Repeats.REFUSES, ROUGH, engine_of=self._watched)
        self.forgets = forgets
        self.promised = False
        self.promises = self.restarts_while_held = 0
        self.broken: list[str] = []

    async def live(self, jobs: int, rough_s: float = 600.0) -> None:
        """Go through a kill with an order behind the pause, and then through rough times."""
        self.odds = self.service.odds = CALM
        await self.boot()
        self.engine.pause()
        self.engine.submit(a_request(prompt="held"), rehearsal=False)
        self.submitted += 1
        await until(lambda: self.promised and self.remains.held and self.remains.jobs)
        self.kills += 1
        await self.end(kill=True)
        await self.boot()
        await asyncio.sleep(60.0)
        self.engine.go_on()
        self.odds = self.service.odds = self.rough
        await super().live(jobs, rough_s)

    def _watched(self, ports: World, settings, bus: EventBus, chance) -> Engine:
        self.restarts_while_held += self.promised
        machine: Machine = ports.store
        save = machine.save

        async def watched_save(job: Job) -> None:
            if job.state is S.SENDING and self.promised:
                self.broken.append(f"{job.job_id[:6]} left while the window said that nothing is sent")
            await save(job)

        machine.save = watched_save
        if self.forgets:
            machine.paused_by = _nothing
        bus.subscribe(self._hear)
        engine = Engine(ports, settings, bus, chance)
        go_on = engine.go_on

        def pressed() -> None:
            self.promised = False
            go_on()

        engine.go_on = pressed
        return engine

    def _hear(self, event: Event) -> None:
        if isinstance(event, PaidWorkPaused) and event.trouble.code == "paused" and not self.promised:
            self.promised = True
            self.promises += 1


async def _nothing() -> frozenset[LastingPause]:
    return frozenset()


def run_all(chosen: range, *, forgets: bool = False) -> Figures:
    figures = Figures("a pause over kills" + (" that is forgotten" if forgets else ""))
    for seed in chosen:
        world = HeldWorld(seed, forgets=forgets)
        with quiet_engine_logs():
            with_virtual_time(lambda world=world: world.live(jobs=8))
        figures.add(
            seed,
            [*world.broken, *world.wrongs()],
            pauses=world.promises,
            restarts_while_held=world.restarts_while_held,
            charges=len(world.service.ledger),
            kills=world.kills,
        )
    return figures.show()


def figures(seed: int) -> Iterator[Row]:
    """A hundred rough times from `seed` on, and the same with a disk that forgets."""
    yield run_all(seeds(100, seed)).row("nothing leaves while the window says so, over restarts, 0 wrong")
    forgetful = run_all(seeds(20, seed), forgets=True)
    yield Row(
        test="negative control: the pause isn't read at the start",
        aim="is noticed",
        figure=f"{forgetful.runs} runs, {len(forgetful.wrongs)} wrong",
        good=bool(forgetful.wrongs),
    )


def test_nothing_leaves_while_the_window_says_that_nothing_is_sent():
    figures = run_all(seeds(12))
    assert figures.runs == 1 or figures.counts["restarts_while_held"]
    assert figures.wrongs == []


@pytest.mark.slow
@pytest.mark.timeout(3600)
def test_a_hundred_rough_times_keep_the_pause():
    assert run_all(seeds(100)).wrongs == []


def test_without_the_memory_of_the_disk_the_runs_go_red():
    """The negative control: the same presses, but the start doesn't read the pause."""
    assert any(run_all(range(seed, seed + 5), forgets=True).wrongs for seed in range(1, 26, 5))
