"""What one verb, or another computer, writes about a clip isn't lost by the next one."""

import asyncio
import os
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from fakes.kept_things import a_job, a_request, all_clips
from fakes.library_home import Home, keep, marks_of, record_of_clip

from vidu_desktop.domain.library_query import LibraryQuery
from vidu_desktop.domain.marks import MarkChange, Marks, Verdict
from vidu_desktop.errors import BadInput, DiskTrouble

pytestmark = pytest.mark.anyio


@pytest.fixture
def elsewhere(home: Home) -> Iterator[Home]:
    other = Home.of_another_computer(home)
    yield other
    other.stop()


async def test_marks_that_are_made_at_once_are_all_kept(home: Home) -> None:
    await home.keep(home.start(), a_job("a"))

    await asyncio.gather(
        home.marks.mark(["a"], MarkChange(star=True)),
        home.marks.mark(["a"], MarkChange(rating=5)),
        home.marks.mark(["a"], MarkChange(note="the hand melts")),
        home.marks.mark(["a"], MarkChange(add_tags=("hero",))),
        home.marks.mark(["a"], MarkChange(add_tags=("sea",))),
    )

    [clip] = await all_clips(home.start())
    assert clip.marks == Marks(star=True, rating=5, note="the hand melts", tags=("hero", "sea"))


async def test_takes_that_come_at_once_get_numbers_of_their_own(home: Home) -> None:
    library = home.start()
    for name in "ab":
        await home.keep(library, a_job(name))
    order = a_request(project="Moon", shot="S010")

    await asyncio.gather(
        home.marks.put_into_shot(["a"], "Moon", "S010"),
        home.keep(library, a_job("c", request=order)),
        home.marks.put_into_shot(["b"], "Moon", "S010"),
        home.keep(library, a_job("d", request=order)),
    )

    takes = [marks.take for marks in (await marks_of(library)).values()]
    assert sorted(take or 0 for take in takes) == [1, 2, 3, 4]


async def test_what_another_computer_wrote_stays_when_this_one_marks(home: Home, elsewhere: Home) -> None:
    await home.keep(home.start(), a_job("a"))
    assert list(await marks_of(elsewhere.start())) == ["a"]
    elsewhere.stop()
    await home.marks.mark(["a"], MarkChange(note="the hand melts", rating=5, add_tags=("hero",)))
    home.stop()

    there = elsewhere.start()
    marked = await elsewhere.marks.mark(["a"], MarkChange(star=True))

    written = Marks(note="the hand melts", rating=5, tags=("hero",))
    assert marked.before == {"a": written}
    assert await marks_of(there) == {"a": replace(written, star=True)}
    assert record_of_clip(marked.clips[0])["marks"]["note"] == "the hand melts"


async def test_a_record_that_cannot_be_read_keeps_only_its_own_clip_from_being_marked(home: Home) -> None:
    library = home.start()
    for name in "abc":
        await home.keep(library, a_job(name))
    clips = {clip.clip_id: clip for clip in await all_clips(library)}
    Path(clips["b"].video_path).with_suffix(".json").write_text("{", "utf-8")

    marked = await home.marks.mark(["a", "b", "c"], MarkChange(rating=3))

    assert isinstance(marked.trouble, BadInput)
    assert sorted(marked.before) == ["a", "c"]
    assert {name: marks.rating for name, marks in (await marks_of(library)).items()} == {
        "a": 3,
        "b": 0,
        "c": 3,
    }
    with pytest.raises(BadInput):
        await home.marks.mark(["b"], MarkChange(rating=3))


async def test_a_rejected_take_that_is_made_the_winner_is_rejected_no_longer_and_the_only_one(
    home: Home,
) -> None:
    library = home.start()
    for name in "ab":
        await keep(home, library, name, project="Moon", shot="S010")
    await home.marks.mark(["a"], MarkChange(winner=True))
    await home.marks.mark(["b"], MarkChange(verdict=Verdict.REJECT))

    await home.marks.mark(["b"], MarkChange(winner=True))

    marks = await marks_of(library)
    assert [name for name, one in marks.items() if one.winner] == ["b"]
    assert marks["b"].verdict is None


async def test_a_clip_that_is_thrown_away_while_it_is_marked_leaves_nothing_behind(home: Home) -> None:
    library = home.start()
    clip = await home.keep(library, a_job("a"))

    await asyncio.gather(home.marks.mark(["a"], MarkChange(rating=4)), home.trash.put(["a"]))

    assert await all_clips(library) == []
    assert list(home.root.glob("20*/**/*.json")) == []
    await home.trash.take_back(["a"])
    [back] = await all_clips(library)
    assert (back.marks.rating, back.video_path, back.missing) == (4, clip.video_path, False)


async def test_a_note_that_is_written_while_a_file_is_looked_for_stays(home: Home) -> None:
    library = home.start()
    clip = await home.keep(library, a_job("a"))
    old = Path(clip.video_path)
    os.rename(old, old.with_name("renamed by hand.mp4"))  # noqa: PTH104 - Path.rename would be taken for blocking

    found, _marked = await asyncio.gather(
        home.missing.find("a"), home.marks.mark(["a"], MarkChange(note="the hand melts"))
    )

    assert found is not None
    [now] = await all_clips(library)
    assert (now.marks.note, now.missing, Path(now.video_path).stem) == (
        "the hand melts",
        False,
        "renamed by hand",
    )
    assert record_of_clip(now)["marks"]["note"] == "the hand melts"


async def test_a_note_on_a_clip_that_is_gone_meanwhile_is_refused_and_not_swallowed(home: Home) -> None:
    await home.keep(home.start(), a_job("a"))
    await home.trash.put(["a"])

    with pytest.raises(DiskTrouble):
        await home.marks.mark(["a"], MarkChange(note="the hand melts"))


async def test_a_selection_is_marked_in_a_few_trips_between_threads_not_in_some_for_each_clip(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = home.start()
    for number in range(20):
        await home.keep(library, a_job(f"job-{number}"))
    trips: list[str] = []

    def counted(name: str, run: Callable[..., Awaitable[object]]) -> Callable[..., Awaitable[object]]:
        async def trip(function: object) -> object:
            trips.append(name)
            return await run(function)

        return trip

    rows = await library.find_rows(LibraryQuery())
    monkeypatch.setattr(home.store.worker, "run", counted("files", home.store.worker.run))
    monkeypatch.setattr(home.store.index, "read", counted("read", home.store.index.read))
    monkeypatch.setattr(home.store.index, "write", counted("write", home.store.index.write))
    marked = await home.marks.mark(rows, MarkChange(star=True))

    assert [clip.row for clip in marked.clips] == list(rows)
    # One read of the index, then reading, writing and checking the records, then one write to the index.
    assert trips == ["read", "files", "files", "files", "write"]
