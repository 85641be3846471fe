"""Whether the person's session has a D-Bus bus. Nothing is imported or opened to find out."""

import os
from pathlib import Path


def has_session_bus() -> bool:
    """Whether the session has a bus that can be asked. No bus is started for it."""
    runtime_dir = os.environ.get("XDG_RUNTIME_DIR")
    return bool(os.environ.get("DBUS_SESSION_BUS_ADDRESS")) or bool(
        runtime_dir and Path(runtime_dir, "bus").exists()
    )
