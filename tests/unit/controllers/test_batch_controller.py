"""A sheet in the window, from choosing it to the jobs: what is shown is what is bought."""

import asyncio
import gc
import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from fakes.batches import PRICE_USD, BatchMachine, FakeClips
from fakes.virtual_time import until, with_virtual_time
from fakes.window_context import a_context
from fakes.world import trouble
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QLabel, QWidget

from vidu_desktop.app.bridge import EventBridge
from vidu_desktop.batch.bought_before import BoughtBefore
from vidu_desktop.batch.checking import SheetChecker
from vidu_desktop.controllers.batch_content import SecondsOf
from vidu_desktop.controllers.batch_controller import BatchController
from vidu_desktop.controllers.live_facts import LiveFacts
from vidu_desktop.controllers.window_undo import WindowUndo
from vidu_desktop.domain.batch import Act, BatchRow, Deed, SeenPicture
from vidu_desktop.domain.batch_documents import head_from_document
from vidu_desktop.domain.marks import Verdict
from vidu_desktop.domain.origin import batch_of
from vidu_desktop.domain.pictures import PictureFacts
from vidu_desktop.domain.sheet import Guess, Sheet, SheetRow
from vidu_desktop.domain.sheet_work import Work
from vidu_desktop.engine.tasks import TaskKeeper
from vidu_desktop.errors import BadInput, DiskTrouble, Refused, Sentence
from vidu_desktop.library.undo import UndoStack
from vidu_desktop.ui.text import say, say_money


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
        self.offered: list[tuple[str, Callable[[], Any]]] = []
        """What the person can go on with."""
        self.look = look
        self.notices = SimpleNamespace(
            say=lambda sentence: self.said.append(say(sentence)),
            say_error=lambda error: self.said.append(say(error.sentence)),
            say_text=self.said.append,
            say_done=lambda text, _path: self.said.append(text),
            offer=lambda sentence, button, act: self.offered.append((say(sentence), act)),
            withdraw_offer=self.offered.clear,
        )
        self.window = QWidget()
        self.has_key = True
        self.undo = UndoStack()
        self.written: list[tuple] = []
        self.unwritten: DiskTrouble | None = None
        """Why no result can be written."""
        self.written_as = ""
        """The name that a result gets, where it isn't the one that was asked for."""
        self.table: list[list[str]] = []
        """The whole sheet, where it isn't the usual one."""
        self.hidden: set[int] = set()
        """The lines of `table` that a filter hides."""
        self.sizes: dict[str, tuple[int, int]] = {}
        """The sizes of pictures that don't have the usual one."""
        checker = SheetChecker(
            sheets=self,
            looks=self,
            folders=self.machine.folders,
            price=lambda request: PRICE_USD,
            store=self.machine.store,
            clips=FakeClips(self.machine.world.library.clips),
            bought=BoughtBefore(
                self.machine.store, FakeClips(self.machine.world.library.clips), self.machine.jobs_known
            ),
        )
        self.checker = checker
        self.seconds_of: SecondsOf = lambda _kinds, **_: 0.0
        self.controller = self.made_controller()

    def made_controller(self) -> BatchController:
        return BatchController(
            a_context(self.look, self.window, self.tasks, self.notices),
            self.checker,
            self.machine.feeder,
            LiveFacts(
                now=self.machine.world.clock.now,
                has_key=lambda: self.has_key,
                seconds_of=self.seconds_of,
                under_way=self.under_way,
            ),
            self.write,
            WindowUndo(self.undo),
            match=self.match,
        )

    def under_way(self) -> list[str]:
        moving = [batch_of(job.origin) for job in self.machine.engine.unfinished()]
        return [*self.machine.feeder.running, *moving]

    def write(self, target: Path, rows, separator: str) -> Path:
        if self.unwritten is not None:
            raise self.unwritten
        self.written.append((target, rows, separator))
        return target.with_name(self.written_as or target.name)

    def batch_id(self) -> str:
        return next(iter(self.machine.disk.heads))

    def rows(self) -> list[BatchRow]:
        return list(head_from_document(self.machine.disk.heads[self.batch_id()]).rows)

    async def read(self, path, read_as=None) -> Sheet:
        if self.refusal:
            raise self.refusal
        if self.table:
            head, *rows = self.table
            lines = (
                SheetRow(line=line, cells=tuple(cells), hidden=line in self.hidden)
                for line, cells in enumerate(rows, 2)
            )
            return Sheet(columns=tuple(head), rows=tuple(lines), sha256=self.sha256())
        return Sheet(
            columns=("picture", "prompt"),
            rows=tuple(
                SheetRow(line=number + 2, cells=(f"{number}.png", prompt))
                for number, prompt in enumerate(self.prompts)
            ),
            sha256=self.sha256(),
        )

    def sha256(self) -> str:
        return hashlib.sha256(str(self.table or self.prompts).encode()).hexdigest()

    def save(self, mtime_ns: int) -> None:
        """Put the sheet as it is now into its file, with this time of writing."""
        self.machine.folders.put("/jobs/spring.csv", str(self.table or self.prompts), mtime_ns=mtime_ns)

    async def get_ready(self) -> None:
        pass

    async def look_at_heads(self, paths, on_looked):
        on_looked(len(paths), len(paths))
        return {
            path: PictureFacts(
                path=path,
                name=path,
                width_px=self.sizes.get(path, (320, 180))[0],
                height_px=self.sizes.get(path, (320, 180))[1],
                file_bytes=9,
                media_type="image/png",
            )
            for path in paths
        }

    async def match(self, start_path: str, end_path: str) -> str:
        made = f"{end_path}.matched.png"
        self.machine.folders.put(made, "matched")
        return made

    async def opened(self):
        dialog = self.controller.open("/jobs/spring.csv")
        await until(lambda: dialog.run_all.isEnabled() or dialog.table.wrong_lines or self.refusal)
        return dialog

    async def opened_to_look(self):
        dialog = self.controller.open("/jobs/spring.csv")
        await until(lambda: "before" in dialog.reading.words.text())
        return dialog

    async def bought(self) -> None:
        """Wait until what was pressed is done."""
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


@pytest.fixture
def no_collector():
    """Let only the counts of references free anything: with large sheets, the collector comes seldom."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


async def rows_held() -> int:
    """Count the rows of batches that exist, once closed windows are gone."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    await asyncio.sleep(0.5)
    return sum(isinstance(one, BatchRow) for one in gc.get_objects())


def test_a_closed_dialog_lets_go_of_its_rows(played, no_collector) -> None:
    async def story(bench: Bench) -> None:
        before = await rows_held()
        dialog = await bench.opened()
        assert await rows_held() >= before + 5  # the control
        dialog.reject()
        del dialog
        assert await rows_held() == before

    played(story)


def test_a_batch_under_way_holds_its_rows_once_and_one_that_has_ended_not_at_all(
    played, no_collector
) -> None:
    async def story(bench: Bench) -> None:
        before = await rows_held()
        bench.table = [HEAD, *([f"{number % 5}.png", f"prompt {number}"] for number in range(12))]
        bench.machine.engine.pause()  # the last rows still wait for their turn
        dialog = await bench.opened()
        begun = asyncio.Event()
        bench.controller.begun.connect(begun.set)
        dialog.run_all.click()
        del dialog
        await until(begun.is_set, 60)
        assert await rows_held() == before + 12
        bench.machine.engine.go_on()
        await until(lambda: bench.machine.paid.total() == 12, 600)
        await until(bench.machine.rest, 600)
        assert await rows_held() == before

    played(story)


def test_who_presses_while_another_orders_the_same_sheet_finds_it_ordered(played) -> None:
    async def story(bench: Bench) -> None:
        dialogs = [await bench.opened()]
        first, bench.controller = bench.controller, bench.made_controller()
        dialogs.append(await bench.opened())
        assert first is not bench.controller
        for dialog in dialogs:
            dialog.run_all.click()
        await bench.bought()
        await asyncio.sleep(60)
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
        dialog.groups.leave_out.click()
        await until(dialog.run_all.isEnabled)
        dialog.run_all.click()
        await bench.bought()
        assert bench.machine.paid.total() == 4

    played(story)


def test_rows_with_something_wrong_are_not_counted_among_what_would_be_sent(played) -> None:
    async def story(bench: Bench) -> None:
        rows = [[f"{number}.png", prompt] for number, prompt in enumerate(bench.prompts)]
        bench.table = [HEAD, *rows, rows[3], rows[4]]
        dialog = await bench.opened()
        assert dialog.table.wrong_lines == [7, 8]
        assert dialog.run_all.text() == "Run 5 · $1.00"
        assert dialog.foot.words.text().startswith("5 videos · $1.00")
        dialog.foot.budget.setText("0.90")
        assert dialog.run_all.text() == "Run until the budget · 4 · $0.80"
        dialog.reject()

    played(story)


def test_the_question_on_hidden_rows_counts_what_is_still_to_be_bought(played) -> None:
    async def story(bench: Bench) -> None:
        rows = [[f"{number}.png", prompt] for number, prompt in enumerate(bench.prompts)]
        bench.table, bench.hidden = [HEAD, *rows], {6}
        dialog = bench.controller.open("/jobs/spring.csv")
        await until(lambda: asked(dialog))
        assert "Hidden rows: 1; rows that can be seen: 4, $0.80. With the hidden ones it is $1.00" in asked(
            dialog
        )
        choose_hidden(dialog, "leave")
        await until(dialog.run_first.isEnabled)
        dialog.run_first.click()
        await bench.bought()

        bench.table = [HEAD, *rows, ["0.png", "new by now"]]
        dialog = bench.controller.open("/jobs/spring.csv")
        await until(lambda: asked(dialog))
        assert "Hidden rows: 1; rows that can be seen: 2, $0.40. With the hidden ones it is $0.60" in asked(
            dialog
        )
        choose_hidden(dialog, "take")
        await until(dialog.run_all.isEnabled)
        assert dialog.run_all.text() == "Run 3 · $0.60"
        dialog.run_all.click()
        await bench.bought()

        # then nothing more can be bought, and nothing is asked
        dialog = bench.controller.open("/jobs/spring.csv")
        await until(lambda: "before" in dialog.reading.words.text())
        assert asked(dialog) == ""
        dialog.reject()

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
        bench.machine.price = PRICE_USD * 2  # the price has changed since it was approved
        dialog.run_all.click()
        await until(lambda: len(bench.offered) > 1)
        assert "4 videos of the batch “spring” wait" in bench.offered[-1][0]
        assert not bench.machine.paid

    played(story)


def asked(dialog) -> str:
    """Return the questions about the whole sheet."""
    return "\n".join(
        label.text()
        for label in dialog.findChildren(QLabel)
        if label.property("tone") == "bad" and not label.isHidden()
    )


def choose_hidden(dialog, answer: str) -> None:
    """Choose what is done with hidden rows."""
    choice = dialog.groups.hidden_choice
    choice.setCurrentIndex(choice.findData(answer))
    choice.activated.emit(choice.currentIndex())


async def checked(dialog) -> None:
    """Wait until the result of the running check is shown."""
    await until(lambda: dialog.run_all.isEnabled() or dialog.table.wrong_lines)


def test_an_edit_is_bought_and_known_when_the_sheet_comes_again_as_it_lies_there(played) -> None:
    async def story(bench: Bench) -> None:
        dialog = await bench.opened()
        dialog.table.edit([(1, 2, "edited here")])
        await checked(dialog)
        dialog.run_all.click()
        await bench.bought()
        assert bench.machine.paid["edited here"] == 1
        assert bench.prompts[1] not in bench.machine.paid

        dialog = bench.made_controller().open("/jobs/spring.csv")  # another run, which forgot what was edited
        await until(lambda: "before" in dialog.reading.words.text())
        assert not dialog.run_all.isEnabled()
        assert bench.machine.paid.total() == 5

    played(story)


def test_an_edit_leaves_the_person_where_they_are_while_it_is_checked(played) -> None:
    async def story(bench: Bench) -> None:
        # given only the row with a mistake
        bench.prompts[1] = ""
        dialog = await bench.opened()
        dialog.table.show_group("prompt-missing")
        assert dialog.table.line_at(0) == 3

        # when it is corrected
        index = dialog.table.index(0, 2)
        dialog.table.setData(index, "it turns")

        # then it stays there, with what is known of it, until the check is done
        assert (dialog.table.rowCount(), index.data()) == (1, "it turns")
        assert dialog.table.index(0, 0).data()
        await until(lambda: dialog.run_all.isEnabled())
        assert dialog.table.rowCount() == len(bench.prompts)

    played(story)


def test_files_are_named_by_columns_and_names_that_clash_are_told(played) -> None:
    async def story(bench: Bench) -> None:
        dialog = await bench.opened()
        dialog.wishes.names.setText("same")
        await until(lambda: bool(dialog.table.wrong_lines))
        dialog.wishes.names.setText("{picture}")
        await until(lambda: dialog.run_all.isEnabled())
        dialog.run_all.click()
        await bench.bought()
        assert {row.request.name for row in bench.rows()} == {f"{at}.png" for at in range(len(bench.prompts))}

    played(story)


def test_edits_and_rows_left_out_are_taken_back_one_by_one(played) -> None:
    async def story(bench: Bench) -> None:
        dialog = await bench.opened()
        dialog.table.edit([(0, 2, "a"), (1, 2, "b")])
        dialog.groups.left_out.emit([4])
        await checked(dialog)
        assert dialog.run_all.text() == "Run 4 · $0.80"

        await bench.undo.undo()
        await checked(dialog)
        assert dialog.run_all.text() == "Run 5 · $1.00"
        assert dialog.table.index(0, 2).data() == "a"
        await bench.undo.undo()
        await checked(dialog)
        assert [dialog.table.index(row, 2).data() for row in (0, 1)] == bench.prompts[:2]
        await bench.undo.redo()
        await checked(dialog)
        assert dialog.table.index(1, 2).data() == "b"

    played(story)


def test_an_edit_takes_the_approval_from_its_row_alone(played) -> None:
    async def story(bench: Bench) -> None:
        dialog = await bench.opened()
        bench.machine.price = PRICE_USD * 2  # nothing is ordered for now
        dialog.run_all.click()
        await until(lambda: bench.offered)
        dialog = await bench.opened()
        dialog.table.edit([(1, 2, "edited here")])
        await until(lambda: [row.approval for row in bench.rows()] == [1, 0, 1, 1, 1])
        dialog.reject()

        bench.machine.price = PRICE_USD  # also after a restart, the others go on and that one waits
        await bench.machine.feeder.begin(bench.batch_id())
        await until(bench.machine.rest)
        assert sorted(bench.machine.paid) == sorted({*bench.prompts} - {bench.prompts[1]})

    played(story)


async def approved_with_an_edit(bench: Bench) -> None:
    """Approve all rows, the second one edited; nothing is ordered for now."""
    dialog = await bench.opened()
    dialog.table.edit([(1, 2, "edited here")])
    await checked(dialog)
    bench.machine.price = PRICE_USD * 2
    dialog.run_all.click()
    await until(lambda: bench.offered)
    assert [row.approval for row in bench.rows()] == [1] * 5


def test_the_windows_end_waits_for_a_withdrawal_until_it_was_said_that_the_disk_refuses_it(played) -> None:
    async def story(bench: Bench) -> None:
        await approved_with_an_edit(bench)
        save, tried = bench.machine.store.save, asyncio.Event()

        async def refuses(_batch) -> None:
            tried.set()
            await asyncio.sleep(2)
            raise DiskTrouble("disk-full", Sentence("There is no room."), full=True)

        bench.machine.store.save = refuses
        bench.said.clear()
        await bench.undo.undo()
        await until(tried.is_set)
        begun_s = asyncio.get_running_loop().time()
        await bench.tasks.written()
        assert "There is no room." in bench.said[0]
        assert asyncio.get_running_loop().time() - begun_s <= 2

        bench.machine.store.save = save  # saving is tried again as long as the program runs
        await until(lambda: [row.approval for row in bench.rows()] == [1, 0, 1, 1, 1])

    played(story)


@pytest.mark.parametrize("is_open", [True, False])
def test_an_edit_that_is_undone_takes_the_approval_from_its_row(played, is_open: bool) -> None:
    async def story(bench: Bench) -> None:
        await approved_with_an_edit(bench)
        dialog = await bench.opened() if is_open else None
        await bench.undo.undo()
        await until(lambda: [row.approval for row in bench.rows()] == [1, 0, 1, 1, 1])
        if dialog is not None:
            dialog.reject()

    played(story)


def test_an_edit_before_the_first_check_takes_the_approval_at_its_end(played) -> None:
    async def story(bench: Bench) -> None:
        await approved_with_an_edit(bench)
        bench.controller = bench.made_controller()  # another run of the program
        dialog = bench.controller.open("/jobs/spring.csv")
        await until(dialog.table.rowCount)
        dialog.table.edit([(2, 2, "edited early")])
        await until(lambda: bench.rows()[2].approval == 0)
        assert [row.approval for row in bench.rows()][3:] == [1, 1]
        dialog.reject()

    played(story)


def test_what_columns_are_for_is_known_again_by_the_header_in_another_run(played) -> None:
    async def story(bench: Bench) -> None:
        head = ["picture", "prompt", "words"]
        bench.table = [head, *[[f"{number}.png", "as it was", f"wanted {number}"] for number in range(5)]]
        dialog = await bench.opened()
        dialog.wishes.field_chosen.emit(2, "prompt")
        await checked(dialog)
        dialog.reject()

        bench.controller = bench.made_controller()
        bench.table = [head, *[[f"{number}.png", "of the next", f"spring {number}"] for number in range(3)]]
        dialog = bench.controller.open("/jobs/next month.csv")
        await checked(dialog)
        dialog.run_all.click()
        await bench.bought()
        assert {row.request.prompt for row in bench.rows()} == {f"spring {number}" for number in range(3)}

    played(story)


def lines_of(dialog, code: str) -> list[int]:
    """Return the lines of a group of rows."""
    return [line for group in dialog.table.content.groups if group.code == code for line in group.lines]


def test_what_was_done_to_a_batch_is_there_again_in_another_run(played) -> None:
    async def story(bench: Bench) -> None:
        dialog = await bench.opened()
        dialog.wishes.names.setText("{picture}")
        dialog.table.edit([(1, 2, "edited here")])
        dialog.view.left_out.emit([4])
        await checked(dialog)
        dialog.run_first.click()
        await bench.bought()
        dialog = await bench.opened()
        (last,) = lines_of(dialog, "open")
        dialog.view.left_out.emit([last])  # it was never approved
        await until(
            lambda: len(head_from_document(bench.machine.disk.heads[bench.batch_id()]).work.left_out) == 2
        )
        dialog.reject()

        bench.controller = bench.made_controller()
        dialog = bench.controller.open("/jobs/spring.csv")
        await until(lambda: set(lines_of(dialog, "left-out")) == {4, last}, 60)
        assert dialog.wishes.names.text() == "{picture}"
        assert dialog.table.index(1, 2).data() == "edited here"
        dialog.view.left_out.emit([4])  # a second time takes it back in
        await checked(dialog)
        assert dialog.run_all.text() == "Run 1 · $0.20"
        dialog.reject()

    played(story)


def test_rows_stay_left_out_where_they_stand_and_no_other_in_their_line(played) -> None:
    async def story(bench: Bench) -> None:
        dialog = await bench.opened()
        dialog.view.left_out.emit([4])
        await checked(dialog)
        dialog.reject()
        dialog = await bench.opened()
        assert dialog.run_all.text() == "Run 4 · $0.80"
        dialog.view.left_out.emit([4])  # a second time takes it back in
        await checked(dialog)
        assert dialog.run_all.text() == "Run 5 · $1.00"
        dialog.view.left_out.emit([4])
        dialog.reject()
        bench.prompts[2] = "another row by now"
        dialog = await bench.opened()
        assert dialog.run_all.text() == "Run 5 · $1.00"
        dialog.reject()

    played(story)


HEAD = ["picture", "prompt"]
A_ROW_BEFORE = ["0.png", "a row of its own"]


def kept_work(bench: Bench, batch_id: str) -> Work:
    return head_from_document(bench.machine.disk.heads[batch_id]).work


@pytest.mark.parametrize("another_run", [False, True])
def test_what_was_done_to_rows_moves_with_them_in_the_sheet(played, another_run: bool) -> None:
    async def story(bench: Bench) -> None:
        rows = [[f"{number}.png", prompt] for number, prompt in enumerate(bench.prompts)]
        bench.table = [HEAD, *rows, rows[3]]
        dialog = await bench.opened()
        dialog.table.edit([(1, 2, "edited here")])
        dialog.view.left_out.emit([4])
        await checked(dialog)
        (twins,) = [group for group in dialog.table.content.groups if group.code == "row-twin"]
        dialog.groups.remedy_requested.emit(twins.code, twins.lines)
        await until(dialog.run_all.isEnabled)
        dialog.run_first.click()
        await bench.bought()
        bench.table = [HEAD, A_ROW_BEFORE, *rows, rows[3]]
        if another_run:
            bench.controller = bench.made_controller()
            bench.undo = UndoStack()

        dialog = bench.controller.open("/jobs/spring.csv")
        await until(lambda: lines_of(dialog, "left-out") == [5, 8], 60)
        await checked(dialog)
        assert dialog.table.index(2, 2).data() == "edited here"
        dialog.run_all.click()
        await bench.bought()
        assert bench.machine.paid == {
            A_ROW_BEFORE[1]: 1,
            bench.prompts[0]: 1,
            "edited here": 1,
            bench.prompts[3]: 2,
            bench.prompts[4]: 1,
        }

    played(story)


@pytest.mark.parametrize("is_open", [False, True])
def test_the_one_of_two_rows_alike_that_is_left_in_the_sheet_is_made(played, is_open: bool) -> None:
    async def story(bench: Bench) -> None:
        rows = [[f"{number}.png", f"row {number}"] for number in range(2)]
        bench.table = [HEAD, *rows, rows[1]]
        dialog = await bench.opened()
        dialog.view.left_out.emit([4])
        await checked(dialog)
        assert dialog.run_all.text() == "Run 2 · $0.40"
        bench.table = [HEAD, *rows]
        if is_open:
            dialog.reading.read_again.click()
            await until(lambda: dialog.table.rowCount() == 2, 60)
            await checked(dialog)
        else:
            dialog.reject()
            dialog = await bench.opened()
        assert lines_of(dialog, "left-out") == []
        assert dialog.run_all.text() == "Run 2 · $0.40"
        dialog.reject()

    played(story)


def test_a_row_in_the_line_of_one_that_is_gone_is_shown_and_edited_as_itself(played) -> None:
    async def story(bench: Bench) -> None:
        rows = [[f"{number}.png", f"row {number}"] for number in range(5)]
        bench.table = [HEAD, *rows[:2]]
        dialog = await bench.opened()
        dialog.run_all.click()
        await bench.bought()

        # given a sheet without the ordered rows, and with other rows in their lines, approved but not ordered
        bench.table = [HEAD, *rows[2:]]
        dialog = await bench.opened()
        assert [dialog.table.index(row, 0).data() for row in range(3)] == ["$0.20"] * 3
        assert lines_of(dialog, "ordered") == []
        bench.machine.price = PRICE_USD * 2  # nothing is ordered for now
        dialog.run_all.click()
        await until(lambda: bench.offered)

        # when one of them is edited, it is no longer approved
        dialog = await bench.opened()
        dialog.table.edit([(0, 2, "edited here")])
        approvals = lambda: {row.cells[0]: row.approval for row in bench.rows()}  # noqa: E731
        await until(lambda: approvals() == {"0.png": 0, "1.png": 0, "2.png": 0, "3.png": 2, "4.png": 2})
        dialog.reject()

    played(story)


def test_an_edit_taken_back_after_its_row_moved_takes_the_approval_from_that_row(played) -> None:
    async def story(bench: Bench) -> None:
        await approved_with_an_edit(bench)
        rows = [[f"{number}.png", prompt] for number, prompt in enumerate(bench.prompts)]
        bench.table = [HEAD, A_ROW_BEFORE, *rows]
        dialog = await bench.opened()
        await bench.undo.undo()
        await until(lambda: [row.approval for row in bench.rows()] == [1, 0, 1, 1, 1])
        await checked(dialog)
        assert dialog.table.index(2, 2).data() == bench.prompts[1]
        dialog.reject()

    played(story)


def unsaved_result(bench: Bench) -> list[list[str]]:
    """Return the batch's result as a sheet, with only the columns that say which row is which."""
    head = [*HEAD, "Vidu state", "Vidu batch", "Vidu row"]
    return [head, *[[*row.cells, "waits", bench.batch_id(), row.key] for row in bench.rows()]]


async def source_and_result(bench: Bench):
    """Buy the first three rows of a sheet in which a waiting row was edited; return the dialog of the result."""
    source = [HEAD, *[[f"{number}.png", prompt] for number, prompt in enumerate(bench.prompts)]]
    bench.table = source
    dialog = await bench.opened()
    dialog.table.edit([(1, 2, "source1")])
    await checked(dialog)
    dialog.run_first.click()
    await bench.bought()
    bench.table = unsaved_result(bench)
    dialog = bench.controller.open("/jobs/spring results.csv")
    await until(lambda: dialog.run_all.text() == "Run 2 · $0.40" and dialog.run_all.isEnabled())
    return dialog, source


def test_an_edit_in_the_result_does_not_take_the_place_of_the_sources_in_the_same_line(played) -> None:
    async def story(bench: Bench) -> None:
        dialog, source = await source_and_result(bench)
        assert dialog.table.index(1, 2).data() == "source1"
        dialog.table.edit([(1, 2, "result1"), (2, 2, "result2")])
        await checked(dialog)
        dialog.reject()

        bench.controller, bench.table = bench.made_controller(), source
        dialog = bench.controller.open("/jobs/spring.csv")
        await until(lambda: dialog.table.index(1, 2).data() == "source1", 60)
        await checked(dialog)
        assert dialog.table.index(2, 2).data() == bench.prompts[2]
        dialog.run_all.click()
        await bench.bought()
        assert bench.machine.paid["source1"] == bench.machine.paid[bench.prompts[2]] == 1
        assert bench.machine.paid.total() == 5

    played(story)


def test_an_edit_taken_back_in_one_sheet_of_a_batch_leaves_what_was_done_in_the_other(played) -> None:
    async def story(bench: Bench) -> None:
        dialog, source = await source_and_result(bench)
        dialog.table.edit([(1, 2, "result1")])
        await checked(dialog)
        dialog.reject()
        bench.table = source
        dialog = await bench.opened()
        dialog.table.edit([(2, 2, "source2")])
        await checked(dialog)
        edited = lambda: {cells[1] for cells in kept_work(bench, bench.batch_id()).edits.rows.values()}  # noqa: E731
        await until(lambda: edited() == {"source1", "source2", "result1"})
        await bench.undo.undo()
        await until(lambda: edited() == {"source1", "result1"})
        await bench.undo.undo()  # the edit in the result
        await until(lambda: edited() == {"source1"})
        await bench.undo.redo()
        await bench.undo.redo()
        await until(lambda: edited() == {"source1", "source2", "result1"})
        assert [dialog.table.index(row, 2).data() for row in (1, 2)] == ["source1", "source2"]
        dialog.reject()

    played(story)


def test_a_row_left_out_of_the_result_is_left_out_of_the_source_until_it_is_taken_in_there(played) -> None:
    async def story(bench: Bench) -> None:
        dialog, source = await source_and_result(bench)
        dialog.view.left_out.emit([3, 4])
        await until(lambda: len(kept_work(bench, bench.batch_id()).left_out) == 2)
        dialog.reject()

        bench.controller, bench.table = bench.made_controller(), source
        dialog = bench.controller.open("/jobs/spring.csv")
        await until(lambda: lines_of(dialog, "left-out") == [3, 4], 60)
        dialog.view.left_out.emit([3])  # a second time takes it back in
        await until(lambda: dialog.run_all.text() == "Run 1 · $0.20" and dialog.run_all.isEnabled(), 60)
        dialog.reject()

        bench.controller, bench.table = bench.made_controller(), unsaved_result(bench)
        dialog = bench.controller.open("/jobs/spring results.csv")
        await until(lambda: lines_of(dialog, "left-out") == [4], 60)
        await until(lambda: dialog.run_all.text() == "Run 1 · $0.20" and dialog.run_all.isEnabled(), 60)
        dialog.reject()

    played(story)


@pytest.mark.parametrize("is_out", [False, True])
def test_what_is_taken_back_before_it_is_on_the_disk_is_taken_back_there_too(played, is_out: bool) -> None:
    async def story(bench: Bench) -> None:
        await approved_with_an_edit(bench)
        dialog = await bench.opened()
        if is_out:
            dialog.view.left_out.emit([4])
            await until(lambda: bool(kept_work(bench, bench.batch_id()).left_out))
        before = kept_work(bench, bench.batch_id())
        save, disk_goes_on = bench.machine.store.save, asyncio.Event()

        async def slow(batch) -> None:
            await disk_goes_on.wait()
            await save(batch)

        bench.machine.store.save = slow
        dialog.view.left_out.emit([4])
        await bench.undo.undo()
        disk_goes_on.set()
        await bench.tasks.written()
        assert kept_work(bench, bench.batch_id()) == before
        assert {line for line, _ in before.left_out} == ({4} if is_out else set())
        dialog.reject()

    played(story)


def test_two_edits_at_once_take_the_approval_from_both_rows(played) -> None:
    async def story(bench: Bench) -> None:
        await approved_with_an_edit(bench)
        dialog = await bench.opened()
        dialog.table.edit([(2, 2, "one")])
        dialog.table.edit([(3, 2, "another")])
        await checked(dialog)
        assert [row.approval for row in bench.rows()] == [1, 1, 0, 0, 1]
        dialog.reject()

    played(story)


def test_what_was_left_out_before_a_rehearsal_and_after_it_is_left_out_when_it_is_paid_for(played) -> None:
    async def story(bench: Bench) -> None:
        dialog = await bench.opened()
        dialog.view.left_out.emit([4])
        await checked(dialog)
        dialog.rehearse.click()
        await bench.bought()
        dialog = await bench.opened()
        dialog.view.left_out.emit([5])
        await until(lambda: len(kept_work(bench, bench.batch_id()).left_out) == 2)
        dialog.reject()

        bench.controller = bench.made_controller()
        dialog = bench.controller.open("/jobs/spring.csv")
        await until(lambda: lines_of(dialog, "left-out") == [4, 5], 60)
        assert dialog.run_all.text() == "Run 3 · $0.60"
        dialog.run_all.click()
        await bench.bought()
        _, paid = bench.machine.disk.heads.values()
        bought = [row.line for row in head_from_document(paid).rows if row.approval]
        assert bought == [2, 3, 6]

    played(story)


@pytest.mark.parametrize("another_run", [False, True])
def test_what_was_said_for_all_rows_holds_for_the_rest_after_the_first(played, another_run: bool) -> None:
    async def story(bench: Bench) -> None:
        bench.table = [["picture"], *[[f"{number}.png"] for number in range(5)]]
        bench.hidden = {6}
        dialog = bench.controller.open("/jobs/spring.csv")
        await until(lambda: asked(dialog))
        dialog.wishes.prompt.setPlainText("turns")
        dialog.wishes.takes.setValue(2)
        small = next(action for action in dialog.wishes.settings_actions if action.data()[1] == "small")
        small.setChecked(True)
        dialog.wishes.settings.menu().aboutToHide.emit()
        dialog.foot.budget.setText("9")
        choose_hidden(dialog, "leave")
        await until(lambda: dialog.run_all.text() == "Run 8 · $1.60" and dialog.run_all.isEnabled())
        dialog.run_first.click()
        await bench.bought()
        if another_run:
            bench.controller = bench.made_controller()
            dialog = bench.controller.open("/jobs/spring.csv")
        else:
            words, go_on = bench.offered[-1]
            assert words.startswith("6 videos of the batch “spring” are made first")
            dialog = go_on()
        await until(dialog.run_all.isEnabled, 60)
        assert dialog.run_all.text() == "Run 2 · $0.40"
        assert dialog.foot.budget.text() == "9"
        dialog.run_all.click()
        await bench.bought()
        assert bench.machine.paid == {"turns": 8}
        assert {row.request.options["movement"] for row in bench.rows() if row.request} == {"small"}

    played(story)


@pytest.mark.parametrize("another_run", [False, True])
def test_the_table_of_a_workbook_that_was_chosen_is_read_when_it_is_opened_again(
    played, another_run: bool
) -> None:
    async def story(bench: Bench) -> None:
        async def read(_path, read_as=None) -> Sheet:
            name = read_as.sheet or "Old shots"
            rows = [
                SheetRow(line=2 + number, cells=(f"{number}.png", f"{name} {number}")) for number in range(5)
            ]
            names = ("Old shots", "Spring")
            return Sheet(
                columns=tuple(HEAD), rows=tuple(rows), sha256="1" * 64, sheet_name=name, sheet_names=names
            )

        bench.read = read  # type: ignore[method-assign]
        dialog = bench.controller.open("/jobs/book.xlsx")
        await checked(dialog)
        choice = dialog.reading.table_choice
        choice.setCurrentText("Spring")
        choice.activated.emit(1)
        await until(lambda: dialog.table.index(0, 2).data() == "Spring 0")
        await checked(dialog)
        dialog.run_first.click()
        await bench.bought()

        if another_run:
            bench.controller = bench.made_controller()
            dialog = bench.controller.open("/jobs/book.xlsx")
        else:
            dialog = bench.offered[-1][1]()
        await until(lambda: dialog.run_all.text() == "Run 2 · $0.40" and dialog.run_all.isEnabled(), 60)
        assert dialog.reading.table_choice.currentText() == "Spring"
        dialog.run_all.click()
        await bench.bought()
        assert bench.machine.paid == {f"Spring {number}": 1 for number in range(5)}

    played(story)


def test_a_rehearsal_says_how_long_it_takes_by_what_rehearsals_take(played) -> None:
    async def story(bench: Bench) -> None:
        asked: list[tuple[int, bool]] = []

        def seconds_of(kinds, *, rehearsal: bool = False) -> float:
            videos = sum(count for _, count in kinds)
            asked.append((videos, rehearsal))
            return 2.0 * videos if rehearsal else 60.0 * videos

        bench.seconds_of = seconds_of
        bench.controller = bench.made_controller()
        dialog = await bench.opened()
        assert dialog.rehearse.text() == "Rehearse 3 · free · about 6 s"
        assert "about 5 min" in dialog.foot.words.text()
        assert set(asked) == {(5, False), (3, True)}
        dialog.reject()

    played(story)


def test_what_was_offered_of_a_sheet_is_over_once_the_person_goes_on_with_it(played) -> None:
    async def story(bench: Bench) -> None:
        dialog = await bench.opened()
        dialog.run_first.click()
        await bench.bought()
        assert [words for words, _ in bench.offered]

        dialog = await bench.opened()  # by the menu, not by the offered button
        await until(dialog.run_all.isEnabled)
        dialog.run_all.click()
        await bench.bought()

        assert bench.machine.paid.total() == 5
        assert not [words for words, _ in bench.offered if "made first" in words]

    played(story)


def test_a_batch_that_is_made_whole_is_named_with_its_sum_and_leads_back_to_its_rows(played) -> None:
    async def story(bench: Bench) -> None:
        dialog = await bench.opened()
        dialog.run_all.click()
        await until(lambda: bench.offered, 600)
        assert bench.offered[0][0].startswith(
            "5 videos of the batch “spring” are being made, for $1.00 in all."
        )
        await until(bench.machine.rest, 600)
        assert bench.machine.paid.total() == 5

        words, open_it = bench.offered[-1]
        assert words.startswith("All videos of the batch “spring” are ordered.")
        dialog = open_it()
        await until(lambda: dialog.save_result.isVisible())

    played(story)


def test_a_batch_with_a_budget_says_that_it_stops_there(played) -> None:
    async def story(bench: Bench) -> None:
        dialog = await bench.opened()
        dialog.foot.budget.setText("0.4")
        await until(lambda: "until the budget" in dialog.run_all.text())
        dialog.run_all.click()
        await until(lambda: bench.offered)
        assert "until its budget of $0.40 is used" in bench.offered[0][0]
        await until(bench.machine.rest, 600)
        assert "The budget of the batch “spring” is used; 3 videos wait." in bench.offered[-1][0]
        assert bench.machine.paid.total() == 2

    played(story)


def test_what_was_offered_of_one_sheet_stays_while_another_one_is_made(played) -> None:
    async def story(bench: Bench) -> None:
        dialog = await bench.opened()
        dialog.run_first.click()
        await bench.bought()
        offered = list(bench.offered)

        bench.table = [HEAD, ["0.png", "another prompt"]]
        dialog = bench.controller.open("/jobs/autumn.csv")
        await until(dialog.run_all.isEnabled)
        dialog.run_all.click()
        await bench.bought()

        assert bench.machine.paid["another prompt"] == 1
        assert bench.offered == offered

    played(story)


def test_the_cursor_stays_where_somebody_types_while_a_known_sheet_is_checked(played) -> None:
    async def story(bench: Bench) -> None:
        dialog = await bench.opened()
        dialog.run_first.click()
        await bench.bought()

        dialog = bench.controller.open("/jobs/spring.csv")
        dialog.wishes.prompt.setPlainText("turns")
        dialog.wishes.prompt.moveCursor(QTextCursor.MoveOperation.End)
        await until(lambda: "before" in dialog.reading.words.text())

        assert dialog.wishes.prompt.toPlainText() == "turns"
        assert dialog.wishes.prompt.textCursor().atEnd()
        dialog.reject()

    played(story)


def test_hidden_rows_are_asked_about_anew_when_the_sheet_has_changed(played) -> None:
    async def story(bench: Bench) -> None:
        rows = [[f"{number}.png", prompt] for number, prompt in enumerate(bench.prompts)]
        bench.table, bench.hidden = [HEAD, *rows[:4]], {5}
        dialog = bench.controller.open("/jobs/spring.csv")
        await until(lambda: asked(dialog))
        choose_hidden(dialog, "take")
        await until(dialog.run_all.isEnabled)
        dialog.run_all.click()
        await bench.bought()

        bench.table, bench.hidden = [HEAD, *rows], {5, 6}
        dialog = bench.controller.open("/jobs/spring.csv")
        await until(lambda: asked(dialog))
        assert asked(dialog).startswith("Hidden rows: 1;")
        assert not dialog.run_all.isEnabled()
        dialog.reject()

    played(story)


def test_what_was_typed_before_a_dialog_was_closed_is_there_again(played) -> None:
    async def story(bench: Bench) -> None:
        dialog = await bench.opened()
        dialog.wishes.takes.setValue(3)
        dialog.reject()
        dialog = await bench.opened()
        assert dialog.run_all.text() == "Run 15 · $3.00"
        dialog.reject()

    played(story)


def test_a_row_that_a_command_took_in_again_is_not_left_out_any_more(played) -> None:
    async def story(bench: Bench) -> None:
        dialog = await bench.opened()
        dialog.view.left_out.emit([4])
        await checked(dialog)
        dialog.run_all.click()
        await bench.bought()
        batch = head_from_document(bench.machine.disk.heads[bench.batch_id()])
        await bench.machine.store.save(replace(batch, work=Work()))

        dialog = await bench.opened()
        assert (lines_of(dialog, "left-out"), dialog.run_all.text()) == ([], "Run 1 · $0.20")
        dialog.reject()

    played(story)


def test_what_goes_wrong_after_the_dialog_was_closed_is_said(played, monkeypatch) -> None:
    async def story(bench: Bench) -> None:
        async def full(batch) -> None:
            raise DiskTrouble("disk-full", Sentence("The disk is full."))

        dialog = await bench.opened()
        monkeypatch.setattr(bench.machine.store, "save", full)
        dialog.run_all.click()
        dialog.reject()
        await until(lambda: bench.said)
        assert bench.said == ["The disk is full."]

    played(story)


def close_for_good(dialog) -> None:
    """Close a dialog, and let Qt delete it as it does in its next turn."""
    dialog.reject()
    QCoreApplication.sendPostedEvents(dialog, QEvent.Type.DeferredDelete.value)


def test_a_dialog_that_is_closed_while_its_sheet_is_read_leaves_no_trace(played) -> None:
    async def story(bench: Bench) -> None:
        reading, go_on = asyncio.Event(), asyncio.Event()
        read = bench.read

        async def slow_read(path, read_as=None) -> Sheet:
            reading.set()
            await go_on.wait()
            return await read(path, read_as)

        bench.read = slow_read  # type: ignore[method-assign]
        dialog = bench.controller.open("/jobs/spring.csv")
        await reading.wait()
        close_for_good(dialog)
        go_on.set()
        await asyncio.sleep(60)
        assert bench.said == []

    played(story)


@pytest.mark.parametrize(("is_rehearsal", "videos"), [(False, 5), (True, 3)])
def test_what_was_pressed_is_made_although_the_dialog_is_closed_before_its_turn(
    played, is_rehearsal: bool, videos: int
) -> None:
    async def story(bench: Bench) -> None:
        dialog = await bench.opened()
        async with bench.machine.feeder.turn:  # another batch is ordering
            (dialog.rehearse if is_rehearsal else dialog.run_all).click()
            await asyncio.sleep(1)
            close_for_good(dialog)
        await bench.bought()
        assert bench.said == []
        assert [job.rehearsal for job in bench.machine.engine.jobs()] == [is_rehearsal] * videos

    played(story)


def test_an_edit_between_press_and_turn_is_looked_at_before_anything_is_bought(played) -> None:
    async def story(bench: Bench) -> None:
        dialog = await bench.opened()
        async with bench.machine.feeder.turn:
            dialog.run_all.click()
            await asyncio.sleep(1)
            dialog.table.setData(dialog.table.index(0, 2), "something else")
        await until(dialog.run_all.isEnabled)
        await asyncio.sleep(60)
        assert not bench.machine.paid

    played(story)


def test_a_budget_that_is_typed_is_kept_to(played) -> None:
    async def story(bench: Bench) -> None:
        dialog = await bench.opened()
        dialog.foot.budget.setText("0.50")
        assert dialog.run_all.text() == "Run until the budget · 2 · $0.40"
        dialog.run_all.click()
        await until(lambda: bench.offered)
        assert bench.machine.paid.total() == 2
        words, open_it = bench.offered[0]
        assert "budget" in words

        dialog = open_it()
        await until(lambda: "before" in dialog.reading.words.text())
        assert "the budget doesn't pay for one more: $0.40 of it is used" in dialog.foot.words.text()
        dialog.foot.budget.setText("1")
        await until(dialog.run_all.isEnabled)
        assert dialog.run_all.text() == "Run 3 · $0.60"
        dialog.reject()

    played(story)


def test_too_long_prompts_are_shortened_together(played) -> None:
    async def story(bench: Bench) -> None:
        bench.prompts[1] = "word " * 200
        dialog = await bench.opened()
        assert dialog.table.wrong_lines == [3]
        dialog.groups.remedy_requested.emit("prompt-too-long", [3])
        await until(dialog.run_all.isEnabled)
        dialog.run_all.click()
        await bench.bought()
        assert {len(prompt) for prompt in bench.machine.paid if prompt.startswith("word")} == {509}

    played(story)


def test_what_was_copied_in_a_spreadsheet_is_a_batch_and_the_same_one_again(played) -> None:
    async def story(bench: Bench) -> None:
        QGuiApplication.clipboard().setText("picture\tprompt\n/jobs/0.png\tone\n/jobs/1.png\ttwo")
        dialog = bench.controller.sources.paste()
        assert dialog is not None
        await checked(dialog)
        assert dialog.run_all.text() == "Run 2 · $0.40"
        dialog.run_all.click()
        await bench.bought()
        assert sorted(bench.machine.paid) == ["one", "two"]

        again = bench.controller.sources.paste()
        assert again is not None
        await until(lambda: "before" in again.reading.words.text())
        assert not again.run_all.isEnabled()

        QGuiApplication.clipboard().setText("no table")
        assert bench.controller.choose("pasted") is None
        assert "no table" in bench.said[-1]

    played(story)


def test_twins_are_made_takes_together(played) -> None:
    async def story(bench: Bench) -> None:
        bench.table = [["picture", "prompt"], *[["1.png", "turns"]] * 3, ["2.png", "turns"]]
        dialog = await bench.opened()
        assert dialog.table.wrong_lines == [3, 4]
        dialog.groups.remedy_requested.emit("row-twin", [3, 4])
        await until(dialog.run_all.isEnabled)
        assert dialog.run_all.text() == "Run 4 · $0.80"
        dialog.run_all.click()
        await bench.bought()
        assert bench.machine.paid.total() == 4
        assert sorted(row.takes for row in bench.rows() if row.request is not None) == [1, 3]

    played(story)


def test_rows_that_ask_for_the_same_are_made_once_somebody_says_so(played) -> None:
    async def story(bench: Bench) -> None:
        bench.table = [["id", "picture", "prompt"], *[[name, "1.png", "turns"] for name in "ABC"]]
        dialog = await bench.opened()
        assert dialog.table.wrong_lines == [3, 4]
        assert dialog.run_all.text() == "Run 1 · $0.20"
        dialog.groups.remedy_requested.emit("row-same", [3, 4])
        await until(dialog.run_all.isEnabled)
        await until(lambda: dialog.run_all.text() == "Run 3 · $0.60")
        await bench.undo.undo()
        await until(lambda: dialog.table.wrong_lines == [3, 4])
        await bench.undo.redo()
        await until(lambda: dialog.table.wrong_lines == [])
        await until(dialog.run_all.isEnabled)
        dialog.run_all.click()
        await bench.bought()
        assert bench.machine.paid.total() == 3

    played(story)


def test_a_rehearsal_needs_no_answer_to_questions_of_money(played) -> None:
    async def story(bench: Bench) -> None:
        same = [["id", "picture", "prompt"], *[[name, "1.png", "turns"] for name in "AB"]]
        bench.table = [*same, ["C", "2.png", "wrong" * 200]]
        dialog = await bench.opened()
        assert dialog.table.wrong_lines == [3, 4]
        assert (dialog.rehearse.isEnabled(), dialog.run_all.isEnabled()) == (False, False)
        dialog.reject()

        bench.table = same
        dialog = await bench.opened()
        assert dialog.table.wrong_lines == [3]
        assert (dialog.rehearse.isEnabled(), dialog.run_all.isEnabled()) == (True, False)
        assert dialog.rehearse.text() == "Rehearse 2 · free"
        dialog.rehearse.click()
        await bench.bought()
        (batch,) = map(head_from_document, bench.machine.disk.heads.values())
        assert batch.rehearsal
        assert [job.rehearsal for job in bench.machine.engine.jobs()] == [True, True]

        dialog = await bench.opened()
        assert (dialog.rehearse.isEnabled(), dialog.run_all.isEnabled()) == (
            True,
            False,
        )  # paying is still a question
        dialog.reject()

    played(story)


def test_all_end_frames_are_matched_at_once(played) -> None:
    async def story(bench: Bench) -> None:
        bench.table = [["start", "end", "prompt"], ["1.png", "2.png", "a"], ["3.png", "4.png", "b"]]
        bench.sizes = {"/jobs/2.png": (640, 640), "/jobs/4.png": (1000, 180)}
        dialog = await bench.opened()
        assert dialog.table.wrong_lines == [2, 3]
        dialog.groups.remedy_requested.emit("pair-mismatch", [2, 3])
        await until(dialog.run_all.isEnabled)
        dialog.run_all.click()
        await bench.bought()
        ends = [job.request.picture_paths[1] for job in bench.machine.engine.jobs()]
        assert sorted(ends) == ["/jobs/2.png.matched.png", "/jobs/4.png.matched.png"]

    played(story)


def test_rejected_videos_are_made_again_for_the_sum_on_the_button(played) -> None:
    async def story(bench: Bench) -> None:
        dialog = await bench.opened()
        dialog.run_all.click()
        await bench.bought()
        clips = bench.machine.world.library.clips
        for clip_id in list(clips)[:2]:
            clips[clip_id] = replace(
                clips[clip_id], marks=replace(clips[clip_id].marks, verdict=Verdict.REJECT)
            )
        dialog = bench.controller.open("/jobs/spring.csv")
        await until(lambda: dialog.again.isVisible() and dialog.again.isEnabled())
        assert dialog.again.text() == "Again for the rejected ones · 2 · $0.40"
        said = [dialog.table.index(row, 0).data() for row in range(5)]
        assert sorted(said) == ["In the library"] * 3 + ["In the library · Rejected"] * 2
        dialog.again.click()
        await bench.bought()
        assert bench.machine.paid.total() == 7
        await asyncio.sleep(5)
        assert not dialog.again.isVisible()

    played(story)


def result_table(bench: Bench) -> list[list[str]]:
    """Return the result that was saved last, as it is read again."""
    _target, rows, _separator = bench.written[-1]
    return [list(row) for row in rows]


def save_as_spring_results(dialog, monkeypatch) -> None:
    """Save the result as a person does, without the question where to save it."""
    monkeypatch.setattr(
        "vidu_desktop.controllers.batch_results.ask_target",
        lambda _parent, _title, _filters, chosen, *_folders, **_more: chosen(
            Path("/jobs/spring results.csv")
        ),
    )
    dialog.save_result.click()


async def saved_result(bench: Bench, dialog, monkeypatch) -> None:
    """Save the result and wait until the dialog says so."""
    save_as_spring_results(dialog, monkeypatch)
    await until(lambda: bench.written)
    labels = dialog.findChildren(QLabel)
    await until(lambda: any("spring results" in one.text() for one in labels if one.isVisible()))


@pytest.mark.parametrize("from_a_result", [False, True])
def test_edits_of_rows_that_were_not_ordered_yet_are_in_the_result(
    played, monkeypatch, from_a_result: bool
) -> None:
    async def story(bench: Bench) -> None:
        bench.table = [HEAD, *[[f"{number}.png", prompt] for number, prompt in enumerate(bench.prompts)]]
        dialog = await bench.opened()
        dialog.run_first.click()
        await bench.bought()
        dialog = await bench.opened()
        if from_a_result:
            await saved_result(bench, dialog, monkeypatch)
            dialog.reject()
            bench.table = result_table(bench)
            bench.written.clear()
            dialog = bench.controller.open("/jobs/spring results.csv")
            await until(dialog.run_all.isEnabled, 60)
        (line, *_) = lines_of(dialog, "open")
        dialog.table.edit([(line - 2, 2, "edited here")])
        await checked(dialog)
        await saved_result(bench, dialog, monkeypatch)
        dialog.reject()

        assert [row[1] for row in result_table(bench)].count("edited here") == 1

        # when it is fed back in another run, it is what is bought
        bench.controller, bench.table = bench.made_controller(), result_table(bench)
        dialog = bench.controller.open("/jobs/spring results.csv")
        await until(dialog.run_all.isEnabled, 60)
        dialog.run_all.click()
        await bench.bought()
        assert bench.machine.paid["edited here"] == 1
        assert bench.machine.paid.total() == 5

    played(story)


def test_an_open_sheet_that_is_written_elsewhere_says_so_and_stays_until_it_is_read_again(played) -> None:
    async def story(bench: Bench) -> None:
        bench.save(1)
        dialog = await bench.opened()
        bench.save(2)  # saving the same content is no change
        await asyncio.sleep(10)
        assert not dialog.reading.changed.text()

        bench.prompts = [*bench.prompts[:4], "added elsewhere"]
        bench.save(3)
        await until(lambda: bool(dialog.reading.changed.text()), 10)
        assert "Read it again" in dialog.reading.changed.text()
        assert "added elsewhere" not in str([row.cells for row in dialog.table.content.rows])

        dialog.reading.read_again.click()
        await until(lambda: "added elsewhere" in str([row.cells for row in dialog.table.content.rows]))
        assert not dialog.reading.changed.text()
        await asyncio.sleep(10)
        assert not dialog.reading.changed.text()
        dialog.reject()

    played(story)


def test_a_file_that_is_away_while_a_spreadsheet_saves_it_is_no_change(played) -> None:
    async def story(bench: Bench) -> None:
        bench.save(1)
        dialog = await bench.opened()
        del bench.machine.folders.files["/jobs/spring.csv"]
        await asyncio.sleep(10)
        assert not dialog.reading.changed.text()
        dialog.reject()

    played(story)


def test_what_becomes_of_the_rows_and_what_is_left_follow_the_jobs_in_an_open_dialog(played) -> None:
    async def story(bench: Bench) -> None:
        EventBridge(bench.machine.world.bus).jobs_put.connect(bench.controller.jobs_moved)
        dialog = await bench.opened()
        dialog.run_first.click()
        begun = asyncio.Event()
        bench.controller.begun.connect(begun.set)
        await until(begun.is_set)
        dialog = bench.controller.open("/jobs/spring.csv")
        await until(lambda: dialog.run_all.isEnabled())
        repainted: list[int] = []
        dialog.table.dataChanged.connect(lambda top, bottom, *_: repainted.append(bottom.row()))
        await until(bench.machine.rest)
        await asyncio.sleep(30)
        states = [dialog.table.face_at(row, 0).text for row in range(5)]
        assert states.count("In the library") == 3
        assert repainted
        assert dialog.run_all.text() == "Run 2 · $0.40"
        groups = {group.code: len(group.lines) for group in dialog.table.content.groups}
        assert groups == {"open": 2, "ordered": 3}
        dialog.reject()

    played(story)


def test_rows_added_while_a_batch_runs_are_told_of_and_never_bought_before_they_are_approved(played) -> None:
    async def story(bench: Bench) -> None:
        bench.save(1)
        dialog = await bench.opened()
        dialog.run_all.click()
        begun = asyncio.Event()
        bench.controller.begun.connect(begun.set)
        await until(begun.is_set)
        bench.machine.folders.put("/jobs/5.png", "5")
        bench.prompts = [*bench.prompts, "added"]
        bench.save(2)
        await until(lambda: len(bench.offered) > 1)
        await until(bench.machine.rest)
        await asyncio.sleep(60)
        words, open_it = bench.offered[-1]
        assert "1 row of “spring” is new" in words
        assert sorted(bench.machine.paid.values()) == [1] * 5

        dialog = open_it()
        await until(lambda: dialog.run_all.isEnabled())
        assert dialog.run_all.text() == "Run 1 · $0.20"
        dialog.run_all.click()
        await bench.bought()
        await asyncio.sleep(60)
        assert bench.machine.paid["added"] == 1
        assert sorted(bench.machine.paid.values()) == [1] * 6

    played(story)


def test_a_batch_whose_sheet_is_as_it_was_tells_of_no_new_rows_at_its_end(played) -> None:
    async def story(bench: Bench) -> None:
        bench.save(1)
        dialog = await bench.opened()
        dialog.run_all.click()
        await bench.bought()
        await asyncio.sleep(60)
        assert [words.split(" “")[0] for words, _ in bench.offered] == [
            "5 videos of the batch",
            "All videos of the batch",
        ]

    played(story)


def test_a_result_says_that_what_is_changed_in_it_leaves_its_sheet_as_it_is(played) -> None:
    async def story(bench: Bench) -> None:
        dialog = await bench.opened()
        assert "a result of" not in dialog.reading.words.text()
        dialog.run_first.click()
        await bench.bought()
        bench.table = [
            [*HEAD, "Vidu batch", "Vidu row"],
            *([*row.cells, bench.batch_id(), row.key] for row in bench.rows()),
        ]
        dialog = bench.controller.open("/jobs/spring results.csv")
        await until(dialog.run_all.isEnabled)
        assert "a result of “spring”" in dialog.reading.words.text()
        assert "“spring.csv” stays as it is" in dialog.reading.words.text()
        dialog.reject()

    played(story)


def test_a_key_that_is_found_or_typed_while_a_batch_is_open_is_taken_up(played) -> None:
    async def story(bench: Bench) -> None:
        bench.has_key = False
        dialog = bench.controller.open("/jobs/spring.csv")
        await until(dialog.rehearse.isEnabled)
        assert not dialog.run_all.isEnabled()
        assert "add a key" in dialog.foot.words.text()
        bench.has_key = True
        bench.controller.key_known()
        assert dialog.run_all.isEnabled()
        assert "add a key" not in dialog.foot.words.text()
        dialog.reject()

    played(story)


def test_rows_that_are_approved_and_wait_for_their_turn_say_so_until_it_comes(played) -> None:
    async def story(bench: Bench) -> None:
        for number in range(5, 12):
            bench.machine.folders.put(f"/jobs/{number}.png", str(number))
        bench.prompts = [f"prompt {number}" for number in range(12)]
        EventBridge(bench.machine.world.bus).jobs_put.connect(bench.controller.jobs_moved)
        dialog = await bench.opened()
        dialog.run_all.click()
        begun = asyncio.Event()
        bench.controller.begun.connect(begun.set)
        await until(begun.is_set)
        dialog = bench.controller.open("/jobs/spring.csv")
        await until(lambda: dialog.table.rowCount() == 12 and "turn" in dialog.table.face_at(11, 0).text)
        await until(bench.machine.rest)
        await asyncio.sleep(30)
        assert {dialog.table.face_at(row, 0).text for row in range(12)} == {"In the library"}
        assert sorted(bench.machine.paid.values()) == [1] * 12
        dialog.reject()

    played(story)


def a_dozen(bench: Bench) -> None:
    """Put twelve rows into the sheet, more than wait in the queue at once."""
    for number in range(5, 12):
        bench.machine.folders.put(f"/jobs/{number}.png", str(number))
    bench.prompts = [f"prompt {number}" for number in range(12)]


async def begun_by(bench: Bench, press: Callable[[], object]) -> None:
    """Press, and wait until the first rows are handed over."""
    begun = asyncio.Event()
    bench.controller.begun.connect(begun.set)
    press()
    await until(begun.is_set)


def test_rows_that_are_approved_and_wait_for_their_turn_are_not_offered_again(played) -> None:
    async def story(bench: Bench) -> None:
        a_dozen(bench)
        EventBridge(bench.machine.world.bus).jobs_put.connect(bench.controller.jobs_moved)
        dialog = await bench.opened()
        await begun_by(bench, dialog.run_all.click)
        dialog = await bench.opened_to_look()
        assert "approved: their turn comes by itself" in dialog.reading.words.text()
        assert not dialog.run_first.isVisible()
        assert (dialog.run_all.isEnabled(), dialog.run_all.text()) == (False, "Run 0 · $0.00")
        assert "$0.00" in dialog.foot.words.text()
        waiting = lines_of(dialog, "approved")
        assert not lines_of(dialog, "open")

        dialog.table.edit([(waiting[-1] - 2, 2, "edited here")])  # what isn't approved any more is offered
        await until(dialog.run_all.isEnabled, 60)
        assert dialog.run_all.text() == "Run 1 · $0.20"
        assert not dialog.run_first.isVisible()
        await until(bench.machine.rest)
        assert bench.machine.paid.total() == 11
        await until(lambda: "11 videos were ordered before" in dialog.reading.words.text(), 600)
        dialog.run_all.click()
        await bench.bought()
        assert bench.machine.paid["edited here"] == 1
        assert sorted(bench.machine.paid.values()) == [1] * 12

    played(story)


def test_what_a_command_approves_meanwhile_is_not_offered_any_more(played) -> None:
    async def story(bench: Bench) -> None:
        a_dozen(bench)
        bench.machine.engine.pause()
        dialog = await bench.opened()
        await begun_by(bench, dialog.run_all.click)
        dialog = await bench.opened_to_look()
        dialog.table.edit([(11, 2, "edited here")])
        await until(dialog.run_all.isEnabled, 60)
        assert dialog.run_all.text() == "Run 1 · $0.20"
        await until(lambda: not bench.rows()[11].approval, 60)

        store, feeder = bench.machine.store, bench.machine.feeder
        batch = await store.load(bench.batch_id())
        *others, last = batch.rows
        assert last.request is not None
        last = replace(last, approval=2, request=replace(last.request, prompt="edited here"))
        await store.save(replace(batch, rows=(*others, last)))
        now = bench.machine.world.clock.now()
        act = Act(deed=Deed.APPROVED, at=now, by=feeder.own_id, approval=2, rows=1, total=PRICE_USD)
        await store.append(batch.batch_id, act)
        await feeder.begin(batch.batch_id)

        await until(lambda: not dialog.run_all.isEnabled(), 60)
        assert dialog.run_all.text() == "Run 0 · $0.00"
        dialog.reject()
        bench.machine.engine.go_on()
        await until(bench.machine.rest)
        assert sorted(bench.machine.paid.values()) == [1] * 12

    played(story)


def test_a_sample_of_new_rows_leaves_what_is_approved_approved(played) -> None:
    async def story(bench: Bench) -> None:
        a_dozen(bench)
        dialog = await bench.opened()
        await begun_by(bench, dialog.run_all.click)
        bench.prompts = [*bench.prompts, *[f"added {number}" for number in range(4)]]
        for number in range(12, 16):
            bench.machine.folders.put(f"/jobs/{number}.png", str(number))
        dialog = await bench.opened()
        assert dialog.run_first.text() == "Run 3 first · $0.60"
        assert dialog.run_all.text() == "Run 4 · $0.80"
        dialog.run_first.click()
        await bench.bought()
        assert sum(prompt.startswith("added") for prompt in bench.machine.paid) == 3
        assert bench.machine.paid.total() == 15
        assert any("3 videos of the batch" in words for words, _ in bench.offered)

    played(story)


def test_what_the_budget_keeps_from_coming_is_offered_for_another_budget(played) -> None:
    async def story(bench: Bench) -> None:
        a_dozen(bench)
        dialog = await bench.opened()
        dialog.foot.budget.setText("1.60")
        assert dialog.run_all.text() == "Run until the budget · 8 · $1.60"
        await begun_by(bench, dialog.run_all.click)
        dialog = await bench.opened_to_look()
        assert "the budget doesn't pay for one more" in dialog.foot.words.text()
        dialog.foot.budget.setText("2")
        assert dialog.run_all.text() == "Run until the budget · 2 · $0.40"
        dialog.run_all.click()
        await bench.bought()
        assert bench.machine.paid.total() == 10

    played(story)


@pytest.mark.parametrize("what", ["picture", "price"])
def test_a_row_that_asks_for_something_else_than_was_approved_is_offered(played, what: str) -> None:
    async def story(bench: Bench) -> None:
        a_dozen(bench)
        dialog = await bench.opened()
        await begun_by(bench, dialog.run_all.click)
        if what == "picture":
            bench.machine.folders.put("/jobs/11.png", "another", mtime_ns=7)
        else:
            bench.checker = replace(bench.checker, price=lambda _request: PRICE_USD * 2)
            bench.controller = bench.made_controller()
        dialog = await bench.opened()
        left = len(lines_of(dialog, "open"))
        if what == "picture":
            assert (left, dialog.run_all.text()) == (1, "Run 1 · $0.20")
        else:
            assert left > 1
            assert dialog.run_all.text() == f"Run {left} · {say_money(left * PRICE_USD * 2)}"
        dialog.reject()

    played(story)


def test_a_result_that_got_another_name_says_so(played, monkeypatch) -> None:
    async def story(bench: Bench) -> None:
        dialog = await bench.opened()
        dialog.run_all.click()
        await bench.bought()
        dialog = await bench.opened_to_look()
        bench.written_as = "spring results 2.csv"
        await saved_result(bench, dialog, monkeypatch)
        await until(lambda: bool(bench.said))
        assert "“spring results.csv” couldn't be replaced" in bench.said[-1]
        assert "“spring results 2.csv”" in bench.said[-1]
        dialog.reject()

    played(story)


def test_a_result_that_finds_no_place_says_so_in_the_batch_s_window(played, monkeypatch) -> None:
    async def story(bench: Bench) -> None:
        dialog = await bench.opened()
        dialog.run_all.click()
        await bench.bought()
        dialog = await bench.opened_to_look()
        bench.unwritten = DiskTrouble(
            "disk-read-only", Sentence("“{path}” can't be written to.", {"path": "/jobs"})
        )
        save_as_spring_results(dialog, monkeypatch)
        labels = dialog.findChildren(QLabel)
        await until(
            lambda: "“/jobs” can't be written to." in [one.text() for one in labels if one.isVisible()]
        )
        dialog.reject()

    played(story)


def test_how_a_sheet_is_read_is_chosen_and_holds_the_next_time(played) -> None:
    async def story(bench: Bench) -> None:
        rows = [["Spring", "2026"], HEAD, *[[f"{number}.png", prompt] for number, prompt in enumerate("abc")]]

        async def read(_path, read_as=None) -> Sheet:
            at = read_as.header_line or 1
            guesses = (
                Guess(what="encoding", value=read_as.encoding or "cp932", sure=False),
                Guess(what="separator", value=read_as.separator or ";", sure=False),
                Guess(what="header_line", value=str(at), sure=False),
            )
            lines = [SheetRow(line=line, cells=tuple(cells)) for line, cells in enumerate(rows[at:], at + 1)]
            return Sheet(columns=tuple(rows[at - 1]), rows=tuple(lines), guesses=guesses, sha256="1" * 64)

        bench.read = read  # type: ignore[method-assign]
        dialog = bench.controller.open("/jobs/spring.csv")
        header, separator = dialog.reading.header_choice, dialog.reading.separator_choice
        await until(header.isVisible)
        assert (header.currentText(), separator.currentText()) == ("Names in line 1", "semicolon")
        for choice, words in ((header, "Names in line 2"), (separator, "comma")):
            choice.setCurrentText(words)
            choice.activated.emit(choice.currentIndex())
            await until(lambda choice=choice, words=words: choice.itemText(0) == words)
        await until(dialog.run_all.isEnabled, 60)
        dialog.run_all.click()
        await bench.bought()
        assert bench.machine.paid == {"a": 1, "b": 1, "c": 1}

        bench.controller = bench.made_controller()
        dialog = await bench.opened_to_look()
        assert dialog.reading.header_choice.currentText() == "Names in line 2"
        assert dialog.reading.separator_choice.currentText() == "comma"
        assert dialog.run_all.text() == "Run 0 · $0.00"
        dialog.reject()

    played(story)


def test_pasted_rows_have_no_file_that_could_be_read_again(played) -> None:
    async def story(bench: Bench) -> None:
        bench.controller.sources.last_dir = "/jobs"
        QGuiApplication.clipboard().setText("picture\tprompt\n1.png\ta")
        dialog: Any = bench.controller.choose("pasted")
        await until(dialog.run_all.isEnabled, 60)
        assert dialog.reading.read_again.text() == "Look at the pictures again"
        assert not dialog.reading.header_choice.isVisible()
        dialog.reject()
        dialog = await bench.opened()
        assert dialog.reading.read_again.text() == "Read again"
        dialog.reject()

    played(story)


def test_a_refused_row_says_why_and_isnt_counted_among_what_was_ordered(played) -> None:
    async def story(bench: Bench) -> None:
        bench.machine.world.service.troubles.append(trouble(Refused, "1301"))
        dialog = await bench.opened()
        dialog.run_all.click()
        await bench.bought()
        assert bench.machine.paid.total() == 4

        dialog = await bench.opened_to_look()
        (line,) = lines_of(dialog, "failed")
        assert len(lines_of(dialog, "ordered")) == 4
        content = dialog.table.content
        reason = content.sent_of(line)
        assert reason.startswith("Refused, not charged: ")
        assert reason == content.state_of(line)
        paid = lines_of(dialog, "ordered")[0]
        assert content.sent_of(paid).startswith("Asked for: ")
        words = dialog.reading.words.text()
        assert "4 videos were ordered before" in words
        assert "1 video was refused and not charged" in words

    played(story)


def test_after_a_start_a_batch_that_is_under_way_is_named_with_the_way_to_it(played) -> None:
    async def story(bench: Bench) -> None:
        a_dozen(bench)
        dialog = await bench.opened()
        await begun_by(bench, dialog.run_all.click)
        bench.offered.clear()

        bench.controller = bench.made_controller()
        await bench.controller.news.tell_under_way()

        words, open_it = bench.offered[-1]
        assert words == "The batch “spring” is under way: 12 of its videos aren't finished yet."
        assert open_it() is not None
        await until(bench.machine.rest, 600)
        bench.offered.clear()
        await bench.made_controller().news.tell_under_way()
        assert not bench.offered

    played(story)
