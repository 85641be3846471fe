"""Measures are kept by the video's content, are found again after every change, and can sort the library."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from fakes.kept_things import (
    NOON,
    FakeVideos,
    a_job,
    a_library,
    a_request,
    all_clips,
    prepared_picture,
    video_bytes,
)

from vidu_desktop.adapters.desktop.paths import input_path
from vidu_desktop.adapters.index.index_schema import MEASURES
from vidu_desktop.adapters.library_store import file_library as library_module
from vidu_desktop.adapters.library_store.file_library import FileLibrary
from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.fidelity import FIDELITY_VERSION, Fidelity, PictureShift
from vidu_desktop.domain.job import Job
from vidu_desktop.domain.library_query import MEASURED, LibraryQuery, SortKey

pytestmark = pytest.mark.anyio


class OpenLibrary:
    """A library of fake videos; each job is a minute later than the one before."""

    def __init__(self, tmp_path: Path) -> None:
        self.root = tmp_path
        self.inputs_dir = tmp_path / "inputs"
        self.video_looks = FakeVideos()
        self._staging = tmp_path / "staging"
        self._staging.mkdir(exist_ok=True)
        self.library: FileLibrary = a_library(
            tmp_path / "library",
            index_path=tmp_path / "index.sqlite3",
            covers_dir=tmp_path / "covers",
            inputs_dir=self.inputs_dir,
            videos=self.video_looks,
        )
        self._kept = 0

    async def keep(self, duration_s: float = 4.0, job: Job | None = None) -> Clip:
        self._kept += 1
        name = f"job-{self._kept}"
        path = self._staging / name
        path.write_bytes(video_bytes(name))
        video = replace(await self.library.verify(path), duration_s=duration_s)
        job = job or a_job(name, created_at=NOON + timedelta(minutes=self._kept))
        return await self.library.keep(job, path, video)

    async def unmeasured(self) -> list[list[str]]:
        """Return the ids in each window, from the newest on."""
        windows: list[list[str]] = []
        below_row: int | None = None
        while True:
            clips, below_row = await self.library.unmeasured(below_row)
            windows.append([clip.clip_id for clip in clips])
            if below_row is None:
                return windows


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[OpenLibrary]:
    opened = OpenLibrary(tmp_path)
    yield opened
    opened.library.close()


def moved_by(mean: float) -> Fidelity:
    shift = PictureShift(colour_mean=mean, colour_p95=2 * mean, structure=0.9)
    return Fidelity(start=shift, end=None, frozen_s=0, black_frames=0, seam=1, seam_usual=1)


async def test_what_is_to_be_measured_comes_in_windows_newest_first(
    opened: OpenLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(library_module, "_WINDOW_ROWS", 2)
    clips = [await opened.keep() for _ in range(5)]
    await opened.library.measured(clips[2], moved_by(1))

    assert await opened.unmeasured() == [["job-5", "job-4"], ["job-2"], ["job-1"]]


async def test_an_empty_library_has_nothing_to_measure(opened: OpenLibrary) -> None:
    assert await opened.unmeasured() == [[]]


async def test_a_clip_longer_than_a_minute_is_left_alone(opened: OpenLibrary) -> None:
    await opened.keep(duration_s=61)
    short = await opened.keep(duration_s=60)

    assert await opened.unmeasured() == [[short.clip_id]]


async def test_another_way_of_measuring_measures_again(
    opened: OpenLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    clip = await opened.keep()
    await opened.library.measured(clip, moved_by(1))
    assert await opened.unmeasured() == [[]]

    monkeypatch.setattr(library_module, "FIDELITY_VERSION", FIDELITY_VERSION + 1)

    assert await opened.unmeasured() == [[clip.clip_id]]


async def test_a_rebuilt_index_still_knows_what_was_measured(opened: OpenLibrary) -> None:
    clip = await opened.keep()
    measured = await opened.library.measured(clip, moved_by(6.2))
    assert measured.fidelity == moved_by(6.2)

    await opened.library.rebuild()

    assert [clip.fidelity for clip in await all_clips(opened.library)] == [moved_by(6.2)]
    assert await opened.unmeasured() == [[]]


def measured_as(value: float) -> Fidelity:
    """Return measures that all grow with `value`."""
    low = PictureShift(colour_mean=value, colour_p95=value, structure=value / 10)
    high = PictureShift(colour_mean=0, colour_p95=0, structure=1)
    return Fidelity(
        start=high, end=low, frozen_s=value, black_frames=int(value), seam=3 + value, seam_usual=3
    )


async def sorted_values(opened: OpenLibrary, sort: SortKey, *, ascending: bool) -> list[int | None]:
    query = LibraryQuery(sort=sort, ascending=ascending)
    clips = await opened.library.clips_at(await opened.library.find_rows(query))
    return [clip.fidelity.black_frames if clip.fidelity else None for clip in clips]


@pytest.mark.parametrize("ascending", [True, False])
@pytest.mark.parametrize("sort", sorted(MEASURED))
async def test_the_library_is_sorted_by_each_measure_and_the_unmeasured_come_last(
    opened: OpenLibrary, sort: SortKey, ascending: bool
) -> None:
    for value in (5, None, 1, 9):
        clip = await opened.keep()
        if value is not None:
            await opened.library.measured(clip, measured_as(value))

    for _ in range(2):
        found = await sorted_values(opened, sort, ascending=ascending)
        assert found == ([1, 5, 9, None] if ascending else [9, 5, 1, None])
        await opened.library.rebuild()


async def test_an_index_that_knew_only_colours_is_sorted_by_every_measure(opened: OpenLibrary) -> None:
    for value in (5, 1, 9):
        await opened.library.measured(await opened.keep(), measured_as(value))

    def go_back(connection: sqlite3.Connection) -> None:
        connection.execute("DROP INDEX clips_by_measure")
        connection.execute("INSERT INTO fidelity (sha256, version, document) VALUES ('x', 1, '{ half')")
        for table in ("clips", "fidelity"):
            for name in MEASURES[1:]:
                connection.execute(f"ALTER TABLE {table} DROP COLUMN {name}")
        connection.execute("CREATE INDEX clips_by_shift ON clips (colour_shift, row)")
        connection.execute("PRAGMA user_version = 4")  # the version that only had the colour

    await opened.library._store.index.write(go_back)
    opened.library.close()
    again = OpenLibrary(opened.root)
    try:
        for sort in sorted(MEASURED):
            assert await sorted_values(again, sort, ascending=True) == [1, 5, 9]
    finally:
        again.library.close()


async def test_a_lost_picture_leaves_its_place_empty(opened: OpenLibrary) -> None:
    end_sha256 = "ab" + "0" * 62
    kept_at = input_path(opened.inputs_dir, end_sha256, "image/png")
    kept_at.parent.mkdir(parents=True)
    kept_at.write_bytes(b"picture")
    job = a_job(
        request=a_request(model="vidu2-start-end", picture_paths=("/a.png", "/b.png")),
        pictures=(prepared_picture("cd" + "0" * 62), prepared_picture(end_sha256)),
    )
    clip = await opened.keep(job=job)

    assert await opened.library.pictures_of(clip) == (None, str(kept_at))
