"""A download of 100 MB with the program's fetcher, against curl to the same disk: from loopback, and at 20 MB/s."""

import asyncio
import os
import resource
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from benchmarks.figures import Figure, median, not_measured, ratio_figure
from benchmarks.processes import Service, service

from vidu_desktop.adapters.fetching.fetcher import VideoFetcher

FILE_BYTES = 100_000_000
SPEED_BYTES_S = 20_000_000


def measure(*, quick: bool) -> list[Figure]:
    rows = (
        ("100 MB from loopback", 2.2, None, 2 if quick else 7),
        ("100 MB at 20 MB/s", 1.05, SPEED_BYTES_S, 1 if quick else 3),
    )
    if shutil.which("curl") is None:
        return [not_measured(what, "needs curl") for what, *_ in rows]
    return [_row(*row) for row in rows]


def _row(what: str, most: float, speed_bytes_s: int | None, rounds: int) -> Figure:
    arguments: list[object] = ["--video-bytes", FILE_BYTES]
    if speed_bytes_s:
        arguments += ["--speed", speed_bytes_s]
    curl: list[tuple[float, float]] = []
    ours: list[tuple[float, float]] = []
    with tempfile.TemporaryDirectory() as name, service(*arguments) as served:
        folder = Path(name)
        _fetch(served, folder)  # imports, and the server's memory
        for _ in range(rounds):
            curl.append(_timed(lambda: _curl(served, folder)))
            ours.append(_timed(lambda: _fetch(served, folder)))
    (curl_s, curl_cpu_s), (ours_s, ours_cpu_s) = (
        tuple(median(column) for column in zip(*turns, strict=True)) for turns in (curl, ours)
    )
    note = (
        f"medians of {rounds} turns; CPU {curl_cpu_s:.2f} s and {ours_cpu_s:.2f} s; ours syncs, curl doesn't"
    )
    return ratio_figure(what, curl_s, ours_s, most, note)


def _timed(work: Callable[[], float]) -> tuple[float, float]:
    """Return the seconds that the work reports, and the CPU seconds of this process and its children."""
    cpu_s = _cpu_s()
    return work(), _cpu_s() - cpu_s


def _cpu_s() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def _curl(served: Service, folder: Path) -> float:
    path = folder / "floor.mp4"
    os.sync()  # data that the round before left unwritten must not slow this one down
    begun_s = time.perf_counter()
    subprocess.run(["curl", "-sS", "--noproxy", "*", "-o", path, served.file_url], check=True)
    took_s = time.perf_counter() - begun_s
    assert path.stat().st_size >= FILE_BYTES
    path.unlink()
    return took_s


def _fetch(served: Service, folder: Path) -> float:
    async def run() -> float:
        fetcher = VideoFetcher(folder, local_hosts={urlsplit(served.file_url).netloc})
        begun_s = time.perf_counter()
        path = await fetcher.fetch("benchmark", served.file_url, lambda _done, _total: None)
        took_s = time.perf_counter() - begun_s
        assert path.stat().st_size >= FILE_BYTES
        fetcher.discard("benchmark")
        await fetcher.close()
        return took_s

    os.sync()
    return asyncio.run(run())
