"""What was learned about the accounts, in one small file: how many orders at once each of them allows."""

import asyncio
import json
import logging
import math
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from vidu_desktop.adapters.disk.files import Files, remove_left_parts, write_bytes_atomically
from vidu_desktop.adapters.disk.reading import read_regular
from vidu_desktop.domain.json_reading import Fields
from vidu_desktop.errors import BadInput

_log = logging.getLogger(__name__)
MOST_BYTES = 100_000


class AccountMemoryFile:
    """Implements the engine's AccountMemory. A file that can't be read or written does no harm: the numbers are then learned
    again.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._turn = asyncio.Lock()

    async def load(self) -> dict[str, float]:
        """Return the known numbers by account; values that make no sense are left out."""
        return await asyncio.get_running_loop().run_in_executor(None, self._load)

    async def keep(self, places: Mapping[str, float]) -> None:
        """Write the numbers to the file, one writer after the other. Never raises."""
        async with self._turn:
            await asyncio.get_running_loop().run_in_executor(None, self._keep, dict(places))

    def _load(self) -> dict[str, float]:
        try:
            fields = Fields(json.loads(read_regular(self._path, MOST_BYTES)), "accounts")
        except (OSError, ValueError, RecursionError, BadInput):
            return {}
        known: dict[str, float] = {}
        for account in fields.names():
            with suppress(BadInput):
                known[account] = fields.number(account, least=1)
        return known

    def _keep(self, places: Mapping[str, float]) -> None:
        known = {account: count for account, count in places.items() if count < math.inf}
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            remove_left_parts(self._path)
            write_bytes_atomically(Files(), self._path, json.dumps(known, indent=1).encode())
        except OSError as error:
            _log.warning("what was learned of the account can't be kept: %s", error.strerror)
