"""The line from a later start to the window that works on a home: a local socket, for this person alone, without Qt.

A message is one JSON object on a line. A later start sends one, the window answers with as many as it takes and hangs up.
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
"""More than a command line can hold on any system; who sends more isn't one of ours."""
_PATH_MOST_BYTES = 85
"""Systems allow 104 bytes and more; Qt makes the socket in a folder beside its place, whose name is longer."""
_CONNECT_S = 1.0


def address_of(data_dir: Path) -> str:
    """Return where the window of this home listens: both ends work it out. A path; on Windows a pipe's name."""
    path = str(data_dir / "window.socket")
    if sys.platform != "win32" and path.isascii() and len(path) <= _PATH_MOST_BYTES:
        return path
    import hashlib  # these two cost a start 10 ms
    import tempfile

    name = "vidu-desktop-" + hashlib.sha256(os.fsencode(data_dir)).hexdigest()[:16]
    return rf"\\.\pipe\{name}" if sys.platform == "win32" else str(Path(tempfile.gettempdir()) / name)


class WindowLine:
    """A later start's end of the line. Raises OSError when the window is gone."""

    def __init__(self, stream: BinaryIO, opened: socket.socket | None = None) -> None:
        self._stream = stream
        self._opened = opened

    def send(self, message: Message) -> None:
        self._stream.write(json.dumps(message).encode() + b"\n")
        self._stream.flush()

    def answers(self, within_s: float | None = None) -> Iterator[Message]:
        """Yield what the window says until it hangs up; with `within_s`, TimeoutError when it is silent for so long."""
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
    """Connect to the window that works on this home; None when there is none, or it isn't this person's."""
    address = address_of(data_dir)
    try:
        if sys.platform == "win32":
            return WindowLine(cast("BinaryIO", Path(address).open("r+b", buffering=0)))
        if (
            os.lstat(address).st_uid != os.getuid()
        ):  # anybody may put one of that name into the folder for all
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


def hand_files_over(data_dir: Path, paths: Sequence[str]) -> bool:
    """Let the window that works on this home come to the front and open these; False when none answers."""
    line = call_window(data_dir)
    if line is None:
        return False
    try:
        line.send({"open": list(paths), "token": os.environ.get("XDG_ACTIVATION_TOKEN", "")})
        return any(True for _ in line.answers(_HEARD_S))
    except TimeoutError:
        return True  # it is there, and hears when it comes to it
    except (OSError, ValueError):
        return False
    finally:
        line.close()


_HEARD_S = 5.0
