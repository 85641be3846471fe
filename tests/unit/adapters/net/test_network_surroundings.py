"""Proxies, certificates and keys: everything around a request."""

import ipaddress
import ssl
import sys
from collections.abc import Callable
from typing import Self

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jeepney import Message, new_error, new_method_return

from vidu_desktop.adapters.net.certificates import certificate_problem
from vidu_desktop.adapters.net.der import issuer_name
from vidu_desktop.adapters.net.portal import RememberedPortal, ask_portal
from vidu_desktop.adapters.net.proxies import Portal, PortalSilent, Proxies, ProxyUnusable
from vidu_desktop.adapters.zai import network_errors
from vidu_desktop.adapters.zai.key_source import without_key
from vidu_desktop.domain.proxy import ProxyKind, ProxySetting, checked_proxy, place_of, with_password
from vidu_desktop.errors import BadInput

VARIABLES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "SOCKS_PROXY", "NO_PROXY")


@pytest.fixture(autouse=True)
def _no_proxy_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


OFFICE = "http://office.test:3128"


@pytest.mark.parametrize(
    ("environment", "proxy"),
    [
        ({}, None),
        ({"HTTPS_PROXY": OFFICE}, OFFICE),
        ({"HTTPS_PROXY": "office.test:3128"}, OFFICE),
        ({"ALL_PROXY": OFFICE + "/"}, OFFICE),
        ({"ALL_PROXY": "socks://127.0.0.1:1080/"}, "socks5h://127.0.0.1:1080"),
        ({"ALL_PROXY": "SOCKS5://a:b@[::1]:1080"}, "socks5h://a:b@[::1]:1080"),
        ({"ALL_PROXY": "socks://x:1", "HTTPS_PROXY": OFFICE}, OFFICE),
        ({"SOCKS_PROXY": "http://127.0.0.1:1080"}, "socks5h://127.0.0.1:1080"),
        ({"SOCKS_PROXY": "socks5://me:word@127.0.0.1:1080"}, "socks5h://me:word@127.0.0.1:1080"),
        ({"HTTP_PROXY": OFFICE}, None),
        ({"HTTPS_PROXY": OFFICE, "NO_PROXY": "*"}, None),
        ({"HTTPS_PROXY": OFFICE, "NO_PROXY": "api.test"}, None),
        ({"ALL_PROXY": "socks4://x:1", "NO_PROXY": "api.test"}, None),
        ({"HTTPS_PROXY": OFFICE, "NO_PROXY": "[::1,,;%"}, OFFICE),
    ],
)
def test_a_proxy_is_taken_as_it_was_set(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], proxy: str | None
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert Proxies().proxy_for("https", "api.test") == proxy


@pytest.mark.parametrize(
    "address", ["http://office.test:port", "http://[office", "socks4://x:1", "quic://x:1", "http://"]
)
def test_a_proxy_that_cannot_be_used_is_not_left_out(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setenv("HTTPS_PROXY", address)
    with pytest.raises(ProxyUnusable):
        Proxies().proxy_for("https", "api.test")


def test_an_older_socks_is_not_taken_for_the_newer_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOCKS_PROXY", "socks4://office.test:1080")
    with pytest.raises(ProxyUnusable):
        Proxies().proxy_for("https", "api.test")


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "::1", "127.9.9.9"])
def test_this_machine_is_never_reached_through_a_proxy(monkeypatch: pytest.MonkeyPatch, host: str) -> None:
    monkeypatch.setenv("ALL_PROXY", "http://office.test:3128")
    assert Proxies().proxy_for("http", host) is None
    assert Proxies().proxy_for("http", "elsewhere.test") == "http://office.test:3128", "the negative control"


def chosen(kind: ProxyKind, address: str = "", *, with_password: bool = False) -> ProxySetting:
    return ProxySetting(kind=kind, address=address, with_password=with_password)


def the_way(setting: ProxySetting, password: str | None = None, portal: Portal | None = None) -> str | None:
    return Proxies(lambda: setting, lambda _address: password, portal).proxy_for("https", "api.test")


def test_what_is_set_here_counts_before_environment_and_desktop(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", OFFICE)
    assert the_way(chosen(ProxyKind.NONE), portal=lambda _url: [OFFICE]) is None
    other = "socks5h://me@own.test:1080"
    assert the_way(chosen(ProxyKind.ADDRESS, other), portal=lambda _url: [OFFICE]) == other
    word = the_way(chosen(ProxyKind.ADDRESS, other, with_password=True), "p@ss:word")
    assert word == "socks5h://me:p%40ss%3Aword@own.test:1080"
    assert the_way(ProxySetting()) == OFFICE, "the negative control"


@pytest.mark.parametrize(
    "setting",
    [
        chosen(ProxyKind.ADDRESS),
        chosen(ProxyKind.ADDRESS, "socks4://own.test:1"),
        chosen(ProxyKind.ADDRESS, "http://me@own.test:1", with_password=True),
    ],
)
def test_what_is_set_here_and_cannot_be_used_gives_way_to_nothing(
    monkeypatch: pytest.MonkeyPatch, setting: ProxySetting
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", OFFICE)
    with pytest.raises(ProxyUnusable) as held:
        the_way(setting, portal=lambda _url: ["direct://"])
    assert not held.value.for_now


@pytest.mark.parametrize(
    ("offered", "proxy"),
    [
        ([], None),
        (["direct://"], None),
        (["direct://", OFFICE], None),
        ([OFFICE, "direct://"], OFFICE),
        (["socks://desk.test:1080"], "socks5h://desk.test:1080"),
        (["socks4://desk.test:1", "http://me:word@desk.test:2", "direct://"], "http://me:word@desk.test:2"),
    ],
)
def test_the_desktop_is_asked_where_the_environment_says_nothing(
    offered: list[str], proxy: str | None
) -> None:
    asked: list[str] = []

    def portal(url: str) -> list[str]:
        asked.append(url)
        return offered

    assert the_way(ProxySetting(), portal=portal) == proxy
    assert asked == ["https://api.test/"]


@pytest.mark.parametrize("environment", [{"HTTPS_PROXY": OFFICE}, {"ALL_PROXY": OFFICE}, {"NO_PROXY": "*"}])
def test_the_desktop_is_not_asked_where_the_environment_decides(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str]
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    desktop = "http://desktop.test:1"
    assert the_way(ProxySetting(), portal=lambda _url: [desktop]) != desktop
    for name in environment:
        monkeypatch.delenv(name)
    monkeypatch.setenv("NO_PROXY", "elsewhere.test")
    assert the_way(ProxySetting(), portal=lambda _url: [desktop]) == desktop, (
        "exceptions alone decide nothing"
    )


@pytest.mark.parametrize(
    "variable",
    ["HTTP_PROXY", "FTP_PROXY", "RSYNC_PROXY", "npm_config_https_proxy", "SOCKS5_PROXY", "NO_PROXY"],
)
def test_a_variable_that_names_no_proxy_for_https_leads_not_past_the_desktops(
    monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    monkeypatch.setenv(variable, "elsewhere.test:1")
    assert the_way(ProxySetting(), portal=lambda _url: [OFFICE]) == OFFICE
    assert the_way(ProxySetting()) is None


@pytest.mark.parametrize(
    "exceptions",
    [
        "*.test",
        "api.test:443",
        "10.0.0.0/8",
        "other.test api.test",
        "pi.test",
        "https://api.test",
        "x,*",
        "(",
        " ",
    ],
)
def test_an_exception_in_an_unknown_form_is_none(monkeypatch: pytest.MonkeyPatch, exceptions: str) -> None:
    monkeypatch.setenv("HTTPS_PROXY", OFFICE)
    monkeypatch.setenv("NO_PROXY", exceptions)
    assert the_way(ProxySetting()) == OFFICE


def test_a_password_that_socks_cannot_carry_holds_what_is_sent() -> None:
    own = chosen(ProxyKind.ADDRESS, "socks5://me@own.test:1080", with_password=True)
    assert (the_way(own, "w" * 255) or "").startswith("socks5h://me:www")
    with pytest.raises(ProxyUnusable):
        the_way(own, "w" * 256)


@given(st.text(st.characters(codec="utf-8"), max_size=80), st.sampled_from(["http", "https", "socks5"]))
def test_every_proxy_that_is_taken_can_be_connected_to(text: str, kind: str) -> None:
    try:
        address, password = checked_proxy(f"{kind}://{text}")
    except BadInput:
        return
    host = httpx.Proxy(with_password(address, password)).url.raw_host.decode("ascii")
    if ":" in host:
        ipaddress.ip_address(host.replace("%25", "%"))
    else:
        host.encode("idna")


def test_a_proxy_of_the_desktop_that_cannot_be_used_is_not_gone_past() -> None:
    with pytest.raises(ProxyUnusable) as held:
        the_way(ProxySetting(), portal=lambda _url: ["socks4://desk.test:1", "direct://"])
    assert not held.value.for_now

    def silent(_url: str) -> list[str]:
        raise PortalSilent

    with pytest.raises(ProxyUnusable) as held:
        the_way(ProxySetting(), portal=silent)
    assert held.value.for_now


def test_an_answer_of_the_desktop_counts_for_some_seconds_and_silence_is_not_remembered() -> None:
    now_s = [0.0]
    answers: list[tuple[str, ...] | None] = [("a",), ("b",), None, ("c",)]

    def ask(_url: str) -> tuple[str, ...]:
        answer = answers.pop(0)
        if answer is None:
            raise PortalSilent
        return answer

    portal = RememberedPortal(ask, lambda: now_s[0])
    assert [portal("x"), portal("x")] == [("a",), ("a",)]
    now_s[0] = 60.0
    assert portal("x") == ("b",)
    now_s[0] = 120.0
    with pytest.raises(PortalSilent):
        portal("x")
    assert portal("x") == ("c",)


class Bus:
    """A session bus that gives one answer."""

    def __init__(self, answer: Callable[[Message], Message] | Exception) -> None:
        self._answer = answer

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def send_and_get_reply(self, message: Message, *, timeout: float) -> Message:
        assert timeout > 0
        if isinstance(self._answer, Exception):
            raise self._answer
        return self._answer(message)


def names(*proxies: str) -> Callable[[Message], Message]:
    return lambda message: new_method_return(message, "as", (list(proxies),))


def refuses(name: str) -> Callable[[Message], Message]:
    return lambda message: new_error(message, f"org.freedesktop.{name}")


@pytest.mark.skipif(sys.platform != "linux", reason="the desktop portal is Linux's")
@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (names("http://desk.test:3128", "direct://"), ("http://desk.test:3128", "direct://")),
        (refuses("DBus.Error.ServiceUnknown"), ()),
        (refuses("DBus.Error.UnknownInterface"), ()),
        (refuses("portal.Error.Failed"), PortalSilent),
        (TimeoutError(), PortalSilent),
    ],
)
def test_the_desktop_names_its_proxies_has_none_or_is_silent(
    monkeypatch: pytest.MonkeyPatch, answer: object, said: object
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    assert ask_portal("https://api.test/") == (), "a bus that is gone"
    monkeypatch.setattr("jeepney.io.blocking.open_dbus_connection", lambda _bus: Bus(answer))
    if isinstance(said, tuple):
        assert ask_portal("https://api.test/") == said
    else:
        with pytest.raises(PortalSilent):
            ask_portal("https://api.test/")


@pytest.mark.parametrize(
    ("written", "address", "password"),
    [
        ("proxy.test:3128", "http://proxy.test:3128", ""),
        (" http://proxy.test:3128/ ", "http://proxy.test:3128", ""),
        ("https://me@proxy.test", "https://me@proxy.test", ""),
        ("socks5://me:p%40ss@proxy.test:1080", "socks5h://me@proxy.test:1080", "p@ss"),
        ("http://d%5Cme:w@[::1]:8080", "http://d%5Cme@[::1]:8080", "w"),
    ],
)
def test_a_typed_proxy_is_taken_apart_and_put_together_again(
    written: str, address: str, password: str
) -> None:
    assert checked_proxy(written) == (address, password)
    assert checked_proxy(with_password(address, password)) == (address, password)
    assert "me" not in place_of(with_password(address, password))


@pytest.mark.parametrize(
    "written", ["", "socks4://p:1", "http://p:0", "http://p/x", "ftp://p", "http://a b:1"]
)
def test_what_is_no_proxy_is_refused_without_quoting_it(written: str) -> None:
    with pytest.raises(BadInput) as refused:
        checked_proxy(written)
    assert written not in str(refused.value) or not written


def test_a_refused_certificate_says_who_signed_it() -> None:
    refused = ssl.SSLCertVerificationError()
    refused.verify_message = "self-signed certificate in certificate chain"
    outer = OSError("wrapped")
    outer.__cause__ = refused
    assert certificate_problem(outer) is refused
    sentence = network_errors.order_not_sent(outer, "api.test", "Office Firewall CA").sentence
    assert "Office Firewall CA" in str(sentence)
    assert "self-signed" in str(sentence)
    assert network_errors.order_not_sent(OSError(), "api.test").code == "unreachable"


def _element(tag: int, content: bytes) -> bytes:
    length = bytes([len(content)]) if len(content) < 128 else bytes([0x82, *len(content).to_bytes(2, "big")])
    return bytes([tag]) + length + content


def _certificate(organisation: str, name: str) -> bytes:
    """Return a certificate in the form of RFC 5280, up to the issuer."""

    def attribute(kind: int, text: str) -> bytes:
        return _element(
            0x31, _element(0x30, _element(0x06, bytes([0x55, 4, kind])) + _element(0x0C, text.encode()))
        )

    issuer = _element(0x30, attribute(10, organisation) + attribute(3, name))
    fields = _element(0xA0, _element(0x02, b"\2")) + _element(0x02, b"\1") + _element(0x30, b"") + issuer
    return _element(0x30, _element(0x30, fields + _element(0x30, bytes(200))))


def test_the_issuer_is_read_from_a_certificate_that_nobody_trusts() -> None:
    assert issuer_name(_certificate("Bürohaus AG", "Traffic Check CA")) == "Bürohaus AG, Traffic Check CA"


@given(st.binary(max_size=300), st.integers(0, 250))
def test_no_certificate_breaks_the_reader(noise: bytes, at: int) -> None:
    real = _certificate("A", "B")
    for data in (noise, real[:at], real[:at] + noise):
        assert isinstance(issuer_name(data), str)


def test_a_key_that_the_service_repeats_is_taken_out_whole_and_by_its_secret_part() -> None:
    body = without_key(b"key abcdefgh.ijklmnopqr, secret ijklmnopqr, end", "abcdefgh.ijklmnopqr")
    assert body == b"key [key], secret [key], end"
