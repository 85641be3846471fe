"""The order of the queue: waiting jobs are moved by keys, menu and drag; the rows can be filtered by one kind."""

import pytest
from fakes.ui_values import NOW, a_job
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton

from vidu_desktop.domain.job import JobState
from vidu_desktop.ui.models.queue_model import QueueModel
from vidu_desktop.ui.models.queue_role import QueueRole
from vidu_desktop.ui.queue.queue_pane import QueuePane
from vidu_desktop.ui.queue.unknown_dialog import UnknownDialog

S = JobState
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def model():
    return QueueModel(lambda _: "", now=lambda: NOW)


@pytest.fixture
def pane(qtbot, look, model):
    pane = QueuePane(look, model)
    qtbot.addWidget(pane)
    pane.resize(640, 480)
    pane.show()
    yield pane
    pane.close_thumbs()


def shown(pane):
    model = pane.view.model()
    return [model.index(row, 0).data(QueueRole.JOB).job_id for row in range(model.rowCount())]


def select(pane, *ids):
    selection = pane.view.selectionModel()
    selection.clear()
    for job_id in ids:
        index = pane.view.model().index(shown(pane).index(job_id), 0)
        selection.select(index, selection.SelectionFlag.Select)
        selection.setCurrentIndex(index, selection.SelectionFlag.NoUpdate)


def queue_of(model):
    """Return a queue with a running job, which has a later position than the waiting ones, four waiting jobs, and an ended
    one.
    """
    waiting = [a_job(f"w{number}", S.READY, position=float(number)) for number in range(1, 5)]
    model.set_jobs([*waiting, a_job("r", S.WAITING, position=9.0), a_job("e", S.STORED)])


def asked(pane):
    moves = []
    pane.move_requested.connect(lambda *move: moves.append(move))
    return moves


def test_what_runs_stands_above_what_waits_wherever_it_was_in_line(pane, model):
    queue_of(model)

    assert shown(pane) == ["r", "w1", "w2", "w3", "w4", "e"]


@pytest.mark.parametrize(
    ("selected", "key", "move"),
    [
        (["w3"], Qt.Key.Key_Up, (["w3"], "w2")),
        (["w3"], Qt.Key.Key_Home, (["w3"], "w1")),
        (["w1"], Qt.Key.Key_Down, (["w1"], "w3")),
        (["w3"], Qt.Key.Key_Down, (["w3"], None)),
        (["w2", "w3"], Qt.Key.Key_Down, (["w2", "w3"], None)),
        (["w4", "w2"], Qt.Key.Key_Up, (["w2", "w4"], "w1")),
        (["r", "w2", "e"], Qt.Key.Key_End, (["w2"], None)),
    ],
)
def test_alt_with_the_arrows_moves_what_waits(pane, model, qtbot, selected, key, move):
    queue_of(model)
    moves = asked(pane)
    select(pane, *selected)

    qtbot.keyClick(pane.view, key, ALT)

    assert moves == [move]


@pytest.mark.parametrize(
    ("selected", "key"),
    [
        (["w1"], Qt.Key.Key_Up),
        (["w4"], Qt.Key.Key_Down),
        (["w1", "w2"], Qt.Key.Key_Home),
        (["r"], Qt.Key.Key_Down),
        (["e"], Qt.Key.Key_Home),
    ],
)
def test_a_move_that_changes_nothing_is_not_asked_for(pane, model, qtbot, selected, key):
    queue_of(model)
    moves = asked(pane)
    select(pane, *selected)

    qtbot.keyClick(pane.view, key, ALT)

    assert moves == []


def test_the_menu_offers_the_moves_that_change_something(pane, model):
    queue_of(model)
    moves = asked(pane)
    select(pane, "w4")

    menu = pane.view.menu_for(pane.view.currentIndex())
    entries = {entry.text(): entry for entry in menu.actions()}

    assert "To the end" not in entries
    entries["To the top"].trigger()
    assert moves == [(["w4"], "w1")]


def test_what_has_left_or_ended_offers_no_move(pane, model):
    queue_of(model)
    for job_id in ("r", "e"):
        select(pane, job_id)
        menu = pane.view.menu_for(pane.view.currentIndex())
        assert "To the top" not in [entry.text() for entry in menu.actions()]


def middle_of(pane, job_id):
    return pane.view.visualRect(pane.view.model().index(shown(pane).index(job_id), 0)).center()


@pytest.mark.parametrize(
    ("at", "below", "before"),
    [("r", 0, "w1"), ("w2", -4, "w2"), ("w2", 4, "w3"), ("w4", 4, None), ("e", 0, None)],
)
def test_rows_are_dropped_between_rows_that_wait_and_nowhere_else(pane, model, at, below, before):
    queue_of(model)

    job_id, line_y = pane.view.before_at(middle_of(pane, at).y() + below)

    assert job_id == before
    tops = [pane.view.visualRect(pane.view.model().index(row, 0)).top() for row in range(1, 6)]
    assert line_y in tops


def test_a_drag_from_elsewhere_is_not_taken(pane, model):
    queue_of(model)
    moves = asked(pane)
    event = QDropEvent(
        QPointF(middle_of(pane, "w2")),
        Qt.DropAction.MoveAction,
        QMimeData(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )

    QApplication.sendEvent(pane.view.viewport(), event)

    assert moves == []
    assert not event.isAccepted()


def test_only_what_waits_can_be_dragged(pane, model):
    queue_of(model)
    draggable = [
        job_id
        for row, job_id in enumerate(shown(pane))
        if model.flags(model.index(row, 0)) & Qt.ItemFlag.ItemIsDragEnabled
    ]

    assert draggable == ["w1", "w2", "w3", "w4"]


def test_a_moved_row_goes_where_it_now_belongs_and_stays_selected(pane, model):
    queue_of(model)
    select(pane, "w4")

    model.put([a_job("w4", S.READY, position=0.5)])

    assert shown(pane) == ["r", "w4", "w1", "w2", "w3", "e"]
    assert [index.data(QueueRole.JOB).job_id for index in pane.view.selectedIndexes()] == ["w4"]


def words_in(widget):
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def choose(pane, words):
    (entry,) = [one for one in pane.header.filter.menu_now().actions() if one.text().startswith(words)]
    entry.trigger()


def test_one_kind_of_rows_is_shown_alone_which_is_said_with_the_way_back(pane, model, qtbot):
    queue_of(model)
    model.put([a_job("f", S.FAILED)])

    choose(pane, "Failed")

    assert shown(pane) == ["f"]
    assert "Only 1 of 7 shown: failed." in words_in(pane)
    assert pane.header.filter.isChecked()
    model.put([a_job("g", S.FAILED), a_job("w9", S.READY)])
    assert set(shown(pane)) == {"f", "g"}
    assert "Only 2 of 9 shown: failed." in words_in(pane)

    qtbot.mouseClick(pane.show_all, Qt.MouseButton.LeftButton)

    assert len(shown(pane)) == 9
    assert not pane.show_all.isVisible()
    assert not pane.header.filter.isChecked()


def test_the_menu_counts_each_kind_that_there_is(pane, model):
    queue_of(model)

    texts = [entry.text() for entry in pane.header.filter.menu_now().actions() if entry.text()]

    assert texts == ["All jobs", "Running  ·  1", "In line  ·  4", "Finished  ·  1"]


@pytest.mark.parametrize(
    ("button", "signal"),
    [("Send again with the same request id", "send_again_requested"), ("Treat as lost", "give_up_requested")],
)
@pytest.mark.parametrize("for_all", [True, False])
def test_lost_answers_are_decided_one_by_one_or_all_alike(pane, model, qtbot, button, signal, for_all):
    model.set_jobs([*(a_job(f"u{number}", S.UNKNOWN) for number in range(3)), a_job("w", S.READY)])
    select(pane, "u1")
    qtbot.keyClick(pane.view, Qt.Key.Key_Return)
    dialog = next(child for child in pane.findChildren(UnknownDialog) if child.isVisible())
    (for_all_box,) = dialog.findChildren(QCheckBox)
    assert "all 3 jobs" in for_all_box.text()
    assert "$0.60" in for_all_box.text()
    for_all_box.setChecked(for_all)

    with qtbot.waitSignal(getattr(pane, signal)) as caught:
        next(one for one in dialog.findChildren(QPushButton) if one.text() == button).click()

    assert sorted(caught.args[0]) == (["u0", "u1", "u2"] if for_all else ["u1"])


def test_a_single_lost_answer_has_nothing_to_be_decided_with_it(pane, model, qtbot):
    model.set_jobs([a_job("u", S.UNKNOWN)])
    select(pane, "u")
    qtbot.keyClick(pane.view, Qt.Key.Key_Return)

    dialog = next(child for child in pane.findChildren(UnknownDialog) if child.isVisible())

    assert not any(box.isVisible() for box in dialog.findChildren(QCheckBox))
