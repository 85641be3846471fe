"""On which computer and in which folder a home is, so that a copy of it is noticed."""

import hashlib
import os
from pathlib import Path

from vidu_desktop.adapters.disk.reading import read_regular

_MACHINE_ID = Path("/etc/machine-id")
_MOST_BYTES = 200


def whereabouts(folder: Path) -> str:
    """Return a short digest of this computer's id, where the system has one, and of the folder's path. Blocks. Never raises."""
    try:
        machine = read_regular(_MACHINE_ID, _MOST_BYTES)
    except OSError:
        machine = b""
    place = os.fsencode(os.path.realpath(folder))
    return hashlib.sha256(machine + b"\0" + place).hexdigest()[:32]
