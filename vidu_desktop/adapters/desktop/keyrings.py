"""The system's keyring: the few backends that are trusted, and a class that asks them within a deadline."""

import asyncio
import importlib
import logging
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, InvalidStateError
from contextlib import suppress
from typing import Protocol, TypeVar, cast

from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import KeyTrouble, Sentence

SERVICE_NAME = "vidu-desktop"
KEYRING_DEADLINE_S = 2.0

ALLOWED_BACKENDS: tuple[tuple[str, str], ...] = (
    ("keyring.backends.macOS", "Keyring"),
    ("keyring.backends.Windows", "WinVaultKeyring"),
    ("keyring.backends.SecretService", "Keyring"),
    ("keyring.backends.kwallet", "DBusKeyring"),
    ("keyring.backends.libsecret", "Keyring"),
)
"""Module and class of the backends that really keep a secret. They are loaded by these names because keyring's own search
accepts any backend that a plug-in or a configuration file offers, even one that keeps secrets as plain text or not at all.
"""

T = TypeVar("T")

_log = logging.getLogger(__name__)


class Keyring(Protocol):
    """The methods of a keyring backend that are used here."""

    def get_password(self, service: str, username: str) -> str | None: ...

    def set_password(self, service: str, username: str, password: str) -> None: ...

    def delete_password(self, service: str, username: str) -> None: ...


def trusted_keyring() -> Keyring | None:
    """Return the allowed backend with the highest priority that works here; None when there is none. Slow: 150 ms or more."""
    best: tuple[float, Keyring] | None = None
    for module_name, class_name in ALLOWED_BACKENDS:
        try:
            backend = getattr(importlib.import_module(module_name), class_name)
            priority = float(backend.priority)
            keyring = cast("Keyring", backend())
        except Exception as error:  # noqa: BLE001 - whatever a backend raises, it isn't usable here
            _log.debug("%s isn't usable: %s", module_name, type(error).__name__)
            continue
        if best is None or priority > best[0]:
            best = (priority, keyring)
    return None if best is None else best[1]


class KeyringDesk:
    """Asks the keyring for secrets, which are kept under names. A keyring that doesn't answer costs `deadline_s`, and its
    thread is left alone. `missing` is whether there was no keyring when it was last asked.
    """

    def __init__(
        self,
        *,
        find_keyring: Callable[[], Keyring | None] = trusted_keyring,
        deadline_s: float = KEYRING_DEADLINE_S,
    ) -> None:
        self._find_keyring = find_keyring
        self._deadline_s = deadline_s
        self._asking: set[threading.Thread] = set()
        self.missing = False

    async def read(self, name: str) -> str | None:
        """Return a secret; None where there is no such secret or no keyring. Raises KeyTrouble."""
        return await self._ask(lambda keyring: keyring.get_password(SERVICE_NAME, name))

    async def write(self, name: str, secret: str) -> None:
        """Keep a secret. Raises KeyTrouble, also when there is no keyring."""
        await self._ask(lambda keyring: keyring.set_password(SERVICE_NAME, name, secret), needed=True)

    async def delete(self, name: str) -> None:
        """Delete a secret if there is one. Raises KeyTrouble."""

        def delete(keyring: Keyring) -> None:
            if keyring.get_password(SERVICE_NAME, name) is not None:
                keyring.delete_password(SERVICE_NAME, name)

        await self._ask(delete)

    def wait_for_threads(self, within_s: float) -> None:
        """Wait, `within_s` at most, for the threads that still ask. The process aborts when Python ends while such a thread loads a
        backend: its imports go through Qt, whose C++ code can't be left in the way in which Python ends a thread (seen once in a
        hundred ends right after a start: "exception not rethrown").
        """
        until_s = time.monotonic() + within_s
        for thread in tuple(self._asking):
            thread.join(max(0.0, until_s - time.monotonic()))

    async def _ask(self, function: Callable[[Keyring], T], *, needed: bool = False) -> T | None:
        """Ask the keyring on a thread of its own. Return None where there is no keyring and it isn't `needed`. Raises
        KeyTrouble.
        """
        answer: Future[T | None] = Future()

        def ask() -> None:
            try:
                keyring = self._find_keyring()
                self.missing = keyring is None
                if keyring is None and needed:
                    raise _no_keyring()
                result = None if keyring is None else function(keyring)
            except BaseException as error:  # noqa: BLE001 - raised again for the caller
                with suppress(InvalidStateError):  # the caller no longer waits
                    answer.set_exception(error)
            else:
                with suppress(InvalidStateError):
                    answer.set_result(result)
            finally:
                self._asking.discard(thread)

        # A daemon thread and not one of the loop's pool: a keyring that never answers must not keep the
        # program from ending.
        thread = threading.Thread(target=ask, name="keyring", daemon=True)
        self._asking.add(thread)
        try:
            thread.start()
        except RuntimeError as error:  # the system has no thread left
            self._asking.discard(thread)
            raise _keyring_silent() from error
        try:
            return await asyncio.wait_for(asyncio.wrap_future(answer), self._deadline_s)
        except KeyTrouble:
            raise
        except TimeoutError as error:
            raise _keyring_silent() from error
        except Exception as error:  # noqa: BLE001 - a backend may raise anything
            # The error's text and cause are left out: a backend may quote the secret that it was given.
            _log.warning("the keyring refused: %s", type(error).__name__)
            raise _keyring_refused() from None


def _no_keyring() -> KeyTrouble:
    template = QT_TRANSLATE_NOOP(
        "key",
        "This computer has no keyring that keeps secrets. Use the key for this session only, or choose the "
        "unencrypted file.",
    )
    return KeyTrouble("keyring-none", Sentence(template))


def _keyring_silent() -> KeyTrouble:
    template = QT_TRANSLATE_NOOP(
        "key", "The system's keyring doesn't answer. Unlock it, or use the key for this session only."
    )
    return KeyTrouble("keyring-silent", Sentence(template))


def _keyring_refused() -> KeyTrouble:
    template = QT_TRANSLATE_NOOP(
        "key", "The system's keyring refused. Unlock it, or use the key for this session only."
    )
    return KeyTrouble("keyring-refused", Sentence(template))
