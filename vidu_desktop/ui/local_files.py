"""File paths as URLs and back, byte for byte.

On POSIX a file name is a sequence of bytes, which need not be valid UTF-8. Qt replaces invalid bytes by question marks and
then can't find the file. Python keeps them as lone surrogates, which `Signal(str)` and `Signal(list)` can't carry: use
`Signal(object)`.
"""

import os
import re
from urllib.parse import quote_from_bytes, unquote_to_bytes

from PySide6 import QtCore  # QUrl is made when it is first named: the first paint doesn't need it

_LIST_MIME = "text/uri-list"
_FOREIGN = re.compile(rb"[\x80-\xff]")


def urls_of(mime: "QtCore.QMimeData") -> "list[QtCore.QUrl]":
    """Return the URLs of a drag or of the clipboard. Some programs write the bytes of a name as they are, without percent
    signs; Qt would replace those that aren't UTF-8.
    """
    listed = bytes(mime.data(_LIST_MIME).data())
    if _is_utf8(listed):
        return mime.urls()
    lines = [line.strip() for line in listed.splitlines()]
    return [
        QtCore.QUrl.fromEncoded(_FOREIGN.sub(lambda byte: b"%%%02X" % byte[0][0], line))
        for line in lines
        if line and not line.startswith(b"#")
    ]


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def path_of(url: "QtCore.QUrl") -> str:
    """Return the path of a file on this computer. Empty for any other URL: `file://server/share` belongs to another computer."""
    if url.scheme() != "file" or url.host() not in ("", "localhost"):
        return ""
    plain = QtCore.QUrl(url)
    plain.setHost("")
    if os.name == "nt":
        return plain.toLocalFile()
    return os.fsdecode(unquote_to_bytes(plain.path(QtCore.QUrl.ComponentFormattingOption.FullyEncoded)))


def url_of(path: str) -> "QtCore.QUrl":
    """Return the URL of a file on this computer."""
    if os.name == "nt" or path.isascii():
        return QtCore.QUrl.fromLocalFile(path)
    return QtCore.QUrl.fromEncoded(b"file://" + quote_from_bytes(os.fsencode(path)).encode("ascii"))
