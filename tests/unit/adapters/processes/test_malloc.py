"""Pictures that are made one after the other reuse the same memory instead of getting it from the system page by page."""

import gc
import subprocess
import sys

import pytest

from vidu_desktop.adapters.processes.malloc import ARENAS_MOST, give_back_freed_memory

_PICTURES = """
import resource, sys
from vidu_desktop.adapters.processes.malloc import keep_freed_memory

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


_THREADS = """
import ctypes, re, sys, tempfile, threading
from vidu_desktop.adapters.processes.malloc import limit_arenas

if sys.argv[1] == "limited":
    limit_arenas()
libc = ctypes.CDLL(None)
libc.malloc.restype = ctypes.c_void_p
at_once = threading.Barrier(13)

def work():
    at_once.wait()
    libc.malloc(ctypes.c_size_t(100_000))
    at_once.wait()

threads = [threading.Thread(target=work) for _ in range(12)]
for thread in threads:
    thread.start()
at_once.wait()
at_once.wait()
libc.fopen.restype = ctypes.c_void_p
with tempfile.NamedTemporaryFile() as told:
    file = ctypes.c_void_p(libc.fopen(told.name.encode(), b"w"))
    libc.malloc_info(0, file)
    libc.fclose(file)
    print(len(re.findall("<heap nr", open(told.name).read())))
"""


def _arenas_of_many_threads(how: str) -> int:
    done = subprocess.run(
        [sys.executable, "-c", _THREADS, how], capture_output=True, text=True, check=True, timeout=60
    )
    return int(done.stdout)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the GNU C library's own way")
def test_many_threads_share_two_arenas() -> None:
    assert _arenas_of_many_threads("limited") <= ARENAS_MOST
    assert _arenas_of_many_threads("free") > ARENAS_MOST  # the negative control


_HOLES = """
import psutil
from vidu_desktop.adapters.processes.malloc import give_back_freed_memory, keep_freed_memory

keep_freed_memory()
held = [bytearray(b"x" * 1_000_000) for _ in range(200)]
del held[::2]
before = psutil.Process().memory_info().rss
give_back_freed_memory()
print(before - psutil.Process().memory_info().rss)
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the GNU C library's own way")
def test_what_lies_free_between_blocks_that_stay_is_given_back() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _HOLES], capture_output=True, text=True, check=True, timeout=60
    )

    assert int(done.stdout) > 50_000_000


def test_giving_memory_back_leaves_nothing_for_the_collector() -> None:
    give_back_freed_memory()
    gc.collect()

    for _ in range(50):
        give_back_freed_memory()

    assert gc.collect() < 50
