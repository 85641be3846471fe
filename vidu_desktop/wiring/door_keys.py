"""The keys of both doors: each goes to its own door and to no other."""

import asyncio
from collections.abc import Callable
from pathlib import Path

from vidu_desktop.adapters.desktop.keyrings import KeyringDesk
from vidu_desktop.adapters.desktop.keys import ApiKey, FoundKey, KeyStore, key_variables
from vidu_desktop.domain.doors import Door, door_of
from vidu_desktop.domain.key_place import KeyPlace


class DoorKeys:
    """`environment_door` is the door to which ZAI_API_KEY belongs: where ZAI_BASE_URL leads, else Z.AI. `hide` hears of
    each key, to keep it out of the log. Before `load` no key is known.
    """

    def __init__(
        self, key_path: Path, keyring: KeyringDesk, environment_door: Door, hide: Callable[[str], None]
    ) -> None:
        variables = {door: key_variables(door, environment_door) for door in Door}
        paths = {Door.ZAI: key_path, Door.BIGMODEL: key_path.with_name(f"bigmodel-{key_path.name}")}
        self._variables = variables
        self._stores = {
            door: KeyStore(paths[door], keyring=keyring, door=door, variables=variables[door])
            for door in Door
        }
        self._hide = hide
        self.found = dict.fromkeys(Door, FoundKey(key=None))

    def key_for(self, base_url: str) -> str | None:
        """Return the key of the door to which an address belongs; None without one."""
        key = self.found[door_of(base_url)].key
        return None if key is None else key.reveal()

    async def load(self) -> None:
        """Look for all keys where they may be. Never raises, and takes no longer than the keyring may."""
        found = await asyncio.gather(*(store.load() for store in self._stores.values()))
        for door, one in zip(self._stores, found, strict=True):
            self.found[door] = one
            if one.key is not None:
                self._hide(one.key.reveal())

    async def keep(self, door: Door, key: ApiKey, place: KeyPlace) -> None:
        """Use and keep a door's key. Raises as KeyStore does."""
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
        """Where a key can be kept on this computer, best first."""
        return self._stores[Door.ZAI].places

    def variable_of(self, door: Door) -> str:
        """Return the variable of the environment in which a door's key may be given; empty for none."""
        return next(iter(self._variables[door]), "")

    def texts(self) -> list[str]:
        """Return every key that is known, to be hidden."""
        return [one.key.reveal() for one in self.found.values() if one.key is not None]
