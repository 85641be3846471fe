"""Requests that come before their receiver exists are delivered later: all of them, in order, and once."""

import pytest
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

    late = Late[Service](Service)
    answers: list[str] = []
    late.as_service.look_at("a", answers.append)
    late.as_service.look_at("b", answers.append)
    assert answers == []
    late.be(Service())
    assert answers == ["a seen", "b seen"]
    late.as_service.look_at("c", answers.append)
    assert answers == ["a seen", "b seen", "c seen"]


def test_what_is_asked_with_named_values_comes_as_it_was_asked(qapp):
    class Service:
        def look_at(self, path: str, answer, side_px: int = 0) -> None:
            answer((path, side_px))

    late, answers = Late[Service](Service), []
    late.as_service.look_at("a", answers.append, side_px=7)
    late.be(Service())
    assert answers == [("a", 7)]


def test_a_service_whose_methods_return_values_has_no_placeholder():
    class Counts:
        def count(self) -> int:
            return 1

    class SaysNothingOfIt:
        def count(self): ...

    for service in (Counts, SaysNothingOfIt):
        with pytest.raises(TypeError, match="count"):
            Late(service)


def test_what_the_service_does_not_have_is_not_kept():
    class Service:
        def look_at(self, path: str) -> None: ...

    wrong = "look_up"
    with pytest.raises(AttributeError, match=wrong):
        getattr(Late[Service](Service).as_service, wrong)
