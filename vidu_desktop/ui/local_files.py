"""Paths as addresses and back, byte for byte.

On POSIX a name is bytes, and not all are UTF-8. Qt makes question marks of the others and then can't find the file;
Python keeps them as half surrogate pairs, which no `Signal(str)` or `Signal(list)` carries: use `Signal(object)`.
"""

import os
from urllib.parse import quote_from_bytes, unquote_to_bytes

from PySide6.QtCore import QUrl


def path_of(url: QUrl) -> str:
    """Return the path of a file on this machine, else an empty text; `file://server/share` belongs to another machine."""
    if url.scheme() != "file" or url.host() not in ("", "localhost"):
        return ""
    plain = QUrl(url)
    plain.setHost("")
    if os.name == "nt":
        return plain.toLocalFile()
    return os.fsdecode(unquote_to_bytes(plain.path(QUrl.ComponentFormattingOption.FullyEncoded)))


def url_of(path: str) -> QUrl:
    """Return the address of a file on this machine."""
    if os.name == "nt" or path.isascii():
        return QUrl.fromLocalFile(path)
    return QUrl.fromEncoded(b"file://" + quote_from_bytes(os.fsencode(path)).encode("ascii"))
