"""Clips are measured after everything else: one at a time, new ones first, never while something plays."""

import asyncio
from collections import deque
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from fakes.ui_values import a_clip, a_job
from PySide6.QtCore import QTimer

from vidu_desktop.controllers.fidelity_controller import FidelityController
from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.export import EndPictures
from vidu_desktop.domain.fidelity import Fidelity, PictureShift
from vidu_desktop.domain.job import JobState
from vidu_desktop.engine.tasks import TaskKeeper
from vidu_desktop.errors import BadInput, NotAVideo, Sentence
from vidu_desktop.ui.models.clip_columns import ClipColumn, column_text
from vidu_desktop.ui.models.fidelity_lines import fidelity_lines
from vidu_desktop.wiring.measuring import ClipMeter

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("qapp")]

FOUND = Fidelity(
    start=PictureShift(colour_mean=6.2, colour_p95=11, structure=0.8),
    end=None,
    frozen_s=0,
    black_frames=0,
    seam=1,
    seam_usual=1,
)
NO_VIDEO = NotAVideo("video-damaged", Sentence("The video is damaged."))
PATIENCE_S = 90.0


class Clips:
    """The part of the library that measuring needs."""

    def __init__(self, *clips: Clip) -> None:
        self.clips = {clip.clip_id: clip for clip in clips}
        self.pictures: tuple[str | None, ...] | Exception = ("/start.png", "/end.png")

    async def unmeasured(self, below_row: int | None = None) -> tuple[list[Clip], int | None]:
        return [clip for clip in self.clips.values() if clip.fidelity is None], None

    async def get(self, clip_id: str) -> Clip | None:
        return self.clips.get(clip_id)

    async def pictures_of(self, clip: Clip) -> tuple[str | None, ...]:
        if isinstance(self.pictures, Exception):
            raise self.pictures
        return self.pictures

    async def measured(self, clip: Clip, fidelity: Fidelity) -> Clip:
        self.clips[clip.clip_id] = replace(clip, fidelity=fidelity)
        return self.clips[clip.clip_id]


class Desk:
    """Measures when the test lets it. The result is FOUND where `answers` has none."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str | None, str | None]] = []
        self.answers: deque[Fidelity | Exception | None] = deque()
        self.goes = asyncio.Event()
        self.goes.set()
        self.rests = 0

    async def measure(self, video_path: Path, ends: EndPictures):
        self.asked.append((video_path.stem, *(path and Path(path).stem for path in (ends.start, ends.end))))
        await self.goes.wait()
        answer = self.answers.popleft() if self.answers else FOUND
        if isinstance(answer, Exception):
            raise answer
        return answer

    def rest(self) -> None:
        self.rests += 1


class Measuring:
    def __init__(self, *clips: Clip) -> None:
        self.library, self.desk, self.tasks = Clips(*clips), Desk(), TaskKeeper()
        self.work = FidelityController(
            self.library, ClipMeter(self.library, self.desk), self.tasks, after_start_s=0
        )
        self.told: list[Clip] = []
        self.work.measured.connect(self.told.append)

    async def until(self, true: Callable[[], bool]) -> None:
        async with asyncio.timeout(PATIENCE_S):
            while not true():
                await asyncio.sleep(0)

    async def done(self, count: int) -> list[str]:
        """Wait until this many clips were asked for and the desk rests; return their names in order."""
        await self.until(lambda: len(self.desk.asked) >= count and self.desk.rests > 0)
        return [asked[0] for asked in self.desk.asked]


async def settle() -> None:
    """Let everything happen that doesn't wait for anything."""
    for _ in range(50):
        await asyncio.sleep(0)


@pytest.fixture
def measuring():
    made: list[Measuring] = []

    def begin(*clips: Clip) -> Measuring:
        made.append(Measuring(*clips))
        return made[-1]

    return begin


async def ended(measuring: Measuring) -> None:
    await measuring.tasks.cancel_all()


async def test_what_is_there_is_measured_and_then_what_comes(measuring) -> None:
    it = measuring(a_clip("a"), a_clip("known", fidelity=FOUND), a_clip("b"))
    it.work.begin()
    assert await it.done(2) == ["a", "b"]

    it.library.clips["new"] = a_clip("new")
    it.work.add(a_clip("new"))
    await it.until(lambda: len(it.told) == 3)

    assert [(clip.clip_id, clip.fidelity) for clip in it.told] == [("a", FOUND), ("b", FOUND), ("new", FOUND)]
    await ended(it)


async def test_a_new_clip_overtakes_the_old_ones_and_two_are_never_measured_at_once(measuring) -> None:
    it = measuring(a_clip("a"), a_clip("b"))
    it.desk.goes.clear()
    it.work.begin()
    await it.until(lambda: bool(it.desk.asked))

    it.library.clips["new"] = a_clip("new")
    it.work.add(a_clip("new"))
    await settle()
    assert [asked[0] for asked in it.desk.asked] == ["a"]
    it.desk.goes.set()

    assert await it.done(3) == ["a", "new", "b"]
    await ended(it)


async def test_nothing_begins_while_something_plays(measuring) -> None:
    it = measuring(a_clip("a"))
    it.work.set_playing(True)
    it.work.begin()
    await settle()
    assert it.desk.asked == []

    it.work.set_playing(False)

    assert await it.done(1) == ["a"]
    await ended(it)


async def test_nothing_begins_while_somebody_searches_and_a_little_after(measuring) -> None:
    it = measuring(a_clip("a"))
    it.work.searches()
    it.work.begin()
    await settle()
    assert it.desk.asked == []
    (a_little_after,) = it.work.findChildren(QTimer)
    assert a_little_after.isActive()

    a_little_after.stop()  # the time is over
    a_little_after.timeout.emit()

    assert await it.done(1) == ["a"]
    await ended(it)


@pytest.mark.parametrize("state", [JobState.ACCEPTED, JobState.WAITING])
@pytest.mark.parametrize("how_it_ends", ["it goes on", "it is removed"])
async def test_nothing_begins_while_a_rehearsal_is_rendered(measuring, state, how_it_ends) -> None:
    it = measuring(a_clip("a"))
    it.work.put_jobs([a_job("job", state, rehearsal=True)])
    it.work.put_jobs([a_job("paid", state)])  # a paid video is made elsewhere
    it.work.begin()
    await settle()
    assert it.desk.asked == []

    if how_it_ends == "it goes on":
        it.work.put_jobs([a_job("job", JobState.FETCHING, rehearsal=True)])
    else:
        it.work.remove_jobs(["job"])

    assert await it.done(1) == ["a"]
    await ended(it)


@pytest.mark.parametrize("answer", [None, NO_VIDEO])
async def test_what_cannot_be_measured_is_left_and_the_rest_goes_on(measuring, answer) -> None:
    it = measuring(a_clip("broken"), a_clip("b"), a_clip("gone", missing=True))
    it.desk.answers.append(answer)
    it.work.begin()

    assert await it.done(2) == ["broken", "b"]
    assert [clip.clip_id for clip in it.told] == ["b"]
    await ended(it)


@pytest.mark.parametrize(
    ("mode", "pictures", "compared"),
    [
        ("image", ("/start.png",), ("start", None)),
        ("start-end", ("/start.png", "/end.png"), ("start", "end")),
        ("start-end", (None, "/end.png"), (None, "end")),
        ("reference", ("/one.png", "/two.png"), (None, None)),
        ("", (), (None, None)),
        ("image", BadInput("record-damaged", Sentence("The record is damaged.")), (None, None)),
    ],
)
async def test_a_frame_is_compared_with_the_picture_that_it_should_be(
    measuring, mode, pictures, compared
) -> None:
    it = measuring(a_clip("a", mode=mode))
    it.library.pictures = pictures
    it.work.begin()

    await it.done(1)

    assert it.desk.asked == [("a", *compared)]
    await ended(it)


async def test_the_end_of_the_program_waits_for_no_measure(measuring) -> None:
    it = measuring(a_clip("a"), a_clip("b"))
    it.desk.goes.clear()
    it.work.begin()
    await it.until(lambda: bool(it.desk.asked))

    async with asyncio.timeout(PATIENCE_S):
        await it.tasks.cancel_all()

    assert it.told == []
    assert len(it.desk.asked) == 1


def test_the_words_have_their_number_behind_them_and_judge_nothing() -> None:
    lines = dict(fidelity_lines(a_clip("a", fidelity=FOUND)))

    assert "colours moved visibly (mean 6.2, 95 % under 11.0); shapes moved a little" in lines["First frame"]
    assert "not whether it is good" in lines["These numbers"]
    assert column_text(a_clip("a", fidelity=FOUND), ClipColumn.COLOUR_SHIFT) == "visibly (6.2)"


def test_what_was_not_measured_is_not_spoken_of() -> None:
    assert list(fidelity_lines(a_clip("a"))) == []
    assert column_text(a_clip("a"), ClipColumn.COLOUR_SHIFT) == ""
