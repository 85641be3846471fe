"""This version opens without loss what an earlier version wrote: journal, library, index, recipes, settings.

`tests/homes/` has a zipped home that the earlier version left, and beside it a description of its contents in words that no
refactoring changes. To add a version: let it write a home, zip the home, and let that version write down `seen` once.
"""

import json
import sqlite3
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path

import pytest
from fakes.checkout import TESTS_DIR

from vidu_desktop.adapters.desktop.clock import SystemClock
from vidu_desktop.adapters.desktop.paths import Paths, resolve_paths
from vidu_desktop.adapters.desktop.settings_file import SettingsFile
from vidu_desktop.adapters.processes.helper_processes import HelperProcesses
from vidu_desktop.adapters.video.video_files import VideoFiles
from vidu_desktop.domain.amounts import Currency
from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.doors import DOOR_URLS, Door, door_of
from vidu_desktop.domain.job import Job
from vidu_desktop.domain.library_query import LibraryQuery, query_to_document
from vidu_desktop.domain.marks import marks_to_document
from vidu_desktop.domain.request import GenerationRequest
from vidu_desktop.rehearsal.render_order import TakenOrder
from vidu_desktop.wiring.storage import Storage, open_storage

HOMES = TESTS_DIR / "homes"
VERSIONS = sorted(path.stem for path in HOMES.glob("*.zip"))

pytestmark = pytest.mark.anyio


class Opened:
    """A home as the program opens it."""

    def __init__(self, paths: Paths) -> None:
        self.paths = paths
        self.settings = SettingsFile(paths.settings_path, {}).load().settings
        self._processes = HelperProcesses()
        self.videos = VideoFiles(self._processes)
        self.storage: Storage = open_storage(paths, self.settings, self.videos, SystemClock())

    def close(self) -> None:
        self.storage.close()
        self._processes.close()

    async def clips(self, query: LibraryQuery | None = None) -> list[Clip]:
        library = self.storage.library
        return await library.clips_at(await library.find_rows(query or LibraryQuery()))


@pytest.fixture(params=VERSIONS)
def version(request) -> str:
    return request.param


@pytest.fixture
def home(version, tmp_path) -> Path:
    with zipfile.ZipFile(HOMES / f"{version}.zip") as packed:
        packed.extractall(tmp_path / "home")
    return tmp_path / "home"


@pytest.fixture
def opened(home) -> Iterator[Opened]:
    opened = Opened(resolve_paths(str(home)))
    yield opened
    opened.close()


@pytest.fixture
def expected(version) -> dict[str, object]:
    return json.loads((HOMES / f"{version}.json").read_text("utf-8"))


def say_request(request: GenerationRequest) -> dict[str, object]:
    """Return everything that a person asked for, in the words of the first version."""
    return {
        "model": request.model,
        "prompt": request.prompt,
        "pictures": len(request.picture_paths),
        "duration_s": request.options["duration"],
        "size": request.options["size"],
        "movement": request.options["movement"],
        "aspect_ratio": request.options.get("aspect_ratio"),
        "with_audio": request.options["audio"],
        "project": request.project,
        "shot": request.shot,
    }


def say_job(job: Job) -> dict[str, object]:
    return {
        "state": job.state.value,
        "request": say_request(job.request),
        "pictures": [
            [picture.name, None if picture.prepared is None else picture.prepared.sha256]
            for picture in job.pictures
        ],
        "rehearsal": job.rehearsal,
        "price_usd": str(job.price.amount) if job.price.currency is Currency.USD else None,
        "request_id": job.request_id,
        "task_id": job.task_id,
        "service_url": job.service_url,
        "clip_id": job.clip_id,
        "sent_at": job.sent_at and job.sent_at.isoformat(),
        "attempts": job.send_attempts,
        "trouble": None if job.trouble is None else [job.trouble.code, str(job.trouble.sentence)],
        "answers": dict(job.answers),
    }


def say_clip(clip: Clip, root: Path) -> dict[str, object]:
    return {
        "file": Path(clip.video_path).relative_to(root).as_posix(),
        "created_at": clip.created_at.isoformat(),
        "mode": clip.mode,
        "model": clip.model,
        "movement": clip.options.get("movement", ""),
        "prompt": clip.prompt,
        "rehearsal": clip.rehearsal,
        "price_usd": None if clip.price is None else str(clip.price.amount),
        "video": {name: getattr(clip.video, name) for name in type(clip.video).__slots__},
        "missing": clip.missing,
        "marks": marks_to_document(clip.marks),
    }


async def say_clips(opened: Opened) -> dict[str, object]:
    root = opened.storage.library.root
    return {clip.clip_id: say_clip(clip, root) for clip in await opened.clips()}


async def say_recipe(opened: Opened, clip: Clip) -> object:
    made = await opened.storage.library.request_of(clip.clip_id)
    return None if made is None else [say_request(made[0]), list(made[1])]


async def say_embedded(opened: Opened, clip: Clip) -> object:
    """Return what another computer would put into a tab, from the file alone."""
    text = await opened.videos.extract_recipe(Path(clip.video_path))
    if text is None:
        return None
    request, _ = await opened.storage.library.request_from(json.loads(text))
    return say_request(request)


def say_query(query: LibraryQuery) -> dict[str, object]:
    document = query_to_document(query)
    options = document.pop("options", {})
    return document | ({"movements": options["movement"]} if "movement" in options else {})


def say_settings(opened: Opened) -> dict[str, object]:
    settings = opened.settings
    return {
        "prices_usd": {model: str(price) for model, price in settings.prices.items()},
        "budget_usd": str(settings.budgets[Currency.USD].amount),
        "jobs_at_once": settings.jobs_at_once,
        "appearance": settings.appearance,
        "base_url": settings.base_url,
        "library_dir": settings.library_dir,
    }


def say_rehearsed(home: Path) -> list[object]:
    """Return the rehearsal's own note of each accepted order."""
    said = []
    for path in sorted(home.glob("data/rehearsal/tasks/*/task.json")):
        order = TakenOrder.from_json(json.loads(path.read_text("utf-8"))["order"])
        said.append(
            {
                "model": order.model,
                "mode": str(order.mode),
                "prompt": order.prompt,
                "duration_s": order.duration_s,
                "frame": str(order.frame),
                "movement": order.options["movement"],
                "with_audio": order.with_audio,
                "pictures": len(order.picture_names),
            }
        )
    return said


async def seen(opened: Opened, home: Path) -> dict[str, object]:
    """Return everything that a home contains."""
    clips = await opened.clips()
    searches = await opened.storage.searches.all()
    trashed = await opened.storage.trash.contents()
    root = opened.storage.library.root
    return {
        "settings": say_settings(opened),
        "jobs": {job.job_id: say_job(job) for job in await opened.storage.jobs.load_all()},
        "clips": await say_clips(opened),
        "requests": {clip.clip_id: await say_recipe(opened, clip) for clip in clips},
        "embedded": {clip.clip_id: await say_embedded(opened, clip) for clip in clips},
        "trash": {one.clip.clip_id: say_clip(one.clip, root)["prompt"] for one in trashed},
        "searches": {one.name: say_query(one.query) for one in searches},
        "rehearsed": say_rehearsed(home),
    }


def files_of(home: Path) -> Mapping[str, bytes]:
    library = home / "library"
    return {
        path.relative_to(library).as_posix(): path.read_bytes()
        for path in library.rglob("*")
        if path.is_file() and path.name != ".lease"
    }


async def test_everything_is_read_as_the_version_that_wrote_it_read_it(opened, home, expected) -> None:
    assert await seen(opened, home) == expected


async def test_its_orders_go_where_they_would_have_gone_and_never_through_a_door_that_it_did_not_know(
    opened,
) -> None:
    jobs = [job for job in await opened.storage.jobs.load_all() if not job.rehearsal]
    assert jobs
    for job in jobs:
        assert job.meant_for is None
        assert job.address(opened.settings.base_url) == (job.bound_url or opened.settings.base_url)
        assert door_of(job.address(DOOR_URLS[Door.BIGMODEL])) is Door.ZAI


async def test_opening_changes_no_file_of_the_library(opened, home) -> None:
    before = files_of(home)
    await opened.clips()
    await opened.storage.jobs.load_all()
    assert files_of(home) == before


async def test_an_index_that_is_made_anew_says_the_same(opened, home, expected) -> None:
    rebuilt = await opened.storage.library.rebuild()
    assert rebuilt.findings == []
    assert await say_clips(opened) == expected["clips"]


async def test_a_lost_index_is_filled_with_the_same(home, expected) -> None:
    (home / "data" / "index.sqlite3").unlink()
    opened = Opened(resolve_paths(str(home)))
    try:
        assert await say_clips(opened) == expected["clips"]
    finally:
        opened.close()


async def test_a_saved_search_finds_what_it_found(opened, expected) -> None:
    found = {
        one.name: sorted(clip.prompt for clip in await opened.clips(one.query))
        for one in await opened.storage.searches.all()
    }
    assert found == {"By words": ["waves again", "waves — «é»"], "Much moves": ["waves — «é»"]}


async def test_filters_count_what_they_counted(opened) -> None:
    facets = await opened.storage.library.facets()
    assert facets.modes == {"image": 3, "reference": 1, "start-end": 1}
    assert facets.options["movement"] == {"auto": 3, "large": 1, "small": 1}


async def test_a_lost_journal_comes_back_from_the_orders(home, expected) -> None:
    (home / "data" / "journal.sqlite3").unlink()
    opened = Opened(resolve_paths(str(home)))
    try:
        jobs = {job.job_id: say_request(job.request) for job in await opened.storage.jobs.load_all()}
    finally:
        opened.close()
    paid = {name: job["request"] for name, job in expected["jobs"].items() if not job["rehearsal"]}
    sent = {name for name, job in expected["jobs"].items() if job["sent_at"] and not job["rehearsal"]}
    assert sent <= set(jobs)
    assert {name: jobs[name] for name in sent} == {name: paid[name] for name in sent}


async def test_what_was_thrown_away_comes_back_whole(opened) -> None:
    (trashed,) = await opened.storage.trash.contents()
    (back,) = await opened.storage.trash.take_back([trashed.clip.clip_id])
    assert (back.prompt, back.mode, back.missing) == ("thrown away", "image", False)


def test_the_index_of_an_earlier_version_is_still_there_to_be_opened(home) -> None:
    """Guards the tests above, which would prove nothing if the zip file had lost its databases."""
    with closing(sqlite3.connect(home / "data" / "index.sqlite3")) as index:
        assert index.execute("SELECT count(*) FROM clips").fetchone()[0] > 0
    with closing(sqlite3.connect(home / "data" / "journal.sqlite3")) as journal:
        assert journal.execute("PRAGMA user_version").fetchone()[0] > 0
