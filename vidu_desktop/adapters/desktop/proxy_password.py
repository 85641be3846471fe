"""The password of the proxy that is set here: in the keyring, or known until the program ends; never in a file.

It lies under the proxy's address, so that no other proxy is ever told it.
"""

import threading
from contextlib import suppress

from vidu_desktop.adapters.desktop.keyrings import KEYRING_DEADLINE_S, KeyringDesk
from vidu_desktop.errors import KeyTrouble


class ProxyPasswords:
    """Used and looked for on the loop; `reveal` is for the threads that connect. An address is one of `checked_proxy`."""

    def __init__(self, keyring: KeyringDesk) -> None:
        self._keyring = keyring
        self._known: dict[str, str] = {}
        self._looked = threading.Event()

    async def load(self, address: str) -> str | None:
        """Look for it, unless it is known; with an empty address for none. Never raises, and takes no longer than the
        keyring may.
        """
        try:
            if address and address not in self._known:
                password = await self._keyring.read(_name(address))
                if password:
                    self._known.setdefault(address, password)
        except KeyTrouble:
            pass  # who needs it says that it isn't known
        finally:
            self._looked.set()
        return self._known.get(address)

    def reveal(self, address: str) -> str | None:
        """Return it; None when it isn't known. Blocks until the keyring was asked, for some seconds at most."""
        if address not in self._known:
            self._looked.wait(2 * KEYRING_DEADLINE_S)
        return self._known.get(address)

    def use(self, address: str, password: str) -> None:
        """Use it from now on."""
        self._known[address] = password
        self._looked.set()

    async def keep(self, address: str) -> bool:
        """Keep what is used for the next start; False where the keyring doesn't take it."""
        try:
            await self._keyring.write(_name(address), self._known[address])
        except KeyTrouble:
            return False
        return True

    async def forget(self, address: str) -> None:
        """Take it away. Never raises: a keyring that doesn't answer keeps what nobody asks for any more."""
        self._known.pop(address, None)
        with suppress(KeyTrouble):
            await self._keyring.delete(_name(address))


def _name(address: str) -> str:
    return f"proxy-password {address}"
