"""The HTTP side of the rehearsal: keys, forms of answers, states, and links that give what they were signed for."""

import asyncio
import base64
import json
from collections.abc import AsyncIterator, Callable
from concurrent.futures import Future
from pathlib import Path
from typing import Any

import httpx
import pytest
from fakes.pictures import make_picture

from vidu_desktop.adapters.processes.helper_processes import HelperFailed, Mishap
from vidu_desktop.rehearsal import app as app_module
from vidu_desktop.rehearsal.app import create_app
from vidu_desktop.rehearsal.folders import COVER_NAME, VIDEO_NAME
from vidu_desktop.rehearsal.links import Links
from vidu_desktop.rehearsal.render_order import TakenOrder
from vidu_desktop.rehearsal.request_reading import read_order
from vidu_desktop.rehearsal.task_store import AcceptedTask, TaskStore

pytestmark = pytest.mark.anyio

ORIGIN = "http://127.0.0.1:1"
TOKEN = "the token of this program"
GENERATIONS = "/api/paas/v4/videos/generations"
VIDEO = b"\x00\x00\x00\x18ftypmp42" + bytes(range(256)) * 8


def done(work: Callable[[], TakenOrder]) -> "Future[TakenOrder]":
    future: Future[TakenOrder] = Future()
    try:
        future.set_result(work())
    except Exception as exc:
        future.set_exception(exc)
    return future


class World:
    def __init__(self, tmp_path: Path) -> None:
        self.now = 1_800_000_000.0
        self.store = TaskStore(tmp_path, concurrency=5, keep_s=1000.0, now=lambda: self.now)
        self.store.open()
        self.accepted: list[AcceptedTask] = []
        self.body_sizes: list[int] = []
        self.reader_dies = False
        self.app = create_app(
            store=self.store,
            links=Links(b"secret"),
            read_order=self._read,
            on_accepted=self.accepted.append,
            origin=ORIGIN,
            token=TOKEN,
            link_life_s=100.0,
            now=lambda: self.now,
        )
        picture = make_picture(tmp_path / "source.png").read_bytes()
        self.order: dict[str, Any] = {
            "model": "vidu2-image",
            "image_url": "data:image/png;base64," + base64.b64encode(picture).decode(),
        }

    def _read(self, body_path: Path, folder: Path) -> "Future[TakenOrder]":
        self.body_sizes.append(body_path.stat().st_size)

        def work() -> TakenOrder:
            if self.reader_dies:
                raise HelperFailed(Mishap.DIED)
            return read_order(body_path, folder)

        return done(work)

    def finish(self, task_id: str) -> None:
        (self.store.folder(task_id) / VIDEO_NAME).write_bytes(VIDEO)
        (self.store.folder(task_id) / COVER_NAME).write_bytes(b"\xff\xd8\xff")
        self.store.finished(task_id, None)


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


@pytest.fixture
async def client(world: World) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(world.app)
    headers = {"Authorization": f"Bearer {TOKEN}"}
    async with httpx.AsyncClient(transport=transport, base_url=ORIGIN, headers=headers) as client:
        yield client


async def finished_video_url(world: World, client: httpx.AsyncClient) -> str:
    task_id = (await client.post(GENERATIONS, json=world.order)).json()["id"]
    world.finish(task_id)
    answer = (await client.get(f"/api/paas/v4/async-result/{task_id}")).json()
    return str(answer["video_result"][0]["url"])


def refusal_of(answer: httpx.Response) -> tuple[int, str]:
    (envelope,) = answer.json().items()
    assert envelope[0] == "error"
    assert set(envelope[1]) == {"code", "message"}
    return answer.status_code, envelope[1]["code"]


async def test_an_order_is_answered_with_exactly_the_services_fields(
    world: World, client: httpx.AsyncClient
) -> None:
    answer = await client.post(GENERATIONS, json=world.order | {"request_id": "ticket"})

    (task,) = world.accepted
    assert answer.json() == {
        "model": "vidu2-image",
        "id": task.task_id,
        "request_id": "ticket",
        "task_status": "PROCESSING",
    }


async def test_progress_is_told_beside_the_answer_not_in_it(world: World, client: httpx.AsyncClient) -> None:
    task_id = (await client.post(GENERATIONS, json=world.order)).json()["id"]
    world.store.progressed(task_id, 0.42)

    answer = await client.get(f"/api/paas/v4/async-result/{task_id}")

    assert answer.headers["Rehearsal-Progress"] == "0.42"
    assert set(answer.json()) == {"model", "request_id", "task_status"}


async def test_a_failed_task_says_why(world: World, client: httpx.AsyncClient) -> None:
    task_id = (await client.post(GENERATIONS, json=world.order)).json()["id"]
    world.store.finished(task_id, {"code": "1230", "message": "broken"})

    answer = (await client.get(f"/api/paas/v4/async-result/{task_id}")).json()

    assert (answer["task_status"], answer["error"]["code"]) == ("FAIL", "1230")


@pytest.mark.parametrize(
    ("authorization", "code"),
    [
        ("", "1001"),
        ("Basic abc", "1001"),
        ("Bearer ", "1001"),
        ("Bearer wrong", "1000"),
        (f"Bearer {TOKEN}x", "1000"),
        (f"Bearer {TOKEN[:-1]}", "1000"),
    ],
)
async def test_who_has_not_the_token_gets_nothing(
    world: World, client: httpx.AsyncClient, authorization: str, code: str
) -> None:
    headers = {"Authorization": authorization}
    task_id = (await client.post(GENERATIONS, json=world.order)).json()["id"]

    for answer in (
        await client.post(GENERATIONS, json=world.order, headers=headers),
        await client.get(f"/api/paas/v4/async-result/{task_id}", headers=headers),
    ):
        assert refusal_of(answer) == (401, code)
    assert len(world.accepted) == 1
    assert len(world.body_sizes) == 1  # the body of an unknown sender isn't even read


async def test_a_repeat_is_refused_and_so_is_the_sixth_at_once(
    world: World, client: httpx.AsyncClient
) -> None:
    for number in range(5):
        assert (await client.post(GENERATIONS, json=world.order | {"request_id": str(number)})).is_success

    again = await client.post(GENERATIONS, json=world.order | {"request_id": "0"})
    sixth = await client.post(GENERATIONS, json=world.order | {"request_id": "5"})

    assert refusal_of(again) == (400, "1231")
    assert refusal_of(sixth) == (429, "1302")
    assert len(world.accepted) == 5


async def test_twenty_at_the_same_moment_are_still_five(world: World, client: httpx.AsyncClient) -> None:
    answers = await asyncio.gather(*(client.post(GENERATIONS, json=world.order) for _ in range(20)))

    assert sorted(answer.status_code for answer in answers) == [200] * 5 + [429] * 15


async def test_whatever_happens_nothing_stays_among_what_comes_in(
    world: World, client: httpx.AsyncClient, tmp_path: Path
) -> None:
    await client.post(GENERATIONS, json=world.order)
    await client.post(GENERATIONS, json=world.order | {"size": "1x1"})
    world.reader_dies = True
    assert refusal_of(await client.post(GENERATIONS, json=world.order)) == (500, "1230")

    assert list((tmp_path / "incoming").iterdir()) == []


async def test_a_body_without_end_is_refused(
    world: World, client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    body = json.dumps(world.order).encode()
    monkeypatch.setattr(app_module, "BODY_BYTES_MOST", len(body))
    assert (await client.post(GENERATIONS, content=body)).is_success

    assert refusal_of(await client.post(GENERATIONS, content=body + b" ")) == (413, "1210")


@pytest.mark.parametrize("path", ["/", "/api/paas/v4/chat/completions", "/api/paas/v4/async-result/"])
async def test_another_path_is_an_unknown_api(client: httpx.AsyncClient, path: str) -> None:
    assert refusal_of(await client.get(path)) == (404, "1222")


async def test_a_link_needs_no_key_and_is_spent_after_its_time(
    world: World, client: httpx.AsyncClient
) -> None:
    url = await finished_video_url(world, client)
    assert TOKEN not in url
    async with httpx.AsyncClient(transport=httpx.ASGITransport(world.app)) as stranger:
        assert (await stranger.get(url)).content == VIDEO

        world.now += 100
        spent = await stranger.get(url)
    assert spent.status_code == 403
    assert VIDEO not in spent.content

    # Polling gives a fresh link as long as the file is kept.
    task_id = world.accepted[0].task_id
    answer = (await client.get(f"/api/paas/v4/async-result/{task_id}")).json()
    assert (await client.get(answer["video_result"][0]["url"])).content == VIDEO
    world.now += 1000
    assert refusal_of(await client.get(f"/api/paas/v4/async-result/{task_id}")) == (400, "1214")


async def test_no_link_leads_out_of_the_tasks(
    world: World, client: httpx.AsyncClient, tmp_path: Path
) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    url = await finished_video_url(world, client)
    query = url.partition("?")[2]
    task_id = world.accepted[0].task_id

    for path in (f"/files/{task_id}/task.json", "/files/..%2F..%2Fsecret.txt/x", "/files/%2E%2E/secret.txt"):
        assert (await client.get(f"{path}?{query}")).status_code in (403, 404)


@pytest.mark.parametrize(
    ("headers", "status", "content"),
    [
        ({}, 200, VIDEO),
        ({"Range": "bytes=0-"}, 206, VIDEO),
        ({"Range": "bytes=10-19"}, 206, VIDEO[10:20]),
        ({"Range": "bytes=-5"}, 206, VIDEO[-5:]),
        ({"Range": "bytes=10-19", "If-Range": '"other"'}, 200, VIDEO),
        ({"Range": f"bytes={len(VIDEO)}-"}, 416, None),
    ],
)
async def test_parts_of_a_file_can_be_asked_for(
    world: World, client: httpx.AsyncClient, headers: dict[str, str], status: int, content: bytes | None
) -> None:
    answer = await client.get(await finished_video_url(world, client), headers=headers)

    assert answer.status_code == status
    assert content is None or answer.content == content


async def test_the_validator_is_strong_and_stays(world: World, client: httpx.AsyncClient) -> None:
    url = await finished_video_url(world, client)

    head, first = await client.head(url), await client.get(url)

    assert head.headers["etag"] == first.headers["etag"]
    assert head.headers["etag"].startswith('"')
    assert (head.content, head.headers["content-length"]) == (b"", str(len(VIDEO)))


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1:8000", "127.0.0.1", "localhost:8000", "LocalHost", "[::1]:8000", "[::1]", "127.8.8.8:1"],
)
async def test_this_machines_own_names_are_answered(client: httpx.AsyncClient, host: str) -> None:
    answer = await client.get("/api/paas/v4/async-result/none", headers={"Host": host})
    assert refusal_of(answer) == (400, "1214")  # the request was answered


@pytest.mark.parametrize(
    "host",
    [
        *("evil.example", "evil.example:8000", "127.0.0.1.evil.example", "localhost.evil.example:8000", ""),
        *("192.168.0.7", "0.0.0.0", "[::]", "localhost:8000:1", "localhost@evil.example", "127.0.0.1:8000/x"),
    ],
)
async def test_a_page_that_lets_its_name_point_here_is_refused(
    world: World, client: httpx.AsyncClient, host: str
) -> None:
    for answer in (
        await client.post(GENERATIONS, json=world.order, headers={"Host": host}),
        await client.get("/api/paas/v4/async-result/none", headers={"Host": host}),
        await client.get("/files/x/video.mp4", headers={"Host": host}),
    ):
        assert refusal_of(answer) == (403, "1220")
    assert world.accepted == []


@pytest.mark.parametrize("origin", ["https://evil.example", "http://127.0.0.1:1", "null", ""])
async def test_a_page_that_asks_across_is_refused(
    world: World, client: httpx.AsyncClient, origin: str
) -> None:
    answer = await client.post(GENERATIONS, json=world.order, headers={"Origin": origin})
    assert refusal_of(answer) == (403, "1220")
    assert world.accepted == []


@pytest.mark.parametrize(
    ("field", "code"),
    [
        ("model", "1211"),
        ("request_id", "1214"),
        ("size", "1214"),
        ("movement_amplitude", "1214"),
        ("user_id", "1214"),
    ],
)
async def test_half_a_surrogate_pair_is_a_refusal_and_not_our_fault(
    world: World, client: httpx.AsyncClient, field: str, code: str
) -> None:
    body = json.dumps({**world.order, field: "\ud800"})
    assert refusal_of(await client.post(GENERATIONS, content=body)) == (400, code)


async def test_half_a_surrogate_pair_in_the_prompt_is_taken(world: World, client: httpx.AsyncClient) -> None:
    answer = await client.post(GENERATIONS, content=json.dumps({**world.order, "prompt": "\ud800"}))
    assert answer.status_code == 200
