"""A batch of 5,000 rows under way in the window: memory, disk, stalls; and how well the service's places are used.

The makespan is measured in virtual time: 200 jobs of 10 s, five at once. Its floor is the best that the places could do.
"""

import tempfile
from pathlib import Path
from typing import Any

from benchmarks.bench_sheets import picture_sheet
from benchmarks.figures import Figure, ratio_figure
from benchmarks.processes import lines_of, service
from fakes.batches import BatchMachine, CountingService, a_batch, approved
from fakes.videos import make_video
from fakes.virtual_time import until, with_virtual_time

from vidu_desktop.domain.amounts import usd

MEMORY_MOST_MB, DISK_MOST_MB, STALL_MOST_MS, MAKESPAN_MOST = 150.0, 200.0, 50.0, 1.05
JOBS, JOB_S, AT_ONCE = 200, 10.0, 5


def measure(*, quick: bool) -> list[Figure]:
    rows, clips = (200, 5) if quick else (5_000, 100)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sheet = picture_sheet(folder / "batch.csv", rows, rows)
        video = make_video(folder / "video.mp4", size=(1280, 720), seconds=4)
        with service("--video", video, "--median", 2.0, "--concurrency", AT_ONCE) as served:
            env = {
                "QT_QPA_PLATFORM": "offscreen",
                "ZAI_API_KEY": "benchmark-key",
                "ZAI_BASE_URL": served.base_url,
            }
            arguments = [folder / "home", sheet, clips]
            (line,) = lines_of("tests.benchmarks.batch_process", arguments, env)
    return [*_figures(rows, line), _makespan(JOBS // 10 if quick else JOBS)]


def _figures(rows: int, line: dict[str, Any]) -> list[Figure]:
    more_mb, late_ms = line["running_mb"] - line["idle_mb"], line["late_ms"]
    return [
        Figure(
            what=f"a batch of {rows:,} running, {line['stored']} clips played, memory over idle",
            floor=f"{line['idle_mb']:.0f} MB",
            measured=f"{line['running_mb']:.0f} MB",
            outcome=f"+{more_mb:.0f} MB",
            reach=f"< {MEMORY_MOST_MB:g} MB",
            ok=more_mb < MEMORY_MOST_MB,
            note=f"{line['jobs']} jobs were in the queue by then",
        ),
        Figure(
            what=f"disk written before the first order of {rows:,}",
            floor="-",
            measured=f"{line['disk_mb']:.1f} MB",
            outcome="-",
            reach=f"< {DISK_MOST_MB:g} MB",
            ok=0 < line["disk_mb"] < DISK_MOST_MB,
        ),
        _stalls("worst stall of the window while it runs", late_ms, line["busy_ms"]),
        _stalls(
            "the same with its dialog open: scrolling, filtering, editing",
            line["beside_late_ms"],
            line["beside_busy_ms"],
        ),
    ]


def _stalls(what: str, late_ms: list[float], busy_ms: list[float]) -> Figure:
    return Figure(
        what=what,
        floor="-",
        measured=f"{max(late_ms):.0f} ms",
        outcome=f"{sum(value > STALL_MOST_MS for value in late_ms)} over {STALL_MOST_MS:g} ms",
        reach="none",
        ok=max(late_ms) <= STALL_MOST_MS,
        note=f"of the interface's own time at most {max(busy_ms):.0f} ms between two ticks",
    )


def _makespan(jobs: int) -> Figure:
    """Measure with a service that takes the same time for each job, while everything else takes none."""
    took_s = 0.0

    async def story() -> None:
        nonlocal took_s
        machine = BatchMachine()
        clock = machine.world.clock
        timed = CountingService(clock, lambda: JOB_S)
        machine.world.service = machine.world.services.service = timed
        await machine.store.save(a_batch(jobs))
        await machine.store.append("b1", approved(usd(jobs)))
        began_s = clock.monotonic_s()
        await machine.start()
        await until(lambda: len(machine.engine.jobs()) == jobs and machine.rest())
        took_s = clock.monotonic_s() - began_s
        await machine.die()

    with_virtual_time(story)
    ideal_s = jobs * JOB_S / AT_ONCE
    note = "virtual time; each job is asked after twice a second at most"
    return ratio_figure(f"{jobs} jobs of {JOB_S:g} s, five at once", ideal_s, took_s, MAKESPAN_MOST, note)
