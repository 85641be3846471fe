"""What becomes of an imported video: it is known already, comes back from the trash, is one of ours with its price, or plain."""

import asyncio
import errno
from decimal import Decimal
from pathlib import Path

import pytest
from fakes.kept_clips import FULL, FakeBin, FakeImports

from vidu_desktop.domain.amounts import usd
from vidu_desktop.domain.marks import Marks
from vidu_desktop.errors import NotAVideo, Sentence
from vidu_desktop.library.imports import CallOff, ClipImports, Imported, new_clip
from vidu_desktop.library.ports import FoundRecord, NewClip
from vidu_desktop.library.trash import ClipTrash

pytestmark = pytest.mark.anyio

PATIENCE_S = 60.0

RECIPE = {"job_id": "job"}


async def price_paid(job_id: str) -> Decimal | None:
    """The books know one job."""
    return usd("0.40") if job_id == "job" else None


class Place:
    """A library, its trash and files outside, as a test sets them up."""

    def __init__(self, **trashed: Marks) -> None:
        self.bin = FakeBin({}, trashed=trashed)
        self.files = FakeImports(self.bin)
        self.imports = ClipImports(self.files, ClipTrash(self.bin), price_paid)

    async def take_in(self, *names: str) -> Imported:
        return await self.imports.take_in([Path(name) for name in names])


def codes(taken: Imported) -> list[str]:
    return [found.code for found in taken.findings]


async def test_a_plain_video_is_known_by_its_content_and_costs_nothing_that_is_known() -> None:
    place = Place()

    taken = await place.take_in("holiday.mp4")

    (new,) = place.files.copied
    assert (new.clip_id, new.recipe, new.price) == ("file-hash of holiday", None, None)
    assert [clip.clip_id for clip in taken.clips] == ["file-hash of holiday"]


async def test_one_of_ours_is_its_jobs_clip_at_the_price_that_the_books_know() -> None:
    place = Place()
    place.files.recipes = {"ours": RECIPE, "strangers": {"job_id": "elsewhere"}}

    await place.take_in("ours.mp4", "strangers.mp4")

    assert [(new.clip_id, new.price) for new in place.files.copied] == [
        ("job", usd("0.40")),
        ("elsewhere", None),
    ]


async def test_a_second_video_of_a_job_is_not_counted_as_bought_again() -> None:
    place = Place()
    place.files.recipes = {"ours": RECIPE, "cut anew": RECIPE}

    await place.take_in("ours.mp4", "cut anew.mp4")

    assert [(new.clip_id, new.price) for new in place.files.copied] == [
        ("job", usd("0.40")),
        ("file-hash of cut anew", None),
    ]


async def test_a_job_whose_clip_is_in_the_trash_has_its_clip_and_its_price_there() -> None:
    place = Place(job=Marks())
    place.files.recipes = {"cut anew": RECIPE}

    await place.take_in("cut anew.mp4")

    (new,) = place.files.copied
    assert (new.clip_id, new.recipe, new.price) == ("file-hash of cut anew", RECIPE, None)


async def test_the_very_same_file_twice_is_taken_in_once() -> None:
    place = Place()

    taken = await place.take_in("a.mp4", "a.mp4")

    assert (len(taken.clips), codes(taken)) == (1, ["file-twice"])


async def test_what_is_in_the_trash_comes_back_from_there_with_its_marks() -> None:
    place = Place(a=Marks(star=True))

    taken = await place.take_in("a.mp4")

    assert [(clip.clip_id, clip.marks.star) for clip in taken.back] == [("a", True)]
    assert (taken.clips, place.files.copied, place.bin.trashed) == ([], [], {})


async def test_where_the_trash_had_only_the_record_the_video_is_copied_to_it() -> None:
    place = Place(a=Marks())
    place.bin.without_video = {"a"}

    taken = await place.take_in("a.mp4")

    assert place.files.copied_back == ["a"]
    assert [clip.missing for clip in taken.back] == [False]


@pytest.mark.parametrize(
    ("trouble", "code"),
    [
        (NotAVideo("not-a-video", Sentence("no")), "not-a-video"),
        (NotAVideo("video-no-picture", Sentence("sound")), "sound-only"),
        (NotAVideo("video-other-kind", Sentence("MKV")), "other-video"),
        (NotAVideo("video-coding", Sentence("unknown")), "other-coding"),
        (OSError(errno.ENXIO, "a pipe"), "not-a-file"),
        (OSError(errno.EACCES, "not yours"), "file-forbidden"),
        (OSError(errno.ENOENT, "a link to nothing"), "file-gone"),
        (OSError(errno.ELOOP, "a link in a circle"), "file-gone"),
        (OSError(errno.EIO, "the disk"), "file-unreadable"),
        (RuntimeError("nobody thought of it"), "file-unreadable"),
    ],
)
async def test_whatever_one_file_does_is_a_finding_about_it_and_ends_nothing(
    trouble: Exception, code: str
) -> None:
    place = Place()
    place.files.troubles = {"odd": trouble}

    taken = await place.take_in("odd.mp4", "a.mp4")

    assert (codes(taken), len(taken.clips)) == ([code], 1)


async def test_a_library_that_can_take_no_more_ends_it_and_keeps_what_came() -> None:
    place = Place()
    place.files.troubles = {"b": FULL}

    taken = await place.take_in("a.mp4", "a.mp4", "b.mp4", "c.mp4")

    assert list(place.bin.by_id) == ["file-hash of a"]
    assert [clip.clip_id for clip in taken.clips] == ["file-hash of a"]
    assert codes(taken) == ["file-twice"]
    assert taken.left == [Path("b.mp4"), Path("c.mp4")]
    assert taken.stopped_by is FULL


async def test_what_came_back_from_the_trash_before_the_library_was_full_is_said_too() -> None:
    place = Place(a=Marks())
    place.files.troubles = {"b": FULL}

    taken = await place.take_in("a.mp4", "b.mp4")

    assert ([clip.clip_id for clip in taken.back], taken.stopped_by) == (["a"], FULL)


async def test_it_ends_before_the_next_file_when_it_is_called_off() -> None:
    place, call_off = Place(), CallOff(PATIENCE_S)
    seen: list[tuple[int, int]] = []

    def tell(done: int, count: int) -> None:
        seen.append((done, count))
        if done == 1:
            call_off.call()

    taken = await place.imports.take_in([Path("a.mp4"), Path("b.mp4"), Path("c.mp4")], tell, call_off)

    assert (len(taken.clips), taken.left, seen) == (2, [Path("c.mp4")], [(0, 3), (1, 3)])


class HeldImports(FakeImports):
    """Files whose names begin with `held` can't be read, as on a drive that doesn't answer, until `answers` is set. `asked`
    is set once one of them is read.
    """

    def __init__(self, there: FakeBin) -> None:
        super().__init__(there)
        self.answers, self.asked = asyncio.Event(), asyncio.Event()

    async def _wait(self, path: Path) -> None:
        if path.stem.startswith("held"):
            self.asked.set()
            await self.answers.wait()

    async def hash_of(self, path: Path) -> str:
        await self._wait(path)
        return await super().hash_of(path)


class HeldCopies(HeldImports):
    """The same, but the files are all of one content and stop while they are copied."""

    async def hash_of(self, path: Path) -> str:
        return "hash of all"

    async def copy_in(self, path: Path, sha256: str, new: NewClip) -> FoundRecord:
        await self._wait(path)
        return await super().copy_in(path, sha256, new)


class HeldCopiesOfOneJob(HeldCopies):
    """The same, but each file has a content of its own."""

    async def hash_of(self, path: Path) -> str:
        return f"hash of {path.stem}"


def held_place(kind: type[HeldImports]) -> tuple[Place, HeldImports]:
    place = Place()
    files = kind(place.bin)
    place.files, place.imports = files, ClipImports(files, ClipTrash(place.bin), price_paid)
    return place, files


async def test_a_drive_that_doesnt_answer_holds_up_no_other_import() -> None:
    place, files = held_place(HeldImports)
    held = asyncio.get_running_loop().create_task(place.take_in("held.mp4"))
    await files.asked.wait()

    async with asyncio.timeout(PATIENCE_S):
        assert len((await place.take_in("a.mp4")).clips) == 1

    files.answers.set()
    assert len((await held).clips) == 1


@pytest.mark.parametrize(("kind", "clips"), [(HeldCopies, 1), (HeldCopiesOfOneJob, 2)])
async def test_imports_at_once_take_each_video_in_once_and_count_its_job_once(
    kind: type[HeldImports], clips: int
) -> None:
    place, files = held_place(kind)
    files.recipes = {"held": RECIPE, "b": RECIPE}
    both = [asyncio.get_running_loop().create_task(place.take_in(name)) for name in ("held.mp4", "b.mp4")]
    await files.asked.wait()
    for _ in range(50):  # the other one goes as far as it can
        await asyncio.sleep(0)
    files.answers.set()
    await asyncio.gather(*both)

    assert len(files.copied) == clips
    assert [new.clip_id for new in files.copied].count("job") == 1
    assert [new.price for new in files.copied].count(usd("0.40")) == 1


async def test_an_import_that_is_called_off_doesnt_wait_for_a_drive_that_doesnt_answer() -> None:
    place, files = held_place(HeldImports)
    call_off = CallOff(ends_within_s=0.0)
    names = [Path("a.mp4"), Path("held.mp4"), Path("c.mp4")]
    held = asyncio.get_running_loop().create_task(place.imports.take_in(names, call_off=call_off))
    await files.asked.wait()

    call_off.call()
    async with asyncio.timeout(PATIENCE_S):
        taken = await held

    assert ([clip.clip_id for clip in taken.clips], taken.left) == (["file-hash of a"], names[1:])


@pytest.mark.parametrize("job_id", [7, ["j"], "\ud800", "j" * 5000])
def test_a_video_whose_recipe_names_no_possible_job_becomes_a_clip_of_its_own(job_id: object) -> None:
    sha256 = "ab" * 32

    new = new_clip({"job_id": job_id}, sha256, ())

    assert (new.clip_id, new.price) == (f"file-{sha256[:24]}", None)
