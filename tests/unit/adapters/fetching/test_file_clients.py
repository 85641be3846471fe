"""One client for each route, with the system's certificates where there are any to check."""

import logging
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, cast
from urllib.parse import urlsplit

import pytest
from typing_extensions import override

from vidu_desktop.adapters.fetching.clients import FileClients
from vidu_desktop.adapters.net.certificates import SystemCertificates
from vidu_desktop.adapters.net.proxies import Proxies

LINK = urlsplit("https://files.test/v.mp4")
PLAIN = urlsplit("http://127.0.0.1:8123/v.mp4")


class Certificates:
    asked = 0

    def context(self) -> ssl.SSLContext:
        self.asked += 1
        return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


class Ways:
    def __init__(self, **proxies: str) -> None:
        self.proxies = proxies
        self.asked: list[tuple[str, str]] = []

    def proxy_for(self, scheme: str, host: str) -> str | None:
        self.asked.append((scheme, host))
        return self.proxies.get(scheme)


def clients_with(ways: Ways) -> tuple[FileClients, Certificates]:
    certificates = Certificates()
    clients = FileClients(cast("SystemCertificates", certificates), cast("Proxies", ways))
    return clients, certificates


def test_the_way_out_is_asked_for_the_links_own_host_and_scheme():
    ways = Ways()
    clients, _ = clients_with(ways)
    clients.client_for(LINK)
    assert ways.asked == [("https", "files.test")]
    clients.close()


def test_certificates_are_asked_for_once_and_only_where_there_are_any_to_check():
    clients, certificates = clients_with(Ways())
    clients.client_for(PLAIN)
    assert certificates.asked == 0
    clients.client_for(LINK)
    clients.client_for(LINK)
    assert certificates.asked == 1
    clients.close()


def test_a_proxy_that_is_spoken_to_safely_has_a_certificate_too():
    clients, certificates = clients_with(Ways(http="https://proxy.test:3129"))
    _, proxied = clients.client_for(PLAIN)
    assert proxied
    assert certificates.asked == 1
    clients.close()


def test_downloads_share_the_client_of_their_way_out():
    clients, _ = clients_with(Ways(https="http://proxy.test:3128"))
    client, proxied = clients.client_for(LINK)
    assert proxied
    assert clients.client_for(LINK)[0] is client
    other, proxied = clients.client_for(PLAIN)
    assert not proxied
    assert other is not client
    clients.close()


def test_what_is_closed_is_closed_and_never_used_again():
    clients, _ = clients_with(Ways())
    client, _ = clients.client_for(PLAIN)
    clients.close()
    assert client.is_closed
    again, _ = clients.client_for(PLAIN)
    assert not again.is_closed
    clients.close()


def test_a_link_tells_nobody_more_than_it_must_and_files_come_as_they_are():
    clients, _ = clients_with(Ways())
    client, _ = clients.client_for(PLAIN)
    assert not client.follow_redirects  # each address is checked first
    assert not client.trust_env  # no proxy or netrc that the person doesn't know of
    assert client.headers["accept-encoding"] == "identity"  # a length that can be checked
    assert client.headers["user-agent"] == "vidu-desktop"  # no version, no system
    assert "authorization" not in client.headers
    clients.close()


class Patient(BaseHTTPRequestHandler):
    """Answers at once, and keeps the connection open for another request."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"ok")

    @override
    def log_message(self, *_: object) -> None: ...


class Counting(ThreadingHTTPServer):
    connections = 0

    @override
    def process_request(self, request: Any, client_address: Any) -> None:
        self.connections += 1
        super().process_request(request, client_address)


@contextmanager
def a_server() -> Iterator[tuple[Counting, str]]:
    with Counting(("127.0.0.1", 0), Patient) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield server, f"http://127.0.0.1:{server.server_port}/v.mp4?sign=secret"
        finally:
            server.shutdown()
            thread.join()


def test_no_download_relies_on_a_connection_that_has_idled():
    clients, _ = clients_with(Ways())
    with a_server() as (server, link):
        client, _ = clients.client_for(urlsplit(link))
        assert [client.get(link).text for _ in range(3)] == ["ok"] * 3
        assert server.connections == 3
        clients.close()


def test_a_link_that_is_asked_stands_in_no_log_however_much_is_logged(caplog: pytest.LogCaptureFixture):
    caplog.set_level(logging.DEBUG)
    for name in ("httpx", "httpcore"):
        caplog.set_level(logging.NOTSET, logger=name)  # as before a client was built
    clients, _ = clients_with(Ways())
    with a_server() as (_, link):
        client, _ = clients.client_for(urlsplit(link))
        assert client.get(link).text == "ok"
        clients.close()
    assert "secret" not in caplog.text
