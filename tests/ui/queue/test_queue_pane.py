"""The queue on screen: buttons for each state, keys, the risk filter, and questions before money is given up."""

from dataclasses import replace
from datetime import timedelta

import pytest
from fakes.finding import button, only, spoken
from fakes.ui_values import NOW, a_job, a_trouble
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QMenu, QStyleOptionViewItem

from vidu_desktop.domain.amounts import Sums, usd
from vidu_desktop.domain.another_try import AnotherTry
from vidu_desktop.domain.job import ACCEPTED_ID_LOST, JobState
from vidu_desktop.ui.models.job_actions import JobAction, actions_for
from vidu_desktop.ui.models.job_kind import JobKind
from vidu_desktop.ui.models.queue_model import QueueModel
from vidu_desktop.ui.models.queue_role import QueueRole
from vidu_desktop.ui.queue import delegate as delegate_module
from vidu_desktop.ui.queue.cancel_dialog import CancelDialog
from vidu_desktop.ui.queue.queue_pane import QueuePane
from vidu_desktop.ui.queue.row_actions import action_words
from vidu_desktop.ui.queue.row_layout import ROW_HEIGHT
from vidu_desktop.ui.queue.unknown_dialog import UnknownDialog
from vidu_desktop.ui.text import say_sums

S = JobState


@pytest.fixture
def pane(qtbot, look):
    model = QueueModel(lambda _: "", now=lambda: NOW)
    pane = QueuePane(look, model)
    pane.model = model
    qtbot.addWidget(pane)
    pane.resize(640, 480)
    pane.show()
    yield pane
    pane.close_thumbs()


def row(pane, number=0):
    return pane.view.model().index(number, 0)


def select(pane, *numbers):
    selection = pane.view.selectionModel()
    selection.clear()
    for number in numbers:
        selection.select(row(pane, number), selection.SelectionFlag.Select)
        selection.setCurrentIndex(row(pane, number), selection.SelectionFlag.NoUpdate)


def collected(*signals):
    seen = []
    for signal in signals:
        signal.connect(lambda *values: seen.append(values))
    return seen


def dialog_of(pane, kind):
    return next(child for child in pane.findChildren(kind) if child.isVisible())


def hover(pane, index):
    """Send a mouse move directly, because the offscreen platform doesn't always deliver one."""
    pane.view._hover(index)


def words_in(widget):
    return " ".join(label.text() for label in widget.findChildren(QLabel))


def shown_words(widget):
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


@pytest.mark.parametrize("state", list(S))
def test_the_row_under_the_pointer_has_real_buttons_for_what_makes_sense(pane, qtbot, state):
    job = a_job("a", state)
    pane.model.set_jobs([job])
    qtbot.waitUntil(lambda: pane.view.visualRect(row(pane)).isValid())

    qtbot.mouseMove(pane.view.viewport(), pane.view.visualRect(row(pane)).center())
    hover(pane, row(pane))

    actions = pane.view.row_actions
    names = {spoken(one): one for one in actions.findChildren(QAbstractButton) if one.isVisible()}
    shown = {action for action in JobAction if action_words(action, job) in names}
    assert shown == set(actions_for(job))
    assert all(actions.button(action).accessibleName() for action in shown)
    assert pane.view.viewport().rect().contains(actions.geometry())


def test_buttons_come_with_the_keyboard_too_and_go_with_it(pane, qtbot):
    pane.model.set_jobs([a_job("a", S.STORED)])
    pane.activateWindow()

    pane.view.setFocus()

    qtbot.waitUntil(lambda: pane.view.row_actions.isVisible())
    pane.header.pause.setFocus()
    qtbot.waitUntil(lambda: not pane.view.row_actions.isVisible())


@pytest.mark.parametrize(
    ("state", "key", "signal"),
    [
        (S.STORED, Qt.Key.Key_Return, "play_requested"),
        (S.STORED, Qt.Key.Key_Delete, "remove_requested"),
        (S.STORED, Qt.Key.Key_U, "use_again_requested"),
        (S.FAILED, Qt.Key.Key_R, "retry_requested"),
        (S.FAILED, Qt.Key.Key_Delete, "remove_requested"),
        (S.READY, Qt.Key.Key_Delete, "cancel_requested"),
        (S.READY, Qt.Key.Key_Return, "edit_requested"),
    ],
)
def test_keys_do_what_the_buttons_do(pane, qtbot, state, key, signal):
    pane.model.set_jobs([a_job("a", state)])
    select(pane, 0)

    with qtbot.waitSignal(getattr(pane, signal)) as caught:
        qtbot.keyClick(pane.view, key)

    assert caught.args in ([["a"]], ["a"])


def test_keys_mean_the_row_that_has_the_keyboard_before_any_is_selected(pane, qtbot):
    pane.model.set_jobs([a_job("a", S.STORED)])
    pane.activateWindow()
    pane.view.setFocus()
    assert not pane.view.selectedIndexes()

    with qtbot.waitSignal(pane.play_requested):
        qtbot.keyClick(pane.view, Qt.Key.Key_Return)


def test_a_key_that_makes_no_sense_for_the_row_does_nothing(pane, qtbot):
    seen = collected(pane.retry_requested, pane.cancel_requested, pane.remove_requested, pane.play_requested)
    pane.model.set_jobs([a_job("a", S.SENDING)])
    select(pane, 0)

    for key in (Qt.Key.Key_R, Qt.Key.Key_Delete, Qt.Key.Key_Return):
        qtbot.keyClick(pane.view, key)

    assert seen == []


@pytest.mark.parametrize(
    ("current", "done"),
    [(1, ["play_requested"]), (0, ["edit_requested"])],
)
def test_return_does_one_thing_with_several_selected_rows_what_the_current_one_allows(
    pane, qtbot, current, done
):
    pane.model.set_jobs([a_job("ready", S.READY), a_job("done", S.STORED)])
    seen = []
    for name in ("play_requested", "edit_requested", "use_again_requested"):
        getattr(pane, name).connect(lambda _job_id, name=name: seen.append(name))
    select(pane, 1 - current, current)

    qtbot.keyClick(pane.view, Qt.Key.Key_Return)

    assert seen == done


def test_the_settings_of_one_selected_order_are_used_again_where_the_other_has_to_be_changed(pane, qtbot):
    pane.model.set_jobs([a_job("refused", S.REFUSED, trouble=a_trouble("1301")), a_job("done", S.STORED)])
    used = collected(pane.use_again_requested)
    select(pane, pane.model.reveal("refused").row(), pane.model.reveal("done").row())

    qtbot.keyClick(pane.view, Qt.Key.Key_U)

    assert used == [("done",)]


def test_return_asks_for_the_task_id_alone_where_the_video_was_ordered_again_too(pane, qtbot):
    pane.model.set_jobs([a_job("old", S.EXPIRED, task_id="task-wrong"), a_job("new", S.WAITING)])
    pane.model.set_tries({"old": AnotherTry(instead_id="new")})
    select(pane, pane.model.reveal("old").row())

    qtbot.keyClick(pane.view, Qt.Key.Key_Return)

    assert dialog_of(pane, UnknownDialog).isVisible()
    assert pane.view.currentIndex().data(QueueRole.JOB).job_id == "old"


def test_delete_means_every_selected_row_each_in_its_own_way(pane, qtbot):
    pane.model.set_jobs(
        [
            a_job("ready", S.READY, position=1),
            a_job("sending", S.SENDING, position=2),
            a_job("done", S.STORED),
        ]
    )
    cancelled, removed = collected(pane.cancel_requested), collected(pane.remove_requested)
    select(pane, 0, 1, 2)

    qtbot.keyClick(pane.view, Qt.Key.Key_Delete)

    assert cancelled == [(["ready"],)]
    assert removed == [(["done"],)]


def test_stopping_what_was_charged_is_asked_first_and_keeping_is_the_default(pane, qtbot):
    pane.model.set_jobs([a_job("a", S.WAITING)])
    cancelled = collected(pane.cancel_requested)
    select(pane, 0)

    qtbot.keyClick(pane.view, Qt.Key.Key_Delete)

    dialog = dialog_of(pane, CancelDialog)
    assert cancelled == []
    assert "It has been charged $0.20" in words_in(dialog)
    assert "Stopping doesn't bring the money back" in words_in(dialog)
    assert button(dialog, "Keep it").isDefault()
    button(dialog, "Keep it").click()
    assert cancelled == []
    qtbot.keyClick(pane.view, Qt.Key.Key_Delete)
    button(dialog_of(pane, CancelDialog), "Stop waiting").click()
    assert cancelled == [(["a"],)]


def test_several_charged_ones_are_asked_about_once_with_their_sum(qtbot, look):
    dialog = CancelDialog(look, [a_job("a", S.WAITING), a_job("b", S.FETCHING, price=usd("0.40"))])
    qtbot.addWidget(dialog)
    stopped = collected(dialog.stop_requested)

    assert "$0.60 have been charged for 2 videos" in words_in(dialog)
    button(dialog, "Stop waiting").click()

    assert stopped == [(["a", "b"],)]


def test_a_rehearsal_is_stopped_with_the_words_that_nothing_is_charged(qtbot, look):
    dialog = CancelDialog(look, [a_job("a", S.WAITING, rehearsal=True)])
    qtbot.addWidget(dialog)

    assert "Nothing is charged." in words_in(dialog)
    assert "$" not in words_in(dialog)


def test_a_lost_answer_opens_the_three_ways_out_and_closing_decides_nothing(pane, qtbot):
    pane.model.set_jobs([a_job("a", S.UNKNOWN, request_id="vd-1")])
    seen = collected(pane.send_again_requested, pane.give_up_requested, pane.rescue_requested)
    select(pane, 0)

    qtbot.keyClick(pane.view, Qt.Key.Key_Return)
    dialog = dialog_of(pane, UnknownDialog)
    assert "We don't know yet whether it was charged" in words_in(dialog)
    dialog.reject()

    assert seen == []


@pytest.mark.parametrize(
    ("press", "signal", "values"),
    [
        (
            lambda dialog: button(dialog, "Send again with the same request id").click(),
            "send_again_requested",
            [["a"]],
        ),
        (lambda dialog: button(dialog, "Treat as lost").click(), "give_up_requested", [["a"]]),
        (
            lambda dialog: (only(dialog, QLineEdit).setText("  task-7 "), button(dialog, "Rescue").click()),
            "rescue_requested",
            ["a", "task-7"],
        ),
    ],
)
def test_each_way_out_goes_to_its_signal(pane, qtbot, press, signal, values):
    pane.model.set_jobs([a_job("a", S.UNKNOWN)])
    select(pane, 0)
    qtbot.keyClick(pane.view, Qt.Key.Key_Return)

    with qtbot.waitSignal(getattr(pane, signal)) as caught:
        press(dialog_of(pane, UnknownDialog))

    assert caught.args == values


def test_rescue_needs_an_id_and_a_charged_order_is_not_sent_again(qtbot, look):
    dialog = UnknownDialog(look, a_job("a", S.UNKNOWN, trouble=a_trouble(ACCEPTED_ID_LOST)))
    qtbot.addWidget(dialog)

    assert not button(dialog, "Rescue").isEnabled()
    assert not button(dialog, "Send again with the same request id").isEnabled()
    assert "It was charged, and its task id is lost" in words_in(dialog)
    only(dialog, QLineEdit).setText("t")
    assert button(dialog, "Rescue").isEnabled()


def test_after_a_wrong_task_id_another_one_can_be_typed_and_nothing_else_is_offered(pane, qtbot):
    pane.model.set_jobs([a_job("a", S.EXPIRED, task_id="task-wrong")])
    pane.view.action_requested.emit(JobAction.DECIDE, pane.model.jobs())
    dialog = dialog_of(pane, UnknownDialog)

    assert "task-wrong" in words_in(dialog)
    assert "Treat as lost" not in words_in(dialog)
    only(dialog, QLineEdit).setText("task-7")
    with qtbot.waitSignal(pane.rescue_requested) as caught:
        button(dialog, "Rescue").click()
    assert caught.args == ["a", "task-7"]


def test_the_risk_chip_shows_the_money_and_narrows_the_list(pane):
    pane.model.set_jobs([a_job("a", S.WAITING), a_job("b", S.UNKNOWN, price=usd("0.40"))])

    assert pane.header.risk_chip.isVisible()
    assert "$0.40" in pane.header.risk_chip.text()
    pane.header.risk_chip.click()
    assert pane.view.model().rowCount() == 1
    pane.model.put([a_job("b", S.WAITING)])

    assert not pane.header.risk_chip.isVisible()
    assert pane.view.model().rowCount() == 2


def test_header_buttons_are_there_only_while_they_do_something(pane, qtbot):
    pane.model.set_jobs([a_job("a", S.FAILED), a_job("b", S.WAITING)])
    assert not pane.header.retry_all.isVisible()  # a single failed row has its own button
    assert not pane.header.clear.isVisible()

    pane.model.put([a_job("c", S.REFUSED)])
    pane.model.put([a_job("d", S.STORED)])
    with qtbot.waitSignal(pane.retry_requested) as retried:
        pane.header.retry_all.click()
    with qtbot.waitSignal(pane.remove_requested) as caught:
        pane.header.clear.click()
    with qtbot.waitSignal(pane.pause_requested) as paused:
        pane.header.pause.click()

    assert caught.args == [["d"]]
    assert sorted(retried.args[0]) == ["a", "c"]
    assert paused.args == [True]
    pane.set_paused(True)
    with qtbot.waitSignal(pane.pause_requested) as resumed:
        pane.header.pause.click()
    assert resumed.args == [False]


def test_trying_all_again_says_what_it_costs_before_it_is_pressed(pane):
    failed = [a_job("a", S.FAILED), a_job("b", S.REFUSED)]
    for_nothing = [a_job("c", S.EXPIRED, task_id="task"), a_job("d", S.FAILED, rehearsal=True)]
    price = say_sums(Sums.of(job.price for job in failed))

    pane.model.set_jobs([*failed, *for_nothing])
    assert price in pane.header.retry_all.text()
    assert price in pane.header.retry_all.toolTip()
    assert any(price in entry.text() for entry in pane.area_menu().actions())

    pane.model.remove(["a", "b"])
    assert pane.header.retry_all.isVisible()
    assert "$" not in pane.header.retry_all.text()


@pytest.mark.parametrize(
    ("job", "says"),
    [
        (a_job("a", S.FAILED), "Order it again, for $0.20"),
        (a_job("a", S.EXPIRED, task_id="task"), "Ask for it again; nothing more is charged"),
        (a_job("a", S.FAILED, rehearsal=True), ""),
    ],
)
def test_retry_says_what_it_means_for_the_money(pane, job, says):
    pane.model.set_jobs([job])
    hover(pane, row(pane))
    assert pane.view.row_actions.button(JobAction.RETRY).toolTip() == says


def test_a_failed_video_that_was_ordered_again_says_so_and_shows_that_order_instead_of_buying_another(
    pane, qtbot
):
    failed = a_job("old", S.FAILED)
    pane.model.set_jobs(
        [failed, a_job("new", S.WAITING), a_job("other", S.FAILED), a_job("third", S.REFUSED)]
    )
    pane.model.set_tries({"old": AnotherTry(instead_id="new")})
    retried = collected(pane.retry_requested)
    old = pane.model.reveal("old")

    assert "ordered again" in old.data(QueueRole.WORDS).state
    assert "$0.40" in pane.header.retry_all.text()
    pane.header.retry_all.click()
    assert [sorted(*ids) for ids in retried] == [["other", "third"]]

    hover(pane, old)
    actions = pane.view.row_actions
    assert not actions.button(JobAction.RETRY).isVisible()
    pane.model.show_only(JobKind.FAILED)
    hover(pane, pane.model.reveal("old"))
    actions.button(JobAction.SHOW_INSTEAD).click()
    assert pane.view.currentIndex().data(QueueRole.JOB).job_id == "new"
    assert pane.view.selectedIndexes() == [pane.view.currentIndex()]

    select(pane, pane.model.reveal("old").row())
    qtbot.keyClick(pane.view, Qt.Key.Key_R)
    assert len(retried) == 1
    qtbot.keyClick(pane.view, Qt.Key.Key_Return)
    assert pane.view.currentIndex().data(QueueRole.JOB).job_id == "new"


def test_a_video_whose_row_went_is_played_instead(pane, qtbot):
    pane.model.set_jobs([a_job("old", S.FAILED)])
    pane.model.set_tries({"old": AnotherTry(instead_id="gone")})
    select(pane, 0)

    with qtbot.waitSignal(pane.play_requested) as caught:
        qtbot.keyClick(pane.view, Qt.Key.Key_Return)
    assert caught.args == ["gone"]


def test_all_that_failed_cant_be_tried_again_where_each_was_ordered_again(pane):
    pane.model.set_jobs([a_job("a", S.FAILED), a_job("b", S.FAILED), a_job("c", S.WAITING)])
    assert pane.header.retry_all.isVisible()
    pane.model.set_tries({job_id: AnotherTry(instead_id="c") for job_id in ("a", "b")})
    assert not pane.header.retry_all.isVisible()
    (entry,) = (one for one in pane.area_menu().actions() if one.text().startswith("Retry all"))
    assert not entry.isEnabled()
    assert "2 failed" in words_in(pane.header)

    pane.model.put([a_job("b", S.FAILED)])  # its other attempt was removed
    pane.model.set_tries({"b": AnotherTry(price=usd("0.35"))})
    (entry,) = (one for one in pane.area_menu().actions() if one.text().startswith("Retry all"))
    assert "$0.35" in entry.text()
    hover(pane, pane.model.reveal("b"))
    assert pane.view.row_actions.button(JobAction.RETRY).toolTip() == "Order it again, for $0.35"


def test_the_header_counts_lost_answers_and_what_was_taken_off(pane):
    pane.model.set_jobs(
        [a_job("a", S.UNKNOWN), a_job("b", S.CANCELLED), a_job("c", S.CANCELLED), a_job("d", S.READY)]
    )
    assert "1 in line · 1 without an answer · 2 taken off" in " ".join(words_in(pane.header).split())


def test_what_was_taken_off_is_cleared_too_but_not_what_was_charged_and_can_still_come(pane):
    charged = replace(a_job("paid", S.CANCELLED), task_id="task-1", rehearsal=False)
    pane.model.set_jobs([charged])
    assert not pane.header.clear.isVisible()
    pane.model.put([a_job("off", S.CANCELLED)])
    assert pane.header.clear.isVisible()
    pane.model.put([a_job("done", S.STORED)])
    removed = collected(pane.remove_requested)
    pane.header.clear.click()
    assert [sorted(*ids) for ids in removed] == [["done", "off"]]


def test_a_pause_is_said_with_the_button_that_ends_it_also_without_jobs(pane, qtbot):
    assert not pane.resume.isVisible()
    pane.set_paused(True)
    assert any(label.text().startswith("Paused.") for label in pane.findChildren(QLabel) if label.isVisible())
    pane.resume.setFocus()
    with qtbot.waitSignal(pane.pause_requested) as caught:
        qtbot.keyClick(pane.resume, Qt.Key.Key_Return)
    assert caught.args == [False]
    pane.set_paused(False)
    assert not pane.resume.isVisible()


def test_seconds_run_only_while_something_runs_and_is_seen(pane):
    assert not pane.counting
    pane.model.set_jobs([a_job("a", S.READY)])
    assert not pane.counting
    pane.model.put([a_job("a", S.WAITING)])
    assert pane.counting
    pane.hide()
    assert not pane.counting
    pane.show()
    pane.model.put([a_job("a", S.STORED)])
    assert not pane.counting


def test_a_row_grows_for_its_sentence_and_shrinks_again(pane, qtbot):
    pane.model.set_jobs([a_job("a", S.READY)])
    qtbot.waitUntil(lambda: pane.view.visualRect(row(pane)).height() == ROW_HEIGHT)

    pane.model.put([a_job("a", S.READY, trouble=a_trouble(template="A long sentence. " * 30))])
    qtbot.waitUntil(lambda: pane.view.visualRect(row(pane)).height() > ROW_HEIGHT)
    pane.model.put([a_job("a", S.READY)])

    qtbot.waitUntil(lambda: pane.view.visualRect(row(pane)).height() == ROW_HEIGHT)


def test_the_menu_offers_the_same_and_copies_the_prompt(pane, qapp):
    pane.model.set_jobs([a_job("a", S.STORED, prompt="A fox")])

    menu = pane.view.menu_for(row(pane))

    assert [entry.text() for entry in menu.actions()] == [
        "Play",
        "Same again, but…",
        "Last frame as next picture",
        "Last frame as next start frame",
        "Show in folder",
        "Remove from the queue",
        "Copy the task number",
        "Copy the prompt",
    ]
    menu.actions()[-1].trigger()
    assert qapp.clipboard().text() == "A fox"


def test_nothing_is_said_of_jobs_that_nobody_has_read_yet(pane):
    assert shown_words(pane) == ""


def test_an_empty_queue_says_what_will_be_here(pane):
    pane.model.set_jobs([])
    assert "Nothing in the queue" in shown_words(pane)
    pane.model.put([a_job("a")])
    assert pane.view.isVisible()
    pane.model.remove(["a"])
    assert not pane.view.isVisible()


@pytest.mark.parametrize("appearance", ["light", "dark"])
def test_every_state_can_be_painted_narrow_and_wide(pane, look, appearance):
    look.set_appearance(appearance)
    jobs = [
        a_job(state.value, state, "長い文 " * 30, link_expires_at=NOW + timedelta(hours=3), trouble=trouble)
        for state in S
        for trouble in (None, a_trouble(words="“quoted” <b>"))
    ]
    pane.model.set_jobs(jobs)
    for job in jobs:
        pane.model.set_progress(job.job_id, 0.4, 10, 20)
        pane.model.set_expected(job.job_id, 12.0)

    for width in (260, 640, 1600):
        pane.resize(width, 3000)
        assert not pane.grab().isNull()


def test_nothing_is_under_the_pointer_below_the_last_row(pane, qtbot):
    pane.model.set_jobs([a_job("a", S.STORED)])
    hover(pane, row(pane))
    assert pane.view.row_actions.isVisible()

    hover(pane, pane.view.indexAt(QPoint(10, 400)))

    assert not pane.view.row_actions.isVisible()
    assert pane.view.indexAt(QPoint(10, 400)) == QModelIndex()


def test_a_change_measures_its_own_row_and_not_the_whole_queue(pane, qtbot, monkeypatch):
    pane.model.set_jobs([a_job(f"{n}", S.FETCHING, position=n) for n in range(300)])
    qtbot.waitUntil(lambda: pane.view.visualRect(row(pane, 299)).isValid())
    measured = []
    real = delegate_module.may_have_detail
    monkeypatch.setattr(delegate_module, "may_have_detail", lambda job: measured.append(job) or real(job))

    pane.model.set_progress("7", 0.5, 5, 10)
    pane.view.grab()
    by_progress = len(measured)
    pane.model.put([a_job("new", S.READY, position=999)])
    pane.model.put([a_job("8", S.STORED, position=8)])
    pane.model.remove(["9"])
    pane.view.grab()
    by_rows = len(measured) - by_progress
    pane.view.measure_all()

    assert by_progress < 30  # painting may measure a screenful
    assert by_rows < 30
    assert len(measured) - by_progress - by_rows >= 300  # the control: this one does measure everything


@settings(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(0, 7), st.sampled_from(list(S)), st.floats(0, 9)), max_size=25))
def test_whatever_happens_each_row_is_where_those_above_it_end(pane, steps):
    pane.model.set_jobs([])
    for number, state, position in steps:
        if position < 1:
            pane.model.remove([f"{number}"])
        else:
            trouble = a_trouble("busy", "Word " * int(9 * position)) if position > 5 else None
            pane.model.put([a_job(f"{number}", state, position=position, trouble=trouble)])
    pane.view.verticalScrollBar().setValue(0)
    top = 0
    option = QStyleOptionViewItem()
    pane.view.initViewItemOption(option)
    for number in range(pane.model.rowCount()):
        index = row(pane, number)
        rect = pane.view.visualRect(index)
        assert (rect.top(), rect.height()) == (top, pane.view.itemDelegate().sizeHint(option, index).height())
        assert pane.view.indexAt(rect.center()) == index
        top = rect.bottom() + 1


def test_keys_walk_select_and_scroll(pane, qtbot):
    pane.model.set_jobs([a_job(f"{n}", S.FETCHING, position=n) for n in range(60)])
    pane.view.setFocus()
    qtbot.keyClick(pane.view, Qt.Key.Key_Home)
    qtbot.keyClick(pane.view, Qt.Key.Key_Down)
    qtbot.keyClick(pane.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert sorted(index.data(QueueRole.JOB).job_id for index in pane.view.selectedIndexes()) == ["1", "2"]
    qtbot.keyClick(pane.view, Qt.Key.Key_PageDown)
    assert int(pane.view.currentIndex().data(QueueRole.JOB).job_id) > 2
    qtbot.keyClick(pane.view, Qt.Key.Key_End)
    assert pane.view.currentIndex().row() == 59
    assert pane.view.viewport().rect().contains(pane.view.visualRect(row(pane, 59)))
    qtbot.keyClick(pane.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(pane.view.selectedIndexes()) == 60


@pytest.fixture
def scrolled_down(pane, qtbot):
    pane.model.set_jobs([a_job(f"{number:02}", S.READY, position=number) for number in range(40)])
    pane.activateWindow()
    qtbot.waitUntil(lambda: pane.view.verticalScrollBar().maximum() > 0)
    pane.view.verticalScrollBar().setValue(pane.view.verticalScrollBar().maximum() - ROW_HEIGHT // 2)
    return pane


def test_the_first_click_takes_the_row_under_the_pointer_and_the_list_stays(scrolled_down, qtbot):
    view, scrolled_to = scrolled_down.view, scrolled_down.view.verticalScrollBar().value()
    at = view.viewport().rect().center()
    under = view.indexAt(at).row()

    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)

    assert view.hasFocus()
    assert view.currentIndex().row() == under
    assert view.verticalScrollBar().value() == scrolled_to


def test_the_keyboard_begins_with_the_first_row_that_is_seen(scrolled_down, qtbot):
    view, scrolled_to = scrolled_down.view, scrolled_down.view.verticalScrollBar().value()

    view.setFocus(Qt.FocusReason.TabFocusReason)

    assert view.currentIndex().row() > 0
    assert 0 <= view.visualRect(view.currentIndex()).top() < ROW_HEIGHT
    assert view.verticalScrollBar().value() == scrolled_to


def test_a_right_click_beside_the_rows_offers_what_concerns_all_of_them(pane, qtbot, monkeypatch):
    monkeypatch.setattr(QMenu, "popup", lambda *_: None)  # the test's screen can't show a menu
    menu = pane.area_menu()
    entries = {action.text(): action for action in menu.actions() if action.text()}
    with qtbot.waitSignal(pane.pause_requested) as asked:
        entries["Pause sending"].trigger()
    assert asked.args == [True]
    assert not entries["Show all"].isEnabled()
    pane.set_paused(True)
    assert "Resume sending" in {action.text() for action in pane.area_menu().actions()}

    shown = []
    pane.view.area_menu_requested.connect(shown.append)
    view = pane.view.viewport()
    below = view.rect().bottomLeft() + QPoint(5, -2)
    QApplication.sendEvent(
        view, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, below, view.mapToGlobal(below))
    )
    assert len(shown) == 1


def test_a_screen_reader_finds_the_rows_and_the_one_with_the_keyboard(pane, qtbot):
    pane.model.set_jobs([a_job("a", S.FAILED, "The fox walks"), a_job("b", prompt="The owl sleeps")])
    select(pane, 1)
    pane.view.setFocus()

    heard = QAccessible.queryAccessibleInterface(pane.view)

    assert (heard.role(), heard.childCount()) == (QAccessible.Role.List, 2)
    assert [heard.child(number).text(QAccessible.Text.Name).split(".")[0] for number in range(2)] == [
        row(pane, number).data() for number in range(2)
    ]
    assert heard.child(1).state().focused
    assert heard.child(1).rect().height() == pane.view.visualRect(row(pane, 1)).height()


def test_the_place_in_the_list_stays_when_rows_come_and_go(pane, qtbot):
    pane.model.set_jobs([a_job(f"job{number}") for number in range(60)])
    bar = pane.view.verticalScrollBar()
    bar.setValue(700)

    pane.model.put([a_job("new"), a_job("job3", S.FAILED)])
    QApplication.sendPostedEvents()

    assert bar.value() >= 700


def test_a_refused_video_is_put_into_its_tab_by_the_button_that_stands_there_by_key_and_by_two_clicks(
    pane, qtbot
):
    pane.model.set_jobs([a_job("a", S.REFUSED, trouble=a_trouble("1301"))])
    wished, retried = collected(pane.use_again_requested), collected(pane.retry_requested)
    hover(pane, row(pane))
    button = pane.view.row_actions.button(JobAction.CHANGE)
    assert button.isVisible()
    assert button.text() == "Change it…"
    assert "nothing is ordered" in button.toolTip()
    button.click()
    select(pane, 0)
    qtbot.keyClick(pane.view, Qt.Key.Key_U)
    qtbot.keyClick(pane.view, Qt.Key.Key_Return)
    assert wished == [("a",)] * 3
    assert retried == []


@pytest.mark.parametrize("chosen", [False, True])
def test_the_keyboard_comes_to_a_row_that_can_be_seen(qtbot, pane, chosen) -> None:
    pane.model.set_jobs([a_job(f"job-{number}", S.STORED) for number in range(40)])
    pane.view.setFocus(Qt.FocusReason.TabFocusReason)
    first = pane.view.currentIndex()
    assert first.row() == 0
    if chosen:
        select(pane, 0)
    pane.view.clearFocus()
    pane.view.scrollToBottom()
    assert not pane.view.viewport().rect().intersects(pane.view.visualRect(first))

    pane.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    current = pane.view.currentIndex()
    assert pane.view.viewport().rect().intersects(pane.view.visualRect(current))
    assert (current.row() == 0) == chosen
    assert pane.view.selectionModel().hasSelection() == chosen


@pytest.mark.parametrize(("shot", "said"), [("S010", "Belongs to S010"), ("", "Pictures fox.png")])
def test_a_lost_order_is_named_by_its_shot_or_by_its_pictures(look, qtbot, shot: str, said: str):
    job = a_job("a", S.UNKNOWN)
    dialog = UnknownDialog(look, replace(job, request=replace(job.request, shot=shot)))
    qtbot.addWidget(dialog)
    assert said in words_in(dialog)
