"""The API keys of both doors: each is found, kept and sent at its own door only."""

from pathlib import Path

import pytest

from vidu_desktop.adapters.desktop.keyrings import KeyringDesk
from vidu_desktop.adapters.desktop.keys import ApiKey
from vidu_desktop.domain.doors import DOOR_URLS, Door
from vidu_desktop.domain.key_place import KeyPlace
from vidu_desktop.wiring.door_keys import DoorKeys

pytestmark = pytest.mark.anyio

ZAI, BIGMODEL = DOOR_URLS[Door.ZAI], DOOR_URLS[Door.BIGMODEL]
OWN = "https://gateway.office.test/v4"


class MemoryKeyring(dict[tuple[str, str], str]):
    def get_password(self, service: str, username: str) -> str | None:
        return self.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self[service, username]


def a_bunch(
    tmp_path: Path, keyring: MemoryKeyring | None, door: Door = Door.ZAI, hidden: list[str] | None = None
) -> DoorKeys:
    desk = KeyringDesk(find_keyring=lambda: keyring)
    return DoorKeys(tmp_path / "key.txt", desk, door, ([] if hidden is None else hidden).append)


def sent_to(keys: DoorKeys) -> dict[str, str | None]:
    return {url: keys.key_for(url) for url in (ZAI, OWN, BIGMODEL)}


@pytest.fixture(autouse=True)
def _no_keys_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("ZAI_API_KEY", "ZHIPUAI_API_KEY"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize("place", [KeyPlace.KEYRING, KeyPlace.FILE])
async def test_each_door_keeps_a_key_of_its_own_and_the_other_door_never_gets_it(
    tmp_path: Path, place: KeyPlace
) -> None:
    keyring = MemoryKeyring()
    hidden: list[str] = []
    keys = a_bunch(tmp_path, keyring, hidden=hidden)
    await keys.keep(Door.ZAI, ApiKey("key-of-zai"), place)
    assert sent_to(keys) == {ZAI: "key-of-zai", OWN: "key-of-zai", BIGMODEL: None}
    await keys.keep(Door.BIGMODEL, ApiKey("key-of-bigmodel"), place)

    later = a_bunch(tmp_path, keyring)
    assert later.key_for(ZAI) is None, "nothing is known before it was looked for"
    await later.load()
    assert sent_to(later) == {ZAI: "key-of-zai", OWN: "key-of-zai", BIGMODEL: "key-of-bigmodel"}
    await later.forget(Door.ZAI)
    assert sent_to(later) == {ZAI: None, OWN: None, BIGMODEL: "key-of-bigmodel"}
    assert {"key-of-zai", "key-of-bigmodel"} <= set(hidden)


async def test_the_environments_keys_go_where_they_belong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ZAI_API_KEY", "key-of-zai")
    monkeypatch.setenv("ZHIPUAI_API_KEY", "key-of-bigmodel")
    keys = a_bunch(tmp_path, None)
    await keys.load()
    assert sent_to(keys) == {ZAI: "key-of-zai", OWN: "key-of-zai", BIGMODEL: "key-of-bigmodel"}
    assert keys.found[Door.BIGMODEL].variable == "ZHIPUAI_API_KEY"


async def test_where_the_environment_names_bigmodel_its_key_is_bigmodels(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As in the official client, ZAI_BASE_URL and ZAI_API_KEY belong together."""
    monkeypatch.setenv("ZAI_API_KEY", "key-of-bigmodel")
    keys = a_bunch(tmp_path, None, Door.BIGMODEL)
    await keys.load()
    assert sent_to(keys) == {ZAI: None, OWN: None, BIGMODEL: "key-of-bigmodel"}
