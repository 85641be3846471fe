"""Which calls share a connection, when a client is replaced, and what is reported about a proxy that can't be used."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager

import httpx
import pytest

from vidu_desktop.adapters.net.proxies import Proxies, ProxyUnusable
from vidu_desktop.adapters.zai.client import ZaiVideoService
from vidu_desktop.adapters.zai.connections import ZaiConnections
from vidu_desktop.engine.tasks import TaskKeeper
from vidu_desktop.errors import BadInput, NotSent, Sentence, ServiceBusy, ViduDesktopError

pytestmark = pytest.mark.anyio


class Door:
    """A service that keeps every connection open and counts them; it answers only while it is allowed to."""

    def __init__(self) -> None:
        self.connections = 0
        self.requests = 0
        self.heads: list[bytes] = []
        self.may_answer = asyncio.Event()
        self.may_answer.set()
        self.two_asked = asyncio.Event()
        self.base_url = ""

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                self.requests += 1
                self.heads.append(head.lower())
                if self.requests == 2:
                    self.two_asked.set()
                await self.may_answer.wait()
                writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()


@asynccontextmanager
async def a_door() -> AsyncIterator[tuple[Door, ZaiConnections]]:
    door = Door()
    server = await asyncio.start_server(door.serve, "127.0.0.1", 0)
    door.base_url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    connections = ZaiConnections(door.base_url, "id.secret")
    try:
        yield door, connections
    finally:
        await connections.close()
        server.close()
        await server.wait_closed()


async def ask(lent: AbstractAsyncContextManager[httpx.AsyncClient], door: Door) -> httpx.AsyncClient:
    async with lent as client:
        answer = await client.get(door.base_url)
        assert answer.status_code == 200
        return client


async def test_each_order_has_a_connection_of_its_own() -> None:
    async with a_door() as (door, connections):
        for _ in range(3):
            await ask(connections.for_orders(), door)
        assert (door.requests, door.connections) == (3, 3)


async def test_questions_share_one() -> None:
    async with a_door() as (door, connections):
        for _ in range(3):
            await ask(connections.for_questions(), door)
        assert (door.requests, door.connections) == (3, 1)


async def test_words_are_asked_for_in_english_and_unpacked_and_a_knock_shows_no_key() -> None:
    async with a_door() as (door, connections):
        client = ZaiVideoService(connections)
        with pytest.raises(ServiceBusy):  # the answer is senseless
            await client.poll("task")
        await client.knock()

        poll, knock = door.heads
        assert b"authorization: bearer id.secret\r\n" in poll
        assert b"accept-language: en-us,en\r\n" in poll
        assert b"secret" not in knock
        for head in door.heads:
            assert b"accept: application/json\r\n" in head
            assert b"accept-encoding: identity\r\n" in head
            assert b"user-agent: vidu-desktop\r\n" in head


async def test_after_a_change_of_the_network_every_call_connects_anew() -> None:
    async with a_door() as (door, connections):
        first = await ask(connections.for_questions(), door)
        await connections.refresh()
        second = await ask(connections.for_questions(), door)

        assert door.connections == 2
        assert first.is_closed
        assert not second.is_closed


async def test_a_client_that_saw_a_call_broken_off_is_not_lent_again_and_closes_with_its_last_call() -> None:
    async with a_door() as (door, connections):
        door.may_answer.clear()
        lent: list[httpx.AsyncClient] = []

        async def call() -> None:
            async with connections.for_questions() as client:
                lent.append(client)
                await client.get(door.base_url)

        tasks = TaskKeeper()
        broken_off, lasting = tasks.start("broken off", call()), tasks.start("lasting", call())
        await door.two_asked.wait()
        broken_off.cancel()
        await asyncio.wait([broken_off])
        assert broken_off.cancelled()
        assert not lent[0].is_closed  # the other call isn't answered yet

        door.may_answer.set()
        await lasting
        assert lent[0] is lent[1]
        assert lent[0].is_closed
        assert await ask(connections.for_questions(), door) is not lent[0]


async def test_a_deadline_is_a_call_broken_off_and_an_error_is_none() -> None:
    async with a_door() as (door, connections):
        first = await ask(connections.for_questions(), door)
        with pytest.raises(ZeroDivisionError):
            async with connections.for_questions():
                raise ZeroDivisionError
        assert await ask(connections.for_questions(), door) is first

        with pytest.raises(TimeoutError):
            async with connections.for_questions():
                raise TimeoutError
        assert first.is_closed
        assert await ask(connections.for_questions(), door) is not first


class NoWay(Proxies):
    def __init__(self, *, for_now: bool) -> None:
        super().__init__()
        self._for_now = for_now

    def proxy_for(self, scheme: str, host: str) -> str | None:
        raise ProxyUnusable(Sentence("No way."), for_now=self._for_now)


@pytest.mark.parametrize(("for_now", "kind"), [(True, NotSent), (False, BadInput)])
async def test_a_proxy_that_cannot_be_used_is_said_and_whether_waiting_helps(
    *, for_now: bool, kind: type[ViduDesktopError]
) -> None:
    connections = ZaiConnections("https://api.example/v4", "id.secret", proxies=NoWay(for_now=for_now))
    try:
        with pytest.raises(kind) as caught:
            await connections.check_way()
        assert caught.value.code == "proxy-unusable"
        assert caught.value.sentence == Sentence("No way.")
    finally:
        await connections.close()


async def test_this_machine_is_asked_without_a_look_at_proxies() -> None:
    connections = ZaiConnections("http://localhost:9", "id.secret", proxies=NoWay(for_now=False))
    try:
        await connections.check_way()
    finally:
        await connections.close()
