"""What each answer to an order does to its job, and what may be sent after it."""

import asyncio
import random
from dataclasses import dataclass, field

import pytest
from fakes.kept_things import a_job
from fakes.virtual_time import with_virtual_time
from fakes.world import FakeWorld, KeptInMind, trouble

from vidu_desktop.domain.job import ACCEPTED_ID_LOST, Charge, Job, JobState, Trouble
from vidu_desktop.domain.settings import Settings
from vidu_desktop.engine.engine_context import EngineContext
from vidu_desktop.engine.events import ServiceLost, ServiceReached
from vidu_desktop.engine.lasting_pauses import LOST_IN_A_ROW_MOST
from vidu_desktop.engine.pace import ConcurrencyLimit
from vidu_desktop.engine.pauses import PauseReason
from vidu_desktop.engine.ports import Accepted, LastingPause
from vidu_desktop.engine.submit_outcome import NO_ANSWER, SubmitOutcome
from vidu_desktop.errors import (
    AccountTrouble,
    AnswerLost,
    BadInput,
    KeyTrouble,
    NotSent,
    Refused,
    ServiceBusy,
    ViduDesktopError,
)

S = JobState
TAKEN = Accepted(task_id="task-7", answer={"id": "task-7"})


@dataclass
class Out:
    """An order that was sent, and everything that its answer may change."""

    rehearsal: bool = False
    world: FakeWorld = field(default_factory=FakeWorld)
    continued: list[str] = field(default_factory=list)

    async def begin(self, job_id: str = "j") -> Job:
        now = self.world.clock.now()
        self.world.memory = KeptInMind()
        self.world.store.disk[job_id] = a_job(
            job_id,
            S.SENDING,
            created_at=now,
            sent_at=now,
            rehearsal=self.rehearsal,
            service_url=self.world.service.base_url,
        )
        self.context = EngineContext(self.world.ports(), Settings(), self.world.bus, random.Random(1))
        self.places = ConcurrencyLimit(10)
        self.outcome = SubmitOutcome(self.context, lambda _job: self.places, self.continued.append)
        await self.context.jobs.load_under_way()
        self.host = self.context.hosts.of(self.context.jobs[job_id])
        return self.context.jobs[job_id]

    async def answered(
        self, job: Job, error: ViduDesktopError, doubt: Trouble | None = None, asked_at_s: float = 0.0
    ) -> Job:
        await self.outcome.sort_out(job, error, asked_at_s, doubt)
        return self.context.jobs[job.job_id]

    @property
    def waits_s(self) -> float:
        return self.host.pace.wait_s(self.world.clock.monotonic_s())

    def heard(self, kind: type) -> int:
        return sum(isinstance(event, kind) for event in self.world.events)


@pytest.mark.parametrize("rehearsal", [False, True])
def test_an_order_that_was_taken_has_its_number_on_the_disk_and_ends_every_doubt(rehearsal):
    async def story():
        out = Out(rehearsal)
        job = await out.begin()
        out.host.pace.failures = 3
        out.host.health.lost(NO_ANSWER, 0.0)
        out.places.learned, out.places.most = 2, 5
        await out.context.note("j", NO_ANSWER)
        for _ in range(9):
            out.places.accepted()
        await out.outcome.accepted(job, TAKEN, 0.0, None)
        taken = out.world.store.disk["j"]
        assert (taken.state, taken.task_id, taken.charge) == (
            S.ACCEPTED,
            "task-7",
            Charge.NONE if rehearsal else Charge.SPENT,
        )
        assert taken.answers == {"accepted": {"id": "task-7"}}
        assert taken.accepted_at == out.world.clock.now()
        assert out.host.pace.failures == 0
        assert out.host.health.lost_since_s is None
        assert out.heard(ServiceReached) == 1
        assert out.context.stuck_for_s(taken) == 0.0
        assert out.places.learned == 3, "ten were taken, this one among them"
        assert out.host.probe.firm is not rehearsal
        assert out.continued == ["j"]
        await out.context.tasks.cancel_all()

    with_virtual_time(story)


def test_what_an_account_takes_is_learned_from_each_order():
    async def story():
        out = Out()
        job = await out.begin()
        out.places.learned = 7
        await out.outcome.accepted(job, TAKEN, 0.0, None)
        assert out.context.learned_places(job) == 7
        await out.context.tasks.cancel_all()

    with_virtual_time(story)


def test_a_number_that_couldnt_be_written_down_as_taken_is_kept_all_the_same():
    async def story():
        out = Out()
        job = await out.begin()

        def trips(changed: Job) -> None:
            if changed.state is S.ACCEPTED:
                raise RuntimeError("a fault of ours")

        out.world.store.fail = trips
        with pytest.raises(RuntimeError):
            await out.outcome.accepted(job, TAKEN, 0.0, None)
        kept = out.context.jobs["j"]
        assert (kept.state, kept.task_id, kept.charge) == (S.UNKNOWN, "task-7", Charge.SPENT)
        assert kept.trouble is not None
        assert kept.trouble.code == ACCEPTED_ID_LOST
        assert "(RuntimeError)" in kept.trouble.message
        assert out.continued == ["j"]

    with_virtual_time(story)


def test_a_job_that_went_on_meanwhile_isnt_put_in_doubt_by_a_fault_of_ours():
    async def story():
        out = Out()
        job = await out.begin()
        await out.context.jobs.move_until_saved("j", S.UNKNOWN, trouble=NO_ANSWER)

        with pytest.raises(ValueError, match="UNKNOWN"):
            await out.outcome.accepted(job, TAKEN, 0.0, None)
        assert out.context.jobs["j"].task_id is None
        assert out.continued == []

    with_virtual_time(story)


@pytest.mark.parametrize("kind", [Refused, BadInput])
def test_a_refusal_ends_the_order_for_nothing(kind):
    async def story():
        out = Out()
        job = await out.begin()
        await out.context.note("j", NO_ANSWER)
        ended = await out.answered(job, trouble(kind, "1210"))
        assert (ended.state, ended.charge) == (S.REFUSED, Charge.NONE)
        assert ended.trouble is not None
        assert ended.trouble.code == "1210"
        assert out.waits_s == 0
        assert out.context.stuck_for_s(ended) == 0.0
        assert out.continued == []

    with_virtual_time(story)


@pytest.mark.parametrize("rehearsal", [False, True])
def test_what_never_left_waits_here_and_the_outage_is_said(rehearsal):
    async def story():
        out = Out(rehearsal)
        job = await out.begin()
        out.host.probe.trust()
        waits = await out.answered(job, trouble(NotSent, "unreachable"))
        assert waits.state is S.READY
        assert waits.trouble is not None
        assert waits.trouble.code == "unreachable"
        assert out.waits_s > 0
        assert out.heard(ServiceLost) == 1
        assert out.host.probe.firm is rehearsal
        out.host.health.reached()
        await asyncio.sleep(5)
        assert out.context.stuck_for_s(waits) == pytest.approx(5), "it is known at the order itself, too"

    with_virtual_time(story)


@pytest.mark.parametrize(("slow_down", "places"), [(True, 7), (False, 10)])
def test_too_many_at_once_takes_places_away_once_and_a_busy_service_none(slow_down, places):
    async def story():
        out = Out()
        job = await out.begin()
        out.host.probe.trust()
        waits = await out.answered(job, trouble(ServiceBusy, "1302", slow_down=slow_down, retry_after_s=40.0))
        assert waits.state is S.READY
        assert out.waits_s >= 40
        assert out.places.limit == places
        assert out.context.learned_places(job) == (7 if slow_down else out.context.learned_places(job))
        assert out.host.probe.firm
        await out.context.tasks.cancel_all()

    with_virtual_time(story)


@pytest.mark.parametrize(
    ("kind", "reason"), [(KeyTrouble, PauseReason.KEY), (AccountTrouble, PauseReason.ACCOUNT)]
)
@pytest.mark.parametrize("rehearsal", [False, True])
def test_a_key_or_an_account_in_trouble_holds_paid_work_and_no_rehearsal_does(kind, reason, rehearsal):
    async def story():
        out = Out(rehearsal)
        job = await out.begin()
        out.host.probe.trust()
        waits = await out.answered(job, trouble(kind, "1113"))
        assert waits.state is S.READY
        assert (reason in out.context.pauses) is not rehearsal
        assert (out.waits_s > 0) is rehearsal
        assert out.host.probe.firm is rehearsal

    with_virtual_time(story)


@pytest.mark.parametrize("kind", [KeyTrouble, AccountTrouble])
def test_what_another_service_says_of_its_account_holds_nothing_of_todays(kind):
    async def story():
        out = Out()
        job = await out.begin()
        out.context.settings = Settings(base_url="https://elsewhere.test/api")
        await out.answered(job, trouble(kind))
        assert out.context.pauses.most_urgent is None
        assert out.context.jobs["j"].state is S.READY

    with_virtual_time(story)


@pytest.mark.parametrize("rehearsal", [False, True])
def test_a_lost_answer_puts_the_order_in_doubt_and_the_next_ones_go_alone(rehearsal):
    async def story():
        out = Out(rehearsal)
        job = await out.begin()
        out.host.probe.trust()
        lost = await out.answered(job, trouble(AnswerLost, "cut"))
        assert lost.state is S.UNKNOWN
        assert lost.trouble is not None
        assert lost.trouble.code == "cut"
        assert out.waits_s > 0
        assert out.host.probe.firm is rehearsal
        assert out.host.probe.lost_in_a_row == (0 if rehearsal else 1)
        assert out.continued == ["j"]

    with_virtual_time(story)


@pytest.mark.parametrize("elsewhere", [False, True])
def test_so_many_lost_in_a_row_hold_the_queue_where_more_orders_go_there(elsewhere):
    async def story():
        out = Out()
        job = await out.begin()
        if elsewhere:
            out.context.settings = Settings(base_url="https://elsewhere.test/api")
        out.host.probe.lost_in_a_row = LOST_IN_A_ROW_MOST - 2
        await out.answered(job, trouble(AnswerLost))
        assert out.context.pauses.held_by(PauseReason.ANSWERS) is None
        await out.context.jobs.change(
            "j", lambda job: job.moved(S.SENDING, service_url=out.world.service.base_url)
        )
        await out.answered(out.context.jobs["j"], trouble(AnswerLost))
        assert (out.context.pauses.held_by(PauseReason.ANSWERS) is None) is elsewhere
        await out.context.lasting_pauses.wait_until_kept(5)
        assert out.world.store.held == (set() if elsewhere else {LastingPause.ANSWERS})
        await out.context.tasks.cancel_all()

    with_virtual_time(story)


@pytest.mark.parametrize("kind", [Refused, NotSent, ServiceBusy, KeyTrouble])
@pytest.mark.parametrize("known", [NO_ANSWER, Trouble(code=ACCEPTED_ID_LOST, sentence=NO_ANSWER.sentence)])
def test_a_repeat_that_isnt_taken_says_nothing_of_the_first_one(kind, known):
    async def story():
        out = Out()
        job = await out.begin()
        left = await out.answered(job, trouble(kind, "another", service_words="no"), doubt=known)
        assert left.state is S.UNKNOWN
        assert left.trouble is not None
        if known is NO_ANSWER:
            assert (left.trouble.code, left.trouble.service_words) == ("still-unknown", "no")
            assert "(another)" in left.trouble.message
            assert left.charge is Charge.AT_RISK
        else:
            assert left.trouble == known
            assert left.charge is Charge.SPENT
        assert out.continued == ["j"]

    with_virtual_time(story)


def test_a_repeat_whose_answer_is_lost_keeps_that_the_first_was_taken():
    async def story():
        out = Out()
        job = await out.begin()
        known = Trouble(code=ACCEPTED_ID_LOST, sentence=NO_ANSWER.sentence)
        assert (await out.answered(job, trouble(AnswerLost), doubt=known)).charge is Charge.SPENT

    with_virtual_time(story)


def test_that_it_was_taken_before_is_no_trouble_with_the_line():
    async def story():
        out = Out()
        job = await out.begin()
        out.host.probe.trust()
        await out.answered(job, trouble(AnswerLost, ACCEPTED_ID_LOST))
        assert out.context.jobs["j"].charge is Charge.SPENT
        assert out.waits_s == 0
        assert out.host.probe.firm

    with_virtual_time(story)


@pytest.mark.parametrize("state", [S.SENDING, S.ACCEPTED, S.READY])
def test_a_fault_of_ours_leaves_an_order_that_is_out_in_doubt_and_one_that_was_taken_goes_on(state):
    async def story():
        out = Out()
        job = await out.begin()
        if state is not S.SENDING:
            await out.context.jobs.move_until_saved("j", state)
        await out.outcome.tripped(job, ZeroDivisionError(), 0.0, None)
        left = out.context.jobs["j"]
        assert left.state is (S.UNKNOWN if state is S.SENDING else state)
        assert out.continued == ([] if state is S.READY else ["j"])
        if state is S.SENDING:
            assert left.trouble is not None
            assert left.trouble.code == "our-fault"
            assert "(ZeroDivisionError)" in left.trouble.message

    with_virtual_time(story)
