"""Downloads from the scripted service, and onto a failing disk."""

import asyncio
import contextlib
import errno
import os
import socket
import threading
import time
import zlib
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from fakes.proxies import OfficeCertificate
from fakes.scripted_service import Answer, Fault, FileManners, Kind, ScriptedService, always, nth_of
from fakes.virtual_time import let_pass

from vidu_desktop.adapters.fetching import fetcher as fetcher_module
from vidu_desktop.adapters.fetching import transfer
from vidu_desktop.adapters.fetching.fetcher import VideoFetcher
from vidu_desktop.adapters.fetching.transfer import TransferLimits
from vidu_desktop.adapters.net.exhausted import MACHINE_AT_END
from vidu_desktop.errors import DiskTrouble, LinkExpired, NotAVideo, ServiceBusy, ViduDesktopError

pytestmark = pytest.mark.anyio

VIDEO = b"\0\0\0\x18ftypmp42" + os.urandom(200_000)


@pytest.fixture
def service() -> Iterator[ScriptedService]:
    with ScriptedService() as scripted:
        yield scripted
    assert scripted.crashes == []


@asynccontextmanager
async def fetcher_for(
    service: ScriptedService, staging_dir: Path, limits: TransferLimits | None = None
) -> AsyncIterator[VideoFetcher]:
    fetcher = VideoFetcher(staging_dir, local_hosts={service.file_host}, limits=limits)
    try:
        yield fetcher
    finally:
        await fetcher.close()


def nothing(_done: int, _total: int | None) -> None:
    pass


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


async def outcome_of(
    service: ScriptedService, staging_dir: Path, url: str = "", limits: TransferLimits | None = None
) -> ViduDesktopError:
    async with fetcher_for(service, staging_dir, limits) as fetcher:
        with pytest.raises(ViduDesktopError) as caught:
            await fetcher.fetch("job", url or service.offer(VIDEO), nothing)
    return caught.value


async def test_a_video_arrives_whole_with_progress_and_without_the_key(
    service: ScriptedService, tmp_path: Path
) -> None:
    said: list[tuple[int, int | None]] = []
    async with fetcher_for(service, tmp_path / "new" / "folder") as fetcher:
        path = await fetcher.fetch("job", service.offer(VIDEO), lambda *done: said.append(done))
        assert path == tmp_path / "new" / "folder" / "job.part"
        assert path.read_bytes() == VIDEO
        assert said[-1] == (len(VIDEO), len(VIDEO))
        fetcher.discard("job")
        assert list((tmp_path / "new" / "folder").iterdir()) == []
    sent = service.seen(Kind.FILE)[0].headers
    assert "authorization" not in sent
    assert sent["accept"] == "*/*"
    assert sent["accept-encoding"] == "identity"


async def test_a_whole_file_proves_itself_without_being_fetched_again(
    service: ScriptedService, tmp_path: Path
) -> None:
    async with fetcher_for(service, tmp_path) as fetcher:
        for _ in range(2):
            path = await fetcher.fetch("job", service.offer(VIDEO), nothing)
    assert path.read_bytes() == VIDEO
    assert service.seen(Kind.FILE)[1].headers["range"] == f"bytes={len(VIDEO) - transfer.OVERLAP_BYTES}-"


@pytest.mark.parametrize("chunked_or_closed", ["none"])
async def test_a_file_without_a_length_is_taken_to_its_end_but_never_continued(
    service: ScriptedService, tmp_path: Path, chunked_or_closed: str
) -> None:
    service.files = FileManners(said_length=chunked_or_closed)
    async with fetcher_for(service, tmp_path) as fetcher:
        path = await fetcher.fetch("job", service.offer(VIDEO), nothing)
    assert path.read_bytes() == VIDEO
    assert [entry.name for entry in tmp_path.iterdir()] == ["job.part"]  # noqa: ASYNC240


@pytest.mark.parametrize("status", [401, 403, 404, 410])
async def test_a_spent_link_is_said(service: ScriptedService, tmp_path: Path, status: int) -> None:
    service.plan = always(Kind.FILE, Fault(answer=Answer(status=status)))
    assert isinstance(await outcome_of(service, tmp_path), LinkExpired)


async def test_an_error_in_xml_is_a_spent_link_whatever_its_status(
    service: ScriptedService, tmp_path: Path
) -> None:
    for status in (200, 400):
        xml = Answer(status=status, body=b"<?xml version='1.0'?><Error><Code>ExpiredToken</Code></Error>")
        service.plan = always(Kind.FILE, Fault(answer=xml))
        assert isinstance(await outcome_of(service, tmp_path), LinkExpired)


@pytest.mark.parametrize(
    ("manners", "kind"),
    [
        (FileManners(said_length="long"), ServiceBusy),
        (FileManners(said_length="short"), NotAVideo),
        (FileManners(cut_after_bytes=lambda _: 100_000), ServiceBusy),
        (FileManners(cut_after_bytes=lambda _: 0), ServiceBusy),
    ],
)
async def test_a_body_that_is_not_as_promised_is_not_taken(
    service: ScriptedService, tmp_path: Path, manners: FileManners, kind: type[ViduDesktopError]
) -> None:
    service.files = manners
    assert type(await outcome_of(service, tmp_path)) is kind


async def test_what_is_said_to_be_packed_is_kept_only_where_it_is_a_video_as_it_is(
    service: ScriptedService, tmp_path: Path
) -> None:
    service.files = FileManners(content_encoding="gzip")
    packed = zlib.compress(VIDEO, wbits=31)
    error = await outcome_of(service, tmp_path, service.offer(packed))
    assert (type(error), error.code) == (NotAVideo, "encoded")
    async with fetcher_for(service, tmp_path) as fetcher:
        path = await fetcher.fetch("job", service.offer(VIDEO), nothing)
    assert path.read_bytes() == VIDEO


@pytest.mark.parametrize(
    "page",
    [b"<html>", b"#EXTM3U\nhttp://127.0.0.1/x", b"v=0\r\n", b"ffconcat version 1.0", b"<?xml?><MPD>", b"{}"],
)
async def test_pages_and_playlists_are_never_kept(
    service: ScriptedService, tmp_path: Path, page: bytes
) -> None:
    error = await outcome_of(service, tmp_path, service.offer(page))
    assert isinstance(error, NotAVideo)
    assert list(tmp_path.iterdir()) == []  # noqa: ASYNC240


async def test_more_than_the_cap_is_never_kept(service: ScriptedService, tmp_path: Path) -> None:
    for said_length in ("true", "none"):
        service.files = FileManners(said_length=said_length)
        error = await outcome_of(service, tmp_path, limits=TransferLimits(most_bytes=100_000))
        assert (type(error), error.code) == (NotAVideo, "too-large")
        assert list(tmp_path.iterdir()) == []  # noqa: ASYNC240


async def test_a_trickle_is_given_up_and_kept_for_later(service: ScriptedService, tmp_path: Path) -> None:
    service.files = FileManners(speed_bytes_s=20_000)
    limits = TransferLimits(slowest_bytes_s=1_000_000, slow_window_s=0.1)
    error = await outcome_of(service, tmp_path, limits=limits)
    assert (type(error), error.code) == (ServiceBusy, "too-slow")
    error = await outcome_of(service, tmp_path, limits=TransferLimits(deadline_s=0.1))
    assert (type(error), error.code) == (ServiceBusy, "deadline")
    assert (tmp_path / "job.part").stat().st_size > 0


# -- where links lead ------------------------------------------------------------------------------------------


async def test_a_link_into_the_local_network_is_not_asked_unless_it_is_named(
    service: ScriptedService, tmp_path: Path
) -> None:
    fetcher = VideoFetcher(tmp_path)
    with pytest.raises(NotAVideo):
        await fetcher.fetch("job", service.offer(VIDEO), nothing)
    await fetcher.close()
    assert service.count(Kind.FILE) == 0


def redirected_to(location: str) -> Fault:
    return Fault(answer=Answer(status=302, headers={"Location": location}))


async def test_redirects_are_followed_by_hand_five_at_most(service: ScriptedService, tmp_path: Path) -> None:
    url = service.offer(VIDEO)
    service.plan = nth_of(Kind.FILE, {n: redirected_to(url) for n in range(1, 6)})
    async with fetcher_for(service, tmp_path) as fetcher:
        path = await fetcher.fetch("job", url, nothing)
    assert path.read_bytes() == VIDEO
    service.plan = always(Kind.FILE, redirected_to(url))
    error = await outcome_of(service, tmp_path / "other")
    assert error.code == "redirects"
    assert service.count(Kind.FILE) == 6 + 6


@pytest.mark.parametrize(
    "location",
    ["http://localhost/x", "http://[::1]/x", "http://[::ffff:127.0.0.1]/x", "http://169.254.169.254/latest/meta-data",
     "file:///etc/passwd", "http://10.0.0.1/", "ftp://x/y", "http://[bad/"],
)  # fmt: skip
async def test_no_redirect_leads_into_the_local_network_or_out_of_the_web(
    service: ScriptedService, tmp_path: Path, location: str
) -> None:
    service.plan = always(Kind.FILE, redirected_to(location))
    assert isinstance(await outcome_of(service, tmp_path), NotAVideo | ServiceBusy)
    assert service.count(Kind.FILE) == 1


async def test_a_place_to_go_to_counts_in_a_redirect_only(service: ScriptedService, tmp_path: Path) -> None:
    elsewhere = {"Location": service.offer(b"\0\0\0\x18ftypmp42 another")}
    service.plan = always(Kind.FILE, Fault(answer=Answer(status=200, body=VIDEO, headers=elsewhere)))
    async with fetcher_for(service, tmp_path) as fetcher:
        path = await fetcher.fetch("job", service.offer(VIDEO), nothing)
    assert path.read_bytes() == VIDEO
    assert service.count(Kind.FILE) == 1

    service.plan = always(Kind.FILE, Fault(answer=Answer(status=302, body=b"")))
    error = await outcome_of(service, tmp_path / "other")
    assert isinstance(error, ServiceBusy)
    assert error.code == "http-302"


async def test_nobody_there_is_a_passing_trouble(service: ScriptedService, tmp_path: Path) -> None:
    error = await outcome_of(service, tmp_path, "https://no-such-host.invalid/x.mp4?sig=secret")
    assert (type(error), error.code) == (ServiceBusy, "unreachable")
    assert "secret" not in str(error)


async def test_headers_that_never_come_end_at_the_deadline(
    service: ScriptedService, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetcher_module, "_HEADERS_S", 0.1)
    held = threading.Event()
    service.plan = always(Kind.FILE, Fault(hold=held))
    async with fetcher_for(service, tmp_path, TransferLimits(deadline_s=0.1)) as fetcher:
        with pytest.raises(ServiceBusy) as caught:
            await fetcher.fetch("job", service.offer(VIDEO), nothing)
        held.set()
    assert caught.value.code == "deadline"


async def test_a_deadline_of_less_than_a_minute_leaves_the_download_its_time(
    service: ScriptedService, tmp_path: Path
) -> None:
    async with fetcher_for(service, tmp_path, TransferLimits(deadline_s=45.0)) as fetcher:
        path = await fetcher.fetch("job", service.offer(VIDEO), nothing)
    assert path.read_bytes() == VIDEO


async def test_a_download_that_has_ended_leaves_no_timer_of_an_hour_behind(
    service: ScriptedService, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    loop = asyncio.get_running_loop()
    call_at, far_s = loop.call_at, []

    def noted(when: float, *rest: Any, **more: Any) -> asyncio.TimerHandle:
        if when - loop.time() > 1800:
            far_s.append(when - loop.time())
        return call_at(when, *rest, **more)

    monkeypatch.setattr(loop, "call_at", noted)
    async with fetcher_for(service, tmp_path) as fetcher:
        for number in range(5):
            await fetcher.fetch(f"job-{number}", service.offer(VIDEO), nothing)

    assert len(far_s) == 1


async def test_each_of_several_downloads_has_its_own_deadline(
    service: ScriptedService, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetcher_module, "_HEADERS_S", 0.1)
    held = threading.Event()
    service.plan = always(Kind.FILE, Fault(hold=held))
    async with fetcher_for(service, tmp_path, TransferLimits(deadline_s=0.1)) as fetcher:
        ends = await asyncio.gather(
            *(fetcher.fetch(f"job-{number}", service.offer(VIDEO), nothing) for number in range(3)),
            return_exceptions=True,
        )
        held.set()

    assert [getattr(end, "code", "") for end in ends] == ["deadline"] * 3


@pytest.mark.parametrize("comes", [True, False])
async def test_a_download_that_began_later_has_as_much_time_as_the_first(
    service: ScriptedService, tmp_path: Path, comes: bool
) -> None:
    held, first_has_ended = threading.Event(), asyncio.Event()
    service.plan = always(Kind.FILE, Fault(hold_answer=held))
    url = service.offer(VIDEO)

    async def are_asked(downloads: int) -> None:
        assert await asyncio.to_thread(service.wait_until, lambda: service.count(Kind.FILE) == downloads)

    async def first() -> bytes:
        try:
            return await fetched("first")
        finally:
            first_has_ended.set()

    async def later() -> bytes:
        await are_asked(1)
        let_pass(2000)
        return await fetched("later")

    async def fetched(name: str) -> bytes:
        path = await fetcher.fetch(name, url, nothing)
        return await asyncio.to_thread(path.read_bytes)

    async def once_the_first_is_over() -> None:
        await are_asked(2)
        let_pass(2000)
        await first_has_ended.wait()
        if comes:
            held.set()
        else:
            let_pass(2000)

    async with fetcher_for(service, tmp_path, TransferLimits(deadline_s=3000.0)) as fetcher:
        one, other, _ = await asyncio.gather(
            first(), later(), once_the_first_is_over(), return_exceptions=True
        )
        held.set()
    assert getattr(one, "code", "") == "deadline"
    assert other == VIDEO if comes else getattr(other, "code", "") == "deadline"


# -- stopping and the disk -------------------------------------------------------------------------------------


async def test_a_cancelled_download_stops_keeps_its_bytes_and_can_be_asked_for_again(
    service: ScriptedService, tmp_path: Path
) -> None:
    service.files = FileManners(speed_bytes_s=400_000)
    arrived = asyncio.Event()
    async with fetcher_for(service, tmp_path) as fetcher:
        url = service.offer(VIDEO)
        async with asyncio.TaskGroup() as group:
            task = group.create_task(fetcher.fetch("job", url, lambda _done, _total: arrived.set()))
            await arrived.wait()
            task.cancel()
        service.files = FileManners()
        path = await fetcher.fetch("job", url, nothing)
    assert path.read_bytes() == VIDEO
    assert "range" in service.seen(Kind.FILE)[-1].headers


async def test_closing_stops_what_is_under_way_and_keeps_its_bytes(
    service: ScriptedService, tmp_path: Path
) -> None:
    service.files = FileManners(speed_bytes_s=400_000)
    arrived = asyncio.Event()

    async def close_in_the_middle() -> None:
        await arrived.wait()
        await fetcher.close()

    async with fetcher_for(service, tmp_path) as fetcher:
        outcome, _ = await asyncio.gather(
            fetcher.fetch("job", service.offer(VIDEO), lambda _done, _total: arrived.set()),
            close_in_the_middle(),
            return_exceptions=True,
        )
    assert isinstance(outcome, ServiceBusy)
    assert outcome.code == "stopped"
    assert not outcome.slow_down
    kept = (tmp_path / "job.part").stat().st_size
    assert 0 < kept < len(VIDEO)


async def test_once_it_is_closed_nothing_is_written_any_more(
    service: ScriptedService, tmp_path: Path
) -> None:
    service.files = FileManners(speed_bytes_s=400_000)
    arrived = asyncio.Event()

    async def close_and_discard() -> list[str]:
        await arrived.wait()
        await fetcher.close()
        fetcher.discard("job")
        return names_in(tmp_path)

    async with fetcher_for(service, tmp_path) as fetcher:
        outcome, left = await asyncio.gather(
            fetcher.fetch("job", service.offer(VIDEO), lambda _done, _total: arrived.set()),
            close_and_discard(),
            return_exceptions=True,
        )
    assert isinstance(outcome, ServiceBusy)
    assert left == []


async def test_a_download_that_does_not_end_when_all_is_closed_hears_of_it_at_its_next_byte(
    service: ScriptedService, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetcher_module, "_GOODBYE_S", 0.05)
    held = threading.Event()
    service.plan = always(Kind.FILE, Fault(hold_answer=held))

    async def close_before_it_answers() -> None:
        assert await asyncio.to_thread(service.wait_until, lambda: service.count(Kind.FILE) == 1)
        await fetcher.close()
        held.set()

    async with fetcher_for(service, tmp_path) as fetcher:
        outcome, _ = await asyncio.gather(
            fetcher.fetch("job", service.offer(VIDEO), nothing),
            close_before_it_answers(),
            return_exceptions=True,
        )
    assert isinstance(outcome, ServiceBusy)
    assert outcome.code == "stopped"


async def test_a_download_that_is_discarded_while_it_runs_leaves_nothing(
    service: ScriptedService, tmp_path: Path
) -> None:
    service.files = FileManners(speed_bytes_s=400_000)
    arrived = asyncio.Event()

    async def discard_in_the_middle() -> None:
        await arrived.wait()
        fetcher.discard("job")

    async with fetcher_for(service, tmp_path) as fetcher:
        outcome, _ = await asyncio.gather(
            fetcher.fetch("job", service.offer(VIDEO), lambda _done, _total: arrived.set()),
            discard_in_the_middle(),
            return_exceptions=True,
        )
        assert isinstance(outcome, ServiceBusy)
        assert list(tmp_path.iterdir()) == []  # noqa: ASYNC240
        fetcher.discard("job")
        fetcher.discard("another")


async def test_what_a_crash_left_of_jobs_that_have_ended_is_cleared_at_the_start(
    service: ScriptedService, tmp_path: Path
) -> None:
    ended = ["ended.part", "ended.part.json", "ended.part.json.new"]
    for name in (*ended, "live.part", "live.part.json", "mine"):
        (tmp_path / name).write_text("x")
    async with fetcher_for(service, tmp_path) as fetcher:
        fetcher.keep_only({"live", "another"})
    assert names_in(tmp_path) == ["live.part", "live.part.json", "mine"]


async def test_three_at_once_and_no_more(service: ScriptedService, tmp_path: Path) -> None:
    held = threading.Event()
    service.plan = always(Kind.FILE, Fault(hold_answer=held))
    async with fetcher_for(service, tmp_path) as fetcher, asyncio.TaskGroup() as group:
        for number in range(5):
            group.create_task(fetcher.fetch(f"job-{number}", service.offer(VIDEO), nothing))
        at_three = await asyncio.to_thread(service.wait_until, lambda: service.count(Kind.FILE) == 3)
        over_three = await asyncio.to_thread(service.wait_until, lambda: service.count(Kind.FILE) > 3, 0.1)
        held.set()
    assert at_three
    assert not over_three
    assert service.count(Kind.FILE) == 5


def failing(number: int) -> Callable[..., int]:
    def fail(*_: object) -> int:
        raise OSError(number, os.strerror(number))

    return fail


@pytest.mark.parametrize(("number", "full"), [(errno.ENOSPC, True), (errno.EDQUOT, True), (errno.EIO, False)])
async def test_a_disk_that_takes_no_more_is_said_and_what_came_is_kept(
    service: ScriptedService, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, full: bool
) -> None:
    monkeypatch.setattr(os, "write", failing(number))
    error = await outcome_of(service, tmp_path)
    assert isinstance(error, DiskTrouble)
    assert error.full is full
    assert (tmp_path / "job.part.json").exists()


async def test_a_folder_that_cannot_be_made_is_the_disk_s_trouble(
    service: ScriptedService, tmp_path: Path
) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert isinstance(await outcome_of(service, tmp_path / "file" / "staging"), DiskTrouble)


async def test_after_a_failed_sync_the_bytes_are_fetched_again(
    service: ScriptedService, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.fsync
    monkeypatch.setattr(os, "fsync", failing(errno.EIO))
    service.files = FileManners(etag=None)  # without a validator, the first sync is that of the bytes
    assert isinstance(await outcome_of(service, tmp_path), DiskTrouble)
    assert list(tmp_path.iterdir()) == []  # noqa: ASYNC240
    monkeypatch.setattr(os, "fsync", real)
    async with fetcher_for(service, tmp_path) as fetcher:
        path = await fetcher.fetch("job", service.offer(VIDEO), nothing)
    assert path.read_bytes() == VIDEO
    assert "range" not in service.seen(Kind.FILE)[-1].headers


@pytest.mark.parametrize(
    "damage", [b"", b"{}", b"[]", b"\xff", b'{"place": 1}', b"[" * 5000, b'{"total_bytes": "9"}']
)
async def test_a_damaged_validator_vouches_for_nothing(
    service: ScriptedService, tmp_path: Path, damage: bytes
) -> None:
    (tmp_path / "job.part").write_bytes(os.urandom(1000))
    (tmp_path / "job.part.json").write_bytes(damage)
    async with fetcher_for(service, tmp_path) as fetcher:
        path = await fetcher.fetch("job", service.offer(VIDEO), nothing)
    assert path.read_bytes() == VIDEO
    assert "range" not in service.seen(Kind.FILE)[0].headers


# -- several at once, and the ends of threads ------------------------------------------------------------------


def threads_of(job_id: str) -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name == f"fetch-{job_id}"]


async def test_asked_for_a_second_time_a_video_is_fetched_once_and_the_first_hears_that_it_was_stopped(
    service: ScriptedService, tmp_path: Path
) -> None:
    service.files = FileManners(speed_bytes_s=400_000)
    arrived = asyncio.Event()
    url = service.offer(VIDEO)
    async with fetcher_for(service, tmp_path) as fetcher:

        async def again() -> Path:
            await arrived.wait()
            service.files = FileManners()
            return await fetcher.fetch("job", url, nothing)

        first, path = await asyncio.gather(
            fetcher.fetch("job", url, lambda _done, _total: arrived.set()), again(), return_exceptions=True
        )
    assert isinstance(first, ServiceBusy)
    assert first.code == "stopped"
    assert isinstance(path, Path)
    assert path.read_bytes() == VIDEO


async def test_the_thread_of_a_download_that_nobody_waits_for_ends(
    service: ScriptedService, tmp_path: Path
) -> None:
    service.files = FileManners(speed_bytes_s=1_000)
    arrived = asyncio.Event()
    async with fetcher_for(service, tmp_path) as fetcher:
        async with asyncio.TaskGroup() as group:
            task = group.create_task(
                fetcher.fetch("job", service.offer(VIDEO), lambda _done, _total: arrived.set())
            )
            await arrived.wait()
            task.cancel()
        for thread in threads_of("job"):
            assert thread.daemon
            await asyncio.to_thread(thread.join, 60)
        assert not threads_of("job")


async def test_who_gives_up_waiting_for_an_earlier_try_takes_no_place_from_others(
    service: ScriptedService, tmp_path: Path
) -> None:
    held = threading.Event()
    service.plan = always(Kind.FILE, Fault(hold_answer=held))
    wait_until = service.wait_until
    async with fetcher_for(service, tmp_path) as fetcher, asyncio.TaskGroup() as group:
        url = service.offer(VIDEO)
        for _ in range(fetcher_module.AT_ONCE):
            task = group.create_task(fetcher.fetch("job", url, nothing))
            await asyncio.to_thread(wait_until, lambda: service.count(Kind.FILE) == 1)
            await asyncio.sleep(0)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
        for number in range(fetcher_module.AT_ONCE - 1):  # the first download's thread still has its place
            group.create_task(fetcher.fetch(f"other-{number}", url, nothing))
        others_came = await asyncio.to_thread(
            wait_until, lambda: service.count(Kind.FILE) == fetcher_module.AT_ONCE
        )
        held.set()
    assert others_came


async def test_progress_is_said_ten_times_a_second_at_most(service: ScriptedService, tmp_path: Path) -> None:
    video = VIDEO[:12] + bytes(40_000_000)
    said: list[int] = []
    begun_s = time.monotonic()
    async with fetcher_for(service, tmp_path) as fetcher:
        await fetcher.fetch("job", service.offer(video), lambda done, _total: said.append(done))
    assert said[-1] == len(video)
    assert len(said) <= 3 + (time.monotonic() - begun_s) / 0.1


async def test_a_certificate_that_nobody_trusts_is_said_with_its_signer(tmp_path: Path) -> None:
    stranger = OfficeCertificate(tmp_path, "localhost")
    with socket.create_server(("127.0.0.1", 0)) as server:

        def answer() -> None:
            for _ in range(2):  # once for the download, once to find the signer
                with contextlib.suppress(OSError), server.accept()[0] as client:
                    stranger.context.wrap_socket(client, server_side=True).close()

        thread = threading.Thread(target=answer)
        thread.start()
        host = f"localhost:{server.getsockname()[1]}"
        fetcher = VideoFetcher(tmp_path / "staging", local_hosts={host})
        with pytest.raises(ServiceBusy) as told:
            await fetcher.fetch("job", f"https://{host}/v.mp4", nothing)
        await fetcher.close()
        await asyncio.to_thread(thread.join)
    assert told.value.code == "tls"
    assert "Office Inspection CA" in str(told.value.sentence)


async def test_a_download_for_which_there_is_no_thread_is_tried_again_and_comes(
    service: ScriptedService, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_thread: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    async with fetcher_for(service, tmp_path) as fetcher:
        with monkeypatch.context() as patch:
            patch.setattr(threading.Thread, "start", refuse)
            for _ in range(5):  # more than there are places
                with pytest.raises(ServiceBusy) as caught:
                    await fetcher.fetch("job", "http://127.0.0.1:9/v.mp4", nothing)
                assert caught.value.code == MACHINE_AT_END
        async with asyncio.timeout(60):
            assert (await fetcher.fetch("job", service.offer(VIDEO), nothing)).read_bytes() == VIDEO
