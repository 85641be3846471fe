"""Whatever happens to a picture behind the window, the place that asked for it gets an answer."""

import asyncio
import gc
import logging
import warnings

from vidu_desktop.controllers.picture_service import AppPictureService
from vidu_desktop.domain.modes import Mode
from vidu_desktop.engine.tasks import TaskKeeper
from vidu_desktop.errors import BadInput


class Tripping:
    async def look_at(self, path, limits):
        raise RuntimeError("a fault of ours")


def test_a_fault_of_ours_is_answered_in_a_sentence_and_logged(tmp_path, caplog) -> None:
    answers = []

    async def ask() -> None:
        tasks = TaskKeeper()
        desk = AppPictureService(Tripping(), None, lambda: tmp_path, tasks)
        answered = asyncio.Event()
        desk.look_at("/p.png", Mode.IMAGE, lambda answer: (answers.append(answer), answered.set()))
        await answered.wait()
        await tasks.cancel_all()

    with caplog.at_level(logging.ERROR):
        asyncio.run(ask())

    (answer,) = answers
    assert isinstance(answer, BadInput)
    assert answer.code == "our-fault"
    assert "a fault of ours" in caplog.text


def test_an_end_before_the_work_has_begun_leaves_nothing_unawaited(tmp_path) -> None:
    begun = []

    class Counting:
        async def look_at(self, path, limits):
            begun.append(path)

    async def ask_and_end() -> None:
        tasks = TaskKeeper()
        AppPictureService(Counting(), None, lambda: tmp_path, tasks).look_at(
            "/p.png", Mode.IMAGE, begun.append
        )
        await tasks.cancel_all()

    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        asyncio.run(ask_and_end())
        gc.collect()

    assert begun == []
    assert [str(one.message) for one in told] == []
