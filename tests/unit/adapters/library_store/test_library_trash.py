# ruff: noqa: ASYNC240 - tests may block
"""What was moved to the trash comes back complete, whatever took its place meanwhile; nothing is overwritten or blocked."""

import json
import os
import shutil
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from fakes.kept_things import a_job, a_request, all_clips
from fakes.library_home import Home, Killed, StoppingFiles, record_of_clip

from vidu_desktop.adapters.library_store.file_library import FileLibrary
from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.marks import MarkChange
from vidu_desktop.errors import DiskTrouble

pytestmark = pytest.mark.anyio


def copied(home: Home, clip: Clip, *more: bytes) -> Path:
    """Return a copy outside the library with the clip's name, changed when the clip was kept: an import goes by that. `more` is
    written at its beginning.
    """
    copy = home.tmp / "downloads" / Path(clip.video_path).name
    copy.parent.mkdir(exist_ok=True)
    shutil.copy2(clip.video_path, copy)
    if more:
        copy.write_bytes(copy.read_bytes().replace(b"VIDEO ", b"VIDEO " + b"".join(more), 1))
    os.utime(copy, (home.now.timestamp(), home.now.timestamp()))
    return copy


async def throw_away_and_put_another_there(home: Home) -> tuple[Clip, Clip]:
    """Return a clip in the trash, and another one in its old place: a version that was cut elsewhere and imported."""
    clip = await home.keep(home.start(), a_job("a"))
    copy = copied(home, clip, b"cut anew ")
    await home.trash.put(["a"])
    (other,) = (await home.imports.take_in([copy])).clips
    assert other.video_path == clip.video_path
    return clip, other


async def test_a_clip_whose_place_was_taken_comes_back_beside_the_other(home: Home) -> None:
    clip, other = await throw_away_and_put_another_there(home)
    there = Path(other.video_path).read_bytes()

    (back,) = await home.trash.take_back(["a"])

    assert Path(back.video_path).stem == f"{Path(clip.video_path).stem}-2"
    assert (back.clip_id, back.price, back.video) == ("a", clip.price, clip.video)
    assert record_of_clip(back)["file"] == Path(back.video_path).name
    assert Path(other.video_path).read_bytes() == there
    library = home.start()
    assert {one.clip_id for one in await all_clips(library)} == {"a", other.clip_id}
    assert await home.trash.contents() == []
    assert [finding.code for finding in await library.check()] == []


@pytest.mark.parametrize("stop_at", range(1, 10))
@pytest.mark.parametrize("before", [True, False])
async def test_killed_while_it_came_back_beside_another_a_repeat_finishes_it(
    home: Home, stop_at: int, before: bool
) -> None:
    _clip, other = await throw_away_and_put_another_there(home)
    home.start(StoppingFiles(stop_at, Killed(), before=before))
    with pytest.raises(Killed):
        await home.trash.take_back(["a"])

    library = home.start()
    await home.trash.take_back(["a"])
    await library.rebuild()

    assert {one.clip_id: one.missing for one in await all_clips(library)} == {
        "a": False,
        other.clip_id: False,
    }
    assert len(home.videos()) == 2
    assert [finding.code for finding in await library.check() if not finding.mended] == []


async def finished_by_a_check(home: Home, library: FileLibrary) -> None:
    assert {finding.code for finding in await library.check()} <= {"leftover-removed"}


async def finished_by_the_next_start(home: Home, library: FileLibrary) -> None:
    await home.trash.finish_moves()
    await library.catch_up()


@pytest.mark.parametrize("way", ["put", "take_back"])
@pytest.mark.parametrize("finish", [finished_by_a_check, finished_by_the_next_start])
@pytest.mark.parametrize("before", [True, False])
@pytest.mark.parametrize("stop_at", range(1, 10))
async def test_killed_between_its_two_files_a_clip_is_whole_after_the_next_start_with_its_marks(
    home: Home, stop_at: int, before: bool, finish: Callable[[Home, FileLibrary], Awaitable[None]], way: str
) -> None:
    await home.keep(library := home.start(), a_job("a"))
    await home.keep(library, a_job("b"))  # without any clip, a drive would seem to be missing
    await home.marks.mark(["a"], MarkChange(rating=4))
    if way == "take_back":
        await home.trash.put(["a"])
    home.start(StoppingFiles(stop_at, Killed(), before=before))
    with suppress(Killed):  # later steps than there are stop nothing
        await getattr(home.trash, way)(["a"])

    library = home.start()
    await finish(home, library)

    thrown = [one.clip.clip_id for one in await home.trash.contents()]
    there = await all_clips(library)
    assert sorted([*thrown, *(clip.clip_id for clip in there)]) == ["a", "b"]
    await home.trash.take_back(thrown)
    clip = {one.clip_id: one for one in await all_clips(library)}["a"]
    assert (clip.missing, clip.marks.rating) == (False, 4)
    assert len(home.videos()) == 2
    assert {finding.code for finding in await library.check()} <= {"leftover-removed"}


@pytest.mark.parametrize("lost", ["clip_id", "video"])
async def test_a_damaged_record_in_the_trash_keeps_no_other_move_from_being_finished(
    home: Home, lost: str
) -> None:
    library = home.start()
    clips = [await home.keep(library, a_job(name), f"frames of {name}") for name in "abc"]
    await home.trash.put(["a"])
    (record_path,) = (home.root / ".trash").rglob("*.json")
    document = json.loads(record_path.read_bytes())
    del document[lost]
    record_path.write_text(json.dumps(document))
    (video_path,) = (home.root / ".trash").rglob("*.mp4")
    video_path.rename(clips[0].video_path)
    for place in (home.root / ".trash").iterdir():
        place.rename(place.with_name("0"))  # the first to be looked at
    home.start(StoppingFiles(4, Killed(), before=False))
    with suppress(Killed):
        await home.trash.put(["b"])

    library = home.start()
    await library.check()

    assert [one.clip.clip_id for one in await home.trash.contents() if one.clip.clip_id == "b"] == ["b"]
    assert {clip.clip_id: clip.missing for clip in await all_clips(library)}["c"] is False


async def test_killed_while_its_video_had_both_names_a_clip_comes_back_once(home: Home) -> None:
    clip = await home.keep(home.start(), a_job("a"))
    await home.trash.put(["a"])
    (video_path,) = (home.root / ".trash").rglob("*.mp4")
    os.link(video_path, clip.video_path)

    library = home.start()
    await library.check()

    assert [(one.clip_id, one.missing) for one in await all_clips(library)] == [("a", False)]
    assert list((home.root / ".trash").rglob("*.mp4")) == []


async def test_beside_a_record_that_cannot_be_read_a_video_in_the_trash_stays_there(home: Home) -> None:
    library = home.start()
    clip = await home.keep(library, a_job("a"))
    await home.keep(library, a_job("b"), "frames of b")
    home.start(StoppingFiles(5, Killed(), before=False))
    with suppress(Killed):
        await home.trash.put(["a"])
    Path(clip.video_path).with_suffix(".json").write_text("{")

    library = home.start()
    codes = [finding.code for finding in await library.check()]

    assert "record-damaged" in codes
    assert len(list((home.root / ".trash").rglob("*.mp4"))) == 1


async def test_what_is_half_deleted_for_good_is_not_taken_for_a_move(home: Home) -> None:
    library = home.start()
    await home.keep(library, a_job("a"))
    await home.trash.put(["a"])
    home.start(StoppingFiles(2, Killed(), before=True))
    with suppress(Killed):
        await home.trash.delete(["a"])

    library = home.start()
    await home.trash.finish_moves()

    assert await all_clips(library) == []
    assert await home.trash.delete(["a"]) == 1
    assert await home.trash.contents() == []


async def test_two_clips_from_one_place_are_both_thrown_away_and_both_come_back(home: Home) -> None:
    _clip, other = await throw_away_and_put_another_there(home)

    moved = await home.trash.put([other.clip_id])

    assert {one.clip.clip_id for one in await home.trash.contents()} == {"a", *moved}
    assert {one.clip_id for one in await home.trash.take_back([*moved, "a"])} == {"a", *moved}
    assert [finding.code for finding in await home.start().check()] == []


async def test_two_clips_of_one_job_are_told_apart_in_the_trash_and_after_it(home: Home) -> None:
    clip = await home.keep(home.start(), a_job("a"))
    copy = copied(home, clip, b"cut anew ")
    await home.trash.put(["a"])
    shutil.copy2(copy, clip.video_path)  # by hand; the check finds its job in the recipe inside
    library = home.start()
    await library.check()
    await library.rebuild()

    moved = await home.trash.put(["a"])
    assert len(await home.trash.contents()) == 2
    assert len({one.clip.clip_id for one in await home.trash.contents()}) == 2
    await home.trash.take_back(moved)
    back = await home.trash.take_back(["a"])

    assert len(back) == 1
    assert len({one.clip_id for one in await all_clips(library)}) == 2
    assert (await library.rebuild()).findings == []


async def test_a_clip_whose_id_is_in_use_again_comes_back_as_one_of_its_own(home: Home) -> None:
    clip = await home.keep(home.start(), a_job("a"))
    copy = copied(home, clip, b"cut anew ")
    await home.trash.put(["a"])
    shutil.copy2(copy, clip.video_path)
    library = home.start()
    await library.check()
    await library.rebuild()

    (back,) = await home.trash.take_back(["a"])

    assert len({one.clip_id for one in await all_clips(library)}) == 2
    assert back.video == clip.video
    assert (await library.rebuild()).findings == []


async def test_what_is_taken_in_again_from_outside_comes_back_with_its_marks_and_price(home: Home) -> None:
    library = home.start()
    clip = await home.keep(library, a_job("a"))
    await home.marks.mark(["a"], MarkChange(star=True, note="precious"))
    copy = copied(home, clip)
    await home.trash.put(["a"])

    taken = await home.imports.take_in([copy])

    assert taken.clips == []
    assert [(one.clip_id, one.marks.note, one.price) for one in taken.back] == [("a", "precious", clip.price)]
    assert await all_clips(library) == taken.back
    assert await home.trash.contents() == []
    assert await home.trash.take_back(["a"]) == []  # nothing is left to undo
    again = await home.imports.take_in([copy])
    assert [finding.code for finding in again.findings] == ["file-twice"]


async def test_a_trashed_clip_whose_file_is_lost_gets_it_from_what_is_taken_in(home: Home) -> None:
    clip = await home.keep(home.start(), a_job("a"))
    copy = copied(home, clip)
    Path(clip.video_path).unlink()
    await home.trash.put(["a"])

    taken = await home.imports.take_in([copy])

    assert [(one.clip_id, one.missing) for one in taken.back] == [("a", False)]
    assert Path(clip.video_path).read_bytes() == copy.read_bytes()


async def test_one_clip_that_cannot_come_back_keeps_no_other(home: Home) -> None:
    library = home.start()
    for name in "ab":
        await home.keep(library, replace(a_job(name)))
    await home.trash.put(["a", "b"])
    place = next(path for path in home.root.joinpath(".trash").rglob("*.mp4") if b'"a"' in path.read_bytes())
    month_dir = home.root.joinpath(*place.relative_to(home.root / ".trash").parts[1:-1])
    blocked = home.root.joinpath(".trash", place.relative_to(home.root / ".trash").parts[0])
    shutil.move(place.parent, blocked / "2026" / "blocked")
    (month_dir.parent / "blocked").write_text("a file where the folder would be")

    with pytest.raises(DiskTrouble):
        await home.trash.take_back(["a", "b"])

    assert [one.clip_id for one in await all_clips(library)] == ["b"]


async def test_a_take_whose_number_was_given_again_comes_back_with_the_next_one(home: Home) -> None:
    library = home.start()

    async def keep(name: str) -> None:
        await home.keep(library, a_job(name, request=a_request(project="Moon", shot="S010")))

    for name in "abc":
        await keep(name)
    await home.trash.put(["c"])
    await keep("d")
    await home.trash.put(["d"])
    await keep("e")

    await home.trash.take_back(["c", "d"])

    labels = {clip.clip_id: clip.marks.label for clip in await all_clips(library)}
    assert {name: labels[name] for name in "abe"} == {
        "a": "S010_T001",
        "b": "S010_T002",
        "e": "S010_T003",
    }
    assert [labels["c"], labels["d"]] == ["S010_T004", "S010_T005"]
    await library.rebuild()
    assert {clip.clip_id: clip.marks.label for clip in await all_clips(library)} == labels


async def test_a_winner_that_comes_back_leaves_the_place_to_the_new_one(home: Home) -> None:
    library = home.start()
    for name in "ab":
        await home.keep(library, a_job(name, request=a_request(project="Moon", shot="S010")))
    await home.marks.mark(["a"], MarkChange(winner=True))
    await home.trash.put(["a"])
    await home.marks.mark(["b"], MarkChange(winner=True))

    (back,) = await home.trash.take_back(["a"])

    assert (back.marks.label, back.marks.winner) == ("S010_T001", False)
    await home.trash.put(["b"])
    (again,) = await home.trash.take_back(["b"])
    assert again.marks.winner  # there is no other winner


async def test_the_trash_empties_itself_of_what_is_old_and_touches_nothing_else(home: Home) -> None:
    library = home.start()
    for name in "abc":
        await home.keep(library, a_job(name))
    await home.trash.put(["a", "b"])
    (old, new) = sorted(await home.trash.contents(), key=lambda one: one.clip.clip_id)
    days = {one.clip.clip_id: Path(one.clip.video_path).parent for one in (old, new)}
    made_s = new.clip.created_at.timestamp()
    os.utime(days["a"], (made_s + 1, made_s + 1))
    os.utime(days["b"], (made_s + 20 * 86_400, made_s + 20 * 86_400))
    now = new.clip.created_at + timedelta(days=40)
    outside = {path for path in home.root.rglob("*") if ".trash" not in path.parts}

    assert await home.trash.delete_older(now - timedelta(days=30), now) == 1

    assert [one.clip.clip_id for one in await home.trash.contents()] == ["b"]
    assert {path for path in home.root.rglob("*") if ".trash" not in path.parts} == outside
    assert {one.clip_id for one in await all_clips(library)} == {"c"}


async def test_what_a_link_in_the_trash_leads_to_is_never_deleted(home: Home) -> None:
    await home.keep(home.start(), a_job("a"))
    await home.trash.put(["a"])
    (one,) = await home.trash.contents()
    place = next(path for path in Path(one.clip.video_path).parents if path.parent.name == ".trash")
    elsewhere = home.tmp / "elsewhere"
    place.rename(elsewhere)
    place.symlink_to(elsewhere)

    assert await home.trash.delete(["a"]) == 0

    assert any(path.suffix == ".mp4" for path in elsewhere.rglob("*"))
