"""A drive that doesn't answer: whoever asks it waits, and the window's thread must not."""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

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
            self.asked.append(str(path))
            assert threading.current_thread() is not threading.main_thread(), f"the window waits for {path}"
            self._waiting.append(threading.current_thread())
            assert self._answers.wait(60)

    def answer(self) -> None:
        """Answer all that was asked, and return once nobody waits any more."""
        self._answers.set()
        for thread in self._waiting:
            thread.join(60)


@contextmanager
def dead_drive(root: Path) -> Iterator[DeadDrive]:
    """Let the folder `root` be such a drive for as long as the context is open."""
    drive = DeadDrive(root)
    with pytest.MonkeyPatch.context() as patched:
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
