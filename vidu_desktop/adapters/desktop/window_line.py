"""The connection from a later start of the program to the window that already works on a home: a local socket for this person
alone, without Qt.

A message is one JSON object on a line. The later start sends one message, the window answers with any number of them and
closes the connection.
"""

import json
import os
import socket
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, cast

Message = Mapping[str, object]
MESSAGE_MOST_BYTES = 16_000_000
"""More than a command line can hold on any system; a longer message isn't from our program."""
_PATH_MOST_BYTES = 85
"""Systems allow 104 bytes or more, but Qt first makes the socket in a folder beside its place, and that path is longer."""
_CONNECT_S = 1.0


def address_of(data_dir: Path) -> str:
    """Return where the window of this home listens: a path, on Windows a pipe's name. The window and a later start calculate
    it in the same way.
    """
    path = str(data_dir / "window.socket")
    if sys.platform != "win32" and path.isascii() and len(path) <= _PATH_MOST_BYTES:
        return path
    import hashlib  # these two imports cost a start 10 ms
    import tempfile

    name = "vidu-desktop-" + hashlib.sha256(os.fsencode(data_dir)).hexdigest()[:16]
    return rf"\\.\pipe\{name}" if sys.platform == "win32" else str(Path(tempfile.gettempdir()) / name)


class WindowLine:
    """A later start's end of the connection. Raises OSError when the window is gone."""

    def __init__(self, stream: BinaryIO, opened: socket.socket | None = None) -> None:
        self._stream = stream
        self._opened = opened

    def send(self, message: Message) -> None:
        self._stream.write(json.dumps(message).encode() + b"\n")
        self._stream.flush()

    def answers(self, within_s: float | None = None) -> Iterator[Message]:
        """Yield the window's messages until it closes the connection. Raises TimeoutError when it is silent for `within_s`;
        None waits without a limit.
        """
        if self._opened is not None:
            self._opened.settimeout(within_s)
        while line := self._stream.readline():
            yield cast("Message", json.loads(line))

    def close(self) -> None:
        with suppress(OSError):
            self._stream.close()
        if self._opened is not None:
            self._opened.close()


def call_window(data_dir: Path) -> WindowLine | None:
    """Connect to the window that works on this home; return None when there is none, or it belongs to another person."""
    address = address_of(data_dir)
    try:
        if sys.platform == "win32":
            return WindowLine(cast("BinaryIO", Path(address).open("r+b", buffering=0)))
        # In the folder for temporary files, anybody may make a socket of this name.
        if os.lstat(address).st_uid != os.getuid():
            return None
        opened = socket.socket(socket.AF_UNIX)
        try:
            opened.settimeout(_CONNECT_S)
            opened.connect(address)
        except OSError:
            opened.close()
            raise
        opened.settimeout(None)
        return WindowLine(cast("BinaryIO", opened.makefile("rwb")), opened)
    except OSError:
        return None


def hand_files_over(data_dir: Path, paths: Sequence[str], typed: str = "") -> bool:
    """Ask the window that works on this home to come to the front, open these files, and offer the words that were `typed` into
    a window that was only starting. Return False when no window answers.
    """
    line = call_window(data_dir)
    if line is None:
        return False
    try:
        line.send({"open": list(paths), "token": os.environ.get("XDG_ACTIVATION_TOKEN", ""), "typed": typed})
        return any(True for _ in line.answers(_HEARD_S))
    except TimeoutError:
        return True  # the window is there and will read the message later
    except (OSError, ValueError):
        return False
    finally:
        line.close()


_HEARD_S = 5.0
