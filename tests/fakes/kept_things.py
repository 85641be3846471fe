"""Jobs, pictures and videos for tests of what is stored on disk."""

import asyncio
import hashlib
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from fakes.requests import a_request
from fakes.video_facts import video_facts

from vidu_desktop.adapters.disk.os_errors import disk_trouble
from vidu_desktop.adapters.library_store.file_library import FileLibrary
from vidu_desktop.adapters.library_store.library_store import LibraryStore
from vidu_desktop.domain.amounts import usd
from vidu_desktop.domain.clip import Clip, VideoFacts
from vidu_desktop.domain.job import Job, JobState
from vidu_desktop.domain.library_query import LibraryQuery
from vidu_desktop.domain.pictures import JobPicture, PreparedPicture
from vidu_desktop.errors import NotAVideo, Sentence

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)

HEAD, TAIL, RECIPE = b"VIDEO ", b" END", b"\nRECIPE "


def video_bytes(content: str) -> bytes:
    """Return a complete video for `FakeVideos`."""
    return HEAD + content.encode() + TAIL


class FakeVideos:
    """Accepts a file as a video if it has the beginning and the end that `video_bytes` writes. A recipe may follow; it isn't
    part of the hash.
    """

    def __init__(self) -> None:
        self.embed_error: Exception | None = None
        self.cover_error: Exception | None = None

    async def verify(self, path: Path) -> VideoFacts:
        return facts_of(path)

    async def read_facts_and_make_cover(self, path: Path, cover_path: Path) -> VideoFacts:
        facts = facts_of(path)
        cover_path.parent.mkdir(parents=True, exist_ok=True)
        await self.make_cover(path, cover_path)
        return facts

    async def embed(self, path: Path, recipe_json: str) -> None:
        await asyncio.to_thread(_embed, path, None if self.embed_error else recipe_json)
        if self.embed_error is not None:
            raise self.embed_error

    async def extract_recipe(self, path: Path) -> str | None:
        return recipe_in(path)

    async def make_cover(self, video_path: Path, cover_path: Path) -> None:
        if self.cover_error is not None:
            raise self.cover_error
        await asyncio.to_thread(_write_cover, video_path, cover_path)


def _embed(path: Path, recipe_json: str | None) -> None:
    if recipe_json is None:
        path.write_bytes(b"half")
        return
    with path.open("ab") as file:
        file.write(RECIPE + recipe_json.encode())


def _write_cover(video_path: Path, cover_path: Path) -> None:
    cover_path.write_bytes(b"cover of " + video_path.read_bytes()[:8])


def facts_of(path: Path) -> VideoFacts:
    """Return what `FakeVideos` finds in a file. Raises NotAVideo, DiskTrouble."""
    try:
        data = path.read_bytes().partition(RECIPE)[0]
    except OSError as error:
        raise disk_trouble(error, path) from error
    if not (data.startswith(HEAD) and data.endswith(TAIL)):
        raise NotAVideo("not-a-video", Sentence("This isn't a video."))
    return video_facts(file_bytes=len(data), sha256=hashlib.sha256(data).hexdigest())


def recipe_in(path: Path) -> str | None:
    """Return the recipe that `FakeVideos` has put into a file; None without one."""
    _, found, recipe = path.read_bytes().partition(RECIPE)
    return recipe.decode() if found else None


def a_job(job_id: str = "job-1", state: JobState = JobState.VERIFYING, **changes: object) -> Job:
    """Return a paid job in `state`, with the fields that it must have by then."""
    fields: dict[str, object] = {
        "job_id": job_id,
        "state": state,
        "request": a_request(),
        "pictures": (JobPicture(source_path="/pictures/cat.png", name="cat.png"),),
        "rehearsal": False,
        "price": usd("0.20"),
        "created_at": NOON,
    }
    if state is not JobState.DRAFT:
        fields["request_id"] = f"ticket-{job_id}"
    if state not in (JobState.DRAFT, JobState.READY):
        fields["sent_at"] = NOON
    if state not in (JobState.DRAFT, JobState.READY, JobState.SENDING, JobState.UNKNOWN, JobState.REFUSED):
        fields |= {"task_id": f"task-{job_id}", "accepted_at": NOON}
    return Job(**{**fields, **changes})  # type: ignore[arg-type]


def prepared_picture(sha256: str) -> JobPicture:
    prepared = PreparedPicture(
        sha256=sha256, media_type="image/png", width_px=640, height_px=480, image_bytes=7
    )
    return JobPicture(source_path="/pictures/cat.png", name="cat.png", prepared=prepared)


def a_library(root: Path, **places: Any) -> FileLibrary:
    return FileLibrary(LibraryStore(root, **places))


async def all_clips(library: FileLibrary, text: str = "") -> list[Clip]:
    """Return the clips that a search for `text` finds; all clips without a text."""
    return await library.clips_at(await library.find_rows(LibraryQuery(text=text)))
