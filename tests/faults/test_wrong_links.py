"""A first link that is wrong in every way: each paid video is fetched with the next link, and charged once.

The downloads are real, over loopback; the service, the journal and the library are fakes. Backoffs take real seconds, so all
kinds go through one engine at once.
"""

import asyncio
import contextlib
import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from fakes.mortal_world import quiet_engine_logs
from fakes.world import FakeWorld, a_request
from faults.fault_figures import Row

from vidu_desktop.adapters.fetching.fetcher import VideoFetcher
from vidu_desktop.domain.job import JobState
from vidu_desktop.domain.settings import Settings
from vidu_desktop.engine import link_tries

S = JobState
VIDEO = b"\0\0\0\x18ftypmp42" + bytes(20_000)


class Files:
    """A file host that is right under /right, and wrong in a known way everywhere else."""

    def __init__(self) -> None:
        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                kind = self.path.strip("/").partition("-")[0]
                body = b"<!DOCTYPE html><html>Sign in</html>" if kind == "page" else VIDEO
                self.send_response(500 if kind == "500" else 200)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                with contextlib.suppress(OSError):
                    self.wfile.write(body[:300] if kind == "cut" else body)

            def log_message(self, *args: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.host = f"127.0.0.1:{self._server.server_port}"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,))
        self._thread.start()

    def close(self) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


@contextlib.contextmanager
def files_and_closed_port() -> Iterator[tuple[Files, str]]:
    files = Files()
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))  # the port is taken, but nobody listens
        try:
            yield files, f"127.0.0.1:{closed.getsockname()[1]}"
        finally:
            files.close()


def wrong_links(files: Files, closed: str) -> dict[str, str]:
    return {
        "a local address": "http://127.0.0.1:9/v.mp4",
        "a private address": "http://10.0.0.1/v.mp4",
        "user and password": f"http://user:password@{files.host}/right",
        "no link at all": "javascript:alert(1)",
        "another scheme": "file:///etc/passwd",
        "an unknown host": "http://no-such-host.invalid/v.mp4",
        "a page": f"http://{files.host}/page",
        "500": f"http://{files.host}/500",
        "a closed port": f"http://{closed}/v.mp4",
        "a cut file": f"http://{files.host}/cut",
    }


async def run_once(folder: Path, files: Files, closed: str, within_s: float) -> dict[str, str]:
    """Return the final state of each order with a wrong first link, by the kind of link."""
    kinds = wrong_links(files, closed)
    world = FakeWorld(takes_s=lambda: 0.0)
    given: dict[str, int] = {}
    kind_of: dict[str, str] = {}

    def link_of(task_id: str) -> str:
        given[task_id] = given.get(task_id, 0) + 1
        if task_id not in kind_of:
            kind_of[task_id] = list(kinds)[len(kind_of)]
        return kinds[kind_of[task_id]] if given[task_id] == 1 else f"http://{files.host}/right"

    world.service.link_of = link_of
    fetcher = VideoFetcher(folder, local_hosts={files.host, closed})
    world.fetcher = fetcher  # type: ignore[assignment]
    engine = world.engine(Settings(jobs_at_once=20))
    await engine.start()
    for _ in kinds:
        engine.submit(a_request(), rehearsal=False)
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(within_s):
            while len(engine.jobs()) < len(kinds) or engine.unfinished():
                await asyncio.sleep(0.02)
    await engine.stop()
    await fetcher.close()
    assert sorted(world.service.charges) == sorted(set(world.service.charges))
    return {kind_of.get(job.task_id or "", "?"): str(job.state) for job in engine.jobs()}


def stands(folder: Path, within_s: float) -> dict[str, str]:
    with files_and_closed_port() as (files, closed), quiet_engine_logs():
        return asyncio.run(run_once(folder, files, closed, within_s))


@pytest.mark.timeout(180)
def test_whatever_is_wrong_with_the_first_link_the_video_comes_home(tmp_path: Path) -> None:
    ends = stands(tmp_path, within_s=120.0)
    assert len(ends) == 10
    assert {kind: end for kind, end in ends.items() if end != S.STORED} == {}


@pytest.mark.timeout(180)
def test_without_the_way_back_to_the_poll_they_stay_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The negative control: no failure leads back to asking the task."""
    monkeypatch.setattr(link_tries.LinkTries, "failed", _only_counts)
    ends = stands(tmp_path, within_s=8.0)
    assert len(ends) == 10
    assert set(ends.values()) <= {S.READY_TO_FETCH, S.FETCHING}


def _only_counts(tries: link_tries.LinkTries, *, of_link: bool, at_once: bool = False) -> None:
    tries.failures += 1


def figures(seed: int) -> Iterator[Row]:
    """All kinds, ten times; the seed has no effect."""
    import tempfile

    ends: list[str] = []
    for _ in range(10):
        with tempfile.TemporaryDirectory() as folder:
            ends += stands(Path(folder), within_s=180.0).values()
    home = sum(end == S.STORED for end in ends)
    yield Row(
        test="the first link is wrong in ten ways",
        aim="all come home, each charged once",
        figure=f"{len(ends)} orders, {home} stored",
        good=len(ends) == 100 and home == 100,
    )
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(link_tries.LinkTries, "failed", _only_counts)
        stuck = [end for end in stands(Path(folder), within_s=8.0).values() if end != S.STORED]
    yield Row(
        test="negative control: no failure leads back to the poll",
        aim="is noticed",
        figure=f"10 orders, {len(stuck)} never come home",
        good=bool(stuck),
    )
