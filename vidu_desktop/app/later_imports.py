"""Modules that are needed only when somebody opens something. They are imported where they are used, and also in small steps
once the window is at work, so that nothing opens slowly the first time.
"""

import asyncio
import importlib
import pkgutil

from vidu_desktop.ui import compare, dialogs

LATER = (dialogs, compare)
_APART_S = 0.1


async def import_later() -> None:
    """Import the modules one by one, with pauses between them for everything else."""
    for room in LATER:
        for module in pkgutil.iter_modules(room.__path__, f"{room.__name__}."):
            await asyncio.sleep(_APART_S)
            importlib.import_module(module.name)
