"""The program as a person starts it: a real window on a real (if virtual) screen, closed by the system."""

import os
import shutil
import signal
import struct
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(shutil.which("Xvfb") is None, reason="needs Xvfb, a virtual screen")

PATIENCE_S = 60.0
BARE_COLOURS = 3
"""An empty screen has its background, and at most a pointer on it."""
FILLED_COLOURS = 300
"""Words and signs have them by their soft edges; the bare frame that comes first has a hundred, with the pointer."""


def wait_until(true: Callable[[], bool], what: str) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while not true():
        assert time.monotonic() < deadline, f"waited in vain: {what}"
        time.sleep(0.05)


class Screen:
    """A virtual screen whose pixels lie in a file (XWD: header, colour map, pixels)."""

    def __init__(self, number: str, framebuffer_path: Path) -> None:
        self.number = number
        self._framebuffer_path = framebuffer_path

    def colours(self) -> int:
        """How many different pixels there are."""
        content = self._framebuffer_path.read_bytes()
        header_bytes, *_ = struct.unpack(">I", content[:4])
        colour_map_length = struct.unpack(">I", content[76:80])[0]
        pixels = memoryview(content)[header_bytes + 12 * colour_map_length :]
        return len(set(pixels[: len(pixels) // 4 * 4].cast("I")))


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    reading, writing = os.pipe()
    server = subprocess.Popen(
        [
            "Xvfb",
            "-displayfd",
            str(writing),
            "-screen",
            "0",
            "1280x800x24",
            "-fbdir",
            tmp_path,
            "-nolisten",
            "tcp",
        ],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as told:
        number = told.readline().strip()
    assert number, "Xvfb ended by itself"
    yield Screen(f":{number}", tmp_path / "Xvfb_screen0")
    server.terminate()
    server.wait(timeout=PATIENCE_S)


def test_the_window_appears_and_leaves_in_order_when_the_system_asks(screen: Screen, tmp_path: Path) -> None:
    # given an empty screen and somebody's first start
    assert screen.colours() <= BARE_COLOURS
    environ = {
        name: value for name, value in os.environ.items() if not name.startswith(("QT_", "ZAI_", "WAYLAND"))
    }
    said_path = tmp_path / "said"
    with said_path.open("w") as said:
        program = subprocess.Popen(
            [sys.executable, "-m", "vidu_desktop", "--home", tmp_path / "home"],
            env={**environ, "DISPLAY": screen.number, "QT_QPA_PLATFORM": "xcb"},
            stdout=said,
            stderr=said,
        )

        # when it has drawn itself and is told to end
        try:
            wait_until(lambda: screen.colours() > FILLED_COLOURS or program.poll() is not None, "a window")
            assert program.poll() is None, said_path.read_text()
            program.send_signal(signal.SIGTERM)

            # then it ends by itself, with nothing to complain about, and remembers its sizes
            assert program.wait(timeout=PATIENCE_S) == 0, said_path.read_text()
        finally:
            program.kill()
            program.wait()
    assert "Traceback" not in said_path.read_text()
    assert "geometry=" in (tmp_path / "home" / "config" / "window.ini").read_text()
