"""Work on threads of its own, for drives that may stop answering."""

import threading
from collections.abc import Iterator
from contextlib import suppress

import pytest

from vidu_desktop.adapters.disk.own_threads import DriveQuestions, begin_on_own_thread

PATIENCE_S = 60.0


@pytest.fixture
def answers() -> Iterator[threading.Event]:
    event = threading.Event()
    yield event
    event.set()


def test_a_drive_that_doesnt_answer_holds_nobody_up_and_is_asked_nothing_more(
    answers: threading.Event,
) -> None:
    asked = threading.Semaphore(0)

    def question() -> None:
        asked.release()
        assert answers.wait(PATIENCE_S)

    hasty = DriveQuestions("asks", within_s=0.0)
    for _ in range(3):
        with pytest.raises(TimeoutError):
            hasty.ask(question)
    assert asked.acquire(timeout=PATIENCE_S)
    assert not asked.acquire(blocking=False)

    answers.set()
    while not asked.acquire(timeout=0.01):  # asked again once the first answer has come
        with suppress(TimeoutError):
            hasty.ask(question)


def test_an_answer_and_an_error_come_through() -> None:
    questions = DriveQuestions("asks", within_s=PATIENCE_S)
    assert questions.ask(lambda: 7) == 7
    with pytest.raises(ZeroDivisionError):
        questions.ask(lambda: 1 // 0)
    assert questions.ask(lambda: 8) == 8


@pytest.mark.parametrize("fails", [False, True])
def test_what_nobody_waits_for_any_more_is_told_to_its_thread(answers: threading.Event, fails: bool) -> None:
    unwanted = threading.Event()

    def function() -> None:
        assert answers.wait(PATIENCE_S)
        if fails:
            raise OSError

    thread, done = begin_on_own_thread(function, "works", unwanted.set)
    assert done.cancel()
    answers.set()
    thread.join(PATIENCE_S)
    assert unwanted.is_set()


def test_a_thread_that_the_system_refuses_is_an_error_of_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_thread: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    questions = DriveQuestions("asks")
    monkeypatch.setattr(threading.Thread, "start", refuse)
    with pytest.raises(OSError, match="memory"):
        questions.ask(lambda: 7)
    monkeypatch.undo()
    assert questions.ask(lambda: 8) == 8
