"""Proxies, certificates and keys: what surrounds a request."""

import ssl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vidu_desktop.adapters.net.certificates import certificate_problem
from vidu_desktop.adapters.net.der import issuer_name
from vidu_desktop.adapters.net.proxies import ProxyUnusable, proxy_for
from vidu_desktop.adapters.zai import network_errors
from vidu_desktop.adapters.zai.key_source import without_key

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
    assert proxy_for("https", "api.test") == proxy


@pytest.mark.parametrize(
    "address", ["http://office.test:port", "http://[office", "socks4://x:1", "quic://x:1", "http://"]
)
def test_a_proxy_that_cannot_be_used_is_not_left_out(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setenv("HTTPS_PROXY", address)
    with pytest.raises(ProxyUnusable):
        proxy_for("https", "api.test")


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "::1", "127.9.9.9"])
def test_this_machine_is_never_reached_through_a_proxy(monkeypatch: pytest.MonkeyPatch, host: str) -> None:
    monkeypatch.setenv("ALL_PROXY", "http://office.test:3128")
    assert proxy_for("http", host) is None
    assert proxy_for("http", "elsewhere.test") == "http://office.test:3128", "the negative control"


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
    """A certificate's outline as RFC 5280 draws it, as far as the issuer."""

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
