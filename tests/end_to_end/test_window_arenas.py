"""The window's threads share a few memory arenas, because free memory in one arena isn't used by another."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from vidu_desktop.adapters.processes.malloc import ARENAS_MOST

_WINDOW = """
import ctypes, re, sys, tempfile
import vidu_desktop.app.run as run
from vidu_desktop.app import open_window
from vidu_desktop.app.window import Window

class OpenedAndClosed(Window):
    async def begin(self):
        await super().begin()
        libc = ctypes.CDLL(None)
        libc.fopen.restype = ctypes.c_void_p
        with tempfile.NamedTemporaryFile() as told:
            file = ctypes.c_void_p(libc.fopen(told.name.encode(), b"w"))
            libc.malloc_info(0, file)
            libc.fclose(file)
            print("arenas", len(re.findall("<heap nr", open(told.name).read())))
        self.main.close()

run.Window = OpenedAndClosed
sys.exit(open_window(sys.argv[1]))
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the GNU C library's own way")
def test_the_window_has_no_more_arenas_than_it_says(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _WINDOW, str(tmp_path / "home")],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
        timeout=180,
    )

    assert "arenas" in done.stdout, done.stderr[-2000:]
    assert int(done.stdout.partition("arenas ")[2].split()[0]) <= ARENAS_MOST
