"""Whatever a person does to a sheet between two runs, nothing that was ordered is ordered again."""

import random

import pytest
from fakes.batch_desk import SPRING, Desk, Table, play_at_desk

from vidu_desktop.errors import BadInput

FIRST: Table = [["picture", "prompt", "note"], *([f"{n}.png", f"prompt {n}", f"S{n}"] for n in range(1, 6))]


@pytest.fixture
def played():
    return play_at_desk


def sorted_another_way(table: Table) -> Table:
    return [table[0], *table[:0:-1]]


def with_a_column(table: Table) -> Table:
    return [["Client", *table[0]], *(["Mia", *row] for row in table[1:])]


def with_columns_turned(table: Table) -> Table:
    return [row[::-1] for row in table]


@pytest.mark.parametrize("change", [sorted_another_way, with_a_column, with_columns_turned])
def test_a_sheet_that_was_only_put_in_order_buys_nothing(played, change) -> None:
    async def story(desk: Desk) -> None:
        assert await desk.run(FIRST) == 5
        assert await desk.run(change(FIRST)) == 0

    played(story)


def test_a_copy_under_another_name_is_the_same_batch(played) -> None:
    async def story(desk: Desk) -> None:
        assert await desk.run(FIRST) == 5
        assert await desk.run(FIRST, path="/jobs/copy.csv") == 0

    played(story)


def test_a_column_that_gets_a_meaning_later_buys_nothing_again(played) -> None:
    async def story(desk: Desk) -> None:
        assert await desk.run(FIRST) == 5
        assert await desk.run(FIRST, "note=shot") == 0
        assert await desk.run(FIRST, "note=key") == 0

    played(story)


def test_new_rows_are_bought_and_changed_ones_are_left_as_they_were(played) -> None:
    async def story(desk: Desk) -> None:
        assert await desk.run(FIRST, "note=key") == 5
        table = [list(row) for row in FIRST]
        table[2][1] = "another prompt"
        table.append(["6.png", "prompt 6", "S6"])

        assert await desk.run(table, "note=key") == 1
        assert "another prompt" not in desk.machine.paid

    played(story)


def test_a_row_that_went_and_came_back_is_known(played) -> None:
    async def story(desk: Desk) -> None:
        assert await desk.run(FIRST) == 5
        assert await desk.run(FIRST[:3]) == 0
        assert await desk.run(FIRST) == 0

    played(story)


@pytest.mark.parametrize("columns", [slice(0, 2), slice(1, None, -1)], ids=["in order", "turned"])
def test_a_row_that_went_with_a_column_keeps_its_cells_under_their_names(played, columns) -> None:
    async def story(desk: Desk) -> None:
        assert await desk.run(FIRST) == 5
        assert await desk.run([row[columns] for row in FIRST[:3]]) == 0
        head, *rows = await desk.result()
        assert {len(row) for row in rows} == {len(head)}
        assert [row[:2] for row in rows] == [row[columns] for row in FIRST[1:]]
        assert {row[head.index("Vidu batch")] for row in rows} == {desk.batch.batch_id}

    played(story)


def test_only_who_says_so_buys_a_sheet_anew(played) -> None:
    async def story(desk: Desk) -> None:
        assert await desk.run(FIRST) == 5
        assert await desk.run(FIRST, anew=True) == 5

    played(story)


def test_results_fed_back_in_twenty_random_states_buy_each_row_once(played) -> None:
    async def story(desk: Desk) -> None:
        dice = random.Random(20)
        table = [list(row) for row in FIRST]
        assert await desk.run(table) == 5
        for fed in range(20):
            head, *rows = await desk.result()
            dice.shuffle(rows)
            new = dice.random() < 0.3
            if new:
                at = head.index("picture"), head.index("prompt")
                row = [""] * len(head)
                row[at[0]], row[at[1]] = "7.png", f"new {fed}"
                rows.append(row)
            order = list(range(len(head)))
            dice.shuffle(order)
            table = [[row[index] for index in order] for row in (head, *rows)]
            if dice.random() < 0.5:
                table = with_a_column(table) if "Client" not in table[0] else table

            assert await desk.run(table, path=f"/jobs/results {fed}.csv") == new
        assert max(desk.machine.paid.values()) == 1

    played(story)


def test_a_rehearsal_s_result_that_was_bought_belongs_to_the_paid_batch(played) -> None:
    async def story(desk: Desk) -> None:
        rehearsed = await desk.rehearse(FIRST)
        rehearsal = desk.batch.batch_id
        assert await desk.run(rehearsed, path="/jobs/spring results.csv") == 5
        bought = desk.batch.batch_id

        other_prompts = [rehearsed[0], *([row[0], f"{row[1]} again", *row[2:]] for row in rehearsed[1:])]
        for fed, path in (
            (rehearsed, "/jobs/spring results.csv"),
            (other_prompts, "/jobs/b.csv"),
            (FIRST, SPRING),
        ):
            assert await desk.run(fed, path=path) == 0
            assert desk.batch.batch_id == bought
        assert desk.batch.source_path == SPRING
        assert max(desk.machine.paid.values()) == 1

        await desk.rehearse(await desk.result(), path="/jobs/spring results 2.csv")
        assert desk.batch.batch_id == rehearsal

    played(story)


KEYED: Table = [
    ["id", "picture", "prompt"],
    ["A", "1.png", "turns"],
    ["B", "2.png", "turns"],
    ["C", "1.png", "turns"],
]


def test_a_row_that_asks_for_the_same_as_another_is_asked_about_whatever_its_key_is(played) -> None:
    async def story(desk: Desk) -> None:
        for anew in (False, True):
            (problem,) = await desk.problems(KEYED, anew=anew)
            assert (problem.line, problem.code, problem.remedy) == (4, "row-same", "--same")
        assert not (await desk.checked_table(KEYED, path=SPRING, rehearsal=True)).plan.problems
        assert await desk.run(KEYED, same="leave") == 2
        assert await desk.run(KEYED, same="take") == 1
        assert await desk.run(KEYED) == 0
        assert desk.machine.paid.total() == 3

    played(story)


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param([KEYED[3], KEYED[2], KEYED[1]], id="sorted-another-way"),
        pytest.param([KEYED[2], KEYED[3]], id="without-the-ordered-one"),
        pytest.param([["A", "1.png", "waves"], KEYED[2], KEYED[3]], id="the-ordered-one-is-changed"),
        pytest.param([KEYED[1], KEYED[2], ["D", "1.png", "turns"]], id="under-another-key"),
    ],
)
def test_a_row_left_out_as_the_same_is_asked_about_again_whatever_becomes_of_its_sheet(played, rows) -> None:
    async def story(desk: Desk) -> None:
        assert await desk.run(KEYED, same="leave") == 2
        table = [KEYED[0], *rows]
        asked = [(one.line, one.code) for one in await desk.problems(table)]
        assert asked == [(line, "row-same") for line, row in enumerate(rows, 2) if row[0] in "CD"]
        assert await desk.run(table, same="leave") == 0
        assert await desk.run(table, same="take") == 1

    played(story)


@pytest.mark.parametrize("turned", [False, True])
def test_a_result_with_a_row_left_out_as_the_same_buys_nothing(played, turned: bool) -> None:
    async def story(desk: Desk) -> None:
        assert await desk.run(KEYED, same="leave") == 2
        table = await desk.result()
        assert (
            await desk.run(sorted_another_way(table) if turned else table, path="/jobs/spring results.csv")
            == 0
        )

    played(story)


def test_rows_that_were_approved_as_the_same_are_not_asked_about_until_they_ask_for_something_else(
    played,
) -> None:
    async def story(desk: Desk) -> None:
        taken = await desk.checked_table(KEYED, path=SPRING, same="take")
        await desk.approve(taken)
        assert not await desk.problems(KEYED)
        table = [*KEYED[:2], ["B", "1.png", "turns"], KEYED[3]]
        assert [(one.line, one.code) for one in await desk.problems(table)] == [(3, "row-same")]

    played(story)


def test_rows_without_a_key_are_asked_about_once(played) -> None:
    async def story(desk: Desk) -> None:
        table = [row[1:] for row in KEYED]
        assert [one.code for one in await desk.problems(table, same="leave")] == ["row-twin"]
        table = [["picture", "prompt", "duration"], ["1.png", "turns", ""], ["1.png", "turns", "4"]]
        assert [one.code for one in await desk.problems(table)] == ["row-same"]

    played(story)


def test_a_sheet_under_another_name_with_a_row_more_is_the_same(played) -> None:
    async def story(desk: Desk) -> None:
        assert await desk.run(FIRST) == 5
        assert await desk.run([*FIRST, ["6.png", "prompt 6", "S6"]], path="/jobs/later.csv") == 1

    played(story)


def test_a_sheet_that_asks_for_something_else_is_another_batch(played) -> None:
    async def story(desk: Desk) -> None:
        assert await desk.run(FIRST) == 5
        others = [FIRST[0], *([row[0], f"{row[1]} again", row[2]] for row in FIRST[1:])]
        assert await desk.run(others, path="/jobs/other.csv") == 5

    played(story)


def test_a_damaged_batch_holds_up_its_own_sheet_and_no_other(played) -> None:
    async def story(desk: Desk) -> None:
        assert await desk.run(FIRST) == 5
        desk.machine.disk.heads[desk.batch.batch_id] = {"schema": "damaged"}
        others = [FIRST[0], *([row[0], f"{row[1]} again", row[2]] for row in FIRST[1:])]

        assert await desk.run(others, path="/jobs/other.csv") == 5
        with pytest.raises(BadInput):
            await desk.run(FIRST, path="/jobs/copy.csv")

    played(story)
