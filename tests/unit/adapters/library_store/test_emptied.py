"""An empty folder in place of the library's: an empty mount point isn't a library that the person emptied."""

import asyncio
import shutil
import threading

import pytest
from fakes.kept_things import a_job, all_clips
from fakes.library_home import Home

from vidu_desktop.adapters.disk.lease import LEASE_NAME
from vidu_desktop.adapters.disk.room import SystemDisk
from vidu_desktop.adapters.index.index_schema import set_meta
from vidu_desktop.adapters.library_store import emptied, library_disk
from vidu_desktop.adapters.library_store.emptied import is_emptied
from vidu_desktop.adapters.library_store.library_disk import LibraryDisk
from vidu_desktop.errors import DiskTrouble

PATIENCE_S = 60.0
pytestmark = pytest.mark.anyio


def unplug(home: Home) -> None:
    home.root.rename(home.tmp / "the drive")
    home.root.mkdir()


def plug_in(home: Home) -> None:
    home.root.rmdir()  # as a mount would: refused when something was put there
    (home.tmp / "the drive").rename(home.root)


@pytest.mark.parametrize("clips_before", [1, 2])
async def test_a_video_waits_while_an_empty_folder_is_in_the_place_of_its_library(
    home: Home, clips_before: int
) -> None:
    library = home.start()
    for number in range(clips_before):
        await home.keep(library, a_job(f"first-{number}"))
    unplug(home)
    path = home.fetched("second")

    with pytest.raises(DiskTrouble) as caught:
        await library.keep(a_job("second"), path, await library.verify(path))
    assert caught.value.code == "library-emptied"
    assert str(home.root) in str(caught.value.sentence)
    assert path.exists()
    assert await is_emptied(home.store)

    # and the same after a restart, until the drive is back
    library = home.start()
    with pytest.raises(DiskTrouble):
        await library.keep(a_job("second"), path, await library.verify(path))
    plug_in(home)
    assert not await is_emptied(home.store)
    await library.keep(a_job("second"), path, await library.verify(path))
    assert len(home.videos()) == clips_before + 1
    assert [clip.missing for clip in await all_clips(library)] == [False] * (clips_before + 1)


async def test_a_folder_that_holds_our_note_alone_is_an_empty_one(home: Home) -> None:
    library = home.start()
    await home.keep(library, a_job())
    unplug(home)
    (home.root / LEASE_NAME).touch()
    assert await is_emptied(home.store)
    (home.root / "something else").touch()
    assert not await is_emptied(home.store)


async def test_without_the_look_the_video_is_hidden_as_soon_as_the_drive_is_back(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The negative control."""

    async def never(_store: object) -> bool:
        return False

    monkeypatch.setattr(emptied, "is_emptied", never)
    library = home.start()
    await home.keep(library, a_job())
    unplug(home)
    await home.keep(library, a_job("second"))
    with pytest.raises(OSError, match="not empty"):
        plug_in(home)


async def test_a_library_that_the_person_emptied_takes_videos(home: Home) -> None:
    library = home.start()
    await home.keep(library, a_job())
    for entry in home.root.iterdir():
        shutil.rmtree(entry) if entry.is_dir() else entry.unlink()
    assert not await is_emptied(home.store)
    await home.keep(library, a_job("second"))
    assert len(home.videos()) == 1


async def test_a_library_without_videos_takes_them_in_any_folder(home: Home) -> None:
    library = home.start()
    await home.keep(library, a_job())
    await home.trash.put(["job-1"])
    await home.trash.delete(["job-1"])
    unplug(home)
    assert not await is_emptied(home.store)
    await home.keep(library, a_job("second"))


async def test_an_empty_folder_that_is_right_is_so_after_a_rebuild(home: Home) -> None:
    library = home.start()
    await home.keep(library, a_job())
    unplug(home)
    with pytest.raises(DiskTrouble):
        await library.check()
    await library.rebuild()
    await home.keep(library, a_job("second"))
    assert [clip.clip_id for clip in await all_clips(library)] == ["second"]


async def test_a_library_that_came_to_lie_in_another_folder_is_known_there(home: Home) -> None:
    library = home.start()
    await home.keep(library, a_job())
    shutil.copytree(home.root, home.tmp / "a copy")
    shutil.rmtree(home.root)
    (home.tmp / "a copy").rename(home.root)
    assert not await is_emptied(home.store)
    unplug(home)
    assert await is_emptied(home.store)


@pytest.mark.parametrize("how", ["gone", "emptied"])
@pytest.mark.parametrize("anew", [False, True])
async def test_while_the_library_is_away_there_is_no_room_for_another_video(
    home: Home, how: str, anew: bool
) -> None:
    library = home.start()
    disk = LibraryDisk(home.tmp, home.store, PATIENCE_S)
    await disk.look()
    assert disk.free_bytes() > 0
    await home.keep(library, a_job())  # what is known needs no other look
    unplug(home)
    if how == "gone":
        home.root.rmdir()
    if anew:
        home.start()
        disk = LibraryDisk(home.tmp, home.store, PATIENCE_S)
        await disk.look()
        control = SystemDisk(home.tmp, home.root)
        await control.look()
        assert control.free_bytes() > 0  # the negative control: this run alone doesn't know the folder
    assert disk.free_bytes() == 0
    assert disk.why_none is not None
    assert str(home.root) in str(disk.why_none)

    home.root.mkdir(exist_ok=True)
    plug_in(home)
    assert disk.free_bytes() > 0
    assert disk.why_none is None


async def test_a_library_that_was_never_made_or_holds_nothing_has_room(home: Home) -> None:
    library = home.start()
    disk = LibraryDisk(home.tmp, home.store, PATIENCE_S)
    await disk.look()
    assert disk.free_bytes() > 0
    await home.keep(library, a_job())
    await home.trash.put(["job-1"])
    await home.trash.delete(["job-1"])
    unplug(home)
    await disk.look()
    assert disk.free_bytes() > 0


async def test_an_index_that_cant_be_read_keeps_no_order_back(home: Home) -> None:
    home.index_path.parent.mkdir(parents=True)
    home.index_path.mkdir()
    (home.index_path / "in the way").touch()
    home.start()
    disk = LibraryDisk(home.tmp, home.store, PATIENCE_S)
    await disk.look()
    assert disk.free_bytes() > 0


@pytest.mark.parametrize("was_seen", [True, False])
async def test_a_library_of_an_earlier_version_is_noted_once_it_was_seen_filled(
    home: Home, was_seen: bool
) -> None:
    library = home.start()
    await home.keep(library, a_job())
    await home.store.index.write(lambda connection: set_meta(connection, "root", ""))
    if was_seen:
        assert not await is_emptied(home.store)
    unplug(home)
    assert await is_emptied(home.store) is was_seen


async def test_while_the_librarys_drive_doesnt_answer_there_is_no_room_and_nobody_waits_for_it(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    home.start()
    answers = threading.Event()

    def why_away(_store: object) -> None:
        assert answers.wait(PATIENCE_S)

    monkeypatch.setattr(library_disk, "why_away", why_away)
    disk = LibraryDisk(home.tmp, home.store, answers_s=0.0)
    assert disk.free_bytes() == 0
    assert "doesn't answer" in str(disk.why_none)
    assert str(home.root) in str(disk.why_none)

    answers.set()
    assert LibraryDisk(home.tmp, home.store, PATIENCE_S).free_bytes() > 0


async def test_a_command_waits_until_a_drive_that_slept_has_woken_and_not_for_one_that_never_does(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    home.start()
    answers, asked = threading.Event(), threading.Event()

    def why_away(_store: object) -> None:
        asked.set()
        assert answers.wait(PATIENCE_S)

    monkeypatch.setattr(library_disk, "why_away", why_away)
    disk = LibraryDisk(home.tmp, home.store, PATIENCE_S)
    assert await disk.room_once_awake(within_s=0.0) == 0
    assert "doesn't answer" in str(disk.why_none)

    waking = asyncio.get_running_loop().create_task(disk.room_once_awake(PATIENCE_S))
    assert await asyncio.to_thread(asked.wait, PATIENCE_S)
    assert not waking.done()
    answers.set()
    assert await waking > 0
    assert disk.why_none is None


async def test_a_command_asks_once_and_has_time_to_be_answered(home: Home) -> None:
    home.start()
    hasty = LibraryDisk(home.tmp, home.store, answers_s=0.0)
    assert await hasty.room_once_awake(PATIENCE_S) > 0
    assert hasty.why_none is None


async def test_the_start_doesnt_wait_for_the_librarys_drive_and_still_knows_its_folder(home: Home) -> None:
    library = home.start()
    await home.keep(library, a_job())
    home.start()
    answers, begun = threading.Event(), threading.Event()

    def hang() -> None:
        begun.set()
        assert answers.wait(PATIENCE_S)

    held = asyncio.get_running_loop().create_task(home.store.worker.run(hang))
    assert await asyncio.to_thread(begun.wait, PATIENCE_S)
    try:
        async with asyncio.timeout(PATIENCE_S / 2):
            await LibraryDisk(home.tmp, home.store, PATIENCE_S).look()
        assert home.store.known_folder.held_in
    finally:
        answers.set()
        await held
