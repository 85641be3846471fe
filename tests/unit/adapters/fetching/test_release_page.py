"""What is sent to the page of releases, and how its answers are understood."""

import contextlib
import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from fakes.proxies import OfficeCertificate

from vidu_desktop.adapters.fetching.release_page import ReleasePage
from vidu_desktop.adapters.net.certificates import SystemCertificates
from vidu_desktop.adapters.net.proxies import Proxies
from vidu_desktop.domain.proxy import PROXY_UNUSABLE, ProxyKind, ProxySetting
from vidu_desktop.errors import ServiceBusy

pytestmark = pytest.mark.anyio


class Pages(BaseHTTPRequestHandler):
    """`/latest` redirects to a release, `/plain` is a page, `/login` redirects elsewhere."""

    heard: list[dict[str, str]]

    def do_GET(self) -> None:
        self.heard.append(
            {"path": self.path, **{name.lower(): value for name, value in self.headers.items()}}
        )
        location = {"/latest": "/us/releases/tag/v0.3.0", "/login": "https://login.test/"}.get(self.path)
        self.send_response(302 if location else 200)
        if location:
            self.send_header("Location", location)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None: ...


@pytest.fixture
def pages() -> Iterator[tuple[str, list[dict[str, str]]]]:
    heard: list[dict[str, str]] = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Heard", (Pages,), {"heard": heard}))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}", heard
    server.shutdown()
    thread.join()
    server.server_close()


def page_of_releases() -> ReleasePage:
    return ReleasePage(SystemCertificates(), Proxies(lambda: ProxySetting(kind=ProxyKind.NONE)))


async def test_the_newest_version_is_where_the_page_leads_and_nothing_else_is_asked(pages) -> None:
    address, heard = pages

    assert await page_of_releases().newest(f"{address}/latest") == "0.3.0"

    # then there was one request, which says nothing about the person
    [asked] = heard
    assert asked["path"] == "/latest"
    assert asked["user-agent"] == "vidu-desktop"
    assert not asked.keys() & {"authorization", "cookie", "referer"}


@pytest.mark.parametrize("path", ["/plain", "/login"])
async def test_a_page_that_names_no_version_is_told_from_one_that_is_away(pages, path: str) -> None:
    address, _ = pages
    with pytest.raises(ServiceBusy) as told:
        await page_of_releases().newest(address + path)
    assert told.value.code == "no-sense"
    assert "127.0.0.1" in str(told.value.sentence)


async def test_a_page_that_is_away_is_no_newest_version() -> None:
    with socket.socket() as taken:  # bound but not listening: nobody answers there
        taken.bind(("127.0.0.1", 0))
        with pytest.raises(ServiceBusy) as told:
            await page_of_releases().newest(f"http://127.0.0.1:{taken.getsockname()[1]}/latest")
    assert told.value.code == "unreachable"
    assert "127.0.0.1" in str(told.value.sentence)


@pytest.mark.parametrize("address", ["", "no address", "http://"])
async def test_what_is_no_address_is_a_page_that_is_away(address: str) -> None:
    with pytest.raises(ServiceBusy) as told:
        await page_of_releases().newest(address)
    assert told.value.code == "unreachable"
    assert address in str(told.value.sentence)


async def test_a_proxy_that_cant_be_used_is_said() -> None:
    unread = ProxySetting(kind=ProxyKind.ADDRESS, address="")
    with pytest.raises(ServiceBusy) as told:
        await ReleasePage(SystemCertificates(), Proxies(lambda: unread)).newest(
            "http://releases.invalid/latest"
        )
    assert told.value.code == PROXY_UNUSABLE


async def test_a_page_whose_certificate_isnt_good_is_said_to_be_unsafe(tmp_path) -> None:
    stranger = OfficeCertificate(tmp_path, "localhost")
    with socket.create_server(("127.0.0.1", 0)) as server:

        def answer() -> None:
            with contextlib.suppress(OSError), server.accept()[0] as client:
                stranger.context.wrap_socket(client, server_side=True).close()

        thread = threading.Thread(target=answer)
        thread.start()
        with pytest.raises(ServiceBusy) as told:
            await page_of_releases().newest(f"https://localhost:{server.getsockname()[1]}/latest")
        thread.join()
    assert told.value.code == "tls"
    assert "localhost" in str(told.value.sentence)
