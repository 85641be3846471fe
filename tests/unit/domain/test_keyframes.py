"""Keyframes become shots: from which two pictures, and under which names."""

import pytest

from vidu_desktop.domain.keyframes import Arrangement, shot_names, shots_of
from vidu_desktop.domain.marks import LABEL_MOST_CHARS


@pytest.mark.parametrize(
    ("arrangement", "pictures", "shots"),
    [
        (Arrangement.ROW, 4, [(0, 1), (1, 2), (2, 3)]),
        (Arrangement.PAIRS, 4, [(0, 1), (2, 3)]),
        (Arrangement.PAIRS, 5, [(0, 1), (2, 3)]),
        (Arrangement.FIRST_TWO, 5, [(0, 1)]),
    ],
)
def test_pictures_become_shots(arrangement, pictures, shots) -> None:
    assert shots_of(arrangement, pictures) == shots


@pytest.mark.parametrize("arrangement", Arrangement)
@pytest.mark.parametrize("pictures", [0, 1])
def test_fewer_than_two_pictures_make_no_shot(arrangement, pictures) -> None:
    assert shots_of(arrangement, pictures) == []


@pytest.mark.parametrize(
    ("first", "names"),
    [
        ("S010", ["S010", "S020", "S030"]),
        ("S110", ["S110", "S120", "S130"]),
        ("S990", ["S990", "S1000", "S1010"]),
        ("sh7", ["sh7", "sh8", "sh9"]),
        ("A2_S005", ["A2_S005", "A2_S006", "A2_S007"]),
        ("S010a", ["S010a", "S020a", "S030a"]),
        ("000", ["000", "001", "002"]),
        ("Opening", ["Opening_010", "Opening_020", "Opening_030"]),
    ],
)
def test_shots_count_on_from_the_first_name(first, names) -> None:
    assert shot_names(first, 3) == names


@pytest.mark.parametrize("char", ["x", "9", "٣"])
@pytest.mark.parametrize("length", [LABEL_MOST_CHARS - 2, LABEL_MOST_CHARS])
def test_a_name_of_the_greatest_length_still_gets_a_number_and_no_name_is_longer(
    char: str, length: int
) -> None:
    names = shot_names(char * length, 200)
    assert len(set(names)) == 200
    assert max(map(len, names)) <= LABEL_MOST_CHARS
