"""The pure rules of downloads: where a link may lead, what the first bytes are, what headers allow."""

from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vidu_desktop.adapters.fetching.addresses import (
    ForbiddenAddress,
    check_literal,
    check_peer,
    check_resolved,
    checked_link,
    is_named,
)
from vidu_desktop.adapters.fetching.fetch_errors import interrupted, unsafe
from vidu_desktop.adapters.fetching.part_file import Validator, place_of
from vidu_desktop.adapters.fetching.replies import Asked, ReplyKind, body_bytes, judge, validator_of
from vidu_desktop.adapters.fetching.video_sniff import Looks, looks_like

URL = "https://files.example.test/a/b.mp4?sig=1"


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.9.9.9", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1",
        "224.0.0.1", "255.255.255.255", "::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12::1", "fec0::1", "ff02::1",
        "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:a9fe:a9fe", "::127.0.0.1", "64:ff9b::7f00:1",
        "64:ff9b::192.168.0.1", "2002:7f00:1::", "2002:c0a8:0101::1", "not an address", "",
    ],
)  # fmt: skip
def test_no_form_of_a_local_address_is_asked(address: str) -> None:
    with pytest.raises(ForbiddenAddress):
        check_peer(address)


@pytest.mark.parametrize(
    "address",
    ["1.1.1.1", "93.184.216.34", "2606:4700:4700::1111", "::ffff:1.1.1.1", "64:ff9b::101:101", "198.18.0.7"],
)
def test_the_world_outside_is_asked(address: str) -> None:
    check_peer(address)


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.1", "2130706433", "0x7f000001", "[::1]"])
def test_this_machine_is_recognised_however_it_is_written(host: str) -> None:
    with pytest.raises(ForbiddenAddress):
        check_resolved(urlsplit(f"http://{host}/x"))
    with pytest.raises(ForbiddenAddress):
        check_literal(urlsplit(f"http://{host}/x"))


def test_a_proxy_is_not_given_local_names_but_any_other() -> None:
    for host in (
        "printer.local",
        "db.internal",
        "x.localhost",
        "10.0.0.1",
        "localhost.",
        "127.0.0.1.",
        "x.local.",
    ):
        with pytest.raises(ForbiddenAddress):
            check_literal(urlsplit(f"http://{host}/x"))
    check_literal(urlsplit(URL))


@pytest.mark.parametrize(
    "url",
    [
        "ftp://x/y",
        "file:///etc/passwd",
        "//x/y",
        "https://",
        "https://u:p@x/",
        "https://x:0/",
        "https://[x/",
        "",
    ],
)
def test_only_web_links_are_followed(url: str) -> None:
    with pytest.raises(ForbiddenAddress):
        checked_link(url)


def test_a_redirect_never_leaves_https() -> None:
    checked_link("http://x.test/y", came_from="http://x.test/")
    with pytest.raises(ForbiddenAddress):
        checked_link("http://x.test/y", came_from="https://x.test/")


def test_an_exception_for_a_host_may_name_its_port() -> None:
    parts = urlsplit("http://127.0.0.1:8123/x")
    assert is_named(parts, {"127.0.0.1:8123"})
    assert is_named(parts, {"127.0.0.1"})
    assert not is_named(parts, {"127.0.0.1:8124", "localhost"})


@pytest.mark.parametrize(
    "beginning",
    [
        b"<!DOCTYPE html><html>", b"#EXTM3U\n#EXT-X-VERSION:3", b"<?xml version='1.0'?><MPD xmlns='x'>",
        b"v=0\r\no=- 0 0 IN IP4 127.0.0.1", b"ffconcat version 1.0\nfile 'a'", b"[playlist]\nFile1=http://x",
        b'{"error": "no"}', b"plain words", "网页".encode(), b"\xff\xfe<\0h\0t\0m\0l\0", b"\xef\xbb\xbf<html>",
        b"\x1f\x8b\x08\0\0", b"PK\x03\x04\0\0", b"",
    ],
)  # fmt: skip
def test_pages_and_playlists_are_told_from_videos(beginning: bytes) -> None:
    assert looks_like(beginning) is Looks.TEXT


def test_a_file_store_s_error_is_told_from_a_page() -> None:
    assert looks_like(b'<?xml version="1.0"?>\n<Error><Code>AccessDenied</Code></Error>') is Looks.ERROR_XML
    assert looks_like(b"<Error><Code>ExpiredToken</Code></Error>") is Looks.ERROR_XML


@pytest.mark.parametrize("beginning", [b"\0\0\0\x18ftypmp42", b"\0\0\0\x08free", b"\x1aE\xdf\xa3\x01"])
def test_what_may_be_a_video_is_let_through_to_the_closer_look(beginning: bytes) -> None:
    assert looks_like(beginning) is Looks.BINARY


VALIDATOR = Validator(place=place_of(URL), total_bytes=100, etag='"a"')
ASKED = Asked(first_byte=40, validator=VALIDATOR)
GOOD = {"content-range": "bytes 40-99/100", "content-length": "60", "etag": '"a"'}


def test_a_206_that_fits_to_the_byte_continues() -> None:
    assert judge(206, GOOD, ASKED) is ReplyKind.CONTINUES


@pytest.mark.parametrize(
    "changes",
    [
        {"content-range": ""}, {"content-range": "bytes 41-99/100"}, {"content-range": "bytes 40-98/100"},
        {"content-range": "bytes 40-99/101"}, {"content-range": "bytes 40-99/*"}, {"content-range": "bytes=40-99/100"},
        {"content-range": "bytes ４0-99/100"}, {"etag": '"b"'}, {"etag": ""}, {"etag": 'W/"a"'}, {"content-length": "61"},
    ],
)  # fmt: skip
def test_a_206_that_differs_in_anything_begins_again(changes: dict[str, str]) -> None:
    assert judge(206, GOOD | changes, ASKED) is ReplyKind.BEGIN_AGAIN


@pytest.mark.parametrize(
    ("status", "verdict"),
    [(200, ReplyKind.WHOLE), (416, ReplyKind.BEGIN_AGAIN), (403, ReplyKind.EXPIRED), (404, ReplyKind.EXPIRED),
     (410, ReplyKind.EXPIRED), (429, ReplyKind.BUSY), (500, ReplyKind.BUSY), (302, ReplyKind.BUSY), (204, ReplyKind.BUSY)],
)  # fmt: skip
def test_the_status_decides_the_rest(status: int, verdict: ReplyKind) -> None:
    assert judge(status, {}, ASKED) is verdict


def test_a_part_that_nobody_asked_for_is_not_taken() -> None:
    assert judge(206, GOOD, None) is ReplyKind.BUSY
    assert judge(416, {}, None) is ReplyKind.BUSY


def test_a_whole_file_is_taken_that_is_called_a_part_or_came_by_way_of_a_proxy() -> None:
    assert judge(206, {"content-range": "bytes 0-99/100"}, None) is ReplyKind.WHOLE
    assert judge(206, {"content-range": "bytes 0-49/100"}, None) is ReplyKind.BUSY
    assert judge(206, {"content-range": "bytes 0-99/*"}, None) is ReplyKind.BUSY
    assert judge(203, {}, ASKED) is ReplyKind.WHOLE


@pytest.mark.parametrize("name", ["aws-chunked", "none", "utf-8", "binary", "identity, identity", ""])
def test_a_word_that_names_no_way_of_packing_is_no_reason_to_refuse(name: str) -> None:
    assert judge(200, {"content-encoding": name}, None) is ReplyKind.WHOLE
    assert judge(200, {"content-encoding": f"{name}, GZIP"}, None) is ReplyKind.ENCODED


def test_a_length_beside_an_ending_that_is_marked_promises_nothing() -> None:
    assert body_bytes({"content-length": "5", "transfer-encoding": "chunked"}) is None
    assert body_bytes({"content-length": "5"}) == 5


def test_files_that_are_said_to_be_packed_are_told_from_others() -> None:
    assert judge(200, GOOD | {"content-encoding": "gzip"}, ASKED) is ReplyKind.ENCODED
    assert judge(206, GOOD | {"content-encoding": "gzip"}, ASKED) is ReplyKind.CONTINUES
    assert judge(200, {"content-encoding": "identity"}, None) is ReplyKind.WHOLE


NOW = "Sat, 10 Jan 2026 12:00:00 GMT"


@pytest.mark.parametrize(
    ("headers", "strong"),
    [
        ({"etag": '"a"'}, True),
        ({"etag": 'W/"a"'}, False),
        ({"etag": "a"}, False),
        ({"etag": '"a"b"'}, False),
        ({"etag": 'W/"a"', "last-modified": "Mon, 05 Jan 2015 10:00:00 GMT", "date": NOW}, False),
        ({"last-modified": "Mon, 05 Jan 2015 10:00:00 GMT", "date": NOW}, True),
        ({"last-modified": "Sat, 10 Jan 2026 11:59:30 GMT", "date": NOW}, False),
        ({"last-modified": "Mon, 05 Jan 2015 10:00:00 GMT"}, False),
        ({"last-modified": "yesterday", "date": NOW}, False),
        ({}, False),
    ],
)
def test_only_strong_validators_vouch(headers: dict[str, str], strong: bool) -> None:
    assert (validator_of(URL, {"content-length": "100"} | headers) is not None) == strong
    assert validator_of(URL, headers) is None, "and never without a length"


def test_a_fresh_link_to_the_same_place_continues_and_another_place_does_not() -> None:
    assert place_of(URL) == place_of("https://files.example.test/a/b.mp4?sig=2&expires=9")
    assert place_of(URL) != place_of("https://files.example.test/a/c.mp4?sig=1")


@given(st.dictionaries(st.sampled_from(sorted(GOOD)), st.text(max_size=40)), st.integers(100, 599))
def test_no_headers_break_the_rules(headers: dict[str, str], status: int) -> None:
    verdict = judge(status, headers, ASKED)
    assert verdict is not ReplyKind.CONTINUES or headers["content-range"].strip() == GOOD["content-range"]
    body_bytes(headers)
    validator_of(URL, headers)


@pytest.mark.parametrize("short", ["unreachable", "proxy", "too-slow"])
def test_a_download_that_stopped_says_why_where_it_is_known(short: str) -> None:
    assert str(interrupted(short).sentence) != str(interrupted("cut").sentence)
    assert interrupted(short).code == short


@pytest.mark.parametrize(("scheme", "port"), [("http", 80), ("https", 443)])
def test_a_host_that_is_named_with_its_schemes_own_port_is_named(scheme: str, port: int) -> None:
    parts = urlsplit(f"{scheme}://files.test/v.mp4")
    assert is_named(parts, {f"files.test:{port}"})
    assert not is_named(parts, {f"files.test:{port + 1}"})


def test_a_connection_that_isnt_safe_names_who_signed_for_it_where_that_is_known() -> None:
    known, unknown = unsafe("Office CA"), unsafe("")
    assert known.code == unknown.code == "tls"
    assert "Office CA" in str(known.sentence)
    assert "signed" not in str(unknown.sentence)
    assert "{" not in f"{known.sentence} {unknown.sentence}"
