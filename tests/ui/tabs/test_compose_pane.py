"""The compose pane as a person uses it: drops, presses, prices, and what is sent."""

from decimal import Decimal

import pytest
from fakes.requests import a_request
from fakes.ui_values import a_job
from PySide6.QtCore import QDir, QMimeData, QPoint, QSettings, Qt, QTranslator, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QGuiApplication, QImage, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTabBar,
    QWidget,
)

from vidu_desktop.domain.amounts import Currency
from vidu_desktop.domain.job import JobState
from vidu_desktop.domain.modes import Mode
from vidu_desktop.domain.pictures import PICTURE_SUFFIXES
from vidu_desktop.domain.request import GenerationRequest
from vidu_desktop.errors import BadInput, Sentence
from vidu_desktop.ui.compose import ComposePane
from vidu_desktop.ui.dialogs.fetch_link_dialog import FetchLinkDialog
from vidu_desktop.ui.widgets.chooser import PictureChooser
from vidu_desktop.ui.widgets.drop_reading import read_drop
from vidu_desktop.ui.widgets.picture_grid import PictureGrid
from vidu_desktop.ui.widgets.picture_places import PicturePlaces, Slot
from vidu_desktop.ui.widgets.picture_well import WELL_MIME, PictureWell
from vidu_desktop.ui.widgets.place_fields import PlaceFields
from vidu_desktop.ui.widgets.problem_list import ProblemList

AN_HOUR_MS = 3_600_000


@pytest.fixture
def make_pane(qtbot, look, desk):
    def make(rest_ms: int = 0) -> ComposePane:
        pane = ComposePane(look, desk, rest_ms=rest_ms)
        qtbot.addWidget(pane)
        pane.resize(440, 900)
        pane.show()
        pane.activateWindow()
        pane.sent = []
        pane.submit_requested.connect(pane.sent.append)
        return pane

    return make


@pytest.fixture
def pane(make_pane) -> ComposePane:
    return make_pane()


def wells(pane: ComposePane) -> list[PictureWell]:
    found = [well for well in pane.current_tab.findChildren(PictureWell) if well.isVisible()]
    return sorted(found, key=lambda well: (well.mapTo(pane, well.pos()).y() // 50, well.x()))


def prompt(pane: ComposePane) -> QPlainTextEdit:
    return pane.current_tab.findChild(QPlainTextEdit)


def button(pane: QWidget, words: str) -> QPushButton:
    found = [one for one in pane.findChildren(QPushButton) if one.isVisible() and words in one.text()]
    assert len(found) == 1, [one.text() for one in pane.findChildren(QPushButton) if one.isVisible()]
    return found[0]


def press(pane: QWidget, words: str) -> None:
    QApplication.processEvents()  # ends the rest after an earlier press
    button(pane, words).click()


def words_of(pane: QWidget) -> str:
    return " | ".join(
        label.text().replace("\u200b", "") for label in pane.findChildren(QLabel) if label.isVisible()
    )


def said(pane: ComposePane) -> str:
    return " | ".join(one for found in pane.current_tab.findChildren(ProblemList) for one in found.sentences)


# One picture, one video


def test_a_dropped_picture_and_a_press_are_one_paid_request(pane, desk, drop) -> None:
    assert drop(wells(pane)[0], "/p/cat.png")
    desk.answer_all()
    prompt(pane).setPlainText("  The cat yawns. ")

    press(pane, "Generate · $0.20")

    (submission,) = pane.sent
    assert not submission.rehearsal
    assert submission.requests == (
        GenerationRequest(
            model="vidu2-image",
            mode="image",
            prompt="The cat yawns.",
            picture_paths=("/p/cat.png",),
            options={"duration": 4, "size": "1280x720", "movement": "auto", "audio": False},
        ),
    )


def test_the_settings_that_were_chosen_are_sent(pane, desk, drop, qtbot) -> None:
    drop(wells(pane)[0], "/p/cat.png")
    desk.answer_all()
    for name in ("Size: 720 × 480", "Movement: Large", "Background music"):
        (control,) = [
            one for one in pane.current_tab.findChildren(QAbstractButton) if one.accessibleName() == name
        ]
        qtbot.mouseClick(control, Qt.MouseButton.LeftButton)

    press(pane, "Rehearse")

    request = pane.sent[0].requests[0]
    assert request.options == {"duration": 4, "size": "720x480", "movement": "large", "audio": True}


def test_a_press_without_a_picture_sends_nothing_and_leads_there(pane) -> None:
    press(pane, "Generate")
    assert pane.sent == []
    assert words_of(pane).count("Add a picture to begin") == 1
    assert wells(pane)[0].hasFocus()


@pytest.mark.parametrize(("words", "rehearsal"), [("Generate", False), ("Rehearse", True)])
def test_a_press_while_a_picture_is_still_looked_at_orders_once_it_is(
    pane, desk, drop, words, rehearsal
) -> None:
    drop(wells(pane)[0], "/p/cat.png")
    assert "Looking at the pictures" in words_of(pane)
    press(pane, words)
    press(pane, words)
    assert pane.sent == []
    assert "ordered as soon as the pictures are looked at" in words_of(pane)

    desk.answer_all()
    assert [(one.rehearsal, one.requests[0].picture_paths) for one in pane.sent] == [
        (rehearsal, ("/p/cat.png",))
    ]
    assert "looked at" not in words_of(pane)


def test_a_press_that_waited_for_several_pictures_asks_before_they_are_paid(pane, desk, drop) -> None:
    drop(wells(pane)[0], "/p/1.png", "/p/2.png")
    press(pane, "Generate 2")
    desk.answer_all()
    assert pane.sent == []
    press(pane, "Send 2 videos for $0.40")
    assert [len(one.requests) for one in pane.sent] == [2]


def test_a_press_that_waited_for_a_picture_which_is_none_leads_there_and_orders_nothing(
    pane, desk, drop
) -> None:
    desk.refusals["/p/notes.txt"] = BadInput("not-a-picture", Sentence("That isn't a picture."))
    drop(wells(pane)[0], "/p/notes.txt")
    press(pane, "Generate")
    desk.answer_all()
    assert pane.sent == []
    assert wells(pane)[0].hasFocus()
    drop(wells(pane)[0], "/p/cat.png")
    desk.answer_all()
    assert pane.sent == []


def test_what_is_changed_after_an_early_press_is_not_ordered_by_it_and_the_line_says_so(
    pane, desk, drop
) -> None:
    drop(wells(pane)[0], "/p/cat.png")
    press(pane, "Generate")
    drop(wells(pane)[0], "/p/dog.png")
    desk.answer_all()
    assert pane.sent == []
    assert "Nothing was ordered: it was changed" in words_of(pane)

    press(pane, "Generate")
    assert [one.requests[0].picture_paths for one in pane.sent] == [("/p/dog.png",)]
    assert "Nothing was ordered" not in words_of(pane)


@pytest.mark.parametrize("words", ["Generate", "Rehearse"])
def test_a_press_that_waits_for_its_pictures_is_taken_back_by_escape(
    pane, desk, drop, qtbot, words: str
) -> None:
    drop(wells(pane)[0], "/p/cat.png")
    press(pane, words)
    assert "Escape takes it back" in words_of(pane)
    pane.activateWindow()
    qtbot.keyClick(prompt(pane), Qt.Key.Key_Escape)
    assert "Taken back: nothing was ordered." in words_of(pane)
    desk.answer_all()
    assert pane.sent == []
    press(pane, words)
    assert len(pane.sent) == 1
    assert "Taken back" not in words_of(pane)


def test_a_file_that_is_no_picture_says_so_where_it_lies(pane, desk, drop) -> None:
    desk.refusals["/p/notes.txt"] = BadInput(
        "not-a-picture", Sentence("“{name}” isn't a picture.", {"name": "notes.txt"})
    )
    drop(wells(pane)[0], "/p/notes.txt")
    desk.answer_all()

    press(pane, "Generate")

    assert pane.sent == []
    assert said(pane) == "“notes.txt” isn't a picture."
    assert button(pane, "Choose another")


def test_the_price_is_the_person_s_own_when_they_set_one(pane, desk, drop) -> None:
    pane.set_prices({"vidu2-image": Decimal("0.35")}, Currency.USD)
    assert button(pane, "Generate · $0.35")
    pane.show_mode(Mode.REFERENCE)
    assert button(pane, "Generate · $0.40")


def test_without_a_known_price_nothing_is_paid_a_rehearsal_is_free_and_the_prices_are_asked_for(
    pane, desk, drop, qtbot
) -> None:
    pane.set_prices({"vidu2-reference": Decimal("0.35")}, Currency.USD, usual=False)
    drop(wells(pane)[0], "/p/cat.png")
    desk.answer_all()

    press(pane, "Generate")
    assert pane.sent == []
    with qtbot.waitSignal(pane.prices_requested):
        button(pane, "Give price…").click()
    press(pane, "Rehearse · free")
    assert [one.rehearsal for one in pane.sent] == [True]

    pane.show_mode(Mode.REFERENCE)
    assert button(pane, "Generate · $0.35")


# A double click is one order


@pytest.mark.parametrize(("rest_ms", "orders"), [(AN_HOUR_MS, 1), (0, 2)])
def test_a_double_click_pays_once(make_pane, desk, drop, qtbot, rest_ms: int, orders: int) -> None:
    """The second row is the negative control: without the rest after a press, there are two orders."""
    pane = make_pane(rest_ms)
    drop(wells(pane)[0], "/p/cat.png")
    desk.answer_all()
    generate = button(pane, "Generate")

    qtbot.mouseClick(generate, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    qtbot.mouseClick(generate, Qt.MouseButton.LeftButton)

    assert len(pane.sent) == orders


def test_a_double_click_on_generate_several_asks_and_does_not_pay(make_pane, desk, drop, qtbot) -> None:
    pane = make_pane(AN_HOUR_MS)
    drop(wells(pane)[0], "/p/1.png", "/p/2.png")
    desk.answer_all()
    spot = button(pane, "Generate 2")

    qtbot.mouseClick(spot, Qt.MouseButton.LeftButton)
    press(pane, "Send 2 videos")

    assert pane.sent == []


def test_a_key_that_is_held_down_does_not_repeat_the_order(pane) -> None:
    assert not pane.generate_action.autoRepeat()


# Several pictures are several videos


@pytest.fixture
def twelve(pane, desk, drop) -> ComposePane:
    drop(wells(pane)[0], *[f"/p/{number}.png" for number in range(1, 13)])
    desk.answer_all()
    return pane


def test_twelve_pictures_are_announced_with_number_and_price(twelve) -> None:
    assert "12 pictures: 12 videos, $2.40" in words_of(twelve)
    assert button(twelve, "Generate 12 · $2.40")
    assert button(twelve, "Rehearse 12 · free")


def test_twelve_paid_videos_need_a_second_press(twelve) -> None:
    press(twelve, "Generate 12")
    assert twelve.sent == []

    press(twelve, "Send 12 videos for $2.40")

    (submission,) = twelve.sent
    assert [request.picture_paths for request in submission.requests] == [
        (f"/p/{n}.png",) for n in range(1, 13)
    ]


def test_not_yet_takes_the_question_back(twelve) -> None:
    press(twelve, "Generate 12")
    press(twelve, "Not yet")
    assert twelve.sent == []
    assert button(twelve, "Generate 12")


def test_escape_takes_the_question_back(twelve, qtbot) -> None:
    press(twelve, "Generate 12")
    qtbot.keyClick(button(twelve, "Send 12"), Qt.Key.Key_Escape)
    assert button(twelve, "Generate 12").isVisible()


def test_a_question_doesn_t_outlive_the_order_that_it_was_about(twelve, desk, drop) -> None:
    press(twelve, "Generate 12")
    drop(twelve, "/p/13.png")
    assert button(twelve, "Generate 13 · $2.60")
    assert twelve.sent == []


def test_rehearsing_twelve_needs_no_second_press(twelve) -> None:
    press(twelve, "Rehearse 12")
    assert [len(one.requests) for one in twelve.sent] == [12]
    assert twelve.sent[0].rehearsal


def test_one_wrong_picture_among_many_holds_the_order_and_is_named(pane, desk, drop) -> None:
    desk.refusals["/p/notes.txt"] = BadInput(
        "not-a-picture", Sentence("“{name}” isn't a picture.", {"name": "notes.txt"})
    )
    drop(wells(pane)[0], "/p/a.png", "/p/b.png", "/p/notes.txt")
    desk.answer_all()

    press(pane, "Generate 3")

    assert pane.sent == []
    assert "“notes.txt” isn't a picture." in said(pane)
    press(pane, "Leave it out")
    assert said(pane) == ""


def test_pictures_are_taken_out_of_the_grid_by_key(twelve, qtbot) -> None:
    grid = twelve.current_tab.findChild(PictureGrid)
    grid.select_row(3)
    qtbot.keyClick(grid, Qt.Key.Key_Delete)
    assert button(twelve, "Generate 11")


def test_a_prompt_that_is_too_long_is_one_problem_for_all_pictures(twelve) -> None:
    prompt(twelve).setPlainText("x" * 513)
    assert len(twelve.current_tab.readiness.problems) == 1


# The prompt


def test_the_count_is_live_and_counts_characters_not_code_units(pane) -> None:
    prompt(pane).setPlainText("🦊" * 512)
    assert "512 / 512" in words_of(pane)
    assert pane.current_tab.readiness.problems == ()
    prompt(pane).setPlainText("🦊" * 513)
    assert [one.code for one in pane.current_tab.readiness.problems] == ["prompt-too-long"]


def test_a_long_prompt_is_shortened_at_a_word_and_undo_brings_it_back(pane, qtbot) -> None:
    long = ("slow " * 110).strip()
    prompt(pane).setPlainText(long)
    assert pane.current_tab.readiness.problems

    press(pane, "Shorten it")

    short = prompt(pane).toPlainText()
    assert len(short) <= 512
    assert long.startswith(short + " ")
    prompt(pane).undo()
    assert prompt(pane).toPlainText() == long


def test_a_press_right_after_typing_sees_what_was_typed(pane, desk, drop) -> None:
    drop(wells(pane)[0], "/p/cat.png")
    desk.answer_all()
    prompt(pane).setPlainText("x" * 600)
    press(pane, "Generate")
    assert pane.sent == []


# Start and end


@pytest.fixture
def start_end(pane) -> ComposePane:
    pane.show_mode(Mode.START_END)
    return pane


def test_two_files_on_one_well_fill_both_in_the_order_of_their_names(start_end, desk, drop) -> None:
    drop(wells(start_end)[1], "/p/shot10.png", "/p/shot9.png")
    desk.answer_all()
    press(start_end, "Generate")
    assert start_end.sent[0].requests[0].picture_paths == ("/p/shot9.png", "/p/shot10.png")


def test_swap_turns_start_and_end_about(start_end, desk, drop) -> None:
    drop(wells(start_end)[0], "/p/a.png")
    drop(wells(start_end)[1], "/p/b.png")
    desk.answer_all()
    (swap,) = [
        one for one in start_end.findChildren(QAbstractButton) if one.accessibleName() == "Swap start and end"
    ]
    swap.click()
    press(start_end, "Rehearse")
    assert start_end.sent[0].requests[0].picture_paths == ("/p/b.png", "/p/a.png")


def test_the_missing_half_is_named(start_end, desk, drop) -> None:
    drop(wells(start_end)[1], "/p/b.png")
    desk.answer_all()
    assert "Add the start frame." in words_of(start_end)
    press(start_end, "Generate")
    assert start_end.sent == []
    assert wells(start_end)[0].hasFocus()


def test_frames_that_don_t_match_are_matched_by_their_remedy(start_end, desk, drop) -> None:
    desk.sizes["/p/b.png"] = (640, 360)
    drop(wells(start_end)[0], "/p/a.png", "/p/b.png")
    desk.answer_all()
    assert "within a fifth" in said(start_end)

    press(start_end, "Match the start frame")
    desk.answer_all()

    assert desk.remedies == [("match", "/p/a.png", "/p/b.png")]
    press(start_end, "Generate")
    assert start_end.sent[0].requests[0].picture_paths == ("/p/a.png", "/kept/matched.png")


def test_a_reference_of_a_shape_that_isnt_taken_is_cut_by_a_button(pane, desk, drop) -> None:
    pane.show_mode(Mode.REFERENCE)
    desk.sizes["/p/wide.png"] = (5000, 400)
    drop(wells(pane)[0], "/p/wide.png")
    desk.answer_all()
    assert "“wide.png” is 5000 × 400" in said(pane)
    press(pane, "Crop to 4:1")
    desk.answer_all()
    assert said(pane) == ""
    assert pane.current_tab.readiness.requests[0].picture_paths == ("/kept/cropped.png",)


def test_a_wrong_end_frame_is_marked_even_when_it_stands_alone(start_end, desk, drop) -> None:
    desk.refusals["/p/b.png"] = BadInput("not-a-picture", Sentence("That isn't a picture."))
    drop(wells(start_end)[1], "/p/b.png")
    desk.answer_all()
    assert [one.picture_index for one in start_end.current_tab.readiness.problems] == [1]


# Reference


@pytest.fixture
def reference(pane) -> ComposePane:
    pane.show_mode(Mode.REFERENCE)
    return pane


def test_three_pictures_are_one_video(reference, desk, drop) -> None:
    drop(wells(reference)[0], "/p/a.png", "/p/b.png", "/p/c.png")
    desk.answer_all()
    press(reference, "Generate · $0.40")
    (request,) = reference.sent[0].requests
    assert request.picture_paths == ("/p/a.png", "/p/b.png", "/p/c.png")
    assert request.options["aspect_ratio"] == "16:9"


def test_references_are_put_in_order_by_keyboard_and_the_focus_goes_along(
    reference, desk, drop, qtbot
) -> None:
    drop(wells(reference)[0], "/p/a.png", "/p/b.png", "/p/c.png")
    desk.answer_all()
    wells(reference)[0].setFocus()
    qtbot.keyClick(wells(reference)[0], Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(wells(reference)[1], Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(wells(reference)[2], Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert reference.current_tab.readiness.requests[0].picture_paths == ("/p/b.png", "/p/c.png", "/p/a.png")
    assert wells(reference)[2].hasFocus()


def test_references_are_put_in_order_by_dragging(reference, desk, drop) -> None:
    drop(wells(reference)[0], "/p/a.png", "/p/b.png", "/p/c.png")
    desk.answer_all()
    mime = QMimeData()
    mime.setData(WELL_MIME, b"2")
    assert drop(wells(reference)[0], mime=mime)
    assert reference.current_tab.readiness.requests[0].picture_paths == ("/p/c.png", "/p/a.png", "/p/b.png")


def test_five_references_are_too_many_and_the_first_three_can_be_kept(reference, desk, drop) -> None:
    drop(wells(reference)[0], *[f"/p/{n}.png" for n in range(1, 6)])
    desk.answer_all()
    press(reference, "Generate")
    assert reference.sent == []

    press(reference, "Keep the first 3")
    press(reference, "Generate")

    assert reference.sent[0].requests[0].picture_paths == ("/p/1.png", "/p/2.png", "/p/3.png")


def test_a_reference_that_is_too_small_is_said(reference, desk, drop) -> None:
    desk.sizes["/p/tiny.png"] = (100, 100)
    drop(wells(reference)[0], "/p/tiny.png")
    desk.answer_all()
    assert "at least 128 pixels" in said(reference)


def test_a_removed_reference_leaves_no_gap(reference, desk, drop, qtbot) -> None:
    drop(wells(reference)[0], "/p/a.png", "/p/b.png", "/p/c.png")
    desk.answer_all()
    qtbot.keyClick(wells(reference)[1], Qt.Key.Key_Delete)
    assert reference.current_tab.readiness.requests[0].picture_paths == ("/p/a.png", "/p/c.png")
    assert len(wells(reference)) == 3


# Ways to add pictures


def test_a_folder_brings_its_pictures(pane, desk, drop, tmp_path) -> None:
    desk.folders[str(tmp_path)] = ["/p/10.png", "/p/9.png"]
    drop(wells(pane)[0], str(tmp_path))
    desk.answer_all()
    assert [one.picture_paths for one in pane.current_tab.readiness.requests] == [
        ("/p/9.png",),
        ("/p/10.png",),
    ]


def test_an_empty_folder_is_answered_in_words(pane, desk, drop, tmp_path) -> None:
    drop(wells(pane)[0], str(tmp_path))
    desk.answer_all()
    assert "no pictures in that folder" in said(pane)


def test_a_link_that_leads_nowhere_is_answered_at_the_well(pane, drop, desk) -> None:
    drop(wells(pane)[0], "ftp://example.com/cat.png")
    assert "Save the picture first" in said(pane)
    drop(wells(pane)[0], "/p/cat.png")
    assert said(pane) == ""


def ask_about_link(pane: ComposePane, drop, link: str = "https://example.com/cat.png") -> FetchLinkDialog:
    drop(wells(pane)[0], link)
    (dialog,) = pane.findChildren(FetchLinkDialog)
    return dialog


def test_a_link_is_fetched_only_after_a_yes_and_lands_where_it_was_dropped(start_end, drop, desk) -> None:
    drop(wells(start_end)[1], "https://example.com/cat.png")
    (dialog,) = start_end.findChildren(FetchLinkDialog)
    assert "example.com" in words_of(dialog).replace("\u200b", "")
    assert desk.fetched == []

    press(dialog, "Fetch it")

    assert desk.fetched == ["https://example.com/cat.png"]
    assert said(start_end) == "Fetching the picture from example.com\u2026"
    desk.answer_all()
    assert start_end.current_tab.draft.picture_paths == ("", "/kept/fetched.png")
    assert said(start_end) == ""


def test_a_no_asks_nobody_and_changes_nothing(pane, drop, desk) -> None:
    press(ask_about_link(pane, drop), "Not now")
    desk.answer_all()
    assert desk.fetched == []
    assert pane.current_tab.draft.picture_paths == ()


def test_what_went_wrong_with_a_link_stands_at_the_pictures(pane, drop, desk) -> None:
    desk.refusals["https://example.com/cat.png"] = BadInput("link-page", Sentence("A page came."))
    press(ask_about_link(pane, drop), "Fetch it")
    desk.answer_all()
    assert said(pane) == "A page came."


def test_a_pasted_picture_is_kept_and_used(pane, desk, qtbot) -> None:
    QGuiApplication.clipboard().setImage(QImage(64, 48, QImage.Format.Format_RGB32))
    wells(pane)[0].setFocus()
    qtbot.keySequence(wells(pane)[0], QKeySequence(QKeySequence.StandardKey.Paste))
    desk.answer_all()
    assert desk.kept == [(64, 48, "Pasted picture")]
    assert pane.current_tab.readiness.requests[0].picture_paths == ("/kept/Pasted picture.png",)


def test_a_picture_is_pasted_wherever_the_keyboard_is(pane, desk, qtbot) -> None:
    QGuiApplication.clipboard().setImage(QImage(64, 48, QImage.Format.Format_RGB32))

    qtbot.keySequence(pane.findChild(QTabBar), QKeySequence(QKeySequence.StandardKey.Paste))

    assert desk.kept == [(64, 48, "Pasted picture")]


def test_it_tells_when_there_is_something_to_make_a_video_from(pane, desk, drop) -> None:
    told = []
    pane.filled_changed.connect(told.append)

    drop(wells(pane)[0], "/p/cat.png")
    pane.show_mode(Mode.START_END)

    assert told == [True, False]


def test_a_picture_pasted_into_the_prompt_goes_to_the_well(pane, desk) -> None:
    QGuiApplication.clipboard().setImage(QImage(64, 48, QImage.Format.Format_RGB32))
    prompt(pane).paste()
    desk.answer_all()
    assert prompt(pane).toPlainText() == ""
    assert len(pane.current_tab.readiness.requests) == 1


def test_a_picture_that_can_t_be_kept_is_said(pane, desk) -> None:
    desk.keep_image = lambda image, name, answer: answer(BadInput("full", Sentence("The disk is full.")))
    mime = QMimeData()
    mime.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
    pane.current_tab.take(read_drop(mime))
    assert said(pane) == "The disk is full."


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_well_opens_the_dialog_by_keyboard_and_takes_what_is_chosen(pane, desk, qtbot, key) -> None:
    wells(pane)[0].setFocus()
    qtbot.keyClick(wells(pane)[0], key)
    (dialog,) = pane.findChildren(QFileDialog)
    dialog.filesSelected.emit(["/p/cat.png"])
    dialog.close()
    assert pane.current_tab.readiness.requests[0].picture_paths == ("/p/cat.png",)
    qtbot.waitUntil(prompt(pane).hasFocus)  # the prompt comes next


def test_a_drag_beside_the_wells_shows_where_it_would_land(start_end, desk, drop) -> None:
    drop(wells(start_end)[0], "/p/a.png")
    desk.answer_all()
    calm = [well.grab().toImage() for well in wells(start_end)]
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile("/p/b.png")])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier

    QApplication.sendEvent(start_end, QDragEnterEvent(QPoint(5, 5), copy, mime, left, none))
    assert [well.grab().toImage() == was for well, was in zip(wells(start_end), calm, strict=True)] == [
        True,
        False,
    ]

    QApplication.sendEvent(start_end, QDragLeaveEvent())
    assert [well.grab().toImage() == was for well, was in zip(wells(start_end), calm, strict=True)] == [
        True,
        True,
    ]


def test_a_text_is_not_taken_for_a_picture(pane, drop) -> None:
    mime = QMimeData()
    mime.setText("hello")
    assert not drop(wells(pane)[0], mime=mime)


# Keys and focus


def test_control_enter_generates_from_within_the_prompt(pane, desk, drop, qtbot) -> None:
    drop(wells(pane)[0], "/p/cat.png")
    desk.answer_all()
    prompt(pane).setFocus()
    qtbot.keyClick(prompt(pane), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [one.rehearsal for one in pane.sent] == [False]
    assert prompt(pane).toPlainText() == ""


def test_control_shift_enter_rehearses(pane, desk, drop, qtbot) -> None:
    drop(wells(pane)[0], "/p/cat.png")
    desk.answer_all()
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(prompt(pane), Qt.Key.Key_Return, both)
    assert [one.rehearsal for one in pane.sent] == [True]


def test_without_a_key_generate_sends_nothing_and_leads_to_the_settings(pane, desk, drop) -> None:
    drop(wells(pane)[0], "/p/cat.png")
    desk.answer_all()
    wishes = []
    pane.settings_requested.connect(lambda: wishes.append(True))
    pane.set_key_present(False)

    press(pane, "Generate")
    assert pane.sent == []
    assert "No API key yet" in words_of(pane)
    press(pane, "Add key")
    assert wishes == [True]

    press(pane, "Rehearse")
    assert [one.rehearsal for one in pane.sent] == [True]


def test_without_a_key_the_rehearsal_is_the_first_choice(pane, desk, drop) -> None:
    drop(wells(pane)[0], "/p/cat.png")
    desk.answer_all()
    assert button(pane, "Generate").property("kind") == "primary"
    pane.set_key_present(False)
    assert button(pane, "Rehearse").property("kind") == "primary"
    assert button(pane, "Generate").property("kind") == "secondary"


# Filling


@pytest.mark.parametrize(
    ("model", "paths", "changes"),
    [
        ("vidu2-image", ("/p/a.png",), {}),
        ("vidu2-start-end", ("/p/a.png", "/p/b.png"), {"duration": 5}),
        ("vidu2-reference", ("/p/a.png", "/p/b.png", "/p/c.png"), {"aspect_ratio": "9:16"}),
        (
            "vidu2-image",
            ("/p/a.png",),
            {"size": "1920x1080", "duration": 8},
        ),  # values from an old record
    ],
)
def test_a_request_fills_its_tab_exactly(pane, desk, model, paths, changes) -> None:
    if model == "vidu2-reference":
        changes = {**changes, "aspect_ratio": "1:1"}
    values = {"size": "720x480", "movement": "medium", "audio": True, **changes}
    request = a_request("Once more, slower. もう一度。", model=model, picture_paths=paths, **values)
    width, height = map(int, values["size"].split("x"))
    desk.sizes.update(dict.fromkeys(paths, (width, height)))

    assert pane.fill(request)
    desk.answer_all()

    assert pane.current_tab.readiness.requests == (request,)


def test_whoever_takes_a_request_again_writes_on_behind_its_prompt(pane, desk, qtbot) -> None:
    pane.activateWindow()
    pane.show_mode(Mode.REFERENCE)

    pane.fill(a_request("The fox", picture_paths=("/p/a.png",)))
    desk.answer_all()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is prompt(pane))
    qtbot.keyClicks(QApplication.focusWidget(), " jumps")

    assert pane.current_tab.draft.prompt == "The fox jumps"


def test_a_second_space_behind_put_back_unchanged_orders_nothing(pane, desk, qtbot) -> None:
    pane.activateWindow()
    pane.edit(a_job("a", JobState.READY), a_request("The fox", picture_paths=("/p/a.png",)))
    desk.answer_all()
    back = button(pane, "Put back unchanged")
    back.setFocus()
    qtbot.waitUntil(back.hasFocus)

    for _ in range(2):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)

    assert not back.isVisible()
    assert pane.sent == []


@pytest.mark.parametrize(
    ("model", "paths", "slots"),
    [
        ("vidu2-start-end", ("", "/p/b.png"), ["", "/p/b.png"]),
        ("vidu2-start-end", ("/p/a.png", ""), ["/p/a.png", ""]),
        ("vidu2-reference", ("", "/p/b.png", "/p/c.png"), ["/p/b.png", "/p/c.png"]),
    ],
)
def test_a_lost_picture_of_a_request_leaves_its_well_empty(pane, desk, model, paths, slots) -> None:
    request = a_request("", model=model, picture_paths=paths)

    assert pane.fill(request)
    desk.answer_all()

    assert list(pane.current_tab.draft.picture_paths) == slots


def test_a_value_that_the_service_no_longer_offers_is_shown_and_said(pane, desk) -> None:
    old = a_request("", picture_paths=("/p/a.png",), size="1920x1080")
    pane.fill(old)
    desk.answer_all()
    assert "doesn't offer size 1920x1080" in said(pane)
    press(pane, "Generate")
    assert pane.sent == []


def test_a_model_that_we_don_t_know_changes_nothing(pane) -> None:
    prompt(pane).setPlainText("mine")
    strange = a_request("theirs", model="vidu9-dream", mode="image", picture_paths=(), size="1x1")
    assert not pane.fill(strange)
    assert prompt(pane).toPlainText() == "mine"


# Late answers, names, and plain text


def test_an_answer_for_a_picture_that_was_replaced_changes_nothing(pane, desk, drop) -> None:
    desk.refusals["/p/notes.txt"] = BadInput("not-a-picture", Sentence("That isn't a picture."))
    drop(wells(pane)[0], "/p/notes.txt")
    drop(wells(pane)[0], "/p/cat.png")
    desk.answer_all()
    assert said(pane) == ""
    assert pane.current_tab.readiness.requests[0].picture_paths == ("/p/cat.png",)


def test_answers_for_a_pane_that_has_gone_touch_nothing(look, desk, drop, qapp) -> None:
    pane = ComposePane(look, desk)
    drop(pane, "/p/a.png", "/p/b.png")
    pane.deleteLater()
    qapp.sendPostedEvents(None, 52)  # QEvent.DeferredDelete
    assert desk.waiting
    desk.answer_all()


def test_everything_that_takes_the_keyboard_has_a_name(pane, desk, drop) -> None:
    for mode in Mode:
        pane.show_mode(mode)
        drop(pane, "/p/a.png", "/p/b.png")
        desk.answer_all()
        nameless = [
            widget
            for widget in pane.findChildren(QWidget)
            if widget.isVisible()
            and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and not widget.accessibleName()
            and not (isinstance(widget, QAbstractButton) and widget.text())
        ]
        assert nameless == []


def test_a_file_name_that_looks_like_markup_stays_text(pane, desk, drop) -> None:
    pane.show_mode(Mode.REFERENCE)
    desk.sizes["/p/<img src='x.png'>.png"] = (9000, 100)
    drop(wells(pane)[0], "/p/<img src='x.png'>.png")
    desk.answer_all()
    assert "<img" in words_of(pane)
    assert {label.textFormat() for label in pane.findChildren(QLabel) if label.text()} == {
        Qt.TextFormat.PlainText
    }


# More ways to add pictures, and other languages


def test_a_picture_that_is_pasted_over_a_well_replaces_what_lies_there(start_end, desk, drop, qtbot) -> None:
    drop(wells(start_end)[0], "/p/a.png", "/p/b.png")
    desk.answer_all()
    QGuiApplication.clipboard().setImage(QImage(64, 48, QImage.Format.Format_RGB32))
    wells(start_end)[0].setFocus()
    qtbot.keySequence(wells(start_end)[0], QKeySequence(QKeySequence.StandardKey.Paste))
    desk.answer_all()
    assert start_end.current_tab.readiness.requests[0].picture_paths == (
        "/kept/Pasted picture.png",
        "/p/b.png",
    )


def test_a_picture_can_be_handed_to_a_mode(pane, desk) -> None:
    pane.take_first(Mode.REFERENCE, "/p/last_frame.png")
    desk.answer_all()
    assert pane.current_tab.offer.mode is Mode.REFERENCE
    assert pane.current_tab.readiness.requests[0].picture_paths == ("/p/last_frame.png",)


def test_three_hundred_pictures_are_checked_before_they_are_sent(pane, desk, drop) -> None:
    desk.refusals["/p/299.png"] = BadInput("not-a-picture", Sentence("That isn't a picture."))
    drop(wells(pane)[0], *[f"/p/{number}.png" for number in range(300)])
    desk.answer_all()
    press(pane, "Generate 300")
    assert pane.sent == []
    assert [one.picture_index for one in pane.current_tab.readiness.problems] == [299]


def test_a_failed_remedy_is_said_and_the_picture_stays_out(pane, desk, drop) -> None:
    pane.show_mode(Mode.REFERENCE)
    desk.sizes["/p/wide.png"] = (9000, 100)
    drop(wells(pane)[0], "/p/wide.png")
    desk.answer_all()
    desk.crop_to_ratio = lambda path, low, high, answer: answer(
        BadInput("gone", Sentence("The picture is gone."))
    )
    press(pane, "Crop to 4:1")
    assert "The picture is gone." in said(pane)
    press(pane, "Generate")
    assert pane.sent == []


def test_the_words_change_with_the_language_while_it_runs(pane, qapp) -> None:
    class Japanese(QTranslator):
        def isEmpty(self) -> bool:
            return False  # Qt tells the widgets nothing of an empty translator

        def translate(self, context, source, disambiguation=None, n=-1) -> str | None:
            return {"Reference": "参照", "Prompt": "プロンプト", "Movement": "動き"}.get(source)

    translator = Japanese()
    qapp.installTranslator(translator)
    try:
        QApplication.processEvents()
        assert pane.findChild(QTabBar).tabText(2) == "参照"
        assert "プロンプト" in words_of(pane)
        assert "動き" in words_of(pane)
    finally:
        qapp.removeTranslator(translator)
    QApplication.processEvents()
    assert "Prompt" in words_of(pane)


def test_in_a_low_window_pictures_and_prompt_make_room_for_the_settings(pane, desk, drop) -> None:
    drop(wells(pane)[0], "/p/cat.png")
    desk.answer_all()
    QApplication.processEvents()
    roomy = (wells(pane)[0].height(), prompt(pane).height())

    pane.resize(440, 600)
    QApplication.processEvents()
    low = (wells(pane)[0].height(), prompt(pane).height())

    assert low[0] < roomy[0]
    assert low[1] < roomy[1]


def test_several_first_frames_are_called_so(pane, desk, drop) -> None:
    assert "First frame |" in words_of(pane) + " |"

    drop(wells(pane)[0], "/p/cat.png", "/p/dog.png")

    assert "First frames" in words_of(pane)
    assert "a video of its own" in words_of(pane)


def test_the_scroll_bar_moves_nothing(pane) -> None:
    tab = pane.current_tab
    width = prompt(pane).width()
    assert not tab.verticalScrollBar().isVisible()

    pane.resize(440, 400)
    QApplication.processEvents()

    assert tab.verticalScrollBar().isVisible()
    assert prompt(pane).width() == width


def test_the_first_well_has_the_keyboard_from_the_start(pane) -> None:
    assert pane.window().focusWidget() is wells(pane)[0]


def test_a_video_is_sent_with_the_project_and_shot_where_it_belongs(pane, desk, drop) -> None:
    drop(wells(pane)[0], "/p/cat.png")
    desk.answer_all()
    project, shot = pane.current_tab.findChild(PlaceFields).findChildren(QLineEdit)
    project.setText("  Harbour ")
    shot.setText("S010")

    press(pane, "Rehearse")

    (submission,) = pane.sent
    assert [(one.project, one.shot) for one in submission.requests] == [("Harbour", "S010")]


def test_the_three_tabs_have_their_whole_names_at_the_least_width(pane) -> None:
    pane.resize(pane.minimumWidth(), 640)
    bar = pane.findChild(QTabBar)
    assert bar.width() >= sum(bar.tabSizeHint(index).width() for index in range(bar.count()))


def test_a_video_on_a_well_gives_its_last_frame_and_beside_the_wells_its_settings(
    start_end, desk, drop, qtbot
) -> None:
    settings = []
    start_end.videos_dropped.connect(settings.append)
    drop(wells(start_end)[0], "/p/a.png", "/p/b.png")
    with qtbot.waitSignal(start_end.last_frames_wanted) as wanted:
        drop(wells(start_end)[1], "/p/v.mp4")
    paths, take = wanted.args
    assert (paths, settings) == (["/p/v.mp4"], [])

    take(["/made/v.png"])

    desk.answer_all()
    assert start_end.current_tab.readiness.requests[0].picture_paths == ("/p/a.png", "/made/v.png")
    drop(start_end, "/p/v.mp4")
    assert settings == [["/p/v.mp4"]]


def test_the_last_frames_of_several_videos_begin_as_many(pane, desk, drop, qtbot) -> None:
    with qtbot.waitSignal(pane.last_frames_wanted) as wanted:
        drop(wells(pane)[0], "/p/v2.mp4", "/p/v1.mp4")
    paths, take = wanted.args
    take([path.replace(".mp4", ".png") for path in paths])
    desk.answer_all()
    assert [one.picture_paths for one in pane.current_tab.readiness.requests] == [
        ("/p/v1.png",),
        ("/p/v2.png",),
    ]


def test_a_video_that_is_pasted_gives_its_settings_even_while_a_well_has_the_keyboard(
    start_end, qtbot
) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile("/p/v.mp4")])
    QGuiApplication.clipboard().setMimeData(mime)
    wells(start_end)[0].setFocus()
    with qtbot.waitSignal(start_end.videos_dropped) as dropped:
        qtbot.keySequence(wells(start_end)[0], QKeySequence(QKeySequence.StandardKey.Paste))
    assert dropped.args == [["/p/v.mp4"]]


def test_answers_about_very_many_pictures_find_their_place_without_a_search(qtbot, desk, monkeypatch) -> None:
    """When each new picture and each answer searched all slots, 10,000 pictures froze the window for 12 seconds."""
    looks = []
    monkeypatch.setattr(Slot, "filled", property(lambda slot: bool(looks.append(slot) or slot.path)))
    compared = []
    monkeypatch.setattr(
        Slot, "__eq__", lambda one, other: bool(compared.append(one)) or one is other, raising=False
    )
    monkeypatch.setattr(Slot, "__hash__", object.__hash__)
    slots = PicturePlaces(desk, Mode.IMAGE)
    told: list[int] = []
    slots.slot_changed.connect(told.append)

    slots.add(f"/p/{number}.png" for number in range(2000))
    desk.answer_all()

    assert told == list(range(2000))
    assert len(looks) + len(compared) < 3 * 2000


def test_the_file_dialog_shows_every_kind_that_is_taken(qtbot, tmp_path) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    names = [f"picture{suffix}" for suffix in PICTURE_SUFFIXES]

    dialog = PictureChooser().choose(owner, several=True, chosen=lambda paths: None)

    shown = QDir(str(tmp_path))
    for name in [*names, "CAMERA.JPG", "clip.mp4"]:
        (tmp_path / name).touch()
    shown.setNameFilters(dialog.nameFilters()[0].partition("(")[2].rstrip(")").split())
    assert set(shown.entryList()) == {*names, "CAMERA.JPG"}
    assert "picture.avif" in names
    dialog.reject()


def test_the_file_dialog_opens_at_first_where_pictures_are_kept_and_then_where_the_last_were(
    qtbot, tmp_path, monkeypatch
) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    (tmp_path / "fox").mkdir()
    chooser = PictureChooser(QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat))

    first = chooser.choose(owner, several=True, chosen=lambda paths: None)
    first.filesSelected.emit([str(tmp_path / "fox" / "fox.png")])
    second = chooser.choose(owner, several=True, chosen=lambda paths: None)

    assert first.directory().path() == str(tmp_path)
    assert second.directory().path() == str(tmp_path / "fox")
    first.reject()
    second.reject()


@pytest.mark.parametrize("height_px", [810, 860, 930])
@pytest.mark.parametrize("count", [1, 9])
def test_the_shot_is_in_sight_in_a_window_that_isnt_low(pane, desk, drop, height_px: int, count: int) -> None:
    drop(wells(pane)[0], *(f"/p/{number}.png" for number in range(count)))
    desk.answer_all()
    pane.resize(500, height_px)
    for _again in range(5):
        QApplication.processEvents()  # a tab needs several rounds to find its heights

    assert not pane.current_tab.verticalScrollBar().isVisible()


def test_only_what_the_person_has_written_is_known_as_typed(pane, qtbot) -> None:
    pane.current_tab.fill(a_request("A fox"))
    assert pane.current_tab.typed_prompt == ""

    qtbot.keyClicks(prompt(pane), " turns")

    assert pane.current_tab.typed_prompt == prompt(pane).toPlainText().strip()
    assert "turns" in pane.current_tab.typed_prompt
