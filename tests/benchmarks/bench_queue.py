"""The queue: its overhead with few jobs, and what the window needs with thousands.

The overhead is measured with 60 jobs of about 5 s, five at once, from the click to the last stored video.

The floor is the makespan of the same times in the same order, if each free place were used at once. The home is fresh: the
program knows nothing of the service but the catalogue's guess.
"""

import asyncio
import heapq
import math
import tempfile
import time
from pathlib import Path
from typing import Any

from benchmarks.figures import Figure, median, ratio_figure, share
from benchmarks.full_home import fill
from benchmarks.processes import lines_of, service
from benchmarks.service_process import durations
from fakes.pictures import make_picture
from fakes.requests import a_request
from fakes.videos import make_video

from vidu_desktop.adapters.desktop.paths import resolve_paths
from vidu_desktop.domain.catalogue import specs_for_mode
from vidu_desktop.domain.job import JobState
from vidu_desktop.domain.modes import Mode
from vidu_desktop.domain.settings import Settings
from vidu_desktop.engine.events import Event, JobAdded, JobChanged
from vidu_desktop.wiring.program import Program

JOBS, AT_ONCE, MEDIAN_S, SPREAD, SEED = 60, 5, 5.0, 0.3, 2
MOST = 1.1
RUNNING = 20
REORDER_MOST_MS = 16.0
START_MOST_S, MEMORY_MOST_MB, STALL_MOST_MS, ROW_MOST_MS = 0.3, 60.0, 50.0, 2.0


def measure(*, quick: bool) -> list[Figure]:
    jobs = 10 if quick else JOBS
    times_s = durations(jobs, MEDIAN_S, SPREAD, SEED)
    floor_s = makespan_s(times_s, AT_ONCE)
    # The next poll sees a result, and a job is polled at most once a second.
    polled_s = makespan_s([math.ceil(time_s) for time_s in times_s], AT_ONCE)
    with tempfile.TemporaryDirectory() as name:
        video = make_video(Path(name) / "video.mp4", size=(1280, 720), seconds=4)
        rule = ("--median", MEDIAN_S, "--spread", SPREAD, "--seed", SEED, "--concurrency", AT_ONCE)
        with service("--video", video, *rule) as served:
            took_s, refusals, first_s = asyncio.run(_run(Path(name), served.base_url, jobs))
    note = (
        f"{jobs} jobs; a poll a second and nothing else would make it {polled_s / floor_s:.2f}x; refused for too "
        f"many: {refusals}; the first was accepted after {first_s:.2f} s"
    )
    overhead = ratio_figure(f"overhead of the queue, {jobs} jobs", floor_s, took_s, MOST, note)
    return [overhead, *measure_many(quick=quick)]


def makespan_s(times_s: list[float], at_once: int) -> float:
    """Return when the last job ends, if each next job begins as soon as one ends."""
    ends_s = [0.0] * at_once
    for time_s in times_s:
        heapq.heapreplace(ends_s, ends_s[0] + time_s)
    return max(ends_s)


async def _run(folder: Path, base_url: str, jobs: int) -> tuple[float, int, float]:
    """Return the seconds from the click to the last stored video, the number of refusals, and when the first job was
    accepted.
    """
    program = Program(
        resolve_paths(str(folder / "home")),
        Settings(base_url=base_url, jobs_at_once=AT_ONCE),
        base_url=lambda: base_url,
        key=lambda _address: "benchmark-key",
    )
    spec = specs_for_mode(Mode.IMAGE)[0]
    paths = [
        str(make_picture(folder / f"{index}.png", (320 + index, 200 + index % 40))) for index in range(jobs)
    ]
    stored: set[str] = set()
    refusals, first_s = 0, 0.0
    all_stored = asyncio.Event()

    def on_event(event: Event) -> None:
        nonlocal refusals, first_s
        match event:
            case JobAdded(job) | JobChanged(job):
                refusals += job.state is JobState.READY and job.trouble is not None
                if job.state is JobState.ACCEPTED and not first_s:
                    first_s = time.perf_counter() - begun_s
                if job.state is JobState.STORED:
                    stored.add(job.job_id)
                elif job.ended:
                    raise RuntimeError(f"a job ended as {job.state}: {job.trouble}")
                if len(stored) == jobs:
                    all_stored.set()

    program.bus.subscribe(on_event)
    await program.engine.start()
    try:
        # Window and command line have examined every picture before the click.
        for path in paths:
            await program.pictures.look_at(path, spec.picture_limits)
        begun_s = time.perf_counter()
        for path in paths:
            request = a_request("a gull rises over the sea", picture_paths=(path,))
            program.engine.submit(request, rehearsal=False)
        await all_stored.wait()
        return time.perf_counter() - begun_s, refusals, first_s
    finally:
        await program.close()


def measure_many(*, quick: bool) -> list[Figure]:
    """Measure the window with many jobs against the same window without any."""
    count, more = (1000, 200) if quick else (5000, 1000)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        picture = make_picture(folder / "picture.png", (320, 200))
        video = make_video(folder / "video.mp4", size=(1280, 720), seconds=4)
        rule = ("--video", video, "--median", 8, "--spread", SPREAD, "--seed", SEED)
        with service(*rule) as served:
            env = {"ZAI_BASE_URL": served.base_url, "ZAI_API_KEY": "benchmark-key"}
            env["QT_QPA_PLATFORM"] = "offscreen"
            empty: list[dict[str, Any]] = []
            for number in range(3):  # the first start compiles modules and fills the disk's cache
                home = folder / f"empty-{number}"
                empty += lines_of("tests.benchmarks.queue_process", [home, time.monotonic()], env)
            home = folder / "full"
            fill(home, Path(picture), count, count, RUNNING)
            arguments = [home, time.monotonic(), "--more", more, "--picture", picture]
            full = {line["kind"]: line for line in lines_of("tests.benchmarks.queue_process", arguments, env)}
    return _many_figures(empty, full, f"{count:,} queued, {count:,} ended")


def _many_figures(empty: list[dict[str, Any]], full: dict[Any, Any], what: str) -> list[Figure]:
    empty_mb = median([line["rss_mb"] for line in empty[1:]])
    begun = full["begun"]
    figures = [
        _start_figure(f"start until the queue shows, {what}", "shown", empty, begun, START_MOST_S),
        _start_figure(f"start until all jobs are read, {what}", "begun", empty, begun, None),
        Figure(
            what=f"memory, {what}",
            floor=f"{empty_mb:.0f} MB",
            measured=f"{begun['rss_mb']:.0f} MB",
            outcome=f"{begun['rss_mb'] - empty_mb:+.0f} MB",
            reach=f"< +{MEMORY_MOST_MB:g} MB",
            ok=begun["rss_mb"] - empty_mb < MEMORY_MOST_MB,
        ),
    ]
    return [*figures, *_stall_figures(full, what), *_row_figures(full["rows"], what)]


def _start_figure(
    what: str, moment: str, empty: list[dict[str, Any]], full: dict[str, Any], most_s: float | None
) -> Figure:
    """Compare processor time, which other programs disturb least."""
    floor_s, by_clock_s = (median([line[f"{moment}{of}_s"] for line in empty[1:]]) for of in ("_cpu", ""))
    more_s = full[f"{moment}_cpu_s"] - floor_s
    return Figure(
        what=what,
        floor=f"{floor_s:.2f} s",
        measured=f"{full[f'{moment}_cpu_s']:.2f} s",
        outcome=f"{more_s:+.2f} s",
        reach=f"< +{most_s:g} s" if most_s else "-",
        ok=None if most_s is None else more_s < most_s,
        note=f"processor time, the floor with an empty home; by the clock {by_clock_s:.2f} s and "
        f"{full[f'{moment}_s']:.2f} s",
    )


def _stall_figures(full: dict[Any, Any], what: str) -> list[Figure]:
    idle = max(full["running"]["late_ms"])
    figures = []
    for kind in ("scrolling", "submitting"):
        late = full[kind]["late_ms"]
        figures.append(
            Figure(
                what=f"worst stall while {kind}, {what}",
                floor=f"{idle:.0f} ms",
                measured=f"{max(late):.0f} ms",
                outcome=f"{sum(value > STALL_MOST_MS for value in late)} over {STALL_MOST_MS:g} ms",
                reach="none",
                ok=max(late) <= STALL_MOST_MS,
                note=f"{full[kind]['running']} running; the latest ten: "
                + ", ".join(f"{value:.0f}" for value in sorted(late)[-10:])
                + f"; of the interface's own time at most {max(full[kind]['busy_ms']):.0f} ms between two ticks",
            )
        )
    return figures


def _row_figures(rows: dict[str, list[float]], what: str) -> list[Figure]:
    figures = []
    for kind in ("in_place", "new", "reordered", "ended"):
        taken = rows[kind]
        most_ms = REORDER_MOST_MS if kind == "reordered" else ROW_MOST_MS
        figures.append(
            Figure(
                what=f"a row that is {kind.replace('_', ' ')}, {what}",
                floor="-",
                measured=f"{median(taken):.2f} ms",
                outcome=f"p90 {share(taken, 0.9):.2f} ms",
                reach=f"< {most_ms:g} ms",
                ok=share(taken, 0.9) < most_ms,
            )
        )
    return figures
