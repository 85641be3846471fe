"""The server inside the program: it accepts only its own token, continues after a restart, and ends at once."""

import asyncio
import base64
import os
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from fakes.children import helpers_of
from fakes.pictures import make_picture

from vidu_desktop.errors import NotSent
from vidu_desktop.rehearsal.folders import PART, VIDEO_NAME
from vidu_desktop.rehearsal.server import RehearsalServer

DEADLINE_S = 90.0


@pytest.fixture
def work_dir(tmp_path: Path) -> Path:
    return tmp_path / "rehearsal"


@pytest.fixture
def server(work_dir: Path) -> Iterator[RehearsalServer]:
    server = RehearsalServer(work_dir)
    server.start()
    yield server
    server.stop()


@pytest.fixture
def order(tmp_path: Path) -> dict[str, Any]:
    picture = make_picture(tmp_path / "source.png").read_bytes()
    url = "data:image/png;base64," + base64.b64encode(picture).decode()
    return {"model": "vidu2-image", "image_url": url, "size": "720x480"}


def client_of(server: RehearsalServer) -> httpx.Client:
    headers = {"Authorization": f"Bearer {server.token}"}
    return httpx.Client(base_url=server.base_url, headers=headers, timeout=DEADLINE_S)


def poll_until(client: httpx.Client, task_id: str, *wanted: str, progress: float = 0.0) -> dict[str, Any]:
    until_s = time.monotonic() + DEADLINE_S
    while True:
        answer = client.get(f"/async-result/{task_id}")
        reached = float(answer.headers["rehearsal-progress"]) >= progress
        if answer.json()["task_status"] in wanted and reached:
            return dict(answer.json())
        assert time.monotonic() < until_s, "it never happened"
        threading.Event().wait(0.05)


def test_a_broken_off_render_is_made_after_the_restart_and_its_ticket_stays_taken(
    work_dir: Path, order: dict[str, Any]
) -> None:
    # given: a server that is ended in the middle of a render
    first = RehearsalServer(work_dir)
    first.start()
    with client_of(first) as client:
        task_id = client.post("/videos/generations", json=order | {"request_id": "ticket"}).json()["id"]
        poll_until(client, task_id, "PROCESSING", progress=0.05)
    first.stop()
    assert helpers_of() == []
    assert not list(work_dir.rglob(f"*{PART}"))
    assert not list(work_dir.rglob(VIDEO_NAME))

    # when: another one starts on the same folder
    second = RehearsalServer(work_dir)
    second.start()
    try:
        with client_of(second) as client:
            # then: the task is finished, and the ticket is still taken
            again = client.post("/videos/generations", json=order | {"request_id": "ticket"})
            assert again.json()["error"]["code"] == "1231"
            url = poll_until(client, task_id, "SUCCESS")["video_result"][0]["url"]
            video = httpx.get(url).content
    finally:
        second.stop()

    # and: its link lives on in the third run, on the same port
    third = RehearsalServer(work_dir)
    third.start()
    try:
        assert third.base_url == second_address(url)
        assert httpx.get(url).content == video
    finally:
        third.stop()


def second_address(url: str) -> str:
    return f"http://127.0.0.1:{httpx.URL(url).port}/api/paas/v4"


def test_a_crashed_helper_fails_its_task_and_the_next_one_succeeds(
    server: RehearsalServer, order: dict[str, Any]
) -> None:
    with client_of(server) as client:
        task_id = client.post("/videos/generations", json=order).json()["id"]
        poll_until(client, task_id, "PROCESSING", progress=0.05)
        for helper in helpers_of():
            helper.kill()

        failed = poll_until(client, task_id, "FAIL", "SUCCESS")
        assert failed["task_status"] == "FAIL"
        assert set(failed["error"]) == {"code", "message"}

        task_id = client.post("/videos/generations", json=order).json()["id"]
        poll_until(client, task_id, "SUCCESS")


def test_only_the_token_of_this_object_opens_it(server: RehearsalServer, work_dir: Path) -> None:
    other = RehearsalServer(work_dir)

    answer = httpx.get(
        f"{server.base_url}/async-result/1", headers={"Authorization": f"Bearer {other.token}"}
    )

    assert answer.status_code == 401
    assert server.token not in repr(server)
    for path in work_dir.rglob("*"):
        assert not path.is_file() or server.token.encode() not in path.read_bytes()


def test_two_at_once_on_one_folder_are_kept_apart(server: RehearsalServer, work_dir: Path) -> None:
    with pytest.raises(NotSent) as refused:
        RehearsalServer(work_dir).start()
    assert refused.value.code == "rehearsal-taken"

    server.stop()

    second = RehearsalServer(work_dir)
    second.start()
    second.stop()


def test_a_folder_that_cannot_be_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")

    with pytest.raises(NotSent) as refused:
        RehearsalServer(tmp_path / "file" / "rehearsal").start()
    assert refused.value.code == "rehearsal-disk"


def test_it_ends_although_somebody_is_still_sending(work_dir: Path, order: dict[str, Any]) -> None:
    server = RehearsalServer(work_dir)
    server.start()
    sending, ended = threading.Event(), threading.Event()

    def body() -> Iterator[bytes]:
        yield b"{"
        sending.set()
        ended.wait(DEADLINE_S)
        yield b"}"

    def send() -> None:
        with client_of(server) as client, pytest.raises(httpx.TransportError):
            client.post("/videos/generations", content=body())

    sender = threading.Thread(target=send)
    sender.start()
    sending.wait(DEADLINE_S)

    server.stop()  # the test is that this returns

    ended.set()
    sender.join(DEADLINE_S)
    assert not sender.is_alive()
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("rehearsal")]


@pytest.mark.anyio
async def test_it_starts_and_ends_without_blocking_a_loop_and_twice_is_once(work_dir: Path) -> None:
    server = RehearsalServer(work_dir)
    with pytest.raises(RuntimeError):
        _ = server.base_url

    await server.start_async()
    address = server.base_url
    await server.start_async()
    assert server.base_url == address

    await asyncio.to_thread(server.stop)
    await asyncio.to_thread(server.stop)
    with pytest.raises(RuntimeError):
        _ = server.base_url


def make_full_folder(place: Path) -> None:
    place.mkdir()
    (place / "somebody's").touch()


@pytest.mark.parametrize("kept", ["99999999", "-1", "9" * 5_000, "", "\0", "80.5"])
def test_a_kept_port_that_is_none_is_left_out(work_dir: Path, kept: str) -> None:
    work_dir.mkdir()
    (work_dir / "port.txt").write_text(kept)

    server = RehearsalServer(work_dir)
    server.start()
    server.stop()

    assert 0 < int((work_dir / "port.txt").read_text()) < 65_536


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
@pytest.mark.parametrize("put", [os.mkfifo, lambda place: place.symlink_to(place.name), make_full_folder])
def test_what_lies_in_the_place_of_its_own_files_gives_way(
    work_dir: Path, put: Callable[[Path], None]
) -> None:
    work_dir.mkdir()
    for name in ("port.txt", "link-secret", "rehearsal.lock", "tasks", "incoming"):
        put(work_dir / name)

    server = RehearsalServer(work_dir)
    server.start()
    server.stop()

    assert all((work_dir / name).is_file() for name in ("port.txt", "link-secret"))
