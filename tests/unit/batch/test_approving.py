"""Whatever a person does to a sheet between two runs, what was ordered isn't ordered again."""

import random

import pytest
from fakes.batches import PRICE_USD, BatchMachine, FakeClips
from fakes.virtual_time import until, with_virtual_time

from vidu_desktop.batch.approving import approve
from vidu_desktop.batch.checking import SheetChecker
from vidu_desktop.batch.plan import Wishes
from vidu_desktop.batch.result_rows import result_rows
from vidu_desktop.domain.batch import SeenPicture
from vidu_desktop.domain.pictures import PictureFacts
from vidu_desktop.domain.sheet import ReadAs, Sheet, SheetRow
from vidu_desktop.domain.sheet_mapping import read_choice

Table = list[list[str]]
FIRST: Table = [["picture", "prompt", "note"], *([f"{n}.png", f"prompt {n}", f"S{n}"] for n in range(1, 6))]


class Desk:
    """A machine to which tables are given, one after the other."""

    def __init__(self) -> None:
        self.machine = BatchMachine()
        self.table: Table = FIRST
        self.sha256 = "1" * 64
        for number in range(1, 9):
            path = f"/jobs/{number}.png"
            self.machine.folders.files[path] = SeenPicture(path=path, file_bytes=number, mtime_ns=1)
        self.clips = FakeClips(self.machine.world.library.clips)
        self.checker = SheetChecker(
            sheets=self,
            looks=self,
            folders=self.machine.folders,
            price=lambda request: PRICE_USD,
            store=self.machine.store,
            clips=self.clips,
        )

    async def read(self, path, read_as=None) -> Sheet:
        head, *rows = self.table
        return Sheet(
            columns=tuple(head),
            rows=tuple(SheetRow(line=line, cells=tuple(row)) for line, row in enumerate(rows, 2)),
            sha256=self.sha256,
        )

    async def look_at_heads(self, paths, on_looked):
        return {
            path: PictureFacts(
                path=path, name=path, width_px=320, height_px=180, file_bytes=9, media_type="image/png"
            )
            for path in paths
        }

    async def run(
        self, table: Table, *choices: str, path: str = "/jobs/spring.csv", anew: bool = False
    ) -> int:
        """Run a table as a person would; return how many videos were bought by it."""
        self.table, self.sha256 = table, f"{hash(str(table)):x}"
        before, feeder = self.machine.paid.total(), self.machine.feeder
        sheet, mapping = await self.checker.read(path, ReadAs(), [read_choice(one) for one in choices])
        checked = await self.checker.check(
            path, sheet, mapping, Wishes(prompt=""), rehearsal=False, anew=anew, on_looked=lambda *_: None
        )
        assert not checked.plan.problems
        offered = await checked.proposal(feeder.jobs, feeder.own_id, self.machine.world.clock.now())
        if offered.takes:
            await approve(self.machine.store, offered, None, self.machine.world.clock.now(), feeder.own_id)
            await feeder.begin(offered.batch.batch_id)
            await until(self.machine.rest)
        self.batch = offered.batch
        return self.machine.paid.total() - before

    async def result(self) -> Table:
        history = await self.machine.store.history(self.batch.batch_id)
        clips = await self.clips.by_origin(f"batch:{self.batch.batch_id}/")
        rows = result_rows(self.batch, history, self.machine.feeder.jobs, clips, self.machine.feeder.own_id)
        return [list(row) for row in rows]


@pytest.fixture
def played():
    def play(story) -> None:
        async def whole() -> None:
            desk = Desk()
            await desk.machine.start()
            await story(desk)
            await desk.machine.die()

        with_virtual_time(whole)

    return play


def sorted_another_way(table: Table) -> Table:
    return [table[0], *table[:0:-1]]


def with_a_column(table: Table) -> Table:
    return [["Client", *table[0]], *(["Mia", *row] for row in table[1:])]


def with_columns_turned(table: Table) -> Table:
    return [row[::-1] for row in table]


@pytest.mark.parametrize("change", [sorted_another_way, with_a_column, with_columns_turned])
def test_a_sheet_that_was_only_put_in_order_buys_nothing(played, change) -> None:
    async def story(desk: Desk) -> None:
        assert await desk.run(FIRST) == 5
        assert await desk.run(change(FIRST)) == 0

    played(story)


def test_a_copy_under_another_name_is_the_same_batch(played) -> None:
    async def story(desk: Desk) -> None:
        assert await desk.run(FIRST) == 5
        assert await desk.run(FIRST, path="/jobs/copy.csv") == 0

    played(story)


def test_a_column_that_gets_a_meaning_later_buys_nothing_again(played) -> None:
    async def story(desk: Desk) -> None:
        assert await desk.run(FIRST) == 5
        assert await desk.run(FIRST, "note=shot") == 0
        assert await desk.run(FIRST, "note=key") == 0

    played(story)


def test_new_rows_are_bought_and_changed_ones_are_left_as_they_were(played) -> None:
    async def story(desk: Desk) -> None:
        assert await desk.run(FIRST, "note=key") == 5
        table = [list(row) for row in FIRST]
        table[2][1] = "another prompt"
        table.append(["6.png", "prompt 6", "S6"])

        assert await desk.run(table, "note=key") == 1
        assert "another prompt" not in desk.machine.paid

    played(story)


def test_a_row_that_went_and_came_back_is_known(played) -> None:
    async def story(desk: Desk) -> None:
        assert await desk.run(FIRST) == 5
        assert await desk.run(FIRST[:3]) == 0
        assert await desk.run(FIRST) == 0

    played(story)


def test_only_who_says_so_buys_a_sheet_anew(played) -> None:
    async def story(desk: Desk) -> None:
        assert await desk.run(FIRST) == 5
        assert await desk.run(FIRST, anew=True) == 5

    played(story)


def test_results_fed_back_in_twenty_random_states_buy_each_row_once(played) -> None:
    async def story(desk: Desk) -> None:
        dice = random.Random(20)
        table = [list(row) for row in FIRST]
        assert await desk.run(table) == 5
        for fed in range(20):
            head, *rows = await desk.result()
            dice.shuffle(rows)
            new = dice.random() < 0.3
            if new:
                at = head.index("picture"), head.index("prompt")
                row = [""] * len(head)
                row[at[0]], row[at[1]] = "7.png", f"new {fed}"
                rows.append(row)
            order = list(range(len(head)))
            dice.shuffle(order)
            table = [[row[index] for index in order] for row in (head, *rows)]
            if dice.random() < 0.5:
                table = with_a_column(table) if "Client" not in table[0] else table

            assert await desk.run(table, path=f"/jobs/results {fed}.csv") == new
        assert max(desk.machine.paid.values()) == 1

    played(story)
