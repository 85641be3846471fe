"""Cut downloads, continued with every kind of server: the result is the right file or an error, never a mix.

In each case, the first request is cut after N bytes; then the server behaves as the case says, and the download is requested
again. `garbled` counts files that were returned as complete but differ, in any byte, from what the server has now.

The slow variant prints the same table for wget and curl, where they are installed.
"""

import asyncio
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from fakes.scripted_service import Answer, FileManners, Kind, ScriptedService

from vidu_desktop.adapters.fetching import transfer
from vidu_desktop.adapters.fetching.fetcher import VideoFetcher
from vidu_desktop.adapters.fetching.replies import ReplyKind
from vidu_desktop.errors import NotAVideo, ServiceBusy, ViduDesktopError

FILE_BYTES = 90_000
HEAD = b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom"
PAGE = b"<!DOCTYPE html><html><body>Please sign in</body></html>"


def video(seed: int, size: int = FILE_BYTES) -> bytes:
    return HEAD + random.Random(seed).randbytes(size - len(HEAD))


OLD, NEW, LONGER, SHORTER = video(1), video(2), video(3, FILE_BYTES + 5_000), video(4, 20_000)
SAME_TAIL = video(5)[:50_000] + OLD[50_000:]


HONEST = FileManners()


@dataclass(frozen=True, kw_only=True)
class Case:
    """`then` is what the server has, and how it behaves, when the download is continued."""

    name: str
    manners: FileManners = HONEST
    then: FileManners = HONEST
    has: bytes = OLD
    must_end: type[ViduDesktopError] | None = None


CASES = [
    Case(name="same"),
    Case(name="same, by date", manners=FileManners(etag=None, last_modified="Mon, 05 Jan 2015 10:00:00 GMT"),
         then=FileManners(etag=None, last_modified="Mon, 05 Jan 2015 10:00:00 GMT")),
    Case(name="changed", has=NEW),
    Case(name="changed, longer", has=LONGER),
    Case(name="changed, shorter", has=SHORTER),
    Case(name="changed, If-Range ignored", has=NEW, then=FileManners(if_range=False)),
    Case(name="shorter, If-Range ignored", has=SHORTER, then=FileManners(if_range=False)),
    Case(name="changed, If-Range ignored, no ETag", has=NEW, then=FileManners(if_range=False, etag=None)),
    Case(name="changed under the same ETag", has=NEW, manners=FileManners(etag="constant"),
         then=FileManners(etag="constant")),
    Case(name="page instead of the rest", then=FileManners(resume_answer=Answer(
        status=200, body=PAGE, media_type="text/html")), must_end=NotAVideo),
    Case(name="page as 206", then=FileManners(resume_answer=Answer(
        status=206, body=PAGE, media_type="text/html", headers={"Content-Range": "bytes 0-54/55"}))),
    Case(name="gateway trouble", then=FileManners(resume_answer=Answer(status=502, body=PAGE)), must_end=ServiceBusy),
    Case(name="Range ignored", then=FileManners(ranges=False)),
    Case(name="Range ignored, changed", has=NEW, then=FileManners(ranges=False)),
    Case(name="weak validator", manners=FileManners(etag="weak"), then=FileManners(etag="weak")),
    Case(name="weak validator, changed", has=NEW, manners=FileManners(etag="weak"), then=FileManners(
        etag="weak", if_range=False)),
    Case(name="no validator, changed", has=NEW, manners=FileManners(etag=None), then=FileManners(
        etag=None, if_range=False)),
    Case(name="fresh date, changed", has=NEW, manners=FileManners(etag=None, last_modified="Fri, 01 Jan 2100 00:00:00 GMT"),
         then=FileManners(etag=None, if_range=False)),
    Case(name="wrong Content-Range", then=FileManners(content_range_shift=100)),
    Case(name="wrong Content-Range, changed", has=NEW, then=FileManners(content_range_shift=-7, if_range=False)),
    Case(name="416", then=FileManners(resume_answer=Answer(status=416, headers={
        "Content-Range": f"bytes */{FILE_BYTES}"}))),
]  # fmt: skip
PLACES = [1 + index * (FILE_BYTES - 2) // 49 for index in range(50)]
FEW_PLACES = PLACES[::7]
"""The first and the last among them."""


@dataclass(kw_only=True)
class Figures:
    whole: int = 0
    errors: int = 0
    garbled: int = 0


@pytest.fixture(autouse=True)
def _no_power_cuts_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Syncing only matters for power cuts, which aren't tested here, and it takes most of the time."""
    monkeypatch.setattr(os, "fsync", lambda _: None)


Fetch = Callable[[str], Path | None]
"""Fetches a link and continues what an earlier call left; returns None when it says that it failed."""


def cut_and_continue(
    service: ScriptedService, case: Case, cut_at: int, fetch: Fetch, figures: Figures
) -> None:
    """Run one case with one cut."""
    service.files = replace(case.manners, cut_after_bytes=lambda _: cut_at)
    service.offer(OLD)
    assert fetch(service.link_to("offered")) is None, "the negative control: a cut file isn't called whole"
    service.files = case.then
    service.offer(case.has)
    path = fetch(service.link_to("offered"))
    if path is None:
        figures.errors += 1
    elif path.read_bytes() == case.has:
        figures.whole += 1
    else:
        figures.garbled += 1


class Ours:
    """Our fetcher as a plain call; keeps the last error."""

    def __init__(self, folder: Path, runner: asyncio.Runner, service: ScriptedService) -> None:
        self._runner = runner
        self.error: ViduDesktopError | None = None
        self.fetcher = VideoFetcher(folder, local_hosts={service.file_host})

    def __call__(self, url: str) -> Path | None:
        try:
            self.error = None
            return self._runner.run(self.fetcher.fetch("job", url, lambda _done, _total: None))
        except ViduDesktopError as error:
            self.error = error
            return None


def figures_of(case: Case, folder: Path, places: list[int]) -> tuple[Figures, Ours, ScriptedService]:
    figures = Figures()
    with ScriptedService() as service, asyncio.Runner() as runner:
        ours = Ours(folder, runner, service)
        for cut_at in places:
            cut_and_continue(service, case, cut_at, ours, figures)
            if case.must_end:
                assert type(ours.error) is case.must_end
            ours.fetcher.discard("job")
        runner.run(ours.fetcher.close())
    assert service.crashes == []
    return figures, ours, service


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_cut_download_never_becomes_a_garbled_file(case: Case, tmp_path: Path) -> None:
    never_garbled(case, tmp_path, FEW_PLACES)


@pytest.mark.slow
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_download_that_is_cut_at_any_place_never_becomes_a_garbled_file(case: Case, tmp_path: Path) -> None:
    never_garbled(case, tmp_path, PLACES)


def never_garbled(case: Case, folder: Path, places: list[int]) -> None:
    # Of the very first cut nothing is kept: these few bytes don't show yet whether they are a video.
    places = places[1:] if case.must_end else places
    figures, _, _ = figures_of(case, folder, places)
    assert figures.garbled == 0
    if case.must_end:
        assert figures.errors == len(places)
    else:
        assert figures.whole == len(places)


def test_the_same_file_is_really_continued_and_not_fetched_twice(tmp_path: Path) -> None:
    _, _, service = figures_of(CASES[0], tmp_path, [60_000])
    first, second = service.seen(Kind.FILE)
    assert "range" not in first.headers
    assert int(second.headers["range"].removeprefix("bytes=").rstrip("-")) > 40_000
    assert second.headers["if-range"].startswith('"')


def test_what_had_come_survives_a_page_in_between(tmp_path: Path) -> None:
    case = next(case for case in CASES if case.must_end is NotAVideo)
    with ScriptedService() as service, asyncio.Runner() as runner:
        ours = Ours(tmp_path, runner, service)
        cut_and_continue(service, case, 60_000, ours, Figures())
        service.files = HONEST
        path = ours(service.link_to("offered"))
        runner.run(ours.fetcher.close())
        assert path is not None
        assert path.read_bytes() == OLD
        assert "range" in service.seen(Kind.FILE)[-1].headers


def test_without_the_guards_files_are_garbled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The negative control: no If-Range (the server ignores it), no check of what the answer says, no overlap."""

    def trusting(status: int, headers: object, asked: object) -> ReplyKind:
        return ReplyKind.CONTINUES if status == 206 and asked else ReplyKind.WHOLE

    monkeypatch.setattr(transfer, "judge", trusting)
    monkeypatch.setattr(transfer, "OVERLAP_BYTES", 0)
    case = next(case for case in CASES if case.name == "changed, If-Range ignored")
    figures, _, _ = figures_of(case, tmp_path, PLACES[1:10])
    assert figures.garbled == 9


def test_the_overlap_alone_catches_a_server_that_lies_about_everything_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = next(case for case in CASES if case.name == "changed under the same ETag")
    assert figures_of(case, tmp_path / "with", PLACES[1:5])[0].garbled == 0
    monkeypatch.setattr(transfer, "OVERLAP_BYTES", 0)
    assert figures_of(case, tmp_path / "without", PLACES[1:5])[0].garbled == 4


# -- the table -------------------------------------------------------------------------------------------------


def tool(command: list[str], target: Path) -> Fetch:
    def fetch(url: str) -> Path | None:
        done = subprocess.run([*command, url], capture_output=True, timeout=120, check=False)
        return target if done.returncode == 0 else None

    return fetch


@pytest.mark.slow
def test_the_table_of_garbled_files_with_other_tools_beside(tmp_path: Path) -> None:
    target = tmp_path / "tool.mp4"
    tools = {
        "wget -c": ["wget", "--no-proxy", "-q", "-t", "1", "-c", "-O", str(target)],
        "curl -C -": ["curl", "--noproxy", "*", "-s", "-f", "-C", "-", "-o", str(target)],
    }
    present = {name: command for name, command in tools.items() if shutil.which(command[0])}
    places = PLACES[1::5]
    rows = []
    for case in CASES:
        ours, _, _ = figures_of(case, tmp_path / "ours", places)
        row = [f"{ours.garbled}"]
        for command in present.values():
            figures = Figures()
            with ScriptedService() as service:
                for cut_at in places:
                    target.unlink(missing_ok=True)
                    cut_and_continue(service, case, cut_at, tool(command, target), figures)
            row.append(f"{figures.garbled}")
        rows.append((case.name, row))
    print(
        f"\ngarbled of {len(places)} cuts".ljust(40), "ours".rjust(6), *(name.rjust(10) for name in present)
    )
    for name, row in rows:
        print(name.ljust(39), row[0].rjust(6), *(count.rjust(10) for count in row[1:]))
    sys.stdout.flush()
    assert all(row[0] == "0" for _, row in rows)
