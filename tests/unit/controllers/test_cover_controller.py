"""A tile without a cover gets one: first those on the screen, with both helpers, and never again where it failed."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest
from fakes.ended import all_ended
from fakes.ui_values import a_clip, show
from PySide6.QtGui import QImage

from vidu_desktop.controllers.cover_controller import CoverController
from vidu_desktop.engine.tasks import TaskKeeper
from vidu_desktop.errors import DiskTrouble, NotAVideo, Sentence
from vidu_desktop.ui.models.cover_cache import CoverCache
from vidu_desktop.ui.models.library_model import COVER_PX, LibraryModel, LibraryRole

PATIENCE_S = 90.0


class Maker:
    """Makes covers when the test lets it; knows which videos are broken."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.broken: set[str] = set()
        self.no_room = False
        self.goes = asyncio.Event()

    async def make_cover(self, video_path: Path, cover_path: Path) -> None:
        self.asked.append(video_path.stem)
        await self.goes.wait()
        if self.no_room:
            raise DiskTrouble("disk-full", Sentence("The disk is full."))
        if video_path.stem in self.broken:
            raise NotAVideo("video-damaged", Sentence("The video is damaged."))


async def until(true: Callable[[], bool]) -> None:
    async with asyncio.timeout(PATIENCE_S):
        while not true():
            await asyncio.sleep(0)


@pytest.mark.anyio
async def test_two_covers_are_made_at_once_and_the_latest_wish_comes_next(qapp) -> None:
    maker, tasks = Maker(), TaskKeeper()
    work = CoverController(maker, tasks)
    made: list[str] = []
    work.made.connect(lambda clip: made.append(clip.clip_id))

    for name in ("a", "b"):
        work.want(a_clip(name))
    await until(lambda: len(maker.asked) == 2)
    for name in ("c", "d", "a"):  # the last one is already being made
        work.want(a_clip(name))
    maker.goes.set()
    await until(lambda: len(made) == 4)

    assert set(maker.asked[:2]) == {"a", "b"}
    assert maker.asked[2:] == ["d", "c"]
    await tasks.cancel_all()


@pytest.mark.anyio
async def test_what_cannot_be_made_is_not_tried_again_and_the_rest_is(qapp) -> None:
    maker, tasks = Maker(), TaskKeeper()
    maker.broken, made = {"broken"}, []
    maker.goes.set()
    work = CoverController(maker, tasks)
    work.made.connect(lambda clip: made.append(clip.clip_id))

    work.want(a_clip("broken"))
    await until(lambda: maker.asked == ["broken"] and not work._workers)
    work.want(a_clip("broken"))
    work.want(a_clip("whole"))
    await until(lambda: made == ["whole"])

    assert maker.asked == ["broken", "whole"]
    await tasks.cancel_all()


def test_a_tile_tells_once_that_it_has_no_cover_and_shows_the_one_that_was_made(
    qtbot, qapp, tmp_path
) -> None:
    covers = CoverCache(COVER_PX)
    model = LibraryModel(covers)
    whole, gone = tmp_path / "whole.jpg", tmp_path / "gone.jpg"
    picture = QImage(480, 270, QImage.Format.Format_RGB32)
    picture.fill(0)
    assert picture.save(str(whole), "JPEG")
    clips = [
        a_clip("whole", cover_path=str(whole)),
        a_clip("gone", cover_path=str(gone)),
        a_clip("missing", cover_path=str(tmp_path / "missing.jpg"), missing=True),
    ]
    shown = show(model, clips)
    told: list[str] = []
    model.cover_missed.connect(lambda clip: told.append(clip.clip_id))
    arrived: list[str] = []
    covers.arrived.connect(arrived.append)

    for place in range(3):
        model.index(place, 0).data(LibraryRole.COVER)
    qtbot.waitUntil(lambda: len(arrived) == 3)
    assert told == ["gone"], "neither the one that is there nor the one whose file is missing"

    assert picture.save(str(gone), "JPEG")
    model.forget_cover(shown[1])
    assert model.index(1, 0).data(LibraryRole.COVER) is None
    qtbot.waitUntil(lambda: len(arrived) == 4)
    assert model.index(1, 0).data(LibraryRole.COVER) is not None
    model.close()


@pytest.mark.parametrize(("rest_ms", "tries"), [(0, 2), (3_600_000, 1)])
def test_a_cover_that_a_full_disk_kept_from_being_made_is_tried_again_after_a_rest(
    qapp, monkeypatch, rest_ms: int, tries: int
) -> None:
    monkeypatch.setattr("vidu_desktop.controllers.thumbs.REST_MS", rest_ms)
    maker, tasks, made = Maker(), TaskKeeper(), []
    work = CoverController(maker, tasks)
    work.made.connect(lambda clip: made.append(clip.clip_id))

    async def shown(*, no_room: bool) -> None:
        maker.no_room = no_room
        maker.goes.set()
        work.want(a_clip("film"))
        await all_ended(PATIENCE_S)

    asyncio.run(shown(no_room=True))
    asyncio.run(shown(no_room=False))
    assert (maker.asked, made) == (["film"] * tries, ["film"] * (tries - 1))
