"""The library on screen: fast when it is large, searched in pauses of typing, trash with undo, drags of real files."""

import itertools
import json
from array import array
from dataclasses import replace
from pathlib import Path

import pytest
from fakes.requests import a_request
from fakes.ui_values import a_clip, show
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QItemSelectionModel, QPersistentModelIndex, QPoint, QPointF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QWheelEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QAbstractSlider, QApplication, QLabel

from vidu_desktop.domain.amounts import Currency, Sums, usd
from vidu_desktop.domain.catalogue import CATALOGUE
from vidu_desktop.domain.library_query import LibraryQuery, Totals
from vidu_desktop.ui.library.library_pane import LibraryPane
from vidu_desktop.ui.models.clip_columns import ClipColumn, column_text
from vidu_desktop.ui.models.clip_details import ClipDetails, money_lines, recipe_lines
from vidu_desktop.ui.models.clip_pages import CLIPS_MOST
from vidu_desktop.ui.models.clips_mime import CLIP_MIME
from vidu_desktop.ui.models.cover_cache import CoverCache
from vidu_desktop.ui.models.library_model import LibraryModel, LibraryRole
from vidu_desktop.ui.models.query_words import filter_chips

ROWS = st.lists(st.integers(1, 40), unique=True, max_size=20)


@pytest.fixture
def model(qapp):
    model = LibraryModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    yield model
    model.close()


@pytest.fixture
def unlooked(qapp):
    """A model without Qt's model tester, which would read rows by itself."""
    model = LibraryModel()
    yield model
    model.close()


@pytest.fixture
def pane_of(qtbot, look):
    def shown(model):
        pane = LibraryPane(look, model)
        qtbot.addWidget(pane)
        pane.resize(640, 420)
        pane.show()
        return pane

    return shown


@pytest.fixture
def pane(pane_of, model):
    return pane_of(model)


@pytest.fixture
def long_pane(pane_of, unlooked):
    """A pane for thousands of rows: the model tester would read all of them at each change."""
    return pane_of(unlooked)


def words_in(widget):
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def ids(model):
    return [model.clip_at(model.index(row, 0)).clip_id for row in range(model.rowCount())]


def write_cover(path: Path, color: str = "red") -> str:
    image = QImage(480, 270, QImage.Format.Format_RGB32)
    image.fill(QColor(color))
    assert image.save(str(path), "JPEG")
    return str(path)


def test_what_is_shown_is_asked_for_first_and_the_rest_of_its_page_a_little_later(unlooked, qtbot):
    model = unlooked
    model.set_rows(array("q", range(10_000, 0, -1)))
    asked = []
    model.clips_wanted.connect(asked.append)

    assert model.index(4321, 0).data(LibraryRole.CLIP) is None
    assert model.index(4322, 0).data(LibraryRole.CLIP) is None

    qtbot.waitUntil(lambda: len(asked) == 2)
    page = list(model.rows[4300:4400])
    assert asked == [page[21:23], page[:21] + page[23:]]


def test_neighbours_of_an_answer_that_has_been_replaced_are_not_asked_for(unlooked, qtbot):
    model, asked = unlooked, []

    def replace_answer():
        model.set_rows(array("q", range(200, 0, -1)))
        model.index(50, 0).data(LibraryRole.CLIP)

    def hear(wanted):
        asked.append(wanted)
        if len(asked) == 1:
            QTimer.singleShot(0, replace_answer)  # however late it is: before the neighbours' own timer

    model.clips_wanted.connect(hear)
    model.set_rows(array("q", range(1000, 0, -1)))
    model.index(500, 0).data(LibraryRole.CLIP)

    qtbot.waitUntil(lambda: len(asked) == 3)
    assert asked[:2] == [[500], [150]]
    assert asked[2:] == [[*range(200, 150, -1), *range(149, 100, -1)]]


def test_an_answer_is_shown_where_its_row_stands_and_never_asked_for_again(unlooked, qtbot):
    model = unlooked
    model.set_rows(array("q", [30, 20, 10]))
    asked = []
    model.clips_wanted.connect(asked.append)
    model.index(1, 0).data()
    qtbot.waitUntil(lambda: asked == [[20], [30, 10]])

    model.put_clips([replace(a_clip("b"), row=20)])

    assert model.clip_at(model.index(1, 0)).clip_id == "b"
    assert model.clip_at(model.index(0, 0)) is None
    QApplication.processEvents()
    assert asked == [[20], [30, 10]]


def test_clips_that_were_read_before_their_rows_are_shown_with_the_first_paint(unlooked, qtbot):
    model, asked = unlooked, []
    model.clips_wanted.connect(asked.append)
    show(model, [a_clip("c"), a_clip("b")])
    model.forget_clips()
    assert model.unread([2, 1, 0]) == [2, 1, 0]

    model.hold([replace(a_clip("e"), row=2), replace(a_clip("d"), row=1)])
    model.set_rows(array("q", [2, 1, 0]))

    assert model.unread(model.rows) == [0]
    shown = [model.clip_at(model.index(place, 0)) for place in range(3)]
    assert [clip and clip.clip_id for clip in shown] == ["e", "d", None]
    qtbot.waitUntil(lambda: asked == [[0]])


def test_the_rest_of_an_answer_comes_behind_what_is_shown_without_a_new_beginning(model, qtbot):
    show(model, [a_clip("c"), a_clip("b")])
    resets = []
    model.modelReset.connect(lambda: resets.append(1))

    model.follow_rows(array("q", [2, 1, 0]))

    assert (model.rowCount(), resets) == (3, [])
    assert model.clip_at(model.index(0, 0)).clip_id == "c"


@given(before=ROWS, after=ROWS)
def test_what_stays_in_an_answer_keeps_its_marks_wherever_it_moves(qapp, before, after):
    model, resets = LibraryModel(), []
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.set_rows(array("q", before))
    model.modelReset.connect(lambda: resets.append(1))
    marks = {row: QPersistentModelIndex(model.index(place, 0)) for place, row in enumerate(before)}

    model.follow_rows(array("q", after))

    assert list(model.rows) == after
    assert resets == []
    places = {row: mark.row() for row, mark in marks.items() if mark.isValid()}
    assert places == {row: after.index(row) for row in before if row in after}
    model.close()


def test_an_answer_in_too_many_pieces_is_shown_anew(model):
    show(model, [a_clip(str(number)) for number in range(300)])
    resets = []
    model.modelReset.connect(lambda: resets.append(1))

    model.follow_rows(array("q", range(300, 0, -2)))

    assert list(model.rows) == list(range(300, 0, -2))
    assert resets == [1]


def test_what_is_on_its_way_arrives_where_its_row_has_moved_to(unlooked, qtbot, tmp_path):
    model, asked = unlooked, []
    model.clips_wanted.connect(asked.append)
    model.set_rows(array("q", [3, 2, 1]))
    model.index(2, 0).data(LibraryRole.CLIP)

    model.follow_rows(array("q", [9, 8, 3, 2, 1, 0]))

    qtbot.waitUntil(lambda: asked != [])
    assert asked[0] == [1]
    model.put_clips([replace(a_clip("a"), row=1, cover_path=write_cover(tmp_path / "a.jpg"))])
    assert model.index(4, 0).data(LibraryRole.COVER) is None
    model.follow_rows(array("q", [8, 3, 2, 1, 0]))
    with qtbot.waitSignal(model.dataChanged) as changed:
        pass
    assert (changed.args[0].row(), changed.args[1].row()) == (3, 3)


def test_a_new_video_changes_neither_what_is_selected_nor_what_is_in_view(pane, model, qtbot):
    show(model, [a_clip(str(number)) for number in range(200)])
    qtbot.waitUntil(lambda: pane.grid.verticalScrollBar().maximum() > 0)
    for place in (150, 152, 155):
        pane.grid.selectionModel().setCurrentIndex(
            model.index(place, 0),
            QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows,
        )
    pane.grid.scrollTo(model.index(150, 0))
    qtbot.waitUntil(lambda: in_view(pane, 150) and not pane.grid.visualRect(model.index(199, 0)).isEmpty())
    before = pane.grid.verticalScrollBar().value()
    selected = pane.selection.rows()
    assert len(selected) == 3

    model.follow_rows(array("q", [500, *model.rows]))
    QApplication.processEvents()

    assert pane.selection.rows() == selected
    assert model.rows[pane.grid.currentIndex().row()] == selected[-1]
    qtbot.waitUntil(lambda: not pane.grid.visualRect(model.index(200, 0)).isEmpty())
    assert pane.grid.verticalScrollBar().value() == before


def test_a_short_list_is_painted_on_also_where_its_length_stays_the_same(pane, model, qtbot):
    show(model, [a_clip(str(number)) for number in range(31)])
    bar = pane.grid.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 20)
    bar.setValue(20)
    length = bar.maximum()

    model.follow_rows(array("q", [500, *list(model.rows)[:-1]]))

    qtbot.waitUntil(lambda: pane.grid.viewport().updatesEnabled())
    assert (bar.value(), bar.maximum()) == (20, length)


@pytest.mark.parametrize(
    "change", [lambda rows: [5000, *rows], lambda rows: [*rows[9:], *rows[:9]], lambda rows: rows[9:]]
)
def test_deep_in_a_long_list_a_change_at_its_head_moves_nothing_either(long_pane, unlooked, qtbot, change):
    pane, model = long_pane, unlooked
    show(model, [a_clip(str(number)) for number in range(2000)])
    qtbot.waitUntil(lambda: not pane.grid.visualRect(model.index(1999, 0)).isEmpty())
    bar = pane.grid.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    before = bar.value()
    painted = []
    bar.valueChanged.connect(
        lambda value: painted.append(value) if pane.grid.viewport().updatesEnabled() else 0
    )

    model.follow_rows(array("q", change(list(model.rows))))

    QApplication.processEvents()
    qtbot.waitUntil(lambda: not pane.grid.visualRect(model.index(model.rowCount() - 1, 0)).isEmpty())
    assert bar.value() == before
    assert set(painted) <= {before}
    assert pane.grid.viewport().updatesEnabled()


def test_who_turns_the_wheel_while_the_list_is_laid_out_anew_goes_on_from_there(long_pane, unlooked, qtbot):
    pane, model = long_pane, unlooked
    show(model, [a_clip(str(number)) for number in range(2000)])
    qtbot.waitUntil(lambda: not pane.grid.visualRect(model.index(1999, 0)).isEmpty())
    bar = pane.grid.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    before = bar.value()
    model.follow_rows(array("q", [5000, *model.rows]))

    turned = QWheelEvent(
        QPointF(50, 50),
        QPointF(50, 50),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(pane.grid.viewport(), turned)

    qtbot.waitUntil(lambda: not pane.grid.visualRect(model.index(2000, 0)).isEmpty())
    assert bar.value() == before + 120


def in_view(pane, place):
    rect = pane.grid.visualRect(pane.grid.model().index(place, 0))
    return not rect.isEmpty() and pane.grid.viewport().rect().intersects(rect)


def test_a_tile_that_is_not_laid_out_yet_comes_into_view_when_it_is(long_pane, unlooked, qtbot):
    pane, model = long_pane, unlooked
    show(model, [a_clip(str(number)) for number in range(2000)])
    last = model.index(1999, 0)
    assert pane.grid.visualRect(last).isEmpty()

    pane.selection.select(model.clip_at(last))

    qtbot.waitUntil(lambda: in_view(pane, 1999))


def test_who_scrolls_by_hand_meanwhile_stays_there(long_pane, unlooked, qtbot):
    pane, model = long_pane, unlooked
    show(model, [a_clip(str(number)) for number in range(2000)])
    last = model.index(1999, 0)
    pane.grid.scrollTo(last)

    pane.grid.verticalScrollBar().triggerAction(QAbstractSlider.SliderAction.SliderSingleStepAdd)

    qtbot.waitUntil(lambda: not pane.grid.visualRect(last).isEmpty())
    assert not in_view(pane, 1999)


def test_while_going_through_the_next_one_is_selected_when_one_leaves_the_answer(pane, model, qtbot):
    show(model, [a_clip(name) for name in "abc"])
    pane.grid.setFocus()
    pane.selection.select(model.clip_at(model.index(1, 0)))

    model.follow_rows(array("q", [3, 1]))

    assert pane.selection.rows() == [1]
    assert pane.grid.selectionModel().hasSelection()


def test_what_comes_back_is_selected(pane, model):
    show(model, [a_clip(name) for name in "abc"])
    pane.selection.select(model.clip_at(model.index(2, 0)))

    pane.selection.select_when_shown([20, 10])
    assert pane.selection.rows() == [1]
    model.follow_rows(array("q", [20, 10, *model.rows]))

    assert pane.selection.rows() == [20, 10]


def test_no_more_clips_are_held_than_some_screens_show(unlooked):
    model = unlooked
    clips = show(model, [a_clip(str(number)) for number in range(CLIPS_MOST + 500)])
    held = [model.clip_at(model.index(place, 0)) for place in range(len(clips))]
    assert sum(clip is not None for clip in held) == CLIPS_MOST


def test_a_clip_that_changed_is_shown_anew_in_its_place(model):
    shown = show(model, [a_clip("b"), a_clip("a")])

    model.put_clips([replace(shown[1], prompt="Changed")])

    assert ids(model) == ["b", "a"]
    assert model.clip_at(model.index(1, 0)).prompt == "Changed"


def test_removing_says_what_was_there(model, qtbot):
    show(model, [a_clip("a"), a_clip("b"), a_clip("c")])

    with qtbot.waitSignal(model.clips_removed) as caught:
        model.remove(["a", "c", "never"])

    assert sorted(caught.args[0]) == ["a", "c"]
    assert ids(model) == ["b"]


def test_tiles_speak_and_their_tips_are_plain(model):
    show(model, [a_clip("a", prompt="<b>Fox</b>", rehearsal=True, missing=True)])
    index = model.index(0, 0)

    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert all(part in spoken for part in ("Fox", "Image to video", "4 seconds", "rehearsal", "file missing"))
    assert "<b>" not in index.data(Qt.ItemDataRole.ToolTipRole)


def test_a_cover_is_read_off_the_paint_path_and_then_shown(model, qtbot, tmp_path):
    clip = a_clip("a", cover_path=write_cover(tmp_path / "a.jpg"))
    show(model, [clip])

    assert model.index(0, 0).data(LibraryRole.COVER) is None  # the first paint doesn't wait
    with qtbot.waitSignal(model.dataChanged):
        pass

    cover = model.index(0, 0).data(LibraryRole.COVER)
    assert cover.width() / cover.height() == pytest.approx(16 / 9, rel=0.01)


@pytest.mark.qt_log_ignore("Not a JPEG file")
def test_the_cache_is_bounded_scales_down_and_believes_only_our_own_format(qtbot, qapp, tmp_path):
    cache = CoverCache(QSize(100, 100), most_bytes=90_000)  # a cover of 100 x 56 pixels takes 22,400 bytes
    paths = [write_cover(tmp_path / f"{n}.jpg") for n in range(6)]
    svg = tmp_path / "svg.jpg"
    svg.write_text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
    missing = str(tmp_path / "none.jpg")

    arrived = []
    cache.arrived.connect(arrived.append)
    for path in (*paths, str(svg), missing):
        cache.pixmap(path)
    qtbot.waitUntil(lambda: len(arrived) == 8)

    assert len(cache) == 3
    assert cache.pixmap(missing) is None
    assert cache.pixmap(str(svg)) is None
    cache.pixmap(paths[0])
    qtbot.waitUntil(lambda: cache.pixmap(paths[0]) is not None)
    assert max(cache.pixmap(paths[0]).width(), cache.pixmap(paths[0]).height()) <= 100
    cache.close()


def test_closed_covers_are_read_for_no_late_paint(qapp, tmp_path):
    cache = CoverCache(QSize(100, 100))
    arrived = []
    cache.arrived.connect(arrived.append)
    cache.close()
    cache.pixmap(write_cover(tmp_path / "late.jpg"))
    cache.close()  # waits for every read that has begun
    qapp.processEvents()
    assert arrived == []


def test_dragging_out_gives_real_files_and_our_own_mark_and_leaves_missing_ones(model):
    show(model, [a_clip("a"), a_clip("b", missing=True)])

    data = model.mimeData([model.index(0, 0), model.index(1, 0)])

    assert [url.toLocalFile() for url in data.urls()] == ["/library/a.mp4"]
    assert json.loads(bytes(data.data(CLIP_MIME).data()))[0]["clip_id"] == "a"
    assert not model.flags(model.index(1, 0)) & Qt.ItemFlag.ItemIsDragEnabled
    # Never a move: an editor that takes a file must not remove it.
    assert model.supportedDragActions() == Qt.DropAction.CopyAction


def test_every_key_asks_and_escape_asks_for_everything(pane, qtbot, model):
    show(model, [a_clip("a")])
    asked = []
    pane.search_requested.connect(lambda query: asked.append(query.text))

    qtbot.keyClicks(pane.search, " fox ")
    qtbot.keyClick(pane.search, Qt.Key.Key_Escape)

    assert asked == ["f", "fo", "fox", ""]
    assert pane.search.text() == ""


def test_the_count_says_videos_or_found(pane, qtbot, model):
    show(model, [a_clip("a"), a_clip("b")])
    assert "2 videos" in words_in(pane)

    pane.search.setText("fox")
    show(model, [a_clip("a")])

    assert "1 found" in words_in(pane)
    show(model, [])
    assert "No video matches" in words_in(pane)
    assert pane.search.isVisible()


def test_nothing_is_said_of_videos_that_nobody_has_looked_for_yet(long_pane):
    assert words_in(long_pane) == ""


def test_an_empty_library_says_what_will_be_here(pane, model):
    show(model, [])
    assert "No videos yet" in words_in(pane)
    assert not pane.search.isVisible()


def test_enter_plays_and_a_missing_file_does_not(pane, qtbot, model):
    show(model, [a_clip("a"), a_clip("b", missing=True)])
    played = []
    pane.play_requested.connect(lambda clip: played.append(clip.clip_id))

    for row in (0, 1):
        pane.grid.setCurrentIndex(model.index(row, 0))
        qtbot.keyClick(pane.grid, Qt.Key.Key_Return)

    assert played == ["a"]


def test_tiles_fill_the_row_at_any_width(pane, qtbot, model):
    show(model, [a_clip(f"{n}") for n in range(40)])

    for width in (300, 640, 1000, 1900):
        pane.resize(width, 420)
        qtbot.waitUntil(lambda width=width: pane.grid.width() > width - 40)
        room, tile = pane.grid.viewport().width(), pane.grid.gridSize().width()
        columns = room // tile
        assert room - columns * tile < columns + 3
        qtbot.waitUntil(
            lambda columns=columns: (
                pane.grid.visualRect(model.index(columns - 1, 0)).top()
                == pane.grid.visualRect(model.index(0, 0)).top()
            )
        )
        assert (
            pane.grid.visualRect(model.index(columns, 0)).top()
            > pane.grid.visualRect(model.index(0, 0)).top()
        )


def test_ten_thousand_clips_ask_only_for_the_covers_that_are_seen(long_pane, qtbot, unlooked, monkeypatch):
    asked = set()
    monkeypatch.setattr(CoverCache, "pixmap", lambda _cache, path: asked.add(path))
    read = []
    unlooked.clips_wanted.connect(
        lambda rows: (
            read.append(len(rows)) or unlooked.put_clips(replace(a_clip(f"{row}"), row=row) for row in rows)
        )
    )

    unlooked.set_rows(array("q", range(10_000, 0, -1)))
    for _ in range(2):
        seen = len(asked)
        qtbot.waitUntil(lambda seen=seen: (not long_pane.grab().isNull()) and len(asked) > seen)
        long_pane.grid.scrollToBottom()

    assert len(asked) < 200
    assert sum(read) < 1000


@pytest.mark.parametrize("appearance", ["light", "dark"])
def test_every_kind_of_tile_can_be_painted(pane, look, model, qtbot, tmp_path, appearance):
    look.set_appearance(appearance)
    show(
        model,
        [
            a_clip("a", cover_path=write_cover(tmp_path / "a.jpg"), rehearsal=True),
            a_clip("b", missing=True, prompt=""),
            a_clip("c", cover_path=""),
        ],
    )

    pane.grid.selectAll()

    assert not pane.grab().isNull()


def test_find_puts_the_cursor_into_the_search(pane, model):
    show(model, [a_clip("a")])
    pane.search.setText("fox")

    pane.focus_search()

    assert pane.search.selectedText() == "fox"


def test_the_end_frame_of_a_clip_is_called_so_when_its_start_is_lost(pane):
    clip = a_clip(mode="start-end", model="vidu2-start-end")
    request = a_request("", model=clip.model, picture_paths=("", "/p/end.png"))
    pane.details.show_clip(clip, [clip.row])

    pane.show_details(ClipDetails(clip=clip, request=request, lost_names=("start.png",)))

    words = [label.text() for label in pane.details.findChildren(QLabel) if label.text()]
    assert "Start frame" not in words
    named = words.index("End frame")
    assert words[named : named + 2] == ["End frame", "Not there any more: start.png"]


def test_a_cost_that_nobody_knows_is_not_free(qapp):
    clips = {
        "$0.20": a_clip(),
        "unknown": a_clip(price=None),
        "rehearsal": a_clip(price=usd(0), rehearsal=True),
    }

    assert {column_text(clip, ClipColumn.PRICE) for clip in clips.values()} == set(clips)
    assert dict(money_lines(ClipDetails(clip=clips["unknown"])))["Cost"] == "unknown"
    assert "free" in dict(money_lines(ClipDetails(clip=clips["rehearsal"])))["Cost"]


def test_the_cost_of_a_kept_video_says_what_it_counts(pane):
    paid = Totals(
        clips=3, cost=Sums.of([usd("0.60")]), kept={Currency.USD: 1}, chosen_from=Sums.of([usd("0.60")])
    )

    pane.bar.show_totals(paid)

    assert "$0.60 a kept one" in pane.bar.findChild(QLabel, "found").text()
    assert "rejected ones" in pane.bar.findChild(QLabel, "found").toolTip()
    pane.bar.show_totals(replace(paid, kept={}))
    assert "rejected ones" not in pane.bar.findChild(QLabel, "found").toolTip()


def test_nothing_moves_when_a_line_about_work_or_the_trash_comes_or_goes(pane, model):
    show(model, [a_clip(name) for name in "abc"])
    QApplication.processEvents()
    parts = (pane.bar, pane.view, pane.view.viewport())
    before = [part.geometry() for part in parts]

    pane.work_bar.begin("Exporting 1 of 2: fox")
    pane.import_bar.begin("Looking for videos…")
    pane.undo_bar.announce(2)
    QApplication.processEvents()
    assert [part.geometry() for part in parts] == before
    below = [pane.work_bar, pane.import_bar, pane.undo_bar]
    tops = [line.mapTo(pane, QPoint(0, 0)).y() for line in below]
    assert tops == sorted(set(tops))  # each in a place of its own
    assert below[-1].mapTo(pane, below[-1].rect().bottomLeft()).y() == pane.rect().bottom()

    pane.work_bar.end()
    pane.import_bar.end()
    pane.undo_bar.dismiss()
    QApplication.processEvents()
    assert [part.geometry() for part in parts] == before
    assert pane.childAt(pane.rect().center().x(), pane.height() - 3) is not pane.undo_bar


@pytest.mark.parametrize("height_px", [330, 420, 900])  # less than two rows of tiles in view, and more
def test_the_keys_for_pages_go_through_the_whole_grid_and_back(pane_of, unlooked, qtbot, height_px):
    pane = pane_of(unlooked)
    pane.resize(640, height_px)
    show(unlooked, [a_clip(str(number)) for number in range(50)])
    grid = pane.grid
    columns = (grid.viewport().width() - 2) // grid.gridSize().width()
    qtbot.waitUntil(lambda: not grid.visualRect(unlooked.index(49, 0)).isEmpty())
    grid.setCurrentIndex(unlooked.index(1, 0))
    stops = []
    while (at := grid.currentIndex().row()) not in stops:
        stops.append(at)
        qtbot.keyClick(grid, Qt.Key.Key_PageDown)

    assert stops[-1] == 49
    in_view = max(1, grid.viewport().height() // grid.gridSize().height()) * columns
    assert all(after - before <= in_view for before, after in itertools.pairwise(stops)), (
        "no row is passed over"
    )
    for _ in stops:
        qtbot.keyClick(grid, Qt.Key.Key_PageUp)
    assert grid.currentIndex().row() < columns


def test_a_model_is_called_as_in_the_tabs(qapp):
    """The service's own name says the mode, which stands beside it, and is nowhere else in the window."""
    clip = a_clip(mode="start-end", model="vidu2-start-end")
    assert dict(recipe_lines(ClipDetails(clip=clip)))["Model"] == "Vidu 2"
    assert dict(recipe_lines(ClipDetails(clip=a_clip(model="newer"))))["Model"] == "newer"

    known = [spec.model for spec in CATALOGUE]
    names = [words for words, _left in filter_chips(LibraryQuery(models=tuple(known)))]
    assert len({*names}) == len(known)
    assert not [name for name in names if any(model in name for model in known)]
