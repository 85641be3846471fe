"""Foreign files are opened in helpers that may die; the program isn't affected."""

import asyncio
import errno
import importlib
import multiprocessing.spawn
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Awaitable, Iterator
from pathlib import Path

import psutil
import pytest
from fakes import media_work
from fakes.checkout import TESTS_DIR
from fakes.children import pids_of_helpers
from fakes.pictures import make_picture
from fakes.videos import make_video

from vidu_desktop.adapters.pictures.picture_files import PictureFiles
from vidu_desktop.adapters.processes.helper_processes import (
    HelperFailed,
    HelperProcesses,
    Mishap,
    usable_cores,
)
from vidu_desktop.adapters.processes.waiting_lines import Line
from vidu_desktop.adapters.video.video_files import VideoFiles
from vidu_desktop.domain.catalogue import spec_for_mode
from vidu_desktop.domain.modes import Mode
from vidu_desktop.errors import DiskTrouble

LIMITS = spec_for_mode(Mode.IMAGE).picture_limits


def under_way(helpers: HelperProcesses) -> int:
    """How many calls wait or are being answered; only tests ask this."""
    return len(helpers._running)


@pytest.fixture(scope="module")
def processes() -> Iterator[HelperProcesses]:
    processes = HelperProcesses()
    yield processes
    processes.close()


@pytest.fixture
def no_helper_starts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every helper ends before it is ready, as with an installation that a new process can't find."""
    python = tmp_path / "python"
    python.write_text(f"#!/bin/sh\ncase $* in *spawn_main*) exit 1 ;; esac\nexec '{sys.executable}' \"$@\"\n")
    python.chmod(0o755)
    monkeypatch.setattr(multiprocessing.spawn, "get_executable", lambda: os.fsencode(python))


def test_a_thread_that_the_system_refuses_is_not_waited_for_at_the_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(_thread: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    processes = HelperProcesses(workers=2)
    with monkeypatch.context() as patch:
        patch.setattr(threading.Thread, "start", refuse)
        with pytest.raises(HelperFailed) as caught:
            processes.submit(60, media_work.add, 2, 2).result(60)
        assert caught.value.mishap is Mishap.NOT_STARTED
    first = processes.submit(60, media_work.add, 2, 2)
    with monkeypatch.context() as patch:
        patch.setattr(threading.Thread, "start", refuse)
        assert processes.submit(60, media_work.add, 2, 3).result(60) == 5, "the thread that there is does it"
    assert first.result(60) == 4
    processes.close()


@pytest.mark.anyio
async def test_where_the_system_has_no_process_left_a_paid_video_waits_and_nothing_is_said_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_process: object) -> None:
        raise BlockingIOError(errno.EAGAIN, "Resource temporarily unavailable")

    processes = HelperProcesses(workers=1)
    video = make_video(tmp_path / "video.mp4", seconds=0.2)
    with monkeypatch.context() as patch:
        patch.setattr(multiprocessing.get_context("spawn").Process, "start", refuse)
        with pytest.raises(DiskTrouble) as caught:
            await VideoFiles(processes).verify(video)
        assert caught.value.code == "helper-not-started"
    assert (await VideoFiles(processes).verify(video)).frame_count
    processes.close()


@pytest.mark.anyio
async def test_a_helper_that_got_ready_does_the_first_work() -> None:
    processes = HelperProcesses(workers=1)
    before = pids_of_helpers()
    try:
        processes.get_ready("vidu_desktop.adapters.pictures.picture_preparing")
        while not (ready := pids_of_helpers() - before):
            await asyncio.sleep(0.01)
        assert await processes.run(10.0, os.getpid) in ready
    finally:
        processes.close()


@pytest.mark.skipif(os.name == "nt", reason="needs a program that ends at once")
@pytest.mark.anyio
async def test_a_helper_that_cannot_start_says_nothing_about_the_file(
    no_helper_starts: None, tmp_path: Path
) -> None:
    processes = HelperProcesses(start_s=1.0)
    picture, video = make_picture(tmp_path / "picture.png"), make_video(tmp_path / "video.mp4", seconds=0.2)
    desk = PictureFiles(processes, inputs_dir=tmp_path / "inputs", thumbs_dir=tmp_path / "thumbs")
    try:
        with pytest.raises(DiskTrouble, match="helper-not-started"):
            await desk.look_at(str(picture), LIMITS)
        with pytest.raises(DiskTrouble, match="helper-not-started"):
            await VideoFiles(processes).verify(video)
    finally:
        processes.close()


@pytest.mark.anyio
async def test_work_that_a_helper_cannot_find_says_nothing_about_the_file(
    processes: HelperProcesses, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    module_path = tmp_path / "work_only_here.py"
    module_path.write_text("def work(): return 1\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    work = importlib.import_module("work_only_here").work
    module_path.unlink()

    with pytest.raises(HelperFailed) as caught:
        await processes.run(20.0, work)

    assert caught.value.mishap is Mishap.NOT_STARTED


@pytest.mark.anyio
async def test_nothing_is_started_before_the_first_call() -> None:
    before = pids_of_helpers()
    idle = HelperProcesses()
    assert pids_of_helpers() <= before
    idle.close()


@pytest.mark.parametrize(
    ("work", "mishap"),
    [
        (media_work.crash, Mishap.DIED),
        (media_work.read_nowhere, Mishap.DIED),
        (media_work.hang, Mishap.TOO_SLOW),
        (media_work.hang_in_c, Mishap.TOO_SLOW),
        (media_work.eat_memory, Mishap.TOO_LARGE),
        (media_work.raise_unpicklable, Mishap.CONFUSED),
    ],
)
@pytest.mark.anyio
async def test_a_helper_that_fails_takes_down_its_own_call_only(
    processes: HelperProcesses, work: object, mishap: Mishap
) -> None:
    failed, others = await asyncio.gather(
        processes.run(0.5, work),
        asyncio.gather(*(processes.run(20.0, media_work.add, number, 1) for number in range(10))),
        return_exceptions=True,
    )

    assert isinstance(failed, HelperFailed)
    assert failed.mishap is mishap
    assert others == list(range(1, 11))


@pytest.mark.anyio
async def test_idle_helpers_that_were_killed_are_replaced(processes: HelperProcesses) -> None:
    for _ in range(3):
        os.kill(await processes.run(20.0, media_work.own_pid), signal.SIGKILL)
        assert await processes.run(20.0, media_work.add, 1, 2) == 3


@pytest.mark.anyio
async def test_a_call_whose_helper_was_killed_from_outside_is_tried_once_more(tmp_path: Path) -> None:
    # With its own helpers, because a helper that was killed before and is still dying would count as a try.
    processes = HelperProcesses(workers=1)
    try:
        assert await processes.run(20.0, media_work.killed_the_first_times, str(tmp_path / "tries"), 1) == 2
        with pytest.raises(HelperFailed) as failed:
            await processes.run(20.0, media_work.killed_the_first_times, str(tmp_path / "more"), 9)
    finally:
        processes.close()
    assert failed.value.mishap is Mishap.DIED
    assert (tmp_path / "more").read_text() == "xx"


@pytest.mark.anyio
async def test_a_video_that_comes_home_does_not_wait_for_all_thumbnails_and_pictures(tmp_path: Path) -> None:
    one = HelperProcesses(workers=1)
    began, goes_on = tmp_path / "began", tmp_path / "goes-on"
    done: list[str] = []
    loop = asyncio.get_running_loop()

    async def call(name: str, line: Line) -> None:
        await one.run(20.0, media_work.add, 1, 2, line=line)
        done.append(name)

    holding = loop.create_task(one.run(20.0, media_work.wait_for, str(began), str(goes_on)))
    while not began.exists():
        await asyncio.sleep(0.01)
    crowd = [loop.create_task(call("thumbnail", Line.THUMBNAILS)) for _ in range(20)]
    crowd += [loop.create_task(call("picture", Line.PICTURES)) for _ in range(20)]
    while under_way(one) < 41:
        await asyncio.sleep(0.01)
    crowd += [loop.create_task(call("video", Line.HOME)) for _ in range(2)]
    while under_way(one) < 43:
        await asyncio.sleep(0.01)

    goes_on.touch()
    await asyncio.gather(holding, *crowd)

    assert "video" in done[:3]
    assert done[:6].count("video") == 2
    one.close()


@pytest.mark.parametrize("urgent", ["video", "picture"])
@pytest.mark.anyio
async def test_thumbnails_hold_up_neither_a_video_that_comes_home_nor_a_picture_that_was_added(
    tmp_path: Path, urgent: str
) -> None:
    """Each says by itself in which line it waits."""
    one = HelperProcesses(workers=1)
    desk = PictureFiles(one, inputs_dir=tmp_path / "inputs", thumbs_dir=tmp_path / "thumbs")
    pictures = [make_picture(tmp_path / f"{number}.png", (40 + number, 40)) for number in range(6)]
    video = make_video(tmp_path / "video.mp4", seconds=0.2)
    began, goes_on = tmp_path / "began", tmp_path / "goes-on"
    done: list[str] = []
    loop = asyncio.get_running_loop()

    async def call(name: str, work: Awaitable[object]) -> None:
        await work
        done.append(name)

    holding = loop.create_task(one.run(60.0, media_work.wait_for, str(began), str(goes_on)))
    while not began.exists():
        await asyncio.sleep(0.01)
    calls = [loop.create_task(call("thumbnail", desk.thumbnail(picture, 32))) for picture in pictures]
    if urgent == "video":
        calls += [loop.create_task(call("other", desk.look_at(str(path), LIMITS))) for path in pictures]
    while under_way(one) < 1 + len(calls):
        await asyncio.sleep(0.01)
    work = VideoFiles(one).verify(video) if urgent == "video" else desk.look_at(str(pictures[0]), LIMITS)
    calls.append(loop.create_task(call(urgent, work)))
    while under_way(one) < 1 + len(calls):
        await asyncio.sleep(0.01)

    goes_on.touch()
    await asyncio.gather(holding, *calls)

    assert urgent in done[: len(Line)]
    one.close()


@pytest.mark.parametrize(("workers", "meet"), [(1, False), (2, True)])
@pytest.mark.anyio
async def test_as_many_calls_as_it_was_widened_to_are_answered_at_once(
    tmp_path: Path, workers: int, meet: bool
) -> None:
    helpers = HelperProcesses(workers=1)
    helpers.widen(workers)
    one, other = str(tmp_path / "one"), str(tmp_path / "other")
    deadline_s = 60.0 if meet else 1.0
    calls = [
        helpers.run(deadline_s, media_work.wait_for, began, goes_on)
        for began, goes_on in ((one, other), (other, one))
    ]
    try:
        answers = await asyncio.gather(*calls, return_exceptions=True)
    finally:
        helpers.close()
    failed = [answer for answer in answers if isinstance(answer, HelperFailed)]
    assert bool(failed) is not meet, answers


@pytest.mark.parametrize("tells", [True, False])
def test_the_cores_that_this_program_may_use_are_counted(
    monkeypatch: pytest.MonkeyPatch, tells: bool
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 8)
    if tells:
        monkeypatch.setattr(os, "sched_getaffinity", lambda _pid: {1, 2, 5}, raising=False)
    else:  # macOS and Windows
        monkeypatch.delattr(os, "sched_getaffinity", raising=False)

    assert usable_cores() == (3 if tells else 8)


@pytest.mark.anyio
async def test_a_call_that_is_cancelled_while_it_waits_in_line_is_never_begun(tmp_path: Path) -> None:
    one = HelperProcesses(workers=1)
    began, goes_on, never = tmp_path / "began", tmp_path / "goes-on", tmp_path / "never"
    loop = asyncio.get_running_loop()
    holding = loop.create_task(one.run(20.0, media_work.wait_for, str(began), str(goes_on)))
    waiting = loop.create_task(one.run(20.0, media_work.wait_for, str(never), str(goes_on)))
    while not began.exists() or under_way(one) < 2:
        await asyncio.sleep(0.01)

    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    goes_on.touch()

    await holding
    assert await one.run(20.0, media_work.add, 1, 2) == 3
    assert not never.exists()
    one.close()


@pytest.mark.anyio
async def test_a_cancelled_call_frees_its_helper() -> None:
    one = HelperProcesses(workers=1)
    call = asyncio.get_running_loop().create_task(one.run(60.0, media_work.hang))
    while not under_way(one):
        await asyncio.sleep(0.01)

    call.cancel()

    with pytest.raises(asyncio.CancelledError):
        await call
    assert await one.run(20.0, media_work.add, 1, 2) == 3
    one.close()


@pytest.mark.anyio
async def test_closing_cancels_what_is_under_way_and_leaves_no_process() -> None:
    before = pids_of_helpers()
    processes = HelperProcesses()
    await processes.run(20.0, media_work.add, 1, 2)
    calls = [
        asyncio.get_running_loop().create_task(processes.run(60.0, media_work.hang_in_c)) for _ in range(4)
    ]
    while under_way(processes) < 4:
        await asyncio.sleep(0.01)

    processes.close()

    for call in calls:
        with pytest.raises(asyncio.CancelledError):
            await call
    assert pids_of_helpers() <= before
    with pytest.raises(asyncio.CancelledError):
        await processes.run(20.0, media_work.add, 1, 2)


def test_a_helper_that_cant_be_ended_doesnt_hold_the_end() -> None:
    held, goes_on = threading.Event(), threading.Event()

    def hold(_share: float) -> None:
        held.set()
        assert goes_on.wait(60)

    processes = HelperProcesses(workers=1, ends_within_s=0.0)
    processes.submit(60, media_work.tell_and_hang, on_progress=hold)
    assert held.wait(60)
    closing = threading.Thread(target=processes.close, daemon=True)
    closing.start()
    closing.join(30)
    ended = not closing.is_alive()
    goes_on.set()
    closing.join(60)
    assert ended


@pytest.mark.anyio
async def test_what_decoders_print_doesnt_come_to_the_persons_terminal(
    capfd: pytest.CaptureFixture[str],
) -> None:
    helpers = HelperProcesses(workers=1)
    try:
        await helpers.run(20.0, media_work.print_like_a_decoder)
    finally:
        helpers.close()

    assert capfd.readouterr() == ("", "")


@pytest.mark.anyio
async def test_helpers_load_no_decoder_and_no_toolkit_by_themselves(processes: HelperProcesses) -> None:
    loaded = await processes.run(20.0, media_work.loaded_modules)

    assert {"PySide6", "httpx", "av"}.isdisjoint(loaded)


PROGRAM = """
import asyncio, sys
from fakes import media_work
from fakes.pictures import make_picture
from fakes.videos import make_video
from vidu_desktop.adapters.processes.helper_processes import HelperProcesses

async def main():
    processes = HelperProcesses()
    print(await processes.run(20, media_work.own_pid), flush=True)
    print(await processes.run(20, media_work.own_pid), flush=True)
    hanging = asyncio.ensure_future(processes.run(600, media_work.hang))
    await asyncio.sleep(600)

if __name__ == "__main__":
    asyncio.run(main())
"""


@pytest.mark.parametrize("how", ["module", "script"])
def test_no_helper_outlives_a_program_that_was_killed(tmp_path: Path, how: str) -> None:
    """This also shows that helpers start under `python -m`, and from a script without a suffix, like the installed one."""
    (tmp_path / "program.py").write_text(PROGRAM)
    (tmp_path / "program").write_text(PROGRAM)
    command = ["-m", "program"] if how == "module" else [str(tmp_path / "program")]
    paths = os.pathsep.join([str(tmp_path), str(TESTS_DIR), str(TESTS_DIR.parent)])
    program = subprocess.Popen(
        [sys.executable, *command], stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": paths}
    )
    with program:
        assert program.stdout is not None
        program.stdout.readline()
        helpers = psutil.Process(program.pid).children(recursive=True)
        assert len(helpers) >= 2

        program.kill()
        program.wait()

    _, alive = psutil.wait_procs(helpers, timeout=120)
    for process in alive:
        process.kill()
    assert alive == []


def test_a_call_works_on_the_windows_loop(qapp: object, processes: HelperProcesses) -> None:
    import qasync

    loop = qasync.QEventLoop(qapp)
    with loop:
        asyncio.set_event_loop(loop)
        try:
            assert loop.run_until_complete(processes.run(20.0, media_work.add, 1, 2)) == 3
        finally:
            asyncio.set_event_loop(None)


@pytest.mark.anyio
async def test_of_prepared_pictures_only_those_that_are_needed_stay_and_the_librarys_own_is_found(
    tmp_path: Path,
) -> None:
    processes = HelperProcesses()
    desk = PictureFiles(
        processes,
        inputs_dir=tmp_path / "inputs",
        thumbs_dir=tmp_path / "thumbs",
        library_inputs_dir=tmp_path / "library",
    )
    try:
        needed, gone = [
            await desk.prepare(str(make_picture(tmp_path / f"{side}.png", (side, side))), LIMITS)
            for side in (40, 50)
        ]
        beside = tmp_path / "inputs" / "note.txt"
        beside.write_text("not ours")
        copy = tmp_path / "library" / gone.sha256[:2] / f"{gone.sha256}.png"
        copy.parent.mkdir(parents=True)
        copy.write_bytes(desk.prepared_path(gone.sha256).read_bytes())

        await desk.keep_prepared({needed.sha256})

        assert desk.prepared_path(needed.sha256).is_relative_to(tmp_path / "inputs")
        assert desk.prepared_path(gone.sha256) == copy
        assert beside.exists()
        copy.unlink()
        assert not desk.prepared_path(gone.sha256).exists()
    finally:
        processes.close()
