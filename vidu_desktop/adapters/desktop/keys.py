"""The API key of a door: where it is looked for, and the value that holds it without ever showing it.

These places are asked in this order: the environment, this session, the system's keyring, the file that the person chose.
"""

import os
from collections.abc import MutableMapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from typing_extensions import override

from vidu_desktop.adapters.desktop.key_variables import BIGMODEL_VARIABLE, KEY_VARIABLE
from vidu_desktop.adapters.desktop.keyrings import KeyringDesk
from vidu_desktop.adapters.disk import os_errors
from vidu_desktop.adapters.disk.reading import read_regular
from vidu_desktop.adapters.disk.sync import sync_file, sync_folder
from vidu_desktop.domain.doors import Door
from vidu_desktop.domain.key_place import KeyPlace
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import BadInput, KeyTrouble, Sentence

_USER_NAMES = {Door.ZAI: "api-key", Door.BIGMODEL: "api-key bigmodel"}
KEY_MOST_CHARS = 1000


def key_variables(door: Door, environment_door: Door) -> tuple[str, ...]:
    """Return the variables that may hold the key of `door`; the first that is set counts. ZAI_API_KEY belongs to
    `environment_door`: the door to which ZAI_BASE_URL leads, otherwise Z.AI's.
    """
    own = (BIGMODEL_VARIABLE,) if door is Door.BIGMODEL else ()
    return (KEY_VARIABLE, *own) if door is environment_door else own


class ApiKey:
    """Holds the key. Neither `repr` nor `str` nor a format shows it; `reveal` does, for the one header that needs it."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        """Raise BadInput for a text that can't be a key: empty, longer than KEY_MOST_CHARS, or with characters that no header
        may hold.
        """
        text = text.strip()
        if (
            not text
            or len(text) > KEY_MOST_CHARS
            or not text.isascii()
            or not text.isprintable()
            or " " in text
        ):
            template = QT_TRANSLATE_NOOP(
                "key", "This can't be a key. Copy it again from the service's console."
            )
            raise BadInput("key-unusable", Sentence(template))
        self._text = text

    def reveal(self) -> str:
        return self._text

    @override
    def __repr__(self) -> str:
        return "ApiKey(…)"

    @override
    def __eq__(self, other: object) -> bool:
        return isinstance(other, ApiKey) and other.reveal() == self._text

    @override
    def __hash__(self) -> int:
        return hash(self._text)

    @override
    def __reduce__(self) -> str:
        """Refuse to be pickled: a pickle ends up in a file or a pipe."""
        raise TypeError("a key isn't pickled")


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundKey:
    """The key and where it was found. `note` says why a place that is asked earlier gave no key (a locked keyring, for
    example). `variable` is the name of the environment variable that the key comes from, otherwise empty.
    """

    key: ApiKey | None
    place: KeyPlace | None = None
    note: Sentence | None = None
    variable: str = ""


class KeyStore:
    """Finds and keeps the key.

    Making the store takes the key out of the environment. So programs that are started later don't inherit it: neither the
    helper processes that open strangers' files nor programs that the desktop opens. Make the store before starting any of
    them, or take the keys out first (`take_keys`) and give them as `environ`.
    """

    def __init__(
        self,
        key_path: Path,
        *,
        environ: MutableMapping[str, str] | None = None,
        keyring: KeyringDesk | None = None,
        door: Door = Door.ZAI,
        variables: Sequence[str] = (KEY_VARIABLE,),
    ) -> None:
        """`variables` are the environment variables that may hold the key for this door; the first that is set counts."""
        self._key_path = key_path
        self._name = _USER_NAMES[door]
        environ = os.environ if environ is None else environ
        texts = {name: environ.pop(name, "").strip() for name in variables}
        self._variable = next((name for name, text in texts.items() if text), "")
        self._environment_text = texts.get(self._variable, "")
        self._keyring = keyring or KeyringDesk()
        self._session_key: ApiKey | None = None

    @property
    def places(self) -> tuple[KeyPlace, ...]:
        """The places where a key can be kept on this computer, best first. The keyring is left out if there was none when it
        was last asked. A keyring that only didn't answer is included, because it can be unlocked.
        """
        rest = (KeyPlace.SESSION, KeyPlace.FILE)
        return rest if self._keyring.missing else (KeyPlace.KEYRING, *rest)

    async def load(self) -> FoundKey:
        """Find the key. Never raises, and takes no longer than the keyring's deadline."""
        note: Sentence | None = None
        if self._environment_text:
            try:
                return FoundKey(
                    key=ApiKey(self._environment_text), place=KeyPlace.ENVIRONMENT, variable=self._variable
                )
            except BadInput as error:
                note = error.sentence
        if self._session_key is not None:
            return FoundKey(key=self._session_key, place=KeyPlace.SESSION, note=note)
        try:
            stored = await self._keyring.read(self._name)
            if stored:
                return FoundKey(key=ApiKey(stored), place=KeyPlace.KEYRING, note=note)
        except (KeyTrouble, BadInput) as error:
            note = note or error.sentence
        return self._from_file(note)

    async def keep(self, key: ApiKey, place: KeyPlace) -> None:
        """Keep the key at `place`; from then on no older key is found before it, except the environment's. Raises KeyTrouble
        or DiskTrouble; even then the key is used for this session.

        With KeyPlace.SESSION, the key that is kept elsewhere stays for the next start.
        """
        self._session_key = key
        if place is KeyPlace.KEYRING:
            await self._keyring.write(self._name, key.reveal())
            self._session_key = None
            self._remove_file()
        elif place is KeyPlace.FILE:
            self._write_file(key)
            # An older key in the keyring would be found before the file, so it is deleted. A keyring that
            # doesn't answer is why people choose the file; in that case the key stays this session's as well.
            with suppress(KeyTrouble):
                await self._keyring.delete(self._name)
                self._session_key = None

    async def forget(self) -> None:
        """Delete the key everywhere except in the environment. Raises KeyTrouble or DiskTrouble."""
        self._session_key = None
        self._remove_file()
        await self._keyring.delete(self._name)

    def _from_file(self, note: Sentence | None) -> FoundKey:
        try:
            if self._key_path.is_symlink() or not self._key_path.is_file():
                return FoundKey(key=None, note=note)
            if os.name != "nt" and self._key_path.stat().st_mode & 0o077:
                with suppress(OSError):  # some file systems have no rights of their own, and refuse
                    self._key_path.chmod(0o600)
            key = ApiKey(read_regular(self._key_path, KEY_MOST_CHARS + 1).decode("ascii"))
        except (OSError, ValueError):
            template = QT_TRANSLATE_NOOP(
                "key", "The key file can't be read. Enter the key again in the settings."
            )
            return FoundKey(key=None, note=Sentence(template))
        except BadInput as error:
            return FoundKey(key=None, note=error.sentence)
        return FoundKey(key=key, place=KeyPlace.FILE, note=note)

    def _write_file(self, key: ApiKey) -> None:
        part = self._key_path.with_name(f".{self._key_path.name}.part")
        try:
            self._key_path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            part.unlink(missing_ok=True)
            descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with open(descriptor, "w", encoding="ascii") as file:  # noqa: PTH123 - opened by its descriptor, which set the mode
                file.write(key.reveal())
                file.flush()
                sync_file(file.fileno())
            part.replace(self._key_path)
            sync_folder(self._key_path.parent)
        except OSError as error:
            with suppress(OSError):
                part.unlink(missing_ok=True)
            raise os_errors.disk_trouble(error, self._key_path) from error

    def _remove_file(self) -> None:
        try:
            self._key_path.unlink(missing_ok=True)
        except OSError as error:
            raise os_errors.disk_trouble(error, self._key_path) from error
