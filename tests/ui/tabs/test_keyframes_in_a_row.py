"""Several pictures in the tab for start and end frames become shots in a row, pairs, or only the first two, as the person
chooses.
"""

from dataclasses import replace
from decimal import Decimal

import pytest
from fakes.finding import only
from fakes.requests import a_request
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QRadioButton

from vidu_desktop.domain.amounts import Currency
from vidu_desktop.domain.drafts import drafts_from_document, drafts_to_document
from vidu_desktop.domain.modes import Mode
from vidu_desktop.errors import BadInput, Sentence
from vidu_desktop.ui.compose import ComposePane
from vidu_desktop.ui.widgets.option_row import OptionRow
from vidu_desktop.ui.widgets.picture_grid import PictureGrid
from vidu_desktop.ui.widgets.picture_well import PictureWell
from vidu_desktop.ui.widgets.problem_list import ProblemList

SIX = tuple(f"/films/Dawn/key{number}.png" for number in range(1, 7))


@pytest.fixture
def pane(qtbot, look, desk) -> ComposePane:
    pane = ComposePane(look, desk, rest_ms=0)
    qtbot.addWidget(pane)
    pane.resize(440, 900)
    pane.show()
    pane.show_mode(Mode.START_END)
    pane.sent = []
    pane.submit_requested.connect(pane.sent.append)
    return pane


def shown(pane: ComposePane, kind: type) -> list:
    return [one for one in pane.findChildren(kind) if one.isVisible()]


def press(pane: ComposePane, words: str) -> None:
    QApplication.processEvents()  # shows new widgets
    (button,) = [one for one in shown(pane, QAbstractButton) if one.text().startswith(words)]
    button.click()


def ways(pane: ComposePane) -> list[str]:
    return [one.text() for one in shown(pane, QRadioButton) if type(one) is QRadioButton]


def sent_shots(pane: ComposePane) -> list[tuple[str, str, tuple[str, ...]]]:
    (submission,) = pane.sent
    return [(one.project, one.shot, one.picture_paths) for one in submission.requests]


def words_of(pane: ComposePane) -> str:
    return " ".join(label.text() for label in shown(pane, QLabel))


def said(pane: ComposePane) -> list[str]:
    return [words for one in shown(pane, ProblemList) for words in one.sentences]


def test_each_way_is_offered_with_what_it_costs(pane, desk, drop) -> None:
    drop(pane, *SIX)
    desk.answer_all()
    assert ways(pane) == [
        "5 shots in a row: 1–2, 2–3 … · $1.00",
        "3 pairs: 1–2, 3–4 … · $0.60",
        "The first two · $0.20",
    ]
    assert shown(pane, PictureWell) == []
    pane.set_prices({"vidu2-start-end": Decimal("0.50")}, Currency.USD)
    assert ways(pane)[0].endswith("$2.50")


def test_five_shots_share_their_pictures_and_are_numbered_under_the_folders_name(pane, desk, drop) -> None:
    drop(pane, *SIX)
    desk.answer_all()
    assert "They are called S010 to S050." in words_of(pane)
    assert "6 pictures: 5 videos, $1.00" in words_of(pane)

    press(pane, "Rehearse 5")

    assert sent_shots(pane) == [
        ("Dawn", f"S0{number}0", (SIX[number - 1], SIX[number])) for number in range(1, 6)
    ]


def test_pairs_leave_a_last_picture_without_a_partner_out_and_say_so(pane, desk, drop) -> None:
    drop(pane, *SIX[:5])
    desk.answer_all()
    press(pane, "2 pairs")
    assert "The last picture has no partner and stays out." in words_of(pane)
    press(pane, "Rehearse 2")
    assert [(shot, paths) for _project, shot, paths in sent_shots(pane)] == [
        ("S010", SIX[0:2]),
        ("S020", SIX[2:4]),
    ]


def test_the_first_two_are_one_shot_under_the_name_that_is_written(pane, desk, drop) -> None:
    drop(pane, *SIX)
    desk.answer_all()
    press(pane, "The first two")
    press(pane, "Rehearse")
    assert sent_shots(pane) == [("Dawn", "S010", SIX[:2])]


def test_the_persons_own_project_and_number_are_counted_on_from(pane, desk, drop) -> None:
    pane.fill(a_request(mode=Mode.START_END, picture_paths=(), project="Moon", shot="sh3"))
    drop(pane, *SIX[:3])
    desk.answer_all()
    press(pane, "Rehearse 2")
    assert [(project, shot) for project, shot, _paths in sent_shots(pane)] == [
        ("Moon", "sh3"),
        ("Moon", "sh4"),
    ]


def test_what_was_proposed_goes_with_the_row_and_what_was_written_stays(pane, desk, drop, qtbot) -> None:
    drop(pane, *SIX[:3])
    press(pane, "Remove all")
    assert (pane.current_tab.draft.project, pane.current_tab.draft.shot) == ("", "")
    assert len(shown(pane, PictureWell)) == 2
    drop(pane, *SIX[:3])
    only(pane.current_tab, OptionRow).place.set_place("Mine", "S010")
    press(pane, "Remove all")
    assert (pane.current_tab.draft.project, pane.current_tab.draft.shot) == ("Mine", "S010")


def test_without_a_shots_name_none_is_made_up(pane, desk, drop) -> None:
    drop(pane, *SIX[:3])
    desk.answer_all()
    only(pane.current_tab, OptionRow).place.set_place("Dawn", "")
    press(pane, "Rehearse 2")
    assert {shot for _project, shot, _paths in sent_shots(pane)} == {""}


def test_a_picture_taken_out_of_the_middle_lets_its_neighbours_meet(pane, desk, drop, qtbot) -> None:
    drop(pane, *SIX[:4])
    desk.answer_all()
    (grid,) = shown(pane, PictureGrid)
    grid.select_row(1)
    qtbot.keyClick(grid, Qt.Key.Key_Delete)
    press(pane, "Rehearse 2")
    assert [paths for *_place, paths in sent_shots(pane)] == [(SIX[0], SIX[2]), (SIX[2], SIX[3])]


def test_two_that_are_left_stand_in_the_two_wells_again(pane, desk, drop, qtbot) -> None:
    drop(pane, *SIX[:3])
    (grid,) = shown(pane, PictureGrid)
    grid.select_row(2)
    qtbot.keyClick(grid, Qt.Key.Key_Delete)
    desk.answer_all()
    assert len(shown(pane, PictureWell)) == 2
    assert ways(pane) == []
    assert [request.picture_paths for request in pane.current_tab.readiness.requests] == [SIX[:2]]


def test_the_row_is_put_in_another_order_by_keys(pane, desk, drop, qtbot) -> None:
    drop(pane, *SIX[:3])
    (grid,) = shown(pane, PictureGrid)
    grid.select_row(2)
    qtbot.keyClick(grid, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert pane.current_tab.draft.picture_paths == (SIX[0], SIX[2], SIX[1])
    assert grid.currentIndex().row() == 1


@pytest.mark.parametrize("shown_at_first", [Mode.START_END, Mode.IMAGE])
def test_pairs_are_pairs_after_a_restart_and_never_the_dearer_row(
    pane, desk, drop, look, qtbot, shown_at_first
) -> None:
    drop(pane, *SIX)
    press(pane, "3 pairs")
    again = ComposePane(look, desk)
    qtbot.addWidget(again)
    again.restore(replace(drafts_from_document(drafts_to_document(pane.drafts)), shown_mode=shown_at_first))
    assert again.drafts.arrangement == "pairs"  # kept even if the tab was never shown
    again.show_mode(Mode.START_END)
    desk.answer_all()
    assert again.current_tab.readiness.count == 3


def test_the_row_is_there_again_after_a_restart(pane, desk, drop, look, qtbot) -> None:
    drop(pane, *SIX)
    again = ComposePane(look, desk)
    qtbot.addWidget(again)
    again.restore(pane.drafts)
    desk.answer_all()
    assert [one.shot for one in again.current_tab.readiness.requests] == [
        "S010",
        "S020",
        "S030",
        "S040",
        "S050",
    ]


def test_an_end_frame_of_another_size_is_matched_to_the_start_of_its_own_shot(pane, desk, drop) -> None:
    desk.sizes[SIX[3]] = (640, 360)
    drop(pane, *SIX[:4])
    desk.answer_all()
    press(pane, "Match the start frame")
    desk.answer_all()
    assert desk.remedies == [("match", SIX[2], SIX[3])]


def test_bad_ones_among_many_are_left_out_with_one_press(pane, desk, drop) -> None:
    gone = BadInput("not-a-picture", Sentence("This isn't a picture."))
    desk.refusals.update({SIX[1]: gone, SIX[4]: gone})
    drop(pane, *SIX)
    desk.answer_all()
    assert said(pane)[0] == "2 of 6 pictures can't be sent as they are."
    press(pane, "Leave these 2 out")
    assert said(pane) == []
    assert pane.current_tab.draft.picture_paths == (SIX[0], SIX[2], SIX[3], SIX[5])


def test_pictures_for_a_video_each_are_left_out_likewise(pane, desk, drop) -> None:
    pane.show_mode(Mode.IMAGE)
    desk.refusals[SIX[2]] = BadInput("not-a-picture", Sentence("This isn't a picture."))
    drop(pane, *SIX[:3])
    desk.answer_all()
    assert said(pane)[0] == "1 of 3 pictures can't be sent as it is."
    press(pane, "Leave it out")
    assert [one.picture_paths for one in pane.current_tab.readiness.requests] == [(SIX[0],), (SIX[1],)]


def test_who_has_left_the_bad_ones_out_by_a_key_writes_the_prompt_next(pane, desk, drop, qtbot) -> None:
    desk.refusals[SIX[1]] = BadInput("not-a-picture", Sentence("This isn't a picture."))
    drop(pane, *SIX)
    desk.answer_all()
    QApplication.processEvents()  # shows new widgets
    (button,) = [one for one in shown(pane, QAbstractButton) if one.text() == "Leave it out"]
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Prompt"


def test_where_too_few_would_be_left_leaving_out_is_no_way_on(pane, desk, drop) -> None:
    gone = BadInput("not-a-picture", Sentence("This isn't a picture."))
    desk.refusals.update(dict.fromkeys(SIX[:2], gone))
    drop(pane, *SIX[:3])
    desk.answer_all()
    assert said(pane) == ["This isn't a picture.", "This isn't a picture."]
