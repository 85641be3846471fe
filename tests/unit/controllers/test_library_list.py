"""The library shows the newest answer, whichever answer comes last."""

import asyncio
from array import array

import pytest
from fakes.ui_values import a_clip

from vidu_desktop.controllers.library_list import LibraryList
from vidu_desktop.engine.tasks import TaskKeeper
from vidu_desktop.ui.library.library_pane import LibraryPane
from vidu_desktop.ui.models.library_model import LibraryModel


class SlowLibrary:
    """Answers with what was there when it was asked; each answer waits until the test lets it go."""

    def __init__(self) -> None:
        self.rows = array("q", [7])
        self.asked: asyncio.Queue[asyncio.Event] = asyncio.Queue()

    async def find_rows(self, _query: object, _most: int | None = None) -> array:
        rows, let_go = array("q", self.rows), asyncio.Event()
        self.asked.put_nowait(let_go)
        await let_go.wait()
        return rows

    async def clips_at(self, rows: object) -> list:
        return [a_clip("a", row=row) for row in rows]  # type: ignore[attr-defined]

    async def totals(self, _query: object) -> None:
        raise NotImplementedError


class Searches:
    async def all(self) -> list:
        return []


class Started:
    """Starts tasks in the running loop, and none after its end, like the window."""

    def __init__(self) -> None:
        self.keeper = TaskKeeper()
        self.is_over = False
        self.tasks: list[asyncio.Task] = []

    def start(self, name: str, work, *arguments) -> None:
        if not self.is_over:
            self.tasks.append(self.keeper.start(name, work(*arguments)))


@pytest.mark.usefixtures("qapp")
def test_an_answer_from_before_a_deletion_never_brings_the_video_back(qtbot, look):
    model = LibraryModel()
    pane = LibraryPane(look, model, with_details=False)
    qtbot.addWidget(pane)
    library, started = SlowLibrary(), Started()

    async def story() -> None:
        listed = LibraryList(library, Searches(), pane, model, started)
        folder_looked_at = started.keeper.start("look at the folder", listed.list_all())
        before = await library.asked.get()
        library.rows = array("q")  # the clip is moved to the trash
        listed.follow_change()
        await asyncio.sleep(0)
        while not library.asked.empty():
            library.asked.get_nowait().set()
            await asyncio.sleep(0)
        before.set()
        while not all(task.done() for task in (folder_looked_at, *started.tasks)):
            while not library.asked.empty():
                library.asked.get_nowait().set()
            await asyncio.sleep(0)
        assert list(model.rows) == []
        started.is_over = True

    asyncio.run(story())
    model.close()
