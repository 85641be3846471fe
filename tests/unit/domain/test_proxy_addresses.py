"""A proxy's address as people write it, and the error for one that can't be used."""

import pytest

from vidu_desktop.domain.proxy import (
    ProxyKind,
    ProxySetting,
    checked_proxy,
    place_of,
    unusable_proxy,
    with_password,
)
from vidu_desktop.errors import BadInput


@pytest.mark.parametrize(
    ("text", "address", "password"),
    [
        ("proxy:3128", "http://proxy:3128", ""),
        ("  proxy:3128\n", "http://proxy:3128", ""),
        ("proxy", "http://proxy", ""),
        ("http://proxy:3128/", "http://proxy:3128", ""),
        ("HTTPS://proxy:443", "https://proxy:443", ""),
        ("socks://proxy:1080", "socks5h://proxy:1080", ""),
        ("socks5://proxy:1080", "socks5h://proxy:1080", ""),
        ("socks5h://proxy:1080", "socks5h://proxy:1080", ""),
        ("socks5://name:word@proxy:1080", "socks5h://name@proxy:1080", "word"),
        ("http://n%40me:w%2Frd@proxy", "http://n%40me@proxy", "w/rd"),
        ("http://na%2Fme@proxy:1", "http://na%2Fme@proxy:1", ""),
        ("http://:word@proxy:1", "http://proxy:1", "word"),
        ("http://[::1]:3128", "http://[::1]:3128", ""),
        ("http://[fe80::1%25eth0]:1", "http://[fe80::1%25eth0]:1", ""),
        ("http://прокси:1", "http://xn--h1adldfi:1", ""),
        ("socks5://\U0001f600.test", "socks5h://xn--e28h.test", ""),
        (f"socks5://{'n' * 255}@p", f"socks5h://{'n' * 255}@p", ""),
        (f"http://{'n' * 256}@p", f"http://{'n' * 256}@p", ""),
    ],
)
def test_an_address_is_taken_as_people_write_it_and_its_password_apart(
    text: str, address: str, password: str
) -> None:
    assert checked_proxy(text) == (address, password)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "://",
        "http://",
        "http://:3128",
        "proxy:0",
        "proxy:99999",
        "proxy:port",
        "http://[::1",
        "my proxy:3128",
        "proxy\u202e:3128",
        "http://proxy/path",
        "http://proxy/_",
        "http://proxy/?query",
        "http://proxy#part",
        "ftp://proxy:21",
        "socks4://proxy:1080",
        f"http://{'p' * 2_000}",
        f"http://{'p' * 64}:1",
        f"http://{'p.' * 150}test:1",
        "http://p..test:1",
        "http://.test:1",
        "http://*:1",
        "http://-p:1",
        "http://p%2etest:1",
        "http://p\\q:1",
        "http://[v1.x]:1",
        "http://[proxy]:1",
        f"socks5://{'n' * 256}@p",
        f"socks5://n:{'é' * 128}@p",
    ],
)
def test_what_is_no_proxy_is_refused_without_repeating_it(text: str) -> None:
    with pytest.raises(BadInput) as refusal:
        checked_proxy(text)
    assert refusal.value.code == "proxy-address"


def test_a_password_is_in_no_refusal() -> None:
    with pytest.raises(BadInput) as refusal:
        checked_proxy("ftp://name:s3cret@proxy:21")
    assert "s3cret" not in str(refusal.value.sentence)


def test_the_longest_address_that_is_taken_has_two_thousand_characters() -> None:
    text = f"http://{'n' * 1_991}@p"
    assert checked_proxy(text).address == text


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        ("socks4", "socks5://proxy.example:1080"),
        ("ftp", "http://proxy.example:3128"),
        ("", "http://proxy.example:3128"),
    ],
)
def test_the_words_about_an_unusable_one_show_one_that_would_be(kind: str, names: str) -> None:
    assert str(unusable_proxy(kind).sentence).endswith(f" {names}.")
    assert checked_proxy(names)
    assert ("SOCKS" in str(unusable_proxy(kind).sentence)) is (kind == "socks4")


def test_the_password_is_put_where_the_one_client_wants_it() -> None:
    assert with_password("http://name@proxy:1", "w/rd@") == "http://name:w%2Frd%40@proxy:1"
    assert with_password("http://name@proxy:1", "") == "http://name@proxy:1"
    assert with_password("http://proxy:1", "word") == "http://:word@proxy:1"
    for text in ("http://name:w%40rd@proxy:1", "http://:word@proxy:1"):
        assert checked_proxy(with_password(*checked_proxy(text))) == checked_proxy(text)


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("http://name@proxy:3128", "proxy:3128"),
        ("socks5h://proxy:1080/", "proxy:1080"),
        ("http://proxy_/", "proxy_"),
        ("http://na@me:word@proxy", "proxy"),
        (None, ""),
        ("", ""),
    ],
)
def test_what_is_said_of_a_proxy_is_its_place_alone(address: str | None, place: str) -> None:
    assert place_of(address) == place


def test_where_nothing_is_set_the_system_says_how_and_no_password_belongs_to_it() -> None:
    assert ProxySetting() == ProxySetting(kind=ProxyKind.SYSTEM, address="", with_password=False)
