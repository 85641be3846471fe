"""What isn't needed until somebody opens it: imported where it is used, and ahead of that in small steps once the window
is at work, so that nothing opens late the first time.
"""

import asyncio
import importlib
import pkgutil

from vidu_desktop.ui import compare, dialogs

LATER = (dialogs, compare)
_APART_S = 0.1


async def import_later() -> None:
    """Import one module after another, with time for everything else between them."""
    for room in LATER:
        for module in pkgutil.iter_modules(room.__path__, f"{room.__name__}."):
            await asyncio.sleep(_APART_S)
            importlib.import_module(module.name)
