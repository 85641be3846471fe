"""The way of a job through the engine, in virtual time."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest
from fakes.kept_things import a_job
from fakes.virtual_time import until, with_virtual_time
from fakes.world import FakeLibrary, FakeWorld, a_request, inside, trouble

from vidu_desktop.domain.amounts import Currency, Sums, usd
from vidu_desktop.domain.framing import Framing, FramingKind
from vidu_desktop.domain.job import Charge, JobState, Trouble
from vidu_desktop.domain.settings import Settings
from vidu_desktop.engine.events import (
    ClipAdded,
    JobAdded,
    JobProgressed,
    OrderNotTaken,
    PaidWorkPaused,
    PaidWorkResumed,
    ServiceLost,
)
from vidu_desktop.errors import (
    AccountTrouble,
    AlreadyTaken,
    AnswerLost,
    BadInput,
    DiskTrouble,
    KeyTrouble,
    LinkExpired,
    NotAVideo,
    NotSent,
    Refused,
    Sentence,
    ServiceBusy,
)

S = JobState


async def started(world: FakeWorld, settings: Settings | None = None):
    engine = world.engine(settings)
    await engine.start()
    return engine


def test_a_click_becomes_a_stored_video_by_the_states_of_the_house():
    async def story():
        world = FakeWorld()
        engine = await started(world)
        job = engine.submit(a_request(), rehearsal=False)
        assert job.state is S.DRAFT
        await until(lambda: not engine.unfinished() and engine.jobs())
        await engine.stop()
        assert world.states(job.job_id) == [
            S.DRAFT,
            S.READY,
            S.SENDING,
            S.ACCEPTED,
            S.WAITING,
            S.READY_TO_FETCH,
            S.FETCHING,
            S.VERIFYING,
            S.STORED,
        ]
        assert world.service.charges == [world.store.disk[job.job_id].request_id]
        assert [type(event) for event in world.events if isinstance(event, JobAdded | ClipAdded)] == [
            JobAdded,
            ClipAdded,
        ]

    with_virtual_time(story)


def test_each_picture_is_prepared_as_it_was_framed():
    async def story():
        world = FakeWorld()
        engine = await started(world)
        cut = Framing(kind=FramingKind.CROP, width=1280, height=720, y=0.0)
        request = replace(a_request(), picture_paths=("/p/a.png", "/p/b.png"), framings=(None, cut))
        engine.submit(request, rehearsal=False)
        await until(lambda: not engine.unfinished() and engine.jobs())
        await engine.stop()
        assert world.pictures.framings == [None, cut]

    with_virtual_time(story)


def test_sending_is_on_the_disk_before_the_first_byte_leaves():
    async def story():
        world = FakeWorld()
        seen = []
        submit = world.service.submit

        async def looking(order, on_sent):
            seen.append([job.state for job in world.store.disk.values()])
            return await submit(order, on_sent)

        world.service.submit = looking
        engine = await started(world)
        engine.submit(a_request(), rehearsal=False)
        await until(lambda: world.service.charges)
        await engine.stop()
        assert seen == [[S.SENDING]]

    with_virtual_time(story)


def test_an_order_that_leaves_in_many_pieces_tells_of_it_now_and_then_and_of_the_end():
    async def story():
        world = FakeWorld()
        submit = world.service.submit

        async def in_pieces(order, on_sent):
            for sent_bytes in range(1, 300):
                on_sent(sent_bytes, 300)
                await asyncio.sleep(0.001)
            on_sent(300, 300)
            return await submit(order, lambda *_: None)

        world.service.submit = in_pieces
        engine = await started(world)
        engine.submit(a_request(), rehearsal=False)
        await until(lambda: world.service.charges)
        await engine.stop()
        told = [
            one.done_bytes
            for one in world.events
            if isinstance(one, JobProgressed) and one.total_bytes == 300
        ]
        assert told[0] == 1
        assert told[-1] == 300
        assert 3 <= len(told) <= 5, told

    with_virtual_time(story)


def test_events_speak_of_what_is_already_on_the_disk():
    async def story():
        world = FakeWorld()
        wrong = []
        world.bus.subscribe(
            lambda event: (
                wrong.append(event)
                if hasattr(event, "job") and world.store.disk.get(event.job.job_id) != event.job
                else None
            )
        )
        engine = await started(world)
        engine.submit(a_request(), rehearsal=False)
        await until(lambda: engine.jobs() and not engine.unfinished())
        await engine.stop()
        assert len(world.events) > 8
        assert wrong == []

    with_virtual_time(story)


def test_a_lost_answer_is_unknown_and_never_sent_again_by_itself():
    async def story():
        world = FakeWorld()
        world.service.troubles_after_charge.append(trouble(AnswerLost))
        engine = await started(world)
        job = engine.submit(a_request(), rehearsal=False)
        await until(lambda: engine.jobs() and engine.job(job.job_id).state is S.UNKNOWN)
        await asyncio.sleep(48 * 3600)
        assert engine.job(job.job_id).state is S.UNKNOWN
        assert engine.job(job.job_id).charge is Charge.AT_RISK
        assert len(world.service.orders) == 1
        assert engine.stands_still(job.job_id, patience_s=60)
        await engine.stop()

    with_virtual_time(story)


def test_a_lost_answer_is_resolved_by_evidence_when_the_service_knows_our_ticket():
    async def story():
        world = FakeWorld()
        world.service.knows_request_ids = True
        world.service.troubles_after_charge.append(trouble(AnswerLost))
        engine = await started(world)
        job = engine.submit(a_request(), rehearsal=False)
        await until(lambda: engine.jobs() and engine.job(job.job_id).state is S.STORED)
        assert len(world.service.charges) == 1
        assert S.UNKNOWN in world.states(job.job_id)
        found_s, asked_s = [asked_s for asked_s, _ in world.service.polls][-2:]
        assert asked_s - found_s < 0.1  # the video may have been ready for a long time
        await engine.stop()

    with_virtual_time(story)


def test_the_person_can_send_the_same_ticket_again_rescue_it_or_give_it_up():
    async def story():
        world = FakeWorld()
        engine = await started(world)
        jobs = []
        for _ in range(3):
            world.service.troubles_after_charge.append(trouble(AnswerLost))
            jobs.append(engine.submit(a_request(), rehearsal=False).job_id)
        await until(lambda: all(job.state is S.UNKNOWN for job in engine.jobs()) and len(engine.jobs()) == 3)
        again, rescued, lost = jobs
        ticket = engine.job(again).request_id
        engine.send_again(again)
        engine.rescue(rescued, " task-1 ")
        engine.give_up(lost)
        await until(lambda: not engine.unfinished())
        assert engine.job(again).state is S.STORED
        assert [name for _, name in world.service.orders].count(ticket) == 2
        assert engine.job(rescued).state is S.STORED
        assert engine.job(rescued).task_id == "task-1"
        assert engine.job(lost).charge is Charge.LOST
        await engine.stop()

    with_virtual_time(story)


def test_1231_proves_that_it_was_charged():
    async def story():
        world = FakeWorld()
        world.service.troubles.append(trouble(AlreadyTaken, "1231"))
        engine = await started(world)
        job = engine.submit(a_request(), rehearsal=False)
        await until(lambda: engine.jobs() and engine.job(job.job_id).state is S.UNKNOWN)
        assert engine.job(job.job_id).charge is Charge.SPENT
        await engine.stop()

    with_virtual_time(story)


def test_what_is_known_to_be_charged_is_never_sent_again_by_itself():
    async def story():
        world = FakeWorld()
        world.service.troubles.append(trouble(AlreadyTaken, "1231"))
        engine = await started(world, Settings(trust_repeat_refusal=True))
        engine.submit(a_request(), rehearsal=False)
        await until(lambda: world.service.orders)
        await asyncio.sleep(86_400)
        assert len(world.service.orders) == 1
        assert [job.state for job in engine.jobs()] == [S.UNKNOWN]
        await engine.stop()

    with_virtual_time(story)


def test_an_order_that_was_out_when_the_program_ended_is_in_doubt_and_says_so():
    async def story():
        world = FakeWorld()
        world.store.disk["j"] = a_job("j", S.SENDING, created_at=world.clock.now(), sent_at=world.clock.now())
        engine = await started(world)
        left = engine.job("j")
        assert left.state is S.UNKNOWN
        assert left.charge is Charge.AT_RISK
        assert left.trouble is not None
        assert left.trouble.code == "interrupted"
        assert "charged" in str(left.trouble.sentence)
        await asyncio.sleep(3600)
        assert world.service.orders == []
        assert world.service.polls, "evidence is looked for"
        await engine.stop()

    with_virtual_time(story)


def test_a_rehearsal_whose_answer_was_lost_asks_nobody_and_is_ordered_again_with_the_same_ticket():
    async def story():
        world = FakeWorld()
        world.service.troubles.append(trouble(AnswerLost))
        engine = await started(world)
        job = engine.submit(a_request(), rehearsal=True)
        await until(lambda: engine.jobs() and engine.job(job.job_id).state is S.STORED)
        assert len(world.service.orders) == 2
        assert len({name for _, name in world.service.orders}) == 1
        await engine.stop()

    with_virtual_time(story)


def test_a_rehearsal_that_was_out_when_the_program_ended_is_made_all_the_same():
    async def story():
        world = FakeWorld()
        world.store.disk["j"] = a_job(
            "j", S.SENDING, created_at=world.clock.now(), sent_at=world.clock.now(), rehearsal=True
        )
        engine = await started(world)
        (trouble_at_the_start,) = [job.trouble for job in world.changed() if job.state is S.UNKNOWN]
        assert "charged" not in str(trouble_at_the_start.sentence)
        await until(lambda: engine.job("j").state is S.STORED)
        assert len(world.service.orders) == 1
        await engine.stop()

    with_virtual_time(story)


def test_what_goes_again_by_itself_stands_still_only_while_the_queue_is_held():
    async def story():
        world = FakeWorld()
        world.service.troubles.append(trouble(AnswerLost))
        engine = await started(world, Settings(trust_repeat_refusal=True))
        job_id = engine.submit(a_request(), rehearsal=False).job_id
        await until(lambda: engine.jobs() and engine.job(job_id).state is S.UNKNOWN)
        engine.pause()
        await until(lambda: world.service.polls)  # the service was asked about it
        await asyncio.sleep(1)
        assert engine.stands_still(job_id, patience_s=1e9)
        engine.go_on()
        await until(lambda: engine.paused_by is None)
        assert not engine.stands_still(job_id, patience_s=1e9)
        await until(lambda: engine.job(job_id).state is S.STORED)
        assert len(world.service.orders) == 2
        await engine.stop()

    with_virtual_time(story)


def test_trusting_1231_sends_the_same_ticket_again_by_itself_a_few_times():
    async def story():
        world = FakeWorld()
        world.service.troubles.extend([trouble(AnswerLost)] * 9)
        engine = await started(world, Settings(trust_repeat_refusal=True))
        job = engine.submit(a_request(), rehearsal=False)
        await until(lambda: len(world.service.orders) == 3)
        await asyncio.sleep(86_400)
        assert len({name for _, name in world.service.orders}) == 1
        assert len(world.service.orders) == 3
        assert engine.job(job.job_id).state is S.UNKNOWN
        await engine.stop()

    with_virtual_time(story)


def test_what_broke_before_a_byte_left_goes_again_with_the_same_ticket():
    async def story():
        world = FakeWorld()
        world.service.troubles.extend([trouble(NotSent), trouble(NotSent)])
        engine = await started(world)
        job = engine.submit(a_request(), rehearsal=False)
        await until(lambda: engine.jobs() and engine.job(job.job_id).state is S.STORED)
        assert len({name for _, name in world.service.orders}) == 1
        assert len(world.service.charges) == 1
        assert sum(isinstance(event, ServiceLost) for event in world.events) == 1
        await engine.stop()

    with_virtual_time(story)


def test_a_refusal_is_final_free_and_may_be_retried_with_a_new_ticket():
    async def story():
        world = FakeWorld()
        world.service.troubles.append(trouble(Refused, "1301", service_words="too spicy"))
        engine = await started(world)
        job = engine.submit(a_request(), rehearsal=False)
        await until(lambda: engine.jobs() and engine.job(job.job_id).state is S.REFUSED)
        refused = engine.job(job.job_id)
        assert refused.charge is Charge.NONE
        assert refused.trouble is not None
        assert refused.trouble.service_words == "too spicy"
        assert engine.retry(job.job_id).job_id == job.job_id
        await until(lambda: engine.job(job.job_id).state is S.STORED)
        assert world.service.charges == [engine.job(job.job_id).request_id]
        assert world.service.charges != [refused.request_id]
        await engine.stop()

    with_virtual_time(story)


def test_a_failed_task_is_tried_again_as_another_job_and_stays_in_the_books():
    async def story():
        world = FakeWorld()
        world.service.fails.add("task-0")
        engine = await started(world)
        job = engine.submit(a_request(), rehearsal=False)
        await until(lambda: engine.jobs() and engine.job(job.job_id).state is S.FAILED)
        again = engine.retry(job.job_id)
        assert again.job_id != job.job_id
        await until(lambda: again.job_id in [job.job_id for job in engine.jobs() if job.state is S.STORED])
        assert Sums.of(job.price for job in engine.books() if job.charge is Charge.SPENT) == Sums.of(
            [usd("0.40")]
        )
        engine.remove(job.job_id)
        await until(lambda: len(engine.jobs()) == 1)
        assert Sums.of(job.price for job in engine.books() if job.charge is Charge.SPENT) == Sums.of(
            [usd("0.40")]
        )
        await engine.stop()

    with_virtual_time(story)


def test_no_balance_stops_the_queue_with_one_request_and_goes_on_when_told():
    async def story():
        world = FakeWorld()
        world.service.troubles.append(trouble(AccountTrouble, "1113"))
        engine = await started(world, Settings(jobs_at_once=1))
        for _ in range(4):
            engine.submit(a_request(), rehearsal=False)
        await until(lambda: any(isinstance(event, PaidWorkPaused) for event in world.events))
        await asyncio.sleep(3600)
        assert len(world.service.orders) == 1
        assert engine.paused_by is not None
        assert all(engine.stands_still(job.job_id, patience_s=60) for job in engine.jobs())
        engine.go_on()
        await until(lambda: not engine.unfinished())
        assert len(world.service.charges) == 4
        await engine.stop()

    with_virtual_time(story)


def test_without_a_key_paid_work_waits_and_nothing_is_sent():
    async def story():
        world = FakeWorld()
        world.services.trouble = trouble(KeyTrouble, "no-key")
        engine = await started(world)
        job = engine.submit(a_request(), rehearsal=False)
        await until(lambda: engine.paused_by is not None)
        await asyncio.sleep(3600)
        assert world.service.orders == []
        assert engine.job(job.job_id).state is S.READY
        world.services.trouble = None
        engine.key_changed()
        await until(lambda: engine.job(job.job_id).state is S.STORED)
        await engine.stop()

    with_virtual_time(story)


def test_too_fast_slows_the_whole_queue_once_and_loses_nothing():
    async def story():
        world = FakeWorld()
        world.service.troubles.extend(
            [trouble(ServiceBusy, "1302", slow_down=True, retry_after_s=20.0) for _ in range(5)]
        )
        engine = await started(world)
        for _ in range(8):
            engine.submit(a_request(), rehearsal=False)
        await until(lambda: engine.jobs() and not engine.unfinished())
        assert len(world.service.charges) == 8
        assert len(set(world.service.charges)) == 8
        first_lot = [at_s for at_s, _ in world.service.orders if at_s < 20]
        assert len(first_lot) <= 5
        await engine.stop()

    with_virtual_time(story)


def test_a_budget_is_kept_however_many_clicks_come_at_once():
    async def story():
        world = FakeWorld()
        engine = await started(world, Settings(budgets={Currency.USD: usd("0.65")}, jobs_at_once=20))
        for _ in range(10):
            engine.submit(a_request(), rehearsal=False)
        await until(lambda: len(world.library.clips) == 3)
        await asyncio.sleep(3600)
        assert len(world.service.charges) == 3
        assert engine.paused_by is not None
        assert engine.paused_by.code == "budget"
        engine.settings_changed(Settings())
        await until(lambda: not engine.unfinished())
        assert len(world.service.charges) == 10
        await engine.stop()

    with_virtual_time(story)


def test_nothing_is_paid_for_without_room_for_its_result():
    async def story():
        world = FakeWorld()
        world.disk.free = 1_000_000
        engine = await started(world)
        engine.submit(a_request(), rehearsal=False)
        await until(lambda: engine.paused_by is not None)
        await asyncio.sleep(600)
        assert world.service.orders == []
        world.disk.free = 10**12
        await until(lambda: engine.jobs() and not engine.unfinished())
        assert engine.paused_by is None
        await engine.stop()

    with_virtual_time(story)


def test_a_journal_that_cannot_be_written_keeps_the_order_here():
    async def story():
        world = FakeWorld()
        full = [True]

        def fail(job):
            if full[0] and job.state is S.SENDING:
                raise DiskTrouble("disk-full", trouble(DiskTrouble).sentence, full=True)

        world.store.fail = fail
        engine = await started(world)
        engine.submit(a_request(), rehearsal=False)
        await asyncio.sleep(600)
        assert world.service.orders == []
        full[0] = False
        await until(lambda: engine.jobs() and not engine.unfinished())
        assert len(world.service.charges) == 1
        await engine.stop()

    with_virtual_time(story)


def test_an_accepted_task_is_written_down_however_long_the_disk_takes():
    async def story():
        world = FakeWorld()
        tries = []

        def fail(job):
            if job.state is S.ACCEPTED and len(tries) < 7:
                tries.append(job)
                raise trouble(DiskTrouble, "disk-full")

        world.store.fail = fail
        engine = await started(world)
        job = engine.submit(a_request(), rehearsal=False)
        await until(lambda: engine.jobs() and engine.job(job.job_id).state is S.STORED)
        assert len(tries) == 7
        assert len(world.service.charges) == 1
        await engine.stop()

    with_virtual_time(story)


def test_a_full_disk_is_said_to_have_room_again_also_while_nothing_waits():
    async def story():
        world = FakeWorld()
        world.disk.free = 0
        engine = await started(world)
        await until(lambda: any(isinstance(event, PaidWorkPaused) for event in world.events))
        world.disk.free = 10**12
        await asyncio.sleep(60)
        assert any(isinstance(event, PaidWorkResumed) for event in world.events)
        await engine.stop()

    with_virtual_time(story)


def test_a_click_that_cannot_be_written_down_is_said_and_nothing_is_sent():
    async def story():
        world = FakeWorld()

        def fail(job):
            raise trouble(DiskTrouble, "disk-full")

        world.store.fail = fail
        engine = await started(world)
        engine.submit(a_request(), rehearsal=False)
        await until(lambda: world.events)
        assert isinstance(world.events[0], OrderNotTaken)
        assert engine.jobs() == []
        assert world.service.orders == []
        await engine.stop()

    with_virtual_time(story)


def test_cancelling_before_it_is_sent_costs_nothing_and_after_it_keeps_the_task():
    async def story():
        world = FakeWorld()
        engine = await started(world, Settings(jobs_at_once=1))
        first = engine.submit(a_request(), rehearsal=False).job_id
        second = engine.submit(a_request(), rehearsal=False).job_id
        await until(lambda: len(engine.jobs()) == 2 and engine.job(first).state is S.WAITING)
        engine.cancel(second)
        await until(lambda: engine.job(second).state is S.CANCELLED)
        engine.cancel(first)
        await until(lambda: engine.job(first).state is S.CANCELLED)
        await asyncio.sleep(3600)
        assert engine.job(second).charge is Charge.NONE
        assert engine.job(first).charge is Charge.SPENT
        engine.retry(first)
        await until(lambda: engine.job(first).state is S.STORED)
        assert len(world.service.charges) == 1
        await engine.stop()

    with_virtual_time(story)


def test_a_broken_download_is_fetched_again_and_a_spent_link_is_asked_for_anew():
    async def story():
        world = FakeWorld()
        world.fetcher.troubles.extend([trouble(ServiceBusy), trouble(NotAVideo), trouble(LinkExpired)])
        world.library.troubles.append(trouble(DiskTrouble, "disk-full"))
        engine = await started(world)
        job = engine.submit(a_request(), rehearsal=False)
        await until(lambda: engine.jobs() and engine.job(job.job_id).state is S.STORED)
        assert len(world.fetcher.fetched) == 4
        assert len(world.service.charges) == 1
        assert engine.job(job.job_id).trouble is None
        await engine.stop()

    with_virtual_time(story)


def test_a_page_instead_of_the_video_leaves_what_was_fetched_before_it():
    async def story():
        # given a download that is interrupted by a hotel's sign-in page
        world = FakeWorld()
        world.fetcher.troubles.append(trouble(NotAVideo, "page"))
        discarded_at: list[int] = []
        world.fetcher.discard = lambda job_id: discarded_at.append(len(world.fetcher.fetched))
        engine = await started(world)
        job = engine.submit(a_request(), rehearsal=False)
        await until(lambda: engine.jobs() and engine.job(job.job_id).state is S.STORED)

        # then the part file is discarded when the video is in the library, not before
        assert discarded_at == [2]
        await engine.stop()

    with_virtual_time(story)


def test_a_whole_file_that_is_no_video_is_thrown_away_before_it_is_fetched_again():
    async def story():
        world = FakeWorld()
        world.library.verify_troubles.append(trouble(NotAVideo, "video-truncated"))
        discarded_at: list[int] = []
        world.fetcher.discard = lambda job_id: discarded_at.append(len(world.fetcher.fetched))
        engine = await started(world)
        job = engine.submit(a_request(), rehearsal=False)
        await until(lambda: engine.jobs() and engine.job(job.job_id).state is S.STORED)
        assert discarded_at == [1, 2]
        await engine.stop()

    with_virtual_time(story)


def test_links_that_stay_spent_are_said_to_be_too_late_and_the_task_is_kept():
    async def story():
        world = FakeWorld()
        world.fetcher.troubles.extend([trouble(LinkExpired)] * 20)
        engine = await started(world)
        job = engine.submit(a_request(), rehearsal=False)
        await until(lambda: engine.jobs() and engine.job(job.job_id).state is S.EXPIRED)
        assert engine.job(job.job_id).task_id == "task-0"
        world.fetcher.troubles.clear()
        engine.retry(job.job_id)
        await until(lambda: engine.job(job.job_id).state is S.STORED)
        assert len(world.service.charges) == 1
        await engine.stop()

    with_virtual_time(story)


def test_a_bad_picture_refuses_its_own_job_only():
    async def story():
        world = FakeWorld()
        world.pictures.troubles.append(trouble(BadInput, "picture-truncated"))
        engine = await started(world)
        bad = engine.submit(a_request(), rehearsal=False).job_id
        good = engine.submit(a_request(), rehearsal=False).job_id
        await until(lambda: len(engine.jobs()) == 2 and not engine.unfinished())
        assert engine.job(bad).state is S.REFUSED
        assert engine.job(good).state is S.STORED
        await engine.stop()

    with_virtual_time(story)


def test_a_start_after_any_state_carries_on_without_a_second_order():
    async def stop_in(state: JobState):
        world = FakeWorld()
        engine = await started(world)
        job_id = engine.submit(a_request(), rehearsal=False).job_id
        killed = asyncio.Event()

        def watch(event):
            if getattr(event, "job", None) is not None and event.job.state is state:
                killed.set()

        world.bus.subscribe(watch)
        await killed.wait()
        disk = dict(world.store.disk)  # what a kill would leave
        await inside(engine).tasks.cancel_all()
        world.store.disk.clear()
        world.store.disk.update(disk)
        charges = len(world.service.charges)
        after = world.restarted()
        again = await started(after)
        if state is S.SENDING:
            await asyncio.sleep(3600)
            assert again.job(job_id).state is S.UNKNOWN
            assert len(after.service.orders) <= 1
        else:
            await until(lambda: again.job(job_id).state is S.STORED)
            assert len(after.service.charges) == max(charges, 1)
        await again.stop()

    async def story():
        for state in (S.READY, S.SENDING, S.ACCEPTED, S.WAITING, S.READY_TO_FETCH, S.FETCHING, S.VERIFYING):
            await stop_in(state)

    with_virtual_time(story)


def test_a_video_that_was_put_away_before_the_kill_is_not_fetched_again():
    async def story():
        world = FakeWorld()
        engine = await started(world)
        job_id = engine.submit(a_request(), rehearsal=False).job_id
        await until(lambda: engine.jobs() and engine.job(job_id).state is S.STORED)
        await engine.stop()
        world.store.disk[job_id] = replace(world.store.disk[job_id], state=S.VERIFYING, clip_id=None)
        after = world.restarted()
        again = await started(after)
        assert again.job(job_id).state is S.STORED
        assert after.fetcher.fetched == []
        assert [event.clip.clip_id for event in after.events if isinstance(event, ClipAdded)] == [
            again.job(job_id).clip_id
        ]
        await again.stop()

    with_virtual_time(story)


def test_videos_that_were_being_put_away_are_looked_for_side_by_side():
    async def story():
        world = FakeWorld()
        engine = await started(world)
        for _ in range(20):
            engine.submit(a_request(), rehearsal=False)
        await until(lambda: len(engine.jobs()) == 20 and not engine.unfinished())
        await engine.stop()
        for job_id, job in world.store.disk.items():
            world.store.disk[job_id] = replace(job, state=S.VERIFYING, clip_id=None)
        after = world.restarted()
        find = after.library.find

        async def slow(job):
            await asyncio.sleep(1.0)
            return await find(job)

        after.library.find = slow
        begun_s = after.clock.monotonic_s()
        again = await started(after)
        assert after.clock.monotonic_s() - begun_s < 2.0
        assert {job.state for job in again.jobs()} == {S.STORED}
        await again.stop()

    with_virtual_time(story)


def test_a_mistyped_task_id_can_be_followed_by_the_right_one_but_not_where_the_service_named_it():
    async def story():
        world = FakeWorld()
        engine = await started(world)
        world.service.troubles_after_charge.append(trouble(AnswerLost))
        job_id = engine.submit(a_request(), rehearsal=False).job_id
        await until(lambda: engine.jobs() and engine.job(job_id).state is S.UNKNOWN)
        world.service.poll_troubles.append(trouble(ServiceBusy))  # so that the person is believed
        engine.rescue(job_id, "task-O")
        await until(lambda: engine.job(job_id).state is S.EXPIRED)
        await engine.stop()

        again = await started(world.restarted())
        again.rescue(job_id, "task-0")
        await until(lambda: again.job(job_id).state is S.STORED)
        assert (again.job(job_id).task_id, len(world.service.charges)) == ("task-0", 1)

        named = again.submit(a_request(), rehearsal=False).job_id
        await until(
            lambda: named in {job.job_id for job in again.jobs()} and again.job(named).state is S.WAITING
        )
        world.service.forget_tasks()
        await until(lambda: again.job(named).state is S.EXPIRED)
        with pytest.raises(BadInput):
            again.rescue(named, "task-9")
        await again.stop()

    with_virtual_time(story)


def test_a_task_id_that_is_nobodys_or_another_orders_changes_nothing_but_the_words():
    async def story():
        world = FakeWorld()
        engine = await started(world)
        world.service.troubles.append(trouble(AlreadyTaken, "1231"))
        world.service.troubles_after_charge.extend([None, trouble(AnswerLost)])
        charged, other, lost = (engine.submit(a_request(), rehearsal=False).job_id for _ in range(3))
        await until(lambda: sum(job.state is S.UNKNOWN for job in engine.jobs()) == 2)
        await until(lambda: engine.job(other).state is S.STORED)
        for job_id, charge in ((charged, Charge.SPENT), (lost, Charge.AT_RISK)):
            before = engine.job(job_id)
            polls = len(world.service.polls)
            engine.rescue(job_id, "task-O")
            await until(lambda: engine.job(job_id).trouble != before.trouble)  # noqa: B023
            after = engine.job(job_id)
            assert (after.state, after.charge, after.task_id) == (S.UNKNOWN, charge, None)
            assert "task-O" in [task_id for _, task_id in world.service.polls[polls:]]

        world.service.names_orders = True
        taken = f"task-{world.service.charges.index(engine.job(lost).request_id)}"
        engine.rescue(charged, taken)
        await until(lambda: "another order" in str(engine.job(charged).trouble.sentence))
        assert engine.job(charged).state is S.UNKNOWN
        engine.rescue(lost, taken)
        await until(lambda: engine.job(lost).state is S.STORED)
        await engine.stop()

    with_virtual_time(story)


def test_a_job_is_stored_only_after_its_part_file_is_gone_so_that_no_kill_leaves_one():
    async def story():
        world = FakeWorld()
        engine = await started(world)
        states_at_discard: list[S] = []
        world.fetcher.discard = lambda job_id: states_at_discard.append(world.store.disk[job_id].state)
        job_id = engine.submit(a_request(), rehearsal=False).job_id
        await until(lambda: engine.jobs() and engine.job(job_id).state is S.STORED)
        await engine.stop()
        assert states_at_discard == [S.VERIFYING]

        world.store.disk[job_id] = replace(world.store.disk[job_id], state=S.VERIFYING, clip_id=None)
        after = world.restarted()
        after.fetcher.discard = lambda job_id: states_at_discard.append(after.store.disk[job_id].state)
        again = await started(after)
        assert states_at_discard == [S.VERIFYING, S.VERIFYING]
        await again.stop()

    with_virtual_time(story)


def test_at_the_start_the_fetcher_hears_which_jobs_still_need_their_part_files():
    async def story():
        world = FakeWorld()
        engine = await started(world)
        ended, live = (engine.submit(a_request(), rehearsal=False).job_id for _ in range(2))
        await until(lambda: len(engine.jobs()) == 2 and not engine.unfinished())
        await engine.stop()
        world.store.disk[live] = replace(world.store.disk[live], state=S.FETCHING)
        after = world.restarted()
        kept: list[set[str]] = []
        after.fetcher.keep_only = lambda job_ids: kept.append(set(job_ids))
        again = await started(after)
        assert kept == [{live}]
        assert ended != live
        await again.stop()

    with_virtual_time(story)


def test_at_the_start_only_the_copies_of_finished_and_removed_jobs_are_forgotten():
    async def story():
        world = FakeWorld()
        engine = await started(world)
        for _ in S:
            engine.submit(a_request(), rehearsal=False)
        await until(lambda: len(engine.jobs()) == len(S) and not engine.unfinished())
        await engine.stop()
        used_again, elsewhere = "f" * 64, "e" * 64
        for job, state in zip(engine.jobs(), S, strict=True):
            prepared = replace(job.pictures[0].prepared, sha256=state.value)
            picture = replace(job.pictures[0], prepared=prepared)
            if state is S.DRAFT:
                picture = replace(picture, source_path=f"/inputs/ff/{used_again}.png", prepared=None)
            if state is S.READY:
                picture = replace(picture, source_path=f"C:\\inputs\\ee\\{elsewhere}.png")
            world.store.disk[job.job_id] = replace(job, state=state, pictures=(picture,))
        world.library.clips.clear()
        after = world.restarted()
        again = await started(after)
        kept = {state.value for state in S} - {"DRAFT", "STORED"} | {used_again, elsewhere}
        assert kept <= after.pictures.kept_pictures
        assert not {"STORED", "a" * 64} & after.pictures.kept_pictures
        await again.stop()

    with_virtual_time(story)


def test_an_unreachable_service_stands_still_after_patience_and_goes_on_when_it_is_back():
    async def story():
        world = FakeWorld()
        world.service.poll_troubles.extend([trouble(ServiceBusy, "offline")] * 30)
        engine = await started(world)
        job_id = engine.submit(a_request(), rehearsal=False).job_id
        await until(lambda: engine.jobs() and engine.stands_still(job_id, patience_s=60))
        await until(lambda: engine.job(job_id).state is S.STORED)
        assert len(world.service.charges) == 1
        await engine.stop()

    with_virtual_time(story)


def test_a_job_that_is_on_its_way_is_not_begun_a_second_time_when_it_is_allowed_to_go_on():
    async def story():
        world = FakeWorld()
        world.service.troubles_after_charge.append(trouble(AnswerLost))
        engine = await started(world)
        job_id = engine.submit(a_request(), rehearsal=False).job_id
        await until(lambda: engine.jobs() and engine.job(job_id).state is S.UNKNOWN)
        await engine.stop()

        for moment in (S.WAITING, S.READY_TO_FETCH, S.FETCHING, S.VERIFYING):
            after = world.restarted()
            after.store.disk = dict(world.store.disk)
            again = after.engine()
            await again.start(only=[])
            allow = lambda event: (  # noqa: E731
                again.allow(job_id) if getattr(event, "job", None) and event.job.state is moment else None  # noqa: B023
            )
            after.bus.subscribe(allow)
            again.rescue(job_id, "task-0")
            await until(lambda: again.job(job_id).state is S.STORED, limit_s=600)  # noqa: B023
            await again.stop()

    with_virtual_time(story)


def test_what_the_service_answered_is_kept_for_the_record():
    async def story():
        world = FakeWorld()
        engine = await started(world)
        job_id = engine.submit(a_request(), rehearsal=False).job_id
        await until(lambda: engine.jobs() and engine.job(job_id).state is S.STORED)
        assert engine.job(job_id).answers == {"accepted": {"id": "task-0"}, "result": {"id": "task-0"}}
        await engine.stop()

    with_virtual_time(story)


def test_a_fault_of_ours_is_said_at_the_job_and_the_others_go_on(caplog):
    async def story():
        world = FakeWorld()
        engine = await started(world)
        fetch = world.fetcher.fetch

        async def trips(job_id, url, on_progress):
            world.fetcher.fetch = fetch
            raise RuntimeError("a fault of ours")

        world.fetcher.fetch = trips
        first = engine.submit(a_request(), rehearsal=False).job_id
        second = engine.submit(a_request(), rehearsal=False).job_id
        await until(lambda: len(engine.jobs()) == 2 and S.STORED in [job.state for job in engine.jobs()])
        (stuck,) = engine.unfinished()
        assert stuck.job_id in (first, second)
        assert stuck.trouble is not None
        assert stuck.trouble.code == "our-fault"
        assert "(RuntimeError)" in stuck.trouble.message
        await asyncio.sleep(120)
        assert engine.stands_still(stuck.job_id, patience_s=60)
        await engine.stop()

    with_virtual_time(story)
    assert "a fault of ours" in caplog.text


def test_an_address_that_is_not_allowed_pauses_paid_work_and_says_so():
    async def story():
        world = FakeWorld()
        world.services.trouble = trouble(BadInput, "base-url")
        engine = await started(world)
        job_id = engine.submit(a_request(), rehearsal=False).job_id
        await until(lambda: engine.paused_by is not None)
        assert engine.paused_by.code == "base-url"
        world.services.trouble = None
        engine.go_on()
        await until(lambda: engine.job(job_id).state is S.STORED)
        await engine.stop()

    with_virtual_time(story)


def test_a_verb_in_the_very_moment_in_which_the_answer_is_lost_takes_effect():
    async def story():
        for verb in ("rescue", "give_up", "send_again"):
            world = FakeWorld()
            world.service.troubles_after_charge.append(trouble(AnswerLost))
            engine = await started(world)

            def at_once(event):
                if (
                    getattr(event, "job", None) is None
                    or event.job.state is not S.UNKNOWN
                    or event.job.send_attempts > 1
                ):
                    return
                arguments = ("task-0",) if verb == "rescue" else ()  # noqa: B023
                asyncio.get_running_loop().call_soon(getattr(engine, verb), event.job.job_id, *arguments)  # noqa: B023

            world.bus.subscribe(at_once)
            job_id = engine.submit(a_request(), rehearsal=False).job_id
            end = S.CANCELLED if verb == "give_up" else S.STORED
            await until(lambda: engine.jobs() and engine.job(job_id).state is end, limit_s=3600)  # noqa: B023
            await engine.stop()

    with_virtual_time(story)


def test_two_clicks_send_a_lost_order_again_once_also_when_its_answer_is_lost_again():
    async def story():
        world = FakeWorld()
        world.service.troubles_after_charge += [trouble(AnswerLost)] * 2
        engine = await started(world)
        job_id = engine.submit(a_request(), rehearsal=False).job_id
        await until(lambda: engine.jobs() and engine.job(job_id).state is S.UNKNOWN)
        for ticks in range(4):
            before = len(world.service.orders)
            world.service.troubles_after_charge += [trouble(AnswerLost)] * 3
            engine.send_again(job_id)
            for _ in range(ticks):
                await asyncio.sleep(0)
            if engine.job(job_id).state is S.UNKNOWN:
                engine.send_again(job_id)
            await asyncio.sleep(3600)
            assert engine.job(job_id).state is S.UNKNOWN
            assert len(world.service.orders) == before + 1
        await engine.stop()

    with_virtual_time(story)


def test_while_the_address_is_refused_nobody_is_paid_whatever_is_pressed_and_rehearsals_go_on():
    async def story():
        # given an order whose answer was lost, and then a start in which the address is refused
        world = FakeWorld()
        world.service.troubles_after_charge.append(trouble(AnswerLost))
        earlier = await started(world)
        lost = earlier.submit(a_request(), rehearsal=False).job_id
        await until(lambda: earlier.jobs() and earlier.job(lost).state is S.UNKNOWN)
        await earlier.stop()
        engine = world.engine()
        engine.hold_paid_work(Trouble(code="held", sentence=Sentence("Where to?")))
        await engine.start()

        # when everything that could send is pressed
        paid = engine.submit(a_request(), rehearsal=False).job_id
        rehearsal = engine.submit(a_request(), rehearsal=True).job_id
        engine.go_on()
        engine.key_changed()
        engine.settings_changed(Settings(base_url="https://elsewhere.test/v4"))
        with pytest.raises(BadInput, match="Where to"):
            engine.send_again(lost)
        await until(lambda: len(engine.jobs()) == 3 and engine.job(rehearsal).state is S.STORED)
        await asyncio.sleep(86_400)

        # then only the rehearsal was sent, and the program can say why the other waits
        assert len(world.service.orders) == 2
        assert engine.job(paid).state is S.READY
        assert engine.job(lost).state is S.UNKNOWN
        assert engine.paused_by.code == "held"
        assert engine.stands_still(paid, 60)
        # and what needs no payment is done
        engine.rescue(lost, "task-0")
        await until(lambda: engine.job(lost).state is S.STORED)
        await engine.stop()

    with_virtual_time(story)


def test_while_the_settings_are_in_doubt_nobody_is_paid_until_they_are_saved():
    async def story():
        world = FakeWorld()
        engine = world.engine()
        engine.hold_until_settings(Trouble(code="held", sentence=Sentence("How much?")))
        await engine.start()

        # when everything that could send is pressed
        paid = engine.submit(a_request(), rehearsal=False).job_id
        engine.go_on()
        engine.key_changed()
        await asyncio.sleep(86_400)

        # then nothing was sent, and the program can say why
        assert world.service.orders == []
        assert engine.paused_by.code == "held"
        # and when settings are saved, even unchanged ones, it is sent
        engine.settings_changed(Settings())
        await until(lambda: engine.job(paid).state is S.STORED)
        assert len(world.service.orders) == 1
        await engine.stop()

    with_virtual_time(story)


class SlowLibrary(FakeLibrary):
    """Checks files and writes clips with two helpers, one second for each step, in the order of the requests."""

    def __init__(self) -> None:
        super().__init__({})
        self.helpers = asyncio.Semaphore(2)
        self.begun = 0

    async def verify(self, path):
        self.begun += 1
        async with self.helpers:
            await asyncio.sleep(1)
        return await super().verify(path)

    async def keep(self, job, path, video):
        async with self.helpers:
            await asyncio.sleep(1)
        return await super().keep(job, path, video)


def test_of_fetched_videos_that_wait_to_be_stored_the_one_whose_link_ends_first_is_next_though_it_came_last():
    async def story():
        world = FakeWorld()
        library = world.library = SlowLibrary()
        fetch, now, arrived = world.fetcher.fetch, world.clock.now(), asyncio.Event()

        async def fetch_slowly(job_id, url, on_progress):
            if job_id == "urgent":
                await arrived.wait()
            return await fetch(job_id, url, on_progress)

        world.fetcher.fetch = fetch_slowly
        for number, name in enumerate(["urgent", *map(str, range(12))]):
            job = a_job(
                name,
                S.READY_TO_FETCH,
                created_at=now,
                accepted_at=now,
                link_expires_at=now + timedelta(hours=2, minutes=number),
                video_url="https://files.test/a.mp4",
            )
            world.store.disk[job.job_id] = job
        engine = await started(world)
        await until(lambda: len(world.fetcher.fetched) == 12)
        assert library.begun < 6, "the others wait"
        begun = library.begun
        arrived.set()
        await until(lambda: engine.job("urgent").state is S.STORED)
        stored = [name for name, state in world.store.history if state is S.STORED]
        assert len(stored) <= begun + 1
        await engine.stop()

    with_virtual_time(story)


def test_of_many_fetched_videos_the_first_is_stored_before_all_are_looked_into():
    async def story():
        world = FakeWorld()
        library = world.library = SlowLibrary()
        now = world.clock.now()
        for number in range(60):
            job = a_job(
                f"{number:02}",
                S.READY_TO_FETCH,
                created_at=now,
                accepted_at=now,
                link_expires_at=now + timedelta(hours=23, minutes=-number),
                video_url="https://files.test/a.mp4",
            )
            world.store.disk[job.job_id] = job
        engine = await started(world)
        begun_s = world.clock.monotonic_s()
        await until(lambda: S.STORED in [job.state for job in engine.jobs()])
        assert world.clock.monotonic_s() - begun_s < 6
        assert library.begun < 10
        await until(lambda: not engine.unfinished())
        assert world.clock.monotonic_s() - begun_s < 70  # both helpers are always busy
        stored = [name for name, state in world.store.history if state is S.STORED]
        assert abs(stored.index("59") - 0) < 6  # its link ends first
        assert stored.index("00") > 50
        await engine.stop()

    with_virtual_time(story)


def test_a_video_that_waits_for_room_on_the_disk_lets_others_be_stored():
    async def story():
        world = FakeWorld()
        full = trouble(DiskTrouble, "full", full=True)
        keep = world.library.keep

        async def only_some(job, path, video):
            if job.job_id in ("0", "1", "2"):
                raise full
            return await keep(job, path, video)

        world.library.keep = only_some
        for number in range(6):
            job = a_job(str(number), S.READY_TO_FETCH, video_url="https://files.test/a.mp4")
            world.store.disk[job.job_id] = replace(job, accepted_at=world.clock.now())
        engine = await started(world)
        await until(lambda: [job.state for job in engine.jobs()].count(S.STORED) == 3, limit_s=600)
        await engine.stop()

    with_virtual_time(story)
