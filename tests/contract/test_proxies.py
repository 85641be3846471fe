"""The ways out of an office: SOCKS and CONNECT proxies, what each may do wrong, and who can read along."""

import socket
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from fakes.kept_things import a_job
from fakes.pictures import make_picture
from fakes.proxies import OfficeCertificate, Proxy
from fakes.scripted_service import Kind, ScriptedService

from vidu_desktop.adapters.fetching.fetcher import VideoFetcher
from vidu_desktop.adapters.net.certificates import SystemCertificates
from vidu_desktop.adapters.net.proxies import Proxies
from vidu_desktop.adapters.zai.client import ZaiVideoService
from vidu_desktop.adapters.zai.connections import ZaiConnections
from vidu_desktop.domain.job import JobState
from vidu_desktop.domain.proxy import ProxyKind, ProxySetting
from vidu_desktop.engine.ports import Order
from vidu_desktop.errors import BadInput, NotSent, ServiceBusy
from vidu_desktop.wiring.services import ServiceRoute

pytestmark = pytest.mark.anyio

HOST = "api.outside.test"
KEY = "proxy-id.proxy-secret-0123456789"
VIDEO = b"\0\0\0\x18ftypmp42" + bytes(range(256)) * 200
MANNERS = ["silent", "closes", "garbage", "unreachable"]


@pytest.fixture(autouse=True)
def lookups(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """The names that are looked up here instead of by the proxy; proxy settings of this machine are removed."""
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY", "SOCKS_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)
    asked: list[object] = []
    real = socket.getaddrinfo

    def noted(host: object, *args: object, **more: object) -> object:
        asked.append(host)
        return real(host, *args, **more)

    monkeypatch.setattr(socket, "getaddrinfo", noted)
    return asked


@pytest.fixture
def service() -> Iterator[ScriptedService]:
    with ScriptedService(key=KEY) as scripted:
        yield scripted
    assert scripted.crashes == []


@pytest.fixture
def certificate(tmp_path: Path) -> OfficeCertificate:
    return OfficeCertificate(tmp_path, HOST)


@pytest.fixture
def proxy_to(service: ScriptedService, certificate: OfficeCertificate) -> Callable[..., Proxy]:
    def made(**wishes: object) -> Proxy:
        return Proxy(to_port=port_of(service), certificate=certificate, **wishes)

    return made


@pytest.fixture
def order(tmp_path: Path) -> Order:
    return Order(
        request_id="ticket-1",
        request=a_job().request,
        pictures=[(make_picture(tmp_path / "picture.png"), "image/png")],
    )


def port_of(service: ScriptedService) -> int:
    return int(service.file_host.rpartition(":")[2])


def trusting(certificate: OfficeCertificate) -> SystemCertificates:
    certificates = SystemCertificates()
    certificates.context = certificate.trusted
    return certificates


@asynccontextmanager
async def client(
    certificates: SystemCertificates | None = None, **deadlines: float
) -> AsyncIterator[ZaiVideoService]:
    connections = ZaiConnections(f"https://{HOST}/api/paas/v4", KEY, certificates=certificates)
    try:
        yield ZaiVideoService(connections, **deadlines)
    finally:
        await connections.close()


def nothing(_done: int, _total: int | None) -> None:
    pass


@pytest.mark.parametrize(
    ("variable", "kind", "scheme"),
    [
        ("ALL_PROXY", "socks5", "socks"),
        ("ALL_PROXY", "socks5", "socks5"),
        ("all_proxy", "socks5", "socks5h"),
        ("HTTPS_PROXY", "socks5", "SOCKS5"),
        ("SOCKS_PROXY", "socks5", "socks"),
        ("HTTPS_PROXY", "http", "http"),
    ],
)
async def test_order_and_questions_go_through_the_proxy_which_looks_the_name_up(
    proxy_to, certificate, order, service, lookups, monkeypatch, variable: str, kind: str, scheme: str
) -> None:
    with proxy_to(kind=kind) as proxy:
        monkeypatch.setenv(variable, f"{scheme}://{proxy.place}/")
        async with client(trusting(certificate)) as zai:
            accepted = await zai.submit(order, nothing)
            await zai.poll(accepted.task_id)
    assert proxy.asked == [f"{HOST}:443"] * 2
    assert sum(service.charges.values()) == 1
    assert HOST not in lookups


async def test_a_video_comes_through_the_proxy_which_looks_the_name_up(
    proxy_to, certificate, service, lookups, tmp_path, monkeypatch
) -> None:
    with proxy_to() as proxy:
        monkeypatch.setenv("ALL_PROXY", f"socks://{proxy.place}")
        fetcher = VideoFetcher(tmp_path / "staging", local_hosts=(), certificates=trusting(certificate))
        path = await fetcher.fetch(
            "job", service.offer(VIDEO).replace(f"http://{service.file_host}", f"https://{HOST}"), nothing
        )
        await fetcher.close()
    assert path.read_bytes() == VIDEO
    assert proxy.asked == [f"{HOST}:443"]
    assert HOST not in lookups


async def test_name_and_password_are_for_the_proxy(
    proxy_to, certificate, order, service, monkeypatch
) -> None:
    with proxy_to(login=("clerk", "p@ss:word")) as proxy:
        monkeypatch.setenv("ALL_PROXY", f"socks5://clerk:p%40ss%3Aword@{proxy.place}")
        async with client(trusting(certificate)) as zai:
            await zai.submit(order, nothing)
    assert proxy.logins == [("clerk", "p@ss:word")]
    assert "proxy-authorization" not in service.seen(Kind.SUBMIT)[0].headers


@pytest.mark.parametrize("kind", ["socks5", "http"])
@pytest.mark.parametrize("manners", MANNERS)
async def test_a_proxy_that_does_not_work_lets_nothing_out(
    proxy_to, certificate, order, service, tmp_path, lookups, monkeypatch, kind: str, manners: str
) -> None:
    monkeypatch.setattr("vidu_desktop.adapters.fetching.clients.READ_S", 1.0)
    with proxy_to(kind=kind, manners=manners) as proxy:
        monkeypatch.setenv("ALL_PROXY", f"{kind}://{proxy.place}")
        monkeypatch.setattr("vidu_desktop.adapters.net.proxied.HANDSHAKE_S", 0.3)  # for the loop's clients
        async with client(trusting(certificate)) as zai:
            with pytest.raises(NotSent, match=proxy.place):
                await zai.submit(order, nothing)
            with pytest.raises(ServiceBusy, match=proxy.place):
                await zai.poll("task-1")
        monkeypatch.setattr("vidu_desktop.adapters.net.proxied.HANDSHAKE_S", 1)
        fetcher = VideoFetcher(tmp_path / "staging", local_hosts=(), certificates=trusting(certificate))
        with pytest.raises(ServiceBusy):
            await fetcher.fetch("job", f"https://{HOST}/video.mp4", nothing)
        await fetcher.close()
    assert service.charges == {}
    assert HOST not in lookups


@pytest.mark.parametrize("kind", ["socks5", "http"])
async def test_a_proxy_that_wants_a_password_or_is_not_there_is_named(
    proxy_to, order, monkeypatch, kind: str
) -> None:
    with proxy_to(kind=kind, login=("clerk", "word")) as proxy:
        monkeypatch.setenv("ALL_PROXY", f"{kind}://{proxy.place}")
        async with client() as zai:
            with pytest.raises(NotSent, match=f"proxy-password: The proxy {proxy.place}"):
                await zai.submit(order, nothing)
        gone = proxy.place
    async with client() as zai:
        with pytest.raises(NotSent, match=f"proxy-away: The proxy {gone}"):
            await zai.submit(order, nothing)


@pytest.mark.parametrize(
    "address",
    ["socks4://127.0.0.1:9", "socks4a://u:hidden@127.0.0.1:9", "ftp://127.0.0.1:9", "http://[bad", "//"],
)
async def test_an_address_that_cannot_be_used_holds_everything_and_is_never_left_out(
    service, order, tmp_path, lookups, monkeypatch, address: str
) -> None:
    monkeypatch.setenv("ALL_PROXY", address)
    desk = ServiceRoute(
        base_url=lambda: f"https://{HOST}/v4",
        key=lambda _url: KEY,
        rehearsal=None,
        certificates=SystemCertificates(),
    )
    with pytest.raises(BadInput, match="proxy") as held:
        await desk.for_job(a_job(state=JobState.READY))
    await desk.close()
    async with client() as zai:
        with pytest.raises(NotSent, match="proxy-unusable"):
            await zai.submit(order, nothing)
        with pytest.raises(ServiceBusy, match="proxy-unusable"):
            await zai.check_key()
    fetcher = VideoFetcher(tmp_path / "staging", local_hosts=())
    with pytest.raises(ServiceBusy, match="proxy-unusable"):
        await fetcher.fetch("job", f"https://{HOST}/video.mp4", nothing)
    await fetcher.close()
    assert "hidden" not in str(held.value)
    assert HOST not in lookups


async def test_a_proxy_that_is_set_while_the_program_runs_counts_from_the_next_call_on(
    proxy_to, certificate, order, service
) -> None:
    with proxy_to() as first, proxy_to(kind="http", login=("clerk", "word")) as second:
        settings = [
            ProxySetting(kind=ProxyKind.ADDRESS, address=f"socks5://{first.place}"),
            ProxySetting(kind=ProxyKind.ADDRESS, address=f"http://clerk@{second.place}", with_password=True),
            ProxySetting(kind=ProxyKind.ADDRESS),
        ]
        now = settings[:1]
        proxies = Proxies(lambda: now[0], {settings[1].address: "word"}.get)
        connections = ZaiConnections(
            f"https://{HOST}/v4", KEY, certificates=trusting(certificate), proxies=proxies
        )
        zai = ZaiVideoService(connections)
        accepted = await zai.submit(order, nothing)
        await zai.poll(accepted.task_id)
        now[0] = settings[1]
        await zai.poll(accepted.task_id)
        now[0] = settings[2]
        with pytest.raises(ServiceBusy, match="proxy-unusable"):
            await zai.poll(accepted.task_id)
        now[0] = settings[0]
        await zai.poll(accepted.task_id)
        await connections.close()
    assert (len(first.asked), len(second.asked)) == (3, 1)
    assert second.logins == [("clerk", "word")]
    assert "word" not in repr(vars(connections))


@pytest.mark.parametrize("way", [ProxySetting(kind=ProxyKind.ADDRESS), ProxySetting(kind=ProxyKind.NONE)])
async def test_an_order_is_held_while_the_proxy_that_is_set_cannot_be_used_though_another_way_is_open(
    proxy_to, certificate, order, service, tmp_path, lookups, monkeypatch, way: ProxySetting
) -> None:
    """The environment's proxy would let the order out. The setting `NONE` is the control: only a proxy that can't be used
    holds the order.
    """
    with proxy_to(kind="http") as proxy:
        monkeypatch.setenv("HTTPS_PROXY", f"http://{proxy.place}")
        desk = ServiceRoute(
            base_url=lambda: f"https://{HOST}/v4",
            key=lambda _url: KEY,
            rehearsal=None,
            certificates=trusting(certificate),
            proxies=Proxies(lambda: way),
        )
        if way.kind is ProxyKind.NONE:
            await desk.for_job(a_job(state=JobState.READY))
        else:
            with pytest.raises(BadInput, match="Settings > Network"):
                await desk.for_job(a_job(state=JobState.READY))
        await desk.close()
    assert proxy.asked == []
    assert service.charges == {}
    assert HOST not in lookups


async def test_a_way_is_tried_without_the_key_and_its_proxy_is_named(proxy_to, certificate, service) -> None:
    with proxy_to() as proxy:
        desk = ServiceRoute(
            base_url=lambda: f"https://{HOST}/v4",
            key=lambda _url: KEY,
            rehearsal=None,
            certificates=trusting(certificate),
        )
        wanted = ProxySetting(kind=ProxyKind.ADDRESS, address=f"socks5://{proxy.place}")
        assert await desk.check_way(f"https://{HOST}/v4", Proxies(lambda: wanted)) == proxy.place
        await desk.close()
    [asked] = service.seen(Kind.POLL)
    assert "authorization" not in asked.headers


@pytest.mark.parametrize("kind", ["socks5", "http"])
async def test_who_reads_along_behind_a_proxy_is_named_and_gets_nothing(
    proxy_to, order, service, monkeypatch, kind: str
) -> None:
    with proxy_to(kind=kind) as proxy:
        monkeypatch.setenv("ALL_PROXY", f"{kind}://{proxy.place}")
        async with client() as zai:
            with pytest.raises(NotSent, match="Office Inspection CA") as caught:
                await zai.submit(order, nothing)
    assert "clock" not in str(caught.value)
    assert proxy.asked == [f"{HOST}:443"] * 2
    assert proxy.inside_bytes == 0
    assert service.charges == {}
