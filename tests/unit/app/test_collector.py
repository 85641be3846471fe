"""What goes in a circle is destroyed in the interface's thread, whoever makes the object that is one too many."""

import gc
import threading
import weakref

import pytest
from PySide6.QtCore import QObject, QTimer

from vidu_desktop.app.collector import Collector


class Circle(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.timer = QTimer(self, interval=10_000)
        self.timer.start()
        self.itself = self


@pytest.mark.usefixtures("qapp")
def test_a_timer_in_a_circle_is_destroyed_where_it_lives_though_another_thread_makes_the_objects(qtbot):
    owner = QObject()
    collector = Collector(owner)
    collector.begin()
    destroyed_in: list[threading.Thread] = []
    weakref.finalize(Circle(), lambda: destroyed_in.append(threading.current_thread()))
    kept: list[object] = []

    thread = threading.Thread(target=lambda: kept.extend([] for _ in range(200_000)))
    thread.start()
    thread.join()

    assert destroyed_in == []
    qtbot.waitUntil(lambda: bool(destroyed_in))
    assert destroyed_in == [threading.main_thread()]
    assert not gc.isenabled()
