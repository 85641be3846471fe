"""A queued job is edited in its tab: a line says what happens to it, and a button puts it back."""

import pytest
from fakes.ui_values import a_job
from PySide6.QtWidgets import QPushButton

from vidu_desktop.domain.job import JobState
from vidu_desktop.domain.modes import Mode
from vidu_desktop.ui.widgets.edited_job import EditedJob

S = JobState


@pytest.fixture
def edited(qtbot):
    line = EditedJob()
    qtbot.addWidget(line)
    return line


def test_it_shows_in_the_jobs_own_tab_only(edited):
    edited.begin(a_job("a", S.READY))

    edited.show_in(Mode.IMAGE)
    assert edited.isVisible()
    edited.show_in(Mode.REFERENCE)
    assert not edited.isVisible()


def test_the_next_order_of_its_tab_takes_its_place_once(edited):
    edited.begin(a_job("a", S.READY))

    assert edited.taken_by(Mode.IMAGE, rehearsal=False) == "a"
    assert edited.taken_by(Mode.IMAGE, rehearsal=False) == ""


@pytest.mark.parametrize(("mode", "rehearsal"), [(Mode.REFERENCE, False), (Mode.IMAGE, True)])
def test_another_tabs_order_or_a_free_draft_leaves_it_as_it_is(edited, mode, rehearsal):
    edited.begin(a_job("a", S.READY))

    assert edited.taken_by(mode, rehearsal=rehearsal) == ""
    assert edited.taken_by(Mode.IMAGE, rehearsal=False) == "a"


def test_it_goes_back_unchanged_by_one_press(edited, qtbot):
    edited.begin(a_job("a", S.READY))
    edited.show_in(Mode.IMAGE)

    with qtbot.waitSignal(edited.put_back_requested) as caught:
        edited.findChild(QPushButton).click()

    assert caught.args == ["a"]
    assert not edited.isVisible()
    assert edited.taken_by(Mode.IMAGE, rehearsal=False) == ""
