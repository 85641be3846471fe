"""The effect of the video's size on a picture is drawn in its well, can be chosen, and is part of the order."""

import pytest
from fakes.requests import a_request
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QLabel

from vidu_desktop.domain.framing import Framing, FramingKind
from vidu_desktop.domain.modes import Mode
from vidu_desktop.ui.compose import ComposePane
from vidu_desktop.ui.widgets.picture_well import PictureWell
from vidu_desktop.ui.widgets.problem_list import ProblemList

SQUARE, OTHER = "/p/square.png", "/p/other.png"
MIDDLE = Framing(kind=FramingKind.CROP, width=1280, height=720)


@pytest.fixture
def pane(qtbot, look, desk) -> ComposePane:
    pane = ComposePane(look, desk, rest_ms=0)
    qtbot.addWidget(pane)
    pane.resize(440, 900)
    pane.show()
    desk.sizes[SQUARE] = (1000, 1000)
    return pane


def press(pane: ComposePane, words: str) -> None:
    (button,) = [
        one for one in pane.findChildren(QAbstractButton) if one.isVisible() and one.text().startswith(words)
    ]
    button.click()


def words_of(pane: ComposePane) -> str:
    return " ".join(label.text() for label in pane.findChildren(QLabel) if label.isVisible())


def problems_of(pane: ComposePane) -> str:
    return " ".join(words for one in pane.current_tab.findChildren(ProblemList) for words in one.sentences)


def framings(pane: ComposePane) -> list[tuple[Framing | None, ...]]:
    return [request.framings for request in pane.current_tab.readiness.requests]


def well(pane: ComposePane) -> PictureWell:
    return next(one for one in pane.current_tab.findChildren(PictureWell) if one.isVisible())


def filled(pane: ComposePane, desk, drop, *paths: str) -> ComposePane:
    drop(pane, *paths)
    desk.answer_all()
    return pane


def test_a_picture_of_the_videos_shape_begins_it_exactly_and_is_not_touched(pane, desk, drop) -> None:
    filled(pane, desk, drop, "/p/wide.png")
    assert "begins with exactly this picture" in words_of(pane)
    assert "Cut" not in [one.text() for one in pane.findChildren(QAbstractButton) if one.isVisible()]
    assert framings(pane) == [()]


def test_another_shape_is_cut_in_the_middle_and_that_is_said(pane, desk, drop) -> None:
    filled(pane, desk, drop, SQUARE)
    assert "the part of this picture that is inside the frame" in words_of(pane)
    assert framings(pane) == [(MIDDLE,)]


def test_the_frame_is_dragged_to_an_edge_and_no_further_and_a_drag_is_no_click(
    pane, desk, drop, qtbot
) -> None:
    filled(pane, desk, drop, SQUARE)
    clicks = []
    well(pane).clicked.connect(lambda: clicks.append(1))
    begin = well(pane).rect().center()
    qtbot.mousePress(well(pane), Qt.MouseButton.LeftButton, pos=begin)
    for way_px in (30, 60, 400):
        qtbot.mouseMove(well(pane), begin - QPoint(0, way_px))
    qtbot.mouseRelease(well(pane), Qt.MouseButton.LeftButton, pos=begin - QPoint(0, 400))
    assert [(one.x, one.y) for (one,) in framings(pane)] == [(0.5, 0.0)]
    assert clicks == []


def test_the_frame_is_moved_by_keys(pane, desk, drop, qtbot) -> None:
    filled(pane, desk, drop, SQUARE)
    for _ in range(2):
        qtbot.keyClick(well(pane), Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert [one.as_text for (one,) in framings(pane)] == ["crop 1280:720 0.5000 0.6000"]


def test_bars_leave_the_picture_whole_and_another_size_asks_anew(pane, desk, drop, qtbot) -> None:
    filled(pane, desk, drop, SQUARE)
    press(pane, "Blurred bars")
    assert "with this picture and bars beside it" in words_of(pane)
    assert [one.kind for (one,) in framings(pane)] == [FramingKind.BLUR]
    press(pane, "720 × 480")
    assert [(one.width, one.height) for (one,) in framings(pane)] == [(720, 480)]
    pane.fill(a_request(model="cogvideox-3", mode=Mode.IMAGE, picture_paths=(SQUARE,), size="1024x1024"))
    desk.answer_all()
    assert framings(pane) == [()]


def test_references_are_no_frames_and_keep_their_shape(pane, desk, drop) -> None:
    pane.show_mode(Mode.REFERENCE)
    filled(pane, desk, drop, SQUARE)
    assert framings(pane) == [()]


def test_of_two_frames_only_the_one_of_another_shape_is_cut(pane, desk, drop) -> None:
    pane.show_mode(Mode.START_END)
    desk.sizes[OTHER] = (1280, 960)
    filled(pane, desk, drop, OTHER, "/p/wide.png")
    assert framings(pane) == [(MIDDLE, None)]


def test_frames_that_are_alike_once_they_are_cut_need_no_other_remedy(pane, desk, drop) -> None:
    pane.show_mode(Mode.START_END)
    desk.sizes[OTHER] = (1280, 1280)  # cut to 0.56 of its height; uncut it would be refused
    filled(pane, desk, drop, OTHER, "/p/wide.png")
    assert [words for one in pane.findChildren(ProblemList) for words in one.sentences] == []
    press(pane, "Black bars")  # 2276 × 1280 and 1280 × 720
    assert "within a fifth" in " ".join(
        words for one in pane.current_tab.findChildren(ProblemList) for words in one.sentences
    )


def test_a_picture_of_extreme_shape_is_judged_by_what_is_cut_out_of_it(pane, desk, drop) -> None:
    desk.sizes[OTHER] = (3000, 400)
    filled(pane, desk, drop, OTHER)
    assert pane.current_tab.readiness.sendable
    press(pane, "Black bars")
    assert pane.current_tab.readiness.sendable
    pane.show_mode(Mode.REFERENCE)  # here pictures are sent uncut
    filled(pane, desk, drop, OTHER)
    assert "Crop it" in words_of(pane)


def test_a_picture_much_smaller_than_the_video_may_be_sent_and_it_is_said_what_becomes_of_it(
    pane, desk, drop
) -> None:
    desk.sizes[OTHER] = (60, 60)
    filled(pane, desk, drop, OTHER)
    assert "is sent as 60 × 34; the video has 1280 × 720. It will be scaled up" in problems_of(pane)
    assert pane.current_tab.readiness.sendable
    desk.sizes["/p/half.png"] = (640, 360)
    drop(well(pane), "/p/half.png")
    desk.answer_all()
    assert pane.current_tab.draft.picture_paths == ("/p/half.png",)
    assert problems_of(pane) == ""
    desk.sizes["/p/tiny.png"] = (64, 36)
    pane.set_pictures(Mode.IMAGE, (OTHER, "/p/tiny.png"))
    desk.answer_all()
    assert "Of these pictures, 2 have less than half" in problems_of(pane)


def test_many_are_cut_each_by_its_own_shape(pane, desk, drop) -> None:
    filled(pane, desk, drop, "/p/a.png", SQUARE)
    assert framings(pane) == [(), (MIDDLE,)]
    assert "Pictures of another shape are cut evenly at two sides." in words_of(pane)


def test_the_choice_is_there_again_after_a_restart(pane, desk, drop, look, qtbot) -> None:
    filled(pane, desk, drop, SQUARE)
    qtbot.keyClick(well(pane), Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    press(pane, "Black bars")
    wanted = framings(pane)
    again = ComposePane(look, desk)
    qtbot.addWidget(again)
    again.restore(pane.drafts)
    desk.answer_all()
    assert framings(again) == wanted
