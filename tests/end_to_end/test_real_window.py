"""The program as a person starts it: a real window on a real (perhaps virtual) screen, closed by the system."""

import json
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest
from fakes.pictures import make_picture
from fakes.pointer import Pointer
from fakes.requests import a_request
from fakes.virtual_screen import PATIENCE_S, Screen, virtual_screen, wait_until

from vidu_desktop.adapters.desktop.paths import resolve_paths
from vidu_desktop.domain.drafts import Drafts, drafts_to_document

pytestmark = pytest.mark.skipif(shutil.which("Xvfb") is None, reason="needs Xvfb, a virtual screen")

BARE_COLOURS = 3
"""An empty screen has its background, and perhaps a pointer on it."""
FILLED_COLOURS = 300
"""Text and signs have that many colours because of their soft edges. The bare frame that comes first has a hundred, with the
pointer.
"""
REHEARSE_AT_PX = (270, 682)
"""Where the button is on this screen, which has no window manager."""


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    with virtual_screen(tmp_path) as shown:
        yield shown


def test_the_window_appears_and_leaves_in_order_when_the_system_asks(screen: Screen, tmp_path: Path) -> None:
    # given an empty screen and a first start
    assert screen.colours() <= BARE_COLOURS
    said_path = tmp_path / "said"
    with said_path.open("w") as said:
        program = subprocess.Popen(
            [sys.executable, "-m", "vidu_desktop", "--home", tmp_path / "home"],
            env=screen.environ(),
            stdout=said,
            stderr=said,
        )

        # when it has drawn itself and is asked to end
        try:
            wait_until(lambda: screen.colours() > FILLED_COLOURS or program.poll() is not None, "a window")
            assert program.poll() is None, said_path.read_text()
            program.send_signal(signal.SIGTERM)

            # then it ends by itself without complaints, and remembers its sizes
            assert program.wait(timeout=PATIENCE_S) == 0, said_path.read_text()
        finally:
            program.kill()
            program.wait()
    assert "Traceback" not in said_path.read_text()
    assert "geometry=" in (tmp_path / "home" / "config" / "window.ini").read_text()


def test_a_press_at_the_first_sight_of_the_window_is_ordered_once(screen: Screen, tmp_path: Path) -> None:
    # given a home with a draft of the previous run
    home = tmp_path / "home"
    paths = resolve_paths(str(home))
    paths.drafts_path.parent.mkdir(parents=True)
    request = a_request("A boat", picture_paths=(str(make_picture(tmp_path / "boat.png", size=(320, 180))),))
    drafts = Drafts(shown_mode=request.mode, requests={request.mode: request})
    paths.drafts_path.write_text(json.dumps(drafts_to_document(drafts)))

    # when Rehearse is pressed as soon as there are words in the window
    with closing(a_pointer(screen)) as pointer:
        pointer.move(*REHEARSE_AT_PX)
        program = subprocess.Popen(
            [sys.executable, "-m", "vidu_desktop", "--home", home], env=screen.environ()
        )
        try:
            wait_until(lambda: screen.colours() > FILLED_COLOURS, "the panes")
            pointer.press()

            # then it is in the journal, and only once after the program has ended
            wait_until(lambda: orders_in(paths.journal_path) > 0, "the order")
            program.send_signal(signal.SIGTERM)
            assert program.wait(timeout=PATIENCE_S) == 0
        finally:
            program.kill()
            program.wait()
    assert orders_in(paths.journal_path) == 1


def a_pointer(screen: Screen) -> Pointer:
    try:
        return Pointer(screen.number)
    except OSError as error:
        pytest.skip(f"needs the X server's test extension: {error}")


def orders_in(journal_path: Path) -> int:
    """Return how many orders there are; 0 while the journal is still being made."""
    if journal_path.exists():
        with (
            suppress(sqlite3.Error),
            closing(sqlite3.connect(f"file:{journal_path}?mode=ro", uri=True)) as journal,
        ):
            return int(journal.execute("SELECT count(*) FROM jobs").fetchone()[0])
    return 0
