"""The client against the scripted service: what it sends, and what each outcome becomes."""

import asyncio
import base64
import errno
import gzip
import json
import logging
import os
import socket
import threading
import zlib
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractContextManager, asynccontextmanager, contextmanager
from pathlib import Path

import httpcore
import httpx
import pytest
from fakes.requests import a_request
from fakes.scripted_service import (
    Answer,
    Fault,
    Kind,
    Repeats,
    ScriptedService,
    always,
    close_at_once,
    lost_answer,
    nth_of,
    says_bytes,
    says_error,
    says_html,
)
from fakes.virtual_time import let_pass

from vidu_desktop.adapters.net.exhausted import MACHINE_AT_END
from vidu_desktop.adapters.zai import body, network_errors
from vidu_desktop.adapters.zai.body import OrderBody
from vidu_desktop.adapters.zai.client import ORDER_DEADLINE_S, ZaiVideoService
from vidu_desktop.adapters.zai.connections import ZaiConnections
from vidu_desktop.domain.modes import Mode
from vidu_desktop.engine.ports import Order, TaskStatus
from vidu_desktop.engine.tasks import TaskKeeper
from vidu_desktop.errors import (
    AccountTrouble,
    AlreadyTaken,
    AnswerLost,
    BadInput,
    KeyTrouble,
    NotSent,
    Refused,
    Sentence,
    ServiceBusy,
    ViduDesktopError,
)

pytestmark = pytest.mark.anyio

CANARY_KEY = "canary-id.canary-secret-0123456789"


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "picture.png"
    path.write_bytes(os.urandom(300_001))
    return path


@pytest.fixture
def service() -> Iterator[ScriptedService]:
    with ScriptedService(key=CANARY_KEY, keep_bodies=True) as scripted:
        yield scripted
    assert scripted.crashes == []


@asynccontextmanager
async def client_of(
    base_url: str, key: str = CANARY_KEY, **deadlines: float
) -> AsyncIterator[ZaiVideoService]:
    connections = ZaiConnections(base_url, lambda: key)
    try:
        yield ZaiVideoService(connections, **deadlines)
    finally:
        await connections.close()


def order_of(mode: Mode, *pictures: Path, request_id: str = "ticket-1") -> Order:
    ratio = {"aspect_ratio": "9:16"} if mode is Mode.REFERENCE else {}
    return Order(
        request_id=request_id,
        request=a_request(
            "Ein Kätzchen läuft 一只猫",
            mode=mode,
            picture_paths=tuple(map(str, pictures)),
            movement="small",
            **ratio,
        ),
        pictures=[(path, "image/png") for path in pictures],
    )


def nothing(_sent: int, _total: int) -> None:
    pass


async def outcome_of(service: ScriptedService, order: Order, **deadlines: float) -> ViduDesktopError:
    async with client_of(service.base_url, **deadlines) as client:
        with pytest.raises(ViduDesktopError) as caught:
            await client.submit(order, nothing)
    return caught.value


async def there(service: ScriptedService, kind: Kind, count: int) -> None:
    """Wait until this many requests of this kind have arrived."""
    while len(service.seen(kind)) < count:
        await asyncio.sleep(0.001)


# -- what is sent ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("mode", "count"), [(Mode.IMAGE, 1), (Mode.START_END, 2), (Mode.REFERENCE, 3)])
async def test_every_option_and_every_picture_arrives_as_the_service_wants_it(
    service: ScriptedService, picture: Path, mode: Mode, count: int
) -> None:
    picture_bytes = picture.read_bytes()  # noqa: ASYNC240
    order = order_of(mode, *[picture] * count)
    async with client_of(service.base_url) as client:
        accepted = await client.submit(order, nothing)
    sent = json.loads(service.bodies[0])
    pictures = sent.pop("image_url")
    assert isinstance(pictures, str) == (mode is Mode.IMAGE)
    for link in [pictures] if isinstance(pictures, str) else pictures:
        kind, _, data = link.partition(",")
        assert kind == "data:image/png;base64"
        assert base64.b64decode(data, validate=True) == picture_bytes
    expected = {
        "model": order.request.model,
        "prompt": order.request.prompt,
        "duration": 4,
        "size": "1280x720",
        "movement_amplitude": "small",
        "with_audio": False,
        "request_id": "ticket-1",
    }
    if mode is Mode.REFERENCE:
        expected["aspect_ratio"] = "9:16"
    assert sent == expected
    assert accepted.task_id == service.ledger[0].task_id


async def test_the_length_is_said_and_the_same_ticket_gives_the_same_bytes(
    service: ScriptedService, picture: Path
) -> None:
    service.repeats = Repeats.FIRST_ID
    async with client_of(service.base_url) as client:
        for _ in range(2):
            await client.submit(order_of(Mode.IMAGE, picture), nothing)
    first, second = service.seen(Kind.SUBMIT)
    assert first.headers["content-length"] == str(first.body_bytes)
    assert "transfer-encoding" not in first.headers
    assert first.body_sha256 == second.body_sha256


async def test_progress_grows_to_exactly_the_whole_body(service: ScriptedService, picture: Path) -> None:
    said: list[tuple[int, int]] = []
    async with client_of(service.base_url) as client:
        await client.submit(order_of(Mode.IMAGE, picture), lambda *sent: said.append(sent))
    total_bytes = service.seen(Kind.SUBMIT)[0].body_bytes
    assert said[-1] == (total_bytes, total_bytes)
    assert said == sorted(said)
    assert len(said) > 2


async def test_a_picture_that_is_gone_stops_the_order_before_a_byte_leaves(
    service: ScriptedService, tmp_path: Path
) -> None:
    error = await outcome_of(service, order_of(Mode.IMAGE, tmp_path / "gone.png"))
    assert isinstance(error, BadInput)
    assert service.count(Kind.SUBMIT) == 0


# -- what comes back -------------------------------------------------------------------------------------------

LOST = [
    lost_answer(),
    lost_answer(charged=False),
    close_at_once(),
    close_at_once(reset=True),
    Fault(close_after_body_bytes=1, reset=True),
    Fault(cut_after_bytes=5),
    says_error(500, "1234", charged=True),
    says_error(503, "9999", charged=True),
    says_error(400, "1230"),
    says_html(502, charged=True),
    says_html(200),
    says_bytes(b"", charged=True),
    says_bytes(b"{}", charged=True),
    says_bytes(b'{"id": null, "task_status": "PROCESSING"}', charged=True),
    says_bytes(b"[" * 500_000, charged=True),
    says_bytes(b'{"id": "' + b"x" * 2_000_000 + b'"}', charged=True),
    Fault(answer=Answer(status=302, headers={"Location": "/elsewhere"})),
]


@pytest.mark.parametrize("fault", LOST)
async def test_whatever_leaves_the_charge_open_is_a_lost_answer_and_is_sent_once(
    service: ScriptedService, picture: Path, fault: Fault
) -> None:
    service.plan = always(Kind.SUBMIT, fault)
    error = await outcome_of(service, order_of(Mode.IMAGE, picture))
    assert isinstance(error, AnswerLost)
    assert service.count(Kind.SUBMIT) == 1


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        (says_error(429, "1113"), AccountTrouble),
        (says_error(429, 1302), ServiceBusy),
        (says_error(200, "1302"), ServiceBusy),
        (says_error(401, "1002"), KeyTrouble),
        (says_error(403, "1112"), AccountTrouble),
        (says_error(429, "1308"), AccountTrouble),
        (says_error(429, "1311"), AccountTrouble),
        (says_error(400, "1214"), Refused),
        (says_error(400, "1301"), Refused),
        (says_error(200, "1301"), Refused),
        (says_error(400, "1231"), AlreadyTaken),
        (says_html(429), ServiceBusy),
        (says_html(404), AccountTrouble),
        (Fault(answer=Answer(status=308, headers={"Location": "https://elsewhere.test/"})), AccountTrouble),
        (says_bytes(b'{"code": 1301, "message": "no"}', status=400), Refused),
        (says_bytes(b'{"error": "just words"}', status=422), Refused),
    ],
)
async def test_a_clear_no_is_never_a_lost_answer(
    service: ScriptedService, picture: Path, fault: Fault, kind: type[ViduDesktopError]
) -> None:
    service.plan = always(Kind.SUBMIT, fault)
    error = await outcome_of(service, order_of(Mode.IMAGE, picture))
    assert type(error) is kind
    assert service.count(Kind.SUBMIT) == 1


@pytest.mark.parametrize(
    ("event", "method", "outcome"),
    [
        ("http11.send_request_headers.started", b"POST", AnswerLost),
        ("http11.send_request_headers.started", b"CONNECT", NotSent),
        ("connection.connect_tcp.started", b"POST", NotSent),
    ],
)
async def test_from_the_first_byte_of_the_order_on_a_broken_line_is_a_lost_answer(
    picture: Path, monkeypatch: pytest.MonkeyPatch, event: str, method: bytes, outcome: type[ViduDesktopError]
) -> None:
    async def breaks(_client: httpx.AsyncClient, request: httpx.Request, **_how: object) -> httpx.Response:
        await request.extensions["trace"](event, {"request": httpcore.Request(method, str(request.url))})
        raise httpx.WriteError("broken", request=request)

    monkeypatch.setattr(httpx.AsyncClient, "send", breaks)
    async with client_of("http://127.0.0.1:9") as client:
        with pytest.raises(outcome):
            await client.submit(order_of(Mode.IMAGE, picture), nothing)


@pytest.mark.parametrize(
    "fault", [BadInput("changed", Sentence("A picture changed.")), ZeroDivisionError("ours")]
)
async def test_what_is_said_before_a_byte_leaves_stays_what_it_is(
    picture: Path, monkeypatch: pytest.MonkeyPatch, fault: Exception
) -> None:
    async def breaks(*_how: object, **_more: object) -> httpx.Response:
        raise fault

    monkeypatch.setattr(httpx.AsyncClient, "send", breaks)
    async with client_of("http://127.0.0.1:9") as client:
        with pytest.raises(type(fault)) as caught:
            await client.submit(order_of(Mode.IMAGE, picture), nothing)
    assert caught.value is fault


async def test_a_redirected_order_is_not_followed(service: ScriptedService, picture: Path) -> None:
    elsewhere = Answer(status=307, headers={"Location": f"http://{service.file_host}/stolen"})
    service.plan = always(Kind.SUBMIT, Fault(answer=elsewhere))
    await outcome_of(service, order_of(Mode.IMAGE, picture))
    assert service.count(Kind.OTHER) == 0


async def test_nobody_listening_means_not_sent(picture: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    async with client_of(f"http://127.0.0.1:{port}/v4") as client:
        with pytest.raises(NotSent):
            await client.submit(order_of(Mode.IMAGE, picture), nothing)
        with pytest.raises(ServiceBusy):
            await client.poll("task-1")


async def test_a_name_that_nobody_knows_means_not_sent(picture: Path) -> None:
    async with client_of("https://no-such-host.invalid/v4") as client:
        with pytest.raises(NotSent):
            await client.submit(order_of(Mode.IMAGE, picture), nothing)


async def test_an_untrusted_certificate_means_not_sent(picture: Path) -> None:
    # A server that answers TLS with plain text stands for every failed handshake.
    with ScriptedService() as plain:
        address = plain.base_url.replace("http:", "https:")
        async with client_of(address) as client:
            with pytest.raises(NotSent):
                await client.submit(order_of(Mode.IMAGE, picture), nothing)
        assert plain.count(Kind.SUBMIT) == 0


async def test_an_answer_that_never_comes_ends_at_the_deadline(
    service: ScriptedService, picture: Path
) -> None:
    picture.write_bytes(b"small")  # noqa: ASYNC240 - the deadline grows with the size
    service.plan = always(Kind.SUBMIT, Fault(hold_answer=threading.Event()))
    outcome = outcome_of(service, order_of(Mode.IMAGE, picture), order_deadline_s=10)
    sent = TaskKeeper().start("send", outcome)
    await there(service, Kind.SUBMIT, 1)
    let_pass(11)  # past this deadline, but not past any other
    assert isinstance(await sent, AnswerLost)


async def test_an_order_may_take_longer_the_bigger_it_is_but_never_for_ever(
    service: ScriptedService, picture: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    allowed_s: list[float] = []
    timeout = asyncio.timeout

    def watched(delay_s: float) -> asyncio.Timeout:
        allowed_s.append(delay_s)
        return timeout(delay_s)

    async with client_of(service.base_url) as client:
        with monkeypatch.context() as patch:
            patch.setattr(asyncio, "timeout", watched)
            await client.submit(order_of(Mode.IMAGE, picture), nothing)
    body_bytes = service.seen(Kind.SUBMIT)[0].body_bytes
    grown_s = max(allowed_s) - ORDER_DEADLINE_S
    three_big_pictures_hours = grown_s / body_bytes * 200e6 / 3600
    assert 2.5 < three_big_pictures_hours < 3


async def test_a_body_that_drips_for_ever_ends_at_the_deadline(service: ScriptedService) -> None:
    drip = Fault(answer=Answer(status=200, body=b" " * 100_000), drip_s=0.01)
    service.plan = always(Kind.POLL, drip)
    async with client_of(service.base_url, question_deadline_s=0.2) as client:
        with pytest.raises(ServiceBusy):
            await client.poll("task-1")


async def test_after_many_cancelled_calls_the_client_still_works(service: ScriptedService) -> None:
    """encode/httpcore#1093: if the client weren't replaced, its pool would be full of dead slots."""
    never = threading.Event()
    service.plan = always(Kind.POLL, Fault(hold_answer=never))
    async with client_of(service.base_url, question_deadline_s=10) as client:
        for number in range(1, 46):
            asked = TaskKeeper().start("ask", client.poll("task-1"))
            await there(service, Kind.POLL, number)
            let_pass(11)
            with pytest.raises(ServiceBusy):
                await asked
        service.plan = None
        with pytest.raises(Refused):
            await client.poll("task-1")


@pytest.mark.parametrize(
    ("encoding", "compress"),
    [("gzip", gzip.compress), ("X-GZIP", gzip.compress), ("deflate", zlib.compress)],
)
async def test_a_compressed_answer_is_still_read(
    service: ScriptedService, picture: Path, encoding: str, compress: Callable[[bytes], bytes]
) -> None:
    body = compress(json.dumps({"id": "task-9"}).encode())
    service.plan = always(
        Kind.SUBMIT, Fault(answer=Answer(status=200, body=body, headers={"Content-Encoding": encoding}))
    )
    async with client_of(service.base_url) as client:
        accepted = await client.submit(order_of(Mode.IMAGE, picture), nothing)
    assert accepted.task_id == "task-9"


def raw_service(*pieces: bytes) -> AbstractContextManager[str]:
    """Answer one request with these bytes, which need be no good HTTP, and hang up."""

    @contextmanager
    def serving() -> Iterator[str]:
        def serve() -> None:
            line, _ = listening.accept()
            with line, line.makefile("rb") as file:
                length = 0
                while (said := file.readline()) not in (b"", b"\r\n"):
                    name, _, value = said.partition(b":")
                    length = int(value) if name.lower() == b"content-length" else length
                file.read(length)
                for piece in pieces:
                    line.sendall(piece)

        with socket.create_server(("127.0.0.1", 0)) as listening:
            thread = threading.Thread(target=serve)
            thread.start()
            yield f"http://127.0.0.1:{listening.getsockname()[1]}/v4"
            thread.join()

    return serving()


TAKEN = b'{"id": "task-9", "task_status": "PROCESSING"}'
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
ODD_ANSWERS = {
    "early hints": (
        b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n",
        HEAD + b"Content-Length: 45\r\n\r\n" + TAKEN,
    ),
    "HTTP/1.0": (b"HTTP/1.0 200 OK\r\n\r\n" + TAKEN,),
    "chunks without an end": (HEAD + b"Transfer-Encoding: chunked\r\n\r\n2D\r\n" + TAKEN + b"\r\n",),
    "a length that is too long": (HEAD + b"Content-Length: 99\r\n\r\n" + TAKEN,),
    "packed, without an end": (
        HEAD + b"Content-Encoding: gzip\r\nContent-Length: 999\r\n\r\n" + gzip.compress(TAKEN),
    ),
    "words in another charset": (HEAD + b"\r\n" + TAKEN[:-1] + ', "message": "诚信好"}'.encode("gb18030"),),
    "words in no charset": (HEAD + b"\r\n" + TAKEN[:-1] + b', "message": "\xff\xe9"}',),
}


@pytest.mark.parametrize("odd", ODD_ANSWERS)
async def test_an_order_that_was_taken_is_known_however_oddly_that_is_said(picture: Path, odd: str) -> None:
    with raw_service(*ODD_ANSWERS[odd]) as base_url:
        async with client_of(base_url) as client:
            accepted = await client.submit(order_of(Mode.IMAGE, picture), nothing)

    assert accepted.task_id == "task-9"


@pytest.mark.parametrize("body", [TAKEN[:-1], b'{"id": "task-9"', b'{"id": "tas', b""])
async def test_an_answer_that_is_not_whole_takes_no_order(picture: Path, body: bytes) -> None:
    """The negative control: what came might be the beginning of anything."""
    with raw_service(HEAD + b"Content-Length: 99\r\n\r\n" + body) as base_url:
        async with client_of(base_url) as client:
            with pytest.raises(AnswerLost):
                await client.submit(order_of(Mode.IMAGE, picture), nothing)


@pytest.mark.parametrize(
    ("code", "kind"), [(1113, AccountTrouble), (1231, AlreadyTaken), (1302, ServiceBusy)]
)
async def test_the_code_counts_whatever_the_words_are_written_in(
    picture: Path, code: int, kind: type[ViduDesktopError]
) -> None:
    status = b"400 Bad Request" if code == 1231 else b"429 Too Many Requests"
    error = {"code": str(code), "message": "余额不足，请充值 誠"}
    said = json.dumps({"error": error}, ensure_ascii=False).encode("gb18030")
    with raw_service(b"HTTP/1.1 " + status + b"\r\nConnection: close\r\n\r\n" + said) as base_url:
        async with client_of(base_url) as client:
            with pytest.raises(ViduDesktopError) as caught:
                await client.submit(order_of(Mode.IMAGE, picture), nothing)

    assert type(caught.value) is kind
    assert caught.value.service_words == "余额不足，请充值 誠"


@pytest.mark.parametrize(
    ("repeats", "charges"), [(Repeats.REFUSES, 1), (Repeats.FIRST_ID, 1), (Repeats.UNAWARE, 2)]
)
async def test_a_ticket_that_is_sent_twice_meets_the_service_s_character(
    service: ScriptedService, picture: Path, repeats: Repeats, charges: int
) -> None:
    service.repeats = repeats
    async with client_of(service.base_url) as client:
        first = await client.submit(order_of(Mode.IMAGE, picture), nothing)
        if repeats is Repeats.REFUSES:
            with pytest.raises(AlreadyTaken):
                await client.submit(order_of(Mode.IMAGE, picture), nothing)
        else:
            second = await client.submit(order_of(Mode.IMAGE, picture), nothing)
            assert (second.task_id == first.task_id) == (repeats is Repeats.FIRST_ID)
    assert service.charges == {"ticket-1": charges}


async def test_more_at_once_than_the_account_allows_is_a_reason_to_slow_down(
    service: ScriptedService, picture: Path
) -> None:
    service.concurrency, service.duration_s = 1, 3_600.0
    async with client_of(service.base_url) as client:
        await client.submit(order_of(Mode.IMAGE, picture), nothing)
        with pytest.raises(ServiceBusy) as caught:
            await client.submit(order_of(Mode.IMAGE, picture, request_id="ticket-2"), nothing)
    assert caught.value.slow_down
    assert service.charges == {"ticket-1": 1}


# -- polling ---------------------------------------------------------------------------------------------------


async def test_a_task_is_followed_to_its_links(service: ScriptedService, picture: Path) -> None:
    service.duration_s = 3_600.0
    async with client_of(service.base_url) as client:
        accepted = await client.submit(order_of(Mode.IMAGE, picture), nothing)
        assert (await client.poll(accepted.task_id)).status is TaskStatus.PROCESSING
        service.finish()
        report = await client.poll(accepted.task_id)
    assert report.status is TaskStatus.SUCCESS
    assert report.video_url
    assert report.video_url.startswith(f"http://{service.file_host}/files/")
    assert "sig=" not in json.dumps(report.answer)


async def test_the_rehearsal_s_progress_is_handed_on(service: ScriptedService) -> None:
    body = b'{"task_status": "PROCESSING"}'
    answer = Answer(status=200, body=body, headers={"Rehearsal-Progress": "0.40"})
    service.plan = nth_of(Kind.POLL, {1: Fault(answer=answer), 2: says_bytes(body)})
    async with client_of(service.base_url) as client:
        assert (await client.poll("task-1")).progress == 0.4
        assert (await client.poll("task-1")).progress is None


@pytest.mark.parametrize(("status", "progress"), [(TaskStatus.SUCCESS, 1.0), (TaskStatus.FAIL, None)])
async def test_a_task_at_its_end_has_its_own_progress_whatever_a_header_says(
    service: ScriptedService, status: TaskStatus, progress: float | None
) -> None:
    links = [{"url": f"{service.base_url}/v.mp4", "cover_image_url": f"{service.base_url}/c.jpg"}]
    body = json.dumps({"task_status": status.value, "video_result": links}).encode()
    answer = Answer(status=200, body=body, headers={"Rehearsal-Progress": "0.40"})
    service.plan = nth_of(Kind.POLL, {1: Fault(answer=answer)})
    async with client_of(service.base_url) as client:
        report = await client.poll("task-1")
    assert (report.status, report.progress) == (status, progress)


@pytest.mark.parametrize(
    "fault", [says_html(200), says_html(404), says_error(500, "1234"), says_bytes(b"\xff")]
)
async def test_a_poll_that_makes_no_sense_is_asked_again(service: ScriptedService, fault: Fault) -> None:
    service.plan = always(Kind.POLL, fault)
    async with client_of(service.base_url) as client:
        with pytest.raises(ServiceBusy):
            await client.poll("task-1")
    assert service.count(Kind.POLL) == 1


async def test_the_wish_to_wait_is_handed_on(service: ScriptedService) -> None:
    service.plan = always(Kind.POLL, says_error(429, "1302", retry_after="7"))
    async with client_of(service.base_url) as client:
        with pytest.raises(ServiceBusy) as caught:
            await client.poll("task-1")
    assert caught.value.retry_after_s == 7.0
    assert caught.value.slow_down


async def test_an_unknown_task_is_refused_whatever_its_id_looks_like(service: ScriptedService) -> None:
    async with client_of(service.base_url) as client:
        for task_id in ("nobody", "a/b", ".", "..", "", "ü\ud800", "x?y#z"):
            with pytest.raises(Refused):
                await client.poll(task_id)
    assert all(seen.path.count("/") == 5 for seen in service.seen(Kind.POLL))


# -- the key ---------------------------------------------------------------------------------------------------


async def test_the_key_test_is_free_and_tells_good_from_bad(service: ScriptedService) -> None:
    async with client_of(service.base_url) as client:
        await client.check_key()
    async with client_of(service.base_url, key="another-key") as client:
        with pytest.raises(KeyTrouble):
            await client.check_key()
    for unclear in (says_html(502), says_error(500, "1234", "a fault of the network")):
        service.plan = always(Kind.POLL, unclear)
        async with client_of(service.base_url) as client:
            with pytest.raises(ServiceBusy):
                await client.check_key()
    service.plan = always(Kind.POLL, says_error(429, "1302", "too many questions"))
    async with client_of(service.base_url) as client:
        await client.check_key()  # only a caller with a valid key is told this
    assert service.count(Kind.SUBMIT) == 0


@pytest.mark.parametrize("key", ["", "   ", "with space", "schlüssel", "two\nlines"])
async def test_no_key_or_no_possible_key_is_said_before_anything_is_sent(
    service: ScriptedService, picture: Path, key: str
) -> None:
    async with client_of(service.base_url, key=key) as client:
        with pytest.raises(KeyTrouble) as caught:
            await client.submit(order_of(Mode.IMAGE, picture), nothing)
    assert not key.strip() or key not in str(caught.value)
    assert service.requests == []


async def test_the_key_is_in_no_repr_log_or_error_even_when_the_service_repeats_it(
    service: ScriptedService, picture: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    service.plan = nth_of(
        Kind.SUBMIT,
        {
            1: says_error(400, "1214", f"bad key {CANARY_KEY} of canary-secret-0123456789"),
            2: says_bytes(f"<p>{CANARY_KEY}".encode()),
        },
    )
    connections = ZaiConnections(service.base_url, CANARY_KEY)
    client = ZaiVideoService(connections)
    said = [repr(connections), repr(connections.key), repr(client), repr(vars(connections.key))]
    for _ in range(3):
        try:
            said.append(repr(await client.submit(order_of(Mode.IMAGE, picture), nothing)))
        except ViduDesktopError as error:
            said += [str(error), repr(error), error.service_words]
    await connections.close()
    everything = "\n".join([*said, caplog.text])
    assert "bad key" in everything, "the negative control: the words themselves do come through"
    assert "canary" not in everything


# -- the surroundings ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "environment",
    [
        {"ALL_PROXY": "socks://127.0.0.1:9"},
        {"HTTP_PROXY": "http://127.0.0.1:9", "HTTPS_PROXY": "http://127.0.0.1:9"},
        {"NO_PROXY": "[::bad,,http://x:y", "HTTP_PROXY": "not a proxy"},
    ],
)
async def test_a_broken_proxy_environment_does_not_reach_this_machine(
    service: ScriptedService, monkeypatch: pytest.MonkeyPatch, environment: dict[str, str]
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    async with client_of(service.base_url) as client:
        await client.check_key()


async def test_plain_http_is_for_this_machine_only() -> None:
    with pytest.raises(BadInput):
        ZaiConnections("http://api.example.test/v4", "key")


async def test_orders_do_not_hold_the_loop(service: ScriptedService, tmp_path: Path) -> None:
    """Checks the structure, not times: a large picture is sent in small pieces, and the loop runs between them."""
    large = tmp_path / "large.png"
    large.write_bytes(bytes(3_000_000))
    turns = 0
    done = asyncio.Event()

    async def count_turns() -> None:
        nonlocal turns
        while not done.is_set():
            turns += 1
            await asyncio.sleep(0)

    async with client_of(service.base_url) as client, asyncio.TaskGroup() as group:
        group.create_task(count_turns())
        await client.submit(order_of(Mode.IMAGE, large), nothing)
        done.set()
    assert turns > 15


NO_MORE_FILES = OSError(errno.EMFILE, "Too many open files")


@pytest.mark.parametrize("error", [MemoryError(), RuntimeError("can't start new thread"), NO_MORE_FILES])
async def test_an_order_for_which_the_computer_has_no_room_left_was_certainly_not_sent(
    service: ScriptedService, picture: Path, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    order = order_of(Mode.IMAGE, picture)

    def refuse(_order: Order) -> OrderBody:
        raise error

    async with client_of(service.base_url) as client:
        with monkeypatch.context() as patch:
            patch.setattr(OrderBody, "open", refuse)
            with pytest.raises(NotSent) as caught:
                await client.submit(order, nothing)
        assert caught.value.code == MACHINE_AT_END
        assert service.count(Kind.SUBMIT) == 0
        await client.submit(order, nothing)
    assert len(service.ledger) == 1


@pytest.mark.parametrize("error", [OSError(errno.EIO, ""), RuntimeError("a fault")])
async def test_another_fault_before_an_order_leaves_isnt_blamed_on_the_computers_room(
    service: ScriptedService, picture: Path, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def trip(_order: Order) -> OrderBody:
        raise error

    monkeypatch.setattr(OrderBody, "open", trip)
    async with client_of(service.base_url) as client:
        with pytest.raises(type(error)):
            await client.submit(order_of(Mode.IMAGE, picture), nothing)
    assert service.requests == []


async def test_an_order_for_which_nothing_more_can_be_opened_was_certainly_not_sent(
    service: ScriptedService, picture: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> object:
        raise NO_MORE_FILES

    async with client_of(service.base_url) as client:
        for place, name in (
            (body, "FileIO"),
            (ZaiConnections, "for_orders"),
            (ZaiConnections, "for_questions"),
        ):
            with monkeypatch.context() as patch:
                patch.setattr(place, name, refuse)
                patch.setattr(network_errors, "trouble", refuse)  # as where its imports find no open file
                if name == "for_questions":
                    with pytest.raises(ServiceBusy) as busy:
                        await client.poll("task-1")
                    assert busy.value.code == MACHINE_AT_END
                    continue
                with pytest.raises(NotSent) as caught:
                    await client.submit(order_of(Mode.IMAGE, picture), nothing)
            assert caught.value.code == MACHINE_AT_END
    assert service.requests == []


async def test_a_computer_at_its_end_after_the_order_left_leaves_it_in_doubt(
    service: ScriptedService, picture: Path
) -> None:
    """The negative control."""
    order = order_of(Mode.IMAGE, picture)

    def trip(sent_bytes: int, total_bytes: int) -> None:
        if sent_bytes == total_bytes:
            raise MemoryError

    async with client_of(service.base_url) as client:
        with pytest.raises(AnswerLost):
            await client.submit(order, trip)
