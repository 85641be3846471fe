"""A scripted local service: speaks submit, poll and files on two loopback ports, keeps the ledger, obeys a script.

    service = ScriptedService(repeats=Repeats.REFUSES, duration_s=0.1, plan=nth_of(Kind.SUBMIT, {1: lost_answer()}))
    with service:
        client = ...(service.base_url, key=service.key)
        ...
    assert service.charges["my-request-id"] == 1                    # how often each ticket was charged
    assert all("authorization" not in r.headers for r in service.requests if r.kind is Kind.FILE)

The API and the files have a port each, as the real service has a host each. Everything that a test may turn
while it runs is an attribute: `plan`, `files`, `repeats`, `concurrency`, `key`, `now`. Waiting is by event, never
by sleep: `service.wait_until(lambda: len(service.ledger) == 3)`, `held_until(event)`, `service.finish()`.
Time is `now` (monotonic seconds), so that a test may own it. The faults are in `scripted_faults`, re-exported here.

As a program, for benchmarks that must not share a process with the client: it prints its base URL and
the link to a file, then serves until its standard input ends:

    (in tests/)  python -m fakes.scripted_service --video clip.mp4 --duration 5 --concurrency 5 --speed 20000000
"""

import argparse
import contextlib
import functools
import hashlib
import json
import math
import socket
import socketserver
import struct
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any, Self

from fakes.scripted_faults import (
    Answer,
    Fault,
    FileManners,
    Kind,
    Plan,
    SeenRequest,
    always,
    close_at_once,
    held_until,
    lost_answer,
    nth_of,
    says_bytes,
    says_error,
    says_html,
    seeded,
)

__all__ = [
    "Answer",
    "Charge",
    "Failure",
    "Fault",
    "FileManners",
    "Kind",
    "Plan",
    "Repeats",
    "ScriptedService",
    "SeenRequest",
    "Task",
    "always",
    "close_at_once",
    "held_until",
    "lost_answer",
    "nth_of",
    "says_bytes",
    "says_error",
    "says_html",
    "seeded",
]

_PIECE_BYTES = 1 << 18


class Repeats(StrEnum):
    """What the service does with a request id that it has already seen."""

    REFUSES = "refuses"
    """Refuses with code 1231, as documented."""
    FIRST_ID = "first-id"
    """Answers with the first task id and charges nothing."""
    UNAWARE = "unaware"
    """Doesn't notice the repeat: makes another task and charges again."""


@dataclass(frozen=True, kw_only=True)
class Charge:
    """One line of the ledger."""

    request_id: str
    task_id: str
    model: str


@dataclass(frozen=True, kw_only=True)
class Failure:
    """How a task fails: the service's error code and message."""

    code: str = "1301"
    message: str = "The content was blocked."


@dataclass(kw_only=True)
class Task:
    """An accepted order. `order` is the submitted JSON without its pictures; `picture_sha256` has the SHA-256 of each
    picture's data URL, in order.
    """

    task_id: str
    request_id: str
    order: Mapping[str, object]
    picture_sha256: tuple[str, ...]
    begun_s: float
    duration_s: float
    failure: Failure | None = None
    video: bytes = field(default=b"", repr=False)

    def done(self, now_s: float) -> bool:
        return now_s >= self.begun_s + self.duration_s


class ScriptedService:
    """See the module. Used as a context manager, or with `start()` and `stop()`.

    `duration_s`, `failure` and `video` are values, or callables that take the Task. A `key` of None accepts any key.
    `concurrency` limits the tasks that aren't done; above it, a submit is refused with 1302. `link_life_s` counts from the
    poll that gave the link. With `knows_request_ids`, a poll also finds a task by its request id.
    """

    def __init__(
        self,
        *,
        repeats: Repeats = Repeats.REFUSES,
        key: str | None = "test-key",
        duration_s: float | Callable[[Task], float] = 0.0,
        failure: Failure | Callable[[Task], Failure | None] | None = None,
        video: bytes | Callable[[Task], bytes] = b"\0\0\0\x18ftypmp42" + bytes(4096),
        concurrency: int | None = None,
        plan: Plan | None = None,
        files: FileManners | None = None,
        link_life_s: float = 86_400.0,
        knows_request_ids: bool = False,
        keep_bodies: bool = False,
        now: Callable[[], float] = time.monotonic,
        port: int = 0,
    ) -> None:
        self.repeats = repeats
        self.key = key
        self.duration_s = duration_s
        self.failure = failure
        self.video = video
        self.concurrency = concurrency
        self.plan = plan
        self.files = files or FileManners()
        self.link_life_s = link_life_s
        self.knows_request_ids = knows_request_ids
        self.keep_bodies = keep_bodies
        self.now = now
        self.requests: list[SeenRequest] = []
        self.bodies: list[bytes] = []
        self.ledger: list[Charge] = []
        self.tasks: dict[str, Task] = {}
        self.most_at_once = 0
        self.crashes: list[BaseException] = []
        self._links: dict[str, tuple[str, float]] = {}
        self._counts: Counter[Kind] = Counter()
        self._changed = threading.Condition(threading.RLock())
        self._stopping = threading.Event()
        self._port = port
        self._servers: list[_Server] = []

    # -- for tests ---------------------------------------------------------------------------------------------

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self._servers[0].port}/api/paas/v4"

    @property
    def file_host(self) -> str:
        """Host and port from which the files are served."""
        return f"127.0.0.1:{self._servers[1].port}"

    @property
    def charges(self) -> Counter[str]:
        """How often each request id was charged."""
        with self._changed:
            return Counter(charge.request_id for charge in self.ledger)

    def count(self, kind: Kind) -> int:
        """Return how many requests of this kind have arrived."""
        with self._changed:
            return self._counts[kind]

    def seen(self, kind: Kind) -> list[SeenRequest]:
        """Return the requests of one kind, in the order in which they ended."""
        with self._changed:
            return [request for request in self.requests if request.kind is kind]

    def wait_until(self, true: Callable[[], bool], timeout_s: float = 120.0) -> bool:
        """Wait until `true` returns True, which requests bring about; return whether it did in time."""
        with self._changed:
            return self._changed.wait_for(true, timeout_s)

    def finish(self, task_id: str | None = None) -> None:
        """Finish the work on one task, or on all tasks."""
        with self._changed:
            for task in self.tasks.values():
                if task_id in (None, task.task_id):
                    task.duration_s = 0.0

    def expire_links(self) -> None:
        """Make all links expired that were given so far."""
        with self._changed:
            self._links = {token: (task_id, -math.inf) for token, (task_id, _) in self._links.items()}

    def link_to(self, task_id: str) -> str:
        """Return a new link to a task's video, as a poll does."""
        with self._changed:
            token = f"{len(self._links) + 1}"
            self._links[token] = (task_id, self.now() + self.link_life_s)
        return f"http://{self.file_host}/files/{task_id}.mp4?sig={token}"

    def offer(self, video: bytes, name: str = "offered") -> str:
        """Serve `video` without a submit, in place of any former one with this name; return a link."""
        with self._changed:
            self.tasks[name] = Task(
                task_id=name,
                request_id=name,
                order={},
                picture_sha256=(),
                begun_s=-math.inf,
                duration_s=0.0,
                video=video,
            )
        return self.link_to(name)

    def start(self) -> Self:
        self._servers = [_Server(self, self._port), _Server(self, 0)]
        for server in self._servers:
            server.run_in_thread()
        return self

    def stop(self) -> None:
        """Release held requests, close every connection, and wait for the threads."""
        self._stopping.set()
        for server in self._servers:
            server.stop()

    __enter__ = start

    def __exit__(self, *_: object) -> None:
        self.stop()

    # -- for the handler ---------------------------------------------------------------------------------------

    def begin(self, kind: Kind, method: str, path: str, headers: Mapping[str, str]) -> SeenRequest:
        with self._changed:
            self._counts[kind] += 1
            return SeenRequest(
                kind=kind, nth=self._counts[kind], method=method, path=path, headers=dict(headers)
            )

    def end(self, seen: SeenRequest, body: bytes | None) -> None:
        with self._changed:
            self.requests.append(seen)
            if self.keep_bodies and body is not None:
                self.bodies.append(body)
            self._changed.notify_all()

    def hold(self, event: threading.Event | None) -> None:
        while event and not event.wait(0.02) and not self._stopping.is_set():
            pass

    def pause(self, seconds: float) -> None:
        self._stopping.wait(max(0.0, seconds))

    def admits(self, headers: Mapping[str, str]) -> bool:
        return self.key is None or headers.get("authorization") == f"Bearer {self.key}"

    def take(self, order: dict[str, object], pictures: tuple[str, ...]) -> Answer:
        """Accept and charge an order as the real service would, or answer why not."""
        with self._changed:
            request_id = str(order.get("request_id") or f"unnamed-{len(self.ledger)}")
            known = next((t for t in self.tasks.values() if t.request_id == request_id), None)
            if known and self.repeats is Repeats.REFUSES:
                return error_answer(400, "1231", f"You already have an existing request: {request_id}")
            if known and self.repeats is Repeats.FIRST_ID:
                return self._accepted(known)
            running = sum(not task.done(self.now()) for task in self.tasks.values())
            if self.concurrency is not None and running >= self.concurrency:
                return error_answer(429, "1302", "High concurrency usage of this API")
            if not order.get("model") or not (order.get("prompt") or pictures):
                return error_answer(400, "1214", "model, prompt or image_url is missing")
            task = Task(
                task_id=f"task-{len(self.tasks) + 1}",
                request_id=request_id,
                order=order,
                picture_sha256=pictures,
                begun_s=self.now(),
                duration_s=0.0,
            )
            task.duration_s = self.duration_s(task) if callable(self.duration_s) else self.duration_s
            task.failure = self.failure(task) if callable(self.failure) else self.failure
            task.video = self.video(task) if callable(self.video) else self.video
            self.tasks[task.task_id] = task
            self.ledger.append(Charge(request_id=request_id, task_id=task.task_id, model=str(order["model"])))
            self.most_at_once = max(self.most_at_once, running + 1)
            self._changed.notify_all()
            return self._accepted(task)

    def _accepted(self, task: Task) -> Answer:
        return json_answer(
            model=task.order.get("model"),
            id=task.task_id,
            request_id=task.request_id,
            task_status="PROCESSING",
        )

    def report(self, task_id: str) -> Answer:
        """Answer a poll, as the task stands now."""
        with self._changed:
            task = self.tasks.get(task_id)
            if task is None and self.knows_request_ids:
                task = next((t for t in self.tasks.values() if t.request_id == task_id), None)
            if task is None:
                return error_answer(400, "1214", "The task does not exist")
            said = {"model": task.order.get("model"), "request_id": task.request_id, "id": task.task_id}
            if not task.done(self.now()):
                return json_answer(task_status="PROCESSING", **said)
            if task.failure:
                error = {"code": task.failure.code, "message": task.failure.message}
                return json_answer(task_status="FAIL", error=error, **said)
            url = self.link_to(task.task_id)
            cover = url.replace(".mp4", ".jpg")
            return json_answer(
                task_status="SUCCESS", video_result=[{"url": url, "cover_image_url": cover}], **said
            )

    def file_of(self, path: str) -> bytes | None:
        """Return the bytes behind a link that still works."""
        token = path.partition("?sig=")[2]
        with self._changed:
            task_id, until_s = self._links.get(token, ("", -math.inf))
            return self.tasks[task_id].video if self.now() <= until_s and ".mp4" in path else None


def json_answer(**fields: object) -> Answer:
    return Answer(status=200, body=json.dumps(fields).encode())


def error_answer(status: int, code: str, message: str) -> Answer:
    return Answer(status=status, body=json.dumps({"error": {"code": code, "message": message}}).encode())


@functools.lru_cache(maxsize=64)
def _digest(video: bytes) -> str:
    return hashlib.sha256(video).hexdigest()[:16]


def file_answer(video: bytes, headers: Mapping[str, str], manners: FileManners) -> Answer:
    """Answer a request for a file as `manners` say. The body of a 206 always has the requested bytes."""
    said: dict[str, str] = {"Accept-Ranges": "bytes"}
    digest = _digest(video)
    etag = {"strong": f'"{digest}"', "weak": f'W/"{digest}"', "constant": '"same"'}.get(manners.etag or "")
    if etag:
        said["ETag"] = etag
    if manners.last_modified:
        said["Last-Modified"] = manners.last_modified
    if manners.content_encoding:
        said["Content-Encoding"] = manners.content_encoding
    asked = headers.get("range", "")
    if asked and manners.resume_answer:
        return manners.resume_answer
    condition = headers.get("if-range")
    unchanged = condition is None or not manners.if_range or condition in (etag, manners.last_modified)
    if not (asked and manners.ranges and unchanged):
        return Answer(status=200, body=video, headers=said, media_type=manners.media_type)
    first = int(asked.removeprefix("bytes=").split("-")[0])
    if first >= len(video):
        said["Content-Range"] = f"bytes */{len(video)}"
        return Answer(status=416, headers=said)
    shift = manners.content_range_shift
    said["Content-Range"] = f"bytes {first + shift}-{len(video) - 1 + shift}/{len(video) + shift}"
    return Answer(status=206, body=video[first:], headers=said, media_type=manners.media_type)


class _CutOff(Exception):
    """The script closes the connection here."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: "_Server"
    # Send headers and body in one segment each, at once: Nagle and delayed ACK would cost 40 ms per answer.
    disable_nagle_algorithm = True
    wbufsize = 1 << 16

    def do_GET(self) -> None:
        self._serve()

    def do_POST(self) -> None:
        self._serve()

    def log_message(self, *_: object) -> None:
        pass

    def _serve(self) -> None:
        service = self.server.service
        headers = {name.lower(): value for name, value in self.headers.items()}
        seen = service.begin(self._kind(), self.command, self.path, headers)
        fault = (service.plan(seen) if service.plan else None) or Fault()
        body: bytes | None = None
        try:
            service.hold(fault.hold)
            if fault.close_before_reading:
                raise _CutOff
            body = self._read_body(fault.close_after_body_bytes)
            seen = replace(
                seen, body_bytes=len(body), body_sha256=hashlib.sha256(body).hexdigest() if body else ""
            )
            answer, seen = self._work(seen, body) if fault.do_the_work else (Answer(status=500), seen)
            service.end(seen, body)
            body = None
            service.hold(fault.hold_answer)
            self._say(fault.answer or answer, seen, fault)
        except _CutOff:
            if not any(entry is seen for entry in service.requests):
                service.end(seen, body)
            self._hang_up(reset=fault.reset)

    def _kind(self) -> Kind:
        if self.command == "POST" and self.path.endswith("/videos/generations"):
            return Kind.SUBMIT
        if self.command == "GET" and "/async-result/" in self.path:
            return Kind.POLL
        return Kind.FILE if self.path.startswith("/files/") else Kind.OTHER

    def _read_body(self, at_most: int | None) -> bytes:
        length = int(self.headers.get("Content-Length") or 0)
        pieces, got = [], 0
        while got < length:
            piece = self.rfile.read1(min(_PIECE_BYTES, length - got))
            if not piece:
                raise _CutOff
            pieces.append(piece)
            got += len(piece)
            if at_most is not None and got >= at_most:
                raise _CutOff
        return b"".join(pieces)

    def _work(self, seen: SeenRequest, body: bytes) -> tuple[Answer, SeenRequest]:
        service = self.server.service
        if seen.kind is Kind.FILE:
            video = service.file_of(self.path)
            if video is None:
                gone = b'<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>'
                return Answer(status=403, body=gone, media_type="application/xml"), seen
            return file_answer(video, seen.headers, service.files), seen
        if seen.kind is Kind.OTHER:
            return Answer(status=404, body=b"no such page", media_type="text/plain"), seen
        if not service.admits(seen.headers):
            return error_answer(401, "1000", "Authentication Failed"), seen
        if seen.kind is Kind.POLL:
            return service.report(self.path.rpartition("/")[2]), seen
        try:
            order = json.loads(body)
            pictures = order.pop("image_url", None) or []
        except (ValueError, AttributeError):
            return error_answer(400, "1210", "not JSON"), seen
        listed = [pictures] if isinstance(pictures, str) else pictures
        hashes = tuple(hashlib.sha256(str(picture).encode()).hexdigest() for picture in listed)
        seen = replace(seen, request_id=order.get("request_id"))
        return service.take(order, hashes), seen

    def _say(self, answer: Answer, seen: SeenRequest, fault: Fault) -> None:
        if fault.cut_after_bytes == -1:
            raise _CutOff
        manners = self.server.service.files if seen.kind is Kind.FILE else FileManners()
        length = len(answer.body) if answer.said_length is None else answer.said_length
        if answer.status in (200, 206):
            length += {"short": -10, "long": 10}.get(manners.said_length, 0)
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.media_type)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        if manners.said_length == "none":
            self.send_header("Connection", "close")
        else:
            self.send_header("Content-Length", str(length))
        if length != len(answer.body):
            self.close_connection = True
        self.end_headers()
        cut = fault.cut_after_bytes
        if cut is None and manners.cut_after_bytes:
            cut = manners.cut_after_bytes(seen.nth)
        self._send_body(memoryview(answer.body)[:cut], manners.speed_bytes_s, fault.drip_s)
        if cut is not None and cut < len(answer.body):
            raise _CutOff

    def _send_body(self, body: memoryview, speed_bytes_s: float | None, drip_s: float | None) -> None:
        if drip_s is not None:
            for index in range(len(body)):
                self.wfile.write(body[index : index + 1])
                self.wfile.flush()
                self.server.service.pause(drip_s)
        elif speed_bytes_s is None:
            self.wfile.write(body)
        else:
            piece_bytes = max(1, int(speed_bytes_s / 100))
            begun_s = time.monotonic()
            for start in range(0, len(body), piece_bytes):
                self.wfile.write(body[start : start + piece_bytes])
                self.wfile.flush()
                # Pauses follow a schedule, so that late wake-ups don't add up.
                self.server.service.pause(begun_s + (start + piece_bytes) / speed_bytes_s - time.monotonic())
        self.wfile.flush()

    def _hang_up(self, *, reset: bool) -> None:
        self.close_connection = True
        with contextlib.suppress(OSError):
            self.wfile.flush()
        if reset:
            self.server.reset_on_close(self.connection)


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    request_queue_size = 128
    daemon_threads = False  # closing waits for them: no thread outlives its test

    def __init__(self, service: ScriptedService, port: int) -> None:
        super().__init__(("127.0.0.1", port), _Handler)
        self.service = service
        self.port: int = self.server_address[1]
        self._open: set[socket.socket] = set()
        self._resetting: set[socket.socket] = set()
        self._guard = threading.Lock()
        self._thread = threading.Thread(
            target=self.serve_forever, args=(0.01,), name=f"scripted-service-{self.port}", daemon=True
        )

    def run_in_thread(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self.shutdown()
        self._thread.join()
        with self._guard:
            for connection in self._open:
                with contextlib.suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)
        self.server_close()

    def process_request(self, request: Any, client_address: object) -> None:
        with self._guard:
            self._open.add(request)
        super().process_request(request, client_address)

    def reset_on_close(self, connection: socket.socket) -> None:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        with self._guard:
            self._resetting.add(connection)

    def shutdown_request(self, request: Any) -> None:
        with self._guard:
            self._open.discard(request)
            resetting = request in self._resetting
            self._resetting.discard(request)
        # An orderly shutdown would send FIN first, and the client wouldn't see a reset.
        self.close_request(request) if resetting else super().shutdown_request(request)

    def handle_error(self, request: object, client_address: object) -> None:
        """Ignore clients that leave. Any other error is a fault of this fake, and is kept for the test."""
        error = sys.exc_info()[1]
        if error and not isinstance(error, OSError):
            self.service.crashes.append(error)


def main() -> None:
    """Serve as a separate program."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--video", type=Path)
    parser.add_argument("--video-bytes", type=int, default=1_000_000)
    parser.add_argument("--duration", type=float, default=1.0)
    parser.add_argument("--concurrency", type=int)
    parser.add_argument("--speed", type=float, help="bytes a second of each file")
    parser.add_argument("--repeats", type=Repeats, default=Repeats.REFUSES)
    asked = parser.parse_args()
    video = asked.video.read_bytes() if asked.video else b"\0\0\0\x18ftypmp42" + bytes(asked.video_bytes)
    service = ScriptedService(
        port=asked.port,
        key=None,
        video=video,
        duration_s=asked.duration,
        concurrency=asked.concurrency,
        repeats=asked.repeats,
        files=FileManners(speed_bytes_s=asked.speed),
    )
    with service:
        print(service.base_url, service.offer(video), flush=True)
        sys.stdin.read()


if __name__ == "__main__":
    main()
