"""How fast new clips get their facts and covers, on both cores. The floor is a plain loop that opens each clip with PyAV and
decodes one frame, on as many cores.

Both are warmed up and measured in turns, and the best round of each counts. The clip is a rehearsal of a textured picture
with grain, as a camera's pictures have.
"""

import asyncio
import math
import multiprocessing
import shutil
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import av
from benchmarks import bench_render
from benchmarks.figures import Figure

from vidu_desktop.adapters.processes.helper_processes import HelperProcesses
from vidu_desktop.adapters.video.video_files import VideoFiles
from vidu_desktop.domain.modes import Mode
from vidu_desktop.rehearsal import rendering
from vidu_desktop.rehearsal.folders import VIDEO_NAME

WHAT = "cover and probe of new clips"
CORES = 2
LEAST_RATIO = 0.8


def decode_first_frames(paths: list[str]) -> None:
    """The floor, in a separate process."""
    for path in paths:
        with av.open(path) as container:
            stream = container.streams.video[0]
            stream.thread_type = "NONE"
            next(container.decode(stream))


def make_clips(folder: Path, count: int) -> list[Path]:
    bench_render.paint(folder / "picture-0", 0)
    order = bench_render.order_for(Mode.IMAGE, 1)
    rendering.render(order, folder, lambda _share: None)
    clips = [folder / f"clip-{number}.mp4" for number in range(count)]
    for clip in clips:
        shutil.copy(folder / VIDEO_NAME, clip)
    return clips


def floor_s(pool: ProcessPoolExecutor, clips: list[Path]) -> float:
    shares = [[str(clip) for clip in clips[core::CORES]] for core in range(CORES)]
    begun_s = time.perf_counter()
    list(pool.map(decode_first_frames, shares))
    return time.perf_counter() - begun_s


def ours_s(desk: VideoFiles, clips: list[Path], covers_dir: Path) -> float:
    async def read_facts_and_make_cover() -> None:
        await asyncio.gather(
            *(desk.read_facts_and_make_cover(clip, covers_dir / f"{clip.stem}.jpg") for clip in clips)
        )

    shutil.rmtree(covers_dir, ignore_errors=True)
    covers_dir.mkdir()
    begun_s = time.perf_counter()
    asyncio.run(read_facts_and_make_cover())
    return time.perf_counter() - begun_s


def measure(*, quick: bool) -> list[Figure]:
    count, rounds = (12, 1) if quick else (60, 5)
    processes = HelperProcesses(workers=CORES)
    with (
        tempfile.TemporaryDirectory() as name,
        ProcessPoolExecutor(CORES, multiprocessing.get_context("spawn")) as pool,
    ):
        folder = Path(name)
        desk = VideoFiles(processes)
        try:
            clips = make_clips(folder, count)
            floor = ours = math.inf
            for round_number in range(rounds + 1):
                floor_now_s = floor_s(pool, clips)
                ours_now_s = ours_s(desk, clips, folder / "covers")
                if round_number:  # the first round starts the processes
                    floor, ours = min(floor, floor_now_s), min(ours, ours_now_s)
            assert len(list((folder / "covers").iterdir())) == count
        finally:
            processes.close()
    ratio = floor / ours
    return [
        Figure(
            what=WHAT,
            floor=f"{count / floor:.0f} a second",
            measured=f"{count / ours:.0f} a second",
            outcome=f"{ratio:.2f}x",
            reach=f">= {LEAST_RATIO:g}x",
            ok=ratio >= LEAST_RATIO,
            note=f"{CORES} processes each; the best of {rounds}",
        )
    ]
