"""Objects in reference cycles are destroyed in the interface's thread, whichever thread triggers the collection."""

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


@pytest.mark.usefixtures("qapp")
def test_a_look_at_what_the_young_objects_have_left_is_at_few_of_them(qtbot):
    owner = QObject()
    Collector(owner).begin()
    looked_at: list[int] = []

    def note(phase: str, about: dict[str, int]) -> None:
        if phase == "start" and about["generation"] == 1:
            looked_at.append(len(gc.get_objects(0)) + len(gc.get_objects(1)))

    gc.callbacks.append(note)
    try:
        kept: list[list[list[object]]] = []
        for _ in range(14):
            kept.append([[] for _ in range(11_000)])
            qtbot.waitUntil(lambda: gc.get_count()[0] < 10_000)
    finally:
        gc.callbacks.remove(note)

    assert looked_at
    assert max(looked_at) < 50_000
