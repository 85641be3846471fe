"""Rows that were added to a sheet after its approval are counted, and never bought by themselves."""

from fakes.batch_desk import SPRING, Desk, play_at_desk
from fakes.virtual_time import until

from vidu_desktop.batch.sheet_changes import news_of, stamp_of
from vidu_desktop.domain.batch import Batch

HEAD = ["picture", "prompt", "note"]
ROWS = [["1.png", "one", "a"], ["2.png", "two", "b"], ["3.png", "three", "c"]]


async def news(desk: Desk, *rows: list[str], head: list[str] = HEAD) -> list[tuple[Batch, int]]:
    """Return what is new in the desk's batch once its sheet has these rows."""
    desk.table = [head, *rows]
    desk.machine.folders.put(SPRING, str(desk.table))
    return await news_of([desk.batch.batch_id], desk.machine.store, desk, desk.machine.folders)


def test_added_and_changed_rows_are_counted_in_any_order_and_none_of_them_is_bought() -> None:
    async def story(desk: Desk) -> None:
        await desk.begin([HEAD, *ROWS], path=SPRING)
        changed = ["3.png", "three", "another note"]
        found = await news(desk, ["4.png", "four", ""], ROWS[1], ROWS[0], changed)
        assert [rows for _, rows in found] == [2]
        await until(desk.machine.rest)
        assert desk.machine.paid == {"one": 1, "two": 1, "three": 1}

    play_at_desk(story)


def test_the_same_rows_with_a_column_more_or_a_row_less_are_no_news() -> None:
    async def story(desk: Desk) -> None:
        await desk.begin([HEAD, *ROWS], path=SPRING)
        assert not await news(desk, *([*row, "more"] for row in ROWS), head=[*HEAD, "own"])
        assert not await news(desk, *ROWS[1:])

    play_at_desk(story)


def test_a_row_twice_is_one_more() -> None:
    async def story(desk: Desk) -> None:
        await desk.begin([HEAD, *ROWS], path=SPRING)
        assert [rows for _, rows in await news(desk, *ROWS, ROWS[0])] == [1]

    play_at_desk(story)


def test_what_is_away_has_neither_news_nor_a_stamp() -> None:
    async def story(desk: Desk) -> None:
        await desk.begin([HEAD, *ROWS], path=SPRING)
        assert not await news_of([desk.batch.batch_id], desk.machine.store, desk, desk.machine.folders)
        assert await stamp_of(SPRING, desk.machine.folders) == ()

    play_at_desk(story)


def test_the_guard_against_unapproved_rows_sees_them_bought_once_they_are_approved() -> None:
    async def story(desk: Desk) -> None:
        await desk.begin([HEAD, *ROWS], path=SPRING)
        assert await news(desk, *ROWS, ["4.png", "four", ""])
        await until(desk.machine.rest)
        assert "four" not in desk.machine.paid

        assert await desk.run([HEAD, *ROWS, ["4.png", "four", ""]]) == 1
        assert desk.machine.paid == {"one": 1, "two": 1, "three": 1, "four": 1}
        assert not await news(desk, *ROWS, ["4.png", "four", ""])

    play_at_desk(story)
