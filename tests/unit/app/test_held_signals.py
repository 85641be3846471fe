"""Requests that come before their receiver exists are delivered later: all of them, in order, and once."""

from PySide6.QtCore import QObject, Signal

from vidu_desktop.app.held_signals import HeldSignals
from vidu_desktop.app.late import Late


class Asking(QObject):
    opened = Signal(str)
    counted = Signal(int, int)
    ended = Signal()


def test_signals_are_sent_again_in_their_order_and_once(qapp):
    asking, heard = Asking(), []
    held = HeldSignals(asking.opened, asking.counted, asking.ended)
    asking.counted.emit(1, 2)
    asking.opened.emit("a")
    asking.ended.emit()
    asking.opened.emit("b")

    asking.opened.connect(heard.append)
    asking.counted.connect(lambda *both: heard.append(both))
    asking.ended.connect(lambda: heard.append("ended"))
    assert heard == []
    held.let_go()
    assert heard == [(1, 2), "a", "ended", "b"]

    held.let_go()
    asking.opened.emit("c")
    held.let_go()
    assert heard == [(1, 2), "a", "ended", "b", "c"]


def test_a_signal_that_is_sent_while_the_held_ones_are_is_heard_once(qapp):
    asking, heard = Asking(), []
    held = HeldSignals(asking.opened, asking.ended)
    asking.ended.emit()
    asking.opened.connect(heard.append)
    asking.ended.connect(lambda: asking.opened.emit("by the end"))
    held.let_go()
    held.let_go()
    assert heard == ["by the end"]


def test_a_late_service_is_asked_what_was_asked_before_it_came(qapp):
    class Service:
        def look_at(self, path: str, answer) -> None:
            answer(f"{path} seen")

    late: Late[Service] = Late()
    answers: list[str] = []
    late.as_service.look_at("a", answers.append)
    late.as_service.look_at("b", answers.append)
    assert answers == []
    late.be(Service())
    assert answers == ["a seen", "b seen"]
    late.as_service.look_at("c", answers.append)
    assert answers == ["a seen", "b seen", "c seen"]
