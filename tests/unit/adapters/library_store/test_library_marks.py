# ruff: noqa: ASYNC240 - tests may block
"""What people write about clips is in the records: it survives every rebuild and every kill, and is found while typing."""

import contextlib
import errno
import json
import os
import shutil
import sqlite3
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from fakes.kept_things import NOON, a_job, a_request, all_clips, video_bytes
from fakes.library_home import Home, Killed, StoppingFiles, keep, marks_of
from fakes.library_verbs import imports_of
from hypothesis import example, given
from hypothesis import strategies as st

from vidu_desktop.adapters.journal.job_store import SqliteJobStore
from vidu_desktop.adapters.journal.paid_orders_log import PaidOrdersLog
from vidu_desktop.adapters.library_store.clip_records import ClipRecordFiles
from vidu_desktop.adapters.library_store.file_library import FileLibrary
from vidu_desktop.adapters.library_store.list_files import SEARCHES_NAME
from vidu_desktop.adapters.library_store.saved_searches import SavedSearches
from vidu_desktop.domain.amounts import Currency, Sums, format_sums, usd
from vidu_desktop.domain.json_reading import YEAR_LEAST, YEAR_MOST
from vidu_desktop.domain.library_query import (
    LibraryQuery,
    SavedSearch,
    SortKey,
    VerdictFilter,
    query_from_document,
    query_to_document,
)
from vidu_desktop.domain.marks import MarkChange, Marks, Verdict, marks_from_document, marks_to_document
from vidu_desktop.errors import DiskTrouble
from vidu_desktop.library.imports import CallOff

pytestmark = pytest.mark.anyio


async def found(library: FileLibrary, query: LibraryQuery) -> list[str]:
    return [clip.clip_id for clip in await library.clips_at(await library.find_rows(query))]


async def test_marks_survive_a_lost_index_and_undo_brings_back_what_was(home: Home) -> None:
    library = home.start()
    for name in "ab":
        await home.keep(library, a_job(name))
    change = MarkChange(
        star=True, rating=4, verdict=Verdict.KEEP, add_tags=("夏", "hero"), note="the hand melts"
    )

    marked = await home.marks.mark(["a", "b"], change)
    home.stop()
    home.index_path.unlink()
    library = home.start()

    wanted = Marks(star=True, rating=4, verdict=Verdict.KEEP, tags=("夏", "hero"), note="the hand melts")
    assert await marks_of(library) == {"a": wanted, "b": wanted}
    await home.marks.set_marks(marked.before)
    assert await marks_of(library) == {"a": Marks(), "b": Marks()}
    assert [finding.code for finding in await library.check()] == []


async def test_takes_are_numbered_by_themselves_and_there_is_one_winner(home: Home) -> None:
    library = home.start()
    for name in "abc":
        await keep(home, library, name, project="Moon", shot="S010")
    labels = [clip.marks.label for clip in reversed(await all_clips(library))]
    assert sorted(labels) == ["S010_T001", "S010_T002", "S010_T003"]

    await home.marks.mark(["a"], MarkChange(winner=True))
    again = await home.marks.mark(["c"], MarkChange(winner=True))

    assert {clip.clip_id: clip.marks.winner for clip in again.clips} == {"a": False, "c": True}
    assert [name for name, marks in (await marks_of(library)).items() if marks.winner] == ["c"]
    first = await found(library, LibraryQuery(project="Moon", sort=SortKey.SHOT, ascending=True))
    assert first[0] == "c"  # the winner comes first
    await home.marks.put_into_shot(["b", "a"], "Moon", "S020")
    assert {name: marks.label for name, marks in (await marks_of(library)).items()} == {
        "a": "S020_T002",
        "b": "S020_T001",
        "c": "S010_T003",
    }
    await home.marks.put_into_shot(["a"], "", "")
    assert (await marks_of(library))["a"].label == ""


@pytest.mark.parametrize("stop_at", range(1, 5))
@pytest.mark.parametrize("before", [True, False])
async def test_killed_while_marking_the_record_is_the_old_one_or_the_new_one(
    home: Home, stop_at: int, before: bool
) -> None:
    await home.keep(home.start(), a_job("a"))
    files = StoppingFiles(stop_at, Killed(), before=before)
    home.start(files)
    killed = False
    try:
        await home.marks.mark(["a"], MarkChange(rating=5))
    except Killed:
        killed = True

    library = home.start()
    await library.rebuild()

    rating = (await marks_of(library))["a"].rating
    assert rating in ((0, 5) if killed else (5,))
    assert [finding.code for finding in await library.check() if not finding.mended] == []


@pytest.mark.parametrize("stop_at", range(1, 9))
@pytest.mark.parametrize("before", [True, False])
async def test_killed_while_renaming_video_and_record_stay_together(
    home: Home, stop_at: int, before: bool
) -> None:
    await home.keep(home.start(), a_job("a"))
    await home.marks.mark(["a"], MarkChange(rating=3))
    home.start(StoppingFiles(stop_at, Killed(), before=before))
    with contextlib.suppress(Killed):
        await home.marks.rename("a", "best take")

    library = home.start()
    await library.check()  # as `library verify` does; it also adopts videos without a record

    [clip] = await all_clips(library)
    assert (clip.clip_id, clip.marks.rating, clip.missing) == ("a", 3, False)
    assert len(home.videos()) == len(list(home.root.rglob("*.json"))) == 1
    assert Path(clip.video_path).stem in ("best take", home.videos()[0].stem)


async def test_a_rename_that_moved_the_video_first_would_be_noticed(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The negative control: the video is moved first, the program is killed, and nothing looks for the pair."""
    await home.keep(home.start(), a_job("a"))
    home.start()

    def moved_only(self: ClipRecordFiles, record: object, stem: str) -> object:
        record.video_path.rename(record.video_path.with_name(f"{stem}.mp4"))  # type: ignore[attr-defined]
        raise Killed

    monkeypatch.setattr(ClipRecordFiles, "_rename", moved_only)
    with pytest.raises(Killed):
        await home.marks.rename("a", "best take")
    library = home.start()
    await library.rebuild()

    [clip] = await all_clips(library)
    assert clip.missing


async def test_a_new_name_never_takes_anothers(home: Home) -> None:
    library = home.start()
    for name in "ab":
        await home.keep(library, a_job(name))
    first = await home.marks.rename("a", "take: 1/2")
    second = await home.marks.rename("b", "TAKE- 1-2")

    assert Path(first.video_path).stem == "take- 1-2"
    assert Path(second.video_path).stem == "TAKE- 1-2-2"
    assert len(home.videos()) == 2


async def test_marks_that_cannot_be_read_are_set_aside_and_not_lost(home: Home) -> None:
    library = home.start()
    clip = await home.keep(library, a_job("a"))
    path = Path(clip.video_path).with_suffix(".json")
    record = json.loads(path.read_text("utf-8"))
    path.write_text(json.dumps({**record, "marks": {"rating": "many"}}), "utf-8")
    await library.rebuild()

    await home.marks.mark(["a"], MarkChange(star=True))

    written = json.loads(path.read_text("utf-8"))
    assert written["marks_unread"] == {"rating": "many"}
    assert written["marks"] == {"star": True}


async def test_every_filter_finds_what_it_says(home: Home) -> None:
    library = home.start()
    for day, name in enumerate("abcd"):
        home.now = NOON + timedelta(days=day)
        job = a_job(name, request=a_request(f"clip {name} 少年在雨中", project="Moon", shot=f"S{name}"))
        await home.keep(library, replace(job, created_at=NOON + timedelta(days=day), rehearsal=name == "d"))
    await home.marks.mark(["a"], MarkChange(star=True, rating=5, add_tags=("Hero", "夜")))
    await home.marks.mark(["b"], MarkChange(rating=2, verdict=Verdict.KEEP, note="melts"))
    await home.marks.mark(["c"], MarkChange(verdict=Verdict.REJECT))
    second = (NOON + timedelta(days=1)).astimezone().date()

    expected = {
        LibraryQuery(): "dcba",
        LibraryQuery(ascending=True): "abcd",
        LibraryQuery(text="雨中"): "dcba",
        LibraryQuery(text="melts"): "b",
        LibraryQuery(text="hero"): "a",
        LibraryQuery(text="Sc_T001"): "c",
        LibraryQuery(text="nowhere"): "",
        LibraryQuery(starred=True): "a",
        LibraryQuery(rating_least=2): "ba",
        LibraryQuery(verdict=VerdictFilter.KEPT): "b",
        LibraryQuery(verdict=VerdictFilter.REJECTED): "c",
        LibraryQuery(verdict=VerdictFilter.OPEN): "da",
        LibraryQuery(verdict=VerdictFilter.NOT_REJECTED): "dba",
        LibraryQuery(tags=("HERO", "夜")): "a",
        LibraryQuery(shot="Sb", project="Moon"): "b",
        LibraryQuery(rehearsal=True): "d",
        LibraryQuery(rehearsal=False, text="clip"): "cba",
        LibraryQuery(day_from=second): "dcb",
        LibraryQuery(day_from=second, day_to=second): "b",
        LibraryQuery(sort=SortKey.RATING): "abdc",
        LibraryQuery(modes=("start-end",)): "",
    }
    assert {query: "".join(await found(library, query)) for query in expected} == expected
    totals = await library.totals(LibraryQuery(project="Moon"))
    assert (totals.clips, totals.kept) == (4, {Currency.USD: 1})
    assert format_sums(totals.cost_per_kept) == "$0.60"  # three were paid, and one of them is kept
    facets = await library.facets()
    assert facets.projects == {"Moon": ("Sa", "Sb", "Sc", "Sd")}
    assert facets.tags == {"Hero": 1, "夜": 1}


async def test_a_kept_clip_costs_what_was_paid_for_all_takes_it_was_chosen_from(home: Home) -> None:
    library = home.start()
    for name in "abcd":
        job = a_job(name, request=a_request("clip", project="Moon" if name in "abd" else "Sun"))
        await home.keep(library, replace(job, rehearsal=name == "d"))
    await home.marks.mark(["a", "d"], MarkChange(verdict=Verdict.KEEP, star=True, rating=5))
    await home.marks.mark(["b"], MarkChange(verdict=Verdict.REJECT))
    source = home.tmp / "holiday.mp4"
    source.write_bytes(video_bytes("holiday"))
    (foreign,) = (await home.imports.take_in([source])).clips
    await home.marks.mark([foreign.clip_id], MarkChange(verdict=Verdict.KEEP))

    async def per_kept(**query: object) -> str:
        return format_sums((await library.totals(LibraryQuery(**query))).cost_per_kept)  # type: ignore[arg-type]

    assert await per_kept() == "$0.60"  # three are kept, and one of them was paid
    assert await per_kept(project="Moon") == "$0.40"
    for decided in (
        {"verdict": VerdictFilter.KEPT},
        {"verdict": VerdictFilter.NOT_REJECTED},
        {"starred": True},
        {"rating_least": 3},
    ):
        assert await per_kept(project="Moon", **decided) == "$0.40", decided
    assert await per_kept(project="Sun") == "$0.00"
    assert await per_kept(rehearsal=True) == "$0.00"
    kept = await library.totals(LibraryQuery(verdict=VerdictFilter.KEPT))
    assert (kept.clips, kept.cost) == (3, Sums.of([usd("0.20")]))


async def test_what_is_counted_is_what_is_found_for_signs_and_emoji_too(home: Home) -> None:
    library = home.start()
    for name, prompt in (("a", "a cat 🔥"), ("b", "a cat"), ("c", "why?!")):
        await keep(home, library, name, prompt=prompt)
    await home.marks.mark(["b"], MarkChange(add_tags=("🔥",)))

    expected = {"🔥": "ba", "cat 🔥": "ba", "🎈": "", "?!": "c", "…": "", "": "cba"}

    for text, names in expected.items():
        query = LibraryQuery(text=text)
        assert sorted(await found(library, query)) == sorted(names), text
        assert (await library.totals(query)).clips == len(names), text


async def test_an_index_of_an_earlier_version_learns_emoji(home: Home) -> None:
    await keep(home, home.start(), "a", prompt="a cat 🔥")
    home.stop()
    connection = sqlite3.connect(home.index_path)
    with connection:
        connection.execute("UPDATE words SET text = 'a cat 🔥'")
        connection.execute("PRAGMA user_version = 2")
    connection.close()

    assert await found(home.start(), LibraryQuery(text="🔥")) == ["a"]


async def test_the_first_answers_are_the_beginning_of_all(home: Home) -> None:
    library = home.start()
    for number in range(7):
        await home.keep(library, a_job(f"job-{number}"))

    for query in (LibraryQuery(), LibraryQuery(text="cat"), LibraryQuery(sort=SortKey.NAME, ascending=True)):
        rows = await library.find_rows(query)
        assert (await library.find_rows(query, 3)) == rows[:3]
        assert len(rows) == 7


async def test_saved_searches_travel_with_the_library(home: Home) -> None:
    library = home.start()
    await home.keep(library, a_job())
    searches = SavedSearches(home.store)
    query = LibraryQuery(text="夜", rating_least=4, day_from=date(2026, 1, 2), verdict=VerdictFilter.KEPT)
    await searches.save(SavedSearch(name="Best nights", query=query))
    await searches.save(SavedSearch(name="all", query=LibraryQuery()))
    home.stop()
    moved = home.tmp / "elsewhere"
    shutil.move(home.root, moved)

    home.start(root=moved)
    searches = SavedSearches(home.store)

    assert [one.name for one in await searches.all()] == ["all", "Best nights"]
    assert (await searches.all())[1].query == query
    await searches.remove("ALL")
    assert [one.name for one in await searches.all()] == ["Best nights"]


async def test_what_cannot_be_read_of_the_saved_searches_is_not_written_over(home: Home) -> None:
    home.start()
    searches, mine = SavedSearches(home.store), SavedSearch(name="mine", query=LibraryQuery())
    await searches.save(mine)
    path = home.root / SEARCHES_NAME
    newer = {"title": "of a newer version"}
    document = json.loads(path.read_text())
    path.write_text(json.dumps({**document, "searches": [newer, *document["searches"]]}))

    await searches.save(replace(mine, name="second"))
    assert [one.name for one in await searches.all()] == ["mine", "second"]
    assert newer in json.loads(path.read_text())["searches"]

    path.write_text("half a docu")
    await searches.save(mine)
    assert [one.name for one in await searches.all()] == ["mine"]
    aside = [one for one in home.root.iterdir() if "damaged" in one.name]
    assert [one.read_text() for one in aside] == ["half a docu"]


async def test_a_moved_library_brings_its_marks_and_a_gone_one_takes_none(home: Home) -> None:
    library = home.start()
    await home.keep(library, a_job("a"))
    await home.marks.mark(["a"], MarkChange(star=True))
    home.stop()
    moved = home.tmp / "elsewhere"
    shutil.move(home.root, moved)

    library = home.start(root=moved)
    [clip] = await all_clips(library)
    assert clip.marks.star
    assert Path(clip.video_path).is_file()
    shutil.move(moved, home.tmp / "unplugged")
    with pytest.raises(DiskTrouble):
        await home.marks.mark(["a"], MarkChange(star=False))


async def test_ours_come_in_with_their_settings_others_as_plain_clips_and_nothing_twice(home: Home) -> None:
    library = home.start()
    clip = await home.keep(library, a_job("a"))
    source = home.tmp / "from a friend"
    source.mkdir()
    shutil.copy(clip.video_path, source / "ours.mp4")
    (source / "holiday.mp4").write_bytes(video_bytes("holiday"))
    (source / "page.mp4").write_bytes(b"<html>")
    (source / "notes.txt").write_text("no video")
    other = Home(home.tmp / "other")
    (home.tmp / "other").mkdir()
    theirs = other.start()

    taken = await other.imports.take_in([source])

    assert {(one.clip_id, one.mode) for one in taken.clips if one.mode} == {("a", "image")}
    assert [one.mode for one in taken.clips if not one.mode] == [""]
    assert [finding.code for finding in taken.findings] == ["not-a-video"]
    again = await other.imports.take_in([source])
    assert again.clips == []
    assert {finding.code for finding in again.findings} == {"file-twice", "not-a-video"}
    assert len(await all_clips(theirs)) == 2
    assert (source / "ours.mp4").exists()  # copied, not moved
    other.stop()


async def test_taking_in_ends_between_two_files_and_tells_what_is_left(home: Home) -> None:
    library = home.start()
    source = home.tmp / "many"
    source.mkdir()
    for name in "abc":
        (source / f"{name}.mp4").write_bytes(video_bytes(name))
    told: list[tuple[int, int]] = []
    call_off = CallOff(ends_within_s=60.0)

    def tell(done: int, count: int) -> None:
        told.append((done, count))
        if done == 1:
            call_off.call()

    taken = await home.imports.take_in([source], tell, call_off)

    assert told == [(0, 3), (1, 3)]
    assert [path.name for path in taken.left] == ["c.mp4"]
    assert len(await all_clips(library)) == len(taken.clips) == 2
    again = await home.imports.take_in([source])
    assert (len(again.clips), again.left) == (1, [])


async def test_what_comes_in_has_the_cost_that_the_books_know_and_else_none(home: Home) -> None:
    library = home.start()
    source = home.tmp / "backup"
    source.mkdir()
    for name in ("bought", "unknown"):
        clip = await home.keep(library, a_job(name))
        shutil.copy(clip.video_path, source / f"{name}.mp4")
    (source / "holiday.mp4").write_bytes(video_bytes("holiday"))
    other = Home(home.tmp / "other")
    (home.tmp / "other").mkdir()
    theirs = other.start()
    jobs = SqliteJobStore(home.tmp / "journal.sqlite3", PaidOrdersLog(home.tmp / "orders.jsonl"))
    await jobs.save(a_job("bought", price=usd("0.40")))
    imports = imports_of(other.store, jobs.price_paid)

    await imports.take_in([source])

    prices = {clip.clip_id: clip.price for clip in await all_clips(theirs)}
    assert prices.pop("bought") == usd("0.40")
    assert prices.pop("unknown") is None
    assert list(prices.values()) == [None]
    totals = await theirs.totals(LibraryQuery())
    assert (totals.clips, totals.cost) == (3, Sums.of([usd("0.40")]))
    jobs.close()
    other.stop()


async def test_a_copy_of_a_bought_clip_is_not_counted_as_bought_again(home: Home) -> None:
    library = home.start()
    clip = await home.keep(library, a_job("a"))
    copy = home.tmp / "cut anew.mp4"
    copy.write_bytes(Path(clip.video_path).read_bytes().replace(b"VIDEO ", b"VIDEO cut anew ", 1))
    jobs = SqliteJobStore(home.tmp / "journal.sqlite3", PaidOrdersLog(home.tmp / "orders.jsonl"))
    await jobs.save(a_job("a"))

    await imports_of(home.store, jobs.price_paid).take_in([copy])

    assert (await library.totals(LibraryQuery())).cost == Sums.of([clip.price])
    jobs.close()


async def test_a_missing_file_is_found_by_its_content(home: Home) -> None:
    library = home.start()
    clip = await home.keep(library, a_job("a"))
    backup = home.tmp / "backup"
    backup.mkdir()
    shutil.move(clip.video_path, backup / "renamed beyond recognition.mp4")
    (backup / "another.mp4").write_bytes(video_bytes("another"))

    assert await home.missing.find("a") is None
    again = await home.missing.find("a", [backup])

    assert again is not None
    assert again.video_path == clip.video_path
    assert Path(clip.video_path).is_file()
    assert (backup / "renamed beyond recognition.mp4").exists()


@pytest.mark.parametrize("new_name", [None, "renamed"])
async def test_a_clip_that_was_moved_with_its_record_is_found_where_it_is(
    home: Home, new_name: str | None
) -> None:
    library = home.start()
    clip = await home.keep(library, a_job("a"))
    other = await home.keep(library, a_job("b"))
    await home.marks.mark(["a"], MarkChange(note="precious"))
    video, best = Path(clip.video_path), Path(clip.video_path).parent / "best"
    best.mkdir()
    moved = video.rename(best / f"{new_name or video.stem}.mp4")
    record = json.loads(video.with_suffix(".json").read_text())
    moved.with_suffix(".json").write_text(json.dumps({**record, "file": moved.name}))
    video.with_suffix(".json").unlink()

    again = await home.missing.find("a")

    assert again is not None
    assert (again.video_path, again.marks.note, again.missing) == (str(moved), "precious", False)
    assert {one.clip_id for one in await all_clips(library)} == {"a", other.clip_id}
    await home.marks.mark(["a"], MarkChange(star=True))
    assert (await marks_of(library))["a"].star


async def test_a_record_that_was_moved_alone_is_found_and_its_video_by_content(home: Home) -> None:
    clip = await home.keep(home.start(), a_job("a"))
    video, best = Path(clip.video_path), Path(clip.video_path).parent / "best"
    best.mkdir()
    video.with_suffix(".json").rename(best / f"{video.stem}.json")
    moved = video.rename(video.with_name("renamed.mp4"))

    again = await home.missing.find("a")

    assert again is not None
    assert (again.video_path, again.missing) == (str(moved), False)
    assert len(list(home.root.rglob("*.json"))) == 1


async def test_a_clip_without_a_record_anywhere_says_so(home: Home) -> None:
    clip = await home.keep(home.start(), a_job("a"))
    Path(clip.video_path).with_suffix(".json").unlink()

    with pytest.raises(DiskTrouble) as caught:
        await home.missing.find("a")

    assert caught.value.code == "disk-gone"


async def test_a_clip_that_is_marked_keeps_its_row_also_among_clips_of_one_moment(home: Home) -> None:
    library = home.start()
    source = home.tmp / "unzipped"
    source.mkdir()
    for name in "xyz":
        path = source / f"{name}.mp4"
        path.write_bytes(video_bytes(name))
        os.utime(path, (1.7e9, 1.7e9))
    taken = (await home.imports.take_in([source])).clips
    first, second, third = sorted(taken, key=lambda clip: clip.row)
    await home.trash.put([first.clip_id])

    marked = await home.marks.mark([third.clip_id, second.clip_id], MarkChange(star=True))

    assert {clip.clip_id: clip.row for clip in marked.clips} == {
        second.clip_id: second.row,
        third.clip_id: third.row,
    }
    (back,) = await home.trash.take_back([first.clip_id])
    assert back.row == first.row
    assert len(await all_clips(library)) == 3


async def test_the_trash_tells_what_is_in_it_and_forgets_for_good_only_what_is_asked(home: Home) -> None:
    library = home.start()
    for name in "ab":
        await home.keep(library, a_job(name))
    await home.trash.put(["a", "b"])

    assert {one.clip.clip_id for one in await home.trash.contents()} == {"a", "b"}
    assert await home.trash.delete(["a", "nobody"]) == 1
    assert [one.clip.clip_id for one in await home.trash.contents()] == ["b"]
    assert [clip.clip_id for clip in await home.trash.take_back(["a", "b"])] == ["b"]


TEXT = st.text(max_size=30)
MARKS = st.builds(
    Marks,
    star=st.booleans(),
    rating=st.integers(-3, 9),
    verdict=st.none() | st.sampled_from(Verdict),
    winner=st.booleans(),
    tags=st.lists(TEXT, max_size=5).map(tuple),
    note=TEXT,
    project=TEXT,
    shot=TEXT,
    take=st.none() | st.integers(-1, 20_000),
)


@given(MARKS)
@example(Marks(tags=("\x1f#",)))
def test_marks_come_back_from_their_document(marks: Marks) -> None:
    document = json.loads(json.dumps(marks_to_document(marks)))

    assert marks_from_document(document) == marks


QUERIES = st.builds(
    LibraryQuery,
    text=TEXT,
    modes=st.lists(TEXT, max_size=3).map(tuple),
    tags=st.lists(TEXT, max_size=3).map(tuple),
    starred=st.booleans(),
    rating_least=st.integers(0, 5),
    verdict=st.none() | st.sampled_from(VerdictFilter),
    day_from=st.none() | st.dates(date(YEAR_LEAST, 1, 1), date(YEAR_MOST, 12, 31)),
    rehearsal=st.none() | st.booleans(),
    sort=st.sampled_from(SortKey),
    ascending=st.booleans(),
)


@given(QUERIES)
def test_searches_come_back_from_their_document(query: LibraryQuery) -> None:
    assert query_from_document(json.loads(json.dumps(query_to_document(query)))) == query


async def test_a_folder_that_may_not_be_read_is_a_finding_of_its_import(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home.start()
    folder = tmp_path / "given"
    (folder / "locked").mkdir(parents=True)
    real = os.scandir

    def scandir(path: str) -> object:  # faked, because root may read everything
        if str(path) == str(folder / "locked"):
            raise PermissionError(errno.EACCES, "not yours", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)

    (found,) = (await home.imports.take_in([folder])).findings
    assert found.path == str(folder / "locked")
