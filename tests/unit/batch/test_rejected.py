"""*Again for the rejected ones* buys one more video for each, and nothing else."""

from dataclasses import replace

from fakes.batch_desk import Desk, play_at_desk
from fakes.batches import PRICE_USD
from fakes.virtual_time import until

from vidu_desktop.batch.approving import Proposal, approve
from vidu_desktop.batch.known import Known
from vidu_desktop.batch.rejected import budget_with, rejected_again
from vidu_desktop.batch.withdrawals import WorkChange
from vidu_desktop.domain.amounts import Currency, usd
from vidu_desktop.domain.marks import Verdict
from vidu_desktop.domain.origin import without_attempt
from vidu_desktop.domain.sheet_work import Work

TABLE = [["picture", "prompt"], *([f"{number}.png", f"prompt {number}"] for number in range(1, 5))]


def judge(desk: Desk, prompt: str, verdict: Verdict) -> None:
    """Mark every video with this prompt."""
    clips = desk.machine.world.library.clips
    for clip_id, clip in clips.items():
        if clip.prompt == prompt:
            clips[clip_id] = replace(clip, marks=replace(clip.marks, verdict=verdict))


async def again(desk: Desk) -> tuple[Known, Proposal]:
    store, feeder = desk.machine.store, desk.machine.feeder
    batch = await store.load(desk.batch.batch_id)
    clips = await desk.clips.by_origin(f"batch:{batch.batch_id}/")
    known = Known(
        batch=batch,
        history=await store.history(batch.batch_id),
        stored=frozenset(without_attempt(clip.origin) for clip in clips),
    )
    price = lambda _request: PRICE_USD  # noqa: E731
    return known, await rejected_again(batch, known, clips, feeder.jobs, feeder.own_id, price)


async def buy(desk: Desk, known: Known, offered: Proposal) -> None:
    feeder, now = desk.machine.feeder, desk.machine.world.clock.now()
    await approve(desk.machine.store, offered, budget_with(known, offered), now, feeder.own_id)
    await feeder.begin(offered.batch.batch_id)
    await until(desk.machine.rest)


def test_each_row_whose_videos_were_all_rejected_is_made_once_more() -> None:
    async def story(desk: Desk) -> None:
        assert await desk.run(TABLE) == 4
        judge(desk, "prompt 2", Verdict.REJECT)
        judge(desk, "prompt 3", Verdict.KEEP)
        known, offered = await again(desk)
        assert (offered.takes, offered.total) == (1, PRICE_USD)
        await buy(desk, known, offered)
        assert desk.machine.paid["prompt 2"] == 2
        assert desk.machine.paid.total() == 5
        _, offered = await again(desk)
        assert not offered.takes  # the new one has no verdict yet
        judge(desk, "prompt 2", Verdict.REJECT)
        known, offered = await again(desk)
        await buy(desk, known, offered)
        assert desk.machine.paid["prompt 2"] == 3
        assert await desk.run(TABLE) == 0  # the sheet itself asks for nothing more

    play_at_desk(story)


def test_a_row_that_was_left_out_by_hand_is_not_made_once_more() -> None:
    async def story(desk: Desk) -> None:
        await desk.run(TABLE)
        judge(desk, "prompt 1", Verdict.REJECT)
        judge(desk, "prompt 2", Verdict.REJECT)
        store, feeder = desk.machine.store, desk.machine.feeder
        row = (await store.load(desk.batch.batch_id)).rows[0]
        await feeder.withdraw(
            desk.batch.batch_id,
            {row.key},
            WorkChange(after=Work(left_out=frozenset({(row.line, row.cells)}))),
            {},
        )
        _, offered = await again(desk)
        assert (offered.takes, offered.total) == (1, PRICE_USD)

    play_at_desk(story)


def test_what_waits_for_the_person_goes_on_waiting() -> None:
    async def story(desk: Desk) -> None:
        await desk.run(TABLE[:3])
        await desk.begin(TABLE, path="/jobs/spring.csv")
        desk.machine.engine.pause()
        judge(desk, "prompt 1", Verdict.REJECT)
        known, _ = await again(desk)
        stopped = replace(known, history=replace(known.history, last=None))
        store, feeder = desk.machine.store, desk.machine.feeder
        batch = await store.load(desk.batch.batch_id)
        clips = await desk.clips.by_origin(f"batch:{batch.batch_id}/")
        offered = await rejected_again(batch, stopped, clips, feeder.jobs, feeder.own_id, lambda _: PRICE_USD)
        approved = [row.key for row in offered.batch.rows if row.approval == offered.number]
        assert approved == list(offered.open_takes)
        assert (
            budget_with(stopped, offered)
            == offered.taken_money.inside(Currency.USD) + PRICE_USD * offered.takes
        )
        desk.machine.engine.go_on()
        await until(desk.machine.rest)

    play_at_desk(story)


def test_its_sum_is_added_to_what_a_running_batch_may_cost() -> None:
    async def story(desk: Desk) -> None:
        assert await desk.run(TABLE) == 4
        judge(desk, "prompt 1", Verdict.REJECT)
        known, offered = await again(desk)
        act = known.history.approval
        assert act is not None
        known.history.approvals[act.approval] = replace(act, budget=usd(1))
        known.history.last = act
        assert budget_with(known, offered) == usd(1) + PRICE_USD

    play_at_desk(story)
