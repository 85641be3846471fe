"""The verdict of the soak: it finds everything that grows after the first rounds."""

from dataclasses import replace

import pytest
from soak.rounds import Round, head, judge, line

QUIET = Round(
    number=0,
    rss_mb=330.0,
    used_mb=160.0,
    helpers_mb=400.0,
    threads=31,
    helpers=4,
    open_files=52,
    connections=2,
    rows=9,
    clips=8,
)


def rounds(count: int = 22, **growing_by: float) -> list[Round]:
    """Return rounds in which these values grow by this much per round."""
    return [
        replace(
            QUIET,
            number=number,
            **{name: getattr(QUIET, name) + by * number for name, by in growing_by.items()},
        )
        for number in range(count)
    ]


def test_rounds_that_stay_as_they_are_are_flat() -> None:
    assert judge(rounds()).flat


@pytest.mark.parametrize(
    "grown",
    [
        {"rss_mb": 4.0},
        {"used_mb": 2.0},
        {"connections": 1},
        {"threads": 1},
        {"open_files": 1},
        {"unexpected": 1},
    ],
)
def test_whatever_grows_is_not_flat(grown: dict[str, float]) -> None:
    assert not judge(rounds(**grown)).flat


def test_a_round_after_which_the_program_does_not_come_to_rest_is_not_flat() -> None:
    spinning = rounds()
    spinning[3] = replace(spinning[3], rest_percent=100.0)

    assert not judge(spinning).flat


def test_what_grows_while_it_settles_does_not_count() -> None:
    settling = [replace(QUIET, rss_mb=100.0 + 20 * number, threads=20 + number) for number in range(10)]

    assert judge([*settling, *rounds()]).flat


def test_one_round_in_the_middle_of_an_export_does_not_count() -> None:
    busy = rounds()
    busy[-1] = replace(busy[-1], rss_mb=500.0, threads=40, open_files=60)

    assert judge(busy).flat


def test_what_is_flat_may_still_be_too_much() -> None:
    assert judge(rounds(), most_mb=QUIET.rss_mb + 1).flat
    assert not judge(rounds(), most_mb=QUIET.rss_mb).flat


def test_connections_that_are_kept_for_the_next_question_are_no_growth() -> None:
    kept = [replace(one, connections=1 if one.number < 15 else 4) for one in rounds()]

    assert judge(kept).flat


def measuring(rounds_: list[Round], numbers: set[int]) -> list[Round]:
    """Return the rounds with one more helper process at work in those numbered `numbers`, with its thread and pipes."""
    return [
        replace(one, helpers=one.helpers + 1, threads=one.threads + 1, open_files=one.open_files + 3)
        if one.number in numbers
        else one
        for one in rounds_
    ]


def test_a_helper_that_is_at_work_more_often_in_the_end_is_no_growth() -> None:
    assert judge(measuring(rounds(31), {12, 13, 26, 27, 28, 29, 30})).flat


@pytest.mark.parametrize("grown", [{"threads": 1}, {"open_files": 1}])
def test_what_grows_beside_helpers_is_found_whatever_they_do(grown: dict[str, float]) -> None:
    assert not judge(measuring(rounds(31, **grown), {12, 13, 26, 27, 28, 29, 30})).flat
    assert not judge(measuring(rounds(31, **grown), set(range(22, 31)))).flat


def test_too_few_rounds_are_no_verdict() -> None:
    verdict = judge(rounds(12))

    assert not verdict.flat
    assert "no verdict" in verdict.words


def test_a_line_stands_under_its_head() -> None:
    assert len(line(QUIET)) == len(head())
