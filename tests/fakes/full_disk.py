"""A program on a small disk that becomes full at each possible place. Run it inside a mount of its own:

    python full_disk.py MOUNT with-ballast|without-ballast STEP_PAGES STEP_PAGES_OF_THE_VIDEO

The free space grows by STEP_PAGES from run to run, or by STEP_PAGES_OF_THE_VIDEO once only the video doesn't fit, because the
video needs most of the space. Prints one JSON object per run: the free space in pages, the step that failed (or null), and
what was wrong afterwards.
"""

import asyncio
import json
import os
import shutil
import sys
from dataclasses import replace
from pathlib import Path

from fakes.kept_things import FakeVideos, a_job, all_clips, video_bytes

from vidu_desktop.adapters.desktop.clock import SystemClock
from vidu_desktop.adapters.desktop.paths import Paths, resolve_paths
from vidu_desktop.adapters.disk.room import Ballast
from vidu_desktop.domain.job import Job, JobState
from vidu_desktop.domain.settings import Settings
from vidu_desktop.errors import DiskTrouble
from vidu_desktop.wiring.storage import Storage, open_storage

PAGE_BYTES = 4096
MOST_PAGES = 1000  # half of the disk
ENOUGH_IN_A_ROW = 3  # after this many complete walks in a row, more space changes nothing
BALLAST_BYTES = 500_000
WAY = (
    JobState.SENDING,
    JobState.ACCEPTED,
    JobState.WAITING,
    JobState.READY_TO_FETCH,
    JobState.FETCHING,
    JobState.VERIFYING,
    JobState.STORED,
)


def start(paths: Paths) -> Storage:
    return open_storage(paths, Settings(), FakeVideos(), SystemClock())


async def walk(storage: Storage, job: Job, part: Path, done: list[JobState]) -> None:
    """Take the job from its present state to the end; `done` gets each state that was saved."""
    for state in WAY[WAY.index(job.state) + 1 :] if job.state in WAY else WAY:
        if state is JobState.STORED:
            clip = await storage.library.keep(job, part, await storage.library.verify(part))
            job = replace(job, clip_id=clip.clip_id, video_path=clip.video_path)
        job = replace(job, state=state, task_id=a_job(state=state).task_id)
        await storage.jobs.save(job)
        done.append(state)


def fill(home: Path, room_pages: int) -> Path:
    filler = home / "filler"
    with filler.open("wb", buffering=0) as file:
        room = os.statvfs(home)
        left = room.f_bavail * room.f_frsize - room_pages * PAGE_BYTES
        while left > 0:
            left -= file.write(b"x" * min(left, 1 << 20))
    return filler


def empty(home: Path) -> None:
    for entry in home.iterdir():
        shutil.rmtree(entry) if entry.is_dir() else entry.unlink()


async def run(home: Path, room_pages: int, *, with_ballast: bool) -> dict[str, object]:
    empty(home)
    paths = resolve_paths(str(home), {})
    storage = start(paths)
    if with_ballast:
        assert Ballast(paths.ballast_path, BALLAST_BYTES).hold()
    job = a_job(state=JobState.READY)
    await storage.jobs.save(job)
    part = home / "fetched.part"
    part.write_bytes(video_bytes("frames " * 6000))

    filler = fill(home, room_pages)
    done: list[JobState] = []
    stopped: DiskTrouble | None = None
    try:
        await walk(storage, job, part, done)
    except DiskTrouble as trouble:
        stopped = trouble
    wrong = [] if stopped is None or stopped.full else [f"said {stopped.code}"]
    kept = not part.exists()
    storage.close()
    filler.unlink()
    paths.ballast_path.unlink(missing_ok=True)
    wrong += await after(paths, part, done)
    step = None if stopped is None else WAY[len(done)].value
    if step == JobState.STORED and not kept:
        step = "keep"
    return {"room_pages": room_pages, "stopped_at": step, "wrong": wrong}


async def after(paths: Paths, part: Path, done: list[JobState]) -> list[str]:
    """Start again with enough space, and return what is wrong."""
    wrong: list[str] = []
    storage = start(paths)
    try:
        [job] = await storage.jobs.load_all()
        last = done[-1] if done else JobState.READY
        evidence = last is JobState.SENDING and (job.state, job.task_id) == (JobState.WAITING, "task-job-1")
        if job.state is not last and not evidence:
            wrong.append(f"{last} was saved, {job.state} was found")
        if storage.jobs.set_aside_path is not None:
            wrong.append("the journal is damaged")
        if job.state is not JobState.STORED:
            await walk(storage, job, part, [])
        findings = [finding.code for finding in await storage.library.check()]
        wrong += findings
        if len(await all_clips(storage.library)) != 1 or len(list(paths.library_dir.rglob("*.mp4"))) != 1:
            wrong.append("not exactly one video")
    finally:
        storage.close()
    return wrong


def main() -> None:
    home, how, step_pages, step_pages_of_the_video = Path(sys.argv[1]), sys.argv[2], *map(int, sys.argv[3:])
    had_room = room_pages = 0
    while room_pages < MOST_PAGES:
        result = asyncio.run(run(home, room_pages, with_ballast=how == "with-ballast"))
        print(json.dumps(result), flush=True)
        had_room = had_room + 1 if result["stopped_at"] is None else 0
        if had_room == ENOUGH_IN_A_ROW:
            return
        room_pages += step_pages_of_the_video if result["stopped_at"] == "keep" else step_pages


if __name__ == "__main__":
    main()
