"""Changes that another computer or a person makes in the folder are seen without a rebuild, and looking loses nothing."""

import os
import shutil
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from fakes.kept_things import a_job, all_clips
from fakes.library_home import Home

from vidu_desktop.adapters.library_store import index_sync, record_rows
from vidu_desktop.adapters.library_store.file_library import FileLibrary
from vidu_desktop.adapters.records import folder_scan
from vidu_desktop.adapters.records.library_layout import LibraryLayout
from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.library_query import LibraryQuery
from vidu_desktop.domain.marks import MarkChange, Marks

pytestmark = pytest.mark.anyio


async def clips_by_id(library: FileLibrary) -> dict[str, Clip]:
    return {clip.clip_id: clip for clip in await all_clips(library)}


@pytest.fixture
def elsewhere(home: Home) -> Iterator[Home]:
    other = Home.of_another_computer(home)
    yield other
    other.stop()


@pytest.fixture(autouse=True)
def _fine_clock(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Makes two writings have different times, however soon the second one follows after a look."""
    monkeypatch.setattr(folder_scan, "RACY_NS", 0)
    look, mark = FileLibrary.catch_up, tmp_path / "tick"

    def time_now_ns() -> int:
        mark.write_bytes(b"")
        return mark.stat().st_mtime_ns

    async def look_and_let_the_clock_go_on(library: FileLibrary) -> bool:
        looked = await look(library)
        begun_ns = time_now_ns()
        while time_now_ns() == begun_ns:  # writing to memory is faster than a tick of the kernel's clock
            pass
        return looked

    monkeypatch.setattr(FileLibrary, "catch_up", look_and_let_the_clock_go_on)


@pytest.fixture
async def three(home: Home) -> FileLibrary:
    """Return a library with the clips a, b and c, whose index has looked at the folder with them."""
    library = home.start()
    for name in "abc":
        home.now += timedelta(seconds=1)
        await home.keep(library, a_job(name))
    await library.catch_up()
    return library


def video(clip: Clip) -> Path:
    return Path(clip.video_path)


def record(clip: Clip) -> Path:
    return video(clip).with_suffix(".json")


@pytest.fixture
def read_counts(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return a list that gets the number of records that each look reads."""
    counts: list[int] = []

    def read_share(root: str, rels: list[str]) -> list[record_rows.ReadRecord]:
        counts.append(len(rels))
        return record_rows.read_share(root, rels)

    monkeypatch.setattr(index_sync, "read_share", read_share)
    return counts


async def test_a_folder_that_is_as_it_was_is_not_read(three: FileLibrary, read_counts: list[int]) -> None:
    assert not await three.catch_up()
    assert read_counts == []


async def test_what_we_wrote_ourselves_is_no_news_and_is_not_read(
    home: Home,
    three: FileLibrary,
    read_counts: list[int],
) -> None:
    await home.marks.mark(["b"], MarkChange(star=True))

    assert not await three.catch_up()
    assert sum(read_counts) == 0
    assert (await clips_by_id(three))["b"].marks.star


async def test_the_first_look_after_a_rebuild_reads_nothing(
    three: FileLibrary, read_counts: list[int]
) -> None:
    await three.rebuild()

    assert not await three.catch_up()
    assert read_counts == []


async def test_the_work_of_another_computer_is_seen(
    home: Home,
    elsewhere: Home,
    three: FileLibrary,
) -> None:
    there = elsewhere.start()
    await elsewhere.marks.mark(["a"], MarkChange(note="the hand melts"))
    await elsewhere.marks.rename("b", "best take")
    await elsewhere.trash.put(["c"])
    await elsewhere.keep(there, a_job("d"))

    assert await three.catch_up()

    clips = await clips_by_id(three)
    assert sorted(clips) == ["a", "b", "d"]
    assert clips["a"].marks == Marks(note="the hand melts")
    assert video(clips["b"]).name == "best take.mp4"
    assert not any(clip.missing for clip in clips.values())
    assert len(await three.find_rows(LibraryQuery(text="melts"))) == 1
    assert not await three.catch_up()
    await three.rebuild()
    assert {**await clips_by_id(three)} == clips  # the same as after a rebuild


async def test_a_file_that_was_deleted_by_hand_is_missing_until_it_is_back(three: FileLibrary) -> None:
    clip = (await clips_by_id(three))["a"]
    away = video(clip).with_name("away")
    video(clip).rename(away)

    assert await three.catch_up()
    assert {name for name, one in (await clips_by_id(three)).items() if one.missing} == {"a"}
    assert not await three.catch_up()

    away.rename(video(clip))
    assert await three.catch_up()
    assert not (await clips_by_id(three))["a"].missing


async def test_a_pair_that_was_moved_into_another_folder_is_followed_with_its_marks(
    home: Home,
    three: FileLibrary,
) -> None:
    await home.marks.mark(["a"], MarkChange(rating=4))
    clip = (await clips_by_id(three))["a"]
    shot = home.root / "S010" / "best"
    shot.mkdir(parents=True)
    for path in (record(clip), video(clip)):
        path.rename(shot / path.name)

    assert await three.catch_up()

    clips = await clips_by_id(three)
    assert video(clips["a"]) == shot / video(clip).name
    assert (clips["a"].marks.rating, clips["a"].missing, len(clips)) == (4, False, 3)
    shutil.move(home.root / "S010", home.root / "S020")
    assert await three.catch_up()
    assert video((await clips_by_id(three))["a"]) == home.root / "S020" / "best" / video(clip).name


async def test_a_pair_that_was_deleted_goes_and_a_video_without_its_record_stays(three: FileLibrary) -> None:
    clips = await clips_by_id(three)
    record(clips["a"]).unlink()
    video(clips["b"]).unlink()
    record(clips["b"]).unlink()

    assert await three.catch_up()
    assert sorted(await clips_by_id(three)) == ["a", "c"]

    video(clips["a"]).unlink()
    assert await three.catch_up()
    assert sorted(await clips_by_id(three)) == ["c"]


async def test_a_copy_of_a_pair_does_not_take_the_place_of_the_clip(three: FileLibrary) -> None:
    clip = (await clips_by_id(three))["a"]
    for path in (record(clip), video(clip)):
        shutil.copy(path, path.with_name(f"0 copy of {path.name}"))
    for _ in range(2):
        await three.catch_up()

        assert video((await clips_by_id(three))["a"]) == video(clip)
        assert len(await clips_by_id(three)) == 3


async def test_a_record_that_was_damaged_leaves_its_clip_and_one_that_was_mended_is_read(
    three: FileLibrary, read_counts: list[int]
) -> None:
    clip = (await clips_by_id(three))["a"]
    text = record(clip).read_text("utf-8")
    replace_text(record(clip), "{ half a rec")
    assert not await three.catch_up()
    assert not await three.catch_up()
    assert read_counts == [1]
    assert len(await clips_by_id(three)) == 3

    replace_text(record(clip), text.replace('"rehearsal": false', '"rehearsal": true'))
    assert await three.catch_up()
    assert read_counts == [1, 1]
    assert {name for name, one in (await clips_by_id(three)).items() if one.rehearsal} == {"a"}


async def test_a_drive_that_is_gone_takes_no_clip_from_the_index(home: Home, three: FileLibrary) -> None:
    away = home.tmp / "away"
    home.root.rename(away)
    assert not await three.catch_up()
    home.root.mkdir()  # a drive that is gone leaves the empty folder on which it was mounted
    for is_news in (True, False):
        assert await three.catch_up() is is_news
        assert [clip.missing for clip in (await clips_by_id(three)).values()] == [True] * 3

    home.root.rmdir()
    away.rename(home.root)
    assert await three.catch_up()
    assert [clip.missing for clip in (await clips_by_id(three)).values()] == [False] * 3


async def test_what_was_all_deleted_by_hand_goes_once_there_is_something_again(
    home: Home, three: FileLibrary
) -> None:
    for clip in (await clips_by_id(three)).values():
        record(clip).unlink()
        video(clip).unlink()
    await three.catch_up()
    assert [clip.missing for clip in (await clips_by_id(three)).values()] == [True] * 3

    await home.keep(three, a_job("d"))
    await three.catch_up()

    assert sorted(await clips_by_id(three)) == ["d"]


def on_a_coarse_clock(root: Path, moment_ns: int) -> None:
    """Give all files the time of the same tick."""
    for path in [root, *root.rglob("*")]:
        os.utime(path, ns=(moment_ns, moment_ns))


@pytest.mark.parametrize("racy_ns", [folder_scan.RACY_NS, 0])
async def test_two_changes_within_one_tick_of_a_coarse_clock_are_both_seen(
    home: Home, elsewhere: Home, three: FileLibrary, monkeypatch: pytest.MonkeyPatch, racy_ns: int
) -> None:
    monkeypatch.setattr(folder_scan, "RACY_NS", racy_ns)
    elsewhere.start()
    tick_ns = time.time_ns()
    monkeypatch.setattr(time, "time_ns", lambda: tick_ns)  # all looks are within the tick
    for rating in (1, 2):
        await elsewhere.marks.mark(["a"], MarkChange(rating=rating))
        on_a_coarse_clock(home.root, tick_ns)
        await three.catch_up()

    seen = (await clips_by_id(three))["a"].marks.rating
    assert seen == (2 if racy_ns else 1)  # 0 is the negative control


async def test_a_folder_that_may_not_be_read_keeps_the_others_from_nothing(
    home: Home, elsewhere: Home, three: FileLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    (home.root / "lost+found").mkdir()
    entries = LibraryLayout.entries

    def refused(self: LibraryLayout, inside: str) -> object:
        if inside == "lost+found":
            raise PermissionError(13, "no")
        return entries(self, inside)

    monkeypatch.setattr(LibraryLayout, "entries", refused)
    elsewhere.start()
    await elsewhere.marks.mark(["a"], MarkChange(rating=3))

    assert await three.catch_up()
    assert (await clips_by_id(three))["a"].marks.rating == 3


async def test_what_we_write_while_it_looks_is_not_set_back(
    home: Home,
    three: FileLibrary,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    clip = (await clips_by_id(three))["a"]
    text = record(clip).read_text("utf-8")
    replace_text(record(clip), text.replace('"price_usd": "', '"price_usd": "1'))
    write, writes = home.store.index.write, []

    async def after_a_mark(function: object) -> object:
        if not writes:  # after the look has read the record, before it writes to the index
            writes.append(1)
            await home.marks.mark(["a"], MarkChange(star=True))
        return await write(function)  # type: ignore[arg-type]

    monkeypatch.setattr(home.store.index, "write", after_a_mark)
    await three.catch_up()

    assert (await clips_by_id(three))["a"].marks.star
    await three.catch_up()
    assert (await clips_by_id(three))["a"].marks.star


async def test_an_index_of_an_earlier_version_is_brought_up_once(
    home: Home,
    three: FileLibrary,
    read_counts: list[int],
) -> None:
    def forget(connection: object) -> None:
        for table in ("folders", "records"):
            connection.execute(f"DELETE FROM {table}")  # type: ignore[attr-defined]

    await home.store.index.write(forget)

    assert not await three.catch_up()
    assert not await three.catch_up()
    assert read_counts == [3]


async def test_many_changes_are_one_pass_over_everything(
    three: FileLibrary, monkeypatch: pytest.MonkeyPatch, read_counts: list[int]
) -> None:
    monkeypatch.setattr(index_sync, "_READ_MOST", 1)
    for clip in (await clips_by_id(three)).values():
        replace_text(
            record(clip), record(clip).read_text("utf-8").replace('"rehearsal": false', '"rehearsal": true')
        )

    assert await three.catch_up()
    assert read_counts == []
    assert all(clip.rehearsal for clip in (await clips_by_id(three)).values())
    assert not await three.catch_up()


async def test_without_the_second_look_a_mark_would_be_set_back(
    home: Home,
    three: FileLibrary,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The negative control: the writer trusts what was read a moment ago."""
    seen: dict[str, int] = {}
    monkeypatch.setattr(index_sync._Writer, "_time_of", lambda _self, rel: seen.get(rel))
    look_at = folder_scan.look_at

    def remember(*what: object) -> object:
        look = look_at(*what)  # type: ignore[arg-type]
        for rel, folder in look.seen.items():
            seen.update({f"{rel}/{name}" if rel else name: ns for name, ns in folder.records.items()})
        return look

    monkeypatch.setattr(index_sync, "look_at", remember)
    with pytest.raises(AssertionError):
        await test_what_we_write_while_it_looks_is_not_set_back(home, three, monkeypatch)


def replace_text(path: Path, text: str) -> None:
    """Replace a file as careful programs do; its time is later, even on a coarse clock."""
    before_ns = path.stat().st_mtime_ns
    new = path.with_name("new.tmp")
    new.write_text(text, "utf-8")
    os.utime(new, ns=(before_ns + 1_000_000_000,) * 2)
    new.replace(path)
