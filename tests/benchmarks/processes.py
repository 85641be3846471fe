"""The processes that benchmarks start: the scripted service, a virtual screen, and drivers that print JSON lines."""

import contextlib
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

GOODBYE_S = 20.0

BARE_WINDOW = """
import sys
from PySide6.QtWidgets import QApplication, QWidget
application = QApplication(sys.argv[:1])
window = QWidget()
window.resize(1200, 760)
window.show()
application.exec()
"""
"""A program that shows an empty PySide6 window of our window's size: the floor of every start."""


@contextlib.contextmanager
def ended(process: subprocess.Popen[str]) -> Iterator[subprocess.Popen[str]]:
    """End the process when the block ends, if it hasn't ended before."""
    try:
        yield process
    finally:
        if process.stdin:
            with contextlib.suppress(OSError):
                process.stdin.close()
        else:
            process.terminate()
        try:
            process.wait(GOODBYE_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """A scripted service in a separate process. `file_url` is the link to its video."""

    base_url: str
    file_url: str


@contextlib.contextmanager
def service(*arguments: object) -> Iterator[Service]:
    """Run `tests.benchmarks.service_process` with these arguments."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.benchmarks.service_process", *map(str, arguments)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with ended(process):
        assert process.stdout
        base_url, file_url = process.stdout.readline().split()
        yield Service(base_url=base_url, file_url=file_url)


@contextlib.contextmanager
def screen(framebuffer_dir: Path) -> Iterator[tuple[str, Path]]:
    """Run a virtual screen; yield its DISPLAY and the file with its pixels."""
    reading, writing = os.pipe()
    options = ["-screen", "0", "1280x800x24", "-fbdir", str(framebuffer_dir), "-nolisten", "tcp"]
    process = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), *options],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
        text=True,
    )
    os.close(writing)
    with ended(process):
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        if not number:
            raise RuntimeError("Xvfb ended by itself")
        yield f":{number}", framebuffer_dir / "Xvfb_screen0"


def lines_of(module: str, arguments: Sequence[object], env: dict[str, str]) -> Iterator[dict[str, float]]:
    """Run a driver to its end and yield the objects that it prints as they come."""
    process = subprocess.Popen(
        [sys.executable, "-m", module, *map(str, arguments)],
        env={**os.environ, **env},
        stdout=subprocess.PIPE,
        text=True,
    )
    with ended(process):
        assert process.stdout
        for line in process.stdout:
            yield {**json.loads(line), "pid": process.pid, "heard_s": time.monotonic()}
        if process.wait():
            raise RuntimeError(f"{module} ended with {process.returncode}")
