"""Settings survive on the disk. Damage costs a value and shows a sentence, but never stops the start."""

import json
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vidu_desktop.adapters.desktop.settings_file import SettingsFile
from vidu_desktop.adapters.net.proxies import Proxies, ProxyUnusable
from vidu_desktop.domain.amounts import Currency, usd
from vidu_desktop.domain.proxy import ProxyKind, ProxySetting
from vidu_desktop.domain.settings import Settings, checked_base_url
from vidu_desktop.errors import BadInput, DiskTrouble

CHANGED = Settings(
    base_url="https://other.example/v4",
    library_dir="/videos/ビデオ",
    jobs_at_once=3,
    prices={"vidu2-image": Decimal("0.25")},
    bigmodel_prices={"vidu2-image": Decimal("0.18")},
    budgets={Currency.USD: usd("12.50")},
    trust_repeat_refusal=True,
    appearance="dark",
    proxy=ProxySetting(kind=ProxyKind.ADDRESS, address="http://me@proxy.test:3128", with_password=True),
)


def test_without_a_file_there_are_defaults_and_nothing_to_say(tmp_path: Path) -> None:
    loaded = SettingsFile(tmp_path / "config" / "settings.json", {}).load()

    assert loaded.settings == Settings()
    assert loaded.notes == ()


def test_what_was_saved_is_loaded(tmp_path: Path) -> None:
    path = tmp_path / "config" / "settings.json"
    SettingsFile(path, {}).save(CHANGED)

    assert SettingsFile(path, {}).load().settings == CHANGED
    assert [entry.name for entry in path.parent.iterdir()] == ["settings.json"]


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"null", b"\xff\xfe", b"[" * 100_000])
def test_a_damaged_file_is_said_at_every_start_and_set_aside_by_the_next_save(
    tmp_path: Path, data: bytes
) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(data)

    SettingsFile(path, {}).load()
    file = SettingsFile(path, {})
    loaded = file.load()

    assert loaded.settings == Settings()
    assert str(path) in str(loaded.notes[0])
    assert loaded.money_in_doubt is not None
    assert path.read_bytes() == data

    file.save(CHANGED)
    after = SettingsFile(path, {}).load()
    assert (after.settings, after.notes, after.money_in_doubt) == (CHANGED, (), None)
    [aside] = (one for one in tmp_path.iterdir() if one != path)
    assert aside.read_bytes() == data


@pytest.mark.parametrize(
    ("name", "wrong", "doubt"),
    [
        ("budget_usd", "1e30", True),
        ("base_url", "http://open.example", True),
        ("prices_usd", {"vidu2-image": "-1"}, True),
        ("bigmodel_prices_cny", {"vidu2-image": "-1"}, True),
        ("library_dir", 5, True),
        ("appearance", "pink", False),
        ("jobs_at_once", 0, False),
    ],
)
def test_what_says_how_much_is_paid_and_where_is_in_doubt_until_settings_are_saved(
    tmp_path: Path, name: str, wrong: object, doubt: bool
) -> None:
    path = tmp_path / "settings.json"
    SettingsFile(path, {}).save(CHANGED)
    path.write_text(json.dumps(json.loads(path.read_text()) | {name: wrong}))
    file = SettingsFile(path, {})

    loaded = file.load()

    assert (loaded.money_in_doubt is not None) is doubt
    file.save(loaded.settings)
    assert SettingsFile(path, {}).load().money_in_doubt is None


@pytest.mark.parametrize(
    "wrong",
    [
        "none",
        {"kind": "address", "address": "socks4://proxy.test:1"},
        {"kind": "address", "address": "http://me:word@proxy.test:1"},
        {"kind": "straight"},
        {},
    ],
)
def test_a_proxy_that_cannot_be_read_is_never_taken_for_none(tmp_path: Path, wrong: object) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"proxy": wrong}))
    loaded = SettingsFile(path, {}).load()
    assert loaded.notes
    with pytest.raises(ProxyUnusable):
        Proxies(lambda: loaded.settings.proxy).proxy_for("https", "api.test")
    SettingsFile(path, {}).save(loaded.settings)
    assert SettingsFile(path, {}).load().settings.proxy == loaded.settings.proxy
    assert "word@" not in path.read_text()


def test_a_file_of_an_earlier_version_goes_out_as_the_system_says(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text("{}")
    assert SettingsFile(path, {}).load().settings.proxy.kind is ProxyKind.SYSTEM


def test_what_an_earlier_version_counted_in_dollars_stays_so_and_bigmodels_prices_are_asked_for_anew(
    tmp_path: Path,
) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"budget_usd": "5", "bigmodel_prices_usd": {"vidu2-image": "0.18"}}))
    settings = SettingsFile(path, {}).load().settings
    assert settings.budgets == {Currency.USD: usd(5)}
    assert settings.bigmodel_prices == {}, "0.18 dollars are no price in yuan"


def test_one_wrong_value_costs_only_itself(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    SettingsFile(path, {}).save(CHANGED)
    for name, wrong in {
        "jobs_at_once": 0,
        "budget_usd": "-1",
        "appearance": "pink",
        "base_url": "http://open.example",
        "prices_usd": {"m": 1},
        "trust_repeat_refusal": "yes",
    }.items():
        document = json.loads(path.read_text())
        (tmp_path / "one.json").write_text(json.dumps({**document, name: wrong}))

        loaded = SettingsFile(tmp_path / "one.json", {}).load()

        assert [str(note).count(name) for note in loaded.notes] == [1], name
        field = {"budget_usd": "budgets", "prices_usd": "prices"}.get(name, name)
        assert getattr(loaded.settings, field) == getattr(Settings(), field)


@settings(max_examples=30)
@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(),
        lambda x: st.lists(x) | st.dictionaries(st.text(), x),
    )
)
def test_any_json_at_any_setting_starts_the_program(
    tmp_path_factory: pytest.TempPathFactory, wrong: object
) -> None:
    path = tmp_path_factory.mktemp("settings") / "settings.json"
    path.write_text(
        json.dumps(
            dict.fromkeys(("base_url", "library_dir", "prices_usd", "budget_usd", "appearance"), wrong)
        )
    )

    assert SettingsFile(path, {}).load().settings.jobs_at_once == Settings().jobs_at_once


def test_the_environments_address_wins_is_told_and_is_never_saved(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    SettingsFile(path, {}).save(CHANGED)
    file = SettingsFile(path, {"ZAI_BASE_URL": "http://127.0.0.1:9000/v4/"})

    loaded = file.load()
    assert loaded.settings.base_url == "http://127.0.0.1:9000/v4"
    assert loaded.base_url_from_environment
    assert "ZAI_BASE_URL" in str(loaded.notes[0])

    file.save(loaded.settings)
    assert SettingsFile(path, {}).load().settings == CHANGED


def test_an_insecure_address_in_the_environment_is_refused_with_a_sentence(tmp_path: Path) -> None:
    loaded = SettingsFile(tmp_path / "s.json", {"ZAI_BASE_URL": "http://open.example"}).load()

    assert loaded.settings == Settings()
    assert "unencrypted" in str(loaded.notes[0])


def test_a_place_that_cant_be_written_is_disk_trouble_and_leaves_the_old(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")

    with pytest.raises(DiskTrouble):
        SettingsFile(blocked / "settings.json", {}).save(CHANGED)


@pytest.mark.parametrize(
    "address",
    [
        *(
            "https://a..b",
            "https://.example",
            "https://exa mple",
            "https://a.example:0",
            "https://a.example:99999",
        ),
        *("https://ho\nst.example", "https://" + "a" * 64 + ".example", "https://" + "a." * 130 + "example"),
        *(
            "https://-a.example",
            "https://a\x07.example",
            "https://a.example/" + "x" * 3_000,
            "https://[::1",
            "https://\udce9",
        ),
    ],
)
def test_an_address_that_cant_be_one_is_refused_at_once_and_not_by_the_first_order(address: str) -> None:
    with pytest.raises(BadInput) as caught:
        checked_base_url(address)
    assert caught.value.code == "base-url"


@pytest.mark.parametrize(
    "address",
    [
        *(
            "https://api.z.ai/api/paas/v4",
            "https://例え.example/v4",
            "https://a_b.example",
            "https://a.example.:8443",
        ),
        *("https://[2001:db8::1]:8443/v4", "https://10.0.0.7", "http://localhost:8000", "https://x"),
    ],
)
def test_addresses_that_can_be_are_taken(address: str) -> None:
    assert checked_base_url(address) == address


def test_a_link_to_settings_that_are_gone_is_no_reason_to_pay_without_a_budget(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.symlink_to(tmp_path / "drive" / "settings.json")

    loaded = SettingsFile(path, {}).load()

    assert loaded.money_in_doubt is not None
    assert "can't be read" in str(loaded.notes[0])


@pytest.mark.parametrize("price", ["1E+30", "-1", "NaN", "1E-400", "1000000.01"])
def test_a_price_out_of_bounds_starts_the_program_with_the_usual_one(tmp_path: Path, price: str) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"prices_usd": {"vidu2-image": price}, "library_dir": "a\0b"}))

    loaded = SettingsFile(path, {}).load()

    assert loaded.settings == Settings()
    assert len(loaded.notes) == 2
