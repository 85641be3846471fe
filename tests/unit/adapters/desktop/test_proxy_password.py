"""The proxy's password: in the keyring under its proxy, never given to another proxy, never in a file."""

import asyncio
import threading

import pytest

from vidu_desktop.adapters.desktop.keyrings import KeyringDesk
from vidu_desktop.adapters.desktop.proxy_password import ProxyPasswords

pytestmark = pytest.mark.anyio

PROXY = "http://me@proxy.test:3128"
OTHER = "http://me@other.test:3128"


class MemoryKeyring:
    def __init__(self) -> None:
        self.stored: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.stored.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.stored[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.stored[service, username]


def passwords(keyring: MemoryKeyring | None) -> ProxyPasswords:
    return ProxyPasswords(KeyringDesk(find_keyring=lambda: keyring))


async def test_it_is_there_at_the_next_start_for_its_own_proxy_until_it_is_forgotten() -> None:
    keyring = MemoryKeyring()
    first = passwords(keyring)
    first.use(PROXY, "word")
    assert first.reveal(PROXY) == "word", "before any keyring has answered"
    assert await first.keep(PROXY)

    next_start = passwords(keyring)
    assert await next_start.load(PROXY) == "word"
    assert (next_start.reveal(PROXY), next_start.reveal(OTHER)) == ("word", None)
    assert await passwords(keyring).load(OTHER) is None

    await next_start.forget(PROXY)
    assert keyring.stored == {}
    assert await passwords(keyring).load(PROXY) is None


async def test_without_a_keyring_it_is_known_until_the_program_ends() -> None:
    here = passwords(None)
    here.use(PROXY, "word")
    assert not await here.keep(PROXY)
    assert here.reveal(PROXY) == "word"
    await here.forget(PROXY)
    assert here.reveal(PROXY) is None


async def test_who_connects_before_the_keyring_has_answered_waits_for_it() -> None:
    keyring, may_answer = MemoryKeyring(), threading.Event()
    await passwords(keyring).load("")
    first = passwords(keyring)
    first.use(PROXY, "word")
    await first.keep(PROXY)

    def slow() -> MemoryKeyring:
        may_answer.wait()
        return keyring

    slow_start = ProxyPasswords(KeyringDesk(find_keyring=slow, deadline_s=30))
    asked = asyncio.get_running_loop().run_in_executor(None, slow_start.reveal, PROXY)
    asyncio.get_running_loop().call_soon(may_answer.set)
    assert await slow_start.load(PROXY) == await asked == "word"
