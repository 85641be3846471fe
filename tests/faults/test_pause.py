"""The person's pause survives kills and restarts: nothing is sent before the end of the pause is on the disk."""

import asyncio
from collections.abc import Iterator

import pytest
from fakes.mortal_world import ROUGH, Machine, MortalWorld, quiet_engine_logs
from fakes.openings import SETTLED_AFTER_S, lives, order, start_again
from fakes.scripted_service import Repeats
from fakes.seeded_runs import Figures, seeds
from fakes.virtual_time import until, with_virtual_time
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


async def killed_while_held(world: HeldWorld) -> None:
    """The program is killed with an order behind the pause."""
    world.engine.pause()
    order(world, "held")
    await until(lambda: world.promised and world.remains.held and world.remains.jobs)
    await start_again(world)
    await asyncio.sleep(SETTLED_AFTER_S)
    world.engine.go_on()


async def _nothing() -> frozenset[LastingPause]:
    return frozenset()


def run_all(chosen: range, *, forgets: bool = False) -> Figures:
    figures = Figures("a pause over kills" + (" that is forgotten" if forgets else ""))
    for seed in chosen:
        world = HeldWorld(seed, forgets=forgets)
        with quiet_engine_logs():
            with_virtual_time(lambda world=world: lives(world, killed_while_held, jobs=8))
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
    assert run_all(range(1), forgets=True).wrongs
