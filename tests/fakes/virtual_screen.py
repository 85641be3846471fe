"""A real X server with a virtual screen, for the program as a person starts it."""

import os
import struct
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

PATIENCE_S = 60.0


def wait_until(true: Callable[[], bool], what: str) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while not true():
        assert time.monotonic() < deadline, f"waited in vain: {what}"
        time.sleep(0.05)


class Screen:
    """A virtual screen whose pixels are in a file (XWD: header, colour map, pixels)."""

    def __init__(self, number: str, framebuffer_path: Path) -> None:
        self.number = number
        self._framebuffer_path = framebuffer_path

    def colours(self) -> int:
        """Return how many different colours are on the screen."""
        content = self._framebuffer_path.read_bytes()
        header_bytes, *_ = struct.unpack(">I", content[:4])
        colour_map_length = struct.unpack(">I", content[76:80])[0]
        pixels = memoryview(content)[header_bytes + 12 * colour_map_length :]
        return len(set(pixels[: len(pixels) // 4 * 4].cast("I")))

    def environ(self) -> dict[str, str]:
        """Return the environment for a program that uses this screen and has no settings of this machine."""
        own = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("QT_", "ZAI_", "WAYLAND"))
        }
        return {**own, "DISPLAY": self.number, "QT_QPA_PLATFORM": "xcb"}


@contextmanager
def virtual_screen(folder: Path) -> Iterator[Screen]:
    """Start a screen of 1280 × 800 pixels, which are in a file in `folder`."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        [
            *("Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x800x24"),
            *("-fbdir", folder, "-nolisten", "tcp"),
        ],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as told:
        number = told.readline().strip()
    assert number, "Xvfb ended by itself"
    yield Screen(f":{number}", folder / "Xvfb_screen0")
    server.terminate()
    server.wait(timeout=PATIENCE_S)
