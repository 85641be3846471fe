"""The password of the proxy in the settings: kept in the keyring, or only until the program ends; never in a file.

It is kept under the proxy's address, so that it is never sent to another proxy.
"""

import threading
from contextlib import suppress

from vidu_desktop.adapters.desktop.keyrings import KEYRING_DEADLINE_S, KeyringDesk
from vidu_desktop.errors import KeyTrouble


class ProxyPasswords:
    """Used on the loop, except for `reveal`, which is called by the threads that connect. Addresses are as `checked_proxy`
    returns them.
    """

    def __init__(self, keyring: KeyringDesk) -> None:
        self._keyring = keyring
        self._known: dict[str, str] = {}
        self._looked = threading.Event()

    async def load(self, address: str) -> str | None:
        """Return the password of the proxy at `address`, from the keyring if it isn't known yet; None where there is none. An
        empty address means that no proxy needs a password. Never raises, and takes no longer than the keyring's deadline.
        """
        try:
            if address and address not in self._known:
                password = await self._keyring.read(_name(address))
                if password:
                    self._known.setdefault(address, password)
        except KeyTrouble:
            pass  # whoever needs the password reports that it isn't known
        finally:
            self._looked.set()
        return self._known.get(address)

    def reveal(self, address: str) -> str | None:
        """Return the password; None when it isn't known. Blocks until `load` has asked the keyring, for twice its deadline at
        most.
        """
        if address not in self._known:
            self._looked.wait(2 * KEYRING_DEADLINE_S)
        return self._known.get(address)

    def use(self, address: str, password: str) -> None:
        """Use this password from now on, without keeping it for the next start."""
        self._known[address] = password
        self._looked.set()

    async def keep(self, address: str) -> bool:
        """Keep the password in use for the next start; return False where the keyring doesn't accept it."""
        try:
            await self._keyring.write(_name(address), self._known[address])
        except KeyTrouble:
            return False
        return True

    async def forget(self, address: str) -> None:
        """Delete the password. Never raises: in a keyring that doesn't answer it stays, but is never asked for again."""
        self._known.pop(address, None)
        with suppress(KeyTrouble):
            await self._keyring.delete(_name(address))


def _name(address: str) -> str:
    return f"proxy-password {address}"
