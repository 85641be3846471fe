"""Lists the jobs of the queue."""

import asyncio
import os
from collections.abc import Mapping
from dataclasses import replace

from vidu_desktop.cli.reports import Report, job_object, job_words
from vidu_desktop.cli.runs import DONE, say_pauses
from vidu_desktop.domain.job import Job, JobState
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import Sentence
from vidu_desktop.wiring.session import Session

_NO_JOBS = QT_TRANSLATE_NOOP("command line", "There are no jobs.")


async def list_jobs(session: Session, report: Report) -> int:
    """Print every job of the queue, and the pauses that last until the person goes on; also while the window is open."""
    jobs = await session.program.storage.jobs.load_all()
    await say_pauses(session, report)
    kept = [job.job_id for job in jobs if job.state is JobState.STORED]
    paths = await session.program.library.video_paths(kept)
    for listed in await asyncio.to_thread(lambda: [_with_its_video(job, paths) for job in jobs]):
        report.item(job_object(listed), job_words(listed, report.words))
    if not jobs:
        report.say(Sentence(_NO_JOBS))
    return DONE


def _with_its_video(job: Job, paths: Mapping[str, str]) -> Job:
    """Return the job with the path that its video has: it was moved since, perhaps with the whole library, or deleted."""
    before = job.video_path
    there = before if before and os.path.isfile(before) else None
    return replace(job, video_path=paths.get(job.job_id, there))
