"""When the system asks it to end, the window is gone in under two seconds, idle or at work, and its work goes on at the next
start.

The promise is the deadline itself. On a machine that can't even start Python in its usual time, the deadline is longer.
"""

import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest
from fakes.pictures import make_picture
from fakes.quick_command import QuickCommand
from fakes.scripted_service import Kind, ScriptedService
from fakes.videos import make_video
from faults.fault_figures import Row

from vidu_desktop.adapters.desktop.paths import Paths, resolve_paths

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGTERM")

PROMISE_S = 2.0
BARE_STARTS = 40
"""The promise, counted in starts of a bare Python, which take 20 to 40 ms on a machine with nothing else to do."""
PATIENCE_S = 60.0


@dataclass(frozen=True, kw_only=True)
class End:
    seconds: float
    allowed_s: float
    wrong: str

    @property
    def good(self) -> bool:
        return not self.wrong and self.seconds < self.allowed_s


def bare_start_s() -> float:
    """Return how long this machine needs now to start and end a Python that does nothing."""
    began_s = time.monotonic()
    subprocess.run([sys.executable, "-I", "-c", "pass"], check=True)
    return time.monotonic() - began_s


def until(true: Callable[[], object], program: "subprocess.Popen[str]") -> None:
    deadline_s = time.monotonic() + PATIENCE_S
    while not true():
        assert program.poll() is None, "ended before it was asked"
        assert time.monotonic() < deadline_s, "waited in vain"
        time.sleep(0.02)


def ended(home: Path, service: ScriptedService, ready: Callable[[Paths], object], *more: str) -> End:
    """Open the window on this home, and ask it to end as soon as it is `ready`. `more` are arguments for Python."""
    environ = {name: value for name, value in os.environ.items() if not name.startswith(("QT_", "ZAI_"))}
    environ |= {"QT_QPA_PLATFORM": "offscreen", "ZAI_BASE_URL": service.base_url, "ZAI_API_KEY": "test-key"}
    program = subprocess.Popen(
        [sys.executable, *(more or ("-m", "vidu_desktop")), "--home", str(home)],
        env=environ,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        until(lambda: ready(resolve_paths(str(home))), program)
        slowest_s = bare_start_s()
        asked_s = time.monotonic()
        program.send_signal(signal.SIGTERM)
        said, seconds = None, 0.0
        while said is None and seconds < allowed_s(slowest_s):
            with suppress(subprocess.TimeoutExpired):
                said, _ = program.communicate(timeout=allowed_s(slowest_s) - seconds)
            ended_s = time.monotonic()
            slowest_s = max(slowest_s, bare_start_s())  # the machine may have become busy meanwhile
            seconds = (time.monotonic() if said is None else ended_s) - asked_s
    finally:
        program.kill()
        program.wait()
        if program.stdout is not None:
            program.stdout.close()
    wrong = ""
    if said is not None and (program.returncode or "Traceback" in said):
        wrong = f"{program.returncode} {said[-300:]}"
    return End(seconds=seconds, allowed_s=allowed_s(slowest_s), wrong=wrong)


def allowed_s(bare_start_s: float) -> float:
    """Return how long an end may take on a machine that starts a bare Python in `bare_start_s`."""
    return max(PROMISE_S, BARE_STARTS * bare_start_s)


def begun(paths: Paths) -> bool:
    """Whether the window has finished its start: the reserve on the disk is its last step."""
    return paths.ballast_path.is_file()


def end_idle(folder: Path, service: ScriptedService, *more: str) -> End:
    return ended(folder / "home", service, begun, *more)


def end_at_work(folder: Path, service: ScriptedService) -> End:
    """Ask the window to end while it waits for a paid video and makes rehearsals; all are there after a resume."""
    home = folder / "home"
    picture = str(make_picture(folder / "picture.png", size=(320, 180)))
    command = QuickCommand(home, service)
    service.duration_s = 3600.0
    for more in ((), ("--rehearse",), ("--rehearse",)):
        command("generate", "image", picture, "--no-wait", *more)
    rehearsal = resolve_paths(str(home)).data_dir / "rehearsal" / "port.txt"
    polls = service.count(Kind.POLL)
    end = ended(
        home, service, lambda paths: begun(paths) and rehearsal.exists() and service.count(Kind.POLL) > polls
    )
    service.finish()
    service.duration_s = 0.0
    resumed = command("resume")
    states = [job["state"] for job in command("jobs", "--json").objects]
    charges = list(service.charges.values())
    if resumed.code or states != ["STORED"] * 3 or set(charges) != {1}:
        return End(seconds=end.seconds, allowed_s=end.allowed_s, wrong=f"{states}, charged {charges}")
    return end


def figures(seed: int) -> Iterator[Row]:
    """Ten ends of each kind; `seed` has no effect."""
    for name, ending in (("idle", end_idle), ("at work", end_at_work)):
        ends = []
        for _ in range(10):
            with (
                tempfile.TemporaryDirectory() as folder,
                ScriptedService(video=a_video(Path(folder))) as service,
            ):
                ends.append(ending(Path(folder), service))
        times_s = sorted(end.seconds for end in ends)
        wrongs = [end.wrong for end in ends if end.wrong]
        yield Row(
            test=f"SIGTERM to the window, {name}",
            aim=f"done in under {PROMISE_S:.0f} s, 0 wrong",
            figure=f"{len(ends)} times, {statistics.median(times_s):.2f} s (median), {times_s[-1]:.2f} s (longest), "
            f"{len(wrongs)} wrong {' '.join(wrongs)[:300]}".strip(),
            good=all(end.good for end in ends),
        )


def a_video(folder: Path) -> bytes:
    return make_video(folder / "v.mp4", seconds=1.0).read_bytes()


@pytest.fixture
def service(tmp_path: Path) -> Iterator[ScriptedService]:
    with ScriptedService(video=a_video(tmp_path)) as service:
        yield service


def test_an_idle_window_is_gone_in_under_two_seconds(tmp_path: Path, service: ScriptedService) -> None:
    end = end_idle(tmp_path, service)
    assert end.good, end


def test_a_window_at_work_is_gone_in_under_two_seconds_and_its_work_goes_on(
    tmp_path: Path, service: ScriptedService
) -> None:
    end = end_at_work(tmp_path, service)
    assert end.good, end


def test_a_window_that_dawdles_is_noticed(tmp_path: Path, service: ScriptedService) -> None:
    """The negative control: the same program, with an end that never comes."""
    dawdling = (
        "import asyncio, sys; from vidu_desktop.wiring.session import Session; close = Session.close\n"
        "async def slow(session):\n"
        "    await asyncio.Event().wait()\n"
        "Session.close = slow\n"
        "from vidu_desktop.app import open_window\n"
        "sys.exit(open_window(sys.argv[2]))\n"
    )
    end = end_idle(tmp_path, service, "-c", dawdling)
    assert not end.wrong
    assert not end.good, end
