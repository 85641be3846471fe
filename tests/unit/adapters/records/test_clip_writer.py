"""The order of the steps that put a video into the library, and which files of an earlier try are used for the same job."""

import asyncio
import json
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from fakes.kept_things import (
    NOON,
    FakeVideos,
    a_job,
    a_request,
    facts_of,
    prepared_picture,
    recipe_in,
    video_bytes,
)

from vidu_desktop.adapters.desktop.paths import find_input, input_path
from vidu_desktop.adapters.disk.files import Files
from vidu_desktop.adapters.disk.os_errors import disk_trouble
from vidu_desktop.adapters.records.clip_writer import ClipWriter, Kept
from vidu_desktop.adapters.records.library_layout import LibraryLayout
from vidu_desktop.domain.job import Job
from vidu_desktop.domain.marks import NO_MARKS, Marks
from vidu_desktop.domain.naming import short_id
from vidu_desktop.domain.records import RECORD_SCHEMA
from vidu_desktop.errors import DiskTrouble, NotAVideo, Sentence

pytestmark = pytest.mark.anyio
HASH = "ab" * 32
ID = short_id("job-1")


class Steps(Files):
    """Notes each step with the names of its files, and fails at the requested step."""

    def __init__(self) -> None:
        self.noted: list[str] = []
        self.fails_at = ""

    def __getattribute__(self, name: str):
        value = super().__getattribute__(name)
        if name not in ("copy", "write", "sync", "sync_dir", "replace", "rename_no_replace", "remove"):
            return value

        def step(*paths):
            self.noted.append(
                f"{name} {paths[-1 if name in ('copy', 'rename_no_replace') else 0].suffix}".strip()
            )
            if name == self.fails_at:
                raise OSError(28, "No space left on device")
            value(*paths)

        return step


class Desk:
    """A library's folder with a writer, and the fetched file."""

    def __init__(self, folder: Path) -> None:
        self.layout = LibraryLayout(folder / "library")
        self.inputs_dir = folder / "inputs"
        self.files, self.videos = Steps(), FakeVideos()
        self.fetched = folder / "fetched.part"
        self.fetched.write_bytes(video_bytes("frames"))
        self.writer = ClipWriter(
            self.layout, self.inputs_dir, self.videos, self.files, self.on_disk, now=lambda: NOON
        )

    async def on_disk(self, function: Callable, path: Path):
        try:
            return await asyncio.to_thread(function)
        except OSError as error:
            raise disk_trouble(error, path) from error

    async def keep(self, job: Job, marks: Marks = NO_MARKS) -> Kept:
        prepared = await self.writer.prepare(job, self.fetched)
        return self.writer.keep(job, prepared, facts_of(self.fetched), marks)

    def lay(self, rel: str, content: bytes = b"") -> Path:
        path = self.layout.root / rel
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        return path

    def there(self) -> list[str]:
        return sorted(self.layout.relative(path) for path in self.layout.root.rglob("*") if path.is_file())


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


async def test_each_step_is_on_the_disk_before_the_next_relies_on_it(desk: Desk) -> None:
    kept = await desk.keep(a_job())

    steps = [step for step in desk.files.noted if step.split()[0] != "make_dirs"]
    places = [
        steps.index(step)
        for step in ("copy .part", "sync .part", "rename_no_replace .mp4", "write .part", "replace .part")
    ]
    assert places == sorted(places)
    assert "sync_dir" in steps[steps.index("rename_no_replace .mp4") + 1 : steps.index("write .part")]
    assert kept.document["kept_at"] == NOON.isoformat()
    assert recipe_in(kept.video_path) is not None


async def test_what_has_no_room_for_its_copy_leaves_nothing(desk: Desk) -> None:
    for step in ("copy", "sync"):
        desk.files.fails_at = step
        with pytest.raises(DiskTrouble) as caught:
            await desk.writer.prepare(a_job(), desk.fetched)
        assert caught.value.full
        assert desk.there() == []


async def test_what_cannot_be_placed_leaves_nothing(desk: Desk) -> None:
    desk.files.fails_at = "rename_no_replace"
    with pytest.raises(OSError, match="No space"):
        await desk.keep(a_job())
    assert desk.there() == []


async def test_a_recipe_that_cannot_be_put_in_leaves_the_whole_video_as_it_came(desk: Desk) -> None:
    desk.videos.embed_error = NotAVideo("not-a-video", Sentence("No."))

    kept = await desk.keep(a_job())

    assert kept.video_path.read_bytes() == desk.fetched.read_bytes()


async def test_what_is_kept_whole_is_found_and_not_kept_again(desk: Desk) -> None:
    kept = await desk.keep(a_job())
    desk.files.noted.clear()

    assert await desk.writer.find(a_job()) == kept
    assert (await desk.writer.prepare(a_job(), desk.fetched)).kept == kept
    assert await desk.keep(a_job()) == kept
    assert desk.files.noted == []


@pytest.mark.parametrize("left", [b"VIDEO cut", None], ids=["cut", "gone"])
async def test_a_kept_video_that_is_not_whole_any_more_is_made_whole_in_its_place(
    desk: Desk, left: bytes | None
) -> None:
    kept = await desk.keep(a_job())
    if left is None:
        kept.video_path.unlink()
    else:
        kept.video_path.write_bytes(left)

    assert await desk.writer.find(a_job()) is None
    again = await desk.keep(a_job())
    assert again.video_path == kept.video_path
    assert facts_of(again.video_path)


async def test_a_whole_video_that_a_crash_left_gets_its_record_and_is_not_copied_again(desk: Desk) -> None:
    kept = await desk.keep(a_job())
    record_path = kept.video_path.with_suffix(".json")
    record_path.unlink()
    desk.files.noted.clear()

    again = await desk.keep(a_job())

    assert again.video_path == kept.video_path
    assert record_path.is_file()
    assert not any(step.startswith(("copy", "rename_no_replace")) for step in desk.files.noted)


async def test_hidden_files_and_other_jobs_of_the_same_letters_are_not_this_jobs(desk: Desk) -> None:
    month = f"{NOON.astimezone():%Y/%m}"
    hidden = desk.lay(f"{month}/.2026-11-22_fox_{ID}.mp4", desk.fetched.read_bytes())
    odd = desk.lay(f"{month}/odd_{ID}.mp4", desk.fetched.read_bytes())
    of_nobody = {"schema": RECORD_SCHEMA, "version": 1, "file": odd.name, "recipe": {"job_id": 7}}
    odd.with_suffix(".json").write_text(json.dumps(of_nobody))

    kept = await desk.keep(a_job())

    assert kept.video_path not in (hidden, odd)


@pytest.mark.parametrize("days", [-1, 0, 1])
async def test_it_is_found_in_the_months_that_its_day_may_belong_to_in_any_zone(
    desk: Desk, days: int
) -> None:
    at = (
        datetime.fromisoformat("2026-11-01T00:30:00+00:00")
        if days < 0
        else datetime.fromisoformat("2026-11-30T23:30:00+00:00")
    )
    month = f"{at + timedelta(days=days):%Y/%m}"
    job = a_job(created_at=at)
    left = desk.lay(f"{month}/whatever_{ID}.mp4", desk.fetched.read_bytes())

    prepared = await desk.writer.prepare(job, desk.fetched)

    assert (prepared.target, prepared.part) == (left, None)


@pytest.mark.parametrize(
    ("at", "month"),
    [("2026-11-02T00:00:00+00:00", "2026/10"), ("2026-11-29T23:00:00+00:00", "2026/12")],
)
async def test_months_that_its_day_cannot_belong_to_are_not_looked_into(
    desk: Desk, at: str, month: str
) -> None:
    desk.lay(f"{month}/whatever_{ID}.mp4", desk.fetched.read_bytes())

    prepared = await desk.writer.prepare(a_job(created_at=datetime.fromisoformat(at)), desk.fetched)

    assert prepared.part is not None


async def test_a_name_that_differs_only_in_capitals_is_taken(desk: Desk) -> None:
    first = await desk.keep(a_job())
    first.video_path.rename(first.video_path.with_name(first.video_path.name.upper()))
    first.video_path.with_suffix(".json").unlink()

    second = await desk.keep(a_job("JOB-1"))

    assert second.video_path.stem.casefold() != first.video_path.stem.casefold()


async def test_the_pictures_that_were_sent_come_along_once(desk: Desk) -> None:
    pictures = (prepared_picture(HASH), prepared_picture("cd" * 32), a_job().pictures[0])
    source = input_path(desk.inputs_dir, HASH, "image/png")
    source.parent.mkdir(parents=True)
    source.write_bytes(b"picture")

    await desk.keep(a_job(pictures=pictures))

    kept = find_input(desk.layout.inputs_dir, HASH)
    assert kept is not None
    assert kept.read_bytes() == b"picture"
    assert find_input(desk.layout.inputs_dir, "cd" * 32) is None
    kept.write_bytes(b"as it is")
    await desk.keep(a_job("job-2", pictures=pictures))
    assert kept.read_bytes() == b"as it is"


async def test_a_half_copy_of_a_picture_that_a_kill_left_is_written_over(desk: Desk) -> None:
    source = input_path(desk.inputs_dir, HASH, "image/png")
    source.parent.mkdir(parents=True)
    source.write_bytes(b"picture")
    target = input_path(desk.layout.inputs_dir, HASH, "image/png")
    target.parent.mkdir(parents=True)
    target.with_name(f".vidu-{target.name}.part").write_bytes(b"half a picture, and longer")

    await desk.keep(a_job(pictures=(prepared_picture(HASH),)))

    assert target.read_bytes() == b"picture"
    assert [path.name for path in target.parent.iterdir()] == [target.name]


async def test_a_name_that_the_system_cannot_write_gets_question_marks(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "getfilesystemencoding", lambda: "ascii")

    kept = await desk.keep(a_job(request=replace(a_request(), name="", prompt="füchse")))

    assert kept.video_path.name.isascii()


async def test_it_begins_with_the_marks_that_are_given(desk: Desk) -> None:
    kept = await desk.keep(a_job(), Marks(project="fox", shot="S010", take=2))

    assert "S010" in kept.video_path.name
    assert kept.document["marks"]
