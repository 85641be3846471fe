"""Which of two stills that don't fit is matched to the other one."""

from dataclasses import replace

from fakes.ui_values import a_clip

from vidu_desktop.batch.board_stand import BoardStand, GapStand, StillStand
from vidu_desktop.controllers.still_fixes import matches_start
from vidu_desktop.domain.board import Board
from vidu_desktop.domain.pictures import PictureFacts


def strip_of(*widths_px: int) -> BoardStand:
    """Return a board of stills of these widths, all of one height, without a video."""
    names = [f"{number}.png" for number in range(len(widths_px))]
    stills = tuple(
        StillStand(
            path=name,
            content=None,
            looked=PictureFacts(
                path=name, name=name, width_px=width_px, height_px=900, file_bytes=9, media_type="image/png"
            ),
        )
        for name, width_px in zip(names, widths_px, strict=True)
    )
    gaps = tuple(GapStand(start=start, end=start + 1) for start in range(len(widths_px) - 1))
    board = Board(name="Dawn", chain="Dawn").with_stills(0, names)
    return BoardStand(board=board, stills=stills, gaps=gaps)


def test_a_video_that_is_made_already_is_not_put_out_of_date_for_it() -> None:
    stand = strip_of(1100, 1000, 1300, 1300)
    first, wrong, last = stand.gaps
    assert matches_start(stand, wrong), "the end still would no longer fit the one behind it"

    made = replace(stand, gaps=(replace(first, clip=a_clip("paid")), wrong, last))
    assert not matches_start(made, wrong)


def test_across_a_hard_cut_nothing_has_to_fit() -> None:
    stand = strip_of(900, 1600, 1600)
    wrong, behind = stand.gaps
    assert matches_start(stand, wrong)
    assert not matches_start(replace(stand, gaps=(wrong, replace(behind, cut=True))), wrong)
