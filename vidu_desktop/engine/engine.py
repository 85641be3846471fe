"""The engine: verbs that return at once. What they do is seen as events; what can't be done now raises BadInput."""

import random
from collections.abc import Collection, Iterable, Sequence

from vidu_desktop.domain.amounts import Sums
from vidu_desktop.domain.another_try import AnotherTry
from vidu_desktop.domain.job import Job, JobState, Trouble
from vidu_desktop.domain.request import GenerationRequest
from vidu_desktop.domain.settings import Settings
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.engine.bulk_verbs import BulkVerbs
from vidu_desktop.engine.engine_context import EngineContext
from vidu_desktop.engine.events import EventBus
from vidu_desktop.engine.intake import Intake
from vidu_desktop.engine.job_runner import JobRunner
from vidu_desktop.engine.pauses import PauseReason
from vidu_desktop.engine.ports import LastingPause, World
from vidu_desktop.engine.single_verbs import SingleVerbs, for_each
from vidu_desktop.engine.starting import Starting
from vidu_desktop.engine.unknown_verbs import UnknownVerbs
from vidu_desktop.errors import BadInput, Sentence


class Engine:
    """Runs on the loop on which `start` is awaited; every method is called on that loop's thread."""

    def __init__(
        self, world: World, settings: Settings, bus: EventBus, chance: random.Random | None = None
    ) -> None:
        self._context = EngineContext(world, settings, bus, chance or random.Random())  # noqa: S311 - jitter
        self._runner = JobRunner(self._context)
        self._starting = Starting(self._context, self._runner)
        self._context.lasting_pauses.on_end = self.nudge
        self._intake = Intake(self._context, self._runner)
        self._bulk = BulkVerbs(self._context, self._runner, self._intake)
        self._verbs = SingleVerbs(self._context, self._runner, self._intake)
        self._unknown = UnknownVerbs(self._context, self._runner, self._verbs)

    # Life

    async def start(self, *, only: Collection[str] | None = None) -> None:
        """Read the journal and carry on where the last run ended, whatever ended it. Raises DiskTrouble.

        With `only`, no other job is sent, polled or fetched than those and the ones that `allow` adds; new orders
        are taken in and wait.
        """
        await self.begin(only=only)
        await self.read_rest()

    async def begin(self, *, only: Collection[str] | None = None) -> None:
        """The first half of `start`: what is under way is there and goes on, and nothing is sent yet."""
        await self._starting.begin(only, self.connect_anew)

    async def read_rest(self) -> None:
        """The second half: JobsRead brings all others, then orders may leave. May be repeated after DiskTrouble."""
        await self._starting.read_rest()

    @property
    def has_read_all(self) -> bool:
        """Whether jobs and books are whole: `start` has been awaited, or both of its halves."""
        return self._context.jobs.all_read.is_set()

    def allow(self, job_id: str) -> None:
        """Let one more job go on in a run that was started with `only`."""
        if self._runner.sending.only is not None and job_id not in self._runner.sending.only:
            self._runner.sending.only.add(job_id)
            if job_id in self._context.jobs and not self._runner.is_led(job_id):
                self._runner.begin(self._context.jobs[job_id], fresh=False)

    async def stop(self, within_s: float = 1.0) -> None:
        """End in order: nothing new is sent, answers that are under way get `within_s`, and so does the journal for wishes; then
        everything stops. An order still unanswered is UNKNOWN at the next start.
        """
        # One after the other: an answer that doesn't come may be what pauses the queue.
        await self._runner.sending.answers_in(within_s)
        await self._context.tasks.written(within_s)
        await self._context.lasting_pauses.settled(within_s)
        await self._context.tasks.cancel_all()

    def nudge(self) -> None:
        """Do at once what waits: the machine woke up, the net is back, the person asks."""
        for host in self._context.hosts:
            host.pace.hurry()
        self._context.sleeps.wake_all()
        self._runner.sending.look_again()

    def connect_anew(self) -> None:
        """The machine woke up, or the network is another one: old connections are dead, and everything is due; in this
        order, since what is asked over a dead connection waits for its time-out.
        """
        self._context.tasks.start("connect anew", self._connect_anew())

    async def _connect_anew(self) -> None:
        try:
            await self._context.world.services.refresh()
        finally:
            self.nudge()

    # What is there

    def jobs(self) -> list[Job]:
        """Return the jobs of the list, in queue order."""
        return list(self._context.jobs)

    def books(self) -> list[Job]:
        """Return every job that counts for the money, those taken out of the list too."""
        return self._context.jobs.books()

    @property
    def taken_money(self) -> Sums:
        """What of a budget is charged, perhaps charged, or waits to be sent."""
        return self._context.jobs.tallies.taken_money

    def unfinished(self) -> list[Job]:
        """Return the jobs that haven't ended, in queue order."""
        return self._context.jobs.live()

    def find(self, job_id: str) -> Job | None:
        """Return a job, also one that was taken out of the list and counts for the money; None for any other."""
        return self._context.jobs.known(job_id)

    def job(self, job_id: str) -> Job:
        """Return a job. Raises BadInput when there is none of that id."""
        if job_id not in self._context.jobs:
            raise BadInput("no-such-job", Sentence(_NO_SUCH_JOB))
        return self._context.jobs[job_id]

    @property
    def paused_by(self) -> Trouble | None:
        """Why paid work stands still; None when it doesn't."""
        return self._context.pauses.shown

    @property
    def new_orders_url(self) -> str:
        """The base URL to which new orders go."""
        return self._context.settings.base_url

    def expected_s(self, job: Job) -> tuple[float, float]:
        """Return after how many seconds half of such results are there, and after how many nine in ten."""
        expected = self._context.expected(job)
        return expected.median_s, expected.quantile_s(1.28)

    def batch_s(self, kinds: Sequence[tuple[GenerationRequest, int]]) -> float:
        """Return how many seconds `kinds` take, as many at once as are sent: requests, each with how many are made so."""
        count = sum(videos for _request, videos in kinds)
        total_s = sum(
            videos * self._context.expected_of(request, rehearsal=False).median_s for request, videos in kinds
        )
        return total_s / max(1, min(count, self._context.settings.jobs_at_once))

    def stands_still(self, job_id: str, patience_s: float) -> bool:
        """Whether this job won't move without help: ended, paused, unknown, or in trouble for this long."""
        job = self.job(job_id)
        pauses = self._context.pauses
        if job.ended:
            return True
        if job.state is JobState.UNKNOWN and self._runner.awaits_a_word(job):
            return True
        # A DRAFT goes on getting ready, whatever holds the sending.
        if job.state is JobState.READY and pauses.holds_back(job):
            return True
        if job.state is JobState.WAITING and self._context.key_in_doubt(job):
            return True
        return self._context.stuck_for_s(job) >= patience_s

    # The person's verbs

    def submit(self, request: GenerationRequest, *, rehearsal: bool, origin: str = "") -> Job:
        """Take an order; it is on the disk when JobAdded says so. The request has been checked by the caller.

        Raises BadInput for a model that isn't in the catalogue, and for an `origin` that is ordered already: by a job
        of the list, or by one that was paid. Another take is another origin; `retry` is for what failed.
        """
        return self._intake.submit(request, rehearsal=rehearsal, origin=origin)

    def submit_many(
        self, requests: Sequence[GenerationRequest], *, rehearsal: bool, instead_of: str = ""
    ) -> list[Job]:
        """Take many orders at once, in this order; all are on the disk when JobsAdded says so, or none is.

        `instead_of` is a job that was taken off before it left: they get its place in line, and its row goes once they
        are on the disk. Where it isn't one any more, it stays, and they stand at the end.
        Raises BadInput for a model that isn't in the catalogue; then none is taken.
        """
        return self._intake.submit_many(requests, rehearsal=rehearsal, instead_of=instead_of)

    def cancel(self, job_id: str) -> None:
        """Take a job off. What the service has taken stays charged; its task id is kept and `retry` fetches it.

        Raises BadInput for one that has ended, is just being sent or put away, or is UNKNOWN.
        """
        self._verbs.cancel(self.job(job_id))

    async def take_off_to_edit(self, job_id: str) -> Job:
        """Take off a job that hasn't left, and return it as it was; nothing of it can leave any more then.

        Raises BadInput for one that has left: what is made of it now would be a second order.
        """
        return await self._verbs.take_off_to_edit(self.job(job_id))

    def tries(self, jobs: Iterable[Job]) -> dict[str, AnotherTry]:
        """Return by job id what `retry` comes to, of these jobs and of all attempts at their videos, in the list and ended
        without a video. Of each video one at most has nothing instead of it, but for what is only asked for again.
        """
        return self._intake.tries(jobs)

    def retry(self, job_id: str) -> Job:
        """Try again; return the job that does, this one or a new one.

        What the service never took goes again with a new request id; what it took is asked for again. What it took and
        failed, or what was given up as lost, becomes a new order: another job, another charge. Raises BadInput where
        that was done already and goes on, or has brought a video.
        """
        return self._verbs.retry(self.job(job_id))

    def retry_many(self, job_ids: Collection[str]) -> None:
        """Try again what has ended, as `retry` does, all at once. What can't be tried again stays as it is; raises
        BadInput when that is so for all.
        """
        waiting = self._bulk.retry(job_ids)
        for_each(self.retry, waiting, whole=len(job_ids))

    def cancel_many(self, job_ids: Collection[str]) -> None:
        """Take jobs off, as `cancel` does; those that haven't left, all at once. What can't be taken off now stays
        as it is; raises BadInput when that is so for all.
        """
        left = self._bulk.take_off_unsent(job_ids)
        for_each(self.cancel, left, whole=len(job_ids))

    def move(self, job_ids: Collection[str], before_id: str | None) -> None:
        """Let jobs that haven't left stand before another one of those, together and in their order; at the end of the
        line with None. What has left meanwhile stays where it is.
        """
        self._bulk.move(job_ids, before_id)

    def send_again(self, job_id: str) -> None:
        """Send an UNKNOWN order again: the same bytes with the same request id, on the person's word.

        Raises BadInput while no paid order may leave for its address, and while the person holds the queue.
        """
        self._unknown.send_again(self.job(job_id))

    def give_up(self, job_id: str) -> None:
        """Treat an UNKNOWN order as lost. It counts against the budget: it may have been charged."""
        self._unknown.give_up(self.job(job_id))

    def send_again_many(self, job_ids: Sequence[str]) -> None:
        """As `send_again`, for each. Raises BadInput when none can be sent again."""
        for_each(self.send_again, job_ids, whole=len(job_ids))

    def give_up_many(self, job_ids: Sequence[str]) -> None:
        """As `give_up`, for each. Raises BadInput when none can be given up."""
        for_each(self.give_up, job_ids, whole=len(job_ids))

    def rescue(self, job_id: str, task_id: str) -> None:
        """Go on with an UNKNOWN order under a task id that the person found at the service. The service is asked first:
        where it knows no such task, or names another order with it, the job stays as it is and says so. Raises BadInput for another job, and for a number that can't be its own.
        """
        self._unknown.rescue(self.job(job_id), task_id)

    def remove(self, job_id: str) -> None:
        """Take an ended job out of the list; its video stays in the library. Raises BadInput for one that hasn't ended."""
        if not self.job(job_id).ended:
            raise BadInput("not-ended", Sentence(_CANCEL_FIRST))
        self._bulk.remove([job_id])

    def remove_many(self, job_ids: Collection[str]) -> None:
        """Take those that have ended out of the list, all at once; the others stay."""
        self._bulk.remove(job_ids)

    async def put_back(self, jobs: Iterable[Job]) -> list[Job]:
        """Put ended jobs that were taken out of the list back into it; return those that came. Raises DiskTrouble."""
        return await self._context.jobs.put_back(jobs)

    def pause(self) -> None:
        """Hold back what isn't sent yet, by the person's wish: in this run and in later ones, until `go_on`.

        It is on the disk when PaidWorkPaused says so.
        """
        self._context.lasting_pauses.set(LastingPause.PERSON, paused=True)

    async def pauses_kept(self, within_s: float) -> None:
        """Wait at most so long until the last `pause` or `go_on` is on the disk."""
        await self._context.lasting_pauses.settled(within_s)

    def hold_paid_work(self, trouble: Trouble) -> None:
        """Let no paid order leave in this run, whatever is pressed: it would be paid at another address than the one
        that was asked for.
        """
        self._context.pauses.pause(PauseReason.ADDRESS, trouble)

    def hold_until_settings(self, trouble: Trouble) -> None:
        """Let no paid order leave until `settings_changed`: what says how much may be paid, and where, isn't known."""
        self._context.pauses.pause(PauseReason.SETTINGS, trouble)

    def go_on(self) -> None:
        """End every pause that may end, and look again. A reason that still holds pauses again after one request. The
        person's own pause, and the one for lost answers, end once that is on the disk.
        """
        for reason in LastingPause:
            self._context.lasting_pauses.set(reason, paused=False)
        self._context.pauses.clear(*(reason for reason in PauseReason if reason not in _NOT_BY_GOING_ON))
        self._runner.sending.trust_the_line()
        self.nudge()

    def settings_changed(self, settings: Settings) -> None:
        """Use these from now on; pauses that they may have ended are lifted, and what waits is looked at again."""
        before = self._context.settings.base_url
        self._context.settings = settings
        self._context.pauses.clear(PauseReason.SETTINGS, PauseReason.BUDGET, PauseReason.ACCOUNT)
        if settings.base_url != before:  # key and lost answers of the earlier service say nothing of this one
            self._context.pauses.clear(PauseReason.KEY)
            if not self._context.sends_to(before):
                self._context.lasting_pauses.set(LastingPause.ANSWERS, paused=False)
            self._context.release_idle_hosts()
        self._runner.sending.look_again()

    def key_changed(self) -> None:
        """There is another key: what waited for one goes on."""
        self._runner.sending.doubt_the_account()
        self._context.pauses.clear(PauseReason.KEY, PauseReason.ACCOUNT)
        self.nudge()


_NOT_BY_GOING_ON = frozenset(
    {PauseReason.ADDRESS, PauseReason.SETTINGS, *(PauseReason(reason.value) for reason in LastingPause)}
)
_NO_SUCH_JOB = QT_TRANSLATE_NOOP("engine", "There is no such job in the queue.")
_CANCEL_FIRST = QT_TRANSLATE_NOOP("engine", "This job is still on its way. Cancel it first.")
