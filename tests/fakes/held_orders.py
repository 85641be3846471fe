"""An engine that the person has paused, with waiting orders."""

from fakes.virtual_time import until
from fakes.world import FakeWorld, a_request

from vidu_desktop.domain.job import JobState
from vidu_desktop.domain.settings import Settings
from vidu_desktop.engine.engine import Engine


async def held_orders(
    world: FakeWorld, count: int, settings: Settings | None = None
) -> tuple[Engine, list[str]]:
    """Return the engine, and the ids of the orders in their order in line."""
    engine = world.engine(settings or Settings())
    await engine.start()
    engine.pause()
    await until(lambda: engine.paused_by is not None)
    jobs = engine.submit_many([a_request() for _ in range(count)], rehearsal=False)
    await until(lambda: sum(job.state is JobState.READY for job in engine.jobs()) == count)
    return engine, [job.job_id for job in jobs]
