"""Checks an approved row once more when its turn has come: its price, the budgets, and its pictures."""

from vidu_desktop.batch.batch_jobs import BatchJobs
from vidu_desktop.batch.ports import Folders, Price
from vidu_desktop.batch.running import Held, Running
from vidu_desktop.domain.amounts import FREE, fits_budget
from vidu_desktop.domain.batch import BatchRow
from vidu_desktop.engine.ports import Clock
from vidu_desktop.errors import BadInput


class RowChecks:
    """`jobs` are the feeder's."""

    def __init__(self, folders: Folders, price: Price, clock: Clock, jobs: BatchJobs) -> None:
        self._folders = folders
        self._price = price
        self._clock = clock
        self._jobs = jobs

    async def reason_to_wait(self, running: Running, row: BatchRow, own_id: str) -> Held | None:
        """Return why an approved row isn't ordered now; None when it may be ordered. Raises DiskTrouble."""
        assert row.request is not None  # noqa: S101 - rows without a request aren't approved
        if not running.batch.rehearsal:
            approval = running.history.approval
            budget = approval.budget if approval is not None else FREE
            try:
                price = self._price(row.request)
            except KeyError:
                return Held.REFUSED
            # Approved at the price of another service address, and the price at this one isn't known.
            except BadInput:
                return Held.PRICE_CHANGED
            if price != row.price:
                return Held.PRICE_CHANGED
            if not fits_budget(price, self._jobs.taken_money(running.batch.batch_id), budget):
                return Held.BUDGET
            if approval is not None and approval.day_budget is not None:
                today = self._clock.now().astimezone().date()
                spent = self._jobs.taken_on(running.batch.batch_id, today)
                spent += running.elsewhere(today, own_id, self._jobs)
                if not fits_budget(price, spent, approval.day_budget):
                    return Held.DAY
        seen = await self._folders.seen([picture.path for picture in row.pictures])
        changed = any(seen.get(picture.path) != picture for picture in row.pictures)
        return Held.PICTURE_CHANGED if changed else None
