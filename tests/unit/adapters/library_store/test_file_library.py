# ruff: noqa: ASYNC240 - tests may block
"""The library keeps each video once, whatever interrupts it, and can restore everything from its records alone."""

import asyncio
import errno
import hashlib
import json
import os
import shutil
import socket
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from fakes.kept_things import (
    NOON,
    a_job,
    a_request,
    all_clips,
    facts_of,
    prepared_picture,
    recipe_in,
    video_bytes,
)
from fakes.library_home import Home, Killed, StoppingFiles, keep, record_of_clip

from vidu_desktop.adapters.desktop.paths import input_path
from vidu_desktop.adapters.disk.files import Files
from vidu_desktop.adapters.disk.hashing import sha256_of
from vidu_desktop.adapters.library_store.file_library import FileLibrary
from vidu_desktop.adapters.records.library_layout import LibraryLayout
from vidu_desktop.domain.clip import VideoFacts
from vidu_desktop.domain.marks import MarkChange, Verdict
from vidu_desktop.domain.origin import batch_origin, batch_origins, job_id_of_origin
from vidu_desktop.errors import DiskTrouble, NotAVideo, Sentence

pytestmark = pytest.mark.anyio


def as_it_lies(path: Path, home: Home) -> VideoFacts:
    """Return the facts with the hash of the whole file, including the recipe in it."""
    return replace(facts_of(path), sha256=sha256_of(path), file_bytes=path.stat().st_size)


@pytest.mark.parametrize(("zone", "day"), [("UTC0", "22"), ("LINT-14", "23")])
async def test_a_kept_video_lies_in_its_month_with_a_record_beside_and_a_recipe_inside(
    home: Home, set_zone: Callable[[str], None], zone: str, day: str
) -> None:
    set_zone(zone)
    home.inputs_dir.joinpath("ab").mkdir(parents=True)
    sha256 = "ab" + "0" * 62
    input_path(home.inputs_dir, sha256, "image/png").write_bytes(b"picture")
    library = home.start()
    job = a_job(pictures=(prepared_picture(sha256),))

    clip = await home.keep(library, job)

    path = Path(clip.video_path)
    assert path.parent == home.root / "2026" / "11"
    assert path.name.startswith(f"2026-11-{day}_a-cat-runs-home_")
    assert as_it_lies(path, home) == clip.video
    assert facts_of(path).sha256 == record_of_clip(clip)["answered"]["fetched_sha256"]
    record = json.loads(path.with_suffix(".json").read_text())
    assert record["answered"]["task_id"] == job.task_id
    recipe = json.loads(recipe_in(path) or "")
    assert recipe["prompt"] == job.request.prompt
    assert input_path(home.root / "inputs", sha256, "image/png").read_bytes() == b"picture"
    assert Path(clip.cover_path).is_file()
    assert home.hidden() == []


async def test_takes_are_named_by_their_shot_and_jobs_told_their_takes(home: Home) -> None:
    library = home.start()
    wanted = replace(a_request(), project="Dawn", shot="S010")

    clips = [await home.keep(library, a_job(name, request=wanted)) for name in ("a", "b")]

    assert [Path(clip.video_path).name.rpartition("_")[0] for clip in clips] == [
        "Dawn_S010_001",
        "Dawn_S010_002",
    ]
    assert await library.take_labels(["b", "a", "nobody"]) == {"a": "S010_T001", "b": "S010_T002"}


async def test_a_clip_knows_its_pictures_names_and_is_found_by_them(home: Home) -> None:
    library = home.start()
    picture = replace(prepared_picture("ab" + "0" * 62), name="SKU-1007.png")

    clip = await home.keep(library, a_job(pictures=(picture,)))

    [found] = await all_clips(library, "sku-1007")
    assert found.picture_names == clip.picture_names == ("SKU-1007.png",)
    await library.rebuild()
    assert [again.picture_names for again in await all_clips(library)] == [("SKU-1007.png",)]


async def test_earlier_prompts_stand_once_with_the_latest_first(home: Home) -> None:
    library = home.start()
    for minute, prompt in enumerate(("Rain.", "Snow.", "", "Rain.")):
        home.now = NOON + timedelta(minutes=minute)
        await home.keep(library, a_job(str(minute), request=a_request(prompt)))

    past = await library.past_prompts(9)

    assert [(one.prompt, one.uses) for one in past] == [("Rain.", 2), ("Snow.", 1)]
    assert past[0].last_used_at == NOON + timedelta(minutes=3)
    assert [one.prompt for one in await library.past_prompts(1)] == ["Rain."]


async def test_a_prompt_is_shown_by_the_best_video_of_it_never_by_a_rejected_one(home: Home) -> None:
    library = home.start()
    for name in "abc":
        await keep(home, library, name, prompt="Rain.")
    await keep(home, library, "other", prompt="Rain. And more.")
    assert (await library.best_like("start-end", "Rain.")) is None

    await home.marks.mark(["a"], MarkChange(verdict=Verdict.KEEP))
    await home.marks.mark(["c"], MarkChange(verdict=Verdict.REJECT))
    best = await library.best_like("image", "Rain.")
    assert best is not None
    assert best.clip_id == "a"
    await home.marks.mark(["a", "b"], MarkChange(verdict=Verdict.REJECT))
    assert await library.best_like("image", "Rain.") is None


async def test_the_fetched_file_is_gone_once_the_video_is_kept(home: Home) -> None:
    library = home.start()
    path = home.fetched()
    await library.keep(a_job(), path, await library.verify(path))

    assert not path.exists()


async def test_a_fetched_file_that_has_gone_is_fetched_again_and_one_on_a_lost_drive_waited_for(
    home: Home,
) -> None:
    library = home.start()
    path = home.fetched()
    path.unlink()
    with pytest.raises(NotAVideo) as gone:
        await library.verify(path)
    assert gone.value.code == "video-gone"

    path.parent.rmdir()
    with pytest.raises(DiskTrouble):
        await library.verify(path)


async def test_keeping_twice_gives_one_clip(home: Home) -> None:
    library = home.start()
    first = await home.keep(library, a_job())
    second = await home.keep(library, a_job())

    assert first == second
    assert len(home.videos()) == 1
    assert await all_clips(library) == [first]


async def count_steps(home: Home) -> int:
    files = StoppingFiles(-1, Killed(), before=True)
    library = home.start(files, home.tmp / "dry run")
    await home.keep(library, a_job(pictures=(prepared_picture("ab" + "0" * 62),)))
    home.stop()
    home.index_path.unlink()
    return files.steps


@pytest.mark.parametrize("before", [True, False], ids=["before", "after"])
@pytest.mark.parametrize("stop", [Killed(), OSError(28, "No space left on device")], ids=["killed", "full"])
@pytest.mark.parametrize("shot", ["", "S010"])
async def test_stopped_at_any_step_a_repeat_keeps_the_video_once(
    home: Home, stop: BaseException, before: bool, shot: str
) -> None:
    # given a job with a picture, and how many steps it takes
    home.inputs_dir.joinpath("ab").mkdir(parents=True)
    sha256 = "ab" + "0" * 62
    input_path(home.inputs_dir, sha256, "image/png").write_bytes(b"picture")
    job = a_job(pictures=(prepared_picture(sha256),), request=replace(a_request(), shot=shot))
    steps = await count_steps(home)
    assert steps >= 12

    for stop_at in range(1, steps + 1):
        # when the program stops at the k-th step
        library = home.start(StoppingFiles(stop_at, stop, before=before))
        path = home.fetched()
        video = await library.verify(path)
        with pytest.raises((Killed, DiskTrouble)) as caught:
            await library.keep(job, path, video)
        if isinstance(stop, OSError):
            assert isinstance(caught.value, DiskTrouble)
            assert caught.value.full
            assert home.hidden() == []
        assert path.exists()

        # then the next try keeps the video once, complete, with everything that belongs to it
        library = home.start()
        clip = await library.keep(job, path, video)
        [kept] = home.videos()
        assert str(kept) == clip.video_path
        assert recipe_in(kept) is not None
        assert [found.clip_id for found in await all_clips(library)] == [job.job_id]
        home.stop()
        shutil.rmtree(home.root)
        home.index_path.unlink()


async def test_find_gives_what_a_crash_after_the_record_left_unfinished(home: Home) -> None:
    library = home.start()
    assert await library.find(a_job()) is None
    clip = await home.keep(library, a_job())
    home.stop()
    home.index_path.unlink()

    library = home.start()

    assert await library.find(a_job()) == clip
    assert await library.find(a_job("other")) is None
    Path(clip.video_path).write_bytes(b"VIDEO cut")
    assert await library.find(a_job()) is None


async def test_a_repeat_that_looks_for_nothing_would_keep_it_twice(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The negative control of the test above: here the repeat doesn't look for what is already there."""
    library = home.start()
    await home.keep(library, a_job())
    for look in ("_find_record", "_find_video"):
        monkeypatch.setattr(library._writer, look, lambda job: None)

    await home.keep(library, a_job())

    assert len(home.videos()) == 2


async def test_an_empty_file_under_our_name_is_replaced(home: Home) -> None:
    """Without hard links, a crash can leave a file with the name but without content."""
    library = home.start()
    clip = await home.keep(library, a_job())
    Path(clip.video_path).write_bytes(b"")
    Path(clip.video_path).with_suffix(".json").unlink()

    await home.keep(library, a_job())

    [kept] = home.videos()
    assert facts_of(kept)


@pytest.mark.parametrize("error", [1, 95])
async def test_without_hard_links_a_video_is_placed_all_the_same(
    home: Home, monkeypatch: pytest.MonkeyPatch, error: int
) -> None:
    def no_links(*args, **kwargs):
        raise OSError(error, "no links here")

    monkeypatch.setattr(os, "link", no_links)
    clip = await home.keep(home.start(), a_job())

    assert as_it_lies(Path(clip.video_path), home) == clip.video


async def test_nothing_is_ever_overwritten(home: Home, tmp_path: Path) -> None:
    source, target = tmp_path / "new", tmp_path / "old"
    source.write_text("new")
    target.write_text("old")

    with pytest.raises(FileExistsError):
        Files().rename_no_replace(source, target)

    assert target.read_text() == "old"


@pytest.mark.parametrize("what", ["embed_error", "cover_error"])
async def test_a_recipe_or_cover_that_fails_costs_no_video(home: Home, what: str) -> None:
    setattr(home.video_looks, what, NotAVideo("x", Sentence("No.")))
    library = home.start()

    clip = await home.keep(library, a_job())

    assert as_it_lies(Path(clip.video_path), home) == clip.video
    assert await all_clips(library) == [clip]


async def test_clips_come_newest_first(home: Home) -> None:
    library = home.start()
    for number in range(3):
        home.now = NOON + timedelta(minutes=number)
        await home.keep(library, a_job(f"job-{number}"))

    assert [clip.clip_id for clip in await all_clips(library)] == ["job-2", "job-1", "job-0"]
    assert [clip.clip_id for clip in (await all_clips(library))[1:2]] == ["job-1"]
    assert await library.count() == 3


@pytest.mark.parametrize(
    ("prompt", "found_by", "not_by"),
    [
        ("A cat runs home", ["cat", "CAT run", "ho", "home a"], ["dog", "at", "cat dog"]),
        ("一只猫在雨中奔跑", ["猫", "雨中", "奔跑", "猫在雨", "跑 猫"], ["狗", "雨猫", "猫跑"]),
        ("夕焼けの海辺を走る犬", ["犬", "夕焼", "海辺を走る", "の", "犬 夕焼け"], ["猫", "海犬"]),
        ("ネコが窓を見る", ["ネコ", "ﾈｺ", "窓"], ["ネズミ"]),
        ("AI動画 第2話", ["AI", "動画", "ai動", "2話", "第2話"], ["3話"]),
        ("고양이가 달린다", ["고양이", "달린"], ["강아지"]),
        (
            "Café in Köln, 100% “quoted” -- OR NOT",
            ["cafe", "köln", "100%", '"quoted"', "or not", "NOT OR"],
            ["tea*"],
        ),
        ("party 🎉 time", ["🎉", "party", "party 🎉", "party🎉", "🎉 time"], ["🎈", "party 🎈"]),
        ("a cat👍🏽 waves ➡ home", ["👍", "👍🏽", "cat 👍", "cat👍", "➡ waves"], ["👎", "cat 👎", "⬅"]),
        ("what?! no", ["?!", "no"], ["?? ", "!!"]),
    ],
)
async def test_search_finds_words_by_their_beginning_and_ideographs_anywhere(
    home: Home, prompt: str, found_by: list[str], not_by: list[str]
) -> None:
    library = home.start()
    await home.keep(library, a_job("other", request=a_request("zzz"), pictures=()))
    await home.keep(library, a_job(request=a_request(prompt)))

    for text in found_by:
        assert [clip.clip_id for clip in await all_clips(library, text)] == ["job-1"], text
    for text in not_by:
        assert await all_clips(library, text) == [], text
    assert len(await all_clips(library, "  ")) == 2


async def test_of_a_search_as_long_as_a_book_the_first_words_count_and_each_once(home: Home) -> None:
    library = home.start()
    words = [f"w{number}" for number in range(40)]
    await home.keep(library, a_job("other", request=a_request("w0 w1"), pictures=()))
    await home.keep(library, a_job(request=a_request(" ".join(words))))
    book = " ".join([*words, *(f"page{number}" for number in range(5_000))])

    assert [clip.clip_id for clip in await all_clips(library, book)] == ["job-1"]
    assert [clip.clip_id for clip in await all_clips(library, "w0 " * 5_000)] == ["job-1", "other"]


async def test_the_index_is_made_again_from_the_records(home: Home) -> None:
    library = home.start()
    clips = [await home.keep(library, a_job(f"job-{number}")) for number in range(3)]
    home.stop()
    home.index_path.unlink()

    library = home.start()

    assert {clip.clip_id: clip for clip in await all_clips(library)} == {clip.clip_id: clip for clip in clips}
    assert (await library.rebuild()).clips == 3


async def test_a_library_moved_to_another_folder_is_all_there(home: Home) -> None:
    clip = await home.keep(home.start(), a_job())
    home.stop()
    moved = home.tmp / "moved"
    home.root.rename(moved)

    library = home.start(root=moved)

    [found] = await all_clips(library)
    assert found.video_path == str(moved / Path(clip.video_path).relative_to(home.root))
    assert not found.missing


async def test_a_moved_library_lists_at_once_and_is_read_anew_at_leisure(home: Home) -> None:
    library = home.start()
    for number in range(3):
        home.now += timedelta(seconds=1)
        await home.keep(library, a_job(f"job-{number}"))
    home.stop()
    moved = home.tmp / "moved"
    home.root.rename(moved)
    newer = {
        **json.loads(next(moved.rglob("*.json")).read_text()),
        "clip_id": "from-there",
        "file": "new.mp4",
    }
    (moved / "new.json").write_text(json.dumps(newer))  # another computer has changed the library

    library = home.start(root=moved)

    assert len(await all_clips(library)) == 3  # no record has been read yet
    assert await library.catch_up()
    assert "from-there" in {clip.clip_id for clip in await all_clips(library)}
    assert not await library.catch_up()


async def test_another_library_at_a_new_place_isnt_taken_for_the_old_one(home: Home) -> None:
    await home.keep(home.start(), a_job())
    other = home.start(root=home.tmp / "other")

    assert await all_clips(other) == []

    await home.keep(other, a_job("second"))
    back = home.start()
    assert [clip.clip_id for clip in await all_clips(back)] == ["job-1"]


async def test_a_library_on_a_drive_thats_gone_keeps_its_clips_and_says_so(home: Home) -> None:
    library = home.start()
    await home.keep(library, a_job())
    home.root.rename(home.tmp / "unplugged")
    path = home.fetched("second")

    with pytest.raises(DiskTrouble) as caught:
        await library.keep(a_job("second"), path, await library.verify(path))

    assert caught.value.code == "library-gone"
    assert path.exists()
    assert [clip.missing for clip in await all_clips(library)] == [True]
    for change in (library.rebuild, library.check, lambda: home.trash.put(["job-1"])):
        with pytest.raises(DiskTrouble):
            await change()
    # and the same after a restart, until the drive is back
    library = home.start()
    assert [clip.missing for clip in await all_clips(library)] == [True]
    (home.tmp / "unplugged").rename(home.root)
    assert [clip.missing for clip in await all_clips(library)] == [False]
    await library.keep(a_job("second"), path, facts_of(path))
    assert await library.count() == 2


async def test_a_drive_that_comes_back_during_the_run_is_indexed_before_the_next_video(home: Home) -> None:
    await home.keep(home.start(), a_job())
    home.stop()
    home.index_path.unlink()
    home.root.rename(home.tmp / "unplugged")
    library = home.start()
    assert await all_clips(library) == []
    (home.tmp / "unplugged").rename(home.root)

    await home.keep(library, a_job("second"))

    assert {clip.clip_id for clip in await all_clips(library)} == {"job-1", "second"}


async def test_trash_and_undo_restore_exactly(home: Home) -> None:
    library = home.start()
    clip = await home.keep(library, a_job())
    other = await home.keep(library, a_job("other"))
    before = {path: path.read_bytes() for path in home.root.rglob("*") if path.is_file()}

    assert await home.trash.put(["job-1", "nobody"]) == ["job-1"]
    assert await all_clips(library) == [other]
    assert await all_clips(library, "cat") == [other]
    assert not Path(clip.video_path).exists()
    assert (await library.rebuild()).clips == 1  # the trash doesn't count

    assert await home.trash.take_back(["job-1", "nobody"]) == [clip]
    assert {path: path.read_bytes() for path in home.root.rglob("*") if path.is_file()} == before
    assert len(await all_clips(library, "cat")) == 2


@pytest.mark.parametrize("stop_at", range(1, 7))
async def test_a_clip_killed_on_its_way_to_the_trash_is_never_half_lost(home: Home, stop_at: int) -> None:
    clip = await home.keep(home.start(), a_job())
    home.start(StoppingFiles(stop_at, Killed(), before=False))
    with pytest.raises(Killed):
        await home.trash.put(["job-1"])

    library = home.start()
    await home.trash.put(["job-1"])
    assert await home.trash.take_back(["job-1"]) == [clip]
    assert [found.code for found in await library.check()] == []


async def test_a_clip_tells_the_request_that_made_it_with_its_pictures(home: Home) -> None:
    home.inputs_dir.joinpath("ab").mkdir(parents=True)
    sha256 = "ab" + "0" * 62
    source = input_path(home.inputs_dir, sha256, "image/png")
    source.write_bytes(b"picture")
    library = home.start()
    job = a_job(pictures=(prepared_picture(sha256),))
    await home.keep(library, job)

    found = await library.request_of("job-1")
    assert found == (replace(job.request, picture_paths=(str(source),), picture_names=("cat.png",)), ())

    source.unlink()  # the library has its own copy
    found = await library.request_of("job-1")
    assert found is not None
    [path] = found[0].picture_paths
    assert Path(path).read_bytes() == b"picture"


async def codes(library: FileLibrary) -> list[tuple[str, str]]:
    return sorted((item.code, Path(item.path).name) for item in await library.check())


async def test_a_whole_library_has_no_findings(home: Home) -> None:
    library = home.start()
    await home.keep(library, a_job())

    assert await codes(library) == []


async def test_check_names_missing_and_changed_files(home: Home) -> None:
    library = home.start()
    gone = Path((await home.keep(library, a_job("gone"))).video_path)
    changed = Path((await home.keep(library, a_job("changed"))).video_path)
    gone.unlink()
    changed.write_bytes(changed.read_bytes().replace(b"changed", b"edited!"))

    assert await codes(library) == sorted([("file-changed", changed.name), ("file-missing", gone.name)])
    clips = {clip.clip_id: clip.missing for clip in await all_clips(library)}
    assert clips == {"gone": True, "changed": False}
    assert (await library.get("gone")).missing  # type: ignore[union-attr]


async def test_check_finds_a_renamed_video_by_its_content(home: Home) -> None:
    library = home.start()
    clip = await home.keep(library, a_job())
    new_path = home.root / "best take.mp4"
    Path(clip.video_path).rename(new_path)

    assert await codes(library) == [("file-moved", "best take.mp4")]

    [found] = await all_clips(library)
    assert found == replace(clip, video_path=str(new_path))
    assert await codes(library) == []


async def test_check_takes_a_copy_of_a_renamed_video_for_a_copy(home: Home) -> None:
    library = home.start()
    clip = await home.keep(library, a_job())
    Path(clip.video_path).rename(home.root / "a best take.mp4")
    shutil.copy(home.root / "a best take.mp4", home.root / "b copy.mp4")

    assert await codes(library) == [("file-moved", "a best take.mp4"), ("file-twice", "b copy.mp4")]

    assert [one.clip_id for one in await all_clips(library)] == [clip.clip_id]


async def test_check_adopts_a_video_without_a_record_by_its_recipe(home: Home) -> None:
    library = home.start()
    clip = await home.keep(library, a_job())
    Path(clip.video_path).with_suffix(".json").unlink()
    stranger = home.root / "holiday.mp4"
    stranger.write_bytes(video_bytes("from elsewhere"))
    (home.root / "notes.mp4").write_bytes(b"<html>")

    assert {code for code, _ in await codes(library)} == {"file-adopted", "not-a-video"}

    found = {Path(one.video_path).name: one for one in await all_clips(library)}
    assert found[Path(clip.video_path).name].clip_id == clip.clip_id
    assert found[Path(clip.video_path).name].prompt == clip.prompt
    assert found["holiday.mp4"].video.sha256 == sha256_of(stranger)
    assert (home.root / "notes.mp4").exists()
    assert await codes(library) == [("not-a-video", "notes.mp4")]


async def test_check_reports_copies_and_bad_records_and_removes_only_our_half_files(home: Home) -> None:
    library = home.start()
    clip = await home.keep(library, a_job())
    other = Path((await home.keep(library, a_job("other"))).video_path)
    shutil.copy(clip.video_path, home.root / "copy.mp4")
    other.with_suffix(".json").write_text("{")
    half = other.with_name(".vidu-abc.mp4.part")
    half.write_bytes(b"half")
    embedded = other.with_name("..vidu-abc.mp4.part.new")  # left by a helper that wrote the recipe into it
    embedded.write_bytes(b"half")
    (home.root / "package.json").write_text('{"name": "not ours"}')

    assert await codes(library) == sorted(
        [
            ("file-twice", "copy.mp4"),
            ("record-damaged", other.with_suffix(".json").name),
            ("leftover-removed", half.name),
            ("leftover-removed", embedded.name),
        ]
    )
    assert other.exists()
    assert other.with_suffix(".json").read_text() == "{"
    assert not half.exists()


async def test_check_removes_what_kills_left_in_the_librarys_own_folders_and_nothing_else(home: Home) -> None:
    library = home.start()
    await home.keep(library, a_job())
    still = "ab" * 32
    left = [
        ".trash/clip/2026/11/.name.json.0a1b2c3d.part",
        ".boards/.board.json.0a1b2c3d.part",
        f".boards/stills/.{still}.png.part",
        ".boards/trash/.board-1.json.0a1b2c3d.part",
        ".batches/.batch.json.0a1b2c3d.part",
    ]
    not_ours = [
        ".trash/clip/film.part",
        ".boards/.notes.part",
        f".boards/stills/{still}.png",
        ".batches/a.json.0a1b2c3d.part",
    ]
    being_written = [".batches/.other.json.0a1b2c3d.part"]
    for rel in (*left, *not_ours, *being_written):
        path = home.root / rel
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"half")
        if rel not in being_written:
            os.utime(path, (0, 0))

    found = [finding for finding in await library.check() if finding.code == "leftover-removed"]

    assert sorted(Path(one.path).relative_to(home.root).as_posix() for one in found) == sorted(left)
    assert not any((home.root / rel).exists() for rel in left)
    assert all((home.root / rel).exists() for rel in (*not_ours, *being_written))


async def test_a_record_cant_name_a_file_outside_the_library(home: Home) -> None:
    library = home.start()
    clip = await home.keep(library, a_job())
    record_path = Path(clip.video_path).with_suffix(".json")
    for name in ("../secret.mp4", "/etc/passwd", "..", "a\\b.mp4", ""):
        record_path.write_text(json.dumps({**json.loads(record_path.read_text()), "file": name}))
        rebuilt = await library.rebuild()
        assert rebuilt.clips == 0
        assert [item.code for item in rebuilt.findings] == ["record-damaged"]


async def test_prompts_that_would_make_bad_names_are_kept_and_found(home: Home) -> None:
    library = home.start()
    prompts = [
        "../../etc",
        "CON",
        "a" * 300,
        "\u202egnp.exe",
        "nul\0",
        "e\u0301 E\u0301",
        "...",
        "\ud800 half",
    ]
    for number, prompt in enumerate(prompts):
        await home.keep(library, a_job(f"job-{number}", request=a_request(prompt)))

    assert len(home.videos()) == len(prompts)
    assert {path.parent for path in home.videos()} == {home.root / "2026" / "11"}
    assert await codes(library) == []


async def test_what_is_no_file_is_passed_over_and_the_rest_comes_in(home: Home, tmp_path: Path) -> None:
    library = home.start()
    pipe, link, socket_path = tmp_path / "pipe.mp4", tmp_path / "link.mp4", tmp_path / "socket.mp4"
    os.mkfifo(pipe)
    link.symlink_to("/dev/zero")
    listening = socket.socket(socket.AF_UNIX)
    listening.bind(str(socket_path))
    odd = [pipe, link, socket_path, Path("/dev/null"), Path("/dev/zero")]
    last = home.fetched("last").rename(tmp_path / "last.mp4")

    async with asyncio.timeout(60):
        taken = await home.imports.take_in([*odd, last])

    listening.close()
    assert [item.code for item in taken.findings] == ["not-a-file"] * len(odd)
    assert [Path(clip.video_path).name for clip in taken.clips] == ["last.mp4"]
    assert len(await all_clips(library)) == 1


async def test_a_pipe_in_the_place_of_a_record_holds_nothing_up(home: Home) -> None:
    library = home.start()
    clip = await home.keep(library, a_job())
    record_path = Path(clip.video_path).with_suffix(".json")
    record_path.unlink()
    os.mkfifo(record_path)

    async with asyncio.timeout(60):
        assert (await library.rebuild()).clips == 0
        await library.check()
        await home.keep(library, a_job(), "once more")


@pytest.mark.parametrize("put", [os.mkfifo, Path.mkdir])
async def test_what_hides_a_videos_record_is_a_finding(home: Home, put: Callable[[Path], None]) -> None:
    library = home.start()
    record_path = Path((await home.keep(library, a_job())).video_path).with_suffix(".json")
    record_path.unlink()
    put(record_path)

    assert await codes(library) == [("record-no-file", record_path.name)]
    assert [item.code for item in (await library.rebuild()).findings] == ["record-no-file"]


PLACES_OF_A_PICTURE = ["inputs", "inputs/ab", f"inputs/ab/{'ab' * 32}.png"]


def link_to_nothing(path: Path) -> None:
    path.symlink_to("nothing")


@pytest.mark.parametrize("place", PLACES_OF_A_PICTURE)
@pytest.mark.parametrize("put", [os.mkfifo, Path.mkdir, link_to_nothing])
async def test_what_lies_in_the_place_of_a_picture_that_was_sent_is_a_finding(
    home: Home, place: str, put: Callable[[Path], None]
) -> None:
    if put is Path.mkdir and place != PLACES_OF_A_PICTURE[-1]:
        pytest.skip("a folder belongs there")
    library = home.start()
    await home.keep(library, a_job())
    path = home.root / place
    path.parent.mkdir(parents=True, exist_ok=True)
    put(path)

    async with asyncio.timeout(60):
        assert await codes(library) == [("picture-no-file", path.name)]
        assert [item.code for item in (await library.rebuild()).findings] == ["picture-no-file"]


async def test_a_video_comes_home_past_what_lies_in_the_place_of_its_picture(home: Home) -> None:
    sha256 = "ab" * 32
    source = input_path(home.inputs_dir, sha256, "image/png")
    source.parent.mkdir(parents=True)
    source.write_bytes(b"picture")
    library = home.start()
    in_the_way = home.root / PLACES_OF_A_PICTURE[-1]
    in_the_way.parent.mkdir(parents=True)
    os.mkfifo(in_the_way)

    async with asyncio.timeout(60):
        clip = await home.keep(library, a_job(pictures=(prepared_picture(sha256),)))

    assert Path(clip.video_path).is_file()
    assert await codes(library) == [("picture-no-file", in_the_way.name)]
    in_the_way.unlink()
    assert await codes(library) == []


async def test_a_picture_that_was_changed_since_it_was_sent_is_a_finding(home: Home) -> None:
    library = home.start()
    await home.keep(library, a_job())
    sha256 = hashlib.sha256(b"picture").hexdigest()
    picture = input_path(home.root / "inputs", sha256, "image/png")
    picture.parent.mkdir(parents=True)
    picture.write_bytes(b"picture")
    assert await codes(library) == []

    picture.write_bytes(b"another")

    assert await codes(library) == [("picture-changed", picture.name)]


@pytest.mark.parametrize("content", ["1", "[]", "{}", '{"schema": "of another program"}'])
async def test_a_record_whose_content_is_replaced_by_other_json_is_a_finding(
    home: Home, content: str
) -> None:
    library = home.start()
    record_path = Path((await home.keep(library, a_job())).video_path).with_suffix(".json")
    record_path.write_text(content)
    record_path.with_name("of-no-video.json").write_text(content)

    assert await codes(library) == [("record-damaged", record_path.name)]
    assert [item.code for item in (await library.rebuild()).findings] == ["record-damaged"]
    assert record_path.read_text() == content


async def test_links_that_lead_to_themselves_end_nothing_else(home: Home) -> None:
    library = home.start()
    one, other = await home.keep(library, a_job()), await home.keep(library, a_job("other"))
    month = Path(one.video_path).parent
    for place in (month / "a.json", month / "a.mp4", month / "a", home.root / "b.json", home.root / "2027"):
        place.symlink_to(place.name)
    record_path = Path(one.video_path).with_suffix(".json")
    record_path.unlink()
    record_path.symlink_to(record_path.name)

    assert other in await all_clips(library)
    await home.keep(library, a_job("third"))
    assert [clip.clip_id for clip in await all_clips(library) if clip.missing] == []
    await library.check()
    assert (await library.rebuild()).clips == 3


async def test_a_folder_that_may_not_be_read_is_a_finding_and_the_others_are_shown(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = home.start()
    clip = await home.keep(library, a_job())
    (home.root / "2025").mkdir()
    entries = LibraryLayout.entries

    def forbidden(self: LibraryLayout, inside: str) -> list[os.DirEntry[str]]:
        if inside == "2025":  # faked, because root may read everything
            raise PermissionError(errno.EACCES, "no")
        return entries(self, inside)

    monkeypatch.setattr(LibraryLayout, "entries", forbidden)
    assert await codes(library) == [("folder-forbidden", "2025")]
    assert (await library.rebuild()).clips == 1
    assert [one.clip_id for one in await all_clips(library)] == [clip.clip_id]


async def test_a_file_that_goes_while_the_library_is_looked_through_ends_nothing(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = home.start()
    clip = await home.keep(library, a_job())
    entries = LibraryLayout.entries

    def went_since(self: LibraryLayout, inside: str) -> list[os.DirEntry[str]]:
        gone, folder = self.root / inside / "zz.json", self.root / inside / "zz"
        gone.write_text("{}")
        folder.mkdir()
        found = entries(self, inside)
        gone.unlink()
        folder.rmdir()
        return found

    monkeypatch.setattr(LibraryLayout, "entries", went_since)
    assert (await library.rebuild()).clips == 1
    assert await codes(library) == []
    assert [one.clip_id for one in await all_clips(library)] == [clip.clip_id]


async def test_an_error_that_nobody_thought_of_is_a_finding_about_its_file(home: Home) -> None:
    home.start()
    paths = [home.fetched("odd"), home.fetched("good")]
    read_facts_and_make_cover = home.video_looks.read_facts_and_make_cover

    async def breaks_at_one(path: Path, cover_path: Path) -> VideoFacts:
        if "odd" in path.name:
            raise RuntimeError("nobody thought of this")
        return await read_facts_and_make_cover(path, cover_path)

    home.video_looks.read_facts_and_make_cover = breaks_at_one  # type: ignore[method-assign]
    taken = await home.imports.take_in(paths)
    assert [item.code for item in taken.findings] == ["file-unreadable"]
    assert len(taken.clips) == 1


async def test_a_batch_finds_its_clips_by_where_they_come_from_also_on_another_computer(home: Home) -> None:
    library = home.start()
    origins = [
        batch_origin("b1", "row one", 1),
        batch_origin("b1", "row one", 2),
        batch_origin("b10", "x", 1),
    ]
    for origin in origins:
        await home.keep(library, a_job(job_id_of_origin(origin), origin=origin))
    await home.keep(library, a_job("by-hand"))

    elsewhere = Home.of_another_computer(home)
    there = elsewhere.start()
    await there.rebuild()
    for opened in (library, there):
        found = await opened.by_origin(batch_origins("b1"))
        assert sorted(clip.origin for clip in found) == origins[:2]
    elsewhere.stop()


async def test_a_batch_that_is_asked_again_finds_its_clips_as_they_are_by_then(home: Home) -> None:
    library = home.start()
    origin = batch_origin("b1", "row one", 1)
    clip = await home.keep(library, a_job(job_id_of_origin(origin), origin=origin))
    assert [one.marks.star for one in await library.by_origin(batch_origins("b1"))] == [False]

    await home.marks.mark([clip.clip_id], MarkChange(star=True))
    assert [one.marks.star for one in await library.by_origin(batch_origins("b1"))] == [True]

    await home.trash.put([clip.clip_id])
    assert await library.by_origin(batch_origins("b1")) == []
