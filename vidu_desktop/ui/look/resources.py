"""Where the icons, theme colours, translations and sample pictures are: inside the package when installed, beside it in a
checkout.
"""

import os
from pathlib import Path

_INSTALLED_DIR = Path(__file__).parents[2] / "resources"  # copied here when a wheel is built
_CHECKOUT_DIR = Path(__file__).parents[3] / "resources"


def resource_path(*parts: str) -> Path:
    """Return the path of a shipped file, such as `resource_path("icons", "play.svg")`. The file need not exist."""
    root = _INSTALLED_DIR if os.path.isdir(_INSTALLED_DIR) else _CHECKOUT_DIR
    return root.joinpath(*parts)
