"""However many batches there are, a sheet's check reads the rows only of those that have to do with it."""

from dataclasses import replace

import pytest
from fakes.batch_desk import Desk, play_at_desk
from fakes.batches import a_batch
from fakes.requests import a_request

from vidu_desktop.batch.bought_before import BoughtBefore
from vidu_desktop.batch.outline import marks_of, outline_of
from vidu_desktop.domain.options import Movement

HEAD = ["picture", "prompt"]


def table(sheet: int, rows: int = 4) -> list[list[str]]:
    return [HEAD, *([f"{number}.png", f"prompt {sheet} {number}"] for number in range(1, rows + 1))]


async def with_others(desk: Desk) -> list[str]:
    """Run three sheets; return the list that is filled from then on with the ids of the batches that are read whole."""
    for sheet in range(3):
        assert await desk.run(table(sheet), path=f"/jobs/{sheet}.csv") == 4
    store, read = desk.machine.store, list[str]()
    load = store.load

    async def counting(batch_id: str):
        read.append(batch_id)
        return await load(batch_id)

    async def outline(batch_id: str):
        return outline_of(await load(batch_id))

    store.load, store.outline = counting, outline  # type: ignore[method-assign]
    jobs = desk.machine.jobs_known
    desk.checker = replace(desk.checker, bought=BoughtBefore(store, desk.clips, jobs))
    return read


def test_the_check_of_another_sheet_reads_no_rows_of_others() -> None:
    async def story(desk: Desk) -> None:
        read = await with_others(desk)
        assert not await desk.problems(table(7), path="/jobs/7.csv")
        assert (
            await desk.checker.tables_before(
                "/jobs/7.csv", (await desk.checked_table(table(7), path="/")).sheet
            )
            == []
        )
        await desk.checker.read_before("/jobs/1.csv")
        assert read == []

    play_at_desk(story)


def test_a_sheet_under_another_name_is_found_by_what_it_asks_for_and_only_its_batch_is_read() -> None:
    async def story(desk: Desk) -> None:
        read = await with_others(desk)
        checked = await desk.checked_table([*table(1), ["5.png", "one more"]], path="/jobs/renamed.csv")
        assert checked.known.batch is not None
        assert set(read) == {checked.known.batch.batch_id}
        assert checked.known.batch.source_path == "/jobs/1.csv"

    play_at_desk(story)


def test_of_a_video_that_another_batch_has_the_person_is_asked_and_only_that_batch_is_read() -> None:
    async def story(desk: Desk) -> None:
        read = await with_others(desk)
        mixed = [*table(7), table(2)[3]]
        problems = await desk.problems(mixed, path="/jobs/7.csv")
        assert [(one.line, one.code) for one in problems] == [(6, "have-already")]
        assert len(set(read)) == 1

    play_at_desk(story)


@pytest.mark.parametrize("stamped", [True, False])
def test_what_another_computer_orders_between_two_checks_is_asked_about(stamped: bool) -> None:
    """Without stamps that change, it would be bought a second time: that they are looked at each time is what keeps it."""

    async def story(desk: Desk) -> None:
        await with_others(desk)
        store, wanted = desk.machine.store, table(7)
        assert not await desk.problems(wanted, path="/jobs/7.csv")
        if not stamped:
            before = await store.stamps()

            async def stamps() -> dict[str, str]:
                return dict(before)

            store.stamps = stamps  # type: ignore[method-assign]
        here, theirs = desk.checker, BoughtBefore(store, desk.clips, desk.machine.jobs_known)
        desk.checker = replace(here, bought=theirs)
        await desk.run([*table(0), wanted[2]], path="/jobs/0.csv")
        desk.checker = here

        problems = await desk.problems(wanted, path="/jobs/7.csv")
        assert [one.code for one in problems] == (["have-already"] if stamped else [])

    play_at_desk(story)


@pytest.mark.anyio
async def test_marks_are_alike_for_rows_that_ask_for_the_same_however_their_options_are_held() -> None:
    (row,) = a_batch(1).rows
    written = replace(a_request(prompt="p"), options={"duration": 4, "movement": "small", "audio": True})
    held = replace(written, options={"movement": Movement.SMALL, "audio": 1, "duration": 4.0})
    assert written == held

    one, same = [await marks_of([replace(row, request=request)]) for request in (written, held)]
    other = await marks_of([replace(row, request=replace(written, prompt="q"))])
    under_another_key = await marks_of([replace(row, request=written, key="k")])

    assert one == same
    assert one.videos.isdisjoint(other.videos)
    assert (one.videos == under_another_key.videos, one.asked == under_another_key.asked) == (True, False)
