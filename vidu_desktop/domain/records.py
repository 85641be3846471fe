"""The two documents that travel with a video: the record beside it, and the recipe inside it.

The record holds everything that was asked and answered, enough to rebuild the index from. The recipe is small,
holds no path of the person's machine, and is enough to fill the tab again. Neither ever holds the key, nor the
query of a signed link.
"""

import json
import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from pathlib import PurePath
from typing import cast
from urllib.parse import urlsplit, urlunsplit

from vidu_desktop.domain.catalogue import only_mode_of
from vidu_desktop.domain.clip import Clip, VideoFacts
from vidu_desktop.domain.job import Job
from vidu_desktop.domain.json_reading import Fields, damaged
from vidu_desktop.domain.marks import NO_MARKS, Marks, marks_from_document, marks_to_document, tidy_label
from vidu_desktop.domain.options import KINDS, OptionKey, OptionValue, is_value
from vidu_desktop.domain.pictures import JobPicture
from vidu_desktop.domain.request import GenerationRequest
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import BadInput, Sentence

RECORD_SCHEMA = "vidu-desktop/record"
RECIPE_SCHEMA = "vidu-desktop/recipe"
VERSION = 1
ANSWER_MOST_CHARS = 20_000
_SIDE_MOST_PX = 1_000_000
_LENGTH_MOST_S = 1e7
_HASH = re.compile("[0-9a-f]{64}")
_RATE_MOST_FPS = 1e6
_ORIGIN_MOST_CHARS = 1_000
_PICTURES_SHOWN_MOST = 20  # of a stranger's recipe; no mode takes as many
_NAME_MOST_BYTES = 255
"""Of the strictest file systems that a library may lie on."""

Document = dict[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredAs:
    """How a video was put into the library: its id and file name there, when, and its hash as it came from the
    service, before the recipe was put inside (`fetched_sha256`; empty when nobody knows).
    """

    clip_id: str
    file_name: str
    kept_at: datetime
    fetched_sha256: str = ""


def record_bytes(document: Mapping[str, object]) -> bytes:
    """Return a record as the bytes of its file, which people can read, too."""
    return json.dumps(document, indent=1, ensure_ascii=False).encode("utf-8", "replace")


def without_query(url: str | None) -> str | None:
    """Return a link without what may be secret in it: query, fragment, user and password."""
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


def options_of(request: GenerationRequest) -> Document:
    """Return everything of a request but its pictures; `request_from_options` reads it back.

    Mode and options stand there by name. The fields that held the options until 2026-11 are written, too, so that an
    earlier version on a shared library reads them.
    """
    older = {
        kind.older_name: request.options.get(key)
        for key, kind in KINDS.items()
        if kind.older_name is not None
    }
    places = {"project": request.project, "shot": request.shot}
    return {
        "model": request.model,
        "mode": request.mode,
        "prompt": request.prompt,
        "options": dict(request.options),
        **older,
        **{name: text for name, text in places.items() if text},
    }


def _picture(picture: JobPicture) -> Document:
    document: Document = {"name": PurePath(picture.name).name}
    if picture.prepared is not None:
        document["sha256"] = picture.prepared.sha256
        document["media_type"] = picture.prepared.media_type
        document["width_px"] = picture.prepared.width_px
        document["height_px"] = picture.prepared.height_px
    return document


def recipe_of(job: Job) -> Document:
    """Return what is embedded in the MP4: enough to fill the tab again, pictures by their hash."""
    return {
        "schema": RECIPE_SCHEMA,
        "version": VERSION,
        "job_id": job.job_id,
        "created_at": job.created_at.isoformat(),
        "rehearsal": job.rehearsal,
        **({"origin": job.origin} if job.origin else {}),
        **options_of(job.request),
        "pictures": [_picture(picture) for picture in job.pictures],
    }


def kept_answer(answer: Mapping[str, object]) -> object:
    """Return an answer of the service as it is kept for the record; one that is absurdly long is only measured."""
    text = json.dumps(answer, default=str)
    return dict(answer) if len(text) <= ANSWER_MOST_CHARS else {"left_out_chars": len(text)}


def _video(video: VideoFacts) -> Document:
    return {name: getattr(video, name) for name in VideoFacts.__slots__}


def _time(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()


def record_of(job: Job, video: VideoFacts, keeping: StoredAs, marks: Marks = NO_MARKS) -> Document:
    """Return the whole record of a kept video; `video` are the facts of the file as it lies in the library."""
    record: Document = {
        "schema": RECORD_SCHEMA,
        "version": VERSION,
        "clip_id": keeping.clip_id,
        "file": keeping.file_name,
        "kept_at": keeping.kept_at.isoformat(),
        "rehearsal": job.rehearsal,
        "price_usd": f"{Decimal(0) if job.rehearsal else job.price_usd:f}",
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
    """Return the record with these marks. Older ones that couldn't be read are set aside in it, not lost."""
    changed = dict(record)
    if _marks_or_none(record) is None:
        changed["marks_unread"] = record["marks"]
    changed["marks"] = marks_to_document(marks)
    return changed


def _marks_or_none(record: Mapping[str, object]) -> Marks | None:
    """Read the marks; None where they are damaged."""
    if "marks" not in record:
        return NO_MARKS
    try:
        return marks_from_document(record["marks"])
    except BadInput:
        return None


def marks_from_record(record: Mapping[str, object]) -> Marks:
    """Return what the person wrote on the clip; nothing where it can't be read: a paid video shows all the same."""
    return _marks_or_none(record) or NO_MARKS


def adopted_record(
    recipe: Mapping[str, object] | None,
    video: VideoFacts,
    keeping: StoredAs,
    price_usd: Decimal | None = None,
) -> Document:
    """Return the record of a file that was found without one; `price_usd` is what is known to have been paid for it."""
    return {
        "schema": RECORD_SCHEMA,
        "version": VERSION,
        "clip_id": keeping.clip_id,
        "file": keeping.file_name,
        "kept_at": keeping.kept_at.isoformat(),
        "rehearsal": bool(recipe and recipe.get("rehearsal") is True),
        "price_usd": f"{price_usd or Decimal(0):f}",
        "adopted": True,
        "recipe": dict(recipe) if recipe is not None else None,
        "video": _video(video),
    }


def _checked(document: object, schema: str) -> Fields:
    fields = Fields(document)
    if fields.text("schema") != schema:
        raise damaged("schema")
    if fields.whole("version") > VERSION:
        template = QT_TRANSLATE_NOOP(
            "records", "This record was written by a newer version of the program. Update to read it."
        )
        raise BadInput("record-newer", Sentence(template))
    return fields


def video_from_record(document: object) -> VideoFacts:
    """Read the facts of the file. Raises BadInput."""
    fields = _checked(document, RECORD_SCHEMA).part("video")
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
    """Return the video's file name, which lies beside the record. Raises BadInput, also for a name with a folder."""
    name = _checked(document, RECORD_SCHEMA).path("file")
    # The library passes over names that can't be printed; a longer one is an error wherever it is asked for.
    if not name.isprintable() or not name or name in (".", "..") or "/" in name or "\\" in name:
        raise damaged("file")
    if len(name.encode("utf-8")) > _NAME_MOST_BYTES:
        raise damaged("file")
    return name


def job_id_from_record(document: object) -> str | None:
    """Return the job that made the video; None for an adopted file without a recipe. Raises BadInput."""
    fields = _checked(document, RECORD_SCHEMA)
    return fields.part("recipe").name_or_none("job_id") if fields.has("recipe") else None


def order_ids_from_record(document: object) -> tuple[str | None, str | None]:
    """Return the request id and the task id under which the service knows the video; None where nobody knows."""
    fields = _checked(document, RECORD_SCHEMA)
    request_id = fields.part("asked").name_or_none("request_id") if fields.has("asked") else None
    task_id = fields.part("answered").name_or_none("task_id") if fields.has("answered") else None
    return request_id, task_id


def clip_from_record(
    document: object, *, video_path: str, cover_path: Callable[[str], str], missing: bool = False
) -> Clip:
    """Read a record back. `cover_path` gives the place of a cover by clip id. Raises BadInput."""
    fields = _checked(document, RECORD_SCHEMA)
    clip_id = fields.name("clip_id")
    made_at = fields.time("kept_at")
    rehearsal, price_usd = fields.flag("rehearsal"), fields.money("price_usd")
    is_adopted = fields.has("adopted")
    model = mode = prompt = origin = ""
    options: dict[str, OptionValue] = {}
    picture_names: tuple[str, ...] = ()
    if fields.has("recipe"):
        recipe = fields.part("recipe")
        model, prompt = recipe.text("model"), recipe.text("prompt")
        mode, options = _mode_from(recipe), _options_from(recipe)
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
        # Zero stands in the record of a file whose price isn't known, too: older versions read nothing else.
        price_usd=None if is_adopted and not rehearsal and not price_usd else price_usd,
        video=video_from_record(document),
        missing=missing,
        options=options,
        origin=origin,
        picture_names=picture_names,
        marks=marks_from_record(cast("Mapping[str, object]", document)),
    )


def _picture_names(recipe: Fields) -> tuple[str, ...]:
    """Return what the pictures were called; none where it can't be read: a paid video shows all the same."""
    try:
        names = [tidy_label(picture.text("name")) for picture in recipe.parts("pictures")]
    except BadInput:
        return ()
    return tuple(name for name in names if name)[:_PICTURES_SHOWN_MOST]


def recipe_from_record(document: object) -> Mapping[str, object] | None:
    """Return the recipe that a record holds; None for an adopted file that had none. Raises BadInput."""
    fields = _checked(document, RECORD_SCHEMA)
    if not fields.has("recipe"):
        return None
    recipe = document["recipe"]  # type: ignore[index]  # `_checked` saw that it is a mapping
    request_from_recipe(recipe, lambda _sha256: None)
    return recipe  # type: ignore[no-any-return]


def request_from_recipe(
    document: object, picture_path: Callable[[str], str | None]
) -> tuple[GenerationRequest, tuple[str, ...]]:
    """Return the request again, and the names of the pictures that can't be found any more: their places are empty.

    `picture_path` finds a kept picture by its SHA-256. Raises BadInput.
    """
    fields = _checked(document, RECIPE_SCHEMA)
    places = pictures_by_place(document, picture_path)
    names = [picture.text("name") for picture in fields.parts("pictures")]
    lost = tuple(name for name, path in zip(names, places, strict=True) if path is None)
    return request_from_options(fields, tuple(path or "" for path in places)), lost


def pictures_by_place(document: object, picture_path: Callable[[str], str | None]) -> tuple[str | None, ...]:
    """Return where each picture of a recipe is now, in the order of the request; None for one that isn't found.

    Only what is a hash is looked for: in a stranger's recipe it could be a path to another file of the person's.

    Raises BadInput.
    """
    hashes = [
        picture.text_or_none("sha256") for picture in _checked(document, RECIPE_SCHEMA).parts("pictures")
    ]
    return tuple(picture_path(sha256) if sha256 and _HASH.fullmatch(sha256) else None for sha256 in hashes)


def request_from_options(fields: Fields, picture_paths: tuple[str, ...]) -> GenerationRequest:
    """Read the options of a request as `recipe_of` writes them, or wrote them once. Raises BadInput."""
    return GenerationRequest(
        model=fields.text("model"),
        mode=_mode_from(fields),
        prompt=fields.text("prompt"),
        picture_paths=picture_paths,
        options=_options_from(fields),
        project=fields.text_or_none("project") or "",
        shot=fields.text_or_none("shot") or "",
    )


def _mode_from(fields: Fields) -> str:
    """Documents written until 2026-11 don't say it; each model had one mode then."""
    return fields.text("mode") if fields.has("mode") else only_mode_of(fields.text("model"))


def _options_from(fields: Fields) -> dict[str, OptionValue]:
    """Read the options by name, or from the fields of their own that held them until 2026-11.

    Names that only a newer version knows are let be, whatever they hold; what is known must be what it is.
    """
    if fields.has("options"):
        part = fields.part("options")
        found = {name: part.plain(name) for name in part.names()}
    else:
        older = ((key, kind.older_name) for key, kind in KINDS.items())
        found = {key: fields.plain(name) for key, name in older if name is not None}
    options = {name: value for name, value in found.items() if value is not None}
    for name, value in options.items():
        if name in _KNOWN and not is_value(OptionKey(name), value):
            raise damaged(name)
    return options


_KNOWN = frozenset(OptionKey)
