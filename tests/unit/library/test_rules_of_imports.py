"""What becomes of an imported video: it is known already, comes back from the trash, is one of ours with its price, or plain."""

import errno
from decimal import Decimal
from pathlib import Path

import pytest
from fakes.kept_clips import FULL, FakeBin, FakeImports

from vidu_desktop.domain.amounts import usd
from vidu_desktop.domain.marks import Marks
from vidu_desktop.errors import NotAVideo, Sentence
from vidu_desktop.library.imports import ClipImports, Imported, new_clip
from vidu_desktop.library.trash import ClipTrash

pytestmark = pytest.mark.anyio

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


async def test_it_ends_before_the_next_file_when_it_is_not_wanted_any_more() -> None:
    place = Place()
    seen: list[tuple[int, int]] = []

    taken = await place.imports.take_in(
        [Path("a.mp4"), Path("b.mp4"), Path("c.mp4")],
        lambda done, count: seen.append((done, count)),
        lambda: len(seen) < 2,
    )

    assert (len(taken.clips), taken.left, seen) == (2, [Path("c.mp4")], [(0, 3), (1, 3)])


@pytest.mark.parametrize("job_id", [7, ["j"], "\ud800", "j" * 5000])
def test_a_video_whose_recipe_names_no_possible_job_becomes_a_clip_of_its_own(job_id: object) -> None:
    sha256 = "ab" * 32

    new = new_clip({"job_id": job_id}, sha256, ())

    assert (new.clip_id, new.price) == (f"file-{sha256[:24]}", None)
