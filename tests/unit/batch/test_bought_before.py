"""A video that another batch has ordered is asked about: never bought twice in silence, never left out in silence."""

import pytest
from fakes.batch_desk import Desk, play_at_desk

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
    """Buy one sheet, then one that shares a row with it; return what the second one bought, and what it asked."""
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
