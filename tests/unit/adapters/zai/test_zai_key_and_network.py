"""The key is removed from answers that repeat it, and for a broken connection it is known which end broke it."""

import errno
import ssl

import httpx
import pytest

from vidu_desktop.adapters.net.exhausted import MACHINE_AT_END
from vidu_desktop.adapters.zai.key_source import KeySource, without_key
from vidu_desktop.adapters.zai.network_errors import order_lost, order_not_sent, unreachable
from vidu_desktop.adapters.zai.verdicts import ServiceError, passing
from vidu_desktop.domain.proxy import PROXY_PASSWORD, PROXY_REFUSES
from vidu_desktop.errors import KeyTrouble

SECRET = "s3cr3t78"
KEY = f"identity.{SECRET}"


@pytest.mark.parametrize("said", [KEY, SECRET, f"Bearer {KEY}!", f'"{SECRET}"'])
def test_an_answer_that_repeats_the_key_or_its_secret_half_is_kept_without_it(said: str) -> None:
    kept = without_key(f"before {said} after".encode(), KEY)
    assert SECRET.encode() not in kept
    assert kept.startswith(b"before ")
    assert kept.endswith(b" after")


def test_words_that_happen_to_be_like_a_tiny_key_are_left_as_they_are() -> None:
    assert without_key(b"an id of a task", "an.id") == b"an id of a task"


@pytest.mark.parametrize("source", [None, "", "  "])
def test_without_a_key_nothing_is_asked(source: str | None) -> None:
    with pytest.raises(KeyTrouble) as refusal:
        KeySource(lambda: source).reveal()
    assert refusal.value.code == "no-key"


@pytest.mark.parametrize("source", ["kéy", "a key", "key\n2", "key\x7f"])
def test_what_no_header_can_hold_is_no_key(source: str) -> None:
    with pytest.raises(KeyTrouble) as refusal:
        KeySource(source).reveal()
    assert refusal.value.code == "key-malformed"
    assert source not in f"{refusal.value.sentence} {KeySource(source)!r}"


def test_a_key_that_was_changed_counts_at_once_and_blanks_around_it_do_not() -> None:
    keys = iter([f" {KEY}\n", "another.key"])
    source = KeySource(lambda: next(keys))
    assert [source.reveal(), source.reveal()] == [KEY, "another.key"]


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (httpx.ProxyError("407 Proxy Authentication Required"), PROXY_PASSWORD),
        (httpx.ProxyError("403 Forbidden"), PROXY_REFUSES),
        (httpx.ConnectTimeout("slow"), "time-out"),
        (TimeoutError(), "time-out"),
        (httpx.ConnectError("refused"), "unreachable"),
        (OSError("no route"), "unreachable"),
    ],
)
def test_what_broke_is_said_by_its_place(error: Exception, code: str) -> None:
    for made in (order_not_sent, unreachable):
        said = made(error, "service.test", proxy="proxy.test:3128")
        assert said.code == code
        place = "proxy.test:3128" if "proxy" in code else "service.test"
        assert place in str(said.sentence)
        assert "{" not in str(said.sentence)


def test_a_question_that_nothing_answered_is_told_from_one_that_got_an_answer() -> None:
    assert unreachable(TimeoutError(), "service.test").unheard
    assert not passing(ServiceError(status=503)).unheard


def test_a_computer_at_its_end_isnt_called_a_network_that_cant_be_reached() -> None:
    refused = httpx.ConnectError("all attempts failed")
    refused.__cause__ = OSError(errno.EMFILE, "Too many open files")
    for made in (order_not_sent, unreachable):
        for error in (refused, MemoryError(), RuntimeError("can't start new thread")):
            said = made(error, "service.test")
            assert said.code == MACHINE_AT_END
            assert "network" not in str(said.sentence)
            assert "no open files, memory or threads" in str(said.sentence)


@pytest.mark.parametrize(
    ("signer", "verify_code", "words"),
    [
        ("Office CA", 20, "Office CA"),
        ("", 10, "clock"),
        ("", 9, "clock"),
        ("", 20, "installed in the system"),
    ],
)
def test_a_certificate_that_isnt_good_blames_the_clock_only_where_a_clock_makes_it(
    signer: str, verify_code: int, words: str
) -> None:
    refused = ssl.SSLCertVerificationError("bad")
    refused.verify_code, refused.verify_message = verify_code, "a reason"
    said = order_not_sent(refused, "service.test", signer)
    assert said.code == "tls"
    assert words in str(said.sentence)
    assert "a reason" in str(said.sentence)


def test_a_line_that_broke_after_the_whole_order_had_left_is_told_from_one_that_broke_before() -> None:
    assert order_lost(complete=True).code == "answer-lost"
    assert order_lost(complete=False).code == "cut-while-sending"
