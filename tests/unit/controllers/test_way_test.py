"""What a person reads when the connection to the service is tested: the proxy is named when it is the cause."""

import pytest

from vidu_desktop.controllers.way_test import WayTest
from vidu_desktop.domain.proxy import (
    PROXY_AWAY,
    PROXY_PASSWORD,
    PROXY_REFUSES,
    PROXY_SILENT,
    ProxyKind,
    ProxySetting,
)
from vidu_desktop.errors import Sentence, ServiceBusy

pytestmark = pytest.mark.anyio

VALUES = {"proxy": "proxy.test:3128", "host": "api.test"}


class Ways:
    def __init__(self, answer: str | ServiceBusy) -> None:
        self.answer = answer

    def use_proxy_password(self, address: str, password: str) -> None: ...

    async def keep_proxy_password(self, address: str) -> bool:
        return True

    async def forget_proxy_password(self, address: str) -> None: ...

    async def check_way(self, proxy: ProxySetting, typed_password: str) -> str:
        if isinstance(self.answer, ServiceBusy):
            raise self.answer
        return self.answer


async def tried(answer: str | ServiceBusy, kind: ProxyKind = ProxyKind.SYSTEM) -> tuple[str, bool]:
    return await WayTest(Ways(answer)).run(ProxySetting(kind=kind), "", "api.test")


@pytest.mark.parametrize("code", [PROXY_AWAY, PROXY_PASSWORD, PROXY_SILENT, PROXY_REFUSES])
async def test_the_proxy_is_named_when_it_is_the_proxy_and_nothing_is_promised(code: str) -> None:
    words, ok = await tried(ServiceBusy(code, Sentence("{proxy} It is tried again by itself.", VALUES)))
    assert not ok
    assert "The proxy proxy.test:3128" in words
    assert "again" not in words


async def test_the_service_is_named_when_it_is_the_service() -> None:
    words, ok = await tried(ServiceBusy("unreachable", Sentence("", VALUES)))
    assert not ok
    assert words.startswith("api.test")
    assert "proxy" not in words


async def test_a_way_that_works_says_through_what() -> None:
    assert await tried("proxy.test:3128") == ("api.test answers through the proxy proxy.test:3128.", True)
    assert "no proxy" in (await tried(""))[0]
    assert await tried("", ProxyKind.NONE) == ("api.test answers.", True)
