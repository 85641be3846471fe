"""How one download handles each answer; the answers are made up."""

import errno
import json
import os
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from types import SimpleNamespace
from typing import cast
from urllib.parse import SplitResult

import httpx
import pytest

from vidu_desktop.adapters.fetching import transfer
from vidu_desktop.adapters.fetching.clients import FileClients
from vidu_desktop.adapters.fetching.part_file import PartFile
from vidu_desktop.adapters.fetching.transfer import (
    OVERLAP_BYTES,
    REDIRECTS_MOST,
    Stopped,
    Transfer,
    TransferLimits,
)
from vidu_desktop.adapters.fetching.video_sniff import SNIFF_BYTES
from vidu_desktop.adapters.net.exhausted import MACHINE_AT_END
from vidu_desktop.errors import LINK_FORBIDDEN, LinkExpired, NotAVideo, ServiceBusy, ViduDesktopError

HOST = "files.test"
LINK = f"https://{HOST}/v.mp4"
VIDEO = b"\0\0\0\x18ftypmp42" + bytes(range(256)) * 200
XML = b'<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>'
PAGE = b"<!DOCTYPE html><html><body>Blocked by your network</body></html>"
Respond = Callable[[httpx.Request], httpx.Response]


class Download:
    """One link's download into a folder. `respond` makes the answers; `seen` are the requests and `given` the answers to
    them.
    """

    def __init__(self, folder: Path, respond: Respond, *, proxied: bool = False, named: bool = True) -> None:
        self.seen: list[httpx.Request] = []
        self.given: list[httpx.Response] = []
        self.said: list[tuple[int, int | None]] = []
        self.stop = Event()
        self.part = PartFile(folder / "job.part")
        self._hosts = {HOST} if named else set()
        self._proxied = proxied

        def heard(request: httpx.Request) -> httpx.Response:
            self.seen.append(request)
            self.given.append(respond(request))
            return self.given[-1]

        self.client = httpx.Client(transport=httpx.MockTransport(heard))

    def client_for(self, _parts: SplitResult) -> tuple[httpx.Client, bool]:
        return self.client, self._proxied

    def run(self, url: str = LINK, **limits: float) -> Path:
        clients = cast("FileClients", SimpleNamespace(client_for=self.client_for, proxies=None))
        return Transfer(
            self.part,
            clients,
            limits=TransferLimits(**limits),  # type: ignore[arg-type]
            local_hosts=self._hosts,
            stop=self.stop,
            report=lambda *done: self.said.append(done),
        ).run(url)

    def refused(self, url: str = LINK, **limits: float) -> ViduDesktopError:
        with pytest.raises(ViduDesktopError) as caught:
            self.run(url, **limits)
        return caught.value


def answer(status: int, content: bytes, **headers: str) -> httpx.Response:
    """Return an answer of which nothing was read yet, with its true length in the header."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return httpx.Response(
        status, content=iter((content,)), headers={"Content-Length": str(len(content)), **named}
    )


def always(status: int = 200, content: bytes = VIDEO, **headers: str) -> Respond:
    return lambda _request: answer(status, content, **headers)


def in_pieces(*pieces: bytes, status: int = 200, **headers: str) -> Respond:
    """Answer with a body in these pieces; any length is stated only by `headers`."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda _request: httpx.Response(status, content=iter(pieces), headers=named)


def test_a_video_is_written_as_it_comes_and_told_of_piece_by_piece(tmp_path: Path) -> None:
    cuts = (b"", VIDEO[:100], VIDEO[100:700], VIDEO[700:])
    download = Download(tmp_path, in_pieces(*cuts, content_length=str(len(VIDEO))))
    assert download.run().read_bytes() == VIDEO
    assert download.said == [(700, len(VIDEO)), (len(VIDEO), len(VIDEO)), (len(VIDEO), len(VIDEO))]
    assert "range" not in download.seen[0].headers


def test_without_a_length_the_whole_is_known_at_the_end(tmp_path: Path) -> None:
    download = Download(tmp_path, in_pieces(VIDEO[:600], VIDEO[600:]))
    assert download.run().read_bytes() == VIDEO
    assert download.said == [(600, None), (len(VIDEO), None), (len(VIDEO), len(VIDEO))]


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_each_kind_of_redirect_is_followed_by_hand(tmp_path: Path, status: int) -> None:
    def respond(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/v.mp4":
            return httpx.Response(status, headers={"Location": "/there.mp4"})
        return answer(200, VIDEO)

    download = Download(tmp_path, respond)
    assert download.run().read_bytes() == VIDEO
    assert [request.url.path for request in download.seen] == ["/v.mp4", "/there.mp4"]


def test_every_answer_on_the_way_is_closed(tmp_path: Path) -> None:
    def respond(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/v.mp4":
            return httpx.Response(302, content=iter([b"over there"]), headers={"Location": "/there.mp4"})
        return answer(200, VIDEO)

    download = Download(tmp_path, respond)
    download.run()
    assert [response.is_closed for response in download.given] == [True, True]


def test_a_redirect_to_what_is_no_link_makes_no_sense(tmp_path: Path) -> None:
    download = Download(tmp_path, always(302, b"", location="https://[half/v.mp4"))
    error = download.refused()
    assert (type(error), error.code) == (ServiceBusy, "no-sense")


@pytest.mark.parametrize("status", [300, 304, 305])
def test_no_other_status_leads_anywhere(tmp_path: Path, status: int) -> None:
    download = Download(tmp_path, always(status, b"", location="/there.mp4"))
    assert download.refused().code == f"http-{status}"
    assert len(download.seen) == 1


def test_a_redirect_to_nowhere_is_no_video(tmp_path: Path) -> None:
    assert Download(tmp_path, always(302, b"")).refused().code == "http-302"


@pytest.mark.parametrize("redirects", [REDIRECTS_MOST, REDIRECTS_MOST + 1])
def test_redirects_come_to_an_end(tmp_path: Path, redirects: int) -> None:
    left = iter(range(redirects))

    def respond(_request: httpx.Request) -> httpx.Response:
        if next(left, None) is not None:
            return httpx.Response(302, headers={"Location": "/on.mp4"})
        return answer(200, VIDEO)

    download = Download(tmp_path, respond)
    if redirects == REDIRECTS_MOST:
        assert download.run().read_bytes() == VIDEO
    else:
        assert download.refused().code == "redirects"
    assert len(download.seen) == REDIRECTS_MOST + 1


@pytest.mark.parametrize(
    "leads_to", [f"http://{HOST}/v.mp4", f"https://user@{HOST}/v.mp4", "file:///etc/passwd"]
)
def test_where_a_redirect_leads_is_checked_as_the_link_is(tmp_path: Path, leads_to: str) -> None:
    download = Download(tmp_path, always(302, b"", location=leads_to))
    assert download.refused().code == LINK_FORBIDDEN
    assert len(download.seen) == 1


@pytest.mark.parametrize(("proxied", "host"), [(True, "localhost"), (True, "127.1"), (False, "127.0.0.1")])
def test_a_link_into_this_machine_is_asked_nothing_through_a_proxy_or_without(
    tmp_path: Path, proxied: bool, host: str
) -> None:
    download = Download(tmp_path, always(), proxied=proxied, named=False)
    assert download.refused(f"https://{host}/v.mp4").code == LINK_FORBIDDEN
    assert download.seen == []


def test_a_proxy_looks_names_up_itself(tmp_path: Path) -> None:
    download = Download(tmp_path, always(), proxied=True, named=False)
    assert download.run("https://no-such-host.invalid/v.mp4").read_bytes() == VIDEO


@contextmanager
def connected_to(address: str) -> Iterator[Respond]:
    stream = SimpleNamespace(get_extra_info=lambda name: (address, 443) if name == "server_addr" else None)
    yield lambda _request: httpx.Response(200, content=iter([VIDEO]), extensions={"network_stream": stream})


def test_the_address_that_was_really_reached_counts(tmp_path: Path) -> None:
    with connected_to("10.0.0.7") as respond:
        download = Download(tmp_path, respond, named=False)
        assert download.refused("https://198.18.0.9/v.mp4").code == LINK_FORBIDDEN
        assert [response.is_closed for response in download.given] == [True]
    assert not (tmp_path / "job.part").exists()
    with connected_to("93.184.215.14") as respond:
        download = Download(tmp_path, respond, named=False)
        assert download.run("https://198.18.0.9/v.mp4").read_bytes() == VIDEO


@pytest.mark.parametrize(
    ("status", "content", "kind", "code"),
    [
        (400, XML, LinkExpired, "http-400"),
        (400, b"no", ServiceBusy, "http-400"),
        (499, XML, LinkExpired, "http-499"),
        (500, XML, ServiceBusy, "http-500"),
        (399, XML, ServiceBusy, "http-399"),
        (403, b"", LinkExpired, "http-403"),
        (403, XML, LinkExpired, "http-403"),
        (403, b"Request has expired", LinkExpired, "http-403"),
        (403, PAGE, ServiceBusy, "blocked"),
        (404, PAGE, ServiceBusy, "blocked"),
        (451, b"\xef\xbb\xbf\n<HTML><body>", ServiceBusy, "blocked"),
        (400, PAGE, ServiceBusy, "blocked"),
        (403, b"\xef\xbb\xbf\n<!DOCTYPE html><p>Blocked", ServiceBusy, "blocked"),
        (429, PAGE, ServiceBusy, "http-429"),
        (407, PAGE, ServiceBusy, "proxy"),
        (408, b"", ServiceBusy, "http-408"),
        (511, b"", ServiceBusy, "blocked"),
        (200, XML, LinkExpired, "http-200"),
        (200, b"<!DOCTYPE html><p>Sign in", NotAVideo, "page"),
        (200, b"", ServiceBusy, "cut"),
    ],
)
def test_what_comes_instead_of_a_video_is_called_what_it_is(
    tmp_path: Path, status: int, content: bytes, kind: type[ViduDesktopError], code: str
) -> None:
    error = Download(tmp_path, always(status, content)).refused()
    assert (type(error), error.code) == (kind, code)
    assert not (tmp_path / "job.part").exists()


def test_an_error_page_is_read_as_far_as_it_may_say_something(tmp_path: Path) -> None:
    taken = []

    def endless() -> Iterator[bytes]:
        yield XML[:30]
        yield XML[30:]
        while True:
            taken.append(1)
            yield b" " * 1000

    error = Download(tmp_path, lambda _request: httpx.Response(400, content=endless())).refused()
    assert isinstance(error, LinkExpired)
    assert 3 <= len(taken) <= 5


def test_a_host_that_is_asked_too_often_says_how_long_to_wait(tmp_path: Path) -> None:
    error = Download(tmp_path, always(429, b"", retry_after="7")).refused()
    assert isinstance(error, ServiceBusy)
    assert (error.retry_after_s, error.slow_down) == (7.0, True)
    error = Download(tmp_path, always(503, b"")).refused()
    assert isinstance(error, ServiceBusy)
    assert (error.retry_after_s, error.slow_down) == (None, False)


def test_what_is_said_to_be_too_large_isnt_begun_and_the_largest_comes(tmp_path: Path) -> None:
    download = Download(tmp_path, always())
    assert download.refused(most_bytes=len(VIDEO) - 1).code == "too-large"
    assert not (tmp_path / "job.part").exists()
    assert download.run(most_bytes=len(VIDEO)).read_bytes() == VIDEO


def test_what_grows_too_large_or_longer_than_it_was_said_to_be_isnt_kept(tmp_path: Path) -> None:
    pieces = (VIDEO[:600], VIDEO[600:])
    assert Download(tmp_path, in_pieces(*pieces)).refused(most_bytes=len(VIDEO) - 1).code == "too-large"
    assert not (tmp_path / "job.part").exists()
    said = {"content_length": str(len(VIDEO) - 1)}
    assert Download(tmp_path, in_pieces(*pieces, **said)).refused().code == "longer-than-said"
    assert not (tmp_path / "job.part").exists()


def test_a_video_that_ends_early_is_cut_and_its_bytes_stay(tmp_path: Path) -> None:
    download = Download(tmp_path, in_pieces(VIDEO[:900], content_length=str(len(VIDEO)), etag='"a"'))
    error = download.refused()
    assert (type(error), error.code) == (ServiceBusy, "cut")
    assert (tmp_path / "job.part").read_bytes() == VIDEO[:900]


def box(name: bytes, content: bytes, size: int | None = None) -> bytes:
    return (8 + len(content) if size is None else size).to_bytes(4, "big") + name + content


FTYP, MOOV, MDAT = box(b"ftyp", b"mp42"), box(b"moov", bytes(600)), box(b"mdat", b"m" * 900)
WHOLE = FTYP + MOOV + MDAT


@pytest.mark.parametrize("promised", [len(WHOLE) - 700, len(WHOLE) + 700])
@pytest.mark.parametrize("whole", [WHOLE, FTYP + MDAT + MOOV, FTYP + box(b"free", b"") + MDAT + MOOV])
def test_a_whole_video_is_kept_though_its_length_is_wrong(
    tmp_path: Path, whole: bytes, promised: int
) -> None:
    respond = in_pieces(whole[:700], whole[700:], content_length=str(promised), etag='"a"')
    assert Download(tmp_path, respond).run().read_bytes() == whole


@pytest.mark.parametrize("error", [httpx.RemoteProtocolError("no last chunk"), httpx.ReadTimeout("no end")])
def test_a_whole_video_is_kept_though_its_answer_doesnt_end(tmp_path: Path, error: Exception) -> None:
    def breaking(content: bytes) -> Respond:
        def pieces() -> Iterator[bytes]:
            yield content
            raise error

        return lambda _request: httpx.Response(200, content=pieces())

    assert Download(tmp_path, breaking(WHOLE)).run().read_bytes() == WHOLE
    for cut in (WHOLE[:-1], FTYP + MOOV):
        assert Download(tmp_path, breaking(cut)).refused().code in ("cut", "too-slow")


@pytest.mark.parametrize(
    "doubtful",
    [
        FTYP + MOOV,
        FTYP + MDAT,
        MOOV + MDAT,
        WHOLE + b"\0" * 7,
        WHOLE[:-1],
        FTYP + MOOV + box(b"mdat", b"m" * 900, size=0),
        FTYP + MOOV + box(b"mdat", b"m" * 900, size=7),
        FTYP + MOOV + box(b"mdat", b"m" * 900, size=1),
        FTYP + MOOV + box(b"moof", b"") + MDAT,
    ],
)
def test_what_may_be_a_part_of_a_video_is_cut(tmp_path: Path, doubtful: bytes) -> None:
    longer = in_pieces(doubtful, content_length=str(len(doubtful) + 700))
    assert Download(tmp_path, longer).refused().code == "cut"
    shorter = in_pieces(doubtful[:600], doubtful[600:], content_length=str(len(doubtful) - 2))
    assert Download(tmp_path, shorter).refused().code == "longer-than-said"
    assert not (tmp_path / "job.part").exists()


def test_a_box_may_have_its_size_in_eight_bytes(tmp_path: Path) -> None:
    large = (1).to_bytes(4, "big") + b"mdat" + (916).to_bytes(8, "big") + b"m" * 900
    respond = in_pieces(FTYP + MOOV + large, content_length="9999")
    assert Download(tmp_path, respond).run().stat().st_size == len(FTYP + MOOV + large)


def cut_at(folder: Path, size: int) -> None:
    Download(folder, in_pieces(VIDEO[:size], content_length=str(len(VIDEO)), etag='"a"')).refused()
    assert (folder / "job.part").stat().st_size == size


def the_rest(request: httpx.Request, content: bytes = VIDEO, etag: str = '"a"') -> httpx.Response:
    first = int(request.headers["range"].removeprefix("bytes=").removesuffix("-"))
    said = {"Content-Range": f"bytes {first}-{len(content) - 1}/{len(content)}", "ETag": etag}
    body = content[first:]
    cuts = iter([body[:1000], body[1000:20_000], body[20_000:]])
    return httpx.Response(206, content=cuts, headers={**said, "Content-Length": str(len(body))})


@pytest.mark.parametrize("size", [700, OVERLAP_BYTES, OVERLAP_BYTES + 7, 40_000, len(VIDEO)])
def test_a_cut_video_goes_on_a_little_before_its_end(tmp_path: Path, size: int) -> None:
    if size == len(VIDEO):
        Download(tmp_path, always(etag='"a"')).run()
    else:
        cut_at(tmp_path, size)
    download = Download(tmp_path, the_rest)
    assert download.run().read_bytes() == VIDEO
    (asked,) = download.seen
    assert asked.headers["range"] == f"bytes={max(0, size - OVERLAP_BYTES)}-"
    assert asked.headers["if-range"] == '"a"'
    assert download.said[-1] == (len(VIDEO), len(VIDEO))
    assert download.said[0][0] >= size


def test_where_the_last_bytes_differ_it_begins_anew(tmp_path: Path) -> None:
    cut_at(tmp_path, 40_000)
    other = VIDEO[:39_999] + b"\xff" + VIDEO[40_000:]
    download = Download(
        tmp_path,
        lambda asked: the_rest(asked, other) if "range" in asked.headers else answer(200, other),
    )
    assert download.run().read_bytes() == other
    assert ["range" in asked.headers for asked in download.seen] == [True, False]


def test_a_rest_that_ends_in_what_is_here_already_is_cut_and_spoils_nothing(tmp_path: Path) -> None:
    cut_at(tmp_path, 40_000)

    def short(asked: httpx.Request) -> httpx.Response:
        whole = the_rest(asked)
        first = 40_000 - OVERLAP_BYTES
        return httpx.Response(206, content=iter([VIDEO[first : first + 9]]), headers=whole.headers)

    assert Download(tmp_path, short).refused().code == "cut"
    assert (tmp_path / "job.part").read_bytes() == VIDEO[:40_000]
    assert Download(tmp_path, the_rest).run().read_bytes() == VIDEO


def test_an_answer_that_is_packed_is_no_video(tmp_path: Path) -> None:
    error = Download(tmp_path, always(content_encoding="gzip", content=b"\x1f\x8b")).refused()
    assert (type(error), error.code) == (NotAVideo, "encoded")


@pytest.mark.parametrize("coding", ["gzip", "br", "deflate", "aws-chunked, zstd"])
def test_a_video_is_kept_that_is_only_said_to_be_packed(tmp_path: Path, coding: str) -> None:
    download = Download(tmp_path, always(content_encoding=coding))
    assert download.run().read_bytes() == VIDEO


def test_the_rest_of_a_video_is_judged_by_its_bytes_where_it_is_said_to_be_packed(tmp_path: Path) -> None:
    def packed(asked: httpx.Request) -> httpx.Response:
        rest = the_rest(asked)
        rest.headers["Content-Encoding"] = "gzip"
        return rest

    cut_at(tmp_path, 700)
    assert Download(tmp_path, packed).run().read_bytes() == VIDEO
    cut_at(tmp_path, 700)
    zipped = b"\x1f\x8b" + VIDEO[2:]
    other = Download(
        tmp_path,
        lambda asked: the_rest(asked, zipped) if "range" in asked.headers else always()(asked),
    )
    assert other.run().read_bytes() == VIDEO
    assert ["range" in asked.headers for asked in other.seen] == [True, False]


def test_a_download_ends_at_its_deadline_and_where_it_crawls(tmp_path: Path) -> None:
    cuts = [VIDEO[:900], *(VIDEO[at : at + 100] for at in range(900, len(VIDEO), 100))]
    download = Download(tmp_path, in_pieces(*cuts))
    assert download.refused(deadline_s=0.0).code == "deadline"
    assert download.refused(slow_window_s=0.0, slowest_bytes_s=1e15).code == "too-slow"
    assert (
        Download(tmp_path, in_pieces(*cuts)).run(slow_window_s=0.0, slowest_bytes_s=0.0).read_bytes() == VIDEO
    )


def test_how_fast_it_comes_is_judged_only_over_a_whole_window(tmp_path: Path) -> None:
    for window_s in (60.0, 3600.0):
        download = Download(tmp_path / str(window_s), in_pieces(VIDEO[:900], VIDEO[900:]))
        assert download.run(slowest_bytes_s=1e15, slow_window_s=window_s).read_bytes() == VIDEO


def test_a_crawl_is_measured_from_the_windows_beginning(tmp_path: Path) -> None:
    download = Download(tmp_path, in_pieces(VIDEO[:900], VIDEO[900:]))
    assert download.run(slowest_bytes_s=5.0, slow_window_s=0.0).read_bytes() == VIDEO


def test_a_download_leaves_no_file_open(tmp_path: Path) -> None:
    def lowest_free() -> int:
        descriptor = os.open(os.devnull, os.O_RDONLY)
        os.close(descriptor)
        return descriptor

    Download(tmp_path / "first", always()).run()  # loads the modules that are loaded late
    free = lowest_free()
    for name in ("second", "third"):
        Download(tmp_path / name, always()).run()
        Download(tmp_path / f"{name}, cut", in_pieces(VIDEO[:900], content_length="901")).refused()
    assert lowest_free() == free


def test_a_download_that_is_stopped_keeps_what_it_has(tmp_path: Path) -> None:
    def until_stopped() -> Iterator[bytes]:
        yield VIDEO[:900]
        download.stop.set()
        yield VIDEO[900:]

    download = Download(
        tmp_path,
        lambda _request: httpx.Response(
            200, content=until_stopped(), headers={"Content-Length": str(len(VIDEO)), "ETag": '"a"'}
        ),
    )
    with pytest.raises(Stopped):
        download.run()
    assert (tmp_path / "job.part").read_bytes() == VIDEO[:900]
    assert json.loads((tmp_path / "job.part.json").read_text())["etag"] == '"a"'


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (httpx.ConnectError("x"), "unreachable"),
        (httpx.ReadTimeout("x"), "too-slow"),
        (httpx.ConnectTimeout("x"), "too-slow"),
        (httpx.ProxyError("x"), "proxy"),
        (httpx.InvalidURL("x"), "unreachable"),
        (OSError("x"), "unreachable"),
        (UnicodeError("x"), "unreachable"),
    ],
)
def test_what_the_network_does_is_said_in_our_words(tmp_path: Path, error: Exception, code: str) -> None:
    def fails(_request: httpx.Request) -> httpx.Response:
        raise error

    told = Download(tmp_path, fails).refused()
    assert (type(told), told.code) == (ServiceBusy, code)


@pytest.mark.parametrize(
    ("link", "asked"), [(LINK, (HOST, 443)), (f"https://{HOST}:8443/v.mp4", (HOST, 8443))]
)
def test_who_signed_a_certificate_that_nobody_trusts_is_asked_at_the_place_of_the_link(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, link: str, asked: tuple[str, int]
) -> None:
    places = []

    def signer_of(host: str, port: int, _proxies: object) -> str:
        places.append((host, port))
        return "Office Inspection CA"

    def refuses(_request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("x") from ssl.SSLCertVerificationError("self-signed")

    monkeypatch.setattr(transfer, "signer_of", signer_of)
    told = Download(tmp_path, refuses).refused(link)
    assert (type(told), told.code, places) == (ServiceBusy, "tls", [asked])
    assert "Office Inspection CA" in str(told.sentence)


def test_a_line_that_breaks_in_the_middle_is_a_cut(tmp_path: Path) -> None:
    def breaks() -> Iterator[bytes]:
        yield VIDEO[:SNIFF_BYTES]
        raise httpx.ReadError("gone")

    told = Download(tmp_path, lambda _request: httpx.Response(200, content=breaks())).refused()
    assert (type(told), told.code) == (ServiceBusy, "cut")


def test_a_fault_of_ours_is_not_called_the_networks(tmp_path: Path) -> None:
    def trips(_request: httpx.Request) -> httpx.Response:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        Download(tmp_path, trips).run()


@pytest.mark.parametrize("error", [OSError(errno.EMFILE, "Too many open files"), MemoryError()])
def test_a_computer_at_its_end_is_tried_again_and_named(tmp_path: Path, error: Exception) -> None:
    def exhausted(_request: httpx.Request) -> httpx.Response:
        raise error

    refused = Download(tmp_path, exhausted).refused()
    assert (type(refused), refused.code) == (ServiceBusy, MACHINE_AT_END)
    assert "no open files, memory or threads" in str(refused.sentence)
