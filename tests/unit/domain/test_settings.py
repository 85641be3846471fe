"""The settings before anybody has chosen anything, what an order costs at each door, and which addresses are safe."""

from decimal import Decimal

import pytest

from vidu_desktop.domain.amounts import Currency, Money, usd
from vidu_desktop.domain.catalogue import CATALOGUE
from vidu_desktop.domain.doors import DEFAULT_BASE_URL, DOOR_URLS, Door, door_of, way_to_door
from vidu_desktop.domain.settings import Settings, checked_base_url, is_loopback_host
from vidu_desktop.errors import BadInput

SPEC = CATALOGUE[0]
AT_BIGMODEL = DOOR_URLS[Door.BIGMODEL]
YUAN = Money(Decimal("1.5"), Currency.CNY)


def test_unasked_nothing_is_risked_thrown_away_or_loud() -> None:
    settings = Settings()

    assert not settings.trust_repeat_refusal
    assert settings.empty_trash_after_days == 0
    assert settings.notify
    assert not settings.notify_sound
    assert (settings.appearance, settings.language, settings.library_dir) == ("system", "system", "")
    assert (settings.door, settings.currency) == (Door.ZAI, Currency.USD)
    assert settings.budget_in(Currency.USD) is None
    assert settings.budget_in(Currency.CNY) is None


def test_a_budget_in_one_currency_allows_nothing_in_the_other() -> None:
    settings = Settings(budgets={Currency.USD: usd("6")})

    assert settings.budget_in(Currency.USD) == usd("6")
    assert settings.budget_in(Currency.CNY) == Money(Decimal(0), Currency.CNY)


def test_at_z_ai_the_persons_own_figure_stands_over_the_usual_one() -> None:
    usual = Settings().price_of(SPEC, {})
    own = Settings(prices={SPEC.model: Decimal("0.15")})

    assert usual == Money(SPEC.price.of({}), Currency.USD)
    assert own.price_of(SPEC, {}) == own.known_price(SPEC, {}) == usd("0.15")
    assert Settings(prices={"another": Decimal(9)}).price_of(SPEC, {}) == usual
    assert Settings(bigmodel_prices={SPEC.model: Decimal(9)}).price_of(SPEC, {}) == usual


def test_at_bigmodel_only_what_the_person_said_is_a_price() -> None:
    unknown = Settings(base_url=AT_BIGMODEL, prices={SPEC.model: Decimal("0.15")})
    known = Settings(base_url=AT_BIGMODEL, bigmodel_prices={SPEC.model: YUAN.amount})

    assert unknown.known_price(SPEC, {}) is None
    with pytest.raises(BadInput) as caught:
        unknown.price_of(SPEC, {})
    assert caught.value.code == "price-unknown"
    assert SPEC.name in str(caught.value.sentence)
    assert "BigModel" in str(caught.value.sentence)
    assert known.price_of(SPEC, {}) == YUAN
    assert (known.currency, known.usual_prices_count) == (Currency.CNY, False)


def test_a_price_of_nothing_is_a_price() -> None:
    assert Settings(prices={SPEC.model: Decimal(0)}).known_price(SPEC, {}) == usd("0")


@pytest.mark.parametrize(
    ("url", "door"),
    [
        (DEFAULT_BASE_URL, Door.ZAI),
        (AT_BIGMODEL, Door.BIGMODEL),
        ("https://bigmodel.cn./v4", Door.BIGMODEL),
        ("https://notbigmodel.cn/v4", Door.ZAI),
        ("https://bigmodel.cn.example/v4", Door.ZAI),
        ("https://[half", Door.ZAI),
        ("", Door.ZAI),
    ],
)
def test_an_address_belongs_to_the_door_whose_host_it_names(url: str, door: Door) -> None:
    assert door_of(url) is door


def test_an_order_of_an_earlier_version_was_meant_for_z_ai() -> None:
    assert way_to_door(None, AT_BIGMODEL) == DEFAULT_BASE_URL
    assert way_to_door(None, "https://own.example/v4") == "https://own.example/v4"
    assert way_to_door(AT_BIGMODEL, DEFAULT_BASE_URL) == AT_BIGMODEL


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST", "127.0.0.1", "127.9.9.9", "::1", "[::1]"])
def test_this_very_machine_is_known_by_its_own_names(host: str) -> None:
    assert is_loopback_host(host)


@pytest.mark.parametrize("host", ["", "localhost.example", "128.0.0.1", "::2", "127.0.0.1.example"])
def test_no_other_machine_is_taken_for_this_one(host: str) -> None:
    assert not is_loopback_host(host)


@pytest.mark.parametrize(
    ("text", "url"),
    [
        (" https://api.example/v4/ ", "https://api.example/v4"),
        ("https://api.example:8443", "https://api.example:8443"),
        ("http://localhost:8000/v4", "http://localhost:8000/v4"),
        ("http://[::1]:8000", "http://[::1]:8000"),
        ("https://10.0.0.1", "https://10.0.0.1"),
        ("https://my_host.example.", "https://my_host.example."),
        ("https://m\u00fcnchen.example", "https://m\u00fcnchen.example"),
        (f"https://a.example/{'p' * 1982}", f"https://a.example/{'p' * 1982}"),
        (f"https://{'a.' * 126}b", f"https://{'a.' * 126}b"),
    ],
)
def test_a_usable_address_is_taken_without_what_stands_around_it(text: str, url: str) -> None:
    assert checked_base_url(text) == url


@pytest.mark.parametrize(
    "text",
    [
        "",
        "api.example",
        "ftp://api.example",
        "https://",
        "https://api.example:0",
        "https://api.example:99999",
        "https://user@api.example",
        "https://user:word@api.example",
        "https://api.example?key=1",
        "https://api.example#part",
        "https://-api.example",
        "https://api..example",
        f"https://{'a' * 64}.example",
        f"https://{'a.' * 127}b",
        f"https://a.example/{'p' * 1983}",
        "https://api.example/\x07",
        "https://[half",
    ],
)
def test_what_is_no_address_of_a_service_is_said_with_one_that_is(text: str) -> None:
    with pytest.raises(BadInput) as caught:
        checked_base_url(text)
    assert caught.value.code == "base-url"
    assert caught.value.sentence.values == {"url": text, "example": DEFAULT_BASE_URL}


@pytest.mark.parametrize("text", ["http://api.example", "http://127.0.0.1.example"])
def test_a_key_never_goes_out_unencrypted(text: str) -> None:
    with pytest.raises(BadInput) as caught:
        checked_base_url(text)
    assert caught.value.code == "base-url-insecure"
    assert text in str(caught.value.sentence)
