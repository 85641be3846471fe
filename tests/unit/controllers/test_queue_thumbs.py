"""The small pictures of the queue's rows are made where they are shown, and again after they were deleted."""

import asyncio
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest
from fakes.ended import all_ended
from fakes.ui_values import NOW, a_job
from fakes.window_context import a_context
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from vidu_desktop.controllers.queue_controller import QueueController
from vidu_desktop.controllers.thumbs import sha256_of_thumb, thumb_path
from vidu_desktop.domain.job import JobState
from vidu_desktop.engine.tasks import TaskKeeper
from vidu_desktop.errors import BadInput, DiskTrouble, Sentence, ViduDesktopError
from vidu_desktop.library.undo import UndoStack
from vidu_desktop.ui.models.queue_model import QueueModel
from vidu_desktop.ui.queue.queue_pane import QueuePane

PATIENCE_S = 60.0


class Pictures:
    """Makes small pictures as real files, or fails."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.asked: list[str] = []
        self.trouble: ViduDesktopError | None = None

    async def thumbnail(self, sha256: str, _side_px: int) -> Path:
        self.asked.append(sha256)
        if self.trouble is not None:
            raise self.trouble
        path = Path(thumb_path(self.folder, sha256))
        path.parent.mkdir(parents=True, exist_ok=True)
        assert QImage(8, 8, QImage.Format.Format_RGB32).save(str(path), "JPEG")
        return path


class Bench:
    def __init__(self, look, tmp_path: Path, qtbot) -> None:
        self.pictures = Pictures(tmp_path)
        model = QueueModel(lambda sha256: thumb_path(tmp_path, sha256), now=lambda: NOW)
        self.pane = QueuePane(look, model)
        window = QWidget()
        qtbot.addWidget(self.pane)
        qtbot.addWidget(window)
        self.tasks = TaskKeeper()
        context = a_context(look, window, self.tasks, SimpleNamespace(job_seen=lambda _job: None))
        verbs = (
            "cancel_many",
            "retry_many",
            "send_again_many",
            "give_up_many",
            "rescue",
            "move",
            "pause",
            "go_on",
        )
        engine = SimpleNamespace(**dict.fromkeys(verbs, print), tries=lambda _jobs: {})
        self.work = QueueController(context, self.pane, model, engine, None, self.pictures, UndoStack())
        self.path = thumb_path(tmp_path, "ab" * 32)

    def show_row(self) -> None:
        """Paint the row, while its small picture isn't there."""

        async def shown() -> None:
            self.pane.thumb_wanted.emit(self.path)
            await all_ended(PATIENCE_S)

        asyncio.run(shown())


@pytest.fixture
def bench(look, tmp_path, qtbot):
    bench = Bench(look, tmp_path, qtbot)
    yield bench
    bench.pane.close_thumbs()


@pytest.fixture
def no_rest(monkeypatch) -> None:
    monkeypatch.setattr("vidu_desktop.controllers.thumbs.REST_MS", 0)


def test_what_was_tidied_away_is_made_again_where_it_is_shown(bench, no_rest) -> None:
    bench.show_row()
    assert Path(bench.path).is_file()
    Path(bench.path).unlink()
    bench.show_row()
    assert Path(bench.path).is_file()
    assert bench.pictures.asked == [sha256_of_thumb(bench.path)] * 2


def test_a_full_disk_is_no_reason_to_go_without_for_good(bench, no_rest) -> None:
    bench.pictures.trouble = DiskTrouble("disk-full", Sentence("The disk is full."))
    bench.show_row()
    bench.pictures.trouble = None
    bench.show_row()
    assert Path(bench.path).is_file()


def test_a_picture_that_has_none_is_asked_for_once(bench, no_rest) -> None:
    bench.pictures.trouble = BadInput("picture-missing", Sentence("It isn't there any more."))
    bench.show_row()
    bench.show_row()
    assert len(bench.pictures.asked) == 1


def test_nothing_is_made_over_and_over(bench) -> None:
    bench.show_row()
    Path(bench.path).unlink()
    bench.show_row()
    assert len(bench.pictures.asked) == 1


def test_only_rows_that_are_seen_have_their_small_pictures_made(bench, qtbot) -> None:
    """With thousands of jobs, each start made the small pictures of all, each from a whole picture that was read."""
    names = [f"{number:064x}" for number in range(200)]
    jobs = []
    for number, name in enumerate(names):
        job = a_job(f"j{number}", JobState.READY, position=float(number))
        (picture,) = job.pictures
        prepared = replace(picture.prepared, sha256=name)
        jobs.append(replace(job, pictures=(replace(picture, prepared=prepared),)))
    bench.pane.resize(640, 480)
    view, wanted = bench.pane.view, set[str]()
    bench.pane.thumb_wanted.connect(lambda path: wanted.add(sha256_of_thumb(path)))

    def seen() -> set[str]:
        return set(names[: view.indexAt(view.viewport().rect().bottomLeft()).row() + 1])

    async def begun() -> None:
        bench.work.take_up(jobs)
        bench.pane.show()
        qtbot.waitUntil(lambda: view.isVisible() and seen() <= wanted)
        await all_ended(PATIENCE_S)

    asyncio.run(begun())

    assert 0 < len(seen()) < 20
    assert set(bench.pictures.asked) == seen()
