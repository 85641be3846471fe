"""The start of the engine, in two halves. First the jobs that the service has, so that they and the window needn't wait for
thousands of others; then all others, a few at a time. Nothing is prepared or sent before all are read.
"""

from collections.abc import Callable, Collection, Sequence

from vidu_desktop.domain.job import Job
from vidu_desktop.engine.engine_context import EngineContext, link_ends_at
from vidu_desktop.engine.job_runner import JobRunner
from vidu_desktop.engine.watch import watch_for_sleep


class Starting:
    """Call `begin` once, then `read_rest` until it has succeeded once."""

    def __init__(self, context: EngineContext, runner: JobRunner) -> None:
        self._context = context
        self._runner = runner

    async def begin(self, only: Collection[str] | None, connect_anew: Callable[[], None]) -> None:
        """Read the jobs that the service has, and carry on with them. Raises DiskTrouble."""
        context = self._context
        await context.jobs.load_under_way()
        await context.recall()
        await context.lasting_pauses.recall()
        await self._runner.recover_all(context.jobs.live())
        live = context.jobs.live()
        context.world.fetcher.keep_only({job.job_id for job in live})
        self._runner.sending.only = None if only is None else set(only)
        context.tasks.start("dispatcher", self._runner.sending.run())
        context.tasks.start("sleep watch", watch_for_sleep(context.world.clock, connect_anew))
        await self._carry_on(live)

    async def read_rest(self) -> None:
        """Read all other jobs, then let orders be prepared and sent. May be repeated after DiskTrouble."""
        jobs = self._context.jobs
        if jobs.all_read.is_set():
            return
        found = await jobs.load_rest()
        await self._runner.recover_all(found)
        await self._context.world.pictures.keep_prepared(jobs.needed_pictures())
        await self._context.world.disk.look()
        jobs.all_read.set()
        await self._carry_on([jobs[job.job_id] for job in found if job.job_id in jobs])

    async def _carry_on(self, jobs: Sequence[Job]) -> None:
        only = self._runner.sending.only
        job_ids = [job.job_id for job in sorted(jobs, key=link_ends_at)]
        wanted = job_ids if only is None else [job_id for job_id in job_ids if job_id in only]
        await self._runner.continue_all(wanted, fresh=False)
