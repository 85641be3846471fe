"""A drag out of the library carries every selected video once, in the list's order, whether it was read or not."""

import json
from array import array
from dataclasses import replace

import pytest
from fakes.ui_values import a_clip, show
from PySide6.QtCore import QEvent, QItemSelectionModel, QPoint, QPointF, Qt
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication

from vidu_desktop.ui.library.library_pane import LibraryPane
from vidu_desktop.ui.models.clips_mime import CLIP_MIME
from vidu_desktop.ui.models.library_model import LibraryModel

VIEWS = pytest.mark.parametrize("view", ["grid", "table"])
FAR = QPoint(80, 0)


class Hand:
    """Drags with the left button in the grid or the list, and records what the drag carried."""

    def __init__(self, pane: LibraryPane, model: LibraryModel) -> None:
        self.pane, self.model = pane, model
        self.wanted: list[list[int]] = []
        self.carried: list[list[str]] = []
        pane.drag.clips_wanted.connect(self.wanted.append)

    def exec(self, drag: QDrag, *_: object) -> Qt.DropAction:
        mime = drag.mimeData()
        paths = [url.toLocalFile() for url in mime.urls()]
        ours = json.loads(bytes(mime.data(CLIP_MIME).data()))
        assert [one["video_path"] for one in ours] == paths
        self.carried.append(paths)
        return Qt.DropAction.CopyAction

    def show_as(self, view: str) -> None:
        self.pane.bar.show_view(as_list=view == "table", details=False, tile_px=176)

    def select_all(self) -> None:
        self.pane.grid.selectAll()

    def press_and_move(self) -> None:
        self._send(QEvent.Type.MouseButtonPress, QPoint(0, 0))
        self.move()

    def move(self) -> None:
        for way in (FAR / 2, FAR):
            self._send(QEvent.Type.MouseMove, way)

    def let_go(self) -> None:
        self._send(QEvent.Type.MouseButtonRelease, FAR)

    def _send(self, kind: QEvent.Type, way: QPoint) -> None:
        view = self.pane.view
        place = QPointF(view.visualRect(self.model.index(0, 0)).center() + way)
        left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        button = none if kind is QEvent.Type.MouseMove else left
        held = none if kind is QEvent.Type.MouseButtonRelease else left
        at = view.viewport().mapToGlobal(place)
        event = QMouseEvent(kind, place, at, button, held, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(view.viewport(), event)


@pytest.fixture
def hand(qtbot, look, monkeypatch):
    model = LibraryModel()
    pane = LibraryPane(look, model)
    qtbot.addWidget(pane)
    pane.resize(900, 480)
    pane.show()
    hand = Hand(pane, model)
    monkeypatch.setattr(QDrag, "exec", lambda drag, *how: hand.exec(drag, *how))
    yield hand
    model.close()


def paths(*names):
    return [f"/library/{name}.mp4" for name in names]


@VIEWS
def test_each_selected_video_is_carried_once_and_in_the_lists_order(hand, view):
    show(hand.model, [a_clip(name) for name in "abcd"])
    hand.show_as(view)
    for place in (3, 0, 2):
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        hand.pane.grid.selectionModel().select(hand.model.index(place, 0), flags)

    hand.press_and_move()

    assert hand.carried == [paths("a", "c", "d")]
    assert hand.wanted == []


def test_the_data_of_a_drag_has_each_video_once_whatever_cells_are_named(hand):
    show(hand.model, [a_clip("a"), a_clip("b")])

    data = hand.model.mimeData([hand.model.index(row, column) for column in (0, 3) for row in (1, 0)])

    assert [url.toLocalFile() for url in data.urls()] == paths("a", "b")


@VIEWS
def test_a_drag_waits_for_videos_that_were_not_read_and_carries_all(hand, view, qtbot):
    clips = [replace(a_clip(str(row)), row=row) for row in range(1000, 0, -1)]
    hand.model.set_rows(array("q", [clip.row for clip in clips]))
    hand.model.put_clips(clips[:100])
    hand.show_as(view)
    hand.select_all()

    hand.press_and_move()
    hand.move()

    assert hand.carried == []
    assert hand.wanted == [[clip.row for clip in clips]]
    assert len(hand.pane.selection.rows()) == 1000
    hand.pane.drag.go_on(clips)
    assert hand.carried == []  # a task brings the answer, and no drag may hold tasks up
    qtbot.waitUntil(lambda: hand.carried != [])
    assert hand.carried == [paths(*(clip.clip_id for clip in clips))]


def test_a_drag_that_was_given_up_meanwhile_does_not_begin_later(hand, qtbot):
    clips = [replace(a_clip("b"), row=2), replace(a_clip("a"), row=1)]
    hand.model.set_rows(array("q", [2, 1]))
    hand.model.put_clips(clips[:1])
    hand.select_all()
    hand.press_and_move()
    assert hand.wanted == [[2, 1]]

    hand.let_go()
    hand.pane.drag.go_on(clips)
    hand.model.put_clips(clips)
    QApplication.processEvents()
    assert hand.carried == []

    hand.select_all()
    hand.press_and_move()
    assert hand.carried == [paths("b", "a")]


def test_missing_files_are_left_out_of_a_drag(hand):
    show(hand.model, [a_clip("a"), a_clip("b", missing=True), a_clip("c")])
    hand.select_all()

    hand.press_and_move()

    assert hand.carried == [paths("a", "c")]
