"""A document with values out of bounds gives one finding: it ends no rebuild, no import, no start and no other job."""

import asyncio
import contextlib
import functools
import json
import random
import tempfile
from collections.abc import Awaitable, Callable, Iterable, Iterator
from datetime import date
from pathlib import Path

import pytest
from fakes.bad_documents import each_spoilt, spoilt
from fakes.kept_things import (
    NOON,
    RECIPE,
    FakeVideos,
    a_job,
    all_clips,
    facts_of,
    prepared_picture,
    video_bytes,
)
from fakes.library_verbs import imports_of
from fakes.requests import a_request
from fakes.seeded_runs import Figures, seeds
from fakes.shelves import a_shelf, an_item
from faults.fault_figures import Row

from vidu_desktop.adapters.desktop.settings_file import SettingsFile
from vidu_desktop.adapters.library_store import record_rows
from vidu_desktop.adapters.library_store.file_library import FileLibrary
from vidu_desktop.adapters.library_store.library_presets import LibraryPresets
from vidu_desktop.adapters.library_store.library_store import LibraryStore
from vidu_desktop.adapters.library_store.list_files import PRESETS_NAME, SEARCHES_NAME, SHELF_FILE_NAME
from vidu_desktop.adapters.library_store.saved_searches import SavedSearches
from vidu_desktop.domain import recipes, records
from vidu_desktop.domain.amounts import Currency, Sums, format_money, format_sums, usd
from vidu_desktop.domain.catalogue import CATALOGUE
from vidu_desktop.domain.json_reading import Fields
from vidu_desktop.domain.library_query import LibraryQuery, SortKey, VerdictFilter, query_to_document
from vidu_desktop.domain.marks import Marks, Verdict
from vidu_desktop.domain.mentions import resolved
from vidu_desktop.domain.naming import short_id
from vidu_desktop.domain.presets import preset_of, preset_to_document
from vidu_desktop.domain.recipes import recipe_of
from vidu_desktop.domain.records import StoredAs, clip_from_record, record_of
from vidu_desktop.domain.shelf import item_to_document
from vidu_desktop.errors import BadInput, DiskTrouble

SHA256 = "ab" + "0" * 62
GOOD, BAD = 3, 40
MARKS = Marks(
    star=True, rating=3, verdict=Verdict.KEEP, tags=("fox", "snow"), note="n", project="P", shot="S1", take=2
)
QUERY = LibraryQuery(
    text="cat",
    modes=("image",),
    options=(("movement", "auto"),),
    tags=("fox",),
    starred=True,
    rating_least=2,
    verdict=VerdictFilter.KEPT,
    project="P",
    shot="S1",
    day_from=date(2026, 1, 1),
    day_to=date(2026, 12, 31),
    rehearsal=False,
    sort=SortKey.NAME,
    ascending=True,
)
SETTINGS = {
    "base_url": "https://api.example/v4",
    "library_dir": "/videos",
    "jobs_at_once": 3,
    "prices_usd": {spec.model: "0.30" for spec in CATALOGUE},
    "budget_usd": "50",
    "trust_repeat_refusal": False,
    "appearance": "dark",
    "language": "ja",
}


class Place:
    """A library into which a stranger has written, and what is opened on it."""

    def __init__(self, home: Path, rng: random.Random) -> None:
        self.rng = rng
        self.home = home
        self.root = home / "library"
        self.month = self.root / "2026" / "11"
        self.month.mkdir(parents=True)
        self.store = LibraryStore(
            self.root,
            index_path=home / "data" / "index.sqlite3",
            covers_dir=home / "covers",
            inputs_dir=home / "inputs",
            videos=FakeVideos(),
            now=lambda: NOON,
        )
        self.library = FileLibrary(self.store)

    def put(self, name: str, *, bad: bool) -> None:
        """Add a video with its record, as another computer leaves it."""
        document = self._video(name)
        self._record(name, spoilt(document, self.rng) if bad else document)

    def put_each(self) -> int:
        """Add a video for each number and text of a record, which is out of bounds there; return how many."""
        documents = list(each_spoilt(self._video("each")))
        for number, document in enumerate(documents):
            self._video(f"each-{number}")
            self._record(f"each-{number}", document)
        (self.month / "each.mp4").unlink()
        return len(documents)

    def _video(self, name: str) -> dict[str, object]:
        """Add a video; return its record, which isn't written yet."""
        path = self.month / f"{name}.mp4"
        path.write_bytes(video_bytes(name))
        job = a_job(f"job-{name}", pictures=(prepared_picture(SHA256),))
        keeping = StoredAs(clip_id=job.job_id, file_name=path.name, kept_at=NOON)
        document: dict[str, object] = json.loads(json.dumps(record_of(job, facts_of(path), keeping, MARKS)))
        return document

    def _record(self, name: str, document: dict[str, object]) -> None:
        text = json.dumps({**document, "schema": records.RECORD_SCHEMA})
        (self.month / f"{name}.json").write_text(text)

    def clip_file(self, name: str, *, bad: bool) -> Path:
        """Return a video outside the library with a recipe inside."""
        path = self.home / f"{name}.mp4"
        recipe: object = recipe_of(a_job(f"other-{name}", pictures=(prepared_picture(SHA256),)))
        recipe = spoilt(json.loads(json.dumps(recipe)), self.rng) if bad else recipe
        path.write_bytes(video_bytes(name) + RECIPE + json.dumps(recipe).encode())
        return path


async def list_everything(place: Place) -> set[str]:
    """Look at the library in every possible way; return the ids of its clips."""
    for key in SortKey:
        for ascending in (False, True):
            rows = await place.library.find_rows(LibraryQuery(sort=key, ascending=ascending))
            await place.library.clips_at(rows)
    await place.library.totals(LibraryQuery())
    await place.library.facets()
    clips = await all_clips(place.library)
    for clip in clips:
        clip.created_at.astimezone()
        format_money(clip.price or usd(0))
        try:
            await place.library.request_of(clip.clip_id)
        except (BadInput, DiskTrouble):  # only this clip is affected
            continue
    return {clip.clip_id for clip in clips}


async def the_start(place: Place) -> None:
    more = place.put_each()
    for number in range(BAD):
        place.put(f"bad-{number}", bad=True)
    for number in range(GOOD):
        place.put(f"good-{number}", bad=False)
    good = {f"job-good-{number}" for number in range(GOOD)}
    assert good <= await list_everything(place), "a good clip isn't listed at the start"
    rebuilt = await place.library.rebuild()
    assert rebuilt.clips + len(rebuilt.findings) >= GOOD + BAD + more, "something is neither clip nor finding"
    await place.library.check()
    assert good <= await list_everything(place), "a good clip isn't listed after the check"


async def a_paid_job_comes_home(place: Place) -> None:
    job = a_job("paid")
    for number in range(BAD):
        place.put(f"{number}_{short_id(job.job_id)}", bad=True)
        path = place.month / f"{number}_{short_id(job.job_id)}"
        path.with_suffix(".mp4").unlink()
    fetched = place.home / "fetched.part"
    fetched.write_bytes(video_bytes("paid"))
    clip = await place.library.keep(job, fetched, await place.library.verify(fetched))
    assert clip.clip_id == "paid"


async def an_import(place: Place) -> None:
    paths = [place.clip_file(f"bad-{number}", bad=True) for number in range(BAD)]
    paths.append(place.clip_file("good", bad=False))
    taken = await imports_of(place.store).take_in(paths)
    assert len(taken.clips) + len(taken.findings) == len(paths), "a file is neither clip nor finding"
    assert "other-good" in await list_everything(place), "the file behind the bad ones was left out"
    assert (await place.library.rebuild()).findings == [], "what was taken in can't be read again"


async def saved_searches(place: Place) -> None:
    place.put("good", bad=False)
    good = {"name": "mine", "query": query_to_document(QUERY)}
    bad: list[object] = [spoilt(json.loads(json.dumps(good)), place.rng) for _ in range(BAD)]
    bad += ["?", 7, None, [good]]
    (place.root / SEARCHES_NAME).write_text(json.dumps({"searches": [*bad, good]}))
    searches = await SavedSearches(place.store).all()
    assert searches[-1].query == QUERY, "the good search is lost"
    for search in searches:
        await place.library.find_rows(search.query)
        await place.library.totals(search.query)
    await SavedSearches(place.store).save(searches[-1])


async def presets(place: Place) -> None:
    place.put("good", bad=False)
    good = preset_to_document(preset_of("mine", a_request("Rain."), b"\xff\xd8\xff small"))
    bad: list[object] = [spoilt(json.loads(json.dumps(good)), place.rng) for _ in range(BAD)]
    bad += ["?", 7, None, [good]]
    (place.root / PRESETS_NAME).write_text(json.dumps({"presets": [*bad, good]}))
    store = LibraryPresets(place.store)
    found = await store.all()
    assert found[-1] == preset_of("mine", a_request("Rain."), b"\xff\xd8\xff small"), "the good one is lost"
    target = place.home / "passed on.json"
    await store.write_file(found, target)
    assert [one.name for one in await store.read_file(target)] == [one.name for one in found]
    await store.save(*found)


async def the_shelf(place: Place) -> None:
    place.put("good", bad=False)
    good = item_to_document(an_item("mine"))
    bad: list[object] = [spoilt(json.loads(json.dumps(good)), place.rng) for _ in range(BAD)]
    (place.root / SHELF_FILE_NAME).write_text(json.dumps({"shelf": [*bad, "?", 7, None, [good], good]}))
    found = await a_shelf(place.store).all()
    assert found[-1] == an_item("mine"), "the good one is lost"
    resolved("@mine", found)
    await a_shelf(place.store).arrange([item.name for item in found])


async def the_settings(place: Place) -> None:
    path = place.home / "settings.json"
    for _ in range(BAD):
        path.write_text(json.dumps(spoilt(json.loads(json.dumps(SETTINGS)), place.rng)))
        settings = SettingsFile(path, {}).load().settings
        for spec in CATALOGUE:
            format_sums(Sums.of(settings.price_of(spec, {}) for _ in range(100)))
        format_money(settings.budget_in(Currency.USD) or usd(0))
        assert "\0" not in settings.library_dir
        SettingsFile(path, {}).save(settings)


Parts = tuple[Callable[[Place], Awaitable[None]], ...]
PARTS: Parts = (
    the_start,
    a_paid_job_comes_home,
    an_import,
    saved_searches,
    presets,
    the_shelf,
    the_settings,
)


def run_all(tmp_path: Path, which: Iterable[int], parts: Parts = PARTS) -> Figures:
    figures = Figures("one record, recipe, search or setting out of bounds")
    for seed in which:
        for part in parts:
            place = Place(tmp_path / f"{part.__name__}-{seed}", random.Random(seed))
            wrongs = []
            try:
                asyncio.run(part(place))  # type: ignore[arg-type]
            except Exception as error:
                wrongs.append(f"{part.__name__}: {type(error).__name__}: {str(error)[:100]}")
            finally:
                place.library.close()
            figures.add(seed, wrongs, documents=BAD)
    return figures.show()


@contextlib.contextmanager
def without_bounds() -> Iterator[None]:
    """Take one guard away: `Fields` accepts everything that JSON allows."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(recipes, "Fields", functools.partial(Fields, exact=True, bounded=False))
        yield


def figures(seed: int) -> Iterator[Row]:
    """Twelve times forty documents of each kind, from `seed` on; and those of the start without the guard."""
    with tempfile.TemporaryDirectory() as folder:
        yield run_all(Path(folder), seeds(12, seed)).row("each is one finding and ends nothing else, 0 wrong")
    with tempfile.TemporaryDirectory() as folder, without_bounds():
        unguarded = run_all(Path(folder), seeds(20, seed), (the_start,))
    yield Row(
        test="negative control: records and recipes without bounds",
        aim="is noticed",
        figure=unguarded.line,
        good=bool(unguarded.wrongs),
    )


def test_one_document_out_of_bounds_ends_nothing_else(tmp_path: Path) -> None:
    assert run_all(tmp_path, seeds(1)).wrongs == []


def test_without_bounds_one_document_ends_the_rest(tmp_path: Path) -> None:
    """The negative control."""
    with without_bounds():
        assert run_all(tmp_path, [1], (the_start,)).wrongs


def test_an_error_that_nobody_thought_of_is_a_finding_about_its_document(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = Place(tmp_path / "home", random.Random(1))
    place.put("good-0", bad=False)
    place.put("odd", bad=False)
    read = clip_from_record

    def breaks_at_one(document: object, **places: object) -> object:
        if "odd" in str(places["video_path"]):
            raise RuntimeError("nobody thought of this")
        return read(document, **places)  # type: ignore[arg-type]

    monkeypatch.setattr(record_rows, "clip_from_record", breaks_at_one)
    try:
        rebuilt = asyncio.run(place.library.rebuild())
    finally:
        place.library.close()
    assert rebuilt.clips == 1
    assert [Path(item.path).name for item in rebuilt.findings] == ["odd.json"]
