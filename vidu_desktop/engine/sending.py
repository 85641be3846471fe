"""READY -> SENDING -> ACCEPTED, REFUSED or UNKNOWN: the only place where money is spent.

One dispatcher decides, one order at a time, whether the next may leave, and commits SENDING before it does; so the
budget, the places and the room on the disk are checked against what is already out. The answer is then waited for
in a task of its own.
"""

import asyncio
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from vidu_desktop.domain.job import AT_SERVICE, Job, JobState, Trouble
from vidu_desktop.domain.money import committed_usd, within_budget
from vidu_desktop.domain.records import kept_answer
from vidu_desktop.domain.words import QT_TRANSLATE_NOOP
from vidu_desktop.engine.events import JobProgressed
from vidu_desktop.engine.pace import Places
from vidu_desktop.engine.pauses import PauseReason
from vidu_desktop.engine.ports import Accepted, Order, VideoService
from vidu_desktop.engine.workshop import Workshop
from vidu_desktop.errors import (
    AccountTrouble,
    AlreadyTaken,
    AnswerLost,
    BadInput,
    DiskTrouble,
    KeyTrouble,
    NotSent,
    Refused,
    Sentence,
    ServiceBusy,
    ViduDesktopError,
)

RESULT_RESERVE_BYTES = 64_000_000
"""Room that must be there for each order that is out, and once more for the journal and the library."""
_RECHECK_S = 10.0
_IDLE_S = 3600.0
REHEARSALS_AT_ONCE = 5


class Sending:
    """`walk_on` is called with the id of a job that the service has taken, or whose answer was lost."""

    def __init__(self, shop: Workshop, walk_on: Callable[[str], None]) -> None:
        self._shop = shop
        self._walk_on = walk_on
        self._news = asyncio.Event()
        self._places: dict[str, Places] = {}
        self._out: dict[str, asyncio.Task[None]] = {}
        self.closing = False
        self.only: set[str] | None = None
        """The jobs that may be sent in this run; None for all."""

    def look_again(self) -> None:
        """Something changed that may let an order go."""
        self._news.set()

    async def run(self) -> None:
        """Send what may be sent, for ever."""
        while True:
            self._news.clear()
            wait_s = await self._send_what_may()
            try:
                async with asyncio.timeout(wait_s):
                    await self._news.wait()
            except TimeoutError:
                pass

    async def answers_in(self, within_s: float) -> None:
        """Send nothing more, and give the orders that are out this long to be answered."""
        self.closing = True
        if self._out:
            await asyncio.wait(self._out.values(), timeout=within_s)

    async def _send_what_may(self) -> float:
        """Let go what may go, in queue order; give the seconds after which to look again."""
        wait_s = _IDLE_S
        self._check_disk()
        live = self._shop.book.live()
        at_service = Counter(_lane(job) for job in live if job.state in AT_SERVICE)
        for job in live:
            if job.state is not JobState.READY or self.closing or job.job_id in self._out:
                continue
            if self.only is not None and job.job_id not in self.only:
                continue
            if at_service[_lane(job)] >= self.places_of(job).limit:
                continue
            hold_s = self._hold_back_s(job)
            if hold_s == 0:
                await self._let_go(job)
                at_service[_lane(job)] += 1
            elif hold_s is not None:
                wait_s = min(wait_s, hold_s)
        return wait_s

    def _hold_back_s(self, job: Job) -> float | None:
        """Give 0 if the order may leave now, the seconds after which to look again, or None to wait for news."""
        self._check_budget(job)
        if self._shop.pauses.holds_back(rehearsal=job.rehearsal):
            return _RECHECK_S if PauseReason.DISK in self._shop.pauses else None
        return self._shop.pace_of(job).wait_s(self._shop.world.clock.monotonic_s())

    def places_of(self, job: Job) -> Places:
        """Give the places of this job's account: each model has its own, the rehearsal has one lot for all."""
        most = REHEARSALS_AT_ONCE if job.rehearsal else self._shop.settings.jobs_at_once
        places = self._places.setdefault(_lane(job), Places(most))
        places.most = most
        return places

    def _check_disk(self) -> None:
        out = sum(job.state in AT_SERVICE for job in self._shop.book.live())
        if self._shop.world.disk.free_bytes() >= RESULT_RESERVE_BYTES * (out + 2):
            if PauseReason.DISK in self._shop.pauses:
                self._shop.pauses.clear(PauseReason.DISK)
            return
        self._shop.pauses.pause(
            PauseReason.DISK,
            Trouble(
                code="disk-full",
                sentence=Sentence(
                    QT_TRANSLATE_NOOP(
                        "engine",
                        "There isn't room on the disk for more videos, so nothing new is sent and nothing is charged. "
                        "Make room; the queue goes on by itself.",
                    )
                ),
            ),
        )

    def _check_budget(self, job: Job) -> None:
        budget_usd = self._shop.settings.budget_usd
        if job.rehearsal or PauseReason.BUDGET in self._shop.pauses or budget_usd is None:
            return
        books = self._shop.book.books()
        if within_budget(books, job.price_usd, budget_usd):
            return
        bound_usd = committed_usd(books)
        self._shop.pauses.pause(
            PauseReason.BUDGET,
            Trouble(
                code="budget",
                sentence=Sentence(
                    QT_TRANSLATE_NOOP(
                        "engine",
                        "Your budget of ${budget} is used up: ${bound} is spent or on its way. Nothing more is sent. "
                        "Raise the budget in the settings to go on.",
                    ),
                    {"budget": f"{budget_usd:.2f}", "bound": f"{bound_usd:.2f}"},
                ),
            ),
        )

    async def _let_go(self, job: Job) -> None:
        try:
            service = await self._shop.world.services.for_job(job)
        except KeyTrouble as error:
            self._shop.pauses.pause(PauseReason.KEY, Trouble.of(error))
            return
        except NotSent as error:
            await self._not_sent(job.job_id, error)
            return
        except (
            ViduDesktopError
        ) as error:  # an address that isn't allowed, say: the person has to change something
            self._shop.pauses.pause(PauseReason.ACCOUNT, Trouble.of(error))
            return
        await self.send(job.job_id, service)

    async def send(self, job_id: str, service: VideoService) -> None:
        """Commit SENDING, then let the order leave in a task of its own. Serves READY, and UNKNOWN on the person's
        word: the ticket is the same. What keeps SENDING from being committed keeps the order here.
        """
        now = self._shop.world.clock.now()
        try:
            job = await self._shop.book.change(
                job_id,
                lambda job: job.moved(
                    JobState.SENDING,
                    sent_at=now,
                    service_url=service.base_url,
                    send_attempts=job.send_attempts + 1,
                ),
            )
        except (KeyError, ValueError):  # taken off in the meantime
            return
        except DiskTrouble as error:
            self._shop.pauses.pause(PauseReason.DISK, Trouble.of(error))
            return
        task = self._shop.tasks.start(f"send {job_id}", self._deliver(job, service))
        self._out[job_id] = task
        task.add_done_callback(lambda _: self._back(job_id))

    def _back(self, job_id: str) -> None:
        self._out.pop(job_id, None)
        self.look_again()

    async def _deliver(self, job: Job, service: VideoService) -> None:
        asked_at_s = self._shop.world.clock.monotonic_s()
        try:
            accepted = await service.submit(self._order(job), self._progress_of(job.job_id))
        except ViduDesktopError as error:
            await self._sort_out(job, error, asked_at_s)
        except Exception as error:
            await self._unknown(job.job_id, _our_fault(error))
            raise
        else:
            await self._accepted(job, accepted)

    def _order(self, job: Job) -> Order:
        pictures: list[tuple[Path, str]] = []
        for picture in job.pictures:
            if picture.prepared is not None:
                path = self._shop.world.pictures.prepared_path(picture.prepared.sha256)
                pictures.append((path, picture.prepared.media_type))
        return Order(request_id=job.request_id or "", request=job.request, pictures=pictures)

    def _progress_of(self, job_id: str) -> Callable[[int, int], None]:
        def on_sent(sent_bytes: int, total_bytes: int) -> None:
            fraction = sent_bytes / total_bytes if total_bytes else None
            self._shop.bus.publish(JobProgressed(job_id, fraction, sent_bytes, total_bytes))

        return on_sent

    async def _accepted(self, job: Job, accepted: Accepted) -> None:
        now = self._shop.world.clock.now()
        await self._shop.book.move_surely(
            job.job_id,
            JobState.ACCEPTED,
            task_id=accepted.task_id,
            accepted_at=now,
            answers={"accepted": kept_answer(accepted.answer)},
        )
        self._shop.moves_on(job.job_id)
        self._shop.pace_of(job).went_well()
        self._shop.health_of(job).reached()
        self.places_of(job).accepted()
        self._walk_on(job.job_id)

    async def _sort_out(self, job: Job, error: ViduDesktopError, asked_at_s: float) -> None:
        """Bring the job to where the answer puts it. What isn't known to be uncharged is UNKNOWN."""
        match error:
            case AnswerLost() | AlreadyTaken():
                await self._unknown(job.job_id, Trouble.of(error))
            case Refused() | BadInput():
                await self._refused(job.job_id, error)
            case NotSent():
                await self._not_sent(job.job_id, error)
            case ServiceBusy():
                await self._back_to_ready(job.job_id, error)
                self._shop.slow_down(job, asked_at_s, error.retry_after_s)
                if error.slow_down:
                    self.places_of(job).too_many()
            case KeyTrouble():
                await self._paused(job.job_id, PauseReason.KEY, error)
            case AccountTrouble():
                await self._paused(job.job_id, PauseReason.ACCOUNT, error)
            case _:
                await self._unknown(job.job_id, Trouble.of(error))

    async def _paused(self, job_id: str, reason: PauseReason, error: ViduDesktopError) -> None:
        self._shop.pauses.pause(reason, Trouble.of(error))
        await self._back_to_ready(job_id, error)

    async def _back_to_ready(self, job_id: str, error: ViduDesktopError) -> None:
        await self._shop.book.move_surely(job_id, JobState.READY, trouble=Trouble.of(error))

    async def _not_sent(self, job_id: str, error: NotSent) -> None:
        """It broke before any byte left: the whole queue waits a while, then tries again with the same ticket."""
        job = self._shop.book[job_id]
        self._shop.slow_down(job, self._shop.world.clock.monotonic_s(), None)
        self._shop.service_lost(job, Trouble.of(error))
        if job.state is JobState.SENDING:
            await self._back_to_ready(job_id, error)
        await self._shop.note(job_id, Trouble.of(error))

    async def _refused(self, job_id: str, error: ViduDesktopError) -> None:
        await self._shop.book.move_surely(job_id, JobState.REFUSED, trouble=Trouble.of(error))
        self._shop.moves_on(job_id)

    async def _unknown(self, job_id: str, trouble: Trouble) -> None:
        await self._shop.book.move_surely(job_id, JobState.UNKNOWN, trouble=trouble)
        self._walk_on(job_id)


def _lane(job: Job) -> str:
    return "rehearsal" if job.rehearsal else job.request.model


def _our_fault(error: Exception) -> Trouble:
    return Trouble(
        code="our-fault",
        sentence=Sentence(
            QT_TRANSLATE_NOOP(
                "engine",
                "The program tripped over the service's answer ({kind}). We don't know yet whether this video was "
                "charged; it is kept and not sent again by itself.",
            ),
            {"kind": type(error).__name__},
        ),
    )
