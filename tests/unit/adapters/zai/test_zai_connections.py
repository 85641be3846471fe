"""Orders and questions have a client each, made anew when the way out changes, and safe where it leaves the machine."""

import asyncio
import ssl
from typing import cast

import pytest

from vidu_desktop.adapters.net.certificates import SystemCertificates
from vidu_desktop.adapters.net.proxies import Proxies
from vidu_desktop.adapters.zai.connections import ZaiConnections

pytestmark = pytest.mark.anyio


class Certificates:
    asked = 0

    def context(self) -> ssl.SSLContext:
        self.asked += 1
        return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


class Ways:
    proxy: str | None = None

    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []

    def proxy_for(self, scheme: str, host: str) -> str | None:
        self.asked.append((scheme, host))
        return self.proxy


def connections_to(url: str) -> tuple[ZaiConnections, Certificates, Ways]:
    certificates, ways = Certificates(), Ways()
    connections = ZaiConnections(
        url,
        "key",
        certificates=cast("SystemCertificates", certificates),
        proxies=cast("Proxies", ways),
    )
    return connections, certificates, ways


async def test_orders_and_questions_have_a_client_each_that_says_no_more_than_it_must() -> None:
    connections, certificates, ways = connections_to("https://service.test/v4")
    async with connections.for_orders() as orders, connections.for_questions() as questions:
        assert orders is not questions
        for client in (orders, questions):
            assert not client.follow_redirects
            assert not client.trust_env
            assert client.headers["accept-encoding"] == "identity"
            assert client.headers["user-agent"] == "vidu-desktop"
            assert "authorization" not in client.headers  # goes into each request by itself
    async with connections.for_orders() as again:
        assert again is orders
    assert certificates.asked == 2  # one for each client
    assert set(ways.asked) == {("https", "service.test")}
    await connections.close()
    assert orders.is_closed
    assert questions.is_closed


async def test_this_machine_is_asked_without_certificates_and_without_a_proxy() -> None:
    connections, certificates, ways = connections_to("http://127.0.0.1:8123")
    async with connections.for_questions():
        pass
    assert (certificates.asked, ways.asked, connections.proxy_place) == (0, [], "")
    await connections.close()


async def test_another_way_out_counts_from_the_next_call_on() -> None:
    connections, _, ways = connections_to("https://service.test/v4")
    async with connections.for_questions() as before:
        ways.proxy = "http://user:secret@proxy.test:3128"
        async with connections.for_questions() as after:
            assert after is not before
            assert connections.proxy_place == "proxy.test:3128"
        assert not before.is_closed  # its call still runs
    assert before.is_closed
    await connections.close()


async def test_a_call_that_was_cut_leaves_its_connection_to_nobody() -> None:
    connections, _, _ = connections_to("http://127.0.0.1:8123")
    with pytest.raises(TimeoutError):
        async with connections.for_questions() as cut, asyncio.timeout(0):
            await asyncio.Event().wait()
    async with connections.for_questions() as next_one:
        assert next_one is not cut
    assert cut.is_closed
    await connections.close()
