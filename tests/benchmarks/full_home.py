"""A home whose journal has many jobs, as the program itself would have written them."""

import asyncio
import hashlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from fakes.world import a_request

from vidu_desktop.adapters.desktop.paths import input_path, resolve_paths
from vidu_desktop.adapters.desktop.settings_file import SettingsFile
from vidu_desktop.adapters.journal.job_store import SqliteJobStore
from vidu_desktop.adapters.journal.paid_orders_log import PaidOrdersLog
from vidu_desktop.domain.amounts import usd
from vidu_desktop.domain.job import Job, JobState
from vidu_desktop.domain.pictures import JobPicture, PreparedPicture
from vidu_desktop.domain.settings import Settings


def fill(home: Path, picture: Path, queued: int, ended: int, at_once: int) -> None:
    """Write this many READY and STORED jobs, all with this picture."""
    paths = resolve_paths(str(home))
    content = picture.read_bytes()
    sha256 = hashlib.sha256(content).hexdigest()
    copy = input_path(paths.inputs_dir, sha256, "image/png")
    copy.parent.mkdir(parents=True)
    copy.write_bytes(content)
    prepared = PreparedPicture(
        sha256=sha256, media_type="image/png", width_px=320, height_px=200, image_bytes=len(content)
    )
    pictures = (JobPicture(source_path=str(picture), name=picture.name, prepared=prepared),)
    SettingsFile(paths.settings_path).save(Settings(jobs_at_once=at_once))
    paths.journal_path.parent.mkdir(parents=True, exist_ok=True)
    store = SqliteJobStore(paths.journal_path, PaidOrdersLog(paths.orders_path))
    asyncio.run(store.save_many([*_queued(queued, pictures), *_ended(ended, pictures)]))
    store.close()


def _job(number: int, pictures: tuple[JobPicture, ...]) -> Job:
    created_at = datetime.now(UTC) - timedelta(days=1, seconds=-number)
    return Job(
        job_id=f"{number:032x}",
        state=JobState.READY,
        request=a_request(prompt=f"a gull rises over the sea, take {number}"),
        pictures=pictures,
        rehearsal=False,
        price=usd("0.20"),
        created_at=created_at,
        position=float(number + 1),
        request_id=f"vidu-desktop-{number}",
    )


def _queued(count: int, pictures: tuple[JobPicture, ...]) -> Iterator[Job]:
    return (_job(number, pictures) for number in range(count))


def _ended(count: int, pictures: tuple[JobPicture, ...]) -> Iterator[Job]:
    for number in range(10**6, 10**6 + count):
        job = _job(number, pictures)
        at = job.created_at
        yield replace(
            job,
            state=JobState.STORED,
            task_id=f"task-{number}",
            accepted_at=at,
            finished_at=at + timedelta(seconds=8),
            stored_at=at + timedelta(seconds=9),
        )
