"""How files are named in sentences, and in what pieces they are read."""

import os
from pathlib import Path

COPY_BYTES = 1 << 20
_NAME_MOST = 80


def shown_name(path: str | os.PathLike[str]) -> str:
    """Return a file's name as it may stand in a sentence: short, printable, no characters that reverse the text."""
    text = os.fspath(path)
    name = os.path.basename(text) or Path(text).name or text  # noqa: PTH119 - of thousands of pictures at once
    if not name.isprintable():
        name = "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in name)
    if len(name) <= _NAME_MOST:
        return name
    return f"{name[: _NAME_MOST // 2]}…{name[-_NAME_MOST // 2 :]}"
