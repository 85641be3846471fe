"""A person who gives sheets and folders, one after the other, to a machine that makes the videos."""

from fakes.batches import PRICE_USD, BatchMachine, FakeClips
from fakes.virtual_time import until, with_virtual_time

from vidu_desktop.batch.approving import approve
from vidu_desktop.batch.bought_before import BoughtBefore
from vidu_desktop.batch.checking import CheckedSheet, SheetChecker
from vidu_desktop.batch.plan import RowProblem, Wishes
from vidu_desktop.batch.result_rows import result_rows
from vidu_desktop.domain.batch import SeenPicture
from vidu_desktop.domain.pictures import PictureFacts
from vidu_desktop.domain.sheet import ReadAs, Sheet, SheetRow
from vidu_desktop.domain.sheet_mapping import read_choice

Table = list[list[str]]
SPRING = "/jobs/spring.csv"


class Desk:
    """A machine that is given tables, one after the other."""

    def __init__(self) -> None:
        self.machine = BatchMachine()
        self.table: Table = []
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
            bought=BoughtBefore(self.machine.store, self.clips, self.machine.jobs_known),
        )

    async def read(self, path, read_as=None) -> Sheet:
        head, *rows = self.table
        return Sheet(
            columns=tuple(head),
            rows=tuple(SheetRow(line=line, cells=tuple(row)) for line, row in enumerate(rows, 2)),
            sha256=self.sha256,
        )

    async def get_ready(self) -> None:
        pass

    async def look_at_heads(self, paths, on_looked):
        return {
            path: PictureFacts(
                path=path, name=path, width_px=320, height_px=180, file_bytes=9, media_type="image/png"
            )
            for path in paths
        }

    async def run(self, table: Table, *choices: str, path: str = SPRING, anew: bool = False, **wishes) -> int:
        """Run a table as a person would; return how many videos it bought."""
        checked = await self.checked_table(table, *choices, path=path, anew=anew, **wishes)
        return await self._bought(checked)

    async def begin(self, table: Table, *, path: str, anew: bool = False) -> None:
        """Approve a table without waiting for its videos."""
        await self.approve(await self.checked_table(table, path=path, anew=anew))
        await self.machine.feeder.begin(self.batch.batch_id)

    async def approve(self, checked: CheckedSheet) -> None:
        """Approve a checked table; nothing is handed over."""
        feeder, now = self.machine.feeder, self.machine.world.clock.now()
        offered = await checked.proposal(feeder.jobs, feeder.own_id, now)
        await approve(self.machine.store, offered, None, now, feeder.own_id)
        self.batch = offered.batch

    async def rehearse(self, table: Table, *, path: str = SPRING) -> Table:
        """Approve a table's rehearsal; return its result as it is before any video is made."""
        await self.approve(await self.checked_table(table, path=path, rehearsal=True))
        return await self.result()

    async def problems(self, table: Table, *, path: str = SPRING, **wishes) -> tuple[RowProblem, ...]:
        """Return a table's problems; nothing is bought."""
        return (await self.checked_table(table, path=path, **wishes)).plan.problems

    async def run_folder(self, path: str, *, pairs: str | None = None) -> int:
        """Run a folder's pictures; return how many videos were bought."""
        return await self._bought(await self._checked(path, pairs=pairs, prompt="turns"))

    async def checked_table(self, table: Table, *choices: str, path: str, **wishes) -> CheckedSheet:
        self.table, self.sha256 = table, f"{hash(str(table)):x}"
        return await self._checked(path, *choices, **wishes)

    async def _checked(
        self,
        path: str,
        *choices: str,
        pairs: str | None = None,
        anew: bool = False,
        rehearsal: bool = False,
        **wishes,
    ) -> CheckedSheet:
        wishes.setdefault("prompt", "")
        sheet, mapping = await self.checker.read(
            path, ReadAs(), [read_choice(one) for one in choices], pairs=pairs
        )
        return await self.checker.check(
            path, sheet, mapping, Wishes(**wishes), rehearsal=rehearsal, anew=anew, on_looked=lambda *_: None
        )

    async def _bought(self, checked: CheckedSheet) -> int:
        feeder, before = self.machine.feeder, self.machine.paid.total()
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


def play_at_desk(story) -> None:
    """Run a story in virtual time while the machine works."""

    async def whole() -> None:
        desk = Desk()
        await desk.machine.start()
        await story(desk)
        await desk.machine.die()

    with_virtual_time(whole)
