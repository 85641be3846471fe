"""READY -> SENDING: the only place from which money is spent.

One dispatcher decides, one order at a time, whether the next may be sent, and commits SENDING before it is.
So the budget, the account's places and the disk space are checked against everything that is already out.
Each answer is awaited in a task of its own, and handled in `submit_outcome`.
"""

import asyncio
import logging
from collections.abc import Callable, Collection
from contextlib import suppress
from pathlib import Path

from vidu_desktop.domain.job import Job, JobState, Trouble
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.engine.alarm import Alarm
from vidu_desktop.engine.engine_context import EngineContext
from vidu_desktop.engine.events import JobProgressed
from vidu_desktop.engine.pace import ConcurrencyLimit
from vidu_desktop.engine.pauses import PauseReason
from vidu_desktop.engine.ports import Order, VideoService
from vidu_desktop.engine.send_checks import RECHECK_S, SendChecks
from vidu_desktop.engine.submit_outcome import NO_ANSWER, SubmitOutcome
from vidu_desktop.engine.tallies import lane_of, sending_place, side_of
from vidu_desktop.errors import DiskTrouble, KeyTrouble, NotSent, Sentence, ServiceBusy, ViduDesktopError

_log = logging.getLogger(__name__)
_TRIPPED = QT_TRANSLATE_NOOP(
    "engine", "The program tripped over this order ({kind}). Nothing was sent; it is tried again by itself."
)
_IDLE_S = 3600.0
_WAY_CHECK = "vidu-desktop-way-check"
"""A task id that no service knows."""
REHEARSALS_AT_ONCE = 5
_PROGRESS_EVERY_S = 0.1


class Sending:
    """Sends orders. `continue_job` is called with the id of a job that the service has accepted, or whose answer was lost."""

    def __init__(self, context: EngineContext, continue_job: Callable[[str], None]) -> None:
        self._context = context
        self._news = asyncio.Event()
        self._places: dict[tuple[str, str], ConcurrencyLimit] = {}
        self._out: dict[str, asyncio.Task[None]] = {}
        self._checks = SendChecks(context)
        self._outcome = SubmitOutcome(context, self.places_of, continue_job)
        self.closing = False
        self.only: set[str] | None = None
        """The jobs that may be sent in this run; None for all."""

    def look_again(self) -> None:
        """Wake the dispatcher: something changed that may let an order go."""
        self._news.set()

    def doubt_the_account(self) -> None:
        """Send one order alone first: there is another key."""
        for host in self._context.hosts:
            host.probe.doubt()

    def trust_the_line(self) -> None:
        """Count lost answers anew: the person says that orders may be sent."""
        for host in self._context.hosts:
            host.probe.lost_in_a_row = 0

    async def run(self) -> None:
        """Send what may be sent, for ever. Begins once all jobs are read, because the budget counts them all."""
        await self._context.jobs.all_read.wait()
        alarm = Alarm(self._news.set)
        try:
            while True:
                self._news.clear()
                alarm.set(await self._looked())
                await self._news.wait()
        finally:
            alarm.stop()

    async def _looked(self) -> float:
        """As `_send_what_may`. A fault of ours ends this look alone, not the dispatcher."""
        try:
            return await self._send_what_may()
        except Exception as error:  # noqa: BLE001 - it must not end the dispatcher
            _log.error("the look at what may be sent failed", exc_info=error)
            return RECHECK_S

    async def is_back(self, job_id: str) -> None:
        """Wait until this job's order isn't out any more."""
        if job_id in self._out:
            await asyncio.wait([self._out[job_id]])

    async def answers_in(self, within_s: float) -> None:
        """Send nothing more, and wait, `within_s` at most, for the answers to the orders that are out."""
        self.closing = True
        if self._out:
            await asyncio.wait(self._out.values(), timeout=within_s)

    async def _send_what_may(self) -> float:
        """Send what may be sent, in queue order; return the seconds after which to look again."""
        waits_s: list[float] = []
        self._checks.check_disk()
        self._checks.look_at_budget_again()
        open_lanes = set(self._context.jobs.tallies.ready.lanes())
        while (job := self._head_of(open_lanes)) is not None:
            if self._lane_is_full(job):
                open_lanes.discard(lane_of(job))
                continue
            wait_s = self._hold_back_s(job)
            if wait_s == 0 and not await self.let_go(job):
                wait_s = self._hold_back_s(job) or RECHECK_S
            if wait_s:
                # What holds one order back holds back all at its service: no need to look at each of a
                # thousand.
                waits_s.append(wait_s)
                held = side_of(lane_of(job))
                open_lanes = {lane for lane in open_lanes if side_of(lane) != held}
        # Even while nothing waits, a message about the disk must end with its trouble.
        idle_s = RECHECK_S if PauseReason.DISK in self._context.pauses else _IDLE_S
        return min(waits_s, default=idle_s)

    def _head_of(self, lanes: Collection[str]) -> Job | None:
        """Return the job that is next in these lanes."""
        jobs = self._context.jobs
        if self.only is None:
            heads = (jobs.tallies.ready.first(lane, self._may_leave) for lane in lanes)
            waiting = (jobs[head] for head in heads if head is not None)
        else:  # few, even if thousands wait
            few = (jobs[job_id] for job_id in self.only if job_id in jobs and self._may_leave(job_id))
            waiting = (job for job in few if job.state is JobState.READY and lane_of(job) in lanes)
        return min(waiting, key=sending_place, default=None)

    def _may_leave(self, job_id: str) -> bool:
        # A job that was taken off the list before it was sent isn't sent, whatever the journal says of its state.
        return not self.closing and job_id not in self._out and job_id in self._context.jobs

    def _lane_is_full(self, job: Job) -> bool:
        address = self._context.hosts.address_of(job)
        return self._context.jobs.tallies.at_service_in(address, lane_of(job)) >= self.places_of(job).limit

    def _hold_back_s(self, job: Job) -> float:
        """Return 0 if the order may be sent now, else the seconds after which to look again if nothing changes before."""
        self._checks.check_disk()
        self._checks.check_budget(job)
        if self._context.pauses.holds_back(job):
            return RECHECK_S if PauseReason.DISK in self._context.pauses else _IDLE_S
        if not job.rehearsal and self._must_wait_for_an_answer(job):
            return _IDLE_S
        return self._context.pace_of(job).wait_s(self._context.world.clock.monotonic_s())

    def _must_wait_for_an_answer(self, job: Job) -> bool:
        """Whether to wait for another order's answer, which will show whether this account accepts any."""
        hosts, jobs = self._context.hosts, self._context.jobs
        probe = hosts.of(job).probe
        if probe.firm:
            return False
        here = hosts.address_of(job)
        return any(job_id in jobs and hosts.address_of(jobs[job_id]) == here for job_id in self._out)

    def may_repeat(self, job: Job) -> bool:
        """Whether an order may be repeated now by itself: whatever holds back READY orders holds it back too."""
        if self.closing or job.job_id in self._out or not self._context.jobs.all_read.is_set():
            return False
        return self._hold_back_s(job) == 0

    def places_of(self, job: Job) -> ConcurrencyLimit:
        """Return the limit of this job's account: one for each model, and one for all rehearsals."""
        most = REHEARSALS_AT_ONCE if job.rehearsal else self._context.settings.jobs_at_once
        account = self._context.hosts.address_of(job), lane_of(job)
        places = self._places.setdefault(account, ConcurrencyLimit(most, self._context.learned_places(job)))
        places.most = most
        return places

    async def let_go(self, job: Job) -> bool:
        """Send a READY order, or an UNKNOWN one again at the person's request; True if it is sent."""
        await self._context.jobs.all_read.wait()
        self._checks.check_disk()
        if PauseReason.DISK in self._context.pauses:
            return False
        try:
            service = await self._context.world.services.for_job(job)
        except KeyTrouble as error:
            if self._context.hosts.is_todays(job):
                self._context.pauses.pause(PauseReason.KEY, Trouble.of(error), job.door)
            else:  # for the other door: orders to today's have a key of their own
                self._context.slow_down(job, self._context.world.clock.monotonic_s(), None)
                await self._context.note(job.job_id, Trouble.of(error))
        except NotSent as error:
            self._outcome.unreachable(job, error)
            await self._context.note(job.job_id, Trouble.of(error))
        except ViduDesktopError as error:  # an address that can't be used, for example: true for every order
            self._context.pauses.pause(PauseReason.ACCOUNT, Trouble.of(error))
        except Exception as error:  # noqa: BLE001 - of ours; it must not end the dispatcher, and all other orders with it
            _log.exception("there is no way to send job %s", job.job_id)
            self._context.slow_down(job, self._context.world.clock.monotonic_s(), None)
            sentence = Sentence(_TRIPPED, {"kind": type(error).__name__})
            await self._context.note(job.job_id, Trouble(code="our-fault", sentence=sentence))
        else:
            return await self._way_is_open(job, service) and await self._leave(job.job_id, service)
        return False

    async def _way_is_open(self, job: Job, service: VideoService) -> bool:
        """Whether the service answers itself, after a page on the way answered an order: that is found out by a free question."""
        probe = self._context.hosts.of(job).probe
        if job.rehearsal or not probe.behind_page:
            return True
        asked_at_s = self._context.world.clock.monotonic_s()
        try:
            await service.poll(_WAY_CHECK)
        except ServiceBusy as error:
            if error.by_page or error.unheard:
                self._context.slow_down(job, asked_at_s, error.retry_after_s)
                self._context.service_lost(job, Trouble.of(error))
                await self._context.note(job.job_id, Trouble.of(error))
                return False
        except ViduDesktopError:
            pass  # it has answered; what it says of an order, the order will hear
        probe.behind_page = False
        self._context.health_of(job).reached()
        return True

    async def _leave(self, job_id: str, service: VideoService) -> bool:
        """Commit SENDING, then send the order. It isn't sent when SENDING can't be committed.

        Runs in a task of its own: ending the task that called it can't come between the commit and the sending.
        """
        if self.closing or job_id in self._out:
            return False
        committed = asyncio.Event()
        task = self._context.tasks.start(f"send {job_id}", self._send(job_id, service, committed))
        self._out[job_id] = task
        task.add_done_callback(lambda _: self._back(job_id))
        await committed.wait()
        return job_id in self._out

    def _back(self, job_id: str) -> None:
        self._out.pop(job_id, None)
        self.look_again()

    async def _send(self, job_id: str, service: VideoService, committed: asyncio.Event) -> None:
        now = self._context.world.clock.now()
        before: list[Job] = []

        def sent(job: Job) -> Job:
            if self._context.pauses.held_by(PauseReason.PERSON):
                raise ValueError("the person pressed pause since this order was let go")
            before[:] = [job]
            attempts = job.send_attempts + 1
            return job.moved(
                JobState.SENDING, sent_at=now, service_url=service.base_url, send_attempts=attempts
            )

        try:
            job = await self._context.jobs.change(job_id, sent)
        except (KeyError, ValueError):  # taken off or held meanwhile, perhaps by another program
            self._out.pop(job_id, None)
            with suppress(DiskTrouble):
                await self._context.lasting_pauses.hear()
            return
        except DiskTrouble as error:
            self._out.pop(job_id, None)
            self._checks.journal_failed(error)
            return
        finally:
            committed.set()
        doubt = (before[0].trouble or NO_ANSWER) if before[0].state is JobState.UNKNOWN else None
        asked_at_s = self._context.world.clock.monotonic_s()
        try:
            await self._deliver(job, service, asked_at_s, doubt)
        except Exception as error:
            await self._outcome.tripped(job, error, asked_at_s, doubt)
            raise

    async def _deliver(
        self, job: Job, service: VideoService, asked_at_s: float, doubt: Trouble | None
    ) -> None:
        try:
            accepted = await service.submit(self._order(job), self._progress_of(job.job_id))
        except ViduDesktopError as error:
            await self._outcome.sort_out(job, error, asked_at_s, doubt)
        else:
            await self._outcome.accepted(job, accepted, asked_at_s, doubt)

    def _order(self, job: Job) -> Order:
        pictures: list[tuple[Path, str]] = []
        for picture in job.pictures:
            if picture.prepared is not None:
                path = self._context.world.pictures.prepared_path(picture.prepared.sha256)
                pictures.append((path, picture.prepared.media_type))
        return Order(request_id=job.request_id or "", request=job.request, pictures=pictures)

    def _progress_of(self, job_id: str) -> Callable[[int, int], None]:
        """Return a callback that publishes the progress of sending, ten times a second at most: large
        pictures are sent in hundreds of pieces.
        """
        said_at_s = -_PROGRESS_EVERY_S

        def on_sent(sent_bytes: int, total_bytes: int) -> None:
            nonlocal said_at_s
            now_s = self._context.world.clock.monotonic_s()
            if now_s - said_at_s < _PROGRESS_EVERY_S and sent_bytes < total_bytes:
                return
            said_at_s = now_s
            fraction = sent_bytes / total_bytes if total_bytes else None
            self._context.bus.publish(JobProgressed(job_id, fraction, sent_bytes, total_bytes))

        return on_sent
