"""What must be there before an order is sent: disk space for its result, and money left in the budget."""

from vidu_desktop.domain.amounts import fits_budget, format_money
from vidu_desktop.domain.doors import Door
from vidu_desktop.domain.job import Job, JobState, Trouble
from vidu_desktop.domain.money import COMMITTED
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.engine.engine_context import EngineContext
from vidu_desktop.engine.pauses import PauseReason
from vidu_desktop.engine.tallies import sending_place
from vidu_desktop.errors import DiskTrouble, Sentence

RESULT_RESERVE_BYTES = 64_000_000
"""Space needed for each order that is out, and once more for the journal and the library."""
RECHECK_S = 10.0
"""How often a disk in trouble is looked at again."""


class SendChecks:
    """Each check pauses the work while its need isn't met, and ends its own pause once it is."""

    def __init__(self, context: EngineContext) -> None:
        self._context = context
        self._too_dear: dict[Door, str] = {}
        """For each door, the order that doesn't fit into its budget."""
        self._journal_rests_until_s = 0.0

    def check_disk(self) -> None:
        """Check that there is space for one more result beside those of the orders that are out."""
        if self._context.world.clock.monotonic_s() < self._journal_rests_until_s:
            return
        out = self._context.jobs.tallies.at_service
        if self._context.world.disk.free_bytes() >= RESULT_RESERVE_BYTES * (out + 2):
            if PauseReason.DISK in self._context.pauses:
                self._context.pauses.clear(PauseReason.DISK)
            return
        self._context.pauses.pause(PauseReason.DISK, Trouble(code="disk-full", sentence=Sentence(_NO_ROOM)))

    def journal_failed(self, error: DiskTrouble) -> None:
        """Pause for a while: SENDING couldn't be written down, although there seemed to be space."""
        self._journal_rests_until_s = self._context.world.clock.monotonic_s() + RECHECK_S
        self._context.pauses.pause(PauseReason.DISK, Trouble.of(error))

    def look_at_budget_again(self) -> None:
        """End a budget's pause when the order that was too expensive fits now (because another was refused), or is gone."""
        jobs = self._context.jobs
        for door, job_id in list(self._too_dear.items()):
            waits = job_id in jobs and jobs[job_id].state is JobState.READY
            if not waits or self._fits(jobs[job_id]):
                del self._too_dear[door]
                self._context.pauses.clear(PauseReason.BUDGET, door=door)

    def check_budget(self, job: Job) -> None:
        """Check that the budget covers the next order, with everything that is charged or possibly charged."""
        if job.rehearsal:
            return
        held = self._context.pauses.holds(PauseReason.BUDGET, job.door)
        if self._fits(job):
            if held and self._goes_before_the_too_dear_one(job):
                del self._too_dear[job.door]
                self._context.pauses.clear(PauseReason.BUDGET, door=job.door)
            return
        if held:
            return
        self._too_dear[job.door] = job.job_id
        budgets, currency = self._context.settings.budgets, job.price.currency
        if currency in budgets:
            bound = self._context.jobs.tallies.committed.inside(currency)
            values = {"budget": format_money(budgets[currency]), "bound": format_money(bound)}
            sentence = Sentence(_BUDGET_USED, values)
        else:
            sentence = Sentence(_NO_BUDGET, {"price": format_money(job.price)})
        self._context.pauses.pause(PauseReason.BUDGET, Trouble(code="budget", sentence=sentence), job.door)

    def _goes_before_the_too_dear_one(self, job: Job) -> bool:
        """Whether the job was put ahead of the order at which its budget holds."""
        jobs, too_dear = self._context.jobs, self._too_dear.get(job.door)
        return (
            too_dear is not None and too_dear in jobs and sending_place(job) < sending_place(jobs[too_dear])
        )

    def _fits(self, job: Job) -> bool:
        budget = self._context.settings.budget_in(job.price.currency)
        committed = self._context.jobs.tallies.committed
        if job.charge in COMMITTED:  # its answer was lost: sent again it costs what is counted for it already
            committed += job.price * -1
        return fits_budget(job.price, committed, budget)


_NO_ROOM = QT_TRANSLATE_NOOP(
    "engine",
    "There isn't room on the disk for more videos, so nothing new is sent and nothing is charged. "
    "Make room; the queue goes on by itself.",
)
_BUDGET_USED = QT_TRANSLATE_NOOP(
    "engine",
    "Your budget of {budget} is used up: {bound} is spent or on its way. Nothing more is sent. "
    "Raise the budget in the settings to go on.",
)
_NO_BUDGET = QT_TRANSLATE_NOOP(
    "engine",
    "Your budget is in another currency than this order, which costs {price}. Nothing more is sent. Give a budget in its "
    "currency in the settings to go on.",
)
