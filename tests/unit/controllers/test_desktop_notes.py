"""What the desktop is told about the jobs: one notification for a batch, and none while the person is looking."""

import asyncio
from dataclasses import replace

import pytest
from fakes.ended import all_ended
from fakes.ui_values import a_job
from PySide6.QtCore import QObject, QTimer

from vidu_desktop.controllers.desktop_notes import DesktopNotes
from vidu_desktop.domain.job import JobState, Trouble
from vidu_desktop.domain.settings import Settings
from vidu_desktop.engine.tasks import TaskKeeper
from vidu_desktop.errors import Sentence

S = JobState


class Desktop:
    """A desktop that answers, and jobs that the test makes happen."""

    def __init__(self) -> None:
        self.told: list[tuple[str, str]] = []
        self.withdrawn = 0
        self.settings = Settings()
        self.in_front = self.more_follows = False
        self.parent = QObject()
        self.notes = DesktopNotes(
            self.parent, self, TaskKeeper(), lambda: self.settings, lambda: self.more_follows, lambda: self.in_front
        )  # fmt: skip

    async def show(self, title, text, *, sound=False) -> None:
        self.told.append((title, text))

    async def withdraw(self) -> None:
        self.withdrawn += 1

    def happens(self, *states: tuple[str, JobState]) -> None:
        """Bring jobs into these states, one after the other, and let some seconds pass."""

        async def story() -> None:
            for job_id, state in states:
                trouble = Trouble(code="x", sentence=Sentence("Too dark.")) if state is S.FAILED else None
                self.notes.put([replace(a_job(job_id, state), trouble=trouble)])
            for timer in self.notes.findChildren(QTimer):
                if timer.isActive():
                    timer.stop()
                    timer.timeout.emit()
            await all_ended(10)

        asyncio.run(story())

    @property
    def titles(self) -> list[str]:
        return [title for title, _ in self.told]


@pytest.fixture
def desktop(qapp):
    desktop = Desktop()
    yield desktop
    desktop.parent.deleteLater()


def test_a_video_that_is_finished_is_named_and_pressed_it_plays(desktop):
    pressed = []
    desktop.notes.pressed.connect(pressed.append)
    desktop.happens(("a", S.WAITING), ("a", S.STORED))
    ((title, text),) = desktop.told
    assert title == "1 video is finished"
    assert a_job().request.prompt in text
    desktop.notes.press()
    assert pressed == ["a"]


def test_of_hundreds_of_videos_is_told_once(desktop):
    ids = [str(number) for number in range(300)]
    desktop.happens(*((one, S.WAITING) for one in ids), *((one, S.STORED) for one in ids))
    assert desktop.titles == ["300 videos are finished"]


def test_of_many_that_fail_the_first_is_told_and_the_others_are_summed_up(desktop):
    ids = [str(number) for number in range(50)]
    desktop.happens(
        ("good", S.WAITING), *((one, S.WAITING) for one in ids), *((one, S.FAILED) for one in ids), ("good", S.STORED)
    )  # fmt: skip
    assert desktop.titles == ["A video failed", "1 video is finished"]
    assert "Too dark." in desktop.told[0][1]
    assert "50 videos failed" in desktop.told[1][1]


def test_a_lost_answer_is_told_at_once_and_ends_the_run_of_the_others(desktop):
    desktop.happens(("a", S.SENDING), ("b", S.WAITING), ("a", S.UNKNOWN), ("b", S.STORED))
    assert desktop.titles == ["The answer to an order was lost", "1 video is finished"]


def test_between_the_rows_of_a_batch_nothing_has_ended(desktop):
    desktop.more_follows = True
    desktop.happens(("a", S.WAITING), ("a", S.STORED))
    assert desktop.told == []
    desktop.more_follows = False
    desktop.happens(("b", S.WAITING), ("b", S.STORED))
    assert desktop.titles == ["2 videos are finished"]


def test_what_the_person_takes_off_needs_no_word(desktop):
    desktop.happens(("a", S.READY), ("a", S.CANCELLED))
    assert desktop.told == []


def test_who_has_the_window_in_front_sees_it_there(desktop):
    desktop.in_front = True
    desktop.happens(("a", S.WAITING), ("a", S.STORED))
    assert desktop.told == []


def test_whoever_wants_no_words_gets_none(desktop):
    desktop.settings = Settings(notify=False)
    desktop.happens(("a", S.WAITING), ("a", S.FAILED))
    assert desktop.told == []


def test_the_budget_is_told_once_until_the_person_has_looked(desktop):
    async def story() -> None:
        for _ in range(2):
            desktop.notes.paused(Trouble(code="budget", sentence=Sentence("It is used.")))
        assert desktop.titles == []  # this takes one turn of the loop
        await all_ended(10)
        assert desktop.titles == ["The budget is used"]
        desktop.notes.came_to_front()
        desktop.notes.paused(Trouble(code="budget", sentence=Sentence("It is used.")))
        await all_ended(10)

    asyncio.run(story())
    assert desktop.titles == ["The budget is used"] * 2
    assert desktop.withdrawn == 1


def test_a_job_of_an_earlier_run_is_told_when_it_ends(desktop):
    desktop.notes.begin([a_job("a", S.WAITING)])
    desktop.happens(("a", S.STORED))
    assert desktop.titles == ["1 video is finished"]
