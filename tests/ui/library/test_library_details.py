"""What is typed in the details belongs to the video for which it was typed, and is never lost."""

from array import array
from dataclasses import replace

import pytest
from fakes.ui_values import a_clip, show
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QToolTip

from vidu_desktop.domain.marks import NOTE_MOST_CHARS, TAG_MOST_CHARS, MarkChange, Marks
from vidu_desktop.ui.library.library_pane import LibraryPane
from vidu_desktop.ui.models.clip_verbs import ClipVerb
from vidu_desktop.ui.models.key_map import KeyMap
from vidu_desktop.ui.models.library_model import LibraryModel

ONLY = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
ALSO = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows


class Told:
    """The library with its details and three videos; records what it asked to be saved."""

    def __init__(self, pane: LibraryPane, model: LibraryModel) -> None:
        self.pane, self.model = pane, model
        self.note = pane.details.findChild(QPlainTextEdit)
        self.tags = pane.details.findChild(QLineEdit)
        self.notes: list[tuple[str, str]] = []
        self.changes: list[tuple[list[int], MarkChange]] = []
        pane.note_requested.connect(lambda *told: self.notes.append(told))
        pane.change_requested.connect(lambda *told: self.changes.append(told))
        clips = [a_clip("a", marks=Marks(note="first")), a_clip("b", marks=Marks(note="second")), a_clip("c")]
        self.clips = show(model, clips)

    def select(self, place: int, flags: QItemSelectionModel.SelectionFlag = ONLY) -> None:
        self.pane.grid.selectionModel().setCurrentIndex(self.model.index(place, 0), flags)

    def leave_list(self, place: int) -> None:
        """Let a video no longer match the search."""
        rows = array("q", self.model.rows)
        rows.pop(place)
        self.model.follow_rows(rows)


@pytest.fixture
def told(qtbot, look):
    model = LibraryModel()
    pane = LibraryPane(look, model, with_details=True)
    qtbot.addWidget(pane)
    pane.resize(900, 480)
    pane.show()
    yield Told(pane, model)
    model.close()


def focus(qtbot, told, field):
    told.pane.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)


def test_a_note_is_kept_for_its_own_video_when_another_comes_under_it(told, qtbot):
    told.select(0)
    focus(qtbot, told, told.note)
    qtbot.keyClicks(told.note, "very ")

    told.leave_list(0)

    assert told.pane.selection.current_clip().clip_id == "b"
    assert told.notes == [("a", "very first")]
    assert told.note.toPlainText() == "second"
    told.pane.grid.setFocus()
    assert told.notes == [("a", "very first")]


def test_return_with_ctrl_ends_a_note_or_a_tag_and_orders_nothing(told, qtbot):
    ordered: list[str] = []
    generate = QAction(told.pane)
    generate.setShortcut(QKeySequence("Ctrl+Return"))
    generate.triggered.connect(lambda: ordered.append("paid"))
    told.pane.addAction(generate)
    told.select(0)
    for field, words in ((told.note, "very "), (told.tags, "fox")):
        focus(qtbot, told, field)
        qtbot.keyClicks(field, words)
        qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert ordered == []
    assert told.notes == [("a", "very first")]
    assert [change.add_tags for _rows, change in told.changes] == [("fox",)]


def test_a_note_is_kept_when_the_last_video_leaves_the_list(told, qtbot):
    told.select(0)
    qtbot.keyClicks(told.note, "very ")

    told.model.set_rows(array("q"))

    assert told.notes == [("a", "very first")]


def test_a_note_is_kept_when_several_are_selected(told, qtbot):
    told.select(0)
    qtbot.keyClicks(told.note, "very ")

    told.select(2, ALSO)

    assert told.notes == [("a", "very first")]


def test_a_note_is_kept_when_the_details_are_hidden_and_is_there_when_they_come_again(told, qtbot):
    told.select(0)
    qtbot.keyClicks(told.note, "very ")

    told.pane.act(ClipVerb.DETAILS)

    assert told.notes == [("a", "very first")]
    told.pane.act(ClipVerb.DETAILS)
    assert told.note.toPlainText() == "very first"


def test_a_note_that_is_taken_back_while_it_is_hidden_is_gone_when_it_comes_again(told, qtbot):
    told.select(0)
    qtbot.keyClicks(told.note, "very ")
    told.pane.act(ClipVerb.DETAILS)

    told.model.put_clips([replace(told.clips[0], marks=Marks(note="very first"))])
    told.model.put_clips([told.clips[0]])
    told.pane.act(ClipVerb.DETAILS)

    assert told.note.toPlainText() == "first"
    assert told.notes == [("a", "very first")]


def test_a_mark_that_comes_before_the_note_is_known_does_not_bring_the_old_one_back(told, qtbot):
    told.select(0)
    qtbot.keyClicks(told.note, "very ")
    told.pane.details.keep_typed()

    told.model.put_clips([replace(told.clips[0], marks=Marks(note="first", star=True))])

    assert told.note.toPlainText() == "very first"


def test_a_note_that_could_not_be_written_waits_until_its_video_is_shown_again(told, qtbot):
    told.select(0)
    qtbot.keyClicks(told.note, "very ")
    told.select(1)
    told.pane.details.give_note_back("a", "very first")  # the disk is full

    assert told.note.toPlainText() == "second"
    told.select(0)
    assert told.note.toPlainText() == "very first"
    told.select(2)
    assert told.notes == [("a", "very first")] * 2

    told.select(0)
    assert (
        told.note.toPlainText() == "first"
    )  # the second try was heard; what became of it comes with the clip


def test_a_note_that_could_not_be_written_stays_in_the_field_of_its_video(told, qtbot):
    told.select(0)
    focus(qtbot, told, told.note)
    qtbot.keyClicks(told.note, "very ")
    told.pane.grid.setFocus()
    told.pane.details.give_note_back("a", "very first")

    told.pane.details.show_clip(told.clips[0], told.pane.selection.rows())
    assert told.note.toPlainText() == "very first"
    told.select(1)
    assert told.notes == [("a", "very first")] * 2


def test_a_note_that_nobody_changed_is_not_told(told, qtbot):
    told.model.put_clips(
        [replace(told.clips[0], marks=Marks(note="a\u00a0b\r\nc"))]
    )  # which the field alters
    told.select(0)
    focus(qtbot, told, told.note)

    told.select(1)
    told.pane.grid.setFocus()

    assert told.notes == []


@pytest.mark.parametrize("way", ["left", "another", "more", "none", "hidden"])
def test_tags_typed_without_return_are_taken_for_the_videos_they_were_typed_for(told, qtbot, way):
    told.select(0)
    told.select(1, ALSO)
    focus(qtbot, told, told.tags)
    qtbot.keyClicks(told.tags, "sea, night")

    match way:
        case "left":
            told.pane.grid.setFocus()
        case "another":
            told.select(2)
        case "more":
            told.select(2, ALSO)
        case "none":
            told.model.set_rows(array("q"))
        case "hidden":
            told.pane.act(ClipVerb.DETAILS)

    rows = [clip.row for clip in told.clips[:2]]
    assert told.changes == [(rows, MarkChange(add_tags=("sea", "night")))]
    assert told.tags.text() == ""


@pytest.mark.parametrize("typed", ["海,夜", "海，夜", "海、夜"])
def test_tags_are_parted_by_the_commas_of_every_language(told, qtbot, typed):
    told.select(0)
    told.tags.setText(typed)

    qtbot.keyClick(told.tags, Qt.Key.Key_Return)

    assert told.changes == [([told.clips[0].row], MarkChange(add_tags=("海", "夜")))]


def test_a_note_that_is_too_long_is_cut_where_one_sees_it_and_it_is_said(told, qtbot):
    told.select(0)
    focus(qtbot, told, told.note)
    QGuiApplication.clipboard().setText("n" * (NOTE_MOST_CHARS + 5))
    told.note.selectAll()

    told.note.paste()

    assert told.note.toPlainText() == "n" * NOTE_MOST_CHARS
    assert "left out" in QToolTip.text()


def test_a_tag_that_is_too_long_is_cut_and_it_is_said(told, qtbot):
    told.select(0)
    focus(qtbot, told, told.tags)
    told.tags.setText("sea, " + "t" * (TAG_MOST_CHARS + 1))

    qtbot.keyClick(told.tags, Qt.Key.Key_Return)

    (_, change) = told.changes[0]
    assert change.add_tags == ("sea", "t" * TAG_MOST_CHARS)
    assert "left out" in QToolTip.text()


def test_the_button_that_shows_the_details_names_their_key_as_it_is_set(qtbot, look):
    keys, model = KeyMap(), LibraryModel()
    pane = LibraryPane(look, model, keys=keys)
    qtbot.addWidget(pane)
    (details,) = (
        one for one in pane.bar.findChildren(QAbstractButton) if one.toolTip().startswith("Details")
    )
    usual = keys.key_text(ClipVerb.DETAILS)
    assert f"({usual})" in details.toolTip()

    keys.set_keys(ClipVerb.DETAILS, ["F3"])

    assert "(F3)" in details.toolTip()
    model.close()
