"""A board plays the best that there is of each gap, without the stills in which two videos meet."""

from dataclasses import replace

from fakes.ui_values import a_clip

from vidu_desktop.batch.board_stand import BoardStand, GapStand
from vidu_desktop.domain.board import Board
from vidu_desktop.domain.clip import Clip

A, B, C = (a_clip(name) for name in "abc")
CUT = "cut"


def board(*gaps: Clip | str | None) -> BoardStand:
    """Each gap with its video; None for one without, CUT for a hard cut."""
    stands = tuple(
        GapStand(start=at, end=at + 1, cut=one == CUT, clip=one if isinstance(one, Clip) else None)
        for at, one in enumerate(gaps)
    )
    strip = Board(name="Dawn", chain="Dawn").with_stills(0, [f"{at}.png" for at in range(len(gaps) + 1)])
    return BoardStand(board=strip, stills=(), gaps=stands)


def shown(stand: BoardStand) -> list[tuple[str, int]]:
    assert [part.video_path for part in stand.film_wish.parts] == [clip.video_path for clip in stand.film]
    names = {clip.video_path: clip.clip_id for clip in stand.film}
    return [(names[part.video_path], part.skip_first) for part in stand.film_wish.parts]


def test_where_videos_meet_in_a_still_the_second_goes_without_it() -> None:
    assert shown(board(A, B, C)) == [("a", 0), ("b", 1), ("c", 1)]


def test_across_a_hard_cut_and_a_gap_without_a_video_nothing_is_doubled() -> None:
    assert shown(board(A, CUT, B, None, C)) == [("a", 0), ("b", 0), ("c", 0)]


def test_a_fade_is_shown_where_two_videos_meet_and_no_seam_is_looked_at_there() -> None:
    stand = board(A, B, CUT, C)
    strip = stand.board
    for at in (0, 1, 3):
        strip = strip.with_still(at, replace(strip.stills[at], fade=8))
    stand = replace(stand, board=strip)

    assert [part.fade for part in stand.film_wish.parts] == [0, 8, 0]
    assert stand.seams == {}
    assert board(A, B).seams.keys() == {1}
