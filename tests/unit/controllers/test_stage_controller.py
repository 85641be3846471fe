"""The clip on the stage is named, is marked in lists, and gets its verdict there."""

from dataclasses import replace

import pytest
from fakes.finding import only
from fakes.stage_bench import StageBench
from fakes.stage_page import stage
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QHBoxLayout,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QStackedWidget,
    QWidget,
)

from vidu_desktop.domain.marks import MarkChange, Marks, Verdict
from vidu_desktop.ui.compose import ComposePane
from vidu_desktop.ui.widgets.frame_view import FrameView


@pytest.fixture
def bench(qtbot, look):
    bench = StageBench(look)
    qtbot.addWidget(bench.stage)
    qtbot.addWidget(bench.library)
    bench.stage.show()
    yield bench
    bench.tiles.close()


def test_the_stage_names_shot_take_and_title_and_shows_the_verdict(bench):
    bench.work.play(bench.clips[0])

    assert bench.words() == ["S010_T002", "A fox turns its head"]
    assert bench.button("Keep").isChecked()
    assert not bench.button("Reject").isChecked()

    bench.tiles.put_clips([replace(bench.clips[0], marks=Marks(verdict=Verdict.REJECT))])

    assert bench.words() == ["A fox turns its head"]
    assert bench.button("Reject").isChecked()
    assert not bench.button("Winner of its shot").isEnabled()


@pytest.fixture
def beside_tabs(qtbot, look, desk):
    """Return the stage beside the tabs, in one window."""
    compose = ComposePane(look, desk)
    bench = StageBench(look, compose=compose)
    window = QWidget()
    column = QHBoxLayout(window)
    for pane in (compose, bench.stage):
        column.addWidget(pane)
    for widget in (window, bench.library):
        qtbot.addWidget(widget)
    yield window, compose, bench.stage
    bench.tiles.close()


def test_pictures_chosen_on_the_stage_lead_on_to_the_prompt_as_those_chosen_in_the_tab(qtbot, beside_tabs):
    window, compose, on_stage = beside_tabs
    window.show()
    window.activateWindow()

    (choose,) = (one for one in on_stage.findChildren(QPushButton) if one.text() == "Choose a picture…")
    qtbot.mouseClick(choose, Qt.MouseButton.LeftButton)
    (dialog,) = window.findChildren(QFileDialog)
    dialog.filesSelected.emit(["/pictures/fox.png"])
    dialog.close()
    window.activateWindow()

    assert compose.current_tab.draft.picture_paths == ("/pictures/fox.png",)
    qtbot.waitUntil(compose.current_tab.findChild(QPlainTextEdit).hasFocus)


def test_what_plays_is_marked_in_library_and_queue_until_it_leaves_the_stage(bench):
    bench.work.play(bench.clips[0])
    assert bench.playing() == (["a"], ["job"])
    spoken = bench.tiles.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "on the stage" in spoken

    bench.work.play(bench.clips[1])
    assert bench.playing() == (["b"], [])

    bench.stage.show_empty()
    assert bench.playing() == ([], [])


def test_a_new_video_that_is_not_shown_marks_nothing(bench):
    bench.work.play(bench.clips[0])
    only(bench.stage, QStackedWidget).setCurrentWidget(stage(bench.stage).page)

    bench.work.offer(bench.clips[1])

    assert bench.playing() == (["a"], ["job"])


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("Reject", MarkChange(verdict=Verdict.REJECT)),
        ("Star", MarkChange(star=True)),
        ("Winner of its shot", MarkChange(winner=True)),
    ],
)
def test_a_verdict_button_marks_the_clip_that_is_shown_whatever_is_selected(bench, name, change):
    bench.work.play(bench.clips[0])
    bench.library.selection.select(bench.clips[1])

    bench.button(name).click()

    assert bench.changes == [([bench.clips[0].row], change)]
    assert not bench.button(name).isChecked()  # not before it is written


def test_while_the_library_may_not_be_changed_no_verdict_can_be_given(bench):
    bench.work.play(bench.clips[0])

    bench.library.set_fixed("Another computer works on it.")

    assert not bench.button("Keep").isEnabled()


def test_the_context_menu_has_the_frame_and_the_clip(bench, qtbot):
    bench.work.play(bench.clips[0])
    view = bench.stage.findChild(FrameView)

    QApplication.sendEvent(
        view, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(5, 5), view.mapToGlobal(QPoint(5, 5)))
    )

    menu = next(one for one in bench.stage.window().findChildren(QMenu) if one.isVisible())
    texts = [action.text().replace("&", "") for action in menu.actions()]
    assert texts[0].startswith("This frame")
    assert {"Keep", "Reject", "Rename the file…", "Move to the trash"} <= set(texts)
    assert "Play" not in texts
    # The entries of the submenus are there, not the submenus.
    assert [one for one in menu.findChildren(QMenu) if one.isVisible()] == []
    next(action for action in menu.actions() if action.text() == "&Reject").trigger()
    assert bench.changes == [([bench.clips[0].row], MarkChange(verdict=Verdict.REJECT))]
    menu.close()
