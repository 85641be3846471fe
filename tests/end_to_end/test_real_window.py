"""The program as a person starts it: a real window on a real (if virtual) screen, closed by the system."""

import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from fakes.virtual_screen import PATIENCE_S, Screen, virtual_screen, wait_until

pytestmark = pytest.mark.skipif(shutil.which("Xvfb") is None, reason="needs Xvfb, a virtual screen")

BARE_COLOURS = 3
"""An empty screen has its background, and at most a pointer on it."""
FILLED_COLOURS = 300
"""Words and signs have them by their soft edges; the bare frame that comes first has a hundred, with the pointer."""


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    with virtual_screen(tmp_path) as shown:
        yield shown


def test_the_window_appears_and_leaves_in_order_when_the_system_asks(screen: Screen, tmp_path: Path) -> None:
    # given an empty screen and somebody's first start
    assert screen.colours() <= BARE_COLOURS
    said_path = tmp_path / "said"
    with said_path.open("w") as said:
        program = subprocess.Popen(
            [sys.executable, "-m", "vidu_desktop", "--home", tmp_path / "home"],
            env=screen.environ(),
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
