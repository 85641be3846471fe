"""Whatever becomes of a sheet between two runs, leaving out what asks for the same pays each video once."""

import random

import pytest
from fakes.batch_desk import Desk, Table, play_at_desk

HEAD = ["id", "picture", "prompt"]


def a_sheet(dice: random.Random) -> Table:
    """Return rows with keys of their own that ask for few different videos."""
    return [
        HEAD,
        *[[f"K{n}", f"{dice.randint(1, 2)}.png", dice.choice(["turns", "waves"])] for n in range(6)],
    ]


def changed(table: Table, dice: random.Random) -> Table:
    """Return a sheet as a person might leave it: sorted anew, rows gone, come, under other keys, asking for something else."""
    rows = [list(row) for row in table[1:]]
    match dice.choice(["sort", "remove", "rename", "ask", "add"]):
        case "sort":
            dice.shuffle(rows)
        case "remove" if len(rows) > 2:
            rows.pop(dice.randrange(len(rows)))
        case "rename":
            dice.choice(rows)[0] = f"R{dice.randint(0, 999)}"
        case "ask":
            dice.choice(rows)[2] = dice.choice(["turns", "waves", "jumps"])
        case _:
            rows.append([f"N{dice.randint(0, 999)}", "1.png", dice.choice(["turns", "waves"])])
    return [table[0], *rows]


@pytest.mark.parametrize("seed", range(12))
def test_a_video_that_several_rows_ask_for_is_paid_once(seed: int) -> None:
    dice = random.Random(seed)

    async def story(desk: Desk) -> None:
        table = a_sheet(dice)
        for _ in range(6):
            checked = await desk.checked_table(table, path="/jobs/spring.csv", same="leave")
            if not checked.plan.problems:  # a key may have come up twice
                await desk.run(table, same="leave")
                result = await desk.result()
                assert await desk.run(result, path="/jobs/spring results.csv", same="leave") == 0
            jobs = [(job.request.picture_paths, job.request.prompt) for job in desk.machine.engine.jobs()]
            assert len(jobs) == len(set(jobs))
            table = changed(table, dice)

    play_at_desk(story)
