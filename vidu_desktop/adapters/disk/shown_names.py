"""How files are named in sentences; and the size of the pieces in which files are copied."""

import os
from pathlib import Path

COPY_BYTES = 1 << 20
_NAME_MOST = 80


def shown_name(path: str | os.PathLike[str]) -> str:
    """Return a file's name for a sentence: short, printable, without characters that reverse the direction of the text."""
    text = os.fspath(path)
    name = os.path.basename(text) or Path(text).name or text  # noqa: PTH119 - faster for thousands of pictures
    if not name.isprintable():
        name = "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in name)
    if len(name) <= _NAME_MOST:
        return name
    return f"{name[: _NAME_MOST // 2]}…{name[-_NAME_MOST // 2 :]}"
