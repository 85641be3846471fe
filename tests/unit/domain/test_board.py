"""A board's stills, the wishes for the gaps between them, and the document in which a board is kept."""

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vidu_desktop.domain.board import Board, BoardStill, StillContent, board_id, free_name
from vidu_desktop.domain.board_documents import board_from_document, board_to_document
from vidu_desktop.errors import BadInput


def a_board(paths: str) -> Board:
    return Board(name="Dawn", chain="Dawn").with_stills(0, list(paths))


def paths_of(board: Board) -> str:
    return "".join(still.path for still in board.stills)


def test_a_still_put_in_between_gets_a_shot_between():
    board = a_board("AB").with_stills(1, ["x", "y"])
    assert paths_of(board) == "AxyB"
    assert [still.shot for still in board.stills] == ["S010", "S013", "S016", "S020"]


def test_what_is_wanted_of_a_gap_moves_with_the_still_that_it_begins_with():
    board = a_board("ABC")
    board = board.with_still(1, replace(board.stills[1], prompt="runs", cut=True)).moved([1], 0)
    assert paths_of(board) == "BAC"
    assert board.prompt_of(0) == "runs"
    assert board.stills[0].cut


@pytest.mark.parametrize(
    ("loop", "moved", "at", "new"),
    [
        (False, [0], 1, 0),  # it stays where it is
        (False, [0], 3, 2),  # B C A D: C-A and A-D
        (True, [0], 3, 3),  # and D-B
        (False, [1], 0, 2),  # B A C D: B-A and A-C
        (False, [0, 1], 4, 1),  # C D A B: D-A
    ],
)
def test_a_move_changes_the_gaps_whose_stills_werent_neighbours(loop, moved, at, new):
    board = replace(a_board("ABCD"), loop=loop)
    assert board.moved(moved, at).gaps_unlike(board) == new


def test_stills_that_come_in_change_a_gap_each_and_one_more_unless_they_come_at_an_end():
    board = a_board("ABC")
    assert [board.with_stills(at, "xy").gaps_unlike(board) for at in (0, 1, 3)] == [2, 3, 2]
    loop = replace(board, loop=True)
    assert [loop.with_stills(at, "xy").gaps_unlike(loop) for at in (0, 1, 3)] == [3, 3, 3]
    cut = board.with_still(0, replace(board.stills[0], cut=True))
    assert cut.with_stills(1, "x").gaps_unlike(cut) == 1
    assert a_board("").with_stills(0, "x").gaps_unlike(a_board("")) == 0


def test_a_gap_with_wishes_of_its_own_is_another_one():
    board = a_board("ABC")
    own = board.with_still(1, replace(board.stills[1], prompt="runs"))
    assert (own.gaps_unlike(board), board.gaps_unlike(board)) == (1, 0)


def test_several_stills_are_moved_in_their_order():
    assert paths_of(a_board("ABCDE").moved([0, 3], 2)) == "BADCE"
    assert paths_of(a_board("ABCDE").moved([1, 2], 5)) == "ADEBC"


def test_how_a_gap_plays_moves_with_its_still_and_makes_no_other_gap_of_it():
    board = a_board("ABC")
    timed = board.with_still(1, replace(board.stills[1], skip_first=2, skip_last=3, speed=0.5))
    assert timed.gaps_unlike(board) == 0
    moved = timed.moved([1], 0)
    assert (moved.stills[0].skip_first, moved.stills[0].skip_last, moved.stills[0].speed) == (2, 3, 0.5)


def test_a_name_is_one_board_however_it_is_typed():
    assert board_id("Café") == board_id("CAFE\N{COMBINING ACUTE ACCENT}")
    assert free_name("Dawn", ["dawn", "Dawn 2"]) == "Dawn 3"


contents = st.builds(
    StillContent,
    sha256=st.sampled_from(["0" * 64, "af" * 32]),
    file_bytes=st.integers(0, 1 << 40),
    mtime_ns=st.integers(0, 1 << 62),
)
stills = st.builds(
    BoardStill,
    path=st.sampled_from(["/stills/a.png", "/stills/ü 猫.png"]),
    shot=st.sampled_from(["S010", "S015"]),
    content=st.none() | contents,
    prompt=st.none() | st.sampled_from(["", "runs on"]),
    options=st.sampled_from([{}, {"movement": "small"}]),
    takes=st.none() | st.integers(1, 99),
    cut=st.booleans(),
    fade=st.integers(0, 96),
    skip_first=st.integers(0, 9_999),
    skip_last=st.integers(0, 9_999),
    speed=st.floats(0.25, 4.0),
)


@settings(max_examples=25)
@given(st.lists(stills, max_size=5), st.booleans())
def test_a_board_comes_back_as_it_was_written(some, loop):
    board = Board(name="Dawn", chain="Dusk", stills=tuple(some), loop=loop, options={"movement": "small"})
    assert board_from_document(json.loads(json.dumps(board_to_document(board)))) == board


@pytest.mark.parametrize(
    "change",
    [{"stills": [{"path": 3}]}, {"stills": None}, {"schema": "another"}, {"version": 99}, {"loop": "yes"}],
)
def test_what_is_no_board_is_refused(change):
    with pytest.raises(BadInput):
        board_from_document({**board_to_document(a_board("AB")), **change})
