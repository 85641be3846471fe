"""UNKNOWN: looking for evidence, for free, that an order whose answer was lost has been taken."""

from vidu_desktop.domain.job import Job, JobState
from vidu_desktop.engine.ports import TaskReport, TaskStatus
from vidu_desktop.engine.workshop import Workshop
from vidu_desktop.errors import ViduDesktopError

_LOOK_FIRST_S = 1.0
_LOOK_AGAIN_S = (5.0, 30.0, 120.0, 600.0, 1800.0, 3600.0)


class Evidence:
    """Asks for the task by our own request id. An answer that names it, or has a video, is evidence; an error or
    a shrug is none, and then the job stays UNKNOWN.
    """

    def __init__(self, shop: Workshop) -> None:
        self._shop = shop
        self.looked_for: set[str] = set()
        """Jobs that were asked for at least once since the start."""

    async def seek_once(self, job_id: str) -> bool:
        """Look after a moment; True once the job is WAITING."""
        return await self._seek_after(job_id, _LOOK_FIRST_S)

    async def seek(self, job_id: str) -> bool:
        """Look now and then, ever more rarely; True once the job is WAITING, False when nothing came of it."""
        for wait_s in _LOOK_AGAIN_S:
            if await self._seek_after(job_id, wait_s):
                return True
        return False

    async def _seek_after(self, job_id: str, wait_s: float) -> bool:
        await self._shop.naps.nap(job_id, wait_s)
        found = self._open(job_id) and await self._look(self._shop.book[job_id])
        self.looked_for.add(job_id)
        return found

    def _open(self, job_id: str) -> bool:
        return job_id in self._shop.book and self._shop.book[job_id].state is JobState.UNKNOWN

    async def _look(self, job: Job) -> bool:
        try:
            service = await self._shop.world.services.for_job(job)
            report = await service.poll(job.request_id or "")
        except ViduDesktopError:
            return False
        task_id = evident_task_id(job, report)
        if task_id is None or not self._open(job.job_id):
            return False
        await self._shop.book.move_surely(
            job.job_id, JobState.WAITING, task_id=task_id, accepted_at=job.sent_at
        )
        return True


def evident_task_id(job: Job, report: TaskReport) -> str | None:
    """Give the id to poll from now on if the report proves that the service has this very order."""
    names_it = report.answer.get("request_id") == job.request_id and job.request_id is not None
    has_it = report.status is TaskStatus.SUCCESS and report.video_url is not None
    if not (names_it or has_it):
        return None
    named = report.answer.get("id")
    return named if isinstance(named, str) and named else job.request_id
