"""A mark is written while a helper process examines a video, however long that takes."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from fakes.kept_things import FakeVideos, a_job, video_bytes
from fakes.library_verbs import imports_of

from vidu_desktop.adapters.library_store.clip_records import ClipRecordFiles
from vidu_desktop.adapters.library_store.file_library import FileLibrary
from vidu_desktop.adapters.library_store.library_store import LibraryStore
from vidu_desktop.domain.marks import MarkChange
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

    def __init__(self, root: Path) -> None:
        self.root = root
        self.videos = StuckVideos()
        self.store = LibraryStore(
            root / "library",
            index_path=root / "index.sqlite3",
            covers_dir=root / "covers",
            inputs_dir=root / "inputs",
            videos=self.videos,
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

    async with asyncio.timeout(30):
        await place.marks.mark([clip_id], MarkChange(star=True))

    clip = await place.library.get(clip_id)
    assert clip is not None
    assert clip.marks.star
    assert not going_on.done()
    going_on.cancel()
    await asyncio.wait([going_on])
    place.library.close()
