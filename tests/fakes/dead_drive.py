"""A drive that doesn't answer: whoever asks it waits, and the window's thread must not."""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from typing_extensions import override

from vidu_desktop.ui import drives

QUESTIONS = ("isdir", "isfile", "exists", "lexists", "realpath")


class DeadDrive:
    """Lies at `root`. `asked` are the paths that were asked about, each once for each question."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.asked: list[str] = []
        self._answers = threading.Event()
        self._waiting: list[threading.Thread] = []

    def wait(self, path: object) -> None:
        if isinstance(path, str | Path) and Path(path).is_relative_to(self.root):
            thread = threading.current_thread()
            self.asked.append(str(path))
            assert thread is not threading.main_thread(), f"the window waits for {path}"
            self._waiting.append(thread)
            if isinstance(thread, Asking):
                thread.stands_still()
            self._answers.wait()

    def answer(self) -> None:
        """Answer all that was asked, and return once nobody waits any more."""
        self._answers.set()
        for thread in self._waiting:
            thread.join(60)


class Asking(threading.Thread):
    """Has ended once it is started, or stands still at a dead drive: no time has to pass until that is known."""

    _is_known: threading.Event
    _is_still = False

    @override
    def start(self) -> None:
        self._is_known = threading.Event()
        super().start()
        self._is_known.wait()
        if not self._is_still:
            self.join()

    @override
    def run(self) -> None:
        try:
            super().run()
        finally:
            self._is_known.set()

    def stands_still(self) -> None:
        self._is_still = True
        self._is_known.set()


@contextmanager
def dead_drive(root: Path) -> Iterator[DeadDrive]:
    """Let the folder `root` be such a drive for as long as the context is open."""
    drive = DeadDrive(root)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(drives, "Thread", Asking)
        patched.setattr(drives, "ANSWERS_WITHIN_S", 0.0)
        for name in QUESTIONS:
            question = getattr(os.path, name)

            def ask(path, *how, question=question, **more):
                drive.wait(path)
                return question(path, *how, **more)

            patched.setattr(os.path, name, ask)
        try:
            yield drive
        finally:
            drive.answer()
