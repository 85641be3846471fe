"""The end of what is kept on the disk: it waits for no drive that doesn't answer."""

import threading
from pathlib import Path

import pytest
from fakes.kept_things import FakeVideos

from vidu_desktop.adapters.desktop.clock import SystemClock
from vidu_desktop.adapters.desktop.paths import resolve_paths
from vidu_desktop.adapters.disk.lease import Lease
from vidu_desktop.domain.settings import Settings
from vidu_desktop.wiring import storage as module
from vidu_desktop.wiring.storage import open_storage


def test_a_library_whose_drive_doesnt_answer_holds_up_no_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers, asked = threading.Event(), threading.Event()

    def release(_lease: Lease) -> None:
        asked.set()
        answers.wait()

    monkeypatch.setattr(Lease, "release", release)
    monkeypatch.setattr(module, "RELEASED_WITHIN_S", 0.0)
    storage = open_storage(resolve_paths(str(tmp_path)), Settings(), FakeVideos(), SystemClock())
    try:
        storage.close()
        assert asked.wait(60.0)
    finally:
        answers.set()


def test_the_journal_is_closed_though_the_system_has_no_thread_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    storage = open_storage(resolve_paths(str(tmp_path)), Settings(), FakeVideos(), SystemClock())
    closed = []
    monkeypatch.setattr(storage.jobs, "close", lambda: closed.append("journal"))

    def refuse(_thread: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    with monkeypatch.context() as patched:
        patched.setattr(threading.Thread, "start", refuse)
        storage.close()
    assert closed == ["journal"]
