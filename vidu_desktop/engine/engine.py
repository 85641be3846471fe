"""The engine's verbs. They return at once; their results are seen as events, and BadInput refuses what can't be done now."""

import random
from collections.abc import Awaitable, Collection, Iterable, Mapping, Sequence

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
from vidu_desktop.engine.sending import REHEARSALS_AT_ONCE
from vidu_desktop.engine.single_verbs import SingleVerbs, for_each
from vidu_desktop.engine.starting import Starting
from vidu_desktop.engine.unknown_verbs import UnknownVerbs
from vidu_desktop.errors import BadInput, Sentence


class Engine:
    """Runs on the loop on which `start` is awaited; every method must be called on that loop's thread."""

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
        """Read the journal and carry on where the last run ended, however it ended. Raises DiskTrouble.
        With `only`, no jobs are sent, polled or fetched but those and the ones that `allow` adds; new orders
        are accepted and wait.
        """
        await self.begin(only=only)
        await self.read_rest()

    async def begin(self, *, only: Collection[str] | None = None) -> None:
        """The first half of `start`: jobs that the service has are read and go on; nothing is sent yet."""
        await self._starting.begin(only, self.connect_anew)

    async def read_rest(self) -> None:
        """The second half of `start`: all other jobs are read, then orders may be sent. May be repeated after DiskTrouble."""
        await self._starting.read_rest()

    @property
    def has_read_all(self) -> bool:
        """Whether all jobs and the books have been read: `start`, or both of its halves, are done."""
        return self._context.jobs.all_read.is_set()

    def allow(self, job_id: str) -> None:
        """Let one more job go on, in a run that was started with `only`."""
        if self._runner.sending.only is not None and job_id not in self._runner.sending.only:
            self._runner.sending.only.add(job_id)
            if job_id in self._context.jobs and not self._runner.is_led(job_id):
                self._runner.begin(self._context.jobs[job_id], fresh=False)

    async def stop(self, within_s: float = 1.0) -> None:
        """Stop in order: nothing new is sent; answers that are under way get `within_s`, and so does the journal for the
        person's last wishes; then all tasks end. An order that is still unanswered is UNKNOWN at the next start.
        """
        # One after the other: a missing answer may be what pauses the queue.
        await self._runner.sending.answers_in(within_s)
        await self._context.tasks.written(within_s)
        await self._context.lasting_pauses.wait_until_kept(within_s)
        await self._context.tasks.cancel_all()

    def nudge(self) -> None:
        """End all waits now: the computer woke up, the network is back, or the person asks for it."""
        for host in self._context.hosts:
            host.pace.hurry()
        self._context.sleeps.wake_all()
        self._runner.sending.look_again()

    def connect_anew(self) -> None:
        """Use new connections, then end all waits: the computer woke up, or the network changed, and the old
        connections are dead. In this order, because a request over a dead connection waits for its time-out.
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
        """Return every job that counts for the money, including those removed from the list."""
        return self._context.jobs.books()

    @property
    def taken_money(self) -> Sums:
        """The sums that count against a budget: charged, possibly charged, or waiting to be sent."""
        return self._context.jobs.tallies.taken_money

    def unfinished(self) -> list[Job]:
        """Return the jobs that haven't ended, in queue order."""
        return self._context.jobs.live()

    def find(self, job_id: str) -> Job | None:
        """Return a job of the list, or one that was removed from it and counts for the money; None for any other id."""
        return self._context.jobs.known(job_id)

    def job(self, job_id: str) -> Job:
        """Return a job. Raises BadInput when there is none of that id."""
        if job_id not in self._context.jobs:
            raise BadInput("no-such-job", Sentence(_NO_SUCH_JOB))
        return self._context.jobs[job_id]

    @property
    def paused_by(self) -> Trouble | None:
        """Why paid work is paused; None when it isn't."""
        return self._context.pauses.most_urgent

    @property
    def new_orders_url(self) -> str:
        """The base URL to which new orders go."""
        return self._context.settings.base_url

    def expected_s(self, job: Job) -> tuple[float, float]:
        """Return after how many seconds half of such results have come, and after how many nine in ten."""
        expected = self._context.expected(job)
        return expected.median_s, expected.quantile_s(1.28)

    def batch_s(self, kinds: Sequence[tuple[GenerationRequest, int]], *, rehearsal: bool = False) -> float:
        """Return how many seconds requests take, each with its number of videos, with as many jobs at once as may run."""
        most = REHEARSALS_AT_ONCE if rehearsal else self._context.settings.jobs_at_once
        expected_of, count = self._context.expected_of, sum(videos for _request, videos in kinds)
        total_s = sum(videos * expected_of(one, rehearsal=rehearsal).median_s for one, videos in kinds)
        return total_s / max(1, min(count, most))

    def stands_still(self, job_id: str, patience_s: float) -> bool:
        """Whether this job won't move without help: it is ended, paused, unknown, or has been in trouble for this long."""
        job = self.job(job_id)
        pauses = self._context.pauses
        if job.ended:
            return True
        if job.state is JobState.UNKNOWN and self._runner.awaits_a_word(job):
            return True
        # A DRAFT is still prepared, whatever pauses the sending.
        if job.state is JobState.READY and pauses.holds_back(job):
            return True
        if job.state is JobState.WAITING and self._context.key_in_doubt(job):
            return True
        return self._context.stuck_for_s(job) >= patience_s

    # The person's verbs

    def submit(self, request: GenerationRequest, *, rehearsal: bool, origin: str = "") -> Job:
        """Take an order; it is on the disk once JobAdded is published. The caller has checked the request.

        Raises BadInput for a model that isn't in the catalogue, and for an `origin` that is already ordered
        by a job in the list, or by a paid one. Another take needs another origin; `retry` is for what failed.
        """
        return self._intake.submit(request, rehearsal=rehearsal, origin=origin)

    def submit_many(
        self, requests: Sequence[GenerationRequest], *, rehearsal: bool, instead_of: str = ""
    ) -> list[Job]:
        """Take many orders at once, in this order; all are on the disk once JobsAdded is published, or none is.

        `instead_of` is a job that was taken off before it was sent: the new jobs get its place in line, and it is removed
        once they are on the disk. If it has changed meanwhile, it stays, and they go to the end of the line. Raises BadInput
        for a model that isn't in the catalogue; then none is taken.
        """
        return self._intake.submit_many(requests, rehearsal=rehearsal, instead_of=instead_of)

    def cancel(self, job_id: str) -> None:
        """Take a job off the queue. What the service has accepted stays charged; its task id is kept, and `retry` fetches it.

        Raises BadInput for a job that has ended, is UNKNOWN, or is just being sent or stored.
        """
        self._verbs.cancel(self.job(job_id))

    async def take_off_to_edit(self, job_id: str) -> Job:
        """Take off a job that hasn't been sent, and return it as it was; from then on it can't be sent any more.
        Raises BadInput for a job that has been sent: whatever is made of it now would be a second order.
        """
        return await self._verbs.take_off_to_edit(self.job(job_id))

    def tries(self, jobs: Iterable[Job]) -> dict[str, AnotherTry]:
        """Return by job id what `retry` would cost. Covers these jobs and all other attempts at their videos
        that are in the list and have ended without a video. At most one attempt at each video can be ordered
        again; jobs that are only asked for again, for free, don't count.
        """
        return self._intake.tries(jobs)

    def retry(self, job_id: str) -> Job:
        """Try a job again; return the job that does so, this one or a new one.

        An order that the service never accepted is sent again with a new request id; a task that it accepted is asked for
        again. A task that failed there, or an order given up as lost, becomes a new order: another job, another charge.
        Raises BadInput when another attempt is under way already, or has brought the video.
        """
        return self._verbs.retry(self.job(job_id))

    def retry_many(self, job_ids: Collection[str]) -> None:
        """Try ended jobs again, as `retry` does. Those that can't be stay as they are; raises BadInput when none can."""
        waiting = self._bulk.retry(job_ids)
        for_each(self.retry, waiting, whole=len(job_ids))

    def cancel_many(self, job_ids: Collection[str]) -> None:
        """Take jobs off, as `cancel` does, those that haven't been sent all at once. Jobs that can't be taken
        off now stay as they are; raises BadInput when none can.
        """
        left = self._bulk.take_off_unsent(job_ids)
        for_each(self.cancel, left, whole=len(job_ids))

    def move(self, job_ids: Collection[str], before_id: str | None) -> Awaitable[dict[str, float]]:
        """Move jobs that haven't been sent in front of another such job, together and in their order; None
        moves them to the end of the line. Jobs that have been sent meanwhile stay where they are. Awaited, it
        returns by job id where in line the moved ones stood before, for `move_back`.
        """
        return self._bulk.move(job_ids, before_id)

    def move_back(self, positions: Mapping[str, float]) -> Awaitable[dict[str, float]]:
        """Move jobs that still wait back to where they stood before a `move`; return what `move` returns."""
        return self._bulk.move_back(positions)

    def send_again(self, job_id: str) -> None:
        """Send an UNKNOWN order again at the person's request: the same bytes with the same request id.
        Raises BadInput while no paid order may be sent to its address, and while the person has paused the queue.
        """
        self._unknown.send_again(self.job(job_id))

    def give_up(self, job_id: str) -> None:
        """Treat an UNKNOWN order as lost. It counts against the budget, because it may have been charged."""
        self._unknown.give_up(self.job(job_id))

    def send_again_many(self, job_ids: Sequence[str]) -> None:
        """As `send_again`, for each. Raises BadInput when none can be sent again."""
        for_each(self.send_again, job_ids, whole=len(job_ids))

    def give_up_many(self, job_ids: Sequence[str]) -> None:
        """As `give_up`, for each. Raises BadInput when none can be given up."""
        for_each(self.give_up, job_ids, whole=len(job_ids))

    def rescue(self, job_id: str, task_id: str) -> None:
        """Continue an UNKNOWN order under a task id that the person found at the service.

        The service is asked first: if it knows no such task, or names another order with it, the job stays as it is and says
        so. Raises BadInput for a job in another state, and for a task id that can't be this job's.
        """
        self._unknown.rescue(self.job(job_id), task_id)

    def remove(self, job_id: str) -> None:
        """Remove an ended job from the list; its video stays in the library. Raises BadInput for a job that hasn't ended."""
        if not self.job(job_id).ended:
            raise BadInput("not-ended", Sentence(_CANCEL_FIRST))
        self._bulk.remove([job_id])

    def remove_many(self, job_ids: Collection[str]) -> None:
        """Remove the ended ones of these jobs from the list, all at once; the others stay."""
        self._bulk.remove(job_ids)

    async def put_back(self, jobs: Iterable[Job]) -> list[Job]:
        """Put ended jobs that were removed from the list back into it; return those that came back. Raises DiskTrouble."""
        return await self._context.jobs.put_back(jobs)

    def pause(self) -> None:
        """Hold back all that isn't sent, in later runs too, until `go_on`. On the disk once PaidWorkPaused is published."""
        self._context.lasting_pauses.set(LastingPause.PERSON, paused=True)

    async def pauses_kept(self, within_s: float) -> None:
        """Wait, `within_s` at most, until the last `pause` or `go_on` is on the disk."""
        await self._context.lasting_pauses.wait_until_kept(within_s)

    async def hear_pauses(self) -> None:
        """Take over the pauses that another program has begun or ended on the disk. Raises DiskTrouble."""
        await self._context.lasting_pauses.hear()

    def hold_paid_work(self, trouble: Trouble) -> None:
        """Send no paid order in this run, whatever is pressed: it would go to another address than the one meant."""
        self._context.pauses.pause(PauseReason.ADDRESS, trouble)

    def hold_until_settings(self, trouble: Trouble) -> None:
        """Send no paid order until `settings_changed`: the budget and the address are unknown."""
        self._context.pauses.pause(PauseReason.SETTINGS, trouble)

    def go_on(self) -> None:
        """End every pause that can be ended, and look again. A reason that still holds pauses again after one
        request. The person's own pause, and the one for lost answers, end once that is on the disk.
        """
        for reason in LastingPause:
            self._context.lasting_pauses.set(reason, paused=False)
        self._context.pauses.clear(*(reason for reason in PauseReason if reason not in _NOT_BY_GOING_ON))
        self._runner.sending.trust_the_line()
        self.nudge()

    def settings_changed(self, settings: Settings) -> None:
        """Use these settings from now on; end the pauses that they may have resolved, and look again at what waits."""
        before = self._context.settings.base_url
        self._context.settings = settings
        self._context.pauses.clear(PauseReason.SETTINGS, PauseReason.BUDGET, PauseReason.ACCOUNT)
        if settings.base_url != before:  # they say nothing about the new service
            self._context.pauses.clear(PauseReason.KEY)
            if not self._context.sends_to(before):
                self._context.lasting_pauses.set(LastingPause.ANSWERS, paused=False)
            self._context.release_idle_hosts()
        self._runner.sending.look_again()

    def key_changed(self) -> None:
        """Go on with what waited for a key: there is another one."""
        self._runner.sending.doubt_the_account()
        self._context.pauses.clear(PauseReason.KEY, PauseReason.ACCOUNT)
        self.nudge()


_NOT_BY_GOING_ON = frozenset(
    {PauseReason.ADDRESS, PauseReason.SETTINGS, *(PauseReason(reason.value) for reason in LastingPause)}
)
_NO_SUCH_JOB = QT_TRANSLATE_NOOP("engine", "There is no such job in the queue.")
_CANCEL_FIRST = QT_TRANSLATE_NOOP("engine", "This job is still on its way. Cancel it first.")
