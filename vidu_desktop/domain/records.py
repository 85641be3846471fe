"""The record beside a video: everything that was asked and answered, enough to rebuild the index from it.

Neither the record nor the recipe in it (`recipes.py`) ever holds the key, or the query of a signed link.
"""

import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import cast
from urllib.parse import urlsplit, urlunsplit

from vidu_desktop.domain.amounts import FREE, Money
from vidu_desktop.domain.clip import Clip, VideoFacts
from vidu_desktop.domain.job import Job
from vidu_desktop.domain.json_reading import Fields, damaged
from vidu_desktop.domain.marks import NO_MARKS, Marks, marks_from_document, marks_to_document, tidy_label
from vidu_desktop.domain.money_documents import money_fields, read_money
from vidu_desktop.domain.options import OptionValue
from vidu_desktop.domain.recipes import (
    VERSION,
    Document,
    checked_document,
    mode_from,
    options_from,
    recipe_of,
    request_from_recipe,
)
from vidu_desktop.errors import BadInput

RECORD_SCHEMA = "vidu-desktop/record"
ANSWER_MOST_CHARS = 20_000
_SIDE_MOST_PX = 1_000_000
_LENGTH_MOST_S = 1e7
_RATE_MOST_FPS = 1e6
_ORIGIN_MOST_CHARS = 1_000
_PICTURES_SHOWN_MOST = 20  # of a stranger's recipe; no mode takes so many
_NAME_MOST_BYTES = 255
"""The limit of the strictest file systems on which a library may lie."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredAs:
    """How a video was put into the library: its id, its file name there, when, and its hash as the service
    delivered it, before the recipe was embedded (`fetched_sha256`; empty when unknown).
    """

    clip_id: str
    file_name: str
    kept_at: datetime
    fetched_sha256: str = ""


def record_bytes(document: Mapping[str, object]) -> bytes:
    """Return a record as the bytes of its file, readable for people too."""
    return json.dumps(document, indent=1, ensure_ascii=False).encode("utf-8", "replace")


def without_query(url: str | None) -> str | None:
    """Return a link without the parts that may be secret: query, fragment, user and password."""
    if url is None:
        return None
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return None
    host = f"[{host}]" if ":" in host else host
    return urlunsplit((parts.scheme, host + port, parts.path, "", ""))


def kept_answer(answer: Mapping[str, object]) -> object:
    """Return an answer of the service as the record keeps it; of an absurdly long one only the length."""
    text = json.dumps(answer, default=str)
    return dict(answer) if len(text) <= ANSWER_MOST_CHARS else {"left_out_chars": len(text)}


def _video(video: VideoFacts) -> Document:
    return {name: getattr(video, name) for name in VideoFacts.__slots__}


def _time(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()


def _price(price: Money) -> Document:
    """Return the fields of the price. An earlier version that shares the library needs dollars to be there,
    and reads zero where the price is in another currency.
    """
    return {"price_usd": "0", **money_fields("price", price)}


def record_of(job: Job, video: VideoFacts, keeping: StoredAs, marks: Marks = NO_MARKS) -> Document:
    """Return the whole record of a kept video; `video` are the facts about the file as it lies in the
    library.
    """
    record: Document = {
        "schema": RECORD_SCHEMA,
        "version": VERSION,
        "clip_id": keeping.clip_id,
        "file": keeping.file_name,
        "kept_at": keeping.kept_at.isoformat(),
        "rehearsal": job.rehearsal,
        **_price(FREE if job.rehearsal else job.price),
        "recipe": recipe_of(job),
        "asked": {
            "service": without_query(job.service_url),
            "request_id": job.request_id,
            "sent_at": _time(job.sent_at),
            "attempts": job.send_attempts,
        },
        "answered": {
            "task_id": job.task_id,
            "accepted_at": _time(job.accepted_at),
            "finished_at": _time(job.finished_at),
            "video_link": without_query(job.video_url),
            "cover_link": without_query(job.cover_url),
            "fetched_sha256": keeping.fetched_sha256,
            "answers": dict(job.answers),
        },
        "video": _video(video),
    }
    return record if marks == NO_MARKS else with_marks(record, marks)


def with_marks(record: Mapping[str, object], marks: Marks) -> Document:
    """Return the record with these marks. Older marks that couldn't be read stay in the record, set aside."""
    changed = dict(record)
    if _marks_or_none(record) is None:
        changed["marks_unread"] = record["marks"]
    changed["marks"] = marks_to_document(marks)
    return changed


def _marks_or_none(record: Mapping[str, object]) -> Marks | None:
    """Read the marks; None when they are damaged."""
    if "marks" not in record:
        return NO_MARKS
    try:
        return marks_from_document(record["marks"])
    except BadInput:
        return None


def marks_from_record(record: Mapping[str, object]) -> Marks:
    """Return the marks of a clip; none where they can't be read: a paid video must be shown all the same."""
    return _marks_or_none(record) or NO_MARKS


def adopted_record(
    recipe: Mapping[str, object] | None,
    video: VideoFacts,
    keeping: StoredAs,
    price: Money | None = None,
) -> Document:
    """Return a record for a video file that was found without one; `price` is its known price."""
    return {
        "schema": RECORD_SCHEMA,
        "version": VERSION,
        "clip_id": keeping.clip_id,
        "file": keeping.file_name,
        "kept_at": keeping.kept_at.isoformat(),
        "rehearsal": bool(recipe and recipe.get("rehearsal") is True),
        **_price(price or FREE),
        "adopted": True,
        "recipe": dict(recipe) if recipe is not None else None,
        "video": _video(video),
    }


def video_from_record(document: object) -> VideoFacts:
    """Read the facts about the file. Raises BadInput."""
    fields = checked_document(document, RECORD_SCHEMA).part("video")
    return VideoFacts(
        width_px=fields.whole("width_px", 1, _SIDE_MOST_PX),
        height_px=fields.whole("height_px", 1, _SIDE_MOST_PX),
        duration_s=fields.number("duration_s", 0, _LENGTH_MOST_S),
        fps=fields.number("fps", 0, _RATE_MOST_FPS),
        frame_count=fields.whole_or_none("frame_count", 0),
        video_codec=fields.text("video_codec"),
        audio_codec=fields.text_or_none("audio_codec"),
        file_bytes=fields.whole("file_bytes", 0),
        sha256=fields.name("sha256"),
    )


def file_name_from_record(document: object) -> str:
    """Return the name of the video file beside the record. Raises BadInput, also for a name with a folder in
    it.
    """
    name = checked_document(document, RECORD_SCHEMA).path("file")
    # The library skips names that can't be printed; a longer one is an error for every system call.
    if not name.isprintable() or not name or name in (".", "..") or "/" in name or "\\" in name:
        raise damaged("file")
    if len(name.encode("utf-8")) > _NAME_MOST_BYTES:
        raise damaged("file")
    return name


def job_id_from_record(document: object) -> str | None:
    """Return the job that made the video; None for an adopted file without a recipe. Raises BadInput."""
    fields = checked_document(document, RECORD_SCHEMA)
    return fields.part("recipe").name_or_none("job_id") if fields.has("recipe") else None


def order_ids_from_record(document: object) -> tuple[str | None, str | None]:
    """Return the request id and the task id under which the service knows the video; None where unknown."""
    fields = checked_document(document, RECORD_SCHEMA)
    request_id = fields.part("asked").name_or_none("request_id") if fields.has("asked") else None
    task_id = fields.part("answered").name_or_none("task_id") if fields.has("answered") else None
    return request_id, task_id


def clip_from_record(
    document: object, *, video_path: str, cover_path: Callable[[str], str], missing: bool = False
) -> Clip:
    """Read the clip of a record. `cover_path` gives the path of a cover by clip id. Raises BadInput."""
    fields = checked_document(document, RECORD_SCHEMA)
    clip_id = fields.name("clip_id")
    made_at = fields.time("kept_at")
    rehearsal, price = fields.flag("rehearsal"), read_money(fields, "price")
    is_adopted = fields.has("adopted")
    model = mode = prompt = origin = ""
    options: dict[str, OptionValue] = {}
    picture_names: tuple[str, ...] = ()
    if fields.has("recipe"):
        recipe = fields.part("recipe")
        model, prompt = recipe.text("model"), recipe.text("prompt")
        mode, options = mode_from(recipe), options_from(recipe)
        with suppress(BadInput):  # only what a batch finds its clips by
            origin = (recipe.text_or_none("origin") or "")[:_ORIGIN_MOST_CHARS]
        picture_names = _picture_names(recipe)
        if is_adopted:
            with suppress(BadInput):
                made_at = recipe.time("created_at")
    return Clip(
        clip_id=clip_id,
        video_path=video_path,
        cover_path=cover_path(clip_id),
        created_at=made_at,
        mode=mode,
        model=model,
        prompt=prompt,
        rehearsal=rehearsal,
        # An unknown price is written as zero too, because older versions can't read anything else.
        price=None if is_adopted and not rehearsal and not price else price,
        video=video_from_record(document),
        missing=missing,
        options=options,
        origin=origin,
        picture_names=picture_names,
        marks=marks_from_record(cast("Mapping[str, object]", document)),
    )


def _picture_names(recipe: Fields) -> tuple[str, ...]:
    """Return the names of the source pictures; none where they can't be read: a paid video must be shown all
    the same.
    """
    try:
        names = [tidy_label(picture.text("name")) for picture in recipe.parts("pictures")]
    except BadInput:
        return ()
    return tuple(name for name in names if name)[:_PICTURES_SHOWN_MOST]


def picture_hashes_from_record(document: object) -> frozenset[str]:
    """Return the hashes of the pictures that a video was made of; none for an adopted file. Raises BadInput."""
    fields = checked_document(document, RECORD_SCHEMA)
    pictures = fields.part("recipe").parts("pictures") if fields.has("recipe") else ()
    return frozenset(picture.text("sha256") for picture in pictures if picture.has("sha256"))


def recipe_from_record(document: object) -> Mapping[str, object] | None:
    """Return the recipe that a record holds; None for an adopted file that had none. Raises BadInput."""
    fields = checked_document(document, RECORD_SCHEMA)
    if not fields.has("recipe"):
        return None
    recipe = document["recipe"]  # type: ignore[index]  # `_checked` saw that it is a mapping
    request_from_recipe(recipe, lambda _sha256: None)
    return recipe  # type: ignore[no-any-return]
