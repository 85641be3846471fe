"""A later start reaches the window of the same home, and no other."""

import os
import socket
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer
from PySide6.QtWidgets import QWidget

from vidu_desktop.adapters.desktop.window_line import address_of, call_window, hand_files_over
from vidu_desktop.app.outside import Outside
from vidu_desktop.app.single_instance import Caller, LaterStarts
from vidu_desktop.ui.text import say


class QueueSignals(QObject):
    """The signal of the queue's controller that `Outside` waits for."""

    begun = Signal()


@pytest.fixture
def in_thread():
    with ThreadPoolExecutor(1) as threads:
        yield threads.submit


@pytest.fixture
def window(qapp, tmp_path):
    """A window that answers with the request that it got."""
    heard: list[object] = []

    def hear(message, caller: Caller) -> None:
        heard.append(message)
        caller.answer({"heard": True})
        caller.hang_up()

    later_starts = LaterStarts(tmp_path, hear)
    yield heard
    later_starts.close()


def test_files_arrive_as_they_are_called_also_where_a_name_is_no_text(qtbot, window, tmp_path, in_thread):
    paths = ["/p/a b.png", os.fsdecode(b"/p/\xff.png"), "/p/狐.png"]
    handed = in_thread(hand_files_over, tmp_path, paths)
    qtbot.waitUntil(handed.done)
    assert handed.result()
    assert [message["open"] for message in window] == [paths]


def test_without_a_window_nobody_answers(tmp_path):
    assert not hand_files_over(tmp_path, [])


def test_a_socket_that_a_crash_has_left_is_nobodys(qtbot, tmp_path, in_thread):
    left = Path(address_of(tmp_path))
    LaterStarts(tmp_path, lambda *_: None).close()
    left.touch()
    assert not hand_files_over(tmp_path, [])
    later_starts = LaterStarts(tmp_path, lambda _message, caller: caller.answer({"heard": True}))
    handed = in_thread(hand_files_over, tmp_path, [])
    qtbot.waitUntil(handed.done)
    assert handed.result()
    later_starts.close()


def test_only_the_same_person_may_open_the_line(window, tmp_path):
    assert Path(address_of(tmp_path)).stat().st_mode & 0o077 == 0


def test_a_socket_of_somebody_else_is_not_spoken_to(window, tmp_path, monkeypatch):
    uid = os.getuid()
    monkeypatch.setattr(os, "getuid", lambda: uid + 1)
    assert call_window(tmp_path) is None


@pytest.mark.parametrize("depth", [0, 20])
def test_the_address_fits_however_long_the_way_to_the_home_is(qtbot, tmp_path, depth):
    data_dir = tmp_path.joinpath(*["a-long-name"] * depth)
    data_dir.mkdir(parents=True, exist_ok=True)
    server = QLocalServer()
    server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
    assert server.listen(address_of(data_dir)), server.errorString()
    server.close()


@pytest.mark.parametrize("line", [b"nonsense\n", b"[]\n", b"[" * 100_000 + b"\n"])
def test_who_talks_nonsense_is_hung_up_on(qtbot, window, tmp_path, in_thread, line):
    with socket.socket(socket.AF_UNIX) as stranger:
        stranger.connect(address_of(tmp_path))
        stranger.sendall(line)
        said = in_thread(stranger.recv, 1)
        qtbot.waitUntil(said.done)
    assert said.result() == b""
    assert window == []


def test_what_was_typed_into_a_window_that_gives_way_is_offered_by_the_one_that_stays(
    qtbot, qapp, tmp_path, in_thread
):
    offered: list[tuple[str, object]] = []
    used: list[str] = []
    main = QWidget()
    qtbot.addWidget(main)
    outside = Outside(
        SimpleNamespace(
            main=main,
            notices=SimpleNamespace(offer=lambda words, _button, act: offered.append((say(words), act))),
            queue_work=QueueSignals(),
            compose=SimpleNamespace(set_pictures=None, use_prompt=used.append),
            many=SimpleNamespace(batches=SimpleNamespace(open=None)),
            library=SimpleNamespace(import_requested=SimpleNamespace(emit=None)),
            to_front=lambda: None,
        ),
        SimpleNamespace(),
    )
    later_starts = LaterStarts(tmp_path, outside.heard)
    for typed in ("", "A fox turns its head"):
        handed = in_thread(hand_files_over, tmp_path, [], typed)
        qtbot.waitUntil(handed.done)
    later_starts.close()

    ((words, act),) = offered
    assert "“A fox turns its head”" in words
    assert used == []
    act()
    assert used == ["A fox turns its head"]
