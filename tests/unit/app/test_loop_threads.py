"""What the loop gives to threads is done side by side, and none that hangs keeps the program from ending."""

import threading

import pytest

from vidu_desktop.app.loop_threads import LoopThreads


def test_results_and_errors_come_back() -> None:
    threads = LoopThreads()
    assert threads.submit(divmod, 7, 2).result(60) == (3, 1)
    with pytest.raises(ZeroDivisionError):
        threads.submit(divmod, 7, 0).result(60)
    threads.shutdown()
    with pytest.raises(RuntimeError):
        threads.submit(divmod, 7, 2)


def test_what_waits_holds_up_nothing_else() -> None:
    threads, answers = LoopThreads(), threading.Event()
    waiting = [threads.submit(answers.wait, 60) for _ in range(20)]
    assert threads.submit(divmod, 7, 2).result(60) == (3, 1)
    answers.set()
    assert all(one.result(60) for one in waiting)
    threads.shutdown()


def test_a_thread_is_used_again() -> None:
    threads = LoopThreads()
    names = {threads.submit(lambda: threading.current_thread().name).result(60) for _ in range(100)}
    assert len(names) < 100
    threads.shutdown()


def test_work_that_is_under_way_is_finished_at_the_end() -> None:
    threads, begun, goes_on = LoopThreads(), threading.Event(), threading.Event()

    def work() -> str:
        begun.set()
        goes_on.wait(60)
        return "written"

    written = threads.submit(work)
    assert begun.wait(60)
    ending = threading.Thread(target=threads.shutdown)
    ending.start()
    goes_on.set()
    ending.join(60)
    assert written.result(0) == "written"


def test_one_that_hangs_is_not_waited_for() -> None:
    threads, begun, answers = LoopThreads(ends_within_s=0.0), threading.Event(), threading.Event()

    def hangs() -> None:
        begun.set()
        answers.wait(60)

    hanging = threads.submit(hangs)
    assert begun.wait(60)
    threads.shutdown()
    assert not hanging.done()
    answers.set()
    hanging.result(60)


def test_a_thread_that_the_system_refuses_is_not_waited_for_at_the_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(_thread: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    threads = LoopThreads()
    with monkeypatch.context() as patch:
        patch.setattr(threading.Thread, "start", refuse)
        with pytest.raises(RuntimeError, match="new thread"):
            threads.submit(divmod, 7, 2)
    assert threads.submit(divmod, 7, 2).result(60) == (3, 1)
    threads.shutdown()
