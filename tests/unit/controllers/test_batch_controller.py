"""A sheet in the window, from its choice to the jobs: what is shown is what is bought."""

import asyncio
from types import SimpleNamespace

import pytest
from fakes.batches import PRICE_USD, BatchMachine, FakeClips
from fakes.virtual_time import until, with_virtual_time
from fakes.window_context import a_context
from PySide6.QtWidgets import QWidget

from vidu_desktop.batch.checking import SheetChecker
from vidu_desktop.controllers.batch_controller import BatchController
from vidu_desktop.domain.batch import SeenPicture
from vidu_desktop.domain.pictures import PictureFacts
from vidu_desktop.domain.sheet import Sheet, SheetRow
from vidu_desktop.engine.tasks import TaskKeeper
from vidu_desktop.errors import BadInput, Sentence
from vidu_desktop.ui.text import say


class Bench:
    """A controller on a machine that buys, with a sheet of five rows."""

    def __init__(self, look) -> None:
        self.machine = BatchMachine()
        self.prompts = [f"prompt{'x' * number}" for number in range(5)]
        self.refusal: BadInput | None = None
        for number in range(5):
            path = f"/jobs/{number}.png"
            self.machine.folders.files[path] = SeenPicture(path=path, file_bytes=number, mtime_ns=1)
        self.tasks = TaskKeeper()
        self.said: list[str] = []
        notices = SimpleNamespace(
            say=lambda sentence: self.said.append(say(sentence)),
            say_error=lambda error: self.said.append(say(error.sentence)),
            say_text=self.said.append,
        )
        self.window = QWidget()
        self.written: list[tuple] = []
        checker = SheetChecker(
            sheets=self,
            looks=self,
            folders=self.machine.folders,
            price=lambda request: PRICE_USD,
            store=self.machine.store,
            clips=FakeClips(self.machine.world.library.clips),
        )
        self.controller = BatchController(
            a_context(look, self.window, self.tasks, notices),
            checker,
            self.machine.feeder,
            self.machine.world.clock.now,
            lambda: True,
            lambda *written: self.written.append(written),
        )

    async def read(self, path, read_as=None) -> Sheet:
        if self.refusal:
            raise self.refusal
        return Sheet(
            columns=("picture", "prompt"),
            rows=tuple(
                SheetRow(line=number + 2, cells=(f"{number}.png", prompt))
                for number, prompt in enumerate(self.prompts)
            ),
            sha256="5" * 64,
        )

    async def look_at_heads(self, paths, on_looked):
        on_looked(len(paths), len(paths))
        return {
            path: PictureFacts(
                path=path, name=path, width_px=320, height_px=180, file_bytes=9, media_type="image/png"
            )
            for path in paths
        }

    async def opened(self):
        dialog = self.controller.open("/jobs/spring.csv")
        await until(lambda: dialog.run_all.isEnabled() or dialog.table.wrong_lines or self.refusal)
        return dialog

    async def bought(self) -> None:
        """Wait until what was pressed has come to its end."""
        begun = asyncio.Event()
        self.controller.begun.connect(begun.set)
        await until(begun.is_set, 600)
        await until(self.machine.rest)

    async def end(self) -> None:
        await self.machine.die()
        await self.tasks.cancel_all()


@pytest.fixture
def played(look):
    """Play a story on a bench, in virtual time."""

    def play(story) -> None:
        async def whole() -> None:
            bench = Bench(look)
            await bench.machine.start()
            await story(bench)
            await bench.end()

        with_virtual_time(whole)

    return play


def test_three_are_run_first_and_the_rest_after_them(played) -> None:
    async def story(bench: Bench) -> None:
        dialog = await bench.opened()
        assert dialog.run_first.text() == "Run 3 first · $0.60"
        dialog.run_first.click()
        await bench.bought()
        assert bench.machine.paid.total() == 3
        assert {bench.prompts[0], bench.prompts[-1]} <= set(bench.machine.paid)

        dialog = await bench.opened()
        assert dialog.run_all.text() == "Run 2 · $0.40"
        dialog.run_all.click()
        await bench.bought()
        assert sorted(bench.machine.paid.values()) == [1] * 5

    played(story)


def test_a_press_too_many_buys_nothing_more(played) -> None:
    async def story(bench: Bench) -> None:
        dialog = await bench.opened()
        for _ in range(3):
            dialog.run_requested.emit(False, False)
        await bench.bought()
        assert sorted(bench.machine.paid.values()) == [1] * 5

    played(story)


def test_rows_with_something_wrong_hold_everything_until_they_are_left_out(played) -> None:
    async def story(bench: Bench) -> None:
        bench.prompts[1] = "x" * 600
        dialog = await bench.opened()
        assert dialog.table.wrong_lines == [3]
        dialog.run_requested.emit(False, False)
        await asyncio.sleep(60)
        assert not bench.machine.paid
        dialog.leave_out.click()
        await until(dialog.run_all.isEnabled)
        dialog.run_all.click()
        await bench.bought()
        assert bench.machine.paid.total() == 4

    played(story)


def test_a_sheet_that_cannot_be_read_says_why(played) -> None:
    async def story(bench: Bench) -> None:
        bench.refusal = BadInput("sheet-damaged", Sentence("It is damaged."))
        dialog = await bench.opened()
        await asyncio.sleep(1)
        assert dialog._wrong.text() == "It is damaged."
        assert not dialog.run_all.isEnabled()

    played(story)


def test_a_batch_that_stops_by_itself_and_rows_that_wait_are_told_of(played) -> None:
    async def story(bench: Bench) -> None:
        bench.prompts = bench.prompts[:4]
        dialog = await bench.opened()
        bench.machine.price_usd = PRICE_USD * 2  # the price has changed since it was approved
        dialog.run_all.click()
        await until(lambda: bench.said)
        assert "4 videos of the batch “spring” wait" in bench.said[0]
        assert not bench.machine.paid

    played(story)
