"""A mark is written while a helper process examines a video, or an import waits for its drive, however long that takes."""

import asyncio
import errno
import threading
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path

import pytest
from fakes.dead_drive import dead_drive
from fakes.kept_things import FakeVideos, a_job, video_bytes
from fakes.library_verbs import imports_of
from typing_extensions import override

from vidu_desktop.adapters.disk.files import Files
from vidu_desktop.adapters.library_store.clip_records import ClipRecordFiles
from vidu_desktop.adapters.library_store.file_library import FileLibrary
from vidu_desktop.adapters.library_store.library_store import LibraryStore
from vidu_desktop.domain.marks import MarkChange
from vidu_desktop.errors import DiskTrouble
from vidu_desktop.library.marking import ClipMarks

pytestmark = pytest.mark.anyio


class StuckVideos(FakeVideos):
    """After `stick_at`, one of its verbs never ends."""

    def __init__(self) -> None:
        super().__init__()
        self.entered = asyncio.Event()

    def stick_at(self, verb: str) -> None:
        async def never(*_args: object) -> None:
            self.entered.set()
            await asyncio.Event().wait()

        setattr(self, verb, never)


class Place:
    """A library with one clip, and the work that may be under way in it."""

    def __init__(self, root: Path, files: Files | None = None) -> None:
        self.root = root
        self.videos = StuckVideos()
        self.store = LibraryStore(
            root / "library",
            index_path=root / "index.sqlite3",
            covers_dir=root / "covers",
            inputs_dir=root / "inputs",
            videos=self.videos,
            files=files,
        )
        self.library = FileLibrary(self.store)
        self.marks = ClipMarks(ClipRecordFiles(self.store))

    def file(self, name: str) -> Path:
        path = self.root / name
        path.write_bytes(video_bytes(name))
        return path

    async def keep(self, name: str) -> str:
        path = self.file(name)
        return (await self.library.keep(a_job(name), path, await self.library.verify(path))).clip_id

    async def keep_once_more(self, name: str) -> None:
        await self.library.find(a_job(name))

    async def take_in(self, name: str) -> None:
        await imports_of(self.store).take_in([self.file(name)])

    async def check(self, name: str) -> None:
        (self.store.folder.root / f"{name}.mp4").write_bytes(video_bytes(name))
        await self.library.check()


@pytest.mark.parametrize(
    ("verb", "name", "wish"),
    [
        ("verify", "other", Place.keep),
        ("verify", "clip", Place.keep_once_more),
        ("embed", "other", Place.keep),
        ("make_cover", "other", Place.keep),
        ("extract_recipe", "other", Place.take_in),
        ("read_facts_and_make_cover", "other", Place.take_in),
        ("read_facts_and_make_cover", "other", Place.check),
    ],
    ids=lambda value: getattr(value, "__name__", value),
)
async def test_a_star_is_written_while_a_look_into_a_video_never_ends(
    tmp_path: Path, verb: str, name: str, wish: Callable[[Place, str], Awaitable[object]]
) -> None:
    place = Place(tmp_path)
    clip_id = await place.keep("clip")
    place.videos.stick_at(verb)
    going_on = asyncio.ensure_future(wish(place, name))  # noqa: TID251 - a test's own
    await place.videos.entered.wait()

    async with asyncio.timeout(60):
        await place.marks.mark([clip_id], MarkChange(star=True))

    clip = await place.library.get(clip_id)
    assert clip is not None
    assert clip.marks.star
    assert not going_on.done()
    going_on.cancel()
    await asyncio.wait([going_on])
    place.library.close()


class SlowFiles(Files):
    """Copies `other` from a drive that stops answering for the time being, when something of it is in the library."""

    def __init__(self) -> None:
        self.entered, self.answers = threading.Event(), threading.Event()

    @override
    def copy(self, source: Path, target: Path) -> None:
        super().copy(source, target)
        if source.name == "other":
            self.entered.set()
            assert self.answers.wait(120)


async def test_a_star_and_a_paid_video_are_written_while_an_import_waits_for_its_drive(
    tmp_path: Path,
) -> None:
    files = SlowFiles()
    place = Place(tmp_path, files)
    clip_id = await place.keep("clip")
    going_on = asyncio.ensure_future(place.take_in("other"))  # noqa: TID251 - a test's own
    assert await asyncio.to_thread(files.entered.wait, 60)

    async with asyncio.timeout(60):
        await place.marks.mark([clip_id], MarkChange(star=True))
        await place.keep("paid")
        await place.library.check()

    assert not going_on.done()
    files.answers.set()
    await going_on
    kept = [path.name for path in sorted((tmp_path / "library").rglob("*.mp4"))]
    assert "other.mp4" in kept
    assert not list((tmp_path / "library").rglob("*.part"))
    place.library.close()


async def test_a_star_is_written_while_a_folder_to_import_does_not_answer(tmp_path: Path) -> None:
    place = Place(tmp_path)
    clip_id = await place.keep("clip")
    with dead_drive(tmp_path / "drive") as drive:
        going_on = asyncio.ensure_future(  # noqa: TID251 - a test's own
            imports_of(place.store).take_in([tmp_path / "drive" / "videos"])
        )
        async with asyncio.timeout(60):
            while not drive.asked:
                await asyncio.sleep(0)
            await place.marks.mark([clip_id], MarkChange(star=True))
        assert not going_on.done()
    await going_on
    place.library.close()


class FullDisk(Files):
    @override
    def sync(self, path: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")


async def test_an_import_that_the_disk_stops_leaves_nothing_half_written(tmp_path: Path) -> None:
    place = Place(tmp_path, FullDisk())
    with suppress(DiskTrouble):
        await place.take_in("other")
    assert not [path for path in (tmp_path / "library").rglob("*") if path.is_file()]
    place.library.close()


class NamesOfWindows(Files):
    """A disk that takes no name that Windows wouldn't take: exFAT, many shares."""

    @override
    def copy(self, source: Path, target: Path) -> None:
        if set(target.name) & set('<>:"|?*'):
            raise OSError(errno.EINVAL, "Invalid argument", str(target))
        super().copy(source, target)


async def test_a_video_whose_name_the_librarys_disk_wouldnt_take_is_imported(tmp_path: Path) -> None:
    place = Place(tmp_path, NamesOfWindows())
    await place.take_in('Who? "me": a|b*')
    assert len(list((tmp_path / "library").rglob("*.mp4"))) == 1
    place.library.close()
