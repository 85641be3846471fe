"""Presets: a prompt and settings under a name. Their documents are kept in the library, or in a file to share."""

import base64
import binascii
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from vidu_desktop.domain.json_reading import Fields, damaged
from vidu_desktop.domain.recipes import options_of, request_from_options
from vidu_desktop.domain.request import GenerationRequest
from vidu_desktop.domain.translation import cleaned, cleaned_line
from vidu_desktop.errors import BadInput

PRESETS_SCHEMA = "vidu-desktop/presets"
PRESET_NAME_MOST_CHARS = 80
THUMBNAIL_MOST_BYTES = 60_000
_JPEG = b"\xff\xd8\xff"


@dataclass(frozen=True, slots=True, kw_only=True)
class Preset:
    """`request` names no pictures, project or shot: those belong to the tab. `thumbnail` is a small JPEG, or
    empty. With `at_start`, an empty tab of the preset's mode starts with it.
    """

    name: str
    request: GenerationRequest
    thumbnail: bytes = b""
    at_start: bool = False


def preset_of(name: str, request: GenerationRequest, thumbnail: bytes = b"") -> Preset:
    """Return a preset made of the request of a tab or a video."""
    bare = replace(
        request, picture_paths=(), project="", shot="", framings=(), preset="", name="", picture_names=()
    )
    return Preset(name=_tidy_name(name), request=_tidy(bare), thumbnail=thumbnail)


def preset_name_of(request: GenerationRequest, presets: Iterable[Preset]) -> str:
    """Return the name of the preset with which a request was made; empty for none. A preset without a prompt
    holds only settings: it matches any prompt.
    """
    names = {_settings(preset.request, preset.request.prompt): preset.name for preset in presets}
    return names.get(_settings(request, request.prompt)) or names.get(_settings(request, "")) or ""


def _settings(request: GenerationRequest, prompt: str) -> tuple[object, ...]:
    return request.model, request.mode, prompt, tuple(sorted(request.options.items()))


def preset_to_document(preset: Preset) -> dict[str, object]:
    """Return a preset as JSON values."""
    return {
        "name": preset.name,
        "at_start": preset.at_start,
        "thumbnail": base64.b64encode(preset.thumbnail).decode("ascii"),
        **options_of(preset.request),
    }


def preset_from_document(fields: Fields) -> Preset:
    """Read a preset, without characters that can't be seen. A thumbnail that isn't a small JPEG is left out.
    Raises BadInput.
    """
    name = _tidy_name(fields.text("name"))
    if not name:
        raise damaged("name")
    return Preset(
        name=name,
        request=_tidy(request_from_options(fields, ())),
        thumbnail=_thumbnail(fields.text_or_none("thumbnail") or ""),
        at_start=fields.has("at_start") and fields.flag("at_start"),
    )


def _tidy_name(text: str) -> str:
    return cleaned_line(text)[:PRESET_NAME_MOST_CHARS].rstrip()


def _tidy(request: GenerationRequest) -> GenerationRequest:
    return replace(request, prompt=cleaned(request.prompt))


def _thumbnail(text: str) -> bytes:
    if len(text) > 2 * THUMBNAIL_MOST_BYTES:
        return b""
    with suppress(binascii.Error, ValueError):
        content = base64.b64decode(text, validate=True)
        if content.startswith(_JPEG) and len(content) <= THUMBNAIL_MOST_BYTES:
            return content
    return b""


def presets_to_document(presets: Sequence[Preset]) -> dict[str, object]:
    """Return presets as a file to share. `at_start` is left out: everybody chooses their own."""
    entries = [preset_to_document(replace(preset, at_start=False)) for preset in presets]
    return {"schema": PRESETS_SCHEMA, "presets": entries}


def presets_from_document(document: object) -> list[Preset]:
    """Read what `presets_to_document` wrote; a preset that can't be read is left out. Raises BadInput for any other file."""
    fields = Fields(document, "presets")
    if fields.text("schema") != PRESETS_SCHEMA:
        raise damaged("schema")
    found = []
    for entry in fields.objects("presets"):
        with suppress(BadInput):
            found.append(replace(preset_from_document(entry), at_start=False))
    return found


def with_free_names(presets: Iterable[Preset], taken: Iterable[str]) -> list[Preset]:
    """Return the presets with a number behind each name that is taken (`Rain 2`), letter case aside, so that
    no existing preset is overwritten.
    """
    names = {name.casefold() for name in taken}
    named = []
    for preset in presets:
        name, number = preset.name, 1
        while name.casefold() in names:
            number += 1
            ending = f" {number}"
            name = preset.name[: PRESET_NAME_MOST_CHARS - len(ending)] + ending
        names.add(name.casefold())
        named.append(replace(preset, name=name))
    return named
