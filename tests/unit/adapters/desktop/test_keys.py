# ruff: noqa: ASYNC240 - tests may block
"""The key: where it is found, where it is kept, and that it is never shown."""

import asyncio
import copy
import errno
import importlib
import logging
import pickle
import subprocess
import threading
import traceback
from pathlib import Path

import pytest

from vidu_desktop.adapters.desktop import keyrings
from vidu_desktop.adapters.desktop.instance_lock import HolderKind
from vidu_desktop.adapters.desktop.keyrings import KeyringDesk, trusted_keyring
from vidu_desktop.adapters.desktop.keys import ApiKey, FoundKey, KeyStore
from vidu_desktop.domain.key_place import KeyPlace
from vidu_desktop.errors import BadInput, KeyTrouble
from vidu_desktop.wiring.session import Session

pytestmark = pytest.mark.anyio

SECRET = "canary0123456789.secretpart"


class MemoryKeyring:
    def __init__(self) -> None:
        self.stored: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.stored.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.stored[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.stored[service, username]


class ChattyKeyring(MemoryKeyring):
    """Fails with an error that quotes the secret."""

    def set_password(self, service: str, username: str, password: str) -> None:
        raise RuntimeError(f"cannot store {password}")


def a_store(tmp_path: Path, keyring: object = None, **environ: str) -> KeyStore:
    desk = KeyringDesk(find_keyring=lambda: keyring)  # type: ignore[arg-type, return-value]
    return KeyStore(tmp_path / "key.txt", environ=environ, keyring=desk)


async def test_without_anything_there_is_no_key_and_no_fuss(tmp_path: Path) -> None:
    assert await a_store(tmp_path).load() == FoundKey(key=None)


async def test_the_environment_wins_over_the_keyring(tmp_path: Path) -> None:
    keyring = MemoryKeyring()
    await a_store(tmp_path, keyring).keep(ApiKey("from-the-keyring"), KeyPlace.KEYRING)

    found = await a_store(tmp_path, keyring, ZAI_API_KEY=f" {SECRET}\n").load()

    assert found == FoundKey(key=ApiKey(SECRET), place=KeyPlace.ENVIRONMENT, variable="ZAI_API_KEY")


def environment_of_a_child() -> str:
    return subprocess.run(["env"], capture_output=True, text=True, check=True).stdout


async def test_who_is_started_later_does_not_inherit_the_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ZAI_API_KEY", SECRET)
    store = KeyStore(tmp_path / "key.txt", keyring=KeyringDesk(find_keyring=lambda: None))

    assert SECRET not in environment_of_a_child()
    for _ in range(2):
        assert (await store.load()).place is KeyPlace.ENVIRONMENT


@pytest.mark.parametrize("place", [KeyPlace.KEYRING, KeyPlace.FILE])
async def test_a_kept_key_is_found_by_the_next_run_and_forgotten_on_demand(
    tmp_path: Path, place: KeyPlace
) -> None:
    keyring = MemoryKeyring()
    await a_store(tmp_path, keyring).keep(ApiKey(SECRET), place)

    assert await a_store(tmp_path, keyring).load() == FoundKey(key=ApiKey(SECRET), place=place)

    await a_store(tmp_path, keyring).forget()
    assert (await a_store(tmp_path, keyring).load()).key is None
    assert list(tmp_path.iterdir()) == []


async def test_a_session_key_is_gone_with_the_session(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    await store.keep(ApiKey(SECRET), KeyPlace.SESSION)

    assert await store.load() == FoundKey(key=ApiKey(SECRET), place=KeyPlace.SESSION)
    assert (await a_store(tmp_path).load()).key is None


async def test_the_file_is_private_and_made_private_again(tmp_path: Path) -> None:
    path = tmp_path / "key.txt"
    await a_store(tmp_path).keep(ApiKey(SECRET), KeyPlace.FILE)
    assert path.stat().st_mode & 0o777 == 0o600

    path.chmod(0o644)
    await a_store(tmp_path).load()
    assert path.stat().st_mode & 0o777 == 0o600


async def test_a_key_is_read_where_files_have_no_rights_of_their_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object, **_options: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    (tmp_path / "key.txt").write_text(SECRET)
    (tmp_path / "key.txt").chmod(0o777)  # as such file systems say of every file
    monkeypatch.setattr(Path, "chmod", refuse)

    found = await a_store(tmp_path).load()

    assert (found.key, found.place, found.note) == (ApiKey(SECRET), KeyPlace.FILE, None)


async def test_a_link_in_the_place_of_the_file_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_text(SECRET)
    (tmp_path / "key.txt").symlink_to(tmp_path / "elsewhere")

    assert (await a_store(tmp_path).load()).key is None


async def test_moving_into_the_keyring_takes_the_file_away(tmp_path: Path) -> None:
    store = a_store(tmp_path, MemoryKeyring())
    await store.keep(ApiKey(SECRET), KeyPlace.FILE)
    await store.keep(ApiKey(SECRET), KeyPlace.KEYRING)

    assert list(tmp_path.iterdir()) == []


async def test_a_new_key_in_the_file_is_found_though_an_older_one_was_in_the_keyring(tmp_path: Path) -> None:
    keyring = MemoryKeyring()
    store = a_store(tmp_path, keyring)
    await store.keep(ApiKey("older"), KeyPlace.KEYRING)
    await store.keep(ApiKey(SECRET), KeyPlace.FILE)

    for later in (store, a_store(tmp_path, keyring)):
        assert await later.load() == FoundKey(key=ApiKey(SECRET), place=KeyPlace.FILE)


async def test_a_keyring_that_cannot_be_emptied_is_no_reason_to_refuse_the_file(tmp_path: Path) -> None:
    class Locked(MemoryKeyring):
        def delete_password(self, service: str, username: str) -> None:
            raise RuntimeError("locked")

    store = a_store(tmp_path, Locked())
    await store.keep(ApiKey("older"), KeyPlace.KEYRING)
    await store.keep(ApiKey(SECRET), KeyPlace.FILE)

    assert (await store.load()).key == ApiKey(SECRET)
    assert (await a_store(tmp_path).load()).key == ApiKey(SECRET)


async def test_without_a_keyring_keeping_says_so_and_the_session_has_the_key(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    with pytest.raises(KeyTrouble) as caught:
        await store.keep(ApiKey(SECRET), KeyPlace.KEYRING)

    assert caught.value.code == "keyring-none"
    assert (await store.load()).place is KeyPlace.SESSION


async def test_a_computer_without_a_keyring_offers_none_and_one_that_hangs_can_be_unlocked(
    tmp_path: Path,
) -> None:
    without, with_one = a_store(tmp_path), a_store(tmp_path, ChattyKeyring())
    await without.load()
    await with_one.load()
    assert without.places == (KeyPlace.SESSION, KeyPlace.FILE)
    assert with_one.places == (KeyPlace.KEYRING, KeyPlace.SESSION, KeyPlace.FILE)


async def test_a_keyring_that_hangs_costs_its_deadline_and_the_file_still_answers(tmp_path: Path) -> None:
    never = threading.Event()

    class Hanging(MemoryKeyring):
        def get_password(self, service: str, username: str) -> str | None:
            never.wait()
            return None

    await a_store(tmp_path).keep(ApiKey(SECRET), KeyPlace.FILE)
    desk = KeyringDesk(find_keyring=Hanging, deadline_s=0.05)
    store = KeyStore(tmp_path / "key.txt", environ={}, keyring=desk)

    found = await asyncio.wait_for(store.load(), 60)

    assert (found.key, found.place) == (ApiKey(SECRET), KeyPlace.FILE)
    assert "doesn't answer" in str(found.note)
    never.set()


class SlowKeyring(KeyringDesk):
    """Its keyring is loaded for as long as `go_on` isn't set; nobody waits for that."""

    def __init__(self) -> None:
        super().__init__(find_keyring=self._load, deadline_s=0.01)
        self.loading, self.go_on = threading.Event(), threading.Event()
        self.threads: list[threading.Thread] = []

    def _load(self) -> None:
        self.threads.append(threading.current_thread())
        self.loading.set()
        self.go_on.wait()


async def test_a_thread_that_the_system_refuses_is_a_silent_keyring_and_not_waited_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(_thread: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    desk = KeyringDesk(find_keyring=MemoryKeyring)
    with monkeypatch.context() as patch:
        patch.setattr(threading.Thread, "start", refuse)
        with pytest.raises(KeyTrouble):
            await desk.read("api-key")
    desk.wait_for_threads(60)
    assert await desk.read("api-key") is None


async def test_the_end_does_not_wait_for_ever_for_a_keyring_that_is_being_loaded() -> None:
    desk = SlowKeyring()
    with pytest.raises(KeyTrouble):
        await desk.read("any")
    await asyncio.to_thread(desk.loading.wait)

    desk.wait_for_threads(0.01)

    assert [thread.is_alive() for thread in desk.threads] == [True]
    desk.go_on.set()
    desk.wait_for_threads(60)
    assert [thread.is_alive() for thread in desk.threads] == [False]


async def test_a_session_ends_when_no_thread_loads_a_keyring_any_more(tmp_path: Path) -> None:
    class WaitedFor(SlowKeyring):
        def wait_for_threads(self, within_s: float) -> None:
            self.go_on.set()
            super().wait_for_threads(60 * within_s)

    desk = WaitedFor()
    session = Session(str(tmp_path), kind=HolderKind.COMMAND, on_notice=print, keyring=desk)
    await session.keys.load()
    await asyncio.to_thread(desk.loading.wait)

    await session.close()

    alive = any(thread.is_alive() for thread in desk.threads)
    desk.go_on.set()
    assert not alive


async def test_a_keyring_that_quotes_the_key_in_its_error_isnt_quoted(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    with pytest.raises(KeyTrouble) as caught:
        await a_store(tmp_path, ChattyKeyring()).keep(ApiKey(SECRET), KeyPlace.KEYRING)

    assert "canary" not in "".join(traceback.format_exception(caught.value))
    assert "canary" not in caplog.text


def test_a_key_shows_itself_nowhere() -> None:
    key = ApiKey(SECRET)

    for shown in (repr(key), str(key), f"{key}", f"{key!r}", f"{[key]}", repr(FoundKey(key=key))):
        assert "canary" not in shown
    for leak in (pickle.dumps, copy.copy):
        with pytest.raises(TypeError) as caught:
            leak(key)
        assert "canary" not in str(caught.value)
    assert key.reveal() == SECRET


@pytest.mark.parametrize("text", ["", "  ", "two words", "line\nbreak", "schlüssel", "a" * 2000, "a\0b"])
def test_what_cant_be_a_key_is_refused_without_quoting_it(text: str) -> None:
    with pytest.raises(BadInput) as caught:
        ApiKey(text)

    assert caught.value.code == "key-unusable"
    assert len(str(caught.value)) < 200


def test_only_keyrings_that_keep_secrets_are_trusted(monkeypatch: pytest.MonkeyPatch) -> None:
    """This holds even when keyring itself is told to use another one."""
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    names = {name for name, _ in keyrings.ALLOWED_BACKENDS}

    assert not any(bad in name for name in names for bad in ("null", "fail", "chainer", "alt", "plain"))
    found = trusted_keyring()
    assert found is None or type(found).__module__ in names


def test_the_best_of_the_allowed_is_taken_and_broken_ones_are_passed_over(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Low(MemoryKeyring):
        priority = 1

    class High(MemoryKeyring):
        priority = 5

    class Broken:
        @property
        def priority(self) -> float:
            raise RuntimeError("no bus")

    modules = {"low": Low, "high": High, "broken": Broken}
    monkeypatch.setattr(
        keyrings, "ALLOWED_BACKENDS", tuple((name, "Keyring") for name in ("low", "broken", "high", "none"))
    )

    def import_module(name: str) -> object:
        if name not in modules:
            raise ImportError(name)
        return type("Module", (), {"Keyring": modules[name]})

    monkeypatch.setattr(importlib, "import_module", import_module)

    assert isinstance(trusted_keyring(), High)
