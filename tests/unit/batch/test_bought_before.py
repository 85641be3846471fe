"""The person is asked about a video that another batch has ordered: it is never silently bought twice, nor silently left out."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest
from fakes.batch_desk import Desk, play_at_desk
from fakes.batches import NOW
from fakes.virtual_time import until
from fakes.world import trouble

from vidu_desktop.batch.bought_before import BoughtBefore, VideosHad
from vidu_desktop.domain.batch import SeenPicture
from vidu_desktop.domain.request import GenerationRequest
from vidu_desktop.errors import Refused

TABLE = [["picture", "prompt"], *([f"{number}.png", f"prompt {number}"] for number in range(1, 5))]
OTHER = [
    TABLE[0],
    ["5.png", "five"],
    ["6.png", "six"],
    ["7.png", "seven"],
    ["8.png", "eight"],
    ["3.png", "prompt 3"],
]


def at_two_sheets(again: str | None) -> tuple[int, list[int]]:
    """Buy a sheet, then another that shares a row with it; return what the second one bought, and what it asked."""
    bought, asked = 0, []

    async def story(desk: Desk) -> None:
        nonlocal bought, asked
        assert await desk.run(TABLE) == 4
        problems = await desk.problems(OTHER, path="/jobs/other.csv", again=again)
        asked = [problem.line for problem in problems if problem.code == "have-already"]
        assert len(asked) == len(problems)
        if not problems:
            bought = await desk.run(OTHER, path="/jobs/other.csv", again=again)

    play_at_desk(story)
    return bought, asked


@pytest.mark.parametrize(("again", "bought", "asked"), [(None, 0, [6]), ("leave", 4, []), ("take", 5, [])])
def test_the_person_says_what_becomes_of_what_they_have(
    again: str | None, bought: int, asked: list[int]
) -> None:
    assert at_two_sheets(again) == (bought, asked)


def test_another_prompt_or_another_picture_is_another_video() -> None:
    async def story(desk: Desk) -> None:
        assert await desk.run(TABLE) == 4
        others = [TABLE[0], ["3.png", "prompt 4"], ["8.png", "prompt 3"]]
        assert not await desk.problems(others, path="/jobs/other.csv")

    play_at_desk(story)


def test_what_this_very_batch_has_ordered_is_settled_and_not_asked() -> None:
    async def story(desk: Desk) -> None:
        assert await desk.run(TABLE) == 4
        assert await desk.run(TABLE, anew=True) == 4
        assert await desk.run(TABLE) == 0

    play_at_desk(story)


async def order_by_hand(desk: Desk, *, rehearsal: bool = False) -> GenerationRequest:
    """Order by hand what the third row of the table asks for."""
    checked = await desk.checked_table(TABLE, path="/jobs/hand.csv")
    request = next(row.request for row in checked.plan.rows if row.line == 4)
    assert request is not None
    desk.machine.engine.submit(request, rehearsal=rehearsal)
    await until(desk.machine.rest)
    await asyncio.sleep(1)  # virtual time, until the journal has its last line
    return request


def asked_lines(problems) -> list[int]:
    return [problem.line for problem in problems if problem.code == "have-already"]


def test_a_video_that_was_ordered_by_hand_is_asked_about_with_its_day() -> None:
    async def story(desk: Desk) -> None:
        await order_by_hand(desk)
        problems = await desk.problems(TABLE)
        assert asked_lines(problems) == [4]
        job = desk.machine.engine.jobs()[0]
        assert f"{(job.stored_at or job.created_at).astimezone():%Y-%m-%d}" in str(problems[0].sentence)

    play_at_desk(story)


def test_a_picture_that_was_written_to_since_then_is_another_one() -> None:
    async def story(desk: Desk) -> None:
        request = await order_by_hand(desk)
        later_ns = int((desk.machine.world.clock.now() + timedelta(minutes=1)).timestamp() * 1e9)
        path = request.picture_paths[0]
        desk.machine.folders.files[path] = SeenPicture(path=path, file_bytes=3, mtime_ns=later_ns)
        assert not await desk.problems(TABLE)

    play_at_desk(story)


def test_a_rehearsal_is_no_video_that_one_has() -> None:
    async def story(desk: Desk) -> None:
        await order_by_hand(desk, rehearsal=True)
        assert not await desk.problems(TABLE)

    play_at_desk(story)


@pytest.mark.parametrize("how", ["refused", "failed", "taken off"])
@pytest.mark.parametrize("by_hand", [True, False])
def test_an_order_that_came_to_nothing_is_no_video(how: str, by_hand: bool) -> None:
    async def story(desk: Desk) -> None:
        engine, service = desk.machine.engine, desk.machine.world.service
        if how == "refused":
            service.troubles.extend(trouble(Refused, "1301") for _ in range(4))
        elif how == "failed":
            service.fails = {f"task-{number}" for number in range(4)}
        else:
            engine.pause()
        if by_hand:
            checked = await desk.checked_table(TABLE, path="/jobs/hand.csv")
            engine.submit_many([row.request for row in checked.plan.rows], rehearsal=False)
        else:
            await desk.begin(TABLE, path="/jobs/hand.csv")
        if how == "taken off":
            await until(lambda: len(engine.jobs()) == 4)
            engine.cancel_many([job.job_id for job in engine.jobs()])
        await until(desk.machine.rest)
        assert not await desk.problems(OTHER, path="/jobs/other.csv")

    play_at_desk(story)


def test_a_renamed_folder_changes_nothing_of_what_was_ordered() -> None:
    async def story(desk: Desk) -> None:
        assert await desk.run(TABLE) == 4
        for path, one in list(desk.machine.folders.files.items()):
            there = path.replace("/jobs/", "/moved/")
            desk.machine.folders.files[there] = SeenPicture(
                path=there, file_bytes=one.file_bytes, mtime_ns=one.mtime_ns
            )
            del desk.machine.folders.files[path]
        checked = await desk.checked_table(TABLE, path="/moved/spring.csv")
        offered = await checked.proposal(desk.machine.feeder.jobs, "here", NOW)
        assert (offered.takes, offered.changed_lines) == (0, ())

    play_at_desk(story)


class BegunMeanwhile(BoughtBefore):
    """Another command begins the same sheet after its own batch was looked up, and before the orders of others are."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.machine.store, desk.clips, desk.machine.jobs_known)
        self._desk = desk
        self._begun = False

    async def elsewhere(self, own_batch_id: str, rows=None) -> VideosHad:
        if not self._begun:
            self._begun = True
            await self._desk.begin(TABLE, path="/jobs/spring.csv")
            await until(self._desk.machine.rest)
        return await super().elsewhere(own_batch_id, rows)


def test_a_sheet_that_another_command_begins_meanwhile_is_that_batch_and_no_other() -> None:
    async def story(desk: Desk) -> None:
        desk.checker = replace(desk.checker, bought=BegunMeanwhile(desk))
        assert not await desk.problems(TABLE)
        assert await desk.run(TABLE) == 0

    play_at_desk(story)
