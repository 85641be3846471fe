"""File paths as URLs and back, byte for byte.

On POSIX a file name is a sequence of bytes, which need not be valid UTF-8. Qt replaces invalid bytes by question marks and
then can't find the file. Python keeps them as lone surrogates, which `Signal(str)` and `Signal(list)` can't carry: use
`Signal(object)`.
"""

import os
from urllib.parse import quote_from_bytes, unquote_to_bytes

from PySide6.QtCore import QUrl


def path_of(url: QUrl) -> str:
    """Return the path of a file on this computer. Empty for any other URL: `file://server/share` belongs to another computer."""
    if url.scheme() != "file" or url.host() not in ("", "localhost"):
        return ""
    plain = QUrl(url)
    plain.setHost("")
    if os.name == "nt":
        return plain.toLocalFile()
    return os.fsdecode(unquote_to_bytes(plain.path(QUrl.ComponentFormattingOption.FullyEncoded)))


def url_of(path: str) -> QUrl:
    """Return the URL of a file on this computer."""
    if os.name == "nt" or path.isascii():
        return QUrl.fromLocalFile(path)
    return QUrl.fromEncoded(b"file://" + quote_from_bytes(os.fsencode(path)).encode("ascii"))
