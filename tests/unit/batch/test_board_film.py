"""A board plays the best existing video of each gap. Where two videos meet in a still, the second begins without it."""

from dataclasses import replace

from fakes.ui_values import a_clip

from vidu_desktop.batch.board_stand import BoardStand, GapStand, StillStand
from vidu_desktop.domain.board import Board
from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.pictures import PictureFacts
from vidu_desktop.errors import BadInput, Sentence

A, B, C = (a_clip(name) for name in "abc")
CUT = "cut"


def board(*gaps: Clip | str | None, loop: bool = False) -> BoardStand:
    """Return a board whose gaps have these videos; None is a gap without one, CUT a hard cut."""
    count = len(gaps) + (not loop)
    stands = tuple(
        GapStand(start=at, end=(at + 1) % count, cut=one == CUT, clip=one if isinstance(one, Clip) else None)
        for at, one in enumerate(gaps)
    )
    strip = replace(Board(name="Dawn", chain="Dawn"), loop=loop)
    strip = strip.with_stills(0, [f"{at}.png" for at in range(count)])
    return BoardStand(board=strip, stills=(), gaps=stands)


def shown(stand: BoardStand) -> list[tuple[str, int]]:
    assert [part.video_path for part in stand.film_wish.parts] == [clip.video_path for clip in stand.film]
    names = {clip.video_path: clip.clip_id for clip in stand.film}
    return [(names[part.video_path], part.skip_first) for part in stand.film_wish.parts]


def test_where_videos_meet_in_a_still_the_second_goes_without_it() -> None:
    assert shown(board(A, B, C)) == [("a", 0), ("b", 1), ("c", 1)]


def test_across_a_hard_cut_and_a_gap_without_a_video_nothing_is_doubled() -> None:
    assert shown(board(A, CUT, B, None, C)) == [("a", 0), ("b", 0), ("c", 0)]


def test_what_follows_a_hard_cut_is_a_cut_and_nothing_else_is() -> None:
    parts = board(A, CUT, B, None, C).film_wish.parts
    assert [part.cut for part in parts] == [False, True, False]


def last_frames_left_out(stand: BoardStand) -> tuple[list[int], list[int]]:
    """Return how many frames are left out at the end of each part, as it is played and as it is written."""
    return tuple([part.skip_last for part in wish.parts] for wish in (stand.played_wish, stand.film_wish))


def test_a_loop_begins_again_without_the_still_twice() -> None:
    assert last_frames_left_out(board(A, B, C, loop=True)) == ([0, 0, 1], [0, 0, 1])
    assert last_frames_left_out(board(A, B, loop=False)) == ([0, 0], [0, 0])
    assert board(A, CUT, C, loop=True).film_wish.loops, "its ends meet, whatever is between them"


def test_a_loop_whose_ends_do_not_both_exist_leaves_nothing_out_there() -> None:
    for gaps in ((CUT, B, C), (None, B, C), (A, B, CUT), (A, B, None), (None, None, C)):
        assert set(map(tuple, last_frames_left_out(board(*gaps, loop=True)))) <= {(0,), (0, 0)}
        stand = replace(board(*gaps, loop=True), stills=stills("1", "2", "3"))
        played, written = last_frames_left_out(stand)
        assert sum(written) == 0
        assert sum(played) == (CUT not in gaps), "the stills that stand in meet"
        assert not stand.film_wish.loops


def stills(*paths: str) -> tuple[StillStand, ...]:
    facts = PictureFacts(path="", name="", width_px=1280, height_px=720, file_bytes=1, media_type="image/png")
    return tuple(StillStand(path=path, content=None, looked=facts) for path in paths)


def played(stand: BoardStand) -> list[tuple[str, int]]:
    """Return what plays: a video's path, or "start>end" of two stills; and how many first frames are left out."""
    return [
        (f"{one.start_path}>{one.end_path}" if (one := part.stand_in) else part.video_path, part.skip_first)
        for part in stand.played_wish.parts
    ]


def test_the_stills_of_a_gap_without_a_video_stand_in_for_it_where_it_plays() -> None:
    stand = replace(board(A, None, B, CUT, None), stills=stills("1", "2", "3", "4", "5", "6"))

    assert played(stand) == [(A.video_path, 0), ("2>3", 1), (B.video_path, 1), ("5>6", 0)]
    assert [part.clip_id for part in stand.film_parts] == ["a", None, "b", None]
    assert [part.stand_in.seconds for part in stand.played_wish.parts if part.stand_in] == [4.0, 4.0]
    assert shown(stand) == [("a", 0), ("b", 0)]


def test_no_seam_of_a_stand_in_is_looked_at() -> None:
    assert replace(board(A, None, B), stills=stills("1", "2", "3", "4")).seams == {}


def test_a_still_that_is_gone_or_no_picture_is_stood_in_for_by_the_other_one() -> None:
    stand = replace(board(None, None, A), stills=stills("1", "", "3", "4"))
    assert played(stand) == [("1>1", 0), ("3>3", 1), (A.video_path, 1)]
    damaged = replace(stand.stills[0], looked=BadInput("picture-damaged", Sentence("damaged")))
    stand = replace(stand, stills=(damaged, *stand.stills[1:]))
    assert played(stand) == [("3>3", 0), (A.video_path, 1)]
    assert shown(stand) == [("a", 0)]


def test_a_gap_is_trimmed_and_timed_besides_the_frame_that_is_doubled_anyway() -> None:
    stand = replace(board(A, None, B, CUT, C), stills=stills("1", "2", "3", "4", "5", "6"))
    strip = stand.board
    for at in range(5):
        strip = strip.with_still(at, replace(strip.stills[at], skip_first=2, skip_last=3, speed=0.5))
    stand = replace(stand, board=strip)

    assert [part.skip_first for part in stand.played_wish.parts] == [2, 3, 3, 2]
    assert [part.skip_first for part in stand.film_wish.parts] == [2, 2, 2]
    for parts in (stand.played_wish.parts, stand.film_wish.parts):
        assert {(part.skip_last, part.speed) for part in parts} == {(3, 0.5)}


def test_a_fade_is_shown_where_two_videos_meet_and_no_seam_is_looked_at_there() -> None:
    stand = board(A, B, CUT, C)
    strip = stand.board
    for at in (0, 1, 3):
        strip = strip.with_still(at, replace(strip.stills[at], fade=8))
    stand = replace(stand, board=strip)

    assert [part.fade for part in stand.film_wish.parts] == [0, 8, 0]
    assert stand.seams == {}
    assert board(A, B).seams.keys() == {1}
