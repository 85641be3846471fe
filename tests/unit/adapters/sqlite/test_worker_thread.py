"""The single thread that writes."""

import asyncio
import threading

import pytest

from vidu_desktop.adapters.sqlite.worker_thread import Worker

pytestmark = pytest.mark.anyio


async def test_work_is_done_in_order_in_one_other_thread() -> None:
    worker = Worker("test")
    seen: list[tuple[int, int]] = []
    try:
        await asyncio.gather(
            *(worker.run(lambda n=number: seen.append((n, threading.get_ident()))) for number in range(20))
        )
    finally:
        worker.close()

    assert [number for number, _ in seen] == list(range(20))
    assert {ident for _, ident in seen}.isdisjoint({threading.get_ident()})
    assert len({ident for _, ident in seen}) == 1


def test_its_thread_keeps_no_program_from_ending_and_is_gone_after_closing() -> None:
    worker = Worker("test")
    thread = worker.run_sync(threading.current_thread)
    assert thread.daemon
    assert worker.run_sync(threading.current_thread) is thread
    worker.close()
    assert not thread.is_alive()


def test_work_that_hangs_is_not_waited_for() -> None:
    worker, answers, ended = Worker("test", ends_within_s=0.0), threading.Event(), threading.Event()

    def hang() -> None:
        answers.wait(60)
        ended.set()

    async def give() -> None:
        waiting = asyncio.ensure_future(worker.run(hang))  # noqa: TID251 - a test's own
        await asyncio.sleep(0)
        waiting.cancel()

    asyncio.run(give())
    worker.close()
    assert not ended.is_set()
    answers.set()
    assert ended.wait(60)


async def test_cancelling_who_waits_doesnt_stop_the_work() -> None:
    worker = Worker("test")
    started, go_on, done = threading.Event(), threading.Event(), []

    def slow() -> None:
        started.set()
        go_on.wait(60)
        done.append("slow")

    async with asyncio.TaskGroup() as group:
        first = group.create_task(worker.run(slow))
        second = group.create_task(worker.run(lambda: done.append("queued")))
        await asyncio.to_thread(started.wait, 60)
        first.cancel()
        second.cancel()
    go_on.set()
    worker.close()

    assert done == ["slow", "queued"]


async def test_after_a_thread_that_the_system_refused_work_is_done_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(_thread: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    worker = Worker("test")
    with monkeypatch.context() as patch:
        patch.setattr(threading.Thread, "start", refuse)
        with pytest.raises(RuntimeError, match="new thread"):
            await worker.run(lambda: "never")
    async with asyncio.timeout(60):
        assert await worker.run(lambda: "written") == "written"
    worker.close()


async def test_an_error_comes_to_who_waits_and_the_thread_goes_on() -> None:
    worker = Worker("test")
    try:
        with pytest.raises(ZeroDivisionError):
            await worker.run(lambda: 1 // 0)
        assert worker.run_sync(lambda: "still here") == "still here"
    finally:
        worker.close()


def test_closing_finishes_what_was_given_and_refuses_more() -> None:
    worker = Worker("test")
    worker.close()
    worker.close()

    with pytest.raises(RuntimeError):
        worker.run_sync(lambda: None)
