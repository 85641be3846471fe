"""The API keys of both services (doors): each key is sent only to its own service."""

import asyncio
from collections.abc import Callable, MutableMapping
from pathlib import Path

from vidu_desktop.adapters.desktop.keyrings import KeyringDesk
from vidu_desktop.adapters.desktop.keys import ApiKey, FoundKey, KeyStore, key_variables
from vidu_desktop.domain.doors import Door, door_of
from vidu_desktop.domain.key_place import KeyPlace


class DoorKeys:
    """`environment_door` is the door to which ZAI_API_KEY belongs: the one of ZAI_BASE_URL, else Z.AI. `hide` is called with
    each key, to keep it out of the log. `environ` holds the variables; by default it is the environment. Before `load` no key
    is known.
    """

    def __init__(
        self,
        key_path: Path,
        keyring: KeyringDesk,
        environment_door: Door,
        hide: Callable[[str], None],
        environ: MutableMapping[str, str] | None = None,
    ) -> None:
        variables = {door: key_variables(door, environment_door) for door in Door}
        paths = {Door.ZAI: key_path, Door.BIGMODEL: key_path.with_name(f"bigmodel-{key_path.name}")}
        self._variables = variables
        self._stores = {
            door: KeyStore(
                paths[door], environ=environ, keyring=keyring, door=door, variables=variables[door]
            )
            for door in Door
        }
        self._hide = hide
        self.found = dict.fromkeys(Door, FoundKey(key=None))

    def key_for(self, base_url: str) -> str | None:
        """Return the key for the door of an address; None without a key."""
        key = self.found[door_of(base_url)].key
        return None if key is None else key.reveal()

    async def load(self) -> None:
        """Look for all keys in all their places. Never raises, and takes no longer than the keyring's time limit."""
        found = await asyncio.gather(*(store.load() for store in self._stores.values()))
        for door, one in zip(self._stores, found, strict=True):
            self.found[door] = one
            if one.key is not None:
                self._hide(one.key.reveal())

    async def keep(self, door: Door, key: ApiKey, place: KeyPlace) -> None:
        """Use and store a door's key. Raises the same errors as KeyStore."""
        self._hide(key.reveal())
        try:
            await self._stores[door].keep(key, place)
        finally:
            await self.load()

    async def forget(self, door: Door) -> None:
        """Delete a door's key. Raises KeyTrouble, DiskTrouble."""
        try:
            await self._stores[door].forget()
        finally:
            await self.load()

    @property
    def places(self) -> tuple[KeyPlace, ...]:
        """The places where a key can be kept on this computer, best first."""
        return self._stores[Door.ZAI].places

    def variable_of(self, door: Door) -> str:
        """Return the environment variable that may hold a door's key; empty for none."""
        return next(iter(self._variables[door]), "")

    def texts(self) -> list[str]:
        """Return all known keys, so that they can be hidden."""
        return [one.key.reveal() for one in self.found.values() if one.key is not None]
