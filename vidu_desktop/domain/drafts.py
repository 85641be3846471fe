"""The contents of the tabs that haven't been ordered yet, as a value and as a document."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace

from vidu_desktop.domain.framing import framings_from_texts, framings_to_texts
from vidu_desktop.domain.json_reading import Fields
from vidu_desktop.domain.recipes import options_of, request_from_options
from vidu_desktop.domain.request import GenerationRequest
from vidu_desktop.errors import BadInput

DRAFTS_SCHEMA = "vidu-desktop/drafts"
VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafts:
    """`requests` holds the draft of each mode; it may name as many pictures as a tab can hold, with an empty
    path for an empty well. `shown_mode` is the tab in front, and `arrangement` says what several keyframes
    become; both are empty when unknown.
    """

    shown_mode: str = ""
    requests: Mapping[str, GenerationRequest] = field(default_factory=dict)
    arrangement: str = ""


def is_untouched(draft: GenerationRequest) -> bool:
    """Whether the person put nothing into a draft: no picture, no prompt, no project or shot. Changed
    settings don't count.
    """
    return not (any(draft.picture_paths) or draft.prompt or draft.project or draft.shot)


def drafts_to_document(drafts: Drafts) -> dict[str, object]:
    """Return the drafts as JSON values, with paths as they are."""
    return {
        "schema": DRAFTS_SCHEMA,
        "version": VERSION,
        "shown_mode": drafts.shown_mode,
        "arrangement": drafts.arrangement,
        "tabs": [
            {
                **options_of(request),
                "picture_paths": list(request.picture_paths),
                "framings": framings_to_texts(request.framings),
                **({"picture_names": list(request.picture_names)} if request.picture_names else {}),
            }
            for request in drafts.requests.values()
        ],
    }


def drafts_from_document(document: object) -> Drafts:
    """Read what `drafts_to_document` wrote. A tab that can't be read is left out; the others are kept.

    Raises BadInput when the document holds no drafts at all.
    """
    fields = Fields(document, "drafts")
    requests: dict[str, GenerationRequest] = {}
    for tab in fields.objects("tabs"):
        with suppress(BadInput):
            request = request_from_options(tab, tab.paths("picture_paths"))
            # No system takes a path with a NUL, and Python raises wherever it is used.
            paths = tuple("" if "\0" in path else path for path in request.picture_paths)
            framings = framings_from_texts(tab.paths("framings")) if tab.has("framings") else ()
            names = tab.paths("picture_names") if tab.has("picture_names") else ()
            requests[request.mode] = replace(
                request, picture_paths=paths, framings=framings, picture_names=names
            )
    return Drafts(
        shown_mode=fields.text_or_none("shown_mode") or "",
        requests=requests,
        arrangement=fields.text_or_none("arrangement") or "",
    )
