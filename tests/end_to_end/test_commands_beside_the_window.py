"""Commands while the window is open: the window executes them, so that only one engine orders, and the commands print the
results.
"""

import asyncio
import json
import os
import signal
import threading
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path

import pytest
from fakes.command import Done
from fakes.forked_processes import forked_helpers
from fakes.opened_window import PATIENCE_S, OpenedWindow, run_window, until
from fakes.pictures import make_picture
from fakes.quick_command import QuickCommand
from fakes.scripted_service import Kind
from fakes.small_rehearsals import small_rehearsals
from PySide6.QtCore import QEvent

from vidu_desktop.adapters.desktop.keys import KeyStore
from vidu_desktop.adapters.desktop.paths import resolve_paths
from vidu_desktop.app.single_instance import LaterStarts
from vidu_desktop.domain.job import JobState
from vidu_desktop.ui.look.look import Look

S = JobState
Story = Callable[[OpenedWindow], Awaitable[None]]


@pytest.fixture(scope="module", autouse=True)
def quick_helpers() -> Iterator[None]:
    with forked_helpers(), small_rehearsals():
        yield


@pytest.fixture
def command(run: QuickCommand) -> QuickCommand:
    """Return a command on the window's home, as in a script: the environment contains neither key nor address."""
    for name in ("ZAI_API_KEY", "ZAI_BASE_URL"):
        del run.env[name]
    return run


@pytest.fixture
def window(qapp, command, service, monkeypatch) -> Iterator[Callable[[Story], None]]:
    """Run a window that is set up with the service and its key."""
    monkeypatch.setitem(KeyStore.__init__.__kwdefaults__, "find_keyring", lambda: None)
    monkeypatch.setenv("ZAI_BASE_URL", service.base_url)
    monkeypatch.setenv("ZAI_API_KEY", "test-key")
    qapp.setQuitOnLastWindowClosed(False)
    yield lambda story: run_window(qapp, Look(qapp, "light"), command.home, story)
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


async def typed(command: QuickCommand, *words: str, **env: str) -> Done:
    """Run a command to its end while the window is open."""
    return await asyncio.to_thread(command, *words, more_env=env)


def test_an_order_of_the_command_line_is_the_windows_and_paid_once(window, command, service, picture):
    said: list[Done] = []

    async def story(seen: OpenedWindow) -> None:
        said.append(await typed(command, "generate", "image", picture, "--prompt", "waves", "--json"))
        assert seen.states() == [S.STORED]
        assert [job.request.prompt for job in seen.jobs()] == ["waves"]

    window(story)
    (done,) = said
    assert done.code == 0, done.err
    assert done.states[-1] == "STORED"
    assert Path(str(done.objects[-1]["path"])).is_file()
    assert list(service.charges.values()) == [1]


def test_paths_are_those_of_the_folder_in_which_a_command_is_typed(window, command, tmp_path, monkeypatch):
    (tmp_path / "there").mkdir()
    make_picture(tmp_path / "there" / "near.png", size=(320, 180))

    async def story(seen: OpenedWindow) -> None:
        monkeypatch.chdir(tmp_path / "there")
        done = await typed(command, "generate", "image", "near.png", "--rehearse", "--no-wait")
        assert done.code == 0, done.err
        (job,) = seen.jobs()
        assert job.pictures[0].source_path == str(tmp_path / "there" / "near.png")

    window(story)


def test_a_pause_of_the_command_line_is_the_windows(window, command, picture):
    async def story(seen: OpenedWindow) -> None:
        engine = seen.session.program.engine
        assert (await typed(command, "jobs", "pause", "--json")).objects == [{"paused": True}]
        assert engine.paused_by is not None
        waits = await typed(command, "generate", "image", picture, "--rehearse")
        assert (waits.code, "queue is paused" in waits.err) == (3, True)
        assert (await typed(command, "jobs", "go-on", "--json")).objects == [{"paused": False}]
        assert engine.paused_by is None

    window(story)


def test_what_only_reads_is_answered_beside_the_window_and_what_cannot_be_done_is_said(window, command):
    async def story(seen: OpenedWindow) -> None:
        for words in (["jobs"], ["library", "list"], ["batch", "list"], ["watch", "list"]):
            assert (await typed(command, *words)).code == 0, words
        for words, code in (
            (["library", "rebuild"], "already-open"),  # the window can't share the index with it
            (["generate", "image", "/nowhere/fox.png"], "picture-missing"),
        ):
            done = await typed(command, *words, "--json")
            assert done.code == 2
            assert done.objects[0]["error"]["code"] == code
        assert seen.jobs() == []

    window(story)


def test_everything_that_is_wrong_with_many_pictures_is_said_and_how_far_the_look_is(
    window, command, tmp_path
):
    bad = [tmp_path / f"bad-{number}.png" for number in range(3)]
    for path in bad:
        path.write_bytes(b"no picture")
    good = [make_picture(tmp_path / f"{number}.png", (64 + number, 64)) for number in range(10)]

    async def story(seen: OpenedWindow) -> None:
        done = await typed(command, "generate", "image", *map(str, [*bad, *good]), "--rehearse", "--json")
        assert done.code == 2
        messages = [line["error"]["message"] for line in done.objects]
        assert [path.name in said for path, said in zip(bad, messages, strict=True)] == [True] * 3
        assert "Looking at 13 pictures" in done.err
        assert seen.jobs() == []

    window(story)


def test_another_service_or_account_than_the_windows_is_not_paid(window, command, service, picture):
    async def story(seen: OpenedWindow) -> None:
        for env in ({"ZAI_BASE_URL": "https://example.com/api"}, {"ZAI_API_KEY": "another-key"}):
            done = await typed(command, "generate", "image", picture, **env)
            assert done.code == 2, done.err
            assert "Nothing was sent" in done.err
        done = await typed(
            command,
            "generate", "image", picture,
            ZAI_BASE_URL=service.base_url, ZAI_API_KEY="test-key",
        )  # fmt: skip
        assert done.code == 0, done.err

    window(story)
    assert list(service.charges.values()) == [1]


def test_a_command_that_is_interrupted_cancels_no_paid_work(window, command, service, picture):
    service.duration_s = 3600.0

    async def story(seen: OpenedWindow) -> None:
        program = command.start("generate", "image", picture)
        await until(lambda: service.count(Kind.POLL) > 0, "an order that was taken")
        program.send_signal(signal.SIGINT)
        _, said = await asyncio.to_thread(program.communicate, timeout=PATIENCE_S)
        assert program.returncode == 130
        assert "goes on in Vidu Desktop's window" in said
        service.finish()
        await until(lambda: seen.states() == [S.STORED], "the video all the same")

    window(story)
    assert list(service.charges.values()) == [1]


def test_a_job_that_is_taken_out_of_the_list_meanwhile_is_still_reported(window, command, service, picture):
    service.duration_s = 3600.0

    async def story(seen: OpenedWindow) -> None:
        waiting = asyncio.ensure_future(typed(command, "generate", "image", picture, "--json"))  # noqa: TID251
        await until(lambda: service.count(Kind.POLL) > 0, "an order that was taken")
        (job,) = seen.jobs()
        engine = seen.session.program.engine
        engine.cancel(job.job_id)
        await until(lambda: engine.job(job.job_id).ended, "its end")
        engine.remove(job.job_id)
        done = await waiting
        assert done.code == 1
        assert done.states[-1] == "CANCELLED"

    window(story)


@pytest.mark.parametrize("verb", ["generate", "resume"])
def test_what_was_handed_over_is_never_begun_here_when_the_window_breaks_off(
    qtbot, run, service, picture, verb
):
    """The dangerous moment: the window has the order and has perhaps sent it, and its lock is already free."""
    paths = resolve_paths(str(run.home))
    paths.data_dir.mkdir(parents=True)
    paths.lock_note_path.write_text(json.dumps({"pid": os.getpid(), "kind": "window"}))
    heard: list[object] = []
    window = LaterStarts(paths.data_dir, lambda message, caller: (heard.append(message), caller.hang_up()))
    done: list[Done] = []
    words = ["generate", "image", picture] if verb == "generate" else ["resume"]
    thread = threading.Thread(target=lambda: done.append(run(*words)))
    thread.start()
    qtbot.waitUntil(lambda: bool(done), timeout=int(PATIENCE_S * 1000))
    thread.join()
    window.close()

    assert len(heard) == 1
    assert done[0].code == 3
    assert "nothing was begun here" in done[0].err
    assert service.count(Kind.SUBMIT) == 0
    assert run("jobs", "--json").objects == []
