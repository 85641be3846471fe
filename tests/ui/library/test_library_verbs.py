"""What is done with selected videos: keys and menu call the same verbs, marks are set and undone, and nothing else changes."""

from array import array
from dataclasses import replace

import pytest
from fakes.finding import button
from fakes.ui_values import a_clip, show
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit

from vidu_desktop.domain.library_query import LibraryQuery, SortKey
from vidu_desktop.domain.marks import MarkChange, Marks, Verdict
from vidu_desktop.ui.dialogs.rename_dialog import RenameDialog
from vidu_desktop.ui.dialogs.shot_dialog import ShotDialog
from vidu_desktop.ui.library.library_pane import LibraryPane
from vidu_desktop.ui.models.clip_columns import SORTS, ClipColumn
from vidu_desktop.ui.models.clip_verbs import ClipVerb, change_of
from vidu_desktop.ui.models.key_table import ENTRIES, Place, id_of
from vidu_desktop.ui.models.library_model import LibraryModel
from vidu_desktop.ui.widgets.push_button import PushButton


@pytest.fixture
def pane(qtbot, look, qapp):
    model = LibraryModel()
    pane = LibraryPane(look, model)
    qtbot.addWidget(pane)
    pane.resize(900, 480)
    pane.show()
    yield pane
    model.close()


def select(pane, *places):
    model, selection = pane.grid.model(), pane.grid.selectionModel()
    selection.clear()
    for place in places:
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        selection.setCurrentIndex(model.index(place, 0), flags)


def press(qtbot, view, keys):
    combination = QKeySequence(keys)[0]
    qtbot.keyClick(view, combination.key(), combination.keyboardModifiers())


def entry(menu, words):
    return entries(menu)[words]


def entries(menu):
    """The entries by their words, without the letter that chooses each."""
    return {action.text().replace("&", ""): action for action in menu.actions()}


@pytest.mark.parametrize("view", ["grid", "table"])
@pytest.mark.parametrize(
    ("keys", "change"),
    [
        ("4", MarkChange(rating=4)),
        ("0", MarkChange(rating=0)),
        ("S", MarkChange(star=True)),
        ("P", MarkChange(verdict=Verdict.KEEP)),
        ("X", MarkChange(verdict=Verdict.REJECT)),
    ],
)
def test_a_key_marks_everything_that_is_selected(pane, qtbot, view, keys, change):
    shown = show(pane.grid.model(), [a_clip("a"), a_clip("b"), a_clip("c")])
    select(pane, 0, 2)

    with qtbot.waitSignal(pane.change_requested) as caught:
        press(qtbot, getattr(pane, view), keys)

    assert caught.args == [[shown[0].row, shown[2].row], change]


@pytest.mark.parametrize(
    ("keys", "places", "words"),
    [
        ("W", [0], "Put it into a shot first"),
        ("W", [1, 2], "A shot has one winner"),
        ("C", [0], "two videos or more"),
    ],
)
def test_a_key_that_does_nothing_here_says_why(pane, qtbot, keys, places, words):
    take = Marks(project="Moon", shot="S010", take=1)
    show(pane.grid.model(), [a_clip("a"), a_clip("b", marks=take), a_clip("c", marks=take)])
    select(pane, *places)
    with qtbot.waitSignal(pane.unfit) as caught, qtbot.assertNotEmitted(pane.change_requested):
        press(qtbot, pane.grid, keys)
    assert words in caught.args[0]


@pytest.mark.parametrize(
    ("verb", "marks", "change"),
    [
        (ClipVerb.STAR, Marks(star=True), MarkChange(star=False)),
        (ClipVerb.KEEP, Marks(verdict=Verdict.KEEP), MarkChange(clear_verdict=True)),
        (ClipVerb.KEEP, Marks(verdict=Verdict.REJECT), MarkChange(verdict=Verdict.KEEP)),
        (ClipVerb.REJECT, Marks(verdict=Verdict.REJECT), MarkChange(clear_verdict=True)),
        (ClipVerb.WINNER, Marks(shot="S1", winner=True), MarkChange(winner=False)),
        (ClipVerb.PLAY, Marks(), None),
    ],
)
def test_a_second_press_takes_a_mark_away(verb, marks, change):
    assert change_of(verb, marks) == change


@pytest.mark.parametrize("view", ["grid", "table"])
@pytest.mark.parametrize("how", ["keys", "mouse"])
def test_several_are_selected_by_hand(pane, qtbot, view, how):
    shown = getattr(pane, view)
    pane.bar.show_view(as_list=view == "table", details=False, tile_px=176)
    show(pane.grid.model(), [replace(a_clip(name), row=row) for name, row in (("a", 3), ("b", 2), ("c", 1))])
    places = [shown.visualRect(shown.model().index(place, 0)).center() for place in range(3)]
    left, shift = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier

    qtbot.mouseClick(shown.viewport(), left, pos=places[0])
    if how == "keys":
        qtbot.keyClick(shown, Qt.Key.Key_Right if view == "grid" else Qt.Key.Key_Down, shift)
        chosen = [3, 2]
    else:
        qtbot.mouseClick(shown.viewport(), left, Qt.KeyboardModifier.ControlModifier, pos=places[2])
        chosen = [3, 1]

    assert pane.selection.rows() == chosen
    with qtbot.waitSignal(pane.verb_requested) as caught:
        press(qtbot, shown, ENTRIES[id_of(ClipVerb.COMPARE)].keys[0])
    assert caught.args == [ClipVerb.COMPARE, chosen]


def test_a_selection_of_clips_that_were_never_read_is_complete(pane, qtbot):
    model = pane.grid.model()
    model.set_rows(array("q", range(5000, 0, -1)))
    pane.grid.selectAll()
    model.put_clips([replace(a_clip("a"), row=5000)])

    with qtbot.waitSignal(pane.verb_requested) as caught:
        press(qtbot, pane.grid, "Del")

    assert caught.args == [ClipVerb.TRASH, list(range(5000, 0, -1))]


@pytest.mark.parametrize(
    ("words", "verb"),
    [
        ("Same again, but…", ClipVerb.USE_AGAIN),
        ("Show in folder", ClipVerb.SHOW_IN_FOLDER),
        ("Open in another player", ClipVerb.OPEN_ELSEWHERE),
        ("Export…", ClipVerb.EXPORT),
        ("Move to the trash", ClipVerb.TRASH),
    ],
)
def test_the_menu_leads_to_the_same_verbs(pane, qtbot, words, verb):
    shown = show(pane.grid.model(), [a_clip("a")])
    select(pane, 0)

    with qtbot.waitSignal(pane.verb_requested) as caught:
        entry(pane.menu(), words).trigger()

    assert caught.args == [verb, [shown[0].row]]


def test_two_or_more_can_be_compared_and_one_cannot(pane):
    show(pane.grid.model(), [a_clip("a"), a_clip("b"), a_clip("c")])

    def offered():
        return "Compare" in entries(pane.menu())

    offers = []
    for places in ((0,), (0, 1), (0, 1, 2)):
        select(pane, *places)
        offers.append(offered())

    assert offers == [False, True, True]


def test_a_missing_file_can_be_looked_for_and_used_again_but_not_played(pane, qtbot):
    show(pane.grid.model(), [a_clip("a", missing=True)])
    select(pane, 0)
    enabled = {words: action.isEnabled() for words, action in entries(pane.menu()).items()}

    assert not enabled["Play"]
    assert "Open in another player" not in enabled
    assert enabled["Same again, but…"]
    assert enabled["Find the missing file…"]


@pytest.mark.parametrize("keys", ["Return", "E", "Ctrl+N", "C"])
def test_a_key_that_needs_a_missing_file_says_so_and_what_looks_for_it(pane, qtbot, keys):
    show(pane.grid.model(), [a_clip("a", missing=True)])
    select(pane, 0)

    with qtbot.waitSignal(pane.unfit) as caught, qtbot.assertNotEmitted(pane.play_requested):
        press(qtbot, pane.grid, keys)

    assert "missing" in caught.args[0]
    helps = entry(pane.menu(), "Find the missing file…")
    assert helps.text().replace("&", "") in caught.args[0]
    assert helps.isEnabled()
    assert entry(pane.menu(), "Play").toolTip() == caught.args[0]


def test_a_library_that_may_not_be_changed_says_why_at_what_would_change_it(pane):
    show(pane.grid.model(), [a_clip("a")])
    select(pane, 0)

    pane.set_fixed("“Atelier” is working on this library.")
    menu = pane.menu()

    assert not entry(menu, "Keep").isEnabled()
    assert "Atelier" in entry(menu, "Keep").toolTip()
    assert not entry(menu, "Move to the trash").isEnabled()
    assert entry(menu, "Play").isEnabled()


def dialogs(pane):
    return [one for one in pane.findChildren(QDialog) if one.isVisible()]


def test_videos_are_put_into_a_shot_by_its_dialog(pane, qtbot):
    marks = Marks(project="Moon", shot="S010", take=3)
    shown = show(pane.grid.model(), [a_clip("a", marks=marks), a_clip("b")])
    select(pane, 1, 0)
    press(qtbot, pane.grid, "G")
    [dialog] = dialogs(pane)
    assert isinstance(dialog, ShotDialog)
    assert (dialog.place.project, dialog.place.shot) == ("Moon", "S010")

    with qtbot.waitSignal(pane.shot_requested) as caught:
        dialog.place.set_place("Moon", "S020")
        qtbot.keyClick(dialog, Qt.Key.Key_Return)

    assert caught.args == [[shown[0].row, shown[1].row], "Moon", "S020"]


def test_a_file_is_renamed_without_its_ending(pane, qtbot):
    show(pane.grid.model(), [a_clip("a")])
    select(pane, 0)
    press(qtbot, pane.grid, "F2")
    [dialog] = dialogs(pane)
    assert isinstance(dialog, RenameDialog)
    assert dialog.name.text() == "a"

    with qtbot.waitSignal(pane.rename_requested) as caught:
        dialog.name.setText("best take")
        qtbot.keyClick(dialog, Qt.Key.Key_Return)

    assert caught.args == ["a", "best take"]


def test_grid_and_list_show_the_same_selection(pane, qtbot):
    show(pane.grid.model(), [a_clip("a"), a_clip("b")])
    select(pane, 1)

    with qtbot.waitSignal(pane.view_changed) as caught:
        button(pane.bar, "Show as a list").click()

    assert caught.args[0] is True
    assert pane.table.isVisible()
    assert [index.row() for index in pane.table.selectionModel().selectedRows()] == [1]


def test_marks_are_spoken(pane):
    marks = Marks(shot="S010", take=3, winner=True, star=True, rating=4, verdict=Verdict.KEEP)
    show(pane.grid.model(), [a_clip("a", marks=marks)])

    spoken = pane.grid.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)

    assert all(part in spoken for part in ("S010_T003", "winner", "starred", "4 of 5 stars"))


def test_when_the_current_take_leaves_the_list_the_next_one_is_current(pane, qtbot):
    model = pane.grid.model()
    clips = show(model, [a_clip("a"), a_clip("b"), a_clip("c")])
    pane.activateWindow()
    pane.grid.setFocus()
    qtbot.waitUntil(pane.grid.hasFocus)
    select(pane, 1)

    model.set_rows(array("q", [clips[0].row, clips[2].row]))

    assert pane.selection.current_clip().clip_id == "c"


@pytest.mark.parametrize("view", ["grid", "table"])
def test_the_players_keys_go_on_to_it_and_no_others(pane, qtbot, view):
    taken = []

    def player(event, place):
        taken.append((event.type().name, event.text(), place))
        return True

    pane.share_keys(player)
    show(pane.grid.model(), [a_clip("a"), a_clip("b")])
    select(pane, 0)

    for key in (
        Qt.Key.Key_Space,
        Qt.Key.Key_K,
        Qt.Key.Key_Right,
        Qt.Key.Key_Down,
        Qt.Key.Key_V,
        Qt.Key.Key_1,
    ):
        qtbot.keyClick(getattr(pane, view), key)

    assert taken == [
        (happened, text, Place.LIBRARY) for text in (" ", "k") for happened in ("KeyPress", "KeyRelease")
    ]


@pytest.mark.parametrize("view", ["grid", "table"])
def test_a_letter_without_a_meaning_goes_through_no_list(pane, qtbot, view):
    model, wanted = pane.grid.model(), []
    model.set_rows(array("q", range(5000, 0, -1)))
    pane.bar.show_view(as_list=view == "table", details=False, tile_px=176)
    qtbot.waitExposed(pane)
    model.put_clips([replace(a_clip(str(row)), row=row) for row in range(5000, 4000, -1)])
    select(pane, 0)
    model.clips_wanted.connect(wanted.append)

    for letter in "vjq z":
        qtbot.keyClick(getattr(pane, view), letter)
    model.index(4500, 0).data()  # is requested together with all other rows that were read

    qtbot.waitUntil(lambda: wanted != [])
    assert wanted[0] == [500]
    assert pane.selection.current_place == 0


def test_the_arrow_of_the_list_stands_at_what_it_is_sorted_by(pane, qtbot):
    show(pane.grid.model(), [a_clip("a")])
    pane.bar.show_view(as_list=True, details=False, tile_px=176)
    pane.resize(1400, 480)
    heads = pane.table.horizontalHeader()

    def click(column):
        at = QPoint(
            heads.sectionViewportPosition(column) + heads.sectionSize(column) // 2, heads.height() // 2
        )
        qtbot.mouseClick(heads.viewport(), Qt.MouseButton.LeftButton, pos=at)
        return ClipColumn(heads.sortIndicatorSection()), heads.sortIndicatorOrder()

    down, up = Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder
    assert (heads.sortIndicatorSection(), heads.sortIndicatorOrder()) == (ClipColumn.CREATED, down)
    for column in ClipColumn:
        if column not in SORTS:
            assert click(column) == (ClipColumn.CREATED, down)
    assert pane.bar.query.sort is SortKey.CREATED
    assert click(ClipColumn.RATING) == (ClipColumn.RATING, down)
    assert click(ClipColumn.MODE) == (ClipColumn.RATING, down)
    assert click(ClipColumn.TITLE) == (ClipColumn.TITLE, up)
    assert click(ClipColumn.TITLE) == (ClipColumn.TITLE, down)
    assert (pane.bar.query.sort, pane.bar.query.ascending) == (SortKey.NAME, False)


FILTERED = LibraryQuery(text="fox", starred=True, sort=SortKey.NAME)


@pytest.mark.parametrize("view", ["grid", "table"])
def test_escape_in_the_library_clears_words_and_filters_and_leaves_the_order(pane, qtbot, view):
    show(pane.grid.model(), [a_clip("a")])
    pane.bar.show_view(as_list=view == "table", details=False, tile_px=176)
    pane.bar.ask(FILTERED)

    qtbot.keyClick(getattr(pane, view), Qt.Key.Key_Escape)

    assert pane.bar.query == LibraryQuery(sort=SortKey.NAME)
    assert pane.search.text() == ""


def test_escape_in_the_search_clears_the_words_and_then_the_filters(pane, qtbot):
    pane.bar.ask(FILTERED)

    qtbot.keyClick(pane.search, Qt.Key.Key_Escape)
    assert pane.bar.query == replace(FILTERED, text="")
    qtbot.keyClick(pane.search, Qt.Key.Key_Escape)

    assert pane.bar.query == LibraryQuery(sort=SortKey.NAME)


def test_escape_in_a_note_clears_nothing(pane, qtbot):
    show(pane.grid.model(), [a_clip("a")])
    select(pane, 0)
    pane.bar.ask(FILTERED)
    pane.activateWindow()
    pane.act(ClipVerb.NOTE)
    note = pane.details.findChild(QPlainTextEdit)
    qtbot.waitUntil(note.hasFocus)

    qtbot.keyClick(note, Qt.Key.Key_Escape)

    assert pane.bar.query == FILTERED


def test_where_nothing_matches_a_button_shows_everything_and_escape_does_too(pane, qtbot):
    show(pane.grid.model(), [a_clip("a")])
    pane.activateWindow()
    pane.grid.setFocus()
    qtbot.waitUntil(pane.grid.hasFocus)
    pane.bar.ask(FILTERED)
    show(pane.grid.model(), [])
    (button,) = [one for one in pane.findChildren(PushButton) if one.text() == "Show everything"]
    assert button.isVisible()

    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not pane.bar.query.filters
    pane.bar.ask(FILTERED)
    button.click()

    assert pane.bar.query == LibraryQuery(sort=SortKey.NAME)
