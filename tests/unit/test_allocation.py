"""Pictures that follow each other use the same memory again instead of asking the system for it page by page."""

import subprocess
import sys

import pytest

_PICTURES = """
import resource, sys
from vidu_desktop.adapters.media.allocation import keep_freed_memory

if sys.argv[1] == "kept":
    keep_freed_memory()

def faults():
    return resource.getrusage(resource.RUSAGE_SELF).ru_minflt

size = 1280 * 720 * 4
for turn in range(8):
    before = faults()
    decoded, picture = bytearray(b"x" * size), bytearray(b"y" * size)
    del decoded, picture
print(faults() - before, size // resource.getpagesize())
"""


def _faults_of_a_picture(how: str) -> tuple[int, int]:
    done = subprocess.run(
        [sys.executable, "-c", _PICTURES, how], capture_output=True, text=True, check=True, timeout=60
    )
    faults, pages = map(int, done.stdout.split())
    return faults, pages


@pytest.mark.skipif(
    not sys.platform.startswith("linux") or sys.maxsize < 1 << 32, reason="the GNU C library's own way"
)
def test_a_pictures_memory_is_used_again() -> None:
    faults, pages = _faults_of_a_picture("kept")

    assert faults < pages // 10


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the GNU C library's own way")
def test_without_asking_for_it_every_picture_comes_from_the_system_anew() -> None:
    """The negative control."""
    faults, pages = _faults_of_a_picture("given back")

    assert faults >= pages
