"""Whether there is a session's bus to speak to; nothing is imported or opened to find out."""

import os
from pathlib import Path


def has_session_bus() -> bool:
    """Whether somebody can be asked at all. None is started for it."""
    runtime_dir = os.environ.get("XDG_RUNTIME_DIR")
    return bool(os.environ.get("DBUS_SESSION_BUS_ADDRESS")) or bool(
        runtime_dir and Path(runtime_dir, "bus").exists()
    )
