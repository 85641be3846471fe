"""The recipe in a video file and in its record: small, without any path of the person's computer, and enough
to fill the tab again.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import PurePath

from vidu_desktop.domain.catalogue import only_mode_of
from vidu_desktop.domain.job import Job
from vidu_desktop.domain.json_reading import Fields, damaged
from vidu_desktop.domain.options import KINDS, OptionValue, may_be_option
from vidu_desktop.domain.pictures import JobPicture
from vidu_desktop.domain.request import GenerationRequest
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import BadInput, Sentence

RECIPE_SCHEMA = "vidu-desktop/recipe"
VERSION = 1
_HASH = re.compile("[0-9a-f]{64}")

Document = dict[str, object]


def checked_document(document: object, schema: str) -> Fields:
    """Return the fields of a document of this schema. Raises BadInput for any other document, and for one of
    a newer version.
    """
    fields = Fields(document)
    if fields.text("schema") != schema:
        raise damaged("schema")
    if fields.whole("version") > VERSION:
        template = QT_TRANSLATE_NOOP(
            "records", "This record was written by a newer version of the program. Update to read it."
        )
        raise BadInput("record-newer", Sentence(template))
    return fields


def options_of(request: GenerationRequest) -> Document:
    """Return everything of a request except its pictures; `request_from_options` reads it back. The fields
    that held the options until 2026-11 are written too, so that an earlier version that shares the library
    can read them.
    """
    older = {
        kind.older_name: request.options.get(key)
        for key, kind in KINDS.items()
        if kind.older_name is not None
    }
    return {**named_options_of(request), **older}


def named_options_of(request: GenerationRequest) -> Document:
    """Return the same with the options by name only: for documents that no earlier version reads."""
    places = {
        "project": request.project,
        "shot": request.shot,
        "preset": request.preset,
        "file_name": request.name,
    }
    return {
        "model": request.model,
        "mode": request.mode,
        "prompt": request.prompt,
        "options": dict(request.options),
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
    """Return what is embedded in the MP4: enough to fill the tab again, with pictures by their hash."""
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


def request_from_recipe(
    document: object, picture_path: Callable[[str], str | None]
) -> tuple[GenerationRequest, tuple[str, ...]]:
    """Return the request, and the names of the pictures that can't be found any more; their paths are empty.
    `picture_path` finds a kept picture by its SHA-256. Raises BadInput.
    """
    fields = checked_document(document, RECIPE_SCHEMA)
    places = pictures_by_place(document, picture_path)
    names = [picture.text("name") for picture in fields.parts("pictures")]
    lost = tuple(name for name, path in zip(names, places, strict=True) if path is None)
    request = request_from_options(fields, tuple(path or "" for path in places))
    return replace(request, picture_names=tuple([PurePath(name).name for name in names])), lost


def pictures_by_place(document: object, picture_path: Callable[[str], str | None]) -> tuple[str | None, ...]:
    """Return the path of each picture of a recipe, in the order of the request; None for a picture that isn't
    found. Only hashes are looked up: in a stranger's recipe, the value could be a path to another file of the
    person. Raises BadInput.
    """
    hashes = [
        picture.text_or_none("sha256")
        for picture in checked_document(document, RECIPE_SCHEMA).parts("pictures")
    ]
    return tuple(picture_path(sha256) if sha256 and _HASH.fullmatch(sha256) else None for sha256 in hashes)


def request_from_options(fields: Fields, picture_paths: tuple[str, ...]) -> GenerationRequest:
    """Read a request's options as this or any earlier version wrote them. Raises BadInput."""
    return GenerationRequest(
        model=fields.text("model"),
        mode=mode_from(fields),
        prompt=fields.text("prompt"),
        picture_paths=picture_paths,
        options=options_from(fields),
        project=fields.text_or_none("project") or "",
        shot=fields.text_or_none("shot") or "",
        preset=fields.text_or_none("preset") or "",
        name=fields.text_or_none("file_name") or "",
    )


def mode_from(fields: Fields) -> str:
    """Read the mode. Documents until 2026-11 don't say it: each model had only one mode then."""
    return fields.text("mode") if fields.has("mode") else only_mode_of(fields.text("model"))


def options_from(fields: Fields) -> dict[str, OptionValue]:
    """Read the options by name, or from the fields that held them until 2026-11. Under names that only a
    newer version knows anything may stand; the value of a known name must be valid. Raises BadInput.
    """
    if fields.has("options"):
        part = fields.part("options")
        found = {name: part.plain(name) for name in part.names()}
    else:
        older = ((key, kind.older_name) for key, kind in KINDS.items())
        found = {key: fields.plain(name) for key, name in older if name is not None}
    options = {name: value for name, value in found.items() if value is not None}
    for name, value in options.items():
        if not may_be_option(name, value):
            raise damaged(name)
    return options
