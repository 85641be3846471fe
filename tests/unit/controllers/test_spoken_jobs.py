"""What becomes of jobs is said aloud: once, and in few sentences however many of them end."""

import pytest
from fakes.ui_values import a_job
from PySide6.QtWidgets import QWidget

from vidu_desktop.controllers import spoken_jobs
from vidu_desktop.controllers.spoken_jobs import SpokenJobs
from vidu_desktop.domain.job import JobState


@pytest.fixture
def spoken(qtbot, monkeypatch, announced) -> SpokenJobs:
    monkeypatch.setattr(spoken_jobs, "GATHERED_MS", 0)
    window = QWidget()
    qtbot.addWidget(window)
    return SpokenJobs(window)


def test_each_end_is_said_once_with_its_name(spoken, announced, qtbot) -> None:
    done = a_job("a", JobState.STORED)
    spoken.put([done])
    qtbot.waitUntil(lambda: bool(announced))
    spoken.put([done])
    spoken.put([a_job("b", JobState.UNKNOWN)])
    qtbot.waitUntil(lambda: len(announced) > 1)

    assert announced[0].startswith("Finished: ")
    assert "perhaps charged" in announced[1]
    assert len(announced) == 2


def test_many_that_end_together_are_one_sentence_of_each_kind(spoken, announced, qtbot) -> None:
    spoken.put([a_job(f"done{number}", JobState.STORED) for number in range(50)])
    spoken.put([a_job(f"failed{number}", JobState.FAILED) for number in range(3)])
    spoken.put([a_job("waits", JobState.WAITING)])
    qtbot.waitUntil(lambda: len(announced) >= 2)

    assert announced == ["Finished: 50", "Failed: 3. The queue says why."]


def test_what_had_ended_before_the_start_is_no_news(spoken, announced, qtbot) -> None:
    old = a_job("old", JobState.STORED)
    spoken.know([old])
    spoken.put([old])
    spoken.put([a_job("new", JobState.STORED)])
    qtbot.waitUntil(lambda: bool(announced))

    assert len(announced) == 1
    assert announced[0].startswith("Finished: ")
